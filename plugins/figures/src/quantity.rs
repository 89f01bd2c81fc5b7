//! A number with its unit: money, percent, measures, ages.

use crate::figure::Bound;
use crate::lists::{CURRENCIES, UNITS};
use crate::measure::{feet_and_inches, measure};
use crate::money::{coins, money_before, money_behind, trailing_currency};
use crate::number::{self, Number};
use crate::passage::Passage;
use crate::role::Role;
use copydesk_core::{Class, Exact};
use std::ops::Range;

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
    /// A bound between the number and its unit, and where it stands.
    pub blur: Option<(Bound, Range<usize>)>,
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
        blur: None,
    };
    if quantity.number.ordinal {
        return Some(quantity);
    }
    if let Some((code, first)) = money_before(p, start, floor) {
        // "$ million" stands over a table.
        if number::power(p, start).is_some() {
            return None;
        }
        quantity.unit = Unit::Money(code);
        quantity.rule = "money-sign";
        quantity.prefixed = true;
        quantity.adjectival = true;
        quantity.tokens.start = first;
    }
    sign_before(p, &mut quantity, floor);
    sign_inside(p, &mut quantity, floor);
    below_zero(p, &mut quantity);
    tolerance(p, &mut quantity);
    blurred(p, &mut quantity);
    letter_scale(p, &mut quantity);
    if quantity.unit != Unit::Measure("deg") {
        unit_behind(p, &mut quantity);
    }
    per_behind(p, &mut quantity);
    Some(quantity)
}

/// Minus and plus signs: "-1.27%", "minus 5", "+0.2%".
fn sign_before(p: &Passage<'_>, q: &mut Quantity, floor: usize) {
    let Some(at) = q.tokens.start.checked_sub(1).filter(|&at| at >= floor && p.has(at)) else { return };
    let word = p.lower(at);
    let free = !p.glued(at) || matches!(p.raw(at.wrapping_sub(1)), "(" | "[" | "," | "<" | ">" | "=");
    // "give or take a margin, plus or minus 3.7 points", "±3.7"
    if word == "minus"
        && matches!(p.lower(at.wrapping_sub(1)), "or" | "/" | "-")
        && p.lower(at.wrapping_sub(2)) == "plus"
        || p.is(at, Class::DASH) && p.raw(at.wrapping_sub(1)) == "/" && p.raw(at.wrapping_sub(2)) == "+"
    {
        return;
    }
    let sign = match word {
        "minus" | "negative" => Some(false),
        "plus" if q.prefixed || q.number.digits => None,
        "+" if free && p.glued(q.tokens.start) => Some(true),
        _ if p.hyphen(at) && at > floor && matches!(p.lower(at - 1), "minus" | "negative") => Some(false),
        // "-Three dams broke" begins a line of a list.
        _ if p.is(at, Class::DASH)
            && free
            && p.glued(q.tokens.start)
            && (q.number.digits || q.prefixed)
            && !matches!(word, "—") =>
        {
            Some(false)
        }
        _ => None,
    };
    match sign {
        Some(false) => {
            negate(q);
            // "minus-130 degrees"
            q.tokens.start = if p.hyphen(at) { at - 1 } else { at };
            q.signed = Some(false);
        }
        Some(true) => {
            q.tokens.start = at;
            q.signed = Some(true);
        }
        None => {}
    }
}

/// "$-50.8bn": the minus stands behind the currency.
fn sign_inside(p: &Passage<'_>, q: &mut Quantity, floor: usize) {
    let Some(dash) = q.number.tokens.start.checked_sub(1).filter(|&dash| dash > floor && !q.prefixed) else { return };
    let inside = p.is(dash, Class::DASH) && p.glued(dash) && p.glued(dash + 1) && p.is(dash - 1, Class::CURRENCY);
    if let Some((code, first)) = inside.then(|| money_before(p, dash, floor)).flatten() {
        (q.unit, q.rule, q.prefixed, q.adjectival) = (Unit::Money(code), "money-sign", true, true);
        negate(q);
        q.tokens.start = first;
        q.signed = Some(false);
    }
}

