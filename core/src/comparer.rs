//! Comparers: what can only be said over many documents, as map, merge and conclude.

use crate::given::Concluded;
use crate::packed::Packed;
use crate::{Across, After, Confidence, Evidence, Finding, Given, OptionsError, Reading, Requires, Rule, Shelf};
use schemars::JsonSchema;
use serde::{Serialize, de::DeserializeOwned};
use std::collections::{BTreeMap, BTreeSet, btree_map};

/// An analysis over many documents, registered with [`register!`](crate::register).
///
/// `map` turns each document into keyed partials, `merge` joins the partials of one key from any number of shards in any order,
/// `conclude` reads them in key order. So one laptop and a cluster give the same bytes.
pub trait Comparer: Send + Sync + Sized + 'static {
    /// The plugin's name, as on the command line.
    const NAME: &'static str;
    /// Every rule that a finding can name.
    const RULES: &'static [Rule];
    /// What a user can set, with its defaults; `()` for none.
    type Options: DeserializeOwned + JsonSchema + Default;
    /// The findings in each document that it builds on.
    type Requires: Requires;
    /// The findings of earlier comparers that it builds on.
    type After: After;
    /// What is known of one key. It is packed while it waits (with `postcard`), so that it must be read back without looking ahead: no untagged enums, no
    /// flattened fields, no `serde_json::Value`.
    type Partial: Serialize + DeserializeOwned + Merge + Send + Sync + 'static;
    /// What it concludes.
    type Output: Finding;

    /// Makes the comparer.
    ///
    /// # Errors
    /// [`OptionsError`] where an option has a value that can't be used.
    fn new(options: Self::Options) -> Result<Self, OptionsError>;

    /// Takes what the program has read for this plugin, if there is anything: see [`Shelf`].
    fn fetch(&mut self, _: &Shelf) {}

    /// Emits what one document contributes, by key.
    fn map(&self, reading: &Reading<'_>, given: Given<'_, Self::Requires>, emit: &mut Emit<Self::Partial>);

    /// Concludes from all partials, in key order.
    fn conclude(
        &self,
        merged: Merged<Self::Partial>,
        earlier: Earlier<'_, Self::After>,
        found: &mut AcrossSink<Self::Output>,
    );
}

/// Joins two partial results. It must be associative, commutative and free of order: build partials of integers and sorted sets only.
pub trait Merge {
    /// Takes `other` in.
    fn merge(&mut self, other: Self);
}

impl<T: Ord> Merge for BTreeSet<T> {
    fn merge(&mut self, other: Self) {
        self.extend(other);
    }
}

impl<K: Ord, V: Merge> Merge for BTreeMap<K, V> {
    fn merge(&mut self, other: Self) {
        for (key, value) in other {
            match self.entry(key) {
                btree_map::Entry::Occupied(mut mine) => mine.get_mut().merge(value),
                btree_map::Entry::Vacant(place) => {
                    place.insert(value);
                }
            }
        }
    }
}

impl Merge for u64 {
    fn merge(&mut self, other: Self) {
        *self += other;
    }
}

/// Takes what one document contributes.
pub struct Emit<P>(pub(crate) BTreeMap<String, P>);

impl<P: Merge> Emit<P> {
    /// Contributes `partial` under `key`; what stands there already is merged with it.
    pub fn emit(&mut self, key: impl Into<String>, partial: P) {
        match self.0.entry(key.into()) {
            btree_map::Entry::Occupied(mut mine) => mine.get_mut().merge(partial),
            btree_map::Entry::Vacant(place) => {
                place.insert(partial);
            }
        }
    }
}

/// All partials of a pile: a stream in key order, or one by one by their keys.
///
/// They lie packed until they are asked for. A comparer that reads the partials of one cluster, concludes, and goes on to the next needs the memory of one
/// cluster and not of the pile.
pub struct Merged<P>(pub(crate) Packed<P>);

impl<P: Merge + Serialize + DeserializeOwned> Merged<P> {
    /// How many keys there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was emitted, or everything taken.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys()
    }

    /// The partial of one key. It stays here, so that several threads can read at once, and one after the other needs the memory of one.
    #[must_use]
    pub fn read(&self, key: &str) -> Option<P> {
        self.0.read(key)
    }
}

impl<P: Merge + Serialize + DeserializeOwned> Iterator for Merged<P> {
    type Item = (String, P);

    fn next(&mut self) -> Option<(String, P)> {
        self.0.pop()
    }
}

/// What earlier comparers have concluded.
pub struct Earlier<'a, A: After> {
    /// A tuple of slices: `let (origins,) = earlier.columns;`.
    pub columns: A::Columns<'a>,
}

impl<'a, A: After> Earlier<'a, A> {
    pub(crate) fn new(concluded: &Concluded<'a>) -> Self {
        Self { columns: A::gather(concluded) }
    }
}

/// Takes what a comparer concludes.
pub struct AcrossSink<F> {
    pub(crate) found: Vec<Across<F>>,
    rules: &'static [Rule],
}

impl<F: Finding> AcrossSink<F> {
    pub(crate) const fn new(rules: &'static [Rule]) -> Self {
        Self { found: Vec::new(), rules }
    }

    /// Takes a finding over several documents, with the places that it stands on.
    ///
    /// # Panics
    /// Where the rule is not among the plugin's.
    pub fn push(&mut self, mut evidence: Vec<Evidence>, rule: &'static str, confidence: Confidence, data: F) {
        assert!(self.rules.iter().any(|r| r.name == rule), "no rule is named {rule:?}");
        // It is kept until the last comparer has concluded, and a list that grew has up to twice the room that it needs.
        evidence.shrink_to_fit();
        self.found.push(Across { evidence, confidence, rule, data });
    }
}
