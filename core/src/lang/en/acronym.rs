//! Acronyms: words of capitals, and the names whose initials they are.

use std::ops::RangeInclusive;

/// An acronym has so many letters: "EU", "UNICEF".
const LETTERS: RangeInclusive<usize> = 2..=6;
/// Words that an acronym may leave out: "Organization for Security and Co-operation in Europe" is the OSCE.
const SKIPPED: [&str; 5] = ["of", "for", "and", "in", "de"];

/// Whether a word has the shape of an acronym: two to six capitals of ASCII.
///
/// ```
/// use copydesk_core::lang::en::acronym::is_acronym;
/// assert!(is_acronym("KTA") && is_acronym("EU"));
/// assert!(!is_acronym("Kta") && !is_acronym("K") && !is_acronym("KESTRIA"));
/// ```
#[must_use]
pub fn is_acronym(word: &str) -> bool {
    LETTERS.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// The initials of a name's words, in lower case: of all of them, of those that an acronym keeps, of those with a capital ("official
/// Kestrian Telegraph Agency"). Empty where there is no such word.
#[must_use]
pub fn initials<W: AsRef<str>>(words: &[W]) -> [String; 3] {
    let of = |keeps: &dyn Fn(&str) -> bool| -> String {
        let kept = words.iter().map(AsRef::as_ref).filter(|word| keeps(word));
        kept.filter_map(|word| word.chars().next()).flat_map(char::to_lowercase).collect()
    };
    [of(&|_| true), of(&|word| !SKIPPED.contains(&word)), of(&|word| word.starts_with(char::is_uppercase))]
}

/// Whether a word, in any case, is made of the initials of these words.
///
/// ```
/// use copydesk_core::lang::en::acronym::abbreviates;
/// assert!(abbreviates("OSCE", &["Organization", "for", "Security", "and", "Co-operation", "in", "Europe"]));
/// assert!(abbreviates("KTA", &["official", "Kestrian", "Telegraph", "Agency"]));
/// assert!(!abbreviates("KT", &["Kestrian", "Telegraph", "Agency"]));
/// assert!(!abbreviates("K", &["Kestria"]));
/// ```
#[must_use]
pub fn abbreviates<W: AsRef<str>>(short: &str, words: &[W]) -> bool {
    let short = short.to_lowercase();
    short.chars().count() >= *LETTERS.start() && initials(words).contains(&short)
}
