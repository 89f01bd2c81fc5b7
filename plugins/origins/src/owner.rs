//! Ownership, as the user gives it: two outlets of one owner are one newsroom, whatever their mastheads say.

use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// What a user can set under `[origins]` in `copydesk.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Ownership {
    /// Who controls whom, as in a `trust.txt` file (JournalList's convention by which publishers state their affiliations): an outlet's name or its domain, and the
    /// name or the domain of its owner. An owner may have an owner. Outlets of one owner count as one newsroom.
    pub controlledby: BTreeMap<String, String>,
}

/// Who owns whom, by names and domains in lower case.
pub(crate) struct Owners(BTreeMap<String, String>);

impl Owners {
    pub fn new(ownership: Ownership) -> Self {
        let owners = ownership.controlledby.into_iter();
        Self(owners.map(|(outlet, owner)| (key(&outlet), owner.trim().to_owned())).collect())
    }

    /// The last owner of an outlet with these names and domains. Two that are said to own each other are owned by the one at which the walk began.
    pub fn of<'a>(&self, names: impl Iterator<Item = &'a str>) -> Option<String> {
        let mut owner = names.map(key).find_map(|name| self.0.get(&name))?;
        let mut seen = BTreeSet::from([key(owner)]);
        while let Some(next) = self.0.get(&key(owner)).filter(|next| seen.insert(key(next))) {
            owner = next;
        }
        Some(owner.clone())
    }
}

/// A name or an address as it is looked up: "https://www.courier.example/about" is the domain "courier.example".
fn key(name: &str) -> String {
    let name = name.trim().to_lowercase();
    match name.split_once("://") {
        Some((_, rest)) => host(rest).to_owned(),
        None => name.strip_prefix("www.").unwrap_or(&name).trim_end_matches('/').to_owned(),
    }
}

/// The domain of an address.
pub(crate) fn host(address: &str) -> &str {
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = address.split(['/', '?', '#', ':']).next().unwrap_or(address);
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_owner_counts_and_a_ring_ends() {
        let pairs = [
            ("Tesh Post", "Tesh Media"),
            ("tesh media", "Harrow Holding"),
            ("https://www.ring.example/", "Loop"),
            ("loop", "ring.example"),
        ];
        let controlledby = pairs.map(|(outlet, owner)| (outlet.to_owned(), owner.to_owned())).into();
        let owners = Owners::new(Ownership { controlledby });
        let of = |name: &str| owners.of(std::iter::once(name));
        assert_eq!(of("TESH POST").as_deref(), Some("Harrow Holding"));
        assert_eq!(of("ring.example").as_deref(), Some("ring.example"));
        assert_eq!(of("Valley Post"), None);
        assert_eq!(host("https://www.courier.example:8080/a?b"), "courier.example");
    }
}
