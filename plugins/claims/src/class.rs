//! What kind of difference a conflict is.

use crate::Class;
use crate::classify::{Fit, fit};
use crate::compare::Group;
use crate::rival::Rivals;
use crate::thing::MISSING;
use crate::words::is_listed;
use copydesk_core::{Confidence, Exact, Value};
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

/// What is known of a cluster beside the data in question.
pub(crate) struct Pile<'a> {
    /// The days on which something was reported.
    pub reports: BTreeSet<Date>,
    /// How many deaths each article tells of.
    pub deaths: BTreeMap<&'a str, &'a Value>,
}

/// Two values that can't both be true.
struct Pair<'g, 'a> {
    less: &'g Group<'a>,
    more: &'g Group<'a>,
    /// Whether they are of one thing by themselves, and not by a third one that each of them is tied to.
    tied: bool,
}

/// The gravest difference between any two values that different articles have; `None` where none of them denies another.
pub(crate) fn judge(rivals: &Rivals<'_>, pile: &Pile<'_>) -> Option<Verdict> {
    const OBJECT: Class = Class::DifferentObject;
    let groups = &rivals.groups;
    let mut apart: Vec<Pair<'_, '_>> = Vec::new();
    let mut milder = None;
    for (i, a) in groups.iter().enumerate() {
        for (j, b) in groups.iter().enumerate().skip(i + 1) {
            match fit(&a.value, &b.value) {
                Fit::Apart => {
                    let (less, more) = if number(&a.value) < number(&b.value) { (a, b) } else { (b, a) };
                    apart.push(Pair { less, more, tied: rivals.tied(i, j) });
                }
                Fit::Compatible(class) => milder = Some(class),
                Fit::Equal | Fit::Incomparable => {}
            }
        }
    }
    if apart.is_empty() {
        let rule =
            if milder? == Class::CompatibleGranularity { "compatible-granularity" } else { "compatible-approximation" };
        return Some(verdict(milder?, rule, Confidence::High));
    }
    let toll = groups.iter().flat_map(|group| &group.entries).all(|(_, datum)| datum.is_toll());
    if toll {
        if apart.iter().all(|pair| dead_among_injured(pair, pile)) {
            return Some(verdict(OBJECT, "dead-among-injured", Confidence::Medium));
        }
        if apart.iter().all(doer_among_dead) {
            return Some(verdict(OBJECT, "doer-among-dead", Confidence::Medium));
        }
        if apart.iter().all(|pair| is_late(pair.less, pair.more)) {
            return Some(verdict(Class::CompatibleApproximation, "at-least", Confidence::Medium));
        }
    }
    if rises(groups) || birthday(groups) {
        return Some(verdict(Class::Update, "update", Confidence::Medium));
    }
    if toll {
        apart.retain(|Pair { less, more, .. }| {
            less.entries.iter().any(|(_, datum)| !datum.least) && !is_most(&more.value) && !is_late(less, more)
        });
        if apart.is_empty() {
            return Some(verdict(Class::CompatibleApproximation, "at-least", Confidence::Medium));
        }
    }
    apart.retain(|pair| pair.tied && !slipped(pair.less, pair.more));
    if apart.is_empty() {
        return None;
    }
    apart.retain(|pair| !far(&pair.less.value, &pair.more.value));
    if apart.is_empty() {
        return Some(verdict(OBJECT, "different-object", Confidence::Medium));
    }
    let class = if apart.iter().any(|pair| one_voice(pair.less, pair.more)) {
        verdict(Class::SameSourceDifferentFigure, "same-source-different-figure", Confidence::High)
    } else if apart.iter().any(|pair| reported(pair.less, pair.more, &pile.reports)) {
        verdict(Class::ReportDateVsEventDate, "report-date-vs-event-date", Confidence::Medium)
    } else if toll && groups.iter().flat_map(|group| &group.entries).any(|(account, _)| account.published.is_none()) {
        verdict(Class::Unresolved, "unresolved", Confidence::Low)
    } else if apart.iter().all(|pair| !voices(pair.less).is_empty() && !voices(pair.more).is_empty()) {
        verdict(Class::Contradiction, "different-sources", Confidence::Medium)
    } else {
        verdict(Class::Contradiction, "contradiction", Confidence::Medium)
    };
    Some(class)
}

