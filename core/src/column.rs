//! Typed columns of findings behind one erased face.

use crate::{Across, Claim, Confidence, Evidence, Finding, Found, Level, Span};
use std::any::Any;

/// The data of a finding of any type: what the engine and the reports ask of it.
pub trait Payload: Send + Sync {
    /// The record kind.
    fn kind(&self) -> &'static str;
    /// One plain line for people.
    fn sentence(&self, quoted: &[&str]) -> String;
    /// How much it asks for attention.
    fn level(&self) -> Level;
    /// The zone that it marks, if it marks one.
    fn zone(&self) -> Option<&str>;
    /// Its normalised value.
    fn claim(&self) -> Option<Claim>;
    /// The `data` of the record.
    fn json(&self) -> serde_json::Value;
    /// The typed data.
    fn as_any(&self) -> &dyn Any;
}

impl<F: Finding> Payload for F {
    fn kind(&self) -> &'static str {
        Finding::kind(self)
    }
    fn sentence(&self, quoted: &[&str]) -> String {
        Finding::sentence(self, quoted)
    }
    fn level(&self) -> Level {
        Finding::level(self)
    }
    fn zone(&self) -> Option<&str> {
        Finding::zone(self)
    }
    fn claim(&self) -> Option<Claim> {
        Finding::claim(self)
    }
    fn json(&self) -> serde_json::Value {
        // A finding is plain data: what fails to serialise is a fault of its type, and shows in its tests.
        serde_json::to_value(self).unwrap_or_else(|error| serde_json::Value::String(error.to_string()))
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// One finding of a column, whatever its type.
pub(crate) struct Entry<'a> {
    pub span: Option<Span>,
    pub evidence: &'a [Evidence],
    pub confidence: Confidence,
    pub rule: &'static str,
    pub payload: &'a dyn Payload,
}

/// All findings of one plugin, in one document or over the pile.
pub(crate) trait Column: Send + Sync {
    fn as_any(&self) -> &dyn Any;
    fn len(&self) -> usize;
    fn entry(&self, i: usize) -> Option<Entry<'_>>;
}

impl<F: Finding> Column for Vec<Found<F>> {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn len(&self) -> usize {
        self.len()
    }
    fn entry(&self, i: usize) -> Option<Entry<'_>> {
        let found = self.get(i)?;
        let (confidence, rule) = (found.confidence, found.rule);
        Some(Entry { span: found.span, evidence: &[], confidence, rule, payload: &found.data })
    }
}

impl<F: Finding> Column for Vec<Across<F>> {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn len(&self) -> usize {
        self.len()
    }
    fn entry(&self, i: usize) -> Option<Entry<'_>> {
        let across = self.get(i)?;
        let (confidence, rule) = (across.confidence, across.rule);
        let evidence = if across.evidence.is_empty() { across.data.evidence() } else { &across.evidence };
        Some(Entry { span: None, evidence, confidence, rule, payload: &across.data })
    }
}
