//! Transcripts and interviews: paragraphs that each open with who speaks, "Hale: …", "MR. HALE: …", "Q: …", "A: …".

use crate::attribution::Attribution;
use crate::page::Page;
use crate::words::is_label;
use copydesk_core::Class;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A label has at most so many tokens: "Ann Hale, mayor of Port Mirel:", "REP. J. P. LUND (D-Velm):".
const LABEL: usize = 12;
/// So many turns make a transcript: two paragraphs with a colon occur in any article.
const FEWEST: usize = 3;

/// A paragraph that opens with a label.
struct Turn {
    /// Who speaks.
    label: Range<usize>,
    /// What stands behind the colon.
    words: Range<usize>,
    /// "Q" or "A".
    letter: Option<bool>,
    /// It has no label of its own.
    goes_on: bool,
}

/// What is said in turns, if the article has any, in order. The words of a turn are all of its paragraph.
pub fn turns(page: &Page<'_, '_>) -> Vec<Attribution> {
    let turns: Vec<Turn> = read(page);
    if turns.iter().filter(|turn| !turn.goes_on).count() < FEWEST {
        return Vec::new();
    }
    // Who speaks once is seldom in a conversation: "Note: …".
    let mut often: HashMap<&str, usize> = HashMap::new();
    for turn in turns.iter().filter(|turn| !turn.goes_on) {
        *often.entry(name(page, turn)).or_default() += 1;
    }
    let answers = turns.iter().any(|turn| turn.letter == Some(false));
    let questions = turns.iter().any(|turn| turn.letter == Some(true));
    let talks = often.values().any(|&n| n > 1) && often.len() > 1;
    let said = |turn: &&Turn| if turn.letter.is_some() { answers && questions } else { talks };
    let attribution = |turn: &Turn| Attribution {
        pieces: vec![turn.words.clone()],
        speaker: Some(turn.label.clone()),
        cue: (!turn.goes_on).then(|| turn.words.start - 1..turn.words.start),
        rule: match turn.letter {
            None => "turn",
            Some(true) => "interviewer",
            Some(false) => "interviewee",
        },
        unit: page.units.partition_point(|unit| unit.tokens.end <= turn.words.start),
        end: turn.words.end,
    };
    turns.iter().filter(said).filter(|turn| !turn.words.is_empty()).map(attribution).collect()
}

/// All paragraphs that open with a label; of a transcript that is quoted as a whole, each paragraph in marks, those without a label too.
fn read(page: &Page<'_, '_>) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    // Whether the paragraph before was a turn that opened with a mark.
    let mut open = false;
    for paragraph in &page.paragraphs {
        let mark = usize::from(page.reading.is(paragraph.start, Class::QUOTE));
        let words = paragraph.start + mark..paragraph.end;
        match turn(page, &words, mark > 0) {
            Some(turn) => {
                turns.push(turn);
                open = mark > 0;
            }
            None if open && mark > 0 && page.reading.is(words.start, Class::WORD) => {
                let last = turns.last().map(|last| (last.label.clone(), last.letter));
                turns.extend(last.map(|(label, letter)| Turn { label, words, letter, goes_on: true }));
            }
            None => open &= mark > 0,
        }
    }
    turns
}

/// The attributions with the turns in the place of what was read at their labels, in the order of the sentences.
pub fn instead(page: &Page<'_, '_>, turns: Vec<Attribution>, mut attributions: Vec<Attribution>) -> Vec<Attribution> {
    if turns.is_empty() {
        return attributions;
    }
    let labels: HashSet<usize> = turns.iter().filter_map(|turn| Some(turn.speaker.as_ref()?.start)).collect();
    let labelled = |a: &Attribution| {
        matches!(a.rule, "heading" | "label" | "colon")
            && page.units.get(a.unit).is_some_and(|u| labels.contains(&u.tokens.start))
    };
    attributions.retain(|attribution| !labelled(attribution));
    attributions.extend(turns);
    attributions.sort_by_key(|attribution| attribution.unit);
    attributions
}

/// The last word of a label tells turns by "Ann Hale" and "Hale" for one.
fn name<'p>(page: &'p Page<'_, '_>, turn: &Turn) -> &'p str {
    page.reading.lower(turn.label.end - 1)
}

fn turn(page: &Page<'_, '_>, paragraph: &Range<usize>, marked: bool) -> Option<Turn> {
    let reading = page.reading;
    let start = paragraph.start;
    let letter = match reading.lower(start) {
        "q" | "question" => Some(true),
        "a" | "answer" => Some(false),
        _ => None,
    };
    if letter.is_some() && matches!(reading.raw(start + 1), ":" | ".") && reading.is(start, Class::CAPITAL) {
        let words = start + 2..paragraph.end;
        return Some(Turn { label: start..start + 1, words, letter, goes_on: false });
    }
    let colon = (start + 1..paragraph.end.min(start + LABEL)).find(|&i| reading.raw(i) == ":")?;
    // "Hale: Bridge is safe", not "12:30", "http://", "She said: …".
    if reading.glued(colon + 1) || (page.quoted(start) && !marked) {
        return None;
    }
    let end = (start..colon).find(|&i| matches!(reading.raw(i), "," | "(" | "/" | "—" | "–")).unwrap_or(colon);
    // "Hale: 547" is a line of a table.
    let spoken = !reading.is(colon + 1, Class::DIGITS | Class::CURRENCY)
        && (colon + 1..paragraph.end.min(colon + 1 + LABEL)).any(|i| reading.is(i, Class::WORD));
    let named = spoken
        && end > start
        && (start..end).all(|i| {
            (reading.is(i, Class::CAPITAL) && !reading.is(i, Class::FUNCTION | Class::WEEKDAY))
                || (reading.glued(i) && matches!(reading.raw(i), "." | "-" | "'" | "’"))
                || (reading.glued(i) && reading.is(i - 1, Class::DASH))
        })
        && reading.is(end - 1, Class::CAPITAL | Class::WORD)
        && !is_label(reading.lower(end - 1));
    named.then(|| Turn { label: start..end, words: colon + 1..paragraph.end, letter: None, goes_on: false })
}