/// "Four were shot, one of them fatally" and "one was killed and three were wounded": the first counts the dead among those who were hit.
fn dead_among_injured(Pair { less, more, .. }: &Pair<'_, '_>, pile: &Pile<'_>) -> bool {
    let injured = |group: &Group<'_>| group.entries.iter().all(|(_, datum)| datum.about == "injured");
    let all = less.entries.iter().chain(&more.entries);
    let mut deaths = all.filter_map(|(account, _)| pile.deaths.get(account.document.as_str()));
    injured(less)
        && deaths
            .any(|dead| number(&less.value).zip(number(dead)).is_some_and(|(a, b)| a.plus(b) == number(&more.value)))
}

/// "He killed three people and himself" and "three people were killed".
fn doer_among_dead(Pair { less, more, .. }: &Pair<'_, '_>) -> bool {
    let one = number(&less.value).and_then(|less| less.plus(1.into()));
    let killed = less.entries.iter().all(|(_, datum)| datum.about == "killed");
    let told = less.entries.iter().chain(&more.entries).any(|(_, datum)| datum.with_doer);
    killed && told && one.is_some() && one == number(&more.value)
}

/// Whether the smaller toll is told on a later day than the greater one: nobody rises from the dead, and who looks back tells of some of
/// them ("he is accused of killing two"). Of the missing fewer are left with the days.
fn is_late(less: &Group<'_>, more: &Group<'_>) -> bool {
    let falls = less.entries.iter().any(|(_, datum)| datum.about == MISSING);
    let days = published(less).zip(published(more));
    !falls && days.is_some_and(|((less, _), (more, _))| less > more)
}

/// "Up to twenty", which says that there may be fewer.
fn is_most(value: &Value) -> bool {
    matches!(value, Value::Amount { low: None, .. })
}

/// A count that is one number, be it a least one.
pub(crate) fn number(value: &Value) -> Option<Exact> {
    match value {
        Value::Amount { low, high, .. } => low.or(*high),
        _ => None,
    }
}

/// Two days that differ by the day of publication only: the same words that name no day of the month ("today" in a statement that two
/// articles print), or a weekday and the same one of another week.
fn slipped(a: &Group<'_>, b: &Group<'_>) -> bool {
    const WEEK: i64 = 7;
    let words = |group: &Group<'_>| -> BTreeSet<String> {
        let texts = group
            .entries
            .iter()
            .filter(|(_, datum)| datum.on == "date")
            .map(|(_, datum)| datum.place.text.to_lowercase());
        texts.filter(|text| !text.chars().any(|c| c.is_ascii_digit())).collect()
    };
    let (mine, theirs) = (words(a), words(b));
    let week =
        day(&a.value).zip(day(&b.value)).and_then(|(a, b)| days_between(a, b)).is_some_and(|days| days % WEEK == 0);
    !mine.is_disjoint(&theirs) || week && !(mine.is_empty() && theirs.is_empty())
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
        let [(younger, (first, last)), (older, (after, _))] = pair else { return false };
        last <= after
            && days_between(*first, *after).is_some_and(|days| days >= SOON && older - younger <= days / YEAR + 1)
    })
}

/// Whether later articles have later states: what was planned is done, a toll that grows with the days, fewer who are missing. An
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
    let falls = groups.iter().flat_map(|group| &group.entries).all(|(_, datum)| datum.about == MISSING);
    let apart = states.windows(2).all(|pair| pair[0].0 < pair[1].0);
    let upward = states.windows(2).all(|pair| later(pair[0].1, pair[1].1));
    let downward =
        states.windows(2).all(|pair| matches!(pair[0].1, Value::Amount { .. }) && later(pair[1].1, pair[0].1));
    apart && (upward || falls && downward)
}

/// Whether the later of two days is one on which the act was reported, the day after the other: the article dates it by its announcement.
fn reported(a_group: &Group<'_>, b_group: &Group<'_>, reports: &BTreeSet<Date>) -> bool {
    let (Some(a), Some(b)) = (day(&a_group.value), day(&b_group.value)) else { return false };
    let (act, report) = (a.min(b), a.max(b));
    // What is signed is announced; a shooting "late on Sunday" and "early on Monday" is no announcement.
    let announced = a_group.entries.first().is_some_and(|(_, datum)| is_listed(&datum.about));
    announced && reports.contains(&report) && act.tomorrow().is_ok_and(|next| next == report)
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
