//! Clusters: articles that are of one event, put together nearest first.

use crate::likeness::{Link, Links, NEIGHBOURS, links};
use crate::outline::Outline;
use crate::vector::Vocabulary;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// Two groups of articles are of one event when their articles are on average at least so alike, in millionths. Measured on
/// articles on shooting incidents and on ECB+: precision falls fast below 0.11, recall slowly above.
pub const ALIKE: u64 = 120_000;

/// A group of articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Their numbers, rising.
    pub members: Vec<usize>,
    /// Why they are together.
    pub reasons: Vec<&'static str>,
    /// Not all pairs that might have tied articles were looked at.
    pub truncated: bool,
}

/// Groups the articles, which come in their canonical order; groups come by their first member.
pub fn groups(outlines: &[Outline], vocabulary: &Vocabulary) -> Vec<Group> {
    let mut given: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, outline) in outlines.iter().enumerate() {
        if let Some(event) = &outline.event {
            given.entry(event).or_default().push(i);
        }
    }
    let given = given.into_values().map(|members| Group { members, reasons: vec!["given-event"], truncated: false });
    let mut groups: Vec<Group> = given.collect();
    groups.extend(alike(outlines, vocabulary));
    groups.sort_by(|a, b| a.members.cmp(&b.members));
    groups
}

fn alike(outlines: &[Outline], vocabulary: &Vocabulary) -> Vec<Group> {
    let Links { links, truncated } = links(outlines, vocabulary);
    let parts = gather(outlines.len(), &links);
    let mut groups: BTreeMap<usize, Group> = BTreeMap::new();
    let open = parts.iter().zip(outlines).enumerate().filter(|(_, (_, outline))| outline.event.is_none());
    for (i, (&part, _)) in open {
        let empty = || Group { members: Vec::new(), reasons: Vec::new(), truncated: false };
        let group = groups.entry(part).or_insert_with(empty);
        group.members.push(i);
        group.truncated |= truncated.get(i).copied().unwrap_or_default();
    }
    for link in &links {
        let (a, b) = (parts.get(link.a as usize), parts.get(link.b as usize));
        if a == b
            && let Some(group) = a.and_then(|part| groups.get_mut(part))
        {
            let reason = if link.copied { "shared-text" } else { "rare-words" };
            if !group.reasons.contains(&reason) {
                group.reasons.push(reason);
            }
        }
    }
    for group in groups.values_mut() {
        group.reasons.sort_unstable();
        if group.members.len() == 1 {
            group.reasons = vec!["alone"];
            group.truncated = false;
        }
    }
    groups.into_values().collect()
}

/// Average linkage over the links there are: the two groups with the highest mean likeness become one, until none is high enough.
/// A chain of half-likes never joins two events that way. Answers for each article the group that it is in.
pub fn gather(count: usize, links: &[Link]) -> Vec<usize> {
    let mut sizes = vec![1_u64; count];
    let mut sums: Vec<BTreeMap<usize, u64>> = vec![BTreeMap::new(); count];
    let mut into: Vec<usize> = (0..count).collect();
    let mut heap: BinaryHeap<(u64, Reverse<(usize, usize)>)> = BinaryHeap::new();
    for link in links {
        let (a, b) = (link.a as usize, link.b as usize);
        if let Some(near) = sums.get_mut(a) {
            near.insert(b, link.likeness);
        }
        if let Some(near) = sums.get_mut(b) {
            near.insert(a, link.likeness);
        }
        if link.likeness >= ALIKE {
            heap.push((link.likeness, Reverse((a, b))));
        }
    }
    // An article keeps a bounded number of neighbours, so that between two large groups not every pair has a link: the mean is
    // taken over as many pairs as could have one.
    let mean = |sum: u64, a: u64, b: u64| sum / (a * b).min(a.min(b) * NEIGHBOURS as u64 / 2).max(1);
    while let Some((likeness, Reverse((a, b)))) = heap.pop() {
        let size = |i: usize| sizes.get(i).copied().unwrap_or_default();
        let now = sums.get(a).and_then(|near| near.get(&b)).map(|&sum| mean(sum, size(a), size(b)));
        if now != Some(likeness) {
            continue;
        }
        // The one with fewer neighbours is taken in; the name of the group does not matter, it is told by its members.
        let width = |i: usize| sums.get(i).map_or(0, BTreeMap::len);
        let (kept, gone) = if width(a) >= width(b) { (a, b) } else { (b, a) };
        let moved = sums.get_mut(gone).map(std::mem::take).unwrap_or_default();
        let total = size(a) + size(b);
        if let Some(size) = sizes.get_mut(kept) {
            *size = total;
        }
        if let Some(group) = into.get_mut(gone) {
            *group = kept;
        }
        for (other, sum) in moved {
            if let Some(near) = sums.get_mut(other) {
                near.remove(&gone);
                if other != kept {
                    *near.entry(kept).or_default() += sum;
                }
            }
            if other != kept
                && let Some(near) = sums.get_mut(kept)
            {
                *near.entry(other).or_default() += sum;
            }
        }
        for (&other, &sum) in sums.get(kept).into_iter().flatten() {
            let likeness = mean(sum, total, sizes.get(other).copied().unwrap_or_default());
            if likeness >= ALIKE {
                heap.push((likeness, Reverse((kept.min(other), kept.max(other)))));
            }
        }
    }
    (0..count).map(|i| root(&mut into, i)).collect()
}

/// The group that `i` went into at last. Every step is shortened on the way, so that long chains are walked once.
fn root(into: &mut [usize], mut i: usize) -> usize {
    while let Some(next) = into.get(i).copied().filter(|&next| next != i) {
        let beyond = into.get(next).copied().unwrap_or(next);
        if let Some(step) = into.get_mut(i) {
            *step = beyond;
        }
        i = beyond;
    }
    i
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(a: u32, b: u32, likeness: u64) -> Link {
        Link { a, b, likeness, copied: false }
    }

    #[test]
    fn a_bridge_does_not_join_two_events() {
        // 0, 1, 2 are of one event, 3, 4, 5 of another; 2 and 3 are somewhat alike.
        let one = [link(0, 1, 500_000), link(0, 2, 500_000), link(1, 2, 500_000)];
        let two = [link(3, 4, 500_000), link(3, 5, 500_000), link(4, 5, 500_000)];
        let bridge = [link(2, 3, 300_000)];
        let parts = gather(6, &[one.as_slice(), &two, &bridge].concat());
        assert_eq!(parts[0], parts[2]);
        assert_eq!(parts[3], parts[5]);
        assert_ne!(parts[0], parts[3]);
    }

    #[test]
    fn the_order_of_the_links_does_not_show() {
        let mut links = vec![link(0, 1, 200_000), link(1, 2, 200_000), link(2, 3, 200_000), link(0, 3, 130_000)];
        let parts = gather(4, &links);
        links.reverse();
        let same =
            |parts: &[usize]| (0..4).map(|i| (0..4).map(|j| parts[i] == parts[j]).collect()).collect::<Vec<Vec<_>>>();
        assert_eq!(same(&parts), same(&gather(4, &links)));
    }
}
