//! A cheap guard against numbers of the calendar and the clock. The dates plugin reads dates; here they are only told apart from
//! figures, so that a date that it does not know never turns into a count.

use crate::lists::{BEFORE, CURRENCIES, UNITS};
use crate::noun::is_plural;
use crate::passage::Passage;
use copydesk_core::Class;
use copydesk_core::lang::en::calendar;

/// The longest date: "Tuesday, the 12th of November, 2024".
const LONGEST_DATE: usize = 5;
/// A bare number of four digits between these is a year unless something speaks against it.
const YEARS: std::ops::Range<u32> = 1900..2100;
/// Behind "in" or "since" these are years as well.
const OLD_YEARS: std::ops::Range<u32> = 1000..2200;

/// The end of the date or time of day that token `i` is part of.
pub(crate) fn end(p: &Passage<'_>, i: usize) -> Option<usize> {
    for back in (i.saturating_sub(LONGEST_DATE).max(p.start)..i).rev() {
        if p.is(back, Class::MONTH)
            && let Some(date) = calendar::read(p.reading, back, Default::default()).filter(|d| d.tokens.contains(&i))
        {
            return Some(date.tokens.end);
        }
    }
    if p.is(i, Class::DIGITS) {
        if let Some(date) = calendar::read(p.reading, i, Default::default()) {
            return Some(date.tokens.end);
        }
        // "the winter of 2004-5": the dates plugin takes the year, and its end is no figure either.
        if p.hyphen(i.wrapping_sub(1)) && years(p, i.wrapping_sub(2)) == Some(i + 1) {
            return Some(i + 1);
        }
        // "until 2 or 3 a.m.", "from 9 to 11 p.m."
        let hours = matches!(p.lower(i + 1), "or" | "to" | "and" | "-" | "–")
            && p.is(i + 2, Class::DIGITS)
            && p.raw(i).len() <= 2;
        if hours && let Some(end) = clock(p, i + 2) {
            return Some(end);
        }
        return clock(p, i).or_else(|| decade(p, i)).or_else(|| years(p, i)).or_else(|| year(p, i).then_some(i + 1));
    }
    let month = p.lower(i + 1) == "of" && p.is(i + 2, Class::MONTH) && p.is(i + 2, Class::CAPITAL);
    if p.is(i, Class::ORDINAL) && (month || p.is(i + 1, Class::MONTH) && p.is(i + 1, Class::CAPITAL)) {
        return Some(i + 2 + usize::from(month));
    }
    if p.is(i, Class::ORDINAL) && matches!(p.lower(i + 1), "century" | "centuries" | "quarter" | "half") {
        return Some(i + 2);
    }
    if p.is(i, Class::ORDINAL) && p.is(i.wrapping_sub(1), Class::MONTH) && p.is(i.wrapping_sub(1), Class::CAPITAL) {
        return Some(i + 1);
    }
    spoken(p, i).or_else(|| (p.is(i, Class::NUMBER) && is_oclock(p, i + 1)).then_some(i + 2))
}

/// "nineteen ninety-six", "twenty twenty-four", as transcripts have years.
fn spoken(p: &Passage<'_>, i: usize) -> Option<usize> {
    let century = p.word(i).cardinal.filter(|c| (13..=20).contains(c))?;
    let at = i + 1 + usize::from(p.hyphen(i + 1));
    let tens = p.word(at).cardinal.filter(|c| (10..100).contains(c))?;
    let year = century * 100 + tens;
    let ones = p.hyphen(at + 1) && p.word(at + 2).cardinal.is_some_and(|c| c < 10);
    let end = at + 1 + 2 * usize::from(ones);
    // "twenty-twenty vision" comes seldom; "fifteen ninety-dollar seats" hardly at all.
    (YEARS.contains(&year) || year < 1900 && p.lower(i.wrapping_sub(1)) == "in").then_some(end)
}

fn is_oclock(p: &Passage<'_>, i: usize) -> bool {
    matches!(p.lower(i), "o'clock" | "o’clock")
}

/// "11:30", "2.17pm", "11 a.m.", "0401 GMT", "2:41.7"
fn clock(p: &Passage<'_>, i: usize) -> Option<usize> {
    let number: u32 = p.raw(i).parse().ok()?;
    let mut end = i + 1;
    let digits = |at: usize| p.is(at, Class::DIGITS) && p.glued(at);
    let mut colons = 0;
    while matches!(p.raw(end), ":") && p.glued(end) && digits(end + 1) && p.raw(end + 1).len() == 2 {
        end += 2;
        colons += 1;
    }
    // "1:25,000"
    if colons > 0 && p.raw(end) == "," && p.glued(end) && digits(end + 1) {
        return None;
    }
    if colons > 0 {
        if matches!(p.raw(end), ".") && p.glued(end) && digits(end + 1) {
            end += 2;
        }
        return Some(meridiem(p, end).unwrap_or(end));
    }
    if number <= 24 {
        if matches!(p.raw(end), ".") && digits(end + 1) && p.raw(end + 1).len() == 2 {
            return meridiem(p, end + 2);
        }
        if is_oclock(p, end) {
            return Some(end + 1);
        }
        return meridiem(p, end);
    }
    let zone =
        matches!(p.lower(end), "gmt" | "utc" | "est" | "edt" | "bst" | "cet" | "pst" | "pdt" | "ist" | "hours" | "hrs");
    (p.raw(i).len() == 4 && number < 2400 && zone && !p.raw(end).starts_with('h')).then_some(end + 1)
}

