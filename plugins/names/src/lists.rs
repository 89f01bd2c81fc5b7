//! What is known of words before a document is read: one look-up answers what every rule would ask of a word.

use crate::Entity;
use copydesk_core::lang::en::{agencies, lexicon::entries};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::{BitOr, BitOrAssign};
use std::sync::LazyLock;

/// What a word can be in or beside a name, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Trait(u32);

impl Trait {
    /// A given name: "Maria".
    pub const GIVEN: Self = Self(1);
    /// "Russian", "Russians".
    pub const DEMONYM: Self = Self(1 << 1);
    /// "Ministry": what bears it is an organisation.
    pub const ORGANISATION_HEAD: Self = Self(1 << 2);
    /// "River": what bears it is a place.
    pub const PLACE_HEAD: Self = Self(1 << 3);
    /// "Treaty": what bears it is neither.
    pub const OTHER_HEAD: Self = Self(1 << 4);
    /// What an organisation is for: "Finance".
    pub const TOPIC: Self = Self(1 << 5);
    /// A role noun: "analyst", "President", "Mr".
    pub const ROLE: Self = Self(1 << 6);
    /// "senior", "deputy": before a role noun.
    pub const MODIFIER: Self = Self(1 << 7);
    /// Begins sentences and is no name: "Experts", "Meanwhile".
    pub const STARTER: Self = Self(1 << 8);
    /// Has a capital letter and is no name: "Democrats", "Internet".
    pub const NOT_NAME: Self = Self(1 << 9);
    /// "de", "van", "bin".
    pub const PARTICLE: Self = Self(1 << 10);
    /// "company": what an organisation is.
    pub const KIND: Self = Self(1 << 11);
    /// "letter": speaks, and is nobody.
    pub const TEXT: Self = Self(1 << 12);
    /// "tanker": what bears the name behind it is a thing.
    pub const THING: Self = Self(1 << 13);

    /// Whether it shares a trait with `other`.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Trait {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Trait {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// Grammatical gender of those who bear a name or a role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Gender {
    #[default]
    Unknown,
    Male,
    Female,
}

/// What is known of one word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    pub traits: Trait,
    /// Of a given name.
    pub gender: Gender,
    /// Of a role noun.
    pub role_gender: Gender,
    /// Groups of role nouns that it belongs to, as bits.
    pub groups: u32,
    /// Groups that it may take up whole, as bits: "the expert".
    pub covers: u32,
    /// Kinds of organisations that it tells, as bits.
    pub kinds: u32,
    /// Kinds that it may take up whole, as bits: "the lender".
    pub kind_covers: u32,
    /// Words of the longest listed name that begins with it.
    pub longest: u8,
}

/// A name that is known before a document is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    /// Its usual full form.
    pub name: &'static str,
    pub entity: Entity,
}

/// All lists.
#[derive(Default)]
pub(crate) struct Lists {
    words: HashMap<&'static str, Word, BuildHasherDefault<Fnv>>,
    phrases: HashMap<String, Known, BuildHasherDefault<Fnv>>,
    /// First words of places' names.
    beginnings: Vec<&'static str>,
    /// Names of role groups, by bit.
    pub groups: Vec<&'static str>,
}

/// The group of knowledge: the affiliation to an institute puts a person there.
pub(crate) const EXPERT: &str = "expert";
/// The group of mere forms of address ("Mr"), which are no role.
pub(crate) const ADDRESS: &str = "title";

static LISTS: LazyLock<Lists> = LazyLock::new(Lists::read);

/// The lists.
pub(crate) fn lists() -> &'static Lists {
    &LISTS
}

/// A name as it is compared: lower case, hyphens as spaces, no stops.
pub(crate) fn key(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '.' => {}
            '-' | '‐' | '‑' | '\n' => out.push(' '),
            '’' | '‘' | 'ʼ' => out.push('\''),
            _ => out.push(c.to_ascii_lowercase()),
        }
    }
    out
}

impl Lists {
    /// What is known of a word (in lower case).
    pub fn word(&self, word: &str) -> Word {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// The words that places' names begin with.
    pub fn beginnings(&self) -> impl Iterator<Item = &'static str> {
        self.beginnings.iter().copied()
    }

    /// The known name of that key.
    pub fn known(&self, key: &str) -> Option<Known> {
        self.phrases.get(key).copied()
    }

    /// The bit of a role group.
    pub fn group(&self, name: &str) -> u32 {
        self.groups.iter().position(|group| *group == name).map_or(0, |bit| 1 << bit)
    }

    fn entry(&mut self, word: &'static str) -> &mut Word {
        self.words.entry(word).or_default()
    }

    fn mark(&mut self, word: &'static str, traits: Trait) -> &mut Word {
        let entry = self.entry(word);
        entry.traits |= traits;
        entry
    }

    fn phrase(&mut self, form: &'static str, known: Known) {
        let key = key(form);
        let words = key.split(' ').count().min(usize::from(u8::MAX)) as u8;
        let first: &'static str = key.split(' ').next().unwrap_or_default().to_owned().leak();
        if known.entity == Entity::Place && words == 1 {
            self.beginnings.push(first);
        }
        let entry = self.entry(first);
        entry.longest = entry.longest.max(words);
        self.phrases.entry(key).or_insert(known);
    }

