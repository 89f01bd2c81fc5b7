//! The gate: at which tokens an expression is worth reading. Most numbers of a text are none of a date, and fall here.

use crate::grammar::Style;
use copydesk_core::lang::{Cue, Term};
use copydesk_core::{Class, Reading, Token};

/// Whether an expression is worth reading at a token: a word of time, or digits that their neighbours may make a part of a date.
pub(crate) fn opens(r: &Reading<'_>, i: usize, token: Token, style: Style) -> bool {
    if !token.class.any(Class::DIGITS) {
        // "at that time": words that are too common for the lexicon's temporal class, which other plugins read, have a cue.
        let time = token.class.any(Class::MONTH | Class::WEEKDAY | Class::TIME_UNIT | Class::TEMPORAL);
        return if time { !is_of_age(r, i) && !is_modal(token) } else { token.word().cue.any(Cue::AWAY) };
    }
    match token.end - token.start {
        // "12 people", "45 percent": a day, an hour or a short year has a month, a sign, an ending or a word that joins beside it.
        1 | 2 => !is_inside_number(r, i) && (short_led(r, i) || short_followed(r, i)),
        // Years before Christ have three digits.
        3 => {
            let (before, next) = (i.wrapping_sub(1), i + 1);
            // "300-250 BC", "200 to 100 BC", "800s"
            let behind = next + usize::from(r.is(next, Class::DASH)) * 2;
            style.before_christ
                || r.is(behind, Class::UPPER)
                || matches!(r.term(behind), Term::B | Term::A | Term::C)
                || r.term(next) == Term::To
                || r.is(next, Class::WORD) && r.glued(next)
                || r.is(before, Class::UPPER)
                || r.is(before, Class::STOP) && r.term(i.wrapping_sub(2)) == Term::D
        }
        4 => true,
        _ => false,
    }
}

/// "a 14-year-old": ages are figures.
fn is_of_age(r: &Reading<'_>, i: usize) -> bool {
    r.is(i + 1, Class::DASH) && r.term(i + 2) == Term::Old && r.is(i, Class::TIME_UNIT)
}

/// "may" without its capital.
fn is_modal(token: Token) -> bool {
    token.term() == Term::May && !token.class.any(Class::CAPITAL)
}

/// The second half of "12.5" and "1,20", the five of "$5".
pub(crate) fn is_inside_number(r: &Reading<'_>, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    r.glued(i)
        && (r.is(before, Class::CURRENCY)
            || r.glued(before)
                && r.is(i.wrapping_sub(2), Class::DIGITS)
                && (r.is(before, Class::STOP) || r.term(before) == Term::Comma))
}

/// Whether what stands before one or two digits may lead to a date: "the 5", "May 5", "'85", "A.D. 79", "at 7".
fn short_led(r: &Reading<'_>, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    r.is(before, Class::MONTH | Class::STOP | Class::QUOTE)
        || i > 0
            && r.glued(i)
            && r.term(before) != Term::Plus
            && (!r.is(before, Class::WORD) || r.raw(before).len() <= 2)
        || matches!(r.term(before), Term::Ad | Term::The | Term::D)
        || r.word(before).cue.any(Cue::CLOCK) && r.is(i + 1, Class::WORD | Class::GLUED) && !is_joined_to_long(r, i)
}

/// "between 45 and 300"
fn is_joined_to_long(r: &Reading<'_>, i: usize) -> bool {
    matches!(r.term(i + 1), Term::And | Term::To | Term::Or) && r.is(i + 2, Class::DIGITS) && r.raw(i + 2).len() > 2
}

/// Whether what stands behind one or two digits may go on with a date: "5 May", "5–7", "7:30", "9/11", "80s", "5 and".
fn short_followed(r: &Reading<'_>, i: usize) -> bool {
    let next = i + 1;
    if r.is(next, Class::MONTH) {
        return true;
    }
    // "5–7 November", "5-May", "12-05-2031"; of "a 12-month loan" the unit gives the length away, "3-1" is a score.
    if r.is(next, Class::DASH) {
        return match r.class(i + 2) {
            class if class.any(Class::DIGITS) => {
                r.is(i + 3, Class::MONTH | Class::DASH | Class::GLUED) || is_joint(r.term(i + 3))
            }
            class if class.any(Class::WORD) => class.any(Class::MONTH) || matches!(r.term(i + 2), Term::To | Term::And),
            _ => true,
        };
    }
    if !r.is(next, Class::GLUED) {
        // "5 and 6 November", "from 7 to midnight"; but "between 45 and 300".
        let joined = matches!(r.term(next), Term::To | Term::And | Term::Or | Term::Through | Term::Ampersand);
        let short = r.is(i + 2, Class::DIGITS) && r.raw(i + 2).len() <= 2;
        return if joined {
            short || r.is(i + 2, Class::MONTH | Class::TEMPORAL | Class::NUMBER | Class::FUNCTION)
        } else {
            is_joint(r.term(next))
        };
    }
    if r.is(next, Class::WORD) {
        return true;
    }
    let digits = r.is(i + 2, Class::DIGITS);
    // "5, 6 and 7 November"
    if r.term(next) == Term::Comma && !r.glued(i + 2) {
        return digits;
    }
    // The sign behind "45." and "45%" ends a clause or a number; of "12.5" and "1,200" it is inside a number.
    let parts = digits && r.glued(i + 2);
    let split = r.glued(i + 3) && r.is(i + 3, Class::SIGN) && r.glued(i + 4) && r.is(i + 4, Class::DIGITS);
    // "7.30 p.m." and "15.40 GMT" are hours, "12.23" alone is a price.
    let hour = match r.term(next) {
        Term::Dot => is_joint(r.term(i + 3)) || r.is(i + 3, Class::CAPITAL) || r.term(i + 3) == Term::Local,
        _ => true,
    };
    parts && (split || r.raw(i + 2).len() == 2 && hour && !r.is(i + 3, Class::PERCENT))
        // "10: 14 AM", cut apart by a template
        || matches!(r.term(i + 3), Term::Am | Term::Pm | Term::A | Term::P)
}

/// Words that go on with a day or an hour behind its number.
fn is_joint(word: Term) -> bool {
    matches!(
        word,
        Term::Am
            | Term::Pm
            | Term::A
            | Term::P
            | Term::Of
            | Term::OClock
            | Term::In
            | Term::Bc
            | Term::Ad
            | Term::Ce
            | Term::B
            | Term::C
            | Term::Utc
            | Term::Past
    )
}
