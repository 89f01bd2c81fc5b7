//! Years: "1998", "'98", "nineteen ninety-eight", "479 BC", and which bare number is one.

use super::Style;
use crate::filter;
use crate::meaning::Point;
use crate::timex::When;
use copydesk_core::lang::numeral;
use copydesk_core::lang::{Cue, Term};
use copydesk_core::{Class, Reading};

/// Years that a bare number of four digits is taken for without a word that leads to a year: from the oldest that news of our day
/// looks back to, to the furthest that plans and bonds reach.
const BARE_YEARS: std::ops::RangeInclusive<i16> = 1800..=2099;
/// The same in a story of the past, or behind an article ("the 1783 treaty").
const BARE_YEARS_OF_OLD: std::ops::RangeInclusive<i16> = 1500..=2099;

/// "BC", "B.C.", "BCE", "AD", "CE" behind a year; answers whether it is before Christ, and the token behind it.
pub(crate) fn era(r: &Reading<'_>, i: usize) -> Option<(bool, usize)> {
    match r.term(i) {
        Term::Bc if r.is(i, Class::UPPER) => Some((true, i + 1)),
        Term::Ad | Term::Ce if r.is(i, Class::UPPER) => Some((false, i + 1)),
        Term::B | Term::A | Term::C if r.is(i, Class::CAPITAL) => {
            let letter = |at: usize| r.glued(at) && r.term(at - 1) == Term::Dot && r.glued(at - 1);
            let bc = r.term(i) == Term::B;
            // "B.C.E." and "C.E." end on the letter that "B.C." and "A.D." have not.
            let common = i + if bc { 4 } else { 2 };
            let last = match r.term(i) {
                Term::C | Term::B if letter(common) && r.raw(common) == "E" => common,
                Term::A if letter(i + 2) && r.term(i + 2) == Term::D => i + 2,
                Term::B if letter(i + 2) && r.term(i + 2) == Term::C => i + 2,
                _ => return None,
            };
            let stop = usize::from(r.term(last + 1) == Term::Dot && r.glued(last + 1));
            Some((bc, last + 1 + stop))
        }
        _ => None,
    }
}

/// A year with its era: "479 BC", "79 AD", "AD 79".
pub(super) fn era_year(r: &Reading<'_>, i: usize) -> Option<(i16, usize)> {
    let number = |at: usize| -> Option<i16> {
        let digits = r.is(at, Class::DIGITS) && r.raw(at).len() <= 4;
        if digits { r.raw(at).parse().ok().filter(|y| *y > 0) } else { None }
    };
    if let Some((false, at)) = era(r, i) {
        return number(at).map(|year| (year, at + 1));
    }
    let year = number(i)?;
    let (bc, end) = era(r, i + 1)?;
    Some((if bc { -year } else { year }, end))
}

