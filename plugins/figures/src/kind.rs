//! What kind of figure a quantity makes, and its unit as the record says it.

use crate::figure::{Bound, Figure, Kind};
use crate::passage::Passage;
use crate::quantity::{Quantity, Unit};
use crate::range::Join;

pub(crate) fn blank() -> Figure {
    Figure {
        kind: Kind::Number,
        value: None,
        low: None,
        high: None,
        numerator: None,
        denominator: None,
        parts: None,
        unit: None,
        per: None,
        points: false,
        bound: Bound::Exact,
        approximator: None,
        vague: false,
        counted: None,
        change: None,
    }
}

pub(crate) fn kind_of(
    p: &Passage<'_>,
    q: &Quantity,
    figure: &Figure,
    counted: bool,
    join: Option<Join>,
) -> (Kind, &'static str) {
    match (q.unit, join) {
        (_, Some(Join::Score)) => (Kind::Score, "score"),
        (_, Some(Join::Ratio)) => (Kind::Ratio, "ratio"),
        (Unit::Money(_), _) => (Kind::Money, q.rule),
        (Unit::Percent | Unit::Points, _) => (Kind::Percent, q.rule),
        (Unit::Measure(_), _) => (Kind::Measure, "measure"),
        (Unit::Age(_), _) => (Kind::Age, q.rule),
        (Unit::None, _) if q.number.odds => (Kind::Ratio, "ratio"),
        (Unit::None, _) if q.number.fraction.is_some_and(|(top, bottom)| top < bottom) => (Kind::Ratio, "fraction"),
        (Unit::None, _) if figure.vague => (Kind::Count, "vague"),
        (Unit::None, _) if is_numbered(p, q) => (Kind::Rank, "rank"),
        (Unit::None, _) if counted => (Kind::Count, "count"),
        (Unit::None, _) if q.number.value.whole().is_some_and(|v| v >= 0) => (Kind::Count, "number"),
        _ => (Kind::Number, "number"),
    }
}

pub(crate) fn unit_code(unit: &Unit) -> Option<String> {
    match unit {
        Unit::None => None,
        Unit::Money(code) | Unit::Measure(code) | Unit::Age(code) => Some((*code).to_owned()),
        Unit::Percent | Unit::Points => Some("%".to_owned()),
    }
}

/// "No. 1", "#1", "ranked 3".
fn is_numbered(p: &Passage<'_>, q: &Quantity) -> bool {
    let before = q.tokens.start.wrapping_sub(1);
    let number = p.raw(before) == "." && matches!(p.lower(before.wrapping_sub(1)), "no" | "nos" | "nr");
    q.number.magnitude.is_none()
        && (number
            || matches!(p.lower(before), "#" | "№" | "ranked" | "seeded")
            || matches!(p.lower(before), "no" | "number") && p.raw(before).starts_with('N') && q.number.digits)
}
