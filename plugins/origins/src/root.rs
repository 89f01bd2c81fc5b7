//! The root: the source that an article's story finally rests on.

use crate::chain::{Contribution, Voice};
use crate::{Link, Strength};
use copydesk_core::lang::en::acronym::{self, abbreviates};
use copydesk_names::country;
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

/// The voices of states that the articles of one cluster name, each with the root that it belongs to.
pub(crate) struct StateMedia {
    roots: BTreeMap<String, usize>,
    names: Vec<String>,
    /// In how many articles of the cluster each source speaks.
    spread: BTreeMap<String, u32>,
}

/// A source that so many articles of a cluster name is the ground of what they have in common; more make no difference.
const SPREAD: u32 = 3;

impl StateMedia {
    /// Joins those that are one root: one name and its acronym; names that share the name of a country; the country itself, where it speaks ("Velm says"); and
    /// "state media" without a name, where the cluster knows of one root only. All of it by what the articles say: that an agency is a state's ("Velm's state
    /// news agency VTA"), or that its name is made of the state's.
    pub fn of(cluster: &[&Contribution]) -> Self {
        let mut weights: BTreeMap<&str, u32> = BTreeMap::new();
        // A mention tells more than the name: "the Velmian Telegraph Agency (VTA)", "Velm's state news agency VTA".
        let mut tells: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        let voices = || cluster.iter().flat_map(|c| &c.sources);
        let called: BTreeSet<&str> =
            voices().filter(|v| v.class == Class::StateMedia).map(|v| v.name.as_str()).collect();
        // What one article calls "the official VTA agency", another calls by its full name only.
        for voice in
            voices().filter(|v| called.iter().any(|name| *name == v.name || are_one_by_initials(name, &v.name)))
        {
            *weights.entry(&voice.name).or_default() += voice.weight;
            tells.entry(&voice.name).or_insert_with(|| stems(&voice.name)).extend(stems(&voice.mention.text));
        }
        let one_root = |a: &str, b: &str| {
            let shared = tells.get(a).zip(tells.get(b)).is_some_and(|(a, b)| !a.is_disjoint(b));
            a == b || are_one_by_initials(a, b) || shared
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
        let names: Vec<String> = groups.iter().map(|group| name(group, &weights)).collect();
        let mut roots: BTreeMap<String, usize> = BTreeMap::new();
        for (i, group) in groups.iter().enumerate() {
            roots.extend(group.iter().map(|name| ((*name).to_owned(), i)));
        }
        // A country that speaks is its own state's voice: all of its name stands in what is told of that state's media, and of no other's.
        for voice in voices().filter(|v| v.class == Class::Government && !called.contains(v.name.as_str())) {
            let own = stems(&voice.name);
            let tells = |group: &Vec<&str>| {
                let all: BTreeSet<&String> = group.iter().filter_map(|name| tells.get(name)).flatten().collect();
                !own.is_empty() && own.iter().all(|stem| all.contains(stem))
            };
            let mut fitting = groups.iter().enumerate().filter(|(_, group)| tells(group));
            if let (Some((i, _)), None) = (fitting.next(), fitting.next()) {
                roots.insert(voice.name.clone(), i);
            }
        }
        let mut spread: BTreeMap<String, u32> = BTreeMap::new();
        for contribution in cluster {
            let own: BTreeSet<String> = contribution.sources.iter().map(|voice| voice.name.to_lowercase()).collect();
            own.into_iter().for_each(|name| *spread.entry(name).or_default() += 1);
        }
        Self { roots, names, spread }
    }

    fn spread(&self, voice: &Voice) -> u32 {
        self.spread.get(&voice.name.to_lowercase()).copied().unwrap_or(1).min(SPREAD)
    }

    /// The root of a voice, if it is one of state media, whatever the article itself calls it.
    fn root(&self, voice: &Voice) -> Option<usize> {
        let same = |name: &&String| is_named(name) && (**name == voice.name || are_one_by_initials(name, &voice.name));
        self.roots
            .get(&voice.name)
            .copied()
            .or_else(|| self.roots.keys().find(same).and_then(|name| self.roots.get(name)).copied())
    }
}

/// The name of a root. Where several bodies of one state speak (its agency, its television) it is that state's media; else the most used proper name, of equals
/// the fullest.
fn name(group: &[&str], weights: &BTreeMap<&str, u32>) -> String {
    /// What state media are called when none is named.
    const MEDIA: &str = "state media";
    let (media, bodies): (Vec<&str>, Vec<&str>) = group.iter().copied().partition(|name| name.ends_with(MEDIA));
    let named: Vec<&str> = bodies.into_iter().filter(|name| is_named(name)).collect();
    let several = named
        .iter()
        .any(|one| named.iter().any(|two| one != two && !are_one_by_initials(one, two) && !is_one(one, two)));
    if several {
        if let Some(told) =
            media.iter().filter(|name| is_named(name)).max_by_key(|name| (weights.get(*name), Reverse(**name)))
        {
            return (*told).to_owned();
        }
        // "Velmian Telegraph Agency", "Velmian State Television": the word that they share.
        let first = |name: &str| name.split_whitespace().next().unwrap_or_default().to_owned();
        let mut words: Vec<String> = named.iter().filter(|name| name.contains(' ')).map(|name| first(name)).collect();
        words.dedup();
        // "Korean" is said of two states.
        let ambiguous = |word: &str| ["North", "South"].iter().any(|part| country(&format!("{part} {word}")).is_some());
        if let [word] = words.as_slice()
            && !ambiguous(word)
        {
            return format!("{word} {MEDIA}");
        }
    }
    let best = group
        .iter()
        .copied()
        .max_by_key(|name| (is_named(name), weights.get(name).copied(), name.len(), Reverse(*name)));
    best.unwrap_or_default().to_owned()
}

/// Whether the one name is the other with words around it: "Velmian Telegraph Agency", "official Velmian Telegraph Agency".
fn is_one(one: &str, two: &str) -> bool {
    one.ends_with(two) || two.ends_with(one)
}

fn is_named(name: &str) -> bool {
    name.chars().any(char::is_uppercase)
}

/// Whether one of two names is the other's acronym: "KTA", "Kestrian Telegraph Agency".
fn are_one_by_initials(a: &str, b: &str) -> bool {
    let of = |short: &str, name: &str| {
        acronym::is_acronym(short) && abbreviates(short, &name.split_whitespace().collect::<Vec<_>>())
    };
    of(a, b) || of(b, a)
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

/// The root of one article: state media that its lead names, else the source that most of the story rests on. What the articles of a cluster have in common is its
/// core, so that a source which several of them name counts more than one that a single article asked.
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
    match grounded.max_by_key(|v| (v.weight * ground(v.class) * state_media.spread(v), Reverse(v.mention.start))) {
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
        assert_eq!(StateMedia::of(&[&one, &two, &three]).names, ["Velmian state media"]);
        // With two countries in the pile nobody knows whose "state media" are meant.
        assert_eq!(StateMedia::of(&[&one, &two, &three, &four]).names.len(), 3);
    }

    #[test]
    fn a_country_that_speaks_is_one_with_its_media_where_the_text_says_whose_they_are() {
        let country = |name: &str| Voice { class: Class::Government, ..voice(name, name) };
        let one = Contribution {
            sources: vec![voice("VTA", "North Velm’s state news agency VTA"), country("North Velm")],
            ..Default::default()
        };
        let two = Contribution { sources: vec![country("South Velm"), country("Sorrin")], ..Default::default() };
        let states = StateMedia::of(&[&one, &two]);
        assert!(states.roots.contains_key("North Velm"));
        assert!(!states.roots.contains_key("South Velm") && !states.roots.contains_key("Sorrin"));
    }
}
