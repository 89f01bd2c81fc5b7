//! The tense of the verb that governs an expression, as far as the words near it tell.

use copydesk_core::lang::{Cue, Term, inflection};
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
    let entry = r.word(i);
    match r.term(i) {
        // "in May"
        Term::May if r.is(i, Class::CAPITAL) && !r.is(i, Class::LINE_START) => Tense::None,
        // "is set for 20 May", "set to open"
        Term::Set if matches!(r.term(i + 1), Term::For | Term::To) => Tense::Future,
        // "The talks were to end Thursday": whichever is nearer.
        Term::Was if r.term(i + 1) == Term::To => Tense::Perfect,
        // "will", "due", "takes effect Sept. 1"
        _ if entry.cue.any(Cue::AHEAD) => Tense::Future,
        Term::Planned if matches!(r.term(i + 1), Term::For | Term::A | Term::An | Term::To) => Tense::Future,
        _ if entry.cue.any(Cue::BEHIND) => Tense::Past,
        _ if r.is(i, Class::CAPITAL) && r.is(i - usize::from(i > 0), Class::CAPITAL) => Tense::None,
        _ if inflection::is_past(entry, r.lower(i)) => Tense::Past,
        _ => Tense::None,
    }
}

/// Whether an infinitive that looks ahead begins at a token: "to meet", not "to the town".
fn infinitive(r: &Reading<'_>, i: usize) -> bool {
    r.term(i) == Term::To
        && r.is(i + 1, Class::WORD)
        && !r.is(
            i + 1,
            Class::CAPITAL | Class::TEMPORAL | Class::TIME_UNIT | Class::MONTH | Class::WEEKDAY | Class::NUMBER,
        )
        && (!r.is(i + 1, Class::FUNCTION) || matches!(r.term(i + 1), Term::Be | Term::Have))
        && !inflection::is_gerund(r.lower(i + 1))
        && r.word(i.wrapping_sub(1)).cue.any(Cue::INTENT)
}

/// The tense that an expression stands in.
pub(crate) fn of(r: &Reading<'_>, tokens: &Range<usize>) -> Tense {
    match r.term(tokens.start.wrapping_sub(1)) {
        Term::Since => return Tense::Past,
        Term::Until | Term::Till => return Tense::Future,
        // "the October vote": the article ties it to the noun, not to a verb.
        Term::The | Term::A | Term::An | Term::His | Term::Her | Term::Their => return Tense::None,
        // "as early as Tuesday", "no later than Friday"
        Term::As if matches!(r.term(tokens.start.wrapping_sub(2)), Term::Early | Term::Soon) => return Tense::Future,
        Term::Beginning | Term::Starting => return Tense::Future,
        Term::On | Term::In | Term::From
            if matches!(r.term(tokens.start.wrapping_sub(2)), Term::Beginning | Term::Starting) =>
        {
            return Tense::Future;
        }
        // "two weeks from Tuesday"
        Term::From if r.is(tokens.start.wrapping_sub(2), Class::TIME_UNIT) => return Tense::Future,
        Term::Than if r.term(tokens.start.wrapping_sub(2)) == Term::Later => return Tense::Future,
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
        if tense == Tense::Future && before.into_iter().any(|j| r.term(j) == Term::Had) {
            return Tense::Past;
        }
        if tense == Tense::Past && is_perfect(r, i) {
            return Tense::Perfect;
        }
        if tense == Tense::Past && !dates_the_verb(r, tokens.start, i) {
            // "borrowed five billion, to be repaid by February": a goal is near, and rather ahead.
            let goal = matches!(r.term(tokens.start.wrapping_sub(1)), Term::By | Term::Through | Term::To);
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
            r.term(before),
            Term::On
                | Term::In
                | Term::During
                | Term::At
                | Term::Around
                | Term::About
                | Term::After
                | Term::Before
                | Term::Last
                | Term::Comma
                | Term::Here
                | Term::And
                | Term::Over
                | Term::Late
                | Term::Early
        )
        || !r.is(before, Class::FUNCTION | Class::BOUND)
}

/// Whether "has" or "have" stands before a participle, with an adverb between them at most.
fn is_perfect(r: &Reading<'_>, i: usize) -> bool {
    let has = |at: usize| matches!(r.term(at), Term::Has | Term::Have);
    let before = i.wrapping_sub(1);
    let adverb = matches!(r.term(before), Term::Been | Term::Already | Term::Not | Term::Long | Term::Just)
        || inflection::is_adverb(r.lower(before));
    has(before) || adverb && has(i.wrapping_sub(2))
}

/// "has until Friday", "is to be released", "are being held Monday": a form that looks like the past and is none.
fn looks_ahead(r: &Reading<'_>, i: usize) -> bool {
    // A participle behind "be" takes its tense from what stands before it: "will be sold Friday", "is to be sold Friday".
    let before = r.term(i.wrapping_sub(1));
    matches!(before, Term::Be | Term::Will | Term::To)
        || matches!(r.term(i), Term::Have | Term::Has) && matches!(r.term(i + 1), Term::Until | Term::To)
}
