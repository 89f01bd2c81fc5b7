//! What copies concludes: clusters, and pairs of articles that share text or a source.

use copydesk_core::{Exact, Finding, Level, SmolStr};
use schemars::JsonSchema;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// A cluster of articles, or a pair of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Copying {
    /// Which articles are of one event.
    Cluster(Cluster),
    /// What two articles of one event have to do with each other.
    Copy(Copy),
}

/// Articles of one event. Every article is in exactly one cluster; nothing is compared across clusters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cluster {
    /// Their ids, sorted.
    pub documents: Vec<String>,
    /// The rules by which they are together.
    pub reasons: Vec<SmolStr>,
    /// The pile has more articles with these words than were compared with each other: the cluster may lack some.
    #[serde(default)]
    pub truncated: bool,
}

/// What two articles have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// One address, two states of the article.
    Version,
    /// One agency's story, told by its credit and by what the two share.
    SameWire,
    /// Most of one stands in the other.
    NearCopy,
    /// Both render one third text.
    SharedUpstream,
    /// They share passages, and nothing says more.
    SharesPassages,
    /// They share nothing but the event.
    Independent,
}

/// A pair of articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Copy {
    /// Their ids, sorted.
    pub documents: [String; 2],
    /// What they have to do with each other.
    pub relation: Relation,
    /// What stands in both word for word, a place in each.
    pub passages: Vec<[Passage; 2]>,
    /// The share of the words of each that the passages cover.
    pub coverage: [Exact; 2],
    /// The rules that say so.
    pub reasons: Vec<SmolStr>,
    /// The pair was not held against all others of the cluster: a story with more copies than are paired one by one.
    #[serde(default)]
    pub truncated: bool,
}

/// A place in one article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Passage {
    /// The article.
    pub document: SmolStr,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

// By hand: the derived reader of untagged enums buffers numbers in a way that serde_json's exact numbers do not survive.
impl<'de> Deserialize<'de> for Copying {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let read = if value.get("relation").is_some() {
            serde_json::from_value(value).map(Self::Copy)
        } else {
            serde_json::from_value(value).map(Self::Cluster)
        };
        read.map_err(D::Error::custom)
    }
}

impl Copying {
    /// The cluster, where it is one.
    #[must_use]
    pub const fn cluster(&self) -> Option<&Cluster> {
        if let Self::Cluster(cluster) = self { Some(cluster) } else { None }
    }

    /// The pair, where it is one.
    #[must_use]
    pub const fn copy(&self) -> Option<&Copy> {
        if let Self::Copy(copy) = self { Some(copy) } else { None }
    }
}

impl Finding for Copying {
    const KINDS: &'static [&'static str] = &["cluster", "copy"];

    fn kind(&self) -> &'static str {
        match self {
            Self::Cluster(_) => "cluster",
            Self::Copy(_) => "copy",
        }
    }

    fn sentence(&self, _: &[&str]) -> String {
        match self {
            Self::Cluster(Cluster { documents, .. }) if documents.len() == 1 => {
                format!("{} is of an event of its own", documents.concat())
            }
            Self::Cluster(Cluster { documents, .. }) => {
                format!("{} articles are of one event: {}", documents.len(), documents.join(", "))
            }
            Self::Copy(Copy { documents: [a, b], relation, passages, .. }) => match relation {
                Relation::Version => format!("{a} and {b} are two states of one article"),
                Relation::SameWire => format!("{a} and {b} carry the same agency story"),
                Relation::NearCopy => format!("{a} and {b} are nearly the same text"),
                Relation::SharedUpstream => format!("{a} and {b} render one third text"),
                Relation::SharesPassages => format!("{a} and {b} share {} passages", passages.len()),
                Relation::Independent => format!("{a} and {b} share nothing but the event"),
            },
        }
    }

    fn level(&self) -> Level {
        match self {
            Self::Copy(Copy { relation: Relation::SharesPassages | Relation::Independent, .. }) | Self::Cluster(_) => {
                Level::Note
            }
            Self::Copy(_) => Level::Check,
        }
    }
}
