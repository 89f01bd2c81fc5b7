//! Lengths of time: "three years", "six-month", "half an hour", "two to three weeks", "years" in "for years".

use super::amount::{self, Quantity};
use super::cycle;
use crate::filter;
use crate::meaning::Modifier;
use crate::timex::{Amount, Length, Unit};
use copydesk_core::lang::Term;
use copydesk_core::{Class, Reading};

/// A length of time as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub length: Length,
    /// The token behind it.
    pub end: usize,
    pub modifier: Option<Modifier>,
    /// "a year", with an article for a number.
    pub article: bool,
}

/// A second amount: "two or three weeks", "two to three weeks", "six- to eight-week".
fn second(r: &Reading<'_>, first: &Quantity, between: bool) -> Option<Quantity> {
    let mut at = first.end;
    at += usize::from(r.is(at, Class::DASH));
    match r.term(at) {
        Term::To | Term::Or => at += 1 + usize::from(r.is(at + 1, Class::DASH)),
        Term::And if between => at += 1,
        _ if at > first.end && r.is(at, Class::DIGITS | Class::NUMBER) => {}
        _ => return None,
    }
    amount::read(r, at).filter(|q| !q.article && matches!(q.amount, Amount::Exact(_)))
}

/// Reads a length of time that names its amount.
pub(super) fn read(r: &Reading<'_>, i: usize) -> Option<Stretch> {
    counted(r, i, amount::read(r, i))
}

/// The same with the amount that was read there.
pub(super) fn counted(r: &Reading<'_>, i: usize, first: Option<Quantity>) -> Option<Stretch> {
    if let Some((length, end)) = quarter_of(r, i) {
        return Some(Stretch { length, end, modifier: None, article: false });
    }
    let first = first?;
    // "between three and five years"
    let between = r.term(i.wrapping_sub(1)) == Term::Between;
    let upper = second(r, &first, between).and_then(|q| amount::counted_unit(r, q.end));
    let (unit, mut end) = upper.or_else(|| amount::counted_unit(r, first.end))?;
    let mut modifier = first.rough.then_some(Modifier::Approx);
    if upper.is_some() || first.or_more {
        modifier = Some(Modifier::EqualOrMore);
    }
    // "60 Minutes" is a title.
    if filter::is_capital(r, end - 1) && !r.is(end - 1, Class::UPPER) && !r.is(i, Class::CAPITAL) {
        return None;
    }
    // "the six weekend victims" are counted.
    if unit == Unit::Weekend && !r.word(end - 1).plural && !first.article && !r.is(end - 2, Class::DASH) {
        return None;
    }
    // "the second", "a second" are ordinals; "30 seconds", "10-second" are not.
    let plural = r.word(end - 1).plural;
    if unit == Unit::Second && !plural && (first.article || !r.is(end - 2, Class::DASH)) {
        return None;
    }
    // "two quarters" of a year, but "three quarters of the voters", "one quarter the power": a fraction.
    if unit == Unit::Quarter
        && matches!(r.term(end), Term::Of | Term::The)
        && matches!(r.term(i), Term::Three | Term::One)
        && !(matches!(r.term(i.wrapping_sub(1)), Term::First | Term::Last | Term::Final)
            && cycle::of_year(r, end, true).is_some())
    {
        return None;
    }
    let mut length = Length::new(first.amount, unit);
    if let Some(behind) = amount::and_a_half(r, end) {
        if let Amount::Exact(n) = first.amount {
            length.amount = Amount::Exact(n.plus("0.5".parse().ok()?)?);
            return Some(Stretch { length, end: behind, modifier, article: false });
        }
    } else if let Some(behind) = or_two(r, end).filter(|_| first.article) {
        // "a day or two"
        modifier = Some(Modifier::Approx);
        end = behind;
        return Some(Stretch { length, end, modifier, article: false });
    } else if let Some((rest, smaller, behind)) = remainder(r, end, unit).filter(|_| !r.is(end - 2, Class::DASH)) {
        // "two hours, 15 minutes"; but "two-day, 48-hour talks" are two.
        length.rest = Some((rest, smaller));
        end = behind;
    }
    // "month-long", "three-year-long"; but "8-month-old", "34 years old", "aged" are ages, which are figures.
    let tail = end + usize::from(r.is(end, Class::DASH) && r.glued(end));
    match r.term(tail) {
        Term::Old => return None,
        Term::Long if tail > end => end = tail + 1,
        // "a five-year-plus term"; "a 30-year bond" needs nothing.
        _ => {}
    }
    // "an hour or so", "a week or more"
    let modifier = match (r.term(end), r.term(end + 1)) {
        (Term::Or, Term::So) => Some(Modifier::Approx),
        (Term::Or, Term::More) => Some(Modifier::EqualOrMore),
        _ => modifier,
    };
    if first.article && r.term(end) == Term::Or && modifier.is_some() {
        return Some(Stretch { length, end: end + 2, modifier, article: false });
    }
    // "a day-care centre", "a week-by-week account", "year-round"
    if first.article && r.is(end, Class::DASH) && r.glued(end) && r.glued(end + 1) {
        return None;
    }
    // "a full year", "an entire week" measure, whatever stands before them.
    let stressed = matches!(r.term(first.end), Term::Full | Term::Whole | Term::Solid | Term::Single | Term::Mere);
    // "a year's worth", "an hour's delay"
    let possessive = unit != Unit::Second && matches!(r.term(end), Term::Possessive);
    Some(Stretch { length, end, modifier, article: first.article && !stressed && !possessive })
}

