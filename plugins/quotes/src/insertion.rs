//! Subjects with insertions in commas or dashes behind them: "Hale, 41, a lawyer from Port Mirel, said".

use crate::page::Page;
use crate::phrase::{LONGEST, is_bare, noun_phrase_before};
use crate::subject::{clause_subject, is_time, undisturbed};
use crate::words::{is_adverb, is_determiner, is_preposition, is_pronoun, is_subordinator};
use copydesk_core::Class;
use std::ops::Range;

/// So many insertions in commas are looked behind for the subject: "Hale, 41, a lawyer, who …, and now mayor, said".
const INSERTIONS: usize = 6;

/// The subject before an insertion in commas: "Hale, the mayor of Port Mirel, said".
pub fn behind_commas(page: &Page<'_, '_>, comma: usize, floor: usize) -> Option<Range<usize>> {
    let reading = page.reading;
    let floor = floor.max(comma.saturating_sub(LONGEST));
    let mut comma = comma;
    while comma > floor && reading.is(comma, Class::DASH) && reading.glued(comma) && reading.is(comma - 1, Class::DASH)
    {
        comma -= 1;
    }
    // "Hale, 41, a lawyer from Port Mirel, Massachusetts, said", "The director of the port, Ann Hale, said", "Voters — and two thirds
    // of the aides — said": the clause begins with its subject, and nothing but insertions follows.
    if let Some(first) = clause_subject(page, floor, comma)
        && first.end < comma
        && !is_time(page, &first)
        && (page.is_comma(first.end) || reading.is(first.end, Class::DASH))
        && undisturbed(page, first.end, comma)
    {
        return Some(first.start..comma);
    }
    let mut last = comma;
    let mut best: Option<Range<usize>> = None;
    for _ in 0..INSERTIONS {
        // The comma (or dash) that opens this insertion.
        let opens = (floor..last).rev().find(|&j| {
            !page.quoted(j)
                && (page.is_comma(j) || (reading.is(j, Class::DASH) && !(reading.glued(j) && reading.glued(j + 1))))
        });
        let Some(opens) = opens else { break };
        // "a woman in Worcester, Massachusetts, said": the region of a place is no subject.
        let region = reading.is(opens.saturating_sub(1), Class::CAPITAL)
            && (opens.saturating_sub(4).max(floor)..opens)
                .any(|j| matches!(reading.lower(j), "in" | "from" | "of" | "near"))
            && last - opens <= 4;
        if !region && !is_insertion(page, opens + 1, last) {
            let own = noun_phrase_before(page, last, opens + 1);
            if own.is_empty() || is_bare(page, &own) {
                return best;
            }
            // "the campaign chief, Paul Hale, said": the office stands before the name.
            let office = noun_phrase_before(page, opens, floor);
            let named = own.start == opens + 1
                && is_determiner(reading.lower(office.start))
                && !reading.is(
                    office.end.saturating_sub(1),
                    Class::CAPITAL | Class::WEEKDAY | Class::TIME_UNIT | Class::DIGITS,
                )
                && !introduces(page, &office, floor);
            return Some(if named { office.start } else { own.start }..comma);
        }
        let phrase = noun_phrase_before(page, opens, floor);
        // "Hale, R-Texas, who …, said": the tag of a party is passed over.
        let tag =
            phrase.len() <= 5 && reading.raw(phrase.start + 1) == "-" && reading.token(phrase.start).span().len() == 1;
        if tag {
            last = opens;
            continue;
        }
        if !phrase.is_empty() && !is_bare(page, &phrase) && !introduces(page, &phrase, floor) {
            best = Some(phrase.start..comma);
            let named = reading.is(phrase.start, Class::CAPITAL) && !is_determiner(reading.lower(phrase.start));
            if named
                || is_pronoun(reading.lower(phrase.start))
                || phrase.start <= floor
                || reading.raw(phrase.start - 1) != ","
            {
                return best;
            }
        } else if best.is_none() {
            // "On Monday, the spokesman, said": what stands before is an introduction, so the insertion is the subject.
            let own = noun_phrase_before(page, last, opens + 1);
            best = (!own.is_empty() && !is_bare(page, &own)).then_some(own.start..comma);
            if best.is_some() {
                return best;
            }
        }
        last = opens;
    }
    best.or_else(|| {
        let phrase = noun_phrase_before(page, last, floor);
        (!phrase.is_empty() && !is_bare(page, &phrase)).then_some(phrase.start..comma)
    })
}

/// Whether these words are an insertion behind a noun: "a lawyer", "who left in May", "speaking in Ohio", "34".
fn is_insertion(page: &Page<'_, '_>, start: usize, end: usize) -> bool {
    let reading = page.reading;
    let word = reading.lower(start);
    is_determiner(word)
        || is_preposition(word)
        || is_subordinator(word)
        || is_adverb(word)
        || reading.is(start, Class::DIGITS)
        // "Hale's deputy", "Ohio governor": names end in a capital.
        || (reading.is(end.saturating_sub(1), Class::WORD) && !reading.is(end.saturating_sub(1), Class::CAPITAL))
        || (!reading.is(start, Class::CAPITAL))
        || matches!(reading.raw(end.saturating_sub(1)), ".") && end - start <= 4
        || (reading.lower(start + 1) == "-" && reading.glued(start + 1) && end - start <= 5)
}

/// Whether the phrase is the tail of an introduction: "On Monday", "In a speech".
fn introduces(page: &Page<'_, '_>, phrase: &Range<usize>, floor: usize) -> bool {
    let reading = page.reading;
    let before = phrase.start > floor && is_preposition(reading.lower(phrase.start - 1));
    before
        || is_preposition(reading.lower(phrase.start))
        || phrase
            .clone()
            .all(|i| reading.is(i, Class::WEEKDAY | Class::MONTH | Class::DIGITS | Class::TEMPORAL | Class::TIME_UNIT))
}
