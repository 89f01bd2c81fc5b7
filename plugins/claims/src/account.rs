//! What one article says: its data, each with what it is about, on whose word, and the words that tell things apart.

use crate::context::{actors, clause, narrowing, objects, patients, phrase, sentence, stems, subject_act};
use crate::day::Days;
use crate::{figure, offset, status, toll, words};
use copydesk_core::{Across, EveryClaim, Evidence, Finding, Found, Given, Merged, Reading, SmolStr, Span, Value};
use copydesk_dates::Date;
use copydesk_masthead::{Field, Masthead};
use copydesk_origins::Provenance;
use copydesk_sources::{Scopes, Source};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What one article says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Account {
    /// The article.
    pub document: String,
    /// Its outlet, where it is known.
    pub outlet: Option<String>,
    /// Its day of publication, where it is known (or pinned by the pile).
    pub published: Option<jiff::civil::Date>,
    /// Every value that it gives.
    pub data: Vec<Datum>,
    /// What it dates by another event: "three days after the president signed".
    pub offsets: Vec<Offset>,
}

/// A date that waits for the article's day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Pending {
    /// A weekday (1 is Monday): "on Tuesday".
    Weekday(u8),
    /// So many days from the day of publication: "yesterday".
    Day(i8),
    /// So many weeks: "last week".
    Week(i8),
    /// So many months: "last month".
    Month(i8),
}

/// An act that is dated by another one, so many days away.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Offset {
    /// How many days the act is after the other event; negative for before.
    pub days: i64,
    /// Where it says so.
    pub place: Evidence,
    /// The other event, in the article's words: "President Brandel signed".
    pub event: String,
    /// The normalised act of the other event.
    pub about: String,
}

/// One value, with what is needed to line it up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Datum {
    /// `date`, `figure`, `status` or what another plugin calls it.
    pub on: String,
    /// The act or the noun, normalised by this crate's word lists.
    pub about: String,
    /// The act or the noun as its plugin gave it, for people.
    pub wording: String,
    /// The act with its object as the article has it: "ratified the agreement".
    pub phrase: String,
    /// The value; a weekday that is not resolved yet has the empty word.
    pub value: Value,
    /// What is known of a date that the article alone does not resolve.
    pub pending: Option<Pending>,
    /// Where it stands.
    pub place: Evidence,
    /// On whose word.
    pub voices: Vec<Voice>,
    /// Whether no number tells it: "a man was killed". There may have been more.
    pub implied: bool,
    /// Whether a toll may have been greater: "at least four", "two of those shot", "four were taken to hospital".
    pub least: bool,
    /// Whether the sentence of a figure tells of other times than the article's own: "in 2007 he was charged with three counts".
    pub is_past: bool,
    /// Whether a toll may take in whoever did it, since the article tells that he died too: "killed three people and himself".
    pub with_doer: bool,
    /// Whether it is the toll with which the article begins: the first sentences that tell of one are of its own event.
    pub leads: bool,
    /// The days on which a toll came about, by its sentence.
    pub when: Option<(jiff::civil::Date, jiff::civil::Date)>,
    /// What the article says was so before: "up from 17 on Sunday". It stands by those who had the value then, and is no side of its own.
    pub earlier: bool,
    /// What tells it apart from other values of the same noun: `killed`, `injured`.
    pub facet: Option<String>,
    /// Stems of the names of who acts: before the predicate in its own part of the sentence, or behind "by".
    pub actors: BTreeSet<String>,
    /// Stems of what a dated act is done to ("the agreement"), and of what narrows the noun of a figure ("North Korean soldiers").
    pub patients: BTreeSet<String>,
    /// Stems of the names in its sentence.
    pub names: BTreeSet<String>,
    /// Stems of the other content words in its sentence; of a figure those near it.
    pub words: BTreeSet<String>,
}

impl Datum {
    /// Whether it tells how many people an act befell: of one event an article has one such number, which grows with the days.
    #[must_use]
    pub fn is_toll(&self) -> bool {
        self.on == "figure" && self.facet.as_deref() == Some(&self.about) && toll::is_act(&self.about)
    }

    /// Whether it tells how old somebody is.
    #[must_use]
    pub fn is_age(&self) -> bool {
        self.on == "figure" && self.about.starts_with("age of ")
    }

