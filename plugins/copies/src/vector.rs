//! Vectors: the terms of each article with their weights, by their rarity in the pile.
//!
//! Integers only: the same pile gives the same figures on every machine.

use crate::mixed::Table;
use crate::outline::Outline;
use crate::term::Kind;
use rayon::prelude::*;

/// So many other articles are imagined beside the pile, so that in a pile of five the names that all five share still count as
/// rare. With 50 to 200 the measured result is the same.
const BACKGROUND: u64 = 200;
/// Of an article the heaviest terms are compared, so many. 100, 200 and 400 measure alike.
const HEAVIEST: usize = 200;
/// Terms are counted in so many parts, one after the other on each core: what one article alone has need not be remembered for all parts at once.
const PARTS: u64 = 32;

/// A document's terms with their weights, by term; and its length.
pub struct Vector {
    /// The number of each term that another article has too, with its weight.
    pub terms: Vec<(u32, u32)>,
    /// The length of the whole, of terms that are in no other article too.
    pub length: u64,
}

/// A term that several articles have.
pub struct Entry {
    /// As [`crate::term::Occurrence::hash`].
    pub hash: u64,
    /// How many articles have it.
    pub articles: u32,
    /// In how many of them it is a name.
    names: u32,
}

impl Entry {
    /// Whether it is a name, or a part of one, more often than a word.
    pub const fn is_name(&self) -> bool {
        self.names * 2 >= self.articles
    }
}

/// The terms of the pile.
pub struct Vocabulary {
    /// By its number, each term that two articles have or more.
    pub entries: Vec<Entry>,
    /// For each article its vector.
    pub vectors: Vec<Vector>,
    /// By term, the articles in whose vector it is, rising …
    holders: Vec<u32>,
    /// … and where those of each term begin.
    begins: Vec<u32>,
    /// Which terms are pairs of words.
    pub pairs: Vec<bool>,
}

impl Vocabulary {
    /// Weighs the terms of all articles, which come in their canonical order.
    pub fn new(outlines: &[Outline]) -> Self {
        let entries = entries(outlines);
        let numbers: Table<u64, u32> = entries.iter().zip(0..).map(|(entry, number)| (entry.hash, number)).collect();
        let vectors: Vec<Vector> =
            outlines.par_iter().map(|outline| weigh(outline, outlines.len() as u64, &entries, &numbers)).collect();
        let mut begins = vec![0_u32; entries.len() + 1];
        for &(term, _) in vectors.iter().flat_map(|vector| &vector.terms) {
            begins.iter_mut().skip(term as usize + 1).take(1).for_each(|count| *count += 1);
        }
        let mut sum = 0;
        for begin in &mut begins {
            sum += *begin;
            *begin = sum;
        }
        let mut next = begins.clone();
        let mut holders = vec![0_u32; sum as usize];
        for (vector, document) in vectors.iter().zip(0..) {
            for &(term, _) in &vector.terms {
                let Some(at) = next.get_mut(term as usize) else { continue };
                holders.iter_mut().skip(*at as usize).take(1).for_each(|holder| *holder = document);
                *at += 1;
            }
        }
        let mut pairs = vec![false; entries.len()];
        for term in outlines.iter().flat_map(|outline| &outline.terms).filter(|term| term.kind() == Kind::Pair) {
            if let Some(pair) = numbers.get(&term.hash()).and_then(|&number| pairs.get_mut(number as usize)) {
                *pair = true;
            }
        }
        Self { entries, vectors, holders, begins, pairs }
    }

    /// The articles in whose vector the term is, rising.
    pub fn holders(&self, term: u32) -> &[u32] {
        let begin = |term: usize| self.begins.get(term).map_or(self.holders.len(), |&begin| begin as usize);
        self.holders.get(begin(term as usize)..begin(term as usize + 1)).unwrap_or_default()
    }
}

