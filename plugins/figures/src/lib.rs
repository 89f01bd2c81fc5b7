//! Figures: every number that means something, and only those.
//!
//! A pass over the tokens stops at numbers and the few words that stand for them. There the calendar and the clock are ruled out
//! (`calendar`), then what only looks like a figure (`aside`); a number (`number`) with its unit (`quantity`) is read,
//! joined with a second one where they make a range or a score (`range`), and given its bound, its direction and what it
//! counts (`context`, `counted`, `desk`).

mod address;
mod age;
mod aside;
mod behind;
mod bound;
mod calendar;
mod context;
mod counted;
mod desk;
mod draft;
mod figure;
mod fraction;
mod kind;
mod lists;
mod measure;
mod money;
mod multiple;
mod named;
mod notebook;
mod noun;
mod number;
mod passage;
mod quantity;
mod range;
mod role;
mod rules;
mod subject;

pub use figure::{Bound, Change, Counted, Figure, Kind};

use copydesk_core::{Analyzer, Given, NoOptions, OptionsError, Reading, Rule, Sink, register};
use copydesk_dates::Date;
use copydesk_zones::Zone;

/// The analyzer.
pub struct Figures;

impl Analyzer for Figures {
    const NAME: &'static str = "figures";
    const RULES: &'static [Rule] = rules::RULES;
    const LANGUAGES: &'static [&'static str] = &["en"];
    type Options = NoOptions;
    type Requires = (Zone, Date);
    type Output = Figure;

    fn new(_: NoOptions) -> Result<Self, OptionsError> {
        Ok(Self)
    }

    fn analyze(&self, reading: &Reading<'_>, given: Given<'_, Self::Requires>, found: &mut Sink<'_, Figure>) {
        let (_, dates) = given.columns;
        desk::read(reading, dates, found);
    }
}

register! {
    /// Finds every number that means something: its value or range, unit, bound, and what is counted.
    analyzer Figures
}
