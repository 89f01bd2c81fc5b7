//! Wordings: which sayings of a cluster are one utterance, and the pairs of its wordings that are told.

use crate::alignment::{align, is_identical, pieces};
use crate::finding::{Change, Drift, Op, Touch, Variant};
use crate::saying::Saying;
use copydesk_copies::{Parts, Shared, Utterance, stem};
use copydesk_core::{Confidence, Evidence};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Without a common speaker this part of the shorter wording's words must be shared, in per cent …
const SHARE_UNNAMED: usize = 75;
/// … and so many words at least.
const FEWEST_UNNAMED: usize = 4;
/// Where one article prints a speaker's own words and the other a paraphrase, this part of the longer one's words must be shared, in per cent.
const SHARE_PARAPHRASED: usize = 50;
/// Wordings of between so many words …
const VERBATIM: (usize, usize) = (5, 40);
/// … are the same but for a slip when this part of the longer one's words stand in the other in order, in per cent.
const SHARE_VERBATIM: usize = 70;
/// A saying is held against so many others that have a speaker or a word in common with it: the bound on postings. In a story that hundreds
/// printed the wordings repeat, and repeated wordings are held against others once.
const CANDIDATES: usize = 64;
/// Of the articles that have a wording so many sayings are asked whether they are nearer: more than an article has, fewer than hundreds have.
const RIVALS: usize = 256;
/// Wordings are looked up by so many of their rarest words.
const SOUGHT: usize = 6;

/// A word for a word: up to so many words on either side. What is longer was said otherwise or cut, and not translated otherwise.
const SWAPPED: usize = 4;
/// Without any other sign of a translation one in so many words of the shorter wording is swapped. Of 51 sayings that two English papers had heard from one American
/// mouth, with words cut, added and misheard, one in ten has as many.
const SWAPS: usize = 6;

/// A drift with what it stands on.
pub struct Told {
    pub evidence: Vec<Evidence>,
    pub confidence: Confidence,
    pub rule: &'static str,
    pub data: Drift,
}

/// A wording: the sayings that have the same words, the first standing for all.
struct Wording<'a> {
    saying: &'a Saying,
    /// The number of each article that has it.
    articles: BTreeSet<usize>,
    utterance: Utterance,
    voices: Vec<Parts>,
}

/// The drifts between the articles of one cluster, which come sorted by id. `rendered` tells of two articles whether they render one third text.
pub fn drifts(articles: &[Vec<Saying>], rendered: impl Fn(&str, &str) -> bool) -> Vec<Told> {
    let wordings = wordings(articles);
    let best = nearest(&wordings);
    let mut homes: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, wording) in wordings.iter().enumerate() {
        wording.articles.iter().for_each(|&article| homes.entry(article).or_default().push(i));
    }
    let mut told: Vec<Told> = Vec::new();
    for (i, partner) in best.iter().enumerate() {
        let Some(j) = *partner else { continue };
        let Some((one, two)) = wordings.get(i).zip(wordings.get(j)) else { continue };
        // Nothing else in the one's article is nearer to the other; and where each is nearest to the other they are told once.
        let rivals = one.articles.iter().filter_map(|article| homes.get(article)).flatten().take(RIVALS);
        let here = score(one, two);
        let rival = rivals.filter_map(|&k| wordings.get(k)).any(|rival| score(rival, two) > here);
        if !rival && (j > i || best.get(j).copied().flatten() != Some(i)) {
            told.extend(tell(one, two, &rendered));
        }
    }
    told.sort_by(|a, b| a.evidence.cmp(&b.evidence));
    told
}

fn wordings(articles: &[Vec<Saying>]) -> Vec<Wording<'_>> {
    let mut known: HashMap<(Vec<String>, &[String]), usize> = HashMap::new();
    let mut wordings: Vec<Wording<'_>> = Vec::new();
    for (number, sayings) in articles.iter().enumerate() {
        for saying in sayings {
            let plain = saying.text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            let plain: Vec<String> = plain.map(str::to_lowercase).collect();
            let at = *known.entry((plain, saying.voices.as_slice())).or_insert(wordings.len());
            match wordings.get_mut(at) {
                Some(wording) => {
                    wording.articles.insert(number);
                }
                None => wordings.push(Wording {
                    saying,
                    articles: BTreeSet::from([number]),
                    utterance: Utterance::new(&saying.text),
                    voices: saying.voices.iter().map(|voice| Parts::new(voice)).collect(),
                }),
            }
        }
    }
    wordings
}