    /// Whether it is another number in later reports: a toll, somebody's age.
    #[must_use]
    pub fn grows(&self) -> bool {
        self.is_toll() || self.is_age()
    }

    /// The day, where the value is one.
    #[must_use]
    pub fn day(&self) -> Option<jiff::civil::Date> {
        match self.value {
            Value::Days { earliest, latest } if earliest == latest => Some(earliest),
            _ => None,
        }
    }
}

/// Somebody on whose word a value rests.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Voice {
    /// The name, or the words of the mention.
    pub name: SmolStr,
    /// The mention.
    pub mention: Evidence,
}

impl Voice {
    fn span(&self) -> Option<Span> {
        Some(Span::new(self.mention.start?, self.mention.end?))
    }
}

/// What an article says: for the map stage of comparers over it.
#[must_use]
pub fn of(reading: &Reading<'_>, given: &Given<'_, (EveryClaim, Date, Masthead, Source)>) -> Account {
    let (claims, dates, masthead, sources) = &given.columns;
    let mut by_claim: BTreeMap<(u32, u32), Vec<&Found<Source>>> = BTreeMap::new();
    for found in *sources {
        if let Some(claim) = found.data.claim {
            by_claim.entry((claim.start, claim.end)).or_default().push(found);
        }
    }
    let page = Page { reading, scopes: Scopes::new(sources), sources: by_claim };
    let published = copydesk_masthead::published(masthead);
    let days = Days::of(reading, dates);
    let mut data: Vec<Datum> = Vec::new();
    let people = figure::FullNames::of(reading);
    for claimed in claims {
        let claim = &claimed.claim;
        match claim.on.as_str() {
            "date" => {}
            "figure" => {
                let Some((about, facet)) = figure::about(reading, claimed, &people) else { continue };
                if !toll::is_act(&about) {
                    let mut datum = page.datum("figure", about.clone(), &about, claim.value.clone(), claimed.span);
                    datum.facet = facet.map(str::to_owned);
                    datum.is_past = days.is_past(reading.sentence_at(claimed.span.start), published);
                    datum.patients = narrowing(reading, claimed.span, &claim.about);
                    data.push(datum);
                }
            }
            on => data.push(page.datum(on, claim.about.clone(), &claim.about, claim.value.clone(), claimed.span)),
        }
    }
    let mentions = toll::mentions(reading, claims, published, |span| given.zone(span) == Some("furniture"));
    let told: BTreeSet<usize> = mentions.iter().filter(|m| !m.background).map(|m| m.sentence).collect();
    let lead: Vec<usize> = told.into_iter().take(LEAD).collect();
    for mention in toll::own(&mentions) {
        let act = mention.act;
        // The number may stand in several places, and each is evidence.
        let same =
            |m: &&toll::Mention| m.value == mention.value && m.stated == mention.stated && m.span != mention.span;
        let of_act = || mentions.iter().filter(|m| m.act == act && !m.background);
        let again = of_act().filter(same).map(|m| (m.span, m.value.clone(), false));
        let before = of_act().filter(|m| m.earlier).map(|m| (m.span, m.value.clone(), true));
        let own = (mention.span, mention.value.clone(), false);
        let told = mentions.iter().filter(|m| m.act == act && !m.background && !m.earlier);
        let when = told.clone().filter(|m| m.value == mention.value).find_map(|m| days.of_sentence(m.sentence));
        let leads = told.clone().any(|m| m.value == mention.value && lead.contains(&m.sentence));
        for (span, value, earlier) in again.chain(before).chain([own]) {
            let mut datum = page.datum("figure", act.to_owned(), act, value, span);
            datum.facet = Some(act.to_owned());
            datum.implied = !mention.stated;
            datum.least = mention.is_least();
            datum.with_doer = mention.with_doer;
            datum.when = when;
            datum.leads = leads;
            datum.earlier = earlier;
            data.push(datum);
        }
    }
    let mut offsets = Vec::new();
    for found in *dates {
        let Some(span) = found.span.filter(|span| given.zone(*span) != Some("furniture")) else { continue };
        offsets.extend(offset::offset(reading, span, &found.data));
        // The day in a dateline is the article's own; in a headline it stands for that of the story below.
        let Some(act) = found.data.act.as_ref().filter(|_| !matches!(given.zone(span), Some("dateline" | "headline")))
        else {
            continue;
        };
        let pending = offset::pending(reading, span, &found.data);
        let value = match found.data.claim() {
            Some(claim) => claim.value,
            None if pending.is_some() => Value::Word(String::new()),
            None => continue,
        };
        let predicate = Span::new(act.start, act.end);
        // "The ratification followed on May 6": what followed is the act.
        let noun = LIGHT.contains(&act.lemma.as_str()).then(|| subject_act(reading, predicate)).flatten();
        let lemma = noun.unwrap_or(&act.lemma);
        let about = words::act(lemma, objects(reading, predicate));
        let mut datum = page.datum("date", about, lemma, value, span);
        datum.pending = pending;
        datum.actors = actors(reading, predicate, span);
        datum.patients = patients(reading, predicate, span);
        datum.phrase = phrase(reading, predicate, span);
        // Whose act it is may be said by who tells of it: "Kestrian television: the president signed the decree".
        if words::is_listed(&datum.about) {
            let told = datum.voices.iter().filter_map(|voice| voice.span());
            let told: Vec<Span> = told.collect();
            datum.names.extend(told.into_iter().flat_map(|span| stems(reading, reading.tokens_in(span)).0));
        }
        data.push(datum);
    }
    for status in status::statuses(reading).into_iter().filter(|status| given.zone(status.span) == Some("body")) {
        let value = Value::Word(status.word.to_owned());
        data.push(page.datum("status", status.act.to_owned(), status.act, value, status.span));
    }
    data.sort();
    Account {
        document: reading.id().to_owned(),
        outlet: copydesk_masthead::value(masthead, Field::Outlet).map(str::to_owned),
        published,
        data,
        offsets,
    }
}

