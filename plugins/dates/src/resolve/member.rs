//! Members of a cycle: which Tuesday, which March, which quarter.

use super::mention::Mention;
use super::unit::PERIOD_REACH;
use super::{Anchor, OPEN, Place, Resolver};
use crate::meaning::{Member, Pick, Point};
use crate::step::{UNKNOWN_DAY, distance, move_from, quarter_of, shift_quarter, whole_day};
use crate::tense::Tense;
use crate::timex::{self, Unit, When};
use crate::{Anchored, End, holiday};
use jiff::ToSpan;
use jiff::civil::Weekday;

/// So many days off publication is news, even in an article that tells of the past.
const NEWS_DAYS: i32 = 31;

/// What was overtaken lies behind, unless the day to come is so many times nearer than the day past.
const MUCH_NEARER: i32 = 2;

impl Resolver {
    pub(super) fn member(&self, member: Member, pick: &Pick, place: Place) -> (When, Anchor) {
        match member {
            Member::Month(month) => {
                let (year, anchor) =
                    self.year_of(member, |y| When::Month { year: Some(y), month: Some(month) }.days(), pick, place);
                (When::Month { year, month: Some(month) }, anchor)
            }
            Member::MonthDay { month, day } => {
                let of = |year| When::DayOf { year, month: Some(month), day: Some(day) };
                let (year, anchor) = self.year_of(member, |y| of(Some(y)).days(), pick, place);
                (whole_day(of(year)), anchor)
            }
            Member::Season(season) => {
                let (year, anchor) =
                    self.year_of(member, |y| When::Season { year: Some(y), season }.days(), pick, place);
                (When::Season { year, season }, anchor)
            }
            Member::Quarter(quarter) => {
                let of = |year| When::Quarter { year, quarter: Some(quarter) };
                let (year, anchor) = self.year_of(member, |y| of(Some(y)).days(), pick, place);
                (of(year), anchor)
            }
            Member::Half(half) => {
                let (year, anchor) = self.year_of(member, |y| When::Half { year: Some(y), half }.days(), pick, place);
                (When::Half { year, half }, anchor)
            }
            Member::Holiday(line) => {
                let (year, anchor) = self.year_of(member, |y| holiday::usual_day(line, y).map(|d| (d, d)), pick, place);
                let known = year.and_then(|y| holiday::day(line, y));
                // Without a year the day of a holiday that does not move is still known.
                let fixed = holiday::day(line, 2023)
                    .zip(holiday::day(line, 2024))
                    .filter(|(a, b)| (a.month(), a.day()) == (b.month(), b.day()));
                let partial = When::DayOf {
                    year,
                    month: fixed.map(|(day, _)| day.month() as u8),
                    day: fixed.map(|(day, _)| day.day() as u8),
                };
                (known.map_or(partial, When::Day), anchor)
            }
            Member::Weekday(weekday) => self.weekday(weekday, pick, place),
            Member::DayOfMonth(day) => {
                if let Pick::Of(month) = pick {
                    let (when, _, anchor) = self.point(month, place);
                    let of = When::DayOf { year: when.year(), month: when.month(), day: Some(day) };
                    return (whole_day(of), anchor);
                }
                let Some(dated) = self.dated.filter(|d| d.when.month().is_some()) else {
                    return (When::DayOf { year: None, month: None, day: Some(day) }, OPEN);
                };
                let when = When::DayOf { year: dated.when.year(), month: dated.when.month(), day: Some(day) };
                (whole_day(when), (Anchored::Document, Some(dated.span)))
            }
            Member::Around(line, unit) => {
                let (day, anchor) = self.member(Member::Holiday(line), pick, place);
                let day = match (unit, day) {
                    // The weekend of a Monday or Tuesday that is free lies before it.
                    (Unit::Weekend, When::Day(day)) if day.weekday().to_monday_one_offset() <= 2 => {
                        day.checked_sub(2.days()).map_or(When::Day(day), When::Day)
                    }
                    (_, day) => day,
                };
                (move_from(day, 0, unit), anchor)
            }
            Member::NthWeekday(nth, weekday) => {
                let Pick::Of(whole) = pick else { return (When::Weekday(weekday), OPEN) };
                let (when, _, anchor) = self.point(whole, place);
                let day = when.days().zip(Weekday::from_monday_one_offset(weekday as i8).ok());
                let nth = if nth == 0 { -1 } else { nth as i8 };
                let day = day.and_then(|((first, _), weekday)| first.nth_weekday_of_month(nth, weekday).ok());
                let unknown = When::DayOf { year: when.year(), month: when.month(), day: None };
                (day.map_or(unknown, When::Day), anchor)
            }
            Member::Period => self.reported_period(pick, place),
            Member::WeekNumber(nth) | Member::DayNumber(nth) => {
                let Pick::Of(whole) = pick else { return (UNKNOWN_DAY, OPEN) };
                let (when, _, anchor) = self.point(whole, place);
                let week = matches!(member, Member::WeekNumber(_));
                let unknown = if week {
                    When::Week { year: when.year(), week: None }
                } else {
                    When::DayOf { year: when.year(), month: when.month(), day: None }
                };
                let Some((first, last)) = when.days() else { return (unknown, anchor) };
                // The first week of a month is the one that has most of its first days; the last ends with it.
                let day = match (week, nth) {
                    (true, 0) => last.checked_sub(3.days()),
                    (true, n) => first.checked_add((i32::from(n) * 7 - 4).days()),
                    (false, 0) => Ok(last),
                    (false, n) => first.checked_add((i32::from(n) - 1).days()),
                };
                match day {
                    Ok(day) => (if week { When::week_of(day) } else { When::Day(day) }, anchor),
                    Err(_) => (unknown, anchor),
                }
            }
        }
    }

