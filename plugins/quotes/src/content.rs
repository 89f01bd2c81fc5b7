//! What is reported: where it begins behind a cue.

use crate::page::Page;
use crate::words::{Frame, Verb, is_adverb, is_determiner, is_finite, is_object_pronoun, is_preposition, is_pronoun};
use copydesk_core::Class;
use copydesk_core::lang::en::inflection::is_gerund;

/// An adverbial between a cue and its report ("in an interview with the paper on Tuesday") is at most this long, in tokens.
const ADVERBIAL: usize = 24;

/// What follows a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Complement {
    /// "that", "how", "whether" …
    That,
    /// Words in marks.
    Quotation,
    /// The verb's own preposition.
    Preposition,
    /// "to" and a verb: "vowed to leave".
    Infinitive,
    /// Other words.
    Clause,
    /// Nothing: the sentence or the clause ends.
    Nothing,
}

fn introduces_clause(word: &str) -> bool {
    matches!(word, "that" | "how" | "why" | "whether" | "if" | "what" | "who" | "where" | "when")
}

/// Where the complement of `verb` begins behind token `from`, and what it is.
pub fn complement(page: &Page<'_, '_>, from: usize, end: usize, verb: &Verb) -> (usize, Complement) {
    let reading = page.reading;
    let mut at = from;
    // "spoke out against", "wrote back": particles.
    while at < end && matches!(reading.lower(at), "out" | "back" | "up" | "forward") {
        at += 1;
    }
    if verb.prepositions.contains(&reading.lower(at)) {
        return (at + 1, Complement::Preposition);
    }
    if verb.frame == Frame::Addressee {
        at = skip_addressee(page, at, end);
    }
    for _ in 0..4 {
        if at >= end {
            return (end, Complement::Nothing);
        }
        if page.quoted(at) {
            return (at, Complement::Quotation);
        }
        let word = reading.lower(at);
        match reading.raw(at) {
            "," | ":" | "—" | "–" | "-" => {
                if page.quoted(at + 1) && at + 1 < end {
                    return (at + 1, Complement::Quotation);
                }
                if reading.raw(at) == ":" && at + 1 < end {
                    return (at + 1, Complement::Clause);
                }
                // "said, in a letter, that": the insertion is skipped where a report follows it.
                if let Some(next) = behind_insertion(page, at, end) {
                    at = next;
                    continue;
                }
                return (at, Complement::Nothing);
            }
            "." | ";" | "!" | "?" | "…" | ")" | "]" => return (at, Complement::Nothing),
            _ => {}
        }
        if introduces_clause(word) && !(word == "when" && verb.lemma != "ask") {
            return (at, Complement::That);
        }
        if word == "to" && (is_infinitive(page, at + 1) || page.quoted(at + 1)) {
            return (at, Complement::Infinitive);
        }
        let Some(next) = skip_adverbial(page, at, end) else { break };
        at = next;
    }
    if at >= end { (end, Complement::Nothing) } else { (at, Complement::Clause) }
}

/// Whether the token is a full stop that ends something, not that of "Mr." or "U.S.".
fn is_stop(page: &Page<'_, '_>, j: usize) -> bool {
    let reading = page.reading;
    reading.raw(j) == "."
        && !reading.glued(j + 1)
        && j > 0
        && !(reading.glued(j)
            && (reading.is(j - 1, Class::TITLE) || reading.token(j - 1).span().len() <= 1)
            && reading.is(j + 1, Class::CAPITAL))
}

/// Words in marks behind a colon (or what else `leads`), a few words on, with no clause between: "put it this way: “…”".
pub fn quotation_behind(page: &Page<'_, '_>, at: usize, end: usize, leads: &[&str]) -> Option<usize> {
    let reading = page.reading;
    let limit = end.min(at + ADVERBIAL);
    let mark = (at..limit)
        .take_while(|&j| !page.quoted(j) && !is_finite(reading, j))
        .find(|&j| leads.contains(&reading.raw(j)) && page.quoted(j + 1))?;
    (mark + 1 < end).then_some(mark + 1)
}

/// Whether a verb, not a noun phrase, stands behind "to".
fn is_infinitive(page: &Page<'_, '_>, at: usize) -> bool {
    let reading = page.reading;
    let word = reading.lower(at);
    reading.is(at, Class::WORD)
        && !reading.is(at, Class::CAPITAL)
        && !is_determiner(word)
        && !is_object_pronoun(word)
        && !word.ends_with('s')
        && !is_gerund(word)
}

/// ", in a letter," between cue and report: the first token behind it.
fn behind_insertion(page: &Page<'_, '_>, comma: usize, end: usize) -> Option<usize> {
    let reading = page.reading;
    let next = reading.lower(comma + 1);
    if !(is_preposition(next)
        || is_adverb(next)
        || matches!(next, "however" | "when" | "referring" | "using" | "as" | "though"))
    {
        return None;
    }
    let close =
        (comma + 1..end.min(comma + ADVERBIAL)).find(|&j| page.is_comma(j) && !page.quoted(j) || page.quoted(j))?;
    if page.quoted(close) {
        return matches!(reading.raw(close - 1), "," | ":").then_some(close);
    }
    (introduces_clause(reading.lower(close + 1)) || page.quoted(close + 1)).then_some(close + 1)
}

