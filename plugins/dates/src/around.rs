//! What the expressions around one say of it: the year at the other end of a range, the day behind a time, the day that a period
//! closes on.

use crate::meaning::{self, Expression, Meaning};
use crate::resolve::{Place, Resolver};
use crate::{End, step, tense, timex};
use copydesk_core::lang::Term;
use copydesk_core::{Class, Reading};

/// So many tokens behind a clock time its day may stand: "11:05 a.m. (0805 GMT) Tuesday".
const DAY_AHEAD: usize = 7;
/// Between two days of a list stand so many tokens at most: ", and".
const LIST_JOINT: usize = 2;
/// An expression opens its sentence behind so many tokens at most: "And by", "Then, in".
const OPENING: usize = 2;

/// The year that the other end of a range or list gives: "from March 3 to April 9, 1986", "the spring and summer of 1979".
pub(crate) fn year_ahead(reading: &Reading<'_>, first: &Expression, second: Option<&Expression>) -> Option<i16> {
    let second = second.filter(|second| second.tokens.start == first.tokens.end + 1)?;
    let end = first.tokens.end;
    let joined =
        matches!(reading.term(end), Term::To | Term::And | Term::Or | Term::Through | Term::Until | Term::Till)
            || reading.is(end, Class::DASH);
    let (from, to, year) = (first.yearly()?, second.yearly()?, second.year()?);
    // "from November to March 2031" began the year before.
    let year = if from > to { timex::shift_year(year, -1)? } else { year };
    joined.then_some(year)
}

/// The day that the next expression names, close behind in the same sentence.
pub(crate) fn day_ahead(
    reading: &Reading<'_>,
    resolver: &Resolver,
    expression: &Expression,
    next: Option<&Expression>,
) -> Option<timex::When> {
    let next = next.filter(|next| next.tokens.start <= expression.tokens.end + DAY_AHEAD)?;
    let sentence = reading.sentence_at(reading.token(next.tokens.start).start);
    if sentence != reading.sentence_at(reading.token(expression.tokens.start).start) {
        return None;
    }
    resolver.peek(next, alone(reading, next))
}

/// Whether an expression opens its sentence: "In 1941 he returned", "By early 1942".
pub(crate) fn opens(reading: &Reading<'_>, expression: &Expression) -> bool {
    let start = expression.tokens.start;
    let sentence = reading.sentences().get(reading.sentence_at(reading.token(start).start));
    sentence.is_some_and(|sentence| start <= sentence.tokens.start + OPENING)
}

/// The place of an expression, with nothing said of those around it.
pub(crate) fn alone(reading: &Reading<'_>, expression: &Expression) -> Place {
    let span = reading.span(expression.tokens.clone());
    Place {
        span,
        sentence: reading.sentence_at(span.start),
        opens: opens(reading, expression),
        tense: tense::of(reading, &expression.tokens),
        year_ahead: None,
        day_ahead: None,
        closes: None,
        other_end: None,
    }
}

/// The day that a period closes on: "the quarter ended Sept. 30".
pub(crate) fn closes(
    reading: &Reading<'_>,
    resolver: &Resolver,
    expression: &Expression,
    next: Option<&Expression>,
) -> Option<timex::When> {
    let end = expression.tokens.end;
    let on = usize::from(matches!(reading.term(end + 1), Term::On | Term::Last));
    let next = next.filter(|next| next.tokens.start == end + 1 + on)?;
    matches!(reading.term(end), Term::Ended).then(|| resolver.peek(next, alone(reading, next)))?
}

/// The day that a length counted from an event leads to, where the words of the event name their own day: "two days after
/// Monday's vote". The value stays a length, as TimeML has it.
pub(crate) fn dated_event(
    reading: &Reading<'_>,
    resolver: &Resolver,
    expression: &Expression,
    next: Option<&Expression>,
) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
    let Meaning::FromEvent(length) = &expression.meaning else { return None };
    let end = expression.tokens.end;
    let forward = match reading.term(end) {
        Term::After | Term::Following | Term::From => 1,
        Term::Before => -1,
        _ => return None,
    };
    let next = next.filter(|next| next.tokens.start <= end + DAY_AHEAD)?;
    let one_clause =
        (end..next.tokens.start).all(|i| !reading.is(i, Class::STOP) && !matches!(reading.raw(i), "," | ";" | ":"));
    let (day, _) = resolver.peek(next, alone(reading, next)).filter(|_| one_clause)?.days()?;
    let whole = length.whole().filter(|_| !length.unit.is_clock())?;
    let day = step::shift_day(day, forward * whole, length.unit)?;
    Some((day, day))
}

