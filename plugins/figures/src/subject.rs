//! What a figure of money, percent or measure is about, where it stands before: "revenue rose to $7bn", "a fine of $40 million".

use crate::counted::{LONGEST_PHRASE, Phrase};
use crate::figure::Bound;
use crate::lists::{BEFORE, CHANGES, LEVELS, LIFTS, UNITS, VERBS};
use crate::noun::{is_participle, is_plural};
use crate::passage::Passage;
use crate::role::Role;
use copydesk_core::Class;
use copydesk_core::lang::en::inflection;

/// A subject is followed through so many prepositions: "the price of bread in the towns of the coast".
const LONGEST_CHAIN: usize = 3;

/// The noun phrase before a figure of money, percent or measure: "a fine of $40 million", "revenue rose to $7bn", "the dam is
/// 40 metres high".
pub(crate) fn before(p: &Passage<'_>, first: usize) -> Option<Phrase> {
    /// So many words may stand between the noun and its figure: "had already fallen by no less than".
    const VERB_REACH: usize = 7;
    let mut at = first.checked_sub(1)?;
    if p.lower(at) == "of" || p.raw(at) == ":" {
        // "a jump of 27 points" does not count jumps.
        // Neither do "the equivalent of £4,500", "a total of 30 km" say of what.
        let empty = |word: &str| Role::of(word).any(Role::EMPTY);
        // "her edge was massive: 69 percent"
        let adjective = p.raw(at) == ":" && p.plays(at.wrapping_sub(2), Role::AUXILIARY);
        return ending(p, at.checked_sub(1)?)
            .filter(|_| !adjective)
            .filter(|f| !CHANGES.contains_key(p.lower(f.head)) && !empty(p.lower(f.head)));
    }
    // "raised its fares by 5 percent": what was raised.
    if p.lower(at) == "by"
        && let Some(object) = ending(p, at.wrapping_sub(1))
        && p.before(object.tokens.start, 3, |w| CHANGES.contains_key(w) || LIFTS.contains_key(w))
    {
        return Some(object);
    }
    let mut verb = false;
    for _ in 0..VERB_REACH {
        let word = p.lower(at);
        // "rose a whopping 30 percent"
        if let Some((n, Bound::Exact)) = BEFORE.at(p, at) {
            at = at.checked_sub(n).filter(|&at| p.has(at))?;
            continue;
        }
        let passes = Role::of(word).any(Role::PASSED) || inflection::is_adverb(word);
        let auxiliary = Role::of(word).any(Role::AUXILIARY);
        // "The set will cost $200": behind a determiner it is a noun.
        let noun = matches!(
            p.lower(at.wrapping_sub(1)),
            "the" | "a" | "an" | "this" | "that" | "its" | "their" | "his" | "her" | "our"
        );
        // "the strength was recorded at 9 MPa"
        let told = is_participle(word)
            && matches!(p.lower(at.wrapping_sub(1)), "is" | "are" | "was" | "were" | "be" | "been" | "being");
        let moves = CHANGES.contains_key(word) && !matches!(word, "up" | "down") || LEVELS.contains(word);
        // "Orlan Foods up 9 percent", as tickers have it
        let ticks = matches!(word, "up" | "down")
            && (p.is(at.wrapping_sub(1), Class::CAPITAL) || is_plural(p.lower(at.wrapping_sub(1))))
            && p.content(at.wrapping_sub(1));
        if !(passes || auxiliary || told || moves) || moves && noun {
            break;
        }
        verb |= auxiliary || moves || told || ticks;
        at = at.checked_sub(1).filter(|&at| p.has(at))?;
    }
    if !verb {
        return None;
    }
    // "shares of the company fell", "income for the third quarter declined": what moved stands before the prepositions.
    let near = ending(p, at)?;
    let mut subject = near.clone();
    for _ in 0..LONGEST_CHAIN {
        let Some(head) = preposition(p, subject.tokens.start).and_then(|at| ending(p, at.checked_sub(1)?)) else {
            break;
        };
        subject = Phrase { tokens: head.tokens.start..near.tokens.end, head: head.head };
    }
    Some(subject)
}

/// The preposition that leads to the phrase that begins at `start`, with no more than a determiner and an ordinal between.
fn preposition(p: &Passage<'_>, start: usize) -> Option<usize> {
    let mut at = start.checked_sub(1)?;
    if p.is(at, Class::ORDINAL | Class::NUMBER) {
        at = at.checked_sub(1)?;
    }
    if matches!(
        p.lower(at),
        "the" | "its" | "their" | "his" | "her" | "this" | "a" | "an" | "all" | "that" | "these" | "those"
    ) {
        at = at.checked_sub(1)?;
    }
    matches!(p.lower(at), "of" | "in" | "for" | "at" | "from" | "on" | "among" | "across" | "between" | "with")
        .then_some(at)
}

/// The noun phrase whose head is the word at `at`.
pub(crate) fn ending(p: &Passage<'_>, at: usize) -> Option<Phrase> {
    let noun = |i: usize| {
        let other = p.is(i, Class::SPEECH | Class::NUMBER | Class::ORDINAL | Class::BOUND);
        let time = p.is(i, Class::TEMPORAL) && !p.is(i, Class::CAPITAL);
        let unit = matches!(p.lower(i), "cent" | "percent" | "pct");
        // "40kg of cocaine": a symbol is no noun.
        let symbol = p.glued(i) && p.is(i.wrapping_sub(1), Class::DIGITS);
        // "The Kestrel 16 inch is worth $2,000": a unit neither.
        let measured = || p.is(i.wrapping_sub(1), Class::DIGITS) && UNITS.names.at(p, i).is_some();
        p.content(i) && !symbol && !other && !time && !unit && !VERBS.contains(p.lower(i)) && !measured()
    };
    if !noun(at)
        || inflection::is_adverb(p.lower(at))
        || p.is(at, Class::MONTH | Class::WEEKDAY)
        || is_participle(p.lower(at))
    {
        return None;
    }
    let mut start = at;
    while start > p.start
        && start + LONGEST_PHRASE > at
        && noun(start - 1)
        && !inflection::is_gerund(p.lower(start - 1))
    {
        start -= 1;
    }
    // "a six-mile trench": what a hyphen ties to a word before is no noun of its own.
    start += usize::from(start < at && p.hyphen(start.wrapping_sub(1)));
    Some(Phrase { tokens: start..at + 1, head: at })
}
