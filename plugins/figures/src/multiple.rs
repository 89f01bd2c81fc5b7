//! Multiples: "doubled", "twofold", "three times as many", and ordinals: "the third test", "finished second".

use crate::address;
use crate::behind::cited;
use crate::bound::bounds;
use crate::counted::{self, Grammar};
use crate::figure::{Change, Figure, Kind};
use crate::kind::blank;
use crate::number;
use crate::passage::Passage;
use crate::quantity::Quantity;
use copydesk_core::{Class, Confidence, Exact, Sink};
use std::ops::Range;

/// The number before "times" or "fold" has at most so many tokens: "one and a half times".
const LONGEST_TIMES: usize = 6;

pub(crate) fn is_multiple(word: &str) -> bool {
    match word.as_bytes().first() {
        Some(b't') => matches!(
            word,
            "triple"
                | "tripled"
                | "triples"
                | "tripling"
                | "trebled"
                | "twice"
                | "thrice"
                | "twofold"
                | "threefold"
                | "tenfold"
                | "thousandfold"
        ),
        Some(b'd') => matches!(word, "double" | "doubled" | "doubles" | "doubling"),
        Some(b'q') => matches!(word, "quadruple" | "quadrupled" | "quadrupling" | "quintupled"),
        Some(b'f' | b's' | b'e' | b'h') => word.ends_with("fold") && word.len() > 6,
        _ => false,
    }
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
        let than = matches!(
            p.lower(e + 1),
            "as" | "more"
                | "higher"
                | "larger"
                | "bigger"
                | "the"
                | "greater"
                | "faster"
                | "its"
                | "that"
                | "less"
                | "lower"
                | "what"
        );
        let times = p.lower(e) == "times" && than && !p.is(e + 2, Class::STOP);
        return times.then(|| push_multiple(p, i..e + 1, floor, n.value, found));
    }
    if !is_multiple(word) {
        return None;
    }
    let followed = |words: &[&str]| words.contains(&p.lower(i + 1));
    let value: i64 = match word {
        "doubled" | "doubling" => 2,
        "tripled" | "tripling" | "trebled" => 3,
        "quadrupled" | "quadrupling" => 4,
        "quintupled" => 5,
        "twice" if followed(&["the", "that", "its", "what", "their"]) => 2,
        "twice"
            if followed(&["as"]) && !p.is(i + 2, Class::CAPITAL | Class::FUNCTION)
                || p.reads(i + 1, &["as", "many"]) =>
        {
            2
        }
        "thrice" if followed(&["as", "the"]) => 3,
        "double" if followed(&["the", "that", "what", "its", "their"]) && !p.hyphen(i + 1) => 2,
        "double" | "doubles"
            if p.is(i + 1, Class::STOP)
                && matches!(p.lower(i.wrapping_sub(1)), "than" | "nearly" | "almost" | "to" | "would" | "could") =>
        {
            2
        }
        "triple" if followed(&["the", "that", "what"]) => 3,
        "quadruple" if followed(&["the"]) => 4,
        "twofold" => 2,
        "threefold" => 3,
        "fourfold" => 4,
        "fivefold" => 5,
        "sixfold" => 6,
        "sevenfold" => 7,
        "eightfold" => 8,
        "tenfold" => 10,
        "hundredfold" => 100,
        "thousandfold" => 1000,
        _ => return None,
    };
    Some(push_multiple(p, i..i + 1, floor, value.into(), found))
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
    if p.lower(start).ends_with('d') && !p.lower(start).ends_with("fold") || p.lower(start).ends_with("ing") {
        figure.change = Some(Change::Up);
    }
    found.push(p.span(first..end), "multiple", Confidence::Medium, figure);
    end
}

/// Ordinals: "the third test", "finished second"; "first" as an adverb is no figure.
pub(crate) fn ordinal(p: &Passage<'_>, q: &Quantity, floor: usize, found: &mut Sink<'_, Figure>) -> usize {
    let (start, end) = (q.tokens.start, q.number.tokens.end);
    let before = p.lower(start.wrapping_sub(1));
    let ranked =
        matches!(before, "ranked" | "finished" | "placed" | "came" | "finishing" | "ranks" | "ranking" | "seeded");
    let determined = matches!(
        before,
        "the"
            | "a"
            | "an"
            | "its"
            | "his"
            | "her"
            | "their"
            | "our"
            | "my"
            | "your"
            | "this"
            | "that"
            | "every"
            | "each"
            | "no"
    ) || p.raw(start.wrapping_sub(1)) == "'s"
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
