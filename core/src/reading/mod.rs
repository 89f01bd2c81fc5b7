//! How an article is read: once, into tokens, lines, blocks and sentences that every plugin shares.

mod class;
mod line;
mod sentence;
mod token;

pub use class::Class;
pub use line::Line;
pub use sentence::Sentence;
pub use token::Token;

use crate::lang::{self, Term, lexicon::Word};
use crate::{Document, Evidence, Markup, Meta, Place, Span, record};
use smol_str::SmolStr;
use std::ops::Range;

/// One document, read. It never changes; all offsets are UTF-8 bytes into the text exactly as given.
///
/// Tokens are addressed by their number. An index beyond either end is answered with [`Token::NONE`] or an empty
/// word, so that a grammar may look ahead and behind without checks.
///
/// ```
/// use copydesk_core::{Article, Class, Reading};
/// let article = Article::new("a", "Talks began on Nov. 12. They ended a day later.");
/// let reading = Reading::new(&article).unwrap();
/// let month = reading.with(Class::MONTH)[0] as usize;
/// assert_eq!(reading.lower(month), "nov");
/// assert_eq!(reading.word(month).month, 11);
/// assert_eq!(reading.slice(reading.span(month..month + 3)), "Nov. 12");
/// assert_eq!(reading.sentences().len(), 2);
/// ```
pub struct Reading<'a> {
    document: &'a dyn Document,
    text: &'a str,
    lower: String,
    tokens: Vec<Token>,
    lines: Vec<Line>,
    blocks: Vec<Range<usize>>,
    sentences: Vec<Sentence>,
    index: [Vec<u32>; Class::INDEXED],
    language: Option<String>,
    fingerprint: u64,
}

/// The text is longer than offsets of 32 bits can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text has {0} bytes; a document may have at most {max}", max = Reading::LONGEST)]
pub struct TooLong(pub usize);

impl<'a> Reading<'a> {
    /// The longest text that is read, in bytes.
    pub const LONGEST: usize = 1 << 30;

    /// Reads a document: tokens, lines, blocks, sentences, language.
    ///
    /// # Errors
    /// [`TooLong`] for a text of more than [`Reading::LONGEST`] bytes.
    pub fn new(document: &'a dyn Document) -> Result<Self, TooLong> {
        let text = document.text();
        if text.len() > Self::LONGEST {
            return Err(TooLong(text.len()));
        }
        let lower = text.to_ascii_lowercase();
        let tokens = token::cut(text, &lower);
        let lines = line::lines(text, &tokens);
        let blocks = line::blocks(&lines);
        let sentences = sentence::sentences(text, &lower, &tokens, &lines, &blocks);
        let mut index: [Vec<u32>; Class::INDEXED] = Default::default();
        for (i, token) in tokens.iter().enumerate() {
            for bit in token.class.indexed() {
                if let Some(places) = index.get_mut(bit) {
                    places.push(i as u32);
                }
            }
        }
        let mut reading = Self {
            document,
            text,
            lower,
            tokens,
            lines,
            blocks,
            sentences,
            index,
            language: None,
            fingerprint: record::fingerprint(text),
        };
        let given = document.meta().language.as_deref().map(lang::primary);
        // Templates state their own language: clear words count more.
        reading.language = given.or_else(|| lang::detect(&reading)).or_else(|| lang::stated(document));
        Ok(reading)
    }

