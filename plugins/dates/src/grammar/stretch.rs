//! Lengths of time with an article or a direction, and with what fills them: "the past two months", "three weeks of heavy fighting".

use super::{Style, amount, bound, cycle, duration};
use crate::meaning::{Expression, Lies, Meaning, Modifier};
use crate::timex::{Amount, Length, Unit};
use copydesk_core::lang::{Cue, Term, inflection};
use copydesk_core::{Class, Reading};

/// What fills a length has so many words at most behind its article: "the Battle of the Port".
const LONGEST_FILLING: usize = 5;

/// "the past two months", "the first nine months", "the next few years", "the two weeks".
pub(super) fn directed(r: &Reading<'_>, i: usize, style: Style) -> Option<Expression> {
    let the = usize::from(matches!(r.term(i), Term::The | Term::These | Term::Those | Term::This));
    let (lies, at) = match r.term(i + the) {
        Term::Last | Term::Past | Term::Latest => (Some(Lies::Past), i + the + 1),
        Term::Next | Term::Coming => (Some(Lies::Future), i + the + 1),
        Term::Previous
        | Term::Preceding
        | Term::First
        | Term::Final
        | Term::Following
        | Term::Whole
        | Term::Full
        | Term::Initial
        | Term::Remaining
        | Term::Other => (None, i + the + 1),
        _ if the == 1 && r.term(i) != Term::This => (None, i + 1),
        _ => return None,
    };
    let make = |end, length, modifier| {
        // "the last three months of 2030" are not the three before now.
        let named = r.term(end) == Term::Of && (cycle::of_year(r, end, true).is_some() || r.is(end + 1, Class::MONTH));
        let meaning = Meaning::Length(length, lies.filter(|_| !named));
        let end = filled(r, &meaning, end, style);
        Some(Expression { tokens: i..end, meaning, modifier, rule: "stretch" })
    };
    if let Some((modifier, behind)) = bound(r, at)
        && let Some(stretch) = duration::read(r, behind).filter(|s| !s.article)
    {
        return make(stretch.end, stretch.length, Some(modifier));
    }
    if let Some(stretch) = duration::read(r, at).filter(|s| !s.article) {
        // "the two-day visit", "the 30-year bond": with a hyphen the article belongs to the noun.
        let hyphened = r.is(stretch.end - 2, Class::DASH) && r.glued(stretch.end - 1);
        // "the two day rally" is the same with the hyphen left out, "the two days of music" counts.
        let adjective =
            lies.is_none() && (!r.word(stretch.end - 1).plural || r.term(stretch.end) == Term::Of && at == i + 1);
        if hyphened && lies.is_none() || adjective || r.term(stretch.end) == Term::Ago {
            return None;
        }
        let mut so = usize::from(r.term(stretch.end) == Term::Or && r.term(stretch.end + 1) == Term::So) * 2;
        // "the first ten months of 1915" is one expression in a story (TIDES 2005), two in news (TimeML 1.2.1).
        if style.narrative
            && matches!(r.term(at - 1), Term::First | Term::Last | Term::Final)
            && matches!(r.term(stretch.end), Term::Of | Term::In)
            && let Some((_, end)) = cycle::of_year(r, stretch.end, true)
        {
            so = end - stretch.end;
            return make(stretch.end + so, stretch.length, stretch.modifier);
        }
        return make(stretch.end + so, stretch.length, if so > 0 { Some(Modifier::Approx) } else { stretch.modifier });
    }
    // "the past decade", "the past week": one of them, up to now. "the last year" is a year of the calendar.
    let unit = amount::unit(r, at)?;
    if let Some(end) = amount::and_a_half(r, at + 1).filter(|_| lies.is_some()) {
        let amount = Amount::Exact("1.5".parse().ok()?);
        return make(end, Length::new(amount, unit), None);
    }
    let single = !r.word(at).plural
        && matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century | Unit::Hour);
    let far = matches!(unit, Unit::Decade | Unit::Century) && r.term(at - 1) == Term::Next;
    if the == 1 && r.term(i) == Term::The && single && (r.term(at - 1) == Term::Past || far) {
        return make(at + 1, Length::new(Amount::Exact(1.into()), unit), None);
    }
    // "the whole week", "the entire year"
    if the == 1 && r.term(at - 1) == Term::Whole && single && r.term(at + 1) != Term::Of {
        return make(at + 1, Length::new(Amount::Exact(1.into()), unit), None);
    }
    // "the weeks ahead", "the days to come", "the months before the war", "the years since"
    if the == 1 && at == i + 1 && r.term(i) == Term::The && r.word(at).plural && !unit.is_clock() {
        let length = Length::new(Amount::Some, unit);
        match (r.term(at + 1), r.term(at + 2)) {
            (Term::Ahead, _) => return make(at + 2, length, None),
            (Term::To, Term::Come) => return make(at + 3, length, None),
            (Term::Before | Term::After | Term::Following | Term::Preceding | Term::Since, _)
            | (Term::Leading, Term::Up | Term::To) => {
                return make(at + 1, length, None);
            }
            _ => {}
        }
    }
    // "the following months", "the first days": nobody says how many.
    let plural = r.word(at).plural
        && the == 1
        && matches!(
            r.term(at - 1),
            Term::Following
                | Term::Last
                | Term::First
                | Term::Final
                | Term::Previous
                | Term::Remaining
                | Term::Preceding
                | Term::Next
        );
    if plural && !unit.is_clock() && unit != Unit::Quarter && unit != Unit::Weekend {
        return make(at + 1, Length::new(Amount::Some, unit), None);
    }
    None
}

