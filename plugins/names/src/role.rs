//! Roles: what the text says that a person is, in front of the name and behind it.

use crate::cast::{Cast, learn};
use crate::lists::{ADDRESS, EXPERT, Trait, lists};
use crate::mention::Mention;
use copydesk_core::lang::en::inflection::{is_gerund, is_regular_past};
use copydesk_core::{Class, Reading};
use std::ops::Range;

/// A role noun stands within so many tokens of the article that opens an apposition: "a former senior policy analyst".
const TO_NOUN: usize = 9;
/// An apposition ends within so many tokens.
const LONGEST: usize = 24;
/// "the head of the Institute for Study, Jo Bloggs": so many tokens are looked at backwards.
const BEFORE: usize = 14;

/// Reads the appositions of every person: "Bae Rin, a senior analyst at …", "the minister, Dana Ilves," and "Falk of the Orrel Institute".
pub(crate) fn read(reading: &Reading<'_>, mentions: &[Mention], cast: &mut Cast) {
    for mention in mentions {
        let Some(member) = cast.members.get_mut(mention.entity) else { continue };
        if member.entity != crate::Entity::Person {
            continue;
        }
        let role = behind(reading, mention.tokens.end).or_else(|| {
            before(reading, mention.tokens.start).filter(|_| mention.rule != "capitals" || member.votes.person > 2)
        });
        if let Some(role) = role {
            learn(reading, role.clone(), member);
            if member.role.as_ref().is_none_or(|known| known.len() < role.len()) {
                member.role = Some(role);
            }
        } else if let Some(place) = affiliation(reading, mention.tokens.end) {
            member.groups |= lists().group(EXPERT);
            member.role.get_or_insert(place);
        }
    }
}

/// The apposition that begins at the comma at `comma`, without its article.
pub(crate) fn behind(reading: &Reading<'_>, comma: usize) -> Option<Range<usize>> {
    if !matches!(reading.raw(comma), "," | "—" | "–" | "(") {
        return None;
    }
    let start = comma + 1;
    let article =
        matches!(reading.lower(start), "a" | "an" | "the" | "his" | "her" | "its" | "their" | "one" | "another");
    let begin = start + usize::from(article);
    let noun = (begin..begin + TO_NOUN)
        .take_while(|&i| {
            reading.is(i, Class::WORD | Class::DASH | Class::DIGITS) || reading.raw(i).starts_with(['\'', '’'])
        })
        .take_while(|&i| !stops(reading.lower(i)))
        .find(|&i| names_role(reading, i))?;
    // "Lund, made a major change": without an article only titles stand in front of the noun.
    let titled = |i: usize| {
        reading.is(i, Class::CAPITAL | Class::DASH)
            || lists().word(reading.lower(i)).traits.any(Trait::MODIFIER | Trait::ROLE | Trait::TOPIC)
    };
    if !article && !(begin..noun).all(titled) {
        return None;
    }
    // "Ilves, Foreign Minister Falk and …": a list of persons, no apposition.
    if !article && reading.is(noun + 1, Class::CAPITAL) {
        return None;
    }
    let end = (noun + 1..begin + LONGEST).find(|&i| {
        let raw = reading.raw(i);
        raw.is_empty()
            || (raw == "." && !abbreviated(reading, i))
            || matches!(raw, "," | ";" | "—" | "–" | ")" | ":" | "?" | "!" | "\"" | "”" | "“")
            || (reading.is(i, Class::SPEECH) && !reading.is(i, Class::CAPITAL))
            || matches!(reading.lower(i), "who" | "which" | "that" | "whose" | "told" | "was" | "is" | "has" | "had")
            || reading.is(i, Class::LINE_START)
    })?;
    Some(begin..end)
}

