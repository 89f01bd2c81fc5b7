//! The engine: reads documents in parallel, runs the plan over each, compares them, and keeps every fault where it arose.

use crate::analyzer::OverBudget;
use crate::column::Column;
use crate::given::{Concluded, Table};
use crate::plugin::Yield;
use crate::zones::Zones;
use crate::{
    Analysis, Analyzer, Comparer, Conclusions, Document, Plan, PlanError, Plugin, Reading, Selection, Settings, Shard,
    Skip, TooLong, Watch, Why,
};
use rayon::prelude::*;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Steps that every document may cost a plugin, however short it is.
pub(crate) const BASE_BUDGET: u64 = 100_000;
/// Steps a token on top. The dearest plugin was measured at less than 4 a token on news.
pub(crate) const BUDGET_PER_TOKEN: u64 = 64;
/// So many documents are read at once before their findings are handed over in order: enough to keep every core busy,
/// few enough that a crawl of any size runs in bounded memory.
const BATCH: usize = 64;

/// Runs a plan over documents.
///
/// ```
/// use copydesk_core::{Analyzer, Article, Confidence, Engine, Finding, Given, NoOptions, OptionsError, Reading, Rule, Sink};
///
/// #[derive(Clone, Debug, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
/// struct Shout {}
/// impl Finding for Shout {
///     const KINDS: &'static [&'static str] = &["shout"];
///     fn sentence(&self, quoted: &[&str]) -> String {
///         format!("“{}” is shouted", quoted[0])
///     }
/// }
/// struct Shouts;
/// impl Analyzer for Shouts {
///     const NAME: &'static str = "shouts";
///     const RULES: &'static [Rule] = &[Rule { name: "capitals", doc: "Four or more capital letters." }];
///     type Options = NoOptions;
///     type Requires = ();
///     type Output = Shout;
///     fn new(_: NoOptions) -> Result<Self, OptionsError> {
///         Ok(Self)
///     }
///     fn analyze(&self, reading: &Reading<'_>, _: Given<'_, ()>, found: &mut Sink<'_, Shout>) {
///         for token in reading.tokens() {
///             if token.class.any(copydesk_core::Class::UPPER) && token.span().len() > 3 {
///                 found.push(token.span(), "capitals", Confidence::High, Shout {});
///             }
///         }
///     }
/// }
///
/// // The engine as a library, without the registry: chosen analyzers over a text.
/// let engine = Engine::builder().analyzer::<Shouts>().build().unwrap();
/// let article = Article::new("note", "They said NEVER again.");
/// let analysis = engine.read(&article);
/// for record in analysis.records() {
///     assert_eq!((record.text, record.kind), (Some("NEVER"), "shout"));
/// }
/// assert_eq!(analysis.of::<Shout>().len(), 1);
/// ```
pub struct Engine {
    plan: Plan,
    watch: Watch,
}

