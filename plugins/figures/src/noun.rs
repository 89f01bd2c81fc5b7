//! Nouns: plural or not, their singular, and the near-synonyms that are counted as one.

use crate::lists::{HEADS, NOUNS, SINGULARS};
use crate::role::Role;

/// A head noun as claims compare it: in the singular, lower case, near-synonyms as one.
pub(crate) fn normalised(head: &str) -> String {
    let lower = head.to_lowercase();
    let singular = singular(&lower);
    HEADS.get(singular.as_str()).copied().map_or(singular, str::to_owned)
}

/// The singular of a noun: the usual endings, and the irregular ones that news counts.
pub(crate) fn singular(noun: &str) -> String {
    if let Some(&singular) = SINGULARS.get(noun) {
        return singular.to_owned();
    }
    let stem = |end: &str, put: &str| noun.strip_suffix(end).map(|stem| format!("{stem}{put}"));
    stem("men", "man")
        .filter(|_| noun.len() > 5)
        .or_else(|| stem("ies", "y").filter(|_| noun.len() > 4))
        .or_else(|| stem("sses", "ss"))
        .or_else(|| stem("shes", "sh"))
        .or_else(|| stem("ches", "ch"))
        .or_else(|| stem("xes", "x"))
        .or_else(|| stem("s", "").filter(|_| noun.len() > 3 && !noun.ends_with("ss") && !noun.ends_with("us")))
        .unwrap_or_else(|| noun.to_owned())
}

/// Whether the word looks like a plural noun.
pub(crate) fn is_plural(word: &str) -> bool {
    let nouns = &*NOUNS;
    nouns.counted.contains(word)
        || word.len() > 2
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("ous")
            && !nouns.not.contains(word)
}

pub(crate) fn is_participle(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") || Role::of(word).any(Role::PARTICIPLE)
}

/// Words that stand in a noun phrase and are never its head.
pub(crate) fn is_inner(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ly") && !Role::of(word).any(Role::NOMINAL) || Role::of(word).any(Role::INNER)
}

pub(crate) fn is_noun_of_speech(word: &str) -> bool {
    Role::of(word).any(Role::TOLD)
}
