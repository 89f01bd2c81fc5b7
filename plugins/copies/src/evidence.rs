//! What a cluster stands on: the rare words that its articles share, with their places.

use crate::sheet::Sheet;
use crate::term::occurrences;
use crate::vector::Vocabulary;
use copydesk_core::{Evidence, Span};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// So many words are cited for a cluster …
const CITED: usize = 3;
/// … in so many of its articles: in a story of five hundred copies the words are the same.
const ARTICLES: usize = 40;

/// The first places, in each article, of the words that tell the cluster best: in most of its articles and in few others. `members` are the numbers of the
/// articles in the pile, `sheets` they themselves.
pub fn cite(members: &[usize], sheets: &[Sheet], vocabulary: &Vocabulary) -> Vec<Evidence> {
    if members.len() < 2 {
        return Vec::new();
    }
    let mut inside: BTreeMap<u32, u32> = BTreeMap::new();
    for vector in members.iter().filter_map(|&member| vocabulary.vectors.get(member)) {
        vector.terms.iter().for_each(|&(term, _)| *inside.entry(term).or_default() += 1);
    }
    let told = inside.into_iter().filter(|(_, articles)| *articles > 1).filter_map(|(term, articles)| {
        // A pair of words says no more to a reader than its words do.
        let pair = vocabulary.pairs.get(term as usize).copied().unwrap_or_default();
        let entry = vocabulary.entries.get(term as usize).filter(|_| !pair)?;
        let weight = if entry.is_name() { 2 } else { 1 };
        let elsewhere = i64::from(entry.articles) - i64::from(articles);
        Some((Reverse(i64::from(articles) * weight - elsewhere), entry.hash))
    });
    let mut best: Vec<_> = told.collect();
    best.sort_unstable();
    best.truncate(CITED);
    let mut evidence = Vec::new();
    for sheet in sheets.iter().take(ARTICLES) {
        let mut open: Vec<u64> = best.iter().map(|(_, hash)| *hash).collect();
        for stretch in &sheet.stretches {
            for occurrence in occurrences(&stretch.text) {
                if let Some(found) = open.iter().position(|&hash| hash == occurrence.hash) {
                    open.swap_remove(found);
                    let span = Span::new(occurrence.start + stretch.start, occurrence.end + stretch.start);
                    evidence.extend(sheet.cite(span, "shared-word"));
                }
            }
            if open.is_empty() {
                break;
            }
        }
    }
    evidence.sort_by(|a, b| (&a.document, a.start).cmp(&(&b.document, b.start)));
    evidence
}
