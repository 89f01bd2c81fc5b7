//! Which statement of a page is believed before which: the table `words/ranking.txt`.

use crate::Field;
use copydesk_core::lang::en::lexicon::entries;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The place of a key in the ranking of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank {
    /// What kind of statement it is; 1 is the plainest.
    pub tier: u8,
    /// The place in the list.
    pub place: u16,
}

static RANKS: LazyLock<HashMap<(Field, &'static str), Rank>> = LazyLock::new(|| {
    let mut ranks = HashMap::new();
    for (place, line) in (0..).zip(entries(include_str!("words/ranking.txt"))) {
        let mut parts = line.split(' ');
        let field = match parts.next() {
            Some("published") => Field::Published,
            Some("headline") => Field::Headline,
            Some("byline") => Field::Byline,
            Some("language") => Field::Language,
            _ => Field::Outlet,
        };
        let tier = parts.next().and_then(|tier| tier.parse().ok()).unwrap_or(u8::MAX);
        ranks.insert((field, parts.next().unwrap_or_default()), Rank { tier, place });
    }
    ranks
});

/// The rank of a key, if it says anything of the field.
pub(crate) fn rank(field: Field, key: &str) -> Option<Rank> {
    RANKS.get(&(field, key)).copied()
}
