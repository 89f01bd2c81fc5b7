//! Signals over the pile.

use super::sheet::{Act, Guarded, Named, STATE_MEDIA};
use super::{Desk, PileObservation, PileSignal};
use crate::Direction;
use crate::tables::{Hold, Tables};
use copydesk_claims::{Agreement, Comparison};
use copydesk_copies::Relation;
use copydesk_core::lang::en::lexicon::look_up;
use copydesk_core::{Confidence, Evidence};
use std::collections::{BTreeMap, BTreeSet};

/// The sentences of one act share at least so many names: "Kestria", "Dovania".
const SHARED: usize = 2;

/// A signal with its evidence.
type Signal = (Confidence, PileSignal, Vec<Evidence>);

pub fn seen(desk: &Desk<'_>) -> Vec<Signal> {
    let mut seen = undisclosed(desk);
    seen.extend(one_root(desk));
    seen.extend(dropped(desk));
    seen.extend(loaded(desk));
    seen
}

/// Articles that are a copy of a story whose credit names an agency for the text, and name none for theirs.
fn undisclosed(desk: &Desk<'_>) -> Vec<Signal> {
    let mut copies: BTreeMap<&str, (&str, Vec<Evidence>)> = BTreeMap::new();
    for across in &desk.copying {
        let Some(copy) = across.data.copy().filter(|c| matches!(c.relation, Relation::SameWire | Relation::NearCopy))
        else {
            continue;
        };
        let [a, b] = &copy.documents;
        for (bare, other) in [(a, b), (b, a)] {
            let (Some(mine), Some(theirs)) = (desk.sheets.get(bare.as_str()), desk.sheets.get(other.as_str())) else {
                continue;
            };
            let Some((agency, credit)) = theirs.credit.as_ref().filter(|_| mine.credit.is_none()) else { continue };
            // An agency's own page credits nobody.
            if desk.link(bare, 0).is_some_and(|outlet| outlet == agency) {
                continue;
            }
            copies.entry(bare).or_insert_with(|| {
                // What stands in both, and where the other says whose it is.
                let shared =
                    across.evidence.iter().find(|place| place.document == *bare).filter(|_| mine.pictured.is_empty());
                (agency, [mine.pictured.clone(), shared.into_iter().cloned().collect(), credit.clone()].concat())
            });
        }
    }
    let signal = |(document, (agency, evidence)): (&str, (&str, Vec<Evidence>))| {
        let outlet = desk.link(document, 0).unwrap_or("outlet unknown").to_owned();
        let signal = PileSignal {
            signal: PileObservation::UndisclosedWireCopy,
            direction: Direction::Caution,
            documents: vec![document.to_owned()],
            names: vec![outlet, agency.to_owned()],
            count: None,
        };
        (Confidence::Medium, signal, evidence)
    };
    copies.into_iter().map(signal).collect()
}

/// What outlets agree on and one source alone stands behind: one signal a root.
fn one_root(desk: &Desk<'_>) -> Vec<Signal> {
    let mut roots: BTreeMap<&str, (u32, BTreeSet<&Evidence>)> = BTreeMap::new();
    for agreement in agreements(desk) {
        let ([root], true) = (agreement.roots.as_slice(), agreement.outlets.len() > 1) else { continue };
        if root.name.starts_with('[') {
            continue;
        }
        let told = told_by(desk, agreement, &root.name);
        let outlets: BTreeSet<&str> =
            told.iter().map(|place| desk.link(&place.document, 0).unwrap_or(&place.document)).collect();
        // Two prints of one story are no two outlets.
        if outlets.len() < 2 || told.iter().all(|place| is_print(desk, &told, &place.document)) {
            continue;
        }
        let (count, evidence) = roots.entry(&root.name).or_default();
        *count += 1;
        evidence.extend(told);
    }
    let signal = |(root, (count, evidence)): (&str, (u32, BTreeSet<&Evidence>))| {
        let documents: BTreeSet<String> = evidence.iter().map(|evidence| evidence.document.to_string()).collect();
        let signal = PileSignal {
            signal: PileObservation::OneRoot,
            direction: Direction::Caution,
            documents: documents.into_iter().collect(),
            names: vec![root.to_owned()],
            count: Some(count),
        };
        (Confidence::Medium, signal, evidence.into_iter().cloned().collect())
    };
    roots.into_iter().map(signal).collect()
}

/// Whether an article is nearly the same text as each other one that is cited.
fn is_print(desk: &Desk<'_>, evidence: &[&Evidence], document: &str) -> bool {
    evidence.iter().filter(|place| place.document != document).all(|place| {
        let other = place.document.as_str();
        desk.prints.contains(&(document.min(other), document.max(other)))
    })
}

