//! Quotations without a speaker in their paragraph.

use crate::page::Page;
use crate::{Direction, Observation, Seen};
use copydesk_core::{Class, Confidence, Span};
use copydesk_names::Entity;
use copydesk_quotes::Form;

/// A shorter quotation is a slogan, a title or a word that is held at arm's length.
const FEWEST_WORDS: usize = 8;
/// A paragraph that is a quotation has at most so many words round it: "And:", "But then".
const BESIDE: usize = 3;
/// A paragraph of more tokens is not read.
const LONG: usize = 400;

/// Paragraphs of the story that are a quotation, and say nothing of whose it is.
pub fn seen(page: &Page<'_, '_>) -> Option<Seen> {
    let (mut names, mut evidence, mut nobody) = (Vec::new(), Vec::new(), true);
    for quote in page.quotes.iter().filter(|quote| quote.data.form == Form::Direct) {
        let Some(span) = quote.span.filter(|span| (page.story)(*span)) else { continue };
        let paragraph = page.paragraph(span.start);
        if !paragraph.contains(span) || !is_alone(page, span, paragraph) || goes_on(page, paragraph) {
            continue;
        }
        let speaker = quote.data.speaker.start.is_some_and(|at| paragraph.start <= at && at < paragraph.end);
        if speaker {
            continue;
        }
        nobody &= quote.data.speaker.start.is_none();
        if let Some(name) = quote.data.speaker.name.clone().filter(|name| !names.contains(name)) {
            names.push(name);
        }
        evidence.push(page.reading.cite(span, "quotation"));
    }
    let count = evidence.len();
    // Where the paragraphs before tell who speaks it is a matter of form.
    let direction = if nobody && names.is_empty() { Direction::Caution } else { Direction::Info };
    let signal = Seen::new(Observation::QuoteWithoutSpeaker, direction, Confidence::Medium, evidence);
    (count > 0).then(|| signal.about(names).counted(count, None))
}

/// Whether the paragraph is the quotation and next to nothing else: no verb of speech, nobody's name.
fn is_alone(page: &Page<'_, '_>, quote: Span, paragraph: Span) -> bool {
    let reading = page.reading;
    let tokens = reading.tokens_in(paragraph);
    if tokens.len() > LONG {
        return false;
    }
    let words = reading.tokens_in(quote).filter(|&i| reading.is(i, Class::WORD)).count();
    let beside: Vec<usize> =
        tokens.filter(|&i| reading.is(i, Class::WORD) && !quote.overlaps(reading.token(i).span())).collect();
    // Mentions are in order.
    let first = page.mentions.partition_point(|name| name.span.is_none_or(|span| span.start < paragraph.start));
    let inside = page.mentions.get(first..).unwrap_or(&[]).iter();
    let mut inside = inside.take_while(|name| name.span.is_some_and(|span| span.start < paragraph.end));
    let named =
        inside.any(|name| name.data.entity == Entity::Person && name.span.is_some_and(|span| !quote.overlaps(span)));
    let told = beside.iter().any(|&i| reading.is(i, Class::SPEECH));
    words >= FEWEST_WORDS && beside.len() <= BESIDE && !told && !named
}

/// Whether the paragraph goes on with what the one before began: "He read from the letter:", or a quotation that was left open.
fn goes_on(page: &Page<'_, '_>, paragraph: Span) -> bool {
    let reading = page.reading;
    let line = reading.line_at(paragraph.start);
    let before = reading.lines().get(..line).unwrap_or(&[]).iter().rev().find(|line| !line.is_blank());
    let Some(before) = before else { return true };
    let mut tokens = before.tokens.clone();
    let Some(last) = tokens.next_back() else { return true };
    if matches!(reading.raw(last), ":" | "," | "—" | "–") {
        return true;
    }
    // Each paragraph of a long quotation opens the marks, the last one closes them.
    let opens = before.tokens.clone().filter(|&i| matches!(reading.raw(i), "“" | "\"")).count();
    let closes = before.tokens.clone().filter(|&i| matches!(reading.raw(i), "”")).count();
    let plain = before.tokens.clone().filter(|&i| reading.raw(i) == "\"").count();
    if plain > 0 { plain % 2 == 1 } else { opens > closes }
}
