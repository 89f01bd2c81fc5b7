//! Runs of lines that belong together: below "Related Stories", between comments, menus and tables.

use crate::cues::Place;
use crate::desk::Desk;
use crate::{Label, shape, stretch};
use copydesk_core::Confidence;
use std::collections::HashMap;

/// So many lines between comments make a list of them.
const FEWEST_COMMENTS: usize = 3;
/// Between two such lines stands a comment of at most so many lines.
const LONGEST_COMMENT: usize = 10;
/// A line of at most so many words that stands on a page again and again is a button.
const LONGEST_BUTTON: u32 = 8;
/// So often.
const OFTEN: u32 = 3;
/// A very short line has at most so many words.
const VERY_SHORT: u32 = 3;
/// So many very short lines running are a menu or a table.
const FEWEST_SHORT: usize = 4;

/// The short lines below "Related Stories", and all below "Comments".
pub(crate) fn below_heads(desk: &mut Desk<'_, '_>) {
    let mut story = 0;
    let mut running: Option<Label> = None;
    let mut i = 0;
    while i < desk.units.len() {
        let cue = desk.cues.get(i).copied().flatten().filter(|_| desk.label(i).is_some());
        if desk.is_story(i) {
            story += 1;
            running = None;
        }
        match cue.map(|cue| cue.place) {
            Some(Place::Head) => running = cue.map(|cue| cue.label),
            Some(Place::End) if story >= stretch::FEWEST_PARAGRAPHS => {
                for at in i..desk.units.len() {
                    if desk.is_open(at) {
                        desk.set(at, Label::Widget, "below-comments", Confidence::Medium);
                    }
                }
                return;
            }
            _ => {}
        }
        if let (Some(label), true) = (running, desk.is_open(i)) {
            desk.set(i, label, "below-related-head", Confidence::High);
        }
        i += 1;
    }
}

/// The comments of readers, by the lines that stand between them: "Reply", "Jane says:", "2 days ago".
pub(crate) fn comments(desk: &mut Desk<'_, '_>) {
    let begun = (0..desk.units.len()).filter(|&i| desk.is_story(i)).nth(stretch::FEWEST_PARAGRAPHS - 1);
    let Some(begun) = begun else { return };
    let between: Vec<usize> = (begun..desk.units.len())
        .filter(|&i| desk.units.get(i).is_some_and(|unit| shape::is_between_comments(desk.reading, unit)))
        .collect();
    for run in between.chunk_by(|a, b| b - a <= LONGEST_COMMENT) {
        if let (Some(&first), Some(&last)) = (run.first(), run.last())
            && run.len() >= FEWEST_COMMENTS
        {
            for i in (first..=last).filter(|&i| desk.is_open(i)).collect::<Vec<_>>() {
                desk.set(i, Label::Widget, "between-comments", Confidence::Medium);
            }
        }
    }
}

/// On a page with its furniture: numbers alone, lines that stand there again and again, runs of very short ones.
pub(crate) fn crumbs(desk: &mut Desk<'_, '_>) {
    let mut often: HashMap<&str, u32> = HashMap::new();
    for (i, unit) in desk.units.iter().enumerate().filter(|(_, unit)| !unit.prose && unit.within(LONGEST_BUTTON)) {
        let text = desk.reading.slice_lower(unit.span);
        if desk.is_open(i) {
            *often.entry(text).or_default() += 1;
        }
    }
    let mut crumbs: Vec<(usize, &'static str)> = Vec::new();
    let short = |i: usize| {
        desk.is_open(i)
            && desk
                .units
                .get(i)
                .is_some_and(|unit| unit.within(VERY_SHORT) && !unit.ends && !shape::is_list_entry(desk.reading, unit))
    };
    for (i, unit) in desk.units.iter().enumerate().filter(|(i, unit)| desk.is_open(*i) && !unit.prose) {
        if unit.words == unit.digits {
            crumbs.push((i, "number-alone"));
        } else if often.get(desk.reading.slice_lower(unit.span)).is_some_and(|&n| n >= OFTEN) {
            crumbs.push((i, "line-again-and-again"));
        } else if short(i) {
            let run = (i..desk.units.len()).take(FEWEST_SHORT).take_while(|&at| short(at)).count()
                + (0..i).rev().take(FEWEST_SHORT).take_while(|&at| short(at)).count();
            if run >= FEWEST_SHORT {
                crumbs.push((i, "run-of-short-lines"));
            }
        }
    }
    for (i, rule) in crumbs {
        desk.set(i, Label::Navigation, rule, Confidence::Low);
    }
}
