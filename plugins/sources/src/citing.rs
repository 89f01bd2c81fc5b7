//! "Citing intelligence reports, the ministry said …": the source behind the source.

use crate::{Class, Source, class};
use copydesk_core::{Class as Token, Confidence, Found, Reading, Sink, Span};
use copydesk_quotes::Quote;

/// What is cited is read over so many tokens.
const LONGEST: usize = 12;

/// What rests on it begins within so many bytes of it: twice the longest sentence met.
const NEAR: u32 = 4_000;

/// Pushes what the sentences of an article cite.
pub fn cited(
    reading: &Reading<'_>,
    quotes: &[Found<Quote>],
    classes: &mut class::Reader<'_, '_>,
    found: &mut Sink<'_, Source>,
) {
    for &token in reading.with(Token::SPEECH) {
        let i = token as usize;
        if reading.lower(i) != "citing" {
            continue;
        }
        let Some(sentence) = reading.sentences().get(reading.sentence_at(reading.token(i).start)) else { continue };
        let limit = sentence.tokens.end.min(i + 1 + LONGEST);
        let end = (i + 1..limit)
            .find(|&j| reading.is(j, Token::QUOTE) || matches!(reading.raw(j), "," | "." | ";" | "that"))
            .unwrap_or(limit);
        if end <= i + 1 {
            continue;
        }
        let mention = reading.span(i + 1..end);
        // What the sentence reports rests on it; where it reports nothing, the sentence as far as the word.
        // Of a sentence without an end, what stands near.
        let near = Span::new(
            sentence.span.start.max(mention.start.saturating_sub(NEAR)),
            sentence.span.end.min(mention.end.saturating_add(NEAR)),
        );
        let claim = claims(quotes, near).filter(|claim| !claim.overlaps(mention)).last();
        let before = Span::new(sentence.span.start, reading.token(i).start);
        let claim = claim.or_else(|| (!before.is_empty()).then(|| trimmed(reading, before)));
        let class = classes.class(mention, None);
        let head = class::head(reading, mention);
        let name = match class {
            Class::Anonymous => crate::reports(reading, head),
            _ => crate::described(reading, head, class),
        };
        let cue = Some(reading.place(reading.token(i).span()));
        let data = Source { name, class, cue, claim, hedges: Vec::new(), anonymity: None };
        found.push(mention, "citing", Confidence::Medium, data);
    }
}

/// The reports in a sentence.
fn claims<'q>(quotes: &'q [Found<Quote>], sentence: Span) -> impl Iterator<Item = Span> + 'q {
    let first = quotes.partition_point(|q| q.span.is_none_or(|s| s.start < sentence.start));
    let rest = quotes.get(first..).unwrap_or(&[]);
    rest.iter().filter_map(|q| q.span).take_while(move |s| s.start < sentence.end)
}

fn trimmed(reading: &Reading<'_>, span: Span) -> Span {
    let text = reading.slice(span).trim_end_matches([',', ' ', '—', '–']);
    Span::new(span.start, span.start + text.len() as u32)
}
