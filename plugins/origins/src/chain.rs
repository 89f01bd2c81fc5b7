//! What one article says of where it comes from, and the first two links of its chain.

use crate::owner::host;
use crate::{Link, Strength};
use copydesk_copies::{Copy, Copying, Relation};
use copydesk_core::{Across, Evidence, Exact, Given, Reading};
use copydesk_masthead::{Basis, Field, Masthead};
use copydesk_sources::{Class, Source};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What one article says of where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Contribution {
    /// The outlet, with its evidence.
    pub(crate) outlet: Option<(String, bool, Vec<Evidence>)>,
    /// The domain of its address.
    pub(crate) host: Option<String>,
    /// When it was published, as the masthead has it.
    pub(crate) published: Option<String>,
    /// The author's line.
    pub(crate) byline: Vec<Evidence>,
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

/// A source in the first share of the story, one part in so many, counts double: news puts its ground into the lead. With a quarter, a story whose lead is two
/// sentences without a source ("The number of confirmed dead has risen to 23 …, the Office says") was put down to whoever spoke last.
const LEAD: u32 = 3;

pub(crate) fn contribution(reading: &Reading<'_>, given: &Given<'_, (Masthead, Source)>) -> Contribution {
    let (masthead, sources) = given.columns;
    let host = reading.meta().url.as_deref().map(|url| host(url).to_lowercase());
    let mut contribution = Contribution { host, ..Contribution::default() };
    for found in masthead {
        let Some(value) = &found.data.value else { continue };
        let stated = matches!(found.data.basis, Basis::Given | Basis::Stated);
        match found.data.field {
            Field::Outlet if contribution.outlet.is_none() => {
                contribution.outlet = Some((value.clone(), stated, found.data.evidence.clone()));
            }
            Field::Wire => contribution.wires.push((value.clone(), found.data.evidence.clone())),
            Field::Published if contribution.published.is_none() => contribution.published = Some(value.clone()),
            Field::Byline if contribution.byline.is_empty() => contribution.byline.clone_from(&found.data.evidence),
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
pub(crate) fn clusters<'a>(
    documents: impl Iterator<Item = &'a str>,
    copying: &[Across<Copying>],
) -> Vec<BTreeSet<String>> {
    let found = copying.iter().filter_map(|across| across.data.cluster());
    let mut clusters: Vec<BTreeSet<String>> =
        found.clone().map(|cluster| cluster.documents.iter().cloned().collect()).collect();
    let placed: BTreeSet<&str> = found.flat_map(|cluster| &cluster.documents).map(String::as_str).collect();
    clusters
        .extend(documents.filter(|document| !placed.contains(document)).map(|document| [document.to_owned()].into()));
    clusters.sort();
    clusters
}

/// Which articles of a pile are copies of which, as far as it bears on who wrote them.
pub(crate) struct Kinship<'a>(BTreeMap<&'a str, Vec<(&'a Copy, &'a Across<Copying>)>>);

/// From this share of the words of *both* on, two articles are one text. An article that quotes another whole holds all of it and is none of its copies.
fn one_text(copy: &Copy) -> bool {
    let half = Exact::from(50);
    copy.coverage.iter().all(|share| share.times(Exact::from(100)).is_some_and(|share| share >= half))
}

impl<'a> Kinship<'a> {
    pub fn new(copying: &'a [Across<Copying>]) -> Self {
        let mut kin: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for across in copying {
            let Some(copy) = across.data.copy() else { continue };
            let bears = match copy.relation {
                Relation::SameWire | Relation::Version => true,
                Relation::NearCopy => one_text(copy),
                _ => false,
            };
            for document in copy.documents.iter().filter(|_| bears) {
                kin.entry(document).or_default().push((copy, across));
            }
        }
        Self(kin)
    }

    fn of(&self, document: &str, relation: Relation) -> impl Iterator<Item = (&'a str, &'a Across<Copying>)> {
        let kin = self.0.get(document).into_iter().flatten().filter(move |(copy, _)| copy.relation == relation);
        kin.filter_map(move |(copy, across)| {
            Some((copy.documents.iter().find(|other| *other != document)?.as_str(), *across))
        })
    }

    /// All articles that are tied to this one, directly or over others, itself among them.
    pub fn all(&self, document: &'a str, relation: Relation) -> BTreeSet<&'a str> {
        let (mut all, mut open) = (BTreeSet::from([document]), vec![document]);
        while let Some(next) = open.pop() {
            open.extend(self.of(next, relation).map(|(other, _)| other).filter(|other| all.insert(other)));
        }
        all
    }
}

/// The outlet's name as people write it: "THE HARBOUR LEDGER" on a masthead is The Harbour Ledger. One word of capitals may be initials, and so may short ones.
pub(crate) fn printed(name: &str) -> String {
    /// A word of capitals with fewer letters may be initials: "BBC NEWS", "TV 5".
    const INITIALS: usize = 3;
    let capitals = name.chars().any(char::is_uppercase) && !name.chars().any(char::is_lowercase);
    if !capitals || !name.contains(' ') {
        return name.to_owned();
    }
    let word = |word: &str| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if word.chars().count() > INITIALS || word == "THE" => {
                std::iter::once(first).chain(letters.flat_map(char::to_lowercase)).collect()
            }
            _ => word.to_owned(),
        }
    };
    name.split(' ').map(word).collect::<Vec<String>>().join(" ")
}

pub(crate) fn outlet(document: &str, members: &BTreeMap<&str, Contribution>, kinship: &Kinship<'_>) -> Link {
    let role = "outlet".to_owned();
    let own = members.get(document).and_then(|contribution| contribution.outlet.as_ref());
    if let Some((name, stated, evidence)) = own {
        let strength = if *stated { Strength::Stated } else { Strength::Inferred };
        return Link { name: Some(printed(name)), role, strength, evidence: evidence.clone() };
    }
    // Another state of the article, under the same address, may have kept its masthead.
    let states = kinship.of(document, Relation::Version).filter_map(|(other, _)| members.get(other)?.outlet.as_ref());
    match states.min() {
        Some((name, _, evidence)) => {
            Link { name: Some(printed(name)), role, strength: Strength::Inferred, evidence: evidence.clone() }
        }
        None => Link { name: None, role, strength: Strength::Inferred, evidence: Vec::new() },
    }
}

/// The newsroom that wrote the article.
pub(crate) struct Wire {
    pub link: Link,
    /// The rule that found it.
    pub rule: &'static str,
}

/// The agency that a credit of the article names; else that of an article which it copies; else the newsroom that had the text first; else the outlet's own.
pub(crate) fn wire(
    document: &str,
    members: &BTreeMap<&str, Contribution>,
    kinship: &Kinship<'_>,
    outlet: &Link,
) -> Wire {
    let contribution = members.get(document);
    let named = contribution.and_then(|c| c.wires.first());
    let link = |name: &str, role: &str, strength, evidence: &[Evidence]| Link {
        name: Some(name.to_owned()),
        role: role.to_owned(),
        strength,
        evidence: evidence.to_vec(),
    };
    // Of two articles of one wire story the fuller credit names the wire: a photo credit has the acronym only.
    let copies = kinship.of(document, Relation::SameWire);
    let theirs = copies.filter_map(|(other, across)| Some((members.get(other)?.wires.first()?, across)));
    let longest = theirs.max_by(|((a, _), _), ((b, _), _)| (a.len(), b).cmp(&(b.len(), a)));
    match (named, longest) {
        (Some((mine, own)), Some(((name, _), _))) if name.len() > mine.len() => {
            return Wire { link: link(name, "wire", Strength::Inferred, own), rule: "same-wire" };
        }
        (Some((mine, own)), _) => {
            return Wire { link: link(mine, "wire", Strength::Stated, own), rule: "chain" };
        }
        (None, Some(((name, _), across))) => {
            return Wire { link: link(name, "wire", Strength::Inferred, &across.evidence), rule: "same-wire" };
        }
        (None, None) => {}
    }
    if let Some(wire) = first_printed(document, members, kinship) {
        return wire;
    }
    let byline = contribution.map_or(&[][..], |contribution| &contribution.byline);
    let link = match &outlet.name {
        // A newsroom signs what it wrote itself.
        Some(name) if !byline.is_empty() => link(name, "newsroom", Strength::Stated, byline),
        Some(name) => link(name, "newsroom", Strength::Inferred, &outlet.evidence),
        None => Link { name: None, role: "newsroom".to_owned(), strength: Strength::Inferred, evidence: Vec::new() },
    };
    Wire { link, rule: "chain" }
}

/// Of articles with one text and no credit: the agency that another one credits, else the outlet that printed it first. `None` where that is the article itself.
fn first_printed(document: &str, members: &BTreeMap<&str, Contribution>, kinship: &Kinship<'_>) -> Option<Wire> {
    let pairs: Vec<(&str, &Across<Copying>)> = kinship.of(document, Relation::NearCopy).collect();
    let (_, across) = pairs.first()?;
    let (document, _) = members.get_key_value(document)?;
    let all = kinship.all(document, Relation::NearCopy);
    let texts = || all.iter().filter_map(|other| Some((*other, members.get(other)?)));
    let wire = texts().filter_map(|(_, other)| other.wires.first()).map(|(name, _)| name).min();
    let first = texts().min_by_key(|(id, other)| (other.published.is_none(), &other.published, *id));
    let (name, role) = match (wire, first) {
        (Some(name), _) => (name.clone(), "wire"),
        // The first one's outlet may be unknown: then all of them are of one newsroom without a name.
        (None, Some((id, other))) if id != *document => {
            let outlet = other.outlet.as_ref().map(|(name, ..)| printed(name));
            (outlet.unwrap_or_else(|| format!("[{id}]")), "newsroom")
        }
        _ => return None,
    };
    let link = Link {
        name: Some(name),
        role: role.to_owned(),
        strength: Strength::Inferred,
        evidence: across.evidence.clone(),
    };
    Some(Wire { link, rule: "near-copy" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masthead_in_capitals_is_a_name_all_the_same() {
        for (masthead, name) in [
            ("THE HARBOUR LEDGER", "The Harbour Ledger"),
            ("TELIS", "TELIS"),
            ("TV VALMERE NEWS", "TV Valmere News"),
            ("Radio ORF", "Radio ORF"),
        ] {
            assert_eq!(printed(masthead), name);
        }
    }
}
