//! The phrases that tell what befell people, as data.

use copydesk_core::Reading;
use copydesk_core::lang::en::lexicon::entries;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Where those stand of whom a phrase tells; `words/tolls.txt` says what each means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grammar {
    Befall,
    Do,
    Suffer,
    State,
    Of,
    Itself,
    Toll,
    Care,
    Hit,
}

/// A phrase.
#[derive(Debug)]
pub(super) struct Phrase {
    pub act: &'static str,
    pub grammar: Grammar,
    words: Vec<&'static str>,
}

pub(super) struct Phrases {
    by_first: HashMap<&'static str, Vec<Phrase>>,
}

/// How many tokens the mark … in a phrase stands for at the most: "taken to the county general hospital".
const GAP: usize = 6;

pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut by_first: HashMap<&str, Vec<Phrase>> = HashMap::new();
    for line in entries(include_str!("../words/tolls.txt")) {
        let mut parts = line.split('|').map(str::trim);
        let (Some(act), Some(grammar), Some(phrases)) = (parts.next(), parts.next(), parts.next()) else { continue };
        let grammar = match grammar {
            "befall" => Grammar::Befall,
            "do" => Grammar::Do,
            "suffer" => Grammar::Suffer,
            "state" => Grammar::State,
            "of" => Grammar::Of,
            "self" => Grammar::Itself,
            "toll" => Grammar::Toll,
            "care" => Grammar::Care,
            _ => Grammar::Hit,
        };
        for phrase in phrases.split(';') {
            let words: Vec<&str> = phrase.split_ascii_whitespace().collect();
            by_first.entry(words.first().copied().unwrap_or_default()).or_default().push(Phrase {
                act,
                grammar,
                words,
            });
        }
    }
    by_first.values_mut().for_each(|phrases| phrases.sort_by_key(|phrase| usize::MAX - phrase.words.len()));
    Phrases { by_first }
});

impl Phrases {
    /// The longest phrase at `i`, and how many tokens it takes.
    pub fn at(&self, reading: &Reading<'_>, i: usize, end: usize) -> Option<(&Phrase, usize)> {
        let phrases = self.by_first.get(reading.lower(i))?;
        phrases.iter().find_map(|phrase| Some((phrase, phrase.len(reading, i, end)?)))
    }
}

impl Phrase {
    fn len(&self, reading: &Reading<'_>, i: usize, end: usize) -> Option<usize> {
        let mut at = i;
        let mut gap = false;
        for word in &self.words {
            if *word == "…" {
                gap = true;
                continue;
            }
            let last = if gap { end.min(at + GAP) } else { end.min(at + 1) };
            at = 1 + (at..last).find(|&j| reading.lower(j) == *word)?;
            gap = false;
        }
        Some(at - i)
    }
}

/// Whether this is the name of an act.
pub(crate) fn is_act(name: &str) -> bool {
    static ACTS: LazyLock<HashSet<&str>> =
        LazyLock::new(|| PHRASES.by_first.values().flatten().map(|phrase| phrase.act).collect());
    ACTS.contains(name)
}

/// Whether a noun (in lower case, singular) names one person.
pub(crate) fn is_person(noun: &str) -> bool {
    static PEOPLE: LazyLock<HashSet<&str>> =
        LazyLock::new(|| entries(include_str!("../words/people.txt")).flat_map(str::split_ascii_whitespace).collect());
    PEOPLE.contains(noun)
}
