//! What class of source a mention is, by the words in it and behind it.

use crate::Class;
use copydesk_core::lang::en::agencies::{self, Agency, Kind};
use copydesk_core::lang::en::lexicon::entries;
use copydesk_core::{Found, Lookup, Reading, Span};
use copydesk_names::{Entity, Name};
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// An apposition behind a name ("a senior analyst at the Institute of …") is read for so many tokens.
const APPOSITION: usize = 24;

static NOUNS: LazyLock<HashMap<&'static str, Vec<Class>>> = LazyLock::new(|| {
    let mut nouns: HashMap<&'static str, Vec<Class>> = HashMap::new();
    for line in entries(include_str!("words/classes.txt")) {
        let mut words = line.split_ascii_whitespace();
        let class = words.next().and_then(named);
        for word in words {
            nouns.entry(word).or_default().extend(class);
        }
    }
    nouns
});

static GOVERNMENTS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| entries(include_str!("words/governments.txt")).collect());

fn named(class: &str) -> Option<Class> {
    Some(match class {
        "state-media" => Class::StateMedia,
        "media" => Class::Media,
        "government" => Class::Government,
        "official" => Class::Official,
        "expert" => Class::Expert,
        "collective" => Class::Collective,
        "anonymous" => Class::Anonymous,
        "document" => Class::Document,
        _ => return None,
    })
}

/// The agency of that name in running text, where "Trend" and "Petra" are other things: its class and canonical name.
pub fn agency(name: &str) -> Option<(Class, &'static str)> {
    let acronym = name.len() > 2 && name.bytes().all(|b| b.is_ascii_uppercase());
    let found = if acronym { agencies::find(name) } else { agencies::in_prose(name) };
    found.map(|agency| (class_of(agency), agency.name))
}

/// The agency of that name where a credit stands.
pub fn credited(name: &str) -> Option<&'static str> {
    agencies::find(name).map(|agency| agency.name)
}

fn class_of(agency: &Agency) -> Class {
    match agency.kind {
        Kind::Wire => Class::Wire,
        Kind::State | Kind::Outlet => Class::StateMedia,
    }
}

/// Whether the words stand for a government: "Seoul", "the Kremlin", "the United States".
pub fn is_government(name: &str) -> bool {
    let lower = name.trim().to_lowercase();
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    GOVERNMENTS.contains(lower)
}

/// The words behind their article.
fn bare(reading: &Reading<'_>, words: Span) -> Span {
    let tokens = reading.tokens_in(words);
    let the = reading.lower(tokens.start) == "the" && tokens.len() > 1;
    reading.span(tokens.start + usize::from(the)..tokens.end)
}

/// The mention up to its apposition: "Hale, the mayor" gives "Hale".
pub fn head(reading: &Reading<'_>, mention: Span) -> Span {
    let tokens = reading.tokens_in(mention);
    let number = |i: usize| reading.glued(i + 1) && reading.is(i + 1, copydesk_core::Class::DIGITS);
    let end = tokens.clone().find(|&i| {
        matches!(reading.raw(i), "," | "—" | "–") && i > tokens.start && !number(i) && !lists(reading, i, tokens.end)
    });
    end.map_or(mention, |end| reading.span(tokens.start..end))
}

/// A comma in "South Korea, Japan and the United States".
fn lists(reading: &Reading<'_>, comma: usize, end: usize) -> bool {
    let next = reading.raw(comma + 1);
    next.starts_with(char::is_uppercase) && (comma..end.min(comma + 6)).any(|i| reading.lower(i) == "and")
}

/// What the words of a mention say of its class.
pub struct Reader<'r, 'a> {
    reading: &'r Reading<'a>,
    /// What the article names, and where.
    names: Lookup<'r, Name>,
    /// Canonical names that were read before, with their class.
    known: HashMap<String, Class>,
    /// What canonical names name, made when it is first asked for.
    entities: OnceCell<HashMap<&'r str, Entity>>,
    /// All names.
    column: &'r [Found<Name>],
}

impl<'r, 'a> Reader<'r, 'a> {
    /// For one article.
    pub fn new(reading: &'r Reading<'a>, names: &'r [Found<Name>]) -> Self {
        Self { reading, names: Lookup::new(names), known: HashMap::new(), entities: OnceCell::new(), column: names }
    }

