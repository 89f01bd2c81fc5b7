//! Likeness: how much two articles have in common, by the rarity of their terms in the pile and by shared shingles.
//!
//! Integers only: the same pile gives the same figures on every machine.

use crate::sheet::Sheet;
use crate::term::Kind;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// Likeness is counted in millionths.
pub const WHOLE: u64 = 1_000_000;

/// So many other articles are imagined beside the pile, so that in a pile of five the names that all five share still count as
/// rare. With 50 to 200 the measured result is the same.
const BACKGROUND: u64 = 200;
/// Of an article the heaviest terms are compared, so many. 100, 200 and 400 measure alike.
const HEAVIEST: usize = 200;
/// By so many of its heaviest terms an article looks for others.
const SOUGHT: usize = 48;
/// An article looks at so many others a term, the nearest by date: the bound on postings. A term that more have is not
/// looked through, and the clusters that it concerns say so.
const POSTINGS: usize = 512;
/// So many likely neighbours of an article are compared term by term.
const CANDIDATES: usize = 96;
/// So many of its nearest neighbours an article keeps.
pub const NEIGHBOURS: usize = 32;
/// Less than this is chance, in millionths.
const CHANCE: u64 = 30_000;
/// Articles that appear days apart are less often of one event: (more than so many days, per cent of the likeness kept). Measured on articles on
/// shooting incidents, B³ F1 rises by it from 0.85 to 0.93 and precision from 0.81 to 0.97. Two reports of one story a month apart stay tied.
const APART: [(i64, u64); 4] = [(90, 40), (30, 60), (7, 70), (3, 95)];
/// A shingle seen in so many different weeks is furniture. Measured on 3,740 scraped articles: precision 0.16 without the rule, 0.86 with it;
/// unlike a bound on document frequency it keeps the story that forty outlets reprinted.
pub const TEMPLATE_WEEKS: usize = 3;
/// Of one pair so many winnowed shingles must be shared before they count: one or two are a name or an idiom.
const FEWEST_PRINTS: u64 = 3;
/// Articles that share this part of their shingles are tied by them alone, in millionths: measured, pairs from 0.15 on are of one
/// event in 86 to 88 of 100 cases.
const CONTAINED: u64 = 150_000;

/// How like two articles are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub a: u32,
    pub b: u32,
    /// In millionths.
    pub likeness: u64,
    /// By shared shingles rather than by terms.
    pub copied: bool,
}

/// All links worth keeping, and which articles had more to be compared with than was looked at.
pub struct Links {
    pub links: Vec<Link>,
    pub truncated: Vec<bool>,
}

/// Links the articles, which come in their canonical order.
pub fn links(sheets: &[&Sheet]) -> Links {
    let (vectors, holders) = vectors(sheets);
    let days: Vec<Option<i64>> = sheets.iter().map(|sheet| sheet.day()).collect();
    let found: Vec<(Vec<Link>, bool)> =
        (0..sheets.len()).into_par_iter().map(|i| neighbours(i, &vectors, &holders, &days)).collect();
    let mut truncated: Vec<bool> = found.iter().map(|(_, cut)| *cut).collect();
    let mut best: BTreeMap<(u32, u32), Link> = BTreeMap::new();
    let copied = copied(sheets, &days, &mut truncated);
    for link in found.into_iter().flat_map(|(links, _)| links).chain(copied) {
        let entry = best.entry((link.a, link.b)).or_insert(link);
        if (link.likeness, link.copied) > (entry.likeness, entry.copied) {
            *entry = link;
        }
    }
    Links { links: best.into_values().collect(), truncated }
}

/// A document's terms with their weights, by term; and its length.
struct Vector {
    terms: Vec<(u32, u32)>,
    length: u64,
}

