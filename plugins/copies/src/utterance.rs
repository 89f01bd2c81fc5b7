//! Utterances: whether two quotations are one saying in two wordings.

use crate::stem::stem;
use copydesk_core::{Class, lang::en::lexicon};

/// The words of a quotation that have a meaning of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utterance {
    /// Stems of content words with whether they are names and where they first stand, sorted, each once.
    content: Vec<Content>,
    /// All its words.
    length: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Content {
    stem: String,
    place: u32,
    name: bool,
}

/// So many words, none of them a name, must be in both …
const FEWEST: usize = 2;
/// … and make up this part of the shorter one, in per cent. A story translated there and back was measured to keep 50 to 75 of 100 stems; two
/// statements of one office on one matter share up to 45.
const SHARE: usize = 50;
/// They must stand together: in a stretch of the longer one that has so many words for each of the shorter. A governor's statement of a hundred words has half of the words of
/// any other that he makes on the matter.
const STRETCH: u32 = 3;
/// So many letters must be the same for "president" and "presidential" to count as one.
const PREFIX: usize = 5;

impl Utterance {
    /// Reads a quotation's words.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut content: Vec<Content> = Vec::new();
        let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
        let mut length = 0;
        for (i, word) in words.filter(|word| !word.is_empty()).enumerate() {
            length = i as u32 + 1;
            let lower = word.to_lowercase();
            if lexicon::look_up(&lower).class.any(Class::FUNCTION) {
                continue;
            }
            let name = i > 0 && word.starts_with(char::is_uppercase);
            let stem = stem(&lower);
            if !stem.is_empty() {
                content.push(Content { stem: stem.to_owned(), place: i as u32, name });
            }
        }
        content.sort_unstable();
        content.dedup_by(|one, two| one.stem == two.stem);
        Self { content, length }
    }

    /// How many words with a meaning of their own it has.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.content.len()
    }

    /// How much of it is in the other too.
    #[must_use]
    pub fn shared(&self, other: &Self) -> Shared {
        let (mut i, mut j, mut words, mut places) = (0, 0, 0, Vec::new());
        while let (Some(one), Some(two)) = (self.content.get(i), other.content.get(j)) {
            if alike(&one.stem, &two.stem) {
                words += usize::from(!one.name);
                places.push((one.place, two.place));
                i += 1;
                j += 1;
            } else if one.stem < two.stem {
                i += 1;
            } else {
                j += 1;
            }
        }
        places.sort_unstable();
        let width = self.length.min(other.length) * STRETCH;
        let mut longer: Vec<u32> =
            places.iter().map(|&(a, b)| if self.length >= other.length { a } else { b }).collect();
        longer.sort_unstable();
        Shared { all: places.len(), together: together(&longer, width), words, ordered: rising(&places) }
    }

    /// Whether the two are one saying, by the words that they share. It asks nothing about the speaker.
    ///
    /// ```
    /// use copydesk_copies::Utterance;
    /// let one = Utterance::new("stay at the lock until the last barge is home");
    /// assert!(one.is_like(&Utterance::new("keep watch at the lock until the last barge is safe")));
    /// assert!(!one.is_like(&Utterance::new("close the lock to every ship that sails under their flag")));
    /// ```
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        let Shared { all, together, words, ordered } = self.shared(other);
        let shorter = self.weight().min(other.weight());
        // In the same order, most of them: two statements on one matter share its words, and not their order.
        words >= FEWEST && together * 100 >= shorter * SHARE && ordered * 2 > all
    }
}

/// What two quotations share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shared {
    /// Words with a meaning of their own.
    pub all: usize,
    /// The most of them in one stretch of the longer one, a few times as long as the shorter.
    pub together: usize,
    /// Those that follow the same word in both, or stand somewhere behind it.
    pub ordered: usize,
    /// Those that are no names.
    pub words: usize,
}

/// How many places stand behind the one before them, the first among them. A translator may swap two clauses: the order within each is kept.
fn rising(places: &[(u32, u32)]) -> usize {
    usize::from(!places.is_empty()) + places.windows(2).filter(|pair| matches!(pair, [a, b] if a.1 < b.1)).count()
}

/// The most places, of these in their order, that lie within so many words.
fn together(places: &[u32], width: u32) -> usize {
    let within = |(i, first): (usize, &u32)| places.partition_point(|&place| place < first.saturating_add(width)) - i;
    places.iter().enumerate().map(within).max().unwrap_or(0)
}

fn alike(one: &str, two: &str) -> bool {
    one == two || (one.len().min(two.len()) >= PREFIX && (one.starts_with(two) || two.starts_with(one)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_lie_far_apart_are_no_saying() {
        let short = Utterance::new("the ferry captain asked the harbour for help");
        let near = "It was late, and the captain of the ferry had asked the harbour for help twice, she said";
        assert!(short.is_like(&Utterance::new(near)));
        let filler = "and so it went on and on for all of them as it will when there is no end to it ".repeat(3);
        let far = format!("The ferry was new {filler} when the captain {filler} asked {filler} for help");
        assert!(!short.is_like(&Utterance::new(&far)));
    }
}
