//! Asking for the source of a place: on whose word does this figure rest?

use crate::{Class, Source};
use copydesk_core::{Found, Reading, Span};
use std::cmp::Reverse;

/// The sources of one article by what rests on them.
pub struct Scopes<'a> {
    /// Sources with a claim, by its start, longest first.
    claims: Vec<(Span, &'a Found<Source>)>,
    /// The furthest end of each claim and all before it.
    reach: Vec<u32>,
}

impl<'a> Scopes<'a> {
    /// Prepares a column of sources.
    #[must_use]
    pub fn new(sources: &'a [Found<Source>]) -> Self {
        let mut claims: Vec<_> = sources.iter().filter_map(|found| Some((found.data.claim?, found))).collect();
        claims.sort_by_key(|(claim, _)| (claim.start, Reverse(claim.end)));
        let reach = claims.iter().scan(0, |furthest, (claim, _)| {
            *furthest = claim.end.max(*furthest);
            Some(*furthest)
        });
        let reach = reach.collect();
        Self { claims, reach }
    }

    /// Those on whose word `span` rests: all whose claim is the innermost that holds it. Nobody, where the reporter speaks ([`Class::None`]).
    ///
    /// "Kestria and Velm say 40 lorries are there" has two. A figure that no claim holds rests on the reporter, also where somebody else is quoted
    /// in the same sentence: "according to Velm, the dam holds; 400 homes are dark".
    pub fn voices(&self, span: Span) -> impl Iterator<Item = &'a Found<Source>> {
        let claim = self.within(span).and_then(|found| found.data.claim);
        let first = claim.map_or(self.claims.len(), |claim| {
            self.claims
                .partition_point(|(other, _)| (other.start, Reverse(other.end)) < (claim.start, Reverse(claim.end)))
        });
        let alike = self.claims.get(first..).unwrap_or_default().iter();
        alike.take_while(move |(other, _)| Some(*other) == claim).map(|(_, found)| *found)
    }

    /// The class of who stands behind `span`: [`Class::None`] where the reporter does.
    #[must_use]
    pub fn class_of(&self, span: Span) -> Class {
        self.within(span).map_or(Class::None, |found| found.data.class)
    }

    /// The source whose claim is the innermost that holds `span`; else one whose claim stands in the same sentence: a guess, which is
    /// right where the words before the cue stand in front of the claim ("40 men, the ministry said, were there").
    #[must_use]
    pub fn source_of(&self, reading: &Reading<'_>, span: Span) -> Option<&'a Found<Source>> {
        self.within(span).or_else(|| {
            let sentence = reading.sentences().get(reading.sentence_at(span.start))?;
            self.last_in(sentence.span)
        })
    }

    fn within(&self, span: Span) -> Option<&'a Found<Source>> {
        let last = self.claims.partition_point(|(claim, _)| claim.start <= span.start);
        (0..last)
            .rev()
            .take_while(|&i| self.reach.get(i).is_some_and(|&end| end >= span.end))
            .filter_map(|i| self.claims.get(i))
            .find(|(claim, _)| claim.contains(span))
            .map(|(_, found)| *found)
    }

    fn last_in(&self, span: Span) -> Option<&'a Found<Source>> {
        let last = self.claims.partition_point(|(claim, _)| claim.start < span.end);
        self.claims.get(last.checked_sub(1)?).filter(|(claim, _)| claim.overlaps(span)).map(|(_, found)| *found)
    }
}
