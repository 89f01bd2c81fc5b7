//! Statuses: whether an act is to come or has come about, by the words of the article.
//!
//! "The pact will take effect" and "the pact came into force" is an update when the second article is the later one, and a
//! contradiction when both are of one day.

use copydesk_core::lang::en::inflection::is_adverb;
use copydesk_core::lang::en::lexicon::entries;
use copydesk_core::{Class, Reading, Span};
use std::collections::HashMap;
use std::sync::LazyLock;

/// An act with its status.
pub(crate) struct Status {
    pub act: &'static str,
    /// `planned` or `done`.
    pub word: &'static str,
    /// The verb group with the word that tells the act: "will take effect".
    pub span: Span,
}

struct Act {
    name: &'static str,
    tells: Vec<&'static str>,
}

struct Table {
    acts: Vec<Act>,
    /// Verb form → (number of the act, whether it has come about).
    forms: HashMap<&'static str, Vec<(usize, bool)>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { acts: Vec::new(), forms: HashMap::new() };
    for line in entries(include_str!("words/statuses.txt")) {
        let mut parts = line.split('|').map(str::trim);
        let (Some(name), Some(to_come), Some(come), Some(tells)) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            continue;
        };
        let number = table.acts.len();
        table.acts.push(Act { name, tells: tells.split_ascii_whitespace().collect() });
        for (forms, done) in [(to_come, false), (come, true)] {
            for form in forms.split_ascii_whitespace() {
                table.forms.entry(form).or_default().push((number, done));
            }
        }
    }
    table
});

/// How many tokens behind the verb the word is looked for that tells the act.
const REACH: usize = 6;
/// How many tokens before the verb belong to its group: "have already", "are prepared to".
const GROUP: usize = 5;

/// The statuses in a text, in order.
pub(crate) fn statuses(reading: &Reading<'_>) -> Vec<Status> {
    let mut statuses = Vec::new();
    for sentence in reading.sentences() {
        let mut behind = sentence.tokens.start;
        for i in sentence.tokens.clone() {
            if i < behind {
                continue;
            }
            let Some(readings) = TABLE.forms.get(reading.lower(i)).filter(|_| reading.is(i, Class::WORD)) else {
                continue;
            };
            statuses.extend(readings.iter().find_map(|&(act, done)| {
                let act = TABLE.acts.get(act)?;
                let last = (i + 1..(i + 1 + REACH).min(sentence.tokens.end))
                    .take_while(|&j| !matches!(reading.raw(j), "," | ";" | "."))
                    .find(|&j| act.tells.iter().any(|stem| reading.lower(j).starts_with(stem)))?;
                let first = group(reading, sentence.tokens.start, i);
                let word = status(reading, first..i, done)?;
                behind = last + 1;
                Some(Status { act: act.name, word, span: reading.span(first..last + 1) })
            }));
        }
    }
    statuses
}

/// Words of a verb group before its verb.
const HELPERS: [&str; 32] = [
    "will", "would", "shall", "may", "might", "could", "can", "to", "has", "have", "had", "is", "are", "was", "were",
    "be", "been", "already", "now", "prepared", "ready", "set", "waiting", "due", "begun", "began", "started", "not",
    "yet", "soon", "never", "then",
];

/// The first token of the verb group that ends at `verb`.
fn group(reading: &Reading<'_>, start: usize, verb: usize) -> usize {
    // "will be actively engaged"
    let helps = |i: usize| HELPERS.contains(&reading.lower(i)) || is_adverb(reading.lower(i));
    let mut first = verb;
    while first > start && verb - first < GROUP && helps(first - 1) {
        first -= 1;
    }
    first
}

/// What the verb group says; `None` for one that leaves it open ("may", "not").
fn status(reading: &Reading<'_>, helpers: std::ops::Range<usize>, done: bool) -> Option<&'static str> {
    let has = |words: &[&str]| helpers.clone().any(|i| words.contains(&reading.lower(i)));
    if has(&["not", "may", "might", "could", "can", "would"]) {
        None
    } else if has(&["will", "shall", "to"]) || !done {
        Some("planned")
    } else {
        Some("done")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use copydesk_core::Article;

    #[test]
    fn what_is_to_come_is_told_from_what_has_come_about() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            let article = Article::new("t", text);
            let reading = Reading::new(&article).unwrap();
            let found: Vec<_> = statuses(&reading).iter().map(|s| (s.word, reading.slice(s.span))).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("The accord will take effect in spring.", &[("planned", "will take effect")]);
        check("The accord officially came into force.", &[("done", "officially came into force")]);
        check("Two battalions are ready to join the battle.", &[("planned", "are ready to join the battle")]);
        check("They will be actively engaged in combat.", &[("planned", "will be actively engaged in combat")]);
        check("Some have already entered combat.", &[("done", "have already entered combat")]);
        check("The accord may come into force. It came as a surprise.", &[]);
    }
}
