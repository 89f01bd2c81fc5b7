//! Periods that figures are given for: "the year-ago quarter", "fiscal 1990", "year-end".

use super::{cycle, year};
use crate::meaning::{Member, Origin, Pick, Point};
use crate::timex::{Amount, Unit, When};
use copydesk_core::{Class, Reading};

/// "the year-ago quarter", "the same period last year", "the 1988 quarter", "the year-earlier period", "a year-earlier loss".
pub(super) fn of_period(r: &Reading<'_>, i: usize, the: usize) -> Option<(Point, usize)> {
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
        && let Some((year, at)) = year::year(r, a, false)
        && let Some((member, end)) = period(at)
    {
        return Some((Point::Member(member, Pick::Year(year)), end));
    }
    // "fiscal 1990's first quarter", "2030's second half", "the year's first quarter"
    let fiscal = usize::from(matches!(r.lower(a), "fiscal" | "calendar"));
    let named = year::year(r, a + fiscal, false).map(|(year, end)| (Pick::Year(year), end)).or_else(|| {
        let whole = the == 1 && r.lower(a) == "year";
        whole.then(|| (Pick::Of(Box::new(Point::Unit(Unit::Year, Pick::Nearest))), a + 1))
    });
    if let Some((pick, end)) = named {
        // Behind digits the mark and its s are two tokens.
        let behind = match (r.lower(end), r.lower(end + 1)) {
            ("'s" | "’s", _) => end + 1,
            ("'" | "’", "s") if r.glued(end + 1) => end + 2,
            _ => return None,
        };
        let named = cycle::member(r, behind, true);
        let named = named.filter(|n| matches!(n.member, Member::Quarter(_) | Member::Half(_) | Member::Season(_)))?;
        return Some((Point::Member(named.member, pick), named.end));
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

/// "fiscal 1989", "the fiscal year", "fiscal year 2030", "FY2030", "the 1990 fiscal year"
pub(super) fn fiscal(r: &Reading<'_>, i: usize, the: usize) -> Option<(Point, usize)> {
    let at = i + the;
    // "FY2030", "FY 2030"
    if r.lower(at) == "fy" && r.is(at, Class::UPPER) && r.is(at + 1, Class::DIGITS) && r.raw(at + 1).len() == 4 {
        let year = r.raw(at + 1).parse().ok().filter(|year| (1900..=2100).contains(year))?;
        return Some((Point::Fixed(When::Year(Some(year))), at + 2));
    }
    // "the 1990 fiscal year"
    if the == 1
        && let Some((year, end)) = year::year(r, at, false)
        && matches!(r.lower(end), "fiscal" | "financial" | "calendar" | "tax" | "school" | "academic" | "budget")
        && r.lower(end + 1) == "year"
    {
        return Some((Point::Fixed(When::Year(Some(year))), end + 2));
    }
    if !matches!(r.lower(at), "fiscal" | "calendar") {
        return None;
    }
    let year_word = usize::from(r.lower(at + 1) == "year");
    if let Some((year, end)) = year::year(r, at + 1 + year_word, false) {
        return Some((Point::Fixed(When::Year(Some(year))), end));
    }
    (the == 1 && year_word == 1).then_some((Point::Unit(Unit::Year, Pick::Nearest), at + 2))
}

/// "year-end", "year's end", "the year-end"
pub(super) fn year_end(r: &Reading<'_>, i: usize, the: usize) -> Option<(Point, usize)> {
    let at = i + the;
    let unit = match r.lower(at) {
        "year" => Unit::Year,
        "month" => Unit::Month,
        _ => return None,
    };
    let joined = usize::from(r.is(at + 1, Class::DASH) || matches!(r.lower(at + 1), "'s" | "’s"));
    (r.lower(at + 1 + joined) == "end").then_some((Point::Unit(unit, Pick::This), at + 2 + joined))
}
