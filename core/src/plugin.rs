//! Plugins: what registers itself, erased to one face.

use crate::column::Column;
use crate::comparer::{Emit, Merged};
use crate::given::{Concluded, Need, Table};
use crate::packed::Packed;
use crate::{
    Across, AcrossSink, After, Analyzer, Comparer, Earlier, Finding, Found, Given, Merge, OptionsError, Reading,
    Requires, Rule, SetAside, Shelf, Sink,
};
use serde::de::DeserializeOwned;
use std::any::{Any, TypeId};
use std::collections::BTreeMap;

/// A registered plugin: what the engine, `copydesk plugins` and `copydesk explain` know of it.
#[derive(Clone, Copy)]
pub struct Plugin {
    /// Its name.
    pub name: &'static str,
    /// What it does: the documentation comment in its `register!`.
    pub doc: &'static str,
    /// Whether it reads one document or compares many.
    pub role: Role,
    /// Every rule that it can name.
    pub rules: &'static [Rule],
    /// The languages that it reads; none for any.
    pub languages: &'static [&'static str],
    /// The record kinds that it gives.
    pub kinds: &'static [&'static str],
    pub(crate) marks_zones: bool,
    pub(crate) output: fn() -> TypeId,
    pub(crate) needs: fn() -> Vec<Need>,
    pub(crate) after: fn() -> Vec<Need>,
    pub(crate) build: fn(serde_json::Value, &Shelf) -> Result<Built, OptionsError>,
    pub(crate) options: fn() -> schemars::Schema,
    pub(crate) data: fn() -> schemars::Schema,
    pub(crate) defaults: fn(serde_json::Value) -> Result<(), String>,
}

/// Name and role of a plugin.
pub(crate) type Key = (&'static str, Role);

/// Whether a plugin reads one document or compares many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Reads one document.
    Analyzer,
    /// Compares many.
    Comparer,
}

/// A plugin with its options.
pub(crate) enum Built {
    Analyzer(Box<dyn ErasedAnalyzer>),
    Comparer(Box<dyn ErasedComparer>),
}

impl Plugin {
    /// An analyzer as a plugin. `doc` is what `copydesk explain NAME` prints.
    #[must_use]
    pub const fn analyzer<A: Analyzer>(doc: &'static str) -> Self {
        Self {
            name: A::NAME,
            doc,
            role: Role::Analyzer,
            rules: A::RULES,
            languages: A::LANGUAGES,
            kinds: A::Output::KINDS,
            marks_zones: A::Output::MARKS_ZONES,
            output: TypeId::of::<A::Output>,
            needs: A::Requires::needs,
            after: Vec::new,
            build: |options, shelf| {
                let mut plugin = A::new(read::<A::Options>(options)?)?;
                plugin.fetch(shelf);
                Ok(Built::Analyzer(Box::new(plugin)))
            },
            options: schema::<A::Options>,
            data: schema::<A::Output>,
            defaults: |options| serde_json::from_value::<A::Options>(options).map(drop).map_err(|e| e.to_string()),
        }
    }

    /// A comparer as a plugin. `doc` is what `copydesk explain NAME` prints.
    #[must_use]
    pub const fn comparer<C: Comparer>(doc: &'static str) -> Self {
        Self {
            name: C::NAME,
            doc,
            role: Role::Comparer,
            rules: C::RULES,
            languages: &[],
            kinds: C::Output::KINDS,
            marks_zones: false,
            output: TypeId::of::<C::Output>,
            needs: C::Requires::needs,
            after: C::After::needs,
            build: |options, shelf| {
                let mut plugin = C::new(read::<C::Options>(options)?)?;
                plugin.fetch(shelf);
                Ok(Built::Comparer(Box::new(plugin)))
            },
            options: schema::<C::Options>,
            data: schema::<C::Output>,
            defaults: |options| serde_json::from_value::<C::Options>(options).map(drop).map_err(|e| e.to_string()),
        }
    }

    /// All plugins that are linked into this program, by name, an analyzer before the comparer of its name. The order in which they
    /// were linked does not show.
    #[must_use]
    pub fn registered() -> Vec<Self> {
        let mut all: Vec<Self> = inventory::iter::<Self>.into_iter().copied().collect();
        all.sort_by_key(Self::key);
        all
    }

    /// What tells it from others: an analyzer and a comparer may share a name, and are then two halves of one analysis.
    pub(crate) const fn key(&self) -> Key {
        (self.name, self.role)
    }

    /// The rule of that name.
    #[must_use]
    pub fn rule(&self, name: &str) -> Option<&'static Rule> {
        self.rules.iter().find(|rule| rule.name == name)
    }

    /// The JSON Schema of what a user can set.
    #[must_use]
    pub fn options_schema(&self) -> schemars::Schema {
        (self.options)()
    }

    /// The JSON Schema of the `data` of its records.
    #[must_use]
    pub fn data_schema(&self) -> schemars::Schema {
        (self.data)()
    }

    /// The first record kind of each finding type that it requires or builds on; `*` for the claims of all.
    #[must_use]
    pub fn requires(&self) -> Vec<&'static str> {
        let all = (self.needs)().into_iter().chain((self.after)());
        all.map(|need| if let Need::Findings(_, kind) = need { kind } else { "*" }).collect()
    }
}

