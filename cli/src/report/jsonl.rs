//! JSON Lines: one record a line, as the record contract has it.

use super::{Edition, Report, skipped};
use copydesk_core::{Analysis, Conclusions, Offsets, Plan, Record};
use serde_json::{Value, json};
use std::io::{self, Write};

/// One record a line.
pub struct JsonLines;

impl Report for JsonLines {
    fn print(&self, edition: &Edition<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut lines = Lines { plan: edition.plan, cites: edition.cites, out };
        for analysis in edition.analyses {
            lines.document(analysis, edition.offsets)?;
        }
        lines.pile(edition.conclusions, edition.offsets)
    }
}

/// Prints record by record, so that a crawl need not be kept in memory.
pub struct Lines<'a> {
    /// Which plugins are shown.
    pub plan: &'a Plan,
    /// Whether each says where in its source it stands.
    pub cites: bool,
    /// Where to.
    pub out: &'a mut dyn Write,
}

impl Lines<'_> {
    /// The records of one document.
    pub fn document(&mut self, analysis: &Analysis<'_>, offsets: &Offsets) -> io::Result<()> {
        of_document(analysis, self.plan, offsets, self.cites).iter().try_for_each(|record| self.line(record))
    }

    /// The records over all documents.
    pub fn pile(&mut self, conclusions: &Conclusions, offsets: &Offsets) -> io::Result<()> {
        of_pile(conclusions, self.plan, offsets).try_for_each(|record| self.line(&record))
    }

    fn line(&mut self, record: &Value) -> io::Result<()> {
        serde_json::to_writer(&mut *self.out, record)?;
        self.out.write_all(b"\n")
    }
}

/// The records of one document: those that have no place, what did not run, and all others by place. With `cites` each that has a
/// place says where in the source it stands, as [`Citation`](copydesk_core::Citation) has it.
pub fn of_document(analysis: &Analysis<'_>, plan: &Plan, offsets: &Offsets, cites: bool) -> Vec<Value> {
    let records = analysis.records();
    let unplaced = records.partition_point(|record| record.span.is_none());
    let document = analysis.document();
    let print = |record: &Record<'_>| {
        let mut printed = record.json(offsets);
        if let (true, Some(span), Some(fields)) = (cites, record.span, printed.as_object_mut()) {
            fields.insert("source".to_owned(), json!(document.cite(span)));
        }
        printed
    };
    let mut printed: Vec<Value> = records.iter().map(print).collect();
    let skipped = skipped::of_document(analysis, plan);
    printed.splice(unplaced..unplaced, skipped);
    printed
}

/// The records over all documents, what did not run last.
pub fn of_pile(conclusions: &Conclusions, plan: &Plan, offsets: &Offsets) -> impl Iterator<Item = Value> {
    let records = conclusions.records().map(|record| record.json(offsets));
    records.chain(skipped::of_pile(conclusions, plan))
}
