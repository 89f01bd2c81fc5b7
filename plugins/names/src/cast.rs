//! The cast of an article: who is who among the mentions, and what each is called.

use crate::Entity;
use crate::country::{country, country_at};
use crate::lists::{ADDRESS, Gender, lists};
use crate::mention::{Mention, Votes};
use copydesk_core::{Class, Reading};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
/// What a given name, a title or a head word says for a kind of name.
const PLAIN: i32 = 4;
/// So many capitals of a person's titles are kept: three times as many as any office met has.
const LANDS: usize = 24;
/// What a country's adjective says for the country: more than "with Kestria" in five headings says for an organisation.
const STEM: i32 = 20;
/// The name of a country in front of a possessive ending has at most so many tokens.
const OWNER: usize = 3;
/// A misspelt surname has at least so many letters: "Lund" and "Lind" are two.
pub(crate) const SHORTEST_MISSPELT: usize = 5;

/// One person, organisation or place of the article.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub entity: Entity,
    pub name: String,
    pub gender: Gender,
    pub votes: Votes,
    /// Groups of the role nouns that go with the person, as bits.
    pub groups: u32,
    /// Role nouns that go with the person, common nouns that go with the organisation, in lower case.
    pub nouns: Vec<String>,
    /// The first role that the text gives.
    pub role: Option<Range<usize>>,
    /// Country of a role ("the Kestrian president"), by its word in lower case.
    pub lands: Vec<String>,
    /// The same, by country: see [`land`].
    pub countries: Vec<String>,
    /// Of an organisation: the kinds that it is of, as bits.
    pub kinds: u32,
    /// Its mentions, in order.
    pub mentions: Vec<usize>,
    pub key: String,
    pub known: bool,
    /// Nothing says what it is.
    idle: bool,
    /// Only "the North" or "the South" names it.
    compass: bool,
}

/// The cast, while it is being drawn up.
pub(crate) struct Cast {
    pub members: Vec<Member>,
    pub by_key: HashMap<String, usize>,
    /// Persons by the last and by the first word of their names.
    pub surnames: HashMap<String, Vec<usize>>,
    pub firsts: HashMap<String, Vec<usize>>,
    /// Long surnames by their first letter, for misspelt ones.
    pub by_initial: HashMap<char, Vec<(String, usize)>>,
    /// Surnames and acronyms that the text uses alone.
    pub shorts: HashMap<String, usize>,
    /// Organisations by the last word of their names.
    pub heads: HashMap<String, Vec<usize>>,
}

