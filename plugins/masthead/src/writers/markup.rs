//! Who wrote it, as the page's markup states it.

use crate::site::Site;
use crate::witness::{Witness, candidates, witnesses};
use crate::{Basis, Entry, Field, Masthead, Page};
use copydesk_core::Confidence;
use copydesk_core::lang::en::lexicon::entries;
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

/// A name has at most so many words: "Maria del Carmen de la Vega y Lund".
const LONGEST: usize = 6;
/// In an element that is only called author, a name has at most so many: more is a line about the author.
const LONGEST_CALLED: usize = 4;

/// What a word means beside a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// It stands before the name: "By", "Von", "Text:".
    Before,
    /// It parts two names: "and", "und".
    Between,
    /// It is a function or a degree: what has it is no name.
    Function,
    /// It is no person at all: "admin".
    Nobody,
    /// A label beside which an author stands: "Written by".
    Label,
}

static WORDS: LazyLock<HashMap<&'static str, Word>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for line in entries(include_str!("../words/bylines.txt")) {
        let Some((kind, list)) = line.split_once(' ') else { continue };
        let kind = match kind {
            "before" => Word::Before,
            "between" => Word::Between,
            "function" => Word::Function,
            "nobody" => Word::Nobody,
            _ => Word::Label,
        };
        for word in list.split(", ") {
            words.insert(word, kind);
        }
    }
    words
});

fn is(word: &str, kind: Word) -> bool {
    WORDS.get(word.trim_matches(|c: char| matches!(c, '.' | ':' | ',')).to_lowercase().as_str()) == Some(&kind)
}

/// The authors that the page's markup states.
pub(super) fn find(page: &Page<'_, '_>) -> Vec<Entry> {
    let site = Site::of(page);
    let mut all = witnesses(page, Field::Byline);
    all.extend(written_by(page));
    all.sort_by_key(Witness::order);
    let mut house = Vec::new();
    let mut at = 0;
    while let Some(first) = all.get(at) {
        let group: Vec<&Witness<'_>> = all.iter().skip(at).take_while(|other| other.order() == first.order()).collect();
        at += group.len();
        let called = first.rank.tier > 1;
        let (own, names): (Vec<String>, Vec<String>) =
            group.iter().flat_map(|witness| names(witness.value, called)).partition(|name| site.is_called(name));
        if !names.is_empty() {
            return give(page, &names, first, &all);
        }
        if house.is_empty() && !own.is_empty() && !called {
            house = give(page, &own, first, &all);
        }
    }
    house
}

fn give(page: &Page<'_, '_>, names: &[String], by: &Witness<'_>, all: &[Witness<'_>]) -> Vec<Entry> {
    let folded = |names: &[String]| names.iter().map(|name| name.to_lowercase()).collect::<BTreeSet<_>>();
    let wanted = folded(names);
    let seconded = all.iter().any(|other| {
        other.family() != by.family() && folded(&self::names(other.value, other.rank.tier > 1)) == wanted
    });
    let (rule, alone) = if by.rank.tier == 1 {
        ("stated-author", Confidence::Medium)
    } else {
        ("called-author", Confidence::Low)
    };
    let confidence = if seconded { Confidence::High } else { alone };
    let mut known = BTreeSet::new();
    let fresh = names.iter().filter(|name| known.insert(name.to_lowercase())).take(super::MOST);
    fresh
        .map(|name| {
            let data = Masthead {
                field: Field::Byline,
                value: Some(name.clone()),
                basis: Basis::Stated,
                evidence: vec![page.reading.cite_given(by.value, by.key)],
                candidates: candidates(all),
            };
            Entry { span: None, rule, confidence, data }
        })
        .collect()
}

/// Cards for sharing pair a label and a value: "Written by", "Jane Doe".
fn written_by<'a>(page: &Page<'a, '_>) -> Option<Witness<'a>> {
    for (label, data) in [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")] {
        let author = page.says(&[label]).is_some_and(|label| is(label, Word::Label));
        let stated = page.stated().iter().find(|stated| stated.key == data).filter(|_| author);
        if let Some(stated) = stated {
            return Witness::read_from(Field::Byline, "twitter:written-by", stated, &stated.value);
        }
    }
    None
}

/// The names in a value: "By Jane Doe and John Roe, Staff Writers".
pub(super) fn names(value: &str, called: bool) -> Vec<String> {
    let longest = if called { LONGEST_CALLED } else { LONGEST };
    let mut names = Vec::new();
    let value = value.split(['|', '•', '·', '(', '–', '—']).next().unwrap_or(value);
    for part in value.split([',', ';', '/', '&', '\n']) {
        let mut name: Vec<&str> = Vec::new();
        for word in part.split_whitespace().chain(["and"]) {
            if is(word, Word::Between) {
                names.extend(one(&name, called, longest));
                name.clear();
            } else if !(name.is_empty() && is(word, Word::Before)) {
                name.push(word);
            }
        }
    }
    names
}

/// A name, if these words are one.
fn one(words: &[&str], called: bool, longest: usize) -> Option<String> {
    let first = words.first()?;
    let name = words.join(" ");
    let name = name.trim_matches(|c: char| matches!(c, ':' | '-' | '"' | '“' | '”' | ' ')).to_owned();
    let address = name.contains("://") || name.contains('@') || name.contains("www.") || name.starts_with('#');
    let letters = name.chars().any(char::is_alphabetic);
    let nobody = is(&name, Word::Nobody);
    let function = words.iter().any(|word| is(word, Word::Function));
    let capital = |word: &str| word.chars().next().is_some_and(|c| !c.is_lowercase());
    let shape = !called || words.len() > 1 && capital(first) && words.last().is_some_and(|last| capital(last)) && !name.bytes().any(|b| b.is_ascii_digit());
    (letters && !address && !nobody && !function && shape && words.len() <= longest && name.len() > 1).then_some(name)
}
