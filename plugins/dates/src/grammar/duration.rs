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
fn second(r: &Reading<'_>, first: &Quantity, between: bool) -> Option<Quantity> {
    let mut at = first.end;
    at += usize::from(r.is(at, Class::DASH));
    match r.lower(at) {
        "to" | "or" => at += 1 + usize::from(r.is(at + 1, Class::DASH)),
        "and" if between => at += 1,
        _ if at > first.end && r.is(at, Class::DIGITS | Class::NUMBER) => {}
        _ => return None,
    }
    amount::read(r, at).filter(|q| !q.article && matches!(q.amount, Amount::Exact(_)))
}

/// Reads a length of time that names its amount.
pub(super) fn read(r: &Reading<'_>, i: usize) -> Option<Stretch> {
    if let Some((length, end)) = quarter_of(r, i) {
        return Some(Stretch { length, end, modifier: None, article: false });
    }
    let first = amount::read(r, i)?;
    // "between three and five years"
    let between = r.lower(i.wrapping_sub(1)) == "between";
    let upper = second(r, &first, between).and_then(|q| amount::counted_unit(r, q.end));
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
            return Some(Stretch { length, end: behind, modifier, article: false });
        }
    } else if let Some(behind) = or_two(r, end).filter(|_| first.article) {
        // "a day or two"
        modifier = Some(Modifier::Approx);
        end = behind;
        return Some(Stretch { length, end, modifier, article: false });
    } else if let Some((rest, smaller, behind)) = remainder(r, end, unit).filter(|_| !r.is(end - 2, Class::DASH)) {
        // "two hours, 15 minutes"; but "two-day, 48-hour talks" are two.
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
    // "an hour or so", "a week or more"
    let modifier = match (r.lower(end), r.lower(end + 1)) {
        ("or", "so") => Some(Modifier::Approx),
        ("or", "more") => Some(Modifier::EqualOrMore),
        _ => modifier,
    };
    if first.article && r.lower(end) == "or" && modifier.is_some() {
        return Some(Stretch { length, end: end + 2, modifier, article: false });
    }
    // "a day-care centre", "a week-by-week account", "year-round"
    if first.article && r.is(end, Class::DASH) && r.glued(end) && r.glued(end + 1) {
        return None;
    }
    // "a full year", "an entire week" measure, whatever stands before them.
    let stressed = matches!(r.lower(first.end), "full" | "entire" | "whole" | "solid" | "single" | "mere");
    // "a year's worth", "an hour's delay"
    let possessive = unit != Unit::Second && matches!(r.lower(end), "'s" | "’s");
    Some(Stretch { length, end, modifier, article: first.article && !stressed && !possessive })
}

/// "or two" behind "a day", "an hour".
fn or_two(r: &Reading<'_>, i: usize) -> Option<usize> {
    let few = r.lower(i) == "or" && matches!(r.lower(i + 1), "two" | "three");
    (few && amount::counted_unit(r, i + 2).is_none()).then_some(i + 2)
}

/// "a quarter of a century", "a quarter-century", "three quarters of an hour".
fn quarter_of(r: &Reading<'_>, i: usize) -> Option<(Length, usize)> {
    let (count, at) = match r.lower(i) {
        "a" | "one" if r.lower(i + 1) == "quarter" => (1, i + 1),
        "three" if r.lower(i + 1 + usize::from(r.is(i + 1, Class::DASH))) == "quarters" => {
            (3, i + 1 + usize::from(r.is(i + 1, Class::DASH)))
        }
        "quarter" => (1, i),
        _ => return None,
    };
    let unit_at = match r.lower(at + 1) {
        "of" if matches!(r.lower(at + 2), "a" | "an") => at + 3,
        _ if count == 1 => at + 1 + usize::from(r.is(at + 1, Class::DASH)),
        _ => return None,
    };
    let (quarters, unit) = match amount::unit(r, unit_at)? {
        Unit::Century => (25, Unit::Year),
        Unit::Hour => (15, Unit::Minute),
        _ => return None,
    };
    (!r.lower(unit_at).ends_with('s'))
        .then(|| (Length::new(Amount::Exact((quarters * count).into()), unit), unit_at + 1))
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

/// "weeklong", "all day long": one of the unit.
fn long(r: &Reading<'_>, i: usize) -> Option<Stretch> {
    let one = |unit, end| {
        let length = Length::new(Amount::Exact(1.into()), unit);
        Some(Stretch { length, end, modifier: None, article: false })
    };
    match r.lower(i) {
        "hourlong" => one(Unit::Hour, i + 1),
        "daylong" => one(Unit::Day, i + 1),
        "weeklong" => one(Unit::Week, i + 1),
        "monthlong" => one(Unit::Month, i + 1),
        "yearlong" => one(Unit::Year, i + 1),
        "decadelong" => one(Unit::Decade, i + 1),
        "all" => {
            let unit =
                amount::unit(r, i + 1).filter(|u| matches!(u, Unit::Day | Unit::Week | Unit::Month | Unit::Year))?;
            let single = !r.lower(i + 1).ends_with('s') && !(r.is(i + 2, Class::DASH) && r.glued(i + 2));
            if single { one(unit, i + 2 + usize::from(r.lower(i + 2) == "long")) } else { None }
        }
        _ => None,
    }
}

/// A bare plural that stands for an unknown amount: "for years", "weeks of talks", "decades-long".
pub(super) fn bare(r: &Reading<'_>, i: usize) -> Option<Stretch> {
    if let Some(found) = long(r, i) {
        return Some(found);
    }
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
    let mut before = r.lower(i.wrapping_sub(1));
    // "in just minutes", "for only hours"
    if matches!(before, "just" | "only" | "mere" | "literally") {
        before = r.lower(i.wrapping_sub(2));
    }
    let governed = matches!(
        before,
        "for" | "after" | "over" | "within" | "in" | "took" | "taken" | "take" | "takes" | "spent" | "spend" | "lasted"
    );
    let followed = match r.lower(i + 1) {
        "ago" | "later" | "earlier" => true,
        // "hours after the vote"; "the days before the vote" are no length.
        "after" | "before" => before != "the",
        // "years in the making", "in years to come", "in the weeks ahead"
        "in" => r.lower(i + 3) == "making",
        "to" => r.lower(i + 2) == "come",
        "ahead" => true,
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
    let end = match (r.lower(i + 1), r.lower(i + 2)) {
        _ if pair => i + 3,
        ("ahead", _) => i + 2,
        ("to", "come") => i + 3,
        _ => i + 1,
    };
    Some(stretch(end, Amount::Some, false))
}
