//! What was found in one document, and over all of them.

use crate::column::{Column, Entry};
use crate::plugin::Partials;
use crate::record::{self, Record};
use crate::zones::Zones;
use crate::{Across, Document, Finding, Found, Plan, Plugin, Reading, SetAside, Span};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A plugin that did not run over a document, or over the pile, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skip {
    /// The plugin.
    pub plugin: &'static str,
    /// Why.
    pub why: Why,
}

/// Why a plugin did not run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Why {
    /// It panicked, with these words.
    Panicked(String),
    /// It took more steps than its budget.
    OverBudget(u64),
    /// A plugin that it requires did not run.
    Requires(String),
    /// The document is in a language that it does not read.
    Language(String),
    /// The text has more bytes than are read.
    TooLong(usize),
}

impl Why {
    /// Whether something went wrong; a document in another language is left alone, which is no fault.
    #[must_use]
    pub const fn is_fault(&self) -> bool {
        !matches!(self, Self::Language(_))
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Panicked(words) => write!(f, "it failed: {words}"),
            Self::OverBudget(steps) => write!(f, "it was stopped after {steps} steps"),
            Self::Requires(plugin) => write!(f, "it requires {plugin}, which did not run"),
            Self::Language(language) => write!(f, "it does not read the language {language:?}"),
            Self::TooLong(bytes) => write!(f, "the text is too long ({bytes} bytes)"),
        }
    }
}

/// What was found in one document.
pub struct Analysis<'a> {
    pub(crate) document: &'a dyn Document,
    pub(crate) reading: Option<Reading<'a>>,
    pub(crate) plugins: Vec<(Plugin, bool)>,
    pub(crate) columns: Vec<Option<Box<dyn Column>>>,
    pub(crate) aside: Vec<Vec<Found<SetAside>>>,
    pub(crate) zones: Zones,
    pub(crate) skipped: Vec<Skip>,
}

impl<'a> Analysis<'a> {
    pub(crate) fn unread(document: &'a dyn Document, plugins: Vec<(Plugin, bool)>, bytes: usize) -> Self {
        let skipped =
            plugins.iter().map(|(plugin, _)| Skip { plugin: plugin.name, why: Why::TooLong(bytes) }).collect();
        let columns = plugins.iter().map(|_| None).collect();
        let aside = plugins.iter().map(|_| Vec::new()).collect();
        Self { document, reading: None, plugins, columns, aside, zones: Zones::default(), skipped }
    }

    /// The document.
    #[must_use]
    pub fn document(&self) -> &'a dyn Document {
        self.document
    }

    /// The document as read; `None` where it was too long.
    #[must_use]
    pub const fn reading(&self) -> Option<&Reading<'a>> {
        self.reading.as_ref()
    }

    /// All findings of one type, shown or not, by place.
    #[must_use]
    pub fn of<F: Finding>(&self) -> &[Found<F>] {
        let columns = self.columns.iter().flatten();
        columns.filter_map(|c| c.as_any().downcast_ref::<Vec<Found<F>>>()).next().map_or(&[], Vec::as_slice)
    }

    /// The zone that a place stands in.
    #[must_use]
    pub fn zone(&self, span: Span) -> Option<&str> {
        self.zones.at(span)
    }

    /// Plugins that did not run over this document.
    #[must_use]
    pub fn skipped(&self) -> &[Skip] {
        &self.skipped
    }

    /// The records of the selected plugins: by start (those without a place first), longest first, kind, plugin, rule, data.
    #[must_use]
    pub fn records(&self) -> Vec<Record<'_>> {
        let mut records = Vec::new();
        for (((plugin, shown), column), aside) in self.plugins.iter().zip(&self.columns).zip(&self.aside) {
            if !shown {
                continue;
            }
            let column = column.iter().flat_map(|column| (0..column.len()).filter_map(|i| column.entry(i)));
            let aside = (0..aside.len()).filter_map(|i| Column::entry(aside, i));
            records.extend(column.chain(aside).map(|entry| self.record(plugin.name, &entry)));
        }
        records.sort_by_cached_key(|r| {
            let place = r.span.map(|span| (span.start, Reverse(span.end)));
            (
                place,
                r.kind,
                r.plugin,
                r.rule,
                if r.span.is_none() { r.payload.json().to_string() } else { String::new() },
            )
        });
        records
    }

    fn record<'s>(&'s self, plugin: &'static str, entry: &Entry<'s>) -> Record<'s> {
        let text = self.document.text();
        Record {
            document: Some(self.document.id()),
            fingerprint: self.reading.as_ref().map_or(0, Reading::fingerprint),
            plugin,
            kind: entry.payload.kind(),
            span: entry.span,
            text: entry.span.map(|span| span.slice(text)),
            zone: entry.span.and_then(|span| self.zones.at(span)),
            confidence: entry.confidence,
            rule: entry.rule,
            evidence: entry.evidence,
            payload: entry.payload,
        }
    }
}

