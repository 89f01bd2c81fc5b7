//! The grammar: from typed tokens to a meaning, the longest reading first. Nothing here knows when the text was written.

mod absolute;
mod amount;
mod bare;
mod clock;
mod counted;
mod cycle;
mod decade;
mod duration;
mod list;
mod part;
mod period;
mod picked;
mod point;
mod set;
mod shift;
mod stretch;
mod vague;
mod year;

pub(crate) use year::era;

use crate::filter;
use crate::gate;
use crate::meaning::{Expression, Meaning, Modifier, Point};
use crate::timex::{Unit, When};
use copydesk_core::lang::{Cue, Term};
use copydesk_core::{Class, Reading};

/// An expression begins at most so many tokens before the first word that gives it away: "no more than the first two or three".
const LEFT_REACH: usize = 9;
/// The longest name of a holiday has so many tokens before its last.
const HOLIDAY_REACH: usize = 5;

/// What the grammar must know of the whole text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Style {
    /// It dates before Christ, so that "480" may be a year.
    pub before_christ: bool,
    /// It tells of the past and not of the day: bare "spring" and "the 20th" are dates there.
    pub narrative: bool,
}

/// What the grammar made of a place.
pub(crate) enum Read {
    /// It reads these, in order, into the given list.
    Found,
    /// It has the form of a date or time, and there is none such: its tokens.
    Impossible(std::ops::Range<usize>),
    /// Nothing.
    Nothing,
}

/// Tokens that may stand before the word that gives an expression away.
fn may_lead(r: &Reading<'_>, i: usize) -> bool {
    let class = r.class(i);
    if class.any(
        Class::DIGITS
            | Class::NUMBER
            | Class::NUMERIC
            | Class::ORDINAL
            | Class::TIME_UNIT
            | Class::TEMPORAL
            | Class::BOUND
            | Class::MONTH
            | Class::WEEKDAY,
    ) {
        return true;
    }
    if class.any(Class::DASH) {
        return class.any(Class::GLUED);
    }
    // "8.5 months", "1,460 years", "2 1/2 hours"
    if class.any(Class::SIGN) && class.any(Class::GLUED) && r.is(i + 1, Class::DIGITS) && r.glued(i + 1) {
        return r.is(i.wrapping_sub(1), Class::DIGITS) && matches!(r.term(i), Term::Dot | Term::Comma | Term::Slash);
    }
    if class.any(Class::STOP) {
        return matches!(r.term(i.wrapping_sub(1)), Term::Ca | Term::C | Term::A | Term::D); // "ca. 466 BC", "A.D. 79"
    }
    r.word(i).cue.any(Cue::LEAD | Cue::BETWEEN)
        || r.term(i) == Term::Plus
        || class.any(Class::QUOTE) && matches!(r.raw(i), "'" | "’" | "‘")
}

/// Whether an expression may begin with a token that may lead to one: "at least", but not "at", "of" or a dash.
fn may_begin(r: &Reading<'_>, i: usize) -> bool {
    match r.term(i) {
        Term::Of | Term::And | Term::To | Term::On | Term::Or => false,
        Term::At => matches!(r.term(i + 1), Term::Least | Term::Most),
        _ if r.is(i, Class::DIGITS) => !gate::is_inside_number(r, i),
        _ => !r.is(i, Class::SIGN | Class::DASH) || r.is(i, Class::QUOTE),
    }
}