/// "or two" behind "a day", "an hour".
fn or_two(r: &Reading<'_>, i: usize) -> Option<usize> {
    let few = r.term(i) == Term::Or && matches!(r.term(i + 1), Term::Two | Term::Three);
    (few && amount::counted_unit(r, i + 2).is_none()).then_some(i + 2)
}

/// "a quarter of a century", "a quarter-century", "three quarters of an hour".
fn quarter_of(r: &Reading<'_>, i: usize) -> Option<(Length, usize)> {
    let (count, at) = match r.term(i) {
        Term::A | Term::One if r.term(i + 1) == Term::Quarter => (1, i + 1),
        Term::Three if r.term(i + 1 + usize::from(r.is(i + 1, Class::DASH))) == Term::Quarters => {
            (3, i + 1 + usize::from(r.is(i + 1, Class::DASH)))
        }
        Term::Quarter => (1, i),
        _ => return None,
    };
    let unit_at = match r.term(at + 1) {
        Term::Of if matches!(r.term(at + 2), Term::A | Term::An) => at + 3,
        _ if count == 1 => at + 1 + usize::from(r.is(at + 1, Class::DASH)),
        _ => return None,
    };
    let (quarters, unit) = match amount::unit(r, unit_at)? {
        Unit::Century => (25, Unit::Year),
        Unit::Hour => (15, Unit::Minute),
        _ => return None,
    };
    (!r.word(unit_at).plural).then(|| (Length::new(Amount::Exact((quarters * count).into()), unit), unit_at + 1))
}

/// "and three months" behind "two years"; "20 minutes" behind "1 hour".
fn remainder(r: &Reading<'_>, i: usize, unit: Unit) -> Option<(copydesk_core::Exact, Unit, usize)> {
    if !matches!(unit, Unit::Year | Unit::Month | Unit::Week | Unit::Day | Unit::Hour | Unit::Minute) {
        return None;
    }
    let mut at = i + usize::from(r.term(i) == Term::Comma);
    at += usize::from(r.term(at) == Term::And);
    let next = amount::read(r, at).filter(|q| !q.article)?;
    let Amount::Exact(rest) = next.amount else { return None };
    let (smaller, end) = amount::counted_unit(r, next.end)?;
    let fits = match unit {
        Unit::Year => smaller == Unit::Month,
        Unit::Month | Unit::Week => smaller == Unit::Day,
        Unit::Day => smaller == Unit::Hour,
        Unit::Hour => smaller == Unit::Minute,
        _ => smaller == Unit::Second,
    };
    (fits && rest.whole().is_some()).then_some((rest, smaller, end))
}

