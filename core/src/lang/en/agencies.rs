//! News agencies and state media: one list for all who meet them, in credits, as speakers and as names.

use super::lexicon::entries;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A news agency.
    Wire,
    /// A news agency that a state controls.
    State,
    /// State media that are no agency: a broadcaster, a newspaper.
    Outlet,
}

/// A news agency, or an outlet that a state controls.
#[derive(Debug)]
pub struct Agency {
    /// The name under which it is filed.
    pub name: &'static str,
    /// What it is.
    pub kind: Kind,
    /// Whether its names of one word count in running text; all do where a credit may stand.
    pub prose: bool,
    /// Its other names.
    pub others: Vec<&'static str>,
}

impl Agency {
    /// Whether it sends its copy to others.
    #[must_use]
    pub fn is_wire(&self) -> bool {
        self.kind != Kind::Outlet
    }

    /// Its names that count in running text.
    pub fn names_in_prose(&self) -> impl Iterator<Item = &'static str> {
        let prose = self.prose;
        std::iter::once(self.name).chain(self.others.iter().copied()).filter(move |name| prose || name.contains(' '))
    }
}

static AGENCIES: LazyLock<Vec<Agency>> = LazyLock::new(|| {
    let lines = entries(include_str!("words/agencies.txt")).map(|line| {
        let mut fields = line.split('|').map(str::trim);
        let mut field = || fields.next().unwrap_or_default();
        let (name, kind, others) = (field(), field(), field());
        Agency {
            name,
            kind: match kind.split(' ').next() {
                Some("state") => Kind::State,
                Some("outlet") => Kind::Outlet,
                _ => Kind::Wire,
            },
            prose: kind.ends_with("prose"),
            others: others.split(',').map(str::trim).filter(|other| !other.is_empty()).collect(),
        }
    });
    lines.collect()
});

static BY_NAME: LazyLock<HashMap<String, &'static Agency>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for agency in AGENCIES.iter() {
        for name in std::iter::once(agency.name).chain(agency.others.iter().copied()) {
            names.entry(folded(name)).or_insert(agency);
        }
    }
    names
});

/// Names that are longer than this, in bytes, are none: the longest in the list has 34.
const LONGEST_NAME: usize = 64;

/// Case, the kind of apostrophe and a leading article do not tell two names apart.
fn folded(name: &str) -> String {
    let name = name.trim().to_lowercase().replace('’', "'");
    name.strip_prefix("the ").unwrap_or(&name).to_owned()
}

/// All of them, in the list's order.
pub fn all() -> impl Iterator<Item = &'static Agency> {
    AGENCIES.iter()
}

/// The agency or outlet that goes by this name, as it may stand in a credit.
///
/// ```
/// use copydesk_core::lang::en::agencies::{Kind, find, in_prose};
/// assert_eq!(find("Agence France-Presse").map(|agency| agency.name), Some("AFP"));
/// assert_eq!(find("the Saudi Press Agency").map(|agency| agency.kind), Some(Kind::State));
/// assert!(find("Petra").is_some() && in_prose("Petra").is_none());
/// ```
#[must_use]
pub fn find(name: &str) -> Option<&'static Agency> {
    if name.is_empty() || name.len() > LONGEST_NAME {
        return None;
    }
    BY_NAME.get(&folded(name)).copied()
}

/// The same, as it may stand in running text: there "Trend" and "Petra" are other things.
#[must_use]
pub fn in_prose(name: &str) -> Option<&'static Agency> {
    find(name).filter(|agency| agency.prose || name.trim().contains(' '))
}
