//! What the expressions around one say of it: the year at the other end of a range, the day behind a time, the day that a period
//! closes on.

use crate::meaning::{Expression, Meaning, Member, Pick, Point};
use crate::resolve::{Ahead, ClockForm, Place, Resolver, Role};
use crate::timex::{Hour, Unit};
use crate::{End, step, tense, timex};
use copydesk_core::lang::{Term, inflection};
use copydesk_core::{Class, Reading};
use std::ops::Range;

/// So many tokens behind a clock time its day may stand: "11:05 a.m. (0805 GMT) Tuesday" …
const DAY_AHEAD: usize = 7;
/// Between two days of a list stand so many tokens at most: ", and".
const LIST_JOINT: usize = 2;
/// … and where no day is told of before it, so many: "about 4:20 p.m. on the east bank of the Orlo on Saturday".
const DAY_FURTHER: usize = 24;
/// So many expressions are looked at for it.
const DAYS_AHEAD: usize = 3;
/// So many tokens behind "the day" the day may be named: "earlier in the day on Tuesday".
const DAY_BESIDE: usize = 1;
/// An expression opens its sentence behind so many tokens at most: "And by", "Then, in".
const OPENING: usize = 2;
/// So many tokens before a date stands what says that something began there: "born in Port Mirel on".
const ORIGIN_REACH: usize = 5;
/// The name of an account before the date of its post is so many tokens at most: "(@desk_12)".
const HANDLE: usize = 6;
/// The hour at which a day ends.
const MIDNIGHT: u8 = 24;

/// The year that the other end of a range or list gives: "from March 3 to April 9, 1986", "the spring and summer of 1979".
pub(crate) fn year_ahead(reading: &Reading<'_>, first: &Expression, second: Option<&Expression>) -> Option<i16> {
    let second = second.filter(|second| second.tokens.start == first.tokens.end + 1)?;
    let end = first.tokens.end;
    // "on Saturday night in 1990"
    if let Meaning::Point(point) = &first.meaning
        && matches!(reading.term(end), Term::In | Term::Of)
    {
        let day = if let Point::At(day, _) = point { day } else { point };
        return if matches!(day, Point::Member(Member::Weekday(_), _)) { second.year() } else { None };
    }
    let joined =
        matches!(reading.term(end), Term::To | Term::And | Term::Or | Term::Through | Term::Until | Term::Till)
            || reading.is(end, Class::DASH);
    let (from, to, year) = (first.yearly()?, second.yearly()?, second.year()?);
    // "from November to March 2031" began the year before.
    let year = if from > to { timex::shift_year(year, -1)? } else { year };
    joined.then_some(year)
}

/// The day that one of the next expressions names behind a time of day, or behind "the day", in the same sentence.
pub(crate) fn day_ahead(
    reading: &Reading<'_>,
    resolver: &Resolver,
    expression: &Expression,
    next: &[Expression],
    range: Option<End>,
) -> Option<Ahead> {
    let near = match expression.meaning {
        Meaning::Point(Point::Hour(_) | Point::Overnight) => DAY_AHEAD,
        Meaning::Point(Point::Unit(Unit::Day, Pick::Nearest)) => DAY_BESIDE,
        _ => return None,
    };
    // "between 6 and 7:10 p.m. on Friday": the day is behind both.
    let last = next.first().filter(|_| range == Some(End::From)).unwrap_or(expression);
    let end = last.tokens.end;
    let sentence = reading.sentence_at(reading.token(expression.tokens.start).start);
    let within = |next: &&Expression| {
        let start = next.tokens.start;
        start <= end + DAY_FURTHER && reading.sentence_at(reading.token(start).start) == sentence
    };
    next.iter().take(DAYS_AHEAD).take_while(within).find_map(|next| {
        let start = next.tokens.start;
        let when = resolver.peek(next, alone(reading, next))?;
        let said = is_said(reading, &next.tokens);
        Some(Ahead { when, near: start <= end + near, said })
    })
}

/// Whether an expression opens its sentence: "In 1941 he returned", "By early 1942".
pub(crate) fn opens(reading: &Reading<'_>, expression: &Expression) -> bool {
    let start = expression.tokens.start;
    let sentence = reading.sentences().get(reading.sentence_at(reading.token(start).start));
    // A quotation is one sentence of its own, whatever it holds.
    let within = (start.saturating_sub(OPENING + 1)..start)
        .any(|i| reading.is(i, Class::STOP) && reading.is(i + 1, Class::CAPITAL) && !reading.glued(i + 1));
    within || sentence.is_some_and(|sentence| start <= sentence.tokens.start + OPENING)
}

