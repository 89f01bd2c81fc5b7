//! The article with what other plugins found, as the rules read it.

use copydesk_core::{Class as Mark, Found, Reading, Span};
use copydesk_figures::Figure;
use copydesk_masthead::{Field, Masthead};
use copydesk_names::{Entity, Name};
use copydesk_quotes::{Form, Quote};
use copydesk_sources::{Class, Source};
use copydesk_zones::agency::{self, Agency};
use copydesk_zones::{Label, Zone};
use std::collections::HashSet;
use std::ops::Range;

/// The name of an agency has at most so many tokens ("European Alliance of News Agencies" and brackets).
const LONGEST: usize = 8;

/// A paragraph whose lines are broken has at most so many of them.
const LONGEST_BLOCK: usize = 64;

/// What the plugin requires.
type Given<'a> = (
    &'a [Found<Zone>],
    &'a [Found<Masthead>],
    &'a [Found<Name>],
    &'a [Found<Quote>],
    &'a [Found<Source>],
    &'a [Found<Figure>],
);

/// The article, its zones and masthead, and the attributions in its story.
pub struct Page<'a, 'r> {
    pub reading: &'a Reading<'r>,
    pub zones: &'a [Found<Zone>],
    pub masthead: &'a [Found<Masthead>],
    pub mentions: &'a [Found<Name>],
    pub quotes: &'a [Found<Quote>],
    pub sources: &'a [Found<Source>],
    pub figures: &'a [Found<Figure>],
    /// Attributions in the story, each mention once: not furniture, captions and credits.
    pub attributions: Vec<(Span, &'a Source)>,
    /// Credits of agencies for the text, as sources found them.
    pub credits: Vec<(Span, &'a Source)>,
    /// The names of people.
    pub people: HashSet<&'a str>,
    /// Whether a place is in the story.
    pub story: &'a dyn Fn(Span) -> bool,
    /// What stands in quotation marks. In order, without overlap.
    quoted: Vec<Span>,
    /// What is attributed to somebody. In order, without overlap.
    reported: Vec<Span>,
}

impl<'a, 'r> Page<'a, 'r> {
    pub fn new(
        reading: &'a Reading<'r>,
        (zones, masthead, names, quotes, sources, figures): Given<'a>,
        story: &'a dyn Fn(Span) -> bool,
    ) -> Self {
        let quoted = quotes.iter().filter(|q| q.data.form != Form::Indirect).flat_map(|q| q.data.spans.iter().copied());
        let attributed = sources.iter().filter(|s| s.data.class != Class::Impersonal).filter_map(|s| s.data.claim);
        let (quoted, reported) = (joined(quoted.collect()), joined(attributed.collect()));
        // A name that is a place or an organisation in one mention is nobody's: "the National Civil Protection Office said".
        let of = |person: bool| names.iter().map(|f| &f.data).filter(move |n| (n.entity == Entity::Person) == person);
        let other: HashSet<&str> = of(false).map(|name| name.name.as_str()).collect();
        let people = of(true).map(|name| name.name.as_str()).filter(|name| !other.contains(name)).collect();
        let (attributions, credits) = (Vec::new(), Vec::new());
        let mut page = Self {
            reading,
            zones,
            masthead,
            mentions: names,
            quotes,
            sources,
            figures,
            attributions,
            credits,
            people,
            story,
            quoted,
            reported,
        };
        for source in sources {
            let Some(span) = source.span else { continue };
            match source.rule {
                "dateline-agency" | "sign-off-agency" | "copyright-agency" => page.credits.push((span, &source.data)),
                "photo-credit" => {}
                // "He said … and added …": one mention, two verbs.
                _ if page.attributions.last().is_some_and(|(last, _)| *last == span) => {}
                _ if story(span) && page.is_attribution(span, &source.data) => {
                    page.attributions.push((span, &source.data));
                }
                _ => {}
            }
        }
        page
    }

    /// Whether the reporter attributes something here: an impersonal phrase inside of what somebody else says is theirs, and "is said to"
    /// needs a verb behind it ("was reported to the police" attributes nothing).
    fn is_attribution(&self, span: Span, source: &Source) -> bool {
        if source.class == Class::None {
            return false;
        }
        if source.class != Class::Impersonal {
            return true;
        }
        let reading = self.reading;
        let tokens = reading.tokens_in(span);
        let told = reading.lower(tokens.end.saturating_sub(1)) == "to"
            && (matches!(
                reading.lower(tokens.end),
                "the" | "a" | "an" | "his" | "her" | "its" | "their" | "him" | "them" | "us" | "me" | "police"
            ) || reading.is(tokens.end, Mark::CAPITAL));
        // ", which is interpreted as a message" is the reporter's comment on what was reported.
        let comments =
            reading.lower(tokens.start.wrapping_sub(1)) == "which" && reading.raw(tokens.start.wrapping_sub(2)) == ",";
        // "allegedly" is owed to whoever is accused, whoever says it.
        !told
            && reading.lower(tokens.start) != "allegedly"
            && !holds(&self.quoted, span)
            && (comments || !holds(&self.reported, span))
    }

    /// Whether somebody else than the reporter speaks here.
    pub fn is_others(&self, span: Span) -> bool {
        holds(&self.quoted, span) || holds(&self.reported, span)
    }

    /// The paragraph that a place stands in: its line, or its block where lines are broken in the middle of sentences.
    pub fn paragraph(&self, at: u32) -> Span {
        let reading = self.reading;
        let line = reading.line_at(at);
        let span = |line: usize| reading.lines().get(line).map(|line| line.span);
        let whole = span(line).unwrap_or(Span::new(at, at));
        let blocks = reading.blocks();
        let block = blocks.partition_point(|block| block.start <= line).checked_sub(1).and_then(|i| blocks.get(i));
        let Some(block) = block.filter(|block| block.contains(&line) && (2..=LONGEST_BLOCK).contains(&block.len()))
        else {
            return whole;
        };
        let ends = |line: usize| {
            let tokens = reading.lines().get(line).map_or(0..0, |line| line.tokens.clone());
            tokens
                .last()
                .is_some_and(|i| reading.is(i, Mark::STOP | Mark::QUOTE) || matches!(reading.raw(i), ":" | ")"))
        };
        // "… said\nthe mayor.": a line of the block that ends without a stop goes on in the next.
        let broken = block.clone().take(block.len() - 1).any(|line| !ends(line));
        match (span(block.start), span(block.end - 1)) {
            (Some(first), Some(last)) if broken => first.to(last),
            _ => whole,
        }
    }

    /// The zones of one label, in order.
    pub fn labelled(&self, label: Label) -> impl Iterator<Item = &'a Found<Zone>> {
        self.zones.iter().filter(move |zone| zone.data.label == label)
    }

    /// The lines of the masthead for a field.
    pub fn field(&self, field: Field) -> impl Iterator<Item = &'a Found<Masthead>> {
        self.masthead.iter().filter(move |line| line.data.field == field)
    }

    /// Whether a stretch of a few tokens names a news agency.
    pub fn names_agency(&self, tokens: Range<usize>) -> bool {
        let reading = self.reading;
        tokens.clone().filter(|&i| reading.is(i, Mark::CAPITAL)).any(|first| {
            (first..tokens.end.min(first + LONGEST)).any(|last| is_agency(reading.slice(reading.span(first..last + 1))))
        })
    }
}

/// Whether it is an agency's name: one that is known, or one of their shape.
pub fn is_agency(name: &str) -> bool {
    matches!(agency::find(name), Some(Agency::Known(_) | Agency::Shaped))
}

/// Whether one of the spans, which are in order, holds the beginning of a place.
fn holds(spans: &[Span], place: Span) -> bool {
    let i = spans.partition_point(|span| span.start <= place.start);
    i.checked_sub(1).and_then(|i| spans.get(i)).is_some_and(|span| place.start < span.end)
}

/// Whether one of the spans, which are in order and apart, shares a byte with a place.
pub fn touches(spans: &[Span], place: Span) -> bool {
    let i = spans.partition_point(|span| span.end <= place.start);
    spans.get(i).is_some_and(|span| span.overlaps(place))
}

/// Spans in order, those that touch made one.
pub fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| span.start);
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}
