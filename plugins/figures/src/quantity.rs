//! A number with its unit: money, percent, measures, ages.

use crate::lists::{CURRENCIES, UNITS, Unit as Listed};
use crate::number::{self, Number};
use crate::passage::Passage;
use copydesk_core::{Class, Exact};
use std::ops::Range;

/// How far a word that tells pounds of money from pounds of mass may stand from them.
const POUND_REACH: usize = 8;
/// Temperatures in news, in either scale, lie within this many degrees of zero; "747C" is an aeroplane.
const HOTTEST: i64 = 2_000;

/// The unit of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    None,
    /// ISO 4217 code or the name of a minor unit.
    Money(&'static str),
    Percent,
    Points,
    /// UCUM code.
    Measure(&'static str),
    /// UCUM code of a time.
    Age(&'static str),
}

/// A number with its unit.
#[derive(Clone, Debug)]
pub(crate) struct Quantity {
    pub tokens: Range<usize>,
    pub number: Number,
    pub unit: Unit,
    /// "a month", "per square foot": the tokens and the UCUM code, if it is a unit.
    pub per: Option<(Range<usize>, Option<&'static str>)>,
    /// The rule that read the unit.
    pub rule: &'static str,
    /// The unit was written so that a noun may follow it at once: a sign, a symbol, or behind a hyphen.
    pub adjectival: bool,
    /// The currency or unit stood before the number.
    pub prefixed: bool,
    /// "+0.2%"
    pub signed: Option<bool>,
}

/// Reads the quantity whose number begins at `i`; nothing before token `floor` belongs to it.
pub(crate) fn read(p: &Passage<'_>, i: usize, floor: usize) -> Option<Quantity> {
    let mut start = i;
    // "a hundred", "a few dozen", "a dozen": the article belongs to the number.
    let articled = i > floor && matches!(p.lower(i - 1), "a" | "an") && !p.is(i, Class::DIGITS);
    let number = if articled && p.is(i, Class::NUMBER) {
        number::read(p, i - 1).filter(|n| n.tokens.end > i).or_else(|| number::read(p, i))
    } else {
        number::read(p, i)
    }?;
    start = start.min(number.tokens.start);
    if articled && (number.implied.is_some() || number.fraction.is_some()) {
        start = i - 1;
    }
    let mut quantity = Quantity {
        tokens: start..number.tokens.end,
        number,
        unit: Unit::None,
        per: None,
        rule: "number",
        adjectival: false,
        prefixed: false,
        signed: None,
    };
    if quantity.number.ordinal {
        return Some(quantity);
    }
    if let Some((code, first)) = money_before(p, start, floor) {
        quantity.unit = Unit::Money(code);
        quantity.rule = "money-sign";
        quantity.prefixed = true;
        quantity.adjectival = true;
        quantity.tokens.start = first;
    }
    sign_before(p, &mut quantity, floor);
    letter_scale(p, &mut quantity);
    unit_behind(p, &mut quantity);
    per_behind(p, &mut quantity);
    Some(quantity)
}

/// "$", "US$", "A $", "$US", "EUR", "RM", "Rs.", "Y=" before a number.
fn money_before(p: &Passage<'_>, i: usize, floor: usize) -> Option<(&'static str, usize)> {
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

/// The letters before a sign: "US$", "HK $", "A$"; answers the code and the first token.
fn dollar(p: &Passage<'_>, at: usize, floor: usize, code: &'static str) -> (&'static str, usize) {
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

/// Minus and plus signs: "-1.27%", "minus 5", "+0.2%".
fn sign_before(p: &Passage<'_>, q: &mut Quantity, floor: usize) {
    let Some(at) = q.tokens.start.checked_sub(1).filter(|&at| at >= floor && p.has(at)) else { return };
    let word = p.lower(at);
    let free = !p.glued(at) || matches!(p.raw(at.wrapping_sub(1)), "(" | "[" | "," | "<" | ">" | "=");
    let sign = match word {
        "minus" | "negative" => Some(false),
        "plus" if q.prefixed || q.number.digits => None,
        "+" if free && p.glued(q.tokens.start) => Some(true),
        _ if p.is(at, Class::DASH) && free && p.glued(q.tokens.start) && !matches!(word, "—") => Some(false),
        _ => None,
    };
    match sign {
        Some(false) => {
            let negative = |x: Exact| if x.0.is_zero() { x } else { Exact(-x.0) };
            q.number.value = negative(q.number.value);
            q.number.fraction = q.number.fraction.map(|(n, d)| (negative(n), d));
            q.tokens.start = at;
            q.signed = Some(false);
        }
        Some(true) => {
            q.tokens.start = at;
            q.signed = Some(true);
        }
        None => {}
    }
}

/// "1.2m", "$4.2b", "100k", "€10M", "$3.125T", "US$ 1MM".
fn letter_scale(p: &Passage<'_>, q: &mut Quantity) {
    let e = q.tokens.end;
    if !q.number.digits
        || q.number.magnitude.is_some()
        || q.number.fraction.is_some()
        || p.is(e.wrapping_sub(1), Class::WORD)
    {
        return;
    }
    let money = q.prefixed;
    let close = p.glued(e) || money && p.raw(e).len() == 1;
    if !close || p.glued(e + 1) && p.is(e + 1, Class::DIGITS) {
        return;
    }
    let mass_noun = counts_behind(p, e + 1);
    let raw = p.raw(e);
    let exponent = match raw {
        "k" | "K" if p.glued(e) || money => 3,
        "m" if money || mass_noun => 6,
        "M" | "MM" => 6,
        "b" if money || p.glued(e) && mass_noun || p.glued(e) => 9,
        "B" | "G" if money || p.glued(e) && raw == "B" => 9,
        "t" | "T" if money => 12,
        // "20 MUSD", "51.5 MGBP"
        _ => return,
    };
    let factor = 10_i64.pow(exponent);
    if let Some(value) = q.number.value.times(factor.into()) {
        q.number.value = value;
        q.number.magnitude = Some(factor.into());
        q.tokens.end = e + 1;
        q.number.tokens.end = e + 1;
    }
}

/// Whether what follows "12m" is counted in millions rather than measured in metres: a plural, a currency or a unit.
fn counts_behind(p: &Passage<'_>, at: usize) -> bool {
    let word = p.lower(at);
    let content = p.content(at) && !p.glued(at);
    content
        && (crate::counted::is_plural(word) && !matches!(word, "metres" | "meters")
            || UNITS.names.at(p, at).is_some()
            || CURRENCIES.names.at(p, at).is_some()
            || crate::counted::phrase(p, at, crate::counted::Grammar::Plural)
                .is_some_and(|f| crate::counted::is_plural(p.lower(f.head)) && f.tokens.len() <= 3))
}

/// The unit behind the number.
fn unit_behind(p: &Passage<'_>, q: &mut Quantity) {
    let e = q.tokens.end;
    if q.prefixed {
        trailing_currency(p, q);
        return;
    }
    if percent(p, q, e) {
        return;
    }
    if q.number.implied.is_some() && p.lower(e) == "of" {
        // "billions of dollars", "hundreds of miles"
        if let Some((n, money)) = CURRENCIES.names.at(p, e + 1).filter(|(_, m)| !m.ambiguous && m.code != "KRW") {
            (q.unit, q.rule, q.tokens.end) = (Unit::Money(money.code), "money-name", e + 1 + n);
        } else if let Some((n, unit)) = UNITS.names.at(p, e + 1).filter(|(_, u)| !u.ambiguous) {
            (q.unit, q.rule, q.tokens.end) = (Unit::Measure(unit.code), "measure", e + 1 + n);
        }
        return;
    }
    if let Some((code, end)) = money_behind(p, q, e) {
        q.unit = Unit::Money(code);
        q.rule = "money-name";
        // "a million-dollar house", "5 € notes"
        q.adjectival = p.hyphen(e) || p.is(e, Class::CURRENCY) || !p.lower(end - 1).ends_with('s');
        q.tokens.end = end;
        coins(p, q);
        return;
    }
    let at = e + usize::from(p.hyphen(e));
    if let Some((unit, end)) = measure(p, q, at) {
        let old = age(p, end);
        q.adjectival = at > e || unit.symbol || !p.lower(end - 1).ends_with('s') && p.lower(end - 1) != "feet";
        q.tokens.end = end;
        q.unit = Unit::Measure(unit.code);
        q.rule = "measure";
        if let Some(end) = old.filter(|_| matches!(unit.code, "a" | "mo" | "wk" | "d" | "h")) {
            q.unit = Unit::Age(unit.code);
            q.rule = "age-old";
            q.tokens.end = end;
        } else {
            feet_and_inches(p, q);
        }
    } else if matches!(p.lower(e), "yo" | "y")
        && p.lower(e + 1) != "="
        && (p.lower(e) == "yo" || p.raw(e + 1) == "/" && p.lower(e + 2) == "o")
    {
        q.unit = Unit::Age("a");
        q.rule = "age-old";
        q.tokens.end = if p.lower(e) == "yo" { e + 1 } else { e + 3 };
    }
}

fn percent(p: &Passage<'_>, q: &mut Quantity, e: usize) -> bool {
    let at = e + usize::from(p.hyphen(e));
    let mut end = match p.lower(at) {
        "percent" | "percentage" | "percents" | "pct" => at + 1,
        "pc" if p.glued(at) || q.number.digits && !p.is(at + 1, Class::WORD) => at + 1,
        "per" if matches!(p.lower(at + 1), "cent" | "cents") => at + 2,
        "per" if p.hyphen(at + 1) && p.lower(at + 2) == "cent" => at + 3,
        "p" if p.reads(at, &["p", ".", "c", "."]) => at + 4,
        _ if p.is(e, Class::PERCENT) && p.raw(e) != "‰" => e + 1,
        _ => return false,
    };
    q.adjectival = true;
    q.unit = Unit::Percent;
    q.rule = "percent";
    let hyphen = usize::from(p.hyphen(end));
    if matches!(p.lower(end + hyphen), "point" | "points") {
        end += hyphen + 1;
        q.unit = Unit::Points;
        q.rule = "percentage-points";
    }
    q.tokens.end = end;
    true
}

/// A code or a name that repeats the currency of the sign: "$28.40 US", "$10 dollars", "$ 10 USD".
fn trailing_currency(p: &Passage<'_>, q: &mut Quantity) {
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
fn money_behind(p: &Passage<'_>, q: &mut Quantity, e: usize) -> Option<(&'static str, usize)> {
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
    let paid = |w: &str| {
        matches!(
            w,
            "pay"
                | "pays"
                | "paid"
                | "paying"
                | "cost"
                | "costs"
                | "costing"
                | "price"
                | "priced"
                | "worth"
                | "fine"
                | "fined"
                | "spend"
                | "spent"
                | "raise"
                | "raised"
                | "bill"
                | "budget"
                | "sterling"
                | "salary"
                | "wage"
                | "wages"
                | "tax"
                | "debt"
                | "profit"
                | "profits"
                | "sales"
                | "fee"
                | "fees"
                | "bank"
                | "invest"
                | "invested"
        )
    };
    p.before(q.tokens.start, POUND_REACH, paid) || (end..end + POUND_REACH).any(|at| paid(p.lower(at)))
}

/// "fourteen dollars and thirty-five cents", "3 dollars 50 cents".
fn coins(p: &Passage<'_>, q: &mut Quantity) {
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

/// A unit of measurement at `at`; answers the token behind it.
fn measure(p: &Passage<'_>, q: &Quantity, at: usize) -> Option<(Listed, usize)> {
    let e = q.tokens.end;
    let list = &*UNITS;
    let bracket = matches!(p.raw(at), "(" | "[" | "{") && matches!(p.raw(at + 2), ")" | "]" | "}") && q.number.digits;
    if bracket && let Some(&unit) = list.symbols.get(p.raw(at + 1)) {
        return Some((unit, at + 3));
    }
    if let Some((n, unit)) = list.names.at(p, at) {
        let end = at + n;
        if named(p, q, unit, at, end) {
            return Some(cubed(p, unit, end).unwrap_or((unit, end)));
        }
    }
    if !q.number.digits && q.number.fraction.is_none() {
        return None;
    }
    // "80 m.p.h."
    if p.reads(at, &["m", ".", "p", ".", "h"]) {
        return Some((
            Listed { code: "[mi_i]/h", ambiguous: false, symbol: true },
            at + 5 + usize::from(p.raw(at + 5) == "." && p.glued(at + 5)),
        ));
    }
    // Symbols are case-sensitive, and may run over several tokens: "km/h", "lb-ft", "km2", "m²".
    if p.is(at, Class::WORD | Class::SIGN | Class::QUOTE) {
        for n in (1..=4).rev() {
            let last = at + n - 1;
            let joined = p.has(last)
                && (at + 1..=last).all(|k| p.glued(k))
                && !(p.glued(last + 1) && p.is(last + 1, Class::WORD | Class::DIGITS));
            if !joined {
                continue;
            }
            let text = p.reading.slice(p.span(at..last + 1));
            if let Some(&unit) = list.symbols.get(text) {
                let stop = usize::from(
                    n == 1
                        && p.raw(last + 1) == "."
                        && p.glued(last + 1)
                        && p.is(last + 2, Class::WORD)
                        && !p.is(last + 2, Class::CAPITAL)
                        && !p.glued(last + 2),
                );
                // Quote marks are inches only where they touch the digits and close nothing.
                return (unit.code != "[in_i]" || p.glued(at) && q.number.value < 1_000.into())
                    .then_some((unit, last + 1 + stop))
                    .map(|(u, end)| cubed(p, u, end).unwrap_or((u, end)));
            }
            if n == 1
                && let Some(&unit) = list.loose.get(text)
                && loose(p, q, unit, at, e)
            {
                return Some((unit, at + 1));
            }
        }
    }
    None
}

/// "km^2", "km squared", "m cubed".
fn cubed(p: &Passage<'_>, unit: Listed, end: usize) -> Option<(Listed, usize)> {
    let (power, behind) = match (p.raw(end), p.lower(end)) {
        ("^", _) if p.glued(end) => (p.raw(end + 1), end + 2),
        (_, "squared") => ("2", end + 1),
        (_, "cubed") => ("3", end + 1),
        _ => return None,
    };
    let code = match (unit.code, power) {
        ("m", "2") => "m2",
        ("m", "3") => "m3",
        ("km", "2") => "km2",
        ("km", "3") => "km3",
        ("cm", "2") => "cm2",
        ("cm", "3") => "cm3",
        _ => return None,
    };
    Some((Listed { code, ..unit }, behind))
}

/// Whether the name at `at` is a unit here.
fn named(p: &Passage<'_>, q: &Quantity, unit: Listed, at: usize, end: usize) -> bool {
    let word = p.lower(at);
    if p.is(end, Class::DASH)
        && p.glued(end)
        && p.is(end + 1, Class::WORD)
        && end > at
        && unit.code == "min"
        && word == "min"
    {
        return false;
    }
    match word {
        // "third second", "twenty seconds"; "two quarters of beef" is not news.
        "quarter" | "quarters" => p.lower(end) != "of" && p.lower(end) != "finals" && !p.hyphen(end),
        "yard" | "yards" | "stone" | "cup" | "cups" | "knot" | "knots" | "mole" | "moles" | "bit" | "bits" | "bar"
        | "bars" | "turn" | "turns" | "dram" => {
            !unit.ambiguous && !matches!(word, "stone")
                || word == "stone" && !p.is(end, Class::WORD)
                || word == "turns" && p.lower(q.tokens.start.wrapping_sub(1)) == "rotate"
        }
        "min" | "sec" | "hr" | "yr" => q.number.digits,
        "c" | "f" => false,
        _ => true,
    }
}

/// Whether a symbol of one or two letters is a unit here: it touches the digits ("30m"), or could be nothing else ("12 C", "5 W").
fn loose(p: &Passage<'_>, q: &Quantity, unit: Listed, at: usize, e: usize) -> bool {
    let raw = p.raw(at);
    let glued = p.glued(at) && at == e;
    let ends = !p.glued(at + 1) || !p.is(at + 1, Class::DASH | Class::DIGITS | Class::WORD) && p.raw(at + 1) != "/";
    if !ends {
        return false;
    }
    match raw {
        "C" | "F" => {
            let degrees = q.number.value.whole().is_none_or(|v| v.abs() < HOTTEST);
            let block = p.is(at + 1, Class::CAPITAL) || p.is(q.tokens.start.wrapping_sub(1), Class::DASH);
            degrees
                && !block
                && (!glued || q.number.value.whole().is_some_and(|v| v.abs() < 60 && (raw == "C" || v > 19)))
        }
        "\"" if q.number.value >= 1_000.into() => false,
        "in" | "\"" => {
            glued && !p.is(at + 1, Class::WORD) || raw == "\"" && glued && p.is(at + 1, Class::WORD) && !p.glued(at + 1)
        }
        "m" | "t" | "g" | "l" | "ms" => true,
        "ps" | "Ga" => glued,
        // "5,000 Kestrel 3s" are cars.
        "s" if p.before(q.tokens.start, 2, |w| {
            matches!(w, "his" | "her" | "their" | "my" | "the" | "early" | "mid" | "late")
        }) =>
        {
            false
        }
        "A" | "s" | "h" => {
            glued && !p.is(at + 1, Class::CAPITAL) && !p.is(q.tokens.start.wrapping_sub(1), Class::CAPITAL)
        }
        _ => glued || unit.symbol && raw.len() > 1,
    }
}

/// "-year-old", "years old", "years of age"; answers the token behind it.
fn age(p: &Passage<'_>, end: usize) -> Option<usize> {
    let at = end + usize::from(p.hyphen(end));
    match p.lower(at) {
        "old" | "olds" => Some(at + 1),
        "of" if p.lower(at + 1) == "age" => Some(at + 2),
        _ => None,
    }
}

/// "5 feet 8 inches", "12 ft 4 in", "6ft 4in".
fn feet_and_inches(p: &Passage<'_>, q: &mut Quantity) {
    if q.unit != Unit::Measure("[ft_i]") {
        return;
    }
    let e = q.tokens.end;
    // "5-foot-9", "6-foot-4-inch"
    let close = p.hyphen(e) && p.is(e + 1, Class::DIGITS);
    let at = e + usize::from(close || matches!(p.lower(e), "and" | ","));
    let Some(inches) =
        number::read(p, at).filter(|n| !n.ordinal && n.value.whole().is_some_and(|v| (1..12).contains(&v)))
    else {
        return;
    };
    let end = inches.tokens.end;
    let named = end + usize::from(close && p.hyphen(end));
    let unit = matches!(p.lower(named), "inch" | "inches" | "in" | "ins") && !p.is(named + 1, Class::CAPITAL);
    if !unit && !close {
        return;
    }
    let twelve = Exact::from(12);
    if let Some(top) = q.number.value.times(twelve).and_then(|feet| feet.plus(inches.value))
        && let Some(value) = number::quotient(top, twelve)
    {
        q.number.value = value;
        q.number.fraction = Some((top, twelve));
        q.tokens.end = if unit { named + 1 } else { end };
    }
}

/// "per hour", "an hour", "a share", "/hour", "per square foot".
fn per_behind(p: &Passage<'_>, q: &mut Quantity) {
    let e = q.tokens.end;
    let measured = !matches!(q.unit, Unit::None | Unit::Percent | Unit::Points | Unit::Age(_));
    let at = match p.lower(e) {
        "per" => e + 1,
        "a" | "an" | "each" | "every" if measured => e + 1,
        "/" if p.glued(e) && measured => e + 1,
        _ => return,
    };
    if let Some((n, unit)) = UNITS.names.at(p, at) {
        // "$40 a month" divides; "$361 million a year ago" and "3 percent, a week later" do not.
        if matches!(p.lower(at + n), "ago" | "earlier" | "later" | "before" | "after" | "old" | "ahead" | "into") {
            return;
        }
        q.per = Some((e..at + n, Some(unit.code)));
    } else if p.lower(e) != "/"
        && (p.lower(e) == "per" && p.content(at)
            || matches!(p.lower(at), "share" | "person" | "head" | "piece" | "pop" | "dozen" | "ticket" | "vote"))
    {
        q.per = Some((e..at + 1, None));
    } else if p.lower(e) == "/"
        && let Some(unit) = UNITS.symbols.get(p.raw(at)).or_else(|| UNITS.loose.get(p.raw(at)))
    {
        q.per = Some((e..at + 1, Some(unit.code)));
    }
}
