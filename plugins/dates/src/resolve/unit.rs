//! Units that something picks or counts: "last week", "the following day", "two years ago".

use super::mention::Mention;
use super::{Anchor, OPEN, PUBLISHED, Place, Resolver, Role};
use crate::Anchored;
use crate::meaning::{Origin, Pick, Point};
use crate::step::{FURTHEST_SHIFT, move_from, unknown};
use crate::tense::Tense;
use crate::timex::{Amount, Unit, Vague, When};
use jiff::ToSpan;
use jiff::civil::Weekday;

/// Days within which a comparison with "a year earlier" still looks back to the period that figures were last given for, in sentences.
pub(super) const PERIOD_REACH: usize = 7;

impl Resolver {
    pub(super) fn unit(&self, unit: Unit, pick: &Pick, place: Place) -> (When, Anchor) {
        if let Pick::Of(day) = pick {
            let (when, _, anchor) = self.point(day, place);
            return (move_from(when, 0, unit), anchor);
        }
        // "for the quarter ended Sept. 30", "the year ending 31 March"
        if let Some(day) = place.closes.filter(|_| matches!(pick, Pick::Nearest | Pick::This)) {
            return (move_from(day, 0, unit), (Anchored::Document, None));
        }
        let pick = self.next_told(pick, self.dated, place);
        let by = match pick {
            Pick::Last | Pick::Previous => -1,
            Pick::Next | Pick::Following => 1,
            _ => 0,
        };
        let told = matches!(pick, Pick::Previous | Pick::Following | Pick::Same)
            || self.narrative
                && (*pick == Pick::Nearest
                    || *pick == Pick::This && unit == Unit::Day
                    || by != 0 && self.dated.is_some());
        if told {
            let (when, anchor) = if unit == Unit::Day {
                match self.event_day().or(self.dated).or(self.last) {
                    Some(m) => (Some(m.when), (Anchored::Document, Some(m.span))),
                    None => (None, OPEN),
                }
            } else {
                // "In 492 … (as in 513). The following year": the line of the story goes on.
                let line = self.line_at(place).filter(|_| *pick == Pick::Following);
                match line.or(self.dated).or(self.last) {
                    Some(m) => (Some(m.when), (Anchored::Document, Some(m.span))),
                    None => (None, OPEN),
                }
            };
            return match when {
                Some(when) => (move_from(when, by, unit), anchor),
                None => self.by_now(unit, i64::from(by)),
            };
        }
        if *pick == Pick::Nearest
            && let Some(found) = self.unit_told(unit, place)
        {
            return found;
        }
        match (unit, pick) {
            (Unit::Quarter, Pick::Nearest) => self.reported_period(&Pick::Nearest, place),
            (Unit::Weekend, Pick::Nearest | Pick::This | Pick::Last | Pick::Next) => {
                let (now, anchor) = self.now();
                let Some(now) = now else { return (When::Weekend { year: None, week: None }, OPEN) };
                let to_sunday = i32::from(Weekday::Sunday.since(now.weekday()));
                // The weekend of this week ends on its Sunday; a verb in the past means the one before, save on the days themselves.
                let underway = to_sunday <= 1;
                let weeks = match (pick, place.tense) {
                    (Pick::Last, _) => -1,
                    (Pick::Next, _) => i32::from(underway),
                    (_, tense) if tense.is_past() && !underway => -1,
                    (Pick::Nearest, Tense::None) if !underway => -1,
                    _ => 0,
                };
                let sunday = now.checked_add((to_sunday + weeks * 7).days());
                (sunday.map_or(When::Weekend { year: None, week: None }, When::weekend_of), anchor)
            }
            _ => self.by_now(unit, i64::from(by)),
        }
    }

    pub(super) fn by_now(&self, unit: Unit, by: i64) -> (When, Anchor) {
        let (now, anchor) = self.now();
        match now {
            Some(now) => (move_from(When::Day(now), by as i32, unit), anchor),
            None => (unknown(unit), OPEN),
        }
    }

    pub(super) fn shift(
        &self,
        amount: Amount,
        unit: Unit,
        origin: Origin,
        forward: bool,
        place: Place,
    ) -> (When, Anchor) {
        let vague = When::Vague(if forward { Vague::Future } else { Vague::Past });
        let Amount::Exact(exact) = amount else {
            // "He died several days later": TIMEX3 has no value for what lies behind another date by so much, and FUTURE_REF would put it behind
            // now. A story's markup after TIDES (2005) counts it from the story's own now.
            let open = origin == Origin::Mention && forward && !self.narrative && place.tense != Tense::Future;
            let told = self.day.filter(|_| matches!(unit, Unit::Day | Unit::Week)).or(self.dated).filter(|_| open);
            return (if open { unknown(unit) } else { vague }, told.map_or(OPEN, |told| told.anchor()));
        };
        let (n, unit) = match (exact.whole(), unit) {
            (Some(n), Unit::Fortnight) => (n * 2, Unit::Week),
            (Some(n), Unit::Decade) => (n.saturating_mul(10), Unit::Year),
            (Some(n), Unit::Century) => (n.saturating_mul(100), Unit::Year),
            (Some(n), unit) => (n, unit),
            // "a year and a half ago" falls in a month, "half a century ago" in a year.
            (None, Unit::Year) => (exact.times(12.into()).and_then(|e| e.whole()).unwrap_or(0), Unit::Month),
            (None, Unit::Decade) => (exact.times(10.into()).and_then(|e| e.whole()).unwrap_or(0), Unit::Year),
            (None, Unit::Century) => (exact.times(100.into()).and_then(|e| e.whole()).unwrap_or(0), Unit::Year),
            (None, unit) => (exact.0.try_into().unwrap_or(0), unit),
        };
        if n.abs() > FURTHEST_SHIFT {
            return (vague, OPEN);
        }
        let by = if forward { n } else { -n } as i32;
        let quarterly = n == 1 && unit == Unit::Year && !forward && !self.narrative;
        if quarterly
            && let Some(period) = self
                .period
                .filter(|p| p.sentence + PERIOD_REACH > place.sentence && matches!(p.when, When::Quarter { .. }))
        {
            let back = Box::new(Point::Shift { amount, unit, origin, forward });
            let (when, _) = self.reported_period(&Pick::Of(back), place);
            return (when, (Anchored::Document, Some(period.span)));
        }
        let mention = match unit {
            Unit::Day | Unit::Week => self
                .event_day()
                .filter(|d| {
                    let later = |m: Mention| m.span.start > d.span.start && m.sentence != d.sentence;
                    self.dated.is_none_or(|m| !later(m) || m.role == Role::Said)
                })
                .or(self.dated),
            _ => self.dated,
        };
        match (origin, mention) {
            (Origin::Mention, Some(mention)) if !unit.is_clock() => {
                (move_from(mention.when, by, unit), (Anchored::Document, Some(mention.span)))
            }
            // What looks back from nothing that is told looks back from now; what is "later" than nothing can't be placed.
            (Origin::Mention, None) if !unit.is_clock() && forward => (unknown(unit), OPEN),
            _ => match self.published.filter(|_| !unit.is_clock() || origin == Origin::Now) {
                Some(_) if unit.is_clock() => (vague, PUBLISHED),
                Some(_) => self.by_now(unit, i64::from(by)),
                None if unit.is_clock() => (vague, OPEN),
                None => (unknown(unit), OPEN),
            },
        }
    }
}
