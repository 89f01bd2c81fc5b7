//! Subjects: the data of one noun or act, split into the things that they are about.

use crate::Datum;
use crate::compare::Entry;
use crate::thing::one_thing;
use copydesk_core::Value;
use jiff::ToSpan;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// So many data of one noun or act, with different words round them, are compared pair by pair, and the rest is not: a cluster of
/// thousands of articles on one theme would take quadratic time. What is concluded then says that it is `truncated`. Those taken are
/// of the first articles by id.
const MOST: usize = 200;

/// Splits the data of one noun or act into things: connected by shared names and words. Whether some were left out, too.
#[must_use]
pub fn subjects<'a>(entries: &[Entry<'a>]) -> (Vec<Vec<Entry<'a>>>, bool) {
    // Five hundred copies of one story have one and the same datum: it is held against others once.
    let mut alike: BTreeMap<Context<'a>, Vec<Entry<'a>>> = BTreeMap::new();
    for entry in entries {
        alike.entry(Context::of(entry.1)).or_default().push(*entry);
    }
    let mut groups: Vec<Vec<Entry<'a>>> = alike.into_values().collect();
    let order = |entry: &Entry<'a>| (entry.0.document.as_str(), entry.1.place.start);
    groups.sort_by_key(|group| group.first().map(order));
    // The toll of an event is one figure in all its articles, which needs no pairs.
    if groups.iter().flatten().all(|(_, datum)| datum.is_toll()) {
        let mut subjects = by_days(groups.concat());
        subjects.iter_mut().for_each(|subject| subject.sort_by_key(order));
        return (subjects, false);
    }
    let truncated = groups.len() > MOST;
    groups.truncate(MOST);
    let mut subject: Vec<usize> = (0..groups.len()).collect();
    for i in 0..groups.len() {
        for j in 0..i {
            if subject[i] != subject[j] && one_thing(groups[i][0].1, groups[j][0].1) {
                let (from, to) = (subject[i].max(subject[j]), subject[i].min(subject[j]));
                subject.iter_mut().take(i + 1).filter(|s| **s == from).for_each(|s| *s = to);
            }
        }
    }
    let mut by_subject: BTreeMap<usize, Vec<Entry<'a>>> = BTreeMap::new();
    for (group, subject) in groups.into_iter().zip(subject) {
        by_subject.entry(subject).or_default().extend(group);
    }
    let mut subjects: Vec<Vec<Entry<'a>>> = by_subject.into_values().collect();
    subjects.iter_mut().for_each(|subject| subject.sort_by_key(order));
    (subjects, truncated)
}

/// So many events of other days are told apart in one cluster, and the rest is the last one's.
const EVENTS: usize = 8;

/// So many days are looked at for the event's own, those that stand in most places.
const CANDIDATES: usize = 8;

/// So many days after an event an article that tells of its toll without a date still means it.
const FRESH: i32 = 7;

/// Splits tolls by the days of which their sentences tell: the event's own is the day behind which most articles appeared within a few
/// days, and those that name none tell of it.
fn by_days(mut entries: Vec<Entry<'_>>) -> Vec<Vec<Entry<'_>>> {
    let mut subjects = Vec::new();
    for round in 1..EVENTS {
        let mut counts: BTreeMap<(Date, Date), usize> = BTreeMap::new();
        entries.iter().filter_map(|(_, datum)| datum.when).for_each(|when| *counts.entry(when).or_default() += 1);
        let mut days: Vec<(Date, Date)> = counts.keys().copied().collect();
        days.sort_by_key(|day| Reverse(counts[day]));
        days.truncate(CANDIDATES);
        let tells = |own: (Date, Date), datum: &Datum| datum.when.is_none_or(|when| close(own, when));
        let documents = |fits: &dyn Fn(&Entry<'_>) -> bool| {
            let fitting = entries.iter().filter(|entry| fits(entry)).map(|(account, _)| account.document.as_str());
            fitting.collect::<BTreeSet<_>>().len()
        };
        let stands = |own: (Date, Date)| documents(&|(_, datum)| datum.when.is_some() && tells(own, datum));
        let fresh = |own: (Date, Date)| {
            let soon = |day: Date| own.0 <= day && own.1 >= day.saturating_sub(FRESH.days());
            documents(&|(account, datum)| tells(own, datum) && account.published.is_some_and(soon))
        };
        let Some(own) = days.iter().copied().max_by_key(|&day| (fresh(day), stands(day))) else { break };
        // "In June a car injured 36" looks back from an article on a shooting of August, of which others tell without a date.
        let undated = entries.iter().any(|(account, datum)| datum.when.is_none() && account.published.is_some());
        let foreign = round == 1 && undated && fresh(own) == 0;
        let (near, far): (Vec<_>, Vec<_>) = entries.into_iter().partition(|(_, datum)| match datum.when {
            Some(when) => !foreign && close(own, when),
            None => subjects.is_empty(),
        });
        subjects.push(near);
        entries = far;
    }
    if !entries.is_empty() {
        subjects.push(entries);
    }
    subjects
}

/// Whether two stretches of days touch, a day more or less being the night between: what came about "on Sunday night" came about "early on Monday".
fn close(a: (Date, Date), b: (Date, Date)) -> bool {
    let after = |first: Date, second: Date| first > second.tomorrow().unwrap_or(second);
    !after(a.0, b.1) && !after(b.0, a.1)
}

/// All of a datum by which it is held against others.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Context<'a> {
    value: &'a Value,
    facet: Option<&'a str>,
    stems: [&'a BTreeSet<String>; 4],
}

impl<'a> Context<'a> {
    fn of(datum: &'a Datum) -> Self {
        let stems = [&datum.names, &datum.words, &datum.actors, &datum.patients];
        Self { value: &datum.value, facet: datum.facet.as_deref(), stems }
    }
}