inventory::collect!(Plugin);

/// Registers an analyzer, a comparer or a reader, so that every program that links the crate has it.
///
/// The documentation comment is what `copydesk explain NAME` prints.
///
/// ```ignore
/// register! {
///     /// Finds hedges: words by which a writer steps back from a statement.
///     analyzer Hedges
/// }
/// ```
#[macro_export]
macro_rules! register {
    ($(#[doc = $doc:literal])+ analyzer $type:ty) => {
        $crate::inventory::submit! { $crate::Plugin::analyzer::<$type>(concat!($($doc, "\n"),+)) }
    };
    ($(#[doc = $doc:literal])+ comparer $type:ty) => {
        $crate::inventory::submit! { $crate::Plugin::comparer::<$type>(concat!($($doc, "\n"),+)) }
    };
    ($(#[doc = $doc:literal])+ reader $name:literal $reader:expr) => {
        $crate::inventory::submit! { $crate::Format { name: $name, doc: concat!($($doc, "\n"),+), reader: &$reader } }
    };
}

fn read<O: DeserializeOwned>(options: serde_json::Value) -> Result<O, OptionsError> {
    serde_json::from_value(options).map_err(|error| OptionsError(error.to_string()))
}

fn schema<T: schemars::JsonSchema>() -> schemars::Schema {
    schemars::schema_for!(T)
}

/// What one analyzer found in one document.
pub(crate) struct Yield {
    pub column: Box<dyn Column>,
    pub aside: Vec<Found<SetAside>>,
}

pub(crate) trait ErasedAnalyzer: Send + Sync {
    fn analyze(&self, reading: &Reading<'_>, table: &Table<'_>, budget: u64) -> Yield;
}

impl<A: Analyzer> ErasedAnalyzer for A {
    fn analyze(&self, reading: &Reading<'_>, table: &Table<'_>, budget: u64) -> Yield {
        let mut sink = Sink::<A::Output>::new(reading, A::RULES, budget);
        Analyzer::analyze(self, reading, Given::new(table), &mut sink);
        let Sink { mut found, mut aside, .. } = sink;
        in_place(&mut found);
        in_place(&mut aside);
        Yield { column: Box::new(found), aside }
    }
}

/// Sorts by start, longest first, those without a place in front; of equal places the order in which they were pushed stays.
fn in_place<F>(found: &mut [Found<F>]) {
    found.sort_by_key(|found| found.span.map(|span| (span.start, u32::MAX - span.end)));
}

/// What the documents of one shard contribute to one comparer.
pub(crate) trait Partials: Send + Sync {
    fn merge(&mut self, other: Box<dyn Partials>);
    fn into_any(self: Box<Self>) -> Box<dyn Any>;
    fn json(&self) -> serde_json::Result<serde_json::Value>;
}

impl<P: Merge + serde::Serialize + DeserializeOwned + Send + Sync + 'static> Partials for Packed<P> {
    fn merge(&mut self, other: Box<dyn Partials>) {
        // Partials of one place in the plan are of one type.
        if let Ok(other) = other.into_any().downcast::<Self>() {
            Self::merge(self, *other);
        }
    }
    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
    fn json(&self) -> serde_json::Result<serde_json::Value> {
        Self::json(self)
    }
}

pub(crate) trait ErasedComparer: Send + Sync {
    fn nothing(&self) -> Box<dyn Partials>;
    fn read(&self, partials: serde_json::Value) -> serde_json::Result<Box<dyn Partials>>;
    fn map(&self, reading: &Reading<'_>, table: &Table<'_>) -> Box<dyn Partials>;
    fn conclude(&self, partials: Box<dyn Partials>, concluded: &Concluded<'_>) -> Box<dyn Column>;
}

impl<C: Comparer> ErasedComparer for C {
    fn nothing(&self) -> Box<dyn Partials> {
        Box::new(Packed::<C::Partial>::new(BTreeMap::new()))
    }

    fn read(&self, partials: serde_json::Value) -> serde_json::Result<Box<dyn Partials>> {
        Ok(Box::new(Packed::<C::Partial>::new(serde_json::from_value(partials)?)))
    }

    fn map(&self, reading: &Reading<'_>, table: &Table<'_>) -> Box<dyn Partials> {
        let mut emit = Emit(BTreeMap::new());
        Comparer::map(self, reading, Given::new(table), &mut emit);
        Box::new(Packed::new(emit.0))
    }

    fn conclude(&self, partials: Box<dyn Partials>, concluded: &Concluded<'_>) -> Box<dyn Column> {
        let packed = partials.into_any().downcast::<Packed<C::Partial>>();
        let mut packed = packed.map_or_else(|_| Packed::new(BTreeMap::new()), |packed| *packed);
        packed.settle();
        let mut sink = AcrossSink::<C::Output>::new(C::RULES);
        Comparer::conclude(self, Merged(packed), Earlier::new(concluded), &mut sink);
        let found: Vec<Across<C::Output>> = sink.found;
        Box::new(found)
    }
}
