//! Attributions: which words a cue reports, and who its subject is.

use crate::document::texts;
use crate::page::{Page, Unit};
use crate::words::{
    Frame, Shape, Verb, is_adverb, is_auxiliary, is_determiner, is_finite, is_mostly_noun, is_object_pronoun,
    is_preposition, is_pronoun, nominal_before, verb,
};
use copydesk_core::Class;
use std::ops::Range;

/// Somebody says something.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// The reported words, in pieces, as token ranges.
    pub pieces: Vec<Range<usize>>,
    /// The mention of who speaks.
    pub speaker: Option<Range<usize>>,
    /// The cue.
    pub cue: Option<Range<usize>>,
    /// The rule that found it.
    pub rule: &'static str,
    /// The sentence that it stands in.
    pub unit: usize,
    /// The last token, exclusive, of cue, speaker and pieces.
    pub end: usize,
}

/// All attributions with a cue, in the order of their cues.
pub fn attributions(page: &Page<'_, '_>) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    for (n, unit) in page.units.iter().enumerate() {
        let mut sentence =
            Sentence { page, unit, number: n, floor: skip_dateline(page, unit), found: &mut found, first: 0 };
        sentence.first = sentence.found.len();
        sentence.read();
    }
    found
}

/// "WASHINGTON (AP) — ": the sentence begins behind the dash.
fn skip_dateline(page: &Page<'_, '_>, unit: &Unit) -> usize {
    let reading = page.reading;
    let start = unit.tokens.start;
    if !reading.is(start, Class::UPPER) && !reading.is(start, Class::CAPITAL) {
        return start;
    }
    let limit = unit.tokens.end.min(start + 14);
    (start + 1..limit)
        .find(|&i| {
            reading.is(i, Class::DASH)
                && !reading.glued(i + 1)
                && (start..i)
                    .all(|j| !is_finite(reading, j) && (!reading.is(j, Class::WORD) || reading.is(j, Class::CAPITAL)))
        })
        .filter(|&i| reading.is(start, Class::UPPER) || reading.raw(i - 1) == ")" || reading.raw(i - 1) == ".")
        .map_or(start, |i| i + 1)
}

pub(crate) struct Sentence<'s, 'r, 'a> {
    /// The page.
    pub(crate) page: &'s Page<'r, 'a>,
    /// The sentence's place.
    pub(crate) unit: &'s Unit,
    /// Its number.
    pub(crate) number: usize,
    /// Where the sentence's words begin.
    pub(crate) floor: usize,
    /// What was found so far, of all sentences.
    pub(crate) found: &'s mut Vec<Attribution>,
    /// The number of attributions found before this sentence.
    pub(crate) first: usize,
}

