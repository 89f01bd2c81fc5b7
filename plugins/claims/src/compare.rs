//! Lining up: from the accounts of one cluster to agreements and conflicts.

use crate::class::{Pile, Verdict, judge};
use crate::pin::REPORTS;
use crate::rival::{Rivals, rivals};
use crate::standing::Origins;
use crate::subject::subjects;
use crate::value::printed;
use crate::{Account, Agreement, Comparison, Conflict, Datum, Report, Side};
use copydesk_core::lang::en::inflection::is_adverb;
use copydesk_core::lang::en::lexicon::look_up;
use copydesk_core::{AcrossSink, Class, Confidence, Evidence, Exact, SmolStr, Value};
use copydesk_origins::Counts;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A datum with its article.
pub type Entry<'a> = (&'a Account, &'a Datum);

/// Data with one value.
#[derive(Clone)]
pub(crate) struct Group<'a> {
    pub value: Value,
    pub entries: Vec<Entry<'a>>,
}

pub(crate) fn compare(cluster: &[Account], origins: &Origins<'_>, found: &mut AcrossSink<Comparison>) {
    let mut by_subject: BTreeMap<(&str, &str), Vec<Entry<'_>>> = BTreeMap::new();
    for account in cluster {
        for datum in account.data.iter().filter(|datum| datum.pending.is_none() && !is_vague(&datum.value)) {
            by_subject.entry((&datum.on, &datum.about)).or_default().push((account, datum));
        }
    }
    let pile = Pile { reports: report_days(cluster), deaths: deaths(cluster) };
    for entries in by_subject.values_mut() {
        counted(entries, &pile.deaths);
        let (subjects, truncated) = subjects(entries);
        for subject in subjects {
            conclude(&subject, &pile, origins, truncated, found);
        }
    }
}

/// How many deaths each article tells of, where it tells of any.
fn deaths(cluster: &[Account]) -> BTreeMap<&str, &Value> {
    let dead = |datum: &&Datum| datum.about == "killed" && datum.is_toll() && datum.value > nobody();
    let told = cluster.iter().filter_map(|account| Some((account, account.data.iter().find(dead)?)));
    told.map(|(account, datum)| (account.document.as_str(), &datum.value)).collect()
}

fn nobody() -> Value {
    let none = Some(Exact::from(0));
    Value::Amount { low: none, high: none, unit: None, approximate: false }
}

/// Leaves out what no number tells, where it can't be held against one: "a man was killed" does not deny that four were, and who was
/// wounded in one article may be dead in the next.
fn counted(entries: &mut Vec<Entry<'_>>, deaths: &BTreeMap<&str, &Value>) {
    let most = entries.iter().map(|(_, datum)| &datum.value).max().cloned();
    entries.retain(|(account, datum)| {
        let passed = datum.about != "killed" && !deaths.is_empty() && !deaths.contains_key(account.document.as_str());
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
        // "in the 19th century", "the 1950s"
        Value::Days { earliest, latest } => latest.year() - earliest.year() > 1,
        _ => false,
    }
}

/// The days on which something was reported, by the articles' own words, and those on which the articles appeared.
fn report_days(cluster: &[Account]) -> BTreeSet<Date> {
    let reported =
        cluster.iter().flat_map(|a| &a.data).filter(|d| d.on == "date" && d.about == REPORTS).filter_map(|d| d.day());
    reported.chain(cluster.iter().filter_map(|account| account.published)).collect()
}

pub(crate) fn documents<'a>(entries: &[Entry<'a>]) -> BTreeSet<&'a str> {
    entries.iter().map(|(account, _)| account.document.as_str()).collect()
}

