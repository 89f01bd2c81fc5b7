//! What is counted: the noun phrase behind a number.

use crate::lists::{NOUNS, UNITS, VERBS};
use crate::noun::{is_inner, is_noun_of_speech, is_participle, is_plural};
use crate::passage::Passage;
use crate::role::Role;
use copydesk_core::Class;
use copydesk_core::lang::en::inflection;
use std::ops::Range;

/// A noun phrase behind a number is looked for in so many tokens: "several hundred heavily armed former Bosnian Serb army
/// officers" has eight.
pub(crate) const LONGEST_PHRASE: usize = 10;

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
    /// An adjective: "six-month tests", "$40 million tests".
    Singular,
    /// One thing: "one test", "a six-month test". A form in -s behind its noun is a verb.
    One,
}

/// The noun phrase that begins at `i`.
pub(crate) fn phrase(p: &Passage<'_>, i: usize, grammar: Grammar) -> Option<Phrase> {
    let mut at = i;
    // "9,000 of the troops", "dozens of Dovanian trucks"
    let partitive = p.lower(at) == "of";
    if partitive {
        at += 1;
        while matches!(p.lower(at), "the" | "every" | "these" | "those" | "all" | "such") || p.plays(at, Role::OWNER) {
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
            // "10 percent of its 45,000-strong workforce"
            let strong = p.hyphen(at) && p.lower(at + 1) == "strong";
            at += usize::from(p.is(at, number) || separator || past) + 2 * usize::from(strong);
        }
    }
    // "the 29-year-old tackles the dam": a verb, with its object behind it.
    let object = matches!(p.lower(at + 1), "the" | "a" | "an" | "his" | "her" | "its" | "their");
    if grammar != Grammar::Plural && !partitive && p.lower(at).ends_with('s') && object {
        return None;
    }
    // "5 percent of 1 percent"
    if partitive && (p.is(at, Class::PERCENT) || matches!(p.lower(at), "percent" | "pct")) {
        return None;
    }
    // "a few hundred “Tesh Irregulars”"
    let mut quoted = p.is(at, Class::QUOTE);
    at += usize::from(quoted);
    let start = at;
    let mut last = None;
    let mut plural = None;
    while at < start + LONGEST_PHRASE {
        let class = p.class(at);
        if !class.any(Class::WORD) && (plural.is_some() || inner_quantity(p, at).is_none()) {
            let joins = p.hyphen(at)
                || p.raw(at) == "&"
                || p.raw(at) == "/" && p.glued(at) && p.glued(at + 1)
                || possessive(p.raw(at))
                || p.raw(at) == "." && initialism(p, at);
            let model = class.any(Class::DIGITS) && last.is_some() && p.is(at.wrapping_sub(1), Class::CAPITAL);
            // "nine “opt-in” surveys": the mark closes, and the noun comes behind it.
            let closes = quoted
                && class.any(Class::QUOTE)
                && plural.is_none()
                && p.is(at + 1, Class::WORD)
                && !ends_phrase(p, at + 1, false, true);
            quoted &= !closes;
            if at > start && (joins || model || closes) {
                if possessive(p.raw(at)) {
                    (last, plural) = (None, None);
                }
                at += 1;
                continue;
            }
            break;
        }
        // "two 22-year-old women", "2.9 million 9 liter cases": a quantity inside the phrase.
        if plural.is_none()
            && let Some(behind) = inner_quantity(p, at)
        {
            at = behind;
            continue;
        }
        let word = p.lower(at);
        let capital = class.any(Class::CAPITAL) && at > p.start;
        // "5,000 Kestrel 3s" counts Kestrels.
        if word == "s" && p.glued(at) && p.is(at - 1, Class::DIGITS) && at > start + 1 && p.is(at - 2, Class::CAPITAL) {
            return Some(Phrase { tokens: start..at + 1, head: at - 2 });
        }
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
        // "40 laid-off workers": what a hyphen ties to the word before belongs to it.
        let tied = at > start && p.hyphen(at - 1);
        let ends = ends_phrase(p, at, at == start, last.is_some()) && !is_plural_verb(p, at, grammar, last.is_some());
        if !tied && (ends || last.is_some_and(|noun| clause_begins(p, noun, at, grammar))) {
            break;
        }
        let inside = is_inner(word) && !p.is(at + 1, Class::DASH);
        if !inside {
            last = Some(at);
            let herd = word == "head" && p.lower(at + 1) == "of";
            if (is_plural(word) || herd) && !(p.hyphen(at + 1) && p.is(at + 2, Class::WORD)) {
                plural = Some(at);
                let next = at + 1;
                // "two United States senators", "three sports teams": a plural may stand before the noun.
                let goes_on = p.is(next, Class::WORD) && !ends_phrase(p, next, false, true);
                let modifies = goes_on
                    && (grammar == Grammar::One && p.content(next)
                        || capital && (p.is(next, Class::CAPITAL) || is_plural(p.lower(next)))
                        || NOUNS.modifiers.contains(word)
                            && (grammar != Grammar::Plural || (next..next + 2).any(|at| is_plural(p.lower(at))))
                            && !is_participle(p.lower(next))
                        || is_plural(p.lower(next)) && !p.is(next, Class::SPEECH) && p.lower(next).ends_with('s'));
                if !modifies && !possessive(p.raw(next)) && !p.raw(next).starts_with(['\'', '’']) {
                    break;
                }
                // "a 243,000-litre Kestrels Bay tank": the plural of a name is no head.
                plural = plural.filter(|_| grammar == Grammar::Plural);
            }
        }
        at += 1;
    }
    let head = match grammar {
        Grammar::Plural => plural.or_else(|| last.filter(|&l| bare_head(p, start, l)))?,
        Grammar::Singular | Grammar::One => plural.or(last)?,
    };
    Some(Phrase { tokens: start..head + 1, head })
}