/// In a story a length takes along what fills it, as TIDES (2005) marks it: "three weeks of heavy fighting", "the first years of the
/// war"; answers the token behind. TimeML, after which news is marked, leaves it out.
pub(super) fn filled(r: &Reading<'_>, meaning: &Meaning, end: usize, style: Style) -> usize {
    if !style.narrative || r.term(end) != Term::Of || !matches!(meaning, Meaning::Length(..)) {
        return end;
    }
    let article = matches!(r.term(end + 1), Term::The | Term::This | Term::That | Term::A | Term::An);
    let first = end + 1 + usize::from(article);
    let times = Class::MONTH | Class::WEEKDAY | Class::TIME_UNIT | Class::TEMPORAL | Class::NUMBER | Class::ORDINAL;
    let mut at = first;
    while at < first + LONGEST_FILLING {
        let plain = r.is(at, Class::WORD) && !r.is(at, Class::FUNCTION) && !r.is(at, times);
        // "three weeks of fighting ended": the verb goes on with the sentence.
        let verb = at > first && !r.is(at, Class::CAPITAL) && inflection::is_past(r.word(at), r.lower(at));
        let hyphen = at > first && r.is(at, Class::DASH) && r.glued(at) && r.glued(at + 1);
        // "the Battle of Telis", "the Siege of the Gate"
        let named = at > first && r.term(at) == Term::Of && r.is(at - 1, Class::CAPITAL);
        let name = at + 1 + usize::from(r.term(at + 1) == Term::The);
        if named && r.is(name, Class::CAPITAL) {
            at = name;
        } else if !hyphen && (!plain || verb) {
            break;
        }
        at += 1;
    }
    if at == first { end } else { at }
}

/// Whether "a year", with no number and no "ago", measures time: "for a year", "a month of talks"; not "what a day", "a second".
pub(super) fn article_may_count(r: &Reading<'_>, i: usize, stretch: &duration::Stretch) -> bool {
    let before = i.wrapping_sub(1);
    let governed = r.word(before).cue.any(Cue::LENGTH);
    match stretch.length.unit {
        Unit::Quarter | Unit::Second | Unit::Weekend => false,
        Unit::Minute | Unit::Day | Unit::Hour => governed && r.term(before) != Term::Of,
        _ => governed || matches!(r.term(stretch.end), Term::Of | Term::For | Term::Away | Term::Since),
    }
}
