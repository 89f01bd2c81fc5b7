//! Records and gold, as they are read.

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};
use std::ops::Range;

/// One finding, found or expected.
pub struct Record {
    pub document: Option<String>,
    pub kind: String,
    pub place: Option<Range<u64>>,
    pub text: String,
    pub zone: Option<String>,
    /// `data`; of a finding over several documents with its `evidence` beside.
    pub data: Value,
}

/// A finding that is expected, or expected not to be.
pub struct Gold {
    pub record: Record,
    /// Other values that are right, by path.
    pub accept: Map<String, Value>,
    /// The whole reported clause of a mixed quotation.
    pub clause: Option<Range<u64>>,
    /// Counts neither way.
    pub optional: bool,
    /// Must not be found.
    pub absent: bool,
    /// These lists have no more elements than the gold's.
    pub exact: Vec<String>,
}

/// What copydesk printed.
pub fn records(jsonl: &str) -> Result<Vec<Record>> {
    jsonl.lines().map(|line| Ok(record(&parse(line).with_context(|| format!("no record: {line}"))?))).collect()
}

/// A gold file.
pub fn read(jsonl: &str) -> Result<Vec<Gold>> {
    let gold = |(number, line): (usize, &str)| gold(line).with_context(|| format!("line {}", number + 1));
    jsonl.lines().enumerate().map(gold).collect()
}

fn parse(line: &str) -> Result<Map<String, Value>> {
    Ok(serde_json::from_str(line)?)
}

fn range(of: &Map<String, Value>) -> Option<Range<u64>> {
    Some(of.get("start")?.as_u64()?..of.get("end")?.as_u64()?)
}

fn record(fields: &Map<String, Value>) -> Record {
    let word = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
    let mut data = fields.get("data").cloned().unwrap_or_default();
    if let (Some(data), Some(evidence)) = (data.as_object_mut(), fields.get("evidence")) {
        data.entry("evidence").or_insert_with(|| evidence.clone());
    }
    Record {
        document: word("document"),
        kind: word("kind").unwrap_or_default(),
        place: range(fields),
        text: word("text").unwrap_or_default(),
        zone: word("zone"),
        data,
    }
}

fn gold(line: &str) -> Result<Gold> {
    let fields = parse(line)?;
    let is = |name: &str, value: &str| fields.get(name).and_then(Value::as_str) == Some(value);
    let list = |name: &str| fields.get(name).and_then(Value::as_array).into_iter().flatten();
    Ok(Gold {
        record: record(&fields),
        accept: fields.get("accept").and_then(Value::as_object).cloned().unwrap_or_default(),
        clause: fields.get("clause").and_then(Value::as_object).and_then(range),
        optional: is("tier", "optional"),
        absent: is("expect", "absent"),
        exact: list("exact").filter_map(Value::as_str).map(str::to_owned).collect(),
    })
}

impl Gold {
    /// Fails where the gold does not fit its article.
    pub fn check(&self, document: &str, text: &str) -> Result<()> {
        let record = &self.record;
        ensure!(record.document.as_deref() == Some(document), "a record of another document: {:?}", record.document);
        if let Some(place) = &record.place {
            let words = text.get(place.start as usize..place.end as usize);
            ensure!(words == Some(&record.text), "{place:?} is {words:?} and not {:?}", record.text);
        }
        Ok(())
    }

    /// Whether a finding is in this place: half of the shorter of the two is common.
    pub fn covers(&self, found: &Record) -> bool {
        let Some(other) = &found.place else { return false };
        [&self.record.place, &self.clause].into_iter().flatten().any(|own| {
            let shorter = (own.end - own.start).min(other.end - other.start);
            shorter > 0 && 2 * common(own, other) >= shorter
        })
    }

    /// How alike the places are, in thousandths.
    pub fn likeness(&self, found: &Record) -> u64 {
        let (Some(own), Some(other)) = (&self.record.place, &found.place) else { return 0 };
        2000 * common(own, other) / (own.end - own.start + other.end - other.start).max(1)
    }
}

/// How many bytes two places share.
pub fn common(a: &Range<u64>, b: &Range<u64>) -> u64 {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}
