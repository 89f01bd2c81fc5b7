//! Lengths of time: "three years", "six-month", "half an hour", "two to three weeks", "years" in "for years".

use super::amount::{self, Quantity};
use crate::meaning::Modifier;
use crate::timex::{Amount, Length, Unit};
use copydesk_core::{Class, Reading};

/// A length of time as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub length: Length,
    /// The token behind it.
    pub end: usize,
    pub modifier: Option<Modifier>,
    /// "a year", with an article for a number.
    pub article: bool,
}

/// A second amount: "two or three weeks", "two to three weeks", "six- to eight-week".
fn second(r: &Reading<'_>, first: &Quantity) -> Option<Quantity> {
    let mut at = first.end;
    at += usize::from(r.is(at, Class::DASH));
    match r.lower(at) {
        "to" | "or" => at += 1,
        _ if at > first.end && r.is(at, Class::DIGITS | Class::NUMBER) => {}
        _ => return None,
    }
    amount::read(r, at).filter(|q| !q.article && matches!(q.amount, Amount::Exact(_)))
}

/// Reads a length of time that names its amount.
pub(super) fn read(r: &Reading<'_>, i: usize) -> Option<Stretch> {
    let first = amount::read(r, i)?;
    let upper = second(r, &first).and_then(|q| amount::counted_unit(r, q.end));
    let (unit, mut end) = upper.or_else(|| amount::counted_unit(r, first.end))?;
    let mut modifier = first.rough.then_some(Modifier::Approx);
    if upper.is_some() {
        modifier = Some(Modifier::EqualOrMore);
    }
    // "60 Minutes" is a title.
    if r.is(end - 1, Class::CAPITAL) && !r.is(end - 1, Class::UPPER) && !r.is(i, Class::CAPITAL) {
        return None;
    }
    // "the second", "a second" are ordinals; "30 seconds", "10-second" are not.
    let plural = r.lower(end - 1).ends_with('s');
    if unit == Unit::Second && !plural && (first.article || !r.is(end - 2, Class::DASH)) {
        return None;
    }
    // "two quarters" of a year, but "three quarters of the voters": a fraction.
    if unit == Unit::Quarter && r.lower(end) == "of" && r.lower(i) == "three" {
        return None;
    }
    let mut length = Length::new(first.amount, unit);
    if let Some(behind) = amount::and_a_half(r, end) {
        if let Amount::Exact(n) = first.amount {
            length.amount = Amount::Exact(n.plus("0.5".parse().ok()?)?);
            end = behind;
        }
    } else if let Some((rest, smaller, behind)) = remainder(r, end, unit) {
        length.rest = Some((rest, smaller));
        end = behind;
    }
    // "month-long", "three-year-long"; but "8-month-old", "34 years old", "aged" are ages, which are figures.
    let tail = end + usize::from(r.is(end, Class::DASH) && r.glued(end));
    match r.lower(tail) {
        "old" | "olds" => return None,
        "long" if tail > end => end = tail + 1,
        // "a five-year-plus term"; "a 30-year bond" needs nothing.
        _ => {}
    }
    // "a day-care centre", "a week-by-week account", "year-round"
    if first.article && r.is(end, Class::DASH) && r.glued(end) && r.glued(end + 1) {
        return None;
    }
    Some(Stretch { length, end, modifier, article: first.article })
}

/// "and three months" behind "two years"; "20 minutes" behind "1 hour".
fn remainder(r: &Reading<'_>, i: usize, unit: Unit) -> Option<(copydesk_core::Exact, Unit, usize)> {
    if !matches!(unit, Unit::Year | Unit::Month | Unit::Week | Unit::Day | Unit::Hour | Unit::Minute) {
        return None;
    }
    let mut at = i + usize::from(r.raw(i) == ",");
    at += usize::from(r.lower(at) == "and");
    let next = amount::read(r, at).filter(|q| !q.article)?;
    let Amount::Exact(rest) = next.amount else { return None };
    let (smaller, end) = amount::counted_unit(r, next.end)?;
    let fits = match unit {
        Unit::Year => smaller == Unit::Month,
        Unit::Month | Unit::Week => smaller == Unit::Day,
        Unit::Day => smaller == Unit::Hour,
        Unit::Hour => smaller == Unit::Minute,
        _ => smaller == Unit::Second,
    };
    (fits && rest.whole().is_some()).then_some((rest, smaller, end))
}

/// A bare plural that stands for an unknown amount: "for years", "weeks of talks", "decades-long".
pub(super) fn bare(r: &Reading<'_>, i: usize) -> Option<Stretch> {
    let unit = amount::unit(r, i)?;
    let lower = r.lower(i);
    // "57 Days of Rain" is a title, of which the number was refused.
    if r.is(i.wrapping_sub(1), Class::DIGITS | Class::NUMBER) {
        return None;
    }
    let long = r.is(i + 1, Class::DASH) && r.glued(i + 1) && r.lower(i + 2) == "long";
    let stretch = |end, amount, article| Stretch { length: Length::new(amount, unit), end, modifier: None, article };
    if long {
        let amount = if lower.ends_with('s') { Amount::Some } else { Amount::Exact(1.into()) };
        return Some(stretch(i + 3, amount, false));
    }
    let abbreviated = matches!(lower, "secs" | "mins" | "hrs" | "yrs");
    if !lower.ends_with('s') || abbreviated || matches!(unit, Unit::Quarter | Unit::Weekend) {
        return None;
    }
    let before = r.lower(i.wrapping_sub(1));
    let governed =
        matches!(before, "for" | "after" | "over" | "within" | "in" | "took" | "taken" | "take" | "spent" | "lasted");
    let followed = match r.lower(i + 1) {
        "ago" | "later" | "earlier" => true,
        // "hours after the vote"; "the days before the vote" are no length.
        "after" | "before" => before != "the",
        // "weeks of talks", "years of war"; "days of the week" are counted, not measured.
        "of" => !matches!(r.lower(i + 2), "the" | "a" | "our" | "their"),
        "or" | "and" => amount::unit(r, i + 2).is_some(),
        _ => false,
    };
    if !governed && !followed {
        return None;
    }
    let pair =
        matches!(r.lower(i + 1), "or" | "and") && amount::unit(r, i + 2).is_some_and(|_| r.lower(i + 2).ends_with('s'));
    Some(stretch(if pair { i + 3 } else { i + 1 }, Amount::Some, false))
}
