//! The payload boundary: what a plugin found, with its place, its confidence and the rule that found it.

use crate::{Claim, Place, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use smol_str::SmolStr;
use std::fmt::Debug;

/// What one analysis gives: the `data` of a record. The engine wraps it into a [`Found`] or an [`Across`].
pub trait Finding: Serialize + DeserializeOwned + JsonSchema + Clone + Debug + Send + Sync + 'static {
    /// The record kinds that this type stands for: `["date"]`; a comparer may give several, `["agreement", "conflict"]`.
    const KINDS: &'static [&'static str];

    /// Whether these findings say where in the article a place is. Their [`Finding::zone`] stamps every other record.
    const MARKS_ZONES: bool = false;

    /// Which of [`Finding::KINDS`] this one is.
    fn kind(&self) -> &'static str {
        Self::KINDS.first().copied().unwrap_or("finding")
    }

    /// One plain line for people. `quoted` holds the words at the finding's place, or those of each piece of evidence.
    fn sentence(&self, quoted: &[&str]) -> String;

    /// How much it asks for a reader's attention.
    fn level(&self) -> Level {
        Level::Note
    }

    /// The zone of the article that this finding marks; `None` for all but the findings of a zones plugin.
    fn zone(&self) -> Option<&str> {
        None
    }

    /// The places that a finding over several documents stands on, where its data lists them anyway: they are kept once then, and
    /// [`AcrossSink::push`](crate::AcrossSink::push) is given none.
    fn evidence(&self) -> &[Evidence] {
        &[]
    }

    /// A normalised value and what it is about, so that comparers line up kinds that they have never heard of.
    fn claim(&self) -> Option<Claim> {
        None
    }
}

/// A finding in one document.
#[derive(Clone, Debug)]
pub struct Found<F> {
    /// Its place; `None` where it has none (a publication date that was given from outside).
    pub span: Option<Span>,
    /// How sure the rule is.
    pub confidence: Confidence,
    /// The name of the rule that found it.
    pub rule: &'static str,
    /// What was found.
    pub data: F,
}

/// A finding over several documents.
#[derive(Clone, Debug)]
pub struct Across<F> {
    /// The places that it stands on; none where its data lists them ([`Finding::evidence`]).
    pub evidence: Vec<Evidence>,
    /// How sure the rule is.
    pub confidence: Confidence,
    /// The name of the rule that found it.
    pub rule: &'static str,
    /// What was found.
    pub data: F,
}

/// A cited place. It owns its words: by the time it is printed the text may be gone. What is cited by several findings is kept once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// The document that it stands in.
    pub document: SmolStr,
    /// First byte, or null where the evidence has no place in the text.
    pub start: Option<u32>,
    /// One past the last byte.
    pub end: Option<u32>,
    /// The words between them.
    pub text: SmolStr,
    /// What it is evidence of.
    pub role: SmolStr,
    /// The line in the text that it starts in, counted from 1; 0 where it has no place.
    pub line: u32,
}

/// How sure the rule is of what it found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// More often right than not.
    Low,
    /// Right in most cases.
    Medium,
    /// The form admits of no other reading.
    High,
}

/// How much a finding asks for a reader's attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// For the record.
    Note,
    /// Worth a look.
    Check,
    /// The articles contradict each other.
    Conflict,
}

/// A rule: what fired, for `copydesk explain PLUGIN/RULE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Rule {
    /// Short name, unique in its plugin: `month-day`.
    pub name: &'static str,
    /// What it does, the kind of sentence that it serves, and where it comes from.
    pub doc: &'static str,
}

/// What looks like a finding and is none: a telephone number, a section number, an impossible date.
///
/// Every analyzer may set things aside (through [`Sink::set_aside`](crate::Sink::set_aside)), so that nothing is dropped silently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SetAside {
    /// What it is instead: `phone`, `identifier`, `section-number`, `counter`, `position-label`, `product`, `title`,
    /// `scare-quote`, `term`, `nickname`, `impossible-date` …
    #[serde(rename = "as")]
    pub what: String,
}

impl Finding for SetAside {
    const KINDS: &'static [&'static str] = &["set-aside"];

    fn sentence(&self, quoted: &[&str]) -> String {
        format!("“{}” is set aside: {}", quoted.first().unwrap_or(&""), self.what.replace('-', " "))
    }
}

impl Evidence {
    /// Its place with its words, where it has one.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        Some(Place { start: self.start?, end: self.end?, text: self.text.to_string() })
    }
}