impl Engine {
    /// An engine that runs `plan`.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Self { plan, watch: Watch::default() }
    }

    /// Chooses plugins one by one, without the registry.
    #[must_use]
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The plan.
    #[must_use]
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What is being worked on, for a watchdog.
    #[must_use]
    pub const fn watch(&self) -> &Watch {
        &self.watch
    }

    /// Reads one document and runs every analyzer of the plan over it.
    #[must_use]
    pub fn read<'a>(&self, document: &'a dyn Document) -> Analysis<'a> {
        let plugins: Vec<(Plugin, bool)> = self.plan.analyzers.iter().map(|step| (step.plugin, step.shown)).collect();
        let reading = match Reading::new(document) {
            Ok(reading) => reading,
            Err(TooLong(bytes)) => return Analysis::unread(document, plugins, bytes),
        };
        let mut columns: Vec<Option<Box<dyn Column>>> = Vec::new();
        let mut aside = Vec::new();
        let mut skipped: Vec<Skip> = Vec::new();
        let mut zones = Zones::default();
        let budget = BASE_BUDGET + BUDGET_PER_TOKEN * reading.tokens().len() as u64;
        let names: Vec<&'static str> = plugins.iter().map(|(plugin, _)| plugin.name).collect();
        for step in &self.plan.analyzers {
            let failed = step.needs.iter().find(|&&i| !columns.get(i).is_some_and(Option::is_some));
            let result = if let Some(language) = foreign(&reading, &step.plugin) {
                Err(Why::Language(language))
            } else if let Some(name) = failed.and_then(|&i| names.get(i)) {
                Err(Why::Requires((*name).to_owned()))
            } else {
                let places = &self.plan.analyzer_places;
                let table = Table { columns: &columns, aside: &aside, zones: &zones, places, names: &names };
                let _working = self.watch.on(reading.id(), step.plugin.name);
                guarded(|| step.run.analyze(&reading, &table, budget))
            };
            match result {
                Ok(Yield { column, aside: set_aside }) => {
                    if step.plugin.marks_zones {
                        zones = marked(column.as_ref());
                    }
                    columns.push(Some(column));
                    aside.push(set_aside);
                }
                Err(why) => {
                    skipped.push(Skip { plugin: step.plugin.name, why });
                    columns.push(None);
                    aside.push(Vec::new());
                }
            }
        }
        Analysis { document, reading: Some(reading), plugins, columns, aside, zones, skipped }
    }

    /// Maps one analysis for every comparer of the plan.
    #[must_use]
    pub fn map(&self, analysis: &Analysis<'_>) -> Shard {
        let mut shard = self.empty_shard();
        let Some(reading) = &analysis.reading else { return shard };
        let names: Vec<&'static str> = analysis.plugins.iter().map(|(plugin, _)| plugin.name).collect();
        let table = Table {
            columns: &analysis.columns,
            aside: &analysis.aside,
            zones: &analysis.zones,
            places: &self.plan.analyzer_places,
            names: &names,
        };
        for (step, partials) in self.plan.comparers.iter().zip(&mut shard.partials) {
            let skip = |why| Skip { plugin: step.plugin.name, why };
            let failed = step.needs.iter().find(|&&i| !analysis.columns.get(i).is_some_and(Option::is_some));
            if let Some(name) = failed.and_then(|&i| names.get(i)) {
                shard.skipped.insert((reading.id().to_owned(), skip(Why::Requires((*name).to_owned()))));
                continue;
            }
            let _working = self.watch.on(reading.id(), step.plugin.name);
            match guarded(|| step.run.map(reading, &table)) {
                Ok(mapped) => *partials = mapped,
                Err(why) => {
                    shard.skipped.insert((reading.id().to_owned(), skip(why)));
                }
            }
        }
        shard
    }

    /// A shard of no document.
    #[must_use]
    pub fn empty_shard(&self) -> Shard {
        Shard {
            partials: self.plan.comparers.iter().map(|step| step.run.nothing()).collect(),
            skipped: Default::default(),
        }
    }

    /// Concludes over all documents whose shards were merged into `shard`.
    #[must_use]
    pub fn conclude(&self, shard: Shard) -> Conclusions {
        let mut columns: Vec<Option<Box<dyn Column>>> = Vec::new();
        let mut skipped: Vec<Skip> = Vec::new();
        for (step, partials) in self.plan.comparers.iter().zip(shard.partials) {
            let failed = step.after.iter().find(|&&i| !columns.get(i).is_some_and(Option::is_some));
            let result = if let Some(step) = failed.and_then(|&i| self.plan.comparers.get(i)) {
                Err(Why::Requires(step.plugin.name.to_owned()))
            } else {
                let concluded = Concluded { columns: &columns, places: &self.plan.comparer_places };
                let _working = self.watch.on("", step.plugin.name);
                guarded(|| step.run.conclude(partials, &concluded))
            };
            match result {
                Ok(column) => columns.push(Some(column)),
                Err(why) => {
                    skipped.push(Skip { plugin: step.plugin.name, why });
                    columns.push(None);
                }
            }
        }
        let plugins = self.plan.comparers.iter().map(|step| (step.plugin, step.shown)).collect();
        Conclusions { plugins, columns, skipped, skipped_documents: shard.skipped.into_iter().collect() }
    }

    /// Reads all documents in parallel and compares them; analyses come in the order of the documents.
    #[must_use]
    pub fn run<'a, D: Document>(&self, documents: &'a [D]) -> (Vec<Analysis<'a>>, Conclusions) {
        let (analyses, shards): (Vec<_>, Vec<_>) = documents.par_iter().map(|document| self.both(document)).unzip();
        (analyses, self.conclude(self.merge(shards)))
    }

    /// Reads any number of documents in bounded memory: a batch in parallel, then each analysis handed to `visit` in order.
    ///
    /// # Errors
    /// The first error of `visit`; the rest is not read then.
    pub fn stream<D: Document, E>(
        &self,
        documents: impl IntoIterator<Item = D>,
        mut visit: impl FnMut(&Analysis<'_>) -> Result<(), E>,
    ) -> Result<Conclusions, E> {
        let mut documents = documents.into_iter();
        let mut whole = self.empty_shard();
        loop {
            let batch: Vec<D> = documents.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                return Ok(self.conclude(whole));
            }
            let read: Vec<_> = batch.par_iter().map(|document| self.both(document)).collect();
            for (analysis, shard) in read {
                visit(&analysis)?;
                whole.merge(shard);
            }
        }
    }

    fn both<'a>(&self, document: &'a dyn Document) -> (Analysis<'a>, Shard) {
        let analysis = self.read(document);
        let shard = self.map(&analysis);
        (analysis, shard)
    }

    fn merge(&self, shards: Vec<Shard>) -> Shard {
        shards.into_iter().fold(self.empty_shard(), |mut whole, shard| {
            whole.merge(shard);
            whole
        })
    }
}

