//! Pages: the words of an article laid out to be held against another's, and the runs that two pages share.

use crate::name::Parts;
use crate::sheet::{Said, Sheet};
use crate::shingle::{WORDS, shingles};
use crate::template::Templates;
use crate::utterance::Utterance;
use crate::word::{Word, words};
use copydesk_core::{Class, Span, lang::en::lexicon};

/// An article's own words, in order, with all that is looked up once for each pair that it is in.
pub struct Page<'a> {
    /// Where they come from.
    pub sheet: &'a Sheet,
    /// Places are bytes of the article.
    words: Vec<Word>,
    /// For each word the stretch that it stands in.
    stretch: Vec<u32>,
    /// The shingles that are no templates, each with the number of its first word; in the order of the words, and sorted.
    runs: Vec<(u64, u32)>,
    sorted: Vec<(u64, u32)>,
    /// Sayings between marks, with the words that mean something and the names that the speaker goes by.
    pub sayings: Vec<Saying<'a>>,
    /// All who are quoted.
    pub speakers: Vec<Parts>,
}

/// A saying between marks.
pub struct Saying<'a> {
    pub said: &'a Said,
    pub utterance: Utterance,
    pub voices: Vec<Parts>,
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

/// So many quotations of an article are held against those of another.
const SAYINGS: usize = 64;
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
    pub fn new(sheet: &'a Sheet, templates: &Templates) -> Self {
        let (mut all, mut stretch) = (Vec::new(), Vec::new());
        for (part, number) in sheet.stretches.iter().zip(0..) {
            for mut word in words(&part.text) {
                word.start += part.start;
                word.end += part.start;
                all.push(word);
                stretch.push(number);
            }
        }
        let runs = shingles(&all).into_iter().zip(0..).filter(|(shingle, _)| !templates.has(*shingle));
        let runs: Vec<(u64, u32)> = runs.collect();
        let mut sorted = runs.clone();
        sorted.sort_unstable();
        let marked = sheet.said.iter().filter(|said| said.marked).take(SAYINGS).filter_map(|said| {
            let utterance = Utterance::new(sheet.slice(said.span)?);
            Some(Saying { said, utterance, voices: said.voices.iter().map(|voice| Parts::new(voice)).collect() })
        });
        let mut speakers: Vec<Parts> =
            sheet.said.iter().flat_map(|said| &said.voices).map(|voice| Parts::new(voice)).collect();
        speakers.sort();
        speakers.dedup();
        Self { sheet, words: all, stretch, runs, sorted, sayings: marked.collect(), speakers }
    }

    /// Its shingles that are no templates, each once, rising.
    pub fn shingles(&self) -> impl Iterator<Item = u64> {
        self.sorted.chunk_by(|a, b| a.0 == b.0).filter_map(|same| same.first()).map(|first| first.0)
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
        self.sheet.slice(Span::new(word.start, word.end)).unwrap_or_default()
    }
}

/// The runs that two pages share, in the order of the second, each as long as it can be.
pub fn shared(a: &Page<'_>, b: &Page<'_>) -> Vec<Run> {
    // Both are sorted: one walk finds for each place in the second those in the first.
    let mut places: Vec<(u32, &[(u64, u32)])> = Vec::new();
    let mut rest = a.sorted.as_slice();
    for &(shingle, j) in &b.sorted {
        let skip = rest.partition_point(|&(other, _)| other < shingle).min(rest.len());
        rest = rest.get(skip..).unwrap_or_default();
        let same = rest.iter().take(PLACES).take_while(|(other, _)| *other == shingle).count();
        if same > 0 {
            places.push((j, rest.get(..same).unwrap_or_default()));
        }
    }
    places.sort_unstable_by_key(|(j, _)| *j);
    let mut runs = Vec::new();
    let mut behind = 0;
    for (j, here) in places {
        if j < behind {
            continue;
        }
        let lengths = here.iter().map(|&(_, i)| (i, together(a, b, i, j)));
        // The longest; of equally long ones the first.
        if let Some((i, length)) = lengths.min_by_key(|&(i, length)| (std::cmp::Reverse(length), i)) {
            let length = length + WORDS - 1;
            runs.push(Run { a: i as usize, b: j as usize, length });
            behind = j + length as u32;
        }
    }
    runs
}

/// How many shingles from these words on are the same and no template.
fn together(a: &Page<'_>, b: &Page<'_>, i: u32, j: u32) -> usize {
    let from = |page: &Page<'_>, first: u32| page.runs.partition_point(|&(_, place)| place < first);
    let (one, two) = (a.runs.iter().skip(from(a, i)), b.runs.iter().skip(from(b, j)));
    one.zip(two).zip(0..).take_while(|((one, two), k)| one.0 == two.0 && one.1 == i + k && two.1 == j + k).count()
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
    pub fn new(a: &Page<'_>, b: &Page<'_>) -> Self {
        let mut common = Self::default();
        let mut covered = [vec![false; a.length()], vec![false; b.length()]];
        for run in shared(a, b) {
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
