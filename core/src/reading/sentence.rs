//! Sentences: never cut inside a quotation, not fooled by "Nov. 12", "U.S.", "Gen. Kim", initials and ellipses.

use super::{Class, Line, Token};
use crate::Span;
use crate::lang::abbreviations::{self, Abbreviation};
use std::ops::Range;

/// One sentence, or a line that is none (a headline, a table row).
#[derive(Clone, Debug)]
pub struct Sentence {
    /// From its first to its last token.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// Lines of hard-wrapped text are at most this many bytes long: the widest terminal that mail and wire software wrapped to.
const WRAP: u32 = 100;
/// In hard-wrapped text a line within a paragraph is at least this share of the longest, in per cent.
const FILLED: u32 = 60;
/// A quotation that is not closed within this many tokens is taken for a stray mark: four times the longest quotation (540
/// tokens) met in American election coverage.
const LONGEST_QUOTATION: usize = 2_000;

pub(super) fn sentences(
    text: &str,
    lower: &str,
    tokens: &[Token],
    lines: &[Line],
    blocks: &[Range<usize>],
) -> Vec<Sentence> {
    let mut splitter = Splitter { text, lower, tokens, sentences: Vec::new(), barren: [0; 5] };
    for block in blocks {
        let Some(lines) = lines.get(block.clone()) else { continue };
        let longest = lines.iter().map(|line| line.span.len()).max().unwrap_or(0);
        let wrapped = longest <= WRAP
            && lines.len() > 2
            && lines.iter().rev().skip(1).all(|line| line.span.len() * 100 >= longest * FILLED);
        if wrapped {
            let all = lines.first().map_or(0, |l| l.tokens.start)..lines.last().map_or(0, |l| l.tokens.end);
            splitter.split(all);
        } else {
            lines.iter().for_each(|line| splitter.split(line.tokens.clone()));
        }
    }
    splitter.sentences
}

struct Splitter<'a> {
    text: &'a str,
    lower: &'a str,
    tokens: &'a [Token],
    sentences: Vec<Sentence>,
    /// For each kind of opening mark the token up to which it is known that nothing closes it: 300,000 marks that nothing
    /// closes are not each looked after for the length of a quotation.
    barren: [usize; 5],
}

impl Splitter<'_> {
    fn token(&self, i: usize) -> Token {
        self.tokens.get(i).copied().unwrap_or(Token::NONE)
    }

    fn sign(&self, i: usize) -> &str {
        self.token(i).span().slice(self.text)
    }

    /// Splits one paragraph.
    fn split(&mut self, range: Range<usize>) {
        let mut start = range.start;
        let mut i = range.start;
        while i < range.end {
            let class = self.token(i).class;
            if class.any(Class::QUOTE)
                && let Some(close) = self.closing(i, range.end)
            {
                i = close + 1;
                // »… over."« ends the sentence too, unless the reporting clause follows.
                if self.token(close - 1).class.any(Class::STOP) && i < range.end && self.may_begin(i) {
                    self.push(start..i);
                    start = i;
                }
                continue;
            }
            if class.any(Class::STOP) {
                let mut end = i + 1;
                while end < range.end
                    && self.token(end).class.any(Class::STOP)
                    && self.token(end).class.any(Class::GLUED)
                {
                    end += 1;
                }
                let dots = end - i;
                // Closing marks and brackets belong to the sentence that they close.
                while end < range.end
                    && self.token(end).class.any(Class::GLUED)
                    && matches!(self.sign(end), ")" | "]" | "”" | "’" | "\"" | "'" | "»")
                    && !self.token(end + 1).class.any(Class::GLUED)
                {
                    end += 1;
                }
                if end < range.end && self.ends(i, dots, end) {
                    self.push(start..end);
                    start = end;
                }
                i = end;
                continue;
            }
            i += 1;
        }
        self.push(start..range.end);
    }

    fn push(&mut self, tokens: Range<usize>) {
        if tokens.start < tokens.end {
            let span = self.token(tokens.start).span().to(self.token(tokens.end - 1).span());
            self.sentences.push(Sentence { span, tokens });
        }
    }

    /// The mark that closes the quotation which opens at `i`, if it opens one.
    fn closing(&mut self, i: usize, end: usize) -> Option<usize> {
        let spaced_before =
            !self.token(i).class.any(Class::GLUED) || matches!(self.sign(i.wrapping_sub(1)), "(" | "[" | "—" | "–");
        let glued_after = self.token(i + 1).class.any(Class::GLUED);
        let (kind, closers): (usize, &[&str]) = match self.sign(i) {
            "“" | "„" | "‟" => (0, &["”", "“", "\""]),
            "«" => (1, &["»"]),
            "»" => (2, &["«"]),
            "\"" if spaced_before && glued_after => (3, &["\"", "”"]),
            "″" if spaced_before && glued_after => (4, &["″"]),
            _ => return None,
        };
        let last = end.min(i + LONGEST_QUOTATION);
        let first = self.barren.get(kind).copied().unwrap_or(0).max(i + 1);
        let close = (first..last).find(|&j| self.token(j).class.any(Class::QUOTE) && closers.contains(&self.sign(j)));
        if let (None, Some(barren)) = (close, self.barren.get_mut(kind)) {
            *barren = first.max(last);
        }
        close
    }

    /// Whether a sentence may begin at `i`.
    fn may_begin(&self, i: usize) -> bool {
        let class = self.token(i).class;
        class.any(Class::CAPITAL | Class::DIGITS | Class::QUOTE | Class::DASH | Class::CURRENCY)
            || matches!(self.sign(i), "(" | "[" | "•" | "*")
            || (class.any(Class::WORD) && !self.sign(i).starts_with(|c: char| c.is_lowercase()))
    }

    /// Whether the stop at `i` (of `dots` signs, closed at `end`) ends a sentence.
    fn ends(&self, i: usize, dots: usize, end: usize) -> bool {
        let next = self.token(end);
        if next.class.any(Class::GLUED) && !next.class.any(Class::QUOTE) && self.sign(end) != "[" {
            return false; // "3.5", "example.com", "U.S"
        }
        if !self.may_begin(end) {
            return false;
        }
        if dots > 1 || self.sign(i) != "." || end > i + 1 {
            return true;
        }
        let before = self.token(i.wrapping_sub(1));
        if i == 0 || !before.class.any(Class::WORD) || !self.token(i).class.any(Class::GLUED) {
            return true;
        }
        // A capitalised "The", "He", "In" begins a sentence even behind an abbreviation.
        let begins = next.class.all(Class::FUNCTION | Class::CAPITAL) || next.class.any(Class::QUOTE);
        if before.span().len() == 1 {
            let initialism = self.sign(i.wrapping_sub(2)) == "." && before.class.any(Class::GLUED);
            return initialism && begins;
        }
        match abbreviations::find(before.span().slice(self.lower)) {
            None => true,
            Some(Abbreviation::BeforeName) => false,
            Some(Abbreviation::BeforeNumber) => !next.class.any(Class::DIGITS) && begins,
            Some(Abbreviation::Plain) => begins,
        }
    }
}
