//! What looks like a figure and is none: telephone numbers, sections, products, counters, labels.

use crate::address::{address, phone};
use crate::passage::Passage;
use copydesk_core::Class;
use std::ops::Range;

/// Digits that no sign groups count nothing where they are so many.
const LONGEST_BARE: usize = 10;
/// A counter of characters or comments counts up to a limit of at least this.
const COUNTER_LIMIT: u32 = 50;
/// Something that is no figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Aside {
    pub tokens: Range<usize>,
    /// What it is instead, as the record says it.
    pub what: &'static str,
    pub rule: &'static str,
}

pub(crate) fn aside(tokens: Range<usize>, what: &'static str) -> Option<Aside> {
    Some(Aside { tokens, what, rule: what })
}

/// What the digits at `i` are by their own shape.
pub(crate) fn shape(p: &Passage<'_>, i: usize) -> Option<Aside> {
    if p.raw(i) == "." {
        return bore(p, i);
    }
    if !p.is(i, Class::DIGITS) {
        return None;
    }
    label(p, i)
        .or_else(|| phone(p, i))
        .or_else(|| address(p, i))
        .or_else(|| version(p, i))
        .or_else(|| counter(p, i))
        .or_else(|| form(p, i))
        .or_else(|| joined(p, i))
        .or_else(|| listed(p, i))
}

/// "(R)", "(2-L)", "(C-R)": who stands where in a picture.
pub(crate) fn position(p: &Passage<'_>, i: usize) -> Option<Aside> {
    if p.raw(i) != "(" {
        return None;
    }
    let side = |at: usize| {
        matches!(p.raw(at), "R" | "L" | "C")
            || p.is(at, Class::DIGITS) && p.raw(at).len() == 1
            || matches!(p.lower(at), "2nd" | "3rd")
    };
    let end = if p.is(i + 2, Class::DASH) && side(i + 1) && matches!(p.raw(i + 3), "R" | "L" | "C") {
        i + 4
    } else if matches!(p.raw(i + 1), "R" | "L" | "C") {
        i + 2
    } else {
        return None;
    };
    if p.raw(end) == ")" { aside(i..end + 1, "position-label") } else { None }
}

fn label(p: &Passage<'_>, i: usize) -> Option<Aside> {
    let side = p.is(i + 1, Class::DASH) && p.glued(i + 1) && matches!(p.raw(i + 2), "R" | "L" | "C") && p.glued(i + 2);
    let ends = !p.glued(i + 3) || matches!(p.raw(i + 3), ")" | "," | ".");
    if side && ends { aside(i..i + 3, "position-label") } else { None }
}

/// "1.2.3", "192.168.1.2"
fn version(p: &Passage<'_>, i: usize) -> Option<Aside> {
    let mut end = i + 1;
    let mut groups = 1;
    let mut thousands = true;
    while p.raw(end) == "." && p.glued(end) && p.is(end + 1, Class::DIGITS) && p.glued(end + 1) {
        thousands &= p.raw(end + 1).len() == 3;
        end += 2;
        groups += 1;
    }
    if groups > 2 && !(thousands && p.raw(i).len() <= 3) { aside(i..end, "identifier") } else { None }
}

/// "0/250", "9/11", "24/7"
fn counter(p: &Passage<'_>, i: usize) -> Option<Aside> {
    if p.raw(i + 1) != "/" || !p.glued(i + 1) || !p.glued(i + 2) || !p.is(i + 2, Class::DIGITS) {
        return None;
    }
    let (top, limit): (u32, u32) = (p.raw(i).parse().ok()?, p.raw(i + 2).parse().ok()?);
    let term = matches!((top, limit), (9, 11) | (7, 7) | (24, 7))
        && !(p.glued(i + 3) && p.is(i + 3, Class::WORD | Class::DIGITS));
    if term {
        return aside(i..i + 3, "term");
    }
    let bracketed = p.raw(i.wrapping_sub(1)) == "(" && p.raw(i + 3) == ")";
    let counts = top == 0 || limit >= COUNTER_LIMIT && limit % 10 == 0 && bracketed;
    match (counts && limit > 0, bracketed) {
        (true, true) => aside(i - 1..i + 4, "counter"),
        (true, false) => aside(i..i + 3, "counter"),
        _ => None,
    }
}

