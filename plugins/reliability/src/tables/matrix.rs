//! The State Media Matrix, with our corrections laid over it.

use super::Hold;
use crate::ratings::{Cutter, Row, Rows};
use copydesk_core::lang::en::acronym::is_acronym;
use copydesk_core::lang::en::lexicon::entries;
use std::collections::HashMap;

/// Acronyms in brackets behind a name have so many letters or more: "(KCTV)".
const SHORTEST: usize = 3;

/// A row of the matrix.
pub struct Outlet {
    /// "Main assets".
    pub asset: String,
    /// "Media company".
    pub company: String,
    pub country: String,
    pub url: String,
    pub hold: Option<Hold>,
}

/// Every row that names an outlet.
pub fn outlets() -> Vec<Outlet> {
    let mut cutter = Cutter::default();
    let mut rows = Rows::new(include_str!("state_media_matrix.csv").as_bytes());
    let corrections = corrections();
    let mut header: Vec<String> = Vec::new();
    let mut outlets = Vec::new();
    while let Ok(Some(row)) = rows.next() {
        let Row::Sound(_, bytes) = row else { continue };
        let cells = cutter.cut(&String::from_utf8_lossy(&bytes)).to_vec();
        if header.is_empty() {
            header = cells;
            continue;
        }
        let cell = |name: &str| {
            let at = header.iter().position(|known| known == name);
            at.and_then(|at| cells.get(at)).map(|cell| cell.trim()).unwrap_or_default()
        };
        let asset = cell("Main assets");
        let corrected = |name: &'static str| {
            let correction = corrections.get(&(asset, name)).filter(|(old, _)| *old == cell(name));
            correction.map_or_else(|| cell(name), |(_, new)| *new).to_owned()
        };
        if !asset.is_empty() {
            outlets.push(Outlet {
                asset: corrected("Main assets"),
                company: cell("Media company").to_owned(),
                country: cell("Country").to_owned(),
                url: corrected("URL"),
                hold: Hold::of(&corrected("Typology")),
            });
        }
    }
    outlets
}

/// What `corrections.txt` says: outlet and column, the value that stands there, the value that should.
fn corrections() -> HashMap<(&'static str, &'static str), (&'static str, &'static str)> {
    let lines = entries(include_str!("corrections.txt"));
    let cells = lines.map(|line| line.split('|').map(str::trim).collect::<Vec<_>>());
    let parts = cells.filter_map(|cells| match cells.as_slice() {
        [asset, column, old, new, _] => Some(((*asset, *column), (*old, *new))),
        _ => None,
    });
    parts.collect()
}

/// The names that a row has for its outlet, the plainest first: "News agency: Xinhua" is "Xinhua", "Korean Central Television (KCTV)" goes by
/// both; a company of one outlet's name goes by that.
pub fn names(outlet: &Outlet) -> Vec<String> {
    let mut names = Vec::new();
    for whole in [&outlet.asset, &outlet.company] {
        // "Print media: Orbe", but not "UA:First".
        let bare = whole.rsplit_once(": ").map_or(whole.as_str(), |(_, bare)| bare);
        let (name, rest) = bare.split_once('(').unwrap_or((bare, ""));
        let name = name.trim().trim_end_matches('*').trim();
        if !name.is_empty() {
            names.push(name.to_owned());
        }
        let inside = rest.split_once(')').map_or("", |(inside, _)| inside).trim();
        let acronym = inside.len() >= SHORTEST && is_acronym(inside);
        let called =
            inside.split(' ').count() > 1 && inside.split(' ').all(|word| word.starts_with(char::is_uppercase));
        if acronym || called {
            names.push(inside.to_owned());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_correction_has_something_to_correct() {
        let text = include_str!("state_media_matrix.csv");
        let corrections = corrections();
        assert_eq!(corrections.len(), entries(include_str!("corrections.txt")).count(), "each line has five cells");
        for ((asset, column), (old, new)) in corrections {
            assert!(text.lines().any(|line| line.contains(asset) && line.contains(old)), "{asset} | {column}");
            assert_ne!(old, new, "{asset}");
        }
    }

    #[test]
    fn the_whole_matrix_is_read() {
        let outlets = outlets();
        // 1,157 rows, of which one is empty.
        assert_eq!(outlets.len(), 1156);
        assert!(outlets.iter().all(|outlet| outlet.hold.is_some()));
        assert!(outlets.iter().all(|outlet| !names(outlet).is_empty()));
    }
}
