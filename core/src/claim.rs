//! Claims: the common denominator that lets a comparer line up findings of kinds that it has never heard of.

use crate::Exact;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A normalised value and what it is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// What kind of value is compared: `date`, `figure`, `status` … Only claims with equal `on` are lined up.
    pub on: String,
    /// What the value is about, normalised by the plugin: the head noun that a figure counts, the act that a date dates.
    pub about: String,
    /// The value.
    pub value: Value,
}

/// A value that two articles can agree or disagree on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Value {
    /// An interval of days, both ends included.
    Days {
        /// First day.
        #[schemars(with = "String")]
        earliest: Date,
        /// Last day.
        #[schemars(with = "String")]
        latest: Date,
    },
    /// An amount or a range of amounts, ends included; an open end is `None`.
    Amount {
        /// The smallest amount.
        low: Option<Exact>,
        /// The largest amount.
        high: Option<Exact>,
        /// ISO 4217, UCUM, `%`; `None` for a plain count.
        unit: Option<String>,
        /// Whether the writer says that it is no exact number ("around", "some", "more than").
        approximate: bool,
    },
    /// A word out of a closed set: a status, a class.
    Word(String),
}