impl Sentence<'_, '_, '_> {
    fn read(&mut self) {
        let page = self.page;
        let reading = page.reading;
        let mut i = self.floor;
        while i < self.unit.tokens.end {
            if page.quoted(i) {
                i = page.stretch_at(i).map_or(i + 1, |s| s.outer.end.max(i + 1));
                continue;
            }
            if reading.lower(i) == "according" && reading.lower(i + 1) == "to" {
                self.according(i);
                i += 2;
                continue;
            }
            if let Some(verb) = verb(reading, i) {
                self.cue(i, verb);
            } else if reading.raw(i) == ":" && !self.label(i) {
                self.heading(i);
            } else if reading.is(i, Class::DASH) && i > self.floor && page.quoted(i - 1) {
                self.signed(i);
            }
            i += 1;
        }
    }

    /// The attributions of this sentence so far.
    pub(crate) fn own(&self) -> &[Attribution] {
        self.found.get(self.first..).unwrap_or(&[])
    }

    pub(crate) fn push(
        &mut self,
        pieces: impl IntoIterator<Item = Range<usize>>,
        speaker: Option<Range<usize>>,
        cue: Range<usize>,
        rule: &'static str,
    ) {
        let pieces: Vec<_> = pieces
            .into_iter()
            .filter(|p| p.clone().any(|i| self.page.reading.is(i, Class::WORD | Class::DIGITS)))
            .collect();
        if pieces.is_empty() {
            return;
        }
        let end = pieces.iter().map(|p| p.end).chain(speaker.as_ref().map(|s| s.end)).fold(cue.end, usize::max);
        self.found.push(Attribution { pieces, speaker, cue: Some(cue), rule, unit: self.number, end });
    }

    /// The first token of the verb group whose head is `i`.
    pub(crate) fn group(&self, i: usize) -> usize {
        let reading = self.page.reading;
        let mut start = i;
        while start > self.floor && !self.page.quoted(start - 1) {
            let word = reading.lower(start - 1);
            if is_auxiliary(word)
                || is_adverb(word)
                || matches!(word, "'s" | "’s" | "'ve" | "’ve") && self.contracted(start - 1)
            {
                start -= 1;
            } else {
                break;
            }
        }
        // An adverb that opens the sentence or a clause is no part of the group: "Later, he said".
        while start < i
            && is_adverb(reading.lower(start))
            && (start == self.floor || reading.raw(start.saturating_sub(1)) == ",")
            && !is_auxiliary(reading.lower(start))
        {
            start += 1;
        }
        start
    }

    /// "went on to say", "went so far as to say": the first token of the group.
    fn went_on(&self, start: usize) -> Option<usize> {
        let reading = self.page.reading;
        let to = start.checked_sub(1).filter(|&j| reading.lower(j) == "to")?;
        let lowest = self.floor.max(to.saturating_sub(5));
        (lowest..to).rev().find(|&j| {
            matches!(reading.lower(j), "went" | "goes" | "go" | "continued" | "continues" | "began" | "taken")
        })
    }

    /// "he's said": the possessive ending behind a pronoun is a verb.
    fn contracted(&self, i: usize) -> bool {
        i > 0 && matches!(self.page.reading.lower(i - 1), "he" | "she" | "it" | "who" | "that")
    }

    /// A reporting verb at `i`.
    fn cue(&mut self, i: usize, verb: &'static Verb) {
        let page = self.page;
        let reading = page.reading;
        let mut start = self.group(i);
        let went_on = self.went_on(start);
        if let Some(first) = went_on {
            start = self.group(first);
        }
        let has = |words: &[&str]| (start..i).any(|j| words.contains(&reading.lower(j)));
        let be = has(&[
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "being",
            "am",
            "isn't",
            "wasn't",
            "weren't",
            "isn’t",
            "wasn’t",
            "weren’t",
            "'s",
            "’s",
        ]);
        let before = i.checked_sub(1).map_or("", |j| reading.lower(j));
        // "United States": a name. A sentence may begin with "Asked" and "According".
        if reading.is(i, Class::CAPITAL) && i > self.floor && !page.quoted(i - 1) {
            return;
        }
        // "denied having said it": no report of its own.
        if reading.lower(start) == "having"
            && verb.shape == Shape::Past
            && start > self.floor
            && reading.raw(start - 1) != ","
        {
            return;
        }
        // "who asked not to be named": a condition, no report.
        if verb.lemma == "ask" && reading.lower(i + 1) == "not" && reading.lower(i + 3) == "be" {
            return;
        }
        // "neither confirmed nor denied": nothing is said.
        if matches!(before, "neither" | "nor") {
            return;
        }
        if is_mostly_noun(reading.lower(i)) && !self.plain(i, start) {
            return;
        }
        match verb.shape {
            Shape::Gerund => {
                if is_determiner(before) && !matches!(before, "those" | "both" | "all")
                    || (matches!(before, "'s" | "’s") && start == i)
                {
                    return;
                }
            }
            Shape::Base => {
                let modal = has(&[
                    "will",
                    "would",
                    "can",
                    "could",
                    "may",
                    "might",
                    "must",
                    "should",
                    "do",
                    "does",
                    "did",
                    "don't",
                    "don’t",
                    "didn't",
                    "didn’t",
                    "doesn't",
                    "doesn’t",
                    "won't",
                    "won’t",
                ]);
                let plural = start > self.floor && {
                    let subject = reading.lower(start - 1);
                    matches!(
                        subject,
                        "they"
                            | "we"
                            | "i"
                            | "you"
                            | "people"
                            | "who"
                            | "police"
                            | "some"
                            | "many"
                            | "others"
                            | "men"
                            | "women"
                    ) || (subject.len() > 3
                        && subject.ends_with('s')
                        && !subject.ends_with("ss")
                        && reading.is(start - 1, Class::WORD)
                        && !is_preposition(subject))
                        || (reading.is(start - 1, Class::CAPITAL) && self.listed(start - 1))
                        || reading.raw(start - 1) == ")"
                        || (reading.is(start - 1, Class::CAPITAL) && self.affiliated(start - 1))
                        || (reading.raw(start - 1) == "," && verb.lemma != "state")
                };
                let say =
                    verb.lemma == "say" && start > self.floor && !matches!(before, "to" | "let" | "lets" | "'s" | "’s");
                if went_on.is_none() && (!(modal || plural || say) || nominal_before(reading, i)) {
                    return;
                }
            }
            Shape::Present | Shape::Past => {
                if start == i
                    && (nominal_before(reading, i)
                        || verb.shape == Shape::Past
                            && reading.is(i.wrapping_sub(1), Class::DIGITS)
                            && verb.lemma != "say")
                {
                    return;
                }
                if verb.shape == Shape::Past && (be || before == "being") {
                    self.passive(i, start, verb);
                    return;
                }
                // "exit polls reported by two networks": a participle behind its noun.
                if verb.shape == Shape::Past && start == i && reading.lower(i + 1) == "by" {
                    return;
                }
                if verb.shape == Shape::Present && reading.lower(i + 1) == "of" && verb.lemma != "say" {
                    return; // "the claims of"
                }
            }
        }
        if reading.is(i, Class::DASH)
            || (reading.glued(i + 1) && reading.is(i + 1, Class::DASH))
            || (reading.glued(i) && reading.is(i.wrapping_sub(1), Class::DASH))
        {
            return; // "so-called"
        }
        if verb.lemma == "ask"
            && verb.shape == Shape::Past
            && (i == self.floor || matches!(before, "when" | "if" | "being"))
        {
            self.question(i);
            return;
        }
        if self.behind(i, start, verb) || self.inverted(i, start, verb) {
            return;
        }
        self.ahead(i, start, verb);
    }

    /// Whether a word that is mostly a noun stands as a verb: a pronoun or a name before it, and no preposition but its own behind.
    pub(crate) fn plain(&self, i: usize, start: usize) -> bool {
        let reading = self.page.reading;
        let Some(before) = start.checked_sub(1) else { return false };
        let word = reading.lower(before);
        let modal = (start..i).any(|j| is_auxiliary(reading.lower(j)));
        // “…,” the article read.
        let written =
            texts(word) || matches!(word, "sign" | "email" | "post" | "caption" | "headline" | "message" | "note");
        let numbered = reading.is(before, Class::DIGITS) && (self.page.quoted(i + 1) || reading.lower(i + 1) == "that");
        let subject = is_pronoun(word)
            || reading.is(before, Class::CAPITAL)
            || matches!(reading.raw(before), "," | ")")
            || matches!(word, "and" | "study" | "media")
            || written;
        let next = reading.lower(i + 1);
        let own = verb(reading, i)
            .is_some_and(|v| v.prepositions.contains(&next) || matches!(v.frame, Frame::Quote | Frame::None));
        // “The bridge is closed,” reads a sign.
        let subject = subject || (start == i && self.pauses_before(start) && is_determiner(next));
        let report = self.page.quoted(i + 1)
            || is_determiner(next)
            || is_pronoun(next)
            || is_object_pronoun(next)
            || reading.is(i + 1, Class::CAPITAL)
            || (written && matches!(next, "." | ","))
            || (is_pronoun(word) && next == "." && reading.raw(before.wrapping_sub(1)) == ",")
            || matches!(next, "that" | "to" | "how" | "why" | "whether" | "if" | "," | ":" | "there");
        (subject || modal || numbered) && (report || own)
    }

    /// "analysts at Banco Olmeda reckon": whether a name belongs to a plural before it.
    fn affiliated(&self, i: usize) -> bool {
        let reading = self.page.reading;
        let low = i.saturating_sub(6).max(self.floor);
        let preposition = (low..i).rev().find(|&j| !reading.is(j, Class::CAPITAL) && reading.lower(j) != "the");
        preposition.is_some_and(|j| {
            let noun = reading.lower(j.wrapping_sub(1));
            j > self.floor
                && matches!(reading.lower(j), "at" | "in" | "from" | "with")
                && noun.len() > 4
                && noun.ends_with('s')
                && !noun.ends_with("ss")
        })
    }

    /// Whether "and" stands a few words before: "Hale and Okoro say".
    pub(crate) fn listed(&self, i: usize) -> bool {
        (i.saturating_sub(6).max(self.floor)..i).any(|j| self.page.reading.lower(j) == "and")
    }
}