/// Ties mentions together; weak ones that nothing supports lose their place (`entity` stays `usize::MAX`).
pub(crate) fn cast(
    reading: &Reading<'_>,
    mentions: &mut [Mention],
    acronyms: &[(usize, usize)],
    stems: &HashSet<String>,
) -> Cast {
    let mut cast = Cast {
        members: Vec::new(),
        by_key: HashMap::new(),
        surnames: HashMap::new(),
        firsts: HashMap::new(),
        by_initial: HashMap::new(),
        shorts: HashMap::new(),
        heads: HashMap::new(),
    };
    // Full names first: a headline's "Talvik" precedes them.
    // The longest of them before that: "Winter Lo" is short for "Dara Winter Lo".
    for longest in [true, false] {
        for i in 0..mentions.len() {
            let Some(mention) = mentions.get(i) else { break };
            let words = mention.key.split(' ').count();
            if mention.weak || (words > 2) != longest || (words < 2 && mention.known.is_none()) {
                continue;
            }
            let member = cast.full(reading, mention);
            cast.join(mentions, i, member);
        }
    }
    let alone: HashSet<&str> = mentions
        .iter()
        .filter(|m| m.known.is_none() && !m.acronym && !m.key.contains(' '))
        .map(|m| m.key.as_str())
        .collect();
    for member in &mut cast.members {
        let mut words = member.key.split(' ');
        let (first, last) = (words.next(), words.next_back());
        // Who is named by one word later on is more likely a person than "Iron Curtain".
        if !member.known && [first, last].into_iter().flatten().any(|word| alone.contains(word)) {
            member.votes.person += 1;
        }
    }
    cast.index();
    for member in &mut cast.members {
        member.mentions.clear();
    }
    let taught: HashMap<String, usize> =
        acronyms.iter().filter_map(|&(short, long)| cast.abbreviation(mentions, short, long)).collect();
    if !taught.is_empty() {
        // What the text itself abbreviates is no other's abbreviation.
        for mention in mentions.iter_mut().filter(|mention| mention.acronym) {
            if let Some(&number) = taught.get(&mention.key) {
                mention.entity = number;
            }
        }
        cast.by_key.extend(taught);
    }
    let strong: HashSet<&str> =
        mentions.iter().filter(|m| !m.weak && !m.short && !m.key.contains(' ')).map(|m| m.key.as_str()).collect();
    // "Kestria" at the head of a sentence is a country where the text has something Kestrian.
    let adjective = |key: &str| !key.contains(' ') && stems.contains(land(key).as_str()) && land(key) != key;
    let supported: Vec<bool> = mentions
        .iter()
        .map(|m| !m.weak || strong.contains(m.key.as_str()) || (!m.loose && adjective(&m.key)))
        .collect();
    let initials = cast.initials();
    for i in 0..mentions.len() {
        let Some(mention) = mentions.get(i) else { break };
        if mention.entity != usize::MAX {
            cast.seen(mention.entity, i);
            continue;
        }
        if let Some(member) = cast.short(reading, mentions, i, &initials) {
            if !cast.shorts.contains_key(&mention.key) {
                cast.shorts.insert(mention.key.clone(), member);
            }
            cast.join(mentions, i, member);
        } else if mention.short || cast.family(mention) {
            // A common word after all; "the Clintons".
        } else if supported.get(i).copied().unwrap_or(false) || stands_alone(mention) {
            let member = cast.full(reading, mention);
            cast.join(mentions, i, member);
        }
    }
    for member in &mut cast.members {
        let key = member.key.as_str();
        let stem =
            key.strip_suffix("ia").or_else(|| key.strip_suffix('a')).or_else(|| key.strip_suffix('e')).unwrap_or(key);
        if !key.contains(' ') && stems.contains(stem) {
            member.votes.place += STEM;
        }
        // No word near it ever says what it is: a make, a material, a mood.
        let Votes { person, organisation, place, agent, thing } = member.votes;
        member.idle = !member.known && person <= 0 && organisation <= 0 && place <= 0 && agent <= 0;
        member.idle |= member.compass && !adjectives(reading, &member.name)
            || (thing > 0 && !member.known && person <= 0 && place <= 0 && organisation < PLAIN);
    }
    for mention in mentions {
        if cast.members.get(mention.entity).is_some_and(|member| member.idle) {
            mention.entity = usize::MAX;
        }
    }
    cast
}

impl Cast {
    fn join(&mut self, mentions: &mut [Mention], i: usize, number: usize) {
        let (Some(mention), Some(member)) = (mentions.get_mut(i), self.members.get_mut(number)) else { return };
        mention.entity = number;
        member.compass &= mention.rule == "compass";
        member.votes.add(mention.votes);
        if member.gender == Gender::Unknown {
            member.gender = mention.gender;
        }
        member.mentions.push(i);
    }

    fn seen(&mut self, number: usize, i: usize) {
        if let Some(member) = self.members.get_mut(number)
            && member.mentions.last() != Some(&i)
        {
            member.mentions.push(i);
        }
    }

    /// The member of that full name, a new one where there is none.
    fn full(&mut self, reading: &Reading<'_>, mention: &Mention) -> usize {
        let listed = mention.known.map(|known| crate::lists::key(known.name));
        let key = listed.as_deref().unwrap_or(&mention.key);
        let key = key.strip_prefix("the ").unwrap_or(key);
        if let Some(&number) = self.by_key.get(key) {
            return number;
        }
        let key = key.to_owned();
        let name = mention.known.map_or_else(|| tidy(reading.slice(mention.span)), |known| known.name.to_owned());
        let number = self.members.len();
        // "Ada J. Brandt" and "Ada Brandt" are one.
        let words: Vec<&str> = key.split(' ').collect();
        if words.len() > 2
            && mention.known.is_none()
            && mention.votes.organisation < 4
            && let (Some(first), Some(last)) = (words.first(), words.last())
        {
            let short = format!("{first} {last}");
            if let Some(&number) = self.by_key.get(&short) {
                self.by_key.insert(key, number);
                return number;
            }
            if mention.votes.person >= 4 {
                self.by_key.entry(short).or_insert(number);
                let tail = words.get(1..).unwrap_or_default();
                if tail.len() == 2 && tail.first().is_some_and(|word| word.len() > 2) {
                    self.by_key.entry(tail.join(" ")).or_insert(number);
                }
            }
        }
        self.by_key.insert(key.clone(), number);
        self.members.push(Member {
            entity: Entity::Organisation,
            name,
            gender: Gender::Unknown,
            votes: Votes::default(),
            groups: 0,
            nouns: Vec::new(),
            role: None,
            lands: Vec::new(),
            countries: Vec::new(),
            kinds: 0,
            mentions: Vec::new(),
            key,
            known: mention.known.is_some(),
            idle: false,
            compass: true,
        });
        number
    }

