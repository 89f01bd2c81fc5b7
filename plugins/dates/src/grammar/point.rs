//! Places in time: a date, a member of a cycle, a unit that something picks, and the hour on it.

use super::Style;
use super::absolute::{self, Calendar};
use super::amount;
use super::clock::{self, Clock};
use super::cycle;
use crate::filter;
use crate::meaning::{Member, Modifier, Origin, Pick, Point};
use crate::timex::{Amount, Hour, Part, Season, Unit, When};
use copydesk_core::lang::en::numeral;
use copydesk_core::{Class, Reading};

/// A point with the token behind it and its rule; `Err` with the token behind what is impossible.
type Found = Option<Result<(Point, usize, &'static str), usize>>;

/// Reads "early", "late in", "the end of", "mid-", "earlier"; answers the modifier and the token behind it.
pub(super) fn part_of(r: &Reading<'_>, i: usize) -> Option<(Option<Modifier>, usize)> {
    let the = usize::from(r.lower(i) == "the");
    let very = usize::from(r.lower(i + the) == "very");
    let at = i + the + very;
    let word = r.lower(at);
    let behind = at + 1;
    // "the closing months of 1918", "the early weeks of March"
    if the == 1 && matches!(r.lower(behind), "months" | "weeks" | "days" | "years") && r.lower(behind + 1) == "of" {
        match word {
            "closing" | "final" | "dying" | "waning" => return Some((Some(Modifier::End), behind + 2)),
            "opening" | "early" => return Some((Some(Modifier::Start), behind + 2)),
            _ => {}
        }
    }
    let modifier = match word {
        // "Earlier Friday" is earlier than now; the day is all that is named.
        "earlier" | "later" if r.is(behind, Class::WEEKDAY) => return None,
        "early" | "beginning" | "start" | "opening" | "earlier" => Modifier::Start,
        "mid" | "middle" => Modifier::Mid,
        "late" | "end" | "close" | "later" => Modifier::End,
        "rest" | "remainder" => {
            return (the == 1 && r.lower(behind) == "of").then_some((None, behind + 1));
        }
        _ => return None,
    };
    match word {
        "beginning" | "start" | "opening" | "middle" | "end" | "close" => {
            (r.lower(behind) == "of").then_some((Some(modifier), behind + 1))
        }
        _ => {
            // "the late president", "the early vote": the article needs a part or a long stretch of time behind it.
            if r.lower(behind) == "part" && r.lower(behind + 1) == "of" {
                return Some((Some(modifier), behind + 2));
            }
            let at = match r.lower(behind) {
                "in" | "on" => behind + 1,
                _ if r.is(behind, Class::DASH) && r.glued(behind) && r.glued(behind + 1) => behind + 1,
                _ => behind,
            };
            let long = r
                .is(at, Class::DIGITS | Class::NUMBER | Class::ORDINAL | Class::TEMPORAL | Class::MONTH | Class::QUOTE);
            (the == 0 || long).then_some((Some(modifier), at))
        }
    }
}

/// Reads the longest point that begins at a token.
pub(super) fn read(r: &Reading<'_>, i: usize, style: Style) -> Found {
    if let Some(found) = clock_first(r, i, style) {
        return Some(found);
    }
    match simple(r, i, style)? {
        Ok((point, end, rule)) => Some(with_hour(r, point, end, rule)),
        Err(end) => Some(Err(end)),
    }
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
    let at = match r.lower(end) {
        "," | "on" | "of" => end + 1,
        _ => end,
    };
    let day = match r.lower(at) {
        "the" => None,
        _ => simple(r, at, style),
    };
    if let Some(Ok((point, behind, _))) = day
        && is_day(&point)
        && !(r.raw(end) == "," && r.is(at, Class::WEEKDAY) && r.is(behind, Class::SPEECH))
    {
        // "10 p.m. Friday night": the part of the day says nothing new.
        let behind = behind + usize::from(clock::part(r.lower(behind)).is_some());
        return Some(Ok((Point::At(Box::new(point), hour), behind, "clock")));
    }
    Some(Ok((Point::Hour(hour), end, "clock")))
}

/// "the morning of Nov. 6", "the night of 8 February 1904"
pub(super) fn part_first(r: &Reading<'_>, i: usize, style: Style) -> Option<(Point, usize, &'static str)> {
    let the = usize::from(r.lower(i) == "the");
    let hours = matches!(r.lower(i + the), "early" | "small" | "wee" | "late") && r.lower(i + the + 1) == "hours";
    let part = match r.lower(i + the) {
        _ if hours => Part::Night,
        "dawn" | "sunrise" | "daybreak" => Part::Morning,
        "dusk" | "sunset" | "nightfall" => Part::Evening,
        word => clock::part(word)?,
    };
    let of = i + the + 1 + usize::from(hours);
    // "at dawn on 6 June"; but "in the morning on 6 June" is two.
    let light = matches!(r.lower(i), "dawn" | "dusk" | "sunrise" | "sunset" | "daybreak" | "nightfall");
    if r.lower(of) != "of" && !(light && r.lower(of) == "on") {
        return None;
    }
    let at = of + 1;
    let (point, end, _) = match simple(r, at, Style { narrative: true, ..style })? {
        Ok(found) => found,
        Err(_) => return None,
    };
    is_day(&point).then(|| (Point::At(Box::new(point), Hour::Part(part)), end, "part-of-day"))
}

/// Whether an hour can stand on it.
fn is_day(point: &Point) -> bool {
    match point {
        Point::Fixed(when) => when.is_day(),
        Point::Member(member, _) => {
            matches!(member, Member::MonthDay { .. } | Member::Weekday(_) | Member::Holiday(_) | Member::DayOfMonth(_))
        }
        Point::Unit(unit, _) => *unit == Unit::Day,
        Point::Today(_) => true,
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
    let early = usize::from(matches!(r.lower(end), "early" | "late") && clock::part(r.lower(end + 1)).is_some());
    if let Some(part) = clock::part(r.lower(end + early)).filter(|_| r.lower(end + early) != "overnight") {
        // "Saturday Night Live" is a name.
        let name = r.is(end, Class::CAPITAL) && r.is(end + 1, Class::CAPITAL);
        if !name {
            return Ok((Point::At(Box::new(point), Hour::Part(part)), end + early + 1, "part-of-day"));
        }
    }
    let comma = usize::from(r.raw(end) == ",");
    let at = end + comma + usize::from(r.lower(end + comma) == "at");
    // "2031-05-06T10:14"
    let at = at + usize::from(at == end && r.lower(end) == "t" && r.glued(end) && r.glued(end + 1));
    if at > end || r.is(at, Class::DIGITS) {
        match clock::read(r, at) {
            Some(Clock::Time(hour, behind)) => return Ok((Point::At(Box::new(point), hour), behind, "clock")),
            Some(Clock::Impossible(behind)) if at == end + 1 => return Err(behind),
            _ => {}
        }
    }
    Ok((point, end, rule))
}

fn fixed(point: Point, end: usize, rule: &'static str) -> Found {
    Some(Ok((point, end, rule)))
}

/// A point without an hour.
fn simple(r: &Reading<'_>, i: usize, style: Style) -> Found {
    match r.lower(i) {
        // "USA TODAY", "Russia Today" are names.
        "today" | "tonight" | "tomorrow" if filter::is_part_of_name(r, i) => return None,
        "today" => return fixed(Point::Today(0), i + 1, "deictic"),
        "yesterday" => return fixed(Point::Today(-1), i + 1, "deictic"),
        "tomorrow" => return fixed(Point::Today(1), i + 1, "deictic"),
        "tonight" | "tonite" => {
            return fixed(Point::At(Box::new(Point::Today(0)), Hour::Part(Part::Night)), i + 1, "deictic");
        }
        "the" if r.lower(i + 1) == "day" => match (r.lower(i + 2), r.lower(i + 3)) {
            ("before", "yesterday") => return fixed(Point::Today(-2), i + 4, "deictic"),
            ("after", "tomorrow") => return fixed(Point::Today(2), i + 4, "deictic"),
            _ => {}
        },
        "that" if r.lower(i + 1) == "time" => {
            let at = matches!(
                r.lower(i.wrapping_sub(1)),
                "at" | "by" | "since" | "until" | "before" | "after" | "from" | "around"
            );
            return if at { fixed(Point::ThatTime, i + 2, "anaphoric") } else { None };
        }
        _ => {}
    }
    match absolute::calendar_date(r, i) {
        // "March 15" needs no more; a lone month is read below, with what picks it.
        Some(Calendar::Date(point, end)) => {
            let (point, end) = of_that_year(r, point, end);
            return fixed(point, end, "calendar");
        }
        Some(Calendar::Impossible(end)) => return Some(Err(end)),
        None => {}
    }
    let the = usize::from(r.lower(i) == "the");
    if let Some((point, end)) = absolute::century(r, i + the) {
        return fixed(point, end, "century");
    }
    let led = the == 1 || matches!(r.lower(i.wrapping_sub(1)), "early" | "late" | "mid" | "-" | "the");
    if let Some((point, end)) = absolute::decade(r, i + the, led) {
        return fixed(point, end, "decade");
    }
    let year_word = usize::from(r.lower(i + the) == "year" && r.is(i + the + 1, Class::DIGITS | Class::NUMBER));
    if year_word == 1
        && let Some((year, end)) = absolute::year(r, i + the + 1, true)
    {
        return fixed(Point::Fixed(When::Year(Some(year))), end, "year");
    }
    if let Some(found) = of_period(r, i, the) {
        return fixed(found.0, found.1, "period");
    }
    if let Some(found) = fiscal(r, i, the) {
        return fixed(found.0, found.1, "fiscal");
    }
    if let Some(found) = year_end(r, i, the) {
        return fixed(found.0, found.1, "year-end");
    }
    // "the first week of November", "the last day of the year", "fourth week of March"
    if let Some(found) = numbered(r, i) {
        return fixed(found.0, found.1, "numbered");
    }
    if let Some(found) = picked(r, i, style) {
        return Some(found);
    }
    if let Some(found) = the_day_number(r, i, the, style) {
        return fixed(found.0, found.1, "day-of-month");
    }
    if let Some(found) = bare_member(r, i, style) {
        return fixed(found.0, found.1, found.2);
    }
    absolute::bare_year(r, i, style).and_then(|(point, end)| fixed(point, end, "year"))
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

/// "the year-ago quarter", "the same period last year", "the 1988 quarter", "the year-earlier period", "a year-earlier loss".
fn of_period(r: &Reading<'_>, i: usize, the: usize) -> Option<(Point, usize)> {
    let a = i + the;
    let period = |at: usize| -> Option<(Member, usize)> {
        match r.lower(at) {
            "period" | "quarter" => Some((Member::Period, at + 1)),
            _ => {
                cycle::member(r, at, true).filter(|n| matches!(n.member, Member::Quarter(_))).map(|n| (n.member, n.end))
            }
        }
    };
    let year_ago = |at: usize| -> Option<usize> {
        let dash = usize::from(r.is(at + 1, Class::DASH));
        (r.lower(at) == "year" && matches!(r.lower(at + 1 + dash), "ago" | "earlier")).then_some(at + 2 + dash)
    };
    let back = || {
        Box::new(Point::Shift {
            amount: Amount::Exact(1.into()),
            unit: Unit::Year,
            origin: Origin::Mention,
            forward: false,
        })
    };
    if let Some(at) = year_ago(a) {
        let (member, end) = period(at).unwrap_or((Member::Period, at));
        return Some((Point::Member(member, Pick::Of(back())), end));
    }
    let same = matches!(r.lower(a), "same" | "corresponding" | "comparable" | "like" | "similar" | "equivalent");
    if same && the == 1 {
        let (member, mut at) = if r.lower(a + 1) == "month" { (Member::Period, a + 2) } else { period(a + 1)? };
        at += usize::from(matches!(r.lower(at), "of" | "in"));
        let article = usize::from(r.lower(at) == "a");
        let end = year_ago(at + article).or_else(|| cycle::of_year(r, at, true).map(|(_, end)| end));
        let pick = match cycle::of_year(r, at, true) {
            Some((pick, _)) => pick,
            None => Pick::Of(back()),
        };
        return match (member, end) {
            (member, Some(end)) => Some((Point::Member(member, pick), end)),
            // "the comparable quarter" with no year is the one of the year before.
            (Member::Period, None) if r.lower(a) != "same" && r.lower(a + 1) != "month" => {
                Some((Point::Member(Member::Period, Pick::Of(back())), a + 2))
            }
            _ => None,
        };
    }
    // "the quarter a year ago"
    if the == 1
        && matches!(r.lower(a), "quarter" | "period")
        && r.lower(a + 1) == "a"
        && let Some(end) = year_ago(a + 2)
    {
        return Some((Point::Member(Member::Period, Pick::Of(back())), end));
    }
    if the == 1 && r.lower(a) == "latest" && r.lower(a + 1) == "period" {
        return Some((Point::Member(Member::Period, Pick::Nearest), a + 2));
    }
    // "the 1988 quarter", "the 1989 third quarter"
    if the == 1
        && let Some((year, at)) = absolute::year(r, a, false)
        && let Some((member, end)) = period(at)
    {
        return Some((Point::Member(member, Pick::Year(year)), end));
    }
    // "this year's third quarter", "last year's quarter"
    let picked = cycle::pick(r, i).filter(|p| !p.bare)?;
    if r.lower(picked.end) == "year" && matches!(r.lower(picked.end + 1), "'s" | "’s") {
        let (member, end) = period(picked.end + 2)?;
        let year = Point::Unit(Unit::Year, picked.pick);
        return Some((Point::Member(member, Pick::Of(Box::new(year))), end));
    }
    None
}

/// "fiscal 1989", "the fiscal year", "fiscal year 2030"
fn fiscal(r: &Reading<'_>, i: usize, the: usize) -> Option<(Point, usize)> {
    let at = i + the;
    if !matches!(r.lower(at), "fiscal" | "calendar") {
        return None;
    }
    let year_word = usize::from(r.lower(at + 1) == "year");
    if let Some((year, end)) = absolute::year(r, at + 1 + year_word, false) {
        return Some((Point::Fixed(When::Year(Some(year))), end));
    }
    (the == 1 && year_word == 1).then_some((Point::Unit(Unit::Year, Pick::Nearest), at + 2))
}

/// "year-end", "year's end", "the year-end"
fn year_end(r: &Reading<'_>, i: usize, the: usize) -> Option<(Point, usize)> {
    let at = i + the;
    let unit = match r.lower(at) {
        "year" => Unit::Year,
        "month" => Unit::Month,
        _ => return None,
    };
    let joined = usize::from(r.is(at + 1, Class::DASH) || matches!(r.lower(at + 1), "'s" | "’s"));
    (r.lower(at + 1 + joined) == "end").then_some((Point::Unit(unit, Pick::This), at + 2 + joined))
}

/// What "last", "this", "the next", "the" pick.
fn picked(r: &Reading<'_>, i: usize, style: Style) -> Found {
    let p = cycle::pick(r, i)?;
    let mut at = p.end;
    let described = usize::from(matches!(
        r.lower(at),
        "fiscal" | "calendar" | "full" | "entire" | "whole" | "school" | "academic" | "financial" | "election"
    ));
    at += described;
    // "this Sunday, March 8": the date says it all. "last Oct. 23" is still the last.
    if !p.bare
        && r.is(at, Class::WEEKDAY | Class::MONTH)
        && let Some(Calendar::Date(point, end)) = absolute::calendar_date(r, at)
    {
        let point = match point {
            Point::Member(member @ Member::MonthDay { .. }, Pick::Nearest) if r.is(at, Class::MONTH) => {
                Point::Member(member, p.pick)
            }
            point => point,
        };
        return fixed(point, end, "calendar");
    }
    if !p.bare
        && r.is(at, Class::WEEKDAY)
        && r.raw(at + 1) == ","
        && let Some(Calendar::Date(point, end)) = absolute::calendar_date(r, at + 2)
    {
        return fixed(point, end, "calendar");
    }
    if let Some(part) = clock::part(r.lower(at)).filter(|_| described == 0 && r.lower(at) != "overnight") {
        let day = match p.pick {
            Pick::This => Point::Today(0),
            Pick::Last if !p.the => Point::Today(-1),
            Pick::Same => Point::Unit(Unit::Day, Pick::Same),
            Pick::Next | Pick::Following => Point::Unit(Unit::Day, Pick::Following),
            Pick::Previous => Point::Unit(Unit::Day, Pick::Previous),
            Pick::Nearest if p.bare && style.narrative && matches!(r.lower(i.wrapping_sub(1)), "in" | "during") => {
                return fixed(Point::Hour(Hour::Part(part)), at + 1, "part-of-day");
            }
            _ => return None,
        };
        let singular = !r.lower(at).ends_with('s');
        return if singular { fixed(Point::At(Box::new(day), Hour::Part(part)), at + 1, "part-of-day") } else { None };
    }
    if let Some(named) = cycle::member(r, at, !p.bare) {
        let year = cycle::of_year(r, named.end, matches!(named.member, Member::Season(_) | Member::Month(_)));
        return match (year, p.bare) {
            // "the summer of 1998", "the third quarter of last year"
            // "the November 2030 vote": the article is the noun's.
            _ if p.bare && matches!(named.member, Member::Month(_)) => None,
            // "the third-quarter loss" too; "that third-quarter profit" begins with a conjunction.
            _ if (p.bare || p.pick == Pick::Same)
                && matches!(named.member, Member::Quarter(_))
                && (at..named.end).any(|j| r.is(j, Class::DASH)) =>
            {
                None
            }
            _ if r.lower(i) == "that" && matches!(named.member, Member::Quarter(_) | Member::Half(_)) => None,
            (Some((pick, end)), _) if p.bare => fixed(Point::Member(named.member, pick), end, "member"),
            (_, false) => fixed(Point::Member(named.member, p.pick), named.end, "picked"),
            (None, true) => {
                let season = matches!(named.member, Member::Season(_));
                let governed = matches!(
                    r.lower(i.wrapping_sub(1)),
                    "in" | "by"
                        | "until"
                        | "since"
                        | "during"
                        | "of"
                        | "over"
                        | "through"
                        | "throughout"
                        | "before"
                        | "after"
                        | "for"
                        | "early"
                        | "late"
                );
                let ok = match named.member {
                    Member::Season(_) => governed && !matches!(r.lower(named.end), "of" | "'s" | "’s"),
                    Member::Half(_) => false,
                    Member::Weekday(_) | Member::Month(_) => false,
                    _ => true,
                };
                let weak = named.weak && !season;
                if ok && !weak { fixed(Point::Member(named.member, Pick::Nearest), named.end, "member") } else { None }
            }
            _ => None,
        };
    }
    let unit = amount::unit(r, at)?;
    if r.lower(at).ends_with('s') || unit.is_clock() {
        return None;
    }
    let end = at + 1;
    let compound = r.is(end, Class::DASH) && r.glued(end) && r.glued(end + 1);
    if p.bare {
        let before = r.lower(i.wrapping_sub(1));
        let ok = match unit {
            Unit::Quarter | Unit::Weekend => true,
            // "person of the year", "the time of the year" name no year of their own.
            Unit::Year | Unit::Week | Unit::Month => {
                let led =
                    matches!(before, "for" | "in" | "during" | "of" | "earlier" | "later" | "over" | "this" | "by");
                let award = before == "of"
                    && !matches!(
                        r.lower(i.wrapping_sub(2)),
                        "end"
                            | "start"
                            | "beginning"
                            | "rest"
                            | "half"
                            | "part"
                            | "middle"
                            | "remainder"
                            | "quarter"
                            | "most"
                            | "months"
                            | "month"
                            | "days"
                            | "weeks"
                            | "close"
                    );
                let thing = r.is(end, Class::WORD)
                    && !r.is(end, Class::FUNCTION | Class::SPEECH)
                    && !matches!(r.lower(end), "ended" | "ending");
                led && !award && !thing || style.narrative && matches!(before, "in" | "of") && !award
            }
            Unit::Day => {
                matches!(before, "in" | "on" | "during" | "of" | "for")
                    && (before != "of" || matches!(r.lower(i.wrapping_sub(2)), "end" | "start" | "beginning" | "rest"))
                    && (matches!(r.lower(i.wrapping_sub(2)), "late" | "early" | "later" | "earlier")
                        || !matches!(
                            r.lower(end),
                            "when"
                                | "that"
                                | "of"
                                | "after"
                                | "before"
                                | "he"
                                | "she"
                                | "they"
                                | "it"
                                | "the"
                                | "we"
                                | "i"
                        ))
                    && (!r.is(end, Class::WORD) || r.is(end, Class::FUNCTION))
            }
            _ => false,
        };
        if !ok || compound {
            return None;
        }
        return fixed(Point::Unit(unit, Pick::Nearest), end, "anaphoric");
    }
    if compound {
        return None;
    }
    let pick = match (p.pick, unit) {
        // "the next day" counts from the day told of, "the next week" in a story too; "next day" is rare.
        (Pick::Next, Unit::Day) => Pick::Following,
        (Pick::Next, _) if p.the && style.narrative => Pick::Following,
        (Pick::Nearest, _) => Pick::Nearest, // "the latest quarter"
        (Pick::Last, Unit::Day) => return None,
        (Pick::Same, Unit::Minute | Unit::Hour | Unit::Second) => return None,
        (pick, _) => pick,
    };
    let rule = if matches!(pick, Pick::Following | Pick::Previous | Pick::Same) { "anaphoric" } else { "picked" };
    // "the following year's budget" still names the year.
    fixed(Point::Unit(unit, pick), end, rule)
}

/// "the first week of November", "the last day of 2030".
fn numbered(r: &Reading<'_>, i: usize) -> Option<(Point, usize)> {
    let the = usize::from(r.lower(i) == "the");
    let (nth, at) = match r.lower(i + the) {
        "last" | "final" => (0, i + the + 1),
        _ if r.is(i + the, Class::ORDINAL | Class::DIGITS) => {
            let number = numeral::read(r, i + the).filter(|n| n.ordinal)?;
            (number.value.whole().filter(|n| (1..=31).contains(n))? as u8, number.tokens.end)
        }
        _ => return None,
    };
    let member = match r.lower(at) {
        "week" if nth <= 5 => Member::WeekNumber(nth),
        "day" => Member::DayNumber(nth),
        _ => return None,
    };
    if !matches!(r.lower(at + 1), "of" | "in") {
        return None;
    }
    let (whole, end) = match absolute::calendar_date(r, at + 2) {
        Some(Calendar::Date(point @ Point::Member(Member::Month(_), _), end)) => (point, end),
        Some(_) => return None,
        None => match cycle::member(r, at + 2, true) {
            Some(named) if matches!(named.member, Member::Month(_)) => {
                (Point::Member(named.member, Pick::Nearest), named.end)
            }
            Some(_) => return None,
            None => {
                let (point, end) = absolute::bare_year(r, at + 2, Style::default()).or_else(|| {
                    let p = cycle::pick(r, at + 2)?;
                    let unit = amount::unit(r, p.end).filter(|u| matches!(u, Unit::Month | Unit::Year))?;
                    Some((Point::Unit(unit, p.pick), p.end + 1))
                })?;
                (point, end)
            }
        },
    };
    Some((Point::Member(member, Pick::Of(Box::new(whole))), end))
}

/// "the 20th" in a story: a day of the month told of.
fn the_day_number(r: &Reading<'_>, i: usize, the: usize, style: Style) -> Option<(Point, usize)> {
    let at = i + the;
    if the == 0 || !style.narrative || !r.is(at, Class::DIGITS) {
        return None;
    }
    let number = numeral::read(r, at).filter(|n| n.ordinal)?;
    let day = number.value.whole().filter(|d| (1..=31).contains(d))? as u8;
    let end = number.tokens.end;
    let noun = r.is(end, Class::WORD) && !r.is(end, Class::FUNCTION) || r.is(end, Class::DASH);
    let before = matches!(r.lower(i.wrapping_sub(1)), "on" | "of" | "by" | "until" | "and" | "from" | "to");
    (!noun && before && r.lower(end) != "of").then_some((Point::Member(Member::DayOfMonth(day), Pick::Nearest), end))
}

/// A month, weekday, quarter, season or holiday that nothing picks.
fn bare_member(r: &Reading<'_>, i: usize, style: Style) -> Option<(Point, usize, &'static str)> {
    let named = cycle::member(r, i, false)?;
    let one = matches!(named.member, Member::Season(_) | Member::Month(_) | Member::Holiday(_));
    // "Prices will fall next year": the verb has no preposition before it.
    let verb = matches!(r.lower(i), "fall" | "spring")
        && r.lower(named.end) != "of"
        && !matches!(
            r.lower(i.wrapping_sub(1)),
            "in" | "by" | "until" | "since" | "of" | "from" | "early" | "late" | "mid" | "before" | "through"
        );
    if verb {
        return None;
    }
    // "Monday of last week"
    if let Member::Weekday(_) = named.member
        && r.lower(named.end) == "of"
        && let Some(p) = cycle::pick(r, named.end + 1).filter(|p| !p.bare && r.lower(p.end) == "week")
    {
        let week = Point::Unit(Unit::Week, p.pick);
        return Some((Point::Member(named.member, Pick::Of(Box::new(week))), p.end + 1, "member"));
    }
    if let Some((pick, end)) = cycle::of_year(r, named.end, one) {
        return Some((Point::Member(named.member, pick), end, "member"));
    }
    let before = r.lower(i.wrapping_sub(1));
    match named.member {
        Member::Season(season) => {
            let led = matches!(
                before,
                "in" | "by"
                    | "until"
                    | "since"
                    | "during"
                    | "of"
                    | "from"
                    | "early"
                    | "late"
                    | "mid"
                    | "before"
                    | "through"
                    | "each"
            );
            let noun = r.is(named.end, Class::WORD) && !r.is(named.end, Class::FUNCTION);
            let fall = r.lower(i) == "fall" && !style.narrative;
            // "the hope of spring" names no time in news.
            let hope = season == Season::Spring && before == "of" && !style.narrative;
            (led && !(noun || fall || hope)).then_some((
                Point::Member(named.member, Pick::Nearest),
                named.end,
                "member",
            ))
        }
        Member::Half(_) => None,
        // "a third quarter" of a match is rare; "fourth quarter" with no article is business news.
        _ => Some((Point::Member(named.member, Pick::Nearest), named.end, "member")),
    }
}
