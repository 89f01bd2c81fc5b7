//! Multiples: "doubled", "twofold", "three times as many", and ordinals: "the third test", "finished second".

use crate::address;
use crate::behind::cited;
use crate::bound::bounds;
use crate::counted::{self, Grammar};
use crate::figure::{Change, Figure, Kind};
use crate::kind::blank;
use crate::lists::MULTIPLES;
use crate::number;
use crate::passage::Passage;
use crate::quantity::Quantity;
use crate::role::Role;
use copydesk_core::{Class, Confidence, Exact, Sink};
use std::ops::Range;

/// The number before "times" or "fold" has at most so many tokens: "one and a half times".
const LONGEST_TIMES: usize = 6;

/// Whether the word is a multiple. Every word of a text comes by here: how it begins and ends rules nearly all out.
pub(crate) fn is_multiple(word: &str) -> bool {
    let begins = match word.as_bytes().first() {
        Some(b'd') => word.starts_with("doubl"),
        Some(b't') => ["tripl", "trebl", "twice", "thrice"].iter().any(|start| word.starts_with(start)),
        Some(b'q') => word.starts_with("quadrupl") || word.starts_with("quintupl"),
        _ => false,
    };
    (begins || word.ends_with("fold")) && MULTIPLES.contains_key(word)
}

/// "doubled", "twofold", "twice as many", "double the".
pub(crate) fn multiple(p: &Passage<'_>, i: usize, floor: usize, found: &mut Sink<'_, Figure>) -> Option<usize> {
    let word = p.lower(i);
    if p.is(i, Class::NUMBER | Class::DIGITS) {
        // "three times as many", "ten times more": the number is read here, the plain "three times" is a count.
        if !(i + 1..i + LONGEST_TIMES).any(|at| matches!(p.lower(at), "times" | "fold" | "x")) {
            return None;
        }
        let n = number::read(p, i).filter(|n| !n.ordinal && n.implied.is_none())?;
        let e = n.tokens.end;
        if p.lower(e) == "-" && p.lower(e + 1) == "fold" || p.lower(e) == "fold" {
            let end = e + if p.lower(e) == "fold" { 1 } else { 2 };
            return Some(push_multiple(p, i..end, floor, n.value, found));
        }
        // "a 10x increase"; "4x4" goes on.
        let x = p.raw(e) == "x" && p.glued(e) && n.digits && !p.glued(e + 1) && n.value < 10_000.into();
        if x && !p.is(i.wrapping_sub(1), Class::DASH) {
            return Some(push_multiple(p, i..e + 1, floor, n.value, found));
        }
        let than = p.plays(e + 1, Role::TIMES);
        let times = p.lower(e) == "times" && than && !p.is(e + 2, Class::STOP);
        return times.then(|| push_multiple(p, i..e + 1, floor, n.value, found));
    }
    let multiple = *Some(word).filter(|word| is_multiple(word)).and_then(|word| MULTIPLES.get(word))?;
    let next = p.lower(i + 1);
    let compared = matches!(next, "the" | "that" | "its" | "what" | "their");
    let stands = match word {
        "twice" | "thrice" => {
            compared || next == "as" && (!p.is(i + 2, Class::CAPITAL | Class::FUNCTION) || p.lower(i + 2) == "many")
        }
        // "double the", "more than double."; but "a double", "double-decker"
        "double" | "doubles" | "triple" | "triples" | "quadruple" => {
            let ends = p.is(i + 1, Class::STOP)
                && matches!(p.lower(i.wrapping_sub(1)), "than" | "nearly" | "almost" | "to" | "would" | "could");
            ends || compared && !word.ends_with('s')
        }
        _ => true,
    };
    if !stands {
        return None;
    }
    Some(push_multiple(p, i..i + 1, floor, multiple.times.into(), found))
}

fn push_multiple(
    p: &Passage<'_>,
    tokens: Range<usize>,
    floor: usize,
    value: Exact,
    found: &mut Sink<'_, Figure>,
) -> usize {
    let Range { start, end } = tokens;
    let mut figure = Figure { kind: Kind::Ratio, value: Some(value), ..blank() };
    let mut last = end;
    let first = bounds(p, start, floor, &mut last, &mut figure, None);
    figure.change = MULTIPLES.get(p.lower(start)).filter(|multiple| multiple.grew).map(|_| Change::Up);
    found.push(p.span(first..end), "multiple", Confidence::Medium, figure);
    end
}

/// Ordinals: "the third test", "finished second"; "first" as an adverb is no figure.
pub(crate) fn ordinal(p: &Passage<'_>, q: &Quantity, floor: usize, found: &mut Sink<'_, Figure>) -> usize {
    let (start, end) = (q.tokens.start, q.number.tokens.end);
    let before = p.lower(start.wrapping_sub(1));
    let ranked = Role::of(before).any(Role::RANKED);
    let determined = matches!(before, "the" | "a" | "an" | "this" | "that" | "every" | "each" | "no")
        || Role::of(before).any(Role::OWNER)
        || p.raw(start.wrapping_sub(1)) == "'s"
        || p.raw(start.wrapping_sub(1)) == "’s";
    let phrase = counted::phrase(p, end, Grammar::Singular).filter(|_| !p.glued(end) && p.lower(end) != "of");
    let spelled = !q.number.digits;
    let small = spelled && q.number.value < Exact::from(4) && q.number.tokens.len() == 1;
    let hyphen = p.hyphen(end);
    if address::street(p, end) || p.lower(end) == "and" && p.is(end + 1, Class::ORDINAL) || start < floor {
        return end;
    }
    let numbers = phrase.is_some() || matches!(p.lower(end), "one" | "two" | "three" | "of" | "to");
    if !ranked && small && !(determined && numbers) {
        // "first, he said", "a second", "third-party": adverbs and names.
        return end;
    }
    if hyphen && small && !determined {
        return end;
    }
    let figure = Figure {
        kind: if ranked { Kind::Rank } else { Kind::Ordinal },
        value: Some(q.number.value),
        counted: phrase.map(|f| cited(p, &f)),
        ..blank()
    };
    found.push(p.span(start..end), if ranked { "rank" } else { "ordinal" }, Confidence::Medium, figure);
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_multiple_of_the_list_is_seen() {
        for word in MULTIPLES.keys() {
            assert!(is_multiple(word), "{word} is ruled out by how it begins");
        }
    }
}
