//! Names: persons, organisations and places, and the chains that tie their mentions together.
//!
//! Surnames, genders, acronyms and roles are learned from the document itself before any list is asked. The steps, one file each:
//! what the user has named (`alias`) and runs of capitals (`run`) are found (`finder`) and taken apart (`apart`) into mentions (`mention`) by what stands around them (`context`), mentions are tied to a cast (`cast`, `short`), headings are searched
//! for the cast's names (`title_case`), roles and kinds of organisations are read (`role`, `kind`), and pronouns and nominals are resolved (`steps`,
//! `reference`).
//! [`Chains`] answers for plugins who is meant at a place.

mod acting;
mod alias;
mod apart;
mod cast;
mod chains;
mod context;
mod country;
mod finder;
mod kind;
mod lists;
mod mention;
mod nominal;
mod pronoun;
mod reference;
mod role;
mod run;
mod seen;
mod short;
mod steps;
mod title_case;

pub use alias::Options;
pub use chains::{Chains, Resolution};
pub use country::{country, country_at, domain_country, outlet_country};

use alias::Aliases;
use cast::Cast;
use copydesk_core::{Analyzer, Class, Confidence, Finding, Given, OptionsError, Reading, Rule, Sink, Span, register};
use copydesk_zones::Zone;
use finder::Finder;
use lists::Known;
use mention::{Mention, Votes};
use reference::{Reference, Tie};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A longer chain is given in stretches of so many links (and those up to the next name), so that the output stays linear in the text's length.
const LONGEST_CHAIN: usize = 32;
/// A role has at most so many bytes: every mention carries it, and a word of a megabyte in it would be printed with each.
const LONGEST_ROLE: u32 = 400;
/// A line of at most so many words without a full stop is a menu entry, a byline or a label rather than a sentence.
const LABEL: usize = 4;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Entity {
    /// A person.
    Person,
    /// An organisation; a government too, where a place name stands for it.
    Organisation,
    /// A place.
    Place,
}

/// How a mention was tied to its chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// By the name, or a part of it.
    Name,
    /// A pronoun: the nearest person that fits in gender, number and part of the sentence.
    Pronoun,
    /// A nominal ("the analyst", "the agency"): the nearest bearer of that role or word.
    Role,
    /// "it said": the organisation that spoke last.
    It,
}

/// One mention in a chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Link {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words between them.
    pub text: String,
    /// How it was tied.
    pub how: How,
}

impl Link {
    /// Where it is.
    #[must_use]
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// One mention of a name. All mentions of one entity carry the same `name`, and the same `chain` where that has few more than 32 links.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Name {
    /// What it names, here: a capital that speaks is an organisation, the same capital on a journey a place.
    pub entity: Entity,
    /// The canonical name in this document: the fullest form.
    pub name: String,
    /// A place that speaks here: its government is meant.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub seat: bool,
    /// A title, role or affiliation, as the text gives it: "senior analyst at the Institute …".
    pub role: Option<String>,
    /// Every mention in the document, pronouns and nominals ("the analyst", "he") among them, in order.
    pub chain: Arc<[Link]>,
}

impl Finding for Name {
    const KINDS: &'static [&'static str] = &["name"];

    fn sentence(&self, quoted: &[&str]) -> String {
        format!("“{}” names {}", quoted.first().unwrap_or(&""), self.name)
    }
}

/// The analyzer.
#[derive(Default)]
pub struct Names {
    aliases: Aliases,
}