/// The terms that two articles have or more, by hash.
fn entries(outlines: &[Outline]) -> Vec<Entry> {
    let part = |part: u64| {
        let mut known: Table<u64, (u32, u32)> = Table::default();
        for term in outlines.iter().flat_map(|outline| &outline.terms) {
            // The highest bits, which are as good as random.
            if (u128::from(term.hash()) * u128::from(PARTS)) >> 64 == u128::from(part) {
                let entry = known.entry(term.hash()).or_default();
                entry.0 += 1;
                entry.1 += u32::from(term.kind() == Kind::Name);
            }
        }
        let shared = known.into_iter().filter(|(_, (articles, _))| *articles > 1);
        let mut shared: Vec<Entry> = shared.map(|(hash, (articles, names))| Entry { hash, articles, names }).collect();
        shared.sort_unstable_by_key(|entry| entry.hash);
        shared
    };
    (0..PARTS).into_par_iter().flat_map_iter(part).collect()
}

fn weigh(outline: &Outline, all: u64, entries: &[Entry], numbers: &Table<u64, u32>) -> Vector {
    // (weight, hash, number): of equal weight by hash, which no order of the pile changes.
    let mut weighed: Vec<(u64, u64, Option<u32>)> = Vec::with_capacity(outline.terms.len());
    for term in &outline.terms {
        let number = numbers.get(&term.hash()).copied();
        let entry = number.and_then(|number| entries.get(number as usize));
        let named = entry.map_or(term.kind() == Kind::Name, Entry::is_name);
        let kind = match term.kind() {
            Kind::Name | Kind::Word if named => Kind::Name,
            Kind::Name => Kind::Word,
            kind => kind,
        };
        // (articles of the imagined ones that have it, weight in quarters): names tell events apart best.
        let (prior, quarters) = match kind {
            Kind::Name => (1, 6),
            Kind::Word => (3, 3),
            Kind::Number => (20, 3),
            Kind::Pair => (5, 4),
        };
        let frequency = entry.map_or(1, |entry| u64::from(entry.articles));
        let rarity = log2((all + BACKGROUND) << 16, (frequency + prior) << 16);
        let weight = rarity * quarters * (SCALE + log2(term.count(), 1) * 7 / 10) / (4 * SCALE);
        weighed.push((weight, term.hash(), number));
    }
    weighed.sort_unstable_by_key(|&(weight, hash, _)| (std::cmp::Reverse(weight), hash));
    weighed.truncate(HEAVIEST);
    let length = weighed.iter().map(|(weight, ..)| weight * weight).sum::<u64>().isqrt().max(1);
    // Only what two articles share can tie them; what one alone has lengthens its vector.
    let shared = weighed.into_iter().filter_map(|(weight, _, number)| Some((number?, weight as u32)));
    let mut terms: Vec<(u32, u32)> = shared.collect();
    terms.sort_unstable();
    terms.shrink_to_fit();
    Vector { terms, length }
}

/// One, in the fixed-point logarithm.
const SCALE: u64 = 256;

/// The binary logarithm of `over / under`, in 1/256; 0 where `over` is the smaller. No libm: its last bit differs between machines.
fn log2(over: u64, under: u64) -> u64 {
    if over <= under || under == 0 {
        return 0;
    }
    let mut ratio = (u128::from(over) << 32) / u128::from(under);
    let whole = 127 - u64::from(ratio.leading_zeros()) - 32;
    ratio >>= whole;
    let mut log = whole * SCALE;
    let mut bit = SCALE / 2;
    while bit > 0 {
        ratio = (ratio * ratio) >> 32;
        if ratio >> 33 != 0 {
            ratio >>= 1;
            log += bit;
        }
        bit /= 2;
    }
    log
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_exact_to_its_grain() {
        assert_eq!(log2(8, 1), 3 * SCALE);
        assert_eq!(log2(1, 1), 0);
        assert_eq!(log2(3, 8), 0);
        assert_eq!(log2(3, 1), 405); // 1.58496 × 256 = 405.7
        assert_eq!(log2(10, 4), 338); // 1.32193 × 256 = 338.4
    }
}
