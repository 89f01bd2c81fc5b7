//! The tense that an expression stands in, as far as the words near it tell: of the verb that governs it, or of the noun that it
//! hangs on.
//!
//! The nearest sign of tense is often another's: in "expected to recover from Saturday's crash" the day is the crash's, in "first to
//! reach the wreck Wednesday" the infinitive's own time is that of a verb further off. So a noun is asked first (`noun`), then the
//! group of each verb before the expression with all its auxiliaries (`group`), then those behind it.

mod group;
mod noun;

use copydesk_core::lang::{Cue, Term, inflection};
use copydesk_core::{Class, Reading};
use std::ops::Range;

/// So many tokens before an expression are looked through for a verb: the clause of a verb with a place and an address, "a vigil will be held
/// at the corner of Mill and Ash, by the chapel, Wednesday evening".
const REACH: usize = 24;

/// The same before what is no weekday: a month seldom stands so far from its verb.
const REACH_OF_MONTHS: usize = 12;

/// So many tokens behind it: a clause of news has 12 on average.
const REACH_BEHIND: usize = 12;

/// So many tokens before a word that looks ahead may "had" stand: "had previously been scheduled to".
const PERFECT_REACH: usize = 5;

/// An expression opens its sentence behind so many tokens at most: "In August, he was charged".
const OPENING: usize = 2;

/// It belongs to the subject of its sentence behind so many: "The summit in June was held in Velm".
const SUBJECT: usize = 6;

/// A verb in the past that stands further off tells nothing: "announced a deal to buy the brewer of … in January".
const PAST_REACH: usize = 12;

/// A verb so many tokens before "until" is the one that goes on till then: "searched the lake until Saturday".
const LASTING_REACH: usize = 8;

/// A month so many tokens behind its verb is surely the verb's: "was convicted of the theft in June".
const OWN_REACH: usize = 8;

/// Where the verb puts what it tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    /// A verb in the past that need not be the date's own: "announced a festival in June".
    Told,
    Future,
    /// "has spoken of exercises in September": the perfect takes no definite time, so that the date belongs to something else.
    Perfect,
    /// "were to end Thursday", "to be repaid by February": whichever is nearer.
    Nearer,
    /// "had been due to finish Friday": what was to come when something came between.
    Overtaken,
    None,
}

impl Tense {
    /// Whether a verb in the past was found.
    pub(crate) const fn is_past(self) -> bool {
        matches!(self, Self::Past | Self::Told | Self::Overtaken)
    }
}

/// The tense that an expression stands in.
pub(crate) fn of(r: &Reading<'_>, tokens: &Range<usize>) -> Tense {
    let sentence = r.sentence_at(r.token(tokens.start).start);
    let bounds = r.sentences().get(sentence).map_or(0..0, |s| s.tokens.clone());
    Clause::around(r, tokens.clone(), bounds).tense()
}

/// The sign that a clause gives of its tense, and where it stands.
#[derive(Clone, Copy)]
struct Sign {
    tense: Tense,
    at: usize,
}

/// The sentence around an expression.
struct Clause<'r, 'a> {
    r: &'r Reading<'a>,
    date: Range<usize>,
    bounds: Range<usize>,
    /// What the noun is that the expression stands before.
    head: Cue,
}

impl<'r, 'a> Clause<'r, 'a> {
    fn around(r: &'r Reading<'a>, date: Range<usize>, bounds: Range<usize>) -> Self {
        let clause = Self { r, date, bounds, head: Cue::NONE };
        Self { head: clause.head(), ..clause }
    }
}

impl Clause<'_, '_> {
    fn tense(&self) -> Tense {
        let r = self.r;
        let (lead, second) = (self.date.start.wrapping_sub(1), self.date.start.wrapping_sub(2));
        match r.term(lead) {
            Term::Since => return Tense::Past,
            Term::Until | Term::Till => return self.bounded(),
            Term::Through if r.is(self.date.start, Class::WEEKDAY) && !r.is(second, Class::WEEKDAY) => {
                return self.bounded();
            }
            // "could come as early as Tuesday", "was ready as early as March", "as of Friday"
            Term::As if matches!(r.term(second), Term::Early | Term::Soon) => {
                let behind = |sign: Sign| matches!(sign.tense, Tense::Past | Tense::Told | Tense::Perfect);
                return if self.before().is_some_and(behind) { Tense::Past } else { Tense::Future };
            }
            Term::Beginning | Term::Starting => return self.begun(),
            Term::On | Term::In | Term::From if matches!(r.term(second), Term::Beginning | Term::Starting) => {
                return self.begun();
            }
            // "two weeks from Tuesday"
            Term::From if r.is(second, Class::TIME_UNIT) => return Tense::Future,
            Term::Than if r.term(second) == Term::Later => return Tense::Future,
            _ => {}
        }
        if let Some(tense) = self.of_noun() {
            return tense;
        }
        let sign = if self.opens_clause() {
            self.behind().or_else(|| self.before())
        } else {
            self.before().or_else(|| self.behind())
        };
        match sign.map_or(Tense::None, |sign| sign.tense) {
            // "who lacks friends in Thursday's primary"
            Tense::None | Tense::Perfect if self.head.any(Cue::FIXTURE) && self.on_weekday() => Tense::Nearer,
            tense => tense,
        }
    }

