//! Reliability: what a careful reader can say of an article's sourcing from its text, the pile, and lists that the reader trusts.
//!
//! Signals, each with its evidence and the rule that gave it. There is no score and no verdict: a signal says what stands on the page, a
//! direction says how the published criteria of journalism read it, and the reader decides. Grades on the Admiralty scale are given on
//! request only, by rules that are printed with them.
//!
//! One half reads an article (`Reliability`), the other the pile (`pile`). Nothing here opens a file: [`ratings::Ratings`] reads what the
//! program has opened, and lies on the [`Shelf`].

mod advert;
mod contact;
mod credit;
mod dateline;
mod domain;
mod figure;
mod headline;
mod name;
mod outlet;
mod page;
mod picture;
pub mod pile;
mod quotation;
pub mod ratings;
mod rules;
mod signal;
mod sourcing;
mod spelling;
mod state;
pub mod tables;

pub(crate) use signal::Seen;
pub use signal::{Direction, Observation, Signal};

use copydesk_core::{Analyzer, Evidence, Given, OptionsError, Reading, Rule, Shelf, Sink, Span, register};
use copydesk_figures::Figure;
use copydesk_masthead::Masthead;
use copydesk_names::Name;
use copydesk_quotes::Quote;
use copydesk_sources::Source;
use copydesk_zones::{Label, Zone};
use page::Page;
use ratings::Ratings;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a user can set.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// Grade each article and each statement of the pile on the Admiralty scale (`--admiralty`)
    pub admiralty: bool,
}

/// The analyzer.
#[derive(Default)]
pub struct Reliability {
    ratings: Option<Arc<Ratings>>,
}

impl Analyzer for Reliability {
    const NAME: &'static str = "reliability";
    const RULES: &'static [Rule] = rules::RULES;
    const LANGUAGES: &'static [&'static str] = &["en"];
    type Options = Options;
    type Requires = (Zone, Masthead, Name, Quote, Source, Figure);
    type Output = Signal;

    fn new(_: Options) -> Result<Self, OptionsError> {
        Ok(Self::default())
    }

    fn fetch(&mut self, shelf: &Shelf) {
        self.ratings = shelf.get();
    }

    fn analyze(&self, reading: &Reading<'_>, given: Given<'_, Self::Requires>, found: &mut Sink<'_, Signal>) {
        let (zones, ..) = given.columns;
        // What has no story has no sourcing.
        if !zones.iter().any(|zone| zone.data.label == Label::Body) {
            return;
        }
        // A headline says again what the story attributes: "Experts: dam will hold".
        let story = |span: Span| matches!(given.zone(span), Some("body" | "crosshead"));
        let page = Page::new(reading, given.columns, &story);
        let mut seen = credit::seen(&page);
        seen.extend(dateline::seen(&page));
        seen.extend(outlet::seen(&page, self.ratings.as_deref()));
        seen.extend(contact::seen(&page));
        seen.extend(advert::seen(&page));
        seen.extend(state::seen(&page));
        seen.extend(sourcing::seen(&page));
        seen.extend(figure::seen(&page));
        seen.extend(quotation::seen(&page));
        seen.extend(picture::seen(&page));
        seen.extend(spelling::seen(&page));
        seen.extend(headline::seen(&page));
        for Seen { confidence, signal } in seen {
            let rule = rules::of(signal.signal);
            // What is missing has no place.
            let missing = matches!(signal.signal, Observation::MissingDate | Observation::MissingByline);
            match signal.evidence.iter().find_map(Evidence::place).filter(|_| !missing) {
                Some(place) => found.push(place.span(), rule, confidence, signal),
                None => found.push_unplaced(rule, confidence, signal),
            }
        }
    }
}

register! {
    /// Finds what a careful reader can say of an article's sourcing: signals with evidence and a rule, no score and no verdict.
    analyzer Reliability
}
