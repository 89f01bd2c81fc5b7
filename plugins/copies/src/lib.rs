//! Copies: which articles are of one event, what they share word for word, and which of them are one story.

mod cluster;
mod evidence;
mod finding;
mod likeness;
mod marks;
mod name;
mod page;
mod pairs;
mod rules;
mod sheet;
mod shingle;
mod stem;
mod term;
mod utterance;
mod word;

pub use finding::{Cluster, Copy, Copying, Passage, Relation};
pub use marks::{own_words, voices};
pub use name::{same_speaker, same_voice, speaker_keys};
pub use stem::stem;
pub use utterance::{Shared, Utterance};

use copydesk_core::{
    AcrossSink, Comparer, Confidence, Earlier, Emit, Given, Merged, NoOptions, OptionsError, Reading, Rule, register,
};
use copydesk_masthead::Masthead;
use copydesk_quotes::Quote;
use copydesk_zones::Zone;
use rayon::prelude::*;
use sheet::Sheet;
use std::collections::BTreeSet;

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
        let mut sheets: Vec<Sheet> = merged.filter_map(|(_, sheets)| sheets.into_iter().next()).collect();
        // The canonical order: by day, those without one last.
        sheets.sort_by(|a, b| {
            (a.published.is_none(), &a.published, &a.document).cmp(&(b.published.is_none(), &b.published, &b.document))
        });
        let sheets: Vec<&Sheet> = sheets.iter().collect();
        let groups = cluster::groups(&sheets);
        let clusters: Vec<Vec<&Sheet>> =
            groups.iter().map(|group| group.members.iter().filter_map(|&i| sheets.get(i).copied()).collect()).collect();
        let templates = pairs::templates(&sheets, &clusters);
        let shared = evidence::Frequencies::new(&sheets);
        let concluded: Vec<_> =
            clusters.par_iter().map(|members| (shared.cite(members), pairs::pairs(members, &templates))).collect();
        for ((group, members), (evidence, pairs)) in groups.iter().zip(&clusters).zip(concluded) {
            let mut documents: Vec<String> = members.iter().map(|sheet| sheet.document.clone()).collect();
            documents.sort();
            let reasons = group.reasons.iter().map(|reason| (*reason).to_owned()).collect();
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
