//! What is counted: the noun phrase behind a number.

use crate::lists::{CHANGES, HEADS, LEVELS, NOUNS, VERBS};
use crate::passage::Passage;
use copydesk_core::Class;
use std::ops::Range;

/// A noun phrase behind a number is looked for in so many tokens: "several hundred heavily armed former Bosnian Serb army
/// officers" has eight.
const LONGEST_PHRASE: usize = 10;

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// From its first word to its head.
    pub tokens: Range<usize>,
    /// The head noun.
    pub head: usize,
}

/// How a noun phrase joins the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grammar {
    /// More than one: "three tests".
    Plural,
    /// One, or an adjective: "one test", "a six-month test", "a $40 million test".
    Singular,
}

/// The noun phrase that begins at `i`.
pub(crate) fn phrase(p: &Passage<'_>, i: usize, grammar: Grammar) -> Option<Phrase> {
    let mut at = i;
    // "9,000 of the troops", "dozens of Dovanian trucks"
    let partitive = p.lower(at) == "of";
    if partitive {
        at += 1;
        while matches!(
            p.lower(at),
            "the" | "these" | "those" | "its" | "his" | "her" | "their" | "our" | "my" | "your" | "all" | "such"
        ) {
            at += 1;
        }
    }
    // "10 of the 12 members": the noun is that of the whole.
    if partitive {
        let number = Class::DIGITS | Class::NUMBER;
        for _ in 0..4 {
            let separator = matches!(p.raw(at), "," | ".") && p.glued(at) && p.glued(at + 1);
            // "seven of the last eight contests"
            let past = matches!(p.lower(at), "past" | "last" | "next" | "first") && p.is(at + 1, number);
            at += usize::from(p.is(at, number) || separator || past);
        }
    }
    // "a few hundred “Tesh Irregulars”"
    at += usize::from(p.is(at, Class::QUOTE));
    let start = at;
    let mut last = None;
    let mut plural = None;
    while at < start + LONGEST_PHRASE {
        let class = p.class(at);
        if !class.any(Class::WORD) {
            let joins = p.hyphen(at)
                || p.raw(at) == "&"
                || p.raw(at) == "/" && p.glued(at) && p.glued(at + 1)
                || possessive(p.raw(at))
                || p.raw(at) == "." && initialism(p, at);
            let model = class.any(Class::DIGITS) && last.is_some() && p.is(at.wrapping_sub(1), Class::CAPITAL);
            if at > start && (joins || model) {
                if possessive(p.raw(at)) {
                    (last, plural) = (None, None);
                }
                at += 1;
                continue;
            }
            break;
        }
        let word = p.lower(at);
        let capital = class.any(Class::CAPITAL) && at > p.start;
        let conjoins = matches!(word, "and" | "or") && plural.is_none() && last.is_some() && joined(p, at);
        if conjoins {
            at += 1;
            continue;
        }
        // "12 House of Elders members"
        let of_name = word == "of"
            && plural.is_none()
            && p.is(at.wrapping_sub(1), Class::CAPITAL)
            && p.is(at + 1, Class::CAPITAL)
            && last.is_some();
        if of_name && grammar == Grammar::Plural {
            at += 1;
            continue;
        }
        if ends_phrase(p, at, at == start, last.is_some()) {
            break;
        }
        let inside = is_inner(word) && !p.is(at + 1, Class::DASH);
        if !inside {
            last = Some(at);
            if is_plural(word) && !(p.hyphen(at + 1) && p.is(at + 2, Class::WORD)) {
                plural = Some(at);
                let next = at + 1;
                // "two United States senators", "three sports teams": a plural may stand before the noun.
                let goes_on = p.is(next, Class::WORD) && !ends_phrase(p, next, false, true);
                let modifies = goes_on
                    && (capital && (p.is(next, Class::CAPITAL) || is_plural(p.lower(next)))
                        || NOUNS.modifiers.contains(word) && !is_participle(p.lower(next))
                        || is_plural(p.lower(next)) && !p.is(next, Class::SPEECH) && p.lower(next).ends_with('s'));
                if !modifies && !possessive(p.raw(next)) && !p.raw(next).starts_with(['\'', '’']) {
                    break;
                }
            }
        }
        at += 1;
    }
    let head = match grammar {
        Grammar::Plural => plural.or_else(|| last.filter(|&l| bare_head(p, start, l)))?,
        Grammar::Singular => plural.or(last)?,
    };
    Some(Phrase { tokens: start..head + 1, head })
}

