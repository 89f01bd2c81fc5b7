//! One article: its masthead with the basis of each line, then its findings in context.

use super::page::{Page, WIDTH, folded};
use crate::report::Edition;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use copydesk_core::{Analysis, Reading, Record, Span};
use copydesk_masthead::{Basis, Masthead};
use copydesk_quotes::Quote;
use std::collections::BTreeMap;
use std::io;

/// Columns of the names of a masthead's lines.
const LABEL: usize = 16;
/// A finding longer than this, in bytes, is shown by the words that tell it (a quotation by its cue): carets under whole sentences
/// say nothing.
const LONGEST: u32 = 60;
/// Columns that annotate-snippets puts before a line of text, and leaves free behind it.
const MARGIN: usize = 8;
/// Kinds that have a place of their own in the report, or lie under every other finding.
const ELSEWHERE: [&str; 5] = ["meta", "zone", "set-aside", "name", "signal"];

pub fn article(edition: &Edition<'_>, analysis: &Analysis<'_>, page: &mut Page<'_>) -> io::Result<()> {
    page.section(analysis.document().id())?;
    if edition.shows("masthead") {
        masthead(analysis, page)?;
    }
    let Some(reading) = analysis.reading() else { return page.text(2, "The text is too long to be read.") };
    let records = analysis.records();
    signals(&records, reading, page)?;
    let mut by_sentence: BTreeMap<usize, Vec<Record<'_>>> = BTreeMap::new();
    for record in records {
        let story = !matches!(record.zone, Some("furniture"));
        let wanted = !ELSEWHERE.contains(&record.kind) || edition.only() == Some(record.plugin);
        if let Some(span) = record.span.filter(|_| story && wanted) {
            by_sentence.entry(reading.sentence_at(span.start)).or_default().push(record);
        }
    }
    for (sentence, records) in by_sentence {
        page.blank()?;
        let start = records.iter().filter_map(|record| record.span).map(|span| span.start).min().unwrap_or(0);
        page.faint(2, &format!("{}:{}", reading.id(), reading.line_at(start) + 1))?;
        page.verbatim(&snippet(reading, sentence, &records))?;
    }
    Ok(())
}

fn masthead(analysis: &Analysis<'_>, page: &mut Page<'_>) -> io::Result<()> {
    for found in analysis.of::<Masthead>() {
        let field = serde_json::to_value(found.data.field).ok();
        let field = field.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
        let basis = match found.data.basis {
            Basis::Given => "given",
            Basis::Stated => "stated",
            Basis::Inferred => "inferred",
            Basis::Unknown => "unknown",
        };
        let value = found.data.value.as_deref().map_or_else(String::new, |value| format!("{} ", folded(value)));
        let cited: Vec<String> = found
            .data
            .evidence
            .iter()
            .filter(|e| e.start.is_some())
            .map(|e| format!("line {}: “{}”", e.line, folded(&e.text)))
            .collect();
        let cited = if cited.is_empty() { String::new() } else { format!("; {}", cited.join("; ")) };
        page.labelled(2, LABEL, field, &format!("{value}({basis}{cited})"))?;
    }
    Ok(())
}

