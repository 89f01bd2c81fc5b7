//! Runs of capitalised words: the raw matter of names.

use crate::lists::{Trait, Word, lists};
use copydesk_core::{Class, Reading};
use std::ops::Range;

/// A run has at most so many pieces: the longest name of an office met in news has eleven words.
const LONGEST_RUN: usize = 16;
/// A word of a name has at most so many bytes, and (with its hyphens, or as initials) so many tokens: the longest place name in use has 85 letters.
const LONGEST_WORD: u32 = 128;
const LONGEST_PARTS: usize = 24;
/// Parts of words behind a hyphen that belong to a given name have at most so many letters ("Jong-un", "Suk-yeol").
const SYLLABLE: usize = 6;
/// What hyphens tie to a name without being part of it: "US-led".
const SUFFIXES: [&str; 28] = [
    "led", "era", "style", "like", "based", "backed", "born", "made", "run", "wide", "owned", "type", "level", "class",
    "year", "held", "bound", "area", "only", "free", "age", "funded", "trained", "built", "fed", "elect", "wing",
    "rate",
];

/// How a piece of a run is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A word, hyphens included.
    Word,
    /// "J."
    Initial,
    /// "U.S."
    Initialism,
    /// What joins: "of", "the", "&", "'s", "van".
    Link,
}

/// One piece of a run.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub tokens: Range<usize>,
    pub form: Form,
    /// What is known of its last word.
    pub word: Word,
    /// Of all letters capital.
    pub upper: bool,
}

impl Piece {
    pub fn any(&self, traits: Trait) -> bool {
        self.word.traits.any(traits)
    }
}

/// Reads the run that begins at token `i`, before `end`; answers its pieces and the token behind it.
pub(crate) fn read(reading: &Reading<'_>, i: usize, end: usize, run: &mut Vec<Piece>) -> usize {
    run.clear();
    let mut at = i;
    while at < end && run.len() < LONGEST_RUN {
        let Some((piece, broken)) = piece(reading, at, end, run) else { break };
        at = piece.tokens.end;
        run.push(piece);
        if broken {
            break;
        }
        at = link(reading, at, end, run);
    }
    while run.last().is_some_and(|piece| piece.form == Form::Link) {
        run.pop();
    }
    run.last().map_or(i + 1, |piece| piece.tokens.end)
}

/// Whether a name may begin here.
pub(crate) fn begins(reading: &Reading<'_>, i: usize) -> bool {
    reading.is(i, Class::CAPITAL)
}

/// A piece at `at`, and whether the run must end behind it.
fn piece(reading: &Reading<'_>, at: usize, end: usize, run: &[Piece]) -> Option<(Piece, bool)> {
    let class = reading.class(at);
    let long = reading.token(at).span().len() > LONGEST_WORD;
    if !class.any(Class::CAPITAL) || long || (!run.is_empty() && glued_on(reading, at, run)) {
        return None;
    }
    let mut word = lists().word(reading.lower(at));
    // "Theresa May", "Jan Egeland": a month's name behind or before a name is one.
    if class.any(Class::MONTH | Class::WEEKDAY) {
        let behind_given = run.last().is_some_and(|piece| piece.any(Trait::GIVEN) || piece.form == Form::Initial);
        let given =
            word.traits.any(Trait::GIVEN) && reading.is(at + 1, Class::CAPITAL) && !reading.is(at + 1, Class::MONTH);
        if !behind_given && !given {
            return None;
        }
    }
    let stop = |i: usize| i < end && reading.raw(i) == "." && reading.glued(i);
    if reading.raw(at).len() == 1 && stop(at + 1) {
        let mut last = at + 2;
        while last + 1 < end.min(at + LONGEST_PARTS)
            && reading.glued(last)
            && reading.raw(last).len() == 1
            && reading.is(last, Class::CAPITAL)
            && stop(last + 1)
        {
            last += 2;
        }
        let form = if last > at + 2 { Form::Initialism } else { Form::Initial };
        if form == Form::Initial && run.is_empty() && !reading.is(last, Class::CAPITAL) {
            return None;
        }
        let word = if form == Form::Initialism { Word::default() } else { word };
        return Some((Piece { tokens: at..last, form, word, upper: true }, false));
    }
    // "R-Tex.", "X-ray": a letter that is no initial.
    if reading.raw(at).len() == 1 && reading.is(at + 1, Class::DASH) && reading.glued(at + 1) {
        return None;
    }
    let upper = class.any(Class::UPPER);
    let end = end.min(at + LONGEST_PARTS);
    let mut last = at + 1;
    // "Mr.", "Gen.", "Jr.", "Corp.": the stop is the name's unless it may be the sentence's.
    if stop(last)
        && last + 1 < end
        && reading.raw(at).len() <= 5
        && copydesk_core::lang::en::abbreviations::find(reading.lower(at)).is_some()
    {
        return Some((Piece { tokens: at..last + 1, form: Form::Word, word, upper }, false));
    }
    while last + 1 < end
        && reading.is(last, Class::DASH)
        && reading.raw(last) != "—"
        && reading.glued(last)
        && reading.glued(last + 1)
    {
        let next = reading.class(last + 1);
        let part = reading.lower(last + 1);
        if !next.any(Class::WORD) || part.len() > LONGEST_WORD as usize {
            break;
        }
        if next.any(Class::CAPITAL) {
            let right = lists().word(part);
            // "North Korea-Russia Treaty", "US-China": two names.
            if listed(part, right) || listed(reading.lower(last - 1), word) || reading.raw(last) == "–" {
                return Some((Piece { tokens: at..last, form: Form::Word, word, upper }, true));
            }
            word = Word { gender: word.gender, traits: word.traits, ..right };
            last += 2;
        } else if !run.is_empty()
            && part.len() <= SYLLABLE
            && !SUFFIXES.contains(&part)
            && !listed(reading.lower(last - 1), word)
            && !upper
        {
            last += 2;
        } else {
            return Some((Piece { tokens: at..last, form: Form::Word, word, upper }, true));
        }
    }
    Some((Piece { tokens: at..last, form: Form::Word, word, upper }, false))
}