fn conclude(
    subject: &[Entry<'_>],
    pile: &Pile<'_>,
    origins: &Origins<'_>,
    truncated: bool,
    found: &mut AcrossSink<Comparison>,
) {
    if documents(subject).len() < 2 {
        return;
    }
    let mut by_value: BTreeMap<Value, Vec<Entry<'_>>> = BTreeMap::new();
    let (earlier, own): (Vec<Entry<'_>>, Vec<Entry<'_>>) = subject.iter().partition(|(_, datum)| datum.earlier);
    for entry in own {
        by_value.entry(plain(&entry.1.value)).or_default().push(entry);
    }
    let mut groups: Vec<Group<'_>> =
        by_value.into_values().map(|entries| Group { value: entries[0].1.value.clone(), entries }).collect();
    let standings: Vec<Counts> = groups.iter().map(|group| origins.standing(&group.entries)).collect();
    let mut ranked: Vec<(Group<'_>, Counts)> = groups.drain(..).zip(standings).collect();
    ranked.sort_by_cached_key(|(group, counts)| {
        let latest = group.entries.iter().filter_map(|(account, _)| account.published).max();
        (Reverse(counts.roots.len()), Reverse(latest), group.value.clone())
    });
    let groups: Vec<Group<'_>> = ranked.iter().map(|(group, _)| group.clone()).collect();
    // "Up from 17 on Sunday" agrees with who had 17 on Sunday.
    for (group, counts) in &mut ranked {
        let before = group.entries.len();
        group.entries.extend(earlier.iter().filter(|(_, datum)| plain(&datum.value) == plain(&group.value)));
        if group.entries.len() > before {
            *counts = origins.standing(&group.entries);
        }
        if documents(&group.entries).len() > 1 {
            let Counts { outlets, newsrooms, roots } = counts.clone();
            let agreement = Agreement {
                about: wording(&group.entries),
                on: group.entries[0].1.on.clone(),
                value: printed(&group.value),
                outlets,
                newsrooms,
                roots,
                evidence: evidence(group),
                reports: told(group),
                truncated,
            };
            found.push(Vec::new(), "equal", Confidence::High, Comparison::Agreement(agreement));
        }
    }
    // Whoever reports, reports on many days: that is no disagreement.
    if groups.len() > 1 && subject.iter().any(|(_, datum)| datum.on != "date" || !is_report(&datum.about)) {
        differ(&rivals(groups), pile, truncated, found);
    }
}

/// An act of reporting or saying; and no act at all, where the word is an adverb.
fn is_report(act: &str) -> bool {
    act == REPORTS || is_adverb(act) || look_up(act).class.any(Class::SPEECH)
}

/// A value by which data are one side: of figures the blur does not count, "around 4,000" and "4,000" are one.
fn plain(value: &Value) -> Value {
    match value {
        // "At least 17" is the figure 17 with a care.
        Value::Amount { low, high, unit, .. } => {
            Value::Amount { low: low.or(*high), high: high.or(*low), unit: unit.clone(), approximate: false }
        }
        other => other.clone(),
    }
}

fn evidence(group: &Group<'_>) -> Vec<Evidence> {
    let mut all: Vec<Evidence> = group.entries.iter().map(|(_, datum)| datum.place.clone()).collect();
    all.sort();
    all.dedup();
    all.shrink_to_fit();
    all
}

/// The articles of a side, with whom each names.
fn told(group: &Group<'_>) -> Vec<Report> {
    let mut reports: BTreeMap<&str, Report> = BTreeMap::new();
    for (account, datum) in &group.entries {
        let report = reports.entry(&account.document).or_insert_with(|| Report {
            document: account.document.as_str().into(),
            outlet: account.outlet.as_ref().map(SmolStr::from),
            published: account.published,
            said_by: Vec::new(),
        });
        report.said_by.extend(datum.voices.iter().cloned());
    }
    reports.values_mut().for_each(|report| {
        report.said_by.sort();
        report.said_by.dedup();
        report.said_by.shrink_to_fit();
    });
    reports.into_values().collect()
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

fn differ(rivals: &Rivals<'_>, pile: &Pile<'_>, truncated: bool, found: &mut AcrossSink<Comparison>) {
    let Some(Verdict { class, rule, confidence }) = judge(rivals, pile) else { return };
    let sides: Vec<Side> = rivals
        .groups
        .iter()
        .map(|group| {
            let voices = group.entries.iter().flat_map(|(_, datum)| &datum.voices).map(|voice| voice.name.clone());
            let said_by = voices.collect::<BTreeSet<_>>().into_iter().collect();
            Side { value: printed(&group.value), evidence: evidence(group), said_by, reports: told(group) }
        })
        .collect();
    let entries: Vec<Entry<'_>> = rivals.groups.iter().flat_map(|group| group.entries.iter().copied()).collect();
    let evidence = sides.iter().flat_map(|side| side.evidence.iter().cloned()).collect();
    let on = entries.first().map_or_else(String::new, |(_, datum)| datum.on.clone());
    let conflict = Conflict { about: wording(&entries), on, class, sides, truncated };
    found.push(evidence, rule, confidence, Comparison::Conflict(conflict));
}
