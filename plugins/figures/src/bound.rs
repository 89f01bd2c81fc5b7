//! Bounds: the words on either side of a number that blur or limit it.

use crate::figure::{Bound, Figure};
use crate::lists::{AFTER, BEFORE};
use crate::passage::Passage;
use crate::quantity::{self, Quantity};
use crate::range::Join;
use copydesk_core::Class;

/// Reads the bound on both sides; answers the first token of the figure and moves its end.
pub(crate) fn bounds(
    p: &Passage<'_>,
    start: usize,
    floor: usize,
    end: &mut usize,
    figure: &mut Figure,
    join: Option<Join>,
) -> usize {
    if join == Some(Join::Score) {
        return start;
    }
    let anchor = if between(p, start) { start - 1 } else { start };
    let before = bound_before(p, anchor, floor).filter(|_| anchor == start || join.is_some());
    if let Some((n, bound)) = AFTER.at(p, *end).filter(|(n, _)| p.lower(*end) != "+" || p.glued(*end) || *n > 1)
        && bound != Bound::Exact
        && (p.lower(*end) != "-" || p.glued(*end + 1))
        && !(p.lower(*end + n - 1) == "than" && p.is(*end + n, Class::DIGITS | Class::NUMBER))
        && before.is_none_or(|(b, _)| b == Bound::About || b == Bound::Exact)
        && !(n == 1
            && matches!(p.lower(*end), "plus" | "max" | "maximum" | "approximately" | "upwards")
            && p.is(*end + 1, Class::WORD | Class::DIGITS))
    {
        figure.bound = bound;
        figure.approximator = Some(p.reading.place(p.span(*end..*end + n)));
        *end += n;
        return before.map_or(start, |(_, first)| first);
    }
    let Some((bound, first)) = before else { return start };
    if bound == Bound::Exact {
        return start;
    }
    figure.bound = bound;
    figure.approximator = Some(p.reading.place(p.span(first..start.min(anchor))));
    first
}

/// Whether "between" stands before the quantity, with no more than a blurring word after it.
pub(crate) fn between(p: &Passage<'_>, start: usize) -> bool {
    p.lower(start.wrapping_sub(1)) == "between"
        || p.lower(start.wrapping_sub(2)) == "between" && p.is(start.wrapping_sub(1), Class::BOUND)
}

/// The bound before `start` and the token where it begins.
pub(crate) fn bound_before(p: &Passage<'_>, start: usize, floor: usize) -> Option<(Bound, usize)> {
    let mut at = start.wrapping_sub(1);
    // "more than a million", "about the 40": the article between does no harm.
    if matches!(p.lower(at), "a" | "an" | "the") && p.is(at.wrapping_sub(1), Class::BOUND) {
        at = at.wrapping_sub(1);
    }
    if p.is(at, Class::DASH) && p.glued(at) && p.glued(start) && p.lower(at.wrapping_sub(1)) == "sub" {
        return Some((Bound::Less, at - 1));
    }
    let (n, bound) = BEFORE.at(p, at)?;
    let first = (at + 1).checked_sub(n).filter(|&first| first >= floor && p.has(first))?;
    Some((bound, first))
}

/// A second bound that closes the interval which the first one opened: "at least 20 and at most 100", "above 1,000 but below
/// 1,500".
pub(crate) fn opposite(p: &Passage<'_>, end: usize, bound: Bound) -> Option<Quantity> {
    use Bound::{AtLeast, AtMost, Less, More};
    /// The longest bound in words: "greater than or equal to".
    const LONGEST_BOUND: usize = 6;
    let comma = usize::from(p.raw(end) == ",");
    let at = end + comma + usize::from(matches!(p.lower(end + comma), "and" | "but"));
    if at == end {
        return None;
    }
    let number = (at..at + LONGEST_BOUND).find(|&i| p.is(i, Class::DIGITS | Class::NUMBER))?;
    let second = quantity::read(p, number, at)?;
    let (other, first) = bound_before(p, second.tokens.start, at)?;
    let closes = matches!((bound, other), (More | AtLeast, Less | AtMost) | (Less | AtMost, More | AtLeast));
    (closes && first == at && !second.number.ordinal).then_some(second)
}
