//! Pairs: what two articles of one cluster have to do with each other.

use crate::finding::{Copy, Passage, Relation};
use crate::likeness::{TEMPLATE_WEEKS, week};
use crate::name::{same_body, same_speaker, same_voice, speaker_keys};
use crate::page::{Common, Page, Run};
use crate::sheet::{Credit, Said, Sheet};
use crate::utterance::Utterance;
use copydesk_core::{Confidence, Evidence, Exact, Span};
use rayon::prelude::*;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// In a cluster of up to so many articles every pair is held against each other, and those that share nothing are said to be
/// independent. In a larger one the pairs that share words or a credited agency are: a hundred reports would make 4,950 lines.
const EVERY_PAIR: usize = 12;
/// Of a text that more articles of a cluster share, each is held against the first only, and the pairs say so.
const SHARERS: usize = 24;
/// Pairs of a large cluster share so many shingles at least: a passage of six words.
const FEWEST_SHINGLES: usize = 2;
/// From this share of the words of one on, two articles are nearly the same text, in ten-thousandths.
const NEAR: u64 = 5_000;
/// Shared words that are attributed to a source on both sides, so many at least, speak for one third text …
const UPSTREAM: usize = 12;
/// … if they are this part of all that is shared, in per cent.
const UPSTREAM_SHARE: usize = 50;
/// A passage that ties two articles of one agency has so many words, or there are two passages: officials' titles are shorter.
const TIE: usize = 8;
/// So many passages of a pair are cited as evidence, the longest; all are in the data.
const CITED: usize = 12;
/// So many quotations of a speaker are held against those in another article.
const SAYINGS: usize = 64;

/// A pair with what it stands on.
pub struct Pair {
    pub evidence: Vec<Evidence>,
    pub confidence: Confidence,
    pub rule: &'static str,
    pub copy: Copy,
}

/// Shingles that are shared in some cluster and seen in as many weeks as make a template.
pub fn templates(sheets: &[&Sheet], clusters: &[Vec<&Sheet>]) -> HashSet<u64> {
    let shared = |members: &Vec<&Sheet>| {
        let mut seen: Vec<u64> = Vec::new();
        for sheet in members {
            let mut own = Page::new(sheet).shingles;
            own.sort_unstable();
            own.dedup();
            seen.append(&mut own);
        }
        seen.sort_unstable();
        seen.chunk_by(|a, b| a == b)
            .filter(|run| run.len() > 1)
            .filter_map(|run| run.first().copied())
            .collect::<Vec<_>>()
    };
    let candidates: HashSet<u64> = clusters.par_iter().filter(|c| c.len() > 1).flat_map_iter(shared).collect();
    let dated = sheets.par_iter().filter_map(|sheet| Some((week(sheet.day()?), sheet)));
    let mut weeks: Vec<(u64, i64)> = dated
        .flat_map_iter(|(week, sheet)| {
            let candidates = &candidates;
            Page::new(sheet).shingles.into_iter().filter(|s| candidates.contains(s)).map(move |s| (s, week))
        })
        .collect();
    weeks.par_sort_unstable();
    weeks.dedup();
    weeks
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|run| run.len() >= TEMPLATE_WEEKS)
        .filter_map(|run| run.first())
        .map(|s| s.0)
        .collect()
}

/// All pairs of a cluster that have something to do with each other, by their documents.
pub fn pairs(members: &[&Sheet], templates: &HashSet<u64>) -> Vec<Pair> {
    let pages: Vec<Page<'_>> = members.iter().map(|sheet| Page::new(sheet)).collect();
    let chosen = choose(&pages, templates);
    let small = members.len() <= EVERY_PAIR;
    let pairs = chosen.into_par_iter().filter_map(|((i, j), truncated)| {
        let (one, two) = (pages.get(i)?, pages.get(j)?);
        let (a, b) = if one.sheet.document <= two.sheet.document { (one, two) } else { (two, one) };
        relate(a, b, templates, small, truncated)
    });
    let mut pairs: Vec<Pair> = pairs.collect();
    pairs.sort_by(|a, b| a.copy.documents.cmp(&b.copy.documents));
    pairs
}

