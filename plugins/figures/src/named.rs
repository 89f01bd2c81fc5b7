//! Numbers that name and do not count: "Article 4", "News 9", "iPhone 14", "World War Two", and the pronoun "one".

use crate::aside::{Aside, aside};
use crate::counted::{self, Grammar};
use crate::lists::{AFTER, BEFORE, LABELS};
use crate::noun::is_plural;
use crate::passage::Passage;
use crate::quantity::{Quantity, Unit};
use crate::role::Role;
use copydesk_core::Class;

/// What a quantity without a unit is by the words around it: "Article 4", "News 9", "iPhone 14", "World War Two".
pub(crate) fn named(p: &Passage<'_>, q: &Quantity) -> Option<Aside> {
    let (start, end) = (q.number.tokens.start, q.number.tokens.end);
    let before = start.wrapping_sub(1);
    let runs_on = p.glued(end) && p.is(end, Class::WORD) && q.number.digits;
    let grouped = q.number.tokens.len() > 1;
    // "500ff", "30pp": small letters behind several digits are a unit that no list has.
    let unit = p.raw(start).len() > 1
        && p.raw(end).len() > 1
        && p.raw(end).bytes().all(|b| b.is_ascii_lowercase())
        && !(p.glued(end + 1) && p.is(end + 1, Class::WORD | Class::DIGITS | Class::DASH))
        && p.raw(start).bytes().all(|b| b.is_ascii_digit());
    if runs_on && q.unit == Unit::None && !grouped && p.lower(end) != "s" && !q.number.ordinal && !unit {
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
    // "a six-figure sum", "double-digit" and "two-digit growth" say how long the number is.
    if p.hyphen(end) && matches!(p.lower(end + 1), "figure" | "figures" | "digit" | "digits") {
        return aside(start..end + 2, "term");
    }
    // "They zero in on the dam."
    if word != "a" && p.lower(start) == "zero" && p.reads(end, &["in", "on"]) {
        return aside(start..end, "term");
    }
    let noun = counted::phrase(p, end, Grammar::Plural)
        .filter(|f| is_plural(p.lower(f.head)) && !p.is(f.head, Class::CAPITAL));
    let counts = noun.is_some() && !p.glued(end);
    // "ISO 3888-2", "EN 1176-1"
    if p.hyphen(end)
        && p.is(end + 1, Class::DIGITS)
        && p.is(before, Class::UPPER)
        && p.raw(before).len() > 1
        && !p.glued(start)
    {
        let mut last = end + 2;
        while p.hyphen(last) && p.is(last + 1, Class::DIGITS) {
            last += 2;
        }
        return aside(before..last, "identifier");
    }
    // "11 Pro Max", "20 Ultra": what makers put behind a model's number.
    let model = simple && p.is(start, Class::DIGITS) && p.is(end, Class::CAPITAL) && p.plays(end, Role::MODEL);
    if model {
        return aside(start..end + 1, "product");
    }
    if p.lower(end) == "s" && p.glued(end) && q.number.digits && p.is(before, Class::CAPITAL) && simple {
        return aside(before..end + 1, "product");
    }
    // "the S&P 500"
    if simple && p.raw(before.wrapping_sub(1)) == "&" && p.glued(before) && p.is(before, Class::CAPITAL) && !counts {
        return aside(before.saturating_sub(2).max(p.start)..end, "product");
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
        let score = tallied(p, start, end);
        let joins = p.lower(end) == "to" || p.is(end, Class::DASH) && p.glued(end) == p.glued(end + 1);
        let ranged = joins && p.is(end + 1, Class::DIGITS);
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
        && !matches!(p.raw(before), ":" | "(" | "[")
    {
        // "Orsen Five-0"
        let tail = if p.hyphen(end) && p.is(end + 1, Class::DIGITS) { 2 } else { 0 };
        return aside(start..end + tail, "title");
    }
    None
}

/// "no one", "one another", "the one", "one of the", "one by one", "at one point": no count.
pub(crate) fn pronoun(p: &Passage<'_>, q: &Quantity) -> Option<Aside> {
    let (start, end) = (q.number.tokens.start, q.number.tokens.end);
    let plain = q.number.tokens.len() == 1 && p.lower(start) == "one" && q.signed.is_none() && !q.number.odds;
    if !plain || q.unit != Unit::None && p.lower(end) != "day" {
        return None;
    }
    let before = p.lower(start.wrapping_sub(1));
    if stands_alone(p, start, end) {
        let from = start - usize::from(matches!(before, "no" | "the" | "this" | "that" | "any" | "each" | "every"));
        return aside(from..end, "pronoun");
    }
    None
}

/// Whether "one" at `start` is a pronoun or part of an idiom.
fn stands_alone(p: &Passage<'_>, start: usize, end: usize) -> bool {
    let before = p.lower(start.wrapping_sub(1));
    let after = p.lower(end);
    // "Only one of the dams broke" counts; "the Tesh is only one of the rivers" tells what it is.
    let tells =
        matches!(p.lower(start.wrapping_sub(2)), "is" | "was" | "are" | "were" | "be" | "been" | "'s" | "’s" | "as");
    let bounded = matches!(before, "only" | "just" | "least" | "than" | "exactly") && !(tells && after == "of");
    // "one-on-one talks": the second one.
    if p.hyphen(start.wrapping_sub(1)) && p.hyphen(start.wrapping_sub(3)) && p.lower(start.wrapping_sub(4)) == "one" {
        return true;
    }
    // "a separate one", "the only one strong enough": between the article and the pronoun stands an adjective.
    let article = matches!(p.lower(start.wrapping_sub(2)), "a" | "an" | "the" | "every" | "another");
    let noun = (!p.glued(end)).then(|| counted::phrase(p, end, Grammar::One)).flatten();
    let enough = noun.as_ref().is_some_and(|f| (f.head..f.head + 2).any(|at| p.lower(at) == "enough"));
    if article && before == "only" && (noun.is_none() || enough) {
        return true;
    }
    if article && p.content(start.wrapping_sub(1)) && noun.as_ref().is_none_or(|f| p.is(f.head, Class::CAPITAL)) {
        let stressed = BEFORE.at(p, start - 1).is_some_and(|(n, _)| n > 1) || p.plays(start - 1, Role::STRESS);
        if !stressed {
            return true;
        }
    }
    // "three were hurt and one died", "wounding two and killing one"
    let verb = usize::from(matches!(after, "was" | "is" | "remains" | "remained" | "has"));
    if is_casualty(before) || is_casualty(p.lower(end + verb)) {
        return matches!(before, "no" | "the" | "any" | "this" | "that" | "another");
    }
    // "one or more suspects"
    if AFTER.at(p, end).is_some() {
        return false;
    }
    let idiom = match after {
        // "at one time", "at one point", "on one hand"; but "one time they left", "one point behind"
        "time" | "point" | "stage" | "moment" => before == "at",
        "hand" | "side" => before == "on" || before == "the" && p.lower(start.wrapping_sub(2)) == "on",
        "way" => p.lower(end + 1) == "or",
        "day" => {
            !bounded && !matches!(before, "in" | "for" | "per" | "after" | "within" | "the" | "of" | "to" | "last")
        }
        "of" => !bounded,
        "another" | "by" | "would" | "is" | "s" | "'s" | "’s" | "who" | "that" | "which" => true,
        // "one or two", "one to three" count.
        "to" | "or" | "and" => !p.is(end + 1, Class::NUMBER | Class::DIGITS),
        _ => false,
    };
    if idiom || matches!(after, "time" | "point" | "stage" | "moment" | "hand" | "side" | "way" | "day") {
        return idiom;
    }
    if matches!(after, "to" | "or" | "and") {
        return false;
    }
    if p.hyphen(end) {
        return matches!(p.lower(end + 1), "on" | "off" | "time" | "sided" | "by" | "to" | "way" | "another")
            || p.hyphen(start.wrapping_sub(1));
    }
    let determined = Role::of(before).any(Role::CHOSEN);
    let noun = noun.is_some();
    if determined {
        let counts =
            matches!(before, "only" | "the" | "this" | "that" | "her" | "his" | "their" | "first" | "last" | "a");
        return !(noun && counts);
    }
    // A pronoun has no noun behind it: "when one considers", "one may ask".
    !noun && !bounded
}

/// What news says of the victims that it counts.
pub(crate) fn is_casualty(word: &str) -> bool {
    Role::of(word).any(Role::CASUALTY)
}

/// "Orlan 3 Kesh 1", "Quill 384, Tarn 300 and Voss 37": a number stands behind each of several names.
fn tallied(p: &Passage<'_>, start: usize, end: usize) -> bool {
    /// So many words has a name in such a list.
    const LONGEST_NAME: usize = 4;
    let name = |at: usize| p.is(at, Class::CAPITAL) && !p.is(at, Class::FUNCTION | Class::MONTH);
    // The number of the name before, where a comma or "and" stands between them: its token.
    let number_before = |at: usize| {
        let mut first = at.wrapping_sub(1);
        while first > p.start && at - first < LONGEST_NAME && name(first - 1) {
            first -= 1;
        }
        let conjunction = usize::from(p.lower(first.wrapping_sub(1)) == "and");
        let joint = first.wrapping_sub(1 + conjunction);
        let comma = p.raw(joint) == ",";
        let number = joint.wrapping_sub(usize::from(comma));
        let listed = p.is(number, Class::DIGITS) && name(number.wrapping_sub(1)) && (comma || conjunction > 0);
        listed.then_some((number, comma))
    };
    let came = number_before(start);
    let comma = usize::from(p.raw(end) == ",");
    let conjunction = usize::from(p.lower(end + comma) == "and");
    let next = end + comma + conjunction;
    let second = p.is(next + 1, Class::DIGITS) || comma > 0 && name(next + 1) && p.is(next + 2, Class::DIGITS);
    let goes_on = name(next) && second;
    // "News 9 and Windows 11" are two names; a list of results has more, or commas, or nothing between.
    match came {
        Some((_, true)) => true,
        Some((number, false)) => number_before(number).is_some(),
        None => goes_on && (comma > 0 || conjunction == 0),
    }
}

/// The end of "10-20", "10 to 20", "4 and 5" behind a label's number.
pub(crate) fn ranged(p: &Passage<'_>, end: usize) -> usize {
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
