//! Fractions and ratios: "two-thirds", "10 1/2", "half a million", "one in three".

use crate::lists::CHANGES;
use crate::number::{Number, basic, power, whole};
use crate::passage::Passage;
use copydesk_core::lang::en::numeral;
use copydesk_core::{Class, Exact};
use rust_decimal::RoundingStrategy;
use std::ops::Range;

/// A fraction without an exact decimal is given to so many digits.
const FRACTION_DIGITS: u32 = 15;
/// "one in N", "a out of N": no news counts chances in more than this.
const LONGEST_ODDS: i64 = 100_000_000;

/// "1/3", "two-thirds", "three quarters", "one sixth", "twenty-three fifths".
pub(crate) fn fraction(p: &Passage<'_>, n: &Number) -> Option<Number> {
    let e = n.tokens.end;
    let numerator = n.value.whole().filter(|_| n.fraction.is_none())?;
    if matches!(p.raw(e), "/" | "⁄") && p.glued(e) && n.digits {
        let bottom = numeral::read(p.reading, e + 1).filter(|b| b.digits && p.glued(e + 1) && b.tokens.end == e + 2)?;
        let denominator = bottom.value.whole().filter(|&d| d > 1)?;
        let chain = p.raw(e + 2) == "/" && p.glued(e + 2);
        // "120/80" and "1/0" are no fractions.
        let improper = numerator.abs() >= denominator && denominator > 16;
        return if chain || improper {
            None
        } else {
            of_fraction(n.tokens.start..e + 2, numerator.into(), denominator.into())
        };
    }
    let spaced = p.is(e, Class::DASH) && !p.glued(e) && !p.glued(e + 1) && p.lower(e + 1).ends_with('s');
    let at = e + usize::from(p.hyphen(e) || spaced);
    let (bottom, end, plural) = denominator(p, at)?;
    // "four million and two thirds": the fraction is of the last power, and only of the number behind "and".
    if !n.digits
        && n.tokens.len() > 2
        && p.lower(e - 2) == "and"
        && plural == (p.word(e - 1).cardinal != Some(1))
        && let Some(top) = p.word(e - 1).cardinal.filter(|&c| c < 10).map(i64::from)
    {
        let scale = power(p, e - 3).filter(|s| *s >= Exact::from(1000)).unwrap_or(1.into());
        let base = Exact::from(numerator - top);
        let whole_top = base.times(bottom.into())?.plus(scale.times(top.into())?)?;
        return of_fraction(n.tokens.start..end, whole_top, bottom.into());
    }
    // "three quarters" alone are nine months of a financial year; "two halves" those of a match.
    let whole = match p.lower(end - 1) {
        "quarter" | "quarters" => {
            p.lower(end) == "of"
                || at > e
                || power(p, end).is_some()
                || !p.has(end)
                || numerator == 3 && p.is(end, Class::STOP)
        }
        "halves" => numerator > 2,
        _ => true,
    };
    let agrees = plural == (numerator != 1) || p.hyphen(e);
    // "one fifth-place finish" and "a 60 second spot": a singular behind more than one is an ordinal or a unit.
    (whole && agrees && !p.hyphen(end)).then(|| of_fraction(n.tokens.start..end, numerator.into(), bottom.into()))?
}

/// "10 1/2", "5½", "two and a half", "one million and a quarter".
pub(crate) fn mixed(p: &Passage<'_>, n: &Number) -> Option<Number> {
    let e = n.tokens.end;
    let base = n.value.whole().filter(|_| n.fraction.is_none()).map(Exact::from)?;
    let add = |part: Number| -> Option<Number> {
        let (a, b) = part.fraction.filter(|(a, b)| a < b)?;
        let scale = n.magnitude.unwrap_or(1.into());
        let top = base.times(b)?.plus(a.times(scale)?)?;
        let tokens = n.tokens.start..part.tokens.end;
        Some(Number { fraction: Some((top, b)), magnitude: None, ..whole(tokens, quotient(top, b)?) })
    };
    if p.is(e, Class::NUMERIC) {
        return add(basic(p, e)?);
    }
    // "10 1/2", and "2-1/2" as agencies write it
    let part = e + usize::from(p.hyphen(e));
    let apart = part > e || !p.glued(e);
    if p.is(part, Class::DIGITS) && apart && matches!(p.raw(part + 1), "/" | "⁄") && n.digits && n.magnitude.is_none()
    {
        return add(fraction(p, &basic(p, part)?)?);
    }
    let mut at = e + usize::from(p.hyphen(e));
    if p.lower(at) != "and" {
        return None;
    }
    at += 1 + usize::from(p.hyphen(at + 1));
    if matches!(p.lower(at), "a" | "an") {
        at += 1 + usize::from(p.hyphen(at + 1));
        let (bottom, end, plural) = denominator(p, at)?;
        if plural || power(p, end).is_some() && n.magnitude.is_some() {
            return None;
        }
        return add(of_fraction(e..end, 1.into(), bottom.into())?);
    }
    let top = numeral::read(p.reading, at).filter(|t| !t.digits && !t.ordinal && t.tokens.len() <= 3)?;
    add(fraction(p, &whole(top.tokens, top.value))?)
}