/// A vector for each article, and for each term who has it.
fn vectors(sheets: &[&Sheet]) -> (Vec<Vector>, Vec<Vec<u32>>) {
    // Term → its number, the articles that have it, those of them in which it is a name.
    let mut known: HashMap<u64, (u32, u32, u32)> = HashMap::new();
    for term in sheets.iter().flat_map(|sheet| &sheet.terms) {
        let entry = known.entry(term.hash()).or_default();
        entry.1 += 1;
        entry.2 += u32::from(term.kind() == Kind::Name);
    }
    // Only what two articles share can tie them; what one alone has lengthens its vector. Numbers by first article: the order of
    // the map does not show.
    let mut holders: Vec<Vec<u32>> = Vec::new();
    let all = sheets.len() as u64;
    let mut vectors = Vec::with_capacity(sheets.len());
    for (document, sheet) in sheets.iter().enumerate() {
        let mut weighed: Vec<(u32, u64)> = Vec::with_capacity(sheet.terms.len());
        for term in &sheet.terms {
            let Some(entry) = known.get_mut(&term.hash()) else { continue };
            let (frequency, names) = (u64::from(entry.1), u64::from(entry.2));
            let kind = match term.kind() {
                Kind::Name | Kind::Word if names * 2 >= frequency => Kind::Name,
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
            let rarity = log2((all + BACKGROUND) << 16, (frequency + prior) << 16);
            let weight = rarity * quarters * (SCALE + log2(term.count(), 1) * 7 / 10) / (4 * SCALE);
            if entry.0 == 0 {
                holders.push(Vec::new());
                entry.0 = holders.len() as u32;
            }
            weighed.push((entry.0 - 1, weight));
        }
        weighed.sort_unstable_by_key(|&(term, weight)| (std::cmp::Reverse(weight), term));
        weighed.truncate(HEAVIEST);
        for &(term, _) in &weighed {
            if let Some(holders) = holders.get_mut(term as usize) {
                holders.push(document as u32);
            }
        }
        let length = weighed.iter().map(|(_, weight)| weight * weight).sum::<u64>().isqrt().max(1);
        weighed.sort_unstable();
        vectors.push(Vector { terms: weighed.into_iter().map(|(t, w)| (t, w as u32)).collect(), length });
    }
    (vectors, holders)
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

/// The nearest neighbours of one article, and whether there were more to look at.
fn neighbours(i: usize, vectors: &[Vector], holders: &[Vec<u32>], days: &[Option<i64>]) -> (Vec<Link>, bool) {
    let Some(mine) = vectors.get(i) else { return (Vec::new(), false) };
    let mut sought: Vec<(u32, u32)> = mine.terms.clone();
    sought.retain(|&(term, _)| holders.get(term as usize).is_some_and(|h| h.len() > 1));
    sought.sort_unstable_by_key(|&(term, weight)| (std::cmp::Reverse(weight), term));
    sought.truncate(SOUGHT);
    let mut scores: HashMap<u32, u64> = HashMap::new();
    let mut cut = false;
    for (term, weight) in sought {
        let Some(all) = holders.get(term as usize) else { continue };
        let at = all.partition_point(|&other| (other as usize) < i);
        let from = at.saturating_sub(POSTINGS / 2);
        let until = (at + POSTINGS / 2).min(all.len());
        cut |= from > 0 || until < all.len();
        for &other in all.get(from..until).unwrap_or_default() {
            if other as usize != i {
                *scores.entry(other).or_default() += u64::from(weight);
            }
        }
    }
    let mut likely: Vec<(u32, u64)> = scores.into_iter().collect();
    likely.sort_unstable_by_key(|&(other, score)| (std::cmp::Reverse(score), other));
    likely.truncate(CANDIDATES);
    let near = likely.into_iter().filter_map(|(other, _)| {
        let theirs = vectors.get(other as usize)?;
        let likeness = product(&mine.terms, &theirs.terms) * WHOLE / (mine.length * theirs.length);
        let likeness = apart(likeness, days.get(i).copied().flatten(), days.get(other as usize).copied().flatten());
        (likeness >= CHANCE).then(|| link(i as u32, other, likeness, false))
    });
    let mut near: Vec<Link> = near.collect();
    near.sort_unstable_by_key(|l| (std::cmp::Reverse(l.likeness), l.a, l.b));
    near.truncate(NEIGHBOURS);
    (near, cut)
}

fn link(i: u32, j: u32, likeness: u64, copied: bool) -> Link {
    Link { a: i.min(j), b: i.max(j), likeness, copied }
}

fn apart(likeness: u64, one: Option<i64>, two: Option<i64>) -> u64 {
    let (Some(one), Some(two)) = (one, two) else { return likeness };
    let gap = (one - two).abs();
    APART.iter().find(|(days, _)| gap > *days).map_or(likeness, |(_, kept)| likeness * kept / 100)
}

fn product(one: &[(u32, u32)], two: &[(u32, u32)]) -> u64 {
    let (mut i, mut j, mut sum) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(i), two.get(j)) {
        match a.0.cmp(&b.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += u64::from(a.1) * u64::from(b.1);
                i += 1;
                j += 1;
            }
        }
    }
    sum
}

