//! The sheet: what one article contributes to the comparison of the pile.

use crate::marks::{own_words, voices};
use copydesk_core::{Class, Evidence, Found, Reading, SmolStr, Span};
use copydesk_masthead::{Field, Masthead, value};
use copydesk_quotes::Quote;
use copydesk_zones::{Label, Zone};
use serde::{Deserialize, Serialize};

/// What one article contributes: its own words with their places, and what it says of itself. Its words are the most compact of all that could be kept of them:
/// hashes of its terms, shingles and words would take three times their place, and are quickly made of them again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Sheet {
    /// The article.
    pub document: SmolStr,
    /// ISO date of publication, to the day, where known.
    pub published: Option<String>,
    /// The address, without what does not tell articles apart.
    pub url: Option<String>,
    /// The event that it was given under.
    pub event: Option<String>,
    /// The headline.
    pub headline: Option<String>,
    /// The story's own text, in stretches between which furniture stands.
    pub stretches: Vec<Stretch>,
    /// Agencies that are credited.
    pub credits: Vec<Credit>,
    /// What is said by whom.
    pub said: Vec<Said>,
    /// Sentences that are attributed to somebody.
    pub attributed: Vec<Span>,
}

/// A stretch of text with its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stretch {
    /// First byte in the article.
    pub start: u32,
    /// The line that it starts in, from 1.
    pub line: u32,
    /// Its words.
    pub text: String,
}

/// An agency's credit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Credit {
    /// As the masthead names the agency.
    pub agency: String,
    /// Under a photograph only.
    pub photo: bool,
    /// Where.
    pub evidence: Vec<Evidence>,
}

/// One quotation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Said {
    /// The names that the speaker goes by.
    pub voices: Vec<String>,
    /// The speaker's own words, between marks.
    pub marked: bool,
    /// Their place.
    pub span: Span,
}

/// Longer quotations are kept up to here, in bytes: enough to tell an utterance.
const LONGEST_SAID: usize = 2_000;

impl Sheet {
    /// Reads one article.
    pub fn read(
        reading: &Reading<'_>,
        zones: &[Found<Zone>],
        masthead: &[Found<Masthead>],
        quotes: &[Found<Quote>],
    ) -> Self {
        let stretches = stretches(reading, zones);
        let meta = reading.meta();
        let headlines = zones.iter().filter(|z| z.data.label == Label::Headline).filter_map(|z| z.span).take(1);
        let headline = headlines.map(|span| reading.slice(span)).next().or(meta.title.as_deref());
        let published = value(masthead, Field::Published).or(meta.published.as_deref());
        Self {
            document: reading.id().into(),
            published: published
                .and_then(|day| day.get(..10))
                .filter(|day| day.parse::<jiff::civil::Date>().is_ok())
                .map(str::to_owned),
            url: meta.url.as_deref().map(address),
            event: meta.event.clone(),
            credits: credits(zones, masthead),
            said: quotes.iter().flat_map(|quote| said(reading, quote)).collect(),
            attributed: attributed(reading, quotes),
            headline: headline.map(str::to_owned),
            stretches,
        }
    }

    /// Days since 1970, where the day of publication is known.
    pub fn day(&self) -> Option<i64> {
        let date: jiff::civil::Date = self.published.as_deref()?.parse().ok()?;
        Some(i64::from(date.since(jiff::civil::Date::constant(1970, 1, 1)).ok()?.get_days()))
    }

    /// The words of a place in the story's own text.
    pub fn slice(&self, span: Span) -> Option<&str> {
        let stretch = self.stretch(span)?;
        stretch.text.get((span.start - stretch.start) as usize..(span.end - stretch.start) as usize)
    }

    /// The words of a place in the story's own text, as evidence.
    pub fn cite(&self, span: Span, role: &'static str) -> Option<Evidence> {
        let (stretch, text) = (self.stretch(span)?, self.slice(span)?);
        let line = stretch.line + breaks(stretch.text.get(..(span.start - stretch.start) as usize)?);
        Some(Evidence {
            document: self.document.clone(),
            start: Some(span.start),
            end: Some(span.end),
            text: text.into(),
            role: SmolStr::new_static(role),
            line,
        })
    }

