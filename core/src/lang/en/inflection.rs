//! Inflection: what a word's form tells of it, and the base form behind it.
//!
//! Forms are given in lower case. Those that look like what they are not stand in `words/lookalikes.txt`, irregular pasts in
//! `words/verbs.txt`, the verbs of nouns that name an act in `words/deverbal.txt`. Where a function takes the form's entry in the
//! lexicon, a reading has it at hand: `is_past(reading.word(i), reading.lower(i))`.

use super::lexicon::{self, Word};

/// A regular past has at least so many letters: "ended". Shorter words in -ed are nouns and adjectives as often ("bed", "shed", "red");
/// "died" and "used" are lost with them.
const SHORTEST_PAST: usize = 5;
/// An adverb in -ly has at least so many letters: "only", but not "fly" and "sly".
const SHORTEST_ADVERB: usize = 4;
/// "un-" before one of these begins a verb as a rule: "undermined", "unveiled", "unleashed", "unfolded", "united", "uncovered", "unravelled".
/// Before any other letter it negates a participle: "unspecified", "unpaid".
const VERBS_IN_UN: [char; 7] = ['d', 'v', 'l', 'f', 'i', 'c', 'r'];

/// Whether it ends as regular pasts and participles do: "signed", and "unarmed" too.
///
/// ```
/// use copydesk_core::lang::en::inflection::is_regular_past;
/// assert!(is_regular_past("signed") && is_regular_past("unarmed"));
/// assert!(!is_regular_past("hundred") && !is_regular_past("met") && !is_regular_past("shed"));
/// ```
#[must_use]
pub fn is_regular_past(form: &str) -> bool {
    ends_as_past(form) && !entry(form).lookalike
}

fn ends_as_past(form: &str) -> bool {
    form.len() >= SHORTEST_PAST && form.ends_with("ed")
}

/// Whether it is a verb in the past tense, or its participle: "signed", "met", but not "hundred" and "unarmed".
///
/// ```
/// use copydesk_core::lang::en::{inflection, lexicon};
/// let is_past = |form| inflection::is_past(lexicon::look_up(form), form);
/// assert!(is_past("signed") && is_past("met") && is_past("unveiled"));
/// assert!(!is_past("hundred") && !is_past("unarmed") && !is_past("come"));
/// ```
#[must_use]
pub fn is_past(entry: &Word, form: &str) -> bool {
    (ends_as_past(form) && !is_negated(form) || entry.past_of.is_some()) && !entry.lookalike
}

/// What the lexicon knows of a form in lower case.
fn entry(form: &str) -> &'static Word {
    lexicon::word(lexicon::find(form))
}

/// "unspecified", "unpaid": adjectives, unlike "unveiled" and "undermined".
fn is_negated(form: &str) -> bool {
    form.strip_prefix("un").is_some_and(|rest| !rest.starts_with(VERBS_IN_UN))
}

/// Whether it ends as the present of the third person does: "says".
#[must_use]
pub fn is_third_person(form: &str) -> bool {
    form.ends_with('s')
}

/// Whether it ends as regular plurals do: "voters".
#[must_use]
pub fn is_plural(form: &str) -> bool {
    form.ends_with('s')
}

/// Whether it ends as a gerund or present participle does: "meeting".
#[must_use]
pub fn is_gerund(form: &str) -> bool {
    form.ends_with("ing") && !entry(form).lookalike
}

/// Whether it is an adverb made with -ly: "officially", but not "family".
///
/// ```
/// use copydesk_core::lang::en::inflection::is_adverb;
/// assert!(is_adverb("officially") && !is_adverb("family") && !is_adverb("soon"));
/// ```
#[must_use]
pub fn is_adverb(form: &str) -> bool {
    form.len() >= SHORTEST_ADVERB && form.ends_with("ly") && !entry(form).lookalike
}

/// The base form of a past or participle, of a verb of speech, or of a noun that names an act; `None` for other words.
///
/// ```
/// use copydesk_core::lang::en::{inflection, lexicon};
/// let lemma = |form| inflection::lemma(lexicon::look_up(form), form);
/// assert_eq!(lemma("ratified").as_deref(), Some("ratify"));
/// assert_eq!(lemma("ratification").as_deref(), Some("ratify"));
/// assert_eq!(lemma("hundred"), None);
/// ```
#[must_use]
pub fn lemma(entry: &Word, form: &str) -> Option<String> {
    if let Some(lemma) = entry.lemma.or(entry.past_of) {
        return Some(lemma.to_owned());
    }
    if let Some(verb) = act(entry, form) {
        return Some(verb.to_owned());
    }
    if is_past(entry, form) { Some(base(form.strip_suffix("ed")?)) } else { None }
}

/// The verb of a noun that names an act, in the singular or plural: "sign" for "signature".
#[must_use]
pub fn act(noun: &Word, form: &str) -> Option<&'static str> {
    noun.act.or_else(|| entry(form.strip_suffix('s')?).act)
}

/// The base form whose regular ending was cut off: "ratifi" → "ratify", "approv" → "approve", "stopp" → "stop".
fn base(stem: &str) -> String {
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
