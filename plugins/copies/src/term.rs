//! Terms: the words, names, numbers and pairs of words that tell one event from another.

use crate::stem::stem;
use crate::word::{Word, hash_of, mix, words};
use copydesk_core::{Class, lang::en::lexicon};
use serde::{Deserialize, Serialize};

/// What kind of term it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// A word of the language.
    Word,
    /// A number of two digits or more that is no year.
    Number,
    /// Two terms side by side.
    Pair,
    /// A word with a capital letter inside a sentence.
    Name,
}

/// A term of one document in eight bytes: an article has three hundred, and a pile a hundred thousand articles.
///
/// 52 bits stand for the term, two for its kind, ten for how often it stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Term(u64);

/// Bits that do not stand for the term itself.
const TAIL: u32 = 12;
/// More occurrences are counted as so many.
const MOST: u64 = 1023;

impl Term {
    fn new(hash: u64, kind: Kind, count: u64) -> Self {
        Self(hash | (kind as u64) << 10 | count.min(MOST))
    }

    /// Stands for the term; as [`Occurrence::hash`].
    pub const fn hash(self) -> u64 {
        self.0 >> TAIL << TAIL
    }

    /// What it is.
    pub const fn kind(self) -> Kind {
        match self.0 >> 10 & 3 {
            0 => Kind::Word,
            1 => Kind::Number,
            2 => Kind::Pair,
            _ => Kind::Name,
        }
    }

    /// How often it stands there.
    pub const fn count(self) -> u64 {
        self.0 & MOST
    }
}

/// One occurrence of a term.
pub struct Occurrence {
    pub hash: u64,
    pub kind: Kind,
    pub start: u32,
    pub end: u32,
}

/// The shortest word that is a term, in letters.
const SHORTEST: u16 = 3;
/// Longer words are no words of a language but addresses and codes, in bytes.
const LONGEST: u32 = 40;

/// All terms of a text, as they stand.
pub fn occurrences(text: &str) -> Vec<Occurrence> {
    let mut all = Vec::new();
    let mut last: Option<Word> = None;
    let mut last_term: Option<u64> = None;
    let mut buffer = String::new();
    for word in words(text) {
        let gap = last.map_or("\n", |l| text.get(l.end as usize..word.start as usize).unwrap_or_default());
        let fresh = gap.contains(['.', '!', '?', '\n', '"', '“', ':']);
        let joined = !fresh && !gap.contains([',', ';', '(', ')', '–', '—']);
        last = Some(word);
        let pair = last_term.take().filter(|_| joined);
        let raw = text.get(word.start as usize..word.end as usize).unwrap_or_default();
        let Some((hash, kind)) = read(raw, word, fresh, &mut buffer) else { continue };
        last_term = Some(hash);
        // A year or a single digit is part of a pair, and no term of its own: every article of the year has it.
        let alone = kind != Kind::Number || (raw.len() > 1 && !is_year(raw));
        if alone {
            let hash = hash >> TAIL << TAIL;
            all.push(Occurrence { hash, kind, start: word.start, end: word.end });
        }
        if let Some(before) = pair {
            let hash = mix(before.rotate_left(17) ^ hash) >> TAIL << TAIL;
            all.push(Occurrence { hash, kind: Kind::Pair, start: word.start, end: word.end });
        }
    }
    all
}

fn read(raw: &str, word: Word, fresh: bool, buffer: &mut String) -> Option<(u64, Kind)> {
    if word.number {
        return Some((word.hash, Kind::Number));
    }
    if word.length < SHORTEST || raw.len() as u32 > LONGEST {
        return None;
    }
    buffer.clear();
    buffer.extend(raw.chars().flat_map(char::to_lowercase));
    let class = lexicon::look_up(buffer).class;
    // Words that every event has: function words, numbers in words, days, months, titles, words of saying.
    let worn = Class::FUNCTION | Class::SPEECH | Class::TEMPORAL | Class::TIME_UNIT | Class::TITLE;
    let worn = worn | Class::BOUND | Class::MONTH | Class::WEEKDAY | Class::NUMBER | Class::ORDINAL;
    if class.any(worn) {
        return None;
    }
    let kind = if word.capital && !fresh { Kind::Name } else { Kind::Word };
    Some((hash_of(stem(buffer)), kind))
}

fn is_year(raw: &str) -> bool {
    raw.len() == 4 && (raw.starts_with("19") || raw.starts_with("20"))
}

/// The terms of a text, each once, by hash.
pub fn terms<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<Term> {
    let mut all: Vec<(u64, Kind)> = texts.flat_map(occurrences).map(|term| (term.hash, term.kind)).collect();
    all.sort_unstable();
    let same = all.chunk_by(|a, b| a.0 == b.0);
    // Of its kinds the last: it is a name if it is one anywhere.
    same.filter_map(|same| same.last().map(|&(hash, kind)| Term::new(hash, kind, same.len() as u64))).collect()
}
