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
    Across, AcrossSink, Comparer, Confidence, Earlier, Emit, Given, Merged, OptionsError, Reading, Rule, Shelf,
    register,
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

/// What the comparers before have concluded, by document.
pub(crate) struct Desk<'a> {
    pub sheets: BTreeMap<String, Sheet>,
    pub copying: &'a [Across<Copying>],
    pub comparisons: &'a [Across<Comparison>],
    pub origins: BTreeMap<&'a str, &'a Origin>,
    /// Pairs of articles that are nearly one text, or two states of one.
    pub prints: BTreeSet<(String, String)>,
    /// The number of the event that each document is of.
    pub events: BTreeMap<&'a str, usize>,
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
        let (copying, provenance, comparisons) = earlier.columns;
        let sheets = merged.filter_map(|(document, set)| Some((document, set.into_iter().next()?))).collect();
        let prints = copying.iter().filter_map(|across| {
            let copy = across.data.copy().filter(|c| matches!(c.relation, Relation::NearCopy | Relation::Version))?;
            let [a, b] = copy.documents.clone();
            Some(if a < b { (a, b) } else { (b, a) })
        });
        let prints = prints.collect();
        let mut desk = Desk { sheets, prints, copying, comparisons, origins: BTreeMap::new(), events: BTreeMap::new() };
        let mut events = 0;
        for across in provenance {
            match &across.data {
                Provenance::Origin(origin) => {
                    desk.origins.insert(&origin.document, origin);
                }
                Provenance::Pile(pile) => {
                    desk.events.extend(pile.documents.iter().map(|document| (document.as_str(), events)));
                    events += 1;
                }
            }
        }
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

register! {
    /// Finds what only the pile shows of sourcing: copies without a credit, statements that rest on one root, hedges that were dropped, loaded
    /// wording; and with --admiralty grades by published rules.
    comparer Corroboration
}
