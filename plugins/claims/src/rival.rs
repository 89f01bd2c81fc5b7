//! Rivals: the values of one thing that can be held against each other.
//!
//! An article that has two values of what looks like one thing means two things by them, and is no witness against others. Nor do values
//! deny each other that only a third one ties together.

use crate::class::number;
use crate::classify::{Fit, fit};
use crate::compare::{Group, documents};
use crate::thing::one_thing;
use copydesk_core::Value;
use std::collections::{BTreeMap, BTreeSet};

/// So many entries of a value are held against those of another: five hundred copies of a story tell no more than the first of them.
const MOST: usize = 24;

/// Values of one thing, each tied to another of them.
pub(crate) struct Rivals<'a> {
    pub groups: Vec<Group<'a>>,
    /// The pairs of their places that are of one thing by the words of two articles.
    ties: BTreeSet<(usize, usize)>,
}

impl Rivals<'_> {
    /// Whether the values at these places, the first one first, are of one thing.
    pub fn tied(&self, i: usize, j: usize) -> bool {
        self.ties.contains(&(i, j))
    }
}

/// The values without those that deny none.
pub(crate) fn rivals(mut groups: Vec<Group<'_>>) -> Rivals<'_> {
    if !groups.iter().flat_map(|group| &group.entries).all(|(_, datum)| datum.is_toll()) {
        let torn = torn(&groups);
        for group in &mut groups {
            group.entries.retain(|(account, _)| !torn.contains(account.document.as_str()));
        }
        groups.retain(|group| !group.entries.is_empty());
    }
    // "Two officers were wounded" tells of a part of six: no difference.
    let most = groups.iter().filter_map(|group| number(&group.value)).max();
    groups.retain(|group| number(&group.value) == most || !is_part(group));
    let ties: Vec<(usize, usize)> = pairs(&groups).filter(|(i, j)| tied(&groups[*i], &groups[*j])).collect();
    let kept: BTreeSet<usize> = ties.iter().flat_map(|(i, j)| [*i, *j]).collect();
    let places: BTreeMap<usize, usize> = kept.iter().enumerate().map(|(place, i)| (*i, place)).collect();
    Rivals {
        groups: groups.into_iter().enumerate().filter(|(i, _)| kept.contains(i)).map(|(_, group)| group).collect(),
        ties: ties.iter().filter_map(|(i, j)| Some((*places.get(i)?, *places.get(j)?))).collect(),
    }
}

/// Whether all who have a toll leave room for more, though not by "at least", which a later report fills up.
fn is_part(group: &Group<'_>) -> bool {
    let open = matches!(group.value, Value::Amount { high: None, .. });
    !open && group.entries.iter().all(|(_, datum)| datum.is_toll() && datum.least)
}

/// The articles that have two values which can't both be true.
fn torn<'a>(groups: &[Group<'a>]) -> BTreeSet<&'a str> {
    let apart = pairs(groups).filter(|(i, j)| fit(&groups[*i].value, &groups[*j].value) == Fit::Apart);
    let both = apart.map(|(i, j)| (documents(&groups[i].entries), documents(&groups[j].entries)));
    both.flat_map(|(a, b)| a.intersection(&b).copied().collect::<Vec<_>>()).collect()
}

/// Whether two values are of one thing by the words of two of their articles.
fn tied(a: &Group<'_>, b: &Group<'_>) -> bool {
    let theirs = || b.entries.iter().take(MOST);
    a.entries.iter().take(MOST).any(|(_, mine)| theirs().any(|(_, their)| one_thing(mine, their)))
}

fn pairs<T>(list: &[T]) -> impl Iterator<Item = (usize, usize)> {
    let count = list.len();
    (0..count).flat_map(move |i| (i + 1..count).map(move |j| (i, j)))
}
