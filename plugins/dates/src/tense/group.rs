//! Verb groups: what a verb says of tense with all its auxiliaries, and presents that look ahead.

use super::{Clause, Tense, noun};
use crate::filter;
use copydesk_core::lang::{Cue, Term, inflection};
use copydesk_core::{Class, Reading};

/// So many tokens before a participle may its auxiliaries reach: "may not have already been shot".
const AUXILIARIES: usize = 5;
/// So many tokens behind a modal "not" and "have" may stand: "could not yet have".
const MODAL_REACH: usize = 3;
/// So many tokens before its bare infinitive "saw" may stand: "saw three ambulances and a van arrive".
const WITNESS_REACH: usize = 8;
/// A bracket behind a subject holds so many tokens at most: "(3-1, 2-0)".
const BRACKET_REACH: usize = 9;
/// A count this close before a word in -s makes it a noun: "two home runs Sunday".
const COUNT_REACH: usize = 2;
/// A subject and "who" stand so close before: "the man who was shot returns".
const WHO_REACH: usize = 4;
/// A headline has so many tokens at most; the longest of agencies have some 15 words.
const HEADLINE: usize = 25;

/// What a token says of tense, with what stands before it.
pub(super) fn sign(r: &Reading<'_>, i: usize) -> Tense {
    if !r.is(i, Class::WORD) {
        return Tense::None;
    }
    let entry = r.word(i);
    match r.term(i) {
        // "in May"
        Term::May if r.is(i, Class::CAPITAL) && !filter::opens_line(r, i) => Tense::None,
        Term::Will | Term::Modal | Term::May => modal(r, i),
        // "is set for 20 May", "set to open"
        Term::Set if matches!(r.term(i + 1), Term::For | Term::To) => Tense::Future,
        // "The talks were to end Thursday": whichever is nearer.
        Term::Was if r.term(i + 1) == Term::To => Tense::Nearer,
        // "slow due to a crash", "the expected cost"
        _ if entry.cue.any(Cue::AHEAD) && (is_cause(r, i) || is_adjective(r, i)) => Tense::None,
        // "was expected to survive Monday": the day is another's.
        _ if entry.cue.any(Cue::AHEAD) && r.term(i + 1) == Term::To && r.word(i + 2).cue.any(Cue::UNPLANNED) => {
            Tense::None
        }
        // "will", "due", "takes effect Sept. 1"
        _ if entry.cue.any(Cue::AHEAD) => Tense::Future,
        Term::Planned if matches!(r.term(i + 1), Term::For | Term::A | Term::An | Term::To) => Tense::Future,
        // "has until Friday", "has to leave Friday"
        Term::Has | Term::Have if matches!(r.term(i + 1), Term::Until | Term::To) => Tense::Future,
        Term::Has | Term::Have => held(r, i),
        _ if entry.cue.any(Cue::BEHIND) => carried(r, i),
        _ if filter::is_capital(r, i) && r.is(i - usize::from(i > 0), Class::CAPITAL) => Tense::None,
        _ if inflection::is_past(entry, r.lower(i)) && !is_adjective(r, i) => carried(r, i),
        // "the driver who hit a tree Friday"
        _ if entry.cue.any(Cue::UNMARKED)
            && (r.term(i.wrapping_sub(1)) == Term::He || r.word(i.wrapping_sub(1)).cue.any(Cue::CLAUSE)) =>
        {
            Tense::Past
        }
        _ => Tense::None,
    }
}

/// "has a brother", "will have counsellors on hand Thursday", "may have had": a form of "have" whose participle was not met.
fn held(r: &Reading<'_>, i: usize) -> Tense {
    match r.term(i.wrapping_sub(1)) {
        Term::Will | Term::Modal => modal(r, i - 1),
        // "must curb his deficit to have a chance in November"
        Term::To => Tense::Future,
        _ => Tense::Perfect,
    }
}