/// The document's language where the plugin reads others only.
fn foreign(reading: &Reading<'_>, plugin: &Plugin) -> Option<String> {
    let language = reading.language()?;
    (!plugin.languages.is_empty() && !plugin.languages.contains(&language)).then(|| language.to_owned())
}

/// Runs a plugin; a panic costs it no more than this one result.
fn guarded<T>(run: impl FnOnce() -> T) -> Result<T, Why> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|payload| why(payload.as_ref()))
}

fn why(payload: &(dyn Any + Send)) -> Why {
    if let Some(OverBudget(steps)) = payload.downcast_ref() {
        return Why::OverBudget(*steps);
    }
    let words =
        payload.downcast_ref::<&str>().map(|s| (*s).to_owned()).or_else(|| payload.downcast_ref::<String>().cloned());
    Why::Panicked(words.unwrap_or_else(|| "without a message".to_owned()))
}

fn marked(column: &dyn Column) -> Zones {
    let entries = (0..column.len()).filter_map(|i| column.entry(i));
    Zones::new(entries.filter_map(|entry| Some((entry.span?, entry.payload.zone()?.to_owned()))).collect())
}

/// Chooses plugins for an [`Engine`] one by one.
#[derive(Default)]
pub struct Builder {
    plugins: Vec<Plugin>,
    settings: Settings,
}

impl Builder {
    /// Adds an analyzer.
    #[must_use]
    pub fn analyzer<A: Analyzer>(mut self) -> Self {
        self.plugins.push(Plugin::analyzer::<A>(""));
        self
    }

    /// Adds a comparer.
    #[must_use]
    pub fn comparer<C: Comparer>(mut self) -> Self {
        self.plugins.push(Plugin::comparer::<C>(""));
        self
    }

    /// Uses these settings.
    #[must_use]
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// Makes the engine.
    ///
    /// # Errors
    /// [`PlanError`]: an unmet requirement, a setting that can't be used.
    pub fn build(self) -> Result<Engine, PlanError> {
        Plan::new(&self.plugins, &Selection::default(), &self.settings).map(Engine::new)
    }
}
