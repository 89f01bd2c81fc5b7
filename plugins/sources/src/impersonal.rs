//! Nobody's word: "it is expected that", "is interpreted as", "there are concerns about", "reportedly".

use copydesk_core::lang::en::inflection::is_adverb;
use copydesk_core::{Class, Reading, Span};
use std::ops::Range;

/// An impersonal phrase, and what it governs.
pub struct Impersonal {
    /// "it is expected that"
    pub phrase: Span,
    /// What is attributed to nobody.
    pub claim: Span,
    /// The word that steps back: "expected".
    pub hedge: Span,
}

fn participle(word: &str) -> bool {
    matches!(
        word,
        "expected"
            | "believed"
            | "feared"
            | "hoped"
            | "thought"
            | "understood"
            | "reported"
            | "alleged"
            | "claimed"
            | "rumoured"
            | "rumored"
            | "estimated"
            | "assumed"
            | "suspected"
            | "said"
            | "known"
            | "anticipated"
            | "predicted"
            | "speculated"
            | "considered"
    )
}

/// The impersonal phrases of an article.
pub fn phrases(reading: &Reading<'_>) -> Vec<Impersonal> {
    let mut found = Vec::new();
    for sentence in reading.sentences() {
        let mut end = sentence.tokens.end;
        while end > sentence.tokens.start
            && !reading.is(end - 1, Class::WORD | Class::DIGITS | Class::PERCENT)
            && !matches!(reading.raw(end - 1), ")" | "]" | "”" | "\"")
        {
            end -= 1;
        }
        for i in sentence.tokens.clone() {
            if !reading.is(i, Class::WORD) {
                continue;
            }
            if let Some(phrase) = phrase(reading, i, &sentence.tokens) {
                found.extend(claim(reading, phrase, sentence.tokens.start..end));
            }
        }
    }
    found
}

/// A phrase that begins at token `i`, and its hedging word.
fn phrase(reading: &Reading<'_>, i: usize, sentence: &Range<usize>) -> Option<(Range<usize>, usize)> {
    let word = reading.lower(i);
    let be = |j: usize| matches!(reading.lower(j), "is" | "are" | "was" | "were" | "been");
    match word {
        "it" if be(i + 1) => {
            let mut at = i + 2;
            if is_adverb(reading.lower(at)) {
                at += 1;
            }
            (participle(reading.lower(at)) && reading.lower(at + 1) == "that").then(|| (i..at + 2, at))
        }
        "there" if be(i + 1) => {
            let noun = (i + 2..i + 5).find(|&j| {
                matches!(
                    reading.lower(j),
                    "concerns"
                        | "concern"
                        | "fears"
                        | "fear"
                        | "reports"
                        | "rumours"
                        | "rumors"
                        | "suggestions"
                        | "speculation"
                        | "worries"
                        | "claims"
                        | "allegations"
                )
            })?;
            let next = reading.lower(noun + 1);
            matches!(next, "that" | "about" | "of" | "over").then(|| (i..noun + 2, noun))
        }
        "is" | "are" | "was" | "were" | "been"
            if i > sentence.start && reading.lower(i - 1) != "it" && reading.lower(i - 1) != "there" =>
        {
            let mut at = i + 1;
            if is_adverb(reading.lower(at)) || reading.lower(at) == "being" {
                at += 1;
            }
            let verb = reading.lower(at);
            let next = reading.lower(at + 1);
            let seen =
                matches!(verb, "interpreted" | "evaluated" | "seen" | "regarded" | "viewed" | "perceived" | "assessed")
                    && next == "as";
            let said = matches!(
                verb,
                "believed"
                    | "thought"
                    | "said"
                    | "reported"
                    | "alleged"
                    | "rumoured"
                    | "rumored"
                    | "understood"
                    | "feared"
                    | "suspected"
                    | "estimated"
            ) && next == "to";
            (seen || said).then(|| (i..at + 2, at))
        }
        "reportedly" | "allegedly" => Some((i..i + 1, i)),
        _ => None,
    }
}

/// What the phrase governs in a sentence (without its stop): the clause behind it; for "is believed to" and "reportedly" the clause round it.
fn claim(reading: &Reading<'_>, (phrase, hedge): (Range<usize>, usize), sentence: Range<usize>) -> Option<Impersonal> {
    let whole = matches!(reading.lower(phrase.end - 1), "to" | "reportedly" | "allegedly");
    let start = if whole { sentence.start } else { phrase.end };
    let end = sentence.end.max(phrase.end);
    if start >= end {
        return None;
    }
    let claim = reading.span(start..end);
    Some(Impersonal { phrase: reading.span(phrase), claim, hedge: reading.span(hedge..hedge + 1) })
}
