//! English.

pub mod abbreviations;
pub mod acronym;
pub mod agencies;
pub mod calendar;
pub mod inflection;
pub mod lexicon;
pub mod numeral;