    /// Files persons under their surnames and first words.
    fn index(&mut self) {
        for (number, member) in self.members.iter_mut().enumerate() {
            member.entity = decide(member);
            if member.entity == Entity::Organisation
                && let Some((_, head)) = member.key.rsplit_once(' ')
            {
                self.heads.entry(head.to_owned()).or_default().push(number);
            }
            if member.entity != Entity::Person {
                continue;
            }
            let mut words = member.key.split(' ').filter(|word| !matches!(*word, "jr" | "sr" | "ii" | "iii"));
            let (Some(first), Some(last)) = (words.next(), words.next_back()) else { continue };
            let bearers = self.surnames.entry(last.to_owned()).or_default();
            bearers.push(number);
            if bearers.len() == 1
                && last.len() >= SHORTEST_MISSPELT
                && let Some(initial) = last.chars().next()
            {
                self.by_initial.entry(initial).or_default().push((last.to_owned(), number));
            }
            self.firsts.entry(first.to_owned()).or_default().push(number);
        }
    }

    /// The member of a listed name that only headings use.
    pub fn enrol(&mut self, reading: &Reading<'_>, mention: &Mention) -> usize {
        let number = self.full(reading, mention);
        if let Some(member) = self.members.get_mut(number) {
            member.votes.add(mention.votes);
            member.compass = false;
        }
        number
    }

    /// Decides each member's kind and name, now that all mentions are known and in order.
    pub fn settle(&mut self, reading: &Reading<'_>, mentions: &[Mention]) {
        for member in &mut self.members {
            member.mentions.clear();
        }
        for (i, mention) in mentions.iter().enumerate() {
            if let Some(member) = self.members.get_mut(mention.entity) {
                member.mentions.push(i);
            }
        }
        for member in &mut self.members {
            member.entity = decide(member);
            // The fullest form that the text uses. A listed name keeps its usual form, also where the text spells out another that is
            // listed: the full name of a listed agency in one article and its acronym in the next are one name over the pile.
            let forms = member.mentions.iter().filter_map(|&i| mentions.get(i));
            let longest = forms.max_by_key(|m| {
                (m.key.split(' ').count(), !all_capitals(reading.slice(m.span)), std::cmp::Reverse(m.span.start))
            });
            if let Some(longest) = longest
                && (!member.known
                    || (longest.known.is_none() && longest.key.split(' ').count() > member.key.split(' ').count()))
            {
                member.name = tidy(reading.slice(longest.span));
            }
            if !member.known && all_capitals(&member.name) && member.name.contains(' ') {
                member.name = capitalise(&member.name);
            }
            let address = lists().group(ADDRESS);
            let titles: Vec<Range<usize>> =
                member.mentions.iter().filter_map(|&i| mentions.get(i)?.title.clone()).collect();
            for title in titles {
                learn(reading, title.clone(), member);
                let role = title.clone().any(|i| {
                    let word = lists().word(reading.lower(i));
                    word.groups != 0 && word.groups != address
                });
                if member.role.is_none() && role {
                    member.role = Some(title);
                }
            }
        }
    }

    /// The member of that number.
    pub fn get(&self, number: usize) -> Option<&Member> {
        self.members.get(number)
    }

    /// Who is meant by a form (a key) that the article uses.
    pub fn form(&self, key: &str) -> Option<usize> {
        self.by_key.get(key).or_else(|| self.shorts.get(key)).copied()
    }
}

