//! Where a text came from: the way back from a place in the text to the bytes that it was read from.

use crate::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// How many characters before and behind a quotation its selector carries. The Web Annotation model leaves the length open;
/// with 32 the words round a name tell its mentions apart in nearly every article.
const AROUND: usize = 32;

/// What a document's text was read from: a file, a record of a crawl, a field of a line of JSON.
///
/// The text of a web page is no slice of it: tags are gone, entities are decoded. Each [`Run`] says which bytes became which
/// stretch of the text, so that every finding can be shown in the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// What the bytes are, for people: `pages/a.html`, `crawl.warc.gz, record at byte 1204`, `dump.jsonl:12, field text`.
    pub place: String,
    /// The stretches of text and where each stands, in order of both. Text between two runs (a line break that stands for a tag)
    /// has no bytes of its own.
    runs: Vec<Run>,
    /// The places of the line feeds in the source.
    feeds: Vec<u64>,
}

/// A stretch of text and the bytes that it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its first byte in the text.
    pub text: u32,
    /// Its length in the text.
    pub length: u32,
    /// Its first byte in the source.
    pub source: u64,
    /// Its length in the source. Where it is `length`, byte stands for byte; else (`&amp;` is `&`) the run is one piece.
    pub bytes: u32,
}

impl Run {
    const fn end(&self) -> u32 {
        self.text + self.length
    }
}

/// A place in the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Citation {
    /// What the bytes are counted in: see [`Source::place`].
    pub source: String,
    /// First byte.
    pub start: u64,
    /// One past the last byte.
    pub end: u64,
    /// The line that it starts in, counted from 1.
    pub line: u64,
    /// The byte of that line that it starts with, counted from 1.
    pub column: u64,
    /// The words, as other tools find them again.
    pub selector: TextQuote,
}

/// A `TextQuoteSelector` of the W3C Web Annotation Data Model (section 4.2.4), over the document's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TextQuote {
    /// Always `TextQuoteSelector`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The words.
    pub exact: String,
    /// The characters before them.
    pub prefix: String,
    /// The characters behind them.
    pub suffix: String,
}

impl Source {
    /// A source whose bytes from `skipped` on are the text itself.
    #[must_use]
    pub fn verbatim(place: impl Into<String>, bytes: &[u8], skipped: usize) -> Self {
        let length = u32::try_from(bytes.len().saturating_sub(skipped)).unwrap_or(u32::MAX);
        let whole = Run { text: 0, length, source: skipped as u64, bytes: length };
        Self::new(place, vec![whole], bytes)
    }

    /// A source of these runs. Runs come in order and don't overlap; neighbours whose bytes are the text itself are joined.
    #[must_use]
    pub fn new(place: impl Into<String>, runs: Vec<Run>, bytes: &[u8]) -> Self {
        let mut joined: Vec<Run> = Vec::with_capacity(runs.len().min(1024));
        for run in runs {
            let verbatim = |run: &Run| run.length == run.bytes;
            match joined.last_mut() {
                Some(last)
                    if verbatim(last)
                        && verbatim(&run)
                        && last.end() == run.text
                        && last.source + u64::from(last.bytes) == run.source =>
                {
                    last.length += run.length;
                    last.bytes += run.bytes;
                }
                _ => joined.push(run),
            }
        }
        let feeds = memchr::memchr_iter(b'\n', bytes).map(|at| at as u64).collect();
        Self { place: place.into(), runs: joined, feeds }
    }

    /// The same text where the source's bytes were themselves read from others: `outer` says from which.
    #[must_use]
    pub fn through(self, outer: &Self) -> Self {
        let runs = self.runs.into_iter().flat_map(|run| {
            let end = run.source + u64::from(run.bytes);
            if run.length != run.bytes {
                let range = outer.range(run.source as u32, end as u32);
                let bytes = (range.end - range.start) as u32;
                return vec![Run { source: range.start, bytes, ..run }];
            }
            // A verbatim run falls into as many pieces as the outer source has there.
            let first = outer.runs.partition_point(|o| u64::from(o.end()) <= run.source);
            let inside = outer.runs.iter().skip(first).take_while(|o| u64::from(o.text) < end);
            let pieces = inside.map(|o| {
                let from = o.text.max(run.source as u32);
                let to = u64::from(o.end()).min(end) as u32;
                let text = run.text + (from - run.source as u32);
                if o.length == o.bytes {
                    Run { text, length: to - from, source: o.source + u64::from(from - o.text), bytes: to - from }
                } else {
                    Run { text, length: to - from, source: o.source, bytes: o.bytes }
                }
            });
            pieces.collect()
        });
        Self { place: outer.place.clone(), runs: runs.collect(), feeds: outer.feeds.clone() }
    }