/// A year in four digits, or in words where `worded`: "nineteen ninety-eight", "two thousand five".
pub(super) fn year(r: &Reading<'_>, i: usize, worded: bool) -> Option<(i16, usize)> {
    if let Some(found) = era_year(r, i) {
        return Some(found);
    }
    if r.is(i, Class::DIGITS) {
        if r.raw(i).len() != 4 {
            return None;
        }
        let year = r.raw(i).parse().ok().filter(|y| (1000..=2999).contains(y))?;
        let runs_on = r.glued(i + 1)
            && (r.is(i + 1, Class::WORD | Class::PERCENT | Class::CURRENCY)
                || matches!(r.term(i + 1), Term::Comma | Term::Dot | Term::Colon | Term::Slash)
                    && r.glued(i + 2)
                    && r.is(i + 2, Class::DIGITS)
                    // "winter 2029/30"
                    && !(r.term(i + 1) == Term::Slash && r.raw(i + 2).len() == 2 && r.raw(i + 2).parse() == Ok((year + 1) % 100)));
        let inside = r.glued(i)
            && (r.is(i - 1, Class::CURRENCY | Class::WORD)
                || matches!(r.raw(i - 1), "#" | "@" | "_" | "+" | "&" | "=" | "/" | ":")
                || matches!(r.term(i - 1), Term::Dot | Term::Comma)
                    && r.is(i.wrapping_sub(2), Class::DIGITS)
                    && r.glued(i - 1));
        return (!runs_on && !inside).then_some((year, i + 1));
    }
    // "'98"
    if r.is(i, Class::QUOTE) && r.glued(i + 1) && r.is(i + 1, Class::DIGITS) && r.raw(i + 1).len() == 2 && !r.glued(i) {
        let short: i16 = r.raw(i + 1).parse().ok()?;
        let runs_on = r.glued(i + 2) && r.is(i + 2, Class::WORD | Class::PERCENT | Class::QUOTE | Class::DASH);
        return (!runs_on).then_some((short + if short < 30 { 2000 } else { 1900 }, i + 2));
    }
    if !worded || !r.is(i, Class::NUMBER) {
        return None;
    }
    let first = numeral::read(r, i).filter(|n| !n.digits && !n.ordinal)?;
    let value = first.value.whole()?;
    match value {
        2000..=2099 => Some((value as i16, first.tokens.end)),
        13..=20 => {
            let dash = usize::from(r.is(first.tokens.end, Class::DASH));
            let second = numeral::read(r, first.tokens.end + dash).filter(|n| !n.digits && !n.ordinal)?;
            let rest = second.value.whole().filter(|n| (10..=99).contains(n))?;
            // "in twenty ten-minute talks"
            if r.is(second.tokens.end, Class::DASH) && r.glued(second.tokens.end) {
                return None;
            }
            Some((value as i16 * 100 + rest as i16, second.tokens.end))
        }
        _ => None,
    }
}

/// What is counted in thousands and stands behind a bare number: "2000 people".
pub(super) fn is_counted(r: &Reading<'_>, i: usize) -> bool {
    // "In 2007 Strong was charged": a name is not counted.
    let name = || filter::is_capital(r, i) && !r.is(i, Class::UPPER);
    r.word(i).cue.any(Cue::COUNTED) && !name() || amount_unit(r, i)
}

fn amount_unit(r: &Reading<'_>, i: usize) -> bool {
    r.is(i, Class::TIME_UNIT) && r.word(i).plural
}

