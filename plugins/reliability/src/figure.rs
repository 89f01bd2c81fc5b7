//! Numbers that others may dispute, and nobody's word for them.

use crate::page::{Page, joined, touches};
use crate::{Direction, Observation, Seen};
use copydesk_core::lang::en::lexicon::entries;
use copydesk_core::{Class, Confidence, Exact, Span};
use copydesk_figures::Kind;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Fewer than this a reporter may have counted: "three soldiers stood at the gate".
const FEWEST: i64 = 10;
/// A sentence of more tokens is not read.
const LONG: usize = 120;
/// Tokens behind a number in which its noun stands, where the figure has none of its own: "11,000 North Korean soldiers".
const NOUN: usize = 4;

/// What is counted in disputes.
static DISPUTED: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| entries(include_str!("words/disputed.txt")).flat_map(str::split_ascii_whitespace).collect());

/// Words that say where a figure comes from.
static RECKONED: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| entries(include_str!("words/reckoned.txt")).flat_map(str::split_ascii_whitespace).collect());

/// The figures of the story that are disputable, and stand in a sentence that names nobody for them.
pub fn seen(page: &Page<'_, '_>) -> Option<Seen> {
    let reading = page.reading;
    let mut evidence = Vec::new();
    let sources = page.sources.iter().flat_map(|source| source.span.into_iter().chain(source.data.claim));
    let attributed = joined(sources.collect());
    for figure in page.figures {
        let Some(span) = figure.span.filter(|span| figure.data.kind == Kind::Count && (page.story)(*span)) else {
            continue;
        };
        let least = figure.data.value.or(figure.data.low);
        let many = figure.data.vague || least.is_some_and(|value| value >= Exact::from(FEWEST));
        if !many || page.is_others(span) || is_settled(page, span) {
            continue;
        }
        let Some(sentence) = reading.sentences().get(reading.sentence_at(span.start)) else { continue };
        if sentence.tokens.len() > LONG
            || !is_disputed(page, span, figure.data.counted.as_ref().map(|c| c.head.as_str()))
        {
            continue;
        }
        let attributed = touches(&attributed, sentence.span);
        let told = sentence.tokens.clone().any(|i| reading.is(i, Class::SPEECH) || RECKONED.contains(reading.lower(i)));
        // "would send 3,000 troops": a plan is no count.
        let plan = sentence.tokens.clone().any(|i| {
            matches!(reading.lower(i), "would" | "could" | "if" | "should" | "wants" | "proposed" | "plans" | "?")
        });
        if !attributed && !told && !plan {
            evidence.push(reading.cite(span, "figure"));
        }
    }
    let count = evidence.len();
    let signal = Seen::new(Observation::UnattributedFigure, Direction::Caution, Confidence::Medium, evidence);
    (count > 0).then(|| signal.counted(count, None))
}

/// "The 49 people killed", "one of 26", "among the first 75": the reader is taken to know the number; "ELEVEN KILLED" is a heading, and what
/// stands in quotation marks is somebody else's.
fn is_settled(page: &Page<'_, '_>, span: Span) -> bool {
    let reading = page.reading;
    let tokens = reading.tokens_in(span);
    let before = |back: usize| tokens.start.checked_sub(back).map_or("", |i| reading.lower(i));
    let known =
        matches!(before(1), "the" | "these" | "those" | "first" | "last" | "all" | "their" | "his" | "her" | "its");
    let one_of = before(1) == "of" && matches!(before(2), "one" | "two" | "some" | "most" | "each" | "none");
    let quoted = tokens.start.checked_sub(1).is_some_and(|i| reading.is(i, Class::QUOTE));
    let heading = tokens.clone().next_back().is_some_and(|last| {
        reading.is(last, Class::UPPER)
            || (last + 1..=last + 2).all(|i| reading.is(i, Class::UPPER) && reading.raw(i).len() > 1)
    });
    known || one_of || quoted || heading
}

/// Whether the figure counts what is disputed: by its own head, or by the nouns right behind it.
fn is_disputed(page: &Page<'_, '_>, span: Span, head: Option<&str>) -> bool {
    if head.is_some_and(|head| DISPUTED.contains(head.to_lowercase().as_str())) {
        return true;
    }
    let reading = page.reading;
    let end = reading.tokens_in(span).end;
    (end..end + NOUN).take_while(|&i| reading.is(i, Class::WORD)).any(|i| DISPUTED.contains(reading.lower(i)))
}