/// The places of a statement that stand in what the root says; none where one of them puts it on somebody else. The root of an article is not
/// that of every number in it: "Police are looking for a witness. Three people were shot there in March, neighbours said."
fn told_by<'g>(desk: &Desk<'_>, agreement: &'g Agreement, root: &str) -> Vec<&'g Evidence> {
    let controlled = Tables::get().named(root).and_then(|listed| listed.hold).is_some_and(Hold::is_controlled);
    let is_root = |name: &String| name.eq_ignore_ascii_case(root) || controlled && name == STATE_MEDIA;
    let mut told = Vec::new();
    for place in &agreement.evidence {
        let Some((start, guard)) = place.start.zip(guard(desk, place)) else { continue };
        // "Police said on Tuesday that three had died": the day is that of their word.
        let mut tellers = guard.told.iter().filter(|told| told.start <= start && start < told.end).peekable();
        if tellers.peek().is_none() {
            continue;
        }
        if !tellers.all(|told| told.by.iter().any(is_root)) {
            return Vec::new();
        }
        told.push(place);
    }
    told
}

fn agreements<'d, 'a>(desk: &'d Desk<'a>) -> impl Iterator<Item = &'a Agreement> + use<'d, 'a> {
    desk.comparisons.iter().filter_map(|comparison| match comparison {
        Comparison::Agreement(agreement) => Some(agreement),
        Comparison::Conflict(_) => None,
    })
}

/// One value, behind a hedge in one article and flatly in another.
fn dropped(desk: &Desk<'_>) -> Vec<Signal> {
    let mut seen = Vec::new();
    for agreement in agreements(desk) {
        let hedged = agreement.evidence.iter().filter(|place| is_number(&place.text)).find_map(|place| {
            let (start, end) = (place.start?, place.end?);
            let hedge = guard(desk, place)?.hedges.iter().find(|hedge| hedge.reaches(start, end))?;
            Some((&hedge.word, place))
        });
        let Some((hedge, place)) = hedged else { continue };
        let bare = agreement
            .evidence
            .iter()
            .filter(|other| other.document != place.document && other.start.is_some() && is_number(&other.text))
            .find(|other| guard(desk, other).is_none());
        let Some(bare) = bare else { continue };
        let name = |document: &str| desk.link(document, 0).unwrap_or(document).to_owned();
        let signal = PileSignal {
            signal: PileObservation::HedgeDropped,
            direction: Direction::Caution,
            documents: vec![place.document.to_string(), bare.document.to_string()],
            names: vec![name(&place.document), name(&bare.document), agreement.about.clone()],
            count: None,
        };
        seen.push((Confidence::Medium, signal, vec![hedge.clone(), place.clone(), bare.clone()]));
    }
    seen
}

/// Whether a place says how many in digits or words: "4,600", "At least three people"; a name or "he" counts one, and says nothing that a hedge takes back.
fn is_number(text: &str) -> bool {
    let number = |word: &str| {
        let known = look_up(word);
        known.cardinal.is_some() || known.power.is_some() || word.bytes().any(|b| b.is_ascii_digit())
    };
    text.split(|c: char| !c.is_alphanumeric()).any(number)
}

/// The sentence that a place stands in, where it is hedged or on somebody's word.
fn guard<'d>(desk: &'d Desk<'_>, place: &Evidence) -> Option<&'d Guarded> {
    let (start, guarded) = (place.start?, &desk.sheets.get(place.document.as_str())?.guarded);
    let i = guarded.partition_point(|sentence| sentence.start <= start).checked_sub(1)?;
    guarded.get(i).filter(|sentence| start < sentence.end)
}

/// One act that an article names in loaded words, and another plainly or in others. It is one act where the sentences share names.
fn loaded(desk: &Desk<'_>) -> Vec<Signal> {
    let mut acts: BTreeMap<&str, BTreeMap<&str, &Act>> = BTreeMap::new();
    for (document, sheet) in &desk.sheets {
        for (name, act) in &sheet.acts {
            acts.entry(name).or_default().insert(document, act);
        }
    }
    let mut seen = Vec::new();
    for (act, articles) in acts {
        let Some(first) = articles.values().flat_map(|act| act.loaded.values()).next() else { continue };
        let same = |named: &&Named| named.names.intersection(&first.names).count() >= SHARED;
        let mut evidence: Vec<Evidence> = Vec::new();
        let mut words: BTreeSet<Vec<&String>> = BTreeSet::new();
        let mut documents = Vec::new();
        for (document, act) in &articles {
            let loaded: Vec<(&String, &Named)> = act.loaded.iter().filter(|(_, named)| same(named)).collect();
            let plain = act.plain.iter().find(same).filter(|_| loaded.is_empty());
            if loaded.is_empty() && plain.is_none() {
                continue;
            }
            evidence.extend(loaded.iter().map(|(_, named)| named.mention.clone()));
            evidence.extend(plain.map(|named| named.mention.clone()));
            words.insert(loaded.into_iter().map(|(word, _)| word).collect());
            documents.push((*document).to_owned());
        }
        if words.len() < 2 {
            continue;
        }
        let signal = PileSignal {
            signal: PileObservation::LoadedWording,
            direction: Direction::Caution,
            documents,
            names: vec![act.to_owned()],
            count: None,
        };
        seen.push((Confidence::Medium, signal, evidence));
    }
    seen
}
