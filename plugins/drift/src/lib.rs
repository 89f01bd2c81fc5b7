//! Drift: one utterance in two wordings, and word by word how they differ.

mod alignment;
mod finding;
mod rules;
mod saying;
mod wordings;

pub use finding::{Change, Drift, Op, Touch, Variant};

use copydesk_copies::{Copying, Relation};
use copydesk_core::{
    AcrossSink, Comparer, Earlier, Emit, Given, Merged, NoOptions, OptionsError, Reading, Rule, register,
};
use copydesk_masthead::Masthead;
use copydesk_names::Name;
use copydesk_quotes::Quote;
use copydesk_zones::Zone;
use rayon::prelude::*;
use saying::Saying;
use std::collections::BTreeSet;

/// The comparer.
pub struct Drifts;

impl Comparer for Drifts {
    const NAME: &'static str = "drift";
    const RULES: &'static [Rule] = rules::RULES;
    type Options = NoOptions;
    type Requires = (Zone, Masthead, Name, Quote);
    type After = (Copying,);
    type Partial = BTreeSet<Saying>;
    type Output = Drift;

    fn new(_: NoOptions) -> Result<Self, OptionsError> {
        Ok(Self)
    }

    fn map(&self, reading: &Reading<'_>, given: Given<'_, Self::Requires>, emit: &mut Emit<Self::Partial>) {
        let (_, _, names, quotes) = given.columns;
        let told = quotes.iter().filter(|q| q.span.is_none_or(|span| given.zone(span) != Some("furniture")));
        let sayings: BTreeSet<Saying> =
            told.flat_map(|quote| Saying::read(reading, quote, names)).take(saying::MOST).collect();
        if !sayings.is_empty() {
            emit.emit(reading.id(), sayings);
        }
    }

    fn conclude(
        &self,
        merged: Merged<Self::Partial>,
        earlier: Earlier<'_, Self::After>,
        found: &mut AcrossSink<Drift>,
    ) {
        let (copying,) = earlier.columns;
        let clusters: Vec<&[String]> = copying
            .iter()
            .filter_map(|across| across.data.cluster())
            .map(|cluster| cluster.documents.as_slice())
            .collect();
        let copies = copying.iter().filter_map(|across| across.data.copy());
        let third = copies.filter(|copy| matches!(copy.relation, Relation::SameWire | Relation::SharedUpstream));
        let rendered: BTreeSet<(&str, &str)> =
            third.map(|copy| ordered(&copy.documents[0], &copy.documents[1])).collect();
        let told: Vec<_> = clusters
            .into_par_iter()
            .filter(|documents| documents.len() > 1)
            .map(|documents| {
                let read = documents.iter().filter_map(|document| merged.read(document));
                let articles: Vec<Vec<Saying>> = read.map(|sayings| sayings.into_iter().collect()).collect();
                wordings::drifts(&articles, |one, two| rendered.contains(&ordered(one, two)))
            })
            .collect();
        for drift in told.into_iter().flatten() {
            found.push(drift.evidence, drift.rule, drift.confidence, drift.data);
        }
    }
}

fn ordered<'a>(one: &'a str, two: &'a str) -> (&'a str, &'a str) {
    (one.min(two), one.max(two))
}

register! {
    /// Finds one utterance in two wordings: the same speaker, quoted by two articles of one event in words that differ, aligned word by word.
    comparer Drifts
}