    fn read() -> Self {
        let mut lists = Self::default();
        lists.read_words();
        lists.read_roles();
        lists.read_kinds();
        lists.read_countries();
        for place in entries(include_str!("words/places.txt")).flat_map(|line| line.split(',')).map(str::trim) {
            let mut forms = place.split('=').map(str::trim);
            let name = forms.next().unwrap_or_default();
            std::iter::once(name)
                .chain(forms)
                .for_each(|form| lists.phrase(form, Known { name, entity: Entity::Place }));
        }
        for line in entries(include_str!("words/organisations.txt")) {
            let (name, others) = line.split_once('|').unwrap_or((line, ""));
            let known = Known { name: name.trim(), entity: Entity::Organisation };
            let name = known.name;
            lists.phrase(name, known);
            for other in others.split(',').map(str::trim).filter(|other| !other.is_empty()) {
                lists.phrase(other, known);
            }
        }
        for agency in agencies::all() {
            let known = Known { name: agency.name, entity: Entity::Organisation };
            agency.names_in_prose().for_each(|name| lists.phrase(name, known));
        }
        lists
    }

    fn read_words(&mut self) {
        let plain = [
            (Trait::TOPIC, include_str!("words/topics.txt")),
            (Trait::MODIFIER, include_str!("words/modifiers.txt")),
            (Trait::STARTER, include_str!("words/function_starts.txt")),
            (Trait::NOT_NAME, include_str!("words/not_names.txt")),
            (Trait::PARTICLE, include_str!("words/particles.txt")),
            (Trait::TEXT, include_str!("words/texts.txt")),
            (Trait::THING, include_str!("words/things.txt")),
        ];
        for (traits, file) in plain {
            for word in entries(file).flat_map(str::split_ascii_whitespace) {
                self.mark(word, traits);
            }
        }
        for line in entries(include_str!("words/heads.txt")) {
            let mut words = line.split_ascii_whitespace();
            let traits = match words.next() {
                Some("organisation") => Trait::ORGANISATION_HEAD,
                Some("place") => Trait::PLACE_HEAD,
                _ => Trait::OTHER_HEAD,
            };
            words.for_each(|word| {
                self.mark(word, traits);
            });
        }
        for line in entries(include_str!("words/given.txt")) {
            let mut words = line.split(' ');
            let gender = gender(words.next());
            for word in words {
                let entry = self.mark(word, Trait::GIVEN);
                // A name that stands under both tells nothing.
                entry.gender = match entry.gender {
                    Gender::Unknown => gender,
                    same if same == gender => gender,
                    _ => Gender::Unknown,
                };
            }
        }
    }

    fn read_roles(&mut self) {
        for line in entries(include_str!("words/roles.txt")) {
            let (head, words) = line.split_once(':').unwrap_or((line, ""));
            let mut head = head.split_ascii_whitespace();
            let group = head.next().unwrap_or_default();
            let bit = 1_u32 << self.groups.len().min(31);
            self.groups.push(group);
            for word in head {
                self.entry(word).covers |= bit;
            }
            for word in words.split_ascii_whitespace() {
                let (word, mark) = word.split_once('/').map_or((word, None), |(word, mark)| (word, Some(mark)));
                let entry = self.mark(word, Trait::ROLE);
                entry.groups |= bit;
                if mark.is_some() {
                    entry.role_gender = gender(mark);
                }
            }
        }
    }

    fn read_kinds(&mut self) {
        for (group, line) in entries(include_str!("words/kinds.txt")).enumerate() {
            let (head, words) = line.split_once(':').unwrap_or((line, ""));
            let bit = 1_u32 << group.min(31);
            for word in head.split_ascii_whitespace().skip(1) {
                self.mark(word, Trait::KIND).kind_covers |= bit;
            }
            for word in words.split_ascii_whitespace() {
                self.mark(word, Trait::KIND).kinds |= bit;
            }
        }
    }

    fn read_countries(&mut self) {
        for line in entries(include_str!("words/countries.txt")) {
            let mut fields = line.split('|').map(str::trim);
            let mut field = || fields.next().unwrap_or_default();
            let (name, capitals, demonyms, others) = (field(), field(), field(), field());
            let known = Known { name, entity: Entity::Place };
            self.phrase(name, known);
            let list = |names: &'static str| names.split(',').map(str::trim).filter(|name| !name.is_empty());
            list(others).for_each(|other| self.phrase(other, known));
            for capital in list(capitals) {
                self.phrase(capital, Known { name: capital, entity: Entity::Place });
            }
            for demonym in list(demonyms) {
                let key: &'static str = key(demonym).leak();
                self.mark(key, Trait::DEMONYM);
                // "North Korean" is met word by word.
                if let Some((_, last)) = key.rsplit_once(' ') {
                    self.mark(last, Trait::DEMONYM);
                }
            }
        }
    }
}

fn gender(mark: Option<&str>) -> Gender {
    match mark {
        Some("m") => Gender::Male,
        Some("f") => Gender::Female,
        _ => Gender::Unknown,
    }
}

/// FNV-1a, the fastest known for short keys; all keys of these tables are our own, so nobody can craft collisions into them.
#[derive(Default)]
pub(crate) struct Fnv(u64);

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_name_have_one_key() {
        assert_eq!(key("Ryo Hae-jin"), key("ryo hae jin"));
        assert_eq!(key("U.N."), "un");
    }

    #[test]
    fn the_lists_answer() {
        let lists = lists();
        assert_eq!(lists.known("kyiv").map(|known| known.name), Some("Kyiv"));
        assert_eq!(lists.known("us").map(|known| known.name), Some("United States"));
        assert_eq!(lists.word("maria").gender, Gender::Female);
        assert!(lists.word("analyst").covers & lists.word("professor").groups != 0);
        assert!(lists.word("ministry").traits.any(Trait::ORGANISATION_HEAD));
    }
}
