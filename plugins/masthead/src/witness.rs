//! What the page states of itself of one field: its witnesses, in the order in which they are believed.

use crate::ranking::{Rank, rank};
use crate::{Candidate, Field, Page};
use copydesk_core::Stated;
use std::ops::Range;

/// In front of what stands in a side column, in comments, in the footer.
const ASIDE: &str = "aside:";
/// What stands beside the article is believed behind what is stated two tiers below: teasers have dates and authors of their own.
const BESIDE: u8 = 25;
/// A record keeps so many candidates of a field; those behind are of lists.
const MOST_KEPT: usize = 12;

/// A statement of the page about a field.
#[derive(Clone, Debug)]
pub(crate) struct Witness<'a> {
    /// How it is said, without `aside:`.
    pub key: &'a str,
    /// Whether it stands beside the article.
    pub aside: bool,
    pub rank: Rank,
    pub value: &'a str,
    /// Where it is said, in bytes of the source.
    pub place: Range<u64>,
}

impl<'a> Witness<'a> {
    fn of(field: Field, stated: &'a Stated) -> Option<Self> {
        let aside = stated.key.strip_prefix(ASIDE);
        let key = aside.unwrap_or(&stated.key);
        let rank = rank(field, key)?;
        Some(Self { key, aside: aside.is_some(), rank, value: &stated.value, place: stated.place.clone() })
    }

    /// A statement that is read out of another: the day in an address.
    pub fn read_from(field: Field, key: &'static str, stated: &'a Stated, value: &'a str) -> Option<Self> {
        Some(Self { key, aside: false, rank: rank(field, key)?, value, place: stated.place.clone() })
    }

    /// What the text shows.
    pub fn shown(field: Field, key: &'static str, value: &'a str) -> Option<Self> {
        Some(Self { key, aside: false, rank: rank(field, key)?, value, place: 0..0 })
    }

    /// The same under another key.
    pub fn renamed(self, field: Field, key: &'static str) -> Option<Self> {
        Some(Self { key, rank: rank(field, key)?, ..self })
    }

    /// How plain it is: what stands beside the article counts as if it were of a later tier.
    pub fn tier(&self) -> u8 {
        10 * self.rank.tier + if self.aside { BESIDE } else { 0 }
    }

    /// What is believed first.
    pub fn order(&self) -> (u8, u16) {
        (self.tier(), self.rank.place)
    }

    /// Who says it: one system writes all keys of a family from one field of its own.
    pub fn family(&self) -> &'a str {
        let family = self.key.split(':').next().unwrap_or(self.key);
        match family {
            "article" | "og" | "twitter" => "og",
            // An element, what it is called, and the line that it shows are one.
            "time" | "class" | "line" | "near-headline" | "far-line" => "shown",
            other => other,
        }
    }
}

/// The witnesses of a field, the first believed first.
pub(crate) fn witnesses<'a>(page: &Page<'a, '_>, field: Field) -> Vec<Witness<'a>> {
    let mut all: Vec<Witness<'a>> = page.stated().iter().filter_map(|stated| Witness::of(field, stated)).collect();
    all.sort_by_key(Witness::order);
    all
}

/// The witnesses as the record keeps them.
pub(crate) fn candidates<'w, 'a: 'w>(witnesses: impl IntoIterator<Item = &'w Witness<'a>>) -> Vec<Candidate> {
    let kept = witnesses.into_iter().take(MOST_KEPT);
    kept.map(|witness| Candidate {
        key: format!("{}{}", if witness.aside { ASIDE } else { "" }, witness.key),
        value: witness.value.to_owned(),
        start: witness.place.start,
        end: witness.place.end,
    })
    .collect()
}