/// Who is told: "reporters", "the crowd in Port Mirel", "NPR's Ann Hale".
fn skip_addressee(page: &Page<'_, '_>, from: usize, end: usize) -> usize {
    let reading = page.reading;
    if is_object_pronoun(reading.lower(from)) && !is_determiner(reading.lower(from)) {
        return from + 1;
    }
    let limit = end.min(from + ADVERBIAL);
    for j in from..limit {
        let word = reading.lower(j);
        if page.quoted(j)
            || introduces_clause(word) && word != "who"
            || matches!(reading.raw(j), "," | ":")
            || is_stop(page, j)
            || word == "to" && j > from
        {
            return j;
        }
        if j > from
            && (is_pronoun(word)
                || is_determiner(word)
                    && !is_preposition(reading.lower(j - 1))
                    && reading.lower(j) != "her"
                    && !reading.is(j - 1, Class::DASH))
        {
            return j;
        }
        if j > from && is_finite(reading, j) {
            // "told reporters Hale would go": the name before the verb is the clause's subject.
            let mut k = j;
            while k > from + 1 && reading.is(k - 1, Class::CAPITAL) {
                k -= 1;
            }
            return if k > from { k } else { j };
        }
        // "told Hale on Monday", "about": the adverbial is skipped by the caller.
        if j > from && matches!(word, "on" | "during" | "about" | "of" | "in" | "at" | "last" | "this" | "earlier") {
            return j;
        }
    }
    from
}

/// An adverbial between cue and report, if one begins at `at`: the first token behind it.
fn skip_adverbial(page: &Page<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let reading = page.reading;
    let word = reading.lower(at);
    if reading.is(at, Class::WEEKDAY)
        || matches!(
            word,
            "yesterday"
                | "today"
                | "tonight"
                | "earlier"
                | "again"
                | "later"
                | "recently"
                | "publicly"
                | "repeatedly"
                | "simply"
                | "back"
        )
    {
        let mut next = at + 1;
        while next < end
            && (reading.is(next, Class::TEMPORAL | Class::TIME_UNIT | Class::WEEKDAY)
                || matches!(reading.lower(next), "morning" | "afternoon" | "evening" | "night"))
        {
            next += 1;
        }
        return Some(next);
    }
    if matches!(word, "last" | "this" | "late" | "early")
        && reading.is(at + 1, Class::TIME_UNIT | Class::WEEKDAY | Class::MONTH | Class::TEMPORAL)
    {
        return Some(at + 2);
    }
    if is_adverb(word)
        && !matches!(
            word,
            "not" | "only" | "never" | "both" | "all" | "even" | "just" | "also" | "now" | "still" | "already"
        )
    {
        return Some(at + 1);
    }
    if !matches!(
        word,
        "in" | "on"
            | "at"
            | "during"
            | "to"
            | "via"
            | "from"
            | "after"
            | "before"
            | "through"
            | "of"
            | "about"
            | "with"
            | "by"
            | "for"
            | "over"
            | "as"
    ) {
        return None;
    }
    // A prepositional phrase is an adverbial where a report follows it (or nothing does).
    let limit = end.min(at + ADVERBIAL);
    for j in at + 1..limit {
        let next = reading.lower(j);
        if page.quoted(j) {
            return matches!(reading.raw(j - 1), "," | ":").then_some(j).or(if matches!(word, "of" | "about") {
                Some(j)
            } else {
                None
            });
        }
        if next == "that" && !is_preposition(reading.lower(j - 1)) {
            return Some(j);
        }
        if reading.raw(j) == ":" || (page.is_comma(j) && page.quoted(j + 1)) {
            return Some(j);
        }
        if is_pronoun(next) && next != "who" && !is_preposition(reading.lower(j - 1)) && j > at + 1 {
            return Some(j);
        }
        if is_finite(reading, j) {
            if matches!(word, "of" | "about" | "to" | "as" | "for") {
                return None;
            }
            // "on Monday the plant would close": the clause begins behind the weekday or the year.
            let day = (at + 1..j)
                .rev()
                .find(|&k| reading.is(k, Class::WEEKDAY | Class::TIME_UNIT | Class::DIGITS | Class::MONTH));
            if let Some(day) = day {
                let mut next = day + 1;
                while matches!(reading.lower(next), "night" | "morning" | "afternoon" | "evening") {
                    next += 1;
                }
                return (next < j).then_some(next);
            }
            // "in a statement the plant would": behind the noun, where a determiner or a name begins anew.
            return (at + 2..j).find(|&k| {
                is_determiner(reading.lower(k))
                    && !is_preposition(reading.lower(k - 1))
                    && !matches!(reading.raw(k - 1), "'s" | "’s")
            });
        }
        if matches!(reading.raw(j), "," | ";") || is_stop(page, j) {
            return if matches!(word, "to" | "of" | "about" | "as") { None } else { Some(j) };
        }
    }
    (limit == end).then_some(end)
}