/// The noun phrase before a figure of money, percent or measure: "a fine of $40 million", "revenue rose to $7bn", "the dam is
/// 40 metres high".
pub(crate) fn before(p: &Passage<'_>, first: usize) -> Option<Phrase> {
    /// So many words may stand between the noun and its figure: "had already fallen by no less than".
    const VERB_REACH: usize = 7;
    let mut at = first.checked_sub(1)?;
    if p.lower(at) == "of" || p.raw(at) == ":" {
        // "a jump of 27 points" does not count jumps.
        return ending(p, at.checked_sub(1)?).filter(|f| !CHANGES.contains_key(p.lower(f.head)));
    }
    let mut verb = false;
    for _ in 0..VERB_REACH {
        let word = p.lower(at);
        let passes = matches!(
            word,
            "by" | "to"
                | "at"
                | "from"
                | "a"
                | "an"
                | "another"
                | "further"
                | "about"
                | "around"
                | "just"
                | "only"
                | "as"
                | "still"
                | "already"
                | "also"
                | "now"
                | "even"
                | "up"
                | "down"
                | "not"
                | "than"
                | "more"
                | "less"
        ) || word.len() > 4 && word.ends_with("ly");
        let auxiliary = matches!(
            word,
            "is" | "are"
                | "was"
                | "were"
                | "be"
                | "been"
                | "being"
                | "has"
                | "have"
                | "had"
                | "will"
                | "would"
                | "could"
                | "may"
                | "might"
                | "can"
                | "should"
                | "did"
                | "does"
                | "must"
        );
        let moves = CHANGES.contains_key(word) && !matches!(word, "up" | "down") || LEVELS.contains(word);
        if !passes && !auxiliary && !moves {
            break;
        }
        verb |= auxiliary || moves;
        at = at.checked_sub(1).filter(|&at| p.has(at))?;
    }
    if !verb {
        return None;
    }
    // "shares of the company fell": what fell are the shares.
    let near = ending(p, at)?;
    let of = near.tokens.start.checked_sub(1).filter(|&of| p.lower(of) == "of").or_else(|| {
        let determiner = near.tokens.start.checked_sub(1)?;
        let of = determiner.checked_sub(1)?;
        let determines = matches!(p.lower(determiner), "the" | "its" | "their" | "his" | "her" | "this" | "a" | "an");
        (determines && p.lower(of) == "of").then_some(of)
    });
    match of.and_then(|of| ending(p, of.checked_sub(1)?)) {
        Some(head) => Some(Phrase { tokens: head.tokens.start..near.tokens.end, head: head.head }),
        None => Some(near),
    }
}

/// The noun phrase whose head is the word at `at`.
fn ending(p: &Passage<'_>, at: usize) -> Option<Phrase> {
    let noun = |i: usize| {
        let other = p.is(i, Class::SPEECH | Class::NUMBER | Class::ORDINAL | Class::BOUND);
        let time = p.is(i, Class::TEMPORAL) && !p.is(i, Class::CAPITAL);
        p.content(i) && !other && !time && !VERBS.contains(p.lower(i))
    };
    if !noun(at) || p.lower(at).ends_with("ly") || p.is(at, Class::MONTH | Class::WEEKDAY) || is_participle(p.lower(at))
    {
        return None;
    }
    let mut start = at;
    while start > p.start && start + LONGEST_PHRASE > at && noun(start - 1) && !p.lower(start - 1).ends_with("ing") {
        start -= 1;
    }
    // "a six-mile trench": what a hyphen ties to a word before is no noun of its own.
    start += usize::from(start < at && p.hyphen(start.wrapping_sub(1)));
    Some(Phrase { tokens: start..at + 1, head: at })
}

/// "'s", "’s"
fn possessive(sign: &str) -> bool {
    matches!(sign, "'s" | "’s" | "'S" | "’S")
}

/// The stop inside "U.S." and its like.
fn initialism(p: &Passage<'_>, at: usize) -> bool {
    p.raw(at.wrapping_sub(1)).len() == 1
        && p.is(at.wrapping_sub(1), Class::CAPITAL)
        && p.glued(at)
        && p.is(at + 1, Class::WORD)
}

/// Whether "and" joins two words before one noun: "Kesh and Orlan lorries", "dead and injured people".
fn joined(p: &Passage<'_>, at: usize) -> bool {
    let (a, b) = (p.class(at.wrapping_sub(1)), p.class(at + 1));
    let content = p.content(at + 1) && !p.is(at + 1, Class::NUMBER | Class::ORDINAL);
    content
        && a.any(Class::CAPITAL) == b.any(Class::CAPITAL)
        && p.is(at + 2, Class::WORD)
        && !ends_phrase(p, at + 2, false, true)
}

