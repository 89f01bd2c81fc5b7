//! What a figure is about: whose age it is, what is said of those whom it counts, or the noun.

use crate::context::sentence;
use crate::{toll, words};
use copydesk_core::{Claimed, Class as Token, Exact, Reading, Span, Value};
use std::collections::HashMap;

/// How far from a figure, in tokens, the word is looked for that tells what is said of the things counted.
const FACET_REACH: usize = 10;
/// UCUM's year, which is the unit of ages.
const AGE: &str = "a";

/// What a figure is about, with the facet that tells it apart from others of its noun; `None` where the clause tells nothing, or where no
/// other article can mean the same by it: "three others", "more than half of the seats".
pub(crate) fn about(
    reading: &Reading<'_>,
    claimed: &Claimed,
    people: &FullNames,
) -> Option<(String, Option<&'static str>)> {
    /// Nouns that figures of people count, as the figures plugin normalises them.
    const PEOPLE: [&str; 5] = ["person", "dead", "injured", "missing", ""];
    let about = claimed.claim.about.as_str();
    let Value::Amount { low, high, unit, .. } = &claimed.claim.value else { return None };
    if unit.as_deref() == Some(AGE) {
        return bearer(reading, claimed.span, people).map(|name| (format!("age of {name}"), None));
    }
    // Things are counted in whole numbers: "half of the 288 candidates" counts none.
    let count = low.or(*high);
    if toll::is_torn(reading, claimed.span) {
        return None;
    }
    if unit.is_none() && count.is_some_and(|value| value.whole().is_none()) || about.starts_with("other") {
        return None;
    }
    if unit.is_none()
        && (is_part(reading, claimed.span) || count.is_some_and(|n| says_nothing(reading, claimed.span, n)))
    {
        return None;
    }
    let facet = facet(reading, claimed.span);
    let named = match (about, facet) {
        ("dead", _) => "killed",
        ("injured" | "missing", _) => about,
        (_, Some(facet)) if PEOPLE.contains(&about) && fits(facet, unit.as_deref(), about) => facet,
        // "212 millimetres of rain had fallen" and "240 millimetres fell".
        (_, Some(facet)) if words::facet(about) == Some(facet) => facet,
        ("", _) => return None,
        _ => about,
    };
    // What befalls people says nothing of things: "14 cases of children killed".
    let facet = facet.filter(|facet| !toll::is_act(facet) || named == *facet || toll::is_person(named));
    Some((named.to_owned(), facet))
}

/// Whether a facet can be said of what has this unit: "91 days in jail" detains nobody.
fn fits(facet: &str, unit: Option<&str>, about: &str) -> bool {
    match unit {
        None => !about.is_empty(),
        Some(unit) if unit.chars().all(|c| c.is_ascii_uppercase()) => facet == "paid",
        Some(_) => facet == "rainfall",
    }
}

/// Whether a count is of a part ("two of the five", "three more", "the first two"), or one of a page ("image 3 of 40", "2/2").
fn is_part(reading: &Reading<'_>, span: Span) -> bool {
    let own = reading.tokens_in(span);
    let before = reading.lower(own.start.wrapping_sub(1));
    let behind = reading.lower(own.end);
    let numbered = |i: usize| reading.is(i, Token::DIGITS | Token::NUMBER);
    matches!(
        before,
        "image" | "photo" | "picture" | "slide" | "page" | "part" | "step" | "chapter" | "no" | "number" | "at" | "another" | "additional"
            | "further" | "extra" | "first" | "last" | "final" | "next" | "top" | "remaining" | "/"
    ) || before == "of" && numbered(own.start.wrapping_sub(2))
        || behind == "/"
        // "even if one or two jurors", "a 10-juror majority"
        || before == "or"
        || reading.is(own.end, Token::DASH) && reading.glued(own.end)
        // "Marta Quill, 32 of Port Mirel"
        || behind == "of" && reading.is(own.end + 1, Token::CAPITAL)
        || behind == "of" && (numbered(own.end + 1) || matches!(reading.lower(own.end + 1), "the" | "those" | "these" | "them" | "his" | "her" | "its" | "their"))
}

/// Counts below this are told of whom everybody knows already: "the two leaders", "both her sons".
const FEW: i64 = 10;

/// Whether a count says nothing that articles could agree or differ on: one of anything, and few with an article that says that they are
/// known ("the two countries", "their four daughters").
fn says_nothing(reading: &Reading<'_>, span: Span, count: Exact) -> bool {
    let first = reading.tokens_in(span).start.wrapping_sub(1);
    let known = matches!(
        reading.lower(first),
        "the"
            | "these"
            | "those"
            | "both"
            | "all"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "your"
            | "whose"
            | "'s"
            | "’s"
            | "other"
    );
    count == Exact::from(1) || known && count < Exact::from(FEW)
}