/// Reads what stands at or before token `anchor` (and not before `floor`): pushes what is found.
pub(crate) fn read(r: &Reading<'_>, anchor: usize, floor: usize, style: Style, found: &mut Vec<Expression>) -> Read {
    let mut start = anchor;
    while start > floor && anchor - start < LEFT_REACH && !filter::opens_line(r, start) && may_lead(r, start - 1) {
        start -= 1;
    }
    // "at seven in the evening"
    let hour = anchor.wrapping_sub(3);
    if start == anchor.wrapping_sub(1)
        && r.term(start) == Term::The
        && r.term(start.wrapping_sub(1)) == Term::In
        && r.is(hour, Class::NUMBER)
        && hour >= floor
        && clock::part(r.term(anchor)).is_some()
    {
        start = hour;
    }
    // "Martin Luther King Day", "Good Friday", "St. Patrick's Day": the words before are given away by the last.
    if r.is(anchor, Class::CAPITAL)
        && (r.is(anchor, Class::WEEKDAY) || matches!(r.term(anchor), Term::Day | Term::Eve | Term::Night | Term::Year))
    {
        let part = |i: usize| {
            r.is(i, Class::CAPITAL)
                || matches!(r.term(i), Term::Possessive | Term::Apostrophe)
                || r.term(i) == Term::Dot && r.term(i.wrapping_sub(1)) == Term::OrdinalEnding
        };
        let mut first = anchor;
        while first > floor && anchor - first < HOLIDAY_REACH && !filter::opens_line(r, first) && part(first - 1) {
            first -= 1;
        }
        start = start.min(first);
    }
    let mut impossible = None;
    for i in (start..=anchor).filter(|&i| may_begin(r, i)) {
        match list::read(r, i, found) {
            Some(end) if end > anchor => return Read::Found,
            Some(_) => found.clear(),
            None => {}
        }
        match expression(r, i, style) {
            Some(Ok(expression)) if expression.tokens.end > anchor => {
                if !style.narrative && is_in_name(r, &expression) {
                    return Read::Nothing;
                }
                found.push(expression);
                return Read::Found;
            }
            Some(Err(end)) if end > anchor && impossible.is_none() => impossible = Some(i..end),
            _ => {}
        }
        if impossible.is_some() {
            break;
        }
    }
    impossible.map_or(Read::Nothing, Read::Impossible)
}

/// "the Six-Day War", "the Hundred Years' War": names, whose length a story's markup takes all the same (TIDES 2005).
fn is_in_name(r: &Reading<'_>, expression: &Expression) -> bool {
    let end = expression.tokens.end;
    let behind = end + usize::from(matches!(r.term(end), Term::Possessive | Term::Apostrophe));
    matches!(expression.meaning, Meaning::Length(..))
        && r.is(behind, Class::CAPITAL)
        && !r.is(behind, Class::FUNCTION | Class::TEMPORAL | Class::MONTH | Class::WEEKDAY | Class::UPPER)
        && filter::is_capital(r, end - 1)
        && !r.is(end - 1, Class::UPPER)
}

/// A bound or an approximation before an expression; answers the token behind it.
fn bound(r: &Reading<'_>, i: usize) -> Option<(Modifier, usize)> {
    let two = (r.term(i), r.term(i + 1));
    Some(match two {
        (Term::More | Term::Longer | Term::Greater, Term::Than) | (Term::Upwards, Term::Of) => {
            (Modifier::MoreThan, i + 2)
        }
        (Term::Fewer | Term::Shorter, Term::Than) => (Modifier::LessThan, i + 2),
        (Term::No, Term::More | Term::Longer) if r.term(i + 2) == Term::Than => (Modifier::EqualOrLess, i + 3),
        (Term::No | Term::Not, Term::Fewer) if r.term(i + 2) == Term::Than => (Modifier::EqualOrMore, i + 3),
        (Term::At, Term::Least) => (Modifier::EqualOrMore, i + 2),
        (Term::At, Term::Most) | (Term::Up, Term::To) => (Modifier::EqualOrLess, i + 2),
        (Term::As, Term::Many | Term::Much | Term::Long) if r.term(i + 2) == Term::As => (Modifier::EqualOrLess, i + 3),
        (Term::Close, Term::To) => (Modifier::LessThan, i + 2),
        (Term::A, Term::Little | Term::Bit) if r.term(i + 3) == Term::Than => {
            (if r.term(i + 2) == Term::More { Modifier::MoreThan } else { Modifier::LessThan }, i + 4)
        }
        (Term::Over, _) if !spread_over(r, i) => (Modifier::MoreThan, i + 1),
        (Term::Almost, _) => (Modifier::LessThan, i + 1),
        (Term::About | Term::Around | Term::Roughly | Term::Some | Term::Ca, _) => {
            (Modifier::Approx, i + 1 + usize::from(r.term(i + 1) == Term::Dot && r.glued(i + 1)))
        }
        (Term::C, _) if r.term(i + 1) == Term::Dot && r.glued(i + 1) => (Modifier::Approx, i + 2),
        _ => return None,
    })
}