/// What a modal says: "could be released Friday" lies ahead; "may have been shot Friday", "could not be reached Friday" and "would not say
/// Friday" lie behind.
fn modal(r: &Reading<'_>, i: usize) -> Tense {
    let (mut denied, mut at) = (false, i + 1);
    while at <= i + MODAL_REACH && (r.term(at) == Term::Not || is_adverb(r, at)) {
        denied |= r.term(at) == Term::Not;
        at += 1;
    }
    let ahead = r.term(i) == Term::Will;
    // "would have turned 10 in June"
    // "as he could have Tuesday" leaves its participle out.
    let participle = (at + 1..=at + MODAL_REACH).find(|&j| !is_adverb(r, j)).is_some_and(|j| {
        r.term(j) == Term::Been || inflection::is_past(r.word(j), r.lower(j)) || r.is(j, Class::WEEKDAY | Class::SIGN)
    });
    if r.term(at) == Term::Have && !ahead && participle {
        return Tense::Past;
    }
    // "No one could say", "could neither": it denies beside the verb, or the one who would do it.
    denied |= (i.saturating_sub(MODAL_REACH)..i).any(|j| r.term(j) == Term::No);
    if denied && (r.word(i).cue.any(Cue::BEHIND) || ahead && r.is(at, Class::SPEECH) && r.is(i, Class::FUNCTION)) {
        return Tense::Past;
    }
    Tense::Future
}

/// What a verb in the past or a participle says with its auxiliaries: "was shot", "will be sold", "has been shot", "is to be shot".
fn carried(r: &Reading<'_>, i: usize) -> Tense {
    let mut tense = Tense::Past;
    // "be" stands behind a modal or "to" only, whatever comes between: "will almost certainly be decided".
    let mut passive = false;
    for j in (i.saturating_sub(AUXILIARIES)..i).rev() {
        match r.term(j) {
            Term::Be => passive = true,
            Term::Been => {}
            Term::Not => {}
            Term::Has | Term::Have => tense = Tense::Perfect,
            Term::Had | Term::Was | Term::Did => return Tense::Past,
            Term::Will | Term::Modal => return modal(r, j),
            Term::May if !r.is(j, Class::CAPITAL) => return modal(r, j),
            // "an address, to be given Wednesday"; in "the first to be shot", "was known to be armed" a verb further off tells.
            Term::To if passive => {
                let before = j.wrapping_sub(1);
                let noun = r.is(before, Class::WORD | Class::SIGN)
                    && !r.is(before, Class::ORDINAL | Class::TEMPORAL | Class::FUNCTION)
                    && !inflection::is_past(r.word(before), r.lower(before));
                return if noun { Tense::Future } else { Tense::None };
            }
            Term::To => return tense,
            // "Schools are closed Friday"; "he is charged with it", "the case is heard in May".
            _ if r.word(j).cue.any(Cue::PRESENT) => {
                let arranged = r.word(i).cue.any(Cue::ARRANGED | Cue::DEFERRED);
                return if arranged { Tense::Future } else { Tense::Told };
            }
            Term::Auxiliary => {}
            _ if r.word(j).cue.any(Cue::AHEAD) && r.is(j, Class::FUNCTION) => return Tense::Future,
            _ if passive || is_adverb(r, j) => {}
            _ => break,
        }
    }
    // "ordered that it be released Thursday"
    if passive { Tense::Future } else { tense }
}

/// An adverb that may stand inside a verb group.
fn is_adverb(r: &Reading<'_>, i: usize) -> bool {
    matches!(r.term(i), Term::Already | Term::Long | Term::Just | Term::Soon | Term::Now)
        || r.word(i).cue.any(Cue::SUBJECT) && !r.is(i, Class::CAPITAL) && r.term(i) != Term::He
        || r.is(i, Class::WORD) && inflection::is_adverb(r.lower(i))
}

/// "a reduced timetable", "of wounded soldiers", "police-involved shooting": a participle before its noun.
fn is_adjective(r: &Reading<'_>, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    let noun = r.is(i + 1, Class::WORD)
        && !r.is(i + 1, Class::FUNCTION | Class::TEMPORAL | Class::WEEKDAY | Class::MONTH | Class::NUMBER)
        && !is_adverb(r, i + 1);
    let led = matches!(
        r.term(before),
        Term::A
            | Term::An
            | Term::The
            | Term::His
            | Term::Her
            | Term::Their
            | Term::This
            | Term::Possessive
            | Term::Of
            | Term::For
            | Term::In
            | Term::From
            | Term::By
            | Term::At
            | Term::Two
            | Term::Three
    ) || r.is(before, Class::DASH) && r.glued(i)
        || r.is(before, Class::DIGITS | Class::NUMBER);
    noun && led
}

/// "due to a crash": a cause and no plan.
fn is_cause(r: &Reading<'_>, i: usize) -> bool {
    r.term(i + 1) == Term::To
        && matches!(r.term(i + 2), Term::A | Term::An | Term::The | Term::His | Term::Her | Term::Their | Term::This)
}

