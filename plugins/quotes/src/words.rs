//! The verbs that report, and the small classes of words that a walk through a clause must know.

use copydesk_core::lang::en::inflection::{self, is_gerund};
use copydesk_core::lang::en::lexicon::entries;
use copydesk_core::{Class, Reading};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What must follow a verb for it to report something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Whatever follows: "noted the delay", "noted that …".
    Any,
    /// "that", "how", a clause, or words in marks.
    Clause,
    /// Words in marks only: "shouted".
    Quote,
    /// First who is told, then anything: "told reporters that …".
    Addressee,
    /// Nothing but its prepositions: "referred to".
    None,
}

/// How a form stands in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// "say": needs a plural subject, a modal, or "to" before it.
    Base,
    /// "says".
    Present,
    /// "said".
    Past,
    /// "saying".
    Gerund,
}

/// A form of a reporting verb.
#[derive(Debug)]
pub struct Verb {
    /// "say" for "said".
    pub lemma: &'static str,
    /// Which form.
    pub shape: Shape,
    /// What must follow.
    pub frame: Frame,
    /// Whether it also stands behind what it reports.
    pub post: bool,
    /// With these prepositions, what follows is reported.
    pub prepositions: Vec<&'static str>,
}

static VERBS: LazyLock<HashMap<&'static str, Verb>> = LazyLock::new(|| {
    let mut verbs = HashMap::new();
    for line in entries(include_str!("words/cues.txt")) {
        let (forms, frame) = line.split_once('|').unwrap_or((line, ""));
        let lemma = forms.split_ascii_whitespace().next().unwrap_or_default();
        for (i, form) in forms.split_ascii_whitespace().enumerate() {
            let shape = match i {
                0 => Shape::Base,
                1 => Shape::Present,
                _ if is_gerund(form) => Shape::Gerund,
                _ => Shape::Past,
            };
            let mut verb = Verb { lemma, shape, frame: Frame::None, post: false, prepositions: Vec::new() };
            for word in frame.split_ascii_whitespace() {
                match word {
                    "any" => verb.frame = Frame::Any,
                    "clause" => verb.frame = Frame::Clause,
                    "quote" => verb.frame = Frame::Quote,
                    "addressee" => verb.frame = Frame::Addressee,
                    "post" => verb.post = true,
                    _ => verb.prepositions.extend(word.strip_prefix('+')),
                }
            }
            // "put" and "read" are base and past alike: the past wins.
            verbs.insert(form, verb);
        }
    }
    verbs
});

static FINITE: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| entries(include_str!("words/finite.txt")).flat_map(str::split_ascii_whitespace).collect());

/// The classes of `words/classes.txt`, as bits.
const AUXILIARY: u16 = 1;
const ADVERB: u16 = 1 << 1;
const NOT_ADVERB: u16 = 1 << 2;
const PREPOSITION: u16 = 1 << 3;
const SUBORDINATOR: u16 = 1 << 4;
const PRONOUN: u16 = 1 << 5;
const OBJECT: u16 = 1 << 6;
const DETERMINER: u16 = 1 << 7;
const QUANTIFIER: u16 = 1 << 8;
const NOUN: u16 = 1 << 9;
const LABEL: u16 = 1 << 10;

static CLASSES: LazyLock<HashMap<&'static str, u16>> = LazyLock::new(|| {
    let mut classes: HashMap<&'static str, u16> = HashMap::new();
    for line in entries(include_str!("words/classes.txt")) {
        let mut words = line.split_ascii_whitespace();
        let bit = match words.next() {
            Some("auxiliary") => AUXILIARY,
            Some("adverb") => ADVERB,
            Some("not-adverb") => NOT_ADVERB,
            Some("preposition") => PREPOSITION,
            Some("subordinator") => SUBORDINATOR,
            Some("pronoun") => PRONOUN,
            Some("object") => OBJECT,
            Some("determiner") => DETERMINER,
            Some("quantifier") => QUANTIFIER,
            Some("label") => LABEL,
            _ => NOUN,
        };
        for word in words {
            *classes.entry(word).or_default() |= bit;
        }
    }
    classes
});

