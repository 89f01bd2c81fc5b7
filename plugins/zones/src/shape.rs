//! Lines that their shape alone gives away: rows of prices, breadcrumbs, dates, counters, addresses.

use crate::unit::Unit;
use copydesk_core::{Class, Reading, lang::en::calendar, lang::en::lexicon::entries};
use std::collections::HashSet;
use std::sync::LazyLock;

/// A line with a date and little else has at most so many words: "Last updated: Tuesday 14 October 2031, 18:05 GMT | Politics".
const LONGEST_DATE_LINE: u32 = 16;
/// The date stands within so many tokens of the beginning.
const DATE_WITHIN: usize = 6;
/// Menus and breadcrumbs have at most so many words.
const LONGEST_MENU: u32 = 24;
/// Adverts in mid-body have at most so many words.
const LONGEST_ADVERT: u32 = 40;

/// "ALBR 0.42% 18.07 €": a symbol, a change in per cent, a price.
pub(crate) fn is_price_row(reading: &Reading<'_>, unit: &Unit) -> bool {
    let Some(tokens) = reading.tokens().get(unit.tokens.clone()) else { return false };
    let count = |class| tokens.iter().filter(|t| t.class.any(class)).count();
    tokens.len() <= 14
        && reading.is(unit.tokens.start, Class::UPPER | Class::CAPITAL)
        && count(Class::PERCENT) == 1
        && count(Class::DIGITS) >= 2
        && count(Class::WORD) <= 3
        && unit.function == 0
        && !unit.ends
}

/// "Home > World > Tesh Basin", "Listen live | Text us | Follow us".
pub(crate) fn is_menu(reading: &Reading<'_>, unit: &Unit) -> bool {
    if unit.ends || !unit.within(LONGEST_MENU) {
        return false;
    }
    let (mut arrows, mut bars) = (0, 0);
    for i in unit.tokens.clone() {
        match reading.raw(i) {
            ">" | "»" | "›" | "→" | "/" if i > unit.tokens.start && !reading.glued(i) => arrows += 1,
            "|" | "·" | "•" | "∙" if i > unit.tokens.start => bars += 1,
            _ => {}
        }
    }
    arrows >= 2 || bars >= 2 || arrows == 1 && unit.within(5)
}

/// Where the date of a line begins that says little else: "Monday, 13 October 2031", "Published: 07 May. 2031, 10:14".
pub(crate) fn date_in(reading: &Reading<'_>, unit: &Unit) -> Option<usize> {
    if !unit.within(LONGEST_DATE_LINE) {
        return None;
    }
    unit.tokens.clone().take(DATE_WITHIN).find(|&i| {
        reading.is(i, Class::DIGITS | Class::MONTH | Class::WEEKDAY)
            && calendar::read(reading, i, calendar::Order::DayFirst)
                .is_some_and(|date| date.day.is_some() && date.tokens.end <= unit.tokens.end)
    })
}

/// Whether the line is a date, with a clock time or a section at most.
pub(crate) fn is_date_line(reading: &Reading<'_>, unit: &Unit) -> bool {
    let Some(at) = date_in(reading, unit) else { return false };
    let Some(date) = calendar::read(reading, at, calendar::Order::DayFirst) else { return false };
    let words = |range: std::ops::Range<usize>| range.filter(|&i| reading.is(i, Class::WORD)).count();
    at <= unit.tokens.start + 1
        && words(unit.tokens.start..at) <= 1
        && words(date.tokens.end..unit.tokens.end) <= 5
        && !unit.prose
        && !unit.tokens.clone().any(|i| reading.is(i, Class::PERCENT | Class::CURRENCY))
}

/// "MORE: …", "RELATED | …", "PHOTOS: …": the way to another story.
pub(crate) fn is_pointer(reading: &Reading<'_>, unit: &Unit) -> bool {
    let first = unit.tokens.start + usize::from(reading.is(unit.tokens.start, Class::SIGN));
    unit.within(LONGEST_MENU)
        && reading.is(first, Class::UPPER)
        && matches!(
            reading.lower(first),
            "more"
                | "related"
                | "read"
                | "watch"
                | "photos"
                | "video"
                | "also"
                | "listen"
                | "see"
                | "gallery"
                | "slideshow"
        )
        && (first + 1..first + 4).any(|i| matches!(reading.raw(i), ":" | "|" | ">" | "►"))
}

/// "17:50 GMT", "6.30pm".
pub(crate) fn is_clock(reading: &Reading<'_>, unit: &Unit) -> bool {
    let first = unit.tokens.start;
    let minute = first + 2;
    reading.is(first, Class::DIGITS)
        && matches!(reading.raw(first + 1), ":" | ".")
        && reading.is(minute, Class::DIGITS)
        && reading.raw(minute).len() == 2
        && unit.tokens.end <= first + 7
        && unit.tokens.clone().skip(3).all(|i| {
            reading.is(i, Class::UPPER)
                || matches!(reading.lower(i), "am" | "pm" | "a" | "p" | "m" | "." | "gmt" | "hrs" | "h" | "uhr")
        })
        && (unit.tokens.end > minute + 1 || reading.raw(first + 1) == ":")
}

