//! The word lists as tables, built once at first use.

use crate::figure::{Bound, Change};
use crate::passage::Passage;
use copydesk_core::lang::en::lexicon::{WordSet, WordTable, entries};
use std::sync::LazyLock;

/// Phrases by their first word, longest first; each with what it stands for.
pub(crate) struct Phrases<T> {
    by_first: WordTable<Vec<(Vec<&'static str>, T)>>,
    backward: bool,
}

impl<T: Copy> Phrases<T> {
    fn new(lines: impl IntoIterator<Item = (&'static str, T)>, backward: bool) -> Self {
        let mut by_first: WordTable<Vec<(Vec<_>, T)>> = WordTable::default();
        for (phrase, value) in lines {
            let mut words: Vec<&str> = phrase.split_ascii_whitespace().collect();
            if backward {
                words.reverse();
            }
            let Some(first) = words.first().copied() else { continue };
            words.remove(0);
            by_first.entry(first).or_default().push((words, value));
        }
        by_first.values_mut().for_each(|list| list.sort_by_key(|(words, _)| usize::MAX - words.len()));
        Self { by_first, backward }
    }

    /// The longest phrase that begins at `i` (or ends there, in a table that is read backward): how many tokens, and what it is.
    pub fn at(&self, p: &Passage<'_>, i: usize) -> Option<(usize, T)> {
        let list = self.by_first.get(p.lower(i))?;
        list.iter().find_map(|(words, value)| {
            let step = |k: usize| if self.backward { i.wrapping_sub(k + 1) } else { i + k + 1 };
            let plain = words.iter().enumerate().all(|(k, word)| p.lower(step(k)) == *word);
            let found = if plain { Some(words.len() + 1) } else { self.hyphened(p, i, words) };
            found.map(|n| (n, *value))
        })
    }

    /// "a 150,000-square-foot hall": the words of the phrase with hyphens between them; how many tokens.
    fn hyphened(&self, p: &Passage<'_>, i: usize, words: &[&str]) -> Option<usize> {
        if self.backward || words.is_empty() || !p.hyphen(i + 1) {
            return None;
        }
        words
            .iter()
            .enumerate()
            .all(|(k, word)| p.hyphen(i + 2 * k + 1) && p.lower(i + 2 * k + 2) == *word)
            .then_some(2 * words.len() + 1)
    }
}

/// A name with its plural: an s on its last word, unless it has one.
fn with_plural(name: &'static str) -> [&'static str; 2] {
    let plural = if name.ends_with('s') { name.to_owned() } else { format!("{name}s") };
    // Lists are built once and live as long as the program.
    [name, Box::leak(plural.into_boxed_str())]
}

/// A currency, or a hundredth of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Money {
    /// ISO 4217 code, or `cent`, `pence` … for a minor unit.
    pub code: &'static str,
    /// The name is that of a measure as well ("pound").
    pub ambiguous: bool,
    pub minor: bool,
}

pub(crate) struct Currencies {
    pub signs: WordTable<&'static str>,
    pub dollars: WordTable<&'static str>,
    pub before: WordTable<&'static str>,
    pub names: Phrases<Money>,
    words: WordSet,
}

impl Currencies {
    /// The ISO 4217 code that these capitals are.
    pub fn code(&self, raw: &str) -> Option<&'static str> {
        if raw.len() != 3 || !raw.bytes().all(|b| b.is_ascii_uppercase()) {
            return None;
        }
        iso_currency::Currency::from_code(raw).map(|currency| currency.code())
    }

    /// Whether the code is an English word as well.
    pub fn is_word(&self, code: &str) -> bool {
        self.words.contains(code)
    }
}

