//! What a word picks: "last week", "the following day", "this summer", "the third quarter of last year".

use super::Style;
use super::absolute::{self, Calendar};
use super::amount;
use super::clock;
use super::cycle;
use super::point::{Found, fixed, is_day, simple};
use crate::filter;
use crate::holiday;
use crate::meaning::{Member, Pick, Point};
use crate::timex::{Amount, Hour, Part, Unit};
use copydesk_core::lang::Term;
use copydesk_core::{Class, Reading};

/// Whether what stands behind "the day before" is no event: "the day before, they had met", "the day before in Port Mirel".
fn stands_alone(r: &Reading<'_>, i: usize) -> bool {
    let had = matches!(r.term(i), Term::He | Term::They) && r.term(i + 1) == Term::Had;
    had || r.term(i) == Term::That || goes_on(r, i)
}

/// Whether no event can begin at a token: the text ends there, or the sentence goes on with a verb or a preposition.
pub(super) fn goes_on(r: &Reading<'_>, i: usize) -> bool {
    !r.is(i, Class::WORD | Class::DIGITS | Class::QUOTE | Class::NUMERIC)
        || matches!(
            r.term(i),
            Term::In
                | Term::At
                | Term::On
                | Term::But
                | Term::When
                | Term::And
                | Term::By
                | Term::For
                | Term::To
                | Term::As
                | Term::Had
                | Term::Was
                | Term::From
        )
}

/// "the day before", "the year previous", "the night before"; "the day after the vote", which an event gives its place.
pub(super) fn beside(r: &Reading<'_>, i: usize, the: usize) -> Option<(Point, usize, &'static str)> {
    let forward = match r.term(i + 2) {
        Term::Before | Term::Previous | Term::Prior | Term::Earlier | Term::Preceding => false,
        Term::After | Term::Following | Term::Later => true,
        _ => return None,
    };
    if the == 0 {
        return None;
    }
    let part = clock::part(r.term(i + 1)).filter(|_| !r.word(i + 1).plural);
    let unit = match part {
        Some(_) => Unit::Day,
        None => amount::unit(r, i + 1).filter(|unit| !unit.is_clock() && !r.word(i + 1).plural)?,
    };
    // "a year to the day after the fire" counts exactly.
    if r.term(i.wrapping_sub(1)) == Term::To && r.is(i.wrapping_sub(2), Class::TIME_UNIT) {
        return None;
    }
    let end = i + 3;
    // "the year earlier" looks back from the figures; "the day earlier" is no English.
    if matches!(r.term(i + 2), Term::Earlier | Term::Later) && unit == Unit::Day {
        return None;
    }
    let adjective =
        matches!(r.term(i + 2), Term::Previous | Term::Prior | Term::Earlier | Term::Preceding | Term::Later);
    if adjective || stands_alone(r, end) {
        let pick = if forward { Pick::Following } else { Pick::Previous };
        let day = Point::Unit(unit, pick);
        return Some(match part {
            Some(part) => (Point::At(Box::new(day), Hour::Part(part)), end, "part-of-day"),
            None => (day, end, "anaphoric"),
        });
    }
    if part.is_some() { None } else { Some((Point::Beside(unit), i + 2, "from-event")) }
}

/// "the Tuesday after Labor Day", "the Friday before the vote", "the Monday before".
fn weekday_beside(r: &Reading<'_>, at: usize, style: Style) -> Found {
    let forward = match r.term(at + 1) {
        Term::Before => false,
        Term::After | Term::Following => true,
        _ => return None,
    };
    let member = Member::Weekday(r.word(at).weekday);
    if stands_alone(r, at + 2) {
        let pick = if forward { Pick::Following } else { Pick::Previous };
        return fixed(Point::Member(member, pick), at + 2, "anaphoric");
    }
    match simple(r, at + 2, style) {
        Some(Ok((point, end, _))) if is_day(&point) => {
            let pick = Pick::Beside { forward, from: Some(Box::new(point)) };
            fixed(Point::Member(member, pick), end, "picked")
        }
        _ => fixed(Point::Member(member, Pick::Beside { forward, from: None }), at + 1, "from-event"),
    }
}

/// "But at the end of the day, they are there": the words, of which "the end" or "end" stands at the token, sum up, and no day ends.
pub(super) fn sums_up(r: &Reading<'_>, i: usize) -> bool {
    let Some(first) = (i + usize::from(r.term(i) == Term::The)).checked_sub(2) else { return false };
    let before = first.wrapping_sub(1);
    let words = [Term::At, Term::The, Term::End, Term::Of, Term::The, Term::Day, Term::Comma];
    let opens = !r.is(before, Class::WORD) || r.is(before, Class::FUNCTION);
    opens && words.iter().zip(first..).all(|(word, at)| r.term(at) == *word)
}

