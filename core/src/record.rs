//! The record: the one machine-readable shape of a finding.

use crate::column::Payload;
use crate::{Confidence, Evidence, Finding, Plugin, Role, Span};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

/// The number of the record's shape. Fields may be added under it; one is never renamed or dropped without a new number.
pub const SCHEMA: u32 = 1;

/// One finding of any plugin, ready to print.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    /// The document's id; `None` for a finding over several.
    pub document: Option<&'a str>,
    pub(crate) fingerprint: u64,
    /// The plugin.
    pub plugin: &'static str,
    /// The kind.
    pub kind: &'static str,
    /// Its place in the document, in bytes.
    pub span: Option<Span>,
    /// The words there.
    pub text: Option<&'a str>,
    /// The zone of the article that it stands in.
    pub zone: Option<&'a str>,
    /// How sure the rule is.
    pub confidence: Confidence,
    /// The rule.
    pub rule: &'static str,
    /// For a finding over several documents: what it stands on.
    pub evidence: &'a [Evidence],
    /// What was found.
    pub payload: &'a dyn Payload,
}

/// The id of a finding in one document: a hash of the text (as [`Reading::fingerprint`](crate::Reading::fingerprint) gives it), the
/// plugin, the kind, the rule and the place. It stays from run to run while text and finding stay, so that runs can be compared and
/// findings dismissed, and so that one finding can name another.
#[must_use]
pub fn finding_id(fingerprint: u64, plugin: &str, kind: &str, rule: &str, span: Span) -> String {
    identify(fingerprint, plugin, kind, rule, &format!("{span:?}"))
}

fn identify(fingerprint: u64, plugin: &str, kind: &str, rule: &str, rest: &str) -> String {
    let mut hash = Xxh3::new();
    hash.update(&fingerprint.to_le_bytes());
    for part in [plugin, kind, rule, rest] {
        hash.update(&(part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    format!("{:016x}", hash.digest())
}

/// The hash of a text: taken once a document, because every finding's id holds it.
#[must_use]
pub fn fingerprint(text: &str) -> u64 {
    xxh3_64(text.as_bytes())
}

impl Record<'_> {
    /// The id: see [`finding_id`]. A finding without a place is told by its data.
    #[must_use]
    pub fn finding(&self) -> String {
        match self.span {
            Some(span) => finding_id(self.fingerprint, self.plugin, self.kind, self.rule, span),
            None => {
                let rest = format!("{}{}", self.payload.json(), json!(self.evidence));
                identify(self.fingerprint, self.plugin, self.kind, self.rule, &rest)
            }
        }
    }

    /// The finding in one plain line.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self.text {
            Some(text) => self.payload.sentence(&[text]),
            None => self.payload.sentence(&self.evidence.iter().map(|e| e.text.as_str()).collect::<Vec<_>>()),
        }
    }

    /// The record as JSON, with offsets as `offsets` says.
    #[must_use]
    pub fn json(&self, offsets: &Offsets) -> Value {
        let mut data = self.payload.json();
        let mut evidence = json!(self.evidence);
        let mut span = self.span;
        if let Offsets::Chars(tables) = offsets {
            convert(&mut data, self.document.and_then(|d| tables.get(d)), tables);
            convert(&mut evidence, None, tables);
            if let (Some(span), Some(table)) = (&mut span, self.document.and_then(|d| tables.get(d))) {
                *span = Span::new(table.point(span.start), table.point(span.end));
            }
        }
        let mut record = Map::new();
        let mut put = |name: &str, value: Value| record.insert(name.to_owned(), value);
        put("schema", json!(SCHEMA));
        put("finding", json!(self.finding()));
        if let Some(document) = self.document {
            put("document", json!(document));
        }
        put("plugin", json!(self.plugin));
        put("kind", json!(self.kind));
        if self.document.is_some() {
            put("start", json!(span.map(|s| s.start)));
            put("end", json!(span.map(|s| s.end)));
            put("text", json!(self.text));
            put("zone", json!(self.zone));
        }
        put("confidence", json!(self.confidence));
        put("rule", json!(self.rule));
        if self.document.is_none() {
            put("evidence", evidence);
        }
        put("data", data);
        Value::Object(record)
    }
}

/// How offsets are printed.
#[derive(Clone, Debug, Default)]
pub enum Offsets {
    /// UTF-8 bytes.
    #[default]
    Bytes,
    /// Unicode code points, by the tables of the documents.
    Chars(BTreeMap<String, CharTable>),
}

