//! Attributions without a verb: "according to Hale", `Hale: "…"`, headings.

use crate::attribution::Sentence;
use crate::extent;
use crate::noun;
use crate::page::Page;
use crate::subject::{clause_subject, subject_behind};
use crate::words::{is_auxiliary, is_determiner, is_finite, is_label, verb};
use copydesk_core::Class;
use std::iter::once;

/// So many tokens before a colon are looked at for the name of who speaks: "[Name / Professor of … at …: "…"]".
const LABEL: usize = 30;
/// A signature has at most so many tokens: "Ann Hale, mayor of Port Mirel since 2019".
const SIGNED: usize = 16;
/// The name before a heading's colon has at most so many tokens: "OK Gov. Fallin".
const HEADING: usize = 4;

impl Sentence<'_, '_, '_> {
    /// "according to Hale".
    pub(crate) fn according(&mut self, i: usize) {
        let page = self.page;
        let reading = page.reading;
        let end = self.unit.tokens.end;
        let Some(speaker) = subject_behind(page, i + 2, end).map(|s| extent::whole_phrase(page, s, end)) else {
            return;
        };
        let cue = i..i + 2;
        let first = (self.floor..i).all(|j| {
            !reading.is(j, Class::WORD) || matches!(reading.lower(j), "and" | "but" | "still" | "also" | "however")
        });
        if first {
            // "According to Hale, a lawyer, the plant …": the comma behind which a clause begins.
            let mut at = speaker.end;
            for _ in 0..4 {
                let Some(comma) = (at..end.min(at + 40)).find(|&j| page.is_comma(j) && !page.quoted(j)) else {
                    break;
                };
                at = comma + 1;
                if extent::is_clause(page, at, end)
                    && !(is_determiner(reading.lower(at)) && comma_then_clause(page, at, end))
                {
                    break;
                }
            }
            if at > speaker.end {
                let piece = match page.stretch_at(at) {
                    Some(stretch) => extent::quoted_end(page, stretch, end),
                    None => at..extent::clause_end(page, at, end),
                };
                self.push(vec![piece], Some(speaker), cue, "according-to");
            }
            return;
        }
        let edge = if reading.raw(i - 1) == "," || page.quoted(i - 1) { i - 1 } else { i };
        if page.quoted(i - 1)
            && let Some(first) = self.quotation_before(i - 1)
        {
            let mut pieces = vec![first];
            pieces.extend(self.goes_on(self.behind_apposition(speaker.end)));
            self.push(pieces, Some(speaker), cue, "according-to");
            return;
        }
        // "are, according to reports, massed": in the middle of the clause it governs what follows.
        if reading.raw(speaker.end) == ","
            && reading.raw(edge) == ","
            && edge > self.floor
            && (is_auxiliary(reading.lower(edge - 1))
                || matches!(reading.lower(edge - 1), "that" | "and" | "but" | "who" | "which"))
        {
            let stop = extent::clause_end(page, speaker.end + 1, end);
            self.push(once(speaker.end + 1..stop), Some(speaker), cue, "according-to");
            return;
        }
        let edge = if edge < i && page.quoted(edge) { i } else { edge };
        let after = speaker.end;
        self.report_before(edge, after, Some(speaker), cue, "according-to");
    }

    /// `Hale: "…"`, `[Hale / role: "…"]`.
    pub(crate) fn label(&mut self, i: usize) -> bool {
        let page = self.page;
        let reading = page.reading;
        let Some(stretch) = page.stretch_at(i + 1).filter(|s| s.outer.start == i + 1) else { return false };
        if self.own().iter().any(|a| a.end > i) {
            return true;
        }
        // "Hale's answer: “…”"
        if let Some((owner, noun)) = noun::owner(page, i + 1, self.floor)
            .filter(|(owner, noun)| noun.end == i || owner.end == i || reading.lower(noun.end) == "to")
        {
            let piece = extent::quoted_end(page, stretch, self.unit.tokens.end);
            self.push(vec![piece], Some(owner), noun, "noun");
            return true;
        }
        let from = (self.floor..i)
            .rev()
            .take(LABEL)
            .take_while(|&j| !page.quoted(j) && !matches!(reading.raw(j), "[" | "]" | ";"))
            .last()
            .unwrap_or(i);
        if from == i {
            return true;
        }
        let piece = extent::quoted_end(page, stretch, self.unit.tokens.end);
        // "State Television" is no verb.
        let speaks = |j: usize| verb(reading, j).is_some() && !reading.is(j, Class::CAPITAL);
        if (from..i).any(|j| is_finite(reading, j) || speaks(j)) {
            // "She turned to the crowd: “…”"
            let speaker = clause_subject(page, self.floor, i);
            self.push(vec![piece], speaker, i..i + 1, "colon");
            return true;
        }
        if !reading.is(from, Class::CAPITAL) {
            return true;
        }
        let stop = (from..i).find(|&j| matches!(reading.raw(j), "/" | "," | "(" | "—" | "–")).unwrap_or(i);
        self.push(vec![piece], Some(from..stop), i..i + 1, "label");
        true
    }

    /// `“The bridge is closed.” — Ann Hale`: words in marks, a dash, and who said them, and nothing more.
    pub(crate) fn signed(&mut self, dash: usize) {
        let page = self.page;
        let reading = page.reading;
        let end = self.unit.tokens.end;
        let Some(stretch) = dash.checked_sub(1).and_then(|i| page.stretch_at(i)) else { return };
        let alone = stretch.outer.start == self.unit.tokens.start && stretch.outer.end == dash;
        let last = page.paragraphs.get(self.unit.paragraph).is_some_and(|p| p.end == end);
        let name = dash + 1..end;
        if !alone || !last || name.is_empty() || name.len() > SIGNED || !reading.is(dash + 1, Class::CAPITAL) {
            return;
        }
        let stop = name.clone().find(|&j| matches!(reading.raw(j), "," | "(" | ".")).unwrap_or(end);
        let named = (dash + 1..stop).all(|j| reading.is(j, Class::CAPITAL) || reading.glued(j));
        if named && !name.clone().any(|j| is_finite(reading, j)) {
            self.push(once(stretch.outer.clone()), Some(dash + 1..stop), dash..dash + 1, "signed");
        }
    }

    /// `Hale: Bridge is safe` as a heading or a turn in a transcript: a name at the head of a paragraph, a colon, words without marks.
    pub(crate) fn heading(&mut self, i: usize) {
        let page = self.page;
        let reading = page.reading;
        let end = self.unit.tokens.end;
        let first = page.paragraphs.get(self.unit.paragraph).is_some_and(|p| p.start == self.unit.tokens.start);
        let words = i - self.floor;
        if !first
            || self.floor != self.unit.tokens.start
            || words == 0
            || words > HEADING
            || i + 3 >= end
            || reading.glued(i + 1)
        {
            return;
        }
        let named = (self.floor..i).all(|j| {
            reading.is(j, Class::CAPITAL) && !reading.is(j, Class::FUNCTION | Class::MONTH | Class::WEEKDAY)
                || reading.raw(j) == "."
        });
        let label = is_label(reading.lower(i - 1));
        if named && !label {
            self.push(once(i + 1..extent::clause_end(page, i + 1, end)), Some(self.floor..i), i..i + 1, "heading");
        }
    }
}

fn comma_then_clause(page: &Page<'_, '_>, at: usize, end: usize) -> bool {
    let reading = page.reading;
    // "a lawyer, the plant closed": an apposition has no verb before its comma.
    (at..end.min(at + 15)).take_while(|&j| !is_finite(reading, j)).any(|j| page.is_comma(j))
}