/// Whether a participle stands without an auxiliary: it may be one of a noun, "the man accused of it".
pub(super) fn is_bare(r: &Reading<'_>, i: usize) -> bool {
    !r.word(i).cue.any(Cue::BEHIND)
        && !(1..=2).any(|by| {
            let j = i.wrapping_sub(by);
            r.word(j).cue.any(Cue::BEHIND | Cue::PRESENT) || matches!(r.term(j), Term::Be | Term::Has | Term::Have)
        })
}

/// Whether a sign that looks ahead is a modal or a plan, which the date of a noun before it does not outweigh: "will be arraigned for the
/// shooting Monday"; unlike "faces charges in the shooting Monday".
pub(super) fn is_firm(r: &Reading<'_>, i: usize) -> bool {
    r.word(i).cue.any(Cue::AHEAD) || matches!(r.term(i), Term::To | Term::Be)
}

/// Whether an infinitive that looks ahead begins at a token: "plans to meet", "ordered him to appear"; not "to the town". In a headline it
/// stands for "is to meet": "Ministers to meet on Friday".
pub(super) fn infinitive(r: &Reading<'_>, i: usize) -> bool {
    if r.term(i) != Term::To {
        return false;
    }
    let verb = r.is(i + 1, Class::WORD)
        && !filter::is_capital(r, i + 1)
        && !(r.is(i + 1, Class::CAPITAL) && r.is(i + 1, Class::MONTH | Class::WEEKDAY))
        && !r.is(i + 1, Class::TEMPORAL | Class::TIME_UNIT | Class::NUMBER)
        && (!r.is(i + 1, Class::FUNCTION) || matches!(r.term(i + 1), Term::Be | Term::Have))
        && !inflection::is_gerund(r.lower(i + 1))
        && !r.word(i + 1).cue.any(Cue::UNPLANNED);
    let before = r.word(i.wrapping_sub(1));
    // "ordered him to appear", "asked residents to stay"
    let told = r.word(i.wrapping_sub(2));
    let object = told.cue.any(Cue::INTENT)
        && (inflection::is_past(told, told.text) || r.is(i.wrapping_sub(2), Class::SPEECH))
        && r.is(i.wrapping_sub(1), Class::WORD)
        && !matches!(r.term(i.wrapping_sub(1)), Term::By | Term::In | Term::On | Term::For);
    // "Crowds flock to vigil Sunday", "Fire spreads to homes Friday"
    let noun =
        || r.word(i + 1).cue.any(Cue::FIXTURE | Cue::MISHAP | Cue::OUTCOME) || inflection::is_plural(r.lower(i + 1));
    let headline = || is_subject(r, i.wrapping_sub(1)) && !noun() && in_stopless_line(r, i);
    verb && (before.cue.any(Cue::INTENT) || object || headline())
}

/// Whether a word can be what an infinitive of a headline is told of, which a verb before it can't: "failed to meet", "Council votes to
/// meet"; but "Ministers to meet", "Two ministers to meet".
fn is_subject(r: &Reading<'_>, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    let led = i == 0 || r.is(i, Class::LINE_START) || r.is(before, Class::FUNCTION | Class::NUMBER | Class::DIGITS);
    r.is(i, Class::WORD)
        && !r.is(i, Class::FUNCTION)
        && (led || !inflection::is_third_person(r.lower(i)))
        && !inflection::is_gerund(r.lower(i))
        && !inflection::is_past(r.word(i), r.lower(i))
}

/// Whether a token stands in a line that is a sentence without a stop.
fn in_stopless_line(r: &Reading<'_>, i: usize) -> bool {
    let start = r.token(i).start;
    let sentence = r.sentences().get(r.sentence_at(start)).map_or(0..0, |s| s.tokens.clone());
    let whole = r.lines().get(r.line_at(start)).is_some_and(|line| line.tokens == sentence);
    whole && sentence.len() <= HEADLINE && !r.is(sentence.end.wrapping_sub(1), Class::STOP | Class::QUOTE)
}

/// Whether a sign ends a clause; the colon of "7:15" doesn't.
pub(super) fn ends_clause(r: &Reading<'_>, i: usize) -> bool {
    r.term(i) == Term::Semicolon || r.term(i) == Term::Colon && !(r.glued(i + 1) && r.is(i + 1, Class::DIGITS))
}

