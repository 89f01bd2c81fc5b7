//! Places in time: a date, a member of a cycle, a unit that something picks, and the hour on it.

use super::Style;
use super::absolute::{self, Calendar};
use super::clock::{self, Clock};
use super::{bare, counted, cycle, decade, period, picked, year};
use crate::filter;
use crate::meaning::{Member, Modifier, Pick, Point};
use crate::step::UNKNOWN_DAY;
use crate::timex::{Hour, Part, Season, Unit, When};
use copydesk_core::lang::Term;
use copydesk_core::{Class, Reading};

/// A point with the token behind it and its rule; `Err` with the token behind what is impossible.
pub(super) type Found = Option<Result<(Point, usize, &'static str), usize>>;

/// Reads "early", "late in", "the end of", "mid-", "earlier"; answers the modifier and the token behind it.
pub(super) fn part_of(r: &Reading<'_>, i: usize) -> Option<(Option<Modifier>, usize)> {
    let the = usize::from(r.term(i) == Term::The);
    let very = usize::from(r.term(i + the) == Term::Very);
    let at = i + the + very;
    let word = r.term(at);
    let behind = at + 1;
    // "the closing months of 1918", "the early weeks of March"
    if the == 1 && matches!(r.term(behind), Term::Months | Term::Days | Term::Years) && r.term(behind + 1) == Term::Of {
        match word {
            Term::Closing | Term::Final => return Some((Some(Modifier::End), behind + 2)),
            Term::Opening | Term::Early => return Some((Some(Modifier::Start), behind + 2)),
            _ => {}
        }
    }
    let modifier = match word {
        // "Earlier Friday" is earlier than now; the day is all that is named.
        Term::Earlier | Term::Later if r.is(behind, Class::WEEKDAY) => return None,
        Term::Early | Term::Beginning | Term::Start | Term::Opening | Term::Earlier => Modifier::Start,
        Term::Mid | Term::Middle => Modifier::Mid,
        Term::Late | Term::End | Term::Close | Term::Later => Modifier::End,
        Term::Rest | Term::Remainder => {
            return (the == 1 && r.term(behind) == Term::Of).then_some((None, behind + 1));
        }
        _ => return None,
    };
    match word {
        Term::Beginning | Term::Start | Term::Opening | Term::Middle | Term::End | Term::Close => {
            (r.term(behind) == Term::Of).then_some((Some(modifier), behind + 1))
        }
        _ => {
            // "the late president", "the early vote": the article needs a part or a long stretch of time behind it.
            if r.term(behind) == Term::Part && r.term(behind + 1) == Term::Of {
                return Some((Some(modifier), behind + 2));
            }
            let behind = second_part(r, behind).unwrap_or(behind);
            let at = match r.term(behind) {
                Term::In | Term::On => behind + 1,
                _ if r.is(behind, Class::DASH) && r.glued(behind) && r.glued(behind + 1) => behind + 1,
                _ => behind,
            };
            let long = r
                .is(at, Class::DIGITS | Class::NUMBER | Class::ORDINAL | Class::TEMPORAL | Class::MONTH | Class::QUOTE);
            (the == 0 || long).then_some((Some(modifier), at))
        }
    }
}

/// "to-late" behind "mid-", "to mid" behind "early": the first part tells the modifier, for TIMEX3 has room for one. Answers the token
/// behind the second.
fn second_part(r: &Reading<'_>, i: usize) -> Option<usize> {
    let to = i + usize::from(r.is(i, Class::DASH));
    let part = to + 1 + usize::from(r.is(to + 1, Class::DASH));
    let joined = matches!(r.term(to), Term::To | Term::Or | Term::And);
    (joined && matches!(r.term(part), Term::Early | Term::Mid | Term::Late)).then_some(part + 1)
}

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
    let afternoon = if part == Part::Morning { 0 } else { 12 };
    let hour = Hour::Clock { hour: hour % 12 + afternoon, minute: 0, second: None, utc: false };
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
        && r.is(i, Class::CAPITAL)
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
        Hour::Clock { hour, minute, second, utc } if !told && part != Part::Morning && hour < 12 => {
            Hour::Clock { hour: hour + 12, minute, second, utc }
        }
        hour => hour,
    };
    if let Some(Ok((point, behind, _))) = &day
        && is_day(point)
        && !(r.raw(end) == "," && r.is(at, Class::WEEKDAY) && r.is(*behind, Class::SPEECH))
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

