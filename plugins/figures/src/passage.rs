//! The sentence that is being read: look-ups beyond its ends answer with nothing, so that no rule reads across a full stop.

use crate::role::Role;
use copydesk_core::lang::en::lexicon::Word;
use copydesk_core::{Class, Reading, Span, Token};
use std::ops::Range;

/// One sentence of an article.
#[derive(Clone, Copy)]
pub(crate) struct Passage<'r> {
    pub reading: &'r Reading<'r>,
    pub start: usize,
    pub end: usize,
}

impl<'r> Passage<'r> {
    pub fn has(&self, i: usize) -> bool {
        (self.start..self.end).contains(&i)
    }

    pub fn lower(&self, i: usize) -> &'r str {
        if self.has(i) { self.reading.lower(i) } else { "" }
    }

    pub fn raw(&self, i: usize) -> &'r str {
        if self.has(i) { self.reading.raw(i) } else { "" }
    }

    pub fn class(&self, i: usize) -> Class {
        if self.has(i) { self.reading.class(i) } else { Class::NONE }
    }

    pub fn is(&self, i: usize, class: Class) -> bool {
        self.class(i).any(class)
    }

    /// Whether the token stands in this sentence and follows the one before it without a space.
    pub fn glued(&self, i: usize) -> bool {
        self.is(i, Class::GLUED)
    }

    pub fn word(&self, i: usize) -> &'static Word {
        if self.has(i) { self.reading.word(i) } else { Token::NONE.word() }
    }

    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.reading.span(tokens)
    }

    /// A hyphen or dash with words on both sides and no space: "six-mile".
    pub fn hyphen(&self, i: usize) -> bool {
        self.is(i, Class::DASH) && self.glued(i) && self.glued(i + 1)
    }

    /// A word that carries meaning: no function word, no number.
    pub fn content(&self, i: usize) -> bool {
        let class = self.class(i);
        class.any(Class::WORD) && !class.any(Class::FUNCTION)
    }

    /// Whether the word at `i` plays one of these parts.
    pub fn plays(&self, i: usize, role: Role) -> bool {
        Role::of(self.lower(i)).any(role)
    }

    /// Whether these words stand at `i`, one a token.
    pub fn reads(&self, i: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(k, word)| self.lower(i + k) == *word)
    }

    /// Whether one of the `reach` tokens before `i` is one of these words.
    pub fn before(&self, i: usize, reach: usize, test: impl Fn(&str) -> bool) -> bool {
        (i.saturating_sub(reach).max(self.start)..i).any(|at| test(self.lower(at)))
    }
}
