//! The payload over several articles.

use crate::Direction;
use crate::ratings::{Letter, Rating};
use copydesk_core::{Finding, Level};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What was observed over the pile. The name is that of the rule, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PileObservation {
    /// An agency's story without a credit for the text.
    UndisclosedWireCopy,
    /// What outlets agree on rests on one source.
    OneRoot,
    /// A hedge that another article has.
    HedgeDropped,
    /// One act in loaded words and in others.
    LoadedWording,
}

impl PileObservation {
    /// The rule of that name.
    pub(crate) const fn rule(self) -> &'static str {
        match self {
            Self::UndisclosedWireCopy => "undisclosed-wire-copy",
            Self::OneRoot => "one-root",
            Self::HedgeDropped => "hedge-dropped",
            Self::LoadedWording => "loaded-wording",
        }
    }
}

/// A signal over several articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PileSignal {
    /// What was observed.
    pub signal: PileObservation,
    /// How it is read.
    pub direction: Direction,
    /// The articles that it is about, sorted.
    pub documents: Vec<String>,
    /// The outlet and the agency; the root; the act.
    pub names: Vec<String>,
    /// How many statements there are.
    pub count: Option<u32>,
}

/// A grade on the Admiralty scale: of an article, or of a statement that articles make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Grade {
    /// The article that is graded; null for a statement.
    pub document: Option<String>,
    /// What the statement is about; null for an article.
    pub about: Option<String>,
    /// The value that it gives.
    pub value: Option<Value>,
    /// How reliable the source is.
    pub letter: Letter,
    /// Why this letter: `rated`, with the row in `rating`, or `unrated`.
    pub letter_rule: String,
    /// The row that gave the letter.
    pub rating: Option<Rating>,
    /// How credible what it says is, from 1 (confirmed) to 6 (can't be judged).
    pub digit: u8,
    /// Why this digit: `three-roots`, `two-roots`, `more-roots-than-others`, `one-root-two-newsrooms`, `as-many-roots-differ`,
    /// `more-roots-differ`, `alone`, `middle-of-its-statements`.
    pub digit_rule: String,
    /// The roots that tell it.
    pub roots: Vec<String>,
    /// How many roots tell another value.
    pub against: u32,
    /// The MISP machine tags.
    pub tags: Vec<String>,
}

/// What this half of reliability concludes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, try_from = "Value")]
pub enum Assay {
    /// An observation.
    Signal(PileSignal),
    /// A grade.
    Grade(Box<Grade>),
}

impl TryFrom<Value> for Assay {
    type Error = serde_json::Error;

    fn try_from(value: Value) -> Result<Self, Self::Error> {
        if value.get("letter").is_some() {
            serde_json::from_value(value).map(Self::Grade)
        } else {
            serde_json::from_value(value).map(Self::Signal)
        }
    }
}

impl Finding for Assay {
    const KINDS: &'static [&'static str] = &["signal", "grade"];

    fn kind(&self) -> &'static str {
        match self {
            Self::Signal(_) => "signal",
            Self::Grade(_) => "grade",
        }
    }

    fn sentence(&self, quoted: &[&str]) -> String {
        match self {
            Self::Signal(signal) => signal.sentence(quoted),
            Self::Grade(grade) => grade.sentence(),
        }
    }

    fn level(&self) -> Level {
        match self {
            Self::Signal(signal) if signal.direction == Direction::Caution => Level::Check,
            _ => Level::Note,
        }
    }
}

impl PileSignal {
    fn sentence(&self, quoted: &[&str]) -> String {
        let name = self.names.first().map_or("", String::as_str);
        let second = self.names.get(1).map_or("", String::as_str);
        let document = self.documents.first().map_or("", String::as_str);
        match self.signal {
            PileObservation::UndisclosedWireCopy => {
                format!("{document} ({name}) is a copy of a story by {second}, and does not credit it for the text")
            }
            PileObservation::OneRoot => {
                let many = match self.count {
                    Some(1) => "one statement".to_owned(),
                    count => format!("{} statements", count.unwrap_or_default()),
                };
                format!("{many} of {} articles on one root alone: {name}", self.documents.len())
            }
            PileObservation::HedgeDropped => {
                let (hedge, bare) = (quoted.first().unwrap_or(&""), quoted.last().unwrap_or(&""));
                format!("{name} has “{hedge}” beside it, {second} says it flatly: “{bare}”")
            }
            PileObservation::LoadedWording => {
                let mut words: Vec<&str> = Vec::new();
                for word in quoted {
                    if !words.contains(word) {
                        words.push(word);
                    }
                }
                let words = words.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ");
                format!("one {name} in different words: {words}")
            }
        }
    }
}

impl Grade {
    fn sentence(&self) -> String {
        let of = match (&self.document, &self.about) {
            (Some(document), _) => document.clone(),
            (None, about) => {
                let value = self.value.as_ref().map_or_else(String::new, copydesk_claims::readable);
                format!("{}: {value}", about.as_deref().unwrap_or_default())
            }
        };
        let letter = match &self.rating {
            Some(rating) => format!("{}, {}", rating.matched, rating.place()),
            None => "no list rates it".to_owned(),
        };
        format!("{of} is {:?}{} ({letter}; {})", self.letter, self.digit, self.digit_rule.replace('-', " "))
    }
}
