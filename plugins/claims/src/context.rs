//! The words round a place: its sentence, who acts, on what, and what else tells two sentences of one thing from two of two.

use crate::words;
use copydesk_core::{Class as Token, Reading, Span};
use copydesk_names::country_at;
use std::collections::BTreeSet;
use std::ops::Range;

/// Letters of a stem: "Korea" and "Korean", "deploy" and "deployed" agree in so many.
const STEM: usize = 5;
/// Shorter words tie too little together: "pact" counts, "dam" and "day" do not.
const SHORTEST: usize = 4;
/// How many tokens behind a predicate its object is looked for.
pub(crate) const OBJECT_REACH: usize = 10;
/// So many tokens either side of a place count as its sentence: a table without stops is one long sentence.
const SENTENCE_REACH: usize = 60;

/// The tokens of the sentence round a place, or so much of it as counts.
pub(crate) fn sentence(reading: &Reading<'_>, span: Span) -> Range<usize> {
    let Some(sentence) = reading.sentences().get(reading.sentence_at(span.start)) else { return 0..0 };
    let own = reading.tokens_in(span);
    let (start, end) = (sentence.tokens.start, sentence.tokens.end);
    start.max(own.start.saturating_sub(SENTENCE_REACH))..end.min(own.end + SENTENCE_REACH).max(own.end)
}

/// How many tokens either side of a figure tell what it counts.
const NEAR: usize = 10;

/// The clause of a figure, or so much of it as counts: the next one tells of other things.
pub(crate) fn clause(reading: &Reading<'_>, span: Span) -> Range<usize> {
    let (sentence, own) = (sentence(reading, span), reading.tokens_in(span));
    let ends = |i: &usize| matches!(reading.raw(*i), "," | ";" | ":" | "(" | ")" | "—" | "–");
    let floor = sentence.start.max(own.start.saturating_sub(NEAR));
    let ceiling = sentence.end.min(own.end + NEAR).max(own.end);
    let first = (floor..own.start).rev().find(ends).map_or(floor, |i| i + 1);
    first..(own.end..ceiling).find(ends).unwrap_or(ceiling)
}

/// How many tokens behind a figure its noun phrase is read: "eleven North Korean special forces soldiers of two brigades".
const PHRASE_REACH: usize = 8;

/// The stems that narrow what a figure counts: those before its noun, and those behind "of". The noun is known by its first letters.
pub(crate) fn narrowing(reading: &Reading<'_>, span: Span, noun: &str) -> BTreeSet<String> {
    let own = reading.tokens_in(span);
    let clause = clause(reading, span);
    let ceiling = clause.end.min(own.end + PHRASE_REACH).max(own.end);
    let begin: String = noun.chars().take(SHORTEST).collect();
    let is_noun = |i: &usize| !begin.is_empty() && reading.lower(*i).starts_with(&begin);
    let Some(head) = (own.end..ceiling).find(is_noun) else { return BTreeSet::new() };
    let (mut narrow, before) = stems(reading, own.end..head);
    narrow.extend(before);
    if reading.lower(head + 1) == "of" {
        let stops = |i: &usize| reading.is(*i, Token::FUNCTION) && !matches!(reading.lower(*i), "the" | "a" | "an");
        let last = (head + 2..clause.end.max(head + 2)).find(stops).unwrap_or(clause.end.max(head + 2));
        let (names, words) = stems(reading, head + 2..last);
        narrow.extend(names);
        narrow.extend(words);
    }
    narrow
}

/// The predicate with what follows it in its clause, without the date: "ratified the agreement".
pub(crate) fn phrase(reading: &Reading<'_>, predicate: Span, date: Span) -> String {
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

/// Where the object of a predicate stands: behind it, and for a passive ("a decree signed by", "a decree, signed on Monday") before it.
pub(crate) fn objects<'r>(reading: &'r Reading<'_>, predicate: Span) -> impl Iterator<Item = &'r str> + Clone {
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
pub(crate) fn actors(reading: &Reading<'_>, predicate: Span, date: Span) -> BTreeSet<String> {
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

/// The act that the subject of a verb names: "the ratification of the agreement followed".
pub(crate) fn subject_act(reading: &Reading<'_>, predicate: Span) -> Option<&'static str> {
    let verb = reading.tokens_in(predicate).start;
    let floor = sentence(reading, predicate).start.max(verb.saturating_sub(OBJECT_REACH));
    let first = (floor..verb).rev().find(|&i| matches!(reading.raw(i), "," | ";" | ":")).map_or(floor, |i| i + 1);
    (first..verb).find_map(|i| words::act_of_noun(reading.lower(i)))
}

/// What the act is done to, as stems: "ratified the agreement", "the agreement was ratified".
pub(crate) fn patients(reading: &Reading<'_>, predicate: Span, date: Span) -> BTreeSet<String> {
    let verb = reading.tokens_in(predicate);
    let sentence = sentence(reading, predicate);
    let ends = |i: &usize| {
        reading.is(*i, Token::SIGN) && !reading.is(*i, Token::DASH) || reading.token(*i).span().overlaps(date)
    };
    let passive = verb.start.checked_sub(1).is_some_and(|i| {
        let be = |i: usize| matches!(reading.lower(i), "was" | "were" | "is" | "are" | "been" | "be" | "being");
        be(i) || be(i.saturating_sub(1))
    });
    let tokens = if passive {
        let floor = sentence.start.max(verb.start.saturating_sub(OBJECT_REACH));
        (floor..verb.start).rev().find(ends).map_or(floor, |i| i + 1)..verb.start
    } else {
        let last = sentence.end.min(verb.end + OBJECT_REACH).max(verb.end);
        verb.end..(verb.end..last).find(ends).unwrap_or(last)
    };
    let (mut names, words) = stems(reading, tokens);
    names.extend(words);
    names
}

/// The names and the other content words of a stretch, cut to stems. Countries go by one name: "Seoul", "South Korean".
pub(crate) fn stems(reading: &Reading<'_>, mut tokens: Range<usize>) -> (BTreeSet<String>, BTreeSet<String>) {
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
