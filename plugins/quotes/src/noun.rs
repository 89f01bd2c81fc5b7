//! Nouns that report: "Hale's claim that “nobody was hurt”", "in Hale's words, “a shame”", "the words of Hale: “…”".

use crate::attribution::Attribution;
use crate::page::Page;
use crate::phrase::noun_phrase_before;
use crate::subject::subject_behind;
use crate::words::is_preposition;
use copydesk_core::Class;
use std::ops::Range;

/// The noun stands so many tokens before the words in marks, at most: "his promise on Monday that the town would “rise again”".
const REACH: usize = 12;
/// Words in marks further behind "that" are the owner's from more than so many tokens on: fewer are as often somebody else's word.
const SHORT: usize = 4;
/// Between a noun and the words in marks stand so many tokens at most, unless "that" follows: "his answer was “no”".
const NEAR: usize = 2;
/// Adjectives between whose it is and the noun: "Hale's own, much repeated claim".
const ADJECTIVES: usize = 3;

/// Nouns of speech that belong to whoever spoke.
fn reports(word: &str) -> bool {
    matches!(
        word,
        "claim"
            | "claims"
            | "statement"
            | "statements"
            | "answer"
            | "reply"
            | "response"
            | "words"
            | "remark"
            | "remarks"
            | "comment"
            | "comments"
            | "assertion"
            | "argument"
            | "allegation"
            | "accusation"
            | "warning"
            | "promise"
            | "pledge"
            | "vow"
            | "suggestion"
            | "insistence"
            | "contention"
            | "admission"
            | "announcement"
            | "prediction"
            | "message"
            | "question"
            | "complaint"
    )
}

/// Who speaks the words in marks of that number by a noun, if anybody does.
pub fn reported(page: &Page<'_, '_>, number: usize) -> Option<Attribution> {
    let stretch = page.stretches.get(number)?;
    let quote = stretch.outer.start;
    let unit = page.units.partition_point(|unit| unit.tokens.end <= quote);
    let floor = page.units.get(unit)?.tokens.start;
    let (speaker, cue) = owner(page, quote, floor)?;
    Some(Attribution {
        pieces: vec![stretch.outer.clone()],
        speaker: Some(speaker),
        cue: Some(cue),
        rule: "noun",
        unit,
        end: stretch.outer.end,
    })
}

/// Whose noun of speech leads to `quote`: the owner, and the noun.
pub fn owner(page: &Page<'_, '_>, quote: usize, floor: usize) -> Option<(Range<usize>, Range<usize>)> {
    let reading = page.reading;
    let low = floor.max(quote.saturating_sub(REACH));
    let noun = (low..quote)
        .rev()
        .take_while(|&i| !page.quoted(i) && !matches!(reading.raw(i), ";" | "—" | "–"))
        .find(|&i| reports(reading.lower(i)))?;
    let long = page.stretch_at(quote).is_some_and(|stretch| stretch.inner.len() > SHORT);
    // What leads from the noun to the marks: "that", "to", a colon, a comma, nothing, or whose it is.
    let next = reading.lower(noun + 1);
    if matches!(next, "of" | "by" | "from") {
        let speaker = subject_behind(page, noun + 2, quote)?;
        let leads = speaker.end == quote || matches!(reading.lower(speaker.end), "," | ":" | "that");
        let named =
            reading.is(speaker.start, Class::CAPITAL) || matches!(reading.lower(speaker.start), "the" | "his" | "her");
        return (leads && named).then_some((speaker, noun..noun + 1));
    }
    // "his claim that the others would “learn nothing”", "In Hale's words, the town is “a friend”"; of any other noun the words follow at once.
    let near = quote <= noun + NEAR && matches!(next, "," | ":" | "was" | "is");
    let words = matches!(reading.lower(noun), "words" | "remark" | "remarks" | "comment" | "comments");
    let that = next == "that" && (quote == noun + NEAR || long);
    let leads = that || near || (words && (noun + 1 == quote || next == ","));
    if !leads {
        return None;
    }
    let owned = (floor.max(noun.saturating_sub(ADJECTIVES + 1))..noun)
        .rev()
        .take_while(|&i| !is_preposition(reading.lower(i)))
        .find(|&i| {
            matches!(reading.lower(i), "his" | "her" | "their" | "its")
                || (reading.glued(i) && matches!(reading.raw(i), "'s" | "’s" | "'" | "’"))
        })?;
    if reading.glued(owned) {
        let owner = noun_phrase_before(page, owned, floor);
        return (!owner.is_empty()).then_some((owner, noun..noun + 1));
    }
    Some((owned..owned + 1, noun..noun + 1))
}