/// "weeklong", "all day long": one of the unit.
fn long(r: &Reading<'_>, i: usize) -> Option<Stretch> {
    let one = |unit, end| {
        let length = Length::new(Amount::Exact(1.into()), unit);
        Some(Stretch { length, end, modifier: None, article: false })
    };
    match r.term(i) {
        Term::Hourlong => one(Unit::Hour, i + 1),
        Term::Daylong => one(Unit::Day, i + 1),
        Term::Weeklong => one(Unit::Week, i + 1),
        Term::Monthlong => one(Unit::Month, i + 1),
        Term::Yearlong => one(Unit::Year, i + 1),
        Term::Decadelong => one(Unit::Decade, i + 1),
        Term::All => {
            let unit =
                amount::unit(r, i + 1).filter(|u| matches!(u, Unit::Day | Unit::Week | Unit::Month | Unit::Year))?;
            let single = !r.word(i + 1).plural && !(r.is(i + 2, Class::DASH) && r.glued(i + 2));
            if single { one(unit, i + 2 + usize::from(r.term(i + 2) == Term::Long)) } else { None }
        }
        _ => None,
    }
}

/// A bare plural that stands for an unknown amount: "for years", "weeks of talks", "decades-long".
pub(super) fn bare(r: &Reading<'_>, i: usize) -> Option<Stretch> {
    if let Some(found) = long(r, i) {
        return Some(found);
    }
    let unit = amount::unit(r, i)?;
    let plural = r.word(i).plural;
    // "57 Days of Rain" is a title, of which the number was refused.
    if r.is(i.wrapping_sub(1), Class::DIGITS | Class::NUMBER) {
        return None;
    }
    let long = r.is(i + 1, Class::DASH) && r.glued(i + 1) && r.term(i + 2) == Term::Long;
    let stretch = |end, amount, article| Stretch { length: Length::new(amount, unit), end, modifier: None, article };
    if long {
        let amount = if plural { Amount::Some } else { Amount::Exact(1.into()) };
        return Some(stretch(i + 3, amount, false));
    }
    let abbreviated = r.word(i).short;
    if !plural || abbreviated || matches!(unit, Unit::Quarter | Unit::Weekend) {
        return None;
    }
    let mut before = r.term(i.wrapping_sub(1));
    // "in just minutes", "for only hours"
    if matches!(before, Term::Just | Term::Only | Term::Mere | Term::Literally) {
        before = r.term(i.wrapping_sub(2));
    }
    let governed = matches!(before, Term::For | Term::After | Term::Over | Term::Within | Term::In | Term::Took);
    let followed = match r.term(i + 1) {
        Term::Ago | Term::Later | Term::Earlier => true,
        // "hours after the vote"; "the days before the vote" are no length.
        Term::After | Term::Before => before != Term::The,
        // "years in the making", "in years to come", "in the weeks ahead"
        Term::In => r.term(i + 3) == Term::Making,
        Term::To => r.term(i + 2) == Term::Come,
        Term::Ahead | Term::Away => true,
        // "weeks of talks", "years of war"; "days of the week" are counted, not measured.
        Term::Of => !matches!(r.term(i + 2), Term::The | Term::A | Term::Our | Term::Their),
        Term::Or | Term::And => amount::unit(r, i + 2).is_some(),
        _ => false,
    };
    if !governed && !followed {
        return None;
    }
    let pair =
        matches!(r.term(i + 1), Term::Or | Term::And) && amount::unit(r, i + 2).is_some_and(|_| r.word(i + 2).plural);
    let end = match (r.term(i + 1), r.term(i + 2)) {
        _ if pair => i + 3,
        (Term::Ahead, _) => i + 2,
        (Term::To, Term::Come) => i + 3,
        _ => i + 1,
    };
    Some(stretch(end, Amount::Some, false))
}
