//! What rests on the word of state media.

use crate::page::Page;
use crate::tables::{Hold, Tables};
use crate::{Direction, Observation, Seen};
use copydesk_core::lang::en::acronym::is_acronym;
use copydesk_core::lang::en::lexicon::{WordSet, entries};
use copydesk_core::{Class, Confidence, Evidence, Reading, Span};
use copydesk_sources::{Class as Of, Source};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// Acronyms of agencies have so many letters or more: "KTA", "TASS"; "EU" and "UK" are none.
const SHORTEST: usize = 3;
/// Between "report by" and "state news agency" stand at most so many words: "the official Dovanian".
const BETWEEN: usize = 4;

static CUES: LazyLock<WordSet> =
    LazyLock::new(|| entries(include_str!("words/cues.txt")).flat_map(str::split_ascii_whitespace).collect());

/// One signal for each state medium, with every mention.
pub fn seen(page: &Page<'_, '_>) -> Vec<Seen> {
    let reading = page.reading;
    let mut mentions: Vec<(Span, String)> = page
        .attributions
        .iter()
        .filter(|(span, source)| source.class == Of::StateMedia && is_medium(page, *span, source))
        .map(|(span, source)| (*span, name(reading, *span, Some(source))))
        .collect();
    // "the official KTA agency said … according to the KTA": a state's in one place, a state's in all.
    let told: HashSet<String> = mentions.iter().map(|(_, name)| name.clone()).filter(|name| is_agency(name)).collect();
    for (span, source) in &page.attributions {
        // Most articles cite no state medium, and a person is one only by an acronym that another mention has.
        let person = source.class == Of::NamedPerson;
        if person && !told.is_empty() || matches!(source.class, Of::Media | Of::Wire) {
            let name = name(reading, *span, Some(source));
            let known = !person && listed(reading.slice(*span)).is_some();
            if known || acronym(&name, &told).is_some() {
                mentions.push((*span, name));
            }
        }
    }
    mentions.sort_by_key(|(span, _)| span.start);
    let known = mentions.len();
    for mention in passing(page) {
        // Attributions are in order.
        let i = mentions.get(..known).unwrap_or(&[]).partition_point(|(span, _)| span.end <= mention.start);
        if mentions.get(i).filter(|_| i < known).is_none_or(|(span, _)| !span.overlaps(mention)) {
            mentions.push((mention, name(reading, mention, None)));
        }
    }
    mentions.sort_by_key(|(span, _)| span.start);
    let acronyms: HashSet<String> = mentions.iter().map(|(_, name)| name.clone()).filter(|n| is_agency(n)).collect();
    let mut groups: Vec<(String, Vec<Evidence>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (span, name) in mentions {
        let key = acronym(&name, &acronyms).unwrap_or_else(|| name.to_lowercase());
        let i = *places.entry(key).or_insert_with(|| {
            groups.push((name, Vec::new()));
            groups.len() - 1
        });
        if let Some((_, evidence)) = groups.get_mut(i) {
            evidence.push(reading.cite(span, "mention"));
        }
    }
    let signal = |(name, evidence): (String, Vec<Evidence>)| {
        let count = evidence.len();
        let hold = listed(&name).or_else(|| evidence.iter().find_map(|evidence| listed(&evidence.text)));
        Seen::new(Observation::StateMediaSource, Direction::Info, Confidence::High, evidence)
            .about([name])
            .counted(count, None)
            .held(hold)
    };
    groups.into_iter().map(signal).collect()
}

/// Who holds a medium of this name, by the tables.
fn listed(mention: &str) -> Option<Hold> {
    let parts = std::iter::once(mention).chain(mention.split(['(', ')', ','])).chain(named_in(mention));
    parts.map(str::trim).find_map(|name| Tables::get().named(name)?.hold).filter(|hold| hold.is_controlled())
}

/// "Dovanian state news agency DNA": the name that stands behind what it is.
fn named_in(mention: &str) -> Option<&str> {
    const BEHIND: [&str; 6] = ["agency ", "television ", "broadcaster ", "media ", "newspaper ", "radio "];
    BEHIND.iter().find_map(|word| mention.rsplit_once(word).map(|(_, name)| name))
}

/// Whether a mention is a medium, and nobody who works there: "a reporter of state radio".
fn is_medium(page: &Page<'_, '_>, mention: Span, source: &Source) -> bool {
    let reading = page.reading;
    let tokens = reading.tokens_in(mention);
    if source.name.as_deref().is_some_and(|name| page.people.contains(name)) {
        return false;
    }
    let end = tokens.clone().find(|&i| matches!(reading.lower(i), "of" | "for" | "at" | "in" | "and" | "(" | ","));
    let Some(last) = end.unwrap_or(tokens.end).checked_sub(1).filter(|i| *i >= tokens.start) else { return false };
    reading.is(last, Class::CAPITAL)
        || matches!(
            reading.lower(last),
            "media"
                | "television"
                | "tv"
                | "radio"
                | "agency"
                | "broadcaster"
                | "newspaper"
                | "newspapers"
                | "press"
                | "channel"
                | "outlet"
                | "outlets"
                | "agencies"
                | "broadcasters"
                | "it"
                | "website"
                | "network"
        )
}

/// What the medium is called: its acronym where the mention has one, else its resolved name, else the mention.
fn name(reading: &Reading<'_>, mention: Span, source: Option<&Source>) -> String {
    let tokens = reading.tokens_in(mention);
    // In a headline that is all capitals none is an acronym.
    let capitals = tokens.len() > 1 && tokens.clone().all(|i| reading.is(i, Class::UPPER));
    let acronym = tokens.clone().rev().map(|i| reading.raw(i)).find(|word| is_agency(word) && !capitals);
    let words = reading.slice(mention);
    let bare = words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(words);
    acronym.map(str::to_owned).or_else(|| source?.name.clone()).unwrap_or_else(|| bare.to_owned())
}

fn is_agency(word: &str) -> bool {
    word.len() >= SHORTEST && is_acronym(word)
}

/// The acronym that a name is, or that its capitals end with: "Kestrian Telegraph Agency" is KTA, where KTA is named.
fn acronym(name: &str, acronyms: &HashSet<String>) -> Option<String> {
    if acronyms.is_empty() {
        return None;
    }
    if acronyms.contains(name) {
        return Some(name.to_owned());
    }
    let initials: Vec<char> =
        name.split_whitespace().filter_map(|word| word.chars().next()).filter(|c| c.is_ascii_uppercase()).collect();
    let ends = (0..initials.len()).map(|first| initials.iter().skip(first).collect::<String>());
    ends.into_iter().find(|end| is_agency(end) && acronyms.contains(end))
}

/// "a report by state news agency KTA", "told state television": state media that are cited without a quotation of theirs.
fn passing(page: &Page<'_, '_>) -> Vec<Span> {
    let reading = page.reading;
    let mut found = Vec::new();
    for sentence in reading.sentences() {
        for i in sentence.tokens.clone() {
            let Some(end) = medium(reading, i, sentence.tokens.end) else { continue };
            if let Some(start) = cited(reading, i, &sentence.tokens) {
                let span = reading.span(start..end);
                if (page.story)(span) {
                    found.push(span);
                }
            }
        }
    }
    found
}

/// "state news agency KTA", "state-run television": one past its last token, where it begins at `i`.
fn medium(reading: &Reading<'_>, i: usize, limit: usize) -> Option<usize> {
    if !reading.lower(i).starts_with("state") {
        return None;
    }
    let mut at = i + 1;
    match reading.lower(i) {
        "state" if reading.raw(at) == "-" => at += 2,
        "state" | "state-run" | "state-owned" | "state-controlled" => {}
        _ => return None,
    }
    let mut end = match reading.lower(at) {
        "media" | "television" | "tv" | "radio" | "broadcaster" | "newspaper" => at + 1,
        "news" | "press" if reading.lower(at + 1) == "agency" => at + 2,
        _ => return None,
    };
    // Its name: "KTA", "Radio Sorrin".
    while end < limit && end < at + BETWEEN && reading.is(end, Class::CAPITAL) {
        end += 1;
    }
    (end <= limit).then_some(end)
}

/// Where the mention begins, if something before it says that the medium is the source.
fn cited(reading: &Reading<'_>, medium: usize, sentence: &Range<usize>) -> Option<usize> {
    for back in 1..=BETWEEN {
        let i = medium.checked_sub(back).filter(|i| *i >= sentence.start)?;
        match reading.lower(i) {
            "told" | "citing" => return Some(i + 1),
            "by" | "from" | "with" | "on" => {
                let cue = i.checked_sub(1).filter(|i| *i >= sentence.start)?;
                return CUES.contains(reading.lower(cue)).then_some(i + 1);
            }
            _ if !reading.is(i, Class::WORD) => return None,
            _ => {}
        }
    }
    None
}
