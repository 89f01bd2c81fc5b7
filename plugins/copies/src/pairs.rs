//! Pairs: what two articles of one cluster have to do with each other.

use crate::choice::{EVERY_PAIR, choose};
use crate::finding::{Copy, Passage, Relation};
use crate::name::same_body;
use crate::page::{Common, Page, Run, Saying};
use crate::sheet::{Credit, Sheet};
use crate::template::Templates;
use copydesk_core::{Confidence, Evidence, Exact, SmolStr, Span};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// From this share of the words of one on, two articles are nearly the same text, in ten-thousandths.
const NEAR: u64 = 5_000;
/// Shared words that are attributed to a source on both sides, so many at least, speak for one third text …
const UPSTREAM: usize = 12;
/// … if they are this part of all that is shared, in per cent.
const UPSTREAM_SHARE: usize = 50;
/// A passage that ties two articles of one agency has so many words, or there are two passages: officials' titles are shorter.
const TIE: usize = 8;
/// So many passages of a pair are cited as evidence, the longest; all are in the data. Of a hundred thousand articles, half of all memory is what pairs cite.
const CITED: usize = 2;
/// … and so many sayings.
const SAID: usize = 2;

/// A pair with what it stands on.
pub struct Pair {
    pub evidence: Vec<Evidence>,
    pub confidence: Confidence,
    pub rule: &'static str,
    pub copy: Copy,
}

/// All pairs of a cluster that have something to do with each other, by their documents.
pub fn pairs(members: &[Sheet], templates: &Templates) -> Vec<Pair> {
    if members.len() < 2 {
        return Vec::new();
    }
    let pages: Vec<Page<'_>> = members.iter().map(|sheet| Page::new(sheet, templates)).collect();
    let small = members.len() <= EVERY_PAIR;
    let pairs = choose(&pages).into_iter().filter_map(|((i, j), truncated)| {
        let (one, two) = (pages.get(i)?, pages.get(j)?);
        let (a, b) = if one.sheet.document <= two.sheet.document { (one, two) } else { (two, one) };
        relate(a, b, small, truncated)
    });
    let mut pairs: Vec<Pair> = pairs.collect();
    share(pairs.iter_mut().flat_map(|pair| &mut pair.evidence).map(|evidence| &mut evidence.text));
    pairs.sort_by(|a, b| a.copy.documents.cmp(&b.copy.documents));
    pairs
}

fn relate(a: &Page<'_>, b: &Page<'_>, small: bool, truncated: bool) -> Option<Pair> {
    let common = Common::new(a, b);
    let coverage = [part_of(common.covered[0], a.length()), part_of(common.covered[1], b.length())];
    let credit = shared_credit(a.sheet, b.sheet);
    let quotes = shared_quotes(a, b);
    let longest = common.passages.iter().map(|run| run.length).max().unwrap_or(0);
    let tied = longest >= TIE || common.passages.len() > 1;
    let attributed: usize = common.passages.iter().filter(|run| is_attributed(a, b, run)).map(|run| run.length).sum();
    let words: usize = common.passages.iter().map(|run| run.length).sum();
    let upstream = attributed >= UPSTREAM && attributed * 100 >= words * UPSTREAM_SHARE && shared_source(a, b);

    let mut reasons = Vec::new();
    let mut because = |yes: bool, reason: &'static str| {
        if yes {
            reasons.push(SmolStr::new_static(reason));
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
        reasons.push(SmolStr::new_static("nothing-shared"));
    }
    reasons.shrink_to_fit();

    let mut evidence = Vec::new();
    if let Some((one, two)) = credit.filter(|_| relation == Relation::SameWire) {
        for place in [one, two].into_iter().filter_map(|credit| credit.evidence.first()) {
            evidence.push(Evidence { role: "credit".into(), ..place.clone() });
        }
    }
    for (one, two) in quotes.into_iter().take(SAID) {
        evidence.extend(a.sheet.cite(one.said.span, "quote"));
        evidence.extend(b.sheet.cite(two.said.span, "quote"));
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
        documents: [a, b].map(|page| page.sheet.document.to_string()),
        relation,
        passages: passages.collect(),
        coverage: coverage.map(|share| Exact(Decimal::new(share as i64, 4))),
        reasons,
        truncated,
    };
    Some(Pair { evidence, confidence, rule, copy })
}

/// Keeps once what is cited again and again: a passage stands in both articles of a pair, and an agency's lead in all that printed it.
fn share<'p>(texts: impl Iterator<Item = &'p mut SmolStr>) {
    let mut kept: BTreeSet<SmolStr> = BTreeSet::new();
    for text in texts {
        match kept.get(text) {
            Some(same) => *text = same.clone(),
            None => drop(kept.insert(text.clone())),
        }
    }
}

/// A share in ten-thousandths, rounded half up.
fn part_of(part: usize, whole: usize) -> u64 {
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
fn shared_quotes<'p>(a: &'p Page<'_>, b: &'p Page<'_>) -> Vec<(&'p Saying<'p>, &'p Saying<'p>)> {
    let same_voice = |one: &Saying<'_>, two: &Saying<'_>| {
        one.voices.iter().any(|one| two.voices.iter().any(|two| one.is_speaker(two)))
    };
    let mut pairs = Vec::new();
    for one in &a.sayings {
        let like = b.sayings.iter().filter(|two| one.utterance.is_like(&two.utterance) && same_voice(one, two));
        let best = like.max_by_key(|two| (one.utterance.shared(&two.utterance), std::cmp::Reverse(two.said.span)));
        pairs.extend(best.map(|two| (one, two)));
    }
    pairs
}

/// Whether somebody is quoted in both.
fn shared_source(a: &Page<'_>, b: &Page<'_>) -> bool {
    a.speakers.iter().any(|one| b.speakers.iter().any(|two| one.is_speaker(two)))
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