/// "midyear", "mid-week", "midsummer", "mid-afternoon yesterday"
pub(super) fn middle(r: &Reading<'_>, i: usize) -> Option<(Point, usize, &'static str)> {
    let whole = match r.term(i) {
        Term::Mid => None,
        Term::Midyear => Some(Term::Year),
        Term::Midmonth => Some(Term::Month),
        Term::Midweek => Some(Term::Week),
        Term::Midsummer => Some(Term::Summer),
        Term::Midwinter => Some(Term::Winter),
        Term::Midmorning => Some(Term::Morning),
        Term::Midafternoon => Some(Term::Afternoon),
        _ => return None,
    };
    let apart = i + 1 + usize::from(r.is(i + 1, Class::DASH));
    let (word, end) = whole.map_or_else(|| (r.term(apart), apart + 1), |word| (word, i + 1));
    let led = matches!(
        r.term(i.wrapping_sub(1)),
        Term::By
            | Term::In
            | Term::At
            | Term::Until
            | Term::Since
            | Term::Before
            | Term::After
            | Term::From
            | Term::To
            | Term::Around
            | Term::Of
            | Term::Through
            | Term::Comma
    ) || i == 0;
    let plain = end == i + 1 || led;
    match word {
        Term::Year if led => Some((Point::Unit(Unit::Year, Pick::This), end, "year-end")),
        Term::Week | Term::Month if led => {
            let unit = if word == Term::Week { Unit::Week } else { Unit::Month };
            Some((Point::Unit(unit, Pick::This), end, "picked"))
        }
        Term::Summer | Term::Winter if plain => {
            let season = if word == Term::Summer { Season::Summer } else { Season::Winter };
            Some((Point::Member(Member::Season(season), Pick::Nearest), end, "member"))
        }
        Term::Morning | Term::Afternoon => {
            let hour = Hour::Part(clock::part(word)?);
            let on = end + usize::from(r.term(end) == Term::On);
            match simple(r, on, Style::default()) {
                Some(Ok((day, behind, _))) if is_day(&day) => {
                    Some((Point::At(Box::new(day), hour), behind, "part-of-day"))
                }
                _ => led.then_some((Point::Hour(hour), end, "part-of-day")),
            }
        }
        _ => None,
    }
}

/// "the morning of Nov. 6", "the night of 8 February 1904"
pub(super) fn part_first(r: &Reading<'_>, i: usize, style: Style) -> Option<(Point, usize, &'static str)> {
    let the = usize::from(r.term(i) == Term::The);
    let hours = matches!(r.term(i + the), Term::Early | Term::Small | Term::Late) && r.term(i + the + 1) == Term::Hours;
    // "the early morning hours of Sunday", "the predawn hours"
    let early = usize::from(matches!(r.term(i + the), Term::Early | Term::Late));
    let dash = usize::from(early == 1 && r.is(i + the + 1, Class::DASH));
    let named = i + the + early + dash;
    let of_part = r.term(named + 1) == Term::Hours && clock::part(r.term(named)).is_some();
    let part = match r.term(i + the) {
        _ if hours => Part::Night,
        _ if of_part => clock::part(r.term(named))?,
        Term::Dawn => Part::Morning,
        Term::Dusk => Part::Evening,
        word => clock::part(word)?,
    };
    let of = if of_part { named + 2 } else { i + the + 1 + usize::from(hours) };
    // "at dawn on 6 June"; but "in the morning on 6 June" is two.
    let light = matches!(r.term(i), Term::Dawn | Term::Dusk);
    // "the early morning hours Sunday", "in the small hours"
    let apart = hours || of_part;
    let weekday = r.is(of, Class::WEEKDAY) && (apart || light);
    if r.term(of) != Term::Of && !((light || apart) && r.term(of) == Term::On) && !weekday {
        return (apart && the == 1).then_some((Point::Hour(Hour::Part(part)), of, "part-of-day"));
    }
    let of = of - usize::from(weekday);
    let at = of + 1;
    let (point, end, _) = match simple(r, at, Style { narrative: true, ..style })? {
        Ok(found) => found,
        Err(_) => return None,
    };
    // "the early hours of Monday morning"
    let named = clock::part(r.term(end)).filter(|_| !r.word(end).plural);
    let (part, end) = named.map_or((part, end), |named| (named, end + 1));
    is_day(&point).then(|| (Point::At(Box::new(point), Hour::Part(part)), end, "part-of-day"))
}

/// Whether an hour can stand on it.
fn is_day(point: &Point) -> bool {
    match point {
        Point::Fixed(when) => when.is_day(),
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
        let name = r.is(end, Class::CAPITAL) && r.is(end + 1, Class::CAPITAL);
        if !name {
            return Ok((Point::At(Box::new(point), Hour::Part(part)), end + early + 1, "part-of-day"));
        }
    }
    let comma = usize::from(r.raw(end) == ",");
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
fn simple(r: &Reading<'_>, i: usize, style: Style) -> Found {
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
        Term::Overnight => return overnight(r, i).and_then(|end| fixed(Point::Overnight, end, "part-of-day")),
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

/// "overnight" as an adverb: "it rained overnight", "overnight on Tuesday"; not "an overnight train", "overnight raids".
fn overnight(r: &Reading<'_>, i: usize) -> Option<usize> {
    let article =
        matches!(r.term(i.wrapping_sub(1)), Term::The | Term::A | Term::An | Term::His | Term::Her | Term::Their);
    let noun = r.is(i + 1, Class::WORD | Class::DASH) && !r.is(i + 1, Class::FUNCTION | Class::WEEKDAY);
    (!article && !noun && !r.is(i, Class::GLUED)).then_some(i + 1)
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
