//! Claims: what the articles on one event agree on, and where they contradict each other.
//!
//! Dates are lined up by the act that they date, figures by what they count, values of kinds that this crate has never heard of by
//! what their plugin says they are about. Precision comes before recall: a reported conflict that is none costs a
//! fact-checker's trust. What looks like a conflict and is none (two grains of one date, an update, a rounded figure) is said too, and why.

pub mod account;
mod class;
mod classify;
mod compare;
mod context;
mod day;
mod figure;
mod finding;
mod offset;
pub mod pin;
mod rival;
mod rules;
mod standing;
mod status;
mod subject;
mod thing;
mod toll;
mod value;
mod words;

pub use account::{Account, Datum, Offset, Pending, Voice};
pub use finding::{Agreement, Class, Comparison, Conflict, Report, Side, readable};
pub use standing::Origins;
pub use subject::subjects;
pub use value::interval;

use copydesk_core::{
    AcrossSink, Comparer, Earlier, Emit, EveryClaim, Given, Merged, NoOptions, OptionsError, Reading, Rule, register,
};
use copydesk_dates::Date;
use copydesk_masthead::Masthead;
use copydesk_origins::Provenance;
use copydesk_sources::Source;
use std::collections::BTreeSet;

/// The comparer.
pub struct Claims;

impl Comparer for Claims {
    const NAME: &'static str = "claims";
    const RULES: &'static [Rule] = rules::RULES;
    type Options = NoOptions;
    type Requires = (EveryClaim, Date, Masthead, Source);
    type After = (Provenance,);
    type Partial = BTreeSet<Account>;
    type Output = Comparison;

    fn new(_: NoOptions) -> Result<Self, OptionsError> {
        Ok(Self)
    }

    fn map(&self, reading: &Reading<'_>, given: Given<'_, Self::Requires>, emit: &mut Emit<Self::Partial>) {
        emit.emit(reading.id(), BTreeSet::from([account::of(reading, &given)]));
    }

    fn conclude(
        &self,
        merged: Merged<Self::Partial>,
        earlier: Earlier<'_, Self::After>,
        found: &mut AcrossSink<Comparison>,
    ) {
        let (provenance,) = earlier.columns;
        let origins = Origins::new(provenance);
        for mut cluster in account::clusters(merged, provenance) {
            pin::pin(&mut cluster);
            compare::compare(&cluster, &origins, found);
        }
    }
}

register! {
    /// Lines up dates, figures and every other claim across the articles on one event: what they agree on, where they contradict
    /// each other, and what looks like a conflict and is none.
    comparer Claims
}
