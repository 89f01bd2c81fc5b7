//! Dates that are written out: "14 March 2031", "the first of May", "August 480 BC".

use super::year as years;
use crate::filter;
use crate::meaning::{Member, Pick, Point};
use crate::timex::{self, When};
use copydesk_core::lang::{Cue, Term};
use copydesk_core::lang::{calendar, numeral};
use copydesk_core::{Class, Reading};

/// What a calendar date came to.
pub(super) enum Calendar {
    /// A date.
    Date(Point, usize),
    /// No year has it: "31 November".
    Impossible(usize),
}

/// Reads a date of at least month and day, or month and year.
pub(super) fn calendar_date(r: &Reading<'_>, i: usize) -> Option<Calendar> {
    // "the 25th of August", "the 7 June", "the twenty-fifth of August"
    let the = usize::from(r.term(i) == Term::The);
    let start = i + the;
    let number = r.is(start, Class::DIGITS | Class::ORDINAL | Class::NUMBER);
    if !number && (the == 1 || !r.is(i, Class::MONTH | Class::WEEKDAY) && r.term(i) != Term::Week) {
        return None;
    }
    // "version 2.10.1998", "section 3.4.1998", "lot 12-05-1998"
    let sign = r.is(start, Class::DIGITS) && r.glued(start + 1) && r.is(start + 1, Class::SIGN);
    if sign && r.word(start.wrapping_sub(1)).cue.any(Cue::NUMBERED) && !r.is(start.wrapping_sub(1), Class::FUNCTION) {
        return None;
    }
    // "… by flight 4 / August 16, 2031": the line of a date begins with its month.
    if r.is(start, Class::DIGITS)
        && r.is(start + 1, Class::LINE_START)
        && r.is(start + 1, Class::MONTH)
        && calendar::read(r, start + 1, calendar::Order::default()).is_some_and(|date| date.day().is_some())
    {
        return None;
    }
    // "6,107.31 August": the last digits of a number are no day.
    let inside =
        r.glued(start) && matches!(r.term(start.wrapping_sub(1)), Term::Dot | Term::Comma | Term::Slash | Term::Colon);
    if inside && r.is(start, Class::DIGITS) && r.is(start.wrapping_sub(2), Class::DIGITS) {
        return None;
    }
    // "may 10 people come": without its capital only the full name of a month that is nothing else counts.
    let month = [start, start + 1, start + 2].into_iter().find(|&at| r.word(at).month > 0);
    if month.is_some_and(|at| {
        !r.is(at, Class::CAPITAL) && (r.raw(at).len() <= 4 || matches!(r.term(at), Term::March | Term::August))
    }) {
        return None;
    }
    if let Some(found) = worded_day(r, start) {
        return Some(found);
    }
    if let Some((when, end)) = iso_week(r, start) {
        return Some(when.map_or(Calendar::Impossible(end), |when| Calendar::Date(Point::Fixed(when), end)));
    }
    // "March 23 BC" is a year, and no day of March.
    if let Some((Point::Member(member, Pick::Year(year)), end)) = month_of_era(r, start)
        && year < 0
    {
        return Some(Calendar::Date(Point::Member(member, Pick::Year(year)), end));
    }
    if let Some(end) = impossible_iso(r, start) {
        return Some(Calendar::Impossible(end));
    }
    let Some(date) = calendar::read(r, start, calendar::Order::default()) else {
        return month_of_era(r, start).map(|(point, end)| Calendar::Date(point, end));
    };
    let mut end = date.tokens.end;
    // "the 12 May vote": the article is the noun's, unlike in "the 12th of May" and "On the 12 May Telis fell".
    let plain = the == 1 && r.is(start, Class::DIGITS) && r.term(start + 1) != Term::OrdinalEnding;
    if plain && r.is(end, Class::WORD) && !r.is(end, Class::FUNCTION | Class::CAPITAL) {
        return None;
    }
    if date.year.is_none() && filter::is_street(r, end) {
        return None;
    }
    if date.is_impossible() {
        return Some(Calendar::Impossible(end));
    }
    let mut year = date.year;
    if year.is_none() {
        let comma = usize::from(r.term(end) == Term::Comma);
        // "March 15, 44 BC", "15 March 44 BC", "November fifth, nineteen ninety-eight", "5 May '68"
        if let Some((named, behind)) = years::year(r, end + comma, true)
            .filter(|(_, behind)| comma == 1 || !r.is(end, Class::DIGITS) || *behind > end + 1)
        {
            year = Some(named);
            end = behind;
        }
    }
    if let (Some(year), Some(day)) = (year, date.day)
        && year > 0
        && jiff::civil::Date::new(year, date.month as i8, day as i8).is_err()
    {
        return Some(Calendar::Impossible(end));
    }
    let member = match date.day {
        Some(day) => Member::MonthDay { month: date.month, day },
        None => Member::Month(date.month),
    };
    Some(Calendar::Date(Point::Member(member, year.map_or(Pick::Nearest, Pick::Year)), end))
}

