//! The root: the source that an article's story finally rests on.

use crate::chain::{Contribution, Voice};
use crate::{Link, Strength};
use copydesk_sources::Class;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How much a class of source is a ground of its own: a newspaper that is cited stands for whoever told it.
const fn ground(class: Class) -> u32 {
    match class {
        Class::StateMedia => 4,
        Class::Government | Class::Official | Class::Document => 3,
        Class::Collective | Class::Wire | Class::Media => 2,
        Class::NamedPerson | Class::Expert => 1,
        Class::Anonymous | Class::Impersonal | Class::PhotoCredit | Class::None => 0,
    }
}

/// The state media that the articles of one cluster name, each with the root that it belongs to.
pub(crate) struct StateMedia {
    roots: BTreeMap<String, usize>,
    names: Vec<String>,
}

impl StateMedia {
    /// Joins those that are one root: one name and its acronym; names that share the name of a country; and "state media" without a
    /// name, where the cluster knows of one root only.
    pub fn of(cluster: &[&Contribution]) -> Self {
        let mut weights: BTreeMap<&str, u32> = BTreeMap::new();
        // A mention tells more than the name: "the Velmian Telegraph Agency (VTA)", "Velm's state news agency VTA".
        let mut tells: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        let voices = || cluster.iter().flat_map(|c| &c.sources);
        let called: BTreeSet<&str> =
            voices().filter(|v| v.class == Class::StateMedia).map(|v| v.name.as_str()).collect();
        // What one article calls "the official VTA agency", another calls by its full name only.
        for voice in voices().filter(|v| called.iter().any(|name| *name == v.name || is_acronym(name, &v.name))) {
            *weights.entry(&voice.name).or_default() += voice.weight;
            tells.entry(&voice.name).or_insert_with(|| stems(&voice.name)).extend(stems(&voice.mention.text));
        }
        let one_root = |a: &str, b: &str| {
            let shared = tells.get(a).zip(tells.get(b)).is_some_and(|(a, b)| !a.is_disjoint(b));
            a == b || is_acronym(a, b) || shared
        };
        let mut groups: Vec<Vec<&str>> = Vec::new();
        let (named, nameless): (Vec<&str>, Vec<&str>) = weights.keys().copied().partition(|name| is_named(name));
        for name in named {
            let (mut joined, apart): (Vec<_>, Vec<_>) =
                groups.into_iter().partition(|group| group.iter().any(|n| one_root(n, name)));
            let mut group: Vec<&str> = joined.drain(..).flatten().collect();
            group.push(name);
            groups = apart;
            groups.push(group);
        }
        match groups.as_mut_slice() {
            [only] => only.extend(nameless),
            _ => groups.extend(nameless.into_iter().map(|name| vec![name])),
        }
        // The most used proper name stands for the root; of equals the fullest.
        let best = |group: &Vec<&str>| {
            let names = group.iter().copied();
            let best =
                names.max_by_key(|name| (is_named(name), weights.get(name).copied(), name.len(), Reverse(*name)));
            best.unwrap_or_default().to_owned()
        };
        let names: Vec<String> = groups.iter().map(best).collect();
        let roots =
            groups.iter().enumerate().flat_map(|(i, group)| group.iter().map(move |name| ((*name).to_owned(), i)));
        Self { roots: roots.collect(), names }
    }

    /// The root of a voice, if it is one of state media, whatever the article itself calls it.
    fn root(&self, voice: &Voice) -> Option<usize> {
        let same = |name: &&String| is_named(name) && (**name == voice.name || is_acronym(name, &voice.name));
        self.roots
            .get(&voice.name)
            .copied()
            .or_else(|| self.roots.keys().find(same).and_then(|name| self.roots.get(name)).copied())
    }
}

fn is_named(name: &str) -> bool {
    name.chars().any(char::is_uppercase)
}

/// Whether one of two names is made of the other's initials: "KTA", "Kestrian Telegraph Agency".
fn is_acronym(a: &str, b: &str) -> bool {
    let initials = |name: &str| -> String {
        name.split_whitespace().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect()
    };
    let short = |name: &str| name.len() > 1 && name.chars().all(char::is_uppercase);
    short(a) && initials(b) == a || short(b) && initials(a) == b
}

/// The capitalised words of a name, cut to a stem that country and demonym share ("Kestria", "Kestrian").
fn stems(name: &str) -> BTreeSet<String> {
    /// Letters of a stem: "Korea" and "Korean", "Russia" and "Russian" agree in so many.
    const STEM: usize = 5;
    /// Words that names of state media share across countries.
    const COMMON: [&str; 8] = ["state", "natio", "news", "agenc", "telev", "radio", "media", "centr"];
    let words =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().next().is_some_and(char::is_uppercase));
    let stems = words
        .filter(|word| word.chars().count() > 3)
        .map(|word| word.to_lowercase().chars().take(STEM).collect::<String>());
    stems.filter(|stem| !COMMON.contains(&stem.as_str())).collect()
}

/// The root of one article: state media that its lead names, else the source that most of the story rests on.
pub(crate) fn of(contribution: &Contribution, state_media: &StateMedia) -> Link {
    let role = "root".to_owned();
    let stated = |name: &str, voice: &Voice| {
        let evidence = vec![voice.mention.clone()];
        Link { name: Some(name.to_owned()), role: "root".to_owned(), strength: Strength::Stated, evidence }
    };
    let official = contribution.sources.iter().filter(|voice| voice.lead);
    if let Some((root, voice)) = official
        .filter_map(|v| Some((state_media.root(v)?, v)))
        .max_by_key(|(_, v)| (v.weight, Reverse(v.mention.start)))
        && let Some(name) = state_media.names.get(root)
    {
        return stated(name, voice);
    }
    let grounded = contribution.sources.iter().filter(|voice| ground(voice.class) > 0);
    match grounded.max_by_key(|v| (v.weight * ground(v.class), Reverse(v.mention.start))) {
        Some(voice) => {
            let root = state_media.root(voice).and_then(|root| state_media.names.get(root));
            stated(root.unwrap_or(&voice.name), voice)
        }
        None => Link { name: None, role, strength: Strength::Inferred, evidence: Vec::new() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use copydesk_core::{Article, Reading, Span};

    fn voice(name: &str, mention: &str) -> Voice {
        let article = Article::new("a", mention);
        let reading = Reading::new(&article).unwrap();
        let mention = reading.cite(Span::new(0, mention.len() as u32), "root");
        Voice { name: name.to_owned(), class: Class::StateMedia, weight: 1, lead: true, mention }
    }

    #[test]
    fn state_media_of_one_country_are_one_root() {
        let one =
            Contribution { sources: vec![voice("VTA", "the Velmian Telegraph Agency (VTA)")], ..Default::default() };
        let two = Contribution {
            sources: vec![voice("Velmian State Television", "Velmian State Television")],
            ..Default::default()
        };
        let three = Contribution { sources: vec![voice("state media", "state media")], ..Default::default() };
        let four =
            Contribution { sources: vec![voice("Sorrine State Radio", "Sorrine State Radio")], ..Default::default() };
        assert_eq!(StateMedia::of(&[&one, &two, &three]).names.len(), 1);
        // With two countries in the pile nobody knows whose "state media" are meant.
        assert_eq!(StateMedia::of(&[&one, &two, &three, &four]).names.len(), 3);
    }
}
