//! What a plugin gets beside the text: the findings of the plugins that it requires.

use crate::column::Column;
use crate::zones::Zones;
use crate::{Across, Claim, Confidence, Finding, Found, SetAside, Span};
use std::any::TypeId;
use std::collections::HashMap;

/// Everything that plugins have found so far in one document.
pub(crate) struct Table<'a> {
    pub columns: &'a [Option<Box<dyn Column>>],
    pub aside: &'a [Vec<Found<SetAside>>],
    pub zones: &'a Zones,
    pub places: &'a HashMap<TypeId, usize>,
    pub names: &'a [&'static str],
}

/// One thing that a plugin requires: a finding type of another plugin, or [`EveryClaim`].
pub trait Input: 'static {
    /// What the plugin is given for it.
    type Given<'a>;
    #[doc(hidden)]
    fn need() -> Need;
    #[doc(hidden)]
    #[allow(private_interfaces)]
    fn gather<'a>(table: &Table<'a>) -> Self::Given<'a>;
}

/// A requirement, as the plan sees it.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The findings of the plugin that gives this type; the first record kind of the type, for messages.
    Findings(TypeId, &'static str),
    /// The claims of all plugins.
    EveryClaim,
}

impl<F: Finding> Input for F {
    type Given<'a> = &'a [Found<F>];

    fn need() -> Need {
        Need::Findings(TypeId::of::<F>(), F::KINDS.first().copied().unwrap_or_default())
    }

    #[allow(private_interfaces)]
    fn gather<'a>(table: &Table<'a>) -> &'a [Found<F>] {
        let place = table.places.get(&TypeId::of::<F>());
        let column = place.and_then(|&i| table.columns.get(i)?.as_deref());
        column.and_then(|column| column.as_any().downcast_ref::<Vec<Found<F>>>()).map_or(&[], Vec::as_slice)
    }
}

/// Requires the claims of every selected plugin, of kinds known and unknown; those in furniture are left out.
pub struct EveryClaim;

/// A claim with its place.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// The plugin that found it.
    pub plugin: &'static str,
    /// Where.
    pub span: Span,
    /// How sure.
    pub confidence: Confidence,
    /// The normalised value and what it is about.
    pub claim: Claim,
}

impl Input for EveryClaim {
    type Given<'a> = Vec<Claimed>;

    fn need() -> Need {
        Need::EveryClaim
    }

    #[allow(private_interfaces)]
    fn gather<'a>(table: &Table<'a>) -> Vec<Claimed> {
        let mut claims = Vec::new();
        for (column, plugin) in table.columns.iter().zip(table.names) {
            let Some(column) = column else { continue };
            for entry in (0..column.len()).filter_map(|i| column.entry(i)) {
                if let (Some(span), Some(claim)) = (entry.span, entry.payload.claim())
                    && table.zones.at(span) != Some("furniture")
                {
                    claims.push(Claimed { plugin, span, confidence: entry.confidence, claim });
                }
            }
        }
        claims.sort_by_key(|c| (c.span.start, c.span.end, c.plugin));
        claims
    }
}

/// A tuple of [`Input`]s: `()`, `(Zone,)`, `(Zone, Date)`, `(EveryClaim, Source)` …
pub trait Requires: 'static {
    /// A tuple of what each input gives.
    type Columns<'a>;
    #[doc(hidden)]
    fn needs() -> Vec<Need>;
    #[doc(hidden)]
    #[allow(private_interfaces)]
    fn gather<'a>(table: &Table<'a>) -> Self::Columns<'a>;
}

/// A tuple of finding types that earlier comparers conclude: `()`, `(Origin,)` …
pub trait After: 'static {
    /// A tuple of slices.
    type Columns<'a>;
    #[doc(hidden)]
    fn needs() -> Vec<Need>;
    #[doc(hidden)]
    #[allow(private_interfaces)]
    fn gather<'a>(concluded: &Concluded<'a>) -> Self::Columns<'a>;
}

/// What comparers have concluded so far.
pub(crate) struct Concluded<'a> {
    pub columns: &'a [Option<Box<dyn Column>>],
    pub places: &'a HashMap<TypeId, usize>,
}

impl<'a> Concluded<'a> {
    fn of<F: Finding>(&self) -> &'a [Across<F>] {
        let place = self.places.get(&TypeId::of::<F>());
        let column = place.and_then(|&i| self.columns.get(i)?.as_deref());
        column.and_then(|column| column.as_any().downcast_ref::<Vec<Across<F>>>()).map_or(&[], Vec::as_slice)
    }
}

