//! Which text speaks: "it" and "this treaty" are the text that was named last.

use crate::document::texts;
use crate::page::Page;
use crate::speaker::Resolved;
use crate::words::{is_determiner, is_finite, is_preposition};
use copydesk_core::Class;
use std::ops::Range;

/// Words between the article and the noun: "the landmark mutual defence treaty", and of a title in capitals.
const LONGEST: usize = 8;
/// "it" reaches back to a text over so many sentences.
const REACH: usize = 2;

/// The texts that an article names, in order.
pub struct Texts {
    named: Vec<Named>,
}

/// A text by its name: the tokens without an article, and whether it is a proper name ("River Pact").
struct Named {
    tokens: Range<usize>,
    proper: bool,
}

impl Texts {
    /// Finds them: noun phrases that end in "treaty", "law" and their like.
    pub fn new(page: &Page<'_, '_>) -> Self {
        let reading = page.reading;
        let mut named = Vec::new();
        // Only what is laid down in marks is ever asked for.
        if page.stretches.is_empty() {
            return Self { named };
        }
        for (noun, token) in reading.tokens().iter().enumerate() {
            if !token.class.any(Class::WORD) || token.class.any(Class::FUNCTION) || !texts(reading.lower(noun)) {
                continue;
            }
            let low = noun.saturating_sub(LONGEST);
            let capital =
                |i: usize| reading.is(i, Class::CAPITAL | Class::DASH) || (reading.glued(i) && !page.quoted(i));
            let plain = |i: usize| {
                (reading.is(i, Class::WORD) || reading.is(i, Class::DASH) && reading.glued(i))
                    && !is_determiner(reading.lower(i))
                    && !is_preposition(reading.lower(i))
                    && !is_finite(reading, i)
            };
            let proper = reading.is(noun, Class::CAPITAL);
            let start = (low..noun).rev().take_while(|&i| plain(i) && (!proper || capital(i))).last().unwrap_or(noun);
            named.push(Named { tokens: start..noun + 1, proper: proper && start < noun });
        }
        Self { named }
    }

    /// The text that a mention stands for: by its own words where it has any beside "treaty", else the last text named before.
    pub fn resolve(&self, page: &Page<'_, '_>, mention: &Range<usize>) -> Option<Resolved> {
        let reading = page.reading;
        let words = |tokens: &Range<usize>| {
            reading.slice(reading.span(tokens.clone())).split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let first = self.named.partition_point(|named| named.tokens.end <= mention.start);
        let own = self.named.get(first).filter(|named| named.tokens.end <= mention.end);
        if let Some(own) = own.filter(|own| own.proper) {
            return Some(Resolved::named(words(&own.tokens), "named"));
        }
        let noun = own.map(|own| reading.lower(own.tokens.end - 1));
        let before = self.named.get(..first)?.iter().rev();
        let sentence = |at: usize| reading.sentence_at(reading.token(at).start);
        let last = match noun {
            Some(noun) => before.clone().find(|named| named.proper && reading.lower(named.tokens.end - 1) == noun),
            None => before
                .clone()
                .take_while(|named| sentence(mention.start) - sentence(named.tokens.start) <= REACH)
                .next(),
        };
        let text = last.or(own)?;
        let reason = if last.is_some() { "the text that was named last" } else { "the text, as it is called here" };
        Some(Resolved::named(words(&text.tokens), reason))
    }
}
