//! Measures: the unit of measurement behind a number.

use crate::fraction::quotient;
use crate::lists::{UNITS, Unit as Listed};
use crate::number;
use crate::passage::Passage;
use crate::quantity::{Quantity, Unit};
use crate::role::Role;
use copydesk_core::{Class, Exact};

/// Temperatures in news, in either scale, lie within this many degrees of zero; "747C" is an aeroplane.
const HOTTEST: i64 = 2_000;

/// A unit of measurement at `at`; answers the token behind it.
pub(crate) fn measure(p: &Passage<'_>, q: &Quantity, at: usize) -> Option<(Listed, usize)> {
    let e = q.tokens.end;
    let list = &*UNITS;
    let bracket = matches!(p.raw(at), "(" | "[" | "{") && matches!(p.raw(at + 2), ")" | "]" | "}") && q.number.digits;
    if bracket && let Some(&unit) = list.symbols.get(p.raw(at + 1)) {
        return Some((unit, at + 3));
    }
    if let Some((n, unit)) = list.names.at(p, at) {
        let end = at + n;
        if named(p, q, unit, at, end) {
            return Some(cubed(p, unit, end).unwrap_or((unit, end)));
        }
    }
    if !q.number.digits && q.number.fraction.is_none() {
        return None;
    }
    // "80 m.p.h."
    if p.reads(at, &["m", ".", "p", ".", "h"]) {
        return Some((
            Listed { code: "[mi_i]/h", ambiguous: false, symbol: true },
            at + 5 + usize::from(p.raw(at + 5) == "." && p.glued(at + 5)),
        ));
    }
    // Symbols are case-sensitive, and may run over several tokens: "km/h", "lb-ft", "km2", "m²".
    if p.is(at, Class::WORD | Class::SIGN | Class::QUOTE) {
        for n in (1..=4).rev() {
            let last = at + n - 1;
            let joined = p.has(last)
                && (at + 1..=last).all(|k| p.glued(k))
                && !(p.glued(last + 1) && p.is(last + 1, Class::WORD | Class::DIGITS));
            if !joined {
                continue;
            }
            let text = p.reading.slice(p.span(at..last + 1));
            if let Some(&unit) = list.symbols.get(text) {
                let stop = usize::from(
                    n == 1
                        && p.raw(last + 1) == "."
                        && p.glued(last + 1)
                        && p.is(last + 2, Class::WORD)
                        && !p.is(last + 2, Class::CAPITAL)
                        && !p.glued(last + 2),
                );
                // Quote marks are inches only where they touch the digits and close nothing.
                return (unit.code != "[in_i]" || p.glued(at) && q.number.value < 1_000.into())
                    .then_some((unit, last + 1 + stop))
                    .map(|(u, end)| cubed(p, u, end).unwrap_or((u, end)));
            }
            if n == 1
                && let Some(&unit) = list.loose.get(text)
                && loose(p, q, unit, at, e)
            {
                return Some((unit, at + 1));
            }
        }
    }
    None
}

/// "5 feet 8 inches", "12 ft 4 in", "6ft 4in".
pub(crate) fn feet_and_inches(p: &Passage<'_>, q: &mut Quantity) {
    if q.unit != Unit::Measure("[ft_i]") {
        return;
    }
    let e = q.tokens.end;
    // "5-foot-9", "6-foot-4-inch", "6 foot 4"
    let close = p.hyphen(e) && p.is(e + 1, Class::DIGITS);
    let said = p.lower(e - 1) == "foot" && p.is(e, Class::DIGITS) && q.number.value < 8.into() && !p.glued(e + 1);
    let at = e + usize::from(close || matches!(p.lower(e), "and" | ","));
    let Some(inches) =
        number::read(p, at).filter(|n| !n.ordinal && n.value.whole().is_some_and(|v| (1..12).contains(&v)))
    else {
        return;
    };
    let end = inches.tokens.end;
    let named = end + usize::from(close && p.hyphen(end));
    let unit = matches!(p.lower(named), "inch" | "inches" | "in" | "ins") && !p.is(named + 1, Class::CAPITAL);
    if !unit && !close && !said {
        return;
    }
    let twelve = Exact::from(12);
    if let Some(top) = q.number.value.times(twelve).and_then(|feet| feet.plus(inches.value))
        && let Some(value) = quotient(top, twelve)
    {
        q.number.value = value;
        q.number.fraction = Some((top, twelve));
        q.tokens.end = if unit { named + 1 } else { end };
    }
}