/// "(0/300)": the counter of a comment box.
pub(crate) fn has_counter(reading: &Reading<'_>, unit: &Unit) -> bool {
    unit.within(9)
        && unit.tokens.clone().any(|i| {
            reading.raw(i) == "("
                && reading.raw(i + 1) == "0"
                && reading.raw(i + 2) == "/"
                && reading.is(i + 3, Class::DIGITS)
        })
}

/// A mail address with at most a word or two.
pub(crate) fn is_contact(reading: &Reading<'_>, unit: &Unit) -> bool {
    unit.tokens.len() <= 14
        && unit.tokens.clone().any(|i| reading.raw(i) == "@" && reading.glued(i) && reading.glued(i + 1))
        && unit.function <= 2
}

/// An address of the web.
pub(crate) fn is_address(reading: &Reading<'_>, unit: &Unit) -> bool {
    matches!(reading.lower(unit.tokens.start), "http" | "https" | "www") && unit.function <= 1
}

/// A stage mark: "[Anchor]", "(END)".
pub(crate) fn is_stage_mark(reading: &Reading<'_>, unit: &Unit) -> bool {
    matches!(reading.raw(unit.tokens.start), "[" | "(" | "<")
        && matches!(reading.raw(unit.tokens.end - 1), "]" | ")" | ">")
        && (1..=3).contains(&unit.words)
        && unit.digits == 0
}

/// "© (2031) Agence Lorne-Quist", "Copyright 2031 …".
pub(crate) fn has_copyright_sign(reading: &Reading<'_>, unit: &Unit) -> bool {
    /// Behind the sign stand the holder and "all rights reserved", before it at most a sentence on reproduction.
    const LONGEST: u32 = 60;
    const BEFORE: usize = 16;
    // "rÃ©sumÃ©" is a word that was decoded wrongly.
    let alone = |i: usize| !reading.glued(i) || reading.is(i - 1, Class::SIGN);
    unit.within(LONGEST)
        && unit.tokens.clone().take(BEFORE).any(|i| {
            reading.raw(i) == "©" && alone(i)
                || reading.raw(i) == "("
                    && reading.lower(i + 1) == "c"
                    && reading.raw(i + 2) == ")"
                    && reading.is(i + 3, Class::DIGITS)
        })
}

/// Begins as an entry of a list does.
pub(crate) fn is_list_entry(reading: &Reading<'_>, unit: &Unit) -> bool {
    let first = unit.tokens.start;
    let mark = matches!(reading.raw(first), "*" | "•" | "▪" | "‣" | "◦" | "●" | "–" | "-" | "·" | "»");
    // "- 'Bigger contingents' -" is a crosshead.
    mark && !reading.glued(first + 1) && !reading.is(unit.tokens.end - 1, Class::DASH)
}

/// "- 'Bigger contingents' -", "* * *": AFP's crossheads and rulers.
pub(crate) fn is_between_dashes(reading: &Reading<'_>, unit: &Unit) -> bool {
    let Some(last) = unit.tokens.end.checked_sub(1) else { return false };
    unit.within(10)
        && last > unit.tokens.start
        && reading.is(unit.tokens.start, Class::DASH)
        && reading.is(last, Class::DASH)
}

/// What stands between the comments of readers: "Reply", "Jane says:", "by jane (4711) writes:", "2 days ago".
pub(crate) fn is_between_comments(reading: &Reading<'_>, unit: &Unit) -> bool {
    if unit.prose || !unit.within(9) {
        return false;
    }
    let last = unit.tokens.end - 1;
    let colon =
        reading.raw(last) == ":" && matches!(reading.lower(last.wrapping_sub(1)), "says" | "writes" | "wrote" | "said");
    let ago = reading.lower(last) == "ago" && reading.is(last.wrapping_sub(1), Class::TIME_UNIT);
    let reply = unit.words <= 3 && matches!(reading.lower(unit.tokens.start), "reply" | "permalink" | "upvote");
    last > unit.tokens.start && (colon || ago) || reply
}

static ADVERT: LazyLock<HashSet<&'static str>> = LazyLock::new(|| entries(include_str!("words/advert.txt")).collect());

/// "SPIN & WIN 150% welcome pack up to €2,500": words of the trade and amounts, and no sentence.
pub(crate) fn is_advert(reading: &Reading<'_>, unit: &Unit) -> bool {
    if unit.ends || !unit.within(LONGEST_ADVERT) || unit.words < 3 {
        return false;
    }
    let (mut words, mut amounts) = (0, 0);
    let mut seen: Vec<&str> = Vec::new();
    for i in unit.tokens.clone() {
        if reading.is(i, Class::PERCENT | Class::CURRENCY) {
            amounts += 1;
        } else if let Some(&word) = ADVERT.get(reading.lower(i)).filter(|word| !seen.contains(word)) {
            seen.push(word);
            words += 1;
        }
    }
    amounts >= 1
        && (words >= 3 || words >= 2 && amounts >= 2 || words == 2 && unit.function == 0 || words == 1 && amounts >= 3)
}
