//! Which column of a list is what, and what its cells say.

use super::{Letter, letter};
use crate::domain;
use copydesk_core::lang::en::lexicon::{WordTable, entries};
use std::sync::LazyLock;

/// The columns that a row is kept with, in the order of its cells.
pub const KEPT: [&str; 7] = ["name", "grade", "score", "class", "note", "url", "asof"];

/// Names of columns, each with the column that it is.
static NAMES: LazyLock<WordTable<&'static str>> = LazyLock::new(|| {
    let lines = entries(include_str!("../words/columns.txt")).filter_map(|line| line.split_once(": "));
    lines.flat_map(|(column, names)| names.split_ascii_whitespace().map(move |name| (name, column))).collect()
});

static CLASSES: LazyLock<WordTable<Letter>> = LazyLock::new(|| {
    let lines = entries(include_str!("../words/classes.txt")).filter_map(|line| line.split_once(' '));
    lines.filter_map(|(grade, class)| Some((class, letter(grade)?))).collect()
});

/// The columns of a list, by place.
pub struct Columns(Vec<Option<&'static str>>);

impl Columns {
    /// The columns that the first row names; none where it is no header.
    pub fn named(header: &[String]) -> Option<Self> {
        let mut columns: Vec<Option<&'static str>> = Vec::new();
        for cell in header {
            let plain: String = cell.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
            // Of two columns of one kind the first counts: "score" before another's "rating".
            let column = NAMES.get(plain.as_str()).copied().filter(|column| !columns.contains(&Some(column)));
            columns.push(column);
        }
        let has = |column| columns.contains(&Some(column));
        // "Media company, Main assets, URL, Typology": the outlet is told by its name and its address.
        let told = has("match") || has("name") || has("url");
        let rated = ["grade", "score", "class", "note"].into_iter().any(has);
        (told && (rated || has("match"))).then_some(Self(columns))
    }

    /// The columns of a list without a header, as its first row looks.
    pub fn guessed(first: &[String]) -> Self {
        let mut columns: Vec<Option<&'static str>> = Vec::new();
        for cell in first {
            let is = match cell.trim() {
                _ if columns.is_empty() => "match",
                "domain" | "name" | "class" => "kind",
                cell if letter(cell).is_some() => "grade",
                cell if is_number(cell) => "score",
                cell if cell.starts_with("http") => "url",
                cell if is_day(cell) => "asof",
                _ if !columns.contains(&Some("class")) => "class",
                _ => "note",
            };
            columns.push(Some(is).filter(|column| !columns.contains(&Some(column))));
        }
        Self(columns)
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// The cell of a column in a row.
    pub fn cell<'c>(&self, row: &'c [String], column: &str) -> Option<&'c str> {
        let at = self.0.iter().position(|known| *known == Some(column))?;
        row.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }
}

/// Whether a cell is a decimal number.
pub fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    !digits.is_empty() && digits != "." && is(whole) && is(part)
}

/// "2031", "2031-05", "2031-05-06"
fn is_day(cell: &str) -> bool {
    let mut parts = cell.split('-');
    let year = parts.next().is_some_and(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
    year && cell.len() > 4 && parts.all(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()))
}

/// What the cell that a row is told by is: a domain where it has the form of one.
pub fn as_domain(cell: &str) -> Option<String> {
    domain::host(cell)
}

/// The letter that a score or a class stands for, where the list gives none. A score between 0 and 1 or between 0 and 100 is cut into five
/// equal parts.
pub fn grade(score: Option<&str>, class: Option<&str>) -> Option<Letter> {
    let known = class.and_then(|class| CLASSES.get(class.to_lowercase().trim()).copied());
    known.or_else(|| score.and_then(of_score))
}

/// The score's fifth. Told by its digits: a score is never a binary float.
fn of_score(score: &str) -> Option<Letter> {
    if !is_number(score) || score.starts_with('-') {
        return None;
    }
    let (whole, part) = score.split_once('.').unwrap_or((score, ""));
    let whole: u64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let hundredths = |digits: usize| -> u64 {
        let two = part.chars().chain("00".chars()).take(digits).collect::<String>();
        two.parse().unwrap_or(0)
    };
    // "0.73" and "73", but 1 alone may be all or a hundredth: with a decimal point it is all.
    let percent = match whole {
        0 if score.contains('.') => hundredths(2),
        1 if score.contains('.') && part.bytes().all(|b| b == b'0') => 100,
        whole if whole > 1 && whole <= 100 => whole,
        _ => return None,
    };
    Some(match percent {
        80.. => Letter::A,
        60.. => Letter::B,
        40.. => Letter::C,
        20.. => Letter::D,
        _ => Letter::E,
    })
}