/// Whether the phrase ends before this word.
fn ends_phrase(p: &Passage<'_>, at: usize, first: bool, noun_read: bool) -> bool {
    let (word, class) = (p.lower(at), p.class(at));
    if matches!(word, "other" | "more" | "own" | "such" | "same" | "few" | "most" | "further" | "additional" | "off") {
        return !first && noun_read || word == "more" && p.lower(at + 1) == "than" || word == "off";
    }
    if class.any(Class::FUNCTION) {
        // "may" and "us" are words of their own in capitals: "five US soldiers".
        return !(class.any(Class::UPPER) && matches!(word, "us" | "it"));
    }
    if class.any(Class::NUMBER | Class::ORDINAL) && !matches!(word, "second" | "first" | "third") {
        return true;
    }
    if word == "ago"
        || class.any(Class::TEMPORAL)
            && !matches!(
                word,
                "former"
                    | "present"
                    | "current"
                    | "future"
                    | "daily"
                    | "annual"
                    | "following"
                    | "coming"
                    | "previous"
                    | "past"
                    | "night"
                    | "nights"
                    | "morning"
                    | "mornings"
                    | "evening"
                    | "evenings"
                    | "monthly"
                    | "weekly"
                    | "recent"
                    | "quarterly"
                    | "last"
                    | "next"
            )
    {
        return true;
    }
    if matches!(word, "last" | "next") {
        return true;
    }
    if class.any(Class::MONTH | Class::WEEKDAY) && class.any(Class::CAPITAL) {
        return true;
    }
    if class.any(Class::SPEECH) && noun_read && !is_noun_of_speech(word) {
        return true;
    }
    let capital = class.any(Class::CAPITAL);
    if VERBS.contains(word) && !capital && (noun_read || first) {
        return true;
    }
    // "one captured by a camera" counts no captured.
    if first && is_participle(word) && !p.content(at + 1) && !NOUNS.counted.contains(word) {
        return true;
    }
    // "two soldiers" "died"; but "two wounded soldiers", "two soldiers wounded".
    // "detachable laminated panels": between adjective and plural it is an adjective.
    noun_read && is_participle(word) && !capital && !(p.content(at + 1) && is_plural(p.lower(at + 1)))
}

fn is_noun_of_speech(word: &str) -> bool {
    matches!(
        word,
        "reports"
            | "claims"
            | "states"
            | "protests"
            | "questions"
            | "demands"
            | "calls"
            | "notes"
            | "fears"
            | "hopes"
            | "estimates"
            | "objects"
            | "promises"
            | "comments"
            | "report"
            | "call"
            | "state"
    )
}

fn is_participle(word: &str) -> bool {
    word.len() > 4
        && (word.ends_with("ed") && !word.ends_with("eed")
            || matches!(word, "held" | "made" | "built" | "taken" | "seen"))
}

/// Words that stand in a noun phrase and are never its head.
fn is_inner(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ly")
        && !matches!(word, "family" | "assembly" | "reply" | "supply" | "anomaly" | "monopoly")
        || matches!(
            word,
            "other"
                | "more"
                | "own"
                | "such"
                | "same"
                | "few"
                | "most"
                | "new"
                | "further"
                | "additional"
                | "big"
                | "small"
                | "large"
                | "major"
                | "old"
                | "different"
                | "separate"
                | "former"
                | "young"
                | "good"
                | "bad"
                | "great"
                | "main"
                | "key"
        )
}

/// Whether the word looks like a plural noun.
pub(crate) fn is_plural(word: &str) -> bool {
    let nouns = &*NOUNS;
    nouns.counted.contains(word)
        || word.len() > 2
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("ous")
            && !nouns.not.contains(word)
}

/// A phrase without a plural is counted where it is short and ends at once: "two police", "5 clownfish", "three Hamas".
fn bare_head(p: &Passage<'_>, start: usize, last: usize) -> bool {
    let word = p.lower(last);
    NOUNS.counted.contains(word)
        || last < start + 3 && !is_participle(word) && !p.is(last, Class::SPEECH | Class::BOUND)
}

/// A head noun as claims compare it: in the singular, lower case, near-synonyms as one.
pub(crate) fn normalised(head: &str) -> String {
    let lower = head.to_lowercase();
    let singular = singular(&lower);
    HEADS.get(singular.as_str()).copied().map_or(singular, str::to_owned)
}

/// The singular of a noun: the usual endings, and the irregular ones that news counts.
pub(crate) fn singular(noun: &str) -> String {
    let irregular = match noun {
        "people" => "person",
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        "feet" => "foot",
        "teeth" => "tooth",
        "geese" => "goose",
        "mice" => "mouse",
        "lives" => "life",
        "wives" => "wife",
        "knives" => "knife",
        "wolves" => "wolf",
        "halves" => "half",
        "shelves" => "shelf",
        "leaves" => "leaf",
        "thieves" => "thief",
        "loaves" => "loaf",
        "criteria" => "criterion",
        "phenomena" => "phenomenon",
        "crises" => "crisis",
        "analyses" => "analysis",
        "series" | "species" | "news" | "police" => noun,
        "movies" => "movie",
        "buses" => "bus",
        "viruses" => "virus",
        "heroes" => "hero",
        "potatoes" => "potato",
        _ => "",
    };
    if !irregular.is_empty() {
        return irregular.to_owned();
    }
    let stem = |end: &str, put: &str| noun.strip_suffix(end).map(|stem| format!("{stem}{put}"));
    stem("men", "man")
        .filter(|_| noun.len() > 5)
        .or_else(|| stem("ies", "y").filter(|_| noun.len() > 4))
        .or_else(|| stem("sses", "ss"))
        .or_else(|| stem("shes", "sh"))
        .or_else(|| stem("ches", "ch"))
        .or_else(|| stem("xes", "x"))
        .or_else(|| stem("s", "").filter(|_| noun.len() > 3 && !noun.ends_with("ss") && !noun.ends_with("us")))
        .unwrap_or_else(|| noun.to_owned())
}
