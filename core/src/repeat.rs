//! Running one plugin once more, alone: for measuring it.

use crate::engine::{BASE_BUDGET, BUDGET_PER_TOKEN};
use crate::given::Table;
use crate::{Analysis, Engine};

impl Engine {
    /// Runs one plugin of the plan once more over a document that this engine has read, and throws away what it finds.
    ///
    /// What it requires is taken from the analysis, so that the time this call takes is that plugin's own: an analyzer
    /// looks for its findings, a comparer maps the document; of two that share the name, both. Answers the number of findings (of an analyzer; 0 of a
    /// comparer), or `None` where the plan has no such plugin or the document was not read.
    ///
    /// # Panics
    /// Where the plugin does: nothing is caught here, what fails should not be measured.
    #[must_use]
    pub fn repeat(&self, analysis: &Analysis<'_>, plugin: &str) -> Option<usize> {
        let reading = analysis.reading.as_ref()?;
        let names: Vec<&'static str> = analysis.plugins.iter().map(|(plugin, _)| plugin.name).collect();
        let table = Table {
            columns: &analysis.columns,
            aside: &analysis.aside,
            zones: &analysis.zones,
            places: &self.plan().analyzer_places,
            names: &names,
        };
        let analyzer = self.plan().analyzers.iter().find(|step| step.plugin.name == plugin);
        let found = analyzer.map(|step| {
            let budget = BASE_BUDGET + BUDGET_PER_TOKEN * reading.tokens().len() as u64;
            step.run.analyze(reading, &table, budget).column.len()
        });
        let comparer = self.plan().comparers.iter().find(|step| step.plugin.name == plugin);
        let mapped = comparer.map(|step| drop(step.run.map(reading, &table)));
        found.or(mapped.map(|()| 0))
    }
}