/// The end of "a.m.", "pm" and a zone behind them.
fn meridiem(p: &Passage<'_>, i: usize) -> Option<usize> {
    let end = match p.lower(i) {
        "am" | "pm" => i + 1,
        "a" | "p" if p.raw(i + 1) == "." && p.lower(i + 2) == "m" && p.glued(i + 1) => {
            i + 3 + usize::from(p.raw(i + 3) == ".")
        }
        _ => return None,
    };
    Some(end)
}

/// "the 1960s", "the '90s", "2018s"
fn decade(p: &Passage<'_>, i: usize) -> Option<usize> {
    let raw = p.raw(i);
    let mark = p.is(i.wrapping_sub(1), Class::QUOTE) && p.glued(i) && raw.len() == 2;
    let plural = p.lower(i + 1) == "s" && p.glued(i + 1) || matches!(p.raw(i + 1), "'s" | "’s") && p.glued(i + 1);
    // "in his 40s" is an age, and read as one.
    let of_life = matches!(p.lower(i.wrapping_sub(1)), "his" | "her" | "their" | "my" | "early" | "mid" | "late" | "-");
    let decade = plural && (raw.len() == 4 || raw.len() == 2 && !of_life && raw.ends_with('0'))
        || mark && !p.is(i + 1, Class::QUOTE);
    decade.then_some(i + 1 + usize::from(plural))
}

/// "2013-14", "2014–2017", "1995-01"
fn years(p: &Passage<'_>, i: usize) -> Option<usize> {
    let first = p.raw(i);
    let second = p.raw(i + 2);
    let dash = (p.is(i + 1, Class::DASH) || p.raw(i + 1) == "/")
        && p.glued(i + 1)
        && p.glued(i + 2)
        && p.is(i + 2, Class::DIGITS);
    let from: u32 = first.parse().ok().filter(|y| first.len() == 4 && (1500..2100).contains(y) && dash)?;
    let to: u32 = second.parse().ok()?;
    let follows = match second.len() {
        2 => true,
        // "the winter of 2004-5"
        1 => YEARS.contains(&from) && to > from % 10,
        4 => (from..=from + 99).contains(&to) && YEARS.contains(&from),
        _ => false,
    };
    (follows && !p.glued(i + 3) || follows && p.is(i + 3, Class::SIGN) && !p.is(i + 3, Class::DASH)).then_some(i + 3)
}

/// "2000 - 2500 calories", "1900 to 2100 metres": a range whose second number has a unit.
pub(crate) fn measured_range(p: &Passage<'_>, i: usize) -> bool {
    let joins = p.is(i + 1, Class::DASH) || matches!(p.lower(i + 1), "to" | "or" | "and");
    joins
        && p.is(i + 2, Class::DIGITS)
        && (p.is(i + 3, Class::PERCENT)
            || UNITS.names.at(p, i + 3).is_some()
            || CURRENCIES.names.at(p, i + 3).is_some())
}

/// Whether the digits at `i` are a year.
fn year(p: &Passage<'_>, i: usize) -> bool {
    let raw = p.raw(i);
    let e = i + 1;
    let Some(year) = raw.parse::<u32>().ok().filter(|y| raw.len() == 4 && OLD_YEARS.contains(y)) else { return false };
    let before = p.lower(i.wrapping_sub(1));
    let runs_on = p.glued(e)
        && (p.is(e, Class::WORD | Class::PERCENT | Class::CURRENCY | Class::NUMERIC)
            || matches!(p.raw(e), "," | "." | "/") && p.glued(e + 1) && p.is(e + 1, Class::DIGITS));
    let money = p.is(i.wrapping_sub(1), Class::CURRENCY) || p.raw(e) == "%" || p.is(e, Class::CURRENCY);
    let attached = p.glued(i)
        && !matches!(p.raw(i.wrapping_sub(1)), "(" | "[" | "\"" | "“" | "‘" | "'" | "’" | "/" | "-" | "–" | "—" | "*");
    if runs_on
        || money
        || attached
        || p.word(e).power.is_some()
        || p.word(e).unit.is_some()
        || UNITS.names.at(p, e).is_some()
        || measured_range(p, i)
    {
        return false;
    }
    if matches!(p.lower(e), "bc" | "ad" | "bce" | "ce") || matches!(before, "ad" | "circa" | "year") {
        return true;
    }
    let next_plural = is_plural(p.lower(e)) && !p.is(e, Class::CAPITAL) && !p.glued(e);
    if matches!(before, "in" | "since" | "until" | "till" | "during") {
        return !(next_plural && year % 100 == 0);
    }
    if !YEARS.contains(&year) {
        return false;
    }
    let bounded = p.is(i.wrapping_sub(1), Class::BOUND)
        && BEFORE.at(p, i.wrapping_sub(1)).is_some()
        && !matches!(before, "around" | "about" | "only" | "just" | "under" | "over");
    if bounded
        || matches!(
            before,
            "than" | "of" | "exceeding" | "least" | "about" | "around" | "over" | "under" | "exactly" | "to"
        ) && year % 100 == 0
    {
        return false;
    }
    !(next_plural && year % 100 == 0 && before != "the")
}
