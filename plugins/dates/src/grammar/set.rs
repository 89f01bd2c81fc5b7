//! Times that recur: "every Tuesday", "each month", "annually", "$5 a year", "twice a week".

use super::amount::{self, Quantity};
use super::bare;
use super::clock;
use super::cycle;
use crate::filter;
use crate::meaning::{Member, Recurrence};
use crate::timex::{Amount, Hour, Length, Unit};
use copydesk_core::lang::Term;
use copydesk_core::{Class, Reading};

/// So many tokens before "a year" may hold the number that recurs: "358,000 new factory jobs a month".
const COUNT_REACH: usize = 4;

fn every(n: i64, unit: Unit) -> Recurrence {
    Recurrence::Every(Length::new(Amount::Exact(n.into()), unit))
}

/// Reads a set, before which the amount `count` was read; answers the token behind it.
pub(super) fn read(r: &Reading<'_>, i: usize, count: Option<Quantity>) -> Option<(Recurrence, usize)> {
    if let Some(found) = nth_weekday(r, i).or_else(|| each_day_of_month(r, i)) {
        return Some(found);
    }
    if let Some(found) = times(r, i, count).or_else(|| weekday_part(r, i)) {
        return Some(found);
    }
    match r.term(i) {
        Term::Bi | Term::Semi if r.is(i + 1, Class::DASH) && r.glued(i + 1) => {
            let twice = r.term(i) == Term::Bi;
            let (n, unit) = match r.term(i + 2) {
                Term::Weekly if twice => (2, Unit::Week),
                Term::Monthly if twice => (2, Unit::Month),
                Term::Annual | Term::Annually if !twice => (6, Unit::Month),
                _ => return None,
            };
            Some((every(n, unit), i + 3))
        }
        Term::Every | Term::Each => each(r, i + 1),
        Term::Per | Term::A | Term::An => {
            let unit = amount::unit(r, i + 1).filter(|u| *u != Unit::Quarter && *u != Unit::Second)?;
            let singular = !r.word(i + 1).plural;
            let compound = r.is(i + 2, Class::DASH) && r.glued(i + 2);
            // "$5 a year or two" measures; "twice a week and once a month" recurs twice.
            let moved = matches!(r.term(i + 2), Term::Ago | Term::Later | Term::Earlier | Term::Before | Term::After)
                || matches!(r.term(i + 2), Term::Or | Term::And)
                    && (amount::and_a_half(r, i + 2).is_some() || r.is(i + 3, Class::NUMBER));
            let rate = r.term(i) == Term::Per || is_rate(r, i);
            (singular && rate && !compound && !moved).then(|| (every(1, unit), i + 2))
        }
        word if !filter::is_capital(r, i) || filter::begins(r, i) => {
            let (n, unit) = match word {
                Term::Hourly => (1, Unit::Hour),
                Term::Daily => (1, Unit::Day),
                Term::Weekly => (1, Unit::Week),
                Term::Fortnightly => (2, Unit::Week),
                Term::Monthly => (1, Unit::Month),
                Term::Annually | Term::Yearly | Term::Annual => (1, Unit::Year),
                Term::Biennial => (2, Unit::Year),
                Term::Biweekly => (2, Unit::Week),
                Term::Bimonthly => (2, Unit::Month),
                Term::Semiannual => (6, Unit::Month),
                Term::Nightly => (1, Unit::Day),
                Term::Weekends
                    if !r.is(i.wrapping_sub(1), Class::DIGITS | Class::NUMBER) && r.term(i + 1) != Term::Of =>
                {
                    (1, Unit::Weekend)
                }
                Term::Weekday | Term::Weekdays => return weekdays(r, i),
                _ => return plural_weekday(r, i),
            };
            // "the annual report" of a title has a capital behind it: "annual World Cup" still recurs.
            let compound = r.is(i + 1, Class::DASH) && r.glued(i + 1) || r.glued(i);
            // "the party daily Granma" is a newspaper.
            let newspaper = matches!(word, Term::Daily | Term::Weekly | Term::Monthly)
                && r.is(i + 1, Class::CAPITAL)
                && !r.is(i + 1, Class::FUNCTION);
            (!compound && !newspaper).then(|| (every(n, unit), i + 1))
        }
        _ => plural_weekday(r, i),
    }
}

