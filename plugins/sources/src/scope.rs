//! Asking for the source of a place: on whose word does this figure rest?

use crate::Source;
use copydesk_core::{Found, Reading, Span};

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
        claims.sort_by_key(|(claim, _)| (claim.start, std::cmp::Reverse(claim.end)));
        let reach = claims.iter().scan(0, |furthest, (claim, _)| {
            *furthest = claim.end.max(*furthest);
            Some(*furthest)
        });
        let reach = reach.collect();
        Self { claims, reach }
    }

    /// The source whose claim is the innermost that holds `span`; else one whose claim stands in the same sentence.
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
