//! What one article contributes: its address, its hedges beside figures and dates, and the acts that it names, loaded or plain.

use copydesk_core::lang::en::lexicon::{WordSet, WordTable, entries};
use copydesk_core::{Class, Evidence, Given, Reading, Span};
use copydesk_dates::Date;
use copydesk_figures::Figure;
use copydesk_masthead::{Field, Masthead};
use copydesk_quotes::{Form, Quote};
use copydesk_sources::{Class as Of, Source};
use copydesk_zones::{Label, Zone};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

/// Between an adjective and its noun stand at most so many words: "a landmark mutual defence pact".
const BETWEEN: usize = 3;
/// Letters of a name that country and demonym share: "Korea", "Korean".
const STEM: usize = 5;
/// Of each act so many loaded mentions are kept: more say the same.
const MOST: usize = 4;
/// A hedge reaches so many tokens: "has reportedly sent some 4,600 soldiers".
const REACH: usize = 10;
/// A sentence of more tokens is not read.
const LONG: usize = 120;

static ACTS: LazyLock<WordTable<&'static str>> = LazyLock::new(|| {
    let lines = entries(include_str!("../words/acts.txt"));
    let acts = lines.filter_map(|line| Some((line.split_ascii_whitespace().next()?, line)));
    acts.flat_map(|(act, line)| line.split_ascii_whitespace().map(move |word| (word, act))).collect()
});
static LOADED: LazyLock<WordSet> = LazyLock::new(|| {
    entries(include_str!("../words/loaded.txt")).flat_map(|line| line.split_ascii_whitespace().skip(1)).collect()
});
static DOUBTS: LazyLock<WordSet> =
    LazyLock::new(|| entries(include_str!("../words/doubts.txt")).flat_map(str::split_ascii_whitespace).collect());

/// Stands for state media, whatever they are called: a root has one of their names.
pub const STATE_MEDIA: &str = "state media";

/// What one article contributes.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Sheet {
    /// The host of its address.
    pub host: Option<String>,
    /// The agency that a credit names for the text, and where.
    pub credit: Option<(String, Vec<Evidence>)>,
    /// Where a credit names an agency for a picture only.
    pub pictured: Vec<Evidence>,
    /// Sentences with a figure or a date that are hedged or rest on somebody's word.
    pub guarded: Vec<Guarded>,
    /// The acts that it names.
    pub acts: BTreeMap<String, Act>,
}

/// A sentence that does not stand on the outlet's own word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Guarded {
    pub start: u32,
    pub end: u32,
    /// Words that put it in doubt.
    pub hedges: Vec<Hedge>,
    /// What of it somebody says.
    pub told: BTreeSet<Told>,
}

/// What somebody says in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Told {
    pub start: u32,
    pub end: u32,
    /// The name of who says it; state media as [`STATE_MEDIA`] too. Empty where there is no name.
    pub by: BTreeSet<String>,
}

/// A word that puts something in doubt, and the clause round it that it reaches over.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Hedge {
    pub word: Evidence,
    pub start: u32,
    pub end: u32,
}

impl Hedge {
    /// Whether it reaches a place.
    pub const fn reaches(&self, start: u32, end: u32) -> bool {
        self.start <= start && end <= self.end
    }
}

/// A mention of an act, with the names in its sentence: one treaty is told from another by them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Named {
    pub mention: Evidence,
    /// The beginnings of the capitalised words: "Kestr" for Kestria and Kestrian.
    pub names: BTreeSet<String>,
}

/// How an article names an act.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Act {
    /// Its first plain mentions.
    pub plain: Vec<Named>,
    /// Its first mention with each loaded adjective.
    pub loaded: BTreeMap<String, Named>,
}