pub(crate) static CURRENCIES: LazyLock<Currencies> = LazyLock::new(|| {
    let (mut signs, mut dollars, mut before) = (WordTable::default(), WordTable::default(), WordTable::default());
    let (mut names, mut words) = (Vec::new(), WordSet::default());
    for line in entries(include_str!("words/currencies.txt")) {
        let mut fields = line.splitn(3, ' ');
        let (what, code) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        let rest = fields.next().unwrap_or_default();
        match what {
            "sign" => signs.extend(rest.split(' ').map(|sign| (sign, code))),
            "dollar" => dollars.extend(rest.split(' ').map(|letters| (letters, code))),
            "before" => before.extend(rest.split(' ').map(|letters| (letters, code))),
            "word" => drop(words.insert(code)),
            _ => {
                let name = rest.trim_end_matches(" *");
                let money = Money { code, ambiguous: name.len() < rest.len(), minor: what == "minor" };
                names.extend(with_plural(name).map(|name| (name, money)));
            }
        }
    }
    Currencies { signs, dollars, before, names: Phrases::new(names, false), words }
});

/// A unit of measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    /// UCUM code.
    pub code: &'static str,
    /// The name is that of something else as well ("bar", "pound").
    pub ambiguous: bool,
    /// It is written as a symbol: "km".
    pub symbol: bool,
}

pub(crate) struct Units {
    pub names: Phrases<Unit>,
    /// Symbols; case counts.
    pub symbols: WordTable<Unit>,
    /// Symbols of one or two letters that are read only close to the digits.
    pub loose: WordTable<Unit>,
}

pub(crate) static UNITS: LazyLock<Units> = LazyLock::new(|| {
    let (mut names, mut symbols, mut loose) = (Vec::new(), WordTable::default(), WordTable::default());
    for line in entries(include_str!("words/units.txt")) {
        let mut fields = line.split('|').map(str::trim);
        let code = fields.next().unwrap_or_default();
        for name in fields.next().unwrap_or_default().split(';').map(str::trim) {
            let plain = name.trim_end_matches(" *");
            let unit = Unit { code, ambiguous: plain.len() < name.len(), symbol: false };
            names.extend(plurals(plain).into_iter().map(|name| (name, unit)));
        }
        let symbol = Unit { code, ambiguous: false, symbol: true };
        symbols.extend(fields.next().unwrap_or_default().split_whitespace().map(|s| (s, symbol)));
        loose.extend(fields.next().unwrap_or_default().split_whitespace().map(|s| (s, symbol)));
    }
    Units { names: Phrases::new(names, false), symbols, loose }
});

/// The forms of a unit's name: "mile per hour" has its plural in the first word.
fn plurals(name: &'static str) -> Vec<&'static str> {
    for joint in [" per ", " an ", " a ", " of "] {
        if let Some((first, rest)) = name.split_once(joint) {
            let plural = if first.ends_with('s') { first.to_owned() } else { format!("{first}s") };
            return vec![name, Box::leak(format!("{plural}{joint}{rest}").into_boxed_str())];
        }
    }
    if let Some((first, rest)) =
        name.split_once(" celsius").or_else(|| name.split_once(" fahrenheit")).filter(|(f, _)| *f == "degree")
    {
        let scale = name.trim_start_matches(first).trim_end_matches(rest);
        return vec![name, Box::leak(format!("degrees{scale}").into_boxed_str())];
    }
    if let Some(scale) = name.strip_prefix("degree ") {
        return vec![name, Box::leak(format!("degrees {scale}").into_boxed_str())];
    }
    with_plural(name).into()
}

/// Bounds before a number, read backward from it.
pub(crate) static BEFORE: LazyLock<Phrases<Bound>> = LazyLock::new(|| bounds(false));
/// Bounds behind a number.
pub(crate) static AFTER: LazyLock<Phrases<Bound>> = LazyLock::new(|| bounds(true));

fn bounds(after: bool) -> Phrases<Bound> {
    let mut list = Vec::new();
    for line in entries(include_str!("words/bounds.txt")) {
        let (line, behind) = line.strip_prefix("after ").map_or((line, false), |rest| (rest, true));
        let Some((sign, phrases)) = line.split_once(' ').filter(|(s, _)| behind == after && *s != "topic") else {
            continue;
        };
        let bound = match sign {
            ">" => Bound::More,
            ">=" => Bound::AtLeast,
            "<" => Bound::Less,
            "<=" => Bound::AtMost,
            "~" => Bound::About,
            _ => Bound::Exact,
        };
        list.extend(phrases.split(';').map(|phrase| (phrase.trim(), bound)));
    }
    Phrases::new(list, !after)
}

/// Words behind which "about" names the topic.
pub(crate) static TOPICS: LazyLock<WordSet> = LazyLock::new(|| {
    entries(include_str!("words/bounds.txt"))
        .filter_map(|line| line.strip_prefix("topic "))
        .flat_map(str::split_ascii_whitespace)
        .collect()
});

/// Which way a verb or an adverb moves a figure.
pub(crate) static CHANGES: LazyLock<WordTable<Change>> = LazyLock::new(|| changes("up", "down"));

/// The same of verbs that move only a share, or what stands behind "by".
pub(crate) static LIFTS: LazyLock<WordTable<Change>> = LazyLock::new(|| changes("lift", "drop"));

fn changes(up: &str, down: &str) -> WordTable<Change> {
    entries(include_str!("words/changes.txt"))
        .filter_map(|line| {
            let (way, forms) = line.split_once(' ')?;
            let change = if way == up { Change::Up } else { Change::Down };
            (way == up || way == down).then(|| forms.split(' ').map(move |form| (form, change)))
        })
        .flatten()
        .collect()
}

/// What a word's number is, where it names and does not count: `section-number` for "Article".
pub(crate) static LABELS: LazyLock<WordTable<&'static str>> = LazyLock::new(|| {
    entries(include_str!("words/labels.txt"))
        .flat_map(|line| {
            let (what, words) = line.split_once(' ').unwrap_or_default();
            words.split(' ').map(move |word| (word, what))
        })
        .collect()
});

