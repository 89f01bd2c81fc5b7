//! Nouns: plural or not, their singular, and the near-synonyms that are counted as one.

use crate::lists::{HEADS, NOUNS};

/// A head noun as claims compare it: in the singular, lower case, near-synonyms as one.
pub(crate) fn normalised(head: &str) -> String {
    let lower = head.to_lowercase();
    let singular = singular(&lower);
    HEADS.get(singular.as_str()).copied().map_or(singular, str::to_owned)
}

/// The singular of a noun: the usual endings, and the irregular ones that news counts.
pub(crate) fn singular(noun: &str) -> String {
    let irregular = match noun {
        "people" => "person",
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        "feet" => "foot",
        "teeth" => "tooth",
        "geese" => "goose",
        "mice" => "mouse",
        "lives" => "life",
        "wives" => "wife",
        "knives" => "knife",
        "wolves" => "wolf",
        "halves" => "half",
        "shelves" => "shelf",
        "leaves" => "leaf",
        "thieves" => "thief",
        "loaves" => "loaf",
        "criteria" => "criterion",
        "phenomena" => "phenomenon",
        "crises" => "crisis",
        "analyses" => "analysis",
        "series" | "species" | "news" | "police" => noun,
        "movies" => "movie",
        "buses" => "bus",
        "viruses" => "virus",
        "heroes" => "hero",
        "potatoes" => "potato",
        _ => "",
    };
    if !irregular.is_empty() {
        return irregular.to_owned();
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
    word.len() > 4
        && (word.ends_with("ed") && !word.ends_with("eed")
            || matches!(word, "held" | "made" | "built" | "taken" | "seen"))
}

/// Words that stand in a noun phrase and are never its head.
pub(crate) fn is_inner(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ly")
        && !matches!(word, "family" | "assembly" | "reply" | "supply" | "anomaly" | "monopoly")
        || matches!(
            word,
            "other"
                | "more"
                | "own"
                | "such"
                | "same"
                | "few"
                | "most"
                | "new"
                | "further"
                | "additional"
                | "big"
                | "small"
                | "large"
                | "major"
                | "old"
                | "different"
                | "separate"
                | "consecutive"
                | "straight"
                | "successive"
                | "former"
                | "young"
                | "good"
                | "bad"
                | "great"
                | "main"
                | "key"
        )
}

pub(crate) fn is_noun_of_speech(word: &str) -> bool {
    matches!(
        word,
        "reports"
            | "claims"
            | "states"
            | "protests"
            | "questions"
            | "demands"
            | "calls"
            | "notes"
            | "fears"
            | "hopes"
            | "estimates"
            | "objects"
            | "promises"
            | "comments"
            | "report"
            | "call"
            | "state"
    )
}