/// The pairs to look at, each with whether others like it were passed over.
fn choose(pages: &[Page<'_>], templates: &HashSet<u64>) -> BTreeMap<(usize, usize), bool> {
    let all = pages.len();
    if all <= EVERY_PAIR {
        return (0..all).flat_map(|i| (i + 1..all).map(move |j| ((i, j), false))).collect();
    }
    let mut postings: Vec<(u64, usize)> = Vec::new();
    for (i, page) in pages.iter().enumerate() {
        postings.extend(page.shingles.iter().filter(|s| !templates.contains(s)).map(|&s| (s, i)));
    }
    postings.sort_unstable();
    postings.dedup();
    let mut counts: BTreeMap<(usize, usize), (usize, bool)> = BTreeMap::new();
    for group in postings.chunk_by(|a, b| a.0 == b.0) {
        let holders: Vec<usize> = group.iter().map(|&(_, i)| i).collect();
        each_pair(&holders, |pair, truncated| {
            let entry = counts.entry(pair).or_default();
            entry.0 += 1;
            entry.1 |= truncated;
        });
    }
    let mut chosen: BTreeMap<(usize, usize), bool> =
        counts.into_iter().filter(|(_, (n, _))| *n >= FEWEST_SHINGLES).map(|(pair, (_, cut))| (pair, cut)).collect();
    // Copy that was rewritten shares few runs: one agency's articles in which one speaker speaks.
    let mut speakers: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (i, page) in pages.iter().enumerate().filter(|(_, page)| !page.sheet.credits.is_empty()) {
        for key in page.sheet.said.iter().flat_map(|said| &said.voices).flat_map(|voice| speaker_keys(voice)) {
            speakers.entry(key).or_default().insert(i);
        }
    }
    for holders in speakers.into_values() {
        let holders: Vec<usize> = holders.into_iter().collect();
        each_pair(&holders, |pair, truncated| *chosen.entry(pair).or_default() |= truncated);
    }
    let mut addresses: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, page) in pages.iter().enumerate() {
        if let Some(url) = &page.sheet.url {
            addresses.entry(url).or_default().push(i);
        }
    }
    for holders in addresses.into_values() {
        each_pair(&holders, |pair, truncated| *chosen.entry(pair).or_default() |= truncated);
    }
    chosen
}

/// Every pair of these; where they are too many, each with the first.
fn each_pair(holders: &[usize], mut take: impl FnMut((usize, usize), bool)) {
    if holders.len() <= SHARERS {
        for (k, &i) in holders.iter().enumerate() {
            holders.iter().skip(k + 1).for_each(|&j| take((i, j), false));
        }
    } else if let Some((&first, rest)) = holders.split_first() {
        rest.iter().for_each(|&j| take((first, j), true));
    }
}

fn relate(a: &Page<'_>, b: &Page<'_>, templates: &HashSet<u64>, small: bool, truncated: bool) -> Option<Pair> {
    let common = Common::new(a, b, templates);
    let coverage = [share(common.covered[0], a.length()), share(common.covered[1], b.length())];
    let credit = shared_credit(a.sheet, b.sheet);
    let quotes = shared_quotes(a.sheet, b.sheet);
    let longest = common.passages.iter().map(|run| run.length).max().unwrap_or(0);
    let tied = longest >= TIE || common.passages.len() > 1;
    let attributed: usize = common.passages.iter().filter(|run| is_attributed(a, b, run)).map(|run| run.length).sum();
    let words: usize = common.passages.iter().map(|run| run.length).sum();
    let source = shared_source(a.sheet, b.sheet);
    let upstream = attributed >= UPSTREAM && attributed * 100 >= words * UPSTREAM_SHARE && source.is_some();

    let mut reasons = Vec::new();
    let mut because = |yes: bool, reason: &'static str| {
        if yes {
            reasons.push(reason.to_owned());
        }
    };
    let version = a.sheet.url.is_some() && a.sheet.url == b.sheet.url;
    let near = coverage.iter().any(|&share| share >= NEAR);
    because(version, "same-address");
    because(credit.is_some(), "same-credit");
    because(!common.passages.is_empty(), "shared-passage");
    because(!quotes.is_empty(), "shared-quote");
    because(near, "high-coverage");
    because(upstream, "shared-source");
    let (rule, relation, confidence) = if version {
        ("version", Relation::Version, Confidence::High)
    } else if credit.is_some() && (tied || !quotes.is_empty()) {
        let both = tied && !quotes.is_empty();
        ("same-wire", Relation::SameWire, if both || near { Confidence::High } else { Confidence::Medium })
    } else if near {
        ("near-copy", Relation::NearCopy, Confidence::High)
    } else if upstream {
        ("shared-upstream", Relation::SharedUpstream, Confidence::Medium)
    } else if !common.passages.is_empty() {
        ("shares-passages", Relation::SharesPassages, Confidence::High)
    } else if small {
        ("independent", Relation::Independent, Confidence::Low)
    } else {
        return None;
    };
    if reasons.is_empty() {
        reasons.push("nothing-shared".to_owned());
    }

    let mut evidence = Vec::new();
    if let Some((one, two)) = credit.filter(|_| relation == Relation::SameWire) {
        for place in [one, two].into_iter().filter_map(|credit| credit.evidence.first()) {
            evidence.push(Evidence { role: "credit".to_owned(), ..place.clone() });
        }
    }
    for (one, two) in quotes {
        evidence.extend([quoted(a.sheet, one), quoted(b.sheet, two)]);
    }
    let mut longest: Vec<&Run> = common.passages.iter().collect();
    longest.sort_by_key(|run| (std::cmp::Reverse(run.length), run.a));
    longest.truncate(CITED);
    longest.sort_by_key(|run| (run.a, run.b));
    for run in longest {
        evidence.extend(a.sheet.cite(a.span(run.a, run.length), "passage"));
        evidence.extend(b.sheet.cite(b.span(run.b, run.length), "passage"));
    }
    let passage = |page: &Page<'_>, span: Span| Passage {
        document: page.sheet.document.clone(),
        start: span.start,
        end: span.end,
    };
    let passages = common
        .passages
        .iter()
        .map(|run| [passage(a, a.span(run.a, run.length)), passage(b, b.span(run.b, run.length))]);
    let copy = Copy {
        documents: [a.sheet.document.clone(), b.sheet.document.clone()],
        relation,
        passages: passages.collect(),
        coverage: coverage.map(|share| Exact(Decimal::new(share as i64, 4))),
        reasons,
        truncated,
    };
    Some(Pair { evidence, confidence, rule, copy })
}

