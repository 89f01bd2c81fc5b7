//! What only the pile shows: copies without a credit, statements that rest on one root, hedges that were lost on the way, one act in loaded
//! words and in plain ones; and on request grades.

mod finding;
mod grades;
mod sheet;
mod signals;

pub use finding::{Assay, Grade, PileObservation, PileSignal};

use crate::ratings::Ratings;
use crate::{Options, rules};
use copydesk_claims::Comparison;
use copydesk_copies::{Copying, Relation};
use copydesk_core::{
    Across, AcrossSink, Comparer, Confidence, Earlier, Emit, Finding, Given, Merged, OptionsError, Reading, Rule,
    Shelf, register,
};
use copydesk_dates::Date;
use copydesk_figures::Figure;
use copydesk_masthead::Masthead;
use copydesk_origins::{Origin, Provenance};
use copydesk_quotes::Quote;
use copydesk_sources::Source;
use copydesk_zones::Zone;
use sheet::Sheet;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The comparer: the half of reliability that reads the pile.
#[derive(Default)]
pub struct Corroboration {
    options: Options,
    ratings: Option<Arc<Ratings>>,
}

/// One event: its articles, and what the comparers before have concluded of them.
#[derive(Default)]
pub(crate) struct Desk<'a> {
    documents: &'a [String],
    pub sheets: BTreeMap<&'a str, Sheet>,
    pub copying: Vec<&'a Across<Copying>>,
    pub comparisons: Vec<&'a Comparison>,
    pub origins: BTreeMap<&'a str, &'a Origin>,
    /// Pairs of articles that are nearly one text, or two states of one.
    pub prints: BTreeSet<(&'a str, &'a str)>,
}

impl Desk<'_> {
    /// The name in a link of a document's chain: 0 for the outlet, 1 for newsroom or agency, 2 for the root.
    pub fn link(&self, document: &str, link: usize) -> Option<&str> {
        self.origins.get(document)?.chain.get(link)?.name.as_deref()
    }
}

impl Comparer for Corroboration {
    const NAME: &'static str = "reliability";
    const RULES: &'static [Rule] = rules::RULES;
    type Options = Options;
    type Requires = (Zone, Masthead, Quote, Source, Figure, Date);
    type After = (Copying, Provenance, Comparison);
    type Partial = BTreeSet<Sheet>;
    type Output = Assay;

    fn new(options: Options) -> Result<Self, OptionsError> {
        Ok(Self { options, ratings: None })
    }

    fn fetch(&mut self, shelf: &Shelf) {
        self.ratings = shelf.get();
    }

    fn map(&self, reading: &Reading<'_>, given: Given<'_, Self::Requires>, emit: &mut Emit<Self::Partial>) {
        emit.emit(reading.id(), BTreeSet::from([sheet::of(reading, &given)]));
    }

    fn conclude(
        &self,
        merged: Merged<Self::Partial>,
        earlier: Earlier<'_, Self::After>,
        found: &mut AcrossSink<Assay>,
    ) {
        // One event after the other: the sheets of all articles at once would be most of the memory that a large pile takes.
        for mut desk in desks(&earlier) {
            let read = |document: &'_ String| merged.read(document)?.into_iter().next();
            desk.sheets =
                desk.documents.iter().filter_map(|document| Some((document.as_str(), read(document)?))).collect();
            for (confidence, signal, evidence) in signals::seen(&desk) {
                found.push(evidence, signal.signal.rule(), confidence, Assay::Signal(signal));
            }
            if self.options.admiralty {
                for (grade, evidence) in grades::grades(&desk, self.ratings.as_deref()) {
                    found.push(evidence, "admiralty", Confidence::High, Assay::Grade(Box::new(grade)));
                }
            }
        }
    }
}

/// The events of the pile, without the sheets of their articles.
fn desks<'a>(earlier: &Earlier<'a, (Copying, Provenance, Comparison)>) -> Vec<Desk<'a>> {
    let (copying, provenance, comparisons) = earlier.columns;
    let (mut desks, mut events): (Vec<Desk<'a>>, BTreeMap<&str, usize>) = Default::default();
    for pile in provenance.iter().filter_map(|across| across.data.pile()) {
        events.extend(pile.documents.iter().map(|document| (document.as_str(), desks.len())));
        desks.push(Desk { documents: &pile.documents, ..Desk::default() });
    }
    let of = |document: &str| events.get(document).copied().unwrap_or(usize::MAX);
    for origin in provenance.iter().filter_map(|across| across.data.origin()) {
        let desk = desks.get_mut(of(&origin.document));
        desk.map(|desk| desk.origins.insert(&origin.document, origin));
    }
    for across in copying {
        let Some(copy) = across.data.copy() else { continue };
        let [a, b] = &copy.documents;
        let Some(desk) = desks.get_mut(of(a)) else { continue };
        desk.copying.push(across);
        if matches!(copy.relation, Relation::NearCopy | Relation::Version) {
            desk.prints.insert((a.min(b), a.max(b)));
        }
    }
    for across in comparisons {
        let Some(first) = across.evidence.first().or(across.data.evidence().first()) else { continue };
        let desk = desks.get_mut(of(&first.document));
        desk.into_iter().for_each(|desk| desk.comparisons.push(&across.data));
    }
    desks
}

register! {
    /// Finds what only the pile shows of sourcing: copies without a credit, statements that rest on one root, hedges that were dropped, loaded
    /// wording; and with --admiralty grades by published rules.
    comparer Corroboration
}
