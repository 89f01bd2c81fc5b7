//! Copies: which articles are of one event, what they share word for word, and which of them are one story.

mod choice;
mod cluster;
mod evidence;
mod finding;
mod likeness;
mod marks;
mod mixed;
mod name;
mod outline;
mod page;
mod pairs;
mod rules;
mod sheet;
mod shingle;
mod stem;
mod template;
mod term;
mod utterance;
mod vector;
mod word;

pub use finding::{Cluster, Copy, Copying, Passage, Relation};
pub use marks::{own_words, voices};
pub use name::{Parts, same_speaker};
pub use stem::stem;
pub use utterance::{Shared, Utterance};

use cluster::Group;
use copydesk_core::{
    AcrossSink, Comparer, Confidence, Earlier, Emit, Given, Merged, NoOptions, OptionsError, Reading, Rule, SmolStr,
    register,
};
use copydesk_masthead::Masthead;
use copydesk_quotes::Quote;
use copydesk_zones::Zone;
use outline::Outline;
use rayon::prelude::*;
use sheet::Sheet;
use std::collections::BTreeSet;
use template::Templates;
use vector::Vocabulary;

/// So many clusters are concluded at once, on all cores, before what they gave is handed over.
const AT_ONCE: usize = 256;

/// The comparer.
pub struct Copies;

impl Comparer for Copies {
    const NAME: &'static str = "copies";
    const RULES: &'static [Rule] = rules::RULES;
    type Options = NoOptions;
    type Requires = (Zone, Masthead, Quote);
    type After = ();
    type Partial = BTreeSet<Sheet>;
    type Output = Copying;

    fn new(_: NoOptions) -> Result<Self, OptionsError> {
        Ok(Self)
    }

    fn map(&self, reading: &Reading<'_>, given: Given<'_, Self::Requires>, emit: &mut Emit<Self::Partial>) {
        let (zones, masthead, quotes) = given.columns;
        emit.emit(reading.id(), BTreeSet::from([Sheet::read(reading, zones, masthead, quotes)]));
    }

    fn conclude(&self, merged: Merged<Self::Partial>, _: Earlier<'_, ()>, found: &mut AcrossSink<Copying>) {
        // Of two articles with one id the first is taken, in the order of what they say: no record could tell them apart.
        let read = |document: &str| merged.read(document)?.into_iter().next();
        let keys: Vec<&str> = merged.keys().collect();
        let drawn = keys.into_par_iter().filter_map(|document| Some(Outline::new(&read(document)?)));
        let mut outlines: Vec<Outline> = drawn.collect();
        // The canonical order: by day, those without one last.
        outlines.sort_by(|a, b| (a.day.is_none(), a.day, &a.document).cmp(&(b.day.is_none(), b.day, &b.document)));
        let vocabulary = Vocabulary::new(&outlines);
        outlines.iter_mut().for_each(|outline| outline.terms = Vec::new());
        let groups = cluster::groups(&outlines, &vocabulary);
        let templates = Templates::new(&outlines, read);
        let conclude = |group: &Group| {
            let members = group.members.iter().filter_map(|&member| read(&outlines.get(member)?.document));
            let members: Vec<Sheet> = members.collect();
            (evidence::cite(&group.members, &members, &vocabulary), pairs::pairs(&members, &templates))
        };
        let parts = groups.chunks(AT_ONCE);
        let concluded = parts.flat_map(|part| part.par_iter().map(conclude).collect::<Vec<_>>());
        for (group, (evidence, pairs)) in groups.iter().zip(concluded) {
            let members = group.members.iter().filter_map(|&member| outlines.get(member));
            let mut documents: Vec<String> = members.map(|outline| outline.document.clone()).collect();
            documents.sort();
            let reasons = group.reasons.iter().map(|reason| SmolStr::new_static(reason)).collect();
            let rule = group.reasons.first().copied().unwrap_or("alone");
            let sure = matches!(rule, "given-event" | "alone");
            let confidence = if sure { Confidence::High } else { Confidence::Medium };
            let cluster = Cluster { documents, reasons, truncated: group.truncated };
            found.push(evidence, rule, confidence, Copying::Cluster(cluster));
            for pair in pairs {
                found.push(pair.evidence, pair.rule, pair.confidence, Copying::Copy(pair.copy));
            }
        }
    }
}

register! {
    /// Finds which articles are of one event, which passages they share word for word, and which are one story: the same
    /// agency's, nearly the same text, or two renderings of one third text.
    comparer Copies
}
