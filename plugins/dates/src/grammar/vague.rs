//! Vague references: "now", "recently", "in recent weeks", "the near future".

use super::{Style, amount};
use crate::filter;
use crate::timex::Vague;
use copydesk_core::lang::{Cue, Term};
use copydesk_core::{Class, Reading};

/// "the not-too-distant future" has so many tokens.
const NOT_TOO_DISTANT: usize = 8;
/// "not so very long ago" has so many tokens before its last.
const LONGEST_AGO: usize = 4;
/// The verb that "soon" belongs to stands so many tokens before it at most: "expects to open the mine soon".
const SOON_REACH: usize = 6;

/// Reads a vague reference; answers the token behind it.
pub(super) fn read(r: &Reading<'_>, i: usize, style: Style) -> Option<(Vague, usize)> {
    let next = |n: usize| r.term(i + n);
    let units = |at: usize| amount::unit(r, at).is_some() && r.word(at).plural;
    match r.term(i) {
        Term::Now | Term::Nowadays => Some((Vague::Present, i + 1)),
        Term::Right if next(1) == Term::Now => Some((Vague::Present, i + 2)),
        Term::This
            if next(1) == Term::Day
                && matches!(r.term(i.wrapping_sub(1)), Term::To | Term::Until)
                && next(2) != Term::As =>
        {
            Some((Vague::Present, i + 2))
        }
        // "At this time is when he ran": the time told of.
        Term::This
            if next(1) == Term::Time && r.term(i.wrapping_sub(1)) == Term::At && !matches!(next(3), Term::When) =>
        {
            Some((Vague::Present, i + 2))
        }
        Term::These if next(1) == Term::Days => Some((Vague::Present, i + 2)),
        Term::Present | Term::Modern if next(1) == Term::Day => Some((Vague::Present, i + 2)),
        Term::Present if r.is(i + 1, Class::DASH) && next(2) == Term::Day => Some((Vague::Present, i + 3)),
        Term::Present
            if matches!(r.term(i.wrapping_sub(1)), Term::At | Term::Until | Term::To) && !r.is(i + 1, Class::WORD) =>
        {
            Some((Vague::Present, i + 1))
        }
        // "the current account" is a term; a current that flows is a noun and has an article, but no noun behind it.
        Term::Current
            if !filter::is_capital(r, i)
                && next(1) != Term::Account
                && r.is(i + 1, Class::WORD)
                && !r.is(i + 1, Class::FUNCTION) =>
        {
            Some((Vague::Present, i + 1))
        }
        // In a story "the former king" and "future wars" are dated against what is told (TIDES 2005, 3.2.1); in news "former" is a part
        // of a title, and "future" has no time of its own.
        Term::Former if style.narrative && r.is(i + 1, Class::WORD) => Some((Vague::Past, i + 1)),
        Term::Future
            if style.narrative && r.is(i + 1, Class::WORD) && !r.is(i + 1, Class::FUNCTION) && !units(i + 1) =>
        {
            Some((Vague::Future, i + 1))
        }
        Term::Soon if !style.narrative && looks_ahead(r, i) => Some((Vague::Future, i + 1)),
        // "long ago", "not so long ago", "a short while ago", "some time ago"
        Term::A | Term::Some | Term::Not | Term::Long if let Some(end) = long_ago(r, i) => Some((Vague::Past, end)),
        Term::The if next(1) == Term::Other && matches!(next(2), Term::Day | Term::Night | Term::Week) => {
            Some((Vague::Past, i + 3))
        }
        Term::Recently => {
            let more = r.term(i.wrapping_sub(1)) == Term::As;
            (!more).then_some((Vague::Past, i + 1))
        }
        Term::Recent if r.is(i + 1, Class::WORD) => {
            if !units(i + 1) {
                return Some((Vague::Past, i + 1));
            }
            let pair = matches!(next(2), Term::And | Term::Or) && units(i + 3);
            Some((Vague::Past, if pair { i + 4 } else { i + 2 }))
        }
        Term::The if matches!(next(1), Term::Recent | Term::Distant) && next(2) == Term::Past => {
            Some((Vague::Past, i + 3))
        }
        Term::The if next(1) == Term::Past => {
            let alone = !r.is(i + 2, Class::WORD | Class::DIGITS | Class::DASH)
                || r.is(i + 2, Class::FUNCTION) && !matches!(next(2), Term::Few | Term::Some);
            (matches!(r.term(i.wrapping_sub(1)), Term::In | Term::Of | Term::From | Term::Than) && alone)
                .then_some((Vague::Past, i + 2))
        }
        Term::Past if units(i + 1) && next(1) != Term::Days => Some((Vague::Past, i + 2)),
        Term::The if matches!(next(1), Term::Near | Term::Distant | Term::Short | Term::Long) => {
            let noun = matches!(next(2), Term::Future | Term::Term);
            let led = matches!(
                r.term(i.wrapping_sub(1)),
                Term::In | Term::For | Term::Over | Term::Of | Term::Into | Term::Beyond
            );
            let compound = r.is(i + 3, Class::WORD) && !r.is(i + 3, Class::FUNCTION);
            (noun && led && !compound).then_some((Vague::Future, i + 3))
        }
        // "in the not-too-distant future"
        Term::The if next(1) == Term::Not => {
            let end = (i + 2..i + NOT_TOO_DISTANT).find(|&at| r.term(at) == Term::Future)?;
            let distant = (i + 2..end).any(|at| r.term(at) == Term::Distant);
            (distant && r.term(i.wrapping_sub(1)) == Term::In).then_some((Vague::Future, end + 1))
        }
        Term::The if next(1) == Term::Future => {
            let alone = !r.is(i + 2, Class::WORD) || r.is(i + 2, Class::FUNCTION) && next(2) != Term::Of;
            (alone && matches!(r.term(i.wrapping_sub(1)), Term::In | Term::For | Term::Into))
                .then_some((Vague::Future, i + 2))
        }
        Term::Future if r.term(i.wrapping_sub(1)) == Term::In && !r.is(i + 1, Class::WORD) => {
            Some((Vague::Future, i + 1))
        }
        Term::Future if units(i + 1) => Some((Vague::Future, i + 2)),
        Term::The if next(1) == Term::Coming && units(i + 2) => Some((Vague::Future, i + 3)),
        Term::Coming if units(i + 1) => Some((Vague::Future, i + 2)),
        _ => None,
    }
}