    /// Whether the expression begins its clause, so that the verb behind it tells: "although on Saturday there was", "and on Monday he did",
    /// "said Sunday's vote would be fair".
    fn opens_clause(&self) -> bool {
        let r = self.r;
        let (lead, second) = (self.date.start.wrapping_sub(1), self.date.start.wrapping_sub(2));
        let before = |at: usize| {
            let joins = r.term(at) == Term::And && matches!(r.term(self.date.end), Term::He | Term::They | Term::The);
            r.word(at).cue.any(Cue::CLAUSE) || joins
        };
        let whose = r.term(self.date.end) == Term::Possessive
            && (r.is(lead, Class::SPEECH) && self.head.any(Cue::FIXTURE) || r.term(lead) == Term::Comma);
        whose || before(lead) || r.is(lead, Class::FUNCTION) && before(second)
    }

    /// "The plan was drawn up beginning Sunday" is over; most of what begins on a day is to come.
    fn begun(&self) -> Tense {
        let over =
            self.before().is_some_and(|sign| sign.tense == Tense::Past && sign.at + OWN_REACH >= self.date.start);
        if over { Tense::Past } else { Tense::Future }
    }

    /// "searched until Saturday" is over; "is closed until Friday" and "adjourned until Friday" are not.
    fn bounded(&self) -> Tense {
        let r = self.r;
        let deferred = |at: usize| (at..self.date.start).any(|i| r.word(i).cue.any(Cue::DEFERRED));
        // "No names are being released until Thursday."
        let present = |at: usize| (at.saturating_sub(PERFECT_REACH)..at).any(|i| r.word(i).cue.any(Cue::PRESENT));
        let through = r.term(self.date.start.wrapping_sub(1)) == Term::Through;
        match self.before() {
            // "had until Friday to pay"
            Some(sign) if r.term(sign.at) == Term::Had && sign.at + 2 == self.date.start => Tense::Future,
            // "have been counted through Tuesday"
            Some(Sign { tense, at })
                if (tense.is_past() || tense == Tense::Perfect && through)
                    && !deferred(at)
                    && !present(at)
                    && at + LASTING_REACH >= self.date.start =>
            {
                if self.on_weekday() {
                    Tense::Past
                } else {
                    Tense::Told
                }
            }
            // "Until Monday's announcement both were cheap."
            None if self.behind().is_some_and(|sign| sign.tense.is_past()) => Tense::Past,
            _ => Tense::Future,
        }
    }