/// "km^2", "km squared", "m cubed".
fn cubed(p: &Passage<'_>, unit: Listed, end: usize) -> Option<(Listed, usize)> {
    let (power, behind) = match (p.raw(end), p.lower(end)) {
        ("^", _) if p.glued(end) => (p.raw(end + 1), end + 2),
        (_, "squared") => ("2", end + 1),
        (_, "cubed") => ("3", end + 1),
        _ => return None,
    };
    let code = match (unit.code, power) {
        ("m", "2") => "m2",
        ("m", "3") => "m3",
        ("km", "2") => "km2",
        ("km", "3") => "km3",
        ("cm", "2") => "cm2",
        ("cm", "3") => "cm3",
        _ => return None,
    };
    Some((Listed { code, ..unit }, behind))
}

/// Whether the name at `at` is a unit here.
pub(crate) fn named(p: &Passage<'_>, q: &Quantity, unit: Listed, at: usize, end: usize) -> bool {
    let word = p.lower(at);
    if p.is(end, Class::DASH)
        && p.glued(end)
        && p.is(end + 1, Class::WORD)
        && end > at
        && unit.code == "min"
        && word == "min"
    {
        return false;
    }
    match word {
        // "third second", "twenty seconds"; "two quarters of beef" is not news.
        "quarter" | "quarters" => p.lower(end) != "of" && p.lower(end) != "finals" && !p.hyphen(end),
        // "16-bit", "a 256-bit key"
        "bit" => at > q.tokens.end && q.number.value >= 2.into(),
        "yard" | "yards" | "stone" | "cup" | "cups" | "knot" | "knots" | "mole" | "moles" | "bits" | "bar" | "bars"
        | "turn" | "turns" | "dram" => {
            !unit.ambiguous && !matches!(word, "stone")
                || word == "stone" && !p.is(end, Class::WORD)
                || word == "turns" && p.lower(q.tokens.start.wrapping_sub(1)) == "rotate"
        }
        // Stones are thrown; who is weighed has them in the singular.
        "stones" => false,
        "min" | "sec" | "hr" | "yr" => q.number.digits,
        "c" | "f" => false,
        _ => true,
    }
}

/// Whether a symbol of one or two letters is a unit here: it touches the digits ("30m"), or could be nothing else ("12 C", "5 W").
pub(crate) fn loose(p: &Passage<'_>, q: &Quantity, unit: Listed, at: usize, e: usize) -> bool {
    let raw = p.raw(at);
    let glued = p.glued(at) && at == e;
    let ends = !p.glued(at + 1) || !p.is(at + 1, Class::DASH | Class::DIGITS | Class::WORD) && p.raw(at + 1) != "/";
    if !ends {
        return false;
    }
    match raw {
        // "3.2 in wide", but "three in high spirits"
        "in" if !glued && at == e => {
            let extent = at + 1 + usize::from(p.raw(at + 1) == ".");
            p.plays(extent, Role::EXTENT)
                && !matches!(p.lower(extent), "north" | "south" | "east" | "west" | "square")
                && !p.content(extent + 1)
        }
        "C" | "F" => {
            let degrees = q.number.value.whole().is_none_or(|v| v.abs() < HOTTEST);
            let block = p.is(at + 1, Class::CAPITAL) || p.is(q.tokens.start.wrapping_sub(1), Class::DASH);
            degrees
                && !block
                && (!glued
                    || q.number
                        .value
                        .whole()
                        .is_some_and(|v| if raw == "C" { v.abs() < 60 } else { (20..140).contains(&v) }))
        }
        "\"" if q.number.value >= 1_000.into() => false,
        "in" | "\"" => {
            glued && !p.is(at + 1, Class::WORD) || raw == "\"" && glued && p.is(at + 1, Class::WORD) && !p.glued(at + 1)
        }
        "m" | "t" | "g" | "l" | "ms" => true,
        "ps" | "Ga" => glued,
        // "under-18s"
        "s" if p.hyphen(q.tokens.start.wrapping_sub(1))
            && matches!(p.lower(q.tokens.start.wrapping_sub(2)), "under" | "over") =>
        {
            false
        }
        // "5,000 Kestrel 3s" are cars.
        "s" if p.before(q.tokens.start, 2, |w| {
            matches!(w, "his" | "her" | "their" | "my" | "the" | "early" | "mid" | "late")
        }) =>
        {
            false
        }
        "A" | "s" | "h" => {
            glued && !p.is(at + 1, Class::CAPITAL) && !p.is(q.tokens.start.wrapping_sub(1), Class::CAPITAL)
        }
        _ => glued || unit.symbol && raw.len() > 1,
    }
}
