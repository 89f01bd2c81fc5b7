//! Transcripts and interviews: paragraphs that each open with who speaks, "Hale: …", "MR. HALE: …", "Q: …", "A: …".

use crate::attribution::Attribution;
use crate::page::Page;
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
}

/// What is said in turns, if the article has any, in order. The words of a turn are all of its paragraph.
pub fn turns(page: &Page<'_, '_>) -> Vec<Attribution> {
    let turns: Vec<Turn> = page.paragraphs.iter().filter_map(|paragraph| turn(page, paragraph)).collect();
    if turns.len() < FEWEST {
        return Vec::new();
    }
    // Who speaks once is seldom in a conversation: "Note: …".
    let mut often: HashMap<&str, usize> = HashMap::new();
    for turn in &turns {
        *often.entry(name(page, turn)).or_default() += 1;
    }
    let answers = turns.iter().filter(|turn| turn.letter == Some(false)).count();
    let lettered = turns.iter().filter(|turn| turn.letter == Some(true)).count();
    let talks = often.values().filter(|&&n| n > 1).count() > 0 && often.len() > 1;
    let mut found = Vec::new();
    for turn in &turns {
        let said = match turn.letter {
            Some(_) => answers > 0 && lettered > 0,
            None => talks,
        };
        if !said || turn.words.is_empty() {
            continue;
        }
        let unit = page.units.partition_point(|unit| unit.tokens.end <= turn.words.start);
        found.push(Attribution {
            pieces: vec![turn.words.clone()],
            speaker: Some(turn.label.clone()),
            cue: Some(turn.words.start - 1..turn.words.start),
            rule: match turn.letter {
                None => "turn",
                Some(true) => "interviewer",
                Some(false) => "interviewee",
            },
            unit,
            end: turn.words.end,
        });
    }
    found
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

fn turn(page: &Page<'_, '_>, paragraph: &Range<usize>) -> Option<Turn> {
    let reading = page.reading;
    let start = paragraph.start;
    let letter = match reading.lower(start) {
        "q" | "question" => Some(true),
        "a" | "answer" => Some(false),
        _ => None,
    };
    if letter.is_some() && matches!(reading.raw(start + 1), ":" | ".") && reading.is(start, Class::CAPITAL) {
        let words = start + 2..paragraph.end;
        return Some(Turn { label: start..start + 1, words, letter });
    }
    let colon = (start + 1..paragraph.end.min(start + LABEL)).find(|&i| reading.raw(i) == ":")?;
    // "Hale: Bridge is safe", not "12:30", "http://", "She said: …".
    if reading.glued(colon + 1) || page.quoted(start) {
        return None;
    }
    let end = (start..colon).find(|&i| matches!(reading.raw(i), "," | "(" | "/" | "—" | "–")).unwrap_or(colon);
    let named = end > start
        && (start..end).all(|i| {
            (reading.is(i, Class::CAPITAL) && !reading.is(i, Class::FUNCTION | Class::WEEKDAY))
                || (reading.glued(i) && matches!(reading.raw(i), "." | "-" | "'" | "’"))
                || (reading.glued(i) && reading.is(i - 1, Class::DASH))
        })
        && reading.is(end - 1, Class::CAPITAL | Class::WORD);
    named.then(|| Turn { label: start..end, words: colon + 1..paragraph.end, letter: None })
}
