//! Who is meant at a place: what plugins that find speakers and sources ask.

use crate::{Entity, How, Link, Name, role};
use copydesk_core::{Class, Found, Reading, Span};
use std::ops::Range;
use std::sync::Arc;

/// A phrase's head is looked for over so many of its tokens.
const LONGEST_PHRASE: usize = 40;

/// A name in apposition has at most so many bytes.
const LONGEST_NAME: u32 = 200;

/// Who is meant, or why nobody can be named.
#[derive(Clone, Debug)]
pub struct Resolution<'a> {
    /// The name; `None` where nobody can be named.
    pub name: Option<&'a Name>,
    /// The mention that gave it away: a name, a pronoun or a nominal.
    pub mention: Option<Span>,
    /// How it was resolved, or why not.
    pub reason: &'static str,
}

/// The chains of a document, by place.
pub struct Chains<'a> {
    /// All links with the name that they belong to, in order.
    links: Vec<(Span, How, &'a Name)>,
}

impl<'a> Chains<'a> {
    /// Prepares the names that a plugin is given.
    #[must_use]
    pub fn new(names: &'a [Found<Name>]) -> Self {
        let mut links: Vec<(Span, How, &'a Name)> = Vec::new();
        let mut own: Vec<(Span, How, &'a Name)> =
            names.iter().filter_map(|found| Some((found.span?, How::Name, &found.data))).collect();
        own.sort_by_key(|(span, ..)| *span);
        // A chain hangs on each of its names: pronouns and nominals are taken from the first that has it.
        let mut last: Vec<*const Link> = Vec::new();
        for found in names {
            let chain = Arc::as_ptr(&found.data.chain).cast::<Link>();
            last.push(chain);
        }
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by_key(|&i| (last.get(i).copied(), i));
        order.dedup_by_key(|i| last.get(*i).copied());
        for i in order {
            let Some(found) = names.get(i) else { continue };
            links.extend(
                found
                    .data
                    .chain
                    .iter()
                    .filter(|link| link.how != How::Name)
                    .map(|link| (link.span(), link.how, &found.data)),
            );
        }
        links.extend(own);
        links.sort_by_key(|(span, how, name)| (*span, *how, name.entity));
        Self { links }
    }

    /// Who is meant by the mention at exactly this place: a name, a pronoun or a nominal.
    #[must_use]
    pub fn resolve(&self, span: Span) -> Option<&'a Name> {
        self.at(span).map(|(_, _, name)| *name)
    }

    fn at(&self, span: Span) -> Option<&(Span, How, &'a Name)> {
        self.links.get(self.links.partition_point(|(place, ..)| *place < span)).filter(|(place, ..)| *place == span)
    }

    /// The mentions that lie wholly in a span, in order.
    pub fn within(&self, span: Span) -> impl Iterator<Item = (Span, How, &'a Name)> {
        let first = self.links.partition_point(|(place, ..)| place.start < span.start);
        let links = self.links.get(first..).unwrap_or_default();
        links
            .iter()
            .take_while(move |(place, ..)| place.start < span.end)
            .filter(move |(place, ..)| place.end <= span.end)
            .copied()
    }

    /// Who is meant by a noun phrase (as token numbers): "Bae Rin, a senior analyst at the Institute", "the analyst", "Kremlin
    /// spokesman Ivan Petrov", "she". A name that only modifies the head is not taken for it: "the mayor of Port Mirel", "Brandt's aide".
    #[must_use]
    pub fn resolve_phrase(&self, reading: &Reading<'_>, phrase: Range<usize>) -> Resolution<'a> {
        let phrase = phrase.start..phrase.end.min(phrase.start + LONGEST_PHRASE);
        let whole = reading.span(phrase.clone());
        if let Some((span, how, name)) = self.at(whole) {
            return Resolution { name: Some(name), mention: Some(*span), reason: reason(*how) };
        }
        let none = |reason| Resolution { name: None, mention: None, reason };
        // The head stands in front of the first preposition, comma, bracket or relative clause.
        let core_end = phrase.clone().find(|&i| self.cuts(reading, i) && i > phrase.start).unwrap_or(phrase.end);
        let core = reading.span(phrase.start..core_end);
        if let Some((span, how, name)) =
            self.within(core).filter(|(span, ..)| span.end == core.end).min_by_key(|(span, ..)| span.start)
        {
            return Resolution { name: Some(name), mention: Some(span), reason: reason(how) };
        }
        if let Some((span, name)) = self.described(reading, phrase.start..core_end) {
            return Resolution {
                name: Some(name),
                mention: Some(span),
                reason: "the name stands in front of its noun",
            };
        }
        if let Some((span, name)) = self.government(reading, &phrase, core_end) {
            return Resolution { name: Some(name), mention: Some(span), reason: "the government of that country" };
        }
        // "the agency's director, Jo Bloggs": the name in apposition.
        let comma = (core_end..phrase.end.max(core_end + 1)).find(|&i| matches!(reading.raw(i), "," | "—" | "–"));
        if let Some(comma) = comma {
            let behind = reading.token(comma + 1).start;
            let person = self.within(Span::new(behind, behind.saturating_add(LONGEST_NAME))).next();
            // "Valmere, Orsenland and the Union": a list, no apposition.
            let list = reading.raw(comma) == ","
                && (comma + 1..phrase.end).take_while(|&i| reading.raw(i) != ",").any(|i| reading.lower(i) == "and")
                && reading.is(comma.saturating_sub(1), Class::CAPITAL)
                && person.is_some_and(|(.., name)| name.entity != Entity::Person);
            if list {
                return none("several speak");
            }
            if let Some((span, how, name)) = person
                && span.start == behind
                && (name.entity == Entity::Person || how == How::Name)
            {
                return Resolution { name: Some(name), mention: Some(span), reason: "the name stands in apposition" };
            }
        }
        // "said Bae Rin, a senior analyst": only the description was handed over.
        let before = phrase.start.wrapping_sub(1);
        if reading.raw(before) == ","
            && role::behind(reading, before).is_some()
            && let Some((span, _, name)) = self.ending_at(reading.token(before.wrapping_sub(1)).end)
        {
            return Resolution {
                name: Some(name),
                mention: Some(span),
                reason: "the name stands in front of the description",
            };
        }
        let first = reading.lower(phrase.start);
        none(match first {
            "he" | "she" | "him" | "her" => "no person of that gender was named before",
            "they" | "them" | "we" | "us" | "i" | "you" => "the pronoun names nobody",
            "it" => "no organisation spoke before",
            "a" | "an" | "one" | "some" | "another" => "somebody without a name",
            _ if reading.is(phrase.start, Class::NUMBER | Class::DIGITS) => "several without a name",
            _ => "nobody of that description was named",
        })
    }

    /// "the North's official KTA news agency": the organisation that its common noun follows. Whose it is ("the North's") is not meant.
    fn described(&self, reading: &Reading<'_>, core: Range<usize>) -> Option<(Span, &'a Name)> {
        const NOUNS: [&str; 14] = [
            "agency",
            "broadcaster",
            "television",
            "radio",
            "newspaper",
            "daily",
            "network",
            "channel",
            "website",
            "magazine",
            "news",
            "wire",
            "service",
            "company",
        ];
        let lower = |i: usize| reading.is(i, Class::WORD) && !reading.is(i, Class::CAPITAL);
        let start = core.clone().rev().take_while(|&i| lower(i) && NOUNS.contains(&reading.lower(i))).last()?;
        let (span, how, name) = self.ending_at(reading.token(start.checked_sub(1)?).end)?;
        let inside = span.start >= reading.token(core.start).start;
        (inside && how == How::Name && name.entity == Entity::Organisation).then_some((span, name))
    }

    /// "the government of Orsenland", "Orsenland's government", "the South's military": the country.
    fn government(&self, reading: &Reading<'_>, phrase: &Range<usize>, core_end: usize) -> Option<(Span, &'a Name)> {
        const ARMS: [&str; 6] = ["government", "military", "army", "authorities", "leadership", "regime"];
        let noun = core_end.checked_sub(1).filter(|&i| ARMS.contains(&reading.lower(i)))?;
        if reading.is(noun, Class::CAPITAL) {
            return None;
        }
        let place =
            |link: &(Span, How, &'a Name)| link.1 == How::Name && (link.2.entity == Entity::Place || link.2.seat);
        if matches!(reading.lower(core_end), "of" | "in") && core_end < phrase.end {
            let behind = Span::new(reading.token(core_end).end, reading.token(phrase.end - 1).end);
            let first = self.within(behind).next().filter(place)?;
            return (first.0.end == behind.end).then_some((first.0, first.2));
        }
        let owner = (phrase.start..noun).rev().find(|&i| matches!(reading.raw(i), "'s" | "’s"))?;
        let link = self.ending_at(reading.token(owner.checked_sub(1)?).end).filter(place)?;
        (link.0.start >= reading.token(phrase.start).start).then_some((link.0, link.2))
    }

    /// The last link that ends at this byte.
    fn ending_at(&self, end: u32) -> Option<(Span, How, &'a Name)> {
        let after = self.links.partition_point(|(place, ..)| place.start < end);
        self.links.get(..after)?.iter().rev().take(4).find(|(place, ..)| place.end == end).copied()
    }

    fn cuts(&self, reading: &Reading<'_>, i: usize) -> bool {
        let inside = reading.token(i).span();
        let in_name = self
            .links
            .get(..self.links.partition_point(|(place, ..)| place.start <= inside.start))
            .and_then(<[_]>::last);
        if in_name.is_some_and(|(place, ..)| place.start < inside.start && inside.end <= place.end) {
            return false;
        }
        matches!(reading.raw(i), "," | "(" | "—" | "–" | ";")
            || matches!(
                reading.lower(i),
                "of" | "at"
                    | "in"
                    | "for"
                    | "from"
                    | "with"
                    | "on"
                    | "who"
                    | "which"
                    | "that"
                    | "whose"
                    | "to"
                    | "by"
                    | "and"
                    | "or"
                    | "as"
            )
    }
}

const fn reason(how: How) -> &'static str {
    match how {
        How::Name => "named",
        How::Pronoun => "the nearest person that the pronoun fits",
        How::Role => "the nearest bearer of that role",
        How::It => "the organisation that spoke last",
    }
}
