//! Abbreviations whose full stop need not end a sentence.

use super::lexicon;

/// What an abbreviation stands before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// A name: "Gen. Kim". It never ends a sentence.
    BeforeName,
    /// A number: "Nov. 12", "No. 5". It ends a sentence only before a word that begins one.
    BeforeNumber,
    /// Anything: "Inc.", "etc."
    Plain,
}

/// The abbreviation that this word (in lower case, without its stop) is, if it is one.
#[must_use]
pub fn find(word: &str) -> Option<Abbreviation> {
    if word.len() > 6 {
        return None;
    }
    let line = lexicon::entries(include_str!("words/abbreviations.txt"))
        .find(|line| line.split(' ').skip(1).any(|w| w == word))?;
    match line.split(' ').next()? {
        "name" => Some(Abbreviation::BeforeName),
        "number" => Some(Abbreviation::BeforeNumber),
        _ => Some(Abbreviation::Plain),
    }
}
