//! How far a report goes: to the end of its sentence, or to where the reporter speaks again.

use crate::marks::Stretch;
use crate::page::Page;
use crate::words::{
    Frame, Shape, is_adverb, is_auxiliary, is_determiner, is_finite, is_mostly_noun, is_preposition, is_pronoun,
    nominal_before, verb,
};
use copydesk_core::Class;
use std::ops::Range;

/// A remark that trails a report is at most so long, in tokens.
const REMARK: usize = 60;

/// Two dashes that belong together stand within so many tokens.
const PARENTHESIS: usize = 40;

/// A subject's verb stands within so many tokens of its first word.
const SUBJECT: usize = 12;

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
    subject
        && !page.quoted(at)
        && (at + 1..end.min(at + SUBJECT)).take_while(|&j| !page.is_comma(j)).any(|j| is_finite(reading, j))
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
            || (page.is_comma(j) && j > start && ends_report(page, start, j, end))
        {
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
    let reported = matches!(next, "and" | "but" | "while" | "though" | "although") && speaks_anew(page, comma + 2, end);
    gerund || according || but || reported || trails(page, comma, end)
}

/// Whether what follows a comma is the reporter's remark at the end of the sentence: ", compared with a third in May", ", as have
/// her rivals", ", which is due on Friday".
fn trails(page: &Page<'_, '_>, comma: usize, end: usize) -> bool {
    let reading = page.reading;
    match reading.lower(comma + 1) {
        "compared" => true,
        "as" => is_auxiliary(reading.lower(comma + 2)),
        "while" | "who" | "which" | "a" | "an" => end <= comma + REMARK && !(comma + 2..end).any(|j| page.is_comma(j)),
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
