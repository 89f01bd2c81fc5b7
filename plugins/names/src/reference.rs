//! Reference: which of the cast a pronoun or a nominal ("he", "the analyst", "the agency") takes up.

use crate::Entity;
use crate::cast::Cast;
use crate::lists::{Gender, Trait, lists};
use crate::mention::Mention;
use crate::role;
use crate::steps::{Step, What, Word, steps};
use copydesk_core::{Class, Reading};
use std::ops::Range;

/// So many persons, and as many organisations, are borne in mind: more than ever compete in an article.
const REMEMBERED: usize = 12;
/// A pronoun reaches back over so many sentences at most.
const PRONOUN_REACH: usize = 6;
/// A role noun reaches back over so many sentences at most.
const NOMINAL_REACH: usize = 30;
/// "the company", without a word in common with the name, reaches back over so many sentences.
const COMPANY_REACH: usize = 1;
/// An apposition between a speaker and the verb has at most so many tokens.
const APPOSED: usize = 32;
/// A mention in the text is fresher than one in a quotation for so many sentences.
const FRESH: usize = 2;

/// How a link of a chain was tied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tie {
    Pronoun,
    Role,
    It,
}

/// A pronoun or a nominal, and who is meant.
#[derive(Clone, Debug)]
pub(crate) struct Reference {
    pub tokens: Range<usize>,
    pub member: usize,
    pub tie: Tie,
}

#[derive(Clone, Copy, Debug)]
struct Seen {
    /// `usize::MAX`: somebody without a name ("a man").
    member: usize,
    sentence: usize,
    token: usize,
    subject: bool,
    speaker: bool,
    gender: Gender,
    /// Named inside a quotation.
    quoted: bool,
    /// Introduced here, with the full name and a role.
    full: bool,
    /// Of somebody without a name: the noun's token.
    noun: usize,
}

struct Walk<'r, 'a> {
    reading: &'r Reading<'a>,
    cast: &'r mut Cast,
    persons: Vec<Seen>,
    organisations: Vec<Seen>,
    /// Learning only: which pronouns go with persons of unknown gender.
    ballots: Option<Vec<(u16, u16)>>,
    out: Vec<Reference>,
    quoted: bool,
}

/// Resolves all pronouns and nominals. `quiet` says of a sentence that it is furniture.
pub(crate) fn resolve(
    reading: &Reading<'_>,
    mentions: &[Mention],
    cast: &mut Cast,
    quiet: impl Fn(usize) -> bool,
) -> Vec<Reference> {
    let steps = steps(reading, mentions);
    // Genders first, from the pronouns that can only mean one person.
    let unknown = cast.members.iter().any(|member| member.entity == Entity::Person && member.gender == Gender::Unknown);
    if unknown {
        let ballots = Some(vec![(0, 0); cast.members.len()]);
        let mut walk = Walk {
            reading,
            cast,
            persons: Vec::new(),
            organisations: Vec::new(),
            ballots,
            out: Vec::new(),
            quoted: false,
        };
        walk.all(mentions, &steps, &quiet);
        let ballots = walk.ballots.take().unwrap_or_default();
        for (member, (he, she)) in cast.members.iter_mut().zip(ballots) {
            if member.gender == Gender::Unknown {
                member.gender = match he.cmp(&she) {
                    std::cmp::Ordering::Greater => Gender::Male,
                    std::cmp::Ordering::Less => Gender::Female,
                    std::cmp::Ordering::Equal => Gender::Unknown,
                };
            }
        }
    }
    let mut walk = Walk {
        reading,
        cast,
        persons: Vec::new(),
        organisations: Vec::new(),
        ballots: None,
        out: Vec::new(),
        quoted: false,
    };
    walk.all(mentions, &steps, &quiet);
    walk.out
}

impl Walk<'_, '_> {
    fn all(&mut self, mentions: &[Mention], steps: &[Step], quiet: &impl Fn(usize) -> bool) {
        // Sentences inside a quotation do not count: “A. B. C,” she said takes up who spoke before A.
        let mut clock = 0;
        let (mut first, mut skip, mut from) = (true, false, 0);
        for step in steps {
            if step.token < from {
                continue;
            }
            let i = step.token;
            match step.what {
                What::Sentence(number) => {
                    let line = self.reading.is(i, Class::LINE_START);
                    clock += usize::from(!self.quoted || line);
                    (first, skip) = (true, quiet(number));
                }
                What::Line => self.quoted = false,
                What::Mark => self.mark(i),
                What::Mention(number) => {
                    let Some(mention) = mentions.get(number) else { continue };
                    if !skip {
                        self.mention(mention, clock, first);
                    }
                    first = false;
                    from = mention.tokens.end;
                }
                What::Word(word, noun) => {
                    // "While he served under Brandt, …": the pronoun is the subject, not the first name.
                    first &= !matches!(word, Word::Subject | Word::Pronoun(_, true));
                    if skip {
                        continue;
                    }
                    let end = match word {
                        Word::Subject => None,
                        Word::Pronoun(gender, subject) => self.pronoun(i, clock, gender, subject),
                        Word::It => self.it(i, clock),
                        Word::The => self.nominal(i, clock, noun),
                        Word::A => self.nobody(i, clock, noun),
                    };
                    from = end.unwrap_or(from);
                }
            }
        }
    }

