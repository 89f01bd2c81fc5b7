//! Decades and centuries: "the '90s", "the nineties", "the early 20th century".

use super::amount;
use super::year::era;
use crate::meaning::Point;
use crate::timex::When;
use copydesk_core::lang::Term;
use copydesk_core::{Class, Reading};

/// The words that name the decades of a life before the last are at most so many tokens: "late teens to mid-".
const LONGEST_PART: usize = 8;

/// So many tokens before "the 80s" the word may stand that makes them degrees: "highs are expected to be in the 80s".
const DEGREES_REACH: usize = 8;

/// The tens of a decade in words.
fn decade_word(word: Term) -> Option<i16> {
    Some(match word {
        Term::Twenties => 2,
        Term::Thirties => 3,
        Term::Forties => 4,
        Term::Fifties => 5,
        Term::Sixties => 6,
        Term::Seventies => 7,
        Term::Eighties => 8,
        Term::Nineties => 9,
        _ => return None,
    })
}

/// Reads a decade: "1980s", "the '90s", "the nineties", "the 470s BC". `the` says whether its article, or "early", stands before it.
pub(super) fn decade(r: &Reading<'_>, i: usize, the: bool) -> Option<(Point, usize)> {
    named(r, i, the).filter(|_| !is_age(r, i) && !is_temperature(r, i))
}

fn named(r: &Reading<'_>, i: usize, the: bool) -> Option<(Point, usize)> {
    let quote = usize::from(r.is(i, Class::QUOTE) && r.glued(i + 1));
    let at = i + quote;
    if r.is(at, Class::DIGITS) {
        let digits = r.raw(at);
        // "the 1960's", of which the mark and its s are two tokens; "2030's results" has no article.
        let marked = matches!(r.raw(at + 1), "'" | "’") && r.term(at + 2) == Term::S && r.glued(at + 2);
        let joined = matches!(r.term(i.wrapping_sub(1)), Term::And | Term::Or | Term::To);
        let possessive = marked && (the || joined);
        if !digits.ends_with('0') || !r.glued(at + 1) || !(r.term(at + 1) == Term::S || possessive) {
            return None;
        }
        let number: i16 = digits.parse().ok()?;
        let mut end = at + 2 + usize::from(possessive);
        let bc = era(r, end).map(|(bc, behind)| {
            end = behind;
            bc
        });
        // "the 1800s" are a century; "the 2000s" are in news the ten years that have a name of their own.
        if digits.len() == 4 && digits.ends_with("00") && (1000..2000).contains(&number) {
            return Some((Point::Fixed(When::Century { hundreds: number / 100, bc: false }), end));
        }
        return match digits.len() {
            4 if (1000..=2990).contains(&number) => Some((decade_of(number / 10, false), end)),
            3 if bc.is_some() => Some((decade_of(number / 10, bc == Some(true)), end)),
            // "the '90s", "the 60s"; "in his 60s" is an age.
            2 if the || quote == 1 => Some((decade_of(number / 10 + if number < 20 { 200 } else { 190 }, false), end)),
            _ => None,
        };
    }
    if let Some(tens) = decade_word(r.term(at)).filter(|_| the && quote == 0) {
        return Some((decade_of(190 + tens, false), at + 1));
    }
    if r.term(i) == Term::Nineteen {
        let dash = usize::from(r.is(i + 1, Class::DASH));
        return Some((decade_of(190 + decade_word(r.term(i + 1 + dash))?, false), i + 2 + dash));
    }
    None
}

/// "in his late twenties", "in their mid-to-late 30s", "in their teens or early 20s": years of a life.
fn is_age(r: &Reading<'_>, i: usize) -> bool {
    let part = |at: usize| {
        let digits = r.is(at, Class::DIGITS) && r.term(at + 1) == Term::S;
        r.is(at, Class::DASH)
            || digits
            || decade_word(r.term(at)).is_some()
            || matches!(
                r.term(at),
                Term::Early | Term::Mid | Term::Late | Term::To | Term::Or | Term::And | Term::S | Term::Teens
            )
    };
    let owner = (i.saturating_sub(LONGEST_PART)..i).rev().find(|&at| !part(at));
    owner.is_some_and(|at| matches!(r.term(at), Term::His | Term::Her | Term::Their | Term::My | Term::Our))
}

/// "highs in the 80s", "temperatures in the upper 70s": degrees.
fn is_temperature(r: &Reading<'_>, i: usize) -> bool {
    (i.saturating_sub(DEGREES_REACH)..i).any(|at| r.term(at) == Term::Temperature)
}

const fn decade_of(tens: i16, bc: bool) -> Point {
    Point::Fixed(When::Decade { tens, bc })
}

/// Reads a century: "20th century", "the nineteenth century", "4th century BC".
pub(super) fn century(r: &Reading<'_>, i: usize) -> Option<(Point, usize)> {
    let number = amount::ordinal(r, i)?;
    let at = number.tokens.end + usize::from(r.is(number.tokens.end, Class::DASH));
    if !matches!(r.term(at), Term::Century) {
        // "the late 19th and early 20th centuries"
        let mut next = number.tokens.end + 1;
        next += usize::from(matches!(r.term(next), Term::The | Term::Early | Term::Late | Term::Mid));
        next += usize::from(r.is(next, Class::DASH));
        let joined = matches!(r.term(number.tokens.end), Term::And | Term::Or | Term::To);
        let second = amount::ordinal(r, next).filter(|_| joined)?;
        let hundreds = number.value.whole().filter(|n| (1..=30).contains(n))? as i16 - 1;
        let ends = matches!(r.term(second.tokens.end), Term::Century);
        return ends.then_some((Point::Fixed(When::Century { hundreds, bc: false }), number.tokens.end));
    }
    let of_era = era(r, at + 1);
    // "20th Century Fox"
    if of_era.is_none() && r.is(at, Class::CAPITAL) && r.is(at + 1, Class::CAPITAL) && !r.is(at + 1, Class::UPPER) {
        return None;
    }
    let hundreds = number.value.whole().filter(|n| (1..=30).contains(n))? as i16 - 1;
    let (bc, end) = of_era.unwrap_or((false, at + 1));
    Some((Point::Fixed(When::Century { hundreds, bc }), end))
}
