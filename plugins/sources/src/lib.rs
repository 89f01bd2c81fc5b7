//! Sources: on whose word each statement rests.
//!
//! Every quotation with a speaker gives a source (`class` says of which class, by the words in the mention); credits (`credit`) and
//! impersonal phrases (`impersonal`) give others. [`Scopes`] answers on whose word a place in the text rests.

mod anonymity;
mod citing;
mod class;
mod credit;
mod impersonal;
mod rules;
mod scope;

pub use scope::Scopes;

use copydesk_core::lang::en::lexicon::entries;
use copydesk_core::{
    Analyzer, Confidence, Finding, Found, Given, NoOptions, OptionsError, Place, Reading, Rule, Sink, Span, register,
};
use copydesk_names::Name;
use copydesk_quotes::Quote;
use copydesk_zones::{Label, Zone};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::sync::LazyLock;

/// A statement of more than this many bytes is not read for hedges.
const HEDGED: u32 = 1_000;

/// The name that a pronoun stands for is looked for among so many names before it in its sentence.
const NAMED_BEFORE: usize = 40;

static HEDGES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| entries(include_str!("words/hedges.txt")).flat_map(str::split_ascii_whitespace).collect());

/// What class of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Somebody with a name.
    NamedPerson,
    /// Somebody with a name and an office.
    Official,
    /// Somebody with a name who is asked for knowledge.
    Expert,
    /// A news organisation that a state controls.
    StateMedia,
    /// A news agency.
    Wire,
    /// Another news organisation.
    Media,
    /// A government, a ministry, or a capital that stands for one.
    Government,
    /// A group: "observers", "Western nations"; an institution that is no government: "the Coast Bank".
    Collective,
    /// Somebody without a name.
    Anonymous,
    /// A text: a decree, a report, a statement.
    Document,
    /// Nobody: "is interpreted as".
    Impersonal,
    /// Who took a picture.
    PhotoCredit,
    /// The reporter's own voice.
    None,
}

/// An attribution. The record's place is the mention of the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// The canonical name.
    pub name: Option<String>,
    /// What class of source.
    pub class: Class,
    /// The words that attribute.
    pub cue: Option<Place>,
    /// What is attributed.
    pub claim: Option<Span>,
    /// Words by which the writer steps back from it.
    pub hedges: Vec<Place>,
    /// The reason given for leaving the source without a name: "not authorised to speak publicly".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anonymity: Option<Place>,
}

impl Finding for Source {
    const KINDS: &'static [&'static str] = &["source"];

    fn sentence(&self, quoted: &[&str]) -> String {
        format!("a statement rests on {}", self.name.as_deref().or(quoted.first().copied()).unwrap_or("nobody"))
    }
}

/// The analyzer.
pub struct Sources;

impl Analyzer for Sources {
    const NAME: &'static str = "sources";
    const RULES: &'static [Rule] = rules::RULES;
    const LANGUAGES: &'static [&'static str] = &["en"];
    type Options = NoOptions;
    type Requires = (Zone, Name, Quote);
    type Output = Source;

    fn new(_: NoOptions) -> Result<Self, OptionsError> {
        Ok(Self)
    }

    fn analyze(&self, reading: &Reading<'_>, given: Given<'_, Self::Requires>, found: &mut Sink<'_, Source>) {
        let (zones, names, quotes) = given.columns;
        let mut classes = class::Reader::new(reading, names);
        for quote in quotes {
            attribute(reading, &mut classes, names, quote, found);
        }
        citing::cited(reading, quotes, &mut classes, found);
        for credit in credit::credits(reading) {
            let data = Source {
                name: Some(credit.name),
                class: credit.class,
                cue: None,
                claim: None,
                hedges: Vec::new(),
                anonymity: None,
            };
            found.push(credit.span, credit.rule, Confidence::High, data);
        }
        // What the zones know for a photo credit and no list of agencies does.
        for zone in zones.iter().filter(|zone| zone.data.label == Label::PhotoCredit) {
            let Some(span) = zone.span else { continue };
            if !found.found().iter().any(|f| f.span.is_some_and(|s| s.overlaps(span))) {
                let data = Source {
                    name: None,
                    class: Class::PhotoCredit,
                    cue: None,
                    claim: None,
                    hedges: Vec::new(),
                    anonymity: None,
                };
                found.push(span, "photo-credit", Confidence::Medium, data);
            }
        }
        for phrase in impersonal::phrases(reading) {
            let mut hedges = vec![reading.place(phrase.hedge)];
            hedges.extend(hedges_in(reading, phrase.claim).filter(|h| h.span() != phrase.hedge));
            let cue = Some(reading.place(phrase.phrase));
            let data = Source {
                name: None,
                class: Class::Impersonal,
                cue,
                claim: Some(phrase.claim),
                hedges,
                anonymity: None,
            };
            found.push(phrase.phrase, "impersonal", Confidence::Medium, data);
        }
    }
}