    /// Keeps account of quotation marks; pairs of apostrophes stand for one.
    fn mark(&mut self, i: usize) {
        let double = matches!(self.reading.raw(i), "'" | "’" | "‘")
            && self.reading.raw(i + 1) == self.reading.raw(i)
            && self.reading.glued(i + 1);
        match self.reading.raw(i) {
            "“" | "„" | "«" => self.quoted = true,
            "”" | "»" => self.quoted = false,
            "\"" => self.quoted = !self.quoted,
            _ if double => self.quoted = !self.quoted,
            _ => {}
        }
    }

    fn mention(&mut self, mention: &Mention, sentence: usize, first: bool) {
        let Some(member) = self.cast.get(mention.entity) else { return };
        let (entity, gender) = (member.entity, member.gender);
        let speaker = self.speaks(&mention.tokens);
        // "People like Scott, he said": what opens the sentence is no subject behind a preposition.
        let governed = mention.tokens.start.checked_sub(1).is_some_and(|i| {
            matches!(
                self.reading.lower(i),
                "of" | "like"
                    | "under"
                    | "to"
                    | "for"
                    | "in"
                    | "on"
                    | "by"
                    | "from"
                    | "than"
                    | "about"
                    | "against"
                    | "unlike"
            )
        });
        let subject = (first && !governed) || speaker || self.acts(mention.tokens.end);
        let possessive =
            self.reading.glued(mention.tokens.end) && self.reading.raw(mention.tokens.end).starts_with(['\'', '’']);
        let seen = Seen {
            member: mention.entity,
            sentence,
            token: mention.tokens.start,
            subject: subject && !possessive,
            speaker,
            gender,
            quoted: self.quoted,
            full: mention.key.contains(' ') && role::behind(self.reading, mention.tokens.end).is_some(),
            noun: 0,
        };
        match entity {
            Entity::Person => remember(&mut self.persons, seen),
            Entity::Organisation => remember(&mut self.organisations, seen),
            Entity::Place => {}
        }
    }

    /// Whether a verb of speech goes with these tokens.
    fn speaks(&self, tokens: &Range<usize>) -> bool {
        let speech = |i: usize| self.reading.is(i, Class::SPEECH) && !self.reading.is(i, Class::CAPITAL);
        let before = tokens.start.wrapping_sub(1);
        let title = (0..4)
            .map(|n| tokens.start.wrapping_sub(n + 1))
            .find(|&i| !lists().word(self.reading.lower(i)).traits.any(Trait::ROLE | Trait::MODIFIER));
        speech(tokens.end)
            || (speech(tokens.end + 1) && self.reading.is(tokens.end, Class::WORD))
            || self.speaks_behind(tokens.end)
            || inverted(self.reading, before)
            || title.is_some_and(|i| inverted(self.reading, i))
    }

    /// "Jo Lund, the head of the firm that built it, told me": the verb behind an apposition.
    fn speaks_behind(&self, comma: usize) -> bool {
        let opens = |i: usize| {
            matches!(self.reading.raw(i), "," | "—" | "–")
                || (self.reading.is(i, Class::DASH) && !self.reading.glued(i))
        };
        let ends = |i: usize| self.reading.is(i, Class::STOP | Class::QUOTE | Class::LINE_START);
        opens(comma)
            && (comma + 1..comma + APPOSED)
                .take_while(|&i| !ends(i))
                .any(|i| opens(i) && self.reading.is(i + 1, Class::SPEECH) && !self.reading.is(i + 1, Class::CAPITAL))
    }

