//! Zones: where in the article a place stands, and what is no news at all.
//!
//! Text comes with what stood round it: tickers, menus, captions, related headlines, adverts. Cues are read first (they are
//! data: `words/cues.txt`), then what is relative to the document (a headline that is repeated, short lines below "Related
//! Stories"), then length, stops, function words and neighbours. A text of one line is story whatever it looks like.

pub mod agency;
mod byline;
mod credit;
mod cues;
pub mod dateline;
mod desk;
mod headline;
mod label;
mod page;
mod rules;
mod runs;
mod shape;
mod stretch;
mod tail;
mod top;
mod unit;

pub use label::Label;

use copydesk_core::{Analyzer, Finding, Given, NoOptions, OptionsError, Reading, Rule, Sink, Span, register};
use desk::{Desk, Mark};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Zone {
    /// What it is.
    pub label: Label,
}

impl Finding for Zone {
    const KINDS: &'static [&'static str] = &["zone"];
    const MARKS_ZONES: bool = true;

    fn sentence(&self, quoted: &[&str]) -> String {
        format!("{}: {}", self.label.name(), quoted.first().unwrap_or(&""))
    }
    fn zone(&self) -> Option<&str> {
        Some(self.label.zone())
    }
}

/// The analyzer.
pub struct Zones;

impl Analyzer for Zones {
    const NAME: &'static str = "zones";
    const RULES: &'static [Rule] = rules::RULES;
    type Options = NoOptions;
    type Requires = ();
    type Output = Zone;

    fn new(_: NoOptions) -> Result<Self, OptionsError> {
        Ok(Self)
    }

    fn analyze(&self, reading: &Reading<'_>, _: Given<'_, ()>, found: &mut Sink<'_, Zone>) {
        let mut desk = Desk::new(reading);
        desk.mark();
        let mut run = Run { found, open: None };
        let mut parts = desk.parts.iter().peekable();
        for (unit, mark) in desk.units.iter().zip(&desk.marks) {
            let Some(mark) = *mark else { continue };
            // Zones never overlap: a dateline is cut out of its paragraph.
            let mut rest = unit.tokens.clone();
            while let Some((part, inner)) = parts.next_if(|(part, _)| part.start < rest.end) {
                run.add(reading, rest.start..part.start, unit.block, mark);
                run.add(reading, part.clone(), unit.block, *inner);
                rest.start = part.end;
            }
            run.add(reading, rest, unit.block, mark);
        }
        run.close();
    }
}

/// Joins neighbours of one kind in one block to one zone.
struct Run<'a, 'b> {
    found: &'a mut Sink<'b, Zone>,
    open: Option<(Span, usize, Mark)>,
}

impl Run<'_, '_> {
    fn add(&mut self, reading: &Reading<'_>, tokens: Range<usize>, block: usize, mark: Mark) {
        if tokens.is_empty() {
            return;
        }
        let span = reading.span(tokens);
        match &mut self.open {
            Some((whole, in_block, last))
                if *in_block == block && last.label == mark.label && last.rule == mark.rule =>
            {
                *whole = whole.to(span);
            }
            _ => {
                self.close();
                self.open = Some((span, block, mark));
            }
        }
    }

    fn close(&mut self) {
        if let Some((span, _, mark)) = self.open.take() {
            self.found.push(span, mark.rule, mark.confidence, Zone { label: mark.label });
        }
    }
}

register! {
    /// Finds the zones of an article: headline, dateline, byline, body, captions, credits, and the furniture round them.
    analyzer Zones
}
