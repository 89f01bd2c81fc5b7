//! Who speaks: the noun phrase that a reporting verb has for its subject, before it or (inverted) behind it.

use crate::insertion::behind_commas;
use crate::page::Page;
use crate::phrase::{LONGEST, is_bare, noun_phrase_before};
use crate::words::{
    is_adverb, is_auxiliary, is_determiner, is_finite, is_preposition, is_pronoun, is_subordinator, verb,
};
use copydesk_core::Class;
use copydesk_core::lang::en::inflection::is_gerund;
use std::ops::Range;

/// A relative clause between a subject and its verb is looked for so many tokens back.
const RELATIVE: usize = 14;

/// The subject of a verb whose group begins at `at`, in the clause that begins at `floor`.
pub fn subject_before(page: &Page<'_, '_>, at: usize, floor: usize) -> Option<Range<usize>> {
    let reading = page.reading;
    let end = skip_back_temporal(page, at, floor);
    if end > floor && matches!(reading.raw(end - 1), "," | "—" | "–" | "-") && !reading.glued(end) {
        return behind_commas(page, end - 1, floor);
    }
    // "according to the palace, which says that it rained"; but "they march by night, which may explain it".
    let speaks = matches!(
        reading.lower(at),
        "says" | "said" | "claims" | "claimed" | "insists" | "insisted" | "argues" | "argued" | "denies" | "denied"
    );
    if speaks && end > floor + 1 && reading.lower(end - 1) == "which" && reading.raw(end - 2) == "," {
        return Some(end - 1..end);
    }
    let phrase = noun_phrase_before(page, end, floor);
    if !phrase.is_empty() && !is_bare(page, &phrase) {
        // "voters who say": the pronoun is the subject, and its noun is found when the name is asked for.
        if phrase.len() == 1 && reading.lower(phrase.start) == "who" {
            return Some(phrase);
        }
        // "people who know him said": the relative clause's verb is not far.
        if reading.lower(phrase.start) == "who" {
            let noun = noun_phrase_before(page, phrase.start, floor);
            let apart = phrase.start > floor && reading.raw(phrase.start - 1) == ",";
            if !(noun.is_empty() || apart) {
                return Some(noun.start..phrase.end);
            }
        }
        if let Some(first) = list_start(page, &phrase, floor) {
            return Some(first..phrase.end);
        }
        return Some(behind_relative(page, &phrase, floor).map_or(phrase.clone(), |noun| noun.start..phrase.end));
    }
    clause_subject(page, floor, at)
}

/// "Friends, lobbyists and former foes said", "41 % of farmers, 30 % of fishers and 9 % of traders said": where a list begins
/// whose last two members the phrase holds.
fn list_start(page: &Page<'_, '_>, phrase: &Range<usize>, floor: usize) -> Option<usize> {
    let reading = page.reading;
    let joined = phrase.clone().any(|i| reading.lower(i) == "and");
    let comma = phrase.start.checked_sub(1).filter(|&i| joined && i > floor && page.is_comma(i))?;
    let first = clause_subject(page, floor, comma + 1)?;
    (first.end <= comma && undisturbed(page, first.end, comma) && !is_time(page, &first)).then_some(first.start)
}

/// Whether no clause but a relative one stands in these words.
pub fn undisturbed(page: &Page<'_, '_>, start: usize, end: usize) -> bool {
    let reading = page.reading;
    let mut relative = false;
    (start..end).all(|i| {
        let word = reading.lower(i);
        relative |= matches!(word, "who" | "which" | "whose" | "where" | "that");
        let participle = word.ends_with("ed") && !is_auxiliary(word);
        !page.quoted(i) && !matches!(reading.raw(i), ";" | ":") && (relative || participle || !is_finite(reading, i))
    })
}

/// "The next day", "Last week": a phrase that ends in a time is no subject.
pub fn is_time(page: &Page<'_, '_>, phrase: &Range<usize>) -> bool {
    let time = Class::WEEKDAY | Class::MONTH | Class::DIGITS | Class::TEMPORAL | Class::TIME_UNIT;
    page.reading.is(phrase.end.saturating_sub(1), time)
}

