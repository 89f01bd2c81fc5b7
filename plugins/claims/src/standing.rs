//! Who stands behind some articles: outlets, newsrooms and roots.

use crate::compare::{Entry, documents};
use copydesk_core::Across;
use copydesk_origins::{Counts, Origin, Provenance, counts};
use std::collections::BTreeMap;

/// The chain of each article, by its id.
pub struct Origins<'a>(BTreeMap<&'a str, &'a Origin>);

impl<'a> Origins<'a> {
    /// Those that origins found.
    #[must_use]
    pub fn new(provenance: &'a [Across<Provenance>]) -> Self {
        let origins = provenance.iter().filter_map(|across| across.data.origin());
        Self(origins.map(|origin| (origin.document.as_str(), origin)).collect())
    }

    /// Outlets, newsrooms and roots behind some articles.
    #[must_use]
    pub fn standing(&self, entries: &[Entry<'_>]) -> Counts {
        counts(documents(entries).into_iter().filter_map(|document| self.0.get(document).copied()))
    }
}
