//! Who the speaker is: from the mention to the name, with a reason or an honest unknown. The one place that asks the names plugin.

use crate::home::{self, Home};
use crate::page::Page;
use crate::phrase::noun_phrase_before;
use copydesk_core::{Class, Found, Span};
use copydesk_names::{Chains, Entity, Name};
use std::cell::OnceCell;
use std::ops::Range;

/// The noun that "who" stands for is looked for so many tokens back.
const ANTECEDENT: usize = 20;
/// A name right before "who" has at most so many tokens.
const NAME: usize = 6;
/// A list of speakers is read over so many tokens.
const LONGEST_LIST: usize = 40;
/// So many persons are counted in what introduces an interview.
const INTRODUCED: usize = 32;
/// Why no single name stands for the speakers.
const TOGETHER: &str = "several speak together";
/// How "who" was resolved.
const APPOSED: &str = "the name that the pronoun follows";

/// Resolves mentions, in the order of the text.
pub struct Resolver<'g> {
    chains: Chains<'g>,
    /// The country that the article is written in, if it is known.
    home: Option<Home>,
    /// Who is interviewed, once it was asked.
    interviewee: OnceCell<Option<String>>,
}

/// A name, and how it was come by; or no name, and why.
pub struct Resolved {
    /// The canonical name.
    pub name: Option<String>,
    /// Where several speak together: the names of those that have one.
    pub names: Vec<String>,
    /// How, or why not.
    pub reason: Option<String>,
}

impl Resolved {
    /// No name, and why.
    pub fn nobody(reason: &str) -> Self {
        Self { name: None, names: Vec::new(), reason: Some(reason.to_owned()) }
    }

    /// A name, and how it was come by.
    pub fn named(name: String, reason: &str) -> Self {
        Self { name: Some(name), names: Vec::new(), reason: (reason != "named").then(|| reason.to_owned()) }
    }
}

impl<'g> Resolver<'g> {
    /// Takes the names of the article, and the country that it is written in.
    pub fn new(names: &'g [Found<Name>], home: Option<Home>) -> Self {
        Self { chains: Chains::new(names), home, interviewee: OnceCell::new() }
    }

    /// Who answers as "A" in an interview: the person whom the paragraphs before it name most.
    pub fn interviewee(&self, page: &Page<'_, '_>) -> Resolved {
        let name = self.interviewee.get_or_init(|| {
            let letter = |p: &&Range<usize>| matches!(page.reading.lower(p.start), "q" | "question" | "a" | "answer");
            let first = page.paragraphs.iter().find(letter)?;
            let before = Span::new(0, page.reading.token(first.start).start);
            let mut persons: Vec<(&str, usize)> = Vec::new();
            for (.., name) in self.chains.within(before).filter(|(.., name)| name.entity == Entity::Person) {
                match persons.iter().position(|(known, _)| *known == name.name) {
                    Some(known) => persons.get_mut(known).into_iter().for_each(|(_, n)| *n += 1),
                    None if persons.len() < INTRODUCED => persons.push((&name.name, 1)),
                    None => {}
                }
            }
            persons.into_iter().max_by_key(|(_, n)| *n).map(|(name, _)| name.to_owned())
        });
        match name {
            Some(name) => Resolved::named(name.clone(), "the one who is interviewed"),
            None => Resolved::nobody("nobody was introduced before the interview"),
        }
    }

    /// Resolves one mention.
    pub fn resolve(&self, page: &Page<'_, '_>, mention: &Range<usize>) -> Resolved {
        let reading = page.reading;
        let mut phrase = mention.clone();
        // "Hale, who left in May, said": the pronoun stands for the noun before it.
        let relative = matches!(reading.lower(phrase.start), "who" | "which" | "that");
        // "WHO says": an acronym.
        if relative && phrase.len() == 1 && !(reading.is(phrase.start, Class::UPPER) && phrase.start > 0) {
            let end = phrase.start - usize::from(phrase.start > 0 && reading.raw(phrase.start - 1) == ",");
            // "flew to Velm to meet Hale, who had said": the name right before the pronoun, whatever leads to it.
            let before = reading.span(end.saturating_sub(NAME)..end);
            if let Some((.., name)) = self.chains.within(before).find(|(span, ..)| span.end == before.end)
                && name.entity == Entity::Person
            {
                return Resolved { name: Some(name.name.clone()), names: Vec::new(), reason: Some(APPOSED.to_owned()) };
            }
            phrase = noun_phrase_before(page, end, end.saturating_sub(ANTECEDENT));
            // "according to Hale, who says …"
            if phrase.len() > 2 && reading.lower(phrase.start) == "according" {
                phrase.start += 2;
            }
        }
        if phrase.is_empty() {
            return Resolved::nobody("the mention names nobody");
        }
        if home::is_ours(reading, &phrase) {
            let name = self.home.map(|home| home.country.to_owned());
            let reason = self.home.map_or(home::UNKNOWN, |home| home.reason);
            return Resolved { name, names: Vec::new(), reason: Some(reason.to_owned()) };
        }
        let names = self.together(page, &phrase);
        if names.len() > 1 {
            return Resolved { name: None, names, reason: Some(TOGETHER.to_owned()) };
        }
        let resolution = self.chains.resolve_phrase(reading, phrase);
        let reason = (resolution.reason != "named").then(|| resolution.reason.to_owned());
        Resolved { name: resolution.name.map(|n| n.name.clone()), names: Vec::new(), reason }
    }

    /// "Hale and Okoro said in a joint statement", "Valmere, Orsenland and the Union say": the names of all who speak.
    fn together(&self, page: &Page<'_, '_>, phrase: &Range<usize>) -> Vec<String> {
        let reading = page.reading;
        let phrase = phrase.start..phrase.end.min(phrase.start + LONGEST_LIST);
        if !phrase.clone().any(|i| reading.lower(i) == "and") {
            return Vec::new();
        }
        let whole = reading.span(phrase.clone());
        // The "and" of "Health and Human Services" joins nobody.
        let inside = |i: usize| {
            let at = reading.token(i).span();
            self.chains.within(whole).any(|(span, ..)| span.start < at.start && at.end < span.end)
        };
        let mut names: Vec<&Name> = Vec::new();
        let mut start = phrase.start;
        for i in phrase.clone().chain([phrase.end]) {
            let parts = i == phrase.end || (matches!(reading.lower(i), "and" | ",") && !inside(i));
            if parts && start < i {
                let name = self.chains.resolve_phrase(reading, start..i).name;
                names.extend(name.filter(|name| names.iter().all(|known| known.name != name.name)));
            }
            if parts {
                start = i + 1;
            }
            if matches!(reading.lower(i), "who" | "which" | "whose" | "that") {
                break;
            }
        }
        // "Coast Bank and Harbour Trust chief Ann Hale" is one person.
        let persons = names.iter().filter(|name| name.entity == Entity::Person).count();
        if persons > 0 && persons < names.len() {
            return Vec::new();
        }
        names.into_iter().map(|name| name.name.clone()).collect()
    }
}
