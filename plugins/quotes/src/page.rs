//! The page: an article's paragraphs, its stretches in marks, and its sentences with no cut inside a quotation.

use crate::marks::{self, Stretch};
use copydesk_core::{Class, Reading};
use std::ops::Range;

/// Lines of hard-wrapped text are at most this many bytes long, as core holds it.
const WRAP: u32 = 100;
/// In hard-wrapped text a line within a paragraph has at least this share of the longest, in per cent, as core holds it.
const FILLED: u32 = 60;

/// No sentence is longer than so many tokens outside marks; the longest met in American election coverage has 190.
const LONGEST: usize = 300;

/// A sentence.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The number of its paragraph.
    pub paragraph: usize,
}

/// An article laid out for reading quotations.
pub struct Page<'r, 'a> {
    /// The words.
    pub reading: &'r Reading<'a>,
    /// Token ranges of paragraphs.
    pub paragraphs: Vec<Range<usize>>,
    /// The outermost stretches in marks.
    pub stretches: Vec<Stretch>,
    /// For each token: 0, or one more than the number of the stretch that holds it (marks included).
    pub owner: Vec<u32>,
    /// The sentences.
    pub units: Vec<Unit>,
}

impl<'r, 'a> Page<'r, 'a> {
    /// Lays out a reading.
    pub fn new(reading: &'r Reading<'a>) -> Self {
        let paragraphs = paragraphs(reading);
        let mut owner = vec![0; reading.tokens().len()];
        let mut stretches: Vec<Stretch> = Vec::new();
        for stretch in marks::stretches(reading, &paragraphs) {
            if stretches.last().is_some_and(|last: &Stretch| last.outer.end > stretch.outer.start) {
                continue;
            }
            if let Some(tokens) = owner.get_mut(stretch.outer.clone()) {
                tokens.fill(stretches.len() as u32 + 1);
            }
            stretches.push(stretch);
        }
        let mut page = Self { reading, paragraphs, stretches, owner, units: Vec::new() };
        page.units = page.cut();
        page
    }

    /// The stretch that holds a token.
    pub fn stretch_at(&self, i: usize) -> Option<&Stretch> {
        let number = self.owner.get(i).copied().filter(|&n| n > 0)?;
        self.stretches.get(number as usize - 1)
    }

    /// Whether the token is one of the words in marks, or a mark.
    pub fn quoted(&self, i: usize) -> bool {
        self.owner.get(i).is_some_and(|&n| n > 0)
    }

    /// Whether the token is a comma of the sentence, not one inside a number.
    pub fn is_comma(&self, i: usize) -> bool {
        self.reading.raw(i) == "," && !(self.reading.glued(i + 1) && self.reading.is(i + 1, Class::DIGITS))
    }

    /// Sentences as core cuts them, joined again where the cut lies inside a stretch, and cut where a stretch ends a sentence.
    fn cut(&self) -> Vec<Unit> {
        let mut units: Vec<Unit> = Vec::new();
        let mut paragraph = 0;
        for sentence in self.reading.sentences() {
            let mut tokens = sentence.tokens.clone();
            while self.paragraphs.get(paragraph).is_some_and(|p| p.end <= tokens.start) {
                paragraph += 1;
            }
            let within = self.same_stretch(tokens.start);
            if let Some(last) = units.last_mut()
                && within
                && last.paragraph == paragraph
                && last.tokens.end == tokens.start
            {
                // The rest of the stretch, and of the sentence that it stands in: »… over.'' He left« is cut behind the marks.
                let close = self.stretch_at(tokens.start).map_or(tokens.end, |s| s.outer.end);
                let cut = if self.ends_sentence(close) { close.min(tokens.end) } else { tokens.end };
                last.tokens.end = cut;
                tokens.start = cut;
            }
            if !tokens.is_empty() {
                units.push(Unit { tokens, paragraph });
            }
        }
        units.into_iter().flat_map(|unit| self.parted(unit)).flat_map(|unit| self.bounded(unit)).collect()
    }

    /// `"It fell, Hale said. "Nobody was hurt."`: where core paired marks otherwise, a sentence ends at a stop in front of words in marks.
    fn parted(&self, unit: Unit) -> Vec<Unit> {
        let mut parts = Vec::new();
        let mut start = unit.tokens.start;
        for i in unit.tokens.clone().skip(2) {
            let opens = self.quoted(i) && self.stretch_at(i).is_some_and(|s| s.outer.start == i);
            if opens
                && self.reading.raw(i - 1) == "."
                && !self.quoted(i - 1)
                && self.reading.is(i - 2, Class::WORD)
                && !self.reading.is(i - 2, Class::CAPITAL)
                && self.reading.is(i + 1, Class::CAPITAL)
            {
                parts.push(Unit { tokens: start..i, paragraph: unit.paragraph });
                start = i;
            }
        }
        parts.push(Unit { tokens: start..unit.tokens.end, paragraph: unit.paragraph });
        parts
    }

    /// A sentence in stretches of at most [`LONGEST`] tokens outside marks: text without sentence ends is read in linear time so.
    fn bounded(&self, unit: Unit) -> Vec<Unit> {
        if unit.tokens.len() <= LONGEST {
            return vec![unit];
        }
        let mut parts = Vec::new();
        let (mut start, mut count) = (unit.tokens.start, 0);
        for i in unit.tokens.clone() {
            count += usize::from(!self.quoted(i) || !self.same_stretch(i));
            if count > LONGEST && !self.same_stretch(i) {
                parts.push(Unit { tokens: start..i, paragraph: unit.paragraph });
                (start, count) = (i, 0);
            }
        }
        parts.push(Unit { tokens: start..unit.tokens.end, paragraph: unit.paragraph });
        parts
    }

    fn same_stretch(&self, i: usize) -> bool {
        i > 0 && self.quoted(i) && self.owner.get(i) == self.owner.get(i - 1)
    }

    /// Whether the stretch that closes before `close` ends its sentence: a full stop inside, a capital behind.
    fn ends_sentence(&self, close: usize) -> bool {
        let Some(stretch) = close.checked_sub(1).and_then(|i| self.stretch_at(i)) else { return false };
        let last = stretch.inner.clone().rev().take(3).find(|&j| !self.reading.is(j, Class::QUOTE));
        last.is_some_and(|j| self.reading.raw(j) == ".") && self.reading.is(close, Class::CAPITAL | Class::DIGITS)
    }
}

/// Lines, or whole blocks where the text is hard-wrapped.
fn paragraphs(reading: &Reading<'_>) -> Vec<Range<usize>> {
    let mut paragraphs = Vec::new();
    for block in reading.blocks() {
        let Some(lines) = reading.lines().get(block.clone()) else { continue };
        let longest = lines.iter().map(|line| line.span.len()).max().unwrap_or(0);
        let wrapped = longest <= WRAP
            && lines.len() > 2
            && lines.iter().rev().skip(1).all(|line| line.span.len() * 100 >= longest * FILLED);
        if wrapped {
            paragraphs.push(lines.first().map_or(0, |l| l.tokens.start)..lines.last().map_or(0, |l| l.tokens.end));
        } else {
            paragraphs.extend(lines.iter().map(|line| line.tokens.clone()));
        }
    }
    paragraphs.retain(|p| !p.is_empty());
    paragraphs
}
