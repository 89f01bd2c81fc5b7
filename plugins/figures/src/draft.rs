//! The draft of a figure: kind, value, unit, bound, direction, and what is counted.

use crate::age::{age_by_bound, age_by_context};
use crate::behind::{behind, cited};
use crate::bound::{self, bounds};
use crate::context::{change, points_by_context, toll};
use crate::counted::Phrase;
use crate::figure::{Bound, Figure, Kind};
use crate::fraction::quotient;
use crate::kind::{blank, kind_of, unit_code};
use crate::lists::{AFTER, UNITS};
use crate::notebook::Notebook;
use crate::passage::Passage;
use crate::quantity::{Quantity, Unit};
use crate::range::{self, Join};
use crate::subject;
use copydesk_core::{Class, Confidence, Exact, Sink};

/// A figure that is not yet handed over.
pub(crate) struct Draft {
    pub figure: Figure,
    /// What is counted, as tokens: its words are copied once, at the end.
    pub counted: Option<Phrase>,
    /// The first token of the figure, its bound included.
    pub first: usize,
    /// The token behind it.
    pub end: usize,
}

/// Puts the figure together and hands it over; answers the token behind it.
pub(crate) fn write(
    p: &Passage<'_>,
    mut q: Quantity,
    joined: Option<(Quantity, Join)>,
    floor: usize,
    notebook: &mut Notebook,
    found: &mut Sink<'_, Figure>,
) -> usize {
    let start = q.tokens.start;
    let last = joined.as_ref().map_or(&q, |(second, _)| second);
    let (adjectival, per) = (last.adjectival, last.per.clone());
    let mut end = last.tokens.end;
    let mut figure = blank();
    let mut confidence = Confidence::High;
    let mut shared = None;
    age_by_context(p, &mut q, start, end);
    if joined.is_none()
        && let Some((next, phrase)) = range::inherit(p, &q)
    {
        q.unit = next.unit;
        q.rule = if next.unit == Unit::None { q.rule } else { next.rule };
        shared = phrase;
    }
    points_by_context(p, &mut q, &mut end);
    if q.unit == Unit::None
        && let Some(unit) = scale(p, end)
    {
        (q.unit, q.rule) = (Unit::Measure(unit), "measure");
    }
    let bounded = behind_bound(p, end);
    if joined.is_none() && bounded > end {
        age_by_bound(p, start, bounded, &mut q);
    }
    match joined {
        None => {
            figure.value = Some(q.number.value);
            if let Some((low, high)) = q.number.implied {
                (figure.value, figure.low, figure.high, figure.vague) = (None, Some(low), Some(high), true);
            }
            if let Some((top, bottom)) = q.number.fraction {
                (figure.numerator, figure.denominator) = (Some(top), Some(bottom));
            }
        }
        Some((ref second, Join::Range)) => {
            (figure.low, figure.high) = (Some(q.number.value), Some(second.number.value))
        }
        Some((ref second, Join::Score)) => {
            let mut parts = vec![q.number.value, second.number.value];
            // "a 14-13-2 record"
            if p.hyphen(end) && p.hyphen(second.tokens.start.wrapping_sub(1)) && p.is(end + 1, Class::DIGITS) {
                parts.extend(p.raw(end + 1).parse::<Exact>());
                end += 2;
            }
            figure.parts = Some(parts);
        }
        Some((ref second, Join::Ratio)) => {
            figure.value = quotient(q.number.value, second.number.value);
            (figure.numerator, figure.denominator) = (Some(q.number.value), Some(second.number.value));
            figure.parts = figure.value.is_none().then(|| vec![q.number.value, second.number.value]);
        }
    }
    let join = joined.as_ref().map(|(_, join)| *join);
    figure.unit = unit_code(&q.unit);
    figure.points = q.unit == Unit::Points;
    divide(p, &q, per, &mut figure, &mut end);
    let mut reach = end;
    let phrase = shared.or_else(|| behind(p, &q, end, adjectival, join)).filter(|_| join != Some(Join::Score));
    if let Some(phrase) = phrase.as_ref().filter(|f| f.tokens.start >= end) {
        reach = phrase.tokens.end;
    }
    let (kind, rule) = kind_of(p, &q, &figure, phrase.is_some(), join);
    figure.kind = kind;
    if figure.unit.is_none() && phrase.is_none() {
        confidence = Confidence::Medium;
    }
    let mut counted = phrase;
    let mut first = bounds(p, start, floor, &mut end, &mut figure, join);
    if let Some((bound, tokens)) = q.blur.clone().filter(|_| figure.bound == Bound::Exact) {
        (figure.bound, figure.approximator) = (bound, Some(p.reading.place(p.span(tokens))));
    }
    if bound::between(p, start) && join == Some(Join::Range) {
        first = first.min(start - 1 - usize::from(p.lower(start - 1) != "between"));
    }
    if joined.is_none()
        && figure.bound != Bound::Exact
        && let Some(second) = bound::opposite(p, end, figure.bound)
        && (second.unit == q.unit || q.unit == Unit::None)
    {
        let (a, b) = (q.number.value, second.number.value);
        if (a < b) == matches!(figure.bound, Bound::More | Bound::AtLeast) && a != b {
            (figure.value, figure.low, figure.high) = (None, Some(a.min(b)), Some(a.max(b)));
            figure.bound = Bound::Exact;
            figure.unit = unit_code(&second.unit);
            end = second.tokens.end;
            counted = counted.or_else(|| behind(p, &second, end, second.adjectival, None));
        }
    }
    figure.change = change(p, first.min(start), end, &q, &figure, counted.is_some());
    let mut draft = Draft { figure, counted, first, end };
    notebook.complete(p, &mut draft);
    // A time is seldom what its clause is about: "the decision came three days after".
    let timed =
        matches!(q.unit, Unit::Measure("s" | "min" | "h" | "d" | "wk" | "mo" | "3.mo" | "a" | "10.a" | "100.a"))
            && p.lower(first.wrapping_sub(1)) != "of";
    let measured = draft.figure.unit.is_some();
    if draft.counted.is_none() && measured && q.signed.is_some() && kind == Kind::Percent {
        // "Orsen 50 +0.8%"
        let name = first.wrapping_sub(1 + usize::from(p.is(first.wrapping_sub(1), Class::DIGITS)));
        draft.counted = subject::ending(p, name).filter(|_| p.is(name, Class::CAPITAL));
    }
    if draft.counted.is_none() && measured && !timed && !matches!(kind, Kind::Age) {
        draft.counted = subject::before(p, first);
    }
    if draft.counted.is_none() && measured {
        draft.counted = notebook.level(p, first);
    }
    if draft.counted.is_none() && kind == Kind::Count && draft.figure.parts.is_none() {
        draft.counted = toll(p, first).or_else(|| notebook.earlier(p, &draft));
    }
    notebook.note(p, &draft, reach.max(end));
    draft.figure.counted = draft.counted.map(|phrase| cited(p, &phrase));
    found.push(p.span(first..end), rule, confidence, draft.figure);
    end
}

