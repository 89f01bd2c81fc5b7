//! Origins: outlet → newsroom or wire → root, for each article, and the three counts of a pile.
//!
//! Counting articles counts echoes. Two outlets that print one agency's story are one newsroom; ten newsrooms that all repeat one
//! state agency have one root. Every link of a chain is *stated* (the text says so) or *inferred*, and cites its evidence.

mod chain;
mod root;

use copydesk_copies::Copying;
use copydesk_core::{
    AcrossSink, Comparer, Confidence, Earlier, Emit, Evidence, Finding, Given, Merged, NoOptions, OptionsError,
    Reading, Rule, register,
};
use copydesk_masthead::Masthead;
use copydesk_sources::Source;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

pub use chain::Contribution;

/// How a link is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Strength {
    /// The text says so.
    Stated,
    /// Concluded from the text or from the pile.
    Inferred,
}

/// One link of a chain.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Link {
    /// The outlet, the newsroom or wire, or the root; null where it is unknown.
    pub name: Option<String>,
    /// `outlet`, `newsroom`, `wire` or `root`.
    pub role: String,
    /// How it is known.
    pub strength: Strength,
    /// The places that it stands on.
    pub evidence: Vec<Evidence>,
}

/// Where one article comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Origin {
    /// The article.
    pub document: String,
    /// Outlet, newsroom or wire, root.
    pub chain: Vec<Link>,
}

/// A name with the documents that stand behind it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Standing {
    /// The name, or the document's id in brackets where the name is unknown.
    pub name: String,
    /// The documents.
    pub documents: Vec<String>,
}

/// The three counts, with who they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Counts {
    /// Who printed it.
    pub outlets: Vec<Standing>,
    /// Who wrote it.
    pub newsrooms: Vec<Standing>,
    /// On whose word it rests.
    pub roots: Vec<Standing>,
}

/// The three counts of the articles on one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Pile {
    /// The articles.
    pub documents: Vec<String>,
    /// Who printed them.
    pub outlets: Vec<Standing>,
    /// Who wrote them.
    pub newsrooms: Vec<Standing>,
    /// On whose word they rest.
    pub roots: Vec<Standing>,
}

/// What origins concludes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, try_from = "serde_json::Value")]
pub enum Provenance {
    /// The chain of one article.
    Origin(Origin),
    /// The counts of one cluster.
    Pile(Pile),
}

impl TryFrom<serde_json::Value> for Provenance {
    type Error = serde_json::Error;

    fn try_from(value: serde_json::Value) -> Result<Self, Self::Error> {
        if value.get("chain").is_some() {
            serde_json::from_value(value).map(Self::Origin)
        } else {
            serde_json::from_value(value).map(Self::Pile)
        }
    }
}

impl Finding for Provenance {
    const KINDS: &'static [&'static str] = &["origin", "pile"];

    fn kind(&self) -> &'static str {
        match self {
            Self::Origin(_) => "origin",
            Self::Pile(_) => "pile",
        }
    }

    fn sentence(&self, _: &[&str]) -> String {
        match self {
            Self::Origin(origin) => {
                let names = origin.chain.iter().map(|link| {
                    let mark = if link.strength == Strength::Inferred { "?" } else { "" };
                    format!("{}{mark}", link.name.as_deref().unwrap_or("unknown"))
                });
                format!("{}: {}", origin.document, names.collect::<Vec<_>>().join(" → "))
            }
            Self::Pile(pile) => {
                let count = |n: usize, noun: &str| format!("{n} {noun}{}", if n == 1 { "" } else { "s" });
                format!(
                    "{}, {}, {}, {}",
                    count(pile.documents.len(), "article"),
                    count(pile.outlets.len(), "outlet"),
                    count(pile.newsrooms.len(), "newsroom"),
                    count(pile.roots.len(), "root")
                )
            }
        }
    }
}

