//! Lists and ranges that share a part: each day, month or year in them is an expression of its own.

use super::Style;
use super::clock::{self, Clock};
use super::{amount, cycle, point, year};
use crate::meaning::{Expression, Meaning, Member, Pick, Point, Recurrence};
use crate::timex::{self, Hour, When};
use copydesk_core::lang::{Cue, Term};
use copydesk_core::{Class, Reading};

/// A list of days that share a month has at most so many: "Nov. 3, 4, 5, 6 and 7".
const LONGEST_LIST: usize = 12;

/// Days that share a month, months that share a year, years that share a century: "Nov. 5 and 6", "5–7 November", "March and April
/// 2031", "1914-18". Pushes them; answers the token behind the last.
pub(super) fn read(r: &Reading<'_>, i: usize, found: &mut Vec<Expression>) -> Option<usize> {
    let joins = |at: usize| -> Option<usize> {
        let and = match r.term(at) {
            Term::Comma if matches!(r.term(at + 1), Term::And | Term::Or) => at + 2,
            Term::Comma | Term::And | Term::Or | Term::To | Term::Through | Term::Ampersand => at + 1,
            _ if r.is(at, Class::DASH) => at + 1,
            _ => return None,
        };
        Some(and)
    };
    let day = |at: usize| -> Option<(u8, usize)> {
        if !r.is(at, Class::DIGITS) || r.raw(at).len() > 2 {
            return None;
        }
        let number = r.raw(at).parse().ok().filter(|d| (1..=31).contains(d))?;
        let suffix = usize::from(r.glued(at + 1) && matches!(r.term(at + 1), Term::OrdinalEnding));
        Some((number, at + 1 + suffix))
    };
    let push = |found: &mut Vec<Expression>, tokens, member, pick: &Pick| {
        push_point(found, tokens, Point::Member(member, pick.clone()));
    };
    if let Some(end) = every(r, i, found).or_else(|| quarters(r, i, found)) {
        return Some(end);
    }
    if r.is(i, Class::MONTH) && r.is(i, Class::CAPITAL) {
        let month = r.word(i).month;
        let stop = usize::from(r.term(i + 1) == Term::Dot && r.glued(i + 1));
        if let Some((first, mut end)) = day(i + 1 + stop) {
            let mut days = vec![(first, i..end)];
            while let Some(at) = joins(end) {
                let Some((next, behind)) = day(at) else { break };
                let last = days.last().map_or(0, |d| d.0);
                // "Nov. 5, 12 people": a day is followed by no noun, and days go up.
                // "the Nov. 12-14 meeting": a dash joins days, whatever they stand before.
                let dash = r.is(end, Class::DASH) && r.glued(end) && !year::is_counted(r, behind);
                let noun = r.is(behind, Class::WORD)
                    && !r.is(behind, Class::FUNCTION | Class::SPEECH | Class::TEMPORAL)
                    && !dash
                    || r.glued(behind) && r.is(behind, Class::WORD | Class::PERCENT)
                    || matches!(r.term(behind), Term::Colon | Term::Dot | Term::Comma)
                        && r.glued(behind + 1)
                        && r.is(behind + 1, Class::DIGITS)
                    || r.is(behind, Class::PERCENT);
                if next <= last || noun || days.len() == LONGEST_LIST {
                    break;
                }
                days.push((next, at..behind));
                end = behind;
            }
            // A comma alone joins nothing: "on Nov. 5, 12 …".
            let closed = days.last().is_some_and(|(_, tokens)| r.term(tokens.start.wrapping_sub(1)) != Term::Comma);
            if days.len() < 2 || !closed {
                return None;
            }
            let comma = usize::from(r.term(end) == Term::Comma);
            let mut pick = Pick::Nearest;
            if let Some((year, behind)) = year::year(r, end + comma, false) {
                pick = Pick::Year(year);
                if let Some(last) = days.last_mut() {
                    last.1.end = behind;
                }
                end = behind;
            }
            for (day, tokens) in days {
                push(found, tokens, Member::MonthDay { month, day }, &pick);
            }
            return Some(end);
        }
        return months(r, i, joins, found);
    }
    // "on the 3rd, 4th and 5th of May"
    let the = usize::from(r.term(i) == Term::The);
    if !r.is(i + the, Class::DIGITS)
        || (r.glued(i) && r.is(i.wrapping_sub(1), Class::SIGN) && !matches!(r.raw(i - 1), "(" | "\"" | "“"))
    {
        return None;
    }
    if the == 0
        && let Some(end) = hours(r, i, found).or_else(|| years(r, i, found))
    {
        return Some(end);
    }
    // "1914-18", "1994–95"
    if the == 0 && r.raw(i).len() == 4 {
        let dash = r.is(i + 1, Class::DASH) || r.term(i + 1) == Term::Slash;
        let glued = r.glued(i + 1) && r.glued(i + 2) && r.is(i + 2, Class::DIGITS) && r.raw(i + 2).len() == 2;
        if !dash
            || !glued
            || r.glued(i + 3) && r.is(i + 3, Class::DASH | Class::WORD | Class::DIGITS)
            || r.term(i + 3) == Term::Slash
        {
            return None;
        }
        let (from, to): (i16, i16) = (r.raw(i).parse().ok()?, r.raw(i + 2).parse().ok()?);
        let year = from - from % 100 + to;
        if !(1000..=2099).contains(&from) || year <= from {
            return None;
        }
        for (tokens, year) in [(i..i + 1, from), (i + 2..i + 3, year)] {
            let meaning = Meaning::Point(Point::Fixed(When::Year(Some(year))));
            found.push(Expression { tokens, meaning, modifier: None, rule: "shared-part" });
        }
        return Some(i + 3);
    }
    let (first, mut end) = day(i + the)?;
    let mut days = vec![(first, i..end)];
    loop {
        let at = joins(end)?;
        let (next, behind) = day(at)?;
        if days.len() == LONGEST_LIST || next <= days.last()?.0 {
            return None;
        }
        days.push((next, at..behind));
        end = behind;
        let of = usize::from(r.term(end) == Term::Of);
        let month = r.word(end + of).month;
        if month > 0 && r.is(end + of, Class::CAPITAL) {
            let stop = usize::from(
                r.term(end + of + 1) == Term::Dot && r.glued(end + of + 1) && r.is(end + of + 2, Class::DIGITS),
            );
            let mut behind = end + of + 1 + stop;
            let comma = usize::from(r.term(behind) == Term::Comma);
            let mut pick = Pick::Nearest;
            if let Some((year, after)) = year::year(r, behind + comma, false) {
                pick = Pick::Year(year);
                behind = after;
            }
            days.last_mut()?.1.end = behind;
            for (day, tokens) in days {
                push(found, tokens, Member::MonthDay { month, day }, &pick);
            }
            return Some(behind);
        }
    }
}

