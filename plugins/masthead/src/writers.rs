//! Who wrote it.

mod markup;

use crate::{Entry, Field, Page};
use copydesk_core::{Class, Confidence, Span};
use copydesk_zones::Label;
use std::ops::Range;

/// A page that names more authors than so many is a list of stories.
const MOST: usize = 16;

/// The authors, each once.
pub(crate) fn find(page: &Page<'_, '_>) -> Vec<Entry> {
    if page.reading.markup().is_some() { markup::find(page) } else { in_text(page) }
}

/// The authors that the text names.
fn in_text(page: &Page<'_, '_>) -> Vec<Entry> {
    let reading = page.reading;
    let mut entries: Vec<Entry> = Vec::new();
    let mut add = |tokens: Range<usize>, rule, confidence| {
        let span = reading.span(tokens);
        let name = reading.slice(span);
        if !name.is_empty()
            && entries.len() < MOST
            && !entries.iter().any(|entry| entry.data.value.as_deref() == Some(name))
        {
            entries.push(Entry::stated(page, Field::Byline, name.to_owned(), span, rule, confidence));
        }
    };
    for (span, rule) in page.zones(Label::Byline) {
        for line in lines(page, span) {
            let tokens = reading.tokens_in(line);
            if rule == "house-byline" {
                // "M.Ohler--QK": the house stands behind the hyphens.
                let end = tokens.clone().find(|&i| reading.is(i, Class::DASH) && reading.is(i + 1, Class::DASH));
                add(tokens.start..end.unwrap_or(tokens.end), "house-byline", Confidence::High);
                continue;
            }
            let by = usize::from(reading.lower(tokens.start) == "by");
            let first = tokens.start + by + usize::from(by > 0 && reading.raw(tokens.start + 1) == ":");
            let confidence = if by > 0 { Confidence::High } else { Confidence::Medium };
            for name in names(page, first..tokens.end) {
                add(name, "by-line", confidence);
            }
        }
    }
    for (span, _) in page.zones(Label::SignOff) {
        let tokens = reading.tokens_in(span);
        if let Some(comma) = tokens.clone().find(|&i| reading.raw(i) == ",") {
            let end = tokens.end - usize::from(reading.is(tokens.end - 1, Class::STOP));
            add(comma + 1..end, "sign-off", Confidence::High);
        }
    }
    for (span, _) in page.zones(Label::Initials) {
        add(reading.tokens_in(span), "initials", Confidence::Medium);
    }
    entries
}

/// The lines of a zone.
fn lines(page: &Page<'_, '_>, span: Span) -> Vec<Span> {
    let reading = page.reading;
    let (first, last) = (reading.line_at(span.start), reading.line_at(span.end.saturating_sub(1)));
    let inside = reading.lines().get(first..=last).unwrap_or(&[]);
    inside
        .iter()
        .map(|line| Span::new(line.span.start.max(span.start), line.span.end.min(span.end)))
        .filter(|line| !line.is_empty())
        .collect()
}

/// What stands between names.
const BETWEEN: [&str; 4] = ["and", "&", ",", "/"];
/// What a place, a function or a date follows; the names end there.
const BEHIND: [&str; 15] =
    ["in", "of", "for", "at", "with", "from", "on", "(", "|", "staff", "special", "updated", "posted", "published", ""];

/// "Lucia Amar and Teo Lund in Brisca": the names, without place and function.
fn names(page: &Page<'_, '_>, tokens: Range<usize>) -> Vec<Range<usize>> {
    let reading = page.reading;
    let mut names = Vec::new();
    let (mut start, mut comma) = (tokens.start, false);
    for i in tokens.start..=tokens.end {
        let word = if i == tokens.end { "" } else { reading.lower(i) };
        let last = BEHIND.contains(&word) || reading.is(i, Class::DIGITS);
        if !last && !BETWEEN.contains(&word) {
            continue;
        }
        // Behind a comma the last part, and one word alone, is a place or a function: "Sander Pohl, Portavel".
        let capitals = (start..i).filter(|&at| reading.is(at, Class::CAPITAL)).count();
        if capitals > 0 && (!comma || capitals > 1 && i < tokens.end) {
            names.push(start..i);
        }
        if last {
            break;
        }
        start = i + 1;
        comma = word == ",";
    }
    names
}
