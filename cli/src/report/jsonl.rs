//! JSON Lines: one record a line, as the record contract has it.

use super::{Edition, Report, skipped};
use copydesk_core::{Analysis, Conclusions, Offsets, Plan};
use serde_json::Value;
use std::io::{self, Write};

/// One record a line.
pub struct JsonLines;

impl Report for JsonLines {
    fn print(&self, edition: &Edition<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut lines = Lines { plan: edition.plan, out };
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
    /// Where to.
    pub out: &'a mut dyn Write,
}

impl Lines<'_> {
    /// The records of one document.
    pub fn document(&mut self, analysis: &Analysis<'_>, offsets: &Offsets) -> io::Result<()> {
        of_document(analysis, self.plan, offsets).iter().try_for_each(|record| self.line(record))
    }

    /// The records over all documents.
    pub fn pile(&mut self, conclusions: &Conclusions, offsets: &Offsets) -> io::Result<()> {
        of_pile(conclusions, self.plan, offsets).iter().try_for_each(|record| self.line(record))
    }

    fn line(&mut self, record: &Value) -> io::Result<()> {
        serde_json::to_writer(&mut *self.out, record)?;
        self.out.write_all(b"\n")
    }
}

/// The records of one document: those that have no place, what did not run, and all others by place.
pub fn of_document(analysis: &Analysis<'_>, plan: &Plan, offsets: &Offsets) -> Vec<Value> {
    let records = analysis.records();
    let unplaced = records.partition_point(|record| record.span.is_none());
    let mut printed: Vec<Value> = records.iter().map(|record| record.json(offsets)).collect();
    let skipped = skipped::of_document(analysis, plan);
    printed.splice(unplaced..unplaced, skipped);
    printed
}

/// The records over all documents, what did not run last.
pub fn of_pile(conclusions: &Conclusions, plan: &Plan, offsets: &Offsets) -> Vec<Value> {
    let records = conclusions.records();
    let records = records.iter().map(|record| record.json(offsets));
    records.chain(skipped::of_pile(conclusions, plan)).collect()
}