/// Whether a word is a listed name by itself, or says whose country: "Korea", "Russian".
fn listed(lower: &str, word: Word) -> bool {
    word.traits.any(Trait::DEMONYM) || (word.longest > 0 && lists().known(lower).is_some())
}

/// "iPhone", "e-Mail": a capital that is glued to something else than the run.
fn glued_on(reading: &Reading<'_>, at: usize, run: &[Piece]) -> bool {
    reading.glued(at) && run.last().is_some_and(|piece| piece.tokens.end == at && piece.form != Form::Link)
}

/// Pushes what joins the run to the next capital; answers where that stands.
fn link(reading: &Reading<'_>, at: usize, end: usize, run: &mut Vec<Piece>) -> usize {
    let capital = |i: usize| i < end && reading.is(i, Class::CAPITAL) && !reading.is(i, Class::MONTH | Class::WEEKDAY);
    let push = |tokens: Range<usize>, run: &mut Vec<Piece>| {
        run.push(Piece { tokens: tokens.clone(), form: Form::Link, word: Word::default(), upper: false });
        tokens.end
    };
    let Some(last) = run.last().cloned() else { return at };
    let previous = reading.lower(last.tokens.start);
    let token = reading.lower(at);
    if reading.is(at, Class::CAPITAL) || at >= end {
        return at;
    }
    if reading.glued(at) {
        // "People's Republic", "Workers' Party", "Women's March".
        const OWNERS: [&str; 12] = [
            "people", "women", "men", "children", "world", "nation", "queen", "king", "king", "workers", "teachers",
            "farmers",
        ];
        let possessive = reading.class(at) == Class::GLUED
            || (reading.is(at, Class::QUOTE) && previous.ends_with('s') && !reading.glued(at + 1));
        if possessive && OWNERS.contains(&previous) && capital(at + 1) {
            return push(at..at + 1, run);
        }
        if token == "&" && capital(at + 1) {
            return push(at..at + 1, run);
        }
        return at;
    }
    match token {
        "&" if capital(at + 1) => push(at..at + 1, run),
        "of" | "for" | "on" => {
            let the = usize::from(reading.lower(at + 1) == "the");
            let next = at + 1 + the;
            if !capital(next) {
                return at;
            }
            let ofs = run.iter().filter(|piece| piece.form == Form::Link && piece.tokens.len() <= 2).count();
            let word = lists().word(reading.lower(next));
            let listed = listed(reading.lower(next), word) || word.traits.any(Trait::GIVEN);
            let headed = run.iter().any(|piece| piece.any(Trait::ORGANISATION_HEAD));
            let placed = last.any(Trait::PLACE_HEAD)
                || matches!(previous, "republic" | "kingdom" | "states" | "state" | "emirates");
            let office = last.any(Trait::ROLE) && word.traits.any(Trait::TOPIC);
            let of = token == "of";
            let join = (headed && (ofs == 0 || !listed) && (of || !listed)) || (of && (placed || office));
            if join { push(at..next, run) } else { at }
        }
        "and" if capital(at + 1) => {
            let topic = |word: Word| word.traits.any(Trait::TOPIC);
            if topic(last.word) && topic(lists().word(reading.lower(at + 1))) { push(at..at + 1, run) } else { at }
        }
        _ if lists().word(token).traits.any(Trait::PARTICLE)
            && last.form != Form::Link
            && !last.any(Trait::STARTER) =>
        {
            let two =
                lists().word(reading.lower(at + 1)).traits.any(Trait::PARTICLE) && !reading.is(at + 1, Class::CAPITAL);
            let next = at + 1 + usize::from(two);
            if capital(next) && !reading.glued(next) { push(at..next, run) } else { at }
        }
        _ => at,
    }
}
