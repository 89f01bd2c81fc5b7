//! Datelines: "Port Mirel, May 29 (TELIS).-", "MOSCOW (AP) _", "LONDON, Nov. 12 /PRNewswire/ --".

use copydesk_core::{Class, Reading, lang::en::calendar};
use std::ops::Range;

/// A dateline has at most so many tokens: three places, a date, and an agency with a long name.
const LONGEST: usize = 32;
/// The agency between brackets has at most so many tokens.
const LONGEST_AGENCY: usize = 8;
/// A place without a date or an agency behind it has at most so many words.
const LONGEST_BARE_PLACE: usize = 6;

/// The parts of a dateline, as tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// All of it, the dash at its end included.
    pub tokens: Range<usize>,
    /// The place, or the places.
    pub place: Range<usize>,
    /// Where the date begins.
    pub date: Option<usize>,
    /// The agency between brackets.
    pub agency: Option<Range<usize>>,
}

impl Dateline {
    /// Whether it names an agency or a day: then it is one wherever it stands, else only at the head of a story.
    #[must_use]
    pub const fn is_plain(&self) -> bool {
        self.date.is_some() || self.agency.is_some()
    }
}

/// Reads the dateline that begins at token `i` and ends before `end`.
#[must_use]
pub fn read(reading: &Reading<'_>, i: usize, end: usize) -> Option<Dateline> {
    if !reading.is(i, Class::CAPITAL) {
        return None;
    }
    let end = end.min(i + LONGEST);
    let (mut at, mut words, mut upper, mut commas) = (i, 0, 0, 0);
    // The place: names, with commas, hyphens and the stops of abbreviations.
    let place_end = loop {
        if at >= end {
            return None;
        }
        let class = reading.class(at);
        let date = class.any(Class::MONTH | Class::WEEKDAY | Class::DIGITS)
            && calendar::read(reading, at, calendar::Order::DayFirst).is_some();
        if date && at > i || matches!(reading.raw(at), "(" | "/" | "_") || is_closing_dash(reading, at) {
            break at;
        }
        match reading.raw(at) {
            "," => commas += 1,
            "." if reading.glued(at) => {}
            "-" if reading.glued(at) && reading.glued(at + 1) => {}
            "de" | "of" | "the" | "la" | "el" | "del" | "and" | "da" | "do" | "di" | "am" | "an" | "der" | "sur"
            | "upon" | "near" => {}
            "'" | "’" | "'s" | "’s" => {}
            _ if class.any(Class::CAPITAL) => {
                words += 1;
                // "N.Y.", "D": single letters tell nothing.
                upper += usize::from(class.any(Class::UPPER) || reading.raw(at).len() == 1);
            }
            _ => return None,
        }
        at += 1;
    };
    let mut place = i..place_end;
    while place.end > i && reading.raw(place.end - 1) == "," {
        place.end -= 1;
    }
    if words == 0 || place.is_empty() {
        return None;
    }
    let mut date = None;
    if let Some(found) = calendar::read(reading, at, calendar::Order::DayFirst) {
        date = Some(at);
        at = found.tokens.end;
        at += usize::from(matches!(reading.raw(at), "." | ","));
    }
    let agency = agency(reading, at, end);
    if let Some(agency) = &agency {
        at = agency.end + 1;
    }
    let dash = closing(reading, at, end);
    // "BEIJING, Nov. 12 (Xinhua) The talks" needs no dash.
    let tokens = match dash {
        Some(dash) => i..dash,
        None if date.is_some() && agency.is_some() => i..at,
        None => return None,
    };
    let all_upper = upper == words && words * 2 >= upper && reading.is(i, Class::UPPER);
    let bare = words <= LONGEST_BARE_PLACE
        && (all_upper || commas > 0)
        && reading.is(tokens.end, Class::CAPITAL | Class::QUOTE | Class::DIGITS);
    if date.is_none() && agency.is_none() && (!bare || is_flag(reading, i)) || tokens.end >= end && dash.is_none() {
        return None;
    }
    Some(Dateline { tokens, place, date, agency })
}

/// "UPDATE --", "EXCLUSIVE --": what stands in capitals before a dash and is no place.
fn is_flag(reading: &Reading<'_>, i: usize) -> bool {
    matches!(
        reading.lower(i),
        "update"
            | "updated"
            | "breaking"
            | "exclusive"
            | "correction"
            | "corrected"
            | "note"
            | "editor"
            | "ps"
            | "watch"
            | "opinion"
            | "analysis"
            | "video"
            | "live"
            | "alert"
            | "advisory"
            | "story"
            | "more"
            | "read"
    )
}

/// "(AP)", "/PRNewswire/": the tokens between.
fn agency(reading: &Reading<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let close = match reading.raw(at) {
        "(" => ")",
        "/" => "/",
        _ => return None,
    };
    let first = at + 1;
    let last = (first..end.min(first + LONGEST_AGENCY + 1)).find(|&i| reading.raw(i) == close)?;
    let named =
        reading.is(first, Class::CAPITAL) || crate::agency::find(reading.slice(reading.span(first..last))).is_some();
    (last > first && named).then_some(first..last)
}

/// The signs that close a dateline: ".-", "_", "--", " — ", ":"; the token behind them.
fn closing(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    let mut i = at;
    while i < end && matches!(reading.raw(i), "." | "," | ";") {
        i += 1;
    }
    let first = i;
    while i < end && (reading.is(i, Class::DASH) || reading.raw(i) == "_") {
        i += 1;
    }
    (i > first).then_some(i)
}

/// A dash between spaces, or one of several; not the hyphen of "Port-au-Prince".
fn is_closing_dash(reading: &Reading<'_>, i: usize) -> bool {
    reading.is(i, Class::DASH) && !(reading.glued(i) && reading.glued(i + 1))
}