    /// Whether what follows looks like the verb of a subject.
    fn acts(&self, next: usize) -> bool {
        let word = self.reading.lower(next);
        self.reading.is(next, Class::WORD)
            && !self.reading.is(next, Class::CAPITAL)
            && (matches!(
                word,
                "is" | "was"
                    | "has"
                    | "had"
                    | "will"
                    | "would"
                    | "did"
                    | "does"
                    | "can"
                    | "could"
                    | "may"
                    | "might"
                    | "should"
                    | "also"
                    | "who"
            ) || (word.len() > 3 && word.ends_with("ed"))
                || (word.len() > 3 && word.ends_with('s') && !self.reading.is(next, Class::FUNCTION)))
    }

    fn pronoun(&mut self, i: usize, sentence: usize, gender: Gender, subject: bool) -> Option<usize> {
        let speaks = subject && self.speaks(&(i..i + 1));
        let fitting = |seen: &&Seen| {
            (seen.gender == gender || seen.gender == Gender::Unknown) && sentence - seen.sentence <= PRONOUN_REACH
        };
        let score = |seen: &Seen| {
            let distance = sentence - seen.sentence;
            let mut score = -8 * distance as i32;
            score += i32::from(seen.gender == gender) * 4 + i32::from(seen.subject) * 5;
            score += i32::from(seen.speaker && speaks) * 6;
            // "which worries Jo Lund, the mayor. “It is late,” she said": who is introduced soon speaks.
            score += i32::from(seen.full && speaks && !seen.quoted) * 8;
            // “But what if Brandt wins?” he said: whom the quotation names is seldom who speaks it.
            score -= i32::from(seen.quoted && !self.quoted && subject) * if speaks { 14 } else { 7 };
            // In one sentence the object is seldom meant by a subject pronoun, and the nearest is by a possessive.
            score += i32::from(distance == 0 && !subject) * 2;
            // Somebody without a name is meant where he acts, seldom otherwise: "wrong for a justice to …".
            score -= i32::from(seen.member == usize::MAX && !seen.subject) * 5;
            let weight = self.cast.get(seen.member).map_or(0, |member| member.mentions.len().min(6));
            score + weight as i32
        };
        let best = self.persons.iter().filter(fitting).max_by_key(|seen| (score(seen), seen.token)).copied()?;
        if (subject || !self.quoted)
            && let Some(ballots) = &mut self.ballots
        {
            let mut near = self.persons.iter().filter(|seen| {
                sentence - seen.sentence <= 1 && (seen.gender == gender || seen.gender == Gender::Unknown)
            });
            if best.gender == Gender::Unknown
                && near.next().is_some()
                && near.next().is_none()
                && let Some(ballot) = ballots.get_mut(best.member)
            {
                match gender {
                    Gender::Male => ballot.0 += 1,
                    _ => ballot.1 += 1,
                }
            }
        }
        if best.member != usize::MAX {
            self.out.push(Reference { tokens: i..i + 1, member: best.member, tie: Tie::Pronoun });
        }
        remember(&mut self.persons, Seen { sentence, token: i, subject, speaker: speaks, quoted: self.quoted, ..best });
        Some(i + 1)
    }

    /// "it said": the organisation that spoke last.
    fn it(&mut self, i: usize, sentence: usize) -> Option<usize> {
        if !self.speaks(&(i..i + 1)) || self.reading.is(i.wrapping_sub(1), Class::SPEECH) {
            return None;
        }
        let best =
            self.organisations.iter().rev().find(|seen| seen.speaker && sentence - seen.sentence <= 2).copied()?;
        self.out.push(Reference { tokens: i..i + 1, member: best.member, tie: Tie::It });
        remember(&mut self.organisations, Seen { sentence, token: i, subject: true, speaker: true, ..best });
        Some(i + 1)
    }

