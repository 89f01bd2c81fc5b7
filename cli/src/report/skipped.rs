//! The record of a plugin that did not run: nothing is left out silently.

use copydesk_core::record::{SCHEMA, finding_id, fingerprint};
use copydesk_core::{Analysis, Conclusions, Plan, Rule, Skip, Span, Why};
use serde_json::{Value, json};

/// The kind of these records.
pub const KIND: &str = "skipped";

/// The rule of these records.
pub const SKIPPED: Rule = Rule {
    name: KIND,
    doc: "The plugin did not run over this document, or over the pile. `reason` is `panic` (it failed: please report it), `budget` \
          (it was stopped after too many steps), `requires` (a plugin that it builds on did not run), `language` (it does not \
          read the document's language) or `too-long`; `message` says more. All other plugins ran as ever.",
};

/// The records of the plugins that did not run over a document. Of those that run silently only the ones that failed are said.
pub fn of_document(analysis: &Analysis<'_>, plan: &Plan) -> Vec<Value> {
    let document = analysis.document();
    let said = analysis.skipped().iter().filter(|skip| is_said(plan, skip));
    said.map(|skip| on_document(document.id(), document.text(), skip)).collect()
}

/// The records of the comparers that did not conclude, or did not take in a document.
pub fn of_pile(conclusions: &Conclusions, plan: &Plan) -> Vec<Value> {
    let documents = conclusions.skipped_documents().iter().filter(|(_, skip)| is_said(plan, skip));
    let documents = documents.map(|(document, skip)| on_document(document, document, skip));
    let pile = conclusions.skipped().iter().filter(|skip| is_said(plan, skip)).map(|skip| {
        json!({"schema": SCHEMA, "finding": id("", skip), "plugin": skip.plugin, "kind": KIND, "confidence": "high",
               "rule": KIND, "evidence": [], "data": data(&skip.why)})
    });
    documents.chain(pile).collect()
}

/// The JSON Schema of these records.
pub fn schema() -> Value {
    let data = json!({
        "type": "object",
        "properties": {"reason": {"enum": ["panic", "budget", "requires", "language", "too-long"]}, "message": {"type": "string"}},
        "required": ["reason", "message"],
    });
    json!({
        "type": "object",
        "title": KIND,
        "description": SKIPPED.doc,
        "properties": {
            "schema": {"const": SCHEMA},
            "finding": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
            "document": {"type": "string"},
            "plugin": {"type": "string"},
            "kind": {"const": KIND},
            "confidence": {"const": "high"},
            "rule": {"const": KIND},
            "data": data,
        },
        "required": ["schema", "finding", "plugin", "kind", "confidence", "rule", "data"],
    })
}

fn on_document(document: &str, text: &str, skip: &Skip) -> Value {
    json!({"schema": SCHEMA, "finding": id(text, skip), "document": document, "plugin": skip.plugin, "kind": KIND,
           "start": null, "end": null, "text": null, "zone": null, "confidence": "high", "rule": KIND,
           "data": data(&skip.why)})
}

fn id(text: &str, skip: &Skip) -> String {
    finding_id(fingerprint(text), skip.plugin, KIND, reason(&skip.why), Span::new(0, 0))
}

fn data(why: &Why) -> Value {
    json!({"reason": reason(why), "message": why.to_string()})
}

fn is_said(plan: &Plan, skip: &Skip) -> bool {
    let failed = matches!(skip.why, Why::Panicked(_) | Why::OverBudget(_));
    failed || plan.steps().any(|(plugin, shown)| shown && plugin.name == skip.plugin)
}

const fn reason(why: &Why) -> &'static str {
    match why {
        Why::Panicked(_) => "panic",
        Why::OverBudget(_) => "budget",
        Why::Requires(_) => "requires",
        Why::Language(_) => "language",
        Why::TooLong(_) => "too-long",
    }
}
