//! Where the story was reported from: the page says it, or should.

use crate::page::{Page, is_agency};
use crate::{Direction, Observation, Seen};
use copydesk_core::{Class, Confidence, Evidence, Reading};
use copydesk_masthead::Field;
use copydesk_zones::Label;

/// So many lines at the head of a page, and so many words of each, are looked at for what nearly is a dateline.
const HEAD: usize = 8;
/// So many times "here" is cited: more say the same.
const MOST: usize = 4;

/// The dateline; or what shows that one is missed.
pub fn seen(page: &Page<'_, '_>) -> Option<Seen> {
    if let Some(line) = page.field(Field::DatelinePlace).next() {
        let place = line.data.value.clone()?;
        let named = line.span.is_some_and(|span| page.reading.is(page.reading.tokens_in(span).start, Class::CAPITAL));
        let signal = Seen::new(Observation::Dateline, Direction::Good, Confidence::High, line.data.evidence.clone());
        return named.then(|| signal.about([place]));
    }
    let missed = missed(page);
    let missing = !missed.is_empty() && !in_byline(page) && !place_and_dash(page);
    missing.then(|| Seen::new(Observation::MissingDateline, Direction::Info, Confidence::Medium, missed))
}

/// What can't be placed without a dateline: "officials here said". An agency sends its reports with one, so that a report under its name has lost it.
/// A story that was put together at a desk needs none, and most outlets print none.
fn missed(page: &Page<'_, '_>) -> Vec<Evidence> {
    let credit = page
        .field(Field::Wire)
        .find(|line| line.rule != "photo-only" && line.data.value.as_deref().is_some_and(is_agency));
    let mut missed: Vec<Evidence> = credit.map_or_else(Vec::new, |line| line.data.evidence.clone());
    let reading = page.reading;
    for sentence in reading.sentences() {
        if missed.len() >= MOST {
            break;
        }
        let mut tokens = sentence.tokens.clone();
        let Some(here) = tokens.find(|&i| reading.lower(i) == "here" && is_reporters(reading, i)) else { continue };
        let place = reading.token(here).span();
        if (page.story)(place) && !page.is_others(place) {
            missed.push(reading.cite(place, "here"));
        }
    }
    missed
}

/// Whether "here" is where the reporter stands: "told a rally here on Monday", "residents here said", and not "here is what we know",
/// "click here", "from here on".
fn is_reporters(reading: &Reading<'_>, here: usize) -> bool {
    let before = reading.lower(here.wrapping_sub(1));
    let day = |i: usize| {
        reading.is(i, Class::WEEKDAY) || matches!(reading.lower(i), "yesterday" | "today" | "tonight" | "last" | "this")
    };
    let dated = day(here + 1) || reading.lower(here + 1) == "on" && reading.is(here + 2, Class::WEEKDAY | Class::MONTH);
    let people = matches!(
        before,
        "reporters"
            | "journalists"
            | "officials"
            | "residents"
            | "authorities"
            | "police"
            | "diplomats"
            | "voters"
            | "analysts"
            | "villagers"
            | "conference"
            | "rally"
            | "summit"
            | "meeting"
            | "hospital"
            | "court"
    );
    let spoken = people && (dated || reading.is(here + 1, Class::SPEECH) || !before.ends_with('s'));
    spoken
        || dated
            && reading.is(here.wrapping_sub(1), Class::WORD)
            && !matches!(before, "click" | "read" | "see" | "is" | "from")
}

/// "By Lucia Amar in Brisca" says it as well.
fn in_byline(page: &Page<'_, '_>) -> bool {
    page.labelled(Label::Byline).filter_map(|zone| zone.span).any(|span| {
        let mut tokens = page.reading.tokens_in(span);
        tokens.any(|i| matches!(page.reading.lower(i), "in" | "from") && page.reading.is(i + 1, Class::CAPITAL))
    })
}

/// "MYRTLE QUAY, Dov. --", "Velm —" before the first sentence: a place and a dash, though zones tell no dateline.
fn place_and_dash(page: &Page<'_, '_>) -> bool {
    let reading = page.reading;
    reading.lines().iter().filter(|line| !line.is_blank()).take(HEAD).any(|line| {
        let first = line.tokens.start;
        let dash = line.tokens.clone().take(HEAD).find(|&i| reading.is(i, Class::DASH) && !reading.glued(i));
        let place = |i: usize| reading.is(i, Class::CAPITAL) || matches!(reading.raw(i), "," | "." | "(" | ")");
        dash.is_some_and(|dash| dash > first && (reading.is(first, Class::UPPER) || (first..dash).all(place)))
    })
}
