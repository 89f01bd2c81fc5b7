//! Last: what was set aside as furniture or as no finding, and why; and what did not run.

use super::page::{Page, counted, shortened};
use crate::report::Edition;
use copydesk_core::{Analysis, Span};
use copydesk_zones::Zone;
use std::collections::BTreeMap;
use std::io;

/// So much of a passage is shown, in characters.
const SHOWN: usize = 56;
/// Columns of the labels.
const LABEL: usize = 20;

pub fn aside(edition: &Edition<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let some =
        edition.analyses.iter().any(|analysis| !furniture(analysis).is_empty() || others(analysis).next().is_some());
    if !some {
        return Ok(());
    }
    page.section("Set aside")?;
    for analysis in edition.analyses {
        let passages = furniture(analysis);
        let others: Vec<_> = others(analysis).collect();
        if passages.is_empty() && others.is_empty() {
            continue;
        }
        page.blank()?;
        page.text(2, analysis.document().id())?;
        for (label, (lines, numbers, first)) in passages {
            let numbers = if numbers > 0 { format!(", {}", counted(numbers, "number")) } else { String::new() };
            let text = format!("{}{numbers}: “{}”", counted(lines, "passage"), shortened(&first, SHOWN));
            page.labelled(4, LABEL, &label, &text)?;
        }
        for (what, text) in others {
            page.labelled(4, LABEL, &what, &format!("“{}”", shortened(text, SHOWN)))?;
        }
    }
    Ok(())
}

/// Passages of furniture by label: how many, how many numbers in them, and the words of the first.
fn furniture(analysis: &Analysis<'_>) -> BTreeMap<String, (usize, usize, String)> {
    let mut passages: BTreeMap<String, (usize, usize, String)> = BTreeMap::new();
    let Some(reading) = analysis.reading() else { return passages };
    for found in analysis.of::<Zone>().iter().filter(|found| found.data.label.zone() == "furniture") {
        let Some(span) = found.span else { continue };
        let label = serde_json::to_value(found.data.label).ok();
        let label = label.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
        let numbers = reading.tokens_in(span).filter(|&i| reading.is(i, copydesk_core::Class::DIGITS)).count();
        let entry = passages.entry(label).or_insert_with(|| (0, 0, reading.slice(span).to_owned()));
        entry.0 += 1;
        entry.1 += numbers;
    }
    passages
}

/// What looks like a finding in the story and is none.
fn others<'a>(analysis: &'a Analysis<'_>) -> impl Iterator<Item = (String, &'a str)> {
    let records = analysis.records().into_iter().filter(|r| r.kind == "set-aside" && r.zone != Some("furniture"));
    records.filter_map(|record| {
        let data = record.payload.json();
        Some((
            data["as"].as_str()?.replace('-', " "),
            record.span.unwrap_or(Span::new(0, 0)).slice(analysis.document().text()),
        ))
    })
}

/// Plugins that did not run.
pub fn skipped(edition: &Edition<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let documents = edition.analyses.iter().flat_map(|a| a.skipped().iter().map(|skip| (a.document().id(), skip)));
    let mapped = edition.conclusions.skipped_documents().iter().map(|(document, skip)| (document.as_str(), skip));
    let across = edition.conclusions.skipped().iter().map(|skip| ("all documents", skip));
    let mut all = documents.chain(mapped).chain(across).peekable();
    if all.peek().is_none() {
        return Ok(());
    }
    page.section("Not read")?;
    for (document, skip) in all {
        page.text(2, &format!("{document}: {}: {}", skip.plugin, skip.why))?;
    }
    Ok(())
}
