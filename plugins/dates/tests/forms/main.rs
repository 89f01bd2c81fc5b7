//! Every written form that the rules claim: rendered from a value that the calendar tells, put into a sentence, and read back.

#![allow(clippy::unwrap_used, clippy::string_slice)]

#[path = "../desk/mod.rs"]
mod desk;
mod form;
mod frames;
mod holidays;
mod hours;
mod lengths;
mod meant;
mod near;
mod periods;
mod ranges;
mod sets;
mod stories;
mod told;
mod undated;
mod words;
mod written;
