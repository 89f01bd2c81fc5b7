//! Adverts in the middle of the story.

use crate::page::Page;
use crate::{Direction, Observation, Seen};
use copydesk_core::lang::en::lexicon::{WordSet, entries};
use copydesk_core::{Class, Confidence};
use copydesk_zones::Label;
use std::sync::LazyLock;

/// An advert of fewer words is a label ("Advertisement", "Article continues below"): what was advertised is not in the text.
const FEWEST_WORDS: usize = 4;
/// Words of labels above, below and instead of adverts.
const LABEL: [&str; 10] = [
    "advertisement",
    "advertising",
    "sponsored",
    "continue",
    "continues",
    "reading",
    "below",
    "story",
    "article",
    "content",
];
/// One word of gambling alone may be a bank's ("deposit") or a shop's ("bonus").
const FEWEST_GAMBLING: usize = 2;

static GAMBLING: LazyLock<WordSet> =
    LazyLock::new(|| entries(include_str!("words/gambling.txt")).flat_map(str::split_ascii_whitespace).collect());

/// Adverts between two paragraphs of the story: gambling first, as that is another signal.
pub fn seen(page: &Page<'_, '_>) -> Vec<Seen> {
    let reading = page.reading;
    let bodies = || page.labelled(Label::Body).filter_map(|zone| zone.span);
    let (Some(first), Some(last)) = (bodies().next(), bodies().last()) else { return Vec::new() };
    let (mut gambling, mut other) = (Vec::new(), Vec::new());
    for span in page.labelled(Label::Advert).filter_map(|zone| zone.span) {
        let tokens = reading.tokens_in(span);
        // "Advertisement / Related Content / Another story": a label, and what is no advert.
        let related = tokens.clone().any(|i| reading.lower(i) == "related");
        let words =
            tokens.clone().filter(|&i| reading.is(i, Class::WORD) && !LABEL.contains(&reading.lower(i))).count();
        if span.start < first.end || span.end > last.start || words < FEWEST_WORDS || related {
            continue;
        }
        let hits = tokens.filter(|&i| GAMBLING.contains(reading.lower(i))).count();
        let list = if hits >= FEWEST_GAMBLING { &mut gambling } else { &mut other };
        list.push(reading.cite(span, "advert"));
    }
    let signal = |evidence: Vec<_>, direction, confidence| {
        (!evidence.is_empty()).then(|| Seen::new(Observation::AdvertInBody, direction, confidence, evidence))
    };
    let gambling = signal(gambling, Direction::Caution, Confidence::High);
    gambling.into_iter().chain(signal(other, Direction::Info, Confidence::Medium)).collect()
}