pub fn of(reading: &Reading<'_>, given: &Given<'_, (Zone, Masthead, Quote, Source, Figure, Date)>) -> Sheet {
    let (zones, masthead, quotes, sources, figures, dates) = given.columns;
    let mut sheet = Sheet { host: reading.meta().url.as_deref().and_then(crate::domain::host), ..Sheet::default() };
    for line in masthead.iter().filter(|line| line.data.field == Field::Wire) {
        match &line.data.value {
            Some(_) if line.rule == "photo-only" => sheet.pictured.extend(line.data.evidence.iter().cloned()),
            Some(name) if sheet.credit.is_none() => sheet.credit = Some((name.clone(), line.data.evidence.clone())),
            _ => {}
        }
    }
    let others = others(quotes, sources);
    for body in zones.iter().filter(|zone| zone.data.label == Label::Body).filter_map(|zone| zone.span) {
        acts(reading, body, &others, &mut sheet.acts);
    }
    let numbers = figures.iter().filter_map(|f| f.span).chain(dates.iter().filter_map(|f| f.span));
    let sentences: BTreeSet<usize> =
        numbers.filter(|span| given.zone(*span) == Some("body")).map(|span| reading.sentence_at(span.start)).collect();
    // Sources are in order of their mentions; what they say is looked up by its place.
    let mut said: Vec<(Span, &Source)> = sources
        .iter()
        .filter(|source| source.data.class != Of::PhotoCredit)
        .flat_map(|source| source.span.into_iter().chain(source.data.claim).map(|span| (span, &source.data)))
        .collect();
    said.sort_by_key(|(span, _)| *span);
    for sentence in sentences.into_iter().filter_map(|i| reading.sentences().get(i)) {
        if sentence.tokens.len() > LONG {
            continue;
        }
        let last = said.partition_point(|(span, _)| span.start < sentence.span.end);
        let near = said.get(..last).unwrap_or(&[]).iter().rev().take(LONG);
        let tellers: Vec<&Source> =
            near.filter(|(span, _)| span.overlaps(sentence.span)).map(|(_, source)| *source).collect();
        let claims = tellers.iter().filter(|source| source.class != Of::Impersonal).filter_map(|source| {
            let claim = source.claim.filter(|claim| claim.overlaps(sentence.span))?;
            let state = (source.class == Of::StateMedia).then(|| STATE_MEDIA.to_owned());
            Some(Told {
                start: claim.start,
                end: claim.end,
                by: source.name.clone().into_iter().chain(state).collect(),
            })
        });
        let claims = claims.collect();
        let told = !tellers.is_empty() || sentence.tokens.clone().any(|i| reading.is(i, Class::SPEECH));
        let hedges: Vec<Hedge> = sentence
            .tokens
            .clone()
            .filter(|&i| !reading.is(i, Class::FUNCTION) && DOUBTS.contains(reading.lower(i)) && is_doubt(reading, i))
            .map(|i| hedge(reading, i, &sentence.tokens))
            .collect();
        if told || !hedges.is_empty() {
            sheet.guarded.push(Guarded { start: sentence.span.start, end: sentence.span.end, hedges, told: claims });
        }
    }
    sheet
}

/// "Are believed to have gone", "it is believed that"; but "they believed the son was 19" tells what somebody thought.
fn is_doubt(reading: &Reading<'_>, i: usize) -> bool {
    !matches!(reading.lower(i), "believed" | "thought") || matches!(reading.lower(i + 1), "to" | "that")
}

/// A hedge with its reach: so many tokens to both sides, not over a comma, a conjunction or what begins a clause. "Three are dead after they reportedly broke
/// in" doubts the break-in, not the dead.
fn hedge(reading: &Reading<'_>, at: usize, sentence: &Range<usize>) -> Hedge {
    let ends = |i: &usize| {
        // "4,600" is three tokens.
        let number = reading.raw(*i) == "," && reading.glued(*i + 1);
        let clause = matches!(
            reading.lower(*i),
            "," | ";"
                | ":"
                | "("
                | ")"
                | "and"
                | "but"
                | "or"
                | "after"
                | "before"
                | "when"
                | "while"
                | "as"
                | "because"
                | "who"
                | "which"
                | "whose"
                | "that"
                | "where"
                | "if"
                | "since"
                | "until"
                | "with"
        );
        !number && (clause || reading.is(*i, Class::DASH | Class::QUOTE))
    };
    let behind = at + 1 + usize::from(reading.lower(at + 1) == "that");
    let last = (behind..sentence.end.min(at + REACH)).take_while(|i| !ends(i)).last().unwrap_or(at);
    let first = (sentence.start.max(at.saturating_sub(REACH))..at).rev().take_while(|i| !ends(i)).last().unwrap_or(at);
    let (word, reach) = (reading.token(at).span(), reading.span(first..last + 1));
    Hedge { word: reading.cite(word, "hedge"), start: reach.start, end: reach.end }
}