/// The noun that stands for its near-synonyms.
pub(crate) static HEADS: LazyLock<WordTable<&'static str>> = LazyLock::new(|| {
    entries(include_str!("words/heads.txt"))
        .flat_map(|line| {
            let first = line.split(' ').next().unwrap_or_default();
            line.split(' ').map(move |word| (word, first))
        })
        .collect()
});

pub(crate) struct Nouns {
    /// Counted without an s.
    pub counted: WordSet,
    /// End in s, and are no plural.
    pub not: WordSet,
    /// End in s, and stand before the noun counted.
    pub modifiers: WordSet,
}

pub(crate) static NOUNS: LazyLock<Nouns> = LazyLock::new(|| {
    let mut nouns = Nouns { counted: WordSet::default(), not: WordSet::default(), modifiers: WordSet::default() };
    for line in entries(include_str!("words/nouns.txt")) {
        let mut words = line.split(' ');
        let first = words.next().unwrap_or_default();
        match first {
            "not" => nouns.not.extend(words),
            "modifier" => nouns.modifiers.extend(words),
            _ => {
                nouns.counted.insert(first);
                nouns.counted.extend(words);
            }
        }
    }
    nouns
});

/// Verbs that put their subject at a level.
pub(crate) static LEVELS: LazyLock<WordSet> =
    LazyLock::new(|| entries(include_str!("words/levels.txt")).flat_map(str::split_ascii_whitespace).collect());

/// Verb forms that end a noun phrase.
pub(crate) static VERBS: LazyLock<WordSet> =
    LazyLock::new(|| entries(include_str!("words/verbs.txt")).flat_map(str::split_ascii_whitespace).collect());

/// The singular of an irregular plural.
pub(crate) static SINGULARS: LazyLock<WordTable<&'static str>> =
    LazyLock::new(|| entries(include_str!("words/singulars.txt")).filter_map(|line| line.split_once(' ')).collect());

/// A word that says how often an amount is in another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Multiple {
    pub times: i64,
    /// It says that the amount grew: "doubled".
    pub grew: bool,
}

/// "double", "thrice", "tenfold".
pub(crate) static MULTIPLES: LazyLock<WordTable<Multiple>> = LazyLock::new(|| {
    entries(include_str!("words/multiples.txt"))
        .filter_map(|line| {
            let mut fields = line.split(' ');
            let (word, times) = (fields.next()?, fields.next()?.parse().ok()?);
            Some((word, Multiple { times, grew: fields.next().is_some() }))
        })
        .collect()
});
