//! What is reported: where it begins behind a cue, and where it ends.

use crate::marks::Stretch;
use crate::page::Page;
use crate::words::{
    Frame, Shape, Verb, is_adverb, is_auxiliary, is_determiner, is_finite, is_mostly_noun, is_object_pronoun,
    is_preposition, is_pronoun, nominal_before, verb,
};
use copydesk_core::Class;
use std::ops::Range;

/// An adverbial between a cue and its report ("in an interview with the paper on Tuesday") is at most this long, in tokens.
const ADVERBIAL: usize = 24;

/// A remark that trails a report is at most so long, in tokens.
const REMARK: usize = 60;
/// Two dashes that belong together stand within so many tokens.
const PARENTHESIS: usize = 40;
/// A subject's verb stands within so many tokens of its first word.
const SUBJECT: usize = 12;

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

/// Words in marks behind a colon, a few words on, with no clause between: "put it this way: “…”".
pub fn quotation_behind_colon(page: &Page<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let reading = page.reading;
    let limit = end.min(at + ADVERBIAL);
    let colon =
        (at..limit).take_while(|&j| !page.quoted(j) && !is_finite(reading, j)).find(|&j| reading.raw(j) == ":")?;
    (colon + 1 < end && page.quoted(colon + 1)).then_some(colon + 1)
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
        && !word.ends_with("ing")
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

/// Whether a clause with a subject and a finite verb begins at `at`.
pub fn is_clause(page: &Page<'_, '_>, at: usize, end: usize) -> bool {
    let reading = page.reading;
    if is_preposition(reading.lower(at)) && reading.lower(at) != "in" {
        return false;
    }
    (at..end.min(at + 25))
        .take_while(|&j| !matches!(reading.raw(j), "," | ";" | ".") || reading.glued(j + 1))
        .skip(1)
        .any(|j| is_finite(reading, j) && !page.quoted(j) && is_verbish(page, j))
}

/// Whether a clause that could stand alone begins at `at`: its first word is a subject's, and its verb follows before a comma.
pub fn is_main_clause(page: &Page<'_, '_>, at: usize, end: usize) -> bool {
    let reading = page.reading;
    let word = reading.lower(at);
    let subject = is_pronoun(word) && !matches!(word, "who")
        || is_determiner(word) && !matches!(word, "another" | "each")
        || (reading.is(at, Class::CAPITAL) && !is_preposition(word))
        || matches!(word, "most" | "others" | "many" | "few");
    subject && !page.quoted(at) && (at + 1..end.min(at + SUBJECT)).take_while(|&j| !page.is_comma(j)).any(|j| is_finite(reading, j))
}

/// A finite verb that is not a participle behind its noun.
fn is_verbish(page: &Page<'_, '_>, j: usize) -> bool {
    let word = page.reading.lower(j);
    is_auxiliary(word) || !word.ends_with("ed") || !is_preposition(page.reading.lower(j + 1))
}

/// Where the report that begins at `start` ends: with the sentence, or where the reporter speaks again.
pub fn clause_end(page: &Page<'_, '_>, start: usize, end: usize) -> usize {
    let reading = page.reading;
    let mut stop = end;
    let mut j = start;
    while j < end {
        if page.quoted(j) {
            let stretch = page.stretch_at(j);
            let close = stretch.map_or(j + 1, |s| s.outer.end.max(j + 1));
            // "that it was “the only way,” adding …": the comma stands inside the marks.
            if stretch.is_some_and(|s| reading.raw(s.inner.end.saturating_sub(1)) == ",")
                && close < end
                && !page.quoted(close)
                && (ends_report(page, start, close - 1, end) || is_main_clause(page, close, end))
            {
                stop = close;
                break;
            }
            j = close;
            continue;
        }
        let word = reading.lower(j);
        if reading.raw(j) == ";"
            || (j > start + 2 && is_lone_dash(page, j, end))
            || (page.is_comma(j) && j > start && ends_report(page, start, j, end)) {
            stop = j;
            break;
        }
        if matches!(word, "and" | "but")
            && j > start + 1
            && verb(reading, j + 1).is_some_and(|v| {
                matches!(v.shape, Shape::Past | Shape::Present | Shape::Gerund)
                    && matches!(v.frame, Frame::Any | Frame::Addressee)
            })
        {
            stop = j;
            break;
        }
        if word == "according" && reading.lower(j + 1) == "to" && j > start + 1 {
            stop = j;
            break;
        }
        j += 1;
    }
    while stop > start
        && !page.quoted(stop - 1)
        && !reading.is(stop - 1, Class::WORD | Class::DIGITS | Class::PERCENT)
        && !matches!(reading.raw(stop - 1), ")" | "]")
    {
        stop -= 1;
    }
    stop
}

/// Whether a dash between spaces has no fellow: "that it was “safe” – a relief for many" is the reporter's from the dash on.
fn is_lone_dash(page: &Page<'_, '_>, dash: usize, end: usize) -> bool {
    let reading = page.reading;
    let spaced = |j: usize| reading.is(j, Class::DASH) && !reading.glued(j) && !reading.glued(j + 1);
    spaced(dash) && !(dash + 1..end.min(dash + PARENTHESIS)).any(spaced)
}

/// Whether the reporter speaks again behind the comma at `comma`, in a report that begins at `start`.
fn ends_report(page: &Page<'_, '_>, start: usize, comma: usize, end: usize) -> bool {
    let reading = page.reading;
    let next = reading.lower(comma + 1);
    let gerund = verb(reading, comma + 1).is_some_and(|v| v.shape == Shape::Gerund && v.frame != Frame::None);
    let according = next == "according" && reading.lower(comma + 2) == "to";
    // ", but is now the worst" goes on with the same subject; ", but the mayor left" does not.
    let but = next == "but"
        && comma > start + 2
        && !is_finite(reading, comma + 2)
        && !is_adverb(reading.lower(comma + 2))
        && reading.lower(comma + 2) != "that";
    let reported =
        matches!(next, "and" | "but" | "while" | "though" | "although") && speaks_anew(page, comma + 2, end);
    gerund || according || but || reported || trails(page, comma, end)
}

/// Whether what follows a comma is the reporter's remark at the end of the sentence: ", compared with a third in May", ", as have
/// her rivals", ", which is due on Friday".
fn trails(page: &Page<'_, '_>, comma: usize, end: usize) -> bool {
    let reading = page.reading;
    match reading.lower(comma + 1) {
        "compared" => true,
        "as" => is_auxiliary(reading.lower(comma + 2)),
        "while" | "who" | "which" | "a" | "an" => {
            end <= comma + REMARK && !(comma + 2..end).any(|j| page.is_comma(j))
        }
        _ => false,
    }
}

/// Whether a reporting verb with a subject of its own, or none, stands a few words on: ", and other aides said".
pub fn speaks_anew(page: &Page<'_, '_>, from: usize, end: usize) -> bool {
    let reading = page.reading;
    for j in from..end.min(from + 8) {
        if page.quoted(j) || reading.is(j, Class::QUOTE) || matches!(reading.raw(j), "," | ";" | "—") {
            return false;
        }
        if let Some(verb) = verb(reading, j)
            && matches!(verb.shape, Shape::Past | Shape::Present)
            && !nominal_before(reading, j)
            && !is_mostly_noun(reading.lower(j))
        {
            return matches!(verb.frame, Frame::Any | Frame::Addressee);
        }
        if is_finite(reading, j) && !is_auxiliary(reading.lower(j)) {
            return false;
        }
    }
    false
}

/// The first comma outside marks, or the end of the clause: where an insertion with a report of its own closes.
pub fn insertion_end(page: &Page<'_, '_>, start: usize, end: usize) -> usize {
    let stop = clause_end(page, start, end);
    let reading = page.reading;
    let spaced = |j: usize| reading.is(j, Class::DASH) && !reading.glued(j) && !reading.glued(j + 1);
    (start..stop).find(|&j| !page.quoted(j) && (page.is_comma(j) || spaced(j))).unwrap_or(stop)
}

/// A report that begins with words in marks: these alone, or with the rest of the clause where the marks close inside it.
pub fn quoted_end(page: &Page<'_, '_>, stretch: &Stretch, end: usize) -> Range<usize> {
    let reading = page.reading;
    let close = stretch.outer.end;
    if !stretch.closed || close >= end {
        return stretch.outer.clone();
    }
    let last = reading.raw(stretch.inner.end.saturating_sub(1));
    let ended = matches!(last, "." | "," | "!" | "?" | "…" | "—");
    let next = reading.lower(close);
    let stops = ended
        || !reading.is(close, Class::WORD)
        || is_auxiliary(next) && stretch.inner.len() > 6
        || matches!(
            next,
            "and"
                | "but"
                | "as"
                | "when"
                | "while"
                | "after"
                | "before"
                | "during"
                | "because"
                | "if"
                | "even"
                | "though"
        ) && stretch.inner.len() > 4;
    if stops { stretch.outer.clone() } else { stretch.outer.start..clause_end(page, close, end).max(close) }
}

/// A speaker with the apposition in commas behind the name.
pub fn whole_phrase(page: &Page<'_, '_>, speaker: Range<usize>, end: usize) -> Range<usize> {
    let reading = page.reading;
    // "Hale of the Port Authority": nothing to add; the phrase was read to its comma.
    let end = speaker.end.min(end);
    if end > speaker.start + 1 && reading.raw(end - 1) == "," { speaker.start..end - 1 } else { speaker.start..end }
}
