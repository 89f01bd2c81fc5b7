//! What a word picks: "last week", "the following day", "this summer", "the third quarter of last year".

use super::Style;
use super::absolute::{self, Calendar};
use super::amount;
use super::clock;
use super::cycle;
use super::point::{Found, fixed};
use crate::meaning::{Member, Origin, Pick, Point};
use crate::timex::{Amount, Hour, Unit};
use copydesk_core::{Class, Reading};

/// Whether what stands behind "the day before" is no event: "the day before, they had met", "the day before in Port Mirel".
fn stands_alone(r: &Reading<'_>, i: usize) -> bool {
    let had = matches!(r.lower(i), "he" | "she" | "they" | "it" | "we" | "i") && r.lower(i + 1) == "had";
    had || !r.is(i, Class::WORD | Class::DIGITS | Class::QUOTE | Class::NUMERIC)
        || matches!(
            r.lower(i),
            "in" | "at"
                | "on"
                | "with"
                | "when"
                | "and"
                | "but"
                | "that"
                | "by"
                | "for"
                | "to"
                | "as"
                | "had"
                | "was"
                | "were"
                | "from"
        )
}

/// "the day before", "the year previous", "the night before", "the week after next"; "the day after the vote", which an event
/// gives its place.
pub(super) fn beside(r: &Reading<'_>, i: usize, the: usize) -> Option<(Point, usize, &'static str)> {
    let forward = match r.lower(i + 2) {
        "before" | "previous" | "prior" | "earlier" | "preceding" => false,
        "after" | "following" | "later" => true,
        _ => return None,
    };
    if the == 0 {
        return None;
    }
    let part = clock::part(r.lower(i + 1)).filter(|_| !r.lower(i + 1).ends_with('s'));
    let unit = match part {
        Some(_) => Unit::Day,
        None => amount::unit(r, i + 1).filter(|unit| !unit.is_clock() && !r.lower(i + 1).ends_with('s'))?,
    };
    let end = i + 3;
    let twice = matches!((r.lower(i + 2), r.lower(end)), ("before", "last") | ("after", "next"));
    if twice {
        let (amount, origin) = (Amount::Exact(2.into()), Origin::Now);
        return Some((Point::Shift { amount, unit, origin, forward }, end + 1, "picked"));
    }
    // "the year earlier" looks back from the figures; "the day earlier" is no English.
    if matches!(r.lower(i + 2), "earlier" | "later") && unit == Unit::Day {
        return None;
    }
    let adjective = matches!(r.lower(i + 2), "previous" | "prior" | "earlier" | "preceding" | "later");
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

/// What "last", "this", "the next", "the" pick.
pub(super) fn picked(r: &Reading<'_>, i: usize, style: Style) -> Found {
    // "the last quarter of 2030", "the latter half of the year": the last of a year, not the one before now.
    let the = usize::from(r.lower(i) == "the");
    if matches!(r.lower(i + the), "last" | "final" | "latter")
        && let Some((member, end)) = cycle::share_of_year(r, i + the)
        && let Some((pick, end)) = cycle::of_year(r, end, false)
    {
        return fixed(Point::Member(member, pick), end, "member");
    }
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
            // "in the morning" is told of a day; "during the night" only in a story.
            Pick::Nearest
                if p.bare
                    && match r.lower(i.wrapping_sub(1)) {
                        "in" => style.narrative || !matches!(r.lower(at), "night"),
                        "during" => style.narrative,
                        _ => false,
                    } =>
            {
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
    if r.lower(at).ends_with('s') || unit.is_clock() {
        return None;
    }
    let end = at + 1;
    let compound = r.is(end, Class::DASH) && r.glued(end) && r.glued(end + 1);
    // "the week of May 12", "the weekend of 3 June"
    if p.bare
        && matches!(unit, Unit::Week | Unit::Weekend)
        && r.lower(end) == "of"
        && let Some(Calendar::Date(point @ Point::Member(Member::MonthDay { .. }, _), behind)) =
            absolute::calendar_date(r, end + 1)
    {
        return fixed(Point::Unit(unit, Pick::Of(Box::new(point))), behind, "picked");
    }
    if p.bare {
        let before = r.lower(i.wrapping_sub(1));
        let closed = matches!(r.lower(end), "ended" | "ending");
        let ok = match unit {
            Unit::Quarter | Unit::Weekend => true,
            // "person of the year", "the time of the year" name no year of their own.
            Unit::Year | Unit::Week | Unit::Month if closed => true,
            Unit::Year | Unit::Week | Unit::Month => {
                let led = matches!(
                    before,
                    "for"
                        | "in"
                        | "during"
                        | "of"
                        | "earlier"
                        | "later"
                        | "over"
                        | "this"
                        | "by"
                        | "throughout"
                        | "through"
                        | "within"
                        | "until"
                        | "since"
                        | "on"
                        | "ending"
                        | "ended"
                        | "finished"
                        | "began"
                        | "started"
                );
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
                matches!(
                    before,
                    "in" | "on"
                        | "during"
                        | "of"
                        | "for"
                        | "throughout"
                        | "ending"
                        | "ended"
                        | "end"
                        | "finished"
                        | "closed"
                        | "began"
                        | "started"
                ) && (before != "of" || matches!(r.lower(i.wrapping_sub(2)), "end" | "start" | "beginning" | "rest"))
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
        (Pick::Next, _) if p.the && r.lower(at - 1) == "next" => Pick::NextTold,
        (Pick::Nearest, _) => Pick::Nearest, // "the latest quarter"
        (Pick::Last, Unit::Day) => return None,
        (Pick::Same, Unit::Minute | Unit::Hour | Unit::Second) => return None,
        (pick, _) => pick,
    };
    let rule = if matches!(pick, Pick::Following | Pick::Previous | Pick::Same) { "anaphoric" } else { "picked" };
    // "the following year's budget" still names the year.
    fixed(Point::Unit(unit, pick), end, rule)
}