macro_rules! tuples {
    ($(($($input:ident),*))*) => {$(
        impl<$($input: Input),*> Requires for ($($input,)*) {
            type Columns<'a> = ($($input::Given<'a>,)*);
            fn needs() -> Vec<Need> {
                vec![$($input::need()),*]
            }
            #[allow(private_interfaces, unused_variables, clippy::unused_unit)]
            fn gather<'a>(table: &Table<'a>) -> Self::Columns<'a> {
                ($($input::gather(table),)*)
            }
        }
        impl<$($input: Finding),*> After for ($($input,)*) {
            type Columns<'a> = ($(&'a [Across<$input>],)*);
            fn needs() -> Vec<Need> {
                vec![$(<$input as Input>::need()),*]
            }
            #[allow(private_interfaces, unused_variables, clippy::unused_unit)]
            fn gather<'a>(concluded: &Concluded<'a>) -> Self::Columns<'a> {
                ($(concluded.of::<$input>(),)*)
            }
        }
    )*};
}
tuples! { () (A) (A, B) (A, B, C) (A, B, C, D) (A, B, C, D, E) (A, B, C, D, E, F) (A, B, C, D, E, F, G) }

/// What a plugin is given beside the text.
pub struct Given<'a, R: Requires> {
    /// What it requires, as a tuple: `let (zones, dates) = given.columns;`. Each column is sorted by start, longest first.
    pub columns: R::Columns<'a>,
    zones: &'a Zones,
    aside: &'a [Vec<Found<SetAside>>],
}

impl<'a, R: Requires> Given<'a, R> {
    pub(crate) fn new(table: &Table<'a>) -> Self {
        Self { columns: R::gather(table), zones: table.zones, aside: table.aside }
    }

    /// The zone of the article that a place stands in (`body`, `headline`, `furniture` …), if the plugin that marks zones has run.
    #[must_use]
    pub fn zone(&self, span: Span) -> Option<&'a str> {
        self.zones.at(span)
    }

    /// What plugins that ran before have set aside.
    pub fn set_aside(&self) -> impl Iterator<Item = &'a Found<SetAside>> {
        self.aside.iter().flatten()
    }
}

/// Finds the findings of a column by their place, in logarithmic time.
pub struct Lookup<'a, F> {
    column: &'a [Found<F>],
    /// For each finding the furthest end of it and all before it.
    reach: Vec<u32>,
}

impl<'a, F> Lookup<'a, F> {
    /// Prepares a column that is sorted by start, as those given to plugins are.
    #[must_use]
    pub fn new(column: &'a [Found<F>]) -> Self {
        let ends = column.iter().map(|found| found.span.map_or(0, |span| span.end));
        let reach = ends.scan(0, |furthest, end| {
            *furthest = end.max(*furthest);
            Some(*furthest)
        });
        Self { column, reach: reach.collect() }
    }

    /// The findings that share a byte with `span`, last first: the first that contains it is the innermost.
    pub fn overlapping(&self, span: Span) -> impl Iterator<Item = &'a Found<F>> {
        let last = self.column.partition_point(|found| found.span.is_none_or(|s| s.start < span.end));
        let column = self.column;
        (0..last)
            .rev()
            .take_while(move |&i| self.reach.get(i).is_some_and(|&end| end > span.start))
            .filter_map(move |i| column.get(i))
            .filter(move |found| found.span.is_some_and(|s| s.overlaps(span)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_finding_is_found_behind_many_short_ones() {
        let found = |start, end| {
            let data = SetAside { what: "x".to_owned() };
            Found { span: Some(Span::new(start, end)), confidence: Confidence::High, rule: "x", data }
        };
        let column: Vec<_> = [(0, 100), (1, 2), (3, 4), (50, 60), (200, 201)].map(|(a, b)| found(a, b)).into();
        let lookup = Lookup::new(&column);
        let starts =
            |a, b| lookup.overlapping(Span::new(a, b)).filter_map(|f| f.span).map(|s| s.start).collect::<Vec<_>>();
        assert_eq!(starts(55, 56), [50, 0]);
        assert_eq!(starts(100, 200), [0; 0]);
        assert_eq!(starts(99, 201), [200, 0]);
    }
}
