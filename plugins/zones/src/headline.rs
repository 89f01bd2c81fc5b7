//! Which line is the headline.

use crate::desk::Desk;
use crate::{credit, dateline, shape, top};
use copydesk_core::{Class, Confidence};

/// A line above the story that is a headline has at least so many words; shorter ones are names and menus.
pub(crate) const FEWEST_WORDS: u32 = 3;
/// Where a longer line is there, the headline is not as short as that.
const ENOUGH_WORDS: u32 = 4;
/// Headlines have at most so many words.
const LONGEST: u32 = 30;
/// So many lines above the story are looked at.
const NEAR: usize = 40;
/// Inside another line only a headline of so many bytes is told for certain.
pub(crate) const SHORTEST_INSIDE: usize = 13;
/// A first line that ends in a stop and is a headline has at most so many words.
const LONGEST_STOPPED: u32 = 22;
/// Of the words of a headline in title case that are no function words so many have capitals, in per cent.
const TITLE_CASE: u32 = 75;

/// The headline above the first paragraph, which is unit `body`, with the rule that found it.
pub(crate) fn find(desk: &Desk<'_, '_>, body: usize) -> Option<(usize, &'static str, Confidence)> {
    given(desk, body)
        .map(|i| (i, "given-title", Confidence::High))
        .or_else(|| repeated(desk, body).map(|i| (i, "repeated-headline", Confidence::High)))
        .or_else(|| inside_title(desk, body).map(|i| (i, "repeated-headline", Confidence::High)))
        .or_else(|| nearest(desk, body).map(|i| (i, "line-above-story", Confidence::Medium)))
}

fn given(desk: &Desk<'_, '_>, body: usize) -> Option<usize> {
    let title = desk.reading.meta().title.as_deref()?.to_lowercase();
    (0..body).rev().find(|&i| desk.text(i) == title)
}

/// The last line above the story that stands in the text more than once.
fn repeated(desk: &Desk<'_, '_>, body: usize) -> Option<usize> {
    let fits = |i: usize| {
        let line =
            desk.units.get(i).is_some_and(|unit| unit.words >= FEWEST_WORDS && unit.within(LONGEST) && !unit.prose);
        line && desk.is_open(i)
    };
    let candidates: Vec<(usize, &str)> =
        (0..body).rev().filter(|&i| fits(i)).take(NEAR).map(|i| (i, desk.text(i))).collect();
    // Most lines are told by their length alone to be none of them.
    let length = |line: &str| 1_u64 << (line.len() % 64);
    let lengths = candidates.iter().fold(0, |lengths, (_, line)| lengths | length(line));
    let mut last = None;
    for i in 0..desk.units.len() {
        let line = desk.text(i);
        if lengths & length(line) != 0 {
            let same = candidates.iter().find(|(at, known)| *at != i && *known == line).map(|(at, _)| *at);
            last = last.max(same);
        }
    }
    last
}

/// The line above the story that stands inside the first line: "Outlet - Headline".
fn inside_title(desk: &Desk<'_, '_>, body: usize) -> Option<usize> {
    let whole = desk.text(0);
    let inside = |line: &str| line.len() >= SHORTEST_INSIDE && line.len() < whole.len() && whole.contains(line);
    (1..body).rev().take(NEAR).find(|&i| desk.is_open(i) && inside(desk.text(i)))
}

/// The last line above the story that is long enough.
fn nearest(desk: &Desk<'_, '_>, body: usize) -> Option<usize> {
    let words = |i: usize| desk.units.get(i).map_or(0, |unit| unit.words);
    let outlet = |i: usize| desk.units.get(i).is_some_and(|unit| top::is_outlet(desk.reading, unit));
    let candidates = || (body.saturating_sub(NEAR)..body).rev().filter(|&i| may_be(desk, i));
    candidates()
        .find(|&i| words(i) >= ENOUGH_WORDS && !outlet(i))
        .or_else(|| candidates().find(|&i| words(i) >= FEWEST_WORDS))
        .or_else(|| candidates().find(|&i| i == 0 && body == 1))
}

fn may_be(desk: &Desk<'_, '_>, i: usize) -> bool {
    let Some(unit) = desk.units.get(i).filter(|unit| desk.is_open(i) && unit.within(LONGEST)) else { return false };
    // "17:50 GMT" stands over an entry of a live page, not over the story.
    let stamped = i > 0 && desk.label(i - 1) == Some(crate::Label::Timestamp);
    // "Update, 12:44 p.m.:", "The body was found on Tuesday (WKVT)"
    let leads = desk.reading.raw(unit.tokens.end - 1) == ":" || credit::of_agency(desk.reading, unit).is_some();
    let listed = |unit| shape::is_list_entry(desk.reading, unit);
    // "KEY POINTS" heads the list below it.
    let heads_list = unit.upper == unit.words && unit.within(FEWEST_WORDS) && desk.units.get(i + 1).is_some_and(listed);
    !stamped && !leads && !listed(unit) && !heads_list
}

/// "Flood kills nine in Brisca.", before longer paragraphs: archives put a stop behind the headline.
pub(crate) fn is_stopped(desk: &Desk<'_, '_>, i: usize) -> bool {
    let (Some(unit), Some(next)) = (desk.units.get(i), desk.units.get(i + 1)) else { return false };
    // "NORTH BRISCA - Deputies were called on Friday." is the story.
    if dateline::read(desk.reading, unit.tokens.start, unit.tokens.end).is_some() {
        return false;
    }
    if !unit.within(LONGEST_STOPPED) || !unit.apart(next) || !(i + 1..desk.units.len()).any(|at| desk.is_story(at)) {
        return false;
    }
    // "Will more soldiers follow?"
    if matches!(desk.reading.raw(unit.tokens.end - 1), "?" | "!") && !desk.reading.is(unit.tokens.start, Class::QUOTE) {
        return true;
    }
    let sentences = desk.reading.sentences();
    let one = sentences.get(desk.reading.sentence_at(unit.span.start)).is_some_and(|s| s.tokens.end >= unit.tokens.end);
    let words = unit.words.saturating_sub(unit.digits + unit.function).max(1);
    let title_case = unit.capitals * 100 >= words * TITLE_CASE;
    let dateline = dateline::read(desk.reading, next.tokens.start, next.tokens.end).is_some();
    one && (dateline || title_case && unit.capitals > 2 && next.words > unit.words)
}
