//! Those who stand behind a verb: "killed a man and two boys", "wounding a third".

use super::group::{Group, Told};
use super::phrase::is_person;
use super::{Clause, GROUPS, NOUN_REACH};
use copydesk_core::Class;
use copydesk_core::lang::en::inflection::is_adverb;

/// How many tokens a name behind a verb may take: "killed Brisca County's sheriff, Marta Quill".
const NAME: usize = 14;

impl Clause<'_, '_> {
    /// Those who stand behind a verb, from `start` on: "killed a man and two boys".
    pub fn behind(&self, start: usize) -> Option<Group> {
        let mut all = self.starting(start)?;
        // Joined by commas only, so far: a list if an "and" follows.
        let mut listed: Option<Group> = None;
        for _ in 1..GROUPS {
            let last = listed.as_ref().unwrap_or(&all);
            let (told, end) = (last.told, self.set_off(last));
            let joint = match (self.lower(end), self.lower(end + 1)) {
                // "Killing two, and a suspect is sought": a comma before "and" joins lists only.
                (",", "and") if listed.is_some() => 2,
                ("and" | ",", _) => 1,
                _ => break,
            };
            // "a father and son": the second goes without an article.
            let bare =
                || is_person(self.lower(end + joint)).then(|| Group::one(Told::Noun, end + joint..end + joint + 1));
            let Some(more) = self.starting(end + joint).or_else(bare) else { break };
            if self.lower(end) == "," && joint == 1 {
                if more.told != told {
                    break;
                }
                listed = Some(listed.unwrap_or_else(|| all.clone()).with(more)?);
            } else {
                all = listed.take().unwrap_or(all).with(more)?;
            }
        }
        Some(all)
    }

    /// Behind what is set off by commas after a group: "his wife, Marta Quill, and", "Marta Quill, 41, and".
    fn set_off(&self, group: &Group) -> usize {
        let end = group.tokens.end;
        if self.lower(end) != "," || group.told == Told::Number {
            return end;
        }
        let closes = |i: &usize| matches!(self.lower(*i), "," | "and" | "." | "");
        let Some(close) = (end + 1..end + 1 + NOUN_REACH).find(closes).filter(|close| *close > end + 1) else {
            return end;
        };
        let aged = self.reading.is(close - 1, Class::DIGITS);
        let named = group.told == Told::Noun && self.reading.is(end + 1, Class::CAPITAL);
        match self.lower(close) {
            "," if aged || named => {
                if self.lower(close + 1) == "and" {
                    close + 1
                } else {
                    close
                }
            }
            "and" if aged => close,
            _ => end,
        }
    }

    fn starting(&self, start: usize) -> Option<Group> {
        let mut i = start;
        // "killing at least", "killed as many as": what the figure has not taken in.
        while i < start + 3 && self.reading.is(i, Class::BOUND) && self.figures.at(i).is_none() {
            i += 1;
        }
        if let Some(group) = self.figures.at(i) {
            let end = group.tokens.end;
            // "injured one of the family's dogs"
            if self.lower(end) == "of" && !(end + 1..end + 1 + NOUN_REACH).any(|j| self.is_people(j)) {
                return None;
            }
            let part = self.lower(end) == "of";
            return Some(Group { tokens: i..self.noun_end(end), stated: !part, ..group });
        }
        match self.lower(i) {
            "himself" | "herself" | "self" => {
                return Some(Group { further: true, ..Group::one(Told::Noun, i..i + 1) });
            }
            "him" => return Some(Group::one(Told::Pronoun, i..i + 1)),
            "nobody" => return Some(Group::nobody(i..i + 1)),
            "no" if self.lower(i + 1) == "one" && self.lower(i + 2) != "else" => return Some(Group::nobody(i..i + 2)),
            "both" => return Some(Group::several(i..i + 1, 2)),
            "a" | "an" | "another" | "his" | "her" | "their" | "the" | "one" => {
                if let Some(group) = self.determined(i, (i + NOUN_REACH).min(self.sentence.end)) {
                    return Some(group);
                }
                // "his two sons"
                if let Some(group) = self.figures.at(i + 1) {
                    return Some(Group { tokens: i..self.noun_end(group.tokens.end), ..group });
                }
                // "killing one and wounding another", "and injuring a third"
                let alone = |j: usize| !self.reading.is(j, Class::WORD) || self.reading.is(j, Class::FUNCTION);
                let further = self.lower(i) != "one";
                return match self.lower(i) {
                    "another" | "one" if alone(i + 1) => Some(Group { further, ..Group::one(Told::Noun, i..i + 1) }),
                    "a" if matches!(self.lower(i + 1), "second" | "third" | "fourth" | "fifth") && alone(i + 2) => {
                        Some(Group { further, ..Group::one(Told::Noun, i..i + 2) })
                    }
                    "her" if alone(i + 1) => Some(Group::one(Told::Pronoun, i..i + 1)),
                    _ => None,
                };
            }
            _ => {}
        }
        let name = |j: usize| {
            let class = self.reading.class(j);
            let word =
                class.all(Class::WORD | Class::CAPITAL) && !class.any(Class::FUNCTION | Class::MONTH | Class::WEEKDAY);
            self.sentence.contains(&j) && (word || class.any(Class::QUOTE) && self.reading.is(j + 1, Class::CAPITAL))
        };
        let end = (i..i + NAME).find(|&j| !name(j)).unwrap_or(i);
        // "killed Brisca County bailiffs": what follows is the noun.
        let noun = self.reading.class(end).any(Class::WORD)
            && !self.reading.class(end).any(Class::FUNCTION | Class::TEMPORAL)
            && !is_adverb(self.lower(end));
        (end > i && !noun).then(|| Group::one(Told::Name, i..end))
    }

    /// Whether the token names people: "victims", "them".
    fn is_people(&self, i: usize) -> bool {
        let word = self.lower(i);
        is_person(word)
            || matches!(word, "them" | "people" | "men" | "women" | "children" | "police" | "deputies")
            || word.strip_suffix('s').is_some_and(is_person)
    }

    /// Behind the noun of a group that begins before `from`.
    fn noun_end(&self, from: usize) -> usize {
        let last = self.sentence.end.min(from + NOUN_REACH);
        let ends = |&i: &usize| {
            self.reading.is(i, Class::FUNCTION) || self.reading.is(i, Class::SIGN) && !self.reading.is(i, Class::DASH)
        };
        (from..last).find(ends).unwrap_or(last)
    }
}
