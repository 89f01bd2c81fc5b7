//! When it was published.

mod lines;
mod markup;
pub(crate) mod visible;

use crate::{Basis, Entry, Field, Masthead, Page};
use copydesk_core::Confidence;

/// The publication date, or that it is unknown.
pub(crate) fn find(page: &Page<'_, '_>) -> Entry {
    let stated = if page.reading.markup().is_some() { markup::find(page) } else { lines::stated(page) };
    stated.or_else(|| lines::from_dateline(page)).unwrap_or_else(|| unknown(page))
}

fn unknown(page: &Page<'_, '_>) -> Entry {
    let year = lines::copyright_year(page);
    let rule = if year.is_some() { "only-a-year" } else { "no-date" };
    let evidence = year.map(|(_, cited)| cited).into_iter().collect();
    let data =
        Masthead { field: Field::Published, value: None, basis: Basis::Unknown, evidence, candidates: Vec::new() };
    Entry { span: None, rule, confidence: Confidence::High, data }
}
