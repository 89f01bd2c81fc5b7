//! Texts that speak by what they lay down: the treaty provides for "immediate aid", it obliges both states to help "without delay".

use crate::attribution::Attribution;
use crate::page::Page;
use crate::subject::subject_before;
use crate::words::is_auxiliary;
use copydesk_core::Class;

/// The verb stands so many tokens before the words in marks, at most: "obliges both sides to send help “without delay”".
const REACH: usize = 16;
/// A clause of a text is quoted in words that are no longer than this, in tokens.
const LONGEST: usize = 12;

/// The text that lays down what stands in marks, if one does.
pub fn lays_down(page: &Page<'_, '_>, number: usize) -> Option<Attribution> {
    let reading = page.reading;
    let stretch = page.stretches.get(number).filter(|stretch| stretch.closed && stretch.inner.len() <= LONGEST)?;
    let quote = stretch.outer.start;
    let unit = page.units.partition_point(|unit| unit.tokens.end <= quote);
    let floor = page.units.get(unit)?.tokens.start;
    let low = floor.max(quote.saturating_sub(REACH));
    let verb = (low..quote).rev().find(|&i| lays(reading.lower(i)) && !page.quoted(i))?;
    let start = verb - usize::from(verb > floor && is_auxiliary(reading.lower(verb - 1)));
    let subject = subject_before(page, start, floor)?;
    let head = subject
        .clone()
        .take_while(|&i| {
            i == subject.start || !matches!(reading.lower(i), "of" | "between" | "on" | "with" | "," | "for" | "that")
        })
        .filter(|&i| reading.is(i, Class::WORD))
        .last()?;
    let text = texts(reading.lower(head)) || (subject.len() == 1 && matches!(reading.lower(head), "it" | "which"));
    text.then(|| Attribution {
        pieces: vec![stretch.outer.clone()],
        speaker: Some(subject),
        cue: Some(verb..verb + 1),
        rule: "document",
        unit,
        end: stretch.outer.end,
    })
}

/// Verbs of legal texts and reports.
fn lays(word: &str) -> bool {
    matches!(
        word,
        "provides"
            | "provided"
            | "obliges"
            | "obliged"
            | "obligates"
            | "obligated"
            | "requires"
            | "required"
            | "stipulates"
            | "stipulated"
            | "mandates"
            | "mandated"
            | "guarantees"
            | "guaranteed"
            | "commits"
            | "committed"
            | "binds"
            | "prohibits"
            | "prohibited"
            | "forbids"
            | "bans"
            | "banned"
            | "prescribes"
            | "prescribed"
            | "defines"
            | "defined"
            | "foresees"
            | "envisages"
            | "finds"
            | "found"
    )
}

/// Nouns for texts that lay something down.
pub fn texts(word: &str) -> bool {
    matches!(
        word,
        "treaty"
            | "pact"
            | "agreement"
            | "accord"
            | "deal"
            | "law"
            | "act"
            | "bill"
            | "constitution"
            | "article"
            | "amendment"
            | "clause"
            | "decree"
            | "order"
            | "resolution"
            | "ruling"
            | "verdict"
            | "judgment"
            | "judgement"
            | "report"
            | "contract"
            | "charter"
            | "protocol"
            | "convention"
            | "memorandum"
            | "statute"
            | "regulation"
            | "directive"
            | "code"
            | "policy"
            | "plan"
            | "text"
            | "document"
    )
}
