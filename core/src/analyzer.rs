//! Analyzers: one analysis of one document.

use crate::{Confidence, Finding, Found, Given, OptionsError, Reading, Requires, Rule, SetAside, Shelf, Span};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

/// One analysis of one document, registered with [`register!`](crate::register).
///
/// Text is never an error: whatever the text, `analyze` finds what it can. A panic costs the plugin's own column for that
/// document; what depends on it is skipped, and both are said in the output.
pub trait Analyzer: Send + Sync + Sized + 'static {
    /// The plugin's name, as on the command line.
    const NAME: &'static str;
    /// Every rule that a finding can name.
    const RULES: &'static [Rule];
    /// The languages that it reads (primary subtags); none for a plugin that reads any.
    const LANGUAGES: &'static [&'static str] = &[];
    /// What a user can set, with its defaults; `()` for none.
    type Options: DeserializeOwned + JsonSchema + Default;
    /// The findings that it builds on.
    type Requires: Requires;
    /// What it finds.
    type Output: Finding;

    /// Makes the analyzer.
    ///
    /// # Errors
    /// [`OptionsError`] where an option has a value that can't be used.
    fn new(options: Self::Options) -> Result<Self, OptionsError>;

    /// Takes what the program has read for this plugin, if there is anything: see [`Shelf`].
    fn fetch(&mut self, _: &Shelf) {}

    /// Reads one document and pushes what it finds.
    fn analyze(&self, reading: &Reading<'_>, given: Given<'_, Self::Requires>, found: &mut Sink<'_, Self::Output>);
}

/// Takes what an analyzer finds in one document.
pub struct Sink<'a, F> {
    text: &'a str,
    rules: &'static [Rule],
    pub(crate) found: Vec<Found<F>>,
    pub(crate) aside: Vec<Found<SetAside>>,
    steps: u64,
    budget: u64,
}

/// Thrown through a plugin that has run over its budget.
pub(crate) struct OverBudget(pub u64);

impl<'a, F: Finding> Sink<'a, F> {
    pub(crate) fn new(reading: &Reading<'a>, rules: &'static [Rule], budget: u64) -> Self {
        Self { text: reading.text(), rules, found: Vec::new(), aside: Vec::new(), steps: 0, budget }
    }

    /// Takes a finding at a place.
    ///
    /// # Panics
    /// Where the span does not lie on character boundaries inside the text, or the rule is not among the plugin's: the plugin
    /// is at fault then, and loses its column.
    pub fn push(&mut self, span: Span, rule: &'static str, confidence: Confidence, data: F) {
        self.check(span, rule);
        self.found.push(Found { span: Some(span), confidence, rule, data });
    }

    /// Takes a finding that has no place in the text.
    ///
    /// # Panics
    /// Where the rule is not among the plugin's.
    pub fn push_unplaced(&mut self, rule: &'static str, confidence: Confidence, data: F) {
        self.check(Span::new(0, 0), rule);
        self.found.push(Found { span: None, confidence, rule, data });
    }

    /// Says that what stands here looks like a finding and is none. `what` it is instead: `phone`, `section-number` …
    ///
    /// # Panics
    /// As [`Sink::push`] does.
    pub fn set_aside(&mut self, span: Span, rule: &'static str, confidence: Confidence, what: &str) {
        self.check(span, rule);
        self.aside.push(Found { span: Some(span), confidence, rule, data: SetAside { what: what.to_owned() } });
    }

    /// What was pushed so far.
    #[must_use]
    pub fn found(&self) -> &[Found<F>] {
        &self.found
    }

    /// Counts `n` steps of work: tokens looked at, candidates tried. Every push counts as one. A plugin whose loops are not bounded
    /// by the number of tokens calls it in them; one that spends its budget is stopped at the same place on any machine.
    pub fn step(&mut self, n: u64) {
        self.steps += n;
        if self.steps > self.budget {
            // Unwinds to the engine without the panic hook: this is a limit, not a fault of the program.
            std::panic::resume_unwind(Box::new(OverBudget(self.budget)));
        }
    }

    fn check(&mut self, span: Span, rule: &'static str) {
        self.step(1);
        assert!(
            self.text.get(span.start as usize..span.end as usize).is_some(),
            "span {span:?} does not lie on character boundaries inside the text"
        );
        assert!(self.rules.iter().any(|r| r.name == rule), "no rule is named {rule:?}");
    }
}