impl Clause<'_, '_> {
    /// Whether a present at a token looks ahead: "the talks resume Monday", "is flying on Friday", "the hearing is Friday", "holds a hearing
    /// Friday" (Quirk et al. 1985, 4.44-4.45).
    pub(super) fn is_arranged(&self, i: usize, fixture: bool) -> bool {
        let r = self.r;
        let cue = r.word(i).cue;
        if cue.any(Cue::PRESENT) {
            return self.is_on(i, fixture);
        }
        if cue.any(Cue::STAGED) && fixture && self.has_subject(i) {
            return true;
        }
        if !cue.any(Cue::ARRANGED) || inflection::is_past(r.word(i), r.lower(i)) {
            return false;
        }
        // "the violence comes as", "opens lower Friday" (of a market), "votes to repeal" (in a headline), "runs Sunday lifted"
        let goes_on = matches!(r.term(i + 1), Term::After | Term::As | Term::Of)
            || r.word(i + 1).cue.any(Cue::OUTCOME) && !inflection::is_plural(r.lower(i + 1))
            || r.term(i + 1) == Term::To && inflection::act(r.word(i), r.lower(i)).is_some();
        let dated = self.date.start == i + 1 && inflection::is_past(r.word(self.date.end), r.lower(self.date.end));
        if goes_on || dated {
            return false;
        }
        if inflection::is_gerund(r.lower(i)) {
            // "is not yet leaving"
            return (i.saturating_sub(AUXILIARIES)..i)
                .rev()
                .find(|&j| !is_adverb(r, j) && r.term(j) != Term::Not)
                .is_some_and(|j| r.word(j).cue.any(Cue::PRESENT));
        }
        self.has_subject(i)
    }

    /// Whether the subject of a plain present stands before a token.
    fn has_subject(&self, i: usize) -> bool {
        let r = self.r;
        let mut at = i.wrapping_sub(1);
        if is_adverb(r, at) && r.word(at).act.is_none() && !matches!(r.term(at), Term::They) {
            at = at.wrapping_sub(1);
        }
        // "The Owls (3-1) play Velm on Saturday."
        if r.raw(at) == ")" {
            let open = (at.saturating_sub(BRACKET_REACH)..at).rev().find(|&j| r.raw(j) == "(");
            at = open.unwrap_or(at).wrapping_sub(1);
        }
        // "Tickets are $20 and go on sale Friday."
        if r.term(at) == Term::And {
            return (at.saturating_sub(WITNESS_REACH).max(self.bounds.start)..at)
                .any(|j| r.word(j).cue.any(Cue::PRESENT));
        }
        let singular = inflection::is_third_person(r.lower(i)) || r.term(i) == Term::Has;
        // "crash leaves two dead": a headline.
        if i == self.bounds.start || r.word(at).cue.any(Cue::MISHAP) {
            return false;
        }
        let noun = r.is(at, Class::WORD) && !r.is(at, Class::FUNCTION | Class::NUMBER);
        if singular {
            let counted = (i.saturating_sub(COUNT_REACH)..i)
                .any(|j| r.is(j, Class::NUMBER | Class::DIGITS) && r.term(j) != Term::One);
            // "made visits Sunday" has its verb already; "the man who was shot returns" not.
            let who = (at.saturating_sub(WHO_REACH)..at).any(|j| r.word(j).cue.any(Cue::SUBJECT));
            let object = inflection::is_past(r.word(at), r.lower(at)) && !r.is(at, Class::CAPITAL) && !who;
            let subject =
                noun || r.term(at) == Term::Comma || r.word(at).cue.any(Cue::SUBJECT) || r.term(at) == Term::He;
            return subject && !counted && !object;
        }
        let plural = r.term(at) == Term::They
            || noun
                && (inflection::is_plural(r.lower(at)) || r.word(at).cue.any(Cue::COUNTED) || r.is(at, Class::QUOTE));
        let witness = (i.saturating_sub(WITNESS_REACH).max(self.bounds.start)..i)
            .any(|j| r.word(j).cue.any(Cue::WITNESS) || r.term(j) == Term::Did);
        plural && !witness
    }

    /// "The hearing is Friday", "is in November", "there is a vigil Thursday", "the funeral is at the chapel on Friday".
    fn is_on(&self, i: usize, fixture: bool) -> bool {
        let r = self.r;
        let start = self.date.start;
        if i >= self.date.end {
            return false;
        }
        let bare = (i + 1..start).all(|j| {
            !r.is(j, Class::WORD) || r.is(j, Class::FUNCTION | Class::BOUND | Class::TEMPORAL | Class::NUMBER)
        });
        let there = matches!(r.term(i.wrapping_sub(1)), Term::Here) && fixture;
        let held = r.word(i.wrapping_sub(1)).cue.any(Cue::FIXTURE) && i + noun::REACH >= start;
        bare || there || held
    }
}
