//! Tables that are shipped: the State Media Matrix with our corrections, and our own of news agencies and other names.
//!
//! An outlet is looked up by the domain of its address and by its name, because most articles carry no address. A name counts only where it
//! can mean one outlet: not one that two countries share ("MBC"), not one of one word that our own table has not ("Today", "Azerbaijan"), not
//! one made of words that every newspaper's name is made of ("Daily News").

mod matrix;

use crate::domain;
use crate::name::folded;
use copydesk_core::lang::en::agencies;
use copydesk_core::lang::en::lexicon::{WordSet, entries};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Who holds a medium: the typology of the State Media Monitor (Dragomir and Söderström, "The State of State Media").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Hold {
    /// SC: a state owns or pays it, appoints its heads, and controls what it says.
    StateControlled,
    /// CaPu: public or state-managed, and captured by those in power.
    CapturedPublic,
    /// CaPr: privately owned, and captured by those in power.
    CapturedPrivate,
    /// ISFM: funded and managed by a state, and free in what it says.
    IndependentStateFundedAndManaged,
    /// ISF: funded by a state, and free.
    IndependentStateFunded,
    /// ISM: managed by a state, and free.
    IndependentStateManaged,
    /// IP: public, and free of the state in money, heads and words.
    IndependentPublic,
}

impl Hold {
    fn of(code: &str) -> Option<Self> {
        Some(match code {
            "SC" => Self::StateControlled,
            "CaPu" => Self::CapturedPublic,
            "CaPr" => Self::CapturedPrivate,
            "ISFM" => Self::IndependentStateFundedAndManaged,
            "ISF" => Self::IndependentStateFunded,
            "ISM" => Self::IndependentStateManaged,
            "IP" => Self::IndependentPublic,
            _ => return None,
        })
    }

    /// Its name, as in the record and in a list of ratings.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::StateControlled => "state-controlled",
            Self::CapturedPublic => "captured-public",
            Self::CapturedPrivate => "captured-private",
            Self::IndependentStateFundedAndManaged => "independent-state-funded-and-managed",
            Self::IndependentStateFunded => "independent-state-funded",
            Self::IndependentStateManaged => "independent-state-managed",
            Self::IndependentPublic => "independent-public",
        }
    }

    /// Whether those in power have a hold on what it says.
    #[must_use]
    pub const fn is_controlled(self) -> bool {
        matches!(self, Self::StateControlled | Self::CapturedPublic | Self::CapturedPrivate)
    }
}

/// An outlet or agency that a table has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name there.
    pub name: String,
    /// Its country.
    pub country: String,
    /// Who holds it; none for one that is in our own table only.
    pub hold: Option<Hold>,
}

/// The tables, by domain and by name.
pub struct Tables {
    listed: Vec<Listed>,
    domains: HashMap<String, Option<usize>>,
    names: HashMap<String, Option<usize>>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(Tables::build);
static GENERIC: LazyLock<WordSet> =
    LazyLock::new(|| entries(include_str!("generic.txt")).flat_map(str::split_ascii_whitespace).collect());

impl Tables {
    /// The tables. They are read when they are first asked.
    pub fn get() -> &'static Self {
        &TABLES
    }

    /// The outlet at this host.
    pub fn at(&self, host: &str) -> Option<&Listed> {
        let hit = domain::widening(host).find_map(|part| self.domains.get(part))?;
        hit.and_then(|i| self.listed.get(i))
    }

    /// The outlet that goes by this name, where it can mean one only.
    pub fn named(&self, name: &str) -> Option<&Listed> {
        self.names.get(&folded(name)).copied().flatten().and_then(|i| self.listed.get(i))
    }

