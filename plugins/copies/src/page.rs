//! Pages: the words of an article laid out to be held against another's, and the runs that two pages share.

use crate::sheet::Sheet;
use crate::shingle::{WORDS, shingles};
use crate::word::{Word, words};
use copydesk_core::{Class, Span, lang::en::lexicon};
use std::collections::{HashMap, HashSet};

/// An article's own words, in order.
pub struct Page<'a> {
    /// Where they come from.
    pub sheet: &'a Sheet,
    /// Places are bytes of the article.
    words: Vec<Word>,
    /// For each word the stretch that it stands in.
    stretch: Vec<u32>,
    /// By the number of the first word.
    pub shingles: Vec<u64>,
}

/// Words that stand in both, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The number of the first word on the one side.
    pub a: usize,
    /// And on the other.
    pub b: usize,
    /// How many words.
    pub length: usize,
}

/// A shingle that stands more often in one article is looked up at so many places: a refrain, a list.
const PLACES: usize = 8;
/// A passage has so many words at least …
const SHORTEST: usize = 6;
/// … of which so many are words with a meaning of their own, in lower case: the name of a treaty or an office is no copied passage.
const MEANT: usize = 3;
/// A long one needs fewer (words, of them with a meaning): "signed by the presidents of Kestria and Dovania in March".
const LONG: (usize, usize) = (9, 2);

impl<'a> Page<'a> {
    /// Lays out an article.
    pub fn new(sheet: &'a Sheet) -> Self {
        let mut page = Self { sheet, words: Vec::new(), stretch: Vec::new(), shingles: Vec::new() };
        for (number, stretch) in sheet.stretches.iter().enumerate() {
            for mut word in words(&stretch.text) {
                word.start += stretch.start;
                word.end += stretch.start;
                page.words.push(word);
                page.stretch.push(number as u32);
            }
        }
        page.shingles = shingles(&page.words);
        page
    }

    /// How many words it has.
    pub fn length(&self) -> usize {
        self.words.len()
    }

    /// The place of these words.
    pub fn span(&self, first: usize, length: usize) -> Span {
        let start = self.words.get(first).map_or(0, |word| word.start);
        let end = self.words.get(first + length.max(1) - 1).map_or(start, |word| word.end);
        Span::new(start, end)
    }

    fn meant(&self, first: usize, length: usize) -> usize {
        let own = self.words.iter().skip(first).take(length);
        own.filter(|word| {
            !word.capital
                && !word.number
                && !lexicon::look_up(self.raw(**word)).class.any(Class::FUNCTION | Class::SPEECH)
        })
        .count()
    }

    fn raw(&self, word: Word) -> &str {
        let stretch = self.sheet.stretches.iter().rev().find(|stretch| stretch.start <= word.start);
        stretch
            .and_then(|s| s.text.get((word.start - s.start) as usize..(word.end - s.start) as usize))
            .unwrap_or_default()
    }
}

/// The runs that two pages share, in the order of the second, each as long as it can be; templates left out.
pub fn shared(a: &Page<'_>, b: &Page<'_>, templates: &HashSet<u64>) -> Vec<Run> {
    let mut places: HashMap<u64, Vec<usize>> = HashMap::with_capacity(a.shingles.len());
    for (i, shingle) in a.shingles.iter().enumerate().filter(|(_, shingle)| !templates.contains(shingle)) {
        let places = places.entry(*shingle).or_default();
        if places.len() < PLACES {
            places.push(i);
        }
    }
    let mut runs = Vec::new();
    let mut j = 0;
    while let Some(shingle) = b.shingles.get(j) {
        let lengths = places.get(shingle).into_iter().flatten().map(|&i| (i, together(a, b, i, j, templates)));
        // The longest; of equally long ones the first.
        match lengths.min_by_key(|&(i, length)| (std::cmp::Reverse(length), i)) {
            Some((i, length)) => {
                runs.push(Run { a: i, b: j, length: length + WORDS - 1 });
                j += length + WORDS - 1;
            }
            None => j += 1,
        }
    }
    runs
}

/// How many shingles from these places on are the same and no template.
fn together(a: &Page<'_>, b: &Page<'_>, i: usize, j: usize, templates: &HashSet<u64>) -> usize {
    let (one, two) = (a.shingles.iter().skip(i), b.shingles.iter().skip(j));
    one.zip(two).take_while(|(one, two)| one == two && !templates.contains(one)).count()
}

/// What two pages share: the passages worth telling, and how much of each they cover.
#[derive(Debug, Default)]
pub struct Common {
    /// Runs without a break in either article.
    pub passages: Vec<Run>,
    /// Words covered, of each.
    pub covered: [usize; 2],
}

impl Common {
    /// Holds two pages against each other.
    pub fn new(a: &Page<'_>, b: &Page<'_>, templates: &HashSet<u64>) -> Self {
        let mut common = Self::default();
        let mut covered = [vec![false; a.length()], vec![false; b.length()]];
        for run in shared(a, b, templates) {
            let meant = a.meant(run.a, run.length);
            if (run.length < SHORTEST || meant < MEANT) && (run.length < LONG.0 || meant < LONG.1) {
                continue;
            }
            let [one, two] = &mut covered;
            let fresh = cover(one, run.a, run.length);
            cover(two, run.b, run.length);
            // A caption that one article prints twice is one passage.
            if fresh {
                common.passages.extend(pieces(run, a, b));
            }
        }
        common.covered = covered.map(|words| words.into_iter().filter(|&covered| covered).count());
        common.passages.sort_by_key(|run| (run.a, run.b));
        common
    }
}

/// Marks words as covered; whether one of them was not yet.
fn cover(words: &mut [bool], first: usize, length: usize) -> bool {
    let mut fresh = false;
    for covered in words.iter_mut().skip(first).take(length) {
        fresh |= !*covered;
        *covered = true;
    }
    fresh
}

/// Cuts a run where furniture stands between its words on either side.
fn pieces(run: Run, a: &Page<'_>, b: &Page<'_>) -> Vec<Run> {
    let mut pieces: Vec<Run> = Vec::new();
    let mut last = None;
    for k in 0..run.length {
        let place = (a.stretch.get(run.a + k), b.stretch.get(run.b + k));
        match pieces.last_mut() {
            Some(piece) if last == Some(place) => piece.length += 1,
            _ => pieces.push(Run { a: run.a + k, b: run.b + k, length: 1 }),
        }
        last = Some(place);
    }
    pieces
}
