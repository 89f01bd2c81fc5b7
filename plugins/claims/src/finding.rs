//! What claims concludes: agreements and conflicts, with who says what.

use crate::account::Voice;
use copydesk_core::{Evidence, Finding, Level, SmolStr};
use copydesk_origins::Standing;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

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

/// An article that has a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// The article.
    pub document: SmolStr,
    /// Its outlet, where it is known.
    pub outlet: Option<SmolStr>,
    /// Its day of publication, where it is known or was pinned by the pile.
    #[schemars(with = "Option<String>")]
    pub published: Option<jiff::civil::Date>,
    /// On whose word, with the place that says so.
    pub said_by: Vec<Voice>,
}

/// One value of a conflict, with who has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Side {
    /// The value: an ISO date or interval, a number or a range `[low, high]`, a word.
    pub value: Value,
    /// Where it stands.
    pub evidence: Vec<Evidence>,
    /// On whose word, where the articles name somebody.
    pub said_by: Vec<SmolStr>,
    /// The articles, by id.
    pub reports: Vec<Report>,
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
    /// More articles have such a value than were held against each other: sides may be missing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub truncated: bool,
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
    /// The articles, by id.
    pub reports: Vec<Report>,
    /// More articles have such a value than were held against each other: some may be missing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub truncated: bool,
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
        let part = |truncated: bool| if truncated { " (not all articles were compared)" } else { "" };
        match self {
            Self::Agreement(a) => {
                let (value, outlets) = (readable(&a.value), a.outlets.len());
                format!("{} ({}): {value} in {outlets} outlets{}", a.about, a.on, part(a.truncated))
            }
            Self::Conflict(c) => {
                let sides: Vec<String> = c.sides.iter().map(|side| readable(&side.value)).collect();
                format!("{} ({}): {}{}", c.about, c.on, sides.join(" or "), part(c.truncated))
            }
        }
    }

    fn evidence(&self) -> &[Evidence] {
        if let Self::Agreement(agreement) = self { &agreement.evidence } else { &[] }
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