/// A share in ten-thousandths, rounded half up.
fn share(part: usize, whole: usize) -> u64 {
    let (part, whole) = (part as u64, whole.max(1) as u64);
    (part * 20_000 + whole) / (whole * 2)
}

/// The agency that both credit, once at least for the text: two outlets that buy pictures from one agency share pictures.
fn shared_credit<'a>(a: &'a Sheet, b: &'a Sheet) -> Option<(&'a Credit, &'a Credit)> {
    let pairs = a.credits.iter().flat_map(|one| b.credits.iter().map(move |two| (one, two)));
    let mut same = pairs.filter(|(one, two)| !(one.photo && two.photo) && same_body(&one.agency, &two.agency));
    same.next()
}

/// Sayings of one speaker in both articles, in the same or in other words. Between marks only: any two desks paraphrase an official.
fn shared_quotes<'a>(a: &'a Sheet, b: &'a Sheet) -> Vec<(&'a Said, &'a Said)> {
    let read = |sheet: &'a Sheet| {
        sheet
            .said
            .iter()
            .filter(|said| said.marked)
            .take(SAYINGS)
            .map(|said| (said, Utterance::new(&said.text)))
            .collect::<Vec<_>>()
    };
    let (ours, theirs) = (read(a), read(b));
    let mut pairs = Vec::new();
    for (one, utterance) in &ours {
        let like =
            theirs.iter().filter(|(two, other)| same_voice(&one.voices, &two.voices) && utterance.is_like(other));
        let best = like.max_by_key(|(two, other)| (utterance.shared(other), std::cmp::Reverse(two.span)));
        pairs.extend(best.map(|(two, _)| (*one, *two)));
    }
    pairs
}

fn quoted(sheet: &Sheet, said: &Said) -> Evidence {
    Evidence {
        document: sheet.document.clone(),
        start: Some(said.span.start),
        end: Some(said.span.end),
        text: said.text.clone(),
        role: "quote".to_owned(),
        line: said.line,
    }
}

/// Somebody who is quoted in both.
fn shared_source<'a>(a: &'a Sheet, b: &'a Sheet) -> Option<&'a str> {
    let speakers =
        |sheet: &'a Sheet| sheet.said.iter().flat_map(|said| &said.voices).map(String::as_str).collect::<BTreeSet<_>>();
    let theirs = speakers(b);
    let mut keys: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for &speaker in &theirs {
        speaker_keys(speaker).into_iter().for_each(|key| keys.entry(key).or_default().push(speaker));
    }
    speakers(a).into_iter().find(|one| {
        let mut like = speaker_keys(one).into_iter().filter_map(|key| keys.get(&key)).flatten().take(SAYINGS);
        like.any(|two| same_speaker(one, two))
    })
}

/// Whether the run stands in a sentence that is attributed to somebody, on both sides.
fn is_attributed(a: &Page<'_>, b: &Page<'_>, run: &Run) -> bool {
    let within = |page: &Page<'_>, first: usize| {
        let span = page.span(first, run.length);
        let sentences = &page.sheet.attributed;
        let after = sentences.partition_point(|sentence| sentence.end <= span.start);
        sentences.get(after).is_some_and(|sentence| sentence.overlaps(span))
    };
    within(a, run.a) && within(b, run.b)
}