    /// The nearest sign before the expression that is its own.
    fn before(&self) -> Option<Sign> {
        let r = self.r;
        let start = self.date.start;
        // "for the shooting on Monday": a definite one may have been told of before, and the day be the verb's.
        let (mut hung, mut fixture) = (None, self.head.any(Cue::FIXTURE));
        // Within the expression's own part of the sentence, as commas cut it.
        let mut clause = true;
        // "days before the vote on Monday", "after winning Tuesday's vote": what the date belongs to comes before or after something else.
        let (mut prior, mut ahead) = (false, None);
        let tied = self.head.any(Cue::FIXTURE) || r.term(self.date.end) == Term::Possessive;
        let sign = |tense, at| Some(Sign { tense, at });
        let reach = if self.on_weekday() { REACH } else { REACH_OF_MONTHS };
        for i in (start.saturating_sub(reach).max(self.bounds.start)..start).rev() {
            if group::ends_clause(r, i) {
                // "Visitation: 4 p.m. Friday", "When: Saturday"
                let listed = i + 1 == start
                    && (r.word(i.wrapping_sub(1)).cue.any(Cue::FIXTURE) || r.term(i.wrapping_sub(1)) == Term::When);
                if listed {
                    return sign(Tense::Future, i);
                }
                break;
            }
            if r.is(i, Class::QUOTE) && !r.glued(i + 1) {
                break;
            }
            clause &= r.term(i) != Term::Comma;
            // Near enough for the expression to hang on a noun.
            let near = clause && i + noun::REACH >= start;
            if near && hung.is_none() && self.mishap(i) {
                if !self.definite(i) {
                    return sign(Tense::Past, i);
                }
                hung = Some(i);
            }
            // "a tight race ahead of the vote on Monday", "Stocks rose ahead of Friday's report"
            if near && r.term(i) == Term::Ahead && r.term(i + 1) == Term::Of {
                ahead = Some(i);
            }
            // "if the bill passes Thursday"
            if clause && r.word(i).cue.any(Cue::CONDITION) && r.term(i.wrapping_sub(1)) != Term::As {
                return sign(Tense::Future, i);
            }
            fixture |= near && self.heads(i, Cue::FIXTURE);
            prior |= near && fixture && r.term(i) == Term::Before;
            // "after winning on Tuesday"; "will borrow $1 billion after a vote on Thursday": what is told of for the first time has been.
            let told = fixture && matches!(r.term(i + 1), Term::A | Term::An);
            if near && r.term(i) == Term::After && (told || inflection::is_gerund(r.lower(i + 1))) {
                return sign(Tense::Past, i);
            }
            match self.sign(i, fixture) {
                // "his seat is on the line in the primary on Tuesday", "aren't able to vote in the November election"
                Tense::None
                    if (near || !self.on_weekday()) && fixture && hung.is_none() && r.word(i).cue.any(Cue::PRESENT) =>
                {
                    let ahead = if self.on_weekday() { Tense::Nearer } else { Tense::Future };
                    return sign(ahead, i);
                }
                Tense::None => continue,
                // "spoke ahead of his third stop on Monday"
                Tense::Past | Tense::Told if ahead.is_some() && self.on_weekday() && !tied => {
                    return sign(Tense::Nearer, i);
                }
                _ if ahead.is_some() => return sign(Tense::Future, i),
                // "It had been due to finish Friday."
                Tense::Future if (i.saturating_sub(PERFECT_REACH)..i).any(|j| r.term(j) == Term::Had) => {
                    return sign(Tense::Overtaken, i);
                }
                Tense::Future if hung.is_some() && !group::is_firm(r, i) => return sign(Tense::Past, i),
                Tense::Past | Tense::Perfect if hung.is_some() => return sign(Tense::Past, i),
                Tense::Past if start - i > PAST_REACH => break,
                Tense::Past | Tense::Perfect if prior => return sign(Tense::Nearer, i),
                // "has called a strike for Friday"
                Tense::Perfect if r.term(start - 1) != Term::For => return sign(Tense::Perfect, i),
                Tense::Past | Tense::Perfect => return sign(self.dated_by(i, fixture), i),
                tense => return sign(tense, i),
            }
        }
        match ahead {
            // "Ahead of Friday's meeting, they made up."
            Some(at) if self.behind().is_some_and(|sign| sign.tense.is_past()) => sign(Tense::Nearer, at),
            Some(at) => sign(Tense::Future, at),
            None => hung.and_then(|at| sign(Tense::Past, at)),
        }
    }

    /// Whether it is a weekday, or has one: "7 p.m. Friday".
    fn on_weekday(&self) -> bool {
        self.date.clone().any(|i| self.r.is(i, Class::WEEKDAY))
    }

    /// What a token before the expression says of its tense.
    fn sign(&self, i: usize, fixture: bool) -> Tense {
        let r = self.r;
        if group::infinitive(r, i) || self.is_arranged(i, fixture) {
            return Tense::Future;
        }
        group::sign(r, i)
    }

