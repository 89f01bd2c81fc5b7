//! Pictures whose caption and credit name two houses.

use crate::page::Page;
use crate::{Direction, Observation, Seen};
use copydesk_core::lang::en::lexicon::{WordTable, entries};
use copydesk_core::{Class, Confidence, Evidence, Reading, Span};
use copydesk_zones::Label;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// A credit belongs to the caption that ends at most so many bytes before it, or begins so many behind it.
const GAP: u32 = 8;
/// The name of who gave a picture has at most so many tokens.
const LONGEST: usize = 12;
/// A caption of more tokens is none.
const LONG: usize = 200;

/// What ministries are of, each word with its line: "defence" and "defense" are one.
static PORTFOLIOS: LazyLock<WordTable<usize>> = LazyLock::new(|| {
    let lines = entries(include_str!("words/portfolios.txt")).enumerate();
    lines.flat_map(|(i, line)| line.split_ascii_whitespace().map(move |word| (word, i))).collect()
});

/// "A photo made available by the Foreign Ministry" over "DEFENCE MINISTRY / HANDOUT".
pub fn seen(page: &Page<'_, '_>) -> Vec<Seen> {
    let reading = page.reading;
    let captions: Vec<Span> = page.labelled(Label::Caption).filter_map(|zone| zone.span).collect();
    let mut pairs: Vec<((String, String), Vec<Evidence>)> = Vec::new();
    for credit in page.labelled(Label::PhotoCredit).filter_map(|zone| zone.span) {
        let i = captions.partition_point(|caption| caption.end <= credit.start);
        let above = i.checked_sub(1).and_then(|i| captions.get(i)).filter(|c| credit.start - c.end <= GAP);
        let below = captions.get(i).filter(|c| c.start.saturating_sub(credit.end) <= GAP);
        let Some(caption) = above.or(below) else { continue };
        let Some(giver) = giver(reading, reading.tokens_in(*caption)) else { continue };
        let Some(credited) = house(reading, reading.tokens_in(credit)) else { continue };
        let (of, other) = (portfolios(reading, &giver), portfolios(reading, &credited));
        if of.is_empty() || other.is_empty() || !of.is_disjoint(&other) {
            continue;
        }
        let (giver, credited) = (reading.span(giver), reading.span(credited));
        let names = (reading.slice(giver).to_owned(), reading.slice(credited).to_owned());
        let cited = [reading.cite(giver, "caption"), reading.cite(credited, "credit")];
        match pairs.iter_mut().find(|(known, _)| *known == names) {
            Some((_, evidence)) => evidence.extend(cited),
            None => pairs.push((names, cited.into())),
        }
    }
    let signal = |((giver, credited), evidence): ((String, String), Vec<Evidence>)| {
        let count = evidence.len() / 2;
        let signal = Observation::CaptionCreditMismatch;
        Seen::new(signal, Direction::Caution, Confidence::High, evidence).about([giver, credited]).counted(count, None)
    };
    pairs.into_iter().map(signal).collect()
}

/// Who gave the picture, by the caption: "made available by the Dovanian Defence Ministry Press-Service".
fn giver(reading: &Reading<'_>, caption: Range<usize>) -> Option<Range<usize>> {
    if caption.len() > LONG {
        return None;
    }
    let gives = |i: usize| {
        matches!(
            (reading.lower(i.wrapping_sub(1)), reading.lower(i)),
            (
                "available"
                    | "released"
                    | "provided"
                    | "distributed"
                    | "issued"
                    | "supplied"
                    | "published"
                    | "shared"
                    | "taken",
                "by"
            ) | ("courtesy", "of")
                | ("handout" | "photo" | "picture" | "image", "from")
        )
    };
    let by = caption.clone().find(|&i| i > caption.start && gives(i))?;
    let start = by + 1 + usize::from(reading.lower(by + 1) == "the");
    let mut end = start;
    let inside = |i: usize| {
        reading.is(i, Class::CAPITAL)
            || reading.is(i, Class::DASH)
            || matches!(reading.lower(i), "of" | "the" | "for" | "and" | "'s" | "’s")
    };
    while end < caption.end.min(start + LONGEST) && inside(end) {
        end += 1;
    }
    while end > start && !reading.is(end - 1, Class::CAPITAL) {
        end -= 1;
    }
    (end > start).then_some(start..end)
}

/// The part of a credit that names a ministry: "EFE-EPA/RUSSIAN FOREIGN MINISTRY / HANDOUT".
fn house(reading: &Reading<'_>, credit: Range<usize>) -> Option<Range<usize>> {
    if credit.len() > LONG {
        return None;
    }
    let mut start = credit.start;
    for i in credit.clone().chain([credit.end]) {
        let ends = i == credit.end || matches!(reading.raw(i), "/" | "|" | "(" | ")" | ":" | "©" | "[" | "]" | ",");
        if ends {
            if (start..i).any(|i| is_ministry(reading, i)) {
                return Some(start..i);
            }
            start = i + 1;
        }
    }
    None
}

fn is_ministry(reading: &Reading<'_>, i: usize) -> bool {
    matches!(reading.lower(i), "ministry" | "department" | "ministries" | "secretariat")
}

/// What the ministry that is named here is of; nothing where none is named.
fn portfolios(reading: &Reading<'_>, tokens: &Range<usize>) -> HashSet<usize> {
    if !tokens.clone().any(|i| is_ministry(reading, i)) {
        return HashSet::new();
    }
    tokens.clone().filter_map(|i| PORTFOLIOS.get(reading.lower(i)).copied()).collect()
}
