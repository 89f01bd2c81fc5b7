//! Periods that figures are given for: "the year-ago quarter", "fiscal 1990", "year-end".

use super::{cycle, year};
use crate::meaning::{Member, Origin, Pick, Point};
use crate::timex::{Amount, Unit, When};
use copydesk_core::lang::Term;
use copydesk_core::{Class, Reading};

/// "the year-ago quarter", "the same period last year", "the 1988 quarter", "the year-earlier period", "a year-earlier loss".
pub(super) fn of_period(r: &Reading<'_>, i: usize, the: usize) -> Option<(Point, usize)> {
    let a = i + the;
    let period = |at: usize| -> Option<(Member, usize)> {
        match r.term(at) {
            Term::Period | Term::Quarter => Some((Member::Period, at + 1)),
            _ => {
                cycle::member(r, at, true).filter(|n| matches!(n.member, Member::Quarter(_))).map(|n| (n.member, n.end))
            }
        }
    };
    let ago = |at: usize, unit: Term| -> Option<usize> {
        let dash = usize::from(r.is(at + 1, Class::DASH));
        (r.term(at) == unit && matches!(r.term(at + 1 + dash), Term::Ago | Term::Earlier)).then_some(at + 2 + dash)
    };
    let year_ago = |at: usize| ago(at, Term::Year);
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
    // "the month-earlier rate", "from the month-earlier period"
    if let Some(at) = ago(a, Term::Month).filter(|_| r.is(a + 1, Class::DASH)) {
        let end = at + usize::from(matches!(r.term(at), Term::Period));
        let (amount, origin) = (Amount::Exact(1.into()), Origin::Mention);
        return Some((Point::Shift { amount, unit: Unit::Month, origin, forward: false }, end));
    }
    let same = matches!(r.term(a), Term::Same | Term::Comparable);
    if same && the == 1 {
        let (member, mut at) = if r.term(a + 1) == Term::Month { (Member::Period, a + 2) } else { period(a + 1)? };
        at += usize::from(matches!(r.term(at), Term::Of | Term::In));
        let article = usize::from(r.term(at) == Term::A);
        let end = year_ago(at + article).or_else(|| cycle::of_year(r, at, true).map(|(_, end)| end));
        let pick = match cycle::of_year(r, at, true) {
            Some((pick, _)) => pick,
            None => Pick::Of(back()),
        };
        return match (member, end) {
            (member, Some(end)) => Some((Point::Member(member, pick), end)),
            // "the comparable quarter" with no year is the one of the year before.
            (Member::Period, None) if r.term(a) != Term::Same && r.term(a + 1) != Term::Month => {
                Some((Point::Member(Member::Period, Pick::Of(back())), a + 2))
            }
            _ => None,
        };
    }
    // "the quarter a year ago"
    if the == 1
        && matches!(r.term(a), Term::Quarter | Term::Period)
        && r.term(a + 1) == Term::A
        && let Some(end) = year_ago(a + 2)
    {
        return Some((Point::Member(Member::Period, Pick::Of(back())), end));
    }
    if the == 1 && r.term(a) == Term::Latest && r.term(a + 1) == Term::Period {
        return Some((Point::Member(Member::Period, Pick::Nearest), a + 2));
    }
    let fiscal = usize::from(matches!(r.term(a), Term::Fiscal | Term::Calendar));
    let named = year::year(r, a + fiscal, false);
    if let Some((year, at)) = named.filter(|_| fiscal == 0) {
        // "the 1988 quarter", "the 1989 third quarter"; "2030 Q3"
        let share = match r.term(at) {
            Term::Q | Term::H => cycle::share_of_year(r, at),
            _ if the == 1 => period(at),
            _ => None,
        };
        if let Some((member, end)) = share {
            return Some((Point::Member(member, Pick::Year(year)), end));
        }
    }
    // "fiscal 1990's first quarter", "2030's second half", "the year's first quarter"
    let named = named.map(|(year, end)| (Pick::Year(year), end)).or_else(|| {
        let whole = the == 1 && r.term(a) == Term::Year;
        whole.then(|| (Pick::Of(Box::new(Point::Unit(Unit::Year, Pick::Nearest))), a + 1))
    });
    if let Some((pick, end)) = named {
        // Behind digits the mark and its s are two tokens.
        let behind = match (r.term(end), r.term(end + 1)) {
            (Term::Possessive, _) => end + 1,
            (Term::Apostrophe, Term::S) if r.glued(end + 1) => end + 2,
            _ => return None,
        };
        let named = cycle::member(r, behind, true);
        let named = named.filter(|n| matches!(n.member, Member::Quarter(_) | Member::Half(_) | Member::Season(_)))?;
        return Some((Point::Member(named.member, pick), named.end));
    }
    // "this year's third quarter", "last year's quarter"
    let picked = cycle::pick(r, i).filter(|p| !p.bare)?;
    if r.term(picked.end) == Term::Year && matches!(r.term(picked.end + 1), Term::Possessive) {
        let (member, end) = period(picked.end + 2)?;
        let year = Point::Unit(Unit::Year, picked.pick);
        return Some((Point::Member(member, Pick::Of(Box::new(year))), end));
    }
    None
}

/// "fiscal 1989", "the fiscal year", "fiscal year 2030", "FY2030", "the 1990 fiscal year"
pub(super) fn fiscal(r: &Reading<'_>, i: usize, the: usize) -> Option<(Point, usize)> {
    let at = i + the;
    // "FY2030", "FY 2030", "FY30"
    if r.term(at) == Term::Fy && r.is(at, Class::UPPER) && r.is(at + 1, Class::DIGITS) {
        let named: i16 = r.raw(at + 1).parse().ok()?;
        let year = if r.raw(at + 1).len() == 2 && r.glued(at + 1) { 2000 + named } else { named };
        return (1900..=2100).contains(&year).then_some((Point::Fixed(When::Year(Some(year))), at + 2));
    }
    // "the 1990 fiscal year"
    if the == 1
        && let Some((year, end)) = year::year(r, at, false)
        && matches!(r.term(end), Term::Fiscal | Term::Financial | Term::Calendar | Term::Budget | Term::Academic)
        && r.term(end + 1) == Term::Year
    {
        return Some((Point::Fixed(When::Year(Some(year))), end + 2));
    }
    if !matches!(r.term(at), Term::Fiscal | Term::Calendar) {
        return None;
    }
    let year_word = usize::from(r.term(at + 1) == Term::Year);
    if let Some((year, end)) = year::year(r, at + 1 + year_word, false) {
        return Some((Point::Fixed(When::Year(Some(year))), cycle::split_year(r, year, end)));
    }
    (the == 1 && year_word == 1).then_some((Point::Unit(Unit::Year, Pick::Nearest), at + 2))
}

/// "year-end", "year's end", "the year-end"
pub(super) fn year_end(r: &Reading<'_>, i: usize, the: usize) -> Option<(Point, usize)> {
    let at = i + the;
    let unit = match r.term(at) {
        Term::Year => Unit::Year,
        Term::Month => Unit::Month,
        _ => return None,
    };
    let joined = usize::from(r.is(at + 1, Class::DASH) || matches!(r.term(at + 1), Term::Possessive));
    (r.term(at + 1 + joined) == Term::End).then_some((Point::Unit(unit, Pick::This), at + 2 + joined))
}