/// What is said of the article as a whole: its signals, and findings of any plugin that have no place in the text.
fn signals(records: &[Record<'_>], reading: &Reading<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let whole =
        |record: &&Record<'_>| record.kind == "signal" || record.span.is_none() && !ELSEWHERE.contains(&record.kind);
    for record in records.iter().filter(whole) {
        let place = record.span.map_or_else(String::new, |span| format!(" (line {})", reading.line_at(span.start) + 1));
        page.labelled(2, LABEL, record.kind, &format!("{}{place}", folded(&record.sentence())))?;
    }
    Ok(())
}

/// A sentence with its findings marked under its words.
fn snippet(reading: &Reading<'_>, sentence: usize, records: &[Record<'_>]) -> String {
    let Some(sentence) = reading.sentences().get(sentence) else { return String::new() };
    // The sentence grows to hold what reaches beyond it.
    let span = records.iter().filter_map(|r| shown(reading, r).map(|s| s.0)).fold(sentence.span, Span::to);
    let source = wrapped(reading.slice(span));
    let mut snippet = Snippet::source(source.as_str()).fold(false);
    for record in records {
        let Some((place, label)) = shown(reading, record) else { continue };
        let (start, end) = ((place.start - span.start) as usize, (place.end - span.start) as usize);
        // Marks stay on the line that they begin in: a bar down the margin tells less than it costs.
        let end = source.get(start..end).and_then(|words| words.find('\n')).map_or(end, |at| start + at);
        let range = start..end;
        snippet = snippet.annotation(AnnotationKind::Primary.span(range).label(label));
    }
    let group = Group::with_level(Level::NOTE).element(snippet);
    Renderer::styled().term_width(WIDTH).anonymized_snippet_line_numbers(true).render(&[group])
}

/// Where a finding is marked, and what is written there.
fn shown(reading: &Reading<'_>, record: &Record<'_>) -> Option<(Span, String)> {
    let span = record.span?;
    let label = label(record);
    if span.len() <= LONGEST {
        return Some((span, label));
    }
    let cue =
        record.payload.as_any().downcast_ref::<Quote>().and_then(|quote| quote.cue.as_ref()).map(|cue| cue.span());
    let first = reading.tokens_in(span).start;
    let place = cue.filter(|cue| span.overlaps(*cue) || cue.end <= span.start || cue.start >= span.end);
    Some((place.unwrap_or_else(|| reading.span(first..first + 1)), label))
}

/// A finding in a few words: its kind, and what its data say of the value.
fn label(record: &Record<'_>) -> String {
    let data = record.payload.json();
    let text = |name: &str| match &data[name] {
        serde_json::Value::Null => None,
        serde_json::Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    };
    match record.kind {
        "date" => format!(
            "{}{}",
            text("value").unwrap_or_default(),
            text("mod").map_or_else(String::new, |m| format!(" {m}"))
        ),
        "figure" => {
            let bound = text("bound").filter(|bound| bound != "=").unwrap_or_default();
            let value = text("value").unwrap_or_else(|| match (text("low"), text("high")) {
                (Some(low), Some(high)) => format!("{low} to {high}"),
                (low, high) => low.or(high).unwrap_or_default(),
            });
            let unit = text("unit").or_else(|| Some(data["counted"]["head"].as_str()?.to_owned())).unwrap_or_default();
            format!("{bound}{value} {unit}").trim().to_owned()
        }
        "quote" => {
            let speaker = data["speaker"]["name"].as_str().or(data["speaker"]["text"].as_str()).unwrap_or("unknown");
            format!("{} quote: {speaker}", text("form").unwrap_or_default())
        }
        "source" => format!("source: {}", text("class").unwrap_or_default()),
        _ => folded(&record.sentence()),
    }
}

/// The same bytes with line breaks for spaces where a line would grow longer than the page.
fn wrapped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    let mut words = text.split_inclusive(char::is_whitespace).peekable();
    while let Some(word) = words.next() {
        let next = words.peek().map_or(0, |next| unicode_width::UnicodeWidthStr::width(next.trim_end()));
        column += unicode_width::UnicodeWidthStr::width(word);
        let space = word.trim_end().len();
        let (letters, space) = word.split_at(space);
        out.push_str(letters);
        let full = space.len() == 1 && column + next > WIDTH - MARGIN;
        if full || space == "\n" {
            out.push('\n');
            column = 0;
        } else {
            out.push_str(space);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapping_moves_no_byte() {
        let text = "The boats were counted twice, once at the lock and once at the mouth of the river, and the two counts differ by nine.";
        let folded = wrapped(text);
        assert_eq!(folded.len(), text.len());
        assert_eq!(folded.replace('\n', " "), text);
        assert!(folded.lines().all(|line| line.len() <= WIDTH));
    }
}
