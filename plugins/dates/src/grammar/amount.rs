//! How many: "three", "18", "two and a half", "a couple of", "several".

use crate::timex::{Amount, Unit};
use copydesk_core::lang::numeral::{self, Numeral};
use copydesk_core::lang::{Cue, Term};
use copydesk_core::{Class, Exact, Reading};

/// An amount as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantity {
    pub amount: Amount,
    /// The token behind it.
    pub end: usize,
    /// "a couple of years": two, more or less.
    pub rough: bool,
    /// "ten-plus years", "10+ years"
    pub or_more: bool,
    /// "a year", "an hour": an article and no number.
    pub article: bool,
}

/// The unit of time at a token. "second" alone is an ordinal far more often, so it counts only in the plural or behind a hyphen.
pub(super) fn unit(r: &Reading<'_>, i: usize) -> Option<Unit> {
    r.word(i).unit.and_then(Unit::of)
}

/// The unit that an amount counts, with the words that may stand before it; answers the token behind it.
pub(super) fn counted_unit(r: &Reading<'_>, i: usize) -> Option<(Unit, usize)> {
    let hyphen = usize::from(r.is(i, Class::DASH) && r.glued(i));
    let at = i + hyphen;
    if let Some(unit) = unit(r, at) {
        return Some((unit, at + 1));
    }
    if r.word(at).cue.any(Cue::BETWEEN) { Some((unit(r, at + 1)?, at + 2)) } else { None }
}

fn half() -> Exact {
    "0.5".parse().unwrap_or_else(|_| 0.into())
}

/// "and a half" behind a number or a unit; answers the token behind it.
pub(super) fn and_a_half(r: &Reading<'_>, i: usize) -> Option<usize> {
    let at = i + usize::from(r.is(i, Class::DASH));
    if r.term(at) != Term::And {
        return None;
    }
    let mut at = at + 1 + usize::from(r.is(at + 1, Class::DASH));
    // "two and a half", "three and one-half", "two-and-a-half"
    at += usize::from(matches!(r.term(at), Term::A | Term::One));
    at += usize::from(r.is(at, Class::DASH));
    (r.term(at) == Term::Half).then_some(at + 1)
}

/// Reads an amount.
pub(super) fn read(r: &Reading<'_>, i: usize) -> Option<Quantity> {
    let plain = |amount, end| Quantity { amount, end, rough: false, or_more: false, article: false };
    let exact = |n: i64, end| plain(Amount::Exact(n.into()), end);
    match r.term(i) {
        Term::A | Term::An => {
            return Some(match r.term(i + 1) {
                Term::Couple => {
                    let of = usize::from(r.term(i + 2) == Term::Of);
                    Quantity { rough: true, ..exact(2, i + 2 + of) }
                }
                Term::Few | Term::Handful => {
                    let of = usize::from(r.term(i + 2) == Term::Of);
                    plain(Amount::Some, i + 2 + of)
                }
                Term::Half => return read(r, i + 1),
                _ => match numeral::read(r, i) {
                    Some(number) if number.tokens.len() > 1 && !number.ordinal => {
                        plain(Amount::Exact(number.value), number.tokens.end)
                    }
                    _ => Quantity { article: true, ..exact(1, i + 1) },
                },
            });
        }
        Term::Half => {
            // "half a million years"
            if let Some(number) = numeral::read(r, i) {
                return Some(plain(Amount::Exact(number.value), number.tokens.end));
            }
            let article = usize::from(matches!(r.term(i + 1), Term::A | Term::An));
            let dash = usize::from(article == 0 && r.is(i + 1, Class::DASH));
            // "half a dozen months", "a half-dozen years"
            let at = i + 1 + article + dash;
            if r.word(at).cardinal == Some(12) {
                return Some(exact(6, at + 1));
            }
            return Some(plain(Amount::Exact(half()), i + 1 + article + dash));
        }
        // "some hours later"; "some 20 years" is about twenty.
        Term::Some if r.word(i + 1).plural && unit(r, i + 1).is_some() => return Some(plain(Amount::Some, i + 1)),
        // "the second attack in as many days"
        Term::Many if r.term(i.wrapping_sub(1)) == Term::As => return None,
        Term::Several | Term::Few | Term::Many => return Some(plain(Amount::Some, i + 1)),
        Term::Dozens if r.term(i + 1) == Term::Of => {
            let more = usize::from(r.word(i + 2).power.is_some()) * 2;
            return Some(plain(Amount::Some, i + 2 + more));
        }
        Term::Couple if r.term(i + 1) == Term::Of => return Some(Quantity { rough: true, ..exact(2, i + 2) }),
        _ => {}
    }
    if !r.is(i, Class::DIGITS | Class::NUMBER) {
        return None;
    }
    // "the 1988 quarter", "a 2030 week": four digits before a singular are a year.
    if r.is(i, Class::DIGITS) && r.raw(i).len() == 4 && unit(r, i + 1).is_some() && !r.word(i + 1).plural {
        return None;
    }
    // "5 1/2 hours", "1/2 hour"
    if r.is(i, Class::DIGITS) && r.raw(i).len() <= 4 {
        let fraction = |at: usize| r.raw(at) == "1" && r.term(at + 1) == Term::Slash && r.raw(at + 2) == "2";
        if fraction(i) {
            return Some(plain(Amount::Exact(half()), i + 3));
        }
        let whole: Option<Exact> = r.raw(i).parse().ok();
        let dash = usize::from(r.is(i + 1, Class::DASH));
        if fraction(i + 1 + dash) {
            return Some(plain(Amount::Exact(whole?.plus(half())?), i + 4 + dash));
        }
        if r.raw(i + 1) == "½" {
            return Some(plain(Amount::Exact(whole?.plus(half())?), i + 2));
        }
    }
    let number = numeral::read(r, i)?;
    if number.ordinal {
        return None;
    }
    let end = number.tokens.end;
    let dash = usize::from(r.is(end, Class::DASH) && r.glued(end));
    if r.term(end + dash) == Term::Plus && r.glued(end + dash) {
        return Some(Quantity { or_more: true, ..plain(Amount::Exact(number.value), end + dash + 1) });
    }
    match and_a_half(r, number.tokens.end) {
        Some(end) => Some(plain(Amount::Exact(number.value.plus(half())?), end)),
        None => Some(plain(Amount::Exact(number.value), number.tokens.end)),
    }
}

/// Reads an ordinal: "third", "21st", "twenty-first"; digits without their ending are passed over at once, for most numbers are none.
pub(super) fn ordinal(r: &Reading<'_>, i: usize) -> Option<Numeral> {
    let ended = r.glued(i + 1) && r.term(i + 1) == Term::OrdinalEnding;
    let may = if r.is(i, Class::DIGITS) { ended } else { r.is(i, Class::ORDINAL | Class::NUMBER) };
    if may { numeral::read(r, i).filter(|number| number.ordinal) } else { None }
}
