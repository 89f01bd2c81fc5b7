//! Cutting a text into tokens: one pass, no allocation a token.

use super::Class;
use crate::Span;
use crate::lang::Term;
use crate::lang::lexicon::{self, Word};

/// A word, a run of digits, or one sign.
///
/// Letters and digits are cut apart ("5km", "10th"), hyphens are signs of their own ("six-month" is three tokens), an
/// apostrophe between letters belongs to the word ("don't"), and the possessive ending is its own token ("Seoul" + "'s").
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What it is.
    pub class: Class,
    /// Its entry in the lexicon.
    word: u16,
    /// What it is to the grammar of time: here, since a grammar asks for it all the time.
    term: Term,
}

impl Token {
    /// Stands for what lies beyond either end of a text: empty, of no class.
    pub const NONE: Self = Self { start: u32::MAX, end: u32::MAX, class: Class::NONE, word: 0, term: Term::None };

    /// Where it is.
    #[must_use]
    #[inline]
    pub const fn span(self) -> Span {
        Span::new(self.start, self.end)
    }

    /// What it is to the grammar of time.
    #[must_use]
    #[inline]
    pub const fn term(self) -> Term {
        self.term
    }

    /// What the lexicon knows of it; an empty entry for most words.
    #[must_use]
    #[inline]
    pub fn word(self) -> &'static Word {
        lexicon::word(self.word)
    }
}

/// Apostrophes: straight, curly, modifier letter, and the backtick and acute that stand for them.
pub(super) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`' | '´')
}

/// Cuts `text`; `lower` is the same text with its ASCII letters in lower case.
pub(super) fn cut(text: &str, lower: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 8);
    let mut cursor = Cursor { text, lower, at: 0, line_start: true, last_end: 0 };
    while let Some(token) = cursor.next() {
        tokens.push(token);
    }
    tokens
}

struct Cursor<'a> {
    text: &'a str,
    lower: &'a str,
    at: usize,
    line_start: bool,
    last_end: usize,
}

impl Cursor<'_> {
    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or("")
    }

    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(&byte) if byte < 0x80 => Some(byte as char),
            Some(_) => self.rest(at).chars().next(),
            None => None,
        }
    }

    fn next(&mut self) -> Option<Token> {
        let first = loop {
            let c = self.char_at(self.at)?;
            if matches!(c, '\n' | '\r') {
                self.line_start = true;
            }
            if !is_space(c) {
                break c;
            }
            self.at += c.len_utf8();
        };
        let start = self.at;
        let mut class = self.read(first);
        if start == self.last_end && start > 0 {
            class |= Class::GLUED;
        }
        if std::mem::take(&mut self.line_start) {
            class |= Class::LINE_START;
        }
        self.last_end = self.at;
        let word = if class.any(Class::WORD) { self.lower.get(start..self.at).map_or(0, lexicon::find) } else { 0 };
        let entry = lexicon::word(word);
        class |= entry.class;
        let term = match class {
            _ if word > 0 => entry.term,
            // Of all that is no word and no sign, only the possessive ending begins with an apostrophe.
            _ if !class.any(Class::SIGN) && Term::of_sign(first) == Term::Apostrophe => Term::Possessive,
            _ => Term::of_sign(first),
        };
        Some(Token { start: start as u32, end: self.at as u32, class, word, term })
    }

    /// Moves past one token that begins with `first`; answers its structural classes.
    fn read(&mut self, first: char) -> Class {
        if first.is_ascii_digit() {
            while self.text.as_bytes().get(self.at).is_some_and(u8::is_ascii_digit) {
                self.at += 1;
            }
            return Class::DIGITS;
        }
        if is_letter(first) {
            return self.read_word(first);
        }
        let after = self.at + first.len_utf8();
        // The possessive ending: an apostrophe and an s behind a word, with no letter after it.
        if is_apostrophe(first)
            && self.last_end == self.at
            && self.at > 0
            && self.text.as_bytes().get(after).is_some_and(|b| b.eq_ignore_ascii_case(&b's'))
            && !self.char_at(after + 1).is_some_and(|c| is_letter(c) || c.is_ascii_digit())
            && self.rest(0).get(..self.at).and_then(|t| t.chars().next_back()).is_some_and(is_letter)
        {
            self.at = after + 1;
            return Class::NONE;
        }
        self.at = after;
        sign(first)
    }

    fn read_word(&mut self, first: char) -> Class {
        let start = self.at;
        let mut class = Class::WORD;
        if first.is_uppercase() {
            class |= Class::CAPITAL;
        }
        let (mut letters, mut lower) = (0, false);
        let bytes = self.text.as_bytes();
        loop {
            while let Some(byte) = bytes.get(self.at).filter(|b| b.is_ascii_alphabetic()) {
                lower |= byte.is_ascii_lowercase();
                letters += 1;
                self.at += 1;
            }
            match self.char_at(self.at) {
                Some(c) if !c.is_ascii() && (is_letter(c) || is_mark(c)) => {
                    lower |= !c.is_uppercase();
                    letters += 1;
                    self.at += c.len_utf8();
                }
                Some(c) if is_apostrophe(c) && self.at > start && self.joins(self.at + c.len_utf8()) => {
                    self.at += c.len_utf8();
                }
                _ => break,
            }
        }
        if letters > 1 && !lower {
            class |= Class::UPPER;
        }
        class
    }

    /// Whether an apostrophe before `at` stands inside a word: letters follow that are more than a possessive s.
    fn joins(&self, at: usize) -> bool {
        match self.char_at(at) {
            Some('s' | 'S') => self.char_at(at + 1).is_some_and(is_letter),
            Some(c) => is_letter(c),
            None => false,
        }
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{200e}' | '\u{200f}')
}

fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { c.is_alphabetic() }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{ad}')
}

fn sign(c: char) -> Class {
    let class = match c {
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '″' | '′' | '‚' | '「' | '」' | '『' | '』' | '〝'
        | '〞' | '＂' => Class::QUOTE,
        c if is_apostrophe(c) => Class::QUOTE,
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => Class::DASH,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' => Class::STOP,
        '%' | '‰' | '٪' | '％' => Class::PERCENT,
        '$' | '£' | '€' | '¥' | '¢' | '₹' | '₩' | '₽' | '₺' | '₴' | '₦' | '₫' | '₱' | '฿' | '₪' | '₿' | '＄' | '￥'
        | '￡' | '￦' => Class::CURRENCY,
        c if !c.is_ascii() && c.is_numeric() => Class::NUMERIC,
        _ => Class::NONE,
    };
    class | Class::SIGN
}
