//! The text of a page, and where each piece of it stands.

use copydesk_core::{Block, Source};

/// The text of a page, laid out.
pub(crate) struct Laid {
    pub text: String,
    pub source: Source,
    pub blocks: Vec<Block>,
}

pub(crate) fn lay(place: &str, page: &str) -> Laid {
    Laid { text: String::new(), source: Source::new(place, Vec::new(), page.as_bytes()), blocks: Vec::new() }
}