/// Turns byte offsets of one text into code points.
#[derive(Clone, Debug, Default)]
pub struct CharTable {
    /// The last byte of each character of more than one byte, and how many bytes more than characters there are up to it.
    wide: Vec<(u32, u32)>,
}

impl CharTable {
    /// The table of a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut more = 0;
        let wide = text.char_indices().filter(|(_, c)| c.len_utf8() > 1).map(|(at, c)| {
            more += c.len_utf8() as u32 - 1;
            ((at + c.len_utf8()) as u32, more)
        });
        Self { wide: wide.collect() }
    }

    /// The number of characters before this byte.
    #[must_use]
    pub fn point(&self, byte: u32) -> u32 {
        let i = self.wide.partition_point(|(end, _)| *end <= byte);
        byte - i.checked_sub(1).and_then(|i| self.wide.get(i)).map_or(0, |(_, more)| *more)
    }
}

/// Turns every `start` and `end` of a document into code points; an object that names a `document` of its own uses its table.
fn convert(value: &mut Value, table: Option<&CharTable>, tables: &BTreeMap<String, CharTable>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| convert(item, table, tables)),
        Value::Object(fields) => {
            let own = fields.get("document").and_then(Value::as_str).and_then(|d| tables.get(d));
            let table = own.or(table);
            for (name, field) in fields.iter_mut() {
                match (name.as_str(), field.as_u64(), table) {
                    ("start" | "end", Some(byte), Some(table)) => *field = json!(table.point(byte as u32)),
                    _ => convert(field, table, tables),
                }
            }
        }
        _ => {}
    }
}

/// The JSON Schema of every record that these plugins print: one of a record for each plugin.
#[must_use]
pub fn schema(plugins: &[Plugin]) -> Value {
    let mut kinds = Vec::new();
    let mut defs = BTreeMap::new();
    let mut plugin_schema = |plugin: &str, role: Role, kinds_of: &[&str], data: schemars::Schema| {
        let mut data = data.to_value();
        if let Some(own) = data.as_object_mut() {
            own.remove("$schema");
            if let Some(Value::Object(own_defs)) = own.remove("$defs") {
                defs.extend(own_defs);
            }
        }
        let mut properties = json!({
            "schema": {"const": SCHEMA},
            "finding": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
            "plugin": {"const": plugin},
            "kind": {"enum": kinds_of},
            "confidence": {"enum": ["low", "medium", "high"]},
            "rule": {"type": "string"},
            "data": data,
        });
        let mut required = vec!["schema", "finding", "plugin", "kind", "confidence", "rule", "data"];
        let place = json!({"type": ["integer", "null"], "minimum": 0});
        let more = if role == Role::Analyzer {
            required.extend(["document", "start", "end", "text", "zone"]);
            json!({"document": {"type": "string"}, "start": place, "end": place, "text": {"type": ["string", "null"]},
                   "zone": {"type": ["string", "null"]}})
        } else {
            required.push("evidence");
            json!({"evidence": {"type": "array", "items": schemars::schema_for!(Evidence)}})
        };
        if let (Some(all), Value::Object(more)) = (properties.as_object_mut(), more) {
            all.extend(more);
        }
        kinds.push(json!({"type": "object", "title": plugin, "properties": properties, "required": required}));
    };
    for plugin in plugins {
        plugin_schema(plugin.name, plugin.role, plugin.kinds, plugin.data_schema());
        if plugin.role == Role::Analyzer {
            plugin_schema(plugin.name, plugin.role, crate::SetAside::KINDS, schemars::schema_for!(crate::SetAside));
        }
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A copydesk record: one line of `copydesk analyze --format jsonl`",
        "oneOf": kinds,
        "$defs": defs,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_become_code_points() {
        let text = "a“é”z";
        let table = CharTable::new(text);
        let points: Vec<u32> = text.char_indices().map(|(at, _)| table.point(at as u32)).collect();
        assert_eq!(points, [0, 1, 2, 3, 4]);
        assert_eq!(table.point(text.len() as u32), 5);
    }

    #[test]
    fn an_id_changes_with_text_place_and_rule_only() {
        let id = |text, rule, start| finding_id(fingerprint(text), "dates", "date", rule, Span::new(start, 9));
        assert_eq!(id("t", "r", 1), id("t", "r", 1));
        assert_ne!(id("t", "r", 1), id("u", "r", 1));
        assert_ne!(id("t", "r", 1), id("t", "s", 1));
        assert_ne!(id("t", "r", 1), id("t", "r", 2));
    }
}
