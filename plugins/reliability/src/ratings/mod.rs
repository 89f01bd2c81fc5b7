//! Ratings that a user trusts: lists of outlets, each row with a domain, a name or a class, and what the list says of it.
//!
//! A list may be a hundred megabytes: what is kept of a row is a hash of what it matches, the line that it stands on, and its few cells,
//! one behind the other in one buffer. A hit names file and line, so that the rest can be looked up there.

mod columns;
mod cutter;
mod reading;
mod rows;

pub(crate) use cutter::Cutter;
pub use reading::Fault;
pub(crate) use rows::{Row, Rows};

use crate::domain;
use crate::name::folded;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// An outlet, by its domain.
    Domain,
    /// An outlet, an agency or a source, by its name.
    Name,
    /// All outlets of a class in the table of state media: "state-controlled".
    Class,
}

/// The reliability of a source on NATO's scale (AJP-2.1): how often what came from it turned out so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Letter {
    /// Completely reliable.
    A,
    /// Usually reliable.
    B,
    /// Fairly reliable.
    C,
    /// Not usually reliable.
    D,
    /// Unreliable.
    E,
    /// Reliability cannot be judged.
    F,
}

/// A row that was hit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Rating {
    /// The list, as it was named on the command line.
    pub file: String,
    /// The line in it, from 1.
    pub line: u32,
    /// What the row is about.
    pub kind: Kind,
    /// The domain, name or class that hit it.
    pub matched: String,
    /// The name that the list gives.
    pub name: Option<String>,
    /// Its grade on the Admiralty scale, as the list gives it or as the rule `admiralty` reads a score or a class.
    pub grade: Option<Letter>,
    /// Its score, as it stands.
    pub score: Option<String>,
    /// Its class, as it stands: "generally reliable".
    pub class: Option<String>,
    /// Its note.
    pub note: Option<String>,
    /// Where the list explains it.
    pub url: Option<String>,
    /// The day for which it holds.
    pub asof: Option<String>,
}

impl Rating {
    /// The list and the line: "ratings.csv:12".
    #[must_use]
    pub fn place(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }
}

/// What is kept of a row: 16 bytes, so that three million rows are 50 MB.
#[derive(Clone, Copy)]
struct Entry {
    /// The hash of what it matches.
    key: u64,
    /// Where its cells begin. Grows with every row, so that of two rows with one key the greater is the later.
    at: u32,
    line: u32,
}

/// All lists. A later row wins over an earlier one, a later file over an earlier one.
#[derive(Default)]
pub struct Ratings {
    files: Vec<String>,
    /// Sorted by key, of one key the latest only, once [`Ratings::settle`] has run.
    rows: Vec<Entry>,
    /// The cells of all rows: see [`Ratings::rating`].
    cells: Vec<u8>,
}

/// Between the cells of a row: the ASCII character for it, which no list has.
const BETWEEN: u8 = 0x1f;
/// Behind the last.
const BEHIND: u8 = 0x1e;

impl Ratings {
    /// Whether there is no row at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many different domains, names and classes are rated.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many bytes they take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.rows.len() * size_of::<Entry>() + self.cells.len()
    }

    /// The rating of the narrowest part of this host that has one.
    #[must_use]
    pub fn of_domain(&self, host: &str) -> Option<Rating> {
        domain::widening(host).find_map(|part| self.rating(Kind::Domain, part))
    }

    /// The rating of this name.
    #[must_use]
    pub fn of_name(&self, name: &str) -> Option<Rating> {
        self.rating(Kind::Name, &folded(name))
    }

    /// The rating of a class.
    #[must_use]
    pub fn of_class(&self, class: &str) -> Option<Rating> {
        self.rating(Kind::Class, class)
    }

    fn rating(&self, kind: Kind, matched: &str) -> Option<Rating> {
        let key = key(kind, matched);
        let row = self.rows.get(self.rows.binary_search_by_key(&key, |row| row.key).ok()?)?;
        let cells = self.cells.get(row.at as usize..)?;
        let end = cells.iter().position(|b| *b == BEHIND)?;
        let cells = std::str::from_utf8(cells.get(..end)?).ok()?;
        let mut cells = cells.split(char::from(BETWEEN));
        let file = self.files.get(cells.next()?.parse::<usize>().ok()?)?.clone();
        let mut next = || cells.next().filter(|cell| !cell.is_empty()).map(str::to_owned);
        let mut rating = Rating {
            file,
            line: row.line,
            kind,
            matched: matched.to_owned(),
            name: next(),
            grade: next().and_then(|cell| letter(&cell)),
            score: next(),
            class: next(),
            note: next(),
            url: next(),
            asof: next(),
        };
        rating.grade = rating.grade.or_else(|| columns::grade(rating.score.as_deref(), rating.class.as_deref()));
        Some(rating)
    }
}

fn key(kind: Kind, matched: &str) -> u64 {
    let mark = match kind {
        Kind::Domain => 'd',
        Kind::Name => 'n',
        Kind::Class => 'c',
    };
    xxh3_64(format!("{mark}{matched}").as_bytes())
}

fn letter(cell: &str) -> Option<Letter> {
    Some(match cell {
        "A" | "a" => Letter::A,
        "B" | "b" => Letter::B,
        "C" | "c" => Letter::C,
        "D" | "d" => Letter::D,
        "E" | "e" => Letter::E,
        "F" | "f" => Letter::F,
        _ => return None,
    })
}
