//! Members of a cycle: weekdays, months, seasons, quarters, halves, holidays; and which of them is meant.

use super::{amount, year};
use crate::filter;
use crate::holiday;
use crate::meaning::{Member, Pick, Point};
use crate::timex::{Season, Unit};
use copydesk_core::lang::Term;
use copydesk_core::{Class, Reading};

/// What picks one of many, and the token behind it.
pub(super) struct Picked {
    pub pick: Pick,
    pub end: usize,
    /// The article stands before it, or alone.
    pub the: bool,
    /// Nothing but the article: "the quarter".
    pub bare: bool,
}

/// Reads "last", "the next", "this past", "that same", "the".
pub(super) fn pick(r: &Reading<'_>, i: usize) -> Option<Picked> {
    let the = r.term(i) == Term::The;
    let at = i + usize::from(the);
    let found = |pick, words| Some(Picked { pick, end: at + words, the, bare: false });
    match (r.term(at), r.term(at + 1)) {
        (Term::This | Term::These, Term::Past | Term::Last) if !the => found(Pick::Last, 2),
        (Term::This, Term::Coming | Term::Next) if !the => found(Pick::Next, 2),
        (Term::This | Term::That, Term::Same | Term::Very) if !the => found(Pick::Same, 2),
        (Term::Very, Term::Same | Term::Next) if the => {
            found(if r.term(at + 1) == Term::Same { Pick::Same } else { Pick::Following }, 2)
        }
        (Term::Last | Term::Latest, _) => found(if r.term(at) == Term::Last { Pick::Last } else { Pick::Nearest }, 1),
        (Term::Past, _) => found(Pick::Last, 1),
        (Term::Next | Term::Coming | Term::Upcoming, _) => found(Pick::Next, 1),
        (Term::This | Term::Current | Term::Present | Term::Ongoing, _)
            if the || r.term(at) == Term::This || r.term(at) == Term::Current =>
        {
            found(Pick::This, 1)
        }
        (Term::Following | Term::Subsequent, _) if the => found(Pick::Following, 1),
        (Term::Previous | Term::Preceding | Term::Prior, _) => found(Pick::Previous, 1),
        (Term::Same, _) if the => found(Pick::Same, 1),
        (Term::That, _) if !the => found(Pick::Same, 1),
        _ if the => Some(Picked { pick: Pick::Nearest, end: at, the, bare: true }),
        _ => None,
    }
}

fn season(word: Term) -> Option<Season> {
    Some(match word {
        Term::Spring | Term::Springtime => Season::Spring,
        Term::Summer | Term::Summertime => Season::Summer,
        Term::Autumn | Term::Fall => Season::Fall,
        Term::Winter | Term::Wintertime => Season::Winter,
        _ => return None,
    })
}

/// The plural of a weekday or season, which is counted: "Fridays", "summers"; answers the token behind it.
pub(super) fn members(r: &Reading<'_>, i: usize) -> Option<(Member, usize)> {
    let word = r.word(i);
    if word.weekday > 0 && word.plural {
        return Some((Member::Weekday(word.weekday), i + 1));
    }
    let season = match r.term(i) {
        Term::Springs => Season::Spring,
        Term::Summers => Season::Summer,
        Term::Autumns => Season::Fall,
        Term::Winters => Season::Winter,
        _ => return None,
    };
    Some((Member::Season(season), i + 1))
}

/// An ordinal from 1 to 4 before "quarter", 1 or 2 before "half", with the hyphen between them.
pub(super) fn share_of_year(r: &Reading<'_>, i: usize) -> Option<(Member, usize)> {
    let (nth, at) = match r.term(i) {
        Term::Final | Term::Last => (0, i + 1),
        Term::Latter => (2, i + 1),
        Term::Q if r.is(i + 1, Class::DIGITS) && r.glued(i + 1) && r.is(i, Class::CAPITAL) => {
            let quarter = r.raw(i + 1).parse().ok().filter(|q| (1..=4).contains(q))?;
            return Some((Member::Quarter(quarter), i + 2));
        }
        Term::H if r.is(i + 1, Class::DIGITS) && r.glued(i + 1) && r.is(i, Class::CAPITAL) => {
            let half = r.raw(i + 1).parse().ok().filter(|h| (1..=2).contains(h))?;
            return Some((Member::Half(half), i + 2));
        }
        // "3Q 2030", "1H30"
        _ if r.is(i, Class::DIGITS)
            && r.raw(i).len() == 1
            && r.glued(i + 1)
            && r.is(i + 1, Class::CAPITAL)
            && matches!(r.term(i + 1), Term::Q | Term::H) =>
        {
            let nth: u8 = r.raw(i).parse().ok()?;
            return match r.term(i + 1) {
                Term::Q if (1..=4).contains(&nth) => Some((Member::Quarter(nth), i + 2)),
                Term::H if (1..=2).contains(&nth) => Some((Member::Half(nth), i + 2)),
                _ => None,
            };
        }
        _ if !r.is(i, Class::NUMBER) => {
            let number = amount::ordinal(r, i)?;
            (number.value.whole().filter(|n| (1..=4).contains(n))? as u8, number.tokens.end)
        }
        _ => return None,
    };
    let at = at + usize::from(r.is(at, Class::DASH) && r.glued(at));
    let fiscal = usize::from(matches!(r.term(at), Term::Fiscal | Term::Calendar));
    match r.term(at + fiscal) {
        Term::Quarter => Some((Member::Quarter(if nth == 0 { 4 } else { nth }), at + fiscal + 1)),
        // "the second half" of a match is no half-year: the year must follow, see `of_year`.
        Term::Half if nth <= 2 => Some((Member::Half(if nth == 0 { 2 } else { nth }), at + fiscal + 1)),
        _ => None,
    }
}