    /// Whether the words stand for a government: by the list, or by a name that the article shows to be a place ("Orsenland").
    pub fn governs(&self, words: Span) -> bool {
        let place = |name: &Name| name.entity == Entity::Place || name.seat;
        is_government(self.reading.slice(words))
            || self.named(words).is_some_and(|(span, name)| place(name) && bare(self.reading, words) == span)
    }

    /// Whether the words end in the name of a person.
    pub fn person_at(&self, words: Span) -> bool {
        self.named(words).is_some_and(|(_, name)| name.entity == Entity::Person)
    }

    /// The canonical name that the words end in.
    pub fn name_at(&self, words: Span) -> Option<String> {
        self.named(words).map(|(_, name)| name.name.clone())
    }

    /// Whether a list or a word in the name ("Bank") says that it is an organisation.
    pub fn institution(&self, head: Span) -> bool {
        let mut found = self.names.overlapping(head).filter(|f| f.span == Some(bare(self.reading, head)));
        found.next().is_some_and(|f| {
            f.data.entity == Entity::Organisation
                && !f.data.seat
                && matches!(f.rule, "head" | "listed" | "acronym" | "alias")
        })
    }

    /// The name that ends the mention.
    fn named(&self, head: Span) -> Option<(Span, &'r Name)> {
        let mut found = self.names.overlapping(head).filter_map(|f| Some((f.span?, &f.data)));
        found.find(|(span, _)| span.end == head.end)
    }

    /// The class of a mention that resolves to `name`.
    pub fn class(&mut self, mention: Span, name: Option<&str>) -> Class {
        let head = head(self.reading, mention);
        let class = self.by_words(head, mention, name);
        // "he", "the expert", a bare surname: what was learned of the name before.
        let Some(name) = name else { return class };
        let key = name.to_lowercase();
        let known = self.known.get(&key).copied();
        let weak =
            matches!(class, Class::NamedPerson | Class::Anonymous | Class::Collective | Class::None | Class::Media);
        if let Some(known) = known.filter(|_| weak || self.is_pronoun(head)) {
            return known;
        }
        if !self.is_pronoun(head) && !matches!(class, Class::Anonymous | Class::None) {
            self.known.insert(key, class);
        }
        class
    }

    fn is_pronoun(&self, span: Span) -> bool {
        matches!(self.reading.slice_lower(span), "he" | "she" | "it" | "they" | "we" | "i" | "who" | "you")
    }

    fn by_words(&self, head: Span, mention: Span, name: Option<&str>) -> Class {
        let reading = self.reading;
        let text = reading.slice_lower(head);
        if let Some((class, _)) = agency(reading.slice(head)).or_else(|| agency(name?)) {
            return class;
        }
        let nouns: Vec<&str> = reading.tokens_in(head).map(|i| reading.lower(i)).collect();
        let has = |word: &str| nouns.contains(&word);
        let broadcasts = has("media")
            || has("television")
            || has("tv")
            || has("agency")
            || has("radio")
            || has("broadcaster")
            || has("newspaper");
        if broadcasts && (has("state") || has("official") || text.contains("state-run") || text.contains("state-owned"))
        {
            return Class::StateMedia;
        }
        if let Some(class) = self.acronym(head) {
            return class;
        }
        if ["news agency", "press agency", "telegraph agency", "information agency"].iter().any(|a| text.contains(a)) {
            return Class::Wire;
        }
        // A place that speaks is its government.
        if self.named(head).is_some_and(|(_, name)| name.entity == Entity::Place || name.seat) {
            return Class::Government;
        }
        if is_government(reading.slice(head)) || name.is_some_and(is_government) {
            return if text.ends_with("west") { Class::Collective } else { Class::Government };
        }
        // The head noun decides: the last noun before a preposition.
        let core: Vec<&str> = nouns
            .iter()
            .take_while(|w| {
                !matches!(
                    **w,
                    "of" | "for" | "at" | "in" | "from" | "with" | "on" | "who" | "to" | "close" | "familiar" | "by"
                )
            })
            .copied()
            .collect();
        let last = core.last().copied().unwrap_or_default();
        let proper = self.proper(head);
        let classes = |word: &str| NOUNS.get(word).map_or(&[][..], Vec::as_slice);
        if proper {
            // "the Coast Bank": an institution is nobody's person.
            let institution = self.institution(head);
            return if institution { Class::Collective } else { self.person(head, mention) };
        }
        if let Some(class) = classes(last).first().copied() {
            return match class {
                // "the minister", "a spokesman for the ministry": an office without a name.
                Class::Official if core.first() == Some(&"the") && name.is_some() => Class::Official,
                Class::Official
                    if nouns.iter().any(|w| classes(w).contains(&Class::Government) || is_government(w)) =>
                {
                    Class::Government
                }
                Class::Official | Class::Expert if name.is_none() => Class::Anonymous,
                class => class,
            };
        }
        if core.iter().any(|w| classes(w).contains(&Class::Government)) {
            return Class::Government;
        }
        if matches!(core.first(), Some(&"article")) || nouns.iter().any(|w| classes(w).contains(&Class::Document)) {
            return Class::Document;
        }
        if last.len() > 3 && last.ends_with('s') && !last.ends_with("ss") {
            return Class::Collective;
        }
        // "it", "the lender": what the name that they stand for names.
        if name.is_some_and(|name| self.is_organisation(name)) {
            let offices = name
                .into_iter()
                .flat_map(|name| name.split(' '))
                .flat_map(|word| classes(word.to_lowercase().as_str()).to_vec());
            return offices
                .into_iter()
                .find(|class| matches!(class, Class::Government | Class::Media))
                .unwrap_or(Class::Collective);
        }
        if name.is_some_and(|n| n.starts_with(char::is_uppercase)) {
            self.person(head, mention)
        } else {
            Class::Anonymous
        }
    }

