//! The lines of one cluster's timeline.

use crate::{Event, Line, Status, When};
use copydesk_claims::account::{Account, Datum, Offset};
use copydesk_claims::pin::Pin;
use copydesk_claims::{Class, Comparison, Conflict, Origins, interval, subjects};
use copydesk_core::{Across, Confidence, Evidence, Finding, Level, Value};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

type Entry<'a> = (&'a Account, &'a Datum);

fn days(datum: &Datum) -> Option<(Date, Date)> {
    match datum.value {
        Value::Days { earliest, latest } => Some((earliest, latest)),
        _ => None,
    }
}

fn when(earliest: Date, latest: Date) -> When {
    When { value: interval(earliest, latest), earliest, latest }
}

/// An event spread over more days than a month is a background ("since 2014", "in the 1990s"), no line of the story.
const LONGEST: i32 = 31;

/// The conflicts on dates, by the places of their evidence.
pub(crate) struct Conflicts<'a>(BTreeMap<Spot<'a>, (&'a Conflict, &'a Vec<Evidence>)>);

/// A document and a place in it.
type Spot<'a> = (&'a str, Option<u32>);

impl<'a> Conflicts<'a> {
    pub fn new(comparisons: &'a [Across<Comparison>]) -> Self {
        let mut places = BTreeMap::new();
        for across in comparisons.iter().filter(|across| across.data.level() == Level::Conflict) {
            let Comparison::Conflict(conflict) = &across.data else { continue };
            if conflict.on == "date" {
                for evidence in &across.evidence {
                    places.entry((evidence.document.as_str(), evidence.start)).or_insert((conflict, &across.evidence));
                }
            }
        }
        Self(places)
    }

    fn at(&self, place: &Evidence) -> Option<(&'a Conflict, &'a Vec<Evidence>)> {
        self.0.get(&(place.document.as_str(), place.start)).copied()
    }
}

/// The acts that articles date.
pub(crate) fn acts(cluster: &[Account], conflicts: &Conflicts<'_>, origins: &Origins<'_>) -> Vec<Line> {
    let mut by_act: BTreeMap<&str, Vec<Entry<'_>>> = BTreeMap::new();
    for account in cluster {
        for datum in account.data.iter().filter(|datum| datum.on == "date") {
            if days(datum).is_some_and(|(a, b)| a.until(b).is_ok_and(|span| span.get_days() < LONGEST)) {
                by_act.entry(&datum.about).or_default().push((account, datum));
            }
        }
    }
    let mut lines = Vec::new();
    for entries in by_act.values() {
        let (subjects, truncated) = subjects(entries);
        for group in subjects.into_iter().flat_map(merge) {
            let line = line(&group, conflicts, origins);
            lines.extend(line.map(|(event, rule, confidence)| (Event { truncated, ..event }, rule, confidence)));
        }
    }
    // Both sides of a conflict give the same line.
    let mut seen = BTreeSet::new();
    lines.retain(|(event, ..)| event.status != Status::Conflicting || seen.insert(event.evidence.clone()));
    lines
}

