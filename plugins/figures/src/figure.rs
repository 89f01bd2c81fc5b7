//! The payload: a figure, its sentence for people, and the claim that it makes.

use crate::noun::normalised;
use copydesk_core::{Claim, Exact, Finding, Place, Value};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A number of things.
    Count,
    /// An amount of money.
    Money,
    /// A share in a hundred, or percentage points.
    Percent,
    /// A place in a row: "the third test".
    Ordinal,
    /// A quantity with a unit.
    Measure,
    /// How old somebody is.
    Age,
    /// "one in three", "two-thirds", "3:1".
    Ratio,
    /// "62-38".
    Score,
    /// "No. 1", "ranked third".
    Rank,
    /// A number that counts nothing.
    Number,
}

/// How the value bounds the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Bound {
    /// Exactly, as far as the writer says.
    #[default]
    #[serde(rename = "=")]
    Exact,
    /// About.
    #[serde(rename = "~")]
    About,
    /// More than.
    #[serde(rename = ">")]
    More,
    /// At least.
    #[serde(rename = ">=")]
    AtLeast,
    /// Less than.
    #[serde(rename = "<")]
    Less,
    /// At most.
    #[serde(rename = "<=")]
    AtMost,
}

/// Which way a figure moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// It rose.
    Up,
    /// It fell.
    Down,
}

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Counted {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words: "North Korean soldiers".
    pub text: String,
    /// The head noun, as it stands: "soldiers".
    pub head: String,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Figure {
    /// What kind.
    #[serde(rename = "figure")]
    pub kind: Kind,
    /// Its value.
    pub value: Option<Exact>,
    /// The low end of a range, stated or implied.
    pub low: Option<Exact>,
    /// The high end of a range, stated or implied.
    pub high: Option<Exact>,
    /// The numerator of a fraction without an exact decimal.
    pub numerator: Option<Exact>,
    /// Its denominator.
    pub denominator: Option<Exact>,
    /// The parts of a score or a vote.
    pub parts: Option<Vec<Exact>>,
    /// ISO 4217 code for money (`cent`, `pence` … where only a minor unit is named), UCUM code for measures, `%`, or `a`, `mo` …
    /// for ages.
    pub unit: Option<String>,
    /// What money or a count is divided by: "a month" (`mo`), "per square foot" (`[sft_i]`), "a share". Units that divide a
    /// measure are in its own code (`[bbl_us]/d`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<String>,
    /// Whether a percentage is in points.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub points: bool,
    /// How the value bounds the figure.
    pub bound: Bound,
    /// The words that blur or bound it.
    pub approximator: Option<Place>,
    /// "thousands", "dozens": `low` and `high` say what is implied.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub vague: bool,
    /// What is counted.
    pub counted: Option<Counted>,
    /// Which way it moved.
    pub change: Option<Change>,
}

impl Finding for Figure {
    const KINDS: &'static [&'static str] = &["figure"];

    fn sentence(&self, quoted: &[&str]) -> String {
        let quoted = quoted.first().unwrap_or(&"");
        let sign = match self.bound {
            Bound::Exact => "",
            Bound::About => "about ",
            Bound::More => "more than ",
            Bound::AtLeast => "at least ",
            Bound::Less => "less than ",
            Bound::AtMost => "at most ",
        };
        let amount = match (self.value, self.low, self.high, &self.parts) {
            (.., Some(parts)) => parts.iter().map(Exact::to_string).collect::<Vec<_>>().join(" to "),
            (Some(value), ..) => value.to_string(),
            (None, Some(low), Some(high), _) => format!("{low} to {high}"),
            _ => "an amount".to_owned(),
        };
        let unit = match (self.unit.as_deref(), self.points) {
            (Some("%"), true) => " percentage points".to_owned(),
            (Some(unit), _) => format!(" {unit}"),
            (None, _) => String::new(),
        };
        let per = self.per.as_ref().map_or_else(String::new, |per| format!(" per {per}"));
        let change = match self.change {
            Some(Change::Up) => ", a rise",
            Some(Change::Down) => ", a fall",
            None => "",
        };
        let counted = self.counted.as_ref().map_or_else(String::new, |c| format!(", of {}", c.text));
        let vague = if self.vague { ", implied by a vague word" } else { "" };
        format!("“{quoted}” is {sign}{amount}{unit}{per}{counted}{change}{vague}")
    }

    fn claim(&self) -> Option<Claim> {
        if self.parts.is_some() || matches!(self.kind, Kind::Ordinal | Kind::Rank) {
            return None;
        }
        // "17 died", "240 millimetres fell": what is not named is left to the reader of the clause.
        let about = self.counted.as_ref().map_or_else(String::new, |counted| normalised(&counted.head));
        let (low, high) = (self.low.or(self.value), self.high.or(self.value));
        let (low, high) = match self.bound {
            Bound::More | Bound::AtLeast if self.high.is_none() => (low, None),
            Bound::Less | Bound::AtMost if self.low.is_none() => (None, high),
            _ => (low, high),
        };
        let approximate = self.bound != Bound::Exact || self.approximator.is_some() || self.vague;
        let unit = match (self.points, &self.per) {
            (true, _) => Some("% points".to_owned()),
            (_, Some(per)) => Some(format!("{}/{per}", self.unit.as_deref().unwrap_or("1"))),
            _ => self.unit.clone(),
        };
        Some(Claim { on: "figure".to_owned(), about, value: Value::Amount { low, high, unit, approximate } })
    }
}