/// "every Monday, Wednesday and Friday": what recurs is each of them.
fn every(r: &Reading<'_>, i: usize, found: &mut Vec<Expression>) -> Option<usize> {
    if !matches!(r.term(i), Term::Every | Term::Each) || !r.is(i + 1, Class::WEEKDAY) {
        return None;
    }
    let weekday = |at: usize| r.is(at, Class::WEEKDAY) && !r.word(at).plural && !r.word(at).short;
    let (mut start, mut at) = (i, i + 1);
    let mut days = Vec::new();
    while weekday(at) && days.len() < LONGEST_LIST {
        days.push((start..at + 1, r.word(at).weekday));
        let comma = usize::from(r.term(at + 1) == Term::Comma);
        let and = usize::from(matches!(r.term(at + 1 + comma), Term::And | Term::Or));
        if comma + and == 0 {
            break;
        }
        start = at + 1 + comma + and;
        at = start;
    }
    let end = days.last().filter(|_| days.len() > 1).map(|(tokens, _)| tokens.end)?;
    let recurs = |weekday| Meaning::Set(Recurrence::EachMember(Member::Weekday(weekday)));
    found.extend(days.into_iter().map(|(tokens, weekday)| Expression {
        tokens,
        meaning: recurs(weekday),
        modifier: None,
        rule: "set",
    }));
    Some(end)
}

