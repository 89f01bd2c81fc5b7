//! The rows of a list, as bytes: one line, or several where a cell in quotation marks runs on.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read};

/// A line of more bytes is no row of a list; reading it whole would cost memory without bound.
const LONGEST_LINE: usize = 64 * 1024;
/// A cell in quotation marks may run over so many lines more. A mark that is open for longer was never closed, and would swallow the rest
/// of the list.
const LONGEST_ROW: usize = 16;
/// A byte-order mark, as some spreadsheets write in front of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// A row with the number of its first line.
pub enum Row {
    /// The bytes of a row, with a line's end behind them.
    Sound(u32, Vec<u8>),
    /// Why the line is no row. Those behind it are read on.
    Unsound(u32, &'static str),
}

/// The rows of a list.
pub struct Rows<R> {
    from: R,
    /// Lines that stand behind a mark that nothing closes, and are read as rows of their own.
    ahead: VecDeque<Vec<u8>>,
    line: u32,
}

impl<R: BufRead> Rows<R> {
    /// The rows of this list.
    pub fn new(from: R) -> Self {
        Self { from, ahead: VecDeque::new(), line: 0 }
    }

    /// The next row that is not blank.
    pub fn next(&mut self) -> io::Result<Option<Row>> {
        loop {
            let number = self.line + 1;
            let Some(line) = self.take_line()? else { return Ok(None) };
            self.line += 1;
            let Some(mut line) = line else { return Ok(Some(Row::Unsound(number, "the line is too long"))) };
            if number == 1 && line.starts_with(MARK) {
                line.drain(..MARK.len());
            }
            if line.trim_ascii().is_empty() {
                continue;
            }
            return self.whole(number, line).map(Some);
        }
    }

    /// The row that begins with this line.
    fn whole(&mut self, number: u32, mut row: Vec<u8>) -> io::Result<Row> {
        if is_even(&row) {
            return Ok(Row::Sound(number, row));
        }
        let mut lines = Vec::new();
        while lines.len() < LONGEST_ROW {
            let Some(line) = self.take_line()? else { break };
            let line = line.unwrap_or_else(|| b"\n".to_vec());
            let closes = !is_even(&line);
            lines.push(line);
            if closes {
                self.line += lines.len() as u32;
                row.extend(lines.into_iter().flatten());
                return Ok(Row::Sound(number, row));
            }
        }
        for line in lines.into_iter().rev() {
            self.ahead.push_front(line);
        }
        Ok(Row::Unsound(number, "a quotation mark is never closed"))
    }

    /// The next line; an inner `None` for one that is too long.
    fn take_line(&mut self) -> io::Result<Option<Option<Vec<u8>>>> {
        if let Some(line) = self.ahead.pop_front() {
            return Ok(Some(Some(line)));
        }
        let mut line = Vec::new();
        (&mut self.from).take(LONGEST_LINE as u64).read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Ok(None);
        }
        if line.ends_with(b"\n") {
            return Ok(Some(Some(line)));
        }
        if line.len() < LONGEST_LINE {
            line.push(b'\n');
            return Ok(Some(Some(line)));
        }
        loop {
            let rest = self.from.fill_buf()?;
            let end = rest.iter().position(|b| *b == b'\n');
            let length = end.map_or(rest.len(), |at| at + 1);
            let done = end.is_some() || rest.is_empty();
            self.from.consume(length);
            if done {
                return Ok(Some(None));
            }
        }
    }
}

/// Whether each quotation mark in these bytes is closed.
fn is_even(bytes: &[u8]) -> bool {
    bytes.iter().filter(|b| **b == b'"').count() % 2 == 0
}
