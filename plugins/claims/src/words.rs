//! The word lists of claims, as data.

use copydesk_core::lang::en::lexicon::entries;
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

/// An act and the predicates that name it, each with the stem of the object that must follow.
type Act = (&'static str, Vec<(&'static str, Option<&'static str>)>);

static ACTS: LazyLock<Vec<Act>> = LazyLock::new(|| {
    let split = |line: &'static str| {
        let mut parts = line.split('|').map(str::trim);
        let act = parts.next()?;
        Some((act, parts.map(|p| p.split_once('+').map_or((p, None), |(verb, object)| (verb, Some(object)))).collect()))
    };
    entries(include_str!("words/acts.txt")).filter_map(split).collect()
});

/// Whether this is the name of an act of the list.
pub(crate) fn is_listed(act: &str) -> bool {
    ACTS.iter().any(|(name, _)| *name == act)
}

/// The act that a predicate names, given the words (in lower case) that follow it in its clause.
pub(crate) fn act<'a>(lemma: &str, after: impl Iterator<Item = &'a str> + Clone) -> String {
    let fits = |(verb, object): &(&str, Option<&str>)| {
        *verb == lemma && object.is_none_or(|stem| after.clone().any(|word| word.starts_with(stem)))
    };
    ACTS.iter().find(|(_, names)| names.iter().any(fits)).map_or_else(|| lemma.to_owned(), |(act, _)| (*act).to_owned())
}

/// The noun of the list that this word (in lower case) is: "ratification".
pub(crate) fn act_of_noun(word: &str) -> Option<&'static str> {
    let mut names = ACTS.iter().flat_map(|(_, names)| names).map(|(name, _)| *name);
    names.find(|name| *name == word && NOUN_ENDINGS.iter().any(|ending| word.ends_with(ending)))
}

/// How nouns of acts end; what has none of these is taken for a verb.
const NOUN_ENDINGS: [&str; 5] = ["ion", "ure", "ment", "al", "ing"];

/// The base form of a verb form (in lower case) that names an act of the list: "signed" is of "sign".
pub(crate) fn act_of_form(form: &str) -> Option<&'static str> {
    static VERBS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let names = entries(include_str!("words/acts.txt")).flat_map(|line| line.split('|').skip(1));
        names.map(|name| name.trim().split('+').next().unwrap_or_default()).collect()
    });
    // Regular forms only: "signed" of "sign", "approved" of "approve", "ratified" of "ratify".
    let regular = |verb: &&&str| {
        form == **verb
            || form.strip_suffix("ed") == Some(**verb)
            || form.strip_suffix('d') == Some(**verb)
            || form.strip_suffix("ied").zip(verb.strip_suffix('y')).is_some_and(|(form, verb)| form == verb)
    };
    VERBS.iter().find(regular).copied()
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