/// The day beside an event that is a date itself: "the day after Thanksgiving". "the week before Easter" may be the one that ends with it
/// and stays open.
pub(crate) fn beside_date(
    reading: &Reading<'_>,
    resolver: &Resolver,
    expression: &Expression,
    next: Option<&Expression>,
) -> Option<timex::When> {
    let Meaning::Point(meaning::Point::Beside(timex::Unit::Day)) = &expression.meaning else { return None };
    let by = match reading.term(expression.tokens.end) {
        Term::After | Term::Following => 1,
        Term::Before => -1,
        _ => return None,
    };
    let next = next.filter(|next| next.tokens.start == expression.tokens.end + 1)?;
    let when = resolver.peek(next, alone(reading, next))?;
    Some(step::move_from(when, by, timex::Unit::Day)).filter(|when| when.days().is_some())
}

/// The day at the other end of a range, where it is known before this one: the first end for the last, and for the first the
/// last where the past is told ("from Monday to Friday" was over on Friday).
pub(crate) fn other_end(
    reading: &Reading<'_>,
    resolver: &Resolver,
    role: End,
    expression: &Expression,
    other: &Expression,
) -> Option<timex::When> {
    if role == End::To {
        return resolver.placed(reading.span(other.tokens.clone()));
    }
    let tense = tense::of(reading, &expression.tokens);
    if tense == tense::Tense::Future { None } else { resolver.peek(other, Place { tense, ..alone(reading, other) }) }
}

/// The day before it in a list that shares its month: "on May 6, 8 and 11" are days of one year, whatever the tense of each.
pub(crate) fn day_in_list(
    reading: &Reading<'_>,
    resolver: &Resolver,
    expression: &Expression,
    before: Option<&Expression>,
) -> Option<(End, timex::When)> {
    let shares = |e: &Expression| e.rule == "shared-part" && e.yearly().is_some();
    let before = before.filter(|before| shares(before) && shares(expression))?;
    let between = before.tokens.end..expression.tokens.start;
    let joins = |i: usize| {
        reading.is(i, Class::DASH) || matches!(reading.term(i), Term::Comma | Term::And | Term::Or | Term::Ampersand)
    };
    let joined = between.len() <= LIST_JOINT && between.into_iter().all(joins);
    let day = resolver.placed(reading.span(before.tokens.clone()))?;
    joined.then_some((End::To, day))
}

/// For each expression the range that it is one end of, with the number of the other end: "from 2015 to 2017", "5–7 November",
/// "between Monday and Wednesday".
pub(crate) fn ranges(reading: &Reading<'_>, expressions: &[Expression]) -> Vec<Option<(End, usize)>> {
    let mut ranges = vec![None; expressions.len()];
    for (n, pair) in expressions.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        // "in the year to March" has one end.
        let period =
            |e: &Expression| matches!(e.meaning, Meaning::Point(meaning::Point::Unit(_, meaning::Pick::Nearest)));
        let points = [first, second].iter().all(|e| matches!(e.meaning, Meaning::Point(_)) && !period(e));
        if !points || second.tokens.start != first.tokens.end + 1 {
            continue;
        }
        let before = reading.term(first.tokens.start.wrapping_sub(1));
        let joins = match reading.term(first.tokens.end) {
            Term::To | Term::Through | Term::Until | Term::Till => before != Term::To,
            Term::And => before == Term::Between,
            _ => reading.is(first.tokens.end, Class::DASH),
        };
        if joins && ranges.get(n).is_some_and(Option::is_none) {
            if let Some(range) = ranges.get_mut(n) {
                *range = Some((End::From, n + 1));
            }
            if let Some(range) = ranges.get_mut(n + 1) {
                *range = Some((End::To, n));
            }
        }
    }
    ranges
}
