//! Two quantities that make one: "between 40 and 50", "four to five thousand", "62-38"; and what lists share: "35 and 60 mg".

use crate::bound::between;
use crate::counted::{self, Grammar};
use crate::lists::CHANGES;
use crate::noun::is_plural;
use crate::passage::Passage;
use crate::quantity::{self, Quantity, Unit};
use crate::role::Role;
use copydesk_core::Class;

/// "rose sharply again from 3 to 5 percent": so many tokens before "from" may the verb of change stand.
const CHANGE_REACH: usize = 5;
/// Results and votes are looked for round their numbers in so many tokens.
const SCORE_REACH: usize = 5;
/// The parts of a score: no parliament has more members, no basketball team as many points.
const LARGEST_PART: i64 = 3_000;

/// How two quantities are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Join {
    Range,
    Score,
    Ratio,
}

/// A second quantity behind `q` that makes one figure with it. `q` may take its unit or its magnitude from it.
pub(crate) fn join(p: &Passage<'_>, q: &mut Quantity) -> Option<(Quantity, Join)> {
    let e = q.tokens.end;
    if q.number.odds || q.number.implied.is_some() && !p.hyphen(e) {
        return None;
    }
    let between = between(p, q.tokens.start);
    let (at, dash) = connector(p, q, between)?;
    let mut second = quantity::read(p, first_token(p, at), at)?;
    if second.number.ordinal != q.number.ordinal || second.number.odds || second.tokens.start != at {
        return None;
    }
    if q.number.ordinal {
        return None;
    }
    let ratio = p.raw(e) == ":";
    if ratio || dash || p.lower(e) == "to" {
        if let Some(score) = score(p, q, &second, dash) {
            return Some((second, score));
        }
        if ratio {
            return None;
        }
    }
    // "narrowed by a third to 2.1 billion crowns"
    if q.number.fraction.is_some_and(|(top, bottom)| top < bottom)
        && second.number.fraction.is_none()
        && q.unit == Unit::None
    {
        return None;
    }
    let shares_unit = q.unit == Unit::None || q.unit == second.unit || q.prefixed && second.unit == Unit::None;
    if !shares_unit {
        return None;
    }
    let unit = if second.unit == Unit::None { q.unit } else { second.unit };
    let (q_unit, q_value, q_magnitude) = (q.unit, q.number.value, q.number.magnitude);
    let own = q.unit != Unit::None && second.unit != Unit::None;
    // "between $5 and $7 million"
    let small = q.unit == second.unit && q.prefixed && second.prefixed && q.number.value < 1_000.into();
    if (!own || small)
        && q.number.magnitude.is_none()
        && let Some(magnitude) = second.number.magnitude
        && let Some(value) = q.number.value.times(magnitude).filter(|v| *v < second.number.value)
    {
        q.number.value = value;
        q.number.magnitude = Some(magnitude);
    }
    q.unit = unit;
    if second.unit == Unit::None {
        second.unit = unit;
        second.rule = q.rule;
    } else {
        q.rule = second.rule;
    }
    let ascends = q.number.value < second.number.value;
    let before = q.tokens.start.wrapping_sub(1);
    let levels = p.lower(before) == "from" && changes_before(p, before);
    // "rose by $4 billion to $41 billion": by how much, and to what level.
    let moved = !dash && own && (p.lower(before) == "by" || CHANGES.contains_key(p.lower(before)));
    // "Orsen fell 5 to 286": by how many points, and where it stands.
    let quoted = p.lower(e) == "to"
        && CHANGES.contains_key(p.lower(before))
        && unit == Unit::None
        && q.number.digits
        && !p.content(second.tokens.end);
    if ascends && !levels && !moved && !quoted {
        return Some((second, Join::Range));
    }
    let spans = p.before(q.tokens.start, CHANGE_REACH, |w| Role::of(w).any(Role::SPANNING));
    if spans && own && q.number.value > second.number.value {
        std::mem::swap(&mut q.number.value, &mut second.number.value);
        return Some((second, Join::Range));
    }
    // "cut from 5 to 3 percent": two figures of one unit.
    let inherits = matches!(p.lower(e), "to" | "and") && second.unit != Unit::None;
    if !inherits {
        (q.unit, q.number.value, q.number.magnitude) = (q_unit, q_value, q_magnitude);
    } else if q.unit != q_unit {
        q.rule = second.rule;
    }
    None
}

/// The token where the second quantity begins, and whether a dash joins them.
fn connector(p: &Passage<'_>, q: &Quantity, between: bool) -> Option<(usize, bool)> {
    let e = q.tokens.end;
    let at = match p.lower(e) {
        "to" => e + 1 + usize::from(p.hyphen(e + 1)),
        "and" if between => e + 1,
        "through" if q.number.digits => e + 1,
        "~" | "∼" => e + 1,
        ":" if p.glued(e) && p.glued(e + 1) => return Some((e + 1, false)),
        _ if p.is(e, Class::DASH) => {
            // "9- to 15-metre"
            if p.glued(e) && p.lower(e + 1) == "to" {
                return Some((e + 2, false));
            }
            let even = p.glued(e) == p.glued(e + 1);
            let number = p.is(e + 1, Class::DIGITS | Class::NUMBER | Class::CURRENCY) || p.is(e + 2, Class::CURRENCY);
            // "1800 – 2200 calories"; an em dash is punctuation.
            let spaced = !p.glued(e) && (!q.number.digits || p.raw(e) == "—" || q.unit != Unit::None && !q.prefixed);
            return (even && number && !spaced && p.raw(e) != "—").then_some((e + 1, true));
        }
        _ => return None,
    };
    // "from 5 to about 10", "to as many as 12"
    let mut second = at;
    while second < at + 3
        && (p.is(second, Class::BOUND)
            && !p.is(second, Class::NUMBER)
            && !matches!(p.lower(second), "up" | "close" | "below" | "under")
            || matches!(p.lower(second), "than" | "as" | "many"))
    {
        second += 1;
    }
    Some((second, false))
}

