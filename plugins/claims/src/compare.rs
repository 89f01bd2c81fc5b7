//! Lining up: from the accounts of one cluster to agreements and conflicts.

use crate::classify::{Fit, fit, one_thing};
use crate::pin::REPORTS;
use crate::{Account, Agreement, Class, Comparison, Conflict, Datum, Side};
use copydesk_core::{Across, AcrossSink, Confidence, Evidence, Exact, Value};
use copydesk_names::country;
use copydesk_origins::{Counts, Provenance, counts};
use jiff::civil::Date;
use serde_json::json;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A datum with its article.
pub type Entry<'a> = (&'a Account, &'a Datum);

/// Data with one value.
struct Group<'a> {
    value: Value,
    entries: Vec<Entry<'a>>,
}

/// So many data of one noun or act are compared, pair by pair, the rest are not: a cluster of hundreds of articles on one theme
/// would take quadratic time. Those taken are of the first articles by id.
const MOST: usize = 200;

pub(crate) fn compare(cluster: &[Account], provenance: &[Across<Provenance>], found: &mut AcrossSink<Comparison>) {
    let mut by_subject: BTreeMap<(&str, &str), Vec<Entry<'_>>> = BTreeMap::new();
    for account in cluster {
        for datum in account.data.iter().filter(|datum| datum.pending.is_none() && !is_vague(&datum.value)) {
            by_subject.entry((&datum.on, &datum.about)).or_default().push((account, datum));
        }
    }
    let reports = report_days(cluster);
    let deaths = deaths(cluster);
    for entries in by_subject.values_mut() {
        counted(entries, &deaths);
        for subject in subjects(&entries[..entries.len().min(MOST)]) {
            conclude(&subject, &reports, provenance, found);
        }
    }
}

/// The articles that tell of deaths.
fn deaths(cluster: &[Account]) -> BTreeSet<&str> {
    let dead = |account: &&Account| account.data.iter().any(|d| d.about == "killed" && d.facet.as_deref() == Some("killed") && d.value > nobody());
    cluster.iter().filter(dead).map(|account| account.document.as_str()).collect()
}

fn nobody() -> Value {
    let none = Some(Exact::from(0));
    Value::Amount { low: none, high: none, unit: None, approximate: false }
}

/// Leaves out what no number tells, where it can't be held against one: "a man was killed" does not deny that four were, and who was
/// wounded in one article may be dead in the next.
fn counted(entries: &mut Vec<Entry<'_>>, deaths: &BTreeSet<&str>) {
    let most = entries.iter().map(|(_, datum)| &datum.value).max().cloned();
    entries.retain(|(account, datum)| {
        let passed = datum.about != "killed" && !deaths.is_empty() && !deaths.contains(account.document.as_str());
        !datum.implied || most.as_ref() == Some(&datum.value) && !passed
    });
}

/// "Thousands" and "dozens" fit nearly everything: an amount whose high end is so many times its low end says nothing to compare.
const VAGUE: i64 = 9;

fn is_vague(value: &Value) -> bool {
    match value {
        Value::Amount { low: Some(low), high: Some(high), approximate: true, .. } => {
            low.times(VAGUE.into()).is_some_and(|most| most <= *high)
        }
        _ => false,
    }
}

/// The days on which something was reported, by the articles' own words, and those on which the articles appeared.
fn report_days(cluster: &[Account]) -> BTreeSet<Date> {
    let reported = cluster
        .iter()
        .flat_map(|a| &a.data)
        .filter(|d| d.on == "date" && d.about == REPORTS)
        .filter_map(|d| day(&d.value));
    reported.chain(cluster.iter().filter_map(|account| account.published)).collect()
}

fn day(value: &Value) -> Option<Date> {
    match value {
        Value::Days { earliest, latest } if earliest == latest => Some(*earliest),
        _ => None,
    }
}

/// Splits the data of one noun or act into things: connected by shared names and words.
#[must_use]
pub fn subjects<'a>(entries: &[Entry<'a>]) -> Vec<Vec<Entry<'a>>> {
    let mut subject: Vec<usize> = (0..entries.len()).collect();
    for i in 0..entries.len() {
        for j in 0..i {
            if subject[i] != subject[j] && one_thing(entries[i].1, entries[j].1) {
                let (from, to) = (subject[i].max(subject[j]), subject[i].min(subject[j]));
                subject.iter_mut().filter(|s| **s == from).for_each(|s| *s = to);
            }
        }
    }
    let mut by_subject: BTreeMap<usize, Vec<Entry<'a>>> = BTreeMap::new();
    for (entry, subject) in entries.iter().zip(subject) {
        by_subject.entry(subject).or_default().push(*entry);
    }
    by_subject.into_values().collect()
}

