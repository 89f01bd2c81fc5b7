//! English.

pub mod abbreviations;
pub mod agencies;
pub mod calendar;
pub mod lexicon;
pub mod numeral;