/// The place of an expression, with nothing said of those around it.
pub(crate) fn alone(reading: &Reading<'_>, expression: &Expression) -> Place {
    let span = reading.span(expression.tokens.clone());
    Place {
        span,
        sentence: reading.sentence_at(span.start),
        opens: opens(reading, expression),
        tense: if expression.is_tensed() { tense::of(reading, &expression.tokens) } else { tense::Tense::None },
        year_ahead: None,
        day_ahead: None,
        closes: None,
        other_end: None,
        other_hour: None,
        role: role(reading, expression),
        clock: clock_form(reading, expression),
        weekday: weekday_beside(reading, expression),
    }
}

/// What a date does in its sentence.
pub(crate) fn role(reading: &Reading<'_>, expression: &Expression) -> Role {
    let (start, end) = (expression.tokens.start, expression.tokens.end);
    let before = reading.term(start.wrapping_sub(1));
    let article = matches!(before, Term::The | Term::A | Term::An | Term::His | Term::Her | Term::Their);
    let noun = |i: usize| reading.is(i, Class::WORD) && !reading.is(i, Class::FUNCTION);
    let behind = end + usize::from(reading.raw(end) == ",");
    if article && noun(behind) {
        let bears = reading.is(start, Class::WEEKDAY) && noun(end + 1) && inflection::is_plural(reading.lower(end + 1));
        return if bears { Role::Bearer } else { Role::Event };
    }
    if is_said(reading, &expression.tokens) {
        return Role::Said;
    }
    if reading.raw(start.wrapping_sub(1)) == ")"
        && (start.saturating_sub(HANDLE)..start).any(|i| reading.raw(i) == "@" && reading.glued(i + 1))
    {
        return Role::Stamp;
    }
    let bounds = start.saturating_sub(ORIGIN_REACH)..start;
    let origin = |i: usize| matches!(reading.term(i), Term::Since | Term::Born);
    if bounds.into_iter().any(origin) { Role::Origin } else { Role::Told }
}

/// Whether an expression is the day on which somebody said so: "said Saturday", "told them on Saturday"; not "were called Saturday", "a report
/// Saturday", "said Saturday's crash".
fn is_said(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    let before = tokens.start.wrapping_sub(1);
    let at = before.wrapping_sub(usize::from(reading.term(before) == Term::On));
    let (verb, word) = (reading.word(at), reading.lower(at));
    // "Police called Friday" sends for somebody.
    let speech = reading.is(at, Class::SPEECH) && inflection::is_past(verb, word) && reading.term(at) != Term::Called;
    let passive = matches!(reading.term(at.wrapping_sub(1)), Term::Was | Term::Been | Term::Be);
    let possessive = matches!(reading.term(tokens.end), Term::Possessive | Term::Apostrophe);
    speech && !passive && !possessive
}

/// How a time of day stands in the text.
pub(crate) fn clock_form(reading: &Reading<'_>, expression: &Expression) -> ClockForm {
    let Meaning::Point(point) = &expression.meaning else { return ClockForm::Whole };
    let tokens = expression.tokens.clone();
    let hour = match point {
        Point::Hour(Hour::Clock { hour, .. }) => *hour,
        Point::At(_, Hour::Clock { hour, .. }) => *hour,
        _ => return ClockForm::Whole,
    };
    match reading.term(tokens.start.wrapping_sub(1)) {
        Term::After | Term::Past if hour == MIDNIGHT => return ClockForm::AfterMidnight,
        Term::Before if hour == MIDNIGHT => return ClockForm::BeforeMidnight,
        _ => {}
    }
    let bare = |i: usize| {
        !reading.is(i, Class::WORD)
            || reading.is(i, Class::NUMBER)
            || matches!(reading.term(i), Term::About | Term::Around | Term::OClock)
    };
    if tokens.into_iter().all(bare) { ClockForm::Unmarked } else { ClockForm::Whole }
}

/// The weekday that a date names for itself: "Tuesday, April 8".
fn weekday_beside(reading: &Reading<'_>, expression: &Expression) -> Option<u8> {
    let start = expression.tokens.start;
    reading.is(start, Class::WEEKDAY).then(|| reading.word(start).weekday)
}

/// The time of day that an expression names.
pub(crate) fn hour(expression: &Expression) -> Option<Hour> {
    match &expression.meaning {
        Meaning::Point(Point::Hour(hour) | Point::At(_, hour)) => Some(*hour),
        _ => None,
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
    let Meaning::Point(Point::Beside(Unit::Day)) = &expression.meaning else { return None };
    let by = match reading.term(expression.tokens.end) {
        Term::After | Term::Following => 1,
        Term::Before => -1,
        _ => return None,
    };
    let next = next.filter(|next| next.tokens.start == expression.tokens.end + 1)?;
    let when = resolver.peek(next, alone(reading, next))?;
    Some(step::move_from(when, by, Unit::Day)).filter(|when| when.days().is_some())
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
        let period = |e: &Expression| matches!(e.meaning, Meaning::Point(Point::Unit(_, Pick::Nearest)));
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
