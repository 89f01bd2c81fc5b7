//! Money: the currency before a number and behind it.

use crate::lists::CURRENCIES;
use crate::number;
use crate::passage::Passage;
use crate::quantity::{Quantity, Unit};
use crate::role::Role;
use copydesk_core::{Class, Exact};

/// How far a word that tells pounds of money from pounds of mass may stand from them.
const POUND_REACH: usize = 8;

/// "$", "US$", "A $", "$US", "EUR", "RM", "Rs.", "Y=" before a number.
pub(crate) fn money_before(p: &Passage<'_>, i: usize, floor: usize) -> Option<(&'static str, usize)> {
    let list = &*CURRENCIES;
    let back = |n: usize| i.checked_sub(n).filter(|&at| at >= floor && p.has(at));
    let at = back(1)?;
    if let Some(&code) = list.signs.get(p.raw(at)).filter(|_| p.is(at, Class::CURRENCY) || p.glued(i)) {
        return Some(dollar(p, at, floor, code));
    }
    let word = p.lower(at);
    if p.is(at, Class::WORD) {
        // "$US 20", "US$ 15" came above; here "$US20".
        if let Some(sign) = back(2).filter(|&s| p.raw(s) == "$" && p.glued(at))
            && let Some(&code) = list.dollars.get(word)
        {
            return Some((code, sign));
        }
        let raw = p.raw(at);
        if let Some(code) = list.code(raw).filter(|code| !list.is_word(code) || p.glued(i)) {
            return Some((code, at));
        }
        if let Some(&code) = list.before.get(word) {
            let glued = p.glued(i);
            // A single letter or a lower-case "rm", "re" must touch the digits: "R500", "RM5".
            let capital = p.is(at, Class::CAPITAL);
            // "60 -200mm" is a range that lost a space.
            let free = !p.glued(at) && !p.is(at.wrapping_sub(1), Class::DIGITS)
                || !p.is(at.wrapping_sub(1), Class::WORD | Class::DIGITS | Class::DASH);
            if (glued && capital && p.is(i, Class::DIGITS) && free)
                || (!glued && (capital && word.len() > 1 || matches!(word, "rmb" | "rs")))
            {
                return Some((code, at));
            }
        }
        // "usd 20", "dollar 24 million"
        if !p.glued(i) && p.is(i, Class::DIGITS) && matches!(word, "usd" | "eur" | "dollar") {
            return Some((if word == "eur" { "EUR" } else { "USD" }, at));
        }
        return None;
    }
    let stop = back(2)?;
    if p.raw(at) == "." && p.lower(stop) == "rs" && p.glued(at) {
        return Some(("INR", stop));
    }
    // "Y=610 billion", as news agencies write yen in ASCII.
    if p.raw(at) == "=" && p.glued(at) && p.glued(i) && p.raw(stop) == "Y" {
        return Some(("JPY", stop));
    }
    None
}

/// A code or a name that repeats the currency of the sign: "$28.40 US", "$10 dollars", "$ 10 USD".
pub(crate) fn trailing_currency(p: &Passage<'_>, q: &mut Quantity) {
    let Unit::Money(code) = q.unit else { return };
    let e = q.tokens.end;
    // "$10m-$12m", "$3-million": the power behind a hyphen is core's; a trailing country qualifies a bare sign.
    let qualified = match p.raw(e) {
        "US" | "USD" => Some("USD"),
        "AUD" => Some("AUD"),
        "CAD" | "CDN" | "Cdn" => Some("CAD"),
        "NZD" => Some("NZD"),
        "SGD" => Some("SGD"),
        "HKD" => Some("HKD"),
        _ => None,
    };
    if let Some(other) = qualified.filter(|_| code == "USD") {
        q.unit = Unit::Money(other);
        q.tokens.end = e + 1;
    } else if let Some((n, money)) = CURRENCIES.names.at(p, e).filter(|(_, m)| !m.minor) {
        // "$20 million Australian dollars"
        q.unit = Unit::Money(money.code);
        q.tokens.end = e + n;
        q.adjectival = false;
    }
}

