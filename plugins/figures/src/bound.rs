//! Bounds: the words on either side of a number that blur or limit it.

use crate::figure::{Bound, Figure};
use crate::lists::{AFTER, BEFORE, CHANGES, TOPICS};
use crate::number;
use crate::passage::Passage;
use crate::quantity::{self, Quantity, Unit};
use crate::range::Join;
use crate::role::Role;
use copydesk_core::{Class, Exact};

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
        // "5, at least 10": the bound of the next number.
        && !p.is(*end + n, Class::DIGITS | Class::NUMBER | Class::CURRENCY)
        && p.lower(*end + n) != "than"
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
fn bound_before(p: &Passage<'_>, start: usize, floor: usize) -> Option<(Bound, usize)> {
    let mut at = start.wrapping_sub(1);
    // "more than a million", "nearly the 40": the article between does no harm. But "around the 40 tables" says where, and
    // "about the 40 laws" of what.
    let article = p.lower(at);
    if matches!(article, "a" | "an" | "the") && p.is(at.wrapping_sub(1), Class::BOUND) {
        at = at.wrapping_sub(1);
        if article == "the" && is_preposition(p.lower(at)) {
            return None;
        }
    }
    if p.is(at, Class::DASH) && p.glued(at) && p.glued(start) && p.lower(at.wrapping_sub(1)) == "sub" {
        return Some((Bound::Less, at - 1));
    }
    let (n, bound) = BEFORE.at(p, at)?;
    let first = (at + 1).checked_sub(n).filter(|&first| first >= floor && p.has(first))?;
    let preposition = n == 1 && is_preposition(p.lower(at)) && governs(p, at, start);
    (!preposition).then_some((bound, first))
}

/// Words that bound a number, and say where or of what before anything else.
fn is_preposition(word: &str) -> bool {
    matches!(word, "about" | "around" | "over" | "under" | "above" | "below" | "beyond" | "near" | "past" | "within")
}

/// Whether the word before the preposition at `at` asks for it, or the figure behind it is what it says: "talked about two
/// laws", "won over 12 members", "over three days of talks", "near two schools".
fn governs(p: &Passage<'_>, at: usize, start: usize) -> bool {
    let before = p.lower(at.wrapping_sub(1));
    // "under a five-year contract", "over a 10-acre lake": the noun behind is what the preposition asks for.
    if matches!(p.lower(at + 1), "a" | "an") && number::read(p, start).is_some_and(|n| p.hyphen(n.tokens.end)) {
        return true;
    }
    match p.lower(at) {
        "about" => TOPICS.contains(before),
        "around" => Role::of(before).any(Role::CENTRED),
        "near" => {
            let small = number::read(p, start).is_some_and(|n| n.value < Exact::from(100) && n.magnitude.is_none());
            let unit = quantity::read(p, start, start).is_none_or(|q| q.unit == Unit::None);
            small && unit && !p.is(start.wrapping_sub(1), Class::CURRENCY)
        }
        // "climbed past $100", but "the past two years"
        "past" => !(CHANGES.contains_key(before) || Role::of(before).any(Role::PASSING)),
        "within" => quantity::read(p, start, start).is_none_or(|q| q.unit == Unit::None),
        "over" if Role::of(before).any(Role::TAKING) => true,
        // A stretch of time that something takes up, unless its length is what is told: "for over two years", "over two
        // years ago".
        "over" => {
            let Some(q) = quantity::read(p, start, start) else { return false };
            let timed = matches!(q.unit, Unit::Measure("s" | "min" | "h" | "d" | "wk" | "mo" | "3.mo" | "a" | "10.a"));
            let long = matches!(
                p.lower(q.tokens.end),
                "ago" | "old" | "later" | "earlier" | "long" | "late" | "before" | "away"
            );
            let told = p.is(at.wrapping_sub(1), Class::FUNCTION | Class::BOUND) || Role::of(before).any(Role::LASTING);
            timed && !long && !told && at > p.start
        }
        _ => false,
    }
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