/// Whether a mention in a weak place (the head of a sentence, a label) says by itself that it is a name.
fn stands_alone(mention: &Mention) -> bool {
    let Votes { person, organisation, place, .. } = mention.votes;
    if mention.key.contains(' ') {
        person.max(organisation).max(place) >= PLAIN
    } else {
        mention.acronym && !mention.loose
    }
}

/// Takes the role nouns of a stretch of text down to a person.
pub(crate) fn learn(reading: &Reading<'_>, tokens: Range<usize>, member: &mut Member) {
    let address = lists().group(ADDRESS);
    countries(reading, tokens.clone(), member);
    for i in tokens {
        let lower = reading.lower(i);
        let word = lists().word(lower);
        if word.groups != 0 {
            member.groups |= word.groups & !address;
            if member.gender == Gender::Unknown {
                member.gender = word.role_gender;
            }
            if !member.nouns.iter().any(|noun| noun == lower) {
                member.nouns.push(lower.to_owned());
            }
        } else if reading.is(i, Class::CAPITAL)
            && member.lands.len() < LANDS
            && !member.lands.iter().any(|land| land == lower)
        {
            member.lands.push(lower.to_owned());
        }
    }
}

/// Whether the text has the adjective of North or South Korea: "the North" is the country where something is North Korean.
fn adjectives(reading: &Reading<'_>, country: &str) -> bool {
    let Some((part, name)) = country.split_once(' ') else { return false };
    let (part, name) = (part.to_lowercase(), name.to_lowercase());
    (0..reading.tokens().len()).any(|i| {
        reading.lower(i) == part
            && reading.lower(i + 1).strip_prefix(name.as_str()).is_some_and(|ending| ending.starts_with('n'))
    })
}

/// Takes the countries of a title down: "North Korean leader", "Kestria's president", "president of Orsenland".
fn countries(reading: &Reading<'_>, tokens: Range<usize>, member: &mut Member) {
    // Whose it is stands in front of the title.
    let owner = tokens.start.checked_sub(1).filter(|&i| reading.glued(i) && reading.raw(i).starts_with(['\'', '’']));
    let start = owner.map_or(tokens.start, |i| i.saturating_sub(OWNER));
    let mut i = start;
    while i < tokens.end && member.countries.len() < LANDS {
        let capital = reading.is(i, Class::CAPITAL);
        let known = if capital { country_at(reading, i, tokens.end) } else { None };
        let (country, n) = match known {
            Some((n, country)) => (Some(country.to_owned()), n),
            // An office ("President") is no country.
            None if capital && i >= tokens.start => {
                let other = lists().word(reading.lower(i)).groups != 0;
                ((!other).then(|| land(reading.lower(i))), 1)
            }
            None if capital && owner.is_some_and(|owner| i + 1 == owner) => (Some(land(reading.lower(i))), 1),
            None => (None, 1),
        };
        if let Some(country) = country.filter(|country| !member.countries.contains(country)) {
            member.countries.push(country);
        }
        i += n;
    }
}

/// A country by its name, its people or its capital; of one that no list knows what its name and its adjective share: "kestr" of "Kestria" and
/// "Kestrian".
pub(crate) fn land(name: &str) -> String {
    if let Some(country) = country(name) {
        return country.to_owned();
    }
    let lower = name.to_lowercase();
    let endings = ["nian", "ian", "ese", "ish", "ia", "an", "a", "e"];
    endings.iter().find_map(|ending| lower.strip_suffix(ending)).unwrap_or(&lower).to_owned()
}

fn decide(member: &Member) -> Entity {
    let Votes { person, organisation, place, .. } = member.votes;
    // A single word that spoke may be either; only what persons alone have makes it one.
    let more = i32::from(!member.key.contains(' '));
    if person > 0 && person >= organisation + more && person >= place {
        Entity::Person
    } else if place > organisation {
        Entity::Place
    } else {
        Entity::Organisation
    }
}

/// One space between words, no line breaks.
fn tidy(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    name.strip_suffix('.').filter(|rest| rest.len() > 3 && !rest.contains('.')).map_or(name.clone(), str::to_owned)
}

fn all_capitals(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

fn capitalise(name: &str) -> String {
    let words = name.split(' ').map(|word| {
        let mut chars = word.chars();
        chars.next().map_or(String::new(), |first| first.to_string() + &chars.as_str().to_lowercase())
    });
    words.collect::<Vec<_>>().join(" ")
}