/// "the second and third quarters of 2030": each with the year that the last one has.
fn quarters(r: &Reading<'_>, i: usize, found: &mut Vec<Expression>) -> Option<usize> {
    let nth = |at: usize| -> Option<(u8, usize)> {
        let number = amount::ordinal(r, at)?;
        Some((number.value.whole().filter(|n| (1..=4).contains(n))? as u8, number.tokens.end))
    };
    let (first, mut end) = nth(i + usize::from(r.term(i) == Term::The))?;
    let mut shares = vec![(first, i..end)];
    while let Some((next, behind)) =
        joint(r, end + usize::from(r.term(end) == Term::Comma && joint(r, end + 1).is_some()))
            .or((r.term(end) == Term::Comma).then_some(end + 1))
            .and_then(nth)
            .filter(|_| shares.len() < LONGEST_LIST)
    {
        shares.push((next, behind - 1..behind));
        end = behind;
    }
    let halves = match r.term(end) {
        Term::Quarters => false,
        Term::Halves if shares.iter().all(|(nth, _)| *nth <= 2) => true,
        _ => return None,
    };
    if shares.len() < 2 {
        return None;
    }
    let (pick, end) = cycle::of_year(r, end + 1, true).unwrap_or((Pick::Nearest, end + 1));
    shares.last_mut()?.1.end = end;
    for (nth, tokens) in shares {
        let member = if halves { Member::Half(nth) } else { Member::Quarter(nth) };
        push_point(found, tokens, Point::Member(member, pick.clone()));
    }
    Some(end)
}

/// "March and April 2031", "March, April and May 2031": those before the last take its year, and one of the year before where the
/// months go on past December.
fn months(
    r: &Reading<'_>,
    i: usize,
    joins: impl Fn(usize) -> Option<usize>,
    found: &mut Vec<Expression>,
) -> Option<usize> {
    let named = |at: usize| {
        let stop = usize::from(r.term(at + 1) == Term::Dot && r.glued(at + 1));
        (r.word(at).month, at..at + 1 + stop)
    };
    let mut months = vec![named(i)];
    let (mut year, end) = loop {
        let (before, tokens) = months.last().cloned()?;
        let at = joins(tokens.end)?;
        let (month, tokens) = named(at);
        if month == 0 || month == before || !r.is(at, Class::CAPITAL) || months.len() == LONGEST_LIST {
            return None;
        }
        let of = usize::from(r.term(tokens.end) == Term::Of);
        let year = year::year(r, tokens.end + of, false);
        months.push((month, tokens));
        match year {
            // A comma alone joins nothing.
            Some(_) if r.term(at - 1) == Term::Comma => return None,
            Some(found) => break found,
            None => {}
        }
    };
    months.last_mut()?.1.end = end;
    let (first, mut after) = (found.len(), 0);
    for (month, tokens) in months.into_iter().rev() {
        // "from November to March 2031" began the year before.
        year = if after > 0 && month > after { timex::shift_year(year, -1)? } else { year };
        after = month;
        let meaning = Meaning::Point(Point::Member(Member::Month(month), Pick::Year(year)));
        found.push(Expression { tokens, meaning, modifier: None, rule: "shared-part" });
    }
    if let Some(months) = found.get_mut(first..) {
        months.reverse();
    }
    Some(end)
}

fn push_point(found: &mut Vec<Expression>, tokens: std::ops::Range<usize>, point: Point) {
    found.push(Expression { tokens, meaning: Meaning::Point(point), modifier: None, rule: "shared-part" });
}

/// A dash, "to" or "and" between two ends; answers the token behind it.
fn joint(r: &Reading<'_>, i: usize) -> Option<usize> {
    (r.is(i, Class::DASH) || matches!(r.term(i), Term::To | Term::And | Term::Or)).then_some(i + 1)
}