/// Digits that letters run into: "G20", "COVID-19", "M21", "%2D", "id=305"; a currency's letters are asked for before.
fn joined(p: &Passage<'_>, i: usize) -> Option<Aside> {
    if !p.glued(i) {
        return None;
    }
    let before = i.wrapping_sub(1);
    let sign = p.raw(before);
    if p.is(before, Class::WORD) {
        return aside(before..i + 1, "identifier");
    }
    if p.is(before, Class::DASH) && p.glued(before) && p.is(i.wrapping_sub(2), Class::WORD) {
        let word = p.lower(i - 2);
        // "F-16", "COVID-19", "last-32"; but "sub-300", "now-18".
        let name = p.is(i - 2, Class::CAPITAL)
            || word.len() <= 3
                && !matches!(
                    word,
                    "sub"
                        | "mid"
                        | "pre"
                        | "non"
                        | "to"
                        | "and"
                        | "or"
                        | "per"
                        | "now"
                        | "top"
                        | "by"
                        | "for"
                        | "in"
                        | "of"
                );
        // "the under-21 side" has a name; "under-18s" are people.
        let people = matches!(word, "under" | "over") && p.lower(i + 1) == "s" && p.glued(i + 1);
        let name = (name || matches!(word, "last" | "covid" | "type" | "group" | "under"))
            && !people
            && !matches!(sign, "—")
            && !p.is(i - 2, Class::MONTH);
        let spelled = p.is(i - 2, Class::NUMBER);
        return if name && !spelled { aside(i - 2..i + 1, "identifier") } else { None };
    }
    // "ID.3"; but "No.5", "Rs.500".
    if sign == "."
        && p.glued(before)
        && p.is(i.wrapping_sub(2), Class::WORD)
        && !matches!(p.lower(i - 2), "no" | "nos" | "nr" | "rs" | "art" | "p" | "pp" | "vol" | "approx" | "ca" | "c")
    {
        return aside(i - 2..i + 1, "identifier");
    }
    // Inside an address of the web: "?id=305&page=2".
    // "id=\"305\""
    let attribute = p.is(before, Class::QUOTE) && p.raw(before.wrapping_sub(1)) == "=" && p.glued(before);
    let address = linked(p, i)
        || attribute
        || matches!(sign, "=" | "&" | "_" | "@" | "#" | "\\" | "?") && p.glued(before)
        || sign == "%" && p.glued(before) && p.is(i.wrapping_sub(2), Class::SIGN | Class::WORD);
    let yen = sign == "=" && p.raw(i.wrapping_sub(2)) == "Y";
    if address && !yen && p.raw(before.wrapping_sub(1)) != "<" && p.raw(before.wrapping_sub(1)) != ">" {
        return aside(i..i + 1, "identifier");
    }
    None
}

/// Whether the token stands in an address of the web: "//" or "www" stands before it without a space between.
fn linked(p: &Passage<'_>, i: usize) -> bool {
    /// So many tokens of an address are looked through.
    const LONGEST_LINK: usize = 64;
    let mut at = i;
    for _ in 0..LONGEST_LINK {
        if !p.glued(at) {
            return p.lower(at) == "www";
        }
        at = at.wrapping_sub(1);
        if p.raw(at) == "/" && p.raw(at.wrapping_sub(1)) == "/" && p.glued(at) {
            return true;
        }
    }
    true
}