/// "3.2 ± 0.4 km", "12 +/- 2 mm": how far off it may be stands between the number and its unit.
fn tolerance(p: &Passage<'_>, q: &mut Quantity) {
    let e = q.tokens.end;
    let signs = match p.raw(e) {
        "±" => 1,
        "+" if p.raw(e + 1) == "/" && p.is(e + 2, Class::DASH) && p.glued(e + 1) && p.glued(e + 2) => 3,
        _ => return,
    };
    let off = number::read(p, e + signs).filter(|n| n.digits && !n.ordinal && q.number.digits);
    if let Some(off) = off {
        q.blur = Some((Bound::About, e..off.tokens.end));
        q.tokens.end = off.tokens.end;
    }
}

/// "20 below zero", "12 degrees below zero"
fn below_zero(p: &Passage<'_>, q: &mut Quantity) {
    let e = q.number.tokens.end;
    let at = e + usize::from(matches!(p.lower(e), "degrees" | "degree"));
    if q.prefixed || !p.reads(at, &["below", "zero"]) {
        return;
    }
    negate(q);
    (q.unit, q.rule) = (Unit::Measure("deg"), "measure");
    q.tokens.end = at + 2;
}

/// "200-odd metres", "40-plus goals", "30-some years": the blurring word stands between the number and its unit.
fn blurred(p: &Passage<'_>, q: &mut Quantity) {
    let e = q.tokens.end;
    if q.prefixed || !p.hyphen(e) || p.hyphen(e + 2) {
        return;
    }
    let bound = match p.lower(e + 1) {
        "odd" | "some" => Bound::About,
        "plus" => Bound::AtLeast,
        "something" => Bound::More,
        _ => return,
    };
    q.blur = Some((bound, e..e + 2));
    q.tokens.end = e + 2;
    // "200-odd million"
    if let Some(power) = number::power(p, e + 2)
        && let Some(value) = q.number.value.times(power)
    {
        (q.number.value, q.number.magnitude, q.tokens.end) = (value, Some(power), e + 3);
    }
}

fn negate(q: &mut Quantity) {
    let negative = |x: Exact| if x.0.is_zero() { x } else { Exact(-x.0) };
    q.number.value = negative(q.number.value);
    q.number.fraction = q.number.fraction.map(|(n, d)| (negative(n), d));
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
    // "35m of its lamps"
    let partitive = p.lower(at) == "of"
        && matches!(p.lower(at + 1), "its" | "their" | "his" | "her" | "our" | "these" | "those" | "them" | "us");
    partitive
        || content
            && (crate::noun::is_plural(word) && !matches!(word, "metres" | "meters")
                || UNITS.names.at(p, at).is_some()
                || CURRENCIES.names.at(p, at).is_some()
                || crate::counted::phrase(p, at, crate::counted::Grammar::Plural)
                    .is_some_and(|f| crate::noun::is_plural(p.lower(f.head)) && f.tokens.len() <= 3))
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
    // "four more years", "three full days"
    let at = at + usize::from(at == e && p.plays(at, Role::BETWEEN) && p.word(at + 1).unit.is_some());
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
        "pp" | "ppt" | "ppts" | "pps" if q.number.digits && (p.glued(at) || !p.content(at + 1)) => {
            (q.adjectival, q.unit, q.rule) = (true, Unit::Points, "percentage-points");
            q.tokens.end = at + 1;
            return true;
        }
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

/// "-year-old", "years old", "years of age"; answers the token behind it.
fn age(p: &Passage<'_>, end: usize) -> Option<usize> {
    let at = end + usize::from(p.hyphen(end));
    match p.lower(at) {
        "old" | "olds" => Some(at + 1),
        "of" if p.lower(at + 1) == "age" => Some(at + 2),
        _ => None,
    }
}

/// "per hour", "an hour", "a share", "/hour", "per square foot".
fn per_behind(p: &Passage<'_>, q: &mut Quantity) {
    let e = q.tokens.end;
    let measured = !matches!(q.unit, Unit::None | Unit::Percent | Unit::Points | Unit::Age(_));
    let at = match p.lower(e) {
        // "$5-a-barrel"
        _ if p.hyphen(e) && matches!(p.lower(e + 1), "a" | "an" | "per") && p.hyphen(e + 2) => e + 3,
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
    } else if p.lower(e) != "/" && (p.lower(e) == "per" && p.content(at) || p.plays(at, Role::EACH)) {
        q.per = Some((e..at + 1, None));
    } else if p.lower(e) == "/"
        && let Some(unit) = UNITS.symbols.get(p.raw(at)).or_else(|| UNITS.loose.get(p.raw(at)))
    {
        q.per = Some((e..at + 1, Some(unit.code)));
    }
}
