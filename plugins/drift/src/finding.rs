//! What drift concludes: one utterance in two wordings.

use copydesk_core::{Finding, Level};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One utterance in two wordings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Drift {
    /// Whose words they are; null where nobody is named.
    pub speaker: Option<String>,
    /// The two wordings, the fuller one first.
    pub variants: Vec<Variant>,
    /// What turns the first wording into the second, in the order of the words.
    pub changes: Vec<Change>,
    /// One wording holds the other and more.
    pub partial: bool,
    /// Suspected: both stand between quotation marks, and words of one meaning stand in each other's place. One at least was translated, and perhaps translated
    /// back. Wordings that differ by words left out or added only are one speaker heard by two reporters.
    pub translated: bool,
}

/// A wording, with its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Variant {
    /// The article.
    pub document: String,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words.
    pub text: String,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// What was done.
    pub op: Op,
    /// The words of the first wording; empty for an insertion.
    pub a: String,
    /// The words of the second; empty for a deletion.
    pub b: String,
    /// What the change touches.
    pub touches: Touch,
}

/// What was done to the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Op {
    /// Words stand in the second only.
    Insert,
    /// Words stand in the first only.
    Delete,
    /// Other words stand in their place.
    Replace,
}

/// What a change touches, gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Touch {
    /// A number: "ten", "12".
    Number,
    /// "not", "never", "no".
    Negation,
    /// "may", "must", "would", "perhaps".
    Modality,
    /// Words with a meaning of their own.
    Content,
    /// Articles, prepositions and their like.
    Function,
}

impl Finding for Drift {
    const KINDS: &'static [&'static str] = &["drift"];

    fn sentence(&self, quoted: &[&str]) -> String {
        let speaker = self.speaker.as_deref().unwrap_or("somebody");
        let mut changes: Vec<&Change> = self.changes.iter().collect();
        changes.sort_by_key(|change| change.touches);
        let told = changes.iter().take(TOLD).map(|change| match change.op {
            Op::Insert => format!("“{}” added", change.b),
            Op::Delete => format!("“{}” left out", change.a),
            Op::Replace => format!("“{}” became “{}”", change.a, change.b),
        });
        let told = told.collect::<Vec<_>>().join("; ");
        let (one, two) = (quoted.first().unwrap_or(&""), quoted.get(1).unwrap_or(&""));
        format!("{speaker} in two wordings, “{one}” and “{two}”: {told}")
    }

    fn level(&self) -> Level {
        // A shorter quotation in the same words is no discrepancy.
        if self.partial { Level::Note } else { Level::Check }
    }
}

/// So many changes are told in the sentence; all are in the data.
const TOLD: usize = 3;