    /// The bytes that a stretch of the text was read from. What has no bytes of its own lies where the text before it ends.
    #[must_use]
    pub fn bytes(&self, span: Span) -> Range<u64> {
        self.range(span.start, span.end)
    }

    fn range(&self, start: u32, end: u32) -> Range<u64> {
        let first = self.runs.partition_point(|run| run.end() <= start);
        let behind = self.runs.partition_point(|run| run.text < end);
        let ends_before = |i: usize| {
            let before = i.checked_sub(1).and_then(|i| self.runs.get(i));
            before.map_or(0, |run| run.source + u64::from(run.bytes))
        };
        if first >= behind {
            let at = ends_before(first);
            return at..at;
        }
        let from = self.runs.get(first).map_or(0, |run| match start.checked_sub(run.text) {
            Some(inside) if run.length == run.bytes => run.source + u64::from(inside),
            _ => run.source,
        });
        let to = self.runs.get(behind - 1).map_or(from, |run| {
            if run.length == run.bytes && end < run.end() {
                run.source + u64::from(end - run.text)
            } else {
                run.source + u64::from(run.bytes)
            }
        });
        from..to.max(from)
    }

    /// The citation of a place in `text`, which was read from this source.
    #[must_use]
    pub fn cite(&self, text: &str, span: Span) -> Citation {
        let range = self.bytes(span);
        let line = self.feeds.partition_point(|feed| *feed < range.start);
        let line_start = line.checked_sub(1).and_then(|i| self.feeds.get(i)).map_or(0, |feed| feed + 1);
        Citation {
            source: self.place.clone(),
            start: range.start,
            end: range.end,
            line: line as u64 + 1,
            column: range.start.saturating_sub(line_start) + 1,
            selector: TextQuote::of(text, span),
        }
    }
}

impl TextQuote {
    /// The selector of a place in a text.
    #[must_use]
    pub fn of(text: &str, span: Span) -> Self {
        let before = text.get(..span.start as usize).unwrap_or("");
        let behind = text.get(span.end as usize..).unwrap_or("");
        let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
        let to = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
        Self {
            kind: "TextQuoteSelector".to_owned(),
            exact: span.slice(text).to_owned(),
            prefix: before.get(from..).unwrap_or("").to_owned(),
            suffix: behind.get(..to).unwrap_or("").to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: u32, length: u32, source: u64, bytes: u32) -> Run {
        Run { text, length, source, bytes }
    }

    #[test]
    fn a_place_is_found_behind_tags_and_entities() {
        let page = b"<p>Talks\n&amp; tea</p><p>ended</p>";
        let text = "Talks\n& tea\nended";
        let source =
            Source::new("a.html", vec![run(0, 6, 3, 6), run(6, 1, 9, 5), run(7, 4, 14, 4), run(12, 5, 25, 5)], page);
        let bytes = |start, end| {
            let range = source.bytes(Span::new(start, end));
            std::str::from_utf8(page.get(range.start as usize..range.end as usize).unwrap()).unwrap()
        };
        assert_eq!(bytes(0, 5), "Talks");
        assert_eq!(bytes(6, 7), "&amp;");
        assert_eq!(bytes(8, 11), "tea");
        assert_eq!(bytes(12, 17), "ended");
        assert_eq!(bytes(8, 17), "tea</p><p>ended");
        assert_eq!(bytes(11, 12), "");
        let cited = source.cite(text, Span::new(8, 11));
        assert_eq!((cited.line, cited.column, cited.start, cited.end), (2, 7, 15, 18));
        assert_eq!(cited.selector.exact, "tea");
        assert_eq!(cited.selector.prefix, "Talks\n& ");
        assert_eq!(cited.selector.suffix, "\nended");
    }

    #[test]
    fn two_steps_are_one() {
        // Bytes: windows-1252 "é" is one byte; the page's text leaves out "<b>".
        let raw = b"<b>caf\xe9 bar";
        let decoded = Source::new("a", vec![run(0, 6, 0, 6), run(6, 2, 6, 1), run(8, 4, 7, 4)], raw);
        let text = Source::new("x", vec![run(0, 9, 3, 9)], "<b>café bar".as_bytes()).through(&decoded);
        assert_eq!(text.bytes(Span::new(0, 5)), 3..7);
        assert_eq!(text.bytes(Span::new(3, 5)), 6..7);
        assert_eq!(text.bytes(Span::new(6, 9)), 8..11);
        assert_eq!(text.place, "a");
    }

    #[test]
    fn a_selector_keeps_whole_characters() {
        let text = format!("{}mid{}", "é".repeat(40), "ü".repeat(40));
        let quote = TextQuote::of(&text, Span::new(80, 83));
        assert_eq!(quote.prefix, "é".repeat(32));
        assert_eq!(quote.suffix, "ü".repeat(32));
    }
}
