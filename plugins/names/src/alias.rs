//! Aliases: the names that a user has given for persons, organisations and outlets, found before anything else is asked.

use crate::Entity;
use crate::lists::{Known, key};
use copydesk_core::{Class, OptionsError, Reading};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// What a user can set.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// Persons, each with the other names that articles have for them: `persons = { "Ada Brandt" = ["the iron mayor", "A. B."] }`.
    pub persons: BTreeMap<String, Vec<String>>,
    /// Organisations, each with its other names: `organisations = { "Kestrel Trade Agency" = ["KTA", "the Kestrels"] }`.
    pub organisations: BTreeMap<String, Vec<String>>,
    /// Outlets, each with its other names: `outlets = { "Harbour Post" = ["the Post", "harbourpost.example"] }`.
    pub outlets: BTreeMap<String, Vec<String>>,
}

/// One name that a user has given.
#[derive(Clone, Copy, Debug)]
struct Alias {
    known: Known,
    /// It is written with a capital: "Post" is not the post.
    capital: bool,
}

/// The names that a user has given.
#[derive(Default)]
pub(crate) struct Aliases {
    names: HashMap<String, Alias>,
    /// First words, in lower case, with how many words the longest name has that begins with it.
    first: HashMap<String, usize>,
}

impl Aliases {
    pub fn new(options: &Options) -> Result<Self, OptionsError> {
        let mut aliases = Self::default();
        let kinds = [
            (Entity::Person, &options.persons),
            (Entity::Organisation, &options.organisations),
            (Entity::Organisation, &options.outlets),
        ];
        for (entity, list) in kinds {
            for (name, others) in list {
                // The lists of an engine live as long as the program does, and a name of theirs is lent to every article.
                let known = Known { name: name.trim().to_owned().leak(), entity };
                for form in std::iter::once(name).chain(others) {
                    aliases.add(form, known)?;
                }
            }
        }
        Ok(aliases)
    }

    fn add(&mut self, form: &str, known: Known) -> Result<(), OptionsError> {
        let key = words(form);
        let Some(first) = key.split(' ').next().filter(|first| !first.is_empty()) else {
            return Err(OptionsError(format!("a name of `{}` is empty", known.name)));
        };
        let longest = self.first.entry(first.to_owned()).or_default();
        *longest = key.split(' ').count().max(*longest);
        let capital = form.trim().starts_with(char::is_uppercase);
        if let Some(other) = self.names.insert(key, Alias { known, capital })
            && other.known.name != known.name
        {
            return Err(OptionsError(format!("`{form}` can't be both `{}` and `{}`", other.known.name, known.name)));
        }
        Ok(())
    }

    /// Where the text uses one of the names, in order, the longest first.
    pub fn find(&self, reading: &Reading<'_>) -> Vec<(Range<usize>, Known)> {
        let mut found = Vec::new();
        if self.names.is_empty() {
            return found;
        }
        for sentence in reading.sentences() {
            let mut i = sentence.tokens.start;
            while i < sentence.tokens.end {
                match self.at(reading, i, sentence.tokens.end) {
                    Some((end, known)) => {
                        found.push((i..end, known));
                        i = end;
                    }
                    None => i += 1,
                }
            }
        }
        found
    }

    /// The longest name that begins at token `i`.
    fn at(&self, reading: &Reading<'_>, i: usize, end: usize) -> Option<(usize, Known)> {
        let longest = *self.first.get(reading.lower(i))?;
        let mut form = String::new();
        let mut best = None;
        let mut count = 0;
        for j in i..end {
            let token = reading.lower(j);
            if reading.is(j, Class::DASH) || token == "." {
                continue;
            }
            if !form.is_empty() {
                form.push(' ');
            }
            form.push_str(if token == "’s" { "'s" } else { token });
            count += 1;
            let alias = self.names.get(&form).filter(|alias| !alias.capital || reading.is(i, Class::CAPITAL));
            best = alias.map(|alias| (j + 1, alias.known)).or(best);
            if count >= longest {
                break;
            }
        }
        best
    }
}

/// A name as its words are compared: in lower case, one space between them, the possessive ending apart, without stops and hyphens.
fn words(form: &str) -> String {
    let form = key(&form.to_lowercase()).replace("'s", " 's");
    form.split_whitespace().collect::<Vec<_>>().join(" ")
}
