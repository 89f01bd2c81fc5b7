//! Quotation marks: the words of a quotation that stand between them.

use copydesk_core::{Class, Found, Reading, Span, lang::en::lexicon};
use copydesk_quotes::{Form, Quote};

/// A marked stretch has so many words at least: one word between marks is a term or a taunt, no utterance.
const FEWEST: usize = 2;

/// The stretches of a quotation that the writer gives as the speaker's own words: each piece of a direct one, and what stands between
/// marks in a mixed one ("the text “was ratified by decree”, signed on Monday").
#[must_use]
pub fn own_words(reading: &Reading<'_>, quote: &Found<Quote>) -> Vec<Span> {
    let pieces = if quote.data.spans.is_empty() { quote.span.as_slice() } else { &quote.data.spans };
    let own: Vec<Span> = match quote.data.form {
        Form::Direct => pieces.to_vec(),
        Form::Mixed => {
            let marked: Vec<Span> = pieces.iter().flat_map(|piece| between_marks(reading, *piece)).collect();
            // A finding may cover the marked words alone; the mark then stands right before them.
            if marked.is_empty() {
                pieces.iter().copied().filter(|piece| opens(reading, *piece)).collect()
            } else {
                marked
            }
        }
        Form::Indirect => Vec::new(),
    };
    let words = |span: &Span| reading.tokens_in(*span).filter(|&i| reading.is(i, Class::WORD | Class::DIGITS)).count();
    own.into_iter().filter(|span| words(span) >= FEWEST).collect()
}

/// The names that a quotation's speaker goes by, best first: the resolved one, and the mention where it names somebody ("Foreign Minister Dana
/// Ilves" does, "she" and "the minister" do not).
#[must_use]
pub fn voices(quote: &Found<Quote>) -> Vec<String> {
    let speaker = &quote.data.speaker;
    let mention = speaker.text.as_ref().filter(|text| is_name(text));
    let mut voices: Vec<String> = speaker.name.iter().chain(mention).cloned().collect();
    voices.dedup();
    voices
}

fn is_name(mention: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    mention
        .split_whitespace()
        .any(|word| capital(word) && !lexicon::look_up(word).class.any(Class::FUNCTION | Class::TITLE))
}

fn opens(reading: &Reading<'_>, span: Span) -> bool {
    reading.tokens_in(span).start.checked_sub(1).is_some_and(|before| reading.is(before, Class::QUOTE))
}

/// The stretches between double marks. Single ones are left alone: they are apostrophes too ("the skippers' hands").
fn between_marks(reading: &Reading<'_>, span: Span) -> Vec<Span> {
    let double = |i: &usize| matches!(reading.raw(*i), "\"" | "“" | "”" | "„" | "«" | "»" | "″" | "‟");
    let tokens = reading.tokens_in(span);
    let marks: Vec<usize> = tokens.clone().filter(|&i| reading.is(i, Class::QUOTE)).filter(double).collect();
    let mut marked = Vec::new();
    let mut open: Option<usize> = None;
    // A closing mark without an opening one: the finding begins behind the mark.
    if let Some(&first) = marks.first().filter(|&&first| reading.glued(first) && !reading.glued(first + 1)) {
        if first > tokens.start && opens(reading, span) {
            marked.push(reading.span(tokens.start..first));
        }
        open = None;
    }
    for &mark in marks.iter().skip(usize::from(!marked.is_empty())) {
        match open.take() {
            Some(start) if mark > start + 1 => marked.push(reading.span(start + 1..mark)),
            _ => open = Some(mark),
        }
    }
    // An opening mark without a closing one: the finding ends before the mark.
    if let Some(start) = open.filter(|&start| start + 1 < tokens.end && !reading.glued(start)) {
        marked.push(reading.span(start + 1..tokens.end));
    }
    marked
}