/// "twice a week", "once every two years", "three times each month": TimeML makes it one expression (its `freq` is 2X).
fn times(r: &Reading<'_>, i: usize, count: Option<Quantity>) -> Option<(Recurrence, usize)> {
    let at = match r.term(i) {
        Term::Twice => i + 1,
        _ => {
            let mut count = count.filter(|q| !q.article)?;
            // "two or three times a year"
            if matches!(r.term(count.end), Term::Or | Term::To)
                && let Some(second) = amount::read(r, count.end + 1).filter(|q| !q.article)
                && r.term(second.end) == Term::Times
            {
                count = second;
            }
            match r.term(count.end) {
                Term::Times => count.end + 1,
                // "six days a week", "24 hours a day", "three days each month" (TimeML 1.2.1, 2.2.2.2: `freq`)
                _ => {
                    let unit = amount::unit(r, count.end)?;
                    let larger = amount::unit(r, count.end + 2).is_some_and(|whole| whole > unit);
                    let rate = matches!(r.term(count.end + 1), Term::A | Term::Per | Term::Each | Term::Every);
                    (larger && rate).then_some(count.end + 1)?
                }
            }
        }
    };
    match r.term(at) {
        Term::Every | Term::Each => each(r, at + 1),
        // "twice daily", "three times weekly"
        Term::Hourly => Some((every(1, Unit::Hour), at + 1)),
        Term::Daily | Term::Nightly => Some((every(1, Unit::Day), at + 1)),
        Term::Weekly => Some((every(1, Unit::Week), at + 1)),
        Term::Monthly => Some((every(1, Unit::Month), at + 1)),
        Term::Yearly | Term::Annually => Some((every(1, Unit::Year), at + 1)),
        Term::A | Term::An | Term::Per => {
            let unit = amount::unit(r, at + 1).filter(|unit| *unit != Unit::Second)?;
            let single = !r.word(at + 1).plural && !matches!(r.term(at + 2), Term::Ago | Term::Later | Term::Earlier);
            single.then(|| (every(1, unit), at + 2))
        }
        _ => None,
    }
}

/// "the third Thursday of each month", "the last Friday of every month"
fn nth_weekday(r: &Reading<'_>, i: usize) -> Option<(Recurrence, usize)> {
    let at = i + usize::from(r.term(i) == Term::The);
    if !r.is(at + 1, Class::WEEKDAY) && !r.is(at + 2, Class::WEEKDAY) {
        return None;
    }
    let at = match r.term(at) {
        Term::Last | Term::Final => at + 1,
        _ => amount::ordinal(r, at)?.tokens.end,
    };
    let weekday = r.word(at).weekday;
    let recurs = matches!(r.term(at + 1), Term::Of | Term::In) && matches!(r.term(at + 2), Term::Each | Term::Every);
    let month = amount::unit(r, at + 3) == Some(Unit::Month);
    (weekday > 0 && recurs && month).then_some((Recurrence::EachMember(Member::Weekday(weekday)), at + 4))
}

/// "the 15th of each month"
fn each_day_of_month(r: &Reading<'_>, i: usize) -> Option<(Recurrence, usize)> {
    let (day, at) = bare::day_of_month(r, i)?;
    let recurs = matches!(r.term(at), Term::Each | Term::Every) && r.term(at + 1) == Term::Month;
    recurs.then_some((Recurrence::EachMember(Member::DayOfMonth(day)), at + 2))
}

/// "Friday nights", "on Sunday mornings"
fn weekday_part(r: &Reading<'_>, i: usize) -> Option<(Recurrence, usize)> {
    let word = r.word(i);
    let part = clock::part(r.term(i + 1)).filter(|_| r.word(i + 1).plural)?;
    (word.weekday > 0 && !word.plural && !word.short)
        .then_some((Recurrence::EachMemberAt(word.weekday, Hour::Part(part)), i + 2))
}