    fn build() -> Self {
        let mut tables = Self { listed: Vec::new(), domains: HashMap::new(), names: HashMap::new() };
        let mut assets: HashMap<String, usize> = HashMap::new();
        for outlet in matrix::outlets() {
            let i = tables.listed.len();
            assets.entry(outlet.asset.clone()).or_insert(i);
            let names = matrix::names(&outlet);
            let name = names.first().cloned().unwrap_or_else(|| outlet.asset.clone());
            tables.listed.push(Listed { name, country: outlet.country, hold: outlet.hold });
            for name in names.iter().map(|name| folded(name)).filter(|name| is_telling(name)) {
                tables.add(name, i, true);
            }
            if let Some(host) = domain::host(&outlet.url) {
                tables.add(host, i, false);
            }
        }
        // Ours comes last and wins: it says which of several a name means.
        for line in entries(include_str!("agencies.txt")) {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let [name, aliases, hosts, country, asset, _] = cells.as_slice() else { continue };
            let hold = assets.get(*asset).and_then(|i| tables.listed.get(*i)).and_then(|listed| listed.hold);
            let i = tables.listed.len();
            tables.listed.push(Listed { name: (*name).to_owned(), country: (*country).to_owned(), hold });
            // Core has the names of agencies; "AA" and "PA" alone may be others.
            let core = agencies::find(name).into_iter().flat_map(agencies::Agency::names_in_prose);
            let aliases = aliases.split(';').map(folded).filter(|alias| !alias.is_empty());
            for alias in aliases.chain(core.chain([*name]).map(folded)) {
                tables.names.insert(alias, Some(i));
            }
            for host in hosts.split(';').filter_map(domain::host) {
                tables.domains.insert(host, Some(i));
            }
        }
        tables
    }

    /// Files a name or a domain; one that means two outlets means none.
    fn add(&mut self, key: String, i: usize, is_name: bool) {
        let listed = &self.listed;
        let same = |a: usize, b: usize| {
            let of = |i: usize| listed.get(i).map(|listed| (&listed.country, listed.hold));
            of(a) == of(b)
        };
        let map = if is_name { &mut self.names } else { &mut self.domains };
        let known = map.entry(key).or_insert(Some(i));
        if known.is_some_and(|known| !same(known, i)) {
            *known = None;
        }
    }
}

/// Whether a folded name means somebody by itself.
fn is_telling(name: &str) -> bool {
    let mut words = name.split(' ');
    name.contains(' ') && !words.all(|word| GENERIC.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hold(name: &str) -> Option<Hold> {
        Tables::get().named(name).and_then(|listed| listed.hold)
    }

    #[test]
    fn by_name_and_alias() {
        for name in ["KCNA", "the Korean Central News Agency", "Korean Central TV", "TASS", "Xinhua", "Press TV"] {
            assert_eq!(hold(name), Some(Hold::StateControlled), "{name}");
        }
        assert_eq!(hold("Yonhap"), Some(Hold::IndependentPublic));
        assert_eq!(Tables::get().named("Agence France-Presse").unwrap().name, "AFP");
        assert_eq!(hold("AFP"), None);
    }

    #[test]
    fn what_may_be_anybody_is_nobody() {
        for name in
            ["Today", "Azerbaijan", "Gold", "Daily News", "Channel 5", "MBC", "NTV", "ABC", "NBC", "The Herald", ""]
        {
            assert!(Tables::get().named(name).is_none(), "{name}");
        }
    }

    #[test]
    fn by_domain() {
        let at = |host: &str| Tables::get().at(host).and_then(|listed| listed.hold);
        assert_eq!(at("kcna.kp"), Some(Hold::StateControlled));
        assert_eq!(at("nauka.tass.ru"), Some(Hold::StateControlled));
        assert_eq!(at("english.news.cn"), Some(Hold::StateControlled));
        assert_eq!(at("bbc.co.uk"), Some(Hold::IndependentPublic));
        assert_eq!(at("valmere-courier.example"), None);
        assert_eq!(at("co.uk"), None);
        // The address of somebody who watches a station is not the station's.
        assert_eq!(at("kcnawatch.org"), None);
    }

    #[test]
    fn ours_names_what_the_matrix_has() {
        for line in entries(include_str!("agencies.txt")) {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            assert_eq!(cells.len(), 6, "{line}");
            let known = cells[4] == "-" || matrix::outlets().iter().any(|outlet| outlet.asset == cells[4]);
            assert!(known, "{line}");
            if let Some(agency) = agencies::find(cells[0]) {
                assert_eq!((agency.name, cells[1]), (cells[0], ""), "core has the names: {line}");
                let controlled = hold(cells[0]) == Some(Hold::StateControlled);
                assert_eq!(agency.kind != agencies::Kind::Wire, controlled, "core and the matrix differ: {line}");
            }
            assert!(cells[2].split(';').all(|cell| cell.trim().is_empty() || domain::host(cell).is_some()), "{line}");
        }
    }
}