/// Joins dates that cover each other, finest first: "March" joins "March 14" unless two days of March stand apart.
fn merge(mut subject: Vec<Entry<'_>>) -> Vec<Vec<Entry<'_>>> {
    subject.sort_by_key(|(account, datum)| {
        let (earliest, latest) = days(datum).unwrap_or_default();
        (
            earliest.until(latest).map_or(0, |span| span.get_days()),
            earliest,
            account.document.clone(),
            datum.place.start,
        )
    });
    let mut groups: Vec<Vec<Entry<'_>>> = Vec::new();
    for entry in subject {
        let Some((earliest, latest)) = days(entry.1) else { continue };
        let fits = |group: &Vec<Entry<'_>>| days(group[0].1).is_some_and(|(a, b)| earliest <= a && b <= latest);
        match groups.iter().filter(|group| fits(group)).count() {
            1 => groups.iter_mut().filter(|group| fits(group)).for_each(|group| group.push(entry)),
            _ => groups.push(vec![entry]),
        }
    }
    groups
}

fn line(group: &[Entry<'_>], conflicts: &Conflicts<'_>, origins: &Origins<'_>) -> Option<Line> {
    let (_, finest) = group.first()?;
    let (earliest, latest) = days(finest)?;
    let conflict = conflicts.at(&finest.place);
    let phrase = group.iter().map(|(_, datum)| &datum.phrase).max_by_key(|phrase| phrase.len())?;
    let planned = group.iter().all(|(account, _)| account.published.is_some_and(|day| day < earliest));
    if let Some((conflict, evidence)) = conflict {
        // An announcement is later than the act: of the two days the earlier is the act's.
        let values = conflict.sides.iter().filter_map(|side| side.value.as_str()?.parse::<Date>().ok());
        let first = if conflict.class == Class::ReportDateVsEventDate { values.min() } else { values.take(1).next() };
        let day = first.unwrap_or(earliest);
        let date = if first.is_some() { when(day, day) } else { when(earliest, latest) };
        let mut evidence: Vec<Evidence> = evidence.clone();
        evidence.sort();
        let event =
            Event { date, about: phrase.clone(), status: Status::Conflicting, planned, evidence, truncated: false };
        return Some((event, "conflict", Confidence::Medium));
    }
    let newsrooms = origins.standing(group).newsrooms.len();
    let status = if newsrooms > 1 { Status::Agreed } else { Status::SingleSource };
    let mut evidence: Vec<Evidence> = group.iter().map(|(_, datum)| datum.place.clone()).collect();
    evidence.sort();
    evidence.dedup();
    evidence.shrink_to_fit();
    let event =
        Event { date: when(earliest, latest), about: phrase.clone(), status, planned, evidence, truncated: false };
    Some((event, "act", Confidence::High))
}

/// Acts of one family: a treaty that is signed a second time is ratified.
fn family(about: &str) -> &str {
    if about == "ratify" { "sign" } else { about }
}

/// The days that follow from "three days after the president signed".
pub(crate) fn offsets(cluster: &[Account]) -> Vec<Line> {
    let mut lines = Vec::new();
    for account in cluster {
        for offset in &account.offsets {
            let Some((day, premise)) = own_day(account, offset) else { continue };
            let Ok(other) = day.checked_sub(offset.days.days()) else { continue };
            let evidence = vec![offset.place.clone(), premise];
            let event = Event {
                date: when(other, other),
                about: offset.event.clone(),
                status: Status::Inferred,
                planned: false,
                evidence,
                truncated: false,
            };
            lines.push((event, "offset", Confidence::Medium));
        }
    }
    lines
}

/// The day of the act that the offset dates: the article's own date of an act of that family, the nearest behind it.
fn own_day(account: &Account, offset: &Offset) -> Option<(Date, Evidence)> {
    let dated = account.data.iter().filter(|datum| datum.on == "date" && family(&datum.about) == family(&offset.about));
    let behind = dated.filter(|datum| datum.place.start > offset.place.start);
    let mut days: Vec<(&Datum, Date)> =
        behind.filter_map(|datum| days(datum).filter(|(a, b)| a == b).map(|(day, _)| (datum, day))).collect();
    days.sort_by_key(|(datum, _)| datum.place.start);
    days.first().map(|(datum, day)| (*day, datum.place.clone()))
}

/// The publication days that the pile gave to undated articles.
pub(crate) fn publications(pins: Vec<Pin>) -> Vec<Line> {
    let line = |pin: Pin| {
        let date = when(pin.day, pin.day);
        let (about, status) = ("published".to_owned(), Status::Inferred);
        (
            Event { date, about, status, planned: false, evidence: pin.premises, truncated: false },
            "pinned",
            Confidence::Medium,
        )
    };
    pins.into_iter().map(line).collect()
}
