//! What one article says: its data, each with what it is about, on whose word, and the words that tell things apart.

use crate::{status, toll, words};
use copydesk_core::{
    Across, Claimed, Class as Token, EveryClaim, Evidence, Finding, Found, Given, Merged, Reading, Span, Value,
};
use copydesk_dates::{Date, Type};
use copydesk_masthead::{Field, Masthead};
use copydesk_names::country_at;
use copydesk_origins::Provenance;
use copydesk_sources::Source;
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
    /// What tells it apart from other values of the same noun: `killed`, `injured`.
    pub facet: Option<String>,
    /// Stems of the names of who acts: before the predicate in its own part of the sentence, or behind "by".
    pub actors: BTreeSet<String>,
    /// Stems of the names in its sentence.
    pub names: BTreeSet<String>,
    /// Stems of the other content words in its sentence.
    pub words: BTreeSet<String>,
}

/// Somebody on whose word a value rests.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Voice {
    /// The name, or the words of the mention.
    pub name: String,
    /// The mention.
    pub mention: Evidence,
}

/// Letters of a stem: "Korea" and "Korean", "deploy" and "deployed" agree in so many.
const STEM: usize = 5;
/// Shorter words tie too little together: "pact" counts, "dam" and "day" do not.
const SHORTEST: usize = 4;
/// How far from a figure, in tokens, the word is looked for that tells what is said of the things counted.
const FACET_REACH: usize = 10;
/// How many tokens behind a predicate its object is looked for.
const OBJECT_REACH: usize = 10;

/// What an article says: for the map stage of comparers over it.
#[must_use]
pub fn of(reading: &Reading<'_>, given: &Given<'_, (EveryClaim, Date, Masthead, Source)>) -> Account {
    let (claims, dates, masthead, sources) = &given.columns;
    let mut data: Vec<Datum> = Vec::new();
    for claimed in claims.iter().filter(|claimed| claimed.claim.on != "date") {
        data.extend(datum(reading, claimed, sources).filter(|datum| !toll::is_act(&datum.about)));
    }
    let mentions = toll::mentions(reading, claims, copydesk_masthead::published(masthead), |span| given.zone(span) == Some("furniture"));
    for mention in toll::own(&mentions) {
        let act = mention.act;
        let mut datum = bare(reading, "figure", act.to_owned(), act, mention.value, mention.span, sources);
        datum.facet = Some(act.to_owned());
        datum.implied = !mention.stated;
        data.push(datum);
    }
    let mut offsets = Vec::new();
    for found in *dates {
        let Some(span) = found.span.filter(|span| given.zone(*span) != Some("furniture")) else { continue };
        offsets.extend(offset(reading, span, &found.data));
        // The day in a dateline is the article's own; in a headline it stands for that of the story below.
        let Some(act) = found.data.act.as_ref().filter(|_| !matches!(given.zone(span), Some("dateline" | "headline")))
        else {
            continue;
        };
        let pending = pending(reading, span, &found.data);
        let value = match found.data.claim() {
            Some(claim) => claim.value,
            None if pending.is_some() => Value::Word(String::new()),
            None => continue,
        };
        let predicate = Span::new(act.start, act.end);
        let about = words::act(&act.lemma, objects(reading, predicate));
        let mut datum = bare(reading, "date", about, &act.lemma, value, span, sources);
        datum.pending = pending;
        datum.actors = actors(reading, predicate, span);
        datum.phrase = phrase(reading, predicate, span);
        data.push(datum);
    }
    for status in status::statuses(reading).into_iter().filter(|status| given.zone(status.span) == Some("body")) {
        let value = Value::Word(status.word.to_owned());
        data.push(bare(reading, "status", status.act.to_owned(), status.act, value, status.span, sources));
    }
    data.sort();
    Account {
        document: reading.id().to_owned(),
        outlet: copydesk_masthead::value(masthead, Field::Outlet).map(str::to_owned),
        published: copydesk_masthead::published(masthead),
        data,
        offsets,
    }
}