/// What is not the outlet's own voice, in order.
fn others(quotes: &[copydesk_core::Found<Quote>], sources: &[copydesk_core::Found<Source>]) -> Vec<Span> {
    let quoted = quotes.iter().filter(|q| q.data.form != Form::Indirect).flat_map(|q| q.data.spans.iter().copied());
    let named = sources.iter().filter(|s| s.data.class != Of::Impersonal).filter_map(|s| s.data.claim);
    let mut others: Vec<Span> = quoted.chain(named).collect();
    others.sort_by_key(|span| span.start);
    others
}

/// The acts that a stretch of the story names.
fn acts(reading: &Reading<'_>, body: Span, others: &[Span], acts: &mut BTreeMap<String, Act>) {
    let tokens = reading.tokens_in(body);
    for i in tokens.clone() {
        // Half of all words are "the", "of" and their like: a class is cheaper to ask for than a table.
        if !reading.is(i, Class::WORD) || reading.is(i, Class::CAPITAL | Class::FUNCTION) {
            continue;
        }
        let Some(act) = ACTS.get(reading.lower(i)) else { continue };
        let known = acts.entry((*act).to_owned()).or_insert_with(|| Act { plain: Vec::new(), loaded: BTreeMap::new() });
        let before = (i.saturating_sub(BETWEEN + 1).max(tokens.start)..i).rev();
        let adjective = before.take_while(|&i| reading.is(i, Class::WORD)).find(|&i| LOADED.contains(reading.lower(i)));
        match adjective {
            // What the outlet quotes or reports is somebody else's word for it.
            Some(adjective) => {
                let place = reading.token(adjective).span();
                let last = others.partition_point(|span| span.start <= place.start);
                let theirs = others.get(..last).unwrap_or(&[]).iter().rev().take(LONG).any(|span| span.contains(place));
                let own = !theirs || is_lead_in(reading, place, others);
                if own && known.loaded.len() < MOST {
                    let word = reading.lower(adjective).to_owned();
                    known.loaded.entry(word).or_insert_with(|| Named {
                        mention: reading.cite(reading.span(adjective..i + 1), "loaded"),
                        names: names_beside(reading, i),
                    });
                }
            }
            None if known.plain.len() < MOST => {
                let mention = reading.cite(reading.token(i).span(), "plain");
                known.plain.push(Named { mention, names: names_beside(reading, i) });
            }
            None => {}
        }
    }
}

/// The beginnings of the names in the sentence of a token.
fn names_beside(reading: &Reading<'_>, i: usize) -> BTreeSet<String> {
    let sentence = reading.sentences().get(reading.sentence_at(reading.token(i).start));
    let tokens = sentence.map_or(0..0, |sentence| sentence.tokens.clone());
    let near = tokens.start.max(i.saturating_sub(LONG))..tokens.end.min(i + LONG);
    let names = near
        .filter(|&i| reading.is(i, Class::CAPITAL) && !reading.is(i, Class::MONTH | Class::WEEKDAY | Class::FUNCTION));
    names.filter_map(|i| reading.lower(i).get(..STEM)).map(str::to_owned).collect()
}

/// "Velm has ratified a landmark pact, state media reported": an outlet's lead whose adjective is its own, though somebody is named for the
/// news behind it. Told by the sentence's length: what is reported fills it from its beginning, without quotation marks.
fn is_lead_in(reading: &Reading<'_>, place: Span, others: &[Span]) -> bool {
    let Some(sentence) = reading.sentences().get(reading.sentence_at(place.start)) else { return false };
    let marks = sentence.tokens.clone().any(|i| reading.is(i, Class::QUOTE));
    let first = others.partition_point(|span| span.start < sentence.span.start);
    let begins = |span: &&Span| span.start == sentence.span.start;
    !marks && others.get(first..).unwrap_or(&[]).iter().take_while(begins).take(LONG).any(|span| span.contains(place))
}
