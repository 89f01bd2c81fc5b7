//! What the words around a name say of its kind.

use crate::finder::Finder;
use crate::lists::{ADDRESS, Trait, lists};
use crate::mention::Votes;
use copydesk_core::Class;
use std::ops::Range;

/// Modifiers before a lower-case role noun are looked for over so many tokens: "former deputy assistant secretary".
const LONGEST_TITLE: usize = 6;

/// A role noun behind a name's comma stands within so many tokens: "…, a former senior policy analyst at …".
const APPOSITION: usize = 9;

/// What "company" in front of a name says for an organisation: less than a title or a given name says for a person.
const KIND: i32 = 2;
/// What a noun that countries have says for a place: as much as "in".
const STATE: i32 = 3;

impl Finder<'_, '_> {
    /// The lower-case role in front of a name: "analyst Bae Rin", "former prime minister Jo Bloggs".
    pub fn title_before(&self, start: usize) -> Option<Range<usize>> {
        let reading = self.reading;
        let before = start.checked_sub(1)?;
        if reading.is(before, Class::CAPITAL) || !reading.is(before, Class::WORD) || reading.glued(start) {
            return None;
        }
        let role = lists().word(reading.lower(before));
        if !role.traits.any(Trait::ROLE) || lists().group(ADDRESS) == role.groups {
            return None;
        }
        let low = start.saturating_sub(LONGEST_TITLE);
        let first = (low..before).rev().take_while(|&i| {
            let word = lists().word(reading.lower(i));
            let dash = reading.is(i, Class::DASH) && reading.glued(i);
            word.traits.any(Trait::MODIFIER | Trait::ROLE | Trait::DEMONYM)
                || dash
                || (reading.is(i, Class::CAPITAL) && word.longest > 0)
        });
        Some(first.last().unwrap_or(before)..start)
    }

    /// What the words around a name say of its kind.
    pub fn surroundings(&self, tokens: &Range<usize>) -> Votes {
        let reading = self.reading;
        let mut votes = Votes::default();
        let next = tokens.end;
        // "the tanker Kestrel Star", "USS Kestrel".
        let thing = |i: usize| lists().word(reading.lower(i)).traits.any(Trait::THING);
        let noun = tokens.start.wrapping_sub(1);
        votes.thing += i32::from(thing(noun) && !reading.is(noun, Class::CAPITAL) && !reading.glued(tokens.start));
        // "the retailer Orrel"
        let kind = lists().word(reading.lower(noun)).traits.any(Trait::KIND) && !reading.is(noun, Class::CAPITAL);
        votes.organisation += if kind && !reading.glued(tokens.start) { KIND } else { 0 };
        votes.thing += i32::from(tokens.len() > 1 && reading.is(tokens.start, Class::UPPER) && thing(tokens.start));
        if let Some(before) = tokens.start.checked_sub(1).filter(|_| !reading.glued(tokens.start)) {
            match reading.lower(before) {
                "in" | "near" | "outside" | "across" | "inside" | "throughout" | "toward" | "towards" => {
                    votes.place += 3
                }
                "to" if reading.lower(before.wrapping_sub(1)) == "according" => votes.agent += 2,
                "from" | "to" | "around" | "over" => votes.place += 1,
                // "the government of Orsenland", "neighbouring Orsenland"
                "of" if state(reading.lower(before.wrapping_sub(1))) => votes.place += STATE,
                "neighbouring" | "neighboring" => votes.place += STATE,
                "at" => votes.organisation += 2,
                "by" | "with" | "against" | "between" => votes.agent += 1,
                // "the Brandt campaign" says nothing of Brandt.
                "the" if !reading.is(next, Class::WORD) || reading.is(next, Class::FUNCTION | Class::SPEECH) => {
                    votes.organisation += 1;
                    votes.person -= 3;
                }
                _ if crate::acting::inverted(reading, before) => {
                    votes.person += 2;
                    votes.organisation += 1;
                }
                _ => {}
            }
        }
        if reading.is(next, Class::SPEECH) && !reading.is(next, Class::CAPITAL) {
            votes.person += 1;
            votes.organisation += 1;
            // "Talvik said he …", "the bank said it …"
            match reading.lower(next + 1) {
                "he" | "she" | "his" | "her" => votes.person += 1,
                "it" | "its" if matches!(reading.lower(next + 2), "has" | "had" | "will" | "would") => {
                    votes.organisation += 2
                }
                _ => {}
            }
        }
        if matches!(reading.lower(next), "will" | "would" | "has" | "had")
            || (reading.glued(next) && reading.raw(next).len() > 1)
        {
            votes.agent += 1;
        }
        // "Orsenland's government", "Orsenland's foreign minister"
        if reading.glued(next) && reading.raw(next).len() > 1 && tokens.len() == 1 {
            let foreign = matches!(reading.lower(next + 1), "foreign" | "defence" | "defense" | "prime" | "interior");
            let noun = reading.lower(next + 1 + usize::from(foreign));
            if state(noun) || (foreign && matches!(noun, "minister" | "ministry")) {
                votes.place += STATE;
            }
        }
        match reading.raw(next) {
            "," => {
                let role = (next + 1..next + APPOSITION)
                    .take_while(|&i| reading.is(i, Class::WORD | Class::DASH))
                    .take_while(|&i| !matches!(reading.lower(i), "and" | "who" | "which" | "that" | "but" | "while"))
                    .find(|&i| {
                        lists().word(reading.lower(i)).traits.any(Trait::ROLE) && !reading.is(i + 1, Class::CAPITAL)
                    });
                let article = matches!(reading.lower(next + 1), "a" | "an" | "the" | "who" | "his" | "her");
                // "Jo Lund, 71, saw it", "Jo Lund, who saw it".
                let age = reading.is(next + 1, Class::DIGITS)
                    && reading.raw(next + 1).len() <= 2
                    && reading.raw(next + 2) == ",";
                if age || reading.lower(next + 1) == "who" {
                    votes.person += 4;
                } else if reading.lower(next + 1) == "which" {
                    votes.organisation += 2;
                } else if role.is_some() && (article || !reading.is(next + 1, Class::CAPITAL)) {
                    votes.person += 3;
                }
            }
            "(" if reading.is(next + 1, Class::UPPER) && reading.raw(next + 2) == ")" => votes.organisation += 3,
            _ if reading.lower(next) == "who" => votes.person += 3,
            _ => {}
        }
        votes
    }
}

/// What countries alone have: whose it is, is one.
fn state(noun: &str) -> bool {
    matches!(
        noun,
        "government"
            | "parliament"
            | "military"
            | "army"
            | "troops"
            | "soldiers"
            | "border"
            | "borders"
            | "embassy"
            | "constitution"
    )
}
