//! Nouns that a date hangs on: "Saturday's crash", "a shooting on Sunday", "videos from Sunday night".

use super::{Clause, Tense, group};
use copydesk_core::Class;
use copydesk_core::lang::{Cue, Term};

/// So many tokens before an expression its noun may stand: "the death of a miller at the market of Velm on Sunday".
pub(super) const REACH: usize = 12;
/// So many tokens behind it: "Saturday's deadly late-night crash".
const BEHIND: usize = 7;
/// An article stands so many tokens before its noun at most: "the deadly drive-by shooting".
const ARTICLE: usize = 5;

impl Clause<'_, '_> {
    /// The tense that the noun tells which the expression stands before, or which stands before it with "from"; `None` where the clause's
    /// verbs must tell.
    pub(super) fn of_noun(&self) -> Option<Tense> {
        let r = self.r;
        let (start, end) = (self.date.start, self.date.end);
        let lead = start.wrapping_sub(1);
        let (before, possessive) = (r.term(lead), r.term(end) == Term::Possessive);
        let determined = self.determined();
        // "videos from Sunday night"; not "open from Sunday", "from Sunday to Friday".
        let range = matches!(r.term(end), Term::To | Term::Through | Term::Until | Term::Till | Term::On)
            || r.is(end, Class::DASH);
        if before == Term::From && !possessive && !range && r.word(start.wrapping_sub(2)).cue.any(Cue::RECORD) {
            return Some(Tense::Past);
        }
        let head = self.head;
        if head.any(Cue::MISHAP) {
            return Some(Tense::Past);
        }
        if head.any(Cue::OUTCOME) {
            // "expects to report a third-quarter loss": of the one that is over.
            let ahead = !possessive && self.before().is_some_and(|sign| sign.tense == Tense::Future);
            return Some(if ahead { Tense::Nearer } else { Tense::Past });
        }
        let back = possessive && matches!(before, Term::From | Term::After | Term::Following);
        if head.any(Cue::FIXTURE) {
            // "The ruling comes days after Sunday's vote"; "will speak after Friday's game".
            let ahead = |sign: super::Sign| sign.tense == Tense::Future && group::is_firm(r, sign.at);
            // "slipped during Monday's debate", "during a Monday debate"
            if before == Term::During || self.determined() && r.term(start.wrapping_sub(2)) == Term::During {
                let future = self.before().is_some_and(ahead);
                return Some(if future { Tense::Future } else { Tense::Past });
            }
            // "days before Tuesday's primary"
            if possessive && before == Term::Before {
                let future = self.before().is_some_and(|sign| sign.tense == Tense::Future);
                return Some(if future { Tense::Future } else { Tense::Nearer });
            }
            if !back || self.before().is_some_and(ahead) {
                return None;
            }
            // "After Thursday's debate he must fly home": it may be over, or not.
            let opens = self.before().is_none() && self.behind().is_some_and(ahead);
            return Some(if opens { Tense::Nearer } else { Tense::Past });
        }
        match (back, determined && before != Term::Possessive) {
            (true, _) => Some(Tense::Past),
            // "the October vote": the article ties it to the noun, not to a verb.
            (_, true) => Some(Tense::None),
            _ => None,
        }
    }

    /// Whether an article or its like stands before the expression: "the Monday shooting".
    pub(super) fn determined(&self) -> bool {
        let before = self.r.term(self.date.start.wrapping_sub(1));
        matches!(before, Term::The | Term::A | Term::An | Term::His | Term::Her | Term::Their | Term::Possessive)
    }

    /// What the noun is that the expression stands before: the last one that is known of "Monday's deadly shooting", "the May murder trial".
    pub(super) fn head(&self) -> Cue {
        let r = self.r;
        let possessive = r.term(self.date.end) == Term::Possessive;
        let (from, tied) = (self.date.end + usize::from(possessive), possessive || self.determined());
        let kinds = [Cue::MISHAP, Cue::OUTCOME, Cue::FIXTURE];
        let mut head = Cue::NONE;
        for i in from..(from + BEHIND).min(self.bounds.end) {
            // "police-involved", "“Stop the Violence” rally", "drive-by"
            let joins = r.is(i, Class::DASH | Class::QUOTE)
                || r.term(i) == Term::And && tied
                || r.is(i - 1, Class::DASH) && r.glued(i);
            if joins {
                continue;
            }
            if !r.is(i, Class::WORD) || r.is(i, Class::FUNCTION) {
                break;
            }
            match kinds.into_iter().find(|kind| r.word(i).cue.any(*kind)) {
                Some(kind) => head = kind,
                // "Sunday shooting", "June sales": a noun right behind a date that nothing ties to it.
                None if !tied => break,
                None => {}
            }
        }
        head
    }

    /// Whether a noun of this kind stands at a token with nothing behind it that it would only describe: "a fire", not "a fire drill".
    pub(super) fn heads(&self, i: usize, kind: Cue) -> bool {
        let r = self.r;
        r.word(i).cue.any(kind)
            && (i + 1 == self.date.start || r.is(i + 1, Class::FUNCTION | Class::TEMPORAL | Class::SIGN))
    }

    /// Whether a noun of what nobody arranges heads its words at a token, and is no verb: "to attack", "will fire".
    pub(super) fn mishap(&self, i: usize) -> bool {
        let r = self.r;
        let before = i.wrapping_sub(1);
        let verb = matches!(
            r.term(before),
            Term::Will | Term::Modal | Term::May | Term::To | Term::Not | Term::They | Term::He | Term::Did
        );
        // "begins shooting in August"
        let gerund = r.word(before).cue.any(Cue::ARRANGED | Cue::AHEAD);
        !verb && !gerund && self.heads(i, Cue::MISHAP)
    }

    /// Whether the noun at a token has been told of before: "the shooting", "his death".
    pub(super) fn definite(&self, i: usize) -> bool {
        let r = self.r;
        let article = (i.saturating_sub(ARTICLE)..i).rev().find(|&j| {
            matches!(
                r.term(j),
                Term::The
                    | Term::This
                    | Term::That
                    | Term::His
                    | Term::Her
                    | Term::Their
                    | Term::Possessive
                    | Term::A
                    | Term::An
                    | Term::Another
                    | Term::Of
                    | Term::In
                    | Term::After
            )
        });
        let Some(at) = article else { return false };
        let known = !matches!(r.term(at), Term::A | Term::An | Term::Another | Term::Of | Term::In | Term::After);
        // "because of the slaying", "after the crash": whatever comes of it, it has been.
        let (lead, second) = (at.wrapping_sub(1), at.wrapping_sub(2));
        let cause = matches!(r.term(lead), Term::After | Term::Following)
            || r.term(lead) == Term::Of && r.word(second).cue.any(Cue::CLAUSE);
        known && !cause
    }
}
