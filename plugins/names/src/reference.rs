//! Reference: which of the cast a pronoun or a nominal ("he", "the analyst", "the agency") takes up. One walk goes through the text and bears in mind
//! whom it met (`seen`), what they do (`acting`), and resolves what it meets (`pronoun`, `nominal`).

use crate::Entity;
use crate::acting::{acts, is_source, speaks};
use crate::cast::Cast;
use crate::lists::Gender;
use crate::mention::Mention;
use crate::role;
use crate::seen::{Seen, remember};
use crate::steps::{Step, What, Word, steps};
use copydesk_core::{Class, Reading};
use std::ops::Range;

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

/// A walk through an article.
pub(crate) struct Walk<'r, 'a> {
    pub reading: &'r Reading<'a>,
    pub cast: &'r mut Cast,
    pub persons: Vec<Seen>,
    pub organisations: Vec<Seen>,
    /// Learning only: which pronouns go with persons of unknown gender.
    pub ballots: Option<Vec<(u16, u16)>>,
    pub out: Vec<Reference>,
    pub quoted: bool,
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
        let mut walk = Walk::new(reading, cast, ballots);
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
    let mut walk = Walk::new(reading, cast, None);
    walk.all(mentions, &steps, &quiet);
    walk.out
}

impl<'r, 'a> Walk<'r, 'a> {
    fn new(reading: &'r Reading<'a>, cast: &'r mut Cast, ballots: Option<Vec<(u16, u16)>>) -> Self {
        Self { reading, cast, persons: Vec::new(), organisations: Vec::new(), ballots, out: Vec::new(), quoted: false }
    }

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
                What::Owned(number, noun) => {
                    let Some(mention) = mentions.get(number).filter(|_| !skip) else { continue };
                    let place = self.cast.get(mention.entity).filter(|member| member.entity == Entity::Place);
                    if let Some(owner) = place.map(|member| member.name.clone()) {
                        let first = mention.tokens.start;
                        let the = usize::from(self.reading.lower(first.wrapping_sub(1)) == "the");
                        from = self.owned(first - the..noun + 1, clock, &owner).unwrap_or(from);
                    }
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
        let speaker = speaks(self.reading, &mention.tokens);
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
        let subject = (first && !governed) || speaker || acts(self.reading, mention.tokens.end);
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
        let source = is_source(self.reading, mention.tokens.start);
        match entity {
            Entity::Person => remember(&mut self.persons, seen),
            Entity::Organisation => remember(&mut self.organisations, Seen { speaker: speaker || source, ..seen }),
            // "Port Mirel denied it. It said …": the government, where a place speaks.
            Entity::Place if (speaker || source) && !possessive => {
                remember(&mut self.organisations, Seen { speaker: true, ..seen });
            }
            Entity::Place => {}
        }
    }
}