/// "the Kestrian foreign minister, Dana Ilves": the phrase in front of the comma, without its article.
fn before(reading: &Reading<'_>, start: usize) -> Option<Range<usize>> {
    let comma = start.checked_sub(1).filter(|&i| reading.raw(i) == ",")?;
    let low = comma.saturating_sub(BEFORE);
    let article = (low..comma)
        .rev()
        .take_while(|&i| reading.is(i, Class::WORD | Class::DASH) || reading.raw(i).starts_with(['\'', '’']))
        .find(|&i| {
            // "Velm's prime minister, Jo Lund"
            let owner = reading.glued(i) && matches!(reading.raw(i), "'s" | "’s");
            (owner || matches!(reading.lower(i), "the" | "his" | "her" | "its" | "their" | "our" | "a" | "an"))
                && opens_role(reading, i, comma)
        })?;
    Some(article + 1..comma)
}

/// Whether a role noun follows the article before any other noun phrase: "the head of the Institute".
fn opens_role(reading: &Reading<'_>, article: usize, end: usize) -> bool {
    let noun =
        (article + 1..end.min(article + TO_NOUN)).take_while(|&i| !stops(reading.lower(i)) && reading.lower(i) != "of");
    noun.last().is_some_and(|i| {
        lists().word(reading.lower(i)).traits.any(Trait::ROLE)
            && (i + 1 == end || reading.lower(i + 1) == "of" || stops(reading.lower(i + 1)))
    })
}

/// "Mirjam Falk of the Orrel Institute": the institute.
fn affiliation(reading: &Reading<'_>, of: usize) -> Option<Range<usize>> {
    if !matches!(reading.lower(of), "of" | "at" | "from" | "with") {
        return None;
    }
    let the = usize::from(reading.lower(of + 1) == "the");
    let start = of + 1 + the;
    let end = (start..start + TO_NOUN)
        .take_while(|&i| reading.is(i, Class::CAPITAL) || matches!(reading.lower(i), "of" | "for" | "and" | "the"))
        .last()?
        + 1;
    let learned = |i: usize| {
        matches!(
            reading.lower(i),
            "institute"
                | "university"
                | "institution"
                | "college"
                | "academy"
                | "center"
                | "centre"
                | "school"
                | "foundation"
                | "council"
        )
    };
    (start..end).any(|i| learned(i) && reading.is(i, Class::CAPITAL)).then_some(start..end)
}

/// A role noun that is one here: "a major change" has none.
fn names_role(reading: &Reading<'_>, i: usize) -> bool {
    let word = lists().word(reading.lower(i));
    // "Brandt, Sen. Ada Lo and …": a title begins the next name of a list.
    if !word.traits.any(Trait::ROLE) || word.groups == lists().group(ADDRESS) || reading.is(i + 1, Class::DASH) {
        return false;
    }
    let next = i + 1;
    // "…, the North's official KTA agency reported": an adjective.
    if reading.lower(i) == "official" && reading.is(next, Class::CAPITAL) {
        return false;
    }
    let noun = reading.is(next, Class::WORD) && !reading.is(next, Class::FUNCTION | Class::SPEECH | Class::CAPITAL);
    let verb = is_gerund(reading.lower(next)) || is_regular_past(reading.lower(next));
    !noun || verb
}

/// "an adviser to Mrs. Lo": the stop ends no sentence.
fn abbreviated(reading: &Reading<'_>, stop: usize) -> bool {
    use copydesk_core::lang::en::abbreviations::{Abbreviation, find};
    find(reading.lower(stop.wrapping_sub(1))) == Some(Abbreviation::BeforeName)
        || reading.raw(stop.wrapping_sub(1)).len() == 1
}

fn stops(word: &str) -> bool {
    matches!(
        word,
        "who"
            | "which"
            | "that"
            | "but"
            | "while"
            | "when"
            | "was"
            | "is"
            | "were"
            | "are"
            | "has"
            | "had"
            | "said"
            | "says"
            | "told"
            | "will"
            | "would"
            | "at"
            | "in"
            | "for"
            | "with"
    )
}
