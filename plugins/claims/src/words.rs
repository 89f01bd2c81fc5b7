//! The word lists of claims, as data.

use copydesk_core::lang::en::lexicon::entries;
use std::collections::HashSet;
use std::sync::LazyLock;

/// The facet that a word (in lower case) tells of what is counted: `killed` for "dead".
pub(crate) fn facet(word: &str) -> Option<&'static str> {
    static FACETS: LazyLock<Vec<(&str, Vec<&str>)>> = LazyLock::new(|| {
        let split = |line: &'static str| {
            let mut words = line.split_ascii_whitespace();
            Some((words.next()?, words.collect()))
        };
        entries(include_str!("words/facets.txt")).filter_map(split).collect()
    });
    let tells = |told: &&'static str| told.strip_suffix('*').map_or(word == *told, |stem| word.starts_with(stem));
    FACETS.iter().find(|(_, stems)| stems.iter().any(&tells)).map(|(facet, _)| *facet)
}

/// An act of the list.
struct Act {
    name: &'static str,
    /// Whether it is done but once to one thing: what is signed is not signed again.
    once: bool,
    /// The predicates that name it, each with the stem of the word that must follow.
    names: Vec<(&'static str, Option<&'static str>)>,
}

static ACTS: LazyLock<Vec<Act>> = LazyLock::new(|| {
    let split = |line: &'static str| {
        let mut parts = line.split('|').map(str::trim);
        let act = parts.next()?;
        let name = act.trim_end_matches('!');
        let names = parts.map(|p| p.split_once('+').map_or((p, None), |(verb, object)| (verb, Some(object)))).collect();
        Some(Act { name, once: name != act, names })
    };
    entries(include_str!("words/acts.txt")).filter_map(split).collect()
});

/// Whether this is the name of an act of the list.
pub(crate) fn is_listed(act: &str) -> bool {
    ACTS.iter().any(|listed| listed.name == act)
}

/// Whether an act of this name is done but once to one thing.
pub(crate) fn happens_once(act: &str) -> bool {
    ACTS.iter().any(|listed| listed.name == act && listed.once)
}

/// The act that a predicate names, given the words (in lower case) that follow it in its clause.
pub(crate) fn act<'a>(lemma: &str, after: impl Iterator<Item = &'a str> + Clone) -> String {
    let fits = |(verb, object): &(&str, Option<&str>)| {
        *verb == lemma && object.is_none_or(|stem| after.clone().any(|word| word.starts_with(stem)))
    };
    ACTS.iter().find(|act| act.names.iter().any(fits)).map_or(lemma, |act| act.name).to_owned()
}

/// The noun of the list that this word (in lower case) is: "ratification".
pub(crate) fn act_of_noun(word: &str) -> Option<&'static str> {
    let mut names = ACTS.iter().flat_map(|act| &act.names).map(|(name, _)| *name);
    names.find(|name| *name == word && NOUN_ENDINGS.iter().any(|ending| word.ends_with(ending)))
}

/// How nouns of acts end; what has none of these is taken for a verb.
const NOUN_ENDINGS: [&str; 5] = ["ion", "ure", "ment", "al", "ing"];

/// Whether a base form names an act of the list.
pub(crate) fn names_act(lemma: &str) -> bool {
    ACTS.iter().flat_map(|act| &act.names).any(|(name, _)| *name == lemma)
}

/// Verbs that tell no act which articles could date differently: "involved in the raid of 2008", "believes that she died on Saturday".
pub(crate) fn is_plain(lemma: &str) -> bool {
    static PLAIN: LazyLock<HashSet<&str>> =
        LazyLock::new(|| entries(include_str!("words/plain.txt")).flat_map(str::split_ascii_whitespace).collect());
    PLAIN.contains(lemma)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signing_a_decree_is_not_signing_a_treaty() {
        let act = |lemma, after: &str| act(lemma, after.split(' '));
        assert_eq!(act("sign", "the decree on the river pact"), "ratify");
        assert_eq!(act("sign", "the river pact in march"), "sign");
        assert_eq!(act("come", "into force this week"), "come-into-force");
        assert_eq!(act("come", "home this week"), "come");
    }

    #[test]
    fn the_dead_are_told_from_the_injured() {
        assert_eq!(facet("dead"), Some("killed"));
        assert_eq!(facet("injuries"), Some("injured"));
        assert_eq!(facet("table"), None);
        assert_eq!(facet("massacre"), None);
    }
}