/// "officials who spoke with the paper said": the noun before "who", where nothing but the relative clause stands between.
fn behind_relative(page: &Page<'_, '_>, phrase: &Range<usize>, floor: usize) -> Option<Range<usize>> {
    let reading = page.reading;
    let lowest = floor.max(phrase.start.saturating_sub(RELATIVE));
    let mut finite = false;
    for j in (lowest..phrase.start).rev() {
        let word = reading.lower(j);
        if word == "who" && finite {
            let noun = noun_phrase_before(page, j, floor);
            return (!noun.is_empty() && !is_bare(page, &noun) && noun.end == j).then_some(noun);
        }
        // "Posters that went up in Velm read": the verb follows its relative.
        if word == "that"
            // "A company that builds ships said it would pay": the phrase is all of the relative clause.
            && (is_finite(reading, j + 1)
                || j + 1 == phrase.start && phrase.len() > 1 && reading.lower(j + 1).ends_with('s') && !reading.is(j + 1, Class::CAPITAL))
            && j > floor
            && !reading.is(j - 1, Class::SPEECH | Class::FUNCTION)
        {
            let noun = noun_phrase_before(page, j, floor);
            return (!noun.is_empty() && !is_bare(page, &noun) && noun.end == j).then_some(noun);
        }
        if page.quoted(j)
            || is_subordinator(word)
            || matches!(word, "and" | "or" | "," | ";" | ":")
            || reading.is(j, Class::DASH)
        {
            return None;
        }
        finite |= is_finite(reading, j) || verb(reading, j).is_some();
    }
    None
}

/// "Hale on Monday said", "Hale this week said".
fn skip_back_temporal(page: &Page<'_, '_>, at: usize, floor: usize) -> usize {
    let reading = page.reading;
    let mut end = at;
    let lowest = floor.max(at.saturating_sub(5)) + 1;
    while end > lowest
        && reading.is(end - 1, Class::WEEKDAY | Class::TIME_UNIT | Class::TEMPORAL)
        && reading.lower(end - 1) != "former"
    {
        end -= 1;
    }
    if end < at && end > lowest && matches!(reading.lower(end - 1), "on" | "in" | "this" | "of") {
        end -= 1;
    }
    // "Hale last week also said"
    while end > lowest && is_adverb(reading.lower(end - 1)) {
        end -= 1;
    }
    end
}

/// The subject of the clause that begins at `floor`, where a later verb shares it: "Okoro visited Moscow and said".
pub fn clause_subject(page: &Page<'_, '_>, floor: usize, limit: usize) -> Option<Range<usize>> {
    let reading = page.reading;
    let limit = limit.min(floor + LONGEST);
    let mut start = floor;
    // Introductions end at a comma: "In a statement on Monday, …", "But while he agreed, …".
    for _ in 0..4 {
        while start < limit
            && (matches!(
                reading.lower(start),
                "and"
                    | "but"
                    | "or"
                    | "so"
                    | "yet"
                    | "then"
                    | ","
                    | "meanwhile"
                    | "still"
                    | "later"
                    | "also"
                    | "\""
                    | "”"
            ) || reading.is(start, Class::DASH))
        {
            start += 1;
        }
        let word = reading.lower(start);
        let introduces = (is_preposition(word)
            || is_subordinator(word)
            || is_adverb(word)
            || is_gerund(word)
            || (word.ends_with("ed") && is_preposition(reading.lower(start + 1)))
            || word == "asked"
            || word == "however")
            && !is_determiner(word);
        if !introduces {
            break;
        }
        match (start..limit).find(|&j| page.is_comma(j) && !page.quoted(j)) {
            Some(comma) => start = comma + 1,
            None => return None,
        }
    }
    let mut end = start;
    while end < limit {
        let word = reading.lower(end);
        if page.quoted(end)
            || page.is_comma(end)
            || matches!(reading.raw(end), ";" | ":" | "—" | "–")
            || (end > start && is_finite(reading, end))
            || (end > start && (is_subordinator(word) || is_adverb(word)) && !reading.is(end, Class::UPPER))
        {
            break;
        }
        end += 1;
        if end == start + 1 && is_pronoun(word) {
            break;
        }
    }
    let phrase = start..end;
    (!phrase.is_empty() && end < limit && !is_bare(page, &phrase)).then_some(phrase)
}