/// "2031-W18", "2031-W18-2", "week 18 of 2031" (ISO 8601-1:2019, 5.2.3): nothing for a week that the year has not; and the token behind.
fn iso_week(r: &Reading<'_>, i: usize) -> Option<(Option<When>, usize)> {
    let number = |at: usize, digits: std::ops::RangeInclusive<usize>| -> Option<i16> {
        let fits = r.is(at, Class::DIGITS) && digits.contains(&r.raw(at).len());
        if fits { r.raw(at).parse().ok() } else { None }
    };
    let exists = |year: i16, week: i16| timex::week(year, u8::try_from(week).ok()?);
    if r.term(i) == Term::Week {
        let week = number(i + 1, 1..=2)?;
        let (year, end) = years::year(r, i + 2 + usize::from(r.term(i + 2) == Term::Of), false)?;
        let when = exists(year, week).map(|(monday, _)| When::week_of(monday));
        return Some((when, end));
    }
    let year = number(i, 4..=4)?;
    let dash = usize::from(r.is(i + 1, Class::DASH));
    let glued = |at: usize| (i + 1..=at).all(|at| r.glued(at));
    let at = i + 1 + dash;
    if r.term(at) != Term::W || !r.is(at, Class::CAPITAL) || !glued(at + 1) {
        return None;
    }
    let week = number(at + 1, 2..=2)?;
    let found = exists(year, week);
    let day = number(at + 3, 1..=1).filter(|_| r.is(at + 2, Class::DASH) && glued(at + 3));
    Some(match day {
        Some(day) => {
            let day = found
                .filter(|_| (1..=7).contains(&day))
                .and_then(|(monday, _)| monday.checked_add(jiff::Span::new().days(i32::from(day) - 1)).ok());
            (day.map(When::Day), at + 4)
        }
        None => (found.map(|(monday, _)| When::week_of(monday)), at + 2),
    })
}

/// "2031-13-05", "2031-04-31": the form of ISO 8601 with a month or day that there is not. Answers the token behind it.
fn impossible_iso(r: &Reading<'_>, i: usize) -> Option<usize> {
    let number = |at: usize, digits: usize| -> Option<i8> {
        let fits = r.is(at, Class::DIGITS) && r.raw(at).len() == digits;
        if fits { r.raw(at).parse().ok() } else { None }
    };
    let year: i16 = r.raw(i).parse().ok().filter(|_| r.is(i, Class::DIGITS) && r.raw(i).len() == 4)?;
    let dashes = [i + 1, i + 3].into_iter().all(|at| r.term(at) == Term::Hyphen && r.glued(at) && r.glued(at + 1));
    let (month, day) = (number(i + 2, 2).filter(|_| dashes)?, number(i + 4, 2)?);
    let ends = !r.glued(i + 5) || !r.is(i + 5, Class::DASH | Class::DIGITS);
    (ends && (1500..=2200).contains(&year) && jiff::civil::Date::new(year, month, day).is_err()).then_some(i + 5)
}

/// "March eighth", "the first of May", "this coming Sunday, March eighth".
fn worded_day(r: &Reading<'_>, i: usize) -> Option<Calendar> {
    let ordinal = |at: usize| -> Option<(u8, usize)> {
        if !r.is(at, Class::ORDINAL | Class::NUMBER) {
            return None;
        }
        let number = numeral::read(r, at).filter(|n| n.ordinal && !n.digits)?;
        let day = number.value.whole().filter(|d| (1..=31).contains(d))?;
        Some((day as u8, number.tokens.end))
    };
    let (month, day, mut end) = if r.is(i, Class::MONTH) {
        let the = usize::from(r.term(i + 1) == Term::The);
        // "May the Second Squadron sail" names no day.
        let (day, end) = ordinal(i + 1 + the)
            .filter(|(_, end)| !filter::is_capital(r, i + 1 + the) || !r.is(*end, Class::CAPITAL))?;
        (r.word(i).month, day, end)
    } else {
        let (day, at) = ordinal(i)?;
        let month = r.word(at + 1).month;
        if r.term(at) != Term::Of || month == 0 || !r.is(at + 1, Class::CAPITAL) {
            return None;
        }
        (month, day, at + 2)
    };
    // "May second-guess"
    if r.is(end, Class::DASH) && r.glued(end) {
        return None;
    }
    let comma = usize::from(r.term(end) == Term::Comma);
    let mut pick = Pick::Nearest;
    if let Some((year, behind)) = years::year(r, end + comma, true) {
        pick = Pick::Year(year);
        end = behind;
    }
    Some(Calendar::Date(Point::Member(Member::MonthDay { month, day }, pick), end))
}

/// "August 480 BC", "January nineteen ninety-seven".
fn month_of_era(r: &Reading<'_>, i: usize) -> Option<(Point, usize)> {
    let month = r.word(i).month;
    if month == 0 {
        return None;
    }
    let of = usize::from(matches!(r.term(i + 1), Term::Of | Term::Comma));
    let (year, end) = years::year(r, i + 1 + of, true)?;
    Some((Point::Member(Member::Month(month), Pick::Year(year)), end))
}
