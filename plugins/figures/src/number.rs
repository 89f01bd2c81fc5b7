//! The number itself: whole numbers and decimals (read by core), fractions, ratios, vague amounts, powers in digits.

use crate::fraction::{fraction, half, mixed, odds, of_fraction, scaled, vulgar};
use crate::passage::Passage;
use copydesk_core::lang::en::numeral;
use copydesk_core::{Class, Exact};
use rust_decimal::Decimal;
use std::ops::Range;

/// Scientific powers beyond this leave the range of exact numbers.
const LARGEST_EXPONENT: i64 = 27;

/// A number as it stands in the text.
#[derive(Clone, Debug)]
pub(crate) struct Number {
    pub tokens: Range<usize>,
    pub value: Exact,
    /// Numerator and denominator of a fraction or a ratio.
    pub fraction: Option<(Exact, Exact)>,
    /// "one in three" rather than "a third".
    pub odds: bool,
    /// What a vague amount implies: "thousands" is 1,000 to 10,000.
    pub implied: Option<(Exact, Exact)>,
    pub ordinal: bool,
    pub digits: bool,
    /// The power of ten that it ends with: a million for "1.2 million".
    pub magnitude: Option<Exact>,
}

/// Reads the longest number that begins at `i`.
pub(crate) fn read(p: &Passage<'_>, i: usize) -> Option<Number> {
    let number = basic(p, i)?;
    if number.ordinal || number.implied.is_some() {
        return Some(number);
    }
    let number = scientific(p, &number).unwrap_or(number);
    let number = point(p, &number).unwrap_or(number);
    let number = plural_power(p, &number).unwrap_or(number);
    let number = fraction(p, &number).or_else(|| mixed(p, &number)).unwrap_or(number);
    let number = scaled(p, number);
    Some(odds(p, &number).unwrap_or(number))
}

pub(crate) fn basic(p: &Passage<'_>, i: usize) -> Option<Number> {
    if p.is(i, Class::NUMERIC) {
        let (n, d) = vulgar(p.raw(i))?;
        return of_fraction(i..i + 1, n.into(), d.into());
    }
    if let Some(number) = vague(p, i).or_else(|| half(p, i)) {
        return Some(number);
    }
    let plain = |n: numeral::Numeral| {
        let magnitude = power(p, n.tokens.end - 1).or_else(|| glued_scale(p.lower(n.tokens.end - 1)));
        Number {
            tokens: n.tokens,
            value: n.value,
            fraction: None,
            odds: false,
            implied: None,
            ordinal: n.ordinal,
            digits: n.digits,
            magnitude,
        }
    };
    let read = numeral::read(p.reading, i).filter(|n| n.tokens.end <= p.end);
    match read {
        // "one sixth" is a fraction, "one sixth-former" no ordinal either: the ordinal behind a plain "one" is a denominator.
        Some(n) => Some(plain(n)),
        None => {
            let point = p.raw(i) == "." && p.is(i + 1, Class::DIGITS) && p.glued(i + 1) && !p.glued(i);
            let text = point.then(|| p.raw(i + 1)).filter(|digits| digits.len() <= 20)?;
            let value = Decimal::try_from_i128_with_scale(text.parse().ok()?, text.len() as u32).ok()?;
            Some(Number { tokens: i..i + 2, ..whole(i..i + 2, Exact(value)) })
        }
    }
}

pub(crate) fn whole(tokens: Range<usize>, value: Exact) -> Number {
    Number { tokens, value, fraction: None, odds: false, implied: None, ordinal: false, digits: true, magnitude: None }
}

/// The value of a singular power of ten ("million").
pub(crate) fn power(p: &Passage<'_>, i: usize) -> Option<Exact> {
    let word = p.word(i);
    let exponent = word.power.filter(|_| !word.text.ends_with('s'))?;
    10_i64.checked_pow(u32::from(exponent)).map(Exact::from)
}

fn glued_scale(suffix: &str) -> Option<Exact> {
    match suffix {
        "mn" | "mln" | "mil" | "mio" => Some(1_000_000.into()),
        "bn" | "bln" => Some(1_000_000_000.into()),
        "tn" | "trn" | "tln" => Some(1_000_000_000_000.into()),
        _ => None,
    }
}

/// The first year of a decade of life.
pub(crate) fn decade(word: &str) -> Option<i64> {
    if !word.ends_with("ies") && word != "teens" {
        return None;
    }
    Some(match word {
        "teens" => 13,
        "twenties" => 20,
        "thirties" => 30,
        "forties" => 40,
        "fifties" => 50,
        "sixties" => 60,
        "seventies" => 70,
        "eighties" => 80,
        "nineties" => 90,
        _ => return None,
    })
}