/// The number token of a quantity that begins at `at` with a sign, a code or an article.
fn first_token(p: &Passage<'_>, at: usize) -> usize {
    let numeric = Class::DIGITS | Class::NUMBER | Class::NUMERIC | Class::ORDINAL;
    (at..at + 3)
        .find(|&k| p.is(k, numeric) || matches!(p.lower(k), "half"))
        .filter(|&k| {
            (at..k).all(|j| {
                p.is(j, Class::CURRENCY | Class::DASH | Class::UPPER)
                    || matches!(p.lower(j), "a" | "an" | "rm" | "minus" | "negative" | "+" | "the" | "us")
            })
        })
        .unwrap_or(at)
}

/// Whether a verb of change stands before token `i`.
fn changes_before(p: &Passage<'_>, i: usize) -> bool {
    p.before(i, CHANGE_REACH, |w| CHANGES.contains_key(w) || Role::of(w).any(Role::MOVING))
}

/// "62-38", "won 3-1", "a 2-1 win", "48 to 47", "3:1": whole numbers without a unit that fall, or are told by a word.
fn score(p: &Passage<'_>, a: &Quantity, b: &Quantity, dash: bool) -> Option<Join> {
    let part = |q: &Quantity| {
        q.number.value.whole().filter(|v| {
            (0..=LARGEST_PART).contains(v)
                && q.unit == Unit::None
                && q.number.magnitude.is_none()
                && q.number.fraction.is_none()
        })
    };
    if p.raw(a.tokens.end) == ":" {
        // "1:25,000" is the scale of a map.
        let small = |q: &Quantity| {
            q.unit == Unit::None && q.number.value.whole().is_some_and(|v| (1..1_000_000_000).contains(&v))
        };
        return (small(a) && small(b) && a.number.value < 1000.into()).then_some(Join::Ratio);
    }
    let (x, y) = (part(a)?, part(b)?);
    if a.number.digits != b.number.digits {
        return None;
    }
    let word = |w: &str| Role::of(w).any(Role::SCORE);
    let told = p.before(a.tokens.start, SCORE_REACH, word)
        || (b.tokens.end..b.tokens.end + SCORE_REACH - 2).any(|at| word(p.lower(at)));
    let counts = p.content(b.tokens.end)
        && counted::phrase(p, b.tokens.end, Grammar::Plural)
            .is_some_and(|f| is_plural(p.lower(f.head)) && !word(p.lower(f.head)));
    // "ISO 4210-6" is the number of a standard.
    if dash && x > 200 && p.is(a.tokens.start.wrapping_sub(1), Class::UPPER) {
        return None;
    }
    // "6-4, 3-6, 7-5": sets of a match.
    let set = |at: usize| p.is(at, Class::DIGITS) && p.hyphen(at + 1) && p.is(at + 2, Class::DIGITS);
    let sets = p.raw(b.tokens.end) == "," && set(b.tokens.end + 1)
        || p.raw(a.tokens.start.wrapping_sub(1)) == "," && set(a.tokens.start.wrapping_sub(4));
    if dash && sets && x < 100 && y < 100 {
        return Some(Join::Score);
    }
    if dash {
        let falls = x >= y && !p.is(a.tokens.start.wrapping_sub(1), Class::DASH);
        return (falls && !counts || told && !counts && x < 200).then_some(Join::Score);
    }
    (told
        && !counts
        && p.lower(a.tokens.start.wrapping_sub(1)) != "from"
        && (x >= y || p.before(a.tokens.start, SCORE_REACH, |w| matches!(w, "vote" | "voted" | "lost"))))
    .then_some(Join::Score)
}

/// What a number without unit and noun takes from the next member of its list: "35 and 60 mg", "six or seven euros", "14 and 16
/// cases".
pub(crate) fn inherit(p: &Passage<'_>, q: &Quantity) -> Option<(Quantity, Option<counted::Phrase>)> {
    /// Lists longer than this are tables.
    const LONGEST_LIST: usize = 6;
    if q.unit != Unit::None || q.number.ordinal || q.number.odds {
        return None;
    }
    let mut at = q.tokens.end;
    // "310 million of the 1.7 billion shekels"
    if p.lower(at) == "of" {
        let whole = at + 1 + usize::from(matches!(p.lower(at + 1), "the" | "its" | "their" | "those" | "his" | "her"));
        let next = quantity::read(p, first_token(p, whole), whole)?;
        return matches!(next.unit, Unit::Money(_) | Unit::Measure(_)).then_some((next, None));
    }
    for _ in 0..LONGEST_LIST {
        let comma = p.raw(at) == ",";
        let conjunction = matches!(p.lower(at + usize::from(comma)), "and" | "or");
        if !comma && !conjunction || p.glued(at + 1) {
            return None;
        }
        at += usize::from(comma) + usize::from(conjunction);
        let next = quantity::read(p, first_token(p, at), at)?;
        if next.number.ordinal || next.number.odds || next.number.digits != q.number.digits && next.unit == Unit::None {
            return None;
        }
        if next.unit != Unit::None {
            return conjunction.then_some((next, None));
        }
        let end = next.tokens.end;
        if let Some(phrase) = counted::phrase(p, end, Grammar::Plural) {
            return (conjunction && !p.glued(end)).then_some((next, Some(phrase)));
        }
        at = end;
    }
    None
}
