//! Reads a list.

use super::columns::{self, Columns, KEPT};
use super::cutter::{Cutter, MOST_CELLS};
use super::rows::{Row, Rows};
use super::{BEHIND, BETWEEN, Entry, Kind, Ratings, key, letter};
use crate::name::folded;
use std::fmt;
use std::io::{self, BufRead};

/// More of a cell is not kept: the line says where the rest is.
const LONGEST_CELL: usize = 240;

/// Something that is wrong with one line of a list. The others are used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The list.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// What is wrong.
    pub what: String,
    /// Whether the line could not be used; otherwise it is only odd.
    pub lost: bool,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

impl Ratings {
    /// Reads a list. What is wrong with a line is handed to `report`, and the next one is read.
    ///
    /// # Errors
    /// Where `from` can't be read.
    pub fn read(&mut self, file: &str, from: impl BufRead, mut report: impl FnMut(Fault)) -> io::Result<()> {
        let mut rows = Rows::new(from);
        let mut cutter = Cutter::default();
        let number = self.files.len();
        self.files.push(file.to_owned());
        let (mut columns, mut headed): (Option<Columns>, bool) = (None, false);
        let mut fault = |line, what: String, lost| report(Fault { file: file.to_owned(), line, what, lost });
        // How many rows fit before they are sorted and cut to the latest of each key: a list that repeats itself stays small.
        let mut room = self.rows.len().max(1 << 16) * 2;
        while let Some(row) = rows.next()? {
            let (line, bytes) = match row {
                Row::Sound(line, bytes) => (line, bytes),
                Row::Unsound(line, why) => {
                    fault(line, why.to_owned(), true);
                    continue;
                }
            };
            let Some(text) = std::str::from_utf8(&bytes).ok().filter(|text| !text.contains('\0')) else {
                fault(line, "the line is no UTF-8 text".to_owned(), true);
                continue;
            };
            let first = columns.is_none();
            let columns = match &columns {
                // "Our list of outlets", and the header below it: one cell without a header tells no columns.
                Some(columns) if headed || columns.len() > 1 => {
                    cutter.cut(text);
                    columns
                }
                _ => {
                    cutter.separate(text);
                    cutter.cut(text);
                    let named = Columns::named(cutter.cells());
                    headed = named.is_some();
                    let known = columns.insert(named.unwrap_or_else(|| Columns::guessed(cutter.cells())));
                    if headed {
                        continue;
                    }
                    if first {
                        fault(line, "no header: the columns are told by the first row".to_owned(), false);
                    }
                    known
                }
            };
            if cutter.cells().len() > MOST_CELLS || cutter.cells().len() > columns.len() && columns.len() > 1 {
                let (many, few) = (cutter.cells().len(), columns.len());
                fault(line, format!("{many} cells, where the first row has {few}"), true);
                continue;
            }
            match self.row(columns, cutter.cells(), line, number) {
                Ok(()) => {}
                Err(why) => fault(line, why, true),
            }
            if self.rows.len() > room {
                self.settle(number, &mut |line, what| fault(line, what, false));
                room = self.rows.len().max(1 << 16) * 2;
            }
        }
        self.settle(number, &mut |line, what| fault(line, what, false));
        self.rows.shrink_to_fit();
        Ok(())
    }

    /// Takes in one row.
    fn row(&mut self, columns: &Columns, cells: &[String], line: u32, file: usize) -> Result<(), String> {
        let cell = |column: &str| columns.cell(cells, column);
        let told = cell("match").or_else(|| cell("name"));
        let address = if cell("match").is_some() { None } else { cell("url").and_then(columns::as_domain) };
        let Some(told) = told.or(address.as_deref()) else {
            return Err("no domain, name or class to match".to_owned());
        };
        let kind = match cell("kind").map(str::to_lowercase).as_deref() {
            Some("domain") => Some(Kind::Domain),
            Some("name") => Some(Kind::Name),
            Some("class") => Some(Kind::Class),
            // What other lists call a type is none of ours.
            _ => None,
        };
        if let Some(grade) = cell("grade").filter(|grade| letter(grade).is_none()) {
            return Err(format!("the grade is “{}”, not a letter from A to F", cut(grade)));
        }
        // "0,73", as lists with semicolons have it.
        let score = cell("score").map(|score| score.replace(',', "."));
        if let Some(score) = score.as_deref().filter(|score| !columns::is_number(score)) {
            return Err(format!("the score is “{}”, not a number", cut(score)));
        }
        let rated = ["grade", "score", "class", "note"].into_iter().any(|column| cell(column).is_some());
        if !rated {
            return Err("nothing is said of it".to_owned());
        }
        let mut keys = Vec::new();
        match kind {
            Some(Kind::Class) => keys.push(key(Kind::Class, &told.to_lowercase())),
            Some(Kind::Name) => keys.push(key(Kind::Name, &folded(told))),
            Some(Kind::Domain) => {
                let host = columns::as_domain(told).ok_or_else(|| format!("“{}” is no domain", cut(told)))?;
                keys.push(key(Kind::Domain, &host));
            }
            None => match columns::as_domain(told) {
                Some(host) => keys.push(key(Kind::Domain, &host)),
                None if folded(told).is_empty() => return Err(format!("“{}” is no domain and no name", cut(told))),
                None => keys.push(key(Kind::Name, &folded(told))),
            },
        }
        if let Some(host) = address {
            keys.push(key(Kind::Domain, &host));
        }
        let Ok(at) = u32::try_from(self.cells.len()) else { return Err("the lists are too large".to_owned()) };
        self.cells.extend(file.to_string().as_bytes());
        for column in KEPT {
            self.cells.push(BETWEEN);
            let cell = if column == "score" { score.as_deref() } else { cell(column) };
            let kept = cut(cell.unwrap_or_default());
            self.cells.extend(kept.bytes().filter(|b| !matches!(*b, BETWEEN | BEHIND)));
        }
        self.cells.push(BEHIND);
        self.rows.extend(keys.into_iter().map(|key| Entry { key, at, line }));
        Ok(())
    }

    /// Sorts the rows and keeps of each key the latest.
    fn settle(&mut self, file: usize, report: &mut impl FnMut(u32, String)) {
        self.rows.sort_unstable_by_key(|row| (row.key, row.at));
        let mark = [file.to_string().as_bytes(), &[BETWEEN]].concat();
        let cells = &self.cells;
        let here = |row: &Entry| cells.get(row.at as usize..).is_some_and(|cells| cells.starts_with(&mark));
        self.rows.dedup_by(|later, kept| {
            if later.key != kept.key {
                return false;
            }
            if here(kept) && here(later) {
                report(later.line, format!("rated before on line {}: the later row counts", kept.line));
            }
            *kept = *later;
            true
        });
    }
}

/// At most so much of a cell as is kept.
fn cut(cell: &str) -> &str {
    let mut end = cell.len().min(LONGEST_CELL);
    while !cell.is_char_boundary(end) {
        end -= 1;
    }
    cell.get(..end).unwrap_or_default()
}
