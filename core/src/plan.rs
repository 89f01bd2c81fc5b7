//! The plan: which plugins run, in which order, and which of them are shown.

use crate::given::Need;
use crate::options::{did_you_mean, nearest};
use crate::plugin::{Built, ErasedAnalyzer, ErasedComparer, Key};
use crate::{OptionsError, Plugin, Role, Settings, SettingsError};
use std::any::TypeId;
use std::collections::{BTreeSet, HashMap};

/// Which plugins a user asked for, by name.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Only these; `None` for all.
    pub only: Option<Vec<String>>,
    /// Not these. One that a selected plugin requires still runs, silently.
    pub skip: Vec<String>,
}

/// The plugins can't be run as asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// No plugin has that name.
    #[error("no plugin is named `{name}`{}", did_you_mean(nearest))]
    Unknown {
        /// As given.
        name: String,
        /// The most like name.
        nearest: Option<String>,
    },
    /// Nothing that is linked gives what a plugin requires.
    #[error("`{plugin}` requires findings of kind `{kind}`, and no linked plugin gives them")]
    Missing {
        /// The plugin.
        plugin: &'static str,
        /// The kind.
        kind: &'static str,
    },
    /// Two analyzers or two comparers have one name, or two plugins give one type.
    #[error("two plugins of one role are named `{0}`, or give the same findings")]
    Twice(&'static str),
    /// Plugins require each other.
    #[error("plugins require each other: {0}")]
    Cycle(String),
    /// A setting can't be used.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// A plugin refuses its options.
    #[error("`{plugin}`: {error}")]
    Options {
        /// The plugin.
        plugin: &'static str,
        /// Its words.
        error: OptionsError,
    },
}

/// One analyzer in the plan.
pub(crate) struct AnalyzerStep {
    pub plugin: Plugin,
    pub shown: bool,
    pub run: Box<dyn ErasedAnalyzer>,
    /// The places in the plan of what it requires.
    pub needs: Vec<usize>,
}

/// One comparer in the plan.
pub(crate) struct ComparerStep {
    pub plugin: Plugin,
    pub shown: bool,
    pub run: Box<dyn ErasedComparer>,
    /// The places of the analyzers that it requires.
    pub needs: Vec<usize>,
    /// The places of the comparers that it builds on.
    pub after: Vec<usize>,
}

/// Which plugins run, in an order in which each comes behind what it requires.
pub struct Plan {
    pub(crate) analyzers: Vec<AnalyzerStep>,
    pub(crate) comparers: Vec<ComparerStep>,
    pub(crate) analyzer_places: HashMap<TypeId, usize>,
    pub(crate) comparer_places: HashMap<TypeId, usize>,
}

impl Plan {
    /// Closes the selection over what it requires and puts it in order.
    ///
    /// # Errors
    /// [`PlanError`]: an unknown name, an unmet requirement, a setting that can't be used.
    pub fn new(plugins: &[Plugin], selection: &Selection, settings: &Settings) -> Result<Self, PlanError> {
        let mut plugins = plugins.to_vec();
        plugins.sort_by_key(Plugin::key);
        let mut givers: HashMap<TypeId, &Plugin> = HashMap::new();
        for (i, plugin) in plugins.iter().enumerate() {
            let named_twice = plugins.get(i + 1).is_some_and(|next| next.key() == plugin.key());
            if givers.insert((plugin.output)(), plugin).is_some() || named_twice {
                return Err(PlanError::Twice(plugin.name));
            }
        }
        settings.check(&plugins)?;
        let shown = shown(&plugins, selection)?;
        let wanted = close(&plugins, &givers, &shown)?;
        let order = order(&plugins, &givers, &wanted)?;

        let mut plan = Self {
            analyzers: Vec::new(),
            comparers: Vec::new(),
            analyzer_places: HashMap::new(),
            comparer_places: HashMap::new(),
        };
        for plugin in order {
            let refused = |error| PlanError::Options { plugin: plugin.name, error };
            let shown = shown.contains(plugin.name);
            // What reads every claim takes what there is: it is not skipped when one of the others fails.
            let places = |needs: Vec<Need>, places: &HashMap<TypeId, usize>| -> Vec<usize> {
                let ids = needs.into_iter().filter_map(|need| match need {
                    Need::Findings(id, _) => Some(id),
                    Need::EveryClaim => None,
                });
                ids.filter_map(|id| places.get(&id).copied()).collect()
            };
            match (plugin.build)(settings.of(plugin.name), &settings.shelf).map_err(refused)? {
                Built::Analyzer(run) => {
                    let needs = places((plugin.needs)(), &plan.analyzer_places);
                    plan.analyzer_places.insert((plugin.output)(), plan.analyzers.len());
                    plan.analyzers.push(AnalyzerStep { plugin, shown, run, needs });
                }
                Built::Comparer(run) => {
                    let needs = places((plugin.needs)(), &plan.analyzer_places);
                    let after = places((plugin.after)(), &plan.comparer_places);
                    plan.comparer_places.insert((plugin.output)(), plan.comparers.len());
                    plan.comparers.push(ComparerStep { plugin, shown, run, needs, after });
                }
            }
        }
        Ok(plan)
    }

