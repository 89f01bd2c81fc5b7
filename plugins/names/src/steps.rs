//! Steps: where the walks through a text stop, whom they may meet there, and the nouns that articles open.

use crate::lists::{Gender, Trait, lists};
use crate::mention::Mention;
use copydesk_core::{Class, Reading};

/// Words between "the" and its noun.
const MODIFIERS: usize = 4;

/// What a walk through the text stops at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub token: usize,
    pub what: What,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum What {
    /// A sentence begins, of that number.
    Sentence(usize),
    /// A line begins.
    Line,
    /// A quotation mark.
    Mark,
    /// The mention of that number.
    Mention(usize),
    /// A possessive ending behind the mention of that number, with the role noun that it owns: "Kestria's president".
    Owned(usize, usize),
    /// A function word, with the noun of the phrase that it opens.
    Word(Word, Option<usize>),
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Word {
    /// "they", "we", "I".
    Subject,
    /// "he", "her"; whether it is a subject.
    Pronoun(Gender, bool),
    It,
    /// "the", "this".
    The,
    /// "a", "another".
    A,
}

fn word(lower: &str) -> Option<Word> {
    Some(match lower {
        "he" => Word::Pronoun(Gender::Male, true),
        "him" | "his" | "himself" => Word::Pronoun(Gender::Male, false),
        "she" => Word::Pronoun(Gender::Female, true),
        "her" | "hers" | "herself" => Word::Pronoun(Gender::Female, false),
        "it" => Word::It,
        "they" | "we" | "i" => Word::Subject,
        "the" | "this" | "that" => Word::The,
        "a" | "an" | "another" | "one" => Word::A,
        _ => return None,
    })
}

/// Where the walks stop, in order: found once, for the walk that learns genders and the one that resolves.
pub(crate) fn steps(reading: &Reading<'_>, mentions: &[Mention]) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut next = 0;
    for (number, sentence) in reading.sentences().iter().enumerate() {
        steps.push(Step { token: sentence.tokens.start, what: What::Sentence(number) });
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            while mentions.get(next).is_some_and(|m| m.tokens.start < i) {
                next += 1;
            }
            let mention = mentions.get(next).map_or(usize::MAX, |m| m.tokens.start);
            if mention == i {
                steps.push(Step { token: i, what: What::Mention(next) });
                i = mentions.get(next).map_or(i, |m| m.tokens.end).max(i + 1);
                if reading.glued(i) && matches!(reading.raw(i), "'s" | "’s" | "'" | "’") {
                    let behind = mentions.get(next + 1).map_or(usize::MAX, |m| m.tokens.start);
                    let noun = noun(reading, i, behind, Trait::ROLE);
                    steps.extend(noun.map(|noun| Step { token: i, what: What::Owned(next, noun) }));
                }
                continue;
            }
            let class = reading.class(i);
            if class.any(Class::LINE_START) {
                steps.push(Step { token: i, what: What::Line });
            }
            if class.any(Class::QUOTE) {
                steps.push(Step { token: i, what: What::Mark });
            }
            if class.any(Class::FUNCTION)
                && let Some(word) = word(reading.lower(i))
            {
                let noun = match word {
                    Word::The => {
                        let organisation = Trait::ORGANISATION_HEAD | Trait::KIND | Trait::TEXT;
                        noun(reading, i, mention, Trait::ROLE | organisation)
                    }
                    Word::A => noun(reading, i, mention, Trait::ROLE | Trait::KIND | Trait::TEXT),
                    _ => None,
                };
                if noun.is_some() || !matches!(word, Word::A) {
                    steps.push(Step { token: i, what: What::Word(word, noun) });
                }
            }
            i += 1;
        }
    }
    steps
}

/// The noun of the phrase that an article opens at `i`, in lower case and followed by no name.
fn noun(reading: &Reading<'_>, i: usize, next_mention: usize, traits: Trait) -> Option<usize> {
    let mut found = None;
    for at in i + 1..i + 2 + MODIFIERS {
        let word = lists().word(reading.lower(at));
        if !reading.is(at, Class::WORD | Class::DASH) || reading.is(at, Class::SPEECH) && found.is_some() {
            break;
        }
        let office = word.traits.any(Trait::ROLE) && !reading.is(at + 1, Class::CAPITAL);
        if word.traits.any(traits) && (!reading.is(at, Class::CAPITAL) || office) {
            found = Some(at);
        } else if found.is_some() || (reading.is(at, Class::FUNCTION) && !reading.is(at, Class::DASH)) {
            break;
        }
    }
    let noun = found?;
    let apposed = reading.raw(noun + 1) == "," && next_mention == noun + 2;
    let goes_on = matches!(reading.lower(noun + 1), "of" | "for" | "at" | "to")
        || reading.is(noun + 1, Class::DASH)
        || apposed
        || next_mention == noun + 1;
    (!goes_on).then_some(noun)
}
