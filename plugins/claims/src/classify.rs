//! What kind of difference two values are.

use crate::Class;
use copydesk_core::{Exact, Value};
use jiff::civil::Date;

/// Whether two values can both be true of one thing, and by which rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// The same value.
    Equal,
    /// Both can be true: one date at two grains, one figure rounded.
    Compatible(Class),
    /// Both can't be true.
    Apart,
    /// Values of different kinds or units: not to be compared.
    Incomparable,
}

/// A bounded figure ("more than 6,000") fits values up to this many per cent beyond its bound: who knows of twice as many says so.
const BEYOND_BOUND: i64 = 20;

pub(crate) fn fit(a: &Value, b: &Value) -> Fit {
    match (a, b) {
        (Value::Days { earliest: a0, latest: a1 }, Value::Days { earliest: b0, latest: b1 }) => {
            days((*a0, *a1), (*b0, *b1))
        }
        (
            Value::Amount { low: a0, high: a1, unit: a_unit, approximate: a_about },
            Value::Amount { low: b0, high: b1, unit: b_unit, approximate: b_about },
        ) => {
            if a_unit != b_unit {
                return Fit::Incomparable;
            }
            if (a0, a1) == (b0, b1) {
                return Fit::Equal;
            }
            // One must reach the other's own ends: that two reaches meet half-way says nothing.
            let fits = overlap(reach(*a0, *a1, *a_about), reach(*b0, *b1, false))
                || overlap(reach(*a0, *a1, false), reach(*b0, *b1, *b_about));
            let fits = fits || a_unit.is_some() && rounded(*a0, *a1, *b0, *b1);
            if fits { Fit::Compatible(Class::CompatibleApproximation) } else { Fit::Apart }
        }
        (Value::Word(a), Value::Word(b)) if a.is_empty() || b.is_empty() => Fit::Incomparable,
        (Value::Word(a), Value::Word(b)) => {
            if a == b {
                Fit::Equal
            } else {
                Fit::Apart
            }
        }
        _ => Fit::Incomparable,
    }
}

fn days(a: (Date, Date), b: (Date, Date)) -> Fit {
    if a == b {
        Fit::Equal
    } else if a.0 <= b.1 && b.0 <= a.1 {
        Fit::Compatible(Class::CompatibleGranularity)
    } else {
        Fit::Apart
    }
}

/// A rounded figure was rounded to so many digits at the least: "around 10,000" is not 11,000.
const ROUNDED_TO: u32 = 2;

/// The interval that a figure reaches over: its ends, an open end up to [`BEYOND_BOUND`], a rounded one half a unit further.
fn reach(low: Option<Exact>, high: Option<Exact>, approximate: bool) -> (Exact, Exact) {
    let percent = |value: Exact, percent: i64| value.percent(percent).unwrap_or(value);
    match (low, high) {
        (Some(low), Some(high)) if approximate => {
            let (under, over) = (low.half_unit(ROUNDED_TO), high.half_unit(ROUNDED_TO));
            (low.minus(under).unwrap_or(low), high.plus(over).unwrap_or(high))
        }
        (Some(low), Some(high)) => (low, high),
        (Some(low), None) => (low, percent(low, 100 + BEYOND_BOUND)),
        (None, Some(high)) => (percent(high, 100 - BEYOND_BOUND), high),
        (None, None) => (Exact::from(0), Exact::from(0)),
    }
}

/// Whether one amount is the other one rounded: "$13 billion" of "$13.2 billion". One digit alone is no rounding ("10,000" of
/// "11,000"), and of things counted every one counts.
fn rounded(a0: Option<Exact>, a1: Option<Exact>, b0: Option<Exact>, b1: Option<Exact>) -> bool {
    let (Some(a), Some(b)) = (a0.filter(|_| a0 == a1), b0.filter(|_| b0 == b1)) else { return false };
    let (a_digits, b_digits) = (digits(a), digits(b));
    let (coarse, fine, kept) = if a_digits < b_digits { (a, b, a_digits) } else { (b, a, b_digits) };
    let off = if fine > coarse { fine.minus(coarse) } else { coarse.minus(fine) };
    kept >= ROUNDED_TO && a_digits != b_digits && off.is_some_and(|off| off <= coarse.half_unit(kept))
}

/// Significant digits: 2 of 13,000,000,000.
fn digits(value: Exact) -> u32 {
    let text = value.to_string();
    let plain = text.trim_start_matches('-').replace('.', "");
    let plain = plain.trim_start_matches('0');
    let kept = if text.contains('.') { plain } else { plain.trim_end_matches('0') };
    u32::try_from(kept.len()).unwrap_or(u32::MAX)
}

fn overlap(a: (Exact, Exact), b: (Exact, Exact)) -> bool {
    a.0 <= b.1 && b.0 <= a.1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(low: i64, high: i64, approximate: bool) -> Value {
        Value::Amount { low: Some(low.into()), high: Some(high.into()), unit: None, approximate }
    }

    #[test]
    fn rounded_figures_reach_a_little_and_no_further() {
        assert_eq!(fit(&amount(10_000, 10_000, true), &amount(11_000, 11_000, true)), Fit::Apart);
        let fits = Fit::Compatible(Class::CompatibleApproximation);
        assert_eq!(fit(&amount(10_000, 10_000, true), &amount(10_300, 10_300, false)), fits);
        assert_eq!(fit(&amount(40, 50, false), &amount(45, 45, false)), fits);
        let more = Value::Amount { low: Some(6_000.into()), high: None, unit: None, approximate: true };
        assert_eq!(fit(&more, &amount(6_200, 6_200, false)), fits);
        assert_eq!(fit(&more, &amount(9_000, 9_000, false)), Fit::Apart);
    }

    #[test]
    fn a_day_in_its_month_is_one_date_at_two_grains() {
        let date = |text: &str| text.parse().unwrap();
        let days = |a, b| Value::Days { earliest: date(a), latest: date(b) };
        let march = days("2031-03-01", "2031-03-31");
        assert_eq!(fit(&march, &days("2031-03-14", "2031-03-14")), Fit::Compatible(Class::CompatibleGranularity));
        assert_eq!(fit(&march, &days("2031-05-05", "2031-05-05")), Fit::Apart);
        assert_eq!(fit(&march, &amount(1, 1, false)), Fit::Incomparable);
    }
}