const RULES: &[Rule] = &[
    Rule {
        name: "alias",
        doc: "A name that the user has given in `copydesk.toml`: under `[names.persons]`, `\"Ada Brandt\" = [\"the iron mayor\"]` makes both one person, \
              in every article.",
    },
    Rule {
        name: "listed",
        doc: "A country, capital, city or organisation of the lists: “Kyiv”, “the White House”. Countries after ISO 3166-1.",
    },
    Rule { name: "lower-case", doc: "A country or capital that lost its capital letter: “talks in kyiv”." },
    Rule {
        name: "head",
        doc: "Capitals with a word that says what they name: “the Coast Institute for Peace”, “the Marrow River”.",
    },
    Rule {
        name: "title",
        doc: "Capitals behind a title or an office: “President Ada Brandt”, “Foreign Minister Lo”. The title stays outside the name.",
    },
    Rule { name: "given-name", doc: "A given name and what follows: “Maria Lund”." },
    Rule { name: "acronym", doc: "Letters all capital: “KTA”. “The Kestrel Trade Agency (KTA)” ties the two." },
    Rule { name: "compass", doc: "“the North”, “the South” in an article that names North or South Korea." },
    Rule {
        name: "short-form",
        doc: "A common word that is short for a name of the article: “Green said” of Ada Green, “The Post” of the Harbour Post.",
    },
    Rule {
        name: "capitals",
        doc: "Other capitals inside a sentence. At the head of a sentence one capital counts only where the article uses the name elsewhere: “Talks” is none.",
    },
    Rule {
        name: "heading",
        doc: "A name that the article uses elsewhere, in a heading in Title Case, whose other capitals tell nothing.",
    },
];

impl Analyzer for Names {
    const NAME: &'static str = "names";
    const RULES: &'static [Rule] = RULES;
    const LANGUAGES: &'static [&'static str] = &["en"];
    type Options = Options;
    type Requires = (Zone,);
    type Output = Name;

    fn new(options: Options) -> Result<Self, OptionsError> {
        Aliases::new(&options).map(|aliases| Self { aliases })
    }

    fn analyze(&self, reading: &Reading<'_>, given: Given<'_, Self::Requires>, found: &mut Sink<'_, Name>) {
        let aliases = self.aliases.find(reading);
        let mut finder = Finder::new(reading, &aliases);
        let mut headings = Vec::new();
        for sentence in reading.sentences() {
            let tokens = sentence.tokens.clone();
            // "By Ada Brandt and Jo Lund": all capitals, and no heading.
            let byline = reading.lower(tokens.start) == "by" && reading.is(tokens.start, Class::LINE_START);
            if !byline && title_case::is(reading, tokens.clone()) {
                finder.heading(&tokens);
                headings.push(tokens);
            } else {
                let words = tokens.clone().filter(|&i| reading.is(i, Class::WORD)).take(LABEL + 1).count();
                let loose = words <= LABEL && !reading.is(tokens.end - 1, Class::STOP | Class::QUOTE);
                finder.read(tokens, loose);
            }
        }
        let Finder { mut mentions, acronyms, stems, .. } = finder;
        let mut cast = cast::cast(reading, &mut mentions, &acronyms, &stems);
        for tokens in headings {
            let mut new = Vec::new();
            title_case::read(reading, tokens, &cast, |tokens, who| new.push((tokens, who)));
            new.retain(|(tokens, _)| {
                let next = aliases.partition_point(|(alias, _)| alias.end <= tokens.start);
                aliases.get(next).is_none_or(|(alias, _)| tokens.end <= alias.start)
            });
            for (tokens, who) in new {
                mentions.push(heading(reading, &mut cast, tokens, who));
            }
        }
        mentions.retain(|mention| mention.entity != usize::MAX);
        mentions.sort_by_key(|mention| mention.span.start);
        cast.settle(reading, &mentions);
        role::read(reading, &mentions, &mut cast);
        kind::read(reading, &mentions, &mut cast);
        let quiet = |number: usize| {
            let span = reading.sentences().get(number).map(|sentence| sentence.span);
            span.and_then(|span| given.zone(span)).is_some_and(|zone| zone == "furniture")
        };
        let references = reference::resolve(reading, &mentions, &mut cast, quiet);
        print(reading, &mentions, &cast, &references, found);
    }
}

fn heading(
    reading: &Reading<'_>,
    cast: &mut Cast,
    tokens: std::ops::Range<usize>,
    who: Result<usize, Known>,
) -> Mention {
    let span = reading.span(tokens.clone());
    let mut votes = Votes::default();
    if let Err(known) = who {
        match known.entity {
            Entity::Person => votes.person = 1,
            Entity::Organisation => votes.organisation = 1,
            Entity::Place => votes.place = 1,
        }
    }
    let mut mention = Mention {
        tokens,
        span,
        key: lists::key(reading.slice(span)),
        votes,
        gender: lists::Gender::Unknown,
        title: None,
        weak: true,
        known: who.err(),
        acronym: false,
        short: false,
        loose: true,
        entity: usize::MAX,
        rule: "heading",
    };
    mention.entity = who.unwrap_or_else(|_| cast.enrol(reading, &mention));
    mention
}

