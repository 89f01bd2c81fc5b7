//! Numbers that others may dispute, and nobody's word for them.

use crate::page::{Page, joined, touches};
use crate::{Direction, Observation, Seen};
use copydesk_core::lang::en::lexicon::{WordSet, entries};
use copydesk_core::{Class, Confidence, Exact, Span};
use copydesk_figures::Kind;
use copydesk_names::Entity;
use std::cell::LazyCell;
use std::ops::Range;
use std::sync::LazyLock;

/// Fewer than this a reporter may have counted: "three soldiers stood at the gate".
const FEWEST: i64 = 10;
/// A sentence of more tokens is not read.
const LONG: usize = 120;
/// Tokens behind a number in which its noun stands, where the figure has none of its own: "11,000 North Korean soldiers".
const NOUN: usize = 4;

/// What is counted in disputes.
static DISPUTED: LazyLock<WordSet> =
    LazyLock::new(|| entries(include_str!("words/disputed.txt")).flat_map(str::split_ascii_whitespace).collect());

/// Words that say where a figure comes from.
static RECKONED: LazyLock<WordSet> =
    LazyLock::new(|| entries(include_str!("words/reckoned.txt")).flat_map(str::split_ascii_whitespace).collect());

/// The figures of the story that are disputable, and stand in a sentence that names nobody for them.
pub fn seen(page: &Page<'_, '_>) -> Option<Seen> {
    let reading = page.reading;
    let mut evidence = Vec::new();
    // Few articles have such a figure at all.
    let attributed = LazyCell::new(|| {
        let sources = page.sources.iter().flat_map(|source| source.span.into_iter().chain(source.data.claim));
        joined(sources.collect())
    });
    for figure in page.figures {
        let Some(span) = figure.span.filter(|span| figure.data.kind == Kind::Count && (page.story)(*span)) else {
            continue;
        };
        let least = figure.data.value.or(figure.data.low);
        let many = figure.data.vague || least.is_some_and(|value| value >= Exact::from(FEWEST));
        if !many || !is_disputed(page, span, figure.data.counted.as_ref().map(|c| c.head.as_str())) {
            continue;
        }
        if page.is_others(span) || is_settled(page, span) || is_age(page, span) {
            continue;
        }
        let Some(sentence) = reading.sentences().get(reading.sentence_at(span.start)) else { continue };
        if sentence.tokens.len() > LONG || is_history(page, sentence.tokens.clone(), span) {
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

/// "In 2031 the storm killed 212 people", "so far this year": what lies back, and statistics, are on record.
fn is_history(page: &Page<'_, '_>, mut sentence: Range<usize>, figure: Span) -> bool {
    let reading = page.reading;
    let year = |i: usize| {
        let word = reading.raw(i);
        let digits = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        digits && reading.is(i, Class::DIGITS) && !figure.overlaps(reading.token(i).span())
    };
    sentence.any(|i| year(i) || matches!(reading.lower(i), "year" | "years" | "decade" | "decades" | "century"))
}

/// "Teo Lund, 31, and Ada Brill, 26 were arrested": an age, whatever stands behind it.
fn is_age(page: &Page<'_, '_>, figure: Span) -> bool {
    let before = page.mentions.partition_point(|name| name.span.is_none_or(|span| span.start < figure.start));
    let name = before.checked_sub(1).and_then(|i| page.mentions.get(i)).filter(|n| n.data.entity == Entity::Person);
    let comma = name.and_then(|name| name.span).map(|name| Span::new(name.end.min(figure.start), figure.start));
    comma.is_some_and(|between| page.reading.slice(between).trim() == ",")
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
