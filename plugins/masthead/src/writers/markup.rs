//! Who wrote it, as the page's markup states it.

use crate::published::visible;
use crate::site::Site;
use crate::witness::{Witness, candidates, witnesses};
use crate::{Basis, Entry, Field, Masthead, Page, headline};
use copydesk_core::lang::en::lexicon::entries;
use copydesk_core::{Confidence, Span};
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

/// A name has at most so many words: "Maria del Carmen de la Vega y Lund".
const LONGEST: usize = 6;
/// In an element that is only called author, a name has at most so many: more is a line about the author.
const LONGEST_CALLED: usize = 4;
/// Words in small letters inside names have at most so many bytes: "von", "della".
const LONGEST_PARTICLE: usize = 5;
/// A line that names the authors has at most so many bytes.
const LONGEST_LINE: usize = 160;

/// What a word means beside a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// It stands before the name: "By", "Von", "Text:".
    Before = 1,
    /// It parts two names: "and", "und".
    Between = 2,
    /// It is a function or a degree: what has it is no name.
    Function = 4,
    /// It is no person at all: "admin".
    Nobody = 8,
    /// A label beside which an author stands: "Written by".
    Label = 16,
    /// It begins a line that names the author: "By", not "Text".
    Line = 32,
}

static WORDS: LazyLock<HashMap<&'static str, u8>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for line in entries(include_str!("../words/bylines.txt")) {
        let Some((kind, list)) = line.split_once(' ') else { continue };
        let kind = match kind {
            "before" => Word::Before,
            "between" => Word::Between,
            "function" => Word::Function,
            "nobody" => Word::Nobody,
            "line" => Word::Line,
            _ => Word::Label,
        };
        for word in list.split(", ") {
            *words.entry(word).or_insert(0) |= kind as u8;
        }
    }
    words
});

fn is(word: &str, kind: Word) -> bool {
    let word = word.trim_matches(|c: char| matches!(c, '.' | ':' | ',')).to_lowercase();
    WORDS.get(word.as_str()).is_some_and(|kinds| kinds & kind as u8 != 0)
}

/// The authors that the page states or shows: persons first, and only where there are none the house.
pub(super) fn find(page: &Page<'_, '_>) -> Vec<Entry> {
    let site = Site::of(page);
    let titles = witnesses(page, Field::Headline);
    let heading = headline::heading(&titles, &site);
    let at = heading.map_or(0, |heading| heading.place.start);
    let mut all = witnesses(page, Field::Byline);
    all.extend(written_by(page));
    // Of several elements that are called author the one nearest to the headline is the story's.
    all.sort_by_key(|witness| (witness.order(), witness.place.start.abs_diff(at)));
    let mut house = Vec::new();
    let mut next = 0;
    while let Some(first) = all.get(next) {
        let group: Vec<&Witness<'_>> =
            all.iter().skip(next).take_while(|other| other.order() == first.order()).collect();
        next += group.len();
        let called = first.rank.tier > 1;
        let names = |group: &[&Witness<'_>]| -> Vec<String> {
            group.iter().flat_map(|witness| names(witness.value, called)).filter(|name| !site.is_called(name)).collect()
        };
        let found = if called {
            group.iter().map(|witness| names(&[witness])).find(|found| !found.is_empty()).unwrap_or_default()
        } else {
            names(&group)
        };
        if !found.is_empty() {
            return give(page, &found, first, &all);
        }
        if house.is_empty() && !called {
            let own =
                group.iter().map(|witness| witness.value.trim()).filter(|value| is_house(value)).map(str::to_owned);
            house = give(page, &own.collect::<Vec<_>>(), first, &all);
        }
    }
    let shown = shown(page, heading.map(|heading| heading.value));
    if shown.is_empty() { house } else { shown }
}

/// Whether a stated author that is no person may stand where nobody else is named: the outlet itself, "Portavel contributor".
fn is_house(value: &str) -> bool {
    let words = value.split_whitespace().count();
    !value.contains("://")
        && !value.contains('@')
        && !is(value, Word::Nobody)
        && words <= LONGEST
        && value.chars().any(char::is_alphabetic)
}

/// Lines beside the headline that begin with "By" and are names: "By Jane Doe and John Roe", "Von: Ines Harrow | 07.05.31".
fn shown(page: &Page<'_, '_>, heading: Option<&str>) -> Vec<Entry> {
    let reading = page.reading;
    let Some(line) = visible::line_of(page, heading) else { return Vec::new() };
    let near =
        reading.lines().iter().skip(line.saturating_sub(visible::BEFORE)).take(visible::BEFORE + visible::BEHIND);
    for line in near {
        let words = reading.slice(line.span);
        let begins = words.split_whitespace().next().is_some_and(|first| is(first, Word::Line));
        if words.len() > LONGEST_LINE || !begins {
            continue;
        }
        let names = names(words, true);
        let entries = names.iter().filter_map(|name| {
            let start = line.span.start + words.find(name.as_str())? as u32;
            let span = Span::new(start, start + name.len() as u32);
            Some(Entry::stated(page, Field::Byline, name.clone(), span, "by-line", Confidence::Medium))
        });
        let entries: Vec<Entry> = entries.collect();
        if !entries.is_empty() {
            return entries;
        }
    }
    Vec::new()
}

fn give(page: &Page<'_, '_>, names: &[String], by: &Witness<'_>, all: &[Witness<'_>]) -> Vec<Entry> {
    let folded = |names: &[String]| names.iter().map(|name| name.to_lowercase()).collect::<BTreeSet<_>>();
    let wanted = folded(names);
    let seconded = all
        .iter()
        .any(|other| other.family() != by.family() && folded(&self::names(other.value, other.rank.tier > 1)) == wanted);
    let (rule, alone) =
        if by.rank.tier == 1 { ("stated-author", Confidence::Medium) } else { ("called-author", Confidence::Low) };
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
    if value.contains("://") {
        return names;
    }
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
    let small = |word: &&&str| word.chars().next().is_some_and(char::is_lowercase);
    let capital = |word: &str| word.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    // "works in Calgary" is no name, "Maria de la Cruz" is, and so is "jane doe" where it is stated for machines.
    let particles = words.iter().filter(small).all(|word| word.len() <= LONGEST_PARTICLE);
    let shape = if called {
        let both = capital(first) && words.last().is_some_and(|last| capital(last));
        words.len() > 1 && both && particles && !name.bytes().any(|byte| byte.is_ascii_digit())
    } else {
        particles || words.iter().all(|word| small(&word))
    };
    (letters && !address && !nobody && !function && shape && words.len() <= longest && name.len() > 1).then_some(name)
}