    /// The plugins in the order in which they run, each with whether its findings are shown.
    pub fn steps(&self) -> impl Iterator<Item = (&Plugin, bool)> {
        let analyzers = self.analyzers.iter().map(|step| (&step.plugin, step.shown));
        analyzers.chain(self.comparers.iter().map(|step| (&step.plugin, step.shown)))
    }
}

fn shown(plugins: &[Plugin], selection: &Selection) -> Result<BTreeSet<&'static str>, PlanError> {
    let find = |name: &String| {
        plugins.iter().find(|p| p.name == name).map(|p| p.name).ok_or_else(|| PlanError::Unknown {
            name: name.clone(),
            nearest: nearest(name, plugins.iter().map(|p| p.name)),
        })
    };
    let mut shown: BTreeSet<&'static str> = match &selection.only {
        Some(only) => only.iter().map(find).collect::<Result<_, _>>()?,
        None => plugins.iter().map(|p| p.name).collect(),
    };
    for name in &selection.skip {
        shown.remove(find(name)?);
    }
    Ok(shown)
}

/// What is shown, what it requires, and what marks zones.
fn close(
    plugins: &[Plugin],
    givers: &HashMap<TypeId, &Plugin>,
    shown: &BTreeSet<&'static str>,
) -> Result<BTreeSet<Key>, PlanError> {
    let mut wanted = BTreeSet::new();
    let mut open: Vec<&Plugin> = plugins.iter().filter(|p| shown.contains(p.name) || p.marks_zones).collect();
    while let Some(plugin) = open.pop() {
        if !wanted.insert(plugin.key()) {
            continue;
        }
        for need in (plugin.needs)().into_iter().chain((plugin.after)()) {
            match need {
                Need::Findings(id, kind) => {
                    open.push(givers.get(&id).ok_or(PlanError::Missing { plugin: plugin.name, kind })?);
                }
                // The claims of every plugin that makes claims: all analyzers that are linked.
                Need::EveryClaim => {
                    open.extend(plugins.iter().filter(|p| p.role == Role::Analyzer && p.name != plugin.name))
                }
            }
        }
    }
    Ok(wanted)
}

/// Analyzers before comparers, each behind what it requires, else by name.
fn order(
    plugins: &[Plugin],
    givers: &HashMap<TypeId, &Plugin>,
    wanted: &BTreeSet<Key>,
) -> Result<Vec<Plugin>, PlanError> {
    let mut waiting: Vec<&Plugin> = plugins.iter().filter(|p| wanted.contains(&p.key())).collect();
    let mut order: Vec<Plugin> = Vec::new();
    while !waiting.is_empty() {
        let done: BTreeSet<Key> = order.iter().map(Plugin::key).collect();
        let ready = |plugin: &&Plugin| {
            let needs = (plugin.needs)().into_iter().chain((plugin.after)());
            let met = needs.into_iter().all(|need| match need {
                Need::Findings(id, _) => givers.get(&id).is_some_and(|p| done.contains(&p.key())),
                // Behind every analyzer that does not itself read every claim.
                Need::EveryClaim => plugins
                    .iter()
                    .filter(|p| p.role == Role::Analyzer && wanted.contains(&p.key()))
                    .all(|p| done.contains(&p.key()) || (p.needs)().contains(&Need::EveryClaim)),
            });
            let analyzers_first = plugin.role == Role::Analyzer || !waiting.iter().any(|p| p.role == Role::Analyzer);
            met && analyzers_first
        };
        let Some(next) = waiting.iter().position(ready) else {
            return Err(PlanError::Cycle(waiting.iter().map(|p| p.name).collect::<Vec<_>>().join(", ")));
        };
        order.push(*waiting.remove(next));
    }
    Ok(order)
}