/// Reads a year that stands alone. `None` for a number that is none, or a name.
pub(super) fn bare_year(r: &Reading<'_>, i: usize, style: Style) -> Option<(Point, usize)> {
    if let Some((year, end)) = era_year(r, i) {
        return Some((Point::Fixed(When::Year(Some(year))), end));
    }
    let before = r.term(i.wrapping_sub(1));
    let cue = r.word(i.wrapping_sub(1)).cue;
    // "c. 1200"
    let about = r.term(i.wrapping_sub(1)) == Term::Dot && matches!(r.term(i.wrapping_sub(2)), Term::C | Term::Ca);
    // "between 1190 and 1230"
    let between = before == Term::And
        && r.term(i.wrapping_sub(3)) == Term::Between
        && r.is(i.wrapping_sub(2), Class::DIGITS)
        && r.raw(i.wrapping_sub(2)).len() == 4;
    let leads = cue.any(Cue::YEAR) || about;
    if style.before_christ
        && r.is(i, Class::DIGITS)
        && r.raw(i).len() == 3
        && !r.glued(i + 1)
            | !matches!(r.term(i + 1), Term::Comma | Term::Dot | Term::Colon | Term::Hyphen | Term::Slash)
            | !(r.glued(i + 2) && r.is(i + 2, Class::DIGITS))
        && matches!(
            before,
            Term::In
                | Term::Of
                | Term::Since
                | Term::Until
                | Term::By
                | Term::Before
                | Term::After
                | Term::From
                | Term::During
                | Term::And
                | Term::To
        )
        && !is_counted(r, i + 1)
        && (!r.is(i + 1, Class::WORD) || r.is(i + 1, Class::FUNCTION))
    {
        // In a text that dates before Christ, a year may drop its "BC": "the rest of 496".
        let year: i16 = r.raw(i).parse().ok()?;
        return Some((Point::Fixed(When::Year(Some(-year))), i + 1));
    }
    let (year, end) = year(r, i, leads || matches!(r.term(i), Term::Nineteen | Term::Eighteen))?;
    // "bus No. 1998"
    let number = i.wrapping_sub(2);
    let numbered = cue.any(Cue::NUMBERED)
        || r.term(i.wrapping_sub(1)) == Term::Dot && r.term(number) == Term::No && r.is(number, Class::CAPITAL);
    // "a 2015 Toyota": the year of a model
    let model = r.is(end, Class::CAPITAL) && r.term(end) == Term::CarMake;
    if is_counted(r, end) || numbered || model {
        return None;
    }
    // "1909 Blake Street", "1802 Seventh Ave."
    let named = r.is(end + 1, Class::CAPITAL) && filter::is_street(r, end + 2);
    if r.is(end, Class::CAPITAL) && (filter::is_street(r, end + 1) || named) {
        return None;
    }
    let apostrophe = r.is(i, Class::QUOTE);
    if apostrophe && !leads {
        return None;
    }
    let hyphen = r.is(end, Class::DASH) && r.glued(end) && r.glued(end + 1) && r.is(end + 1, Class::WORD);
    // "a 2000-word essay" counts, "the 1967-built" dates; "$1,000-2000" is money.
    if hyphen && matches!(before, Term::A | Term::An) && !BARE_YEARS.contains(&year) {
        return None;
    }
    let joined = r.glued(i) && r.is(i.wrapping_sub(1), Class::DASH);
    if joined
        && !(r.is(i.wrapping_sub(2), Class::DIGITS | Class::MONTH)
            || matches!(r.term(i.wrapping_sub(2)), Term::Mid | Term::Late | Term::Early | Term::Pre))
    {
        return None;
    }
    // The last part of a telephone number: "555-1914", "555-1914-1918".
    let third =
        joined && r.glued(i - 2) && r.is(i.wrapping_sub(3), Class::DASH) && r.is(i.wrapping_sub(4), Class::DIGITS);
    // "flight 1914-1918"
    let pair = joined && r.is(i.wrapping_sub(2), Class::DIGITS);
    if pair && r.word(i.wrapping_sub(3)).cue.any(Cue::NUMBERED) {
        return None;
    }
    if third || joined && r.is(i.wrapping_sub(2), Class::DIGITS) && r.raw(i - 2).len() != 4 {
        return None;
    }
    // "a score of 2012-1998" runs back.
    let before_it = if pair { r.raw(i - 2).parse::<i16>().ok() } else { None };
    let dash = r.is(end, Class::DASH) && r.glued(end) && r.glued(end + 1);
    let behind_it = if dash && r.raw(end + 1).len() == 4 { r.raw(end + 1).parse::<i16>().ok() } else { None };
    if before_it.is_some_and(|other| other > year) || behind_it.is_some_and(|other| other < year) {
        return None;
    }
    let led = between
        || leads
            && !matches!(
                before,
                Term::The
                    | Term::A
                    | Term::And
                    | Term::To
                    | Term::Of
                    | Term::For
                    | Term::Or
                    | Term::Than
                    | Term::About
                    | Term::Around
                    | Term::His
                    | Term::Her
                    | Term::Their
            );
    if led {
        return Some((Point::Fixed(When::Year(Some(year))), end));
    }
    // "the 1783 treaty", but "he ran the 1500 in 3:45"
    let noun = r.is(end, Class::WORD) && !r.is(end, Class::FUNCTION);
    let years = if style.narrative || before == Term::The && noun { BARE_YEARS_OF_OLD } else { BARE_YEARS };
    if !years.contains(&year) {
        return None;
    }
    // "a model 1998 saloon", "Windows 2000": a name goes before the number without a comma.
    let named = r.is(i.wrapping_sub(1), Class::CAPITAL)
        && !r.is(i.wrapping_sub(1), Class::FUNCTION | Class::MONTH | Class::WEEKDAY);
    let event = matches!(
        before,
        Term::Occasion | Term::Spring | Term::Summer | Term::Autumn | Term::Fall | Term::Winter | Term::Election
    );
    if named && !event {
        return None;
    }
    Some((Point::Fixed(When::Year(Some(year))), end))
}