fn has(word: &str, class: u16) -> bool {
    CLASSES.get(word).is_some_and(|bits| bits & class != 0)
}

/// The reporting verb that this token is a form of.
pub fn verb(reading: &Reading<'_>, i: usize) -> Option<&'static Verb> {
    let class = reading.class(i);
    if !class.any(Class::WORD) || class.any(Class::FUNCTION) {
        return None;
    }
    VERBS.get(reading.lower(i))
}

/// "is", "has", "would": what stands before a verb in its group.
pub fn is_auxiliary(word: &str) -> bool {
    has(word, AUXILIARY)
}

/// "also", "repeatedly": what may stand inside a verb group.
pub fn is_adverb(word: &str) -> bool {
    has(word, ADVERB) || inflection::is_adverb(word) && !has(word, NOT_ADVERB)
}

/// "of", "for", "at": what ties a noun to the one before it.
pub fn is_preposition(word: &str) -> bool {
    has(word, PREPOSITION)
}

/// "because", "when": what begins a clause under another.
pub fn is_subordinator(word: &str) -> bool {
    has(word, SUBORDINATOR)
}

/// A pronoun that can be a subject.
pub fn is_pronoun(word: &str) -> bool {
    has(word, PRONOUN)
}

/// A pronoun that can only be an object: "told them".
pub fn is_object_pronoun(word: &str) -> bool {
    has(word, OBJECT)
}

/// "the", "his": what begins a noun phrase.
pub fn is_determiner(word: &str) -> bool {
    has(word, DETERMINER)
}

/// Whether the token is, in all likelihood, the finite verb of a clause (an auxiliary, a past or present form).
pub fn is_finite(reading: &Reading<'_>, i: usize) -> bool {
    let class = reading.class(i);
    if !class.any(Class::WORD) || class.any(Class::UPPER) {
        return false;
    }
    let word = reading.lower(i);
    if is_auxiliary(word) {
        let month = word == "may" && class.any(Class::CAPITAL);
        return !(month || matches!(word, "be" | "been" | "being" | "having"));
    }
    if class.any(Class::CAPITAL) {
        return false;
    }
    if FINITE.contains(word) {
        return true;
    }
    if let Some(verb) = VERBS.get(word) {
        return match verb.shape {
            Shape::Past => true,
            Shape::Present => !nominal_before(reading, i),
            _ => false,
        };
    }
    if singular(reading, i) {
        return true;
    }
    word.len() > 3 && word.ends_with("ed") && !word.ends_with("eed") && word != "united" && !nominal_before(reading, i)
}

/// "Hale rips the agreement": behind a name and before a noun phrase a word in "-s" is its verb.
fn singular(reading: &Reading<'_>, i: usize) -> bool {
    let word = reading.lower(i);
    let next = reading.lower(i + 1);
    word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && i > 0
        && reading.is(i - 1, Class::CAPITAL)
        && !reading.is(i, Class::FUNCTION | Class::TIME_UNIT)
        && (is_determiner(next) || is_object_pronoun(next))
}

/// Whether what stands before makes a noun or an adjective of the token: "the claims", "his reported plan".
pub fn nominal_before(reading: &Reading<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let word = reading.lower(before);
    (is_determiner(word) && !is_quantifier(word))
        || (is_preposition(word) && !matches!(word, "since" | "like"))
        || reading.is(before, Class::CURRENCY)
        || (matches!(word, "'s" | "’s") && reading.glued(before))
        || (reading.is(before, Class::DASH) && reading.glued(i))
}

/// "some", "many": determiners that are subjects too ("most said …").
fn is_quantifier(word: &str) -> bool {
    has(word, QUANTIFIER)
}

/// Forms that are nouns far oftener than verbs: only a plain subject before them and a plain report behind make verbs of them.
pub fn is_mostly_noun(word: &str) -> bool {
    has(word, NOUN)
}

/// "note", "photo": in front of a colon they speak for nobody.
pub fn is_label(word: &str) -> bool {
    has(word, LABEL)
}
