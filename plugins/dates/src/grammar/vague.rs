//! Vague references: "now", "recently", "in recent weeks", "the near future".

use super::{Style, amount};
use crate::timex::Vague;
use copydesk_core::lang::Cue;
use copydesk_core::{Class, Reading};

/// "the not-too-distant future" has so many tokens.
const NOT_TOO_DISTANT: usize = 8;
/// "not so very long ago" has so many tokens before its last.
const LONGEST_AGO: usize = 4;
/// The verb that "soon" belongs to stands so many tokens before it at most: "expects to open the mine soon".
const SOON_REACH: usize = 6;

/// Reads a vague reference; answers the token behind it.
pub(super) fn read(r: &Reading<'_>, i: usize, style: Style) -> Option<(Vague, usize)> {
    let next = |n: usize| r.lower(i + n);
    let units = |at: usize| amount::unit(r, at).is_some() && r.lower(at).ends_with('s');
    match r.lower(i) {
        "now" | "currently" | "nowadays" => Some((Vague::Present, i + 1)),
        "right" if next(1) == "now" => Some((Vague::Present, i + 2)),
        "this" if next(1) == "day" && matches!(r.lower(i.wrapping_sub(1)), "to" | "until") && next(2) != "as" => {
            Some((Vague::Present, i + 2))
        }
        "this" if next(1) == "time" && r.lower(i.wrapping_sub(1)) == "at" => Some((Vague::Present, i + 2)),
        "these" if next(1) == "days" => Some((Vague::Present, i + 2)),
        "present" | "modern" if next(1) == "day" => Some((Vague::Present, i + 2)),
        "present" if r.is(i + 1, Class::DASH) && next(2) == "day" => Some((Vague::Present, i + 3)),
        "present" if matches!(r.lower(i.wrapping_sub(1)), "at" | "until" | "to") && !r.is(i + 1, Class::WORD) => {
            Some((Vague::Present, i + 1))
        }
        // "the current account" is a term; a current that flows is a noun and has an article, but no noun behind it.
        "current"
            if !r.is(i, Class::CAPITAL)
                && next(1) != "account"
                && r.is(i + 1, Class::WORD)
                && !r.is(i + 1, Class::FUNCTION) =>
        {
            Some((Vague::Present, i + 1))
        }
        // In a story "the former king" and "future wars" are dated against what is told (TIDES 2005, 3.2.1); in news "former" is a part
        // of a title, and "future" has no time of its own.
        "former" if style.narrative && r.is(i + 1, Class::WORD) => Some((Vague::Past, i + 1)),
        "future" if style.narrative && r.is(i + 1, Class::WORD) && !r.is(i + 1, Class::FUNCTION) && !units(i + 1) => {
            Some((Vague::Future, i + 1))
        }
        "soon" if !style.narrative && looks_ahead(r, i) => Some((Vague::Future, i + 1)),
        // "long ago", "not so long ago", "a short while ago", "some time ago"
        "a" | "some" | "not" | "long" if let Some(end) = long_ago(r, i) => Some((Vague::Past, end)),
        "the" if next(1) == "other" && matches!(next(2), "day" | "night" | "week") => Some((Vague::Past, i + 3)),
        "recently" | "lately" => {
            let more = r.lower(i.wrapping_sub(1)) == "as";
            (!more).then_some((Vague::Past, i + 1))
        }
        "recent" if r.is(i + 1, Class::WORD) => {
            if !units(i + 1) {
                return Some((Vague::Past, i + 1));
            }
            let pair = matches!(next(2), "and" | "or") && units(i + 3);
            Some((Vague::Past, if pair { i + 4 } else { i + 2 }))
        }
        "the" if next(1) == "recent" && next(2) == "past" => Some((Vague::Past, i + 3)),
        "the" if next(1) == "past" => {
            let alone = !r.is(i + 2, Class::WORD | Class::DIGITS | Class::DASH)
                || r.is(i + 2, Class::FUNCTION) && !matches!(next(2), "few" | "some");
            (matches!(r.lower(i.wrapping_sub(1)), "in" | "of" | "from" | "than") && alone)
                .then_some((Vague::Past, i + 2))
        }
        "past" if units(i + 1) && next(1) != "days" => Some((Vague::Past, i + 2)),
        "the" if matches!(next(1), "near" | "foreseeable" | "immediate" | "distant" | "short" | "long" | "medium") => {
            let noun = matches!(next(2), "future" | "term");
            let led = matches!(r.lower(i.wrapping_sub(1)), "in" | "for" | "over" | "of" | "into" | "beyond");
            let compound = r.is(i + 3, Class::WORD) && !r.is(i + 3, Class::FUNCTION);
            (noun && led && !compound).then_some((Vague::Future, i + 3))
        }
        // "in the not-too-distant future"
        "the" if next(1) == "not" => {
            let end = (i + 2..i + NOT_TOO_DISTANT).find(|&at| r.lower(at) == "future")?;
            let distant = (i + 2..end).any(|at| r.lower(at) == "distant");
            (distant && r.lower(i.wrapping_sub(1)) == "in").then_some((Vague::Future, end + 1))
        }
        "the" if next(1) == "distant" && next(2) == "past" => Some((Vague::Past, i + 3)),
        "the" if next(1) == "future" => {
            let alone = !r.is(i + 2, Class::WORD) || r.is(i + 2, Class::FUNCTION) && next(2) != "of";
            (alone && matches!(r.lower(i.wrapping_sub(1)), "in" | "for" | "into")).then_some((Vague::Future, i + 2))
        }
        "future" if r.lower(i.wrapping_sub(1)) == "in" && !r.is(i + 1, Class::WORD) => Some((Vague::Future, i + 1)),
        "future" if units(i + 1) => Some((Vague::Future, i + 2)),
        "the" if next(1) == "coming" && units(i + 2) => Some((Vague::Future, i + 3)),
        "coming" if units(i + 1) => Some((Vague::Future, i + 2)),
        _ => None,
    }
}

/// "long ago", "not so long ago", "a short while ago"; answers the token behind "ago".
fn long_ago(r: &Reading<'_>, i: usize) -> Option<usize> {
    let blurred =
        |at: usize| matches!(r.lower(at), "so" | "very" | "too" | "long" | "short" | "little" | "time" | "while");
    let ago = (i + 1..=i + LONGEST_AGO).find(|&at| !blurred(at))?;
    (r.lower(ago) == "ago").then_some(ago + 1)
}

/// Whether "soon" stands by a verb that looks ahead: "will soon vote", "expects to open soon"; "as soon as", "soon afterwards" order two
/// events.
fn looks_ahead(r: &Reading<'_>, i: usize) -> bool {
    let orders = matches!(r.lower(i.wrapping_sub(1)), "as" | "how" | "too" | "so" | "very")
        || matches!(r.lower(i + 1), "after" | "afterwards" | "afterward" | "as" | "thereafter");
    let ahead = |at: usize| r.word(at).cue.any(Cue::AHEAD) || r.lower(at) == "to" && !r.is(at + 1, Class::FUNCTION);
    !orders && (i.saturating_sub(SOON_REACH)..i).chain([i + 1]).any(ahead)
}