fn documents<'a>(entries: &[Entry<'a>]) -> BTreeSet<&'a str> {
    entries.iter().map(|(account, _)| account.document.as_str()).collect()
}

fn conclude(
    subject: &[Entry<'_>],
    reports: &BTreeSet<Date>,
    provenance: &[Across<Provenance>],
    found: &mut AcrossSink<Comparison>,
) {
    if documents(subject).len() < 2 {
        return;
    }
    let mut groups: Vec<Group<'_>> = Vec::new();
    for entry in subject {
        match groups.iter_mut().find(|group| same(&group.value, &entry.1.value)) {
            Some(group) => group.entries.push(*entry),
            None => groups.push(Group { value: entry.1.value.clone(), entries: vec![*entry] }),
        }
    }
    groups.sort_by_cached_key(|group| {
        let counts = standing(group, provenance);
        let latest = group.entries.iter().filter_map(|(account, _)| account.published).max();
        (Reverse(counts.roots.len()), Reverse(latest), group.value.clone())
    });
    for group in groups.iter().filter(|group| documents(&group.entries).len() > 1) {
        let Counts { outlets, newsrooms, roots } = standing(group, provenance);
        let evidence = evidence(group);
        let (on, about) = (group.entries[0].1.on.clone(), wording(&group.entries));
        let value = printed(&group.value);
        let agreement = Agreement { about, on, value, outlets, newsrooms, roots, evidence: evidence.clone() };
        found.push(evidence, "equal", Confidence::High, Comparison::Agreement(agreement));
    }
    // Whoever reports, reports on many days: that is no disagreement.
    if groups.len() > 1 && subject.iter().any(|(_, datum)| datum.on != "date" || datum.about != REPORTS) {
        differ(&groups, reports, found);
    }
}

/// Equal values; of figures the blur does not count: "around 4,000" and "4,000" are one side.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Amount { low: a0, high: a1, unit: au, .. }, Value::Amount { low: b0, high: b1, unit: bu, .. }) => {
            // "At least 17" is the figure 17 with a care.
            let ends = |low: &Option<Exact>, high: &Option<Exact>| (low.or(*high), high.or(*low));
            ends(a0, a1) == ends(b0, b1) && au == bu
        }
        _ => fit(a, b) == Fit::Equal,
    }
}

fn standing(group: &Group<'_>, provenance: &[Across<Provenance>]) -> Counts {
    let documents = documents(&group.entries);
    counts(provenance.iter().filter_map(|across| match &across.data {
        Provenance::Origin(origin) if documents.contains(origin.document.as_str()) => Some(origin),
        _ => None,
    }))
}

fn evidence(group: &Group<'_>) -> Vec<Evidence> {
    let mut all: Vec<Evidence> = group.entries.iter().map(|(_, datum)| datum.place.clone()).collect();
    all.sort();
    all.dedup();
    all
}