/// "five and a half million", "three quarters billion", "two thirds of a million".
pub(crate) fn scaled(p: &Passage<'_>, n: Number) -> Number {
    let Some((top, bottom)) = n.fraction else { return n };
    let e = n.tokens.end;
    let at = if p.reads(e, &["of", "a"]) { e + 2 } else { e };
    let Some(power) = power(p, at) else { return n };
    let product = top.times(power).and_then(|top| quotient(top, bottom));
    match product {
        Some(value) => Number { digits: n.digits, magnitude: Some(power), ..whole(n.tokens.start..at + 1, value) },
        None => n,
    }
}

/// "one in three", "two out of seven", "nine in every ten".
pub(crate) fn odds(p: &Passage<'_>, n: &Number) -> Option<Number> {
    let e = n.tokens.end;
    let at = match p.lower(e) {
        "in" => e + 1 + usize::from(p.lower(e + 1) == "every"),
        // "one over three", read aloud: nothing may follow, or "over" blurs ("2,000 over 3 years").
        "over" if n.magnitude.is_none() => e + 1,
        // "a one-in-four chance"
        "-" if p.hyphen(e) && p.lower(e + 1) == "in" && p.hyphen(e + 2) => e + 3,
        "out" if p.lower(e + 1) == "of" => e + 2 + usize::from(p.lower(e + 2) == "every"),
        // "a 3-for-2 stock split"
        "-" if p.hyphen(e) && p.lower(e + 1) == "for" && p.hyphen(e + 2) => e + 3,
        _ => return None,
    };
    let top = n.value.whole().filter(|&t| t > 0 && n.fraction.is_none() && n.magnitude.is_none())?;
    let bottom = numeral::read(p.reading, at).filter(|b| !b.ordinal && b.tokens.end <= p.end)?;
    let split = p.lower(e + 1) == "for";
    let either = split || p.lower(e) == "over";
    let value = bottom.value.whole().filter(|&b| (b > top || either && b > 0) && b <= LONGEST_ODDS)?;
    let end = bottom.tokens.end;
    // "killed two in 2016", "three in 10 minutes", "five in 3.2 million", "1 in 5,000 dollars" are no odds.
    let year = bottom.digits && bottom.tokens.len() == 1 && (1500..2100).contains(&value) && p.lower(e) == "in";
    let measured =
        p.word(end).unit.is_some() || p.is(end, Class::PERCENT | Class::CURRENCY) || p.is(at, Class::CURRENCY);
    let runs_on =
        p.glued(end) && (p.is(end, Class::WORD | Class::DASH) || p.is(end + 1, Class::DIGITS) && p.glued(end + 1));
    let over = p.lower(e) == "over" && p.has(end) && !p.is(end, Class::STOP);
    if year || measured || runs_on || over {
        return None;
    }
    Some(Number { odds: true, ..of_fraction(n.tokens.start..end, top.into(), value.into())? })
}