    /// What a verb in the past says of the expression behind it: "met on 3 May", "said Tuesday". In "extended to 3 May", "asked for a
    /// reply by 3 May" and "missed the 3 May deadline" the date belongs to something else.
    fn dated_by(&self, verb: usize, fixture: bool) -> Tense {
        let r = self.r;
        let before = self.date.start.wrapping_sub(1);
        let weekday = self.on_weekday();
        let possessive = r.term(self.date.end) == Term::Possessive;
        // "told reporters at a Saturday night briefing"; "qualified for Tuesday's debate" may lie ahead.
        if self.head.any(Cue::FIXTURE) && (possessive || self.determined()) {
            let led = r.term(if possessive { before } else { before.wrapping_sub(1) });
            return if matches!(led, Term::For | Term::To) || !weekday { Tense::None } else { Tense::Told };
        }
        // "from 8 to 9:30 a.m. on June 7": the end of a range, and no goal.
        let range = r.term(before) == Term::To
            && r.is(
                before.wrapping_sub(1),
                Class::DIGITS | Class::SIGN | Class::TEMPORAL | Class::WEEKDAY | Class::MONTH,
            );
        let own = range
            || before == verb
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
                    | Term::Until
                    | Term::Till
            )
            || r.term(before) == Term::As && matches!(r.term(before.wrapping_sub(1)), Term::Early | Term::Soon)
            || weekday && r.term(before) == Term::Through
            || !r.is(before, Class::FUNCTION | Class::BOUND);
        if !own {
            let deferred = (verb..before).any(|i| r.word(i).cue.any(Cue::DEFERRED));
            return match r.term(before) {
                // "rescheduled for Sunday", "called a strike for Friday", "moved to Sunday"
                Term::For
                    if weekday
                        && !possessive
                        && !inflection::is_past(r.word(self.date.end), r.lower(self.date.end)) =>
                {
                    Tense::Future
                }
                Term::To if weekday && deferred => Tense::Future,
                // "borrowed five billion, to be repaid by February": a goal is near, and rather ahead.
                Term::By | Term::Through | Term::To => Tense::Nearer,
                _ => Tense::None,
            };
        }
        // "The firm said profits in June", "won the vote in November"
        let adjacent = (verb + 1..self.date.start).all(|i| r.is(i, Class::FUNCTION | Class::TEMPORAL | Class::BOUND));
        let speaks = r.is(verb, Class::SPEECH) || r.word(verb).cue.any(Cue::INTENT);
        match before - verb {
            OWN_REACH.. => Tense::Told,
            _ if fixture || speaks && !adjacent => Tense::Told,
            _ => Tense::Past,
        }
    }

    /// The first sign behind the expression.
    fn behind(&self) -> Option<Sign> {
        let r = self.r;
        let end = self.date.end;
        // "Friday is the last day to register."
        let opens = self.date.start <= self.bounds.start + OPENING;
        if opens && r.word(end).cue.any(Cue::PRESENT) {
            return Some(Sign { tense: Tense::Future, at: end });
        }
        let aside = self.is_aside();
        for i in end..(end + REACH_BEHIND).min(self.bounds.end) {
            if group::ends_clause(r, i) || aside && r.term(i) == Term::Comma {
                break;
            }
            let tense = self.sign(i, false);
            // "On Friday, the man accused of the theft will be tried."
            if tense == Tense::Past && group::is_bare(r, i) && self.soon_ahead(i) {
                return Some(Sign { tense: Tense::Future, at: i });
            }
            if tense != Tense::None {
                // "In August, he was charged": of a date inside a sentence a verb further on tells less.
                let leads = self.date.start <= self.bounds.start + SUBJECT;
                let tense = if tense == Tense::Past && !leads { Tense::Told } else { tense };
                return Some(Sign { tense, at: i });
            }
        }
        None
    }

    /// Whether the expression stands in a clause between commas, which ends with the next one: ", who lacks friends in Thursday's primary,".
    fn is_aside(&self) -> bool {
        let r = self.r;
        let start = self.date.start;
        (start.saturating_sub(REACH_BEHIND).max(self.bounds.start)..start)
            .rev()
            .take_while(|&i| r.term(i) != Term::Comma)
            .any(|i| r.word(i).cue.any(Cue::CLAUSE) && r.term(i.wrapping_sub(1)) == Term::Comma)
    }

    /// Whether what looks like a verb in the past is a participle of the subject: its verb, which looks ahead, follows before a comma.
    fn soon_ahead(&self, participle: usize) -> bool {
        let r = self.r;
        (participle + 1..(participle + REACH_BEHIND).min(self.bounds.end))
            .take_while(|&i| r.term(i) != Term::Comma && !r.word(i).cue.any(Cue::SUBJECT))
            .map(|i| group::sign(r, i))
            .find(|tense| *tense != Tense::None)
            == Some(Tense::Future)
            && matches!(r.term(participle + 1), Term::Of | Term::In | Term::By | Term::On | Term::For | Term::From)
    }
}