/// A pronoun's source is the name that it stands for, where that stands in the same sentence: "Hale visited the site, where she said …".
fn antecedent(reading: &Reading<'_>, names: &[Found<Name>], pronoun: Span, name: &str) -> Option<Span> {
    let sentence = reading.sentences().get(reading.sentence_at(pronoun.start))?.span;
    let last = names.partition_point(|found| found.span.is_none_or(|s| s.start < pronoun.start));
    let before = names.get(..last)?.iter().rev().take(NAMED_BEFORE);
    let mut near = before.map_while(|found| Some((found.span.filter(|s| s.start >= sentence.start)?, &found.data)));
    near.find(|(_, data)| data.name == name).map(|(span, _)| span)
}

/// The source of a quotation: its speaker.
fn attribute(
    reading: &Reading<'_>,
    classes: &mut class::Reader<'_, '_>,
    names: &[Found<Name>],
    quote: &Found<Quote>,
    found: &mut Sink<'_, Source>,
) {
    let (Some(claim), Some(start), Some(end)) = (quote.span, quote.data.speaker.start, quote.data.speaker.end) else {
        return;
    };
    let mut mention = Span::new(start, end);
    if matches!(reading.slice_lower(mention), "he" | "she" | "it" | "who" | "which" | "they")
        && let Some(name) = &quote.data.speaker.name
    {
        mention = antecedent(reading, names, mention, name).unwrap_or(mention);
    }
    let cue = quote.data.cue.clone();
    let mut hedges: Vec<Place> =
        cue.iter().filter(|c| HEDGES.contains(c.text.to_lowercase().as_str())).cloned().collect();
    hedges.extend(hedges_in(reading, claim));
    let rule = if cue.is_some() { "speaker" } else { "goes-on" };
    let head = class::head(reading, mention);
    let parts = parties(reading, classes, head);
    let several = parts.len() > 1;
    for part in parts {
        let name = name(reading, classes, part, mention, quote.data.speaker.name.as_deref());
        // Of several parties each is a government, or an institution in their company.
        let person = classes.person_at(part);
        let name = if several && person {
            classes.name_at(part)
        } else if several {
            name.filter(|_| classes.governs(part)).or_else(|| Some(bare(reading.slice(part)).to_owned()))
        } else {
            name
        };
        let class = if quote.rule == "document" {
            Class::Document
        } else if quote.rule == "interviewer" {
            Class::Anonymous
        } else if several && !person && !classes.governs(part) && !classes.institution(part) {
            Class::Government
        } else {
            classes.class(if part == head { mention } else { part }, name.as_deref())
        };
        let name = match class {
            Class::Anonymous => reports(reading, part),
            _ => name.or_else(|| described(reading, part, class)),
        };
        let anonymity = (class == Class::Anonymous).then(|| anonymity::reason(reading, part)).flatten();
        let data = Source { name, class, cue: cue.clone(), claim: Some(claim), hedges: hedges.clone(), anonymity };
        found.push(part, rule, quote.confidence, data);
    }
}