/// What the data are about: of dates the act, of others the words that most of them use.
fn wording(entries: &[Entry<'_>]) -> String {
    if let Some((_, datum)) = entries.first().filter(|(_, datum)| datum.on == "date") {
        return datum.about.replace('-', " ");
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    entries.iter().for_each(|(_, datum)| *counts.entry(&datum.wording).or_default() += 1);
    let facet = entries.iter().find_map(|(_, datum)| datum.facet.as_deref());
    let most = counts.iter().max_by_key(|(word, n)| (**n, Reverse(**word))).map_or("", |(word, _)| *word);
    facet.filter(|facet| *facet != most).map_or_else(|| most.to_owned(), |facet| format!("{most} {facet}"))
}

fn differ(groups: &[Group<'_>], reports: &BTreeSet<Date>, found: &mut AcrossSink<Comparison>) {
    let class = class(groups, reports);
    let sides: Vec<Side> = groups
        .iter()
        .map(|group| {
            let voices = group.entries.iter().flat_map(|(_, datum)| &datum.voices).map(|voice| voice.name.clone());
            let said_by = voices.collect::<BTreeSet<_>>().into_iter().collect();
            Side { value: printed(&group.value), evidence: evidence(group), said_by }
        })
        .collect();
    let entries: Vec<Entry<'_>> = groups.iter().flat_map(|group| group.entries.iter().copied()).collect();
    let evidence = sides.iter().flat_map(|side| side.evidence.iter().cloned()).collect();
    let (rule, confidence) = match class {
        Class::Contradiction => ("contradiction", Confidence::Medium),
        Class::SameSourceDifferentFigure => ("same-source-different-figure", Confidence::High),
        Class::ReportDateVsEventDate => ("report-date-vs-event-date", Confidence::Medium),
        Class::Update => ("update", Confidence::Medium),
        Class::CompatibleGranularity => ("compatible-granularity", Confidence::High),
        Class::CompatibleApproximation => ("compatible-approximation", Confidence::High),
        Class::DifferentObject | Class::Unresolved => ("different-object", Confidence::Medium),
    };
    let on = entries.first().map_or_else(String::new, |(_, datum)| datum.on.clone());
    let conflict = Conflict { about: wording(&entries), on, class, sides };
    found.push(evidence, rule, confidence, Comparison::Conflict(conflict));
}

/// The gravest difference between any two values that different articles have.
fn class(groups: &[Group<'_>], reports: &BTreeSet<Date>) -> Class {
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
        return milder.unwrap_or(Class::Unresolved);
    }
    if rises(groups) {
        return Class::Update;
    }
    let graver = apart.iter().filter(|(a, b)| !shared_document(a, b)).map(|(a, b)| {
        if reported(a, b, reports) {
            Class::ReportDateVsEventDate
        } else if one_voice(a, b) {
            Class::SameSourceDifferentFigure
        } else {
            Class::Contradiction
        }
    });
    // One article with both values means two things by them; then nothing can be said of the others either.
    graver.min_by_key(|class| *class != Class::SameSourceDifferentFigure).unwrap_or(Class::DifferentObject)
}

fn shared_document(a: &Group<'_>, b: &Group<'_>) -> bool {
    !documents(&a.entries).is_disjoint(&documents(&b.entries))
}

/// Whether later articles have later states: what was planned is done, or a figure that with the days only grows or only falls. An
/// article that looks back ("17 on Monday, 29 by Friday") counts with the value that no earlier article has.
fn rises(groups: &[Group<'_>]) -> bool {
    /// Counts that a story brings up to date: of people, by what befell them.
    const TOLLS: [&str; 6] = ["killed", "injured", "missing", "rescued", "evacuated", "detained"];
    let is_toll = |datum: &Datum| {
        let mut said = datum.facet.as_deref().into_iter().chain([datum.about.as_str()]);
        said.any(|word| TOLLS.contains(&word))
    };
    let mut figures = groups.iter().flat_map(|group| &group.entries).filter(|(_, datum)| datum.on == "figure");
    if !figures.all(|(_, datum)| is_toll(datum)) {
        return false;
    }
    let mut states: Vec<(Date, &Value)> = Vec::new();
    for group in groups {
        let days: Option<Vec<Date>> = group.entries.iter().map(|(account, _)| account.published).collect();
        let Some(first) = days.and_then(|days| days.into_iter().min()) else { return false };
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
    let voices = |group: &Group<'_>| -> BTreeSet<String> {
        let voices = group.entries.iter().flat_map(|(_, datum)| &datum.voices);
        // A capital that speaks is its country: "Kyiv" and "Ukraine" are one source.
        voices.map(|voice| country(&voice.name).unwrap_or(&voice.name).to_lowercase()).collect()
    };
    !voices(a).is_disjoint(&voices(b))
}

/// A value as the record has it.
pub(crate) fn printed(value: &Value) -> serde_json::Value {
    match value {
        Value::Days { earliest, latest } => json!(interval(*earliest, *latest)),
        Value::Amount { low: Some(one), high: None, .. } | Value::Amount { low: None, high: Some(one), .. } => {
            json!(one)
        }
        Value::Amount { low, high, .. } if low == high => json!(low),
        Value::Amount { low, high, .. } => json!([low, high]),
        Value::Word(word) => json!(word),
    }
}

/// A day, a month or a year as such, any other interval by its ends, as ISO 8601 has them.
#[must_use]
pub fn interval(earliest: Date, latest: Date) -> String {
    if earliest == latest {
        return earliest.to_string();
    }
    if earliest.day() == 1 && latest == latest.last_of_month() {
        if earliest.first_of_month() == latest.first_of_month() {
            return format!("{:04}-{:02}", earliest.year(), earliest.month());
        }
        if earliest.month() == 1 && latest.month() == 12 && earliest.year() == latest.year() {
            return format!("{:04}", earliest.year());
        }
    }
    format!("{earliest}/{latest}")
}