    /// "the year-ago quarter", "the same period last year", "the quarter": the period that figures were last given for, in the year
    /// that is meant.
    pub(super) fn reported_period(&self, pick: &Pick, place: Place) -> (When, Anchor) {
        let latest = self.published.and_then(|now| {
            let (year, quarter) = quarter_of(now);
            shift_quarter(year, quarter, -1)
        });
        // A month is what figures are given for only while it is near: "He was shot in March. …"
        let told = self
            .period
            .filter(|told| !matches!(told.when, When::Month { .. }) || told.sentence + PERIOD_REACH > place.sentence);
        let named = match pick {
            Pick::Year(year) => Some(Some(*year)),
            Pick::Of(whole) if !matches!(**whole, Point::Shift { .. }) => Some(self.point(whole, place).0.year()),
            _ => None,
        };
        // "in the first half of 2030, against the same period of 2029": what stands beside it, of whichever year.
        let beside = self.dated.filter(|told| named.is_some() && told.sentence == place.sentence).filter(|told| {
            matches!(told.when, When::Quarter { .. } | When::Half { .. } | When::Month { month: Some(_), .. })
        });
        let (when, anchor) = match (beside.or(told), named) {
            (Some(told), _) => (Some(told.when), told.anchor()),
            // "Thefts were down on the same period last year": no more is named than the year.
            (None, Some(year)) => return (When::Year(year), self.now().1),
            (None, None) => {
                (latest.map(|(year, quarter)| When::Quarter { year: Some(year), quarter: Some(quarter) }), self.now().1)
            }
        };
        let when = when.unwrap_or(When::Quarter { year: None, quarter: None });
        let year = match (named, pick) {
            (Some(year), _) => year,
            (None, Pick::Of(_)) => when.year().and_then(|y| timex::shift_year(y, -1)),
            (None, _) => when.year(),
        };
        let moved = match when {
            When::Month { month, .. } => When::Month { year, month },
            When::Quarter { quarter, .. } => When::Quarter { year, quarter },
            When::Half { half, .. } => When::Half { year, half },
            other => other,
        };
        (moved, anchor)
    }