/// "a month", "per square foot".
fn divide(
    p: &Passage<'_>,
    q: &Quantity,
    per: Option<(std::ops::Range<usize>, Option<&'static str>)>,
    figure: &mut Figure,
    end: &mut usize,
) {
    let Some((tokens, code)) = per else { return };
    match (q.unit, code) {
        (Unit::Measure(top), Some(bottom)) if top != bottom => {
            figure.unit = Some(format!("{top}/{bottom}"));
            *end = tokens.end;
        }
        (Unit::Measure(_), _) => {}
        (_, Some(bottom)) => figure.per = Some(bottom.to_owned()),
        (_, None) => figure.per = Some(p.lower(tokens.end - 1).to_owned()),
    }
}

/// The unit of the scale that numbers are said to stand on: "between 12 and 40 on the kPa scale".
fn scale(p: &Passage<'_>, end: usize) -> Option<&'static str> {
    let at = end + 2;
    if !p.reads(end, &["on", "the"]) {
        return None;
    }
    let (n, unit) = UNITS.names.at(p, at).or_else(|| UNITS.symbols.get(p.raw(at)).map(|&unit| (1, unit)))?;
    (p.lower(at + n) == "scale").then_some(unit.code)
}

/// The token behind "or younger", "and over".
pub(crate) fn behind_bound(p: &Passage<'_>, end: usize) -> usize {
    AFTER.at(p, end).map_or(end, |(n, _)| end + n)
}
