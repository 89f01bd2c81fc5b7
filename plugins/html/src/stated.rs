//! What a page states of itself outside its text.

use copydesk_core::Stated;

/// Everything that the page says of itself, in source order.
pub(crate) fn read(_page: &str) -> Vec<Stated> {
    Vec::new()
}
