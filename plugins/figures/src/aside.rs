//! What looks like a figure and is none: telephone numbers, sections, products, counters, labels.

use crate::counted::{self, Grammar};
use crate::lists::LABELS;
use crate::passage::Passage;
use crate::quantity::{Quantity, Unit};
use copydesk_core::Class;
use std::ops::Range;

/// Telephone numbers have at least and at most so many digits (ITU-T E.164 allows 15).
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;
/// So many tokens before a short number is it looked for a word that says that it is dialled.
const PHONE_CUE: usize = 4;
/// A counter of characters or comments counts up to a limit of at least this.
const COUNTER_LIMIT: u32 = 50;
/// A house number, the name of a street and its kind: "220 South Martin Luther King Avenue".
const LONGEST_STREET: usize = 6;

/// Something that is no figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Aside {
    pub tokens: Range<usize>,
    /// What it is instead, as the record says it.
    pub what: &'static str,
    pub rule: &'static str,
}

fn aside(tokens: Range<usize>, what: &'static str) -> Option<Aside> {
    Some(Aside { tokens, what, rule: what })
}

/// What the digits at `i` are by their own shape.
pub(crate) fn shape(p: &Passage<'_>, i: usize) -> Option<Aside> {
    if !p.is(i, Class::DIGITS) {
        return None;
    }
    label(p, i)
        .or_else(|| phone(p, i))
        .or_else(|| address(p, i))
        .or_else(|| version(p, i))
        .or_else(|| counter(p, i))
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

/// "1-800-555-0142", "(020) 7946 0142", "+44 20 7946 0142", "text 5150".
fn phone(p: &Passage<'_>, i: usize) -> Option<Aside> {
    let mut start = i;
    let mut plus = false;
    let before = p.raw(i.wrapping_sub(1));
    if matches!(before, "+" | "(") && p.glued(i) {
        start = i - 1;
        plus = before == "+" || p.raw(i.wrapping_sub(2)) == "+";
        start -= usize::from(plus && before == "(");
    }
    let (mut end, mut groups, mut digits, mut dashes, mut brackets) =
        (i + 1, 1, p.raw(i).len(), 0, usize::from(before == "("));
    let mut same = true;
    let mut thousands = true;
    while groups < 8 {
        let (at, dash) = match p.raw(end) {
            "-" | "‐" | "‑" | "–" | "." | "/" if p.glued(end) && p.glued(end + 1) => (end + 1, true),
            ")" if p.is(end + 1, Class::DIGITS) && brackets > 0 => (end + 1, false),
            ")" if p.is(end + 1, Class::DASH) && brackets > 0 => (end + 2, true),
            "(" if p.raw(end + 2) == ")" && plus => {
                brackets += 1;
                (end + 1, false)
            }
            _ => (end, false),
        };
        if !p.is(at, Class::DIGITS) || p.raw(at).len() > 8 || (at == end && p.glued(at)) {
            break;
        }
        same &= !(at == end && !plus && brackets == 0);
        thousands &= p.raw(end) == "." && p.raw(at).len() == 3;
        dashes += usize::from(dash);
        digits += p.raw(at).len();
        groups += 1;
        end = at + 1;
    }
    let dialled = p.before(start, PHONE_CUE, |w| {
        matches!(
            w,
            "call"
                | "phone"
                | "telephone"
                | "tel"
                | "fax"
                | "dial"
                | "text"
                | "hotline"
                | "helpline"
                | "sms"
                | "whatsapp"
                | "ring"
                | "mobile"
                | "dialling"
                | "calling"
        )
    });
    let fits = PHONE_DIGITS.contains(&digits);
    let grouped = groups >= 3 && dashes + brackets >= 2 && same && p.raw(end - 1).len() >= 2
        || plus && groups >= 2 && digits >= 8
        || brackets > 0 && groups >= 3 && digits >= 9
        || groups == 2
            && dashes == 1
            && p.raw(i).len() == 3
            && p.raw(i + 2).len() == 4
            && (dialled || p.raw(i) == "555");
    if thousands && groups > 1 {
        return None;
    }
    if fits && (grouped || dialled && groups >= 2) && !p.is(start.wrapping_sub(1), Class::CURRENCY) {
        return aside(start..end, "phone");
    }
    // "555-010-TIPS": letters stand for digits.
    let lettered = p.hyphen(end) && p.is(end + 1, Class::UPPER) && groups >= 2 && dashes == groups - 1;
    if lettered {
        return aside(start..end + 2, "phone");
    }
    let short = dialled
        && groups == 1
        && (3..=11).contains(&digits)
        && matches!(
            p.lower(i.wrapping_sub(1)),
            "call"
                | "dial"
                | "text"
                | "to"
                | "on"
                | "phone"
                | "tel"
                | "telephone"
                | "fax"
                | ":"
                | "."
                | "number"
                | "hotline"
                | "helpline"
                | "at"
                | "ring"
                | "sms"
        );
    let counted = p.content(i + 1) && !p.glued(i + 1) || p.raw(i + 1) == "," && p.glued(i + 2);
    let alone = !counted && !p.is(i + 1, Class::PERCENT | Class::CURRENCY);
    if short && alone { aside(i..i + 1, "phone") } else { None }
}

/// "220 South Kestrel Avenue", "the 2900 block of Kestrel Avenue"
fn address(p: &Passage<'_>, i: usize) -> Option<Aside> {
    if p.lower(i + 1) == "block" && p.lower(i + 2) == "of" {
        return aside(i..i + 2, "identifier");
    }
    if p.raw(i).len() > 5 || !p.is(i + 1, Class::CAPITAL) && !p.is(i + 1, Class::DIGITS) {
        return None;
    }
    for at in i + 1..i + LONGEST_STREET {
        let named = p.is(at, Class::CAPITAL | Class::DIGITS) || matches!(p.lower(at), "th" | "st" | "nd" | "rd" | ".");
        if !named {
            return None;
        }
        let street = matches!(
            p.lower(at),
            "street"
                | "st"
                | "avenue"
                | "ave"
                | "road"
                | "rd"
                | "drive"
                | "dr"
                | "lane"
                | "ln"
                | "boulevard"
                | "blvd"
                | "highway"
                | "hwy"
                | "court"
                | "ct"
                | "parkway"
                | "pkwy"
                | "terrace"
                | "way"
        );
        if street && at > i + 1 && p.is(at, Class::CAPITAL) {
            return aside(i..i + 1, "identifier");
        }
    }
    None
}

/// "97th Avenue"
pub(crate) fn street(p: &Passage<'_>, i: usize) -> bool {
    p.is(i, Class::CAPITAL) && matches!(p.lower(i), "street" | "st" | "avenue" | "ave" | "road" | "rd")
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
                && !matches!(word, "sub" | "mid" | "pre" | "non" | "to" | "and" | "or" | "per" | "now" | "top");
        let name = (name || matches!(word, "last" | "covid" | "type" | "group" | "under"))
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
    let address = linked(p, i)
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

/// "1) …", "2. …" at the start of a line, "[3]".
fn listed(p: &Passage<'_>, i: usize) -> Option<Aside> {
    let short = p.raw(i).len() <= 2;
    let starts = p.is(i, Class::LINE_START) || i == p.start;
    let alone = p.end == i + 2 && i == p.start && p.raw(i + 1) == ".";
    if short && starts && (p.raw(i + 1) == ")" && p.glued(i + 1) || alone && p.is(i, Class::LINE_START)) {
        return aside(i..i + 1, "list-number");
    }
    let bracketed = p.raw(i.wrapping_sub(1)) == "[" && p.raw(i + 1) == "]" && p.raw(i).len() <= 3;
    if bracketed { aside(i - 1..i + 2, "footnote") } else { None }
}

/// What a quantity without a unit is by the words around it: "Article 4", "News 9", "iPhone 14", "World War Two".
pub(crate) fn named(p: &Passage<'_>, q: &Quantity) -> Option<Aside> {
    let (start, end) = (q.number.tokens.start, q.number.tokens.end);
    let before = start.wrapping_sub(1);
    let runs_on = p.glued(end) && p.is(end, Class::WORD) && q.number.digits;
    let grouped = q.number.tokens.len() > 1;
    if runs_on && q.unit == Unit::None && !grouped && !matches!(p.lower(end), "s") && !q.number.ordinal {
        // "737MAX", "9AB8", "5G": letters that are no unit. "4x4" goes on with digits.
        let mut last = end + 1;
        while p.glued(last) && p.is(last, Class::WORD | Class::DIGITS) {
            last += 1;
        }
        return aside(start..last, "identifier");
    }
    if q.unit != Unit::None
        || q.number.fraction.is_some()
        || q.number.implied.is_some()
        || q.number.magnitude.is_some()
        || q.number.ordinal
    {
        return None;
    }
    let simple = q.number.tokens.len() == 1;
    let word = p.lower(before);
    let noun = counted::phrase(p, end, Grammar::Plural)
        .filter(|f| counted::is_plural(p.lower(f.head)) && !p.is(f.head, Class::CAPITAL));
    let counts = noun.is_some() && !p.glued(end);
    // "11 Pro Max", "20 Ultra": what makers put behind a model's number.
    let model = simple
        && p.is(start, Class::DIGITS)
        && p.is(end, Class::CAPITAL)
        && matches!(p.lower(end), "pro" | "max" | "ultra" | "plus" | "mini" | "lite" | "se");
    if model {
        return aside(start..end + 1, "product");
    }
    if p.lower(end) == "s" && p.glued(end) && q.number.digits && p.is(before, Class::CAPITAL) && simple {
        return aside(before..end + 1, "product");
    }
    if let Some(&what) = LABELS.get(word).filter(|_| simple && !p.hyphen(end)) {
        let capital = p.raw(before).contains(|c: char| c.is_uppercase()) && before != p.start;
        let determined = matches!(
            p.lower(before.wrapping_sub(1)),
            "each"
                | "every"
                | "this"
                | "last"
                | "per"
                | "a"
                | "an"
                | "one"
                | "the"
                | "next"
                | "that"
                | "his"
                | "her"
                | "their"
                | "its"
        );
        let named = match what {
            "section-number" => !determined || capital,
            "identifier" => capital || !determined,
            _ => capital || !determined && !counts,
        };
        if named
            && (!counts || capital || what == "section-number" && p.is(before, Class::CAPITAL))
            && p.is(start, Class::DIGITS | Class::CAPITAL | Class::NUMBER)
        {
            let last = ranged(p, end);
            return aside(before..last, what);
        }
    }
    let spelled = p.is(start, Class::NUMBER);
    let no_name = Class::FUNCTION | Class::BOUND | Class::NUMBER | Class::MONTH | Class::WEEKDAY;
    let opens = p.is(before, Class::SPEECH) && before == p.start;
    let capital = p.is(before, Class::CAPITAL) && !p.is(before, no_name) && !opens;
    let title = headline(p);
    if simple && capital && !counts && !title && !p.hyphen(end) && (!spelled || p.is(start, Class::CAPITAL)) {
        let score = p.is(end, Class::CAPITAL) && !p.is(end, Class::FUNCTION) && p.is(end + 1, Class::DIGITS);
        let ranged = matches!(p.lower(end), "to" | "-") && p.is(end + 1, Class::DIGITS);
        if !score && !ranged {
            return aside(before..end, if spelled { "title" } else { "product" });
        }
    }
    // "the Big Four", "Seven Sisters Road" inside a sentence in small letters.
    if spelled
        && simple
        && p.is(start, Class::CAPITAL)
        && start > p.start
        && !title
        && !counts
        && !p.is(before, Class::QUOTE | Class::STOP | Class::DASH)
        && p.raw(before) != ":"
    {
        return aside(start..end, "title");
    }
    None
}

/// The end of "10-20", "10 to 20", "4 and 5" behind a label's number.
fn ranged(p: &Passage<'_>, end: usize) -> usize {
    let joins = p.hyphen(end) || matches!(p.lower(end), "to" | "and" | "or");
    if joins && p.is(end + 1, Class::DIGITS) && !p.content(end + 2) { end + 2 } else { end }
}

/// Whether nearly all words of the sentence have capitals, as in an American headline: capitals say nothing there.
fn headline(p: &Passage<'_>) -> bool {
    /// So many tokens are looked at.
    const SAMPLE: usize = 24;
    let long = |i: &usize| p.content(*i) && p.raw(*i).len() > 3;
    let tokens = p.start..p.end.min(p.start + SAMPLE);
    let (mut capital, mut small) = (0, 0);
    for i in tokens.filter(long) {
        if p.is(i, Class::CAPITAL) { capital += 1 } else { small += 1 }
    }
    capital > 2 && capital >= 3 * small
}

/// "no one", "one another", "the one", "one of the", "one by one", "at one point": no count.
pub(crate) fn pronoun(p: &Passage<'_>, q: &Quantity) -> bool {
    let start = q.number.tokens.start;
    let end = q.number.tokens.end;
    if q.number.tokens.len() != 1
        || p.lower(start) != "one"
        || q.signed.is_some()
        || q.unit != Unit::None && p.lower(end) != "day"
        || q.number.odds
    {
        return false;
    }
    let before = p.lower(start.wrapping_sub(1));
    let after = p.lower(end);
    let bounded = matches!(before, "only" | "just" | "least" | "than");
    if matches!(
        after,
        "of" | "another"
            | "by"
            | "would"
            | "is"
            | "s"
            | "'s"
            | "’s"
            | "day"
            | "who"
            | "that"
            | "which"
            | "to"
            | "or"
            | "and"
            | "time"
            | "point"
            | "way"
            | "hand"
            | "side"
            | "moment"
            | "stage"
    ) {
        let counts = (bounded || before == "the") && matches!(after, "day" | "time" | "way" | "side" | "hand")
            || matches!(after, "or" | "and" | "to") && p.is(end + 1, Class::NUMBER | Class::DIGITS);
        // "one side wins, the other loses" is a count, and so trivial that it is no loss.
        return !counts;
    }
    if p.hyphen(end) {
        return matches!(p.lower(end + 1), "on" | "off" | "time" | "sided" | "by" | "to" | "way" | "another")
            || p.hyphen(start.wrapping_sub(1));
    }
    if matches!(
        before,
        "no" | "the"
            | "this"
            | "that"
            | "which"
            | "each"
            | "every"
            | "any"
            | "another"
            | "some"
            | "a"
            | "an"
            | "new"
            | "previous"
            | "first"
            | "last"
            | "only"
            | "same"
            | "other"
            | "next"
            | "good"
            | "big"
            | "her"
            | "his"
            | "their"
            | "latter"
            | "right"
            | "wrong"
            | "second"
            | "old"
            | "better"
            | "best"
    ) {
        let noun = !p.glued(end) && counted::phrase(p, end, Grammar::Singular).is_some();
        return !(noun
            && matches!(before, "only" | "the" | "this" | "that" | "her" | "his" | "their" | "first" | "last" | "a"));
    }
    // A pronoun has no noun behind it: "when one considers", "one may ask".
    counted::phrase(p, end, Grammar::Singular).is_none() && !bounded
}