    /// Whether that canonical name is an organisation's.
    fn is_organisation(&self, name: &str) -> bool {
        let entities = self.entities.get_or_init(|| {
            let mut entities = HashMap::new();
            for found in self.column {
                entities.entry(found.data.name.as_str()).or_insert(found.data.entity);
            }
            entities
        });
        entities.get(name) == Some(&Entity::Organisation)
    }

    /// An agency by the acronym in the mention: "Kestria's official KTA agency", "… (KTA)".
    fn acronym(&self, head: Span) -> Option<Class> {
        let reading = self.reading;
        let text = reading.slice(head);
        let bare = text.split('(').next().unwrap_or(text);
        agency(bare).map(|(class, _)| class).or_else(|| {
            reading
                .tokens_in(head)
                .filter(|&i| reading.is(i, copydesk_core::Class::UPPER) && reading.raw(i).len() > 2)
                .find_map(|i| agency(reading.raw(i)).map(|(class, _)| class))
        })
    }

    /// Whether the mention ends in a name that is no common noun of the class lists.
    fn proper(&self, head: Span) -> bool {
        let reading = self.reading;
        let core: Vec<usize> = reading
            .tokens_in(head)
            .take_while(|&i| {
                !matches!(reading.lower(i), "of" | "for" | "at" | "in" | "from" | "with" | "on" | "who" | "/")
            })
            .collect();
        let Some(&last) = core.iter().rev().find(|&&i| reading.is(i, copydesk_core::Class::WORD)) else { return false };
        reading.is(last, copydesk_core::Class::CAPITAL)
            && !matches!(reading.lower(last), "he" | "she" | "it" | "they" | "i" | "we" | "who")
            && !NOUNS.contains_key(reading.lower(last))
    }

    /// A person with a name: an official or an expert by the words round the name.
    fn person(&self, head: Span, mention: Span) -> Class {
        let reading = self.reading;
        let tokens = reading.tokens_in(head);
        let behind = tokens.end.max(reading.tokens_in(mention).end.min(tokens.end + APPOSITION));
        let mut words: Vec<usize> = tokens.clone().collect();
        // "Hale, a senior analyst at …", "[Hale / Professor of …".
        if matches!(reading.raw(tokens.end), "," | "/" | "(" | "—" | "–")
            || behind > tokens.end
            || matches!(reading.lower(tokens.end), "of" | "from" | "at")
        {
            let limit = tokens.end + APPOSITION;
            words.extend((tokens.end + 1..limit).take_while(|&i| {
                let raw = reading.raw(i);
                !(matches!(raw, "." | ":" | ";" | ",") && !reading.glued(i + 1)
                    || raw.is_empty()
                    || reading.is(i, copydesk_core::Class::QUOTE | copydesk_core::Class::LINE_START))
            }));
        }
        let mut class = Class::NamedPerson;
        for i in words {
            for found in NOUNS.get(reading.lower(i)).map_or(&[][..], Vec::as_slice) {
                match found {
                    Class::Expert => return Class::Expert,
                    Class::Official => class = Class::Official,
                    Class::Media if class == Class::NamedPerson && i < tokens.end => class = Class::Media,
                    _ => {}
                }
            }
        }
        class
    }
}
