//! Units: a line, or the lines of a hard-wrapped paragraph together, with what can be counted in them.

use copydesk_core::{Class, Markup, Reading, Span};
use std::ops::Range;

/// A sentence has at least so many words; shorter ones with a full stop stand in adverts and menus too.
const FEWEST_WORDS: u32 = 6;
/// A line of so many words is prose without a full stop as well: headlines and menu entries are shorter.
const LONG: u32 = 20;
/// At least this share of the words of a sentence, in per cent, are function words: 24 in the tersest transcript met, less in
/// single sentences full of names.
const FUNCTION_SHARE: u32 = 12;
/// The same for a long line without a full stop: lists of names and products have less.
const LONG_FUNCTION_SHARE: u32 = 20;

/// One line or one hard-wrapped paragraph.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    /// From its first to its last token.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The block of lines that it stands in; on a page with markup, the number of the page's block that it is.
    pub block: usize,
    /// Words and numbers.
    pub words: u32,
    /// Of them, those in capitals or with one at the beginning.
    pub capitals: u32,
    /// Of them, those wholly in capitals.
    pub upper: u32,
    /// Of them, function words.
    pub function: u32,
    /// Of them, numbers.
    pub digits: u32,
    /// Whether it ends as a sentence does.
    pub ends: bool,
    /// Whether it reads as running text.
    pub prose: bool,
}

impl Unit {
    /// Whether it is no longer than `words`.
    pub const fn within(&self, words: u32) -> bool {
        self.words <= words
    }

    /// Whether it shares no block with the other.
    pub const fn apart(&self, other: &Self) -> bool {
        self.block != other.block
    }
}

/// All units of a text.
pub(crate) fn units(reading: &Reading<'_>) -> Vec<Unit> {
    let foreign = reading.language().is_some_and(|language| language != "en");
    let mut units: Vec<Unit> = Vec::new();
    let mut sentence = 0;
    for (block, lines) in reading.blocks().iter().enumerate() {
        let Some(lines) = reading.lines().get(lines.clone()) else { continue };
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            let mut end = line.tokens.end;
            at += 1;
            // Core reads a sentence over the line's end where the paragraph is hard-wrapped.
            loop {
                while reading.sentences().get(sentence).is_some_and(|s| s.tokens.end <= end) {
                    sentence += 1;
                }
                let crosses = reading.sentences().get(sentence).is_some_and(|s| s.tokens.start < end);
                match lines.get(at).filter(|_| crosses) {
                    Some(next) => {
                        end = next.tokens.end;
                        at += 1;
                    }
                    None => break,
                }
            }
            units.push(unit(reading, line.tokens.start..end, block, foreign));
        }
    }
    units
}

/// The blocks of a page, as units: what the page sets apart is no paragraph, whatever its lines look like. A block without words is
/// none.
pub(crate) fn of_page(reading: &Reading<'_>, markup: &Markup) -> Vec<Unit> {
    let foreign = reading.language().is_some_and(|language| language != "en");
    let mut token = 0;
    let mut units = Vec::with_capacity(markup.blocks.len());
    for (number, block) in markup.blocks.iter().enumerate() {
        let first = token;
        while reading.tokens().get(token).is_some_and(|token| token.start < block.span.end) {
            token += 1;
        }
        if first < token {
            units.push(unit(reading, first..token, number, foreign));
        }
    }
    units
}

fn unit(reading: &Reading<'_>, tokens: Range<usize>, block: usize, foreign: bool) -> Unit {
    let (mut words, mut capitals, mut upper, mut function, mut digits) = (0, 0, 0, 0, 0);
    for token in reading.tokens().get(tokens.clone()).unwrap_or(&[]) {
        if token.class.any(Class::WORD) {
            words += 1;
            capitals += u32::from(token.class.any(Class::CAPITAL));
            upper += u32::from(token.class.any(Class::UPPER));
            function += u32::from(token.class.any(Class::FUNCTION));
        } else if token.class.any(Class::DIGITS) {
            words += 1;
            digits += 1;
        }
    }
    let ends = ends(reading, &tokens);
    let share = if foreign { 0 } else { function * 100 };
    let prose = ends && words >= FEWEST_WORDS && (foreign || share >= words * FUNCTION_SHARE)
        || words >= LONG && (foreign && ends || share >= words * LONG_FUNCTION_SHARE);
    Unit { span: reading.span(tokens.clone()), tokens, block, words, capitals, upper, function, digits, ends, prose }
}

/// Whether the last token, closing marks and brackets aside, is a full stop or its like.
fn ends(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    /// Closing marks behind a stop: `."`, `.”)`.
    const CLOSING: usize = 3;
    /// A source between brackets behind the stop: "[KTA]", "(Norvane News)".
    const SOURCE: usize = 6;
    let last = tokens.end - 1;
    if let Some(open) =
        [("]", "["), (")", "(")].iter().find(|(close, _)| *close == reading.raw(last)).map(|(_, open)| *open)
        && let Some(first) = (tokens.start + 1..last).rev().take(SOURCE).find(|&i| reading.raw(i) == open)
        && reading.is(first - 1, Class::STOP)
        && !reading.is(last - 1, Class::STOP)
    {
        return true;
    }
    for i in tokens.clone().rev().take(CLOSING) {
        if reading.is(i, Class::STOP) {
            return true;
        }
        if !reading.is(i, Class::QUOTE) && !matches!(reading.raw(i), ")" | "]" | "'s") {
            return false;
        }
    }
    false
}
