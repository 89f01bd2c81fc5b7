//! Where somebody is reached: telephone numbers and numbers of houses, which are no figures.

use crate::aside::{Aside, aside};
use crate::passage::Passage;
use crate::role::Role;
use copydesk_core::Class;

/// Telephone numbers have at least and at most so many digits (ITU-T E.164 allows 15).
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;
/// So many tokens before a short number is it looked for a word that says that it is dialled.
const PHONE_CUE: usize = 4;
/// A house number, the name of a street and its kind: "220 South Martin Luther King Avenue".
const LONGEST_STREET: usize = 6;

/// "1-800-555-0142", "(020) 7946 0142", "+44 20 7946 0142", "text 5150".
pub(crate) fn phone(p: &Passage<'_>, i: usize) -> Option<Aside> {
    let mut start = i;
    let mut plus = false;
    let before = p.raw(i.wrapping_sub(1));
    if matches!(before, "+" | "(") && p.glued(i) {
        start = i - 1;
        plus = before == "+" || p.raw(i.wrapping_sub(2)) == "+";
        start -= usize::from(plus && before == "(");
    }
    let (mut end, mut groups, mut digits, mut dashes, mut brackets) =
        (i + 1, 1, p.raw(i).len(), 0, usize::from(before == "("));
    let mut same = true;
    let mut thousands = true;
    while groups < 8 {
        let (at, dash) = match p.raw(end) {
            "-" | "‐" | "‑" | "–" | "." | "/" if p.glued(end) && p.glued(end + 1) => (end + 1, true),
            ")" if p.is(end + 1, Class::DIGITS) && brackets > 0 => (end + 1, false),
            ")" if p.is(end + 1, Class::DASH) && brackets > 0 => (end + 2, true),
            "(" if p.raw(end + 2) == ")" && plus => {
                brackets += 1;
                (end + 1, false)
            }
            _ => (end, false),
        };
        if !p.is(at, Class::DIGITS) || p.raw(at).len() > 8 || (at == end && p.glued(at)) {
            break;
        }
        same &= !(at == end && !plus && brackets == 0);
        thousands &= p.raw(end) == "." && p.raw(at).len() == 3;
        dashes += usize::from(dash);
        digits += p.raw(at).len();
        groups += 1;
        end = at + 1;
    }
    let dialled = p.before(start, PHONE_CUE, |w| Role::of(w).any(Role::DIALLED));
    let fits = PHONE_DIGITS.contains(&digits);
    let grouped = groups >= 3 && dashes + brackets >= 2 && same && p.raw(end - 1).len() >= 2
        || plus && groups >= 2 && digits >= 8
        || brackets > 0 && groups >= 3 && digits >= 9
        || groups == 2
            && dashes == 1
            && p.raw(i).len() == 3
            && p.raw(i + 2).len() == 4
            && (dialled || p.raw(i) == "555");
    if thousands && groups > 1 {
        return None;
    }
    // "020 7946 0142"
    let national = p.raw(i).starts_with('0') && p.raw(i).len() > 1 && groups >= 2 && (9..=11).contains(&digits);
    if fits && (grouped || national || dialled && groups >= 2) && !p.is(start.wrapping_sub(1), Class::CURRENCY) {
        return aside(start..end, "phone");
    }
    // "a 911 call", "999 operators"
    let emergency = groups == 1 && matches!(p.raw(i), "911" | "999" | "112") && p.plays(i + 1, Role::EMERGENCY);
    if emergency {
        return aside(i..i + 1, "phone");
    }
    // "555-010-TIPS": letters stand for digits.
    let lettered = p.hyphen(end) && p.is(end + 1, Class::UPPER) && groups >= 2 && dashes == groups - 1;
    if lettered {
        return aside(start..end + 2, "phone");
    }
    let short = dialled
        && groups == 1
        && (3..=11).contains(&digits)
        && (p.plays(i.wrapping_sub(1), Role::DIALLED)
            || matches!(p.lower(i.wrapping_sub(1)), "to" | "on" | ":" | "." | "number" | "at"));
    let counted = p.content(i + 1) && !p.glued(i + 1) || p.raw(i + 1) == "," && p.glued(i + 2);
    let alone = !counted && !p.is(i + 1, Class::PERCENT | Class::CURRENCY);
    if short && alone { aside(i..i + 1, "phone") } else { None }
}

/// "220 South Kestrel Avenue", "the 2900 block of Kestrel Avenue"
pub(crate) fn address(p: &Passage<'_>, i: usize) -> Option<Aside> {
    if p.lower(i + 1) == "block" && p.lower(i + 2) == "of" {
        return aside(i..i + 2, "identifier");
    }
    if p.raw(i).len() > 5 || !p.is(i + 1, Class::CAPITAL) && !p.is(i + 1, Class::DIGITS) {
        return None;
    }
    for at in i + 1..i + LONGEST_STREET {
        let named = p.is(at, Class::CAPITAL | Class::DIGITS) || matches!(p.lower(at), "th" | "st" | "nd" | "rd" | ".");
        if !named {
            return None;
        }
        let street = p.plays(at, Role::STREET);
        if street && at > i + 1 && p.is(at, Class::CAPITAL) {
            return aside(i..i + 1, "identifier");
        }
    }
    None
}

/// "97th Avenue"
pub(crate) fn street(p: &Passage<'_>, i: usize) -> bool {
    p.is(i, Class::CAPITAL) && matches!(p.lower(i), "street" | "st" | "avenue" | "ave" | "road" | "rd")
}