/// The subject behind an inverted verb ("said Ann Hale, a lawyer at …, on Monday"), from token `at`.
pub fn subject_behind(page: &Page<'_, '_>, at: usize, limit: usize) -> Option<Range<usize>> {
    let reading = page.reading;
    let limit = limit.min(at + LONGEST);
    let mut end = at;
    while end < limit {
        let word = reading.lower(end);
        let class = reading.class(end);
        if page.quoted(end) || class.any(Class::QUOTE) && !matches!(reading.raw(end), "'s" | "’s" | "'" | "’") {
            match page.stretch_at(end) {
                Some(s) if s.inner.len() <= 2 && end > at && reading.is(s.outer.end, Class::CAPITAL) => {
                    end = s.outer.end;
                    continue;
                }
                _ => break,
            }
        }
        let stop = match reading.raw(end) {
            "," => page.is_comma(end),
            ";" | ":" | "(" | "—" | "–" => true,
            "." => {
                !(reading.glued(end)
                    && end + 1 < limit
                    && (reading.is(end - 1, Class::TITLE)
                        || reading.token(end - 1).span().len() <= 2
                        || reading.is(end + 1, Class::CAPITAL)))
            }
            _ => class.any(Class::STOP) || (class.any(Class::DASH) && !(reading.glued(end) && reading.glued(end + 1))),
        };
        if stop {
            break;
        }
        if end == at {
            let noun = class.any(Class::CAPITAL | Class::DIGITS)
                || is_determiner(word)
                || is_pronoun(word)
                || (class.any(Class::WORD) && !class.any(Class::FUNCTION) && !is_adverb(word));
            if !noun || is_preposition(word) {
                return None;
            }
            if is_pronoun(word) && !class.any(Class::UPPER) {
                end += 1;
                break;
            }
        } else if (is_subordinator(word) && !matches!(word, "who"))
            || (is_finite(reading, end) && (is_auxiliary(word) || !word.ends_with("ed")))
            || class.any(Class::WEEKDAY)
            || (matches!(word, "in" | "on" | "during" | "after" | "before" | "at" | "when" | "via" | "this" | "last")
                && ends_subject(page, end))
            || (is_gerund(word) && reading.is(end - 1, Class::CAPITAL))
            || (is_adverb(word) && !class.any(Class::CAPITAL) && !is_determiner(reading.lower(end - 1)))
        {
            break;
        }
        end += 1;
    }
    // "said two officials who were not allowed to speak": the relative clause stays outside.
    if end > at + 1 && matches!(reading.lower(end - 1), "who" | "whose") {
        end -= 1;
    }
    // "Rep. Ann Hale (D-Ohio)"
    if reading.raw(end) == "("
        && end > at
        && let Some(close) = (end..limit.min(end + 8)).find(|&j| reading.raw(j) == ")")
    {
        end = close + 1;
    }
    let phrase = at..end;
    (!phrase.is_empty() && !is_bare(page, &phrase)).then_some(phrase)
}

/// Whether the preposition begins an adverbial of the verb, not a part of the name: "said Hale in a statement", "on Monday".
fn ends_subject(page: &Page<'_, '_>, at: usize) -> bool {
    let reading = page.reading;
    match reading.lower(at) {
        "at" | "in" => {
            // "a professor at Yale", "the top judge in Ohio"; but "Hale in a statement", "Hale at a rally".
            reading.is(at - 1, Class::CAPITAL) || matches!(reading.lower(at + 1), "a" | "an" | "response")
        }
        _ => true,
    }
}
