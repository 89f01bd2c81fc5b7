//! The tense of the verb that governs an expression, as far as the words near it tell.

use crate::verb;
use copydesk_core::lang::Cue;
use copydesk_core::{Class, Reading};
use std::ops::Range;

/// So many tokens to either side are looked through for a verb: a clause of news has 12 on average.
const REACH: usize = 12;

/// So many tokens before a word that looks ahead may "had" stand: "had previously been scheduled to".
const PERFECT_REACH: usize = 5;

/// Where the verb puts what it tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Future,
    /// "has spoken of exercises in September": the perfect takes no definite time, so that the date belongs to something else.
    Perfect,
    None,
}

/// What one token says about tense.
fn sign(r: &Reading<'_>, i: usize) -> Tense {
    if !r.is(i, Class::WORD) {
        return Tense::None;
    }
    let (word, entry) = (r.lower(i), r.word(i));
    match word {
        // "in May"
        "may" if r.is(i, Class::CAPITAL) && !r.is(i, Class::LINE_START) => Tense::None,
        // "is set for 20 May", "set to open"
        "set" if matches!(r.lower(i + 1), "for" | "to") => Tense::Future,
        // "The talks were to end Thursday": whichever is nearer.
        "was" | "were" if r.lower(i + 1) == "to" => Tense::Perfect,
        // "will", "due", "takes effect Sept. 1"
        _ if entry.cue.any(Cue::AHEAD) => Tense::Future,
        "planned" if matches!(r.lower(i + 1), "for" | "a" | "an" | "to") => Tense::Future,
        _ if entry.cue.any(Cue::BEHIND) => Tense::Past,
        _ if r.is(i, Class::CAPITAL) && r.is(i - usize::from(i > 0), Class::CAPITAL) => Tense::None,
        _ if verb::is_past(entry, word) => Tense::Past,
        _ => Tense::None,
    }
}

/// Whether an infinitive that looks ahead begins at a token: "to meet", not "to the town".
fn infinitive(r: &Reading<'_>, i: usize) -> bool {
    r.lower(i) == "to"
        && r.is(i + 1, Class::WORD)
        && !r.is(
            i + 1,
            Class::CAPITAL | Class::TEMPORAL | Class::TIME_UNIT | Class::MONTH | Class::WEEKDAY | Class::NUMBER,
        )
        && (!r.is(i + 1, Class::FUNCTION) || matches!(r.lower(i + 1), "be" | "have"))
        && !r.lower(i + 1).ends_with("ing")
        && r.word(i.wrapping_sub(1)).cue.any(Cue::INTENT)
}

/// The tense that an expression stands in.
pub(crate) fn of(r: &Reading<'_>, tokens: &Range<usize>) -> Tense {
    match r.lower(tokens.start.wrapping_sub(1)) {
        "since" => return Tense::Past,
        "until" | "till" => return Tense::Future,
        // "the October vote": the article ties it to the noun, not to a verb.
        "the" | "a" | "an" | "its" | "his" | "her" | "their" => return Tense::None,
        // "as early as Tuesday", "no later than Friday"
        "as" if matches!(r.lower(tokens.start.wrapping_sub(2)), "early" | "soon") => return Tense::Future,
        "beginning" | "starting" | "effective" => return Tense::Future,
        "on" | "in" | "from"
            if matches!(r.lower(tokens.start.wrapping_sub(2)), "beginning" | "starting" | "effective") =>
        {
            return Tense::Future;
        }
        "than" if r.lower(tokens.start.wrapping_sub(2)) == "later" => return Tense::Future,
        _ => {}
    }
    let sentence = r.sentence_at(r.token(tokens.start).start);
    let bounds = r.sentences().get(sentence).map_or(0..0, |s| s.tokens.clone());
    let left = tokens.start.saturating_sub(REACH).max(bounds.start)..tokens.start;
    for i in left.rev() {
        if r.is(i, Class::QUOTE) && !r.glued(i + 1) || matches!(r.raw(i), ";" | ":") {
            break;
        }
        let tense = if infinitive(r, i) { Tense::Future } else { sign(r, i) };
        if tense == Tense::Past && looks_ahead(r, i) {
            return Tense::Future;
        }
        // "It had been due to finish Friday."
        let before = i.saturating_sub(PERFECT_REACH)..i;
        if tense == Tense::Future && before.into_iter().any(|j| r.lower(j) == "had") {
            return Tense::Past;
        }
        if tense == Tense::Past && is_perfect(r, i) {
            return Tense::Perfect;
        }
        if tense == Tense::Past && !dates_the_verb(r, tokens.start, i) {
            // "borrowed five billion, to be repaid by February": a goal is near, and rather ahead.
            let goal = matches!(r.lower(tokens.start.wrapping_sub(1)), "by" | "through" | "to");
            return if goal { Tense::Perfect } else { Tense::None };
        }
        if tense != Tense::None {
            return tense;
        }
    }
    for i in tokens.end..(tokens.end + REACH).min(bounds.end) {
        if matches!(r.raw(i), ";" | ":") {
            break;
        }
        if infinitive(r, i) {
            return Tense::Future;
        }
        let tense = sign(r, i);
        if tense != Tense::None {
            return tense;
        }
    }
    Tense::None
}

/// Whether a date at `start` is told of a past verb at `verb`: "met on 3 May", "said Tuesday". In "extended to 3 May", "asked for a reply by 3
/// May" and "missed the 3 May deadline" it belongs to something else.
fn dates_the_verb(r: &Reading<'_>, start: usize, verb: usize) -> bool {
    let before = start.wrapping_sub(1);
    before == verb
        || matches!(
            r.lower(before),
            "on" | "in"
                | "during"
                | "at"
                | "around"
                | "about"
                | "after"
                | "before"
                | "last"
                | ","
                | "here"
                | "there"
                | "and"
                | "over"
                | "late"
                | "early"
        )
        || !r.is(before, Class::FUNCTION | Class::BOUND)
}

/// Whether "has" or "have" stands before a participle, with an adverb between them at most.
fn is_perfect(r: &Reading<'_>, i: usize) -> bool {
    let has = |at: usize| matches!(r.lower(at), "has" | "have");
    let before = i.wrapping_sub(1);
    let adverb = matches!(r.lower(before), "been" | "also" | "already" | "not" | "never" | "long" | "just")
        || r.lower(before).ends_with("ly");
    has(before) || adverb && has(i.wrapping_sub(2))
}

/// "has until Friday", "is to be released", "are being held Monday": a form that looks like the past and is none.
fn looks_ahead(r: &Reading<'_>, i: usize) -> bool {
    // A participle behind "be" takes its tense from what stands before it: "will be sold Friday", "is to be sold Friday".
    let before = r.lower(i.wrapping_sub(1));
    matches!(before, "be" | "will" | "would" | "to")
        || matches!(r.lower(i), "have" | "has") && matches!(r.lower(i + 1), "until" | "to")
}
