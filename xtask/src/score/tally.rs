//! Counts, and the table made of them.

use std::fmt::Write as _;

/// The counts of one kind.
pub struct Tally {
    pub kind: &'static str,
    /// Items that must be found.
    pub gold: u64,
    /// Findings that count.
    pub findings: u64,
    /// Found in the right place.
    pub found: u64,
    /// And with right data.
    pub right: u64,
    /// Traps, and how many were walked into.
    pub traps: u64,
    pub sprung: u64,
    /// Whether whatever else is found is wrong.
    pub complete: bool,
    errors: Vec<String>,
}

impl Tally {
    pub const fn new(kind: &'static str) -> Self {
        Self { kind, gold: 0, findings: 0, found: 0, right: 0, traps: 0, sprung: 0, complete: true, errors: Vec::new() }
    }

    /// Keeps an error for `--errors`.
    pub fn error(&mut self, class: &str, document: &str, text: &str, more: &str) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.errors.push(format!("{class:<8} {document:<28} “{text}” {more}"));
    }

    /// The errors, a line each, by class.
    pub fn errors(&self) -> String {
        let mut lines = self.errors.clone();
        lines.sort();
        lines.iter().map(|line| format!("{line}\n")).collect()
    }

    fn row(&self) -> String {
        let measures = |hits: u64| {
            let precision = percent(hits, self.findings).filter(|_| self.complete);
            let recall = percent(hits, self.gold);
            let both = percent(2 * hits, self.findings + self.gold).filter(|_| self.complete);
            [precision, recall, both].map(|share| share.unwrap_or_else(|| "–".to_owned())).join(" | ")
        };
        let traps = if self.traps == 0 { "–".to_owned() } else { format!("{} of {}", self.sprung, self.traps) };
        format!("| {} | {} | {} | {} | {traps} |", self.kind, self.gold, measures(self.found), measures(self.right))
    }
}

/// One decimal, by whole numbers: the same on every machine.
pub fn percent(part: u64, whole: u64) -> Option<String> {
    let thousandths = (part * 2000 + whole).checked_div(2 * whole)?;
    Some(format!("{}.{}", thousandths / 10, thousandths % 10))
}

/// The page.
pub fn table(tallies: &[Tally]) -> String {
    let mut page = "# What this build finds in the seeds\n\n\
        Made by `cargo xtask score`; the rules are those of `README.md`. In per cent: precision, recall and F1 of what is found in its place, then of what is found with\n\
        right data. `zone` counts bytes. Traps are places where nothing must be found, with those walked into.\n\n\
        | kind | gold | found P | R | F1 | right P | R | F1 | traps |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|\n"
        .to_owned();
    for tally in tallies {
        let _ = writeln!(page, "{}", tally.row());
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_half_up() {
        assert_eq!(percent(1, 3).as_deref(), Some("33.3"));
        assert_eq!(percent(2, 3).as_deref(), Some("66.7"));
        assert_eq!(percent(3, 3).as_deref(), Some("100.0"));
        assert_eq!(percent(0, 0), None);
    }

    #[test]
    fn a_row_says_what_is_known() {
        let mut tally = Tally { gold: 4, findings: 5, found: 3, right: 2, traps: 2, ..Tally::new("date") };
        assert_eq!(tally.row(), "| date | 4 | 60.0 | 75.0 | 66.7 | 40.0 | 50.0 | 44.4 | 0 of 2 |");
        tally.complete = false;
        assert_eq!(tally.row(), "| date | 4 | – | 75.0 | – | – | 50.0 | – | 0 of 2 |");
    }
}
