//! English.

pub mod abbreviations;
pub mod calendar;
pub mod lexicon;
pub mod numeral;
