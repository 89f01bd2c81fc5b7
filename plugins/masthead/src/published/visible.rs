//! The dates that a page shows beside its headline, in any of the languages of the word lists.

use crate::Page;
use crate::day::{self, Day};
use crate::site::squashed;
use copydesk_core::Span;
use copydesk_core::lang::en::calendar::Order;
use copydesk_core::lang::en::lexicon::entries;
use copydesk_zones::Label;
use std::sync::LazyLock;

/// So many lines behind the headline are looked over: a section, a standfirst, a picture with its caption, buttons stand between.
pub(crate) const BEHIND: usize = 30;
/// A line in front of the headline is as far from it as one so many times farther behind it.
const ABOVE: usize = 3;
/// So many lines in front of the headline.
pub(crate) const BEFORE: usize = 12;
/// Behind so many paragraphs of running text the story has begun.
const PARAGRAPHS: usize = 3;
/// A line of so many bytes is running text.
const RUNNING: usize = 240;
/// Words beside a date, in bytes: a place, an author, "3 min read". What has more is a sentence about that day.
const BESIDE: usize = 60;
/// The same where a cue says what the date is of.
const BESIDE_CUE: usize = 160;
/// A cue stands so many bytes before its date at most: "Zuletzt aktualisiert am Dienstag, den".
const REACH: usize = 48;

/// What a cue says of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    Published,
    Modified,
}

static CUES: LazyLock<Vec<(&'static str, Cue)>> = LazyLock::new(|| {
    let mut cues = Vec::new();
    for line in entries(include_str!("../words/cues.txt")) {
        if let Some((kind, words)) = line.split_once(' ') {
            let cue = if kind == "published" { Cue::Published } else { Cue::Modified };
            cues.extend(words.split(", ").map(|word| (word, cue)));
        }
    }
    cues
});

/// A date that the page shows.
pub(crate) struct Seen {
    /// Its key in the ranking.
    pub key: &'static str,
    pub day: Day,
    pub span: Span,
    /// How many lines it stands from the headline.
    pub lines: usize,
}

/// The dates that lines of the page show, in order.
pub(crate) fn dates(page: &Page<'_, '_>, headline: Option<&str>, order: Order) -> Vec<Seen> {
    let reading = page.reading;
    let headline = line_of(page, headline);
    let mut seen: Vec<Seen> = Vec::new();
    let mut paragraphs = 0;
    for (at, line) in reading.lines().iter().enumerate() {
        let words = reading.slice(line.span);
        let lines = headline.map_or(at, |headline| headline.abs_diff(at));
        let above = headline.is_some_and(|headline| at < headline);
        if words.len() > RUNNING {
            paragraphs += usize::from(!above);
            continue;
        }
        if !words.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let near = paragraphs < PARAGRAPHS && lines <= if above { BEFORE } else { BEHIND };
        let days = day::days(words, order);
        let covered: usize = days.iter().map(|day| day.at.len()).sum();
        let beside = words.trim().len() - covered;
        let mut from = 0;
        for day in days {
            let cue = cue(words.get(from..day.at.start).unwrap_or(""));
            from = day.at.end;
            let key = match cue {
                Some(Cue::Published) if beside <= BESIDE_CUE && near => "line",
                Some(Cue::Modified) if beside <= BESIDE_CUE && near => "line:modified",
                None if beside <= BESIDE && near => "near-headline",
                Some(Cue::Published) if beside <= BESIDE_CUE => "far-line",
                None if beside <= BESIDE && !above => "far-line",
                _ => continue,
            };
            // A list of stories has a date a line; the first is enough.
            if key == "far-line" && seen.iter().any(|seen| seen.key == key) {
                continue;
            }
            let start = line.span.start;
            let span = Span::new(start + day.at.start as u32, start + day.at.end as u32);
            let lines = if above { lines * ABOVE } else { lines };
            seen.push(Seen { key, day, span, lines });
        }
    }
    seen
}

/// Whether a cue in front of the first date of these words says that something was changed then.
pub(crate) fn is_modified(words: &str, order: Order) -> bool {
    let first = day::days(words, order).into_iter().next();
    first.is_some_and(|day| cue(words.get(..day.at.start).unwrap_or("")) == Some(Cue::Modified))
}

/// The number of the line that is the headline: the heading of the markup, word for word, or the zone.
pub(crate) fn line_of(page: &Page<'_, '_>, heading: Option<&str>) -> Option<usize> {
    let reading = page.reading;
    let heading = heading.map(squashed).filter(|heading| !heading.is_empty());
    let is_heading = |span: Span| {
        let words = reading.slice(span);
        words.len() <= RUNNING && heading.as_ref().is_some_and(|heading| *heading == squashed(words))
    };
    let found = reading.lines().iter().position(|line| is_heading(line.span));
    found.or_else(|| page.zones(Label::Headline).next().map(|(span, _)| reading.line_at(span.start)))
}

/// What the words before a date say of it: the last cue counts.
fn cue(before: &str) -> Option<Cue> {
    let lower = before.to_lowercase();
    let near = lower.get(lower.floor_char_boundary(lower.len().saturating_sub(REACH))..).unwrap_or("");
    let whole = |at: usize, word: &str| {
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && c < '\u{2e80}');
        let behind = near.get(at + word.len()..).and_then(|rest| rest.chars().next());
        !letter(near.get(..at).and_then(|rest| rest.chars().next_back())) && !letter(behind)
    };
    CUES.iter()
        .filter_map(|(word, cue)| {
            Some((near.rmatch_indices(word).map(|(at, _)| at).find(|at| whole(*at, word))?, word.len(), *cue))
        })
        .max_by_key(|(at, length, _)| (at + length, *length))
        .map(|(_, _, cue)| cue)
}
