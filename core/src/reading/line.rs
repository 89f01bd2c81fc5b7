//! Lines and blocks.

use super::Token;
use crate::Span;
use std::ops::Range;

/// One line of the text, without its line break.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its place; leading and trailing space included.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
}

impl Line {
    /// Whether it holds nothing but space (a no-break space is space).
    #[must_use]
    pub const fn is_blank(&self) -> bool {
        self.tokens.start >= self.tokens.end
    }
}

/// All lines of `text`; `\n`, `\r\n` and a lone `\r` end one.
pub(super) fn lines(text: &str, tokens: &[Token]) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut start, mut token) = (0, 0);
    let mut close = |start: usize, end: usize| {
        let first = token;
        while tokens.get(token).is_some_and(|t| (t.start as usize) < end) {
            token += 1;
        }
        lines.push(Line { span: Span::new(start as u32, end as u32), tokens: first..token });
    };
    let bytes = text.as_bytes();
    for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        if at < start {
            continue;
        }
        close(start, at);
        start = at + 1 + usize::from(bytes.get(at) == Some(&b'\r') && bytes.get(at + 1) == Some(&b'\n'));
    }
    if start < bytes.len() {
        close(start, bytes.len());
    }
    lines
}

/// Runs of lines without a blank one between them.
pub(super) fn blocks(lines: &[Line]) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    for (i, _) in lines.iter().enumerate().filter(|(_, line)| !line.is_blank()) {
        match blocks.last_mut() {
            Some(block) if block.end == i => block.end = i + 1,
            _ => blocks.push(i..i + 1),
        }
    }
    blocks
}
