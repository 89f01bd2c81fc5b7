//! Reports that follow their cue: `Hale said that …`, `Hale said: "…"`, `asked whether …`; and passives.

use crate::aside;
use crate::attribution::Sentence;
use crate::content::{self, Complement};
use crate::extent;
use crate::phrase::noun_phrase_before;
use crate::subject::{clause_subject, subject_before, subject_behind};
use crate::words::{self, Frame, Shape, Verb, is_auxiliary, is_finite, is_object_pronoun, is_preposition};
use copydesk_core::Class;
use std::iter::once;
use std::ops::Range;

/// A participle's insertion in commas has at most so many tokens: "citing two officials with knowledge of the talks in Port Mirel".
const INSERTION: usize = 24;
/// Words in marks that a passive reports have their agent within so many tokens behind them: "was described as “a shame” on Monday by Hale".
const AGENT: usize = 6;

impl Sentence<'_, '_, '_> {
    /// `Hale said that …`: what is reported follows.
    pub(crate) fn ahead(&mut self, i: usize, start: usize, verb: &Verb) {
        let page = self.page;
        let reading = page.reading;
        let end = self.unit.tokens.end;
        let (mut at, mut complement) = content::complement(page, i + 1, end, verb);
        // "as the paper put it in May, “…”": words in marks behind a comma, or nothing.
        if verb.lemma == "put" && complement == Complement::Preposition {
            let quotation = content::quotation_behind(page, at, end, &[",", ":"]);
            (at, complement) =
                quotation.map_or((at, Complement::Nothing), |quotation| (quotation, Complement::Quotation));
        }
        if complement == Complement::Clause
            && let Some(quotation) = content::quotation_behind(page, at, end, &[":"])
        {
            (at, complement) = (quotation, Complement::Quotation);
        }
        let fits = match (verb.frame, complement) {
            (_, Complement::Preposition) => true,
            (_, Complement::Nothing) | (Frame::None, _) => false,
            (_, Complement::Quotation) => true,
            // "concluded between the two states", "wrote for the paper": a prepositional phrase is no report.
            (Frame::Any | Frame::Addressee, Complement::Clause) => {
                // "say around 4,000 soldiers are there"
                let counts = matches!(reading.lower(at), "around" | "about" | "over" | "under" | "between")
                    && reading.is(at + 1, Class::DIGITS | Class::NUMBER | Class::CURRENCY);
                counts
                    || !is_preposition(reading.lower(at))
                    || matches!(reading.lower(at), "in" | "after" | "despite" | "during" | "without" | "under")
            }
            (Frame::Any | Frame::Addressee, _) => true,
            (Frame::Clause, Complement::That | Complement::Infinitive) => true,
            (Frame::Clause, Complement::Clause) => extent::is_clause(page, at, end) && verb.shape != Shape::Gerund,
            (Frame::Quote, _) => false,
        };
        // "Citing satellite images, the ministry said": a source behind the source, which reports nothing by itself.
        let cites = reading.lower(i) == "citing" && i == self.floor && complement == Complement::Clause;
        if !fits || cites {
            return;
        }
        let mut speaker = self.speaker(i, start, verb);
        // "Said Ann Hale: “…”"
        if speaker.is_none() && i == self.floor && matches!(verb.shape, Shape::Past | Shape::Present) {
            speaker = subject_behind(page, i + 1, at);
        }
        // "a plan called", "people accused of": a participle behind its noun has no subject of its own.
        if speaker.is_none()
            && verb.shape == Shape::Past
            && start > self.floor
            && complement != Complement::That
            && complement != Complement::Quotation
        {
            return;
        }
        let mut cue = start..i + 1;
        if complement == Complement::Preposition {
            cue.end = at;
        }
        if complement == Complement::Quotation
            && let Some(stretch) = page.stretch_at(at)
        {
            // "She sang “The River at Night”": a song, not what she said.
            let stopped = reading.is(stretch.inner.end - 1, Class::STOP);
            if matches!(verb.lemma, "sing" | "read") && !stopped && aside::is_title(page, stretch) {
                return;
            }
            let piece = extent::quoted_end(page, stretch, end);
            let mut pieces = vec![piece];
            if let Some(last) = pieces.last().cloned()
                && let Some(next) = self.second_quotation(last.end)
            {
                pieces.push(next);
            }
            self.push(pieces, speaker, cue, "speaker-cue-quote");
            return;
        }
        if verb.lemma == "call" && complement == Complement::Clause && self.names_somebody(at) {
            return;
        }
        // "Asked what it cost, he said": "the mayor, who called it a shame, left".
        let relative = speaker.as_ref().is_some_and(|s| {
            matches!(reading.lower(s.end - 1), "who" | "which")
                && s.end > self.floor + 1
                && reading.raw(s.end.saturating_sub(2)) == ","
        });
        let head = self.floor + usize::from(matches!(reading.lower(self.floor), "and" | "but" | "yet"));
        let under = matches!(
            reading.lower(head),
            "although" | "though" | "while" | "when" | "if" | "as" | "after" | "since" | "among" | "because"
        ) && !(self.floor..start).any(|j| page.is_comma(j) && !page.quoted(j));
        // "The agency, citing Hale, said …": an insertion ends where the sentence's own verb follows.
        let inserted =
            verb.lemma == "cite" && verb.shape == Shape::Gerund && start > self.floor && reading.raw(start - 1) == ",";
        let own_verb = |j: usize| {
            page.is_comma(j)
                && !page.quoted(j)
                && (is_auxiliary(reading.lower(j + 1))
                    || words::verb(reading, j + 1).is_some_and(|v| v.shape == Shape::Past))
        };
        let stop = if inserted && let Some(comma) = (at..end.min(at + INSERTION)).find(|&j| own_verb(j)) {
            comma
        } else if relative {
            extent::insertion_end(page, at, end)
        } else if under {
            // "Although Hale says that it is safe, others argue …"
            let stop = extent::clause_end(page, at, end);
            (at..stop)
                .find(|&j| {
                    page.is_comma(j)
                        && !page.quoted(j)
                        && (extent::speaks_anew(page, j + 1, end) || extent::is_main_clause(page, j + 1, end))
                })
                .unwrap_or(stop)
        } else {
            extent::clause_end(page, at, end)
        };
        // "call them “lone wolves”": whom is no part of the judgement.
        if matches!(verb.lemma, "call" | "dub" | "brand" | "label")
            && is_object_pronoun(reading.lower(at))
            && page.quoted(at + 1)
        {
            at += 1;
        }
        // "called the plan a “scheme” and left", "what residents call a “ditch” overflowed": a judgement ends with its words in marks.
        let judges =
            matches!(verb.lemma, "call" | "dub" | "brand" | "describe" | "characterize" | "characterise" | "portray");
        let stop = (at..stop)
            .find(|&j| judges && page.quoted(j))
            .and_then(|j| page.stretch_at(j))
            .map(|stretch| stretch.outer.end)
            .filter(|&close| {
                close < stop
                    && (is_finite(reading, close)
                        || matches!(reading.lower(close), "and" | "but" | "," | "when" | "as"))
            })
            .unwrap_or(stop);
        self.push(once(at..stop), speaker, cue, "speaker-cue-clause");
    }

    /// "called Hale to congratulate her", "a party called Dawn": a telephone or a name, no judgement.
    pub(crate) fn names_somebody(&self, at: usize) -> bool {
        let page = self.page;
        let reading = page.reading;
        if !reading.is(at, Class::CAPITAL) {
            return false;
        }
        let limit = self.unit.tokens.end.min(at + 8);
        let mut behind =
            (at + 1..limit).take_while(|&j| !matches!(reading.lower(j), "," | ";" | "to" | "after" | "on"));
        let judged = behind.any(|j| {
            page.quoted(j) || matches!(reading.lower(j), "a" | "an" | "the" | "his" | "her" | "not" | "unfit" | "too")
        });
        !judged
    }

    /// `said "…" and "…"`: the next words in marks, one conjunction further.
    pub(crate) fn second_quotation(&self, at: usize) -> Option<Range<usize>> {
        let page = self.page;
        let reading = page.reading;
        let mut j = at;
        while j < at + 3 && matches!(reading.lower(j), "," | "and" | "but" | "that") && j < self.unit.tokens.end {
            j += 1;
        }
        let stretch = page.stretch_at(j).filter(|s| s.outer.start == j && j > at)?;
        Some(extent::quoted_end(page, stretch, self.unit.tokens.end))
    }

    /// The subject of a verb whose report follows.
    pub(crate) fn speaker(&self, i: usize, start: usize, verb: &Verb) -> Option<Range<usize>> {
        let page = self.page;
        let reading = page.reading;
        let participle = verb.shape == Shape::Gerund
            && !(start..i).any(|j| is_auxiliary(reading.lower(j)) && reading.lower(j) != "having");
        if participle {
            // "quoted critics, with Hale stating: “…”": the phrase has a subject of its own.
            let own = noun_phrase_before(page, start, self.floor);
            if !own.is_empty() && reading.lower(own.start) == "with"
                || own.start > self.floor && reading.lower(own.start - 1) == "with"
            {
                let from = own.start + usize::from(reading.lower(own.start) == "with");
                if from < start && reading.is(from, Class::CAPITAL) {
                    return Some(from..start);
                }
            }
            // ", adding that …" is said by whoever the sentence has speaking already, else by its subject.
            let relative = |s: &Range<usize>| s.len() == 1 && matches!(reading.lower(s.start), "who" | "which");
            if let Some(last) = self.own().last()
                && !last.speaker.as_ref().is_some_and(relative)
            {
                return last.speaker.clone();
            }
            if start > self.floor
                && reading.lower(start - 1) == "as"
                && let Some(passive) =
                    (self.floor..start).rev().take(6).find(|&j| matches!(reading.lower(j), "quoted" | "cited"))
            {
                return subject_before(page, self.group(passive), self.floor);
            }
            return clause_subject(page, self.floor, start).or_else(|| {
                let phrase = noun_phrase_before(page, start, self.floor);
                (!phrase.is_empty()).then_some(phrase)
            });
        }
        if start > self.floor
            && matches!(reading.lower(start - 1), "and" | "or" | "but" | ",")
            && let Some(last) = self.own().last()
            && last.cue.as_ref().is_some_and(|c| c.end < start)
            && matches!(reading.lower(start - 1), "and" | "but" | "or")
        {
            return last.speaker.clone();
        }
        subject_before(page, start, self.sentence_floor(start).min(start))
            .or_else(|| clause_subject(page, self.floor, start))
    }

    /// "Asked whether it would close, Hale said": nobody is named for the question.
    pub(crate) fn question(&mut self, i: usize) {
        let page = self.page;
        let reading = page.reading;
        let end = self.unit.tokens.end;
        let mut at = i + 1;
        let about = matches!(reading.lower(at), "about" | "for" | "to");
        if !about {
            let limit = end.min(at + 16);
            match (at..limit).take_while(|&j| reading.raw(j) != ",").find(|&j| {
                matches!(reading.lower(j), "if" | "whether" | "what" | "how" | "why" | "when" | "about" | "who" | "to")
            }) {
                Some(j) => at = j,
                None => return,
            }
        }
        let cue = i..if matches!(reading.lower(at), "about" | "for") { at + 1 } else { i + 1 };
        let from = if matches!(reading.lower(at), "about" | "for") { at + 1 } else { at };
        let stop = extent::insertion_end(page, from, end);
        self.push(once(from..stop), None, cue, "question");
    }

    /// "was asked", "is said to": the subject is no speaker. Only what has an agent or reports in itself is kept.
    pub(crate) fn passive(&mut self, i: usize, start: usize, verb: &Verb) {
        let page = self.page;
        let reading = page.reading;
        let end = self.unit.tokens.end;
        if verb.lemma == "ask" {
            self.question(i);
            return;
        }
        // "was described as “a shame” by Hale"
        let quote = i + 1 + usize::from(reading.lower(i + 1) == "as");
        if verb.frame != Frame::None
            && let Some(stretch) = page.stretch_at(quote).filter(|s| s.outer.start == quote)
            && let close = stretch.outer.end
            && let Some(by) = (close..end.min(close + AGENT)).find(|&j| reading.lower(j) == "by")
            && (close..by).all(|j| reading.is(j, Class::WORD) && !is_finite(reading, j))
            && let Some(agent) = subject_behind(page, by + 1, end)
        {
            self.push(once(stretch.outer.clone()), Some(agent), start..i + 1, "passive-agent");
            return;
        }
        if reading.lower(i + 1) == "by" && verb.frame != Frame::None {
            let Some(mut agent) = subject_behind(page, i + 2, end) else { return };
            // "accused by neighbours of hoarding": what follows the agent is reported.
            let of = agent.clone().find(|&j| j > agent.start && matches!(reading.lower(j), "of" | "for" | "as"));
            if matches!(
                verb.lemma,
                "accuse" | "criticise" | "criticize" | "blame" | "praise" | "denounce" | "describe" | "condemn"
            ) && let Some(of) = of
            {
                agent.end = of;
                let stop = extent::clause_end(page, of + 1, end);
                self.push(once(of + 1..stop), Some(agent), start..i + 2, "passive-agent");
                return;
            }
            let Some(subject) = subject_before(page, start, self.floor) else { return };
            self.push(vec![subject], Some(agent), start..i + 2, "passive-agent");
        }
    }
}
