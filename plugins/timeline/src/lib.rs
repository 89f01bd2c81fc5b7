//! Timeline: the dates of all articles on one event, reconciled.
//!
//! A line is an act with its day. Articles that date one act alike share a line; where they differ the line is marked conflicting
//! and cites all of them; what no article prints but their words imply ("three days after the president signed", the publication
//! day of an undated article) is called inferred, and cites its premises.

mod line;

use copydesk_claims::{Account, Comparison, Origins, account, pin};
use copydesk_core::{
    AcrossSink, Comparer, Confidence, Earlier, Emit, EveryClaim, Evidence, Finding, Given, Merged, NoOptions,
    OptionsError, Reading, Rule, register,
};
use copydesk_dates::Date;
use copydesk_masthead::Masthead;
use copydesk_origins::Provenance;
use copydesk_sources::Source;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How an event's date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Two or more newsrooms date it alike.
    Agreed,
    /// One newsroom dates it.
    SingleSource,
    /// Articles date it differently.
    Conflicting,
    /// No article prints the date; it follows from what they print.
    Inferred,
}

/// When an event was.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct When {
    /// ISO 8601: a day, a month, a year, or an interval.
    pub value: String,
    /// The first day that it covers.
    #[schemars(with = "String")]
    pub earliest: jiff::civil::Date,
    /// The last day that it covers.
    #[schemars(with = "String")]
    pub latest: jiff::civil::Date,
}

/// One line of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// When.
    pub date: When,
    /// What happened, in the words of one of the articles; `published` for the publication of an article.
    pub about: String,
    /// How the date is known.
    pub status: Status,
    /// Whether every article that dates it was published before it.
    pub planned: bool,
    /// Where it stands.
    pub evidence: Vec<Evidence>,
    /// More articles date such an act than were held against each other: some may be missing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub truncated: bool,
}

impl Finding for Event {
    const KINDS: &'static [&'static str] = &["event"];

    fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    fn sentence(&self, _: &[&str]) -> String {
        let status = match self.status {
            Status::Agreed => "agreed",
            Status::SingleSource => "one source",
            Status::Conflicting => "conflicting",
            Status::Inferred => "inferred",
        };
        let part = if self.truncated { ", not all articles were compared" } else { "" };
        format!("{}: {} ({status}{part})", self.date.value, self.about)
    }
}

/// The comparer.
pub struct Timeline;

const RULES: &[Rule] = &[
    Rule {
        name: "act",
        doc: "An act that one or more articles date. Dates at two grains (“March”, “March 14”) are one line, with the finer date.",
    },
    Rule {
        name: "conflict",
        doc: "An act that articles date differently: the line has the date of the first side of the conflict.",
    },
    Rule {
        name: "offset",
        doc: "An article dates an act by another one (“three days after the president signed”), and the act's own day is known from the \
              dates nearest to it: the other one's day follows.",
    },
    Rule {
        name: "pinned",
        doc: "The publication day of an article that states none: its weekday is that of a dated act in another article, and its \
              “reported Tuesday” the day itself.",
    },
];

impl Comparer for Timeline {
    const NAME: &'static str = "timeline";
    const RULES: &'static [Rule] = RULES;
    type Options = NoOptions;
    type Requires = (EveryClaim, Date, Masthead, Source);
    type After = (Provenance, Comparison);
    type Partial = BTreeSet<Account>;
    type Output = Event;

    fn new(_: NoOptions) -> Result<Self, OptionsError> {
        Ok(Self)
    }

    fn map(&self, reading: &Reading<'_>, given: Given<'_, Self::Requires>, emit: &mut Emit<Self::Partial>) {
        emit.emit(reading.id(), BTreeSet::from([account::of(reading, &given)]));
    }

    fn conclude(
        &self,
        merged: Merged<Self::Partial>,
        earlier: Earlier<'_, Self::After>,
        found: &mut AcrossSink<Event>,
    ) {
        let (provenance, comparisons) = earlier.columns;
        let (origins, conflicts) = (Origins::new(provenance), line::Conflicts::new(comparisons));
        for mut cluster in account::clusters(merged, provenance) {
            let pins = pin::pin(&mut cluster);
            let mut lines = line::acts(&cluster, &conflicts, &origins);
            lines.extend(line::offsets(&cluster));
            lines.extend(line::publications(pins));
            lines.sort_by(|(a, ..), (b, ..)| {
                (&a.date.earliest, &a.date.latest, &a.about, &a.evidence).cmp(&(
                    &b.date.earliest,
                    &b.date.latest,
                    &b.about,
                    &b.evidence,
                ))
            });
            for (event, rule, confidence) in lines {
                found.push(Vec::new(), rule, confidence, event);
            }
        }
    }
}

/// An event with the rule that made its line.
type Line = (Event, &'static str, Confidence);

register! {
    /// Reconciles the dates of all articles on one event into one timeline: each line with who says it, how sure, and which are
    /// inferred from what.
    comparer Timeline
}
