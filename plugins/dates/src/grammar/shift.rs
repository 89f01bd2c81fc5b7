//! Lengths that the words behind them turn into a point, or count from an event: "two years ago", "ten days later", "a year ago this
//! month", "three days after the envoy left".

use super::{Style, duration, picked, point};
use crate::filter;
use crate::meaning::{Meaning, Member, Origin, Pick, Point};
use crate::timex::Unit;
use copydesk_core::lang::Term;
use copydesk_core::{Class, Reading};

/// A length that words behind it turn into a point: "ago", "later"; or count from an event.
pub(super) fn moved(r: &Reading<'_>, stretch: &duration::Stretch) -> (Meaning, usize, &'static str) {
    let length = stretch.length;
    let end = stretch.end;
    let shift = |origin, forward, end| {
        let point = Point::Shift { amount: length.amount, unit: length.unit, origin, forward };
        (Meaning::Point(point), end, if matches!(origin, Origin::Now) { "ago" } else { "later" })
    };
    let dash = usize::from(r.is(end, Class::DASH) && r.glued(end));
    let word = r.term(end + dash);
    let behind = end + dash + 1;
    match word {
        // "a week ago Monday": the Monday of that week.
        Term::Ago
            if length.unit == Unit::Week
                && r.is(behind, Class::WEEKDAY)
                && filter::is_weekday(r, behind, true)
                && !r.is(behind + 1, Class::DIGITS | Class::MONTH) =>
        {
            let point = Point::Shift { amount: length.amount, unit: length.unit, origin: Origin::Now, forward: false };
            let member = Member::Weekday(r.word(behind).weekday);
            return (Meaning::Point(Point::Member(member, Pick::Of(Box::new(point)))), behind + 1, "ago");
        }
        Term::Ago if let Some((from, end)) = ago_from(r, behind).filter(|_| !length.unit.is_clock()) => {
            let point = Point::AgoFrom { amount: length.amount, unit: length.unit, from: Box::new(from) };
            return (Meaning::Point(point), end, "ago");
        }
        Term::Ago => return shift(Origin::Now, false, behind),
        // "a few years back, he left"; "two years back in prison" are a length.
        Term::Back
            if dash == 0 && !length.unit.is_clock() && (!r.is(behind, Class::WORD) || ends_clause(r, behind)) =>
        {
            return shift(Origin::Now, false, behind);
        }
        Term::Hence => return shift(Origin::Now, true, behind),
        // "in three months' time"
        Term::Apostrophe | Term::Possessive if r.term(behind) == Term::Time && !length.unit.is_clock() => {
            return shift(Origin::Now, true, behind + 1);
        }
        Term::From if matches!(r.term(behind), Term::Now | Term::Today) => return shift(Origin::Now, true, behind + 1),
        // "two weeks from Tuesday" is a length and the day that it counts from (TimeML 1.2.1, 2.3.1).
        Term::From
            if r.is(behind, Class::WEEKDAY | Class::MONTH) || matches!(r.term(behind), Term::Tomorrow | Term::Next) =>
        {
            return (Meaning::FromEvent(length), end, "from-event");
        }
        // "over an hour later": no day is told, only how long it took.
        Term::Earlier | Term::Later | Term::Before | Term::After | Term::Afterwards if length.unit.is_clock() => {
            return (Meaning::FromEvent(length), end, "from-event");
        }
        // "a day earlier than planned" compares with a plan, not with a date.
        Term::Earlier | Term::Later if r.term(behind) == Term::Than => {
            return (Meaning::FromEvent(length), end, "from-event");
        }
        Term::Earlier | Term::Previously => return shift(Origin::Mention, false, behind),
        Term::Later | Term::Afterwards | Term::Afterward => return shift(Origin::Mention, true, behind),
        Term::Before | Term::After | Term::Following | Term::Since if dash == 0 => {
            // "a year before that": the pronoun stands for the mention.
            let that = usize::from(r.term(behind) == Term::That && picked::goes_on(r, behind + 1));
            // "two days before and after the vote", "ten days before at least two of them left"
            let event = r.term(behind) == Term::And && matches!(r.term(behind + 1), Term::After | Term::Before)
                || r.term(behind) == Term::At && r.term(behind + 1) == Term::Least;
            let alone = that == 1 || picked::goes_on(r, behind) && !event;
            let behind = behind + that;
            return match (word, alone) {
                (Term::Before, true) => shift(Origin::Mention, false, behind),
                (Term::After, true) => shift(Origin::Mention, true, behind),
                (_, true) => (Meaning::Length(length, None), end, "duration"),
                (Term::Since, false) => (Meaning::Length(length, None), end, "duration"),
                _ => (Meaning::FromEvent(length), end, "from-event"),
            };
        }
        _ => {}
    }
    (Meaning::Length(length, None), end, "duration")
}

/// Whether a clause ends before a word: "a few years back when …".
fn ends_clause(r: &Reading<'_>, i: usize) -> bool {
    matches!(r.term(i), Term::When | Term::And | Term::But)
}

/// "today", "this month", "last Tuesday" behind "ten years ago": what it counts back from; answers the token behind it.
fn ago_from(r: &Reading<'_>, i: usize) -> Option<(Point, usize)> {
    let deictic = matches!(r.term(i), Term::Today | Term::Yesterday | Term::Tomorrow | Term::Tonight);
    let picked = matches!(r.term(i), Term::This | Term::Last | Term::Next) && {
        let at = i + 1;
        r.is(at, Class::MONTH | Class::WEEKDAY | Class::TEMPORAL)
            || matches!(r.term(at), Term::Week | Term::Weekend | Term::Month)
    };
    let weekday = r.is(i, Class::WEEKDAY) && filter::is_weekday(r, i, true);
    let dated = r.is(i + 1, Class::DIGITS | Class::MONTH) || r.term(i + 1) == Term::Comma;
    if !(deictic || picked || weekday && !dated) {
        return None;
    }
    match point::read(r, i, Style::default())? {
        Ok((point, end, _)) => Some((point, end)),
        Err(_) => None,
    }
}