/// Whether "over" spreads what stands before it over time: "$5 million over five years"; it is a bound where a length is measured:
/// "for over five years", "over two years ago".
fn spread_over(r: &Reading<'_>, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    let measured = r.word(before).cue.any(Cue::LENGTH) || r.is(before, Class::FUNCTION | Class::BOUND);
    let noun = r.is(before, Class::WORD | Class::DIGITS | Class::PERCENT);
    noun && !measured
        && !matches!(r.term(before), Term::Little | Term::Just)
        && duration::read(r, i + 1).is_some_and(|stretch| {
            // "filibustered over 30 hours": hours are no time to pay a loan back in.
            !stretch.length.unit.is_clock()
                && !r.is(stretch.end, Class::DASH)
                && matches!(shift::moved(r, &stretch).0, Meaning::Length(..))
        })
}

/// Reads the longest expression that begins at a token; `Err` with the token behind what has the form of one and is impossible.
fn expression(r: &Reading<'_>, i: usize, style: Style) -> Option<Result<Expression, usize>> {
    let make = |end, meaning, modifier, rule| Some(Ok(Expression { tokens: i..end, meaning, modifier, rule }));
    // A story's markup after TIDES (2005) takes "just" and "only" to the length that they stress: "just 14 years later".
    if style.narrative && matches!(r.term(i), Term::Just | Term::Only) {
        let stressed = expression(r, i + 1, style)?.ok()?;
        let counts = matches!(
            stressed.meaning,
            Meaning::Length(..) | Meaning::FromEvent(_) | Meaning::Point(Point::Shift { .. })
        );
        return counts.then_some(Ok(Expression { tokens: i..stressed.tokens.end, ..stressed }));
    }
    let count = amount::read(r, i);
    if let Some((recurrence, end)) = set::read(r, i, count) {
        return make(end, Meaning::Set(recurrence), None, "set");
    }
    if let Some((point, end)) = picked::this_time(r, i) {
        return make(end, Meaning::Point(point), None, "ago");
    }
    // Before what bounds a number: "some time ago".
    if let Some((vague, end)) = vague::read(r, i, style) {
        return make(end, Meaning::Point(Point::Fixed(When::Vague(vague))), None, "vague");
    }
    if let Some((modifier, at)) = bound(r, i) {
        if let Some(stretch) = duration::read(r, at).filter(|s| {
            !s.article
                || matches!(
                    s.length.unit,
                    Unit::Minute
                        | Unit::Hour
                        | Unit::Day
                        | Unit::Week
                        | Unit::Fortnight
                        | Unit::Month
                        | Unit::Year
                        | Unit::Decade
                        | Unit::Century
                )
        }) {
            let (meaning, end, rule) = shift::moved(r, &stretch);
            let end = stretch::filled(r, &meaning, end, style);
            return make(end, meaning, Some(modifier), rule);
        }
        if modifier == Modifier::Approx && r.term(i) != Term::Some {
            match point::read(r, at, style) {
                Some(Ok((point, end, rule)))
                    if matches!(point, Point::Fixed(_) | Point::Member(..) | Point::At(..) | Point::Hour(_)) =>
                {
                    // "about 1998" and "around 7 p.m." are approximate; "talks about Tuesday" is not, so only numbers blur.
                    let number =
                        r.is(at, Class::DIGITS | Class::MONTH) || matches!(point, Point::At(..) | Point::Hour(_));
                    return if number { make(end, Meaning::Point(point), Some(modifier), rule) } else { None };
                }
                Some(Err(end)) => return Some(Err(end)),
                _ => {}
            }
        }
        return None;
    }
    // "the early hours of Sunday" before "early …"
    if let Some((point, end, rule)) = part::part_first(r, i, style) {
        // "the early morning hours of Sunday"; but those of "the early hours" are no beginning of a night.
        let first = i + usize::from(r.term(i) == Term::The);
        let modifier = match r.term(first) {
            Term::Early if r.term(first + 1) != Term::Hours => Some(Modifier::Start),
            Term::Late if r.term(first + 1) != Term::Hours => Some(Modifier::End),
            _ => None,
        };
        return make(end, Meaning::Point(point), modifier, rule);
    }
    if let Some((modifier, at)) = part::part_of(r, i).filter(|_| style.narrative || !picked::sums_up(r, i)) {
        match point::read(r, at, Style { narrative: true, ..style }) {
            Some(Ok((point, end, rule))) => return make(end, Meaning::Point(point), modifier, rule),
            Some(Err(end)) => return Some(Err(end)),
            None => {}
        }
    }
    if let Some((point, end, rule)) = part::middle(r, i) {
        return make(end, Meaning::Point(point), Some(Modifier::Mid), rule);
    }
    if let Some(expression) = stretch::directed(r, i, style) {
        return Some(Ok(expression));
    }
    match point::read(r, i, style) {
        Some(Ok((point, end, rule))) => {
            // "1990 and beyond", "1994 or later", "the next year or so"
            let (modifier, end) = match (r.term(end), r.term(end + 1)) {
                (Term::And, Term::Beyond) | (Term::Or, Term::Later) => (Some(Modifier::EqualOrMore), end + 2),
                (Term::Or, Term::So) => (Some(Modifier::Approx), end + 2),
                _ if rule == "year-end" => (Some(Modifier::End), end),
                _ => (None, end),
            };
            return make(end, Meaning::Point(point), modifier, rule);
        }
        Some(Err(end)) => return Some(Err(end)),
        None => {}
    }
    if let Some(stretch) = duration::bare(r, i) {
        let (meaning, end, rule) = shift::moved(r, &stretch);
        let end = stretch::filled(r, &meaning, end, style);
        return make(end, meaning, stretch.modifier, rule);
    }
    // "another two weeks", "a further three months".
    let more = matches!(r.term(i), Term::A | Term::An)
        && r.word(i + 1).cue.any(Cue::BETWEEN)
        && r.term(i + 1) != Term::Mere
        && r.is(i + 2, Class::DIGITS | Class::NUMBER);
    let further = if more { 2 } else { usize::from(r.term(i) == Term::Another) };
    let stretch = if further > 0 { duration::read(r, i + further) } else { duration::counted(r, i, count) }?;
    let shifts = matches!(
        r.term(stretch.end),
        Term::Ago | Term::Later | Term::Earlier | Term::Before | Term::After | Term::Hence | Term::From
    ) || r.is(stretch.end, Class::DASH);
    if stretch.article && !shifts && !stretch::article_may_count(r, i, &stretch) {
        return None;
    }
    let (meaning, end, rule) = shift::moved(r, &stretch);
    let so = usize::from(r.term(end) == Term::Or && matches!(r.term(end + 1), Term::So | Term::More)) * 2;
    let modifier = match (so, r.term(end + 1)) {
        (2, Term::So) => Some(Modifier::Approx),
        (2, _) => Some(Modifier::EqualOrMore),
        _ => stretch.modifier,
    };
    let end = stretch::filled(r, &meaning, end + so, style);
    make(end, meaning, modifier, rule)
}