/// ".45 caliber", ".357-magnum": the bore of a weapon is its name. `i` is the point.
fn bore(p: &Passage<'_>, i: usize) -> Option<Aside> {
    let caliber = |behind: usize| {
        let word = behind + usize::from(p.hyphen(behind));
        matches!(p.lower(word), "caliber" | "calibre" | "magnum" | "cal")
    };
    // ".40 and .44 caliber"
    let pair = p.lower(i + 2) == "and" && p.raw(i + 3) == "." && caliber(i + 5);
    let named = caliber(i + 2) || pair;
    if named && p.is(i + 1, Class::DIGITS) && p.glued(i + 1) { aside(i..i + 2, "product") } else { None }
}

/// "10-K", "401(k)", "007": names of forms, and digits that begin with a nought.
fn form(p: &Passage<'_>, i: usize) -> Option<Aside> {
    if p.glued(i) {
        return None;
    }
    let letter = |at: usize| p.is(at, Class::WORD) && p.raw(at).len() == 1;
    if p.hyphen(i + 1) && letter(i + 2) && p.is(i + 2, Class::CAPITAL) && !p.is(i + 3, Class::DASH) {
        return aside(i..i + 3, "identifier");
    }
    if p.raw(i + 1) == "(" && p.glued(i + 1) && letter(i + 2) && p.raw(i + 3) == ")" && p.glued(i + 2) {
        return aside(i..i + 4, "identifier");
    }
    let sign = |at: usize| {
        p.glued(at)
            && (p.is(at, Class::DASH | Class::PERCENT | Class::CURRENCY) || matches!(p.raw(at), "." | "," | "/" | ":"))
    };
    // "case number 1704020139": a figure of so many digits is grouped.
    let runs_on = sign(i + 1) && p.glued(i + 2) && p.is(i + 2, Class::DIGITS)
        || p.glued(i + 1) && p.is(i + 1, Class::WORD | Class::PERCENT | Class::CURRENCY);
    if p.raw(i).len() >= LONGEST_BARE && !runs_on && !p.content(i + 1) && !p.is(i.wrapping_sub(1), Class::CURRENCY) {
        return aside(i..i + 1, "identifier");
    }
    let padded = p.raw(i).len() > 1 && p.raw(i).starts_with('0') && !(sign(i + 1) && p.glued(i + 2));
    if padded { aside(i..i + 1, "identifier") } else { None }
}

/// "(1) …, (2) …": the numbers of a list inside a sentence.
fn enumerated(p: &Passage<'_>, i: usize) -> bool {
    /// So far apart may two members of such a list begin.
    const LONGEST_MEMBER: usize = 60;
    /// A list in a sentence has no more members.
    const MOST_MEMBERS: u32 = 20;
    let number = |at: usize| -> Option<u32> {
        let bracketed = p.raw(at.wrapping_sub(1)) == "(" && p.raw(at + 1) == ")" && p.raw(at).len() <= 2;
        bracketed.then(|| p.raw(at).parse().ok()).flatten()
    };
    let Some(n) = number(i).filter(|&n| n <= MOST_MEMBERS) else { return false };
    let near = i.saturating_sub(LONGEST_MEMBER).max(p.start + 1)..(i + LONGEST_MEMBER).min(p.end);
    near.into_iter()
        .any(|at| at != i && p.is(at, Class::DIGITS) && number(at).is_some_and(|m| m == n + 1 || m + 1 == n))
}

/// "1) …", "2. …" at the start of a line, "[3]".
fn listed(p: &Passage<'_>, i: usize) -> Option<Aside> {
    let short = p.raw(i).len() <= 2;
    let starts = p.is(i, Class::LINE_START) || i == p.start;
    let alone = p.end == i + 2 && i == p.start && p.raw(i + 1) == ".";
    if short && starts && (p.raw(i + 1) == ")" && p.glued(i + 1) || alone && p.is(i, Class::LINE_START)) {
        return aside(i..i + 1, "list-number");
    }
    if enumerated(p, i) {
        return aside(i - 1..i + 2, "list-number");
    }
    let bracketed = p.raw(i.wrapping_sub(1)) == "[" && p.raw(i + 1) == "]" && p.raw(i).len() <= 3;
    if bracketed { aside(i - 1..i + 2, "footnote") } else { None }
}