    /// "the analyst", "the agency".
    fn nominal(&mut self, i: usize, sentence: usize, noun: Option<usize>) -> Option<usize> {
        const COMPANY: [&str; 13] = [
            "company",
            "firm",
            "group",
            "organisation",
            "organization",
            "network",
            "broadcaster",
            "giant",
            "retailer",
            "newspaper",
            "paper",
            "agency",
            "outlet",
        ];
        let reading = self.reading;
        let noun = noun.or_else(|| {
            Some(i + 1).filter(|&at| COMPANY.contains(&reading.lower(at)) && reading.lower(at + 1) != "of")
        })?;
        let text = reading.lower(noun);
        let word = lists().word(text);
        let tokens = i..noun + 1;
        // "the Port Mirel Sheriff's office", "the Brandt aide".
        let owns = reading.is(noun, Class::CAPITAL) && reading.glued(noun + 1) && reading.raw(noun + 1).len() > 1;
        let named = (i + 1..noun).any(|at| {
            reading.is(at, Class::CAPITAL)
                && !lists().word(reading.lower(at)).traits.any(Trait::DEMONYM | Trait::MODIFIER | Trait::ROLE)
        });
        if owns || named {
            return None;
        }
        if word.traits.any(Trait::ROLE) {
            let lands: Vec<&str> = (i + 1..noun)
                .filter(|&at| lists().word(reading.lower(at)).traits.any(Trait::DEMONYM))
                .map(|at| reading.lower(at))
                .collect();
            let near = self
                .persons
                .iter()
                .filter(|seen| seen.member != usize::MAX && sentence - seen.sentence <= NOMINAL_REACH);
            let fit = |seen: &&Seen| {
                let member = self.cast.get(seen.member)?;
                if word.role_gender != Gender::Unknown
                    && member.gender != Gender::Unknown
                    && word.role_gender != member.gender
                {
                    return None;
                }
                if !lands.is_empty() && !lands.iter().any(|land| member.lands.iter().any(|known| known == land)) {
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
                |seen: &Seen| seen.member == usize::MAX && seen.token > best.token && reading.lower(seen.noun) == text;
            if self.persons.iter().any(unnamed) {
                return None;
            }
            self.out.push(Reference { tokens: tokens.clone(), member: best.member, tie: Tie::Role });
            let speaker = self.speaks(&tokens);
            let subject = speaker || self.acts(noun + 1);
            remember(&mut self.persons, Seen { sentence, token: i, subject, speaker, ..best });
            return Some(noun + 1);
        }
        let near = self.organisations.iter().rev().filter(|seen| sentence - seen.sentence <= NOMINAL_REACH);
        let shares = |seen: &&Seen| {
            self.cast
                .get(seen.member)
                .is_some_and(|member| member.name.split(' ').any(|part| part.eq_ignore_ascii_case(text)))
        };
        let best = near.clone().find(shares).or_else(|| {
            let mut near = near.filter(|seen| COMPANY.contains(&text) && sentence - seen.sentence <= COMPANY_REACH);
            let only = near.next()?;
            near.next().is_none().then_some(only)
        });
        // "the government" is the country's that the outlet writes in or about: no name settles which.
        let best = best.filter(|_| text != "government").copied()?;
        let speaker = self.speaks(&tokens);
        self.out.push(Reference { tokens, member: best.member, tie: Tie::Role });
        remember(&mut self.organisations, Seen { sentence, token: i, subject: true, speaker, ..best });
        Some(noun + 1)
    }

    /// "a man", "a diplomat": somebody new, whom the next pronoun may mean.
    fn nobody(&mut self, i: usize, sentence: usize, noun: Option<usize>) -> Option<usize> {
        let reading = self.reading;
        let noun = noun?;
        // "Bae Rin, an analyst", "he is an analyst": somebody who was named.
        let before = reading.lower(i.wrapping_sub(1));
        if matches!(before, "," | "is" | "was" | "as" | "be" | "been" | "become" | "became" | "like" | "(" | "—") {
            return None;
        }
        let speaker = self.speaks(&(i..noun + 1));
        let gender = lists().word(reading.lower(noun)).role_gender;
        let subject = speaker || self.acts(noun + 1);
        self.persons.push(Seen {
            member: usize::MAX,
            sentence,
            token: i,
            subject,
            speaker,
            gender,
            quoted: self.quoted,
            full: false,
            noun,
        });
        if self.persons.len() > REMEMBERED {
            self.persons.remove(0);
        }
        Some(noun + 1)
    }
}

/// Whether the verb of speech at `i` stands before its subject: “…,” said Brandt. "criticised Brandt" is none.
pub(crate) fn inverted(reading: &Reading<'_>, i: usize) -> bool {
    reading.is(i, Class::SPEECH) && !reading.is(i, Class::CAPITAL) && !reading.is(i.wrapping_sub(1), Class::WORD)
}

/// Puts somebody at the end of the list of those borne in mind.
fn remember(list: &mut Vec<Seen>, mut seen: Seen) {
    if let Some(old) = list.iter().position(|old| old.member == seen.member && seen.member != usize::MAX) {
        // Whom a quotation names is borne in mind as the one of whom the text spoke.
        if seen.quoted && list.get(old).is_some_and(|old| !old.quoted && seen.sentence - old.sentence <= FRESH) {
            return;
        }
        let old = list.remove(old);
        if old.sentence == seen.sentence {
            seen.subject |= old.subject;
            seen.speaker |= old.speaker;
        }
    }
    list.push(seen);
    if list.len() > REMEMBERED {
        list.remove(0);
    }
}
