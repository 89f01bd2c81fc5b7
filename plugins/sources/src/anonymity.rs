//! Why a source has no name, in the words of the article: "on condition of anonymity because the talks are secret".

use copydesk_core::{Class, Place, Reading, Span};

/// The reason stands within so many bytes behind the mention, or in front of it in its sentence: twice the longest sentence met.
const NEAR: u32 = 1_000;
/// The clause that gives the reason has at most so many tokens.
const LONGEST: usize = 30;

/// Words that say that somebody stays without a name. Those of the style books: AP Stylebook, "anonymous sources"; Reuters Handbook, "sources".
const REASONS: [&str; 26] = [
    "condition of anonymity",
    "conditions of anonymity",
    "condition that",
    "condition they not be",
    "condition he not be",
    "condition she not be",
    "not to be named",
    "not to be identified",
    "not be named",
    "not be identified",
    "declined to be named",
    "declined to be identified",
    "declining to be named",
    "declining to be identified",
    "refused to be named",
    "not authorized to",
    "not authorised to",
    "not permitted to",
    "not allowed to speak",
    "remain anonymous",
    "spoke anonymously",
    "speaking anonymously",
    "anonymity",
    "fear of reprisal",
    "fear of retaliation",
    "name was withheld",
];

/// The reason that the sentence gives for leaving the source at `mention` without a name, to the end of its clause.
pub fn reason(reading: &Reading<'_>, mention: Span) -> Option<Place> {
    let sentence = reading.sentences().get(reading.sentence_at(mention.start))?.span;
    let near = Span::new(mention.start, sentence.end.min(mention.start.saturating_add(NEAR)));
    let tokens = reading.tokens_in(near);
    let near = reading.span(tokens.clone());
    let words = reading.slice_lower(near);
    let start = REASONS.iter().find_map(|reason| words.find(reason))? as u32 + near.start;
    let first = tokens.clone().find(|&i| reading.token(i).end > start)?;
    // "because the talks are secret" belongs to it; the report behind a comma does not.
    let end = (first + 1..tokens.end.min(first + LONGEST))
        .find(|&i| {
            matches!(reading.raw(i), "," | ";" | ":" | "—" | "–" | ")")
                || reading.is(i, Class::QUOTE | Class::STOP) && !reading.glued(i + 1)
                || matches!(reading.lower(i), "said" | "says" | "told" | "confirmed" | "added")
        })
        .unwrap_or(tokens.end.min(first + LONGEST));
    Some(reading.place(reading.span(first..end)))
}
