//! The program as it is run: real processes, real files, what they print and how they end.

// In a test a broken expectation is to panic, in its helping functions as well.
#![allow(clippy::unwrap_used)]

mod bad_input;
mod command_line;
mod desk;
mod formats;
mod ownership;
mod ratings;
mod reading;
mod same_bytes;
mod snapshots;
