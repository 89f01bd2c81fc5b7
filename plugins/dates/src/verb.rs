//! Verb forms and their base forms, as far as dates need them.

use copydesk_core::lang::en::lexicon::{self, Word};

/// Words in -ed that are no verbs.
const NO_VERBS: [&str; 14] = [
    "need", "speed", "indeed", "seed", "feed", "hundred", "sacred", "united", "naked", "exceed", "proceed", "succeed",
    "wicked", "breed",
];

/// Whether a word in lower case is a verb in the past tense, or its participle.
pub(crate) fn is_past(entry: &Word, word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && !NO_VERBS.contains(&word) && !is_negated(word)
        || entry.past_of.is_some() && !matches!(word, "run" | "come" | "become" | "bound")
}

/// "unspecified", "unpaid": adjectives, unlike "unveiled" and "undermined".
fn is_negated(word: &str) -> bool {
    word.strip_prefix("un").is_some_and(|rest| !["d", "v", "l", "f", "i", "c", "r"].iter().any(|c| rest.starts_with(c)))
}

/// The base form of a past or participle, of an -ing form that news dates, or of a noun that names an act; `None` for other words.
#[must_use]
pub fn lemma(entry: &Word, word: &str) -> Option<String> {
    if let Some(lemma) = entry.lemma.or(entry.past_of) {
        return Some(lemma.to_owned());
    }
    if let Some(verb) = noun(entry, word) {
        return Some(verb);
    }
    if is_past(entry, word) { Some(base(word.strip_suffix("ed")?)) } else { None }
}

/// The verb that a noun is made of: "sign" for "signature".
pub(crate) fn noun(entry: &Word, word: &str) -> Option<String> {
    let verb = entry.act.or_else(|| lexicon::look_up(word.strip_suffix('s')?).act)?;
    Some(verb.to_owned())
}

/// The base form whose regular ending was cut off: "ratifi" → "ratify", "approv" → "approve", "stopp" → "stop".
pub(crate) fn base(stem: &str) -> String {
    if let Some(stem) = stem.strip_suffix('i') {
        return format!("{stem}y");
    }
    let mut last = stem.chars().rev();
    let (c, b, a) = (last.next().unwrap_or(' '), last.next().unwrap_or(' '), last.next().unwrap_or(' '));
    let vowel = |c: char| "aeiouy".contains(c);
    if c == b && !matches!(c, 'l' | 's' | 'z' | 'f') && !vowel(c) {
        let mut stem = stem.to_owned();
        stem.pop();
        return stem;
    }
    let silent = stem.ends_with("creat")
        || matches!(c, 'v' | 'z' | 'u' | 'c')
        || matches!(
            (b, c),
            ('a' | 'i' | 'u' | 'o', 's' | 'g') | ('r' | 'l' | 'n' | 'd', 'g') | ('n' | 'r' | 'l' | 'p', 's')
        )
        || matches!(
            (a, b, c),
            (_, 'a', 't' | 'd')
                | (_, 'u' | 'i', 'r')
                | (_, 'i', 'd' | 'n' | 't' | 'k')
                | (_, 'o', 'k')
                | (_, 'u', 'c')
                | (_, 'l', 'v')
        ) && !vowel(a)
            && !matches!((a, b, c), ('s', 'i', 't') | ('r' | 'h' | 'm', 'i', 't') | ('t' | 'g', 'a', 't'))
        || matches!((a, b, c), (_, 'b' | 'p' | 't' | 'd' | 'g' | 'c' | 'f' | 'k', 'l'));
    if silent { format!("{stem}e") } else { stem.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_forms() {
        for (word, base) in [
            ("signed", "sign"),
            ("ratified", "ratify"),
            ("approved", "approve"),
            ("stopped", "stop"),
            ("announced", "announce"),
            ("killed", "kill"),
            ("released", "release"),
            ("invaded", "invade"),
            ("met", "meet"),
            ("ratification", "ratify"),
            ("attacked", "attack"),
            ("exchanged", "exchange"),
            ("declared", "declare"),
            ("visited", "visit"),
            ("created", "create"),
            ("joined", "join"),
            ("said", "say"),
            ("passed", "pass"),
            ("ended", "end"),
            ("opened", "open"),
        ] {
            assert_eq!(lemma(lexicon::look_up(word), word).as_deref(), Some(base), "{word}");
        }
        assert_eq!(lemma(lexicon::look_up("hundred"), "hundred"), None);
    }
}
