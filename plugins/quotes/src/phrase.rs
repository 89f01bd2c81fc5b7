//! Noun phrases: read leftwards from where they end.

use crate::page::Page;
use crate::words::{
    is_adverb, is_auxiliary, is_determiner, is_finite, is_preposition, is_pronoun, is_subordinator, nominal_before,
    verb,
};
use copydesk_core::Class;
use std::ops::Range;

/// The longest subject that is read, in tokens: "Tim Hale, the former deputy head of …, who …," runs to 40 in the longest met.
pub const LONGEST: usize = 60;

/// The noun phrase that ends before token `end`, not reaching back over `floor`; empty where none does.
pub fn noun_phrase_before(page: &Page<'_, '_>, end: usize, floor: usize) -> Range<usize> {
    let reading = page.reading;
    let floor = floor.max(end.saturating_sub(LONGEST));
    let mut i = end;
    let mut head = false;
    while i > floor {
        let at = i - 1;
        let word = reading.lower(at);
        let class = reading.class(at);
        if class.any(Class::QUOTE) || page.quoted(at) {
            // A nickname in marks between the names of one person.
            match page.stretch_at(at) {
                Some(s)
                    if s.inner.len() <= 3
                        && s.outer.start > floor
                        && reading.is(s.outer.start - 1, Class::CAPITAL)
                        && head =>
                {
                    i = s.outer.start;
                    continue;
                }
                _ => break,
            }
        }
        if class.any(Class::WORD) {
            if is_pronoun(word) && !class.any(Class::UPPER) {
                if i == end && !head {
                    return at..end;
                }
                break;
            }
            if is_subordinator(word) && !class.any(Class::UPPER) {
                break;
            }
            if matches!(word, "and" | "or" | "&") {
                if !head || !joins_nouns(page, at, floor) {
                    break;
                }
                i = at;
                continue;
            }
            if is_preposition(word) {
                i = at;
                head = false;
                continue;
            }
            if is_finite(reading, at) || (is_auxiliary(word) && !class.any(Class::CAPITAL)) {
                // "officials briefed on the matter said": a participle that follows its noun.
                let participle = !is_auxiliary(word) && word.ends_with("ed") && !head;
                if !participle {
                    break;
                }
                i = at;
                continue;
            }
            if verb(reading, at).is_some_and(|v| v.shape == crate::words::Shape::Gerund)
                && !nominal_before(reading, at)
                && head
            {
                break;
            }
            head = head || !is_adverb(word);
            i = at;
            continue;
        }
        match reading.raw(at) {
            ")" | "]" => {
                let lowest = floor.max(at.saturating_sub(14));
                match (lowest..at).rev().find(|&j| matches!(reading.raw(j), "(" | "[")) {
                    Some(open) => i = open,
                    None => break,
                }
            }
            "." if reading.glued(at) && at > floor => i = at, // "U.S.", "Sen."
            "'s" | "’s" | "'" | "’" | "&" | "@" | "#" | "_" | "/" => i = at,
            "," if head && lists_names(page, at, end, floor) => i = at,
            "," if !page.is_comma(at) => i = at,
            _ if class.any(Class::DASH) && reading.glued(at) && reading.glued(at + 1) => i = at,
            _ if class.any(Class::DIGITS | Class::CURRENCY | Class::PERCENT) => i = at,
            _ => break,
        }
    }
    trim(page, i..end)
}

/// "South Korea, Japan and the United States": a comma between names, with an "and" further on.
fn lists_names(page: &Page<'_, '_>, comma: usize, end: usize, floor: usize) -> bool {
    let reading = page.reading;
    comma > floor
        && reading.is(comma - 1, Class::CAPITAL)
        && (reading.is(comma + 1, Class::CAPITAL) || is_determiner(reading.lower(comma + 1)))
        && (comma + 2..end.min(comma + 12)).any(|j| reading.lower(j) == "and")
}

