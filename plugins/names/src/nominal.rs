//! Nominals: "the analyst", "the agency", "the North's leader"; and who has no name: "a man", "a company".

use crate::acting::{acts, is_source, speaks};
use crate::cast::{Member, land};
use crate::lists::{Gender, Trait, lists};
use crate::reference::{Reference, Tie, Walk};
use crate::seen::{NOBODY, Seen, remember};
use copydesk_core::Class;
use std::ops::Range;

/// A role noun reaches back over so many sentences at most.
const NOMINAL_REACH: usize = 30;
/// "the company", where the text does not say what the organisation is, reaches back over so many sentences.
const COMPANY_REACH: usize = 1;
/// "the lender" for a bank, "the paper" for the Post: another word of the kind reaches back over so many sentences.
const KIND_REACH: usize = 8;
/// A nominal that bears the name of its kind is of so many tokens at most: "the state-run Kestrian news agency".
const LONGEST: usize = 8;

impl Walk<'_, '_> {
    /// "the analyst", "the agency".
    pub(crate) fn nominal(&mut self, i: usize, sentence: usize, noun: Option<usize>) -> Option<usize> {
        let reading = self.reading;
        let noun = noun?;
        // "the Port Mirel Sheriff's office", "the Brandt aide".
        let owns = reading.is(noun, Class::CAPITAL) && reading.glued(noun + 1) && reading.raw(noun + 1).len() > 1;
        let named = (i + 1..noun).any(|at| {
            reading.is(at, Class::CAPITAL)
                && !lists().word(reading.lower(at)).traits.any(Trait::DEMONYM | Trait::MODIFIER | Trait::ROLE)
        });
        if owns || named || noun - i > LONGEST {
            return None;
        }
        if lists().word(reading.lower(noun)).traits.any(Trait::ROLE) {
            let lands: Vec<&str> = (i + 1..noun)
                .filter(|&at| lists().word(reading.lower(at)).traits.any(Trait::DEMONYM))
                .map(|at| reading.lower(at))
                .collect();
            let from = |member: &Member| {
                lands.is_empty() || lands.iter().any(|land| member.lands.iter().any(|known| known == land))
            };
            self.bearer(i..noun + 1, sentence, from)
        } else {
            self.organisation(i..noun + 1, sentence)
        }
    }

    /// "Kestria's president", "the North's leader": who bears the role there. `owner` is the place's name.
    pub(crate) fn owned(&mut self, tokens: Range<usize>, sentence: usize, owner: &str) -> Option<usize> {
        let owner = land(owner);
        // Where no title says whose leader somebody is, nobody else's is met either.
        let any = self.cast.members.iter().any(|member| member.countries.contains(&owner));
        let from = |member: &Member| member.countries.contains(&owner) || (!any && member.countries.is_empty());
        self.bearer(tokens, sentence, from)
    }

    /// The nearest person with the role that a phrase ends in, of those for whom `from` holds.
    fn bearer(&mut self, tokens: Range<usize>, sentence: usize, from: impl Fn(&Member) -> bool) -> Option<usize> {
        let reading = self.reading;
        let noun = tokens.end - 1;
        let text = reading.lower(noun);
        let word = lists().word(text);
        let near =
            self.persons.iter().filter(|seen| seen.member != NOBODY && sentence - seen.sentence <= NOMINAL_REACH);
        let fit = |seen: &&Seen| {
            let member = self.cast.get(seen.member)?;
            let other = word.role_gender != Gender::Unknown
                && member.gender != Gender::Unknown
                && word.role_gender != member.gender;
            if other || !from(member) {
                return None;
            }
            if member.nouns.iter().any(|known| known == text) {
                return Some(2);
            }
            let near = sentence - seen.sentence <= 2
                && word.role_gender != Gender::Unknown
                && word.role_gender == member.gender;
            ((word.covers & member.groups != 0) || (near && matches!(text, "man" | "woman" | "boy" | "girl")))
                .then_some(1)
        };
        let best = near
            .filter_map(|seen| Some((fit(&seen)?, seen.token, *seen)))
            .max_by_key(|(fit, token, _)| (*fit, *token))
            .map(|(.., seen)| seen)?;
        // "a woman asked Brandt … the woman said".
        let unnamed =
            |seen: &Seen| seen.member == NOBODY && seen.token > best.token && reading.lower(seen.noun) == text;
        if self.persons.iter().any(unnamed) {
            return None;
        }
        self.out.push(Reference { tokens: tokens.clone(), member: best.member, tie: Tie::Role });
        let speaker = speaks(reading, &tokens);
        let subject = speaker || acts(reading, tokens.end);
        remember(&mut self.persons, Seen { sentence, token: tokens.start, subject, speaker, ..best });
        Some(tokens.end)
    }