/// "Seoul and the United States" are two sources; anybody else is one.
fn parties(reading: &Reading<'_>, classes: &class::Reader<'_, '_>, head: Span) -> Vec<Span> {
    let tokens = reading.tokens_in(head);
    let mut parts = Vec::new();
    let mut start = tokens.start;
    for i in tokens.clone().chain([tokens.end]) {
        if i == tokens.end || matches!(reading.lower(i), "and" | ",") {
            if start < i {
                parts.push(start..i);
            }
            start = i + 1;
        }
    }
    let governed = |part: &std::ops::Range<usize>| {
        // "ally the United States": the name ends the part.
        (part.start..part.end).find(|&i| classes.governs(reading.span(i..part.end)))
    };
    // "Valmere, Orsenland and the Continental Union": one government in a list of names makes the others its like.
    let alike = |part: &std::ops::Range<usize>| {
        let named = part.clone().all(|i| reading.lower(i) == "the" || reading.is(i, copydesk_core::Class::CAPITAL));
        (named && !classes.person_at(reading.span(part.clone()))).then_some(part.start)
    };
    let any = parts.iter().any(|part| governed(part).is_some());
    let starts: Vec<_> = parts.iter().map(|part| governed(part).or_else(|| alike(part).filter(|_| any))).collect();
    // "Hale and Okoro said in a joint statement": two persons are two sources.
    let persons = parts.iter().all(|part| {
        classes.person_at(reading.span(part.clone()))
            && !matches!(reading.lower(part.start), "a" | "an" | "his" | "her")
    });
    if parts.len() > 1 && persons {
        return parts.into_iter().map(|part| reading.span(part)).collect();
    }
    if parts.len() > 1 && starts.iter().all(Option::is_some) {
        return parts.iter().zip(starts).filter_map(|(part, start)| Some(reading.span(start?..part.end))).collect();
    }
    vec![head]
}

/// The canonical name: the resolved one, an agency's, or a government's as it stands.
fn name(
    reading: &Reading<'_>,
    classes: &class::Reader<'_, '_>,
    part: Span,
    mention: Span,
    resolved: Option<&str>,
) -> Option<String> {
    if let Some((_, canonical)) =
        class::agency(reading.slice(part)).or_else(|| reading.slice(part).split(['(', ')']).find_map(class::agency))
    {
        return Some(canonical.to_owned());
    }
    // "Kestria's official KTA agency": the acronym names it.
    let acronym = reading
        .tokens_in(part)
        .filter(|&i| reading.is(i, copydesk_core::Class::UPPER) && reading.raw(i).len() > 2)
        .find_map(|i| class::agency(reading.raw(i)));
    if let Some((_, canonical)) = acronym.filter(|_| reading.slice_lower(part).contains("agency")) {
        return Some(canonical.to_owned());
    }
    if part != mention && classes.governs(part) {
        return Some(bare(reading.slice(part)).to_owned());
    }
    resolved
        .map(str::to_owned)
        .or_else(|| class::is_government(reading.slice(part)).then(|| bare(reading.slice(part)).to_owned()))
}

/// A government, a document, a group or a medium without a name is called what the text calls it.
fn described(reading: &Reading<'_>, part: Span, class: Class) -> Option<String> {
    // "our government", "her ministry": whose it is stands elsewhere, or nowhere.
    let owned = reading.tokens_in(part).next().is_some_and(|i| {
        matches!(reading.lower(i), "our" | "his" | "her" | "its" | "their" | "my" | "a" | "an" | "some" | "another")
    });
    if owned {
        return None;
    }
    // A name that the text has but once, and no word beside it that tells whose it is, is a name still: "Hale has said".
    let named = class == Class::NamedPerson
        && reading.tokens_in(part).all(|i| reading.is(i, copydesk_core::Class::CAPITAL) || reading.glued(i));
    (named
        || matches!(class, Class::Government | Class::Document | Class::Collective | Class::StateMedia | Class::Media))
    .then(|| bare(reading.slice(part)).to_owned())
}

/// "according to intelligence reports": nobody signs them, but what they are is said, as of a document.
fn reports(reading: &Reading<'_>, part: Span) -> Option<String> {
    let last = reading.tokens_in(part).last()?;
    (reading.lower(last) == "reports").then(|| bare(reading.slice(part)).to_owned())
}

fn bare(text: &str) -> &str {
    text.strip_prefix("the ").or_else(|| text.strip_prefix("The ")).unwrap_or(text)
}

fn hedges_in(reading: &Reading<'_>, claim: Span) -> impl Iterator<Item = Place> {
    let tokens = if claim.len() > HEDGED { 0..0 } else { reading.tokens_in(claim) };
    tokens.filter(|&i| HEDGES.contains(reading.lower(i))).map(|i| reading.place(reading.token(i).span()))
}

register! {
    /// Finds who each statement is attributed to, of which class, over which stretch of text, with which hedges.
    analyzer Sources
}
