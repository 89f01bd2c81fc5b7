//! What one article says of where it comes from, and the first two links of its chain.

use crate::{Link, Strength};
use copydesk_copies::{Copying, Relation};
use copydesk_core::{Across, Evidence, Given, Reading};
use copydesk_masthead::{Basis, Field, Masthead};
use copydesk_sources::{Class, Source};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What one article says of where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Contribution {
    /// The outlet, with its evidence.
    pub(crate) outlet: Option<(String, bool, Vec<Evidence>)>,
    /// The agencies that credits name, each with its evidence.
    pub(crate) wires: Vec<(String, Vec<Evidence>)>,
    /// The sources of its story: name, class, weight, first mention.
    pub(crate) sources: Vec<Voice>,
}

/// A source of the story with the weight of what rests on it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Voice {
    pub name: String,
    pub class: Class,
    pub weight: u32,
    /// Whether the lead names it.
    pub lead: bool,
    pub mention: Evidence,
}

/// A source in the first share of the story, one part in so many, counts double: news puts its ground into the lead.
const LEAD: u32 = 4;

pub(crate) fn contribution(reading: &Reading<'_>, given: &Given<'_, (Masthead, Source)>) -> Contribution {
    let (masthead, sources) = given.columns;
    let mut contribution = Contribution::default();
    for found in masthead {
        let Some(value) = &found.data.value else { continue };
        let stated = matches!(found.data.basis, Basis::Given | Basis::Stated);
        match found.data.field {
            Field::Outlet if contribution.outlet.is_none() => {
                contribution.outlet = Some((value.clone(), stated, found.data.evidence.clone()));
            }
            Field::Wire => contribution.wires.push((value.clone(), found.data.evidence.clone())),
            _ => {}
        }
    }
    let lead = reading.text().len() as u32 / LEAD;
    let mut voices: BTreeMap<(String, Class), (u32, bool, Evidence)> = BTreeMap::new();
    for found in sources {
        let (Some(span), Some(name)) = (found.span, &found.data.name) else { continue };
        let story = !matches!(given.zone(span), Some("furniture" | "credit" | "byline"));
        if !story || matches!(found.data.class, Class::PhotoCredit | Class::None | Class::Impersonal) {
            continue;
        }
        let in_lead = span.start < lead;
        let voice =
            voices.entry((name.clone(), found.data.class)).or_insert_with(|| (0, in_lead, reading.cite(span, "root")));
        voice.0 += if in_lead { 2 } else { 1 };
    }
    contribution.sources = voices
        .into_iter()
        .map(|((name, class), (weight, lead, mention))| Voice { name, class, weight, lead, mention })
        .collect();
    contribution
}

/// The clusters that copies found; a document that it does not name is a cluster of its own.
pub(crate) fn clusters(
    contributions: &BTreeMap<String, Contribution>,
    copying: &[Across<Copying>],
) -> Vec<BTreeSet<String>> {
    let mut clusters: Vec<BTreeSet<String>> = Vec::new();
    let mut placed: BTreeSet<&str> = BTreeSet::new();
    for across in copying {
        if let Copying::Cluster(cluster) = &across.data {
            placed.extend(cluster.documents.iter().map(String::as_str));
            clusters.push(cluster.documents.iter().cloned().collect());
        }
    }
    let alone = contributions.keys().filter(|document| !placed.contains(document.as_str()));
    clusters.extend(alone.map(|document| BTreeSet::from([document.clone()])));
    clusters.sort();
    clusters
}

pub(crate) fn outlet(contribution: &Contribution) -> Link {
    let role = "outlet".to_owned();
    match &contribution.outlet {
        Some((name, stated, evidence)) => {
            let strength = if *stated { Strength::Stated } else { Strength::Inferred };
            Link { name: Some(name.clone()), role, strength, evidence: evidence.clone() }
        }
        None => Link { name: None, role, strength: Strength::Inferred, evidence: Vec::new() },
    }
}

/// The newsroom that wrote the article.
pub(crate) struct Wire {
    pub link: Link,
    /// Whether another article's credit named it.
    pub borrowed: bool,
}

/// The agency that a credit of the article names; else that of an article which it copies; else the outlet's own newsroom.
pub(crate) fn wire(document: &str, all: &BTreeMap<String, Contribution>, copying: &[Across<Copying>]) -> Wire {
    let contribution = all.get(document);
    let named = contribution.and_then(|c| c.wires.first());
    let copies = copying.iter().filter_map(|across| match &across.data {
        Copying::Copy(copy) if copy.relation == Relation::SameWire => Some((copy, across)),
        _ => None,
    });
    for (copy, across) in copies.filter(|(copy, _)| copy.documents.iter().any(|d| d == document)) {
        // Of two articles of one wire story the fuller credit names the wire: a photo credit has the acronym only.
        let other = copy.documents.iter().find(|d| *d != document).and_then(|d| all.get(d));
        let theirs = other.and_then(|c| c.wires.first());
        let longest = [named, theirs].into_iter().flatten().max_by_key(|(name, _)| name.len());
        if let Some((name, evidence)) = longest {
            let borrowed = named.is_none_or(|(mine, _)| mine != name);
            let evidence = named.map_or_else(|| evidence.clone(), |(_, own)| own.clone());
            let evidence = if evidence.is_empty() { across.evidence.clone() } else { evidence };
            let strength = if borrowed { Strength::Inferred } else { Strength::Stated };
            return Wire {
                link: Link { name: Some(name.clone()), role: "wire".to_owned(), strength, evidence },
                borrowed,
            };
        }
    }
    let link = match (named, contribution.and_then(|c| c.outlet.as_ref())) {
        (Some((name, evidence)), _) => Link {
            name: Some(name.clone()),
            role: "wire".to_owned(),
            strength: Strength::Stated,
            evidence: evidence.clone(),
        },
        (None, Some((name, _, evidence))) => Link {
            name: Some(name.clone()),
            role: "newsroom".to_owned(),
            strength: Strength::Inferred,
            evidence: evidence.clone(),
        },
        (None, None) => {
            Link { name: None, role: "newsroom".to_owned(), strength: Strength::Inferred, evidence: Vec::new() }
        }
    };
    Wire { link, borrowed: false }
}
