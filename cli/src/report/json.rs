//! JSON: the whole run as one object.

use super::jsonl::{of_document, of_pile};
use super::{Edition, Report};
use crate::summary::without_text;
use copydesk_core::Analysis;
use copydesk_core::record::SCHEMA;
use serde_json::{Value, json};
use std::io::{self, Write};

/// One object: `schema`, `documents`, `findings`, `across`, `summary`.
pub struct Json;

impl Report for Json {
    fn print(&self, edition: &Edition<'_>, out: &mut dyn Write) -> io::Result<()> {
        // Record by record: as one value, the records of a large pile would fill the memory a second time.
        write!(out, "{{\"schema\":{SCHEMA},\"documents\":")?;
        list(out, edition.analyses.iter().map(document))?;
        write!(out, ",\"findings\":")?;
        list(
            out,
            edition
                .analyses
                .iter()
                .flat_map(|analysis| of_document(analysis, edition.plan, edition.offsets, edition.cites)),
        )?;
        write!(out, ",\"across\":")?;
        list(out, of_pile(edition.conclusions, edition.plan, edition.offsets))?;
        write!(out, ",\"summary\":")?;
        serde_json::to_writer(&mut *out, edition.summary)?;
        writeln!(out, "}}")
    }
}

/// A document, as far as it was given.
fn document(analysis: &Analysis<'_>) -> Value {
    let document = analysis.document();
    let meta = document.meta();
    json!({
        "id": document.id(),
        "bytes": document.text().len(),
        "without_text": without_text(analysis),
        "published": meta.published,
        "title": meta.title,
        "outlet": meta.outlet,
        "byline": meta.byline,
        "url": meta.url,
        "language": analysis.reading().and_then(copydesk_core::Reading::language),
        "event": meta.event,
        "extra": meta.extra,
    })
}

fn list(out: &mut dyn Write, items: impl Iterator<Item = Value>) -> io::Result<()> {
    out.write_all(b"[")?;
    for (i, item) in items.enumerate() {
        out.write_all(if i == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &item)?;
    }
    out.write_all(b"]")
}
