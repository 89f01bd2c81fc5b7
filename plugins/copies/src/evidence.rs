//! What a cluster stands on: the rare words that its articles share, with their places.

use crate::sheet::Sheet;
use crate::term::{Kind, occurrences};
use copydesk_core::{Evidence, Span};
use std::cmp::Reverse;
use std::collections::HashMap;

/// So many words are cited for a cluster.
const CITED: usize = 3;

/// In how many articles of the pile each term stands.
pub struct Frequencies(HashMap<u64, u32>);

impl Frequencies {
    /// Counts.
    pub fn new(sheets: &[&Sheet]) -> Self {
        let mut frequencies = HashMap::new();
        for term in sheets.iter().flat_map(|sheet| &sheet.terms).filter(|term| is_told(term.kind())) {
            *frequencies.entry(term.hash()).or_default() += 1;
        }
        Self(frequencies)
    }

    /// The first places, in each article, of the words that tell the cluster best: in most of its articles and in few others.
    pub fn cite(&self, members: &[&Sheet]) -> Vec<Evidence> {
        if members.len() < 2 {
            return Vec::new();
        }
        // Term → (articles of the cluster, of them as a name).
        let mut inside: HashMap<u64, (u32, u32)> = HashMap::new();
        for term in members.iter().flat_map(|sheet| &sheet.terms).filter(|term| is_told(term.kind())) {
            let entry = inside.entry(term.hash()).or_default();
            entry.0 += 1;
            entry.1 += u32::from(term.kind() == Kind::Name);
        }
        let mut best: Vec<(u64, (u32, u32))> = inside.into_iter().filter(|(_, (articles, _))| *articles > 1).collect();
        best.sort_unstable_by_key(|&(hash, (articles, names))| {
            let elsewhere = self.0.get(&hash).copied().unwrap_or(articles) - articles;
            (Reverse(i64::from(articles) + i64::from(names) - i64::from(elsewhere)), hash)
        });
        best.truncate(CITED);
        let mut evidence = Vec::new();
        for sheet in members {
            let mut open: Vec<u64> = best.iter().map(|(hash, _)| *hash).collect();
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
}

/// A pair of words says no more to a reader than its words do.
fn is_told(kind: Kind) -> bool {
    kind != Kind::Pair
}
