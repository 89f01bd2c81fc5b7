//! The choice: which pairs of a cluster are held against each other.

use crate::mixed::Table;
use crate::name::Parts;
use crate::page::Page;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// In a cluster of up to so many articles every pair is held against each other, and those that share nothing are said to be
/// independent. In a larger one the pairs that share words or a credited agency are: a hundred reports would make 4,950 lines.
pub const EVERY_PAIR: usize = 12;
/// In a larger one an article has so many partners, those with which it shares most; the others that take it for theirs come on top. Where it has more, its pairs
/// say so. As many as make no more pairs an article than in a cluster of [`EVERY_PAIR`].
const PARTNERS: usize = 6;
/// Of a text that more articles of a cluster share, each is held against the first only, and the pairs say so.
const SHARERS: usize = 24;
/// Pairs of a large cluster share so many shingles at least: a passage of six words.
const FEWEST_SHINGLES: u32 = 2;

/// What two articles share, as far as it was looked at.
#[derive(Clone, Copy, Default)]
struct Shared {
    shingles: u32,
    truncated: bool,
}

/// The pairs to look at, each with whether others like it were passed over.
pub fn choose(pages: &[Page<'_>]) -> BTreeMap<(usize, usize), bool> {
    let all = pages.len();
    if all <= EVERY_PAIR {
        return (0..all).flat_map(|i| (i + 1..all).map(move |j| ((i, j), false))).collect();
    }
    let mut counts: Table<(u32, u32), Shared> = Table::default();
    let mut count = |holders: &[u32], worth: u32| {
        each_pair(holders, |pair, truncated| {
            let shared = counts.entry(pair).or_default();
            shared.shingles += worth;
            shared.truncated |= truncated;
        });
    };
    let mut postings: Vec<(u64, u32)> = Vec::new();
    for (page, i) in pages.iter().zip(0..) {
        postings.extend(page.shingles().map(|shingle| (shingle, i)));
    }
    postings.sort_unstable();
    for group in postings.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
        let holders: Vec<u32> = group.iter().map(|&(_, i)| i).collect();
        count(&holders, 1);
    }
    // Copy that was rewritten shares few runs: one agency's articles in which one speaker speaks.
    let mut speakers: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for (page, i) in pages.iter().zip(0..).filter(|(page, _)| !page.sheet.credits.is_empty()) {
        for key in page.speakers.iter().flat_map(Parts::keys) {
            speakers.entry(key).or_default().insert(i);
        }
    }
    for holders in speakers.into_values() {
        count(&holders.into_iter().collect::<Vec<_>>(), FEWEST_SHINGLES);
    }
    let mut chosen =
        nearest(all, counts.into_iter().filter(|(_, shared)| shared.shingles >= FEWEST_SHINGLES).collect());
    let mut addresses: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (page, i) in pages.iter().zip(0..) {
        if let Some(url) = &page.sheet.url {
            addresses.entry(url).or_default().push(i);
        }
    }
    for holders in addresses.into_values() {
        each_pair(&holders, |(i, j), truncated| *chosen.entry((i as usize, j as usize)).or_default() |= truncated);
    }
    chosen
}

/// The pairs in which one is among the nearest of the other.
fn nearest(all: usize, mut counts: Vec<((u32, u32), Shared)>) -> BTreeMap<(usize, usize), bool> {
    counts.sort_unstable_by_key(|&(pair, shared)| (Reverse(shared.shingles), pair));
    let mut partners = vec![0_usize; all];
    let mut passed = vec![false; all];
    let mut chosen: Vec<((usize, usize), bool)> = Vec::new();
    for ((i, j), shared) in counts {
        let pair = [i as usize, j as usize];
        if pair.iter().all(|&one| partners.get(one).is_some_and(|&n| n >= PARTNERS)) {
            pair.iter().for_each(|&one| passed.iter_mut().skip(one).take(1).for_each(|passed| *passed = true));
            continue;
        }
        pair.iter().for_each(|&one| partners.iter_mut().skip(one).take(1).for_each(|n| *n += 1));
        chosen.push(((pair[0], pair[1]), shared.truncated));
    }
    let passed = |one: usize| passed.get(one).copied().unwrap_or_default();
    chosen.into_iter().map(|((i, j), truncated)| ((i, j), truncated || passed(i) || passed(j))).collect()
}

/// Every pair of these; where they are too many, each with the first.
fn each_pair(holders: &[u32], mut take: impl FnMut((u32, u32), bool)) {
    if holders.len() <= SHARERS {
        for (k, &i) in holders.iter().enumerate() {
            holders.iter().skip(k + 1).for_each(|&j| take((i, j), false));
        }
    } else if let Some((&first, rest)) = holders.split_first() {
        rest.iter().for_each(|&j| take((first, j), true));
    }
}
