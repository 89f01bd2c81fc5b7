//! The day of a time of day: "at 3 p.m.", "shortly after midnight", "from 9 p.m. to 5 a.m."

use super::mention::Mention;
use super::told::TOLD_REACH;
use super::{Anchor, OPEN, Place, Resolver, Role};
use crate::step::{UNKNOWN_DAY, distance, shift_day};
use crate::tense::Tense;
use crate::timex::{Hour, Part, Unit, When};
use crate::{Anchored, End};
use copydesk_core::Span;
use jiff::civil::Date;

/// So many sentences behind a day a time still belongs to it (behind one of another year, which is background, so many), and everywhere
/// behind it if it is at most so many days from publication. In local news about events whose day is on record, 6 found six more days than
/// 3 and lost none; 12 reached into what had happened years before.
const CLOCK_REACH: usize = 6;
const BACKGROUND_REACH: usize = 3;
const CLOCK_DAYS: i32 = 7;
/// The hours go on past midnight within so many sentences: "… at 11 p.m. Monday. By 2 a.m. the fire was out."
const SEQUENCE_REACH: usize = 3;
/// From this hour on it is late, so that a small hour told of behind it is one of the next day …
const LATE: u8 = 18;
/// … and before this one the hours are small.
const DAYBREAK: u8 = 7;
/// At this hour or later he was not arrested who was released early on the same day, nor did police tell of it.
const NIGHT_BEFORE: u8 = 20;

/// How a time of day stands in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ClockForm {
    #[default]
    Whole,
    /// Nothing says which half of the day: "around 3:15".
    Unmarked,
    /// "shortly after midnight": the day has begun.
    AfterMidnight,
    /// "before midnight": it is not over.
    BeforeMidnight,
}

/// A time of day that was told of last: "11 p.m. Monday", "early Tuesday".
#[derive(Clone, Copy, Debug)]
pub(super) struct HourTold {
    pub when: When,
    pub hour: Hour,
    pub span: Span,
    pub sentence: usize,
    /// The day had just begun: "early Tuesday", "2 a.m."
    pub early: bool,
    /// It was the night before the day that is told of: "released early Tuesday … arrested about 11 p.m."
    pub night_before: bool,
}

impl HourTold {
    /// Whether it was so late that small hours told of next are those of the next day.
    const fn is_late(&self) -> bool {
        match self.hour {
            Hour::Clock { hour, .. } => hour >= LATE,
            Hour::Part(part) => matches!(part, Part::Evening | Part::Night),
        }
    }
}

/// Whether an hour is one of the first of its day.
pub(super) fn is_small(hour: Hour) -> bool {
    matches!(hour, Hour::Clock { hour, .. } if hour < DAYBREAK)
}

/// Whether an hour is so late that what was said of it in the past was said on another day.
fn is_of_evening(hour: Hour) -> bool {
    matches!(hour, Hour::Clock { hour, .. } if hour >= NIGHT_BEFORE)
}

/// Minutes since the day began.
fn minutes(hour: Hour) -> Option<u16> {
    match hour {
        Hour::Clock { hour, minute, .. } => Some(u16::from(hour) * 60 + u16::from(minute)),
        Hour::Part(_) => None,
    }
}

fn days_on(when: When, by: i64) -> When {
    let day = when.days().filter(|_| when.is_day()).and_then(|(day, _)| shift_day(day, by, Unit::Day));
    day.map_or(when, When::Day)
}

impl Resolver {
    /// A time of day with the day that the context tells.
    pub(super) fn hour(&self, hour: Hour, place: Place) -> (When, Hour, Anchor) {
        let hour = self.of_half(hour, place);
        // "from 9 p.m. Friday to 5 a.m.": the second end of a range comes behind the first.
        let ahead = place.day_ahead.is_some_and(|ahead| ahead.near);
        if let (Some((End::To, first)), Some(told), false) = (place.other_hour, self.hour, ahead) {
            let ends_next_day = minutes(first).zip(minutes(hour)).is_some_and(|(first, last)| last <= first);
            let when = if ends_next_day { days_on(told.when, 1) } else { told.when };
            return (when, hour, (Anchored::Document, Some(told.span)));
        }
        let hour_on = after_midnight(hour, place);
        // "from 9 p.m. to 5 a.m. Tuesday" began on Monday.
        let began_before = matches!(place.other_hour, Some((End::From, last)) if minutes(last) < minutes(hour));
        if let Some(day) = self.day_of_hour(place) {
            let when =
                self.hour.filter(|told| told.when == day.when).map_or(day.when, |told| self.next(hour, told, place));
            let before = began_before && place.tense.is_past() && self.is_today(when);
            return (if before { days_on(when, -1) } else { when }, hour_on, day.anchor());
        }
        if let Some(ahead) = place.day_ahead {
            // "around 11 p.m., police said Sunday"
            let before = began_before || ahead.said && is_of_evening(hour_on);
            let when = if before { days_on(ahead.when, -1) } else { ahead.when };
            return (when, hour_on, (Anchored::Document, None));
        }
        let (now, anchor) = if self.narrative { (None, OPEN) } else { self.now() };
        let when = now.map_or(UNKNOWN_DAY, When::Day);
        // "Shots were heard before midnight": the midnight of the day of publication is to come.
        let midnight = place.clock == ClockForm::BeforeMidnight;
        let before = (midnight || began_before) && place.tense.is_past();
        (if before { days_on(when, -1) } else { when }, hour_on, anchor)
    }