    /// The document's id.
    #[must_use]
    pub fn id(&self) -> &'a str {
        self.document.id()
    }

    /// The text as given.
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// A hash of the text, by which findings are told from those in other texts.
    #[must_use]
    pub const fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// What was given with the text.
    #[must_use]
    pub fn meta(&self) -> &'a Meta {
        self.document.meta()
    }

    /// What the markup says, where the text was read from a page.
    #[must_use]
    pub fn markup(&self) -> Option<&'a Markup> {
        self.document.markup()
    }

    /// The primary language subtag ("en"), as given, as detected, or as the page states it where the text is too short to tell.
    #[must_use]
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// All tokens.
    #[must_use]
    #[inline]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The token of that number, [`Token::NONE`] beyond the ends.
    #[must_use]
    #[inline]
    pub fn token(&self, i: usize) -> Token {
        self.tokens.get(i).copied().unwrap_or(Token::NONE)
    }

    /// The token's classes.
    #[must_use]
    #[inline]
    pub fn class(&self, i: usize) -> Class {
        self.token(i).class
    }

    /// Whether the token has one of these classes.
    #[must_use]
    #[inline]
    pub fn is(&self, i: usize, class: Class) -> bool {
        self.class(i).any(class)
    }

    /// Whether the token follows the one before it without a space.
    #[must_use]
    #[inline]
    pub fn glued(&self, i: usize) -> bool {
        self.class(i).any(Class::GLUED)
    }

    /// What the token is to the grammar of time.
    #[must_use]
    #[inline]
    pub fn term(&self, i: usize) -> Term {
        self.token(i).term()
    }

    /// What the lexicon knows of the token.
    #[must_use]
    #[inline]
    pub fn word(&self, i: usize) -> &'static Word {
        self.token(i).word()
    }

    /// The token's characters with ASCII letters in lower case; empty beyond the ends.
    #[must_use]
    #[inline]
    pub fn lower(&self, i: usize) -> &str {
        self.token(i).span().slice(&self.lower)
    }

    /// The token's characters as they stand.
    #[must_use]
    #[inline]
    pub fn raw(&self, i: usize) -> &'a str {
        self.token(i).span().slice(self.text)
    }

    /// The tokens that have this class (one class that is indexed: those from [`Class::MONTH`] to [`Class::NUMERIC`]), in order.
    #[must_use]
    pub fn with(&self, class: Class) -> &[u32] {
        class.indexed().next().and_then(|bit| self.index.get(bit)).map_or(&[], Vec::as_slice)
    }

    /// From the first to the last of these tokens; empty for no tokens.
    #[must_use]
    pub fn span(&self, tokens: Range<usize>) -> Span {
        if tokens.is_empty() {
            let at = self.tokens.get(tokens.start).map_or(self.text.len() as u32, |t| t.start);
            return Span::new(at, at);
        }
        self.token(tokens.start).span().to(self.token(tokens.end.min(self.tokens.len()) - 1).span())
    }

    /// The words in a span.
    #[must_use]
    #[inline]
    pub fn slice(&self, span: Span) -> &'a str {
        span.slice(self.text)
    }

    /// The words in a span, ASCII letters in lower case.
    #[must_use]
    pub fn slice_lower(&self, span: Span) -> &str {
        span.slice(&self.lower)
    }

    /// A span with its words.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        Place { start: span.start, end: span.end, text: self.slice(span).to_owned() }
    }

    /// The tokens that lie in a span, those that it cuts included.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|t| t.end <= span.start);
        let last = self.tokens.partition_point(|t| t.start < span.end);
        first..last.max(first)
    }

    /// All lines.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The number of the line (from 0) that holds this byte.
    #[must_use]
    pub fn line_at(&self, at: u32) -> usize {
        self.lines.partition_point(|line| line.span.start <= at).saturating_sub(1)
    }

    /// Runs of lines without a blank line between them, as ranges of line numbers.
    #[must_use]
    pub fn blocks(&self) -> &[Range<usize>] {
        &self.blocks
    }

    /// All sentences, in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The number of the sentence that holds this byte, or of the last one before it.
    #[must_use]
    pub fn sentence_at(&self, at: u32) -> usize {
        self.sentences.partition_point(|sentence| sentence.span.start <= at).saturating_sub(1)
    }

    /// A place in this document as evidence that may outlive it. `role` says what it is evidence of.
    #[must_use]
    pub fn cite(&self, span: Span, role: impl Into<SmolStr>) -> Evidence {
        Evidence {
            document: self.id().into(),
            start: Some(span.start),
            end: Some(span.end),
            text: self.slice(span).into(),
            role: role.into(),
            line: self.line_at(span.start) as u32 + 1,
        }
    }

    /// Evidence that has no place in the text: what was given from outside.
    #[must_use]
    pub fn cite_given(&self, text: impl Into<SmolStr>, role: impl Into<SmolStr>) -> Evidence {
        Evidence { document: self.id().into(), start: None, end: None, text: text.into(), role: role.into(), line: 0 }
    }
}
