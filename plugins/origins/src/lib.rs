//! Origins: outlet → newsroom or wire → root, for each article, and the three counts of a pile.
//!
//! Counting articles counts echoes. Two outlets that print one agency's story are one newsroom; ten newsrooms that all repeat one
//! state agency have one root. Every link of a chain is *stated* (the text says so) or *inferred*, and cites its evidence.

mod chain;
mod owner;
mod root;

use copydesk_copies::{Copying, Relation};
use copydesk_core::{
    AcrossSink, Comparer, Confidence, Earlier, Emit, Evidence, Finding, Given, Merged, OptionsError, Reading, Rule,
    SmolStr, register,
};
use copydesk_masthead::Masthead;
use copydesk_sources::Source;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

pub use chain::Contribution;
pub use owner::Ownership;

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
    /// Who controls the outlet, where the user has said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub controlled_by: Option<String>,
    /// The first of the articles of which this one is another state, under the same address: they count as one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version_of: Option<String>,
}

/// A name with the documents that stand behind it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Standing {
    /// The name, or the document's id in brackets where the name is unknown.
    pub name: SmolStr,
    /// The documents.
    pub documents: Vec<SmolStr>,
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

impl Provenance {
    /// The chain, where it is one.
    #[must_use]
    pub const fn origin(&self) -> Option<&Origin> {
        if let Self::Origin(origin) = self { Some(origin) } else { None }
    }

    /// The counts of a cluster, where it is they.
    #[must_use]
    pub const fn pile(&self) -> Option<&Pile> {
        if let Self::Pile(pile) = self { Some(pile) } else { None }
    }
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

/// The three counts over some documents, by the chains that were found for them. Outlets of one owner are one newsroom; two states of one article are of one
/// outlet, even where nobody knows which.
#[must_use]
pub fn counts<'a>(origins: impl Iterator<Item = &'a Origin>) -> Counts {
    // A name in capitals here is the same in small letters there.
    let mut tables: [BTreeMap<String, (&str, BTreeSet<&str>)>; 3] = Default::default();
    let origins: Vec<&Origin> = origins.collect();
    let unknown: Vec<String> =
        origins.iter().map(|o| format!("[{}]", o.version_of.as_ref().unwrap_or(&o.document))).collect();
    for (origin, unknown) in origins.iter().zip(&unknown) {
        for (table, link) in tables.iter_mut().zip(&origin.chain) {
            let owner = origin.controlled_by.as_deref().filter(|_| link.role == "newsroom");
            let name = owner.or(link.name.as_deref()).unwrap_or(unknown);
            let (shown, documents) = table.entry(name.to_lowercase()).or_insert((name, BTreeSet::new()));
            *shown = name.max(shown);
            documents.insert(&origin.document);
        }
    }
    let [outlets, newsrooms, roots] = tables.map(|table| {
        let standings = table.into_values().map(|(name, documents)| Standing {
            name: name.into(),
            documents: documents.into_iter().map(SmolStr::from).collect(),
        });
        let mut standings: Vec<Standing> = standings.collect();
        standings.sort();
        standings
    });
    Counts { outlets, newsrooms, roots }
}

/// The comparer.
pub struct Origins {
    owners: owner::Owners,
}

const RULES: &[Rule] = &[
    Rule {
        name: "chain",
        doc: "The chain of an article: its outlet as the masthead gives it; the agency that a credit names, or else the outlet's own \
              newsroom, stated where somebody signs the article; and the source that its story rests on: state media that its lead (the first third) names, else the \
              source with the most attributions, those in the lead counting twice, and more where other articles of the event name it too. State media whose names, or what an \
              article says of them (\"Velm\u{2019}s state news agency VTA\"), have the name of one country count as one root, with that country itself where it speaks.",
    },
    Rule {
        name: "same-wire",
        doc: "No credit in the text names the agency, but the article is a copy of one whose credit does.",
    },
    Rule {
        name: "near-copy",
        doc: "No credit names who wrote the article, but its text is that of another one (half of the words of *each* stand in the other): it counts for the agency \
              that one of them credits, or else for the outlet that printed it first by its day.",
    },
    Rule {
        name: "counts",
        doc: "How many outlets printed the story, how many newsrooms or agencies wrote it, and on how many roots it rests. \
              An unknown name counts as one of its own; two states of one article, under one address, count as one. Outlets of one owner count as one newsroom: the user says \
              whose they are, under `[origins]` in `copydesk.toml`, as publishers do in their trust.txt files: `controlledby = { \"Tesh Post\" = \"Tesh Media\" }`.",
    },
];

impl Comparer for Origins {
    const NAME: &'static str = "origins";
    const RULES: &'static [Rule] = RULES;
    type Options = Ownership;
    type Requires = (Masthead, Source);
    type After = (Copying,);
    type Partial = BTreeSet<Contribution>;
    type Output = Provenance;

    fn new(ownership: Ownership) -> Result<Self, OptionsError> {
        Ok(Self { owners: owner::Owners::new(ownership) })
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
        let (copying,) = earlier.columns;
        let kinship = chain::Kinship::new(copying);
        for cluster in chain::clusters(merged.keys(), copying) {
            let read = cluster.iter().filter_map(|id| Some((id.as_str(), merged.read(id)?.into_iter().next()?)));
            let members: BTreeMap<&str, Contribution> = read.collect();
            let state_media = root::StateMedia::of(&members.values().collect::<Vec<_>>());
            let mut origins: Vec<Origin> = Vec::new();
            for (document, contribution) in &members {
                let outlet = chain::outlet(document, &members, &kinship);
                let wire = chain::wire(document, &members, &kinship, &outlet);
                let root = root::of(contribution, &state_media);
                let mut names = outlet.name.as_deref().into_iter().chain(contribution.host.as_deref());
                let controlled_by = self.owners.of(&mut names);
                let versions = kinship.all(document, Relation::Version);
                let version_of = versions.first().filter(|first| *first != document).map(|first| (*first).to_owned());
                let chain = vec![outlet, wire.link, root];
                let evidence = chain.iter().flat_map(|link| link.evidence.iter().cloned()).collect();
                let confidence = match wire.rule {
                    "chain" => Confidence::High,
                    "same-wire" => Confidence::Medium,
                    _ => Confidence::Low,
                };
                let origin = Origin { document: (*document).to_owned(), chain, controlled_by, version_of };
                found.push(evidence, wire.rule, confidence, Provenance::Origin(origin.clone()));
                origins.push(origin);
            }
            let Counts { outlets, newsrooms, roots } = counts(origins.iter());
            let documents = cluster.iter().cloned().collect();
            let pile = Pile { documents, outlets, newsrooms, roots };
            found.push(Vec::new(), "counts", Confidence::High, Provenance::Pile(pile));
        }
    }
}

register! {
    /// Finds for each article the chain from its outlet to the newsroom or agency that wrote it and to the source that it rests on,
    /// and counts outlets, newsrooms and roots for each event.
    comparer Origins
}
