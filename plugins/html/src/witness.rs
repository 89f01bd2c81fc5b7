//! Witnesses: extractors of main content, asked which blocks of a page are the article.
//!
//! They only decide. Text and places come from the first reading; what a witness gives back is found again in it, word by word.

use copydesk_core::Block;
use dom_smoothie::{Config, Readability, TextMode};
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Witnesses build a tree, which takes up to a hundred times the page: of a longer page, in bytes without its programs, none is asked.
/// Some 390 pages of news, blogs and guides have 200 KB at most, 38 KB at the median.
const LONGEST: usize = 2 << 20;
/// A witness holds a block to be the article's where it gave back so many of its words, in per cent.
const HELD: usize = 50;
/// So many words running tell a place in a page.
const RUN: usize = 3;

/// Why no witness was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooLong(pub usize);

/// Asks the witnesses which blocks of `text` are the article's; `plain` is the page as they are shown it.
pub(crate) fn ask(plain: &str, text: &str, blocks: &mut [Block]) -> Result<(), TooLong> {
    if plain.len() > LONGEST {
        return Err(TooLong(plain.len()));
    }
    let page = Words::of(text, blocks);
    // A witness that panics has said nothing; it reads pages that nobody has seen before.
    let said = |witness: fn(&str) -> Option<String>| catch_unwind(AssertUnwindSafe(|| witness(plain))).ok().flatten();
    for (number, witness) in WITNESSES.iter().enumerate() {
        let Some(article) = said(*witness) else { continue };
        for (block, held) in blocks.iter_mut().zip(page.held(&article)) {
            block.witnesses.0 += 1;
            block.witnesses.1 |= u8::from(held) << number;
        }
    }
    Ok(())
}

/// The witnesses, first the one whose word is taken where they are at odds.
const WITNESSES: &[fn(&str) -> Option<String>] = &[
    readability,
    #[cfg(feature = "second-witness")]
    trafilatura,
];

/// Mozilla's Readability, as `dom_smoothie` ports it.
fn readability(plain: &str) -> Option<String> {
    let config = Config { text_mode: TextMode::Formatted, disable_json_ld: true, ..Config::default() };
    let article = Readability::new(plain, None, Some(config)).ok()?.parse().ok()?;
    Some(article.text_content.to_string())
}

/// Trafilatura, as the crate of that name ports it: without what it falls back on, which is Readability once more.
#[cfg(feature = "second-witness")]
fn trafilatura(plain: &str) -> Option<String> {
    let mut options = trafilatura::Options::default();
    options.enable_fallback = false;
    options.exclude_comments = true;
    options.html_date_mode = trafilatura::HtmlDateMode::Disabled;
    trafilatura::extract(plain, &options).ok().map(|article| article.content_text)
}

/// The words of a page, as they are found again.
struct Words {
    /// A hash of each word's letters and digits.
    hashes: Vec<u64>,
    /// For each block the number of the word behind its last.
    ends: Vec<usize>,
    /// Where runs of words stand, by their hash.
    runs: HashMap<u64, Vec<u32>>,
}

impl Words {
    fn of(text: &str, blocks: &[Block]) -> Self {
        let mut all = Vec::new();
        let mut ends = Vec::with_capacity(blocks.len());
        for block in blocks {
            all.extend(hashes(block.span.slice(text)));
            ends.push(all.len());
        }
        let mut runs: HashMap<u64, Vec<u32>> = HashMap::with_capacity(all.len());
        for (at, run) in all.windows(RUN).enumerate() {
            runs.entry(joined(run)).or_default().push(at as u32);
        }
        Self { hashes: all, ends, runs }
    }

    /// Which blocks stand in the article, which tells its words in the page's order.
    fn held(&self, article: &str) -> Vec<bool> {
        let mut held = vec![false; self.hashes.len()];
        let mut cursor = 0;
        for line in article.lines() {
            let line: Vec<u64> = hashes(line).collect();
            let mut at = 0;
            while at < line.len() {
                let rest = line.get(at..).unwrap_or_default();
                let Some(start) = self.find(rest, cursor) else {
                    at += 1;
                    continue;
                };
                let here = self.hashes.get(start..).unwrap_or_default();
                let length = rest.iter().zip(here).take_while(|(a, b)| a == b).count().max(1);
                held.iter_mut().skip(start).take(length).for_each(|word| *word = true);
                cursor = start + length;
                at += length;
            }
        }
        let mut start = 0;
        let share = |end: &usize| {
            let words = held.get(start..*end).unwrap_or_default();
            start = *end;
            let count = words.iter().filter(|held| **held).count();
            count > 0 && count * 100 >= words.len() * HELD
        };
        self.ends.iter().map(share).collect()
    }

    /// Where these words stand behind the cursor, else before it. Of less than a run only words that follow at once are found.
    fn find(&self, words: &[u64], cursor: usize) -> Option<usize> {
        /// A line of one or two words ("Background") stands within so many words of the line before it.
        const NEAR: usize = 40;
        match words.get(..RUN) {
            Some(run) => {
                let places = self.runs.get(&joined(run))?;
                let behind = places.partition_point(|place| (*place as usize) < cursor);
                places.get(behind).or_else(|| places.first()).map(|place| *place as usize)
            }
            None => {
                let near = self.hashes.get(cursor..)?;
                near.windows(words.len()).take(NEAR).position(|here| here == words).map(|at| at + cursor)
            }
        }
    }
}

/// A hash of each word: letters and digits alone, since witnesses mend signs and spaces.
fn hashes(text: &str) -> impl Iterator<Item = u64> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(|word| mixed(0, word.as_bytes()))
}

fn joined(run: &[u64]) -> u64 {
    run.iter().fold(0, |hash, word| mixed(hash, &word.to_le_bytes()))
}

/// FNV-1a, from `seed` on: words are short, and none of this outlives the page.
fn mixed(seed: u64, bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325 ^ seed, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
