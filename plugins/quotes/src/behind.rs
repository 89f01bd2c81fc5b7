//! Reports that stand before their cue: `"…," Hale said`, `"…," said Hale`, `…, Hale said.`

use crate::attribution::Sentence;
use crate::content::{self, Complement};
use crate::extent;
use crate::page::Page;
use crate::subject::{clause_subject, subject_before, subject_behind};
use crate::words::{Frame, Shape, Verb, is_adverb, is_finite, is_preposition, is_pronoun, verb};
use copydesk_core::Class;
use copydesk_core::lang::en::inflection::is_gerund;
use std::iter::once;
use std::ops::Range;

/// An apposition or adverbial between an attribution and the next piece of its quotation is at most so long, in tokens.
const APPOSITION: usize = 50;
/// A subject between a quotation and its verb is at most so long, in tokens.
const SUBJECT: usize = 30;

impl Sentence<'_, '_, '_> {
    /// `"…," Hale said` and `…, Hale said.`: what is reported stands before.
    pub(crate) fn behind(&mut self, i: usize, start: usize, verb: &Verb) -> bool {
        let page = self.page;
        let reading = page.reading;
        if verb.shape == Shape::Gerund || start <= self.floor && self.number == 0 {
            return false;
        }
        let floor = self.sentence_floor(start);
        let Some(mut subject) = subject_before(page, start, floor) else { return false };
        // `…," the tall, grey-haired mayor said`: all that stands between the marks and the verb is the subject.
        if subject.start > floor
            && self.pauses_before(floor)
            && start - floor <= SUBJECT
            && reading.raw(subject.start - 1) == ","
            && !matches!(reading.lower(floor), "and" | "but" | "as" | "when" | "while")
            && !(floor..subject.start).any(|j| is_finite(reading, j) && reading.lower(j) != "was")
        {
            subject.start = floor;
        }
        let Some(edge) = subject.start.checked_sub(1) else { return false };
        // `"Why?" Hale asked.`: core ends a sentence behind the mark.
        let quoted = self.quotation_before(edge);
        if let Some(first) = quoted {
            let (after, complement) = content::complement(page, i + 1, self.unit.tokens.end, verb);
            // `"It fell." Hale said the wall …`: the sentence before is somebody else's, or goes on in a report of its own.
            let ended = edge_is_sentence_end(page, edge);
            let own = ended
                && (matches!(complement, Complement::That)
                    || (complement == Complement::Clause && verb.frame == Frame::Any));
            if own {
                return false;
            }
            let mut pieces = vec![first];
            let mut end = after;
            // The quotation goes on behind the attribution.
            if let Some(next) = self.goes_on(self.behind_apposition(after)) {
                end = next.end;
                pieces.push(next);
            }
            let cue = start..i + 1;
            self.push(pieces, Some(subject), cue, "quote-speaker-cue");
            if let Some(last) = self.found.last_mut() {
                last.end = last.end.max(end);
            }
            return true;
        }
        // "the most since measurements began": without marks nobody speaks.
        if !verb.post || verb.lemma == "begin" || reading.raw(edge) != "," || edge < self.floor {
            return false;
        }
        let (after, complement) = content::complement(page, i + 1, self.unit.tokens.end, verb);
        if !matches!(complement, Complement::Nothing) {
            return false;
        }
        self.report_before(edge, after, Some(subject), start..i + 1, "clause-speaker-cue")
    }

    /// Whether a quotation that a comma ends stands right before `at`.
    pub(crate) fn pauses_before(&self, at: usize) -> bool {
        let page = self.page;
        let Some(stretch) = at.checked_sub(1).and_then(|i| page.stretch_at(i)).filter(|s| s.outer.end == at) else {
            return false;
        };
        let last = stretch.inner.clone().rev().take(3).find(|&j| !page.reading.is(j, Class::QUOTE));
        last.is_some_and(|j| matches!(page.reading.raw(j), "," | "?" | "!"))
    }

    /// Where a subject may reach back to: behind the last quotation in the sentence.
    pub(crate) fn sentence_floor(&self, at: usize) -> usize {
        (self.floor..at)
            .rev()
            .find(|&j| self.page.quoted(j) && self.page.stretch_at(j).is_some_and(|s| s.inner.len() > 3))
            .map_or(self.floor, |j| j + 1)
    }

    /// The quotation that ends at token `edge` (its mark, or the comma behind it), from its beginning in the sentence.
    pub(crate) fn quotation_before(&self, edge: usize) -> Option<Range<usize>> {
        let page = self.page;
        let reading = page.reading;
        let mark = if matches!(reading.raw(edge), "," | "—" | "–" | "-" | "--") && edge > 0 && page.quoted(edge - 1)
        {
            edge - 1
        } else {
            edge
        };
        let stretch = page.stretch_at(mark).filter(|s| s.outer.end == mark + 1 && s.closed)?;
        // The comma may stand inside nested marks: »'… to help?'" she said«.
        let last =
            stretch.inner.clone().rev().take(3).find(|&j| !reading.is(j, Class::QUOTE)).map_or("", |j| reading.raw(j));
        // 「…」 takes no comma.
        let corner = matches!(reading.raw(mark), "」" | "』");
        let inside = matches!(last, "," | "?" | "!" | "—" | "-" | "–" | "…" | ".") || mark < edge || corner;
        if !inside {
            return None;
        }
        if stretch.outer.start < self.unit.tokens.start {
            // The quotation is the sentence before; a full stop would have ended it for good.
            return (last != "." || stretch.inner.len() < 2).then(|| stretch.outer.clone());
        }
        Some(self.clause_start(stretch.outer.start)..stretch.outer.end)
    }

    /// Where the reported clause that holds a quotation from `quote` on begins: at the mark where a sentence begins there.
    pub(crate) fn clause_start(&self, quote: usize) -> usize {
        let page = self.page;
        let reading = page.reading;
        let from = self.own().last().map_or(self.floor, |a| a.end.max(self.floor));
        if quote <= from + 1 {
            return quote;
        }
        let before = reading.raw(quote - 1);
        if matches!(before, ":" | "—" | "–") {
            return quote;
        }
        // "As for the bridge, “it fell,” he said": what leads to the words is the reporter's.
        let introduces = reading.lower(from) == "as" && reading.lower(from + 1) == "for";
        if introduces && before == "," && !(from..quote).any(|j| is_finite(reading, j)) {
            return quote;
        }
        let mut start = from;
        while start < quote && !reading.is(start, Class::WORD | Class::DIGITS | Class::CURRENCY) && !page.quoted(start)
        {
            start += 1;
        }
        start
    }

    /// The piece of a quotation that goes on behind its attribution, which ends at `after`.
    pub(crate) fn goes_on(&self, after: usize) -> Option<Range<usize>> {
        let page = self.page;
        let reading = page.reading;
        let mut at = after;
        while matches!(reading.raw(at), "," | "." | ":" | ";" | "—" | "–" | "-") && at < self.unit.tokens.end {
            at += 1;
        }
        if at >= self.unit.tokens.end {
            return None;
        }
        // `told "Good Morning" viewers`: without a comma it is no second piece.
        let pause = at > after || matches!(reading.raw(after.wrapping_sub(1)), "," | "." | ":" | "—");
        if !pause && !matches!(reading.lower(at), "that" | "and" | "but") {
            return None;
        }
        if !page.quoted(at) && matches!(reading.lower(at), "that" | "and" | "but") && page.quoted(at + 1) {
            at += 1;
        }
        let stretch = page.stretch_at(at).filter(|s| s.outer.start == at)?;
        Some(extent::quoted_end(page, stretch, self.unit.tokens.end))
    }

    /// The report stands before the comma at `edge`; the attribution ends at `after`.
    pub(crate) fn report_before(
        &mut self,
        edge: usize,
        after: usize,
        speaker: Option<Range<usize>>,
        cue: Range<usize>,
        rule: &'static str,
    ) -> bool {
        let page = self.page;
        let reading = page.reading;
        // "…, Hale said, according to Okoro" rests on Okoro as a whole.
        let last_end = self.own().last().and_then(|a| a.pieces.last()).map_or(0, |p| p.end);
        let nested = rule == "according-to" || last_end >= edge;
        let from = self.own().last().filter(|_| !nested).map_or(self.floor, |a| a.end.max(self.floor).min(edge));
        let mut start = from;
        while start < edge && !reading.is(start, Class::WORD | Class::DIGITS | Class::CURRENCY) && !page.quoted(start) {
            start += 1;
        }
        if let Some(semicolon) = (start..edge).rev().find(|&j| reading.raw(j) == ";" && !page.quoted(j)) {
            start = semicolon + 1;
        }
        let finite = (start..edge).any(|j| page.quoted(j) || is_finite(reading, j));
        let mut pieces: Vec<Range<usize>> = once(start..edge).collect();
        let goes_on = reading.raw(after) == "," && after + 2 < self.unit.tokens.end && {
            let next = reading.lower(after + 1);
            let apposition = matches!(next, "who" | "which" | "where" | "whose" | "a" | "an") || is_gerund(next);
            let anew = finite && matches!(next, "the" | "as" | "when" | "while");
            // "The dam holds, according to Velm, but the lights are out": another clause rests on nobody's word.
            let anew = anew
                || (finite
                    && rule == "according-to"
                    && matches!(next, "and" | "but" | "though" | "although" | "yet" | "or" | "so"));
            // "…, said Ann Hale, director of the port", "…, he said, on condition of anonymity": no clause goes on there.
            let verbless = finite
                && (matches!(rule, "clause-cue-speaker" | "according-to")
                    || matches!(reading.lower(after + 2), "condition"))
                && !(after + 1..self.unit.tokens.end)
                    .take_while(|&j| !page.is_comma(j))
                    .any(|j| page.quoted(j) || is_finite(reading, j));
            !(apposition || anew || verbless)
        };
        if goes_on {
            let end = extent::clause_end(page, after + 1, self.unit.tokens.end);
            pieces.push(after + 1..end);
        } else if !finite
            && (edge < start + 3 || is_preposition(reading.lower(start)) || is_adverb(reading.lower(start)))
        {
            return false;
        }
        if !finite && edge - start < 6 && is_preposition(reading.lower(start)) && pieces.len() == 2 {
            // "On Monday, he said, the plant …"
            pieces.remove(0);
        }
        // "Kestria did not complain when prices rose, an official said": the inner report ends where the outer does.
        let first = self.first;
        for attribution in self.found.get_mut(first..).unwrap_or_default() {
            for piece in attribution.pieces.iter_mut().filter(|p| p.start < edge && edge < p.end) {
                piece.end = edge;
            }
            attribution.end = attribution.end.min(edge).max(attribution.cue.as_ref().map_or(0, |c| c.end));
        }
        self.push(pieces, speaker, cue, rule);
        true
    }

    /// `"…," said Hale` and `…, said Hale, a lawyer.`
    pub(crate) fn inverted(&mut self, i: usize, start: usize, verb: &Verb) -> bool {
        let page = self.page;
        let reading = page.reading;
        if !matches!(verb.shape, Shape::Past | Shape::Present) || i.saturating_sub(start) > 1 {
            return false;
        }
        let Some(edge) = start.checked_sub(1) else { return false };
        let quoted = self.quotation_before(edge);
        // "Hale, citing “lives at risk,” said", "Hale, who called it “a shame,” said": another cue has the quotation.
        if let Some(quoted) = &quoted
            && self.own().iter().any(|a| {
                a.cue.as_ref().is_some_and(|c| c.end <= quoted.end)
                    && a.rule.starts_with("speaker-cue")
                    && a.pieces.iter().any(|p| p.start < quoted.end && quoted.end <= p.end)
            })
        {
            return false;
        }
        if quoted.is_none() && (!verb.post || edge < self.floor || reading.raw(edge) != ",") {
            return false;
        }
        let subject = subject_behind(page, i + 1, self.unit.tokens.end);
        if let Some(first) = quoted {
            let after = subject.as_ref().map_or(i + 1, |s| s.end);
            let mut pieces = vec![first];
            let mut end = after;
            if let Some(next) = self.goes_on(self.behind_apposition(after)) {
                end = next.end;
                pieces.push(next);
            }
            let speaker = subject.or_else(|| clause_subject(page, self.floor, start));
            self.push(pieces, speaker, start..i + 1, "quote-cue-speaker");
            if let Some(last) = self.found.last_mut() {
                last.end = last.end.max(end);
            }
            return true;
        }
        let Some(subject) = subject else { return false };
        if reading.is(subject.start, Class::TEMPORAL | Class::WEEKDAY)
            || !matches!(
                verb.lemma,
                "say" | "add" | "note" | "report" | "write" | "argue" | "explain" | "warn" | "predict" | "state"
            )
        {
            return false;
        }
        // "Ann Hale, a lawyer, said port managers plan to leave": nothing was said before the verb, so it has its subject there.
        // "Recipients, said Hale, are required to pay": what was begun goes on behind the speaker.
        let goes_on = reading.raw(subject.end) == "," && is_finite(reading, subject.end + 1);
        if !goes_on && !(self.floor..edge).any(|j| page.quoted(j) || is_finite(reading, j)) {
            return false;
        }
        // ", said the plan would fail", ", said he never left": a clause behind the verb has its subject before.
        let next = reading.lower(subject.end);
        let ends = subject.end >= self.unit.tokens.end
            || !reading.is(subject.end, Class::WORD | Class::QUOTE)
            || reading.is(subject.end, Class::WEEKDAY | Class::TEMPORAL)
            || matches!(next, "who" | "whose")
            || is_preposition(next);
        if !ends || page.quoted(subject.end) || is_pronoun(reading.lower(subject.start)) {
            return false;
        }
        self.report_before(edge, subject.end, Some(subject), start..i + 1, "clause-cue-speaker")
    }

    /// ", a lawyer in Port Mirel," behind a speaker: where the next words in marks begin, if nobody else speaks before them.
    pub(crate) fn behind_apposition(&self, at: usize) -> usize {
        let page = self.page;
        let reading = page.reading;
        let limit = self.unit.tokens.end.min(at + APPOSITION);
        let next = (at..limit).find(|&j| page.quoted(j) || verb(reading, j).is_some_and(|v| v.frame != Frame::None));
        next.filter(|&j| page.quoted(j) && matches!(reading.raw(j - 1), "," | "." | ":" | "—" | "–")).unwrap_or(at)
    }
}

fn edge_is_sentence_end(page: &Page<'_, '_>, edge: usize) -> bool {
    page.stretch_at(edge).is_some_and(|s| page.reading.raw(s.inner.end - 1) == ".")
}