/// "this time last year", "the same time last week": the day that is so long ago today; answers the token behind it.
pub(super) fn this_time(r: &Reading<'_>, i: usize) -> Option<(Point, usize)> {
    let at = match (r.term(i), r.term(i + 1)) {
        (Term::This, Term::Time) => i + 2,
        (Term::The | Term::This, Term::Same) if r.term(i + 2) == Term::Time => i + 3,
        _ => return None,
    };
    let unit = amount::unit(r, at + 1).filter(|unit| matches!(unit, Unit::Week | Unit::Month | Unit::Year))?;
    let from = Box::new(Point::Today(0));
    let ago = Point::AgoFrom { amount: Amount::Exact(1.into()), unit, from };
    (r.term(at) == Term::Last && !r.word(at + 1).plural).then_some((ago, at + 2))
}

/// What "last", "this", "the next", "the" pick.
pub(super) fn picked(r: &Reading<'_>, i: usize, style: Style) -> Found {
    // "the last quarter of 2030", "the latter half of the year": the last of a year, not the one before now.
    let the = usize::from(r.term(i) == Term::The);
    if matches!(r.term(i + the), Term::Last | Term::Final | Term::Latter)
        && let Some((member, end)) = cycle::share_of_year(r, i + the)
        && let Some((pick, end)) = cycle::of_year(r, end, false)
    {
        return fixed(Point::Member(member, pick), end, "member");
    }
    let p = cycle::pick(r, i)?;
    let mut at = p.end;
    // "last Election Day" is a name.
    let described = usize::from(
        matches!(
            r.term(at),
            Term::Fiscal
                | Term::Calendar
                | Term::Full
                | Term::Whole
                | Term::Academic
                | Term::Financial
                | Term::Election
        ) && holiday::read(r, at).is_none(),
    );
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
        && r.term(at + 1) == Term::Comma
        && let Some(Calendar::Date(point, end)) = absolute::calendar_date(r, at + 2)
    {
        return fixed(point, end, "calendar");
    }
    if p.bare && described == 0 && r.is(at, Class::WEEKDAY) && filter::is_weekday(r, at, true) {
        return weekday_beside(r, at, style);
    }
    if let Some(part) = clock::part(r.term(at)).filter(|_| described == 0) {
        let day = match p.pick {
            Pick::This => Point::Today(0),
            Pick::Last if !p.the => Point::Today(-1),
            Pick::Same => Point::Unit(Unit::Day, Pick::Same),
            Pick::Next | Pick::Following => Point::Unit(Unit::Day, Pick::Following),
            Pick::Previous => Point::Unit(Unit::Day, Pick::Previous),
            // "in the morning" is told of a day, "through the night" of the one before.
            Pick::Nearest
                if p.bare
                    && match r.term(i.wrapping_sub(1)) {
                        Term::In => style.narrative || !matches!(r.term(at), Term::Night),
                        Term::During | Term::Through | Term::Throughout | Term::Into => {
                            !r.is(at + 1, Class::WORD | Class::DASH) || r.is(at + 1, Class::FUNCTION)
                        }
                        _ => false,
                    } =>
            {
                let night = part == Part::Night && !style.narrative;
                let point = if night { Point::Overnight } else { Point::Hour(Hour::Part(part)) };
                return fixed(point, at + 1, "part-of-day");
            }
            _ => return None,
        };
        let singular = !r.word(at).plural;
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
            _ if r.term(i) == Term::That && matches!(named.member, Member::Quarter(_) | Member::Half(_)) => None,
            (Some((pick, end)), _) if p.bare => fixed(Point::Member(named.member, pick), end, "member"),
            // "By the next spring it stood empty": the one after what was told of.
            (_, false) if p.the && r.term(p.end - 1) == Term::Next => {
                fixed(Point::Member(named.member, Pick::NextTold), named.end, "picked")
            }
            (_, false) => fixed(Point::Member(named.member, p.pick), named.end, "picked"),
            (None, true) => {
                let season = matches!(named.member, Member::Season(_));
                let governed = matches!(
                    r.term(i.wrapping_sub(1)),
                    Term::In
                        | Term::By
                        | Term::Until
                        | Term::Since
                        | Term::During
                        | Term::Of
                        | Term::Over
                        | Term::Through
                        | Term::Throughout
                        | Term::Before
                        | Term::After
                        | Term::For
                        | Term::Early
                        | Term::Late
                );
                let ok = match named.member {
                    Member::Season(_) => governed && !matches!(r.term(named.end), Term::Of | Term::Possessive),
                    // "the Christmas holidays": the article is the noun's.
                    Member::Half(_) | Member::Holiday(_) | Member::Weekday(_) | Member::Month(_) => false,
                    _ => true,
                };
                let weak = named.weak && !season;
                if ok && !weak { fixed(Point::Member(named.member, Pick::Nearest), named.end, "member") } else { None }
            }
            _ => None,
        };
    }
    let unit = amount::unit(r, at)?;
    if r.word(at).plural || unit.is_clock() {
        return None;
    }
    let end = at + 1;
    let compound = r.is(end, Class::DASH) && r.glued(end) && r.glued(end + 1);
    // "the week of May 12", "the weekend of 3 June", "the week beginning 5 May"
    if p.bare
        && matches!(unit, Unit::Week | Unit::Weekend)
        && matches!(r.term(end), Term::Of | Term::Beginning | Term::Starting)
        && let Some(Calendar::Date(point @ Point::Member(Member::MonthDay { .. }, _), behind)) =
            absolute::calendar_date(r, end + 1)
    {
        return fixed(Point::Unit(unit, Pick::Of(Box::new(point))), behind, "picked");
    }
    if p.bare {
        let before = r.term(i.wrapping_sub(1));
        let closed = matches!(r.term(end), Term::Ended);
        let ok = match unit {
            Unit::Quarter | Unit::Weekend => true,
            // "person of the year", "the time of the year" name no year of their own.
            Unit::Year | Unit::Week | Unit::Month if closed => true,
            Unit::Year | Unit::Week | Unit::Month => {
                let led = matches!(
                    before,
                    Term::For
                        | Term::In
                        | Term::During
                        | Term::Of
                        | Term::Earlier
                        | Term::Later
                        | Term::Over
                        | Term::This
                        | Term::By
                        | Term::Throughout
                        | Term::Through
                        | Term::Within
                        | Term::Until
                        | Term::Since
                        | Term::On
                        | Term::Ended
                        | Term::Began
                );
                let award = before == Term::Of
                    && !matches!(
                        r.term(i.wrapping_sub(2)),
                        Term::End
                            | Term::Start
                            | Term::Beginning
                            | Term::Rest
                            | Term::Half
                            | Term::Part
                            | Term::Middle
                            | Term::Remainder
                            | Term::Quarter
                            | Term::Most
                            | Term::Months
                            | Term::Month
                            | Term::Days
                            | Term::Close
                    );
                let thing = r.is(end, Class::WORD)
                    && !r.is(end, Class::FUNCTION | Class::SPEECH)
                    && !matches!(r.term(end), Term::Ended);
                led && !award && !thing || style.narrative && matches!(before, Term::In | Term::Of) && !award
            }
            Unit::Day => {
                matches!(
                    before,
                    Term::In
                        | Term::On
                        | Term::During
                        | Term::Of
                        | Term::For
                        | Term::Throughout
                        | Term::Ended
                        | Term::End
                        | Term::Began
                        | Term::Closed
                ) && (before != Term::Of
                    || matches!(r.term(i.wrapping_sub(2)), Term::End | Term::Start | Term::Beginning | Term::Rest))
                    && (matches!(r.term(i.wrapping_sub(2)), Term::Late | Term::Early | Term::Later | Term::Earlier)
                        || !matches!(
                            r.term(end),
                            Term::When
                                | Term::That
                                | Term::Of
                                | Term::After
                                | Term::Before
                                | Term::He
                                | Term::They
                                | Term::The
                        ))
                    && (!r.is(end, Class::WORD) || r.is(end, Class::FUNCTION))
                    // "Back in the day, it was a mill."
                    && !(before == Term::In && r.term(i.wrapping_sub(2)) == Term::Back)
                    && !(before == Term::Of && !style.narrative && sums_up(r, i.wrapping_sub(3)))
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
        (Pick::Next, _) if p.the && r.term(at - 1) == Term::Next => Pick::NextTold,
        (Pick::Nearest, _) => Pick::Nearest, // "the latest quarter"
        (Pick::Last, Unit::Day) => return None,
        (Pick::Same, Unit::Minute | Unit::Hour | Unit::Second) => return None,
        (pick, _) => pick,
    };
    let rule = if matches!(pick, Pick::Following | Pick::Previous | Pick::Same) { "anaphoric" } else { "picked" };
    // "the following year's budget" still names the year.
    fixed(Point::Unit(unit, pick), end, rule)
}