    fn stretch(&self, span: Span) -> Option<&Stretch> {
        let behind = self.stretches.partition_point(|stretch| stretch.start <= span.start);
        self.stretches.get(behind.checked_sub(1)?)
    }
}

/// Line breaks in a text: `\n`, `\r\n`, and a lone `\r`, as the reading counts them.
fn breaks(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let lone = |(i, &b): (usize, &u8)| b == b'\n' || (b == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
    bytes.iter().enumerate().filter(|&at| lone(at)).count() as u32
}

/// The address without scheme, `www.`, query, fragment and closing slash: what a tracker adds does not make another article.
fn address(url: &str) -> String {
    let url = url.trim();
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let url = url.split(['?', '#']).next().unwrap_or(url);
    url.strip_prefix("www.").unwrap_or(url).trim_end_matches('/').to_lowercase()
}

/// Body and captions; neighbours with nothing but space between them are one. Without a body zone, the whole text.
fn stretches(reading: &Reading<'_>, zones: &[Found<Zone>]) -> Vec<Stretch> {
    let story = |label: Label| matches!(label, Label::Body | Label::Caption | Label::Crosshead);
    let mut spans: Vec<Span> = zones.iter().filter(|z| story(z.data.label)).filter_map(|z| z.span).collect();
    let text = reading.text();
    if !zones.iter().any(|z| z.data.label == Label::Body) {
        spans = vec![Span::new(0, text.len() as u32)];
    }
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if text.get(last.end.min(span.start) as usize..span.start as usize).is_some_and(is_blank) => {
                last.end = last.end.max(span.end);
            }
            _ => joined.push(span),
        }
    }
    let cut = |span: Span| Stretch {
        start: span.start,
        line: reading.line_at(span.start) as u32 + 1,
        text: reading.slice(span).to_owned(),
    };
    joined.into_iter().map(cut).collect()
}

fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

fn credits(zones: &[Found<Zone>], masthead: &[Found<Masthead>]) -> Vec<Credit> {
    let pictured = |evidence: &Evidence| {
        let (Some(start), Some(end)) = (evidence.start, evidence.end) else { return false };
        let around = zones.iter().filter(|z| z.span.is_some_and(|s| s.contains(Span::new(start, end))));
        let innermost = around.min_by_key(|z| z.span.map_or(u32::MAX, Span::len));
        innermost.is_some_and(|z| matches!(z.data.label, Label::PhotoCredit | Label::Caption))
    };
    let wires = masthead.iter().filter(|found| found.data.field == Field::Wire);
    let mut credits: Vec<Credit> = wires
        .filter_map(|found| {
            let evidence = found.data.evidence.clone();
            let photo = !evidence.is_empty() && evidence.iter().all(pictured);
            Some(Credit { agency: found.data.value.clone()?, photo, evidence })
        })
        .collect();
    credits.sort();
    credits
}

/// Each stretch of the speaker's own words, and for a quotation without one the whole.
fn said(reading: &Reading<'_>, quote: &Found<Quote>) -> Vec<Said> {
    let voices = voices(quote);
    if voices.is_empty() {
        return Vec::new();
    }
    let own = own_words(reading, quote);
    let whole = quote.data.spans.iter().copied().reduce(Span::to).or(quote.span).filter(|_| own.is_empty());
    let spans = own.into_iter().map(|span| (span, true)).chain(whole.map(|span| (span, false)));
    let cut = spans.filter_map(|(span, marked)| {
        let text = reading.slice(span);
        let text = text.get(..text.floor_char_boundary(LONGEST_SAID))?;
        let span = Span::new(span.start, span.start + text.len() as u32);
        Some(Said { voices: voices.clone(), marked, span })
    });
    cut.collect()
}

/// The sentences that hold a quotation or a word of saying.
fn attributed(reading: &Reading<'_>, quotes: &[Found<Quote>]) -> Vec<Span> {
    let tokens = reading.with(Class::SPEECH).iter().map(|&i| reading.token(i as usize).start);
    let quoted = quotes.iter().filter_map(|quote| quote.span).flat_map(|span| [span.start, span.end.saturating_sub(1)]);
    let mut numbers: Vec<usize> = tokens.chain(quoted).map(|at| reading.sentence_at(at)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().filter_map(|i| reading.sentences().get(i)).map(|sentence| sentence.span).collect()
}