/// What was concluded over all documents.
pub struct Conclusions {
    pub(crate) plugins: Vec<(Plugin, bool)>,
    pub(crate) columns: Vec<Option<Box<dyn Column>>>,
    pub(crate) skipped: Vec<Skip>,
    pub(crate) skipped_documents: Vec<(String, Skip)>,
}

impl Conclusions {
    /// All conclusions of one type, shown or not, in the order in which its comparer drew them.
    #[must_use]
    pub fn of<F: Finding>(&self) -> &[Across<F>] {
        let columns = self.columns.iter().flatten();
        columns.filter_map(|c| c.as_any().downcast_ref::<Vec<Across<F>>>()).next().map_or(&[], Vec::as_slice)
    }

    /// Comparers that did not conclude.
    #[must_use]
    pub fn skipped(&self) -> &[Skip] {
        &self.skipped
    }

    /// Documents that a comparer could not take in.
    #[must_use]
    pub fn skipped_documents(&self) -> &[(String, Skip)] {
        &self.skipped_documents
    }

    /// The records of the selected comparers, in the order of the plan; of one comparer, in the order in which it drew them.
    /// One by one: there are nine times as many of them as articles.
    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        let shown = self.plugins.iter().zip(&self.columns).filter(|((_, shown), _)| *shown);
        let columns = shown.filter_map(|((plugin, _), column)| Some((plugin, column.as_ref()?)));
        columns.flat_map(|(plugin, column)| {
            let entries = (0..column.len()).filter_map(|i| column.entry(i));
            entries.map(|entry| Record {
                document: None,
                fingerprint: 0,
                plugin: plugin.name,
                kind: entry.payload.kind(),
                span: None,
                text: None,
                zone: None,
                confidence: entry.confidence,
                rule: entry.rule,
                evidence: entry.evidence,
                payload: entry.payload,
            })
        })
    }
}

/// What a part of the pile contributes to the comparers: merge shards in any order, then [`Engine::conclude`](crate::Engine::conclude).
pub struct Shard {
    pub(crate) partials: Vec<Box<dyn Partials>>,
    pub(crate) skipped: BTreeSet<(String, Skip)>,
}

#[derive(Serialize, Deserialize)]
struct Written {
    schema: u32,
    partials: BTreeMap<String, serde_json::Value>,
    skipped: BTreeSet<(String, String, Why)>,
}

impl Shard {
    /// Takes in another shard of the same plan.
    pub fn merge(&mut self, other: Self) {
        for (mine, theirs) in self.partials.iter_mut().zip(other.partials) {
            mine.merge(theirs);
        }
        self.skipped.extend(other.skipped);
    }

    /// The shard as one JSON object, for another process or machine with the same plan.
    ///
    /// # Errors
    /// Where a partial does not serialise.
    pub fn to_json(&self, plan: &Plan) -> serde_json::Result<String> {
        let names = plan.comparers.iter().map(|step| step.plugin.name.to_owned());
        let partials = names.zip(&self.partials).map(|(name, partials)| Ok((name, partials.json()?)));
        let skipped =
            self.skipped.iter().map(|(document, skip)| (document.clone(), skip.plugin.to_owned(), skip.why.clone()));
        serde_json::to_string(&Written {
            schema: record::SCHEMA,
            partials: partials.collect::<serde_json::Result<_>>()?,
            skipped: skipped.collect(),
        })
    }

    /// Reads back what [`Shard::to_json`] wrote under the same plan. What a plugin that is not in the plan wrote is left out.
    ///
    /// # Errors
    /// Where the text is no shard of this plan.
    pub fn from_json(json: &str, plan: &Plan) -> serde_json::Result<Self> {
        let mut written: Written = serde_json::from_str(json)?;
        let partials = plan.comparers.iter().map(|step| match written.partials.remove(step.plugin.name) {
            Some(value) => step.run.read(value),
            None => Ok(step.run.nothing()),
        });
        let partials = partials.collect::<Result<_, _>>()?;
        let skipped = written.skipped.into_iter().filter_map(|(document, name, why)| {
            let step = plan.comparers.iter().find(|step| step.plugin.name == name)?;
            Some((document, Skip { plugin: step.plugin.name, why }))
        });
        Ok(Self { partials, skipped: skipped.collect() })
    }
}