    pub(super) fn weekday(&self, weekday: u8, pick: &Pick, place: Place) -> (When, Anchor) {
        let unknown = (When::Weekday(weekday), OPEN);
        // "on a Saturday night in 1990": which one, nobody says.
        if let Some(year) = place.year_ahead.filter(|year| self.published.is_none_or(|now| now.year() != *year)) {
            return (When::DayOf { year: Some(year), month: None, day: None }, OPEN);
        }
        let pick = self.next_told(pick, self.day, place);
        let Ok(target) = Weekday::from_monday_one_offset(weekday as i8) else { return unknown };
        // A bare weekday in a story counts from the day told of last; one of the days around publication is news, whatever the story is of.
        let story = self.day.filter(|_| self.narrative).filter(|day| {
            let lately =
                day.when.days().zip(self.published).is_some_and(|(days, now)| distance(days, now) <= NEWS_DAYS);
            *pick != Pick::Nearest || !lately
        });
        let told = self.day.filter(|_| matches!(pick, Pick::Same | Pick::Following | Pick::Previous)).or(story);
        let (base, anchor) = match told {
            Some(Mention { when, span, .. }) => (when.days().map(|d| d.0), (Anchored::Document, Some(span))),
            // Nothing is told before it: it looks from the day of publication.
            None => self.now(),
        };
        // "from Monday to Friday": the two ends lie within a week of each other, in their order.
        if let Some((end, When::Day(other))) = place.other_end.filter(|_| *pick == Pick::Nearest) {
            let days = match end {
                End::From => -i32::from(other.weekday().since(target)),
                End::To => i32::from(target.since(other.weekday())),
            };
            return other.checked_add(days.days()).map_or(unknown, |day| (When::Day(day), anchor));
        }
        if let Pick::Beside { forward, from } = pick {
            let Some(from) = from else { return (When::Weekday(weekday), (Anchored::Event, None)) };
            let (when, _, anchor) = self.point(from, place);
            let beside = when.days().and_then(|(day, _)| {
                let ahead = i32::from(target.since(day.weekday()));
                let days = match (forward, ahead) {
                    (true, 0) => 7,
                    (true, ahead) => ahead,
                    (false, ahead) => ahead - 7,
                };
                day.checked_add(days.days()).ok()
            });
            return beside.map_or(unknown, |day| (When::Day(day), anchor));
        }
        if let Pick::Of(week) = pick {
            let (when, _, anchor) = self.point(week, place);
            let day = when.days().and_then(|(monday, _)| monday.checked_add((i32::from(weekday) - 1).days()).ok());
            return day.map_or(unknown, |day| (When::Day(day), anchor));
        }
        let Some(base) = base else { return unknown };
        let back = i32::from(base.weekday().since(target));
        let ahead = i32::from(target.since(base.weekday()));
        let week = |n: i8| 7 * (i32::from(n.abs()) - 1);
        let days = match (pick, place.tense) {
            (Pick::Nth(n), _) if *n < 0 => -(if back == 0 { 7 } else { back }) - week(*n),
            (Pick::Nth(n), _) => week(*n) + if ahead == 0 { 7 } else { ahead },
            (Pick::Last | Pick::Previous, _) => -(if back == 0 { 7 } else { back }),
            (Pick::Next | Pick::Following, _) => {
                if ahead == 0 {
                    7
                } else {
                    ahead
                }
            }
            (Pick::This, tense) if tense.is_past() => -back,
            (Pick::This, _) => ahead,
            (_, Tense::Future) => ahead,
            (Pick::Nearest, Tense::Nearer) if ahead < back => ahead,
            (Pick::Nearest, Tense::Overtaken) if ahead * MUCH_NEARER <= back => ahead,
            _ if story.is_some() => ahead,
            _ => -back,
        };
        match base.checked_add(days.days()) {
            Ok(day) => (When::Day(day), anchor),
            Err(_) => unknown,
        }
    }
}