/// The three counts over some documents, by the chains that were found for them.
#[must_use]
pub fn counts<'a>(origins: impl Iterator<Item = &'a Origin>) -> Counts {
    let mut tables: [BTreeMap<String, BTreeSet<String>>; 3] = Default::default();
    for origin in origins {
        for (table, link) in tables.iter_mut().zip(&origin.chain) {
            let unknown = || format!("[{}]", origin.document);
            table.entry(link.name.clone().unwrap_or_else(unknown)).or_default().insert(origin.document.clone());
        }
    }
    let [outlets, newsrooms, roots] = tables.map(|table| {
        let standings =
            table.into_iter().map(|(name, documents)| Standing { name, documents: documents.into_iter().collect() });
        standings.collect()
    });
    Counts { outlets, newsrooms, roots }
}

/// The comparer.
pub struct Origins;

const RULES: &[Rule] = &[
    Rule {
        name: "chain",
        doc: "The chain of an article: its outlet as the masthead gives it; the agency that a credit names, or else the outlet's own \
              newsroom; and the source that its story rests on: state media that its lead names, else the source with the most \
              attributions, those in the lead counting twice. State media that carry the name of one country count as one root.",
    },
    Rule {
        name: "same-wire",
        doc: "No credit in the text names the agency, but the article is a copy of one whose credit does.",
    },
    Rule {
        name: "counts",
        doc: "How many outlets printed the story, how many newsrooms or agencies wrote it, and on how many roots it rests. \
              An unknown name counts as one of its own.",
    },
];

impl Comparer for Origins {
    const NAME: &'static str = "origins";
    const RULES: &'static [Rule] = RULES;
    type Options = NoOptions;
    type Requires = (Masthead, Source);
    type After = (Copying,);
    type Partial = BTreeSet<Contribution>;
    type Output = Provenance;

    fn new(_: NoOptions) -> Result<Self, OptionsError> {
        Ok(Self)
    }

    fn map(&self, reading: &Reading<'_>, given: Given<'_, Self::Requires>, emit: &mut Emit<Self::Partial>) {
        emit.emit(reading.id(), BTreeSet::from([chain::contribution(reading, &given)]));
    }

    fn conclude(
        &self,
        merged: Merged<Self::Partial>,
        earlier: Earlier<'_, Self::After>,
        found: &mut AcrossSink<Provenance>,
    ) {
        let contributions: BTreeMap<String, Contribution> =
            merged.filter_map(|(document, set)| Some((document, set.into_iter().next()?))).collect();
        let (copying,) = earlier.columns;
        let clusters = chain::clusters(&contributions, copying);
        for cluster in clusters {
            let members: Vec<&Contribution> =
                cluster.iter().filter_map(|document| contributions.get(document)).collect();
            let state_media = root::StateMedia::of(&members);
            let mut origins: Vec<Origin> = Vec::new();
            for document in &cluster {
                let Some(contribution) = contributions.get(document) else { continue };
                let wire = chain::wire(document, &contributions, copying);
                let rule = if wire.borrowed { "same-wire" } else { "chain" };
                let root = root::of(contribution, &state_media);
                let chain = vec![chain::outlet(contribution), wire.link, root];
                let evidence = chain.iter().flat_map(|link| link.evidence.iter().cloned()).collect();
                let confidence = if wire.borrowed { Confidence::Medium } else { Confidence::High };
                let origin = Origin { document: document.clone(), chain };
                found.push(evidence, rule, confidence, Provenance::Origin(origin.clone()));
                origins.push(origin);
            }
            let Counts { outlets, newsrooms, roots } = counts(origins.iter());
            let pile = Pile { documents: cluster.into_iter().collect(), outlets, newsrooms, roots };
            found.push(Vec::new(), "counts", Confidence::High, Provenance::Pile(pile));
        }
    }
}

register! {
    /// Finds for each article the chain from its outlet to the newsroom or agency that wrote it and to the source that it rests on,
    /// and counts outlets, newsrooms and roots for each event.
    comparer Origins
}