/// The currency behind a number: a sign, a code, a name; answers the token behind it.
pub(crate) fn money_behind(p: &Passage<'_>, q: &mut Quantity, e: usize) -> Option<(&'static str, usize)> {
    let list = &*CURRENCIES;
    if let Some(&code) = list.signs.get(p.raw(e)) {
        // "10 $ 30": a sign with a space on both sides belongs to what stands before it, unless that has no other number.
        let next_number = p.is(e + 1, Class::DIGITS) && (p.glued(e + 1) || !p.glued(e));
        if !next_number || p.glued(e) {
            return Some((code, e + 1));
        }
        return None;
    }
    if matches!(p.raw(e), "¢")
        || p.raw(e) == "c" && p.glued(e) && q.number.digits && !p.glued(e + 1) && p.lower(e + 1) == "a"
    {
        return Some(("cent", e + 1));
    }
    if p.raw(e) == "p" && p.glued(e) && q.number.digits && !p.glued(e + 1)
        || p.raw(e) == "p" && p.glued(e) && p.is(e + 1, Class::SIGN)
    {
        return Some(("pence", e + 1));
    }
    let raw = p.raw(e);
    if let Some(code) = list.code(raw).filter(|code| !list.is_word(code) || q.number.magnitude.is_some()) {
        let mut end = e + 1;
        // "80 USD million"
        if let Some(power) = number::power(p, end).filter(|_| q.number.magnitude.is_none())
            && let Some(value) = q.number.value.times(power)
        {
            q.number.value = value;
            q.number.magnitude = Some(power);
            end += 1;
        }
        return Some((code, end));
    }
    if let Some(code) = raw.strip_prefix('M').and_then(|rest| list.code(rest)) {
        q.number.value = q.number.value.times(1_000_000.into())?;
        return Some((code, e + 1));
    }
    let at = e + usize::from(p.hyphen(e));
    // "20 million or so won" is beyond us; "dollars US" and "U.S. dollars" are names of their own.
    if matches!(p.lower(at), "usd" | "eur" | "gbp" | "rmb") {
        let code = match p.lower(at) {
            "eur" => "EUR",
            "gbp" => "GBP",
            "rmb" => "CNY",
            _ => "USD",
        };
        return Some((code, at + 1));
    }
    let (n, money) = list.names.at(p, at)?;
    if money.code == "KRW" && n == 1 && !won_is_money(p, q, at) {
        return None;
    }
    if money.ambiguous && !pounds_are_money(p, q, at + n) {
        return None;
    }
    Some((money.code, at + n))
}

/// "fourteen dollars and thirty-five cents", "3 dollars 50 cents".
pub(crate) fn coins(p: &Passage<'_>, q: &mut Quantity) {
    let Unit::Money(code) = q.unit else { return };
    let e = q.tokens.end;
    let at = e + usize::from(p.lower(e) == "and");
    if !matches!(code, "USD" | "EUR" | "GBP" | "AUD" | "CAD" | "NZD") || q.number.magnitude.is_some() {
        return;
    }
    let Some(small) =
        number::read(p, at).filter(|n| !n.ordinal && n.value.whole().is_some_and(|c| (1..100).contains(&c)))
    else {
        return;
    };
    let Some((n, money)) = CURRENCIES.names.at(p, small.tokens.end) else { return };
    if !money.minor {
        return;
    }
    if let Some(value) =
        Exact(rust_decimal::Decimal::new(1, 2)).times(small.value).and_then(|cents| q.number.value.plus(cents))
    {
        q.number.value = value;
        q.tokens.end = small.tokens.end + n;
    }
}

/// The letters before a sign: "US$", "HK $", "A$"; answers the code and the first token.
pub(crate) fn dollar(p: &Passage<'_>, at: usize, floor: usize, code: &'static str) -> (&'static str, usize) {
    let Some(before) = at.checked_sub(1).filter(|&b| b >= floor && p.is(b, Class::WORD)) else {
        // "u.s $", "U.S.$"
        let initials = at.checked_sub(4).filter(|&b| b >= floor && p.lower(b) == "u" && p.lower(b + 2) == "s");
        return (code, initials.filter(|_| code == "USD").unwrap_or(at));
    };
    let word = p.lower(before);
    if code == "USD" && word == "s" && p.raw(before.wrapping_sub(1)) == "." && p.lower(before.wrapping_sub(2)) == "u" {
        return (code, before - 2);
    }
    let Some(&qualified) = CURRENCIES.dollars.get(word).filter(|_| code == "USD") else {
        return match (code, word) {
            ("JPY", "cn" | "cny") => ("CNY", before),
            ("GBP", "e") if p.glued(at) => ("EGP", before),
            _ => (code, at),
        };
    };
    // "A $20 note" begins with an article; "US $7bn" and "S $1mil" do not.
    let spaced = p.glued(at) || word.len() > 1 || word != "a" && !p.glued(before);
    let us = word != "us" || p.is(before, Class::UPPER) || p.glued(at) || !p.is(before, Class::CAPITAL);
    if spaced && us { (qualified, before) } else { (code, at) }
}

/// "20 million won" is money; "the party that got 12 won" is a verb.
fn won_is_money(p: &Passage<'_>, q: &Quantity, at: usize) -> bool {
    let amount = q.number.magnitude.is_some() || q.number.value >= Exact::from(100) && q.number.digits;
    amount && !matches!(p.lower(at + 1), "the" | "a" | "by" | "their" | "his" | "it")
}

/// Pounds are money where they come by the thousand, are paid, or stand beside another currency; else they are mass.
fn pounds_are_money(p: &Passage<'_>, q: &Quantity, end: usize) -> bool {
    if p.lower(end) == "of" || p.lower(end.wrapping_sub(1)) == "dram" {
        return false;
    }
    if p.raw(end) == "(" && p.is(end + 1, Class::CURRENCY | Class::UPPER) {
        return true;
    }
    if q.number.magnitude.is_some_and(|m| m >= 1_000_000.into()) {
        return true;
    }
    let paid = |w: &str| Role::of(w).any(Role::PAID);
    p.before(q.tokens.start, POUND_REACH, paid) || (end..end + POUND_REACH).any(|at| paid(p.lower(at)))
}