/// So many sentences that tell of a toll lead their article: the headline and the first of the body.
const LEAD: usize = 2;

/// Verbs that say no more than that something was: what it was stands before them.
const LIGHT: [&str; 5] = ["follow", "come", "happen", "occur", "take"];

/// An article as its data are taken from it.
struct Page<'r, 'a> {
    reading: &'r Reading<'a>,
    scopes: Scopes<'r>,
    /// The sources of each claim, by its ends.
    sources: BTreeMap<(u32, u32), Vec<&'r Found<Source>>>,
}

impl Page<'_, '_> {
    fn datum(&self, on: &str, about: String, wording: &str, value: Value, span: Span) -> Datum {
        let sentence = sentence(self.reading, span);
        let (names, mut words) = stems(self.reading, sentence);
        if on == "figure" {
            words = stems(self.reading, clause(self.reading, span)).1;
        }
        Datum {
            on: on.to_owned(),
            about,
            wording: wording.to_owned(),
            phrase: String::new(),
            value,
            pending: None,
            place: self.reading.cite(span, on),
            voices: self.voices(span),
            implied: false,
            least: false,
            leads: false,
            is_past: false,
            with_doer: false,
            when: None,
            earlier: false,
            facet: None,
            actors: BTreeSet::new(),
            patients: BTreeSet::new(),
            names,
            words,
        }
    }

    /// On whose word a place rests.
    fn voices(&self, span: Span) -> Vec<Voice> {
        let claim = self.scopes.source_of(self.reading, span).and_then(|found| found.data.claim);
        // "Orsenland and the Continental Union say": one claim of several.
        let together = claim.and_then(|claim| self.sources.get(&(claim.start, claim.end)));
        let voice = |found: &&Found<Source>| {
            let mention = self.reading.cite(found.span?, "said by");
            Some(Voice { name: found.data.name.as_ref().map_or_else(|| mention.text.clone(), SmolStr::from), mention })
        };
        together.into_iter().flatten().filter_map(voice).collect()
    }
}

/// The accounts of each cluster that origins counted; an account that stands in none is compared with nothing.
pub fn clusters(
    merged: Merged<BTreeSet<Account>>,
    provenance: &[Across<Provenance>],
) -> impl Iterator<Item = Vec<Account>> {
    let piles = provenance.iter().filter_map(|across| across.data.pile());
    piles.map(move |pile| {
        let read = pile.documents.iter().filter_map(|document| merged.read(document));
        read.filter_map(|accounts| accounts.into_iter().next()).collect()
    })
}
