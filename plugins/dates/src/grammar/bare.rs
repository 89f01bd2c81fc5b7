//! Members of a cycle that stand alone or are counted: "on Tuesday", "in March", "the last week of June", "the 20th".

use super::Style;
use super::absolute::{self, Calendar};
use super::amount;
use super::clock;
use super::{cycle, year};
use crate::meaning::{Member, Pick, Point};
use crate::timex::{Hour, Season, Unit, When};
use copydesk_core::lang::Term;
use copydesk_core::{Class, Reading};

/// "the first week of November", "the last day of 2030".
pub(super) fn numbered(r: &Reading<'_>, i: usize) -> Option<(Point, usize)> {
    let the = usize::from(r.term(i) == Term::The);
    let (nth, at) = match r.term(i + the) {
        Term::Last | Term::Final => (0, i + the + 1),
        _ => {
            let number = amount::ordinal(r, i + the)?;
            (number.value.whole().filter(|n| (1..=31).contains(n))? as u8, number.tokens.end)
        }
    };
    let member = match r.term(at) {
        Term::Week if nth <= 5 => Member::WeekNumber(nth),
        Term::Day => Member::DayNumber(nth),
        _ if r.is(at, Class::WEEKDAY) && r.is(at, Class::CAPITAL) && nth <= 5 => {
            Member::NthWeekday(nth, r.word(at).weekday)
        }
        _ => return None,
    };
    if !matches!(r.term(at + 1), Term::Of | Term::In) {
        return None;
    }
    let weekday = matches!(member, Member::NthWeekday(..));
    let (whole, end) = match absolute::calendar_date(r, at + 2) {
        Some(Calendar::Date(point @ Point::Member(Member::Month(_), _), end)) => (point, end),
        Some(_) => return None,
        None => match cycle::member(r, at + 2, true) {
            Some(named) if matches!(named.member, Member::Month(_)) => {
                (Point::Member(named.member, Pick::Nearest), named.end)
            }
            Some(_) => return None,
            None => {
                let year = if weekday { None } else { year::bare_year(r, at + 2, Style::default()) };
                let (point, end) = year.or_else(|| {
                    let p = cycle::pick(r, at + 2)?;
                    let whole = |u: &Unit| matches!(u, Unit::Month) || *u == Unit::Year && !weekday;
                    let unit = amount::unit(r, p.end).filter(whole)?;
                    Some((Point::Unit(unit, p.pick), p.end + 1))
                })?;
                (point, end)
            }
        },
    };
    Some((Point::Member(member, Pick::Of(Box::new(whole))), end))
}

/// "on the third day", "by the end of the second night of the siege": a day that only the story can place.
pub(super) fn some_day(r: &Reading<'_>, i: usize, the: usize) -> Option<(Point, usize)> {
    let led = matches!(
        r.term(i.wrapping_sub(1)),
        Term::On | Term::By | Term::Until | Term::Towards | Term::Since | Term::From | Term::Of
    );
    let start = i + the;
    if the == 0 || !led {
        return None;
    }
    let at = match r.term(start) {
        Term::Last | Term::Final => start + 1,
        _ => amount::ordinal(r, start)?.tokens.end,
    };
    let at = at + usize::from(matches!(r.term(at), Term::Full | Term::Consecutive));
    let compound = r.is(at + 1, Class::DASH) && r.glued(at + 1);
    if compound {
        return None;
    }
    match r.term(at) {
        Term::Day => Some((Point::SomeDay, at + 1)),
        word => {
            let part = clock::part(word).filter(|_| !r.word(at).plural)?;
            Some((Point::At(Box::new(Point::SomeDay), Hour::Part(part)), at + 1))
        }
    }
}

/// "the 15th of this month", "on the second of the month"; answers the day of the month, what picks the month, and the token behind it.
pub(super) fn day_of_month(r: &Reading<'_>, i: usize) -> Option<(u8, usize)> {
    let at = i + usize::from(r.term(i) == Term::The);
    if at == i {
        return None;
    }
    let number = amount::ordinal(r, at)?;
    let day = number.value.whole().filter(|d| (1..=31).contains(d))? as u8;
    // "the second of the month" may be a second attack: in words it must be led to as a day is.
    let led = matches!(
        r.term(i.wrapping_sub(1)),
        Term::On | Term::By | Term::Until | Term::From | Term::Since | Term::Before | Term::After | Term::To
    );
    let end = number.tokens.end;
    (number.digits || led).then_some(()).filter(|()| r.term(end) == Term::Of)?;
    Some((day, end + 1))
}

/// "the 20th" in a story: a day of the month told of; "the 15th of this month" anywhere.
pub(super) fn the_day_number(r: &Reading<'_>, i: usize, the: usize, style: Style) -> Option<(Point, usize)> {
    if let Some((day, at)) = day_of_month(r, i)
        && let Some(p) = cycle::pick(r, at)
        && r.term(p.end) == Term::Month
    {
        let month = Point::Unit(Unit::Month, p.pick);
        return Some((Point::Member(Member::DayOfMonth(day), Pick::Of(Box::new(month))), p.end + 1));
    }
    let at = i + the;
    if the == 0 || !style.narrative || !r.is(at, Class::DIGITS) {
        return None;
    }
    let number = amount::ordinal(r, at)?;
    let day = number.value.whole().filter(|d| (1..=31).contains(d))? as u8;
    let end = number.tokens.end;
    let noun = r.is(end, Class::WORD) && !r.is(end, Class::FUNCTION) || r.is(end, Class::DASH);
    let before = matches!(
        r.term(i.wrapping_sub(1)),
        Term::On | Term::Of | Term::By | Term::Until | Term::And | Term::From | Term::To
    );
    (!noun && before && r.term(end) != Term::Of).then_some((Point::Member(Member::DayOfMonth(day), Pick::Nearest), end))
}

