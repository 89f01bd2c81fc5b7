//! What those whom the text mentions do there: speak, or act as the subject of another verb.

use crate::lists::{Trait, lists};
use copydesk_core::{Class, Reading};
use std::ops::Range;

/// An apposition between a speaker and the verb has at most so many tokens.
const APPOSED: usize = 32;

/// Whether a verb of speech goes with these tokens.
pub(crate) fn speaks(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    let speech = |i: usize| reading.is(i, Class::SPEECH) && !reading.is(i, Class::CAPITAL);
    let before = tokens.start.wrapping_sub(1);
    let title = (0..4)
        .map(|n| tokens.start.wrapping_sub(n + 1))
        .find(|&i| !lists().word(reading.lower(i)).traits.any(Trait::ROLE | Trait::MODIFIER));
    speech(tokens.end)
        || (speech(tokens.end + 1) && reading.is(tokens.end, Class::WORD))
        || speaks_behind(reading, tokens.end)
        || inverted(reading, before)
        || title.is_some_and(|i| inverted(reading, i))
}

/// "Jo Lund, the head of the firm that built it, told me": the verb behind an apposition.
fn speaks_behind(reading: &Reading<'_>, comma: usize) -> bool {
    let opens =
        |i: usize| matches!(reading.raw(i), "," | "—" | "–") || (reading.is(i, Class::DASH) && !reading.glued(i));
    let ends = |i: usize| reading.is(i, Class::STOP | Class::QUOTE | Class::LINE_START);
    opens(comma)
        && (comma + 1..comma + APPOSED)
            .take_while(|&i| !ends(i))
            .any(|i| opens(i) && reading.is(i + 1, Class::SPEECH) && !reading.is(i + 1, Class::CAPITAL))
}

/// Whether what follows looks like the verb of a subject.
pub(crate) fn acts(reading: &Reading<'_>, next: usize) -> bool {
    let word = reading.lower(next);
    reading.is(next, Class::WORD)
        && !reading.is(next, Class::CAPITAL)
        && (matches!(
            word,
            "is" | "was"
                | "has"
                | "had"
                | "will"
                | "would"
                | "did"
                | "does"
                | "can"
                | "could"
                | "may"
                | "might"
                | "should"
                | "also"
                | "who"
        ) || (word.len() > 3 && word.ends_with("ed"))
            || (word.len() > 3 && word.ends_with('s') && !reading.is(next, Class::FUNCTION)))
}

/// Whether the verb of speech at `i` stands before its subject: “…,” said Brandt. "criticised Brandt" is none.
pub(crate) fn inverted(reading: &Reading<'_>, i: usize) -> bool {
    reading.is(i, Class::SPEECH) && !reading.is(i, Class::CAPITAL) && !reading.is(i.wrapping_sub(1), Class::WORD)
}

/// Whether it is named as the source: "according to the ministry", "in a statement by the ministry".
pub(crate) fn is_source(reading: &Reading<'_>, start: usize) -> bool {
    let the = usize::from(matches!(reading.lower(start.wrapping_sub(1)), "the" | "a" | "an"));
    let to = start.wrapping_sub(1 + the);
    reading.lower(to) == "to" && reading.lower(to.wrapping_sub(1)) == "according"
}