/// The token behind a quantity that qualifies the noun behind it: "two-bedroom flats", "22-year-old women", "9 liter cases".
fn inner_quantity(p: &Passage<'_>, at: usize) -> Option<usize> {
    if !p.is(at, Class::DIGITS | Class::NUMBER) || p.word(at).power.is_some() {
        return None;
    }
    /// "22-year-old" has two hyphens, "three-and-a-half-hour" four.
    const MOST_HYPHENS: usize = 4;
    let mut end = at + 1;
    for _ in 0..MOST_HYPHENS {
        end += if p.hyphen(end) && p.is(end + 1, Class::WORD) { 2 } else { 0 };
    }
    if end == at + 1 {
        let (n, _) = UNITS.names.at(p, end).filter(|_| p.is(at, Class::DIGITS))?;
        end += n;
        // "12 20 minutes later" is no phrase: the unit must stand in the singular.
        if p.lower(end - 1).ends_with('s') {
            return None;
        }
    }
    (p.content(end) && !p.is(end, Class::NUMBER)).then_some(end)
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

/// Whether a verb's form in -s is the plural of a noun here: "400 scripted shows", "three shows on ice". No verb in -s agrees with
/// more than one.
fn is_plural_verb(p: &Passage<'_>, at: usize, grammar: Grammar, noun_read: bool) -> bool {
    let word = p.lower(at);
    let listed = word.ends_with('s') && is_plural(word) && (VERBS.contains(word) || p.is(at, Class::SPEECH));
    let alone = || {
        !p.is(at + 1, Class::WORD)
            || matches!(p.lower(at + 1), "in" | "on" | "at" | "for" | "from" | "by" | "with" | "and" | "during" | "of")
    };
    grammar == Grammar::Plural && listed && (noun_read || alone())
}

/// Whether a clause begins at `at`, behind the noun: "one way Quill could win", "one person dead", "one thing working in her favour".
fn clause_begins(p: &Passage<'_>, noun: usize, at: usize, grammar: Grammar) -> bool {
    let next = at + 1;
    let subject = p.is(at, Class::CAPITAL)
        && !p.is(noun, Class::CAPITAL)
        && (p.is(next, Class::FUNCTION | Class::SPEECH) || VERBS.contains(p.lower(next)))
        && p.is(next, Class::WORD);
    let participle = inflection::is_gerund(p.lower(at)) && p.is(next, Class::FUNCTION) && !p.is(at, Class::CAPITAL);
    let state = p.plays(at, Role::CASUALTY) && !p.is(noun, Class::CAPITAL);
    // "a 44-year-old senator differs from"
    let word = p.lower(at);
    let verb = grammar == Grammar::One
        && word.ends_with('s')
        && is_plural(word)
        && !NOUNS.modifiers.contains(word)
        // "one grim jobs report"
        && (!p.content(next) || p.is(next, Class::CAPITAL))
        && !p.is(at, Class::CAPITAL)
        && !p.is(noun, Class::CAPITAL);
    noun + 1 == at && grammar != Grammar::Plural && (subject || participle || state || verb)
}

/// Whether the word may be a noun behind an adjective: in small letters, no participle and no unit of time.
fn is_noun_like(p: &Passage<'_>, at: usize) -> bool {
    p.content(at) && !p.is(at, Class::CAPITAL | Class::TIME_UNIT) && !is_participle(p.lower(at))
}

/// Whether the words from `at` on lead to a plural: "registered adult voters".
fn plural_ahead(p: &Passage<'_>, at: usize) -> bool {
    /// So many words lie between a participle and the noun that it qualifies.
    const NEAR: usize = 3;
    (at..at + NEAR).take_while(|&at| p.content(at)).any(|at| is_plural(p.lower(at)) && !VERBS.contains(p.lower(at)))
}

/// Whether the phrase ends before this word.
fn ends_phrase(p: &Passage<'_>, at: usize, first: bool, noun_read: bool) -> bool {
    let (word, class) = (p.lower(at), p.class(at));
    // "two earlier opinions", "30 outside advisers"
    if first && p.plays(at, Role::ATTRIBUTE) && is_noun_like(p, at + 1) {
        return false;
    }
    if matches!(word, "other" | "more" | "own" | "such" | "same" | "few" | "most" | "further" | "additional" | "off") {
        return !first && noun_read || word == "more" && p.lower(at + 1) == "than" || word == "off";
    }
    // "one thought-provoking film", "three in-house lawyers": a compound is an adjective, whatever its first word.
    if p.hyphen(at + 1)
        && p.is(at + 2, Class::WORD)
        && p.is(at + 3, Class::WORD)
        && (first || !noun_read)
        && word.len() > 1
    {
        return false;
    }
    // "two left hooks"
    if word == "left" && is_plural(p.lower(at + 1)) && p.content(at + 1) && !noun_read {
        return false;
    }
    if class.any(Class::FUNCTION) {
        // "may" and "us" are words of their own in capitals: "five US soldiers".
        return !(class.any(Class::UPPER) && matches!(word, "us" | "it"));
    }
    if class.any(Class::NUMBER | Class::ORDINAL) && !matches!(word, "second" | "first" | "third") {
        return true;
    }
    // "a $4 billion net worth"
    if word == "worth" && p.lower(at.wrapping_sub(1)) == "net" {
        return false;
    }
    if word == "ago" || class.any(Class::TEMPORAL) && !Role::of(word).any(Role::TIMELY) {
        return true;
    }
    // "one last time", but "two last week"
    if matches!(word, "last" | "next") {
        return !(first && p.content(at + 1) && !p.is(at + 1, Class::TIME_UNIT | Class::TEMPORAL | Class::MONTH));
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
    noun_read && is_participle(word) && !capital && !plural_ahead(p, at + 1)
}

/// A phrase without a plural is counted where it is short and ends at once: "two police", "5 clownfish", "three Hamas".
fn bare_head(p: &Passage<'_>, start: usize, last: usize) -> bool {
    let word = p.lower(last);
    NOUNS.counted.contains(word)
        || last < start + 3 && !is_participle(word) && !p.is(last, Class::SPEECH | Class::BOUND)
}