/// The people of an article by their last names: "Quill" is "Marta Quill" where the article has said so before.
pub(crate) struct FullNames(HashMap<String, Option<String>>);

impl FullNames {
    pub fn of(reading: &Reading<'_>) -> Self {
        let mut names = HashMap::new();
        for i in 1..reading.tokens().len() {
            if is_name(reading, i) && is_name(reading, i - 1) && !is_name(reading, i + 1) {
                let first =
                    (1..LONGEST_NAME).map_while(|n| i.checked_sub(n)).take_while(|&j| is_name(reading, j)).last();
                let full = first.map(|first| format!("{} {}", reading.raw(first), reading.raw(i)));
                if let Some(full) = full {
                    // Two Quills in one article: the last name alone is either's.
                    let known = names.entry(reading.raw(i).to_owned()).or_insert_with(|| Some(full.clone()));
                    if known.as_ref() != Some(&full) {
                        *known = None;
                    }
                }
            }
        }
        Self(names)
    }
}

/// Tokens of a name: "Carlos Navarro Franco Junior".
const LONGEST_NAME: usize = 4;

/// Letters of a name in capitals: "JR Quill".
const LONGEST_LETTERS: usize = 2;

fn is_initial(reading: &Reading<'_>, i: usize) -> bool {
    is_name(reading, i) && reading.raw(i).len() == 1
}

/// Transcripts in capitals name nobody: "THE 27-YEAR-OLD WOMAN".
fn is_name(reading: &Reading<'_>, i: usize) -> bool {
    let shouted = reading.is(i, Token::UPPER) && reading.raw(i).len() > LONGEST_LETTERS;
    reading.class(i).all(Token::WORD | Token::CAPITAL)
        && !shouted
        && !reading.is(i, Token::TITLE | Token::FUNCTION | Token::MONTH | Token::WEEKDAY)
}

/// Whose age it is: "Marta Quill, 71, …" or "71-year-old Marta Quill".
fn bearer(reading: &Reading<'_>, span: Span, people: &FullNames) -> Option<String> {
    let tokens = reading.tokens_in(span);
    let name = |i: &usize| is_name(reading, *i) || reading.raw(*i) == "." && is_initial(reading, i.wrapping_sub(1));
    // "Marta Quill, 71,", "Marta Quill age 71"
    let close = tokens.start.checked_sub(1).map(|i| if reading.raw(i) == "," { i } else { i + 1 });
    let before = close.and_then(|close| close.checked_sub(1)).filter(|&i| is_name(reading, i)).map(|last| {
        let first = (0..=LONGEST_NAME).map_while(|n| last.checked_sub(n)).take_while(name).last();
        (first.unwrap_or(last), last)
    });
    // "71-year-old Marta Quill", and not "a 20-year-old Port Mirel man"
    let behind = || {
        let first = Some(tokens.end).filter(|&i| is_name(reading, i))?;
        let last = (first..=first + LONGEST_NAME).take_while(name).last().unwrap_or(first);
        (!toll::is_person(reading.lower(last + 1))).then_some((first, last))
    };
    // "27-year-old Marta Quill, 42-year-old Pavel Orlo": such an age leads its own name.
    let leads = reading.slice_lower(span).ends_with("old");
    let (first, last) = if leads { behind().or(before) } else { before.or_else(behind) }?;
    if first < last {
        return Some(format!("{} {}", reading.raw(first), reading.raw(last)));
    }
    people.0.get(reading.raw(last)).cloned().unwrap_or_else(|| Some(reading.raw(last).to_owned()))
}

/// What the clause says of the things counted: the nearest word that tells it, those behind the figure first.
fn facet(reading: &Reading<'_>, span: Span) -> Option<&'static str> {
    let tokens = reading.tokens_in(span);
    let sentence = sentence(reading, span);
    let behind = tokens.start..(tokens.end + FACET_REACH).min(sentence.end);
    let before = sentence.start.max(tokens.start.saturating_sub(FACET_REACH))..tokens.start;
    // "15,000 employees" says nothing of them but that they are.
    let noun = |i: usize| i == tokens.end && reading.lower(i).ends_with('s');
    let facet = |i: usize| words::facet(reading.lower(i)).filter(|facet| !noun(i) || toll::is_act(facet));
    // A comma or semicolon ends what is said of this figure: "17 people died, 40 were injured".
    let clause = behind.take_while(|&i| {
        !matches!(reading.raw(i), ";" | ",") || reading.is(i + 1, Token::DIGITS) && reading.glued(i + 1)
    });
    clause.clone().find_map(facet).or_else(|| before.rev().find_map(facet))
}
