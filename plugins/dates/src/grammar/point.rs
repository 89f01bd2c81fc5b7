//! Places in time: a date, a member of a cycle, a unit that something picks, and the hour on it.

use super::Style;
use super::absolute::{self, Calendar};
use super::clock::{self, Clock};
use super::{bare, counted, cycle, decade, part, period, picked, year};
use crate::filter;
use crate::meaning::{Member, Pick, Point};
use crate::step::UNKNOWN_DAY;
use crate::timex::{Hour, Part, Unit, When};
use copydesk_core::lang::Term;
use copydesk_core::{Class, Reading};

/// A point with the token behind it and its rule; `Err` with the token behind what is impossible.
pub(super) type Found = Option<Result<(Point, usize, &'static str), usize>>;

/// Reads the longest point that begins at a token.
pub(super) fn read(r: &Reading<'_>, i: usize, style: Style) -> Found {
    if let Some(found) = clock_first(r, i, style) {
        return Some(found);
    }
    if let Some((point, end)) = hour_of_part(r, i, style) {
        return fixed(point, end, "clock");
    }
    match simple(r, i, style)? {
        Ok((point, end, rule)) => Some(with_hour(r, point, end, rule)),
        Err(end) => Some(Err(end)),
    }
}

/// "at 7 tonight", "at ten tomorrow night", "until 3 this afternoon": the part of the day tells which half an hour is in.
fn hour_of_part(r: &Reading<'_>, i: usize, style: Style) -> Option<(Point, usize)> {
    let led = matches!(
        r.term(i.wrapping_sub(1)),
        Term::At
            | Term::From
            | Term::Until
            | Term::Till
            | Term::By
            | Term::Around
            | Term::About
            | Term::Before
            | Term::After
    );
    let short = if r.is(i, Class::DIGITS) { r.raw(i).len() <= 2 } else { r.is(i, Class::NUMBER) };
    if !led || !short || !r.is(i + 1, Class::WORD) {
        return None;
    }
    let hour = if r.is(i, Class::DIGITS) { r.raw(i).parse().ok()? } else { r.word(i).cardinal? };
    let hour = u8::try_from(hour).ok().filter(|hour| (1..=12).contains(hour))?;
    let on = i + 1 + usize::from(r.term(i + 1) == Term::On);
    let (point, end, rule) = simple(r, on, style)?.ok()?;
    let (point, end, _) = with_hour(r, point, end, rule).ok()?;
    let Point::At(day, Hour::Part(part)) = point else { return None };
    let hour = Hour::Clock { hour: clock::hour_in(hour, 0, part), minute: 0, second: None, utc: false };
    Some((Point::At(day, hour), end))
}

/// "5 p.m. EST, Nov. 6", "midnight Friday", "10:35 a.m."
fn clock_first(r: &Reading<'_>, i: usize, style: Style) -> Option<Result<(Point, usize, &'static str), usize>> {
    let (hour, end) = match clock::read(r, i)? {
        Clock::Time(hour, end) => (hour, end),
        Clock::Impossible(end) => return Some(Err(end)),
    };
    // "noon" and "midnight" of names ("Midnight Express") have a capital behind a capital.
    if r.is(i, Class::WORD)
        && filter::is_capital(r, i)
        && r.is(i + 1, Class::CAPITAL)
        && !r.is(i + 1, Class::WEEKDAY | Class::UPPER)
    {
        return None;
    }
    Some(Ok(on_day(r, i, hour, end, style)))
}

/// A time of the clock that stands in `i..end`, with the day that may follow it.
pub(super) fn on_day(r: &Reading<'_>, i: usize, hour: Hour, end: usize, style: Style) -> (Point, usize, &'static str) {
    let at = match r.term(end) {
        Term::Comma | Term::On | Term::Of => end + 1,
        _ => end,
    };
    let day = match r.term(at) {
        Term::The => None,
        _ => simple(r, at, style),
    };
    // "10 o'clock last night", "7:15 on Friday evening": the part of the day tells which half the hour is in, where nothing else does.
    let told = (i..end).any(|at| clock::half_day(r, at).is_some());
    let half = |part: Part| match hour {
        Hour::Clock { hour, minute, second, utc } if !told && (1..=12).contains(&hour) => {
            Hour::Clock { hour: clock::hour_in(hour, minute, part), minute, second, utc }
        }
        hour => hour,
    };
    if let Some(Ok((point, behind, _))) = &day
        && is_day(point)
        && !(r.term(end) == Term::Comma && r.is(at, Class::WEEKDAY) && r.is(*behind, Class::SPEECH))
    {
        let part = clock::part(r.term(*behind));
        let behind = behind + usize::from(part.is_some());
        return (Point::At(Box::new(point.clone()), part.map_or(hour, half)), behind, "clock");
    }
    if r.term(end) != Term::Comma
        && let Some(Ok((Point::At(day, Hour::Part(part)), behind, _))) = day
    {
        return (Point::At(day, half(part)), behind, "clock");
    }
    (Point::Hour(hour), end, "clock")
}

/// Whether an hour can stand on it.
pub(super) fn is_day(point: &Point) -> bool {
    match point {
        // "one Sunday morning"
        Point::Fixed(when) => when.is_day() || matches!(when, When::Weekday(_)),
        Point::Member(member, _) => {
            matches!(
                member,
                Member::MonthDay { .. }
                    | Member::Weekday(_)
                    | Member::NthWeekday(..)
                    | Member::Holiday(_)
                    | Member::DayOfMonth(_)
            )
        }
        Point::Unit(unit, _) => *unit == Unit::Day,
        Point::Today(_) | Point::SomeDay => true,
        Point::Shift { unit, .. } => *unit == Unit::Day,
        _ => false,
    }
}

/// The hour behind a day: "Friday night", "Nov. 6 at 8 p.m.", "tomorrow morning".
fn with_hour(
    r: &Reading<'_>,
    point: Point,
    end: usize,
    rule: &'static str,
) -> Result<(Point, usize, &'static str), usize> {
    if !is_day(&point) {
        return Ok((point, end, rule));
    }
    // "Friday late evening", "the Saturday-night party"
    let early = usize::from(
        (matches!(r.term(end), Term::Early | Term::Late) || r.is(end, Class::DASH) && r.glued(end) && r.glued(end + 1))
            && clock::part(r.term(end + 1)).is_some(),
    );
    if let Some(part) = clock::part(r.term(end + early)) {
        // "Saturday Night Live" is a name.
        let name = filter::is_capital(r, end) && r.is(end + 1, Class::CAPITAL);
        if !name {
            return Ok((Point::At(Box::new(point), Hour::Part(part)), end + early + 1, "part-of-day"));
        }
    }
    let comma = usize::from(r.term(end) == Term::Comma);
    let at = end + comma + usize::from(r.term(end + comma) == Term::At);
    // "2031-05-06T10:14"
    let at = at + usize::from(at == end && r.term(end) == Term::T && r.glued(end) && r.glued(end + 1));
    if at > end || r.is(at, Class::DIGITS) {
        match clock::read(r, at) {
            Some(Clock::Time(hour, behind)) => return Ok((Point::At(Box::new(point), hour), behind, "clock")),
            Some(Clock::Impossible(behind)) if at == end + 1 => return Err(behind),
            _ => {}
        }
    }
    Ok((point, end, rule))
}

pub(super) fn fixed(point: Point, end: usize, rule: &'static str) -> Found {
    Some(Ok((point, end, rule)))
}

/// A point without an hour.
pub(super) fn simple(r: &Reading<'_>, i: usize, style: Style) -> Found {
    match r.term(i) {
        // "USA TODAY", "Russia Today" are names.
        Term::Today | Term::Tonight | Term::Tomorrow if filter::is_part_of_name(r, i) => return None,
        Term::Today => return fixed(Point::Today(0), i + 1, "deictic"),
        Term::Yesterday => return fixed(Point::Today(-1), i + 1, "deictic"),
        Term::Tomorrow => return fixed(Point::Today(1), i + 1, "deictic"),
        Term::Tonight | Term::Tonite => {
            return fixed(Point::At(Box::new(Point::Today(0)), Hour::Part(Part::Night)), i + 1, "deictic");
        }
        Term::The if r.term(i + 1) == Term::Day => match (r.term(i + 2), r.term(i + 3)) {
            (Term::Before, Term::Yesterday) => return fixed(Point::Today(-2), i + 4, "deictic"),
            (Term::After, Term::Tomorrow) => return fixed(Point::Today(2), i + 4, "deictic"),
            _ => {}
        },
        Term::That | Term::This if r.term(i + 1) == Term::Period && !r.is(i + 2, Class::DASH) => {
            let during = matches!(
                r.term(i.wrapping_sub(1)),
                Term::During | Term::Throughout | Term::In | Term::Over | Term::From | Term::For
            );
            return if during { fixed(Point::ThatTime, i + 2, "anaphoric") } else { None };
        }
        Term::The if style.narrative && r.term(i + 1) == Term::Time && r.term(i.wrapping_sub(1)) == Term::At => {
            let defined = matches!(r.term(i + 2), Term::Of | Term::When | Term::That) || r.is(i + 2, Class::CAPITAL);
            return if defined { None } else { fixed(Point::ThatTime, i + 2, "anaphoric") };
        }
        Term::Night if r.term(i.wrapping_sub(1)) == Term::At && !(r.is(i + 1, Class::DASH) && r.glued(i + 1)) => {
            let day = Point::Fixed(UNKNOWN_DAY);
            return fixed(Point::At(Box::new(day), Hour::Part(Part::Night)), i + 1, "part-of-day");
        }
        Term::Overnight => return part::overnight(r, i).and_then(|end| fixed(Point::Overnight, end, "part-of-day")),
        Term::Dawn | Term::Dusk
            if !r.is(i, Class::CAPITAL)
                && (matches!(
                    r.term(i.wrapping_sub(1)),
                    Term::At | Term::Before | Term::After | Term::By | Term::Until | Term::Since | Term::From
                ) || r.term(i.wrapping_sub(1)) == Term::To && r.term(i.wrapping_sub(2)) == Term::Dawn) =>
        {
            let morning = matches!(r.term(i), Term::Dawn);
            let part = if morning { Part::Morning } else { Part::Evening };
            let compound = r.is(i + 1, Class::DASH) || r.term(i + 1) == Term::Of;
            return if compound { None } else { fixed(Point::Hour(Hour::Part(part)), i + 1, "part-of-day") };
        }
        Term::This
            if r.term(i + 1) == Term::Time && r.term(i.wrapping_sub(1)) == Term::At && r.term(i + 3) == Term::When =>
        {
            return fixed(Point::ThatTime, i + 2, "anaphoric");
        }
        Term::That if r.term(i + 1) == Term::Time => {
            let at = matches!(
                r.term(i.wrapping_sub(1)),
                Term::At
                    | Term::By
                    | Term::Since
                    | Term::Until
                    | Term::Before
                    | Term::After
                    | Term::From
                    | Term::Around
                    | Term::During
                    | Term::Of
            );
            return if at { fixed(Point::ThatTime, i + 2, "anaphoric") } else { None };
        }
        _ => {}
    }
    match absolute::calendar_date(r, i) {
        // "March 15" needs no more; a lone month is read below, with what picks it.
        Some(Calendar::Date(point, end)) => {
            let (point, end) = of_that_year(r, point, end);
            // "the Fourth of July weekend"
            if matches!(point, Point::Member(Member::MonthDay { .. }, _)) && r.term(end) == Term::Weekend {
                return fixed(Point::Unit(Unit::Weekend, Pick::Of(Box::new(point))), end + 1, "picked");
            }
            return fixed(point, end, "calendar");
        }
        Some(Calendar::Impossible(end)) => return Some(Err(end)),
        None => {}
    }
    let the = usize::from(r.term(i) == Term::The);
    if let Some((point, end)) = decade::century(r, i + the) {
        return fixed(point, end, "century");
    }
    let led = the == 1
        || matches!(r.term(i.wrapping_sub(1)), Term::Early | Term::Late | Term::Mid | Term::Hyphen | Term::The);
    if let Some((point, end)) = decade::decade(r, i + the, led) {
        return fixed(point, end, "decade");
    }
    let year_word = usize::from(r.term(i + the) == Term::Year && r.is(i + the + 1, Class::DIGITS | Class::NUMBER));
    if year_word == 1
        && let Some((year, end)) = year::year(r, i + the + 1, true)
    {
        return fixed(Point::Fixed(When::Year(Some(year))), end, "year");
    }
    // "the year 800", "the year 9999"
    let number = i + the + 1;
    if the == 1 && year_word == 1 && r.is(number, Class::DIGITS) && matches!(r.raw(number).len(), 3 | 4) {
        let apart = !r.is(number + 1, Class::GLUED) || r.is(number + 1, Class::STOP) && !r.glued(number + 2);
        let year =
            r.raw(number).parse().ok().filter(|year: &i16| apart && *year > 0 && !year::is_counted(r, number + 1));
        if year.is_some() {
            return fixed(Point::Fixed(When::Year(year)), number + 1, "year");
        }
    }
    if let Some(found) = counted::read(r, i, the) {
        return fixed(found.0, found.1, found.2);
    }
    if let Some(found) = picked::beside(r, i, the) {
        return fixed(found.0, found.1, found.2);
    }
    if let Some(found) = period::of_period(r, i, the) {
        return fixed(found.0, found.1, "period");
    }
    if let Some(found) = period::fiscal(r, i, the) {
        return fixed(found.0, found.1, "fiscal");
    }
    if let Some(found) = period::year_end(r, i, the) {
        return fixed(found.0, found.1, "year-end");
    }
    // "the first week of November", "the last day of the year", "fourth week of March"
    if let Some(found) = bare::numbered(r, i) {
        return fixed(found.0, found.1, "numbered");
    }
    if let Some(found) = picked::picked(r, i, style) {
        return Some(found);
    }
    if let Some(found) = bare::the_day_number(r, i, the, style) {
        return fixed(found.0, found.1, "day-of-month");
    }
    if let Some(found) = bare::some_day(r, i, the) {
        return fixed(found.0, found.1, "numbered");
    }
    if let Some(found) = bare::bare_member(r, i, style) {
        return fixed(found.0, found.1, found.2);
    }
    year::bare_year(r, i, style).and_then(|(point, end)| fixed(point, end, "year"))
}

/// "July 25 of that year", "Nov. 3 last year"
fn of_that_year(r: &Reading<'_>, point: Point, end: usize) -> (Point, usize) {
    match point {
        Point::Member(member, Pick::Nearest) => match cycle::of_year(r, end, false) {
            Some((pick, behind)) => (Point::Member(member, pick), behind),
            None => (Point::Member(member, Pick::Nearest), end),
        },
        point => (point, end),
    }
}