/// For each wording the other one, of another article, that is most likely the same utterance.
fn nearest(wordings: &[Wording<'_>]) -> Vec<Option<usize>> {
    let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let keys: Vec<Vec<String>> = wordings.iter().map(keys).collect();
    for (i, keys) in keys.iter().enumerate() {
        keys.iter().for_each(|key| index.entry(key.clone()).or_default().push(i));
    }
    let candidates = |i: usize| {
        let mut rare: Vec<&Vec<usize>> = keys.get(i).into_iter().flatten().filter_map(|key| index.get(key)).collect();
        rare.sort_by_key(|holders| holders.len());
        let (speakers, words): (Vec<_>, Vec<_>) = rare.into_iter().enumerate().partition(|(k, _)| *k >= SOUGHT);
        let mut near: BTreeSet<usize> = BTreeSet::new();
        for (_, holders) in words.into_iter().chain(speakers) {
            let at = holders.partition_point(|&j| j < i);
            let from = at.saturating_sub(CANDIDATES / 2);
            near.extend(holders.iter().skip(from).take(CANDIDATES).copied().filter(|&j| j != i));
            if near.len() >= CANDIDATES * 4 {
                break;
            }
        }
        near
    };
    let best = |i: usize| {
        let one = wordings.get(i)?;
        let like = candidates(i).into_iter().filter_map(|j| Some((j, score(one, wordings.get(j)?)?)));
        like.max_by_key(|&(j, score)| (score, Reverse(j))).map(|(j, _)| j)
    };
    (0..wordings.len()).map(best).collect()
}

/// What a wording is looked up by: its speaker and its words.
fn keys(wording: &Wording<'_>) -> Vec<String> {
    let mut keys: BTreeSet<String> = BTreeSet::new();
    let speakers = wording.voices.iter().flat_map(Parts::keys);
    keys.extend(speakers.map(|key| format!("@{key}")));
    let words = wording.saying.text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
    keys.extend(words.map(str::to_lowercase).map(|word| stem(&word).to_owned()));
    keys.into_iter().collect()
}

fn same_person(one: &Wording<'_>, two: &Wording<'_>) -> bool {
    one.voices.iter().any(|one| two.voices.iter().any(|two| one.is_speaker(two)))
}

/// How likely the two are one utterance in two wordings; `None` where they are not.
fn score(one: &Wording<'_>, two: &Wording<'_>) -> Option<usize> {
    // In one article a speaker says one thing once: two sayings there are two.
    if !one.articles.is_disjoint(&two.articles) {
        return None;
    }
    // Two paraphrases always differ; what drifts is what somebody gives as the speaker's own words.
    let marked = usize::from(one.saying.marked) + usize::from(two.saying.marked);
    if marked == 0 {
        return None;
    }
    let Shared { all, together, words, ordered } = one.utterance.shared(&two.utterance);
    let shorter = one.utterance.weight().min(two.utterance.weight()).max(1);
    let longer = one.utterance.weight().max(two.utterance.weight()).max(1);
    let like = if same_person(one, two) {
        // A paraphrase of what the other prints between marks: more of it must be the same.
        let kept = marked == 2 || (all >= FEWEST_UNNAMED && all * 100 >= longer * SHARE_PARAPHRASED);
        one.utterance.is_like(&two.utterance) && kept
    } else {
        let like = words >= FEWEST_UNNAMED && together * 100 >= shorter * SHARE_UNNAMED && ordered * 2 > all;
        !(one.saying.named && two.saying.named)
            && (like || (marked == 2 && all > 1 && near_verbatim(one.saying, two.saying)))
    };
    // Own words against own words first; then many shared words; of equally many the pair that leaves fewer over.
    like.then(|| marked * 1_000_000 + all * 1_000 + all * 999 / longer)
}

/// Whether two short wordings are the same but for a word or two: "We had ten minutes, no more", "We had perhaps ten minutes, not more".
fn near_verbatim(one: &Saying, two: &Saying) -> bool {
    let (a, b) = (pieces(&one.text), pieces(&two.text));
    let longer = a.len().max(b.len());
    if longer > VERBATIM.1 {
        return false;
    }
    let common = a.len() - align(&one.text, &a, &two.text, &b).uncommon[0];
    common >= VERBATIM.0 && common * 100 >= longer * SHARE_VERBATIM
}

fn tell(one: &Wording<'_>, two: &Wording<'_>, rendered: &impl Fn(&str, &str) -> bool) -> Option<Told> {
    // The fuller wording first; of equally full ones the one that comes first.
    let fuller = |wording: &Wording<'_>| {
        (Reverse(wording.saying.text.len()), wording.saying.document.clone(), wording.saying.span)
    };
    let (one, two) = if fuller(one) <= fuller(two) { (one, two) } else { (two, one) };
    let (a, b) = (pieces(&one.saying.text), pieces(&two.saying.text));
    if is_identical(&a, &b) {
        return None;
    }
    let alignment = align(&one.saying.text, &a, &two.saying.text, &b);
    // All of the shorter stands in the longer: a shorter quotation, the words the same.
    let partial = alignment.uncommon[1] == 0 && alignment.uncommon[0] == alignment.outside[0];
    let both = one.saying.marked && two.saying.marked;
    let named = same_person(one, two);
    // The resolved name; of two, that of an article that mentions the speaker by name, then the fuller one.
    let voices = [one, two].map(|w| (w.saying.named, w.saying.voices.first()));
    let speaker = voices.into_iter().filter_map(|(named, voice)| Some((named, voice?.len(), voice?))).max();
    let variant = |saying: &Saying| Variant {
        document: saying.document.clone(),
        start: saying.span.start,
        end: saying.span.end,
        text: saying.text.clone(),
    };
    let confidence = match (named, both) {
        (true, true) => Confidence::High,
        (true, false) | (false, true) => Confidence::Medium,
        (false, false) => Confidence::Low,
    };
    let swaps = alignment.changes.iter().filter(|change| is_swap(change)).count();
    let is_translated =
        swaps * SWAPS >= a.len().min(b.len()) || (swaps > 0 && rendered(&one.saying.document, &two.saying.document));
    let data = Drift {
        speaker: speaker.map(|(_, _, name)| name.clone()),
        variants: vec![variant(one.saying), variant(two.saying)],
        changes: alignment.changes,
        partial,
        translated: both && !partial && is_translated,
    };
    let evidence = vec![one.saying.cite(), two.saying.cite()];
    Some(Told { evidence, confidence, rule: if named { "same-speaker" } else { "same-words" }, data })
}

/// Whether other words of a meaning stand in the place of some.
fn is_swap(change: &Change) -> bool {
    let few = |words: &str| (1..=SWAPPED).contains(&words.split_whitespace().count());
    change.op == Op::Replace && change.touches <= Touch::Content && few(&change.a) && few(&change.b)
}
