//! Members of a cycle that are counted from now: "two Fridays ago", "the summer before last", "Monday week".

use super::amount;
use super::clock;
use super::cycle;
use crate::filter;
use crate::meaning::{Member, Origin, Pick, Point};
use crate::timex::{Amount, Hour, Unit};
use copydesk_core::lang::numeral;
use copydesk_core::lang::{Cue, Term};
use copydesk_core::{Class, Reading};

/// A number that counts them has so many tokens at most: "twenty-five".
const LONGEST_NUMBER: usize = 3;
/// News counts members of a cycle no further back: "five summers ago".
const FURTHEST: i64 = 99;

/// Reads a member or a unit that is counted; answers the token behind it and the rule.
pub(super) fn read(r: &Reading<'_>, i: usize, the: usize) -> Option<(Point, usize, &'static str)> {
    if the == 1 {
        return before_last(r, i + 1).map(|(point, end)| (point, end, "picked"));
    }
    members_ago(r, i).or_else(|| week_from(r, i)).map(|(point, end)| (point, end, "ago"))
}

/// "(the) week before last", "(the) summer before last", "(the) night before last", "(the) Friday after next".
fn before_last(r: &Reading<'_>, i: usize) -> Option<(Point, usize)> {
    let twice = |at: usize| match (r.term(at), r.term(at + 1)) {
        (Term::Before, Term::Last) => Some(false),
        (Term::After, Term::Next) => Some(true),
        _ => None,
    };
    if let Some(forward) = twice(i + 1) {
        let two = |unit| Point::Shift { amount: Amount::Exact(2.into()), unit, origin: Origin::Now, forward };
        if let Some(part) = clock::part(r.term(i)).filter(|_| !r.word(i).plural) {
            return Some((Point::At(Box::new(two(Unit::Day)), Hour::Part(part)), i + 3));
        }
        if let Some(unit) = amount::unit(r, i).filter(|unit| !unit.is_clock() && !r.word(i).plural) {
            return Some((two(unit), i + 3));
        }
    }
    let named = cycle::member(r, i, true)?;
    let nth = if twice(named.end)? { 2 } else { -2 };
    Some((Point::Member(named.member, Pick::Nth(nth)), named.end + 2))
}

/// "two Fridays ago", "three summers ago", "four Christmases ago"
fn members_ago(r: &Reading<'_>, i: usize) -> Option<(Point, usize)> {
    // Most numbers count something else, and are not read for it.
    let counts = (i + 1..=i + LONGEST_NUMBER).any(|at| cycle::members(r, at).is_some());
    if !r.is(i, Class::DIGITS | Class::NUMBER) || !counts {
        return None;
    }
    let number = numeral::read(r, i).filter(|n| !n.ordinal)?;
    let nth = number.value.whole().filter(|n| (1..=FURTHEST).contains(n))? as i8;
    let (member, end) = cycle::members(r, number.tokens.end)?;
    (r.term(end) == Term::Ago).then_some((Point::Member(member, Pick::Nth(-nth)), end + 1))
}

/// "Monday week", "a week on Monday": the Monday behind the next (British usage; Oxford English Dictionary, "week").
fn week_from(r: &Reading<'_>, i: usize) -> Option<(Point, usize)> {
    let weekday = |at: usize| {
        let named = r.is(at, Class::WEEKDAY) && filter::is_weekday(r, at, true);
        named.then(|| Point::Member(Member::Weekday(r.word(at).weekday), Pick::Nth(2)))
    };
    // "He was ill for a week on Monday" measures.
    let before = i.wrapping_sub(1);
    let measured = r.word(before).cue.any(Cue::LENGTH) && !matches!(r.term(before), Term::And | Term::Or);
    if r.term(i) == Term::A && r.term(i + 1) == Term::Week && r.term(i + 2) == Term::On && !measured {
        return Some((weekday(i + 3)?, i + 4));
    }
    let ends = !r.is(i + 2, Class::WORD | Class::DASH) || r.is(i + 2, Class::FUNCTION);
    if r.term(i + 1) == Term::Week && ends { Some((weekday(i)?, i + 2)) } else { None }
}
