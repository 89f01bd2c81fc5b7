//! The galley of a document: its text as it is read, with what frames the article taken off.

use crate::console::printable;
use copydesk_core::{Analysis, Found, Span};
use copydesk_masthead::{Field, Masthead, value};
use serde::Serialize;
use std::io::{self, Write};

/// What a galley needs.
pub const PLUGINS: [&str; 2] = ["masthead", "zones"];

/// A document as `copydesk text` prints it.
#[derive(Debug, Serialize)]
pub struct Galley<'a> {
    id: &'a str,
    text: &'a str,
    body: String,
    body_with_crossheads: String,
    title: Option<&'a str>,
    byline: Option<String>,
    published: Option<&'a str>,
    outlet: Option<&'a str>,
    language: Option<&'a str>,
}

impl Galley<'_> {
    /// Prints it for people: the headline, a line of who and when, the article paragraph by paragraph.
    pub fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", printable(self.title.unwrap_or(self.id)))?;
        let line: Vec<&str> = [self.outlet, self.byline.as_deref(), self.published].into_iter().flatten().collect();
        if !line.is_empty() {
            writeln!(out, "{}", printable(&line.join(" · ")))?;
        }
        for paragraph in self.body_with_crossheads.lines().map(str::trim).filter(|line| !line.is_empty()) {
            writeln!(out, "\n{}", printable(paragraph))?;
        }
        Ok(())
    }
}

/// The galley of a document.
pub fn galley<'a>(analysis: &'a Analysis<'_>) -> Galley<'a> {
    let masthead = analysis.of::<Masthead>();
    let meta = analysis.document().meta();
    Galley {
        id: analysis.document().id(),
        text: analysis.document().text(),
        body: zones(analysis, &["body"]),
        body_with_crossheads: zones(analysis, &["body", "crosshead"]),
        title: value(masthead, Field::Headline).or(meta.title.as_deref()),
        byline: byline(masthead),
        published: value(masthead, Field::Published).or(meta.published.as_deref()),
        outlet: value(masthead, Field::Outlet).or(meta.outlet.as_deref()),
        language: analysis.reading().and_then(copydesk_core::Reading::language),
    }
}

/// All authors, in order.
fn byline(masthead: &[Found<Masthead>]) -> Option<String> {
    let authors = masthead.iter().filter(|found| found.data.field == Field::Byline);
    let names: Vec<&str> = authors.filter_map(|found| found.data.value.as_deref()).collect();
    (!names.is_empty()).then(|| names.join("; "))
}

/// The stretches of text that stand in these zones, joined by newlines.
fn zones(analysis: &Analysis<'_>, wanted: &[&str]) -> String {
    let Some(reading) = analysis.reading() else { return String::new() };
    let is_wanted = |start: u32| analysis.zone(Span::new(start, start + 1)).is_some_and(|zone| wanted.contains(&zone));
    let mut stretches: Vec<Span> = Vec::new();
    for span in reading.tokens().iter().map(|token| token.span()).filter(|span| is_wanted(span.start)) {
        match stretches.last_mut() {
            // The space between two tokens belongs to the zone that holds both; between two zones it belongs to none.
            Some(last) if last.end == span.start || is_wanted(last.end) => *last = last.to(span),
            _ => stretches.push(span),
        }
    }
    stretches.iter().map(|span| reading.slice(*span)).collect::<Vec<_>>().join("\n")
}