/// "half a million", "half of", "a quarter of", "a third of", "quarter million", "half an hour".
pub(crate) fn half(p: &Passage<'_>, i: usize) -> Option<Number> {
    let denominator: i64 = match p.lower(i) {
        "half" => 2,
        "quarter" => 4,
        _ => {
            // "a third of the seats": an ordinal behind the article with "of" behind it.
            let ordinal = p.word(i).ordinal.filter(|&o| o > 2)?;
            let alone = matches!(p.lower(i.wrapping_sub(1)), "a" | "an") && !p.hyphen(i + 1);
            let partitive = p.lower(i + 1) == "of" && !p.is(i + 2, Class::MONTH);
            return if alone && (partitive || measured(p, i)) {
                of_fraction(i..i + 1, 1.into(), i64::from(ordinal).into())
            } else {
                None
            };
        }
    };
    // "half a million", "half-dozen"
    let article = usize::from(matches!(p.lower(i + 1), "a" | "an"));
    let between = article + usize::from(p.hyphen(i + 1));
    let one = || of_fraction(i..i + 1, 1.into(), denominator.into());
    if let Some(power) = power(p, i + 1 + between).or_else(|| (p.lower(i + 1 + between) == "dozen").then(|| 12.into()))
    {
        let end = i + 2 + between;
        let value = power.times(quotient(1.into(), denominator.into())?)?;
        return Some(Number { digits: false, magnitude: Some(power), ..whole(i..end, value) });
    }
    let before = p.lower(i.wrapping_sub(1));
    if denominator == 4 {
        let counted = matches!(before, "a" | "one") && p.lower(i + 1) == "of" && !p.is(i + 2, Class::DIGITS);
        return if counted || before == "a" && measured(p, i) { one() } else { None };
    }
    // "the second half", "half past", "half-time", "half brother", "in half": halves that are no shares.
    let period = p.word(i.wrapping_sub(1)).ordinal.is_some() || matches!(before, "last" | "other" | "in" | "better");
    let share = match p.lower(i + 1) {
        "of" => !period,
        "the" | "its" | "his" | "her" | "their" | "our" | "my" | "all" | "that" | "those" | "these" => !period,
        "a" | "an" => p.word(i + 2).unit.is_some() || p.lower(i + 2) == "percentage",
        _ => {
            !period
                && p.before(i, 2, |w| {
                    matches!(w, "than" | "about" | "nearly" | "almost" | "over" | "roughly" | "around" | "by" | "least")
                })
        }
    };
    if share { of_fraction(i..i + 1 + article, 1.into(), 2.into()) } else { None }
}

/// "fell by a third", "rose almost a quarter": a part without a whole, behind a verb of change or a word that blurs it. Without
/// one, "a third was wounded" is one more person.
fn measured(p: &Passage<'_>, i: usize) -> bool {
    let before = p.lower(i.wrapping_sub(2));
    let told = CHANGES.contains_key(before)
        || matches!(
            before,
            "by" | "than"
                | "nearly"
                | "almost"
                | "about"
                | "roughly"
                | "around"
                | "over"
                | "under"
                | "least"
                | "only"
                | "just"
        );
    told && !p.content(i + 1) && !p.hyphen(i + 1) && !p.is(i + 1, Class::DIGITS | Class::NUMBER)
}

/// "½" and its like.
pub(crate) fn vulgar(glyph: &str) -> Option<(i64, i64)> {
    Some(match glyph {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅐" => (1, 7),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        "⅑" => (1, 9),
        "⅒" => (1, 10),
        _ => return None,
    })
}

/// The quotient, exact where it ends within [`FRACTION_DIGITS`].
pub(crate) fn quotient(n: Exact, d: Exact) -> Option<Exact> {
    let value = n.0.checked_div(d.0)?;
    value.round_sf_with_strategy(FRACTION_DIGITS, RoundingStrategy::MidpointAwayFromZero).map(|v| Exact(v.normalize()))
}

pub(crate) fn of_fraction(tokens: Range<usize>, n: Exact, d: Exact) -> Option<Number> {
    Some(Number { fraction: Some((n, d)), digits: false, ..whole(tokens, quotient(n, d)?) })
}

/// The denominator in words at `i`: "third", "fifths", "twenty-first"; answers the token behind it and whether it is plural.
pub(crate) fn denominator(p: &Passage<'_>, i: usize) -> Option<(i64, usize, bool)> {
    let of = |word: &str| -> Option<(i64, bool)> {
        match word {
            "half" => return Some((2, false)),
            "halves" => return Some((2, true)),
            "quarter" => return Some((4, false)),
            "quarters" => return Some((4, true)),
            _ => {}
        }
        let (word, plural) = word.strip_suffix('s').map_or((word, false), |singular| (singular, true));
        let value = copydesk_core::lang::en::lexicon::look_up(word).ordinal?;
        Some((i64::from(value), plural))
    };
    if let Some((value, plural)) = of(p.lower(i)) {
        return (value > 2 || matches!(p.lower(i), "half" | "halves")).then_some((value, i + 1, plural));
    }
    let tens = i64::from(p.word(i).cardinal.filter(|&c| c >= 20 && c % 10 == 0)?);
    let at = i + 1 + usize::from(p.hyphen(i + 1));
    let (ones, plural) = of(p.lower(at)).filter(|o| o.0 < 10)?;
    Some((tens + ones, at + 1, plural))
}