/// "on Sundays", "Mondays"
fn plural_weekday(r: &Reading<'_>, i: usize) -> Option<(Recurrence, usize)> {
    let word = r.word(i);
    (word.weekday > 0 && word.plural).then_some((Recurrence::EachMember(Member::Weekday(word.weekday)), i + 1))
}

/// "weekdays", "weekday mornings", behind "every" the singular too; answers the token behind them.
fn weekdays(r: &Reading<'_>, i: usize) -> Option<(Recurrence, usize)> {
    let every = matches!(r.term(i.wrapping_sub(1)), Term::Every | Term::Each);
    let part = clock::part(r.term(i + 1)).filter(|_| every || r.word(i + 1).plural);
    match part {
        Some(part) => Some((Recurrence::Weekdays(Some(Hour::Part(part))), i + 2)),
        None => (every || r.term(i) == Term::Weekdays).then_some((Recurrence::Weekdays(None), i + 1)),
    }
}

/// Whether a number that recurs stands before "a year".
fn is_rate(r: &Reading<'_>, i: usize) -> bool {
    let before = r.term(i.wrapping_sub(1));
    if matches!(before, Term::Times | Term::Twice) || r.is(i.wrapping_sub(1), Class::PERCENT) {
        return true;
    }
    if r.is(i.wrapping_sub(1), Class::FUNCTION | Class::BOUND) || !r.is(i.wrapping_sub(1), Class::WORD | Class::DIGITS)
    {
        return false;
    }
    let reach = i.saturating_sub(COUNT_REACH)..i;
    reach
        .rev()
        .take_while(|&j| {
            !r.is(j, Class::STOP) && !matches!(r.term(j), Term::Comma | Term::Semicolon | Term::Colon) || r.glued(j + 1)
        })
        .any(|j| r.is(j, Class::DIGITS | Class::NUMBER | Class::CURRENCY) && !r.is(j + 1, Class::TIME_UNIT))
}

fn each(r: &Reading<'_>, i: usize) -> Option<(Recurrence, usize)> {
    if let Some(part) = clock::part(r.term(i)) {
        return Some((Recurrence::EachHour(Hour::Part(part)), i + 1));
    }
    if matches!(r.term(i), Term::Weekday) {
        return weekdays(r, i);
    }
    // "every other Thursday": TIMEX3's value says on which days, its `quant` how many of them.
    let other = usize::from(r.term(i) == Term::Other && r.is(i + 1, Class::WEEKDAY | Class::MONTH));
    if let Some(named) = cycle::member(r, i + other, true) {
        if let (Member::Weekday(weekday), Some(part)) = (named.member, clock::part(r.term(named.end))) {
            return Some((Recurrence::EachMemberAt(weekday, Hour::Part(part)), named.end + 1));
        }
        return Some((Recurrence::EachMember(named.member), named.end));
    }
    // "every third Thursday"
    let nth = amount::ordinal(r, i);
    if let Some(nth) = &nth
        && r.is(nth.tokens.end, Class::WEEKDAY)
        && let Some(named) = cycle::member(r, nth.tokens.end, true)
    {
        // "every first Monday of the month"
        let month = r.term(named.end) == Term::Of
            && matches!(r.term(named.end + 1), Term::The | Term::Each | Term::Every)
            && r.term(named.end + 2) == Term::Month;
        let end = named.end + if month { 3 } else { 0 };
        return Some((Recurrence::EachMember(named.member), end));
    }
    let (n, at) = match (r.term(i), nth) {
        (Term::Other, _) => (Amount::Exact(2.into()), i + 1),
        // "every third year", "every 10th day"
        (_, Some(nth)) => (Amount::Exact(nth.value), nth.tokens.end),
        (Term::Single | Term::Passing, _) => (Amount::Exact(1.into()), i + 1),
        _ => match amount::read(r, i) {
            Some(q) if !q.article => (q.amount, q.end),
            _ => (Amount::Exact(1.into()), i),
        },
    };
    let unit = amount::unit(r, at)?;
    Some((Recurrence::Every(Length::new(n, unit)), at + 1))
}
