//! Short forms: the member that a surname, a first name, an acronym or a misspelt name stands for.

use crate::Entity;
use crate::cast::{Cast, Member, SHORTEST_MISSPELT};
use crate::lists::{ADDRESS, Gender, lists};
use crate::mention::Mention;
use crate::role;
use copydesk_core::Reading;
use std::collections::HashMap;

/// Of persons with one surname so many are weighed for a bare surname: the largest family met in an article has seven.
const NAMESAKES: usize = 8;

/// Somebody's office stands at one of so many first mentions.
const INTRODUCED: usize = 3;

/// Acronyms of an organisation's initials have at least so many letters: two are met by chance.
const SHORTEST_ACRONYM: usize = 3;

impl Cast {
    /// "The Kestrian Telegraph Agency (KTA)": the key of the short form, and the member.
    pub fn abbreviation(&self, mentions: &[Mention], short: usize, long: usize) -> Option<(String, usize)> {
        let full = mentions.get(long).filter(|mention| mention.entity != usize::MAX)?;
        let mention = mentions.get(short).filter(|mention| mention.acronym)?;
        let letters: Vec<char> = mention.key.chars().filter(|c| c.is_alphanumeric()).collect();
        // Most letters must be initials, in order; a party's "(R)" is none.
        let mut at = 0;
        for initial in full.key.split(' ').filter_map(|word| word.chars().next()) {
            at += usize::from(letters.get(at) == Some(&initial));
        }
        (letters.len() > 1 && at * 3 >= letters.len() * 2).then(|| (mention.key.clone(), full.entity))
    }

    /// The initials of organisations' names.
    pub fn initials(&self) -> HashMap<String, usize> {
        let mut out = HashMap::new();
        for (number, member) in self.members.iter().enumerate() {
            let words = member.key.split(' ').filter(|word| !matches!(*word, "of" | "the" | "for" | "and" | "on"));
            let initials: String = words.filter_map(|word| word.chars().next()).collect();
            if initials.len() >= SHORTEST_ACRONYM && member.entity != Entity::Person {
                out.entry(initials).or_insert(number);
            }
        }
        out
    }

    /// The member that a short form names: a surname, a first name, an acronym.
    pub fn short(
        &self,
        reading: &Reading<'_>,
        mentions: &[Mention],
        at: usize,
        initials: &HashMap<String, usize>,
    ) -> Option<usize> {
        let mention = mentions.get(at)?;
        if let Some(&number) = self.by_key.get(&mention.key).filter(|_| !mention.short) {
            return Some(number);
        }
        if mention.key.contains(' ') {
            return None;
        }
        if mention.acronym
            && let Some(&number) = initials.get(&mention.key)
        {
            return Some(number);
        }
        let persons = |index: &HashMap<String, Vec<usize>>| {
            let numbers = index.get(&mention.key)?;
            let near =
                numbers.iter().rev().take(NAMESAKES).filter_map(|&number| Some((number, self.members.get(number)?)));
            let fitting = near.filter(|(_, member)| {
                mention.gender == Gender::Unknown || member.gender == Gender::Unknown || mention.gender == member.gender
            });
            // "Chairman Ri" is the Ri who was called one; else the one named last; before any was, the first of the article.
            fitting
                .max_by_key(|(number, member)| {
                    let last = member.mentions.last().copied().filter(|&last| last < at);
                    (office(reading, mentions, mention, member), last, std::cmp::Reverse(*number))
                })
                .map(|(number, _)| number)
        };
        if mention.short {
            return persons(&self.surnames).or_else(|| persons(&self.heads));
        }
        persons(&self.surnames).or_else(|| persons(&self.firsts)).or_else(|| self.misspelt(mention))
    }

    /// "McLenney" of an article that has introduced a McClenney: a surname that nobody bears, one letter off the only one like it.
    pub fn misspelt(&self, mention: &Mention) -> Option<usize> {
        let name = mention.key.as_str();
        if name.len() < SHORTEST_MISSPELT
            || mention.acronym
            || mention.known.is_some()
            || mention.weak
            || mention.votes.place > 0
        {
            return None;
        }
        let initial = name.chars().next()?;
        let mut like = self.by_initial.get(&initial)?.iter().take(NAMESAKES * NAMESAKES).filter(|(surname, _)| {
            surname.len().abs_diff(name.len()) <= char::MAX.len_utf8() && one_off(name, surname)
        });
        let (_, number) = like.next()?;
        like.next().is_none().then_some(*number)
    }

    /// "Clintons" where the article has a Clinton.
    pub fn family(&self, mention: &Mention) -> bool {
        mention.key.strip_suffix('s').is_some_and(|one| self.surnames.contains_key(one))
    }
}

/// Whether the office in front of a bare surname is one that the text has given a person: 2 for the same noun, 1 for one of its group.
fn office(reading: &Reading<'_>, mentions: &[Mention], short: &Mention, member: &Member) -> u8 {
    let Some(title) = short.title.clone() else { return 0 };
    let address = lists().group(ADDRESS);
    let introduced = member.mentions.iter().take(INTRODUCED).filter_map(|&i| mentions.get(i));
    let mut best = 0;
    for known in introduced {
        let roles = known.title.clone().into_iter().chain(role::behind(reading, known.tokens.end));
        for i in roles.flatten() {
            let groups = lists().word(reading.lower(i)).groups & !address;
            for j in title.clone().filter(|&j| lists().word(reading.lower(j)).groups & groups != 0) {
                best = best.max(1 + u8::from(reading.lower(i) == reading.lower(j)));
            }
        }
    }
    best
}

/// Whether two words differ by one letter: left out, put in, changed, or two in each other's place.
fn one_off(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let rest = |of: &[char], skip: usize| of.get(front + skip..).unwrap_or_default().to_vec();
    match a.len() as i64 - b.len() as i64 {
        0 => {
            let swapped =
                a.get(front) == b.get(front + 1) && a.get(front + 1) == b.get(front) && rest(&a, 2) == rest(&b, 2);
            front < a.len() && (rest(&a, 1) == rest(&b, 1) || swapped)
        }
        1 => rest(&a, 1) == rest(&b, 0),
        -1 => rest(&a, 0) == rest(&b, 1),
        _ => false,
    }
}
