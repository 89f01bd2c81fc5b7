//! Bylines, sign-offs and initials: who wrote it.

use crate::unit::Unit;
use copydesk_core::{Class, Reading};
use std::ops::Range;

/// A byline has at most so many words: two names, a place and a function.
const LONGEST: u32 = 14;
/// Names have at most so many words.
const LONGEST_NAME: usize = 4;
/// Sign-offs and hand-offs have at most so many words: a house, a name, a verb.
const LONGEST_SIGN_OFF: u32 = 9;
/// Editors' initials have at most so many bytes: "rvl-ako/mt".
const LONGEST_INITIALS: u32 = 16;

/// "By Lucia Amar and Teo Lund in Brisca".
pub(crate) fn is_byline(reading: &Reading<'_>, unit: &Unit) -> bool {
    let first = unit.tokens.start;
    if reading.lower(first) != "by" || !unit.within(LONGEST) || unit.words < 2 || unit.ends && unit.words > 6 {
        return false;
    }
    let at = first + 1 + usize::from(reading.raw(first + 1) == ":");
    reading.is(at, Class::CAPITAL)
        && (at..unit.tokens.end).all(|i| {
            !reading.is(i, Class::WORD)
                || reading.is(i, Class::CAPITAL)
                || matches!(
                    reading.lower(i),
                    "and"
                        | "in"
                        | "of"
                        | "for"
                        | "the"
                        | "at"
                        | "de"
                        | "van"
                        | "von"
                        | "with"
                        | "staff"
                        | "writer"
                        | "reporter"
                        | "editor"
                        | "correspondent"
                        | "da"
                        | "di"
                        | "al"
                        | "el"
                        | "bin"
                        | "la"
                        | "le"
                )
        })
}

/// A personal name alone: two to four words with capitals, "Teo Lund", "J. R. Amar".
pub(crate) fn is_name(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    let mut words = 0;
    for i in tokens {
        let class = reading.class(i);
        let particle = matches!(
            reading.lower(i),
            "de" | "van" | "von" | "da" | "di" | "al" | "el" | "bin" | "la" | "le" | "der" | "den"
        );
        // "Go Eun-hee": what stands behind a hyphen may be small.
        let second = reading.glued(i) && i > 0 && reading.is(i - 1, Class::DASH);
        if class.any(Class::WORD) && second {
        } else if class.any(Class::WORD)
            && (class.any(Class::CAPITAL) && !class.any(Class::UPPER | Class::FUNCTION | Class::MONTH | Class::WEEKDAY)
                || particle)
        {
            words += 1;
        } else if !(matches!(reading.raw(i), "." | "-" | "'" | "’") && reading.glued(i)) {
            return false;
        }
    }
    (2..=LONGEST_NAME).contains(&words)
}

/// "Sander Pohl, Portavel": a name and a place.
pub(crate) fn is_name_and_place(reading: &Reading<'_>, unit: &Unit) -> bool {
    let Some(comma) = unit.tokens.clone().take(LONGEST_NAME * 2).find(|&i| reading.raw(i) == ",") else { return false };
    !unit.ends
        && is_name(reading, unit.tokens.start..comma)
        && (1..=LONGEST_NAME).contains(&(unit.tokens.end - comma - 1))
        && (comma + 1..unit.tokens.end).all(|i| reading.is(i, Class::CAPITAL))
}

/// "M.Ohler--QK": an initial and a name, a double dash, the house.
pub(crate) fn is_house_byline(reading: &Reading<'_>, unit: &Unit) -> bool {
    let Range { start, end } = unit.tokens;
    end - start <= 8
        && end - start >= 4
        && reading.raw(start).len() == 1
        && reading.is(start, Class::CAPITAL)
        && reading.is(end - 1, Class::UPPER)
        && reading.is(end - 2, Class::DASH)
        && (start + 1..end).all(|i| reading.glued(i))
}

/// "rvl-ako/mt": initials in small letters with a hyphen or a slash, without spaces.
pub(crate) fn is_initials(reading: &Reading<'_>, unit: &Unit) -> bool {
    let Range { start, end } = unit.tokens;
    let joined = (start + 1..end).filter(|&i| matches!(reading.raw(i), "/" | "-")).count();
    unit.span.len() <= LONGEST_INITIALS
        && joined > 0
        && (start + 1..end).all(|i| reading.glued(i))
        && unit.tokens.clone().all(|i| {
            matches!(reading.raw(i), "/" | "-")
                || reading.is(i, Class::WORD) && reading.raw(i).len() <= 4 && !reading.is(i, Class::FUNCTION)
        })
}

/// "TV Valmere News, Ines Harrow.": the broadcaster and the name, all in capitals or with one.
pub(crate) fn is_sign_off(reading: &Reading<'_>, unit: &Unit) -> bool {
    let Some(comma) = unit.tokens.clone().take(8).find(|&i| reading.raw(i) == ",") else { return false };
    let end = unit.tokens.end - usize::from(unit.ends);
    let house = unit.tokens.start..comma;
    unit.within(LONGEST_SIGN_OFF)
        && house
            .clone()
            .any(|i| matches!(reading.lower(i), "news" | "tv" | "radio" | "television") || reading.is(i, Class::UPPER))
        && house.clone().all(|i| reading.is(i, Class::CAPITAL | Class::DIGITS))
        && (is_name(reading, comma + 1..end) || end == comma + 2 && reading.is(comma + 1, Class::CAPITAL))
}

/// "Ines Harrow has the story.", "Teo Lund reports.": the hand-off in a transcript.
pub(crate) fn is_hand_off(reading: &Reading<'_>, unit: &Unit) -> bool {
    const ENDINGS: [&str; 9] = [
        "reports.",
        "reports",
        "has the story.",
        "has more.",
        "has the details.",
        "has the report.",
        "with the story.",
        "with more.",
        "reporting.",
    ];
    let text = reading.slice_lower(unit.span);
    let Some(ending) = ENDINGS.iter().find(|ending| text.ends_with(**ending)) else { return false };
    let words = ending.split(' ').count();
    let mut end = unit.tokens.end - usize::from(ending.ends_with('.'));
    end = end.saturating_sub(words).max(unit.tokens.start);
    unit.within(LONGEST_SIGN_OFF) && is_name(reading, unit.tokens.start..end)
}
