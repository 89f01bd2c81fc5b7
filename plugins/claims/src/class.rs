//! What kind of difference a conflict is.

use crate::Class;
use crate::classify::{Fit, fit};
use crate::compare::{Group, documents};
use copydesk_core::{Confidence, Value};
use copydesk_names::country;
use jiff::Unit;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A class with the rule that found it.
pub(crate) struct Verdict {
    pub class: Class,
    pub rule: &'static str,
    pub confidence: Confidence,
}

const fn verdict(class: Class, rule: &'static str, confidence: Confidence) -> Verdict {
    Verdict { class, rule, confidence }
}

/// Two dates of one act lie so many days apart at the most: beyond them they are of two acts ("met in May", "met in September").
const LONGEST: i64 = 31;

/// The gravest difference between any two values that different articles have.
pub(crate) fn judge(groups: &[Group<'_>], reports: &BTreeSet<Date>) -> Verdict {
    const OBJECT: Verdict = verdict(Class::DifferentObject, "different-object", Confidence::Medium);
    let mut apart: Vec<(&Group<'_>, &Group<'_>)> = Vec::new();
    let mut milder = None;
    for (i, a) in groups.iter().enumerate() {
        for b in groups.iter().skip(i + 1) {
            match fit(&a.value, &b.value) {
                Fit::Apart => apart.push((a, b)),
                Fit::Compatible(class) => milder = Some(class),
                Fit::Equal | Fit::Incomparable => {}
            }
        }
    }
    if apart.is_empty() {
        return match milder {
            Some(Class::CompatibleGranularity) => {
                verdict(Class::CompatibleGranularity, "compatible-granularity", Confidence::High)
            }
            Some(_) => verdict(Class::CompatibleApproximation, "compatible-approximation", Confidence::High),
            None => OBJECT,
        };
    }
    if rises(groups) || birthday(groups) {
        return verdict(Class::Update, "update", Confidence::Medium);
    }
    // One article with both values means two things by them; then nothing can be said of the others either.
    if apart.iter().any(|(a, b)| shared_document(a, b)) {
        return OBJECT;
    }
    apart.retain(|(a, b)| !far(&a.value, &b.value));
    if apart.is_empty() {
        return OBJECT;
    }
    if apart.iter().any(|(a, b)| one_voice(a, b)) {
        return verdict(Class::SameSourceDifferentFigure, "same-source-different-figure", Confidence::High);
    }
    if apart.iter().any(|(a, b)| reported(a, b, reports)) {
        return verdict(Class::ReportDateVsEventDate, "report-date-vs-event-date", Confidence::Medium);
    }
    let undated = || groups.iter().flat_map(|group| &group.entries).any(|(account, _)| account.published.is_none());
    if groups.iter().flat_map(|group| &group.entries).all(|(_, datum)| datum.grows()) && undated() {
        return verdict(Class::Unresolved, "unresolved", Confidence::Low);
    }
    if apart.iter().all(|(a, b)| !voices(a).is_empty() && !voices(b).is_empty()) {
        return verdict(Class::Contradiction, "different-sources", Confidence::Medium);
    }
    verdict(Class::Contradiction, "contradiction", Confidence::Medium)
}

/// Dates so far apart that they are of two acts.
fn far(a: &Value, b: &Value) -> bool {
    let (Value::Days { earliest: a0, latest: a1 }, Value::Days { earliest: b0, latest: b1 }) = (a, b) else {
        return false;
    };
    let (first, second) = if a1 < b0 { (a1, b0) } else { (b1, a0) };
    days_between(*first, *second).is_none_or(|days| days > LONGEST)
}

fn days_between(a: Date, b: Date) -> Option<i64> {
    a.until((Unit::Day, b)).ok().map(|span| i64::from(span.get_days()))
}

fn shared_document(a: &Group<'_>, b: &Group<'_>) -> bool {
    !documents(&a.entries).is_disjoint(&documents(&b.entries))
}

/// The first and last day on which the articles of a group appeared, where all of them have one.
fn published(group: &Group<'_>) -> Option<(Date, Date)> {
    let days: Option<Vec<Date>> = group.entries.iter().map(|(account, _)| account.published).collect();
    let days = days?;
    Some((days.iter().min().copied()?, days.iter().max().copied()?))
}

/// Whether a birthday lies between the reports: older by a year or so in the later ones.
fn birthday(groups: &[Group<'_>]) -> bool {
    /// So many days a birthday may fall between reports that mean one person; within fewer it is a slip more often.
    const SOON: i64 = 20;
    const YEAR: i64 = 365;
    let age = |value: &Value| match value {
        Value::Amount { low: Some(low), high: Some(high), unit: Some(unit), .. } if unit == "a" && low == high => {
            low.whole()
        }
        _ => None,
    };
    let mut states: BTreeMap<i64, (Date, Date)> = BTreeMap::new();
    for group in groups {
        let (Some(age), Some(days)) = (age(&group.value), published(group)) else { return false };
        states.insert(age, days);
    }
    let states: Vec<_> = states.into_iter().collect();
    states.windows(2).all(|pair| {
        let [(younger, (_, before)), (older, (after, _))] = pair else { return false };
        days_between(*before, *after).is_some_and(|days| days >= SOON && older - younger <= days / YEAR + 1)
    })
}

/// Whether later articles have later states: what was planned is done, or a figure that with the days only grows or only falls. An
/// article that looks back ("17 on Monday, 29 by Friday") counts with the value that no earlier article has.
fn rises(groups: &[Group<'_>]) -> bool {
    let mut figures = groups.iter().flat_map(|group| &group.entries).filter(|(_, datum)| datum.on == "figure");
    if !figures.all(|(_, datum)| datum.is_toll()) {
        return false;
    }
    let mut states: Vec<(Date, &Value)> = Vec::new();
    for group in groups {
        let Some((first, _)) = published(group) else { return false };
        states.push((first, &group.value));
    }
    states.sort();
    let later = |a: &Value, b: &Value| match (a, b) {
        (Value::Word(a), Value::Word(b)) => a == "planned" && b == "done",
        (Value::Amount { .. }, Value::Amount { .. }) => a < b,
        _ => false,
    };
    let apart = states.windows(2).all(|pair| pair[0].0 < pair[1].0);
    let upward = states.windows(2).all(|pair| later(pair[0].1, pair[1].1));
    let downward =
        states.windows(2).all(|pair| matches!(pair[0].1, Value::Amount { .. }) && later(pair[1].1, pair[0].1));
    apart && (upward || downward)
}

/// Whether the later of two days is one on which the act was reported, the day after the other: the article dates it by its announcement.
fn reported(a: &Group<'_>, b: &Group<'_>, reports: &BTreeSet<Date>) -> bool {
    let (Some(a), Some(b)) = (day(&a.value), day(&b.value)) else { return false };
    let (act, report) = (a.min(b), a.max(b));
    reports.contains(&report) && act.tomorrow().is_ok_and(|next| next == report)
}

fn one_voice(a: &Group<'_>, b: &Group<'_>) -> bool {
    !voices(a).is_disjoint(&voices(b))
}

/// Who is named for a value.
fn voices(group: &Group<'_>) -> BTreeSet<String> {
    let voices = group.entries.iter().flat_map(|(_, datum)| &datum.voices);
    // A capital that speaks is its country: "Kyiv" and "Ukraine" are one source.
    voices.map(|voice| country(&voice.name).unwrap_or(&voice.name).to_lowercase()).collect()
}

fn day(value: &Value) -> Option<Date> {
    match value {
        Value::Days { earliest, latest } if earliest == latest => Some(*earliest),
        _ => None,
    }
}