/// Whether a place stands for its government here: "Moscow denied", "according to Port Mirel".
fn speaks(reading: &Reading<'_>, mention: &Mention) -> bool {
    let speech = |i: usize| reading.is(i, Class::SPEECH) && !reading.is(i, Class::CAPITAL);
    let next = mention.tokens.end;
    let auxiliary = matches!(reading.lower(next), "has" | "had" | "will" | "would" | "also" | "have");
    let source = reading.lower(mention.tokens.start.wrapping_sub(2)) == "according"
        && reading.lower(mention.tokens.start.wrapping_sub(1)) == "to";
    speech(next) || (auxiliary && speech(next + 1)) || source
}

/// Pushes a finding for each mention.
fn print(
    reading: &Reading<'_>,
    mentions: &[Mention],
    cast: &Cast,
    references: &[Reference],
    found: &mut Sink<'_, Name>,
) {
    let mut chains: Vec<Vec<Link>> = vec![Vec::new(); cast.members.len()];
    let mut link = |member: usize, tokens: std::ops::Range<usize>, how: How| {
        if let Some(chain) = chains.get_mut(member) {
            let span = reading.span(tokens);
            chain.push(Link { start: span.start, end: span.end, text: reading.slice(span).to_owned(), how });
        }
    };
    for mention in mentions {
        link(mention.entity, mention.tokens.clone(), How::Name);
    }
    for reference in references {
        let how = match reference.tie {
            Tie::Pronoun => How::Pronoun,
            Tie::Role => How::Role,
            Tie::It => How::It,
        };
        link(reference.member, reference.tokens.clone(), how);
    }
    let stretches: Vec<Vec<Arc<[Link]>>> = chains
        .into_iter()
        .map(|mut chain| {
            chain.sort_by_key(|link| link.start);
            stretches(chain)
        })
        .collect();
    let said = |tokens: &std::ops::Range<usize>| {
        reading.slice(reading.span(tokens.clone())).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let short = |tokens: &&std::ops::Range<usize>| reading.span((*tokens).clone()).len() <= LONGEST_ROLE;
    let roles: Vec<Option<String>> =
        cast.members.iter().map(|member| member.role.as_ref().filter(short).map(said)).collect();
    for mention in mentions {
        let (Some(member), Some(stretches)) = (cast.get(mention.entity), stretches.get(mention.entity)) else {
            continue;
        };
        let stretch = stretches
            .partition_point(|links: &Arc<[Link]>| links.last().is_some_and(|last| last.start < mention.span.start));
        let Some(chain) = stretches.get(stretch) else { continue };
        let seat = member.entity == Entity::Place && speaks(reading, mention);
        let entity = if seat { Entity::Organisation } else { member.entity };
        let confidence = match mention.rule {
            "alias" | "listed" | "head" | "title" => Confidence::High,
            _ if member.mentions.len() > 1 => Confidence::High,
            "given-name" | "heading" | "acronym" => Confidence::Medium,
            _ => Confidence::Low,
        };
        let role = roles.get(mention.entity).cloned().flatten();
        found.push(
            mention.span,
            mention.rule,
            confidence,
            Name { entity, name: member.name.clone(), seat, role, chain: Arc::clone(chain) },
        );
    }
}

/// A chain in stretches, cut where a name stands: a stretch of pronouns alone would hang on no mention.
fn stretches(mut chain: Vec<Link>) -> Vec<Arc<[Link]>> {
    let mut stretches = Vec::new();
    while chain.len() > LONGEST_CHAIN {
        let next = chain.iter().skip(LONGEST_CHAIN).position(|link| link.how == How::Name);
        let Some(next) = next else { break };
        let rest = chain.split_off(LONGEST_CHAIN + next);
        stretches.push(std::mem::replace(&mut chain, rest).into());
    }
    stretches.push(chain.into());
    stretches
}

register! {
    /// Finds persons, organisations and places, and ties the mentions of each together.
    analyzer Names
}