/// Whether the "and" at `at` ties two nouns, not two clauses: no finite verb stands between it and the clause's beginning.
fn joins_nouns(page: &Page<'_, '_>, at: usize, floor: usize) -> bool {
    let reading = page.reading;
    let mut j = at;
    while j > floor {
        j -= 1;
        if page.quoted(j) || matches!(reading.raw(j), ";" | ":" | "—" | "–") {
            return false;
        }
        if is_finite(reading, j) {
            return false;
        }
        let word = reading.lower(j);
        if is_subordinator(word) || reading.raw(j) == "," {
            return j + 1 < at;
        }
    }
    j < at
}

/// Drops what cannot begin a noun phrase ("meanwhile", "on Monday the minister") and what cannot end one.
fn trim(page: &Page<'_, '_>, mut range: Range<usize>) -> Range<usize> {
    let reading = page.reading;
    loop {
        let word = reading.lower(range.start);
        if range.is_empty() {
            return range;
        }
        let leads = (is_adverb(word) && !reading.is(range.start, Class::UPPER | Class::BOUND))
            || matches!(
                word,
                "and"
                    | "or"
                    | "but"
                    | "yesterday"
                    | "today"
                    | "tonight"
                    | "meanwhile"
                    | "however"
                    | "still"
                    | ","
                    | ")"
                    | "."
                    | "'s"
                    | "’s"
            );
        if leads {
            range.start += 1;
            continue;
        }
        break;
    }
    // "about three in ten", "over 40 residents"
    let counts = matches!(reading.lower(range.start), "about" | "around" | "over")
        && reading.is(range.start + 1, Class::DIGITS | Class::NUMBER);
    if is_preposition(reading.lower(range.start)) && !counts && reading.lower(range.start) != "like" {
        range = last_phrase(page, range);
    } else if temporal_start(page, &range) > range.start {
        range.start = temporal_start(page, &range);
    }
    range
}

/// "Tuesday the mayor", "last week Mr. Hale".
fn temporal_start(page: &Page<'_, '_>, range: &Range<usize>) -> usize {
    let reading = page.reading;
    let mut i = range.start;
    while i + 1 < range.end
        && reading.is(i, Class::WEEKDAY | Class::TEMPORAL | Class::TIME_UNIT)
        && !reading.is(i, Class::TITLE)
    {
        i += 1;
    }
    if i > range.start && !reading.is(i - 1, Class::WEEKDAY | Class::TIME_UNIT) && reading.lower(i - 1) != "yesterday" {
        return range.start; // "former", "last" belong to the noun
    }
    i
}

/// The last noun phrase of a run that begins with a preposition: "In a statement Ms. Okoro" gives "Ms. Okoro".
fn last_phrase(page: &Page<'_, '_>, range: Range<usize>) -> Range<usize> {
    let reading = page.reading;
    let capital = |i: usize| {
        reading.is(i, Class::CAPITAL) || (matches!(reading.raw(i), "." | "'s" | "’s" | "’" | "'") && reading.glued(i))
    };
    let mut start = range.end;
    if capital(range.end - 1) {
        while start > range.start + 1 && capital(start - 1) {
            start -= 1;
        }
        // "In Ohio on Monday Hale": nothing tells where the place ends, so a weekday does.
        if let Some(day) = (start..range.end).find(|&i| reading.is(i, Class::WEEKDAY))
            && day + 1 < range.end
        {
            start = day + 1;
        }
        if start > range.start && is_determiner(reading.lower(start - 1)) {
            start -= 1;
        }
        return start..range.end;
    }
    while start > range.start + 1 {
        start -= 1;
        if is_determiner(reading.lower(start)) {
            break;
        }
    }
    if is_preposition(reading.lower(start.saturating_sub(1))) && start <= range.start + 1 {
        return range.end..range.end; // the phrase is all of a prepositional one: "In the end said"
    }
    start..range.end
}

/// Whether the phrase is no noun at all: "and then", "to".
pub fn is_bare(page: &Page<'_, '_>, phrase: &Range<usize>) -> bool {
    let reading = page.reading;
    phrase.clone().all(|i| {
        let word = reading.lower(i);
        is_preposition(word) || is_adverb(word) || !reading.is(i, Class::WORD) || is_auxiliary(word)
    })
}