/// Whether "fall" is the season in a story: "in the fall", "the fall campaign"; not "the fall of the city".
fn led_fall(r: &Reading<'_>, i: usize, end: usize) -> bool {
    let before = r.term(i.wrapping_sub(1));
    if r.term(i) == Term::Autumn {
        return true;
    }
    let campaign = matches!(r.term(end), Term::Campaign | Term::And);
    !matches!(r.term(end), Term::Of | Term::To | Term::From | Term::Back)
        && (campaign
            || matches!(
                before,
                Term::In
                    | Term::By
                    | Term::Until
                    | Term::Since
                    | Term::Early
                    | Term::Late
                    | Term::Mid
                    | Term::During
                    | Term::Through
            ))
}

/// Words before the name of a season that make a time of it: "by fall", "late spring".
fn leads_season(word: Term) -> bool {
    matches!(
        word,
        Term::In
            | Term::By
            | Term::Until
            | Term::Since
            | Term::Of
            | Term::From
            | Term::Early
            | Term::Late
            | Term::Mid
            | Term::Before
            | Term::Through
    )
}

/// A month, weekday, quarter, season or holiday that nothing picks.
pub(super) fn bare_member(r: &Reading<'_>, i: usize, style: Style) -> Option<(Point, usize, &'static str)> {
    let named = cycle::member(r, i, false)?;
    let comma = r.term(named.end) == Term::Comma;
    let one = match named.member {
        Member::Season(_) | Member::Month(_) | Member::Holiday(_) | Member::Around(..) => true,
        // "Q3 2030", "third quarter 2030"; but "in the third quarter, 2000 people"
        Member::Quarter(_) | Member::Half(_) => !comma,
        _ => false,
    };
    let dated = matches!(named.member, Member::Season(_)) && year::year(r, named.end, false).is_some();
    // "Prices will fall next year": the verb has no preposition before it.
    let verb = matches!(r.term(i), Term::Fall | Term::Spring)
        && r.term(named.end) != Term::Of
        && !dated
        && !(style.narrative && (r.term(i) == Term::Spring || led_fall(r, i, named.end)))
        && !leads_season(r.term(i.wrapping_sub(1)));
    if verb {
        return None;
    }
    // "Monday of last week", "Monday last week"; in "on Monday last week's loss" the week is the noun's.
    let of = usize::from(r.term(named.end) == Term::Of);
    if let Member::Weekday(_) = named.member
        && let Some(p) = cycle::pick(r, named.end + of).filter(|p| !p.bare && r.term(p.end) == Term::Week)
        && (of == 1 || !p.the && r.term(p.end + 1) != Term::Possessive)
    {
        let week = Point::Unit(Unit::Week, p.pick);
        return Some((Point::Member(named.member, Pick::Of(Box::new(week))), p.end + 1, "member"));
    }
    if let Some((pick, end)) = cycle::of_year(r, named.end, one) {
        return Some((Point::Member(named.member, pick), end, "member"));
    }
    let before = r.term(i.wrapping_sub(1));
    // "one Sunday morning"; but "a Sunday morning crash" has been told of.
    let behind = named.end + usize::from(clock::part(r.term(named.end)).is_some());
    let ends = !r.is(behind, Class::WORD | Class::DIGITS) || r.is(behind, Class::FUNCTION);
    match named.member {
        // "on a Tuesday", "one Sunday in May", "on a recent Friday": nobody says which.
        Member::Weekday(weekday)
            if matches!(before, Term::A | Term::One | Term::Any | Term::Recent)
                && (ends || before == Term::One && behind > named.end) =>
        {
            Some((Point::Fixed(When::Weekday(weekday)), named.end, "member"))
        }
        // In a story every season is one that is told of: "winter quarters", "the spring offensive".
        Member::Season(season) if style.narrative && (season != Season::Fall || led_fall(r, i, named.end)) => {
            Some((Point::Member(named.member, Pick::Nearest), named.end, "member"))
        }
        Member::Season(season) => {
            let led = leads_season(before) || matches!(before, Term::During | Term::Each);
            let noun = r.is(named.end, Class::WORD) && !r.is(named.end, Class::FUNCTION);
            let dash =
                before == Term::Hyphen && matches!(r.term(i.wrapping_sub(2)), Term::Mid | Term::Late | Term::Early);
            let led = led || dash;
            let fall = r.term(i) == Term::Fall
                && !matches!(before, Term::By | Term::Until | Term::Since | Term::Early | Term::Late | Term::Hyphen);
            // "the hope of spring" names no time in news.
            let hope = season == Season::Spring && before == Term::Of && !style.narrative;
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