    /// The organisation that a common noun takes up: one with that word in its name or called so, one of that kind, or the only one near.
    fn organisation(&mut self, tokens: Range<usize>, sentence: usize) -> Option<usize> {
        let reading = self.reading;
        let noun = tokens.end - 1;
        let text = reading.lower(noun);
        let word = lists().word(text);
        let speaker = speaks(reading, &tokens) || is_source(reading, tokens.start + 1);
        // "the government" is the country's that the outlet writes in or about: no name settles which.
        if text == "government" {
            return None;
        }
        let near = self.organisations.iter().rev().filter(|seen| sentence - seen.sentence <= NOMINAL_REACH);
        let member = |seen: &Seen| self.cast.get(seen.member);
        let called = |seen: &&Seen| match member(seen) {
            Some(member) => {
                member.key.split(' ').any(|part| part == text) || member.nouns.iter().any(|known| known == text)
            }
            None => reading.lower(seen.noun) == text,
        };
        let alike = |seen: &&Seen| {
            sentence - seen.sentence <= KIND_REACH
                && member(seen).is_some_and(|member| member.kinds & word.kind_covers != 0)
        };
        let best = near.clone().find(called).or_else(|| near.clone().find(alike)).or_else(|| {
            let mut open = near.filter(|seen| {
                word.kind_covers != 0
                    && sentence - seen.sentence <= COMPANY_REACH
                    && member(seen).is_none_or(|member| member.kinds == 0)
            });
            let only = open.next()?;
            (open.next().is_none() && only.member != NOBODY).then_some(only)
        });
        let best = best.copied();
        match best {
            Some(best) if best.member != NOBODY => {
                self.out.push(Reference { tokens: tokens.clone(), member: best.member, tie: Tie::Role });
                let seen = Seen { sentence, token: tokens.start, subject: true, speaker, ..best };
                remember(&mut self.organisations, seen);
            }
            // "The ministry said …. It said": an organisation that has no name here stands in the way of those that have one.
            _ if speaker => self.unnamed(tokens.start, noun, sentence, true),
            _ => return None,
        }
        Some(tokens.end)
    }

    /// An organisation or a text without a name: "a company", "the letter".
    pub(crate) fn unnamed(&mut self, i: usize, noun: usize, sentence: usize, speaker: bool) {
        let gender = Gender::Unknown;
        let seen = Seen {
            member: NOBODY,
            sentence,
            token: i,
            subject: true,
            speaker,
            gender,
            quoted: self.quoted,
            full: false,
            noun,
        };
        remember(&mut self.organisations, seen);
    }

    /// "a man", "a diplomat": somebody new, whom the next pronoun may mean.
    pub(crate) fn nobody(&mut self, i: usize, sentence: usize, noun: Option<usize>) -> Option<usize> {
        let reading = self.reading;
        let noun = noun?;
        // "Bae Rin, an analyst", "he is an analyst": somebody who was named.
        let before = reading.lower(i.wrapping_sub(1));
        if matches!(before, "," | "is" | "was" | "as" | "be" | "been" | "become" | "became" | "like" | "(" | "—") {
            return None;
        }
        let speaker = speaks(reading, &(i..noun + 1));
        let word = lists().word(reading.lower(noun));
        if !word.traits.any(Trait::ROLE) {
            if speaker {
                self.unnamed(i, noun, sentence, speaker);
            }
            return Some(noun + 1);
        }
        let subject = speaker || acts(reading, noun + 1);
        let seen = Seen {
            member: NOBODY,
            sentence,
            token: i,
            subject,
            speaker,
            gender: word.role_gender,
            quoted: self.quoted,
            full: false,
            noun,
        };
        remember(&mut self.persons, seen);
        Some(noun + 1)
    }
}
