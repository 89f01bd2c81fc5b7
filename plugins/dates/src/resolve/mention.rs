//! The dates that the text has mentioned, for those that are told of against them.

use super::clock::{self, HourTold};
use super::told::TOLD_REACH;
use super::{Anchor, Place, Resolver, Role};
use crate::Anchored;
use crate::meaning::Modifier;
use crate::timex::{Hour, Part, When};
use copydesk_core::Span;

/// A year so many ahead of the line of a story is where it looks ahead ("he would return in 1941"), unless it opens a sentence.
const FAR_AHEAD: i16 = 2;

/// A date that the text has mentioned.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    pub when: When,
    pub span: Span,
    pub sentence: usize,
    /// The sentence whose words name its day: for a time of day ("by 3 p.m.") one before it, or none.
    pub named: Option<usize>,
    pub role: Role,
    /// It names its year, or goes on from one that does.
    pub names_year: bool,
}

/// Where a mention looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// At the time of the story.
    Here,
    /// Back, to compare: "a year earlier", "the year-ago quarter".
    Back,
    /// At a year that it names.
    Elsewhere,
}

impl Mention {
    /// As the anchor of another expression.
    pub(super) const fn anchor(&self) -> Anchor {
        (Anchored::Document, Some(self.span))
    }

    /// Whether it stands in the sentence of another mention or close before it.
    pub(super) const fn is_told_beside(&self, other: Self) -> bool {
        self.sentence + TOLD_REACH >= other.sentence
    }

    /// Whether it stands in this sentence or close before it.
    pub(super) const fn is_near(&self, place: Place) -> bool {
        self.sentence + TOLD_REACH >= place.sentence
    }
}

impl Resolver {
    /// Remembers a time of day, or the part of a day that "early" and "late" name.
    pub(super) fn remember_hour(&mut self, when: When, hour: Option<Hour>, modifier: Option<Modifier>, place: Place) {
        let hour = match modifier {
            // "early Tuesday", "late Tuesday"
            Some(Modifier::Start) => hour.or(Some(Hour::Part(Part::Morning))),
            Some(Modifier::End) => hour.or(Some(Hour::Part(Part::Night))),
            _ => hour,
        };
        if let Some(hour) = hour.filter(|_| when.is_day()) {
            let before = self.hour.filter(|told| told.when != when && self.is_night_before(hour, *told, place));
            self.hour = Some(HourTold {
                when,
                hour,
                span: place.span,
                sentence: place.sentence,
                early: modifier == Some(Modifier::Start) || clock::is_small(hour),
                night_before: before.is_some(),
            });
        }
    }

    /// Remembers a date for those behind it.
    pub(super) fn remember(&mut self, when: When, place: Place, look: Look, named: Option<usize>, names_year: bool) {
        // What can't be placed at all places nothing else.
        if when.is_unknown() || place.role == Role::Stamp {
            return;
        }
        let (span, sentence, role) = (place.span, place.sentence, place.role);
        let told = Mention { when, span, sentence, named, role, names_year };
        let mention = Some(told);
        self.last = mention;
        // In a comparison of figures "a year earlier" always looks back from now, not from the year looked back to before.
        if when.year().is_some() && (self.narrative || look != Look::Back || when.is_day()) {
            let placed = self.dated.filter(|dated| dated.when.month().is_some());
            let away = |from: Mention| {
                let back = when.days().zip(from.when.days()).is_some_and(|(here, there)| here.1 < there.0);
                let far = when.year().zip(from.when.year()).is_some_and(|(here, there)| here - there >= FAR_AHEAD);
                back || far && !place.opens
            };
            match placed.or(self.line) {
                Some(from) if self.narrative && away(from) => self.line = Some(from),
                _ => self.line = None,
            }
            self.dated = mention;
        }
        if when.is_day() {
            self.day = mention;
            if !matches!(place.role, Role::Bearer | Role::Said) && !self.is_ahead(told) {
                self.acted = mention;
            }
        }
        // What has not ended yet has no figures, unless a verb in the past gives some: a firm's own fourth quarter ends when it likes.
        let reported = place.tense.is_past() || when.days().zip(self.published).is_none_or(|(days, now)| days.1 < now);
        if look == Look::Here
            && reported
            && matches!(
                when,
                When::Quarter { quarter: Some(_), .. } | When::Half { .. } | When::Month { month: Some(_), .. }
            )
        {
            // A month is the period only until a quarter or half has been named.
            let longer = |when| matches!(when, When::Quarter { .. } | When::Half { .. });
            if longer(when) || !self.period.is_some_and(|p| longer(p.when)) {
                self.period = mention;
            }
        }
    }
}
