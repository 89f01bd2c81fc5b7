//! Credits inside a line: of a photographer behind a caption, of an agency behind the last sentence.

use crate::{agency, unit::Unit};
use copydesk_core::{Class, Reading};
use std::ops::Range;

/// A credit has at most so many tokens: "AGENCY-PPA / MINISTRY OF FOREIGN AFFAIRS PRESS SERVICE / HANDOUT / FILE".
const LONGEST: usize = 24;
/// "foto", "photo" …
const LEADS_SHORTEST: u32 = 4;
/// "photograph"
const LEADS_LONGEST: u32 = 10;
/// Agencies at the end of a story have at most so many tokens.
const LONGEST_AGENCY: usize = 5;

/// The credit of a picture at the end of this unit, as tokens, its brackets or its slash included.
pub(crate) fn of_photo(reading: &Reading<'_>, unit: &Unit) -> Option<Range<usize>> {
    let Range { start, end } = unit.tokens;
    let last = end.checked_sub(1)?;
    let from = start.max(end.saturating_sub(LONGEST));
    // "… on March 14. [KESTRIAN TELEGRAPH AGENCY]", "(AP Photo/Jane Doe)", "(Getty Images)"
    let close = last - usize::from(reading.raw(last) == "." && last > start);
    let open = match reading.raw(close) {
        "]" => "[",
        ")" => "(",
        _ => "",
    };
    if !open.is_empty()
        && let Some(first) = (from..close).rev().find(|&i| reading.raw(i) == open)
        && first + 1 < close
        && first > start
        && (is_capitals_credit(reading, first + 1..close) && reading.raw(first) == "["
            || names_photo(reading, first + 1..close))
    {
        return Some(whole(reading, unit, first..end));
    }
    // "… / Photo: © POOL/ALQ", "… Photograph by Jane Doe"
    for i in from..end {
        if !(LEADS_SHORTEST..=LEADS_LONGEST).contains(&reading.token(i).span().len()) {
            continue;
        }
        let word =
            matches!(reading.lower(i), "photo" | "photograph" | "photos" | "picture" | "image" | "credit" | "foto");
        if word
            && (reading.raw(i + 1) == ":"
                || reading.lower(i + 1) == "by"
                || reading.lower(i + 1) == "credit" && reading.raw(i + 2) == ":")
        {
            let slash = i > start && matches!(reading.raw(i - 1), "/" | "|" | "(" | "[");
            let begins = i == start || slash || reading.is(i - 1, Class::STOP);
            if begins {
                return Some(whole(reading, unit, i - usize::from(slash)..end));
            }
        }
    }
    // "… 29 April 2031. TELIS-PPA/KTA/FILE": capitals with a slash behind the last stop.
    let stop = (from..end).rev().find(|&i| reading.is(i, Class::STOP))?;
    let tail = stop + 1..end;
    let slash = tail.clone().any(|i| reading.raw(i) == "/");
    (slash && is_upper(reading, tail.clone())).then_some(tail)
}

/// The credit, with the signs before it where no word is left there.
fn whole(reading: &Reading<'_>, unit: &Unit, part: Range<usize>) -> Range<usize> {
    let words = (unit.tokens.start..part.start).any(|i| reading.is(i, Class::WORD | Class::DIGITS));
    if words { part } else { unit.tokens.clone() }
}

/// Whether all words are in capitals, and there are some.
fn is_upper(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    let mut words = tokens.filter(|&i| reading.is(i, Class::WORD)).peekable();
    words.peek().is_some() && words.all(|i| reading.is(i, Class::UPPER) || reading.raw(i).len() == 1)
}

/// "[KESTRIAN TELEGRAPH AGENCY]", "[YONHAP]"; not "[NYT]", which is a link.
fn is_capitals_credit(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    let words = tokens.clone().filter(|&i| reading.is(i, Class::WORD)).count();
    is_upper(reading, tokens.clone()) && (words > 1 || agency::find(reading.slice(reading.span(tokens))).is_some())
}

/// "AP Photo/Jane Doe", "REUTERS/Jane Doe", "Getty Images".
fn names_photo(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    tokens.clone().any(|i| {
        matches!(reading.lower(i), "photo" | "photos" | "photograph" | "pool" | "images" | "handout" | "courtesy")
    }) || reading.raw(tokens.start + 1) == "/" && agency::find(reading.raw(tokens.start)).is_some()
}

/// The agency behind the last sentence of a story: "… on the border. TELIS", "… (Reuters)".
pub(crate) fn of_agency(reading: &Reading<'_>, unit: &Unit) -> Option<Range<usize>> {
    let Range { start, end } = unit.tokens;
    let from = start.max(end.saturating_sub(LONGEST_AGENCY + 1));
    let stop = (from..end).rev().find(|&i| reading.is(i, Class::STOP))?;
    let mut first = stop + 1;
    while first < end && (reading.is(first, Class::QUOTE | Class::DASH) || reading.raw(first) == "]") {
        first += 1;
    }
    let mut name = first..end;
    if reading.raw(first) == "(" && end > first + 1 && reading.raw(end - 1) == ")" {
        name = first + 1..end - 1;
    }
    if name.is_empty() || stop == start {
        return None;
    }
    let words = reading.slice(reading.span(name));
    (agency::find(words).is_some() || agency::is_acronym(words)).then_some(first..end)
}