/// The predicate with what follows it in its clause, without the date: "ratified the agreement".
fn phrase(reading: &Reading<'_>, predicate: Span, date: Span) -> String {
    let tokens = reading.tokens_in(predicate);
    let ends = |i: &usize| {
        let token = reading.token(*i);
        let other = Token::MONTH | Token::WEEKDAY | Token::DIGITS;
        reading.is(*i, Token::SIGN) && !reading.is(*i, Token::DASH)
            || reading.is(*i, other)
            || token.span().overlaps(date)
    };
    let end = (tokens.end..tokens.end + OBJECT_REACH).find(ends).unwrap_or(tokens.end + OBJECT_REACH);
    let mut end = end.min(sentence(reading, predicate).end.max(tokens.end));
    // A preposition that led to the date is not part of it.
    while end > tokens.end && reading.is(end - 1, Token::FUNCTION) {
        end -= 1;
    }
    reading.slice(reading.span(tokens.start..end)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "three days after President Brandel signed", "a week before the vote": a duration of whole days with another event behind it.
fn offset(reading: &Reading<'_>, span: Span, date: &Date) -> Option<Offset> {
    if date.kind != Type::Duration {
        return None;
    }
    let (count, unit) = date.value.strip_prefix('P')?.split_at_checked(date.value.len() - 2)?;
    let days = count.parse::<i64>().ok()?
        * match unit {
            "D" => 1,
            "W" => 7,
            _ => return None,
        };
    let tokens = reading.tokens_in(span);
    // The duration may end before "after" or hold it, as the tagger sees fit.
    let link = (tokens.start..tokens.end + 1).find(|&i| matches!(reading.lower(i), "after" | "before"))?;
    let days = if reading.lower(link) == "after" { days } else { -days };
    let end = (link + 1..link + 1 + OBJECT_REACH).find(|&i| reading.is(i, Token::SIGN) && !reading.is(i, Token::DASH));
    let end = end.unwrap_or(link + 1 + OBJECT_REACH).min(sentence(reading, span).end);
    let event: Vec<&str> = (link + 1..end).map(|i| reading.raw(i)).collect();
    let about = (link + 1..end).find_map(|i| {
        let act = words::act_of_form(reading.lower(i))?;
        Some(words::act(act, (i + 1..end).map(|j| reading.lower(j))))
    });
    Some(Offset { days, place: reading.cite(span, "offset"), event: event.join(" "), about: about? })
}

/// What an unresolved date waits for.
fn pending(reading: &Reading<'_>, span: Span, date: &Date) -> Option<Pending> {
    if date.earliest.is_some() {
        return None;
    }
    if let Some(weekday) = date.value.strip_prefix("XXXX-WXX-") {
        return weekday.get(..1)?.parse().ok().filter(|day| (1..=7).contains(day)).map(Pending::Weekday);
    }
    let mut words = reading.slice_lower(span).split_whitespace();
    let (first, unit) = (words.next()?, words.next());
    let away = match first {
        "yesterday" => return Some(Pending::Day(-1)),
        "today" | "tonight" => return Some(Pending::Day(0)),
        "tomorrow" => return Some(Pending::Day(1)),
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    match (unit?, words.next()) {
        ("week", None) => Some(Pending::Week(away)),
        ("month", None) => Some(Pending::Month(away)),
        _ => None,
    }
}

fn datum(reading: &Reading<'_>, claimed: &Claimed, sources: &[Found<Source>]) -> Option<Datum> {
    let claim = &claimed.claim;
    let mut datum =
        bare(reading, &claim.on, claim.about.clone(), &claim.about, claim.value.clone(), claimed.span, sources);
    if claim.on == "figure" {
        let facet = facet(reading, claimed.span);
        datum.about = figure_about(reading, claimed, facet)?;
        datum.wording.clone_from(&datum.about);
        datum.facet = facet.map(str::to_owned);
    }
    Some(datum)
}

/// What a figure is about: whose age it is; for people, or where nothing is named, what is said of them ("17 died", "the dead are
/// 17" and "17 people were killed" are one figure); else the noun that it counts. `None` where the clause tells nothing.
fn figure_about(reading: &Reading<'_>, claimed: &Claimed, facet: Option<&str>) -> Option<String> {
    /// Nouns that figures of people count, as the figures plugin normalises them.
    const PEOPLE: [&str; 5] = ["person", "dead", "injured", "missing", ""];
    /// UCUM's year, which is the unit of ages.
    const AGE: &str = "a";
    let about = claimed.claim.about.as_str();
    if matches!(&claimed.claim.value, Value::Amount { unit: Some(unit), .. } if unit == AGE) {
        return bearer(reading, claimed.span).map(|name| format!("age of {name}"));
    }
    match (about, facet) {
        ("dead", _) => Some("killed".to_owned()),
        ("injured" | "missing", _) => Some(about.to_owned()),
        (_, Some(facet)) if PEOPLE.contains(&about) => Some(facet.to_owned()),
        // "212 millimetres of rain had fallen" and "240 millimetres fell".
        (_, Some(facet)) if words::facet(about) == Some(facet) => Some(facet.to_owned()),
        ("", None) => None,
        _ => Some(about.to_owned()),
    }
}

/// Whose age it is: "Marta Quill, 71, …" or "71-year-old Marta Quill".
fn bearer(reading: &Reading<'_>, span: Span) -> Option<String> {
    let tokens = reading.tokens_in(span);
    let name = |i: &usize| {
        reading.class(*i).all(Token::WORD | Token::CAPITAL) && !reading.is(*i, Token::TITLE | Token::FUNCTION)
    };
    let comma = tokens.start.checked_sub(1).filter(|&i| reading.raw(i) == ",");
    let before = comma.and_then(|comma| comma.checked_sub(1)).filter(name);
    let behind =
        || (tokens.end..tokens.end + 2).find(name).and_then(|first| (first..first + 3).take_while(name).last());
    before.or_else(behind).map(|i| reading.raw(i).to_owned())
}

fn bare(
    reading: &Reading<'_>,
    on: &str,
    about: String,
    wording: &str,
    value: Value,
    span: Span,
    sources: &[Found<Source>],
) -> Datum {
    let (names, words) = stems(reading, sentence(reading, span));
    Datum {
        on: on.to_owned(),
        about,
        wording: wording.to_owned(),
        phrase: String::new(),
        value,
        pending: None,
        place: reading.cite(span, on),
        voices: voices(reading, span, sources),
        implied: false,
        facet: None,
        actors: BTreeSet::new(),
        names,
        words,
    }
}

fn sentence(reading: &Reading<'_>, span: Span) -> std::ops::Range<usize> {
    reading.sentences().get(reading.sentence_at(span.start)).map_or(0..0, |sentence| sentence.tokens.clone())
}

/// Where the object of a predicate stands: behind it, and for a passive ("a decree signed by", "a decree, signed on Monday") before it.
fn objects<'r>(reading: &'r Reading<'_>, predicate: Span) -> impl Iterator<Item = &'r str> + Clone {
    let tokens = reading.tokens_in(predicate);
    let sentence = sentence(reading, predicate);
    let behind = tokens.end..(tokens.end + OBJECT_REACH).min(sentence.end.max(tokens.end));
    let apposed = tokens.start.checked_sub(1).is_some_and(|i| reading.raw(i) == ",");
    let passive = reading.lower(tokens.end) == "by" || apposed;
    let before =
        if passive { sentence.start.max(tokens.start.saturating_sub(OBJECT_REACH))..tokens.start } else { 0..0 };
    behind.chain(before).map(|i| reading.lower(i))
}

/// Who acts: "Velm ratified …", "signed by President Talvik".
fn actors(reading: &Reading<'_>, predicate: Span, date: Span) -> BTreeSet<String> {
    let verb = reading.tokens_in(predicate);
    let sentence = sentence(reading, predicate);
    // "signed by President Talvik on Monday", "signed on Monday by President Talvik"
    let dated = reading.tokens_in(date);
    if let Some(by) = [verb.end, dated.end].into_iter().find(|&i| reading.lower(i) == "by") {
        let end = if by < dated.start { dated.start } else { sentence.end };
        return stems(reading, by + 1..end.min(by + OBJECT_REACH)).0;
    }
    let before = sentence.start.max(verb.start.saturating_sub(OBJECT_REACH * 2))..verb.start;
    let first =
        before.clone().rev().find(|&i| matches!(reading.raw(i), "," | ";" | ":")).map_or(before.start, |i| i + 1);
    stems(reading, first..verb.start).0
}

/// The names and the other content words of a stretch, cut to stems. Countries go by one name: "Seoul", "South Korean".
fn stems(reading: &Reading<'_>, mut tokens: std::ops::Range<usize>) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut names, mut words) = (BTreeSet::new(), BTreeSet::new());
    while let Some(i) = tokens.next() {
        let class = reading.class(i);
        if !class.any(Token::WORD) || class.any(Token::FUNCTION | Token::MONTH | Token::WEEKDAY | Token::NUMBER) {
            continue;
        }
        let stem = || reading.lower(i).chars().take(STEM).collect::<String>();
        if !class.any(Token::CAPITAL) {
            words.extend(Some(stem()).filter(|stem| stem.chars().count() >= SHORTEST));
            continue;
        }
        match country_at(reading, i, tokens.end) {
            Some((n, country)) => {
                names.insert(country.to_lowercase());
                tokens.start = i + n;
            }
            None if class.any(Token::TITLE) => {}
            None => {
                names.insert(stem());
            }
        }
    }
    (names, words)
}

/// What the clause says of the things counted: the nearest word that tells it, those behind the figure first.
fn facet(reading: &Reading<'_>, span: Span) -> Option<&'static str> {
    let tokens = reading.tokens_in(span);
    let sentence = sentence(reading, span);
    let behind = tokens.start..(tokens.end + FACET_REACH).min(sentence.end);
    let before = sentence.start.max(tokens.start.saturating_sub(FACET_REACH))..tokens.start;
    let facet = |i: usize| words::facet(reading.lower(i));
    // A comma or semicolon ends what is said of this figure: "17 people died, 40 were injured".
    let clause = behind.take_while(|&i| {
        !matches!(reading.raw(i), ";" | ",") || reading.is(i + 1, Token::DIGITS) && reading.glued(i + 1)
    });
    clause.clone().find_map(facet).or_else(|| before.rev().find_map(facet))
}

/// On whose word a place rests: the innermost attribution that covers it.
fn voices(reading: &Reading<'_>, span: Span, sources: &[Found<Source>]) -> Vec<Voice> {
    let covering = sources.iter().filter(|s| s.data.claim.is_some_and(|claim| claim.contains(span)));
    let shortest = covering.clone().filter_map(|s| s.data.claim).map(Span::len).min();
    let innermost = covering.filter(|s| s.data.claim.map(Span::len) == shortest);
    let voice = |found: &Found<Source>| {
        let mention = reading.cite(found.span?, "said by");
        Some(Voice { name: found.data.name.clone().unwrap_or_else(|| mention.text.clone()), mention })
    };
    innermost.filter_map(voice).collect()
}

/// The accounts of each cluster that origins counted; an account that stands in none is compared with nothing.
#[must_use]
pub fn clusters(merged: Merged<BTreeSet<Account>>, provenance: &[Across<Provenance>]) -> Vec<Vec<Account>> {
    let mut by_document: BTreeMap<String, Account> =
        merged.filter_map(|(document, accounts)| Some((document, accounts.into_iter().next()?))).collect();
    let piles = provenance.iter().filter_map(|across| match &across.data {
        Provenance::Pile(pile) => Some(&pile.documents),
        Provenance::Origin(_) => None,
    });
    piles.map(|documents| documents.iter().filter_map(|document| by_document.remove(document)).collect()).collect()
}