    /// The day of an hour that is told of behind another one.
    fn next(&self, hour: Hour, told: HourTold, place: Place) -> When {
        let after_midnight = place.clock == ClockForm::AfterMidnight;
        let near = told.night_before || after_midnight || told.sentence + SEQUENCE_REACH >= place.sentence;
        // "Saturday night about 1:30" is on Sunday.
        let unmarked = place.clock == ClockForm::Unmarked && told.hour != Hour::Part(Part::Night);
        let begins = is_small(hour) && !unmarked || after_midnight;
        // "They left at 11 p.m. Monday and came home at 2 a.m."
        if near && told.is_late() && begins || told.night_before && hour == Hour::Part(Part::Morning) {
            let next = days_on(told.when, 1);
            let over = next.days().zip(self.published).is_none_or(|(days, now)| days.0 <= now);
            return if over || place.tense == Tense::Future { next } else { told.when };
        }
        if self.is_night_before(hour, told, place) { days_on(told.when, -1) } else { told.when }
    }

    /// Whether an hour was in the night before the early hours of today that are told of: "He was released early Tuesday. He had been arrested
    /// about 11 p.m."
    pub(super) fn is_night_before(&self, hour: Hour, told: HourTold, place: Place) -> bool {
        let late = is_of_evening(hour);
        let near = told.sentence + TOLD_REACH >= place.sentence;
        let after_midnight = place.clock == ClockForm::AfterMidnight;
        told.early && near && late && !after_midnight && place.tense.is_past() && self.is_today(told.when)
    }

    fn is_today(&self, when: When) -> bool {
        self.published.is_some_and(|now| when == When::Day(now))
    }

    /// The day that was told of last, where that is near; else the text's own day is meant.
    fn day_of_hour(&self, place: Place) -> Option<Mention> {
        let near = |day: &Mention| {
            let background = day.names_year && day.when.year() != self.published.map(Date::year);
            let reach = if background { BACKGROUND_REACH } else { CLOCK_REACH };
            let near = day.sentence + reach >= place.sentence;
            let lately =
                day.when.days().zip(self.published).is_some_and(|(days, now)| distance(days, now) <= CLOCK_DAYS);
            let ahead = place.day_ahead.is_some_and(|ahead| ahead.near);
            (self.narrative || near || lately) && (day.named == Some(place.sentence) || !ahead)
        };
        let last = self.day?;
        // "One of the Monday crash victims was released. By 3 p.m. …", "killed Thursday, police said Friday. It was about 5 p.m. …": another day
        // may be told of. What has been done has no day to come.
        let apart = last.named != Some(place.sentence);
        let other = match last.role {
            Role::Said => true,
            Role::Bearer => apart,
            _ => apart && place.tense.is_past() && self.is_ahead(last),
        };
        let acted = self.acted.filter(|acted| other && near(acted));
        acted.or(Some(last)).filter(near)
    }

    /// "Sunday afternoon around 3:15": the part of the day named before it tells which half an hour is in.
    fn of_half(&self, hour: Hour, place: Place) -> Hour {
        let told = self.hour.filter(|told| told.sentence + TOLD_REACH >= place.sentence);
        let told = told.filter(|_| place.clock == ClockForm::Unmarked);
        match (told.map(|told| told.hour), hour) {
            (Some(Hour::Part(part)), Hour::Clock { hour, minute, second, utc }) if hour < 12 => {
                let second_half = match part {
                    Part::Afternoon | Part::Evening => true,
                    Part::Night => hour >= DAYBREAK - 1,
                    Part::Morning | Part::Daytime => false,
                };
                Hour::Clock { hour: if second_half { hour + 12 } else { hour }, minute, second, utc }
            }
            _ => hour,
        }
    }
}

/// "shortly after midnight" on a day is its first hour; "midnight Friday" is its last (TimeML 1.2.1 writes T24:00).
pub(super) fn after_midnight(hour: Hour, place: Place) -> Hour {
    match hour {
        Hour::Clock { hour: 24, minute: 0, second, utc } if place.clock == ClockForm::AfterMidnight => {
            Hour::Clock { hour: 0, minute: 0, second, utc }
        }
        hour => hour,
    }
}