/// "1914-1918" in a heading, and two years of which the second says that they are before Christ: "490-480 BC".
fn years(r: &Reading<'_>, i: usize, found: &mut Vec<Expression>) -> Option<usize> {
    let number = |at: usize| -> Option<i16> {
        let digits = r.is(at, Class::DIGITS) && r.raw(at).len() <= 4;
        if digits { r.raw(at).parse().ok() } else { None }
    };
    let (first, at) = (number(i)?, joint(r, i + 1)?);
    let second = number(at)?;
    if let Some((year, end)) = year::era_year(r, at).filter(|(year, _)| *year < 0 && first > -*year) {
        push_point(found, i..i + 1, Point::Fixed(When::Year(Some(-first))));
        push_point(found, at..end, Point::Fixed(When::Year(Some(year))));
        return Some(end);
    }
    let dash = r.is(i + 1, Class::DASH);
    let sane = |year: i16| (1200..=2099).contains(&year);
    // "555-1918" and "2031-05-06" run on before or behind.
    let apart = !(r.glued(i)
        && r.is(i.wrapping_sub(1), Class::SIGN)
        && !matches!(r.raw(i.wrapping_sub(1)), "(" | "[" | "\"" | "“"))
        && !(r.glued(at + 1) && (r.is(at + 1, Class::DASH | Class::WORD) || r.term(at + 1) == Term::Slash))
        && !(r.glued(at + 1) && r.glued(at + 2) && r.is(at + 2, Class::DIGITS));
    // "flight 1914-1918"
    let named = r.word(i.wrapping_sub(1)).cue.any(Cue::NUMBERED);
    if !(dash && !named && sane(first) && sane(second) && first < second && apart && !year::is_counted(r, at + 1)) {
        return None;
    }
    push_point(found, i..i + 1, Point::Fixed(When::Year(Some(first))));
    push_point(found, at..at + 1, Point::Fixed(When::Year(Some(second))));
    Some(at + 1)
}

/// Hours that share their half of the day: "5-6 p.m.", "between 9 and 11:30 a.m."
fn hours(r: &Reading<'_>, i: usize, found: &mut Vec<Expression>) -> Option<usize> {
    let hour = |at: usize| -> Option<(u8, u8, usize)> {
        if !r.is(at, Class::DIGITS) || r.raw(at).len() > 2 {
            return None;
        }
        let hour = r.raw(at).parse().ok().filter(|hour| (1..=12).contains(hour))?;
        if r.term(at + 1) == Term::Colon && r.glued(at + 1) && r.glued(at + 2) && r.raw(at + 2).len() == 2 {
            let minute = r.raw(at + 2).parse().ok().filter(|minute| *minute < 60)?;
            return Some((hour, minute, at + 3));
        }
        Some((hour, 0, at + 1))
    };
    let (first, minute, end) = hour(i)?;
    let at = joint(r, end)?;
    let (last, _, behind) = hour(at)?;
    clock::half_day(r, behind)?;
    let Some(Clock::Time(second, end_of_second)) = clock::read_end(r, at) else { return None };
    let Hour::Clock { hour: second_hour, .. } = second else { return None };
    // "11-1 p.m." begins in the morning.
    let half = if second_hour >= 12 { 12 } else { 0 };
    let mut first_hour = first % 12 + half;
    if first_hour > second_hour && first != last {
        first_hour = first_hour.checked_sub(12)?;
    }
    let first_hour = Hour::Clock { hour: first_hour, minute, second: None, utc: false };
    found.push(Expression {
        tokens: i..end,
        meaning: Meaning::Point(Point::Hour(first_hour)),
        modifier: None,
        rule: "clock",
    });
    let (second, end, rule) = point::on_day(r, at, second, end_of_second, Style::default());
    found.push(Expression { tokens: at..end, meaning: Meaning::Point(second), modifier: None, rule });
    Some(end)
}