/// "thousands", "tens of thousands", "several hundred", "a few dozen".
fn vague(p: &Passage<'_>, i: usize) -> Option<Number> {
    let amount = |at: usize| -> Option<i64> {
        match p.lower(at) {
            "tens" => Some(10),
            "dozens" => Some(12),
            "scores" => Some(20),
            "hundreds" | "thousands" | "millions" | "billions" | "trillions" | "lakhs" | "crores" => {
                10_i64.checked_pow(u32::from(p.word(at).power?))
            }
            _ => None,
        }
    };
    if let Some(first) = amount(i) {
        let mut end = i + 1;
        let mut low = Exact::from(first);
        let follows = p.lower(end) == "of";
        if let Some(next) = (follows || p.lower(end) == "and").then(|| amount(end + 1)).flatten() {
            low = low.times(next.into())?;
            end += 2;
        } else if matches!(first, 10 | 20) || first == 12 && !follows && p.hyphen(end) {
            // "tens of them" is rare, "scores" more often a verb or a result.
            if !follows {
                return None;
            }
        }
        let (low, high) = match first {
            12 if low == 12.into() => (24.into(), 99.into()),
            20 if low == 20.into() => (40.into(), 99.into()),
            _ => (low, low.times(10.into())?),
        };
        return Some(Number { implied: Some((low, high)), digits: false, ..whole(i..end, low) });
    }
    // "in his early twenties"
    if let Some(low) = decade(p.lower(i)).filter(|_| p.before(i, 2, |w| matches!(w, "his" | "her" | "their" | "my"))) {
        let implied = Some((low.into(), (low + 9).into()));
        return Some(Number { implied, digits: false, ..whole(i..i + 1, low.into()) });
    }
    let (least, mut at) = match p.lower(i) {
        "several" => (3, i + 1),
        "few" => (2, i + 1),
        "many" => (2, i + 1),
        "couple" => (2, i + 1 + usize::from(p.lower(i + 1) == "of")),
        _ => return None,
    };
    let most = if p.lower(i) == "couple" { 3 } else { 9 };
    let mut unit = Exact::from(1);
    let from = at;
    while let Some(factor) = power(p, at).or_else(|| (p.lower(at) == "dozen").then(|| 12.into())) {
        unit = unit.times(factor)?;
        at += 1;
    }
    if at == from {
        return None;
    }
    let implied = Some((unit.times(least.into())?, unit.times(most.into())?));
    Some(Number { implied, digits: false, ..whole(i..at, unit) })
}

/// "1e10", "3.17×10−5", "5.81x10^-4".
fn scientific(p: &Passage<'_>, n: &Number) -> Option<Number> {
    let e = n.tokens.end;
    if !n.digits || !p.glued(e) && p.raw(e) != "×" {
        return None;
    }
    let mut at = match p.lower(e) {
        "e" => e + 1,
        "x" | "×" | "*" if p.raw(e + 1) == "10" => e + 2 + usize::from(p.raw(e + 2) == "^"),
        _ => return None,
    };
    if let Some((exponent, end)) = superscript(p, at) {
        return powered(n, exponent, end);
    }
    let negative = p.is(at, Class::DASH) && p.glued(at);
    at += usize::from(negative || p.raw(at) == "+" && p.glued(at));
    let digits = Some(p.raw(at)).filter(|_| p.is(at, Class::DIGITS) && p.glued(at))?;
    let exponent = digits.parse::<i64>().ok()?;
    powered(n, if negative { -exponent } else { exponent }, at + 1)
}

/// The number times so many tens; `None` where an exact number can't hold it.
fn powered(n: &Number, exponent: i64, end: usize) -> Option<Number> {
    let mut power = Decimal::ONE;
    for _ in 0..Some(exponent.abs()).filter(|&x| x <= LARGEST_EXPONENT)? {
        power = power.checked_mul(Decimal::TEN)?;
    }
    let value = if exponent < 0 { n.value.0.checked_div(power)? } else { n.value.0.checked_mul(power)? };
    Some(Number { tokens: n.tokens.start..end, value: Exact(value.normalize()), ..n.clone() })
}

/// The exponent in raised digits at `i`, "³", "⁻⁵", and the token behind it.
fn superscript(p: &Passage<'_>, i: usize) -> Option<(i64, usize)> {
    /// No exponent of an exact number is longer, its sign included.
    const LONGEST: usize = 3;
    let (mut at, mut text) = (i, String::new());
    while p.glued(at) && at < i + LONGEST {
        let raised = |c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|digit| digit == c);
        let plain = |c: char| if c == '⁻' { Some('-') } else { char::from_digit(raised(c)? as u32, 10) };
        let Some(digits) = p.raw(at).chars().take(LONGEST + 1).map(plain).collect::<Option<String>>() else { break };
        text.push_str(&digits);
        at += 1;
    }
    text.parse().ok().map(|exponent| (exponent, at))
}

/// "two point five", "nought point nought seven": read digit by digit, or as one number ("point seventy-one").
fn point(p: &Passage<'_>, n: &Number) -> Option<Number> {
    let e = n.tokens.end;
    if n.digits || p.lower(e) != "point" || n.value.whole().is_none() {
        return None;
    }
    let (mut at, mut digits, mut scale) = (e + 1, 0_i64, 0_u32);
    while let Some(digit) = p.word(at).cardinal.filter(|&c| c < 10 && scale < 15) {
        digits = digits * 10 + i64::from(digit);
        scale += 1;
        at += 1;
    }
    if scale == 0 {
        let tail = numeral::read(p.reading, at).filter(|t| !t.digits && !t.ordinal)?;
        digits = tail.value.whole().filter(|w| (10..100).contains(w))?;
        scale = 2;
        at = tail.tokens.end;
    }
    let value = n.value.plus(Exact(Decimal::try_from_i128_with_scale(digits.into(), scale).ok()?))?;
    // "one point two million"
    if let Some(power) = power(p, at) {
        let tokens = n.tokens.start..at + 1;
        return Some(Number { tokens, value: value.times(power)?, magnitude: Some(power), ..n.clone() });
    }
    Some(Number { tokens: n.tokens.start..at, value, ..n.clone() })
}

/// "three dozens", "two millions".
fn plural_power(p: &Passage<'_>, n: &Number) -> Option<Number> {
    let e = n.tokens.end;
    let factor = match p.lower(e) {
        "dozens" => Exact::from(12),
        "hundreds" | "thousands" | "millions" | "billions" | "trillions" | "lakhs" | "crores" => {
            10_i64.checked_pow(u32::from(p.word(e).power?))?.into()
        }
        _ => return None,
    };
    Some(Number { tokens: n.tokens.start..e + 1, value: n.value.times(factor)?, magnitude: Some(factor), ..n.clone() })
}