/// "long ago", "not so long ago", "a short while ago"; answers the token behind "ago".
fn long_ago(r: &Reading<'_>, i: usize) -> Option<usize> {
    let blurred = |at: usize| {
        matches!(
            r.term(at),
            Term::So | Term::Very | Term::Too | Term::Long | Term::Short | Term::Little | Term::Time | Term::While
        )
    };
    let ago = (i + 1..=i + LONGEST_AGO).find(|&at| !blurred(at))?;
    (r.term(ago) == Term::Ago).then_some(ago + 1)
}

/// Whether "soon" stands by a verb that looks ahead: "will soon vote", "expects to open soon", "Soon the council will vote"; "as soon
/// as", "soon afterwards" order two events.
fn looks_ahead(r: &Reading<'_>, i: usize) -> bool {
    let orders = matches!(r.term(i.wrapping_sub(1)), Term::As | Term::How | Term::Too | Term::So | Term::Very)
        || matches!(r.term(i + 1), Term::After | Term::Afterwards | Term::Afterward | Term::As | Term::Thereafter);
    let ahead = |at: usize| {
        r.word(at).cue.any(Cue::AHEAD | Cue::ARRANGED) || r.term(at) == Term::To && !r.is(at + 1, Class::FUNCTION)
    };
    let behind = i + if r.is(i, Class::CAPITAL) { SOON_REACH } else { 1 };
    !orders && (i.saturating_sub(SOON_REACH)..i).chain(i + 1..=behind).any(ahead)
}