/// A member as it stands in the text.
pub(super) struct Named {
    pub member: Member,
    pub end: usize,
    /// It needs a word that shows it for a time: "half", "spring", "fall".
    pub weak: bool,
}

/// Reads the name of a member. `picked` says whether a word like "last" stands before it.
pub(super) fn member(r: &Reading<'_>, i: usize, picked: bool) -> Option<Named> {
    let class = r.class(i);
    let strong = |member, end| Some(Named { member, end, weak: false });
    // Before months and weekdays: "May Day", "Easter Monday".
    if let Some((line, end)) = holiday::read(r, i) {
        return match r.term(end) {
            Term::Week => strong(Member::Around(line, Unit::Week), end + 1),
            Term::Weekend => strong(Member::Around(line, Unit::Weekend), end + 1),
            _ => strong(Member::Holiday(line), end),
        };
    }
    if class.any(Class::WEEKDAY) && filter::is_weekday(r, i, picked) {
        let stop = usize::from(r.term(i + 1) == Term::Dot && r.glued(i + 1) && r.word(i).short);
        return strong(Member::Weekday(r.word(i).weekday), i + 1 + stop);
    }
    if class.any(Class::MONTH) && filter::is_month(r, i, picked) {
        let month = r.word(i);
        let stop = usize::from(
            r.term(i + 1) == Term::Dot
                && r.glued(i + 1)
                && month.short
                && r.is(i + 2, Class::WORD)
                && !r.is(i + 2, Class::CAPITAL),
        );
        return strong(Member::Month(month.month), i + 1 + stop);
    }
    if class.any(Class::TEMPORAL)
        && let Some(season) = season(r.term(i))
    {
        let capital_name = filter::is_capital(r, i) && r.is(i + 1, Class::CAPITAL) && r.is(i + 1, Class::WORD);
        let compound = r.is(i + 1, Class::DASH) && r.glued(i + 1);
        if capital_name || compound {
            return None;
        }
        return Some(Named { member: Member::Season(season), end: i + 1, weak: true });
    }
    let fiscal = usize::from(matches!(r.term(i), Term::Fiscal | Term::Flat));
    share_of_year(r, i + fiscal).map(|(member, end)| {
        let unnamed_half = matches!(member, Member::Half(_));
        Named { member, end, weak: unnamed_half }
    })
}

/// The token behind the second half of a year that spans two: "1914-15", "1999-2000", "2029/30"; the first names it.
pub(super) fn split_year(r: &Reading<'_>, year: i16, end: usize) -> usize {
    let next = i32::from(year) + 1;
    let second = if r.raw(end + 1).len() == 2 { next.rem_euclid(100) } else { next };
    let split = (r.is(end, Class::DASH) || r.term(end) == Term::Slash) && r.glued(end) && r.glued(end + 1);
    if split && r.raw(end + 1).parse() == Ok(second) { end + 2 } else { end }
}

/// The year that a member belongs to: "of 1998", "last year", "of that year", "of fiscal 1990"; answers the token behind it.
pub(super) fn of_year(r: &Reading<'_>, i: usize, bare: bool) -> Option<(Pick, usize)> {
    let comma = usize::from(r.term(i) == Term::Comma);
    let of = usize::from(matches!(r.term(i + comma), Term::Of | Term::In));
    let mut at = i + comma + of;
    let the = usize::from(of == 1 && r.term(at) == Term::The && r.term(at + 1) != Term::Year);
    if matches!(r.term(at + the), Term::Fiscal | Term::Calendar)
        || (the == 0 && r.term(at) == Term::The && r.term(at + 1) == Term::Year && r.is(at + 2, Class::DIGITS))
    {
        at += the + 1 + usize::from(r.term(at + the + 1) == Term::Year);
    }
    if let Some((year, end)) = year::year(r, at, of == 1) {
        // "the third quarter, 1989" and "summer 1998"; but "on Tuesday, 2000 people"
        // "the winter of 1914-15", "winter 1999-2000" go by the year that they begin in.
        let end = split_year(r, year, end);
        return (bare || of == 1).then_some((Pick::Year(year), end));
    }
    if comma == 1 {
        return None;
    }
    let picked = pick(r, at).filter(|p| !p.bare || of == 1)?;
    let fiscal = usize::from(matches!(r.term(picked.end), Term::Fiscal | Term::Calendar | Term::Financial));
    if r.term(picked.end + fiscal) != Term::Year {
        return None;
    }
    let year = Point::Unit(Unit::Year, if picked.bare { Pick::Nearest } else { picked.pick });
    Some((Pick::Of(Box::new(year)), picked.end + fiscal + 1))
}
