//! Claims: what the articles on one event agree on, and where they contradict each other.
//!
//! Dates are lined up by the act that they date, figures by what they count, values of kinds that this crate has never heard of by
//! what their plugin says they are about. Precision comes before recall: a reported conflict that is none costs a
//! fact-checker's trust. What looks like a conflict and is none (two grains of one date, an update, a rounded figure) is said too, and why.

pub mod account;
mod classify;
mod compare;
pub mod pin;
mod status;
mod toll;
mod words;

pub use account::{Account, Datum, Offset, Pending, Voice};
pub use compare::{interval, subjects};

use copydesk_core::{
    AcrossSink, Comparer, Earlier, Emit, EveryClaim, Evidence, Finding, Given, Level, Merged, NoOptions, OptionsError,
    Reading, Rule, register,
};
use copydesk_dates::Date;
use copydesk_masthead::Masthead;
use copydesk_origins::{Provenance, Standing};
use copydesk_sources::Source;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;

/// What kind of difference it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Both can't be true.
    Contradiction,
    /// One source is named for two figures.
    SameSourceDifferentFigure,
    /// One side dates the act, the other its announcement.
    ReportDateVsEventDate,
    /// A later report has a later state.
    Update,
    /// One date at two grains.
    CompatibleGranularity,
    /// One figure, rounded or bounded differently.
    CompatibleApproximation,
    /// The values are of different things.
    DifferentObject,
    /// It can't be told from the texts.
    Unresolved,
}

/// One value of a conflict, with who has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Side {
    /// The value: an ISO date or interval, a number or a range `[low, high]`, a word.
    pub value: Value,
    /// Where it stands.
    pub evidence: Vec<Evidence>,
    /// On whose word, where the articles name somebody.
    pub said_by: Vec<String>,
}

/// Values of one thing that differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Conflict {
    /// What the values are about.
    pub about: String,
    /// What kind of value: `date`, `figure`, `status` …
    pub on: String,
    /// What kind of difference.
    pub class: Class,
    /// The values, ordered by the number of roots, then by the latest publication.
    pub sides: Vec<Side>,
}

/// A value that several outlets have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Agreement {
    /// What the value is about.
    pub about: String,
    /// What kind of value: `date`, `figure` …
    pub on: String,
    /// The value.
    pub value: Value,
    /// Who printed it.
    pub outlets: Vec<Standing>,
    /// Who wrote it.
    pub newsrooms: Vec<Standing>,
    /// On whose word it rests.
    pub roots: Vec<Standing>,
    /// Where it stands.
    pub evidence: Vec<Evidence>,
}

/// What claims concludes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, try_from = "Value")]
pub enum Comparison {
    /// Several outlets have one value.
    Agreement(Agreement),
    /// The values differ.
    Conflict(Conflict),
}

impl TryFrom<Value> for Comparison {
    type Error = serde_json::Error;

    fn try_from(value: Value) -> Result<Self, Self::Error> {
        if value.get("sides").is_some() {
            serde_json::from_value(value).map(Self::Conflict)
        } else {
            serde_json::from_value(value).map(Self::Agreement)
        }
    }
}

/// A value as people read it: "2031-05-05", "40 to 50".
#[must_use]
pub fn readable(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(ends) => match ends.as_slice() {
            [Value::Null, high] => format!("up to {}", readable(high)),
            [low, Value::Null] => format!("{} and more", readable(low)),
            [low, high] => format!("{} to {}", readable(low), readable(high)),
            _ => value.to_string(),
        },
        other => other.to_string(),
    }
}

impl Finding for Comparison {
    const KINDS: &'static [&'static str] = &["agreement", "conflict"];

    fn kind(&self) -> &'static str {
        match self {
            Self::Agreement(_) => "agreement",
            Self::Conflict(_) => "conflict",
        }
    }

    fn sentence(&self, _: &[&str]) -> String {
        match self {
            Self::Agreement(a) => {
                format!("{} ({}): {} in {} outlets", a.about, a.on, readable(&a.value), a.outlets.len())
            }
            Self::Conflict(c) => {
                let sides: Vec<String> = c.sides.iter().map(|side| readable(&side.value)).collect();
                format!("{} ({}): {}", c.about, c.on, sides.join(" or "))
            }
        }
    }

    fn level(&self) -> Level {
        match self {
            Self::Agreement(_) => Level::Note,
            Self::Conflict(conflict) => match conflict.class {
                Class::Contradiction | Class::SameSourceDifferentFigure | Class::ReportDateVsEventDate => {
                    Level::Conflict
                }
                Class::Unresolved => Level::Check,
                _ => Level::Note,
            },
        }
    }
}

/// The comparer.
pub struct Claims;

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "equal",
        doc: "Articles of one event give one value of one thing: a date of one act, a figure of what is counted. Things are the \
              same when act or head noun are (acts by `words/acts.txt`, nouns as figures normalises them), when nothing tells them apart (killed and \
              injured, another unit), and when their sentences share names.",
    },
    Rule {
        name: "contradiction",
        doc: "Two values of one thing that can't both be true, from different sources or from none.",
    },
    Rule {
        name: "same-source-different-figure",
        doc: "One source is named for two figures of one thing: “around 4,000, Orsenland says” and “some 4,600, according to Orsenland”.",
    },
    Rule {
        name: "report-date-vs-event-date",
        doc: "One act on two days, the later of which is the day on which it was reported: the article dates the act by its announcement.",
    },
    Rule {
        name: "update",
        doc: "The figure of a later report, or a status of which the later article says that it has come about: “at least 17 dead” on \
              Monday, “29” on Saturday; “will take effect”, then “came into force”.",
    },
    Rule {
        name: "compatible-granularity",
        doc: "One date at two grains: “last week” and “April 30”, “June” and “19 June”.",
    },
    Rule {
        name: "compatible-approximation",
        doc: "One figure, rounded or bounded differently: “more than 6,000” and “6,200”. A rounded figure reaches half a unit of its \
              second digit either way.",
    },
    Rule { name: "different-object", doc: "One article has both values, and so means different things by them." },
];

impl Comparer for Claims {
    const NAME: &'static str = "claims";
    const RULES: &'static [Rule] = RULES;
    type Options = NoOptions;
    type Requires = (EveryClaim, Date, Masthead, Source);
    type After = (Provenance,);
    type Partial = BTreeSet<Account>;
    type Output = Comparison;

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
        found: &mut AcrossSink<Comparison>,
    ) {
        let (provenance,) = earlier.columns;
        for mut cluster in account::clusters(merged, provenance) {
            pin::pin(&mut cluster);
            compare::compare(&cluster, provenance, found);
        }
    }
}

register! {
    /// Lines up dates, figures and every other claim across the articles on one event: what they agree on, where they contradict
    /// each other, and what looks like a conflict and is none.
    comparer Claims
}