/// The week of a day, counted from a Monday.
pub const fn week(day: i64) -> i64 {
    // 1970-01-01 was a Thursday.
    (day + 3).div_euclid(7)
}

/// Links by winnowed shingles that are no templates.
fn copied(sheets: &[&Sheet], days: &[Option<i64>], truncated: &mut [bool]) -> Vec<Link> {
    let mut postings: Vec<(u64, u32)> = Vec::new();
    for (document, sheet) in sheets.iter().enumerate() {
        postings.extend(sheet.prints.iter().map(|&print| (print, document as u32)));
    }
    postings.par_sort_unstable();
    let mut shared: HashMap<(u32, u32), u64> = HashMap::new();
    for group in postings.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
        let weeks = group.iter().filter_map(|&(_, document)| days.get(document as usize).copied().flatten()).map(week);
        if many(weeks) {
            continue;
        }
        let pairs: Box<dyn Iterator<Item = (u32, u32)>> = if group.len() <= NEIGHBOURS {
            Box::new(group.iter().enumerate().flat_map(|(i, a)| group.iter().skip(i + 1).map(|b| (a.1, b.1))))
        } else {
            // A story that half the pile reprinted: each is held against the first.
            group.iter().for_each(|&(_, document)| {
                if let Some(cut) = truncated.get_mut(document as usize) {
                    *cut = true;
                }
            });
            let first = group.first().map_or(0, |first| first.1);
            Box::new(group.iter().skip(1).map(move |b| (first, b.1)))
        };
        for pair in pairs {
            *shared.entry(pair).or_default() += 1;
        }
    }
    let prints = |i: u32| sheets.get(i as usize).map_or(1, |sheet| sheet.prints.len() as u64).max(1);
    let contained = shared.into_iter().filter(|(_, n)| *n >= FEWEST_PRINTS);
    let contained = contained.map(|((a, b), n)| link(a, b, n * WHOLE / prints(a).min(prints(b)), true));
    contained.filter(|link| link.likeness >= CONTAINED).collect()
}

/// Whether these are as many different weeks as make a template.
pub fn many(weeks: impl Iterator<Item = i64>) -> bool {
    let mut seen: Vec<i64> = Vec::with_capacity(TEMPLATE_WEEKS);
    for week in weeks {
        if !seen.contains(&week) {
            seen.push(week);
            if seen.len() >= TEMPLATE_WEEKS {
                return true;
            }
        }
    }
    false
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

    #[test]
    fn weeks_begin_on_monday() {
        let day =
            |y, m, d| i64::from(jiff::civil::date(y, m, d).since(jiff::civil::date(1970, 1, 1)).unwrap().get_days());
        assert_eq!(week(day(2031, 5, 5)), week(day(2031, 5, 11)));
        assert_ne!(week(day(2031, 5, 4)), week(day(2031, 5, 5)));
    }
}
