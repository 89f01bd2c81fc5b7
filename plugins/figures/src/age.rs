//! Ages told by the words around a number: "aged four", "Marta Quill, 71, said", "65 and over".

use crate::noun::is_plural;
use crate::number;
use crate::passage::Passage;
use crate::quantity::{Quantity, Unit};
use crate::role::Role;
use copydesk_core::{Class, Exact};

/// The oldest people live to so many years; a larger number between commas is no age.
const OLDEST: i64 = 120;

/// "aged four and nine", "at the age of 71", "Marta Quill, 71, said", "in his 40s".
pub(crate) fn age_by_context(p: &Passage<'_>, q: &mut Quantity, start: usize, end: usize) {
    let plausible = q.number.value.whole().is_some_and(|v| (0..=OLDEST).contains(&v))
        && q.number.fraction.is_none()
        && q.number.implied.is_none();
    let before = |n: usize| p.lower(start.wrapping_sub(n));
    if number::decade(p.lower(start)).is_some() {
        (q.unit, q.rule) = (Unit::Age("a"), "age-word");
        return;
    }
    if !plausible {
        return;
    }
    let word = |w: &str| matches!(w, "aged" | "age" | "ages");
    let told = word(before(1))
        || before(1) == "of" && before(2) == "age"
        || matches!(before(1), "between" | "from" | "under" | "over" | "around" | "about") && word(before(2))
        || matches!(before(1), "and" | "or" | "," | "to") && before(2) != "," && (2..=6).any(|n| before(n) == "aged")
        || before(1) == "at" && matches!(before(2), "dies" | "died" | "dead" | "die" | "dying") && !p.content(end)
        || over_or_under(p, start, end);
    match q.unit {
        Unit::None if told && !p.glued(end) | !p.is(end, Class::PERCENT) => {
            q.unit = Unit::Age("a");
            q.rule = "age-word";
        }
        Unit::Measure(code) if told && matches!(code, "a" | "mo" | "wk" | "d") => {
            q.unit = Unit::Age(code);
            q.rule = "age-word";
        }
        Unit::None => {
            let decade = p.lower(end) == "s"
                && p.glued(end)
                && matches!(before(1), "his" | "her" | "their" | "my" | "early" | "mid" | "late" | "-");
            if decade && q.number.value >= Exact::from(20) {
                let low = q.number.value;
                q.number.implied = low.plus(9.into()).map(|high| (low, high));
                q.unit = Unit::Age("a");
                q.rule = "age-word";
                return;
            }
            // "She will be 35", "who turned 18"
            let turns = matches!(before(1), "turned" | "turns" | "turning")
                || matches!(before(1), "is" | "was" | "be" | "'s" | "’s")
                    && (2..=3).any(|n| matches!(before(n), "he" | "she" | "who"));
            let later = p.is(end, Class::TEMPORAL | Class::MONTH | Class::WEEKDAY)
                || matches!(p.lower(end), "last" | "next" | "this");
            let alone = (!p.content(end) || later)
                && !p.is(end, Class::DIGITS | Class::PERCENT | Class::CURRENCY | Class::DASH)
                && !matches!(p.lower(end), "to" | "into" | "out" | "of" | "for" | "-" | "points" | "more");
            if turns
                && alone
                && q.number.value >= Exact::from(5)
                && q.tokens.len() <= 3
                && !p.is(start.wrapping_sub(1), Class::CURRENCY)
            {
                q.unit = Unit::Age("a");
                q.rule = "age-word";
                return;
            }
            let person = Role::of(before(2)).any(Role::RELATIVE);
            let name = person
                || p.is(start.wrapping_sub(2), Class::CAPITAL)
                    && !p.is(start.wrapping_sub(2), Class::MONTH | Class::WEEKDAY | Class::FUNCTION);
            // "Rab Quill Jr., 49, fled"
            let name = name || p.raw(start.wrapping_sub(2)) == "." && matches!(before(3), "jr" | "sr");
            let closed = p.raw(end) == ","
                || p.is(end, Class::STOP) && end + 1 >= p.end
                || p.raw(end) == ";"
                || p.raw(end) == ")";
            let adult = q.number.value.whole().is_some_and(|v| (1..=OLDEST).contains(&v)) && q.tokens.len() == 1;
            // "Rooms 4, 7, 9": a list of numbers is none of ages; the comma behind must not lead to another number.
            let lists = p.raw(end) == "," && p.is(end + 1, Class::DIGITS);
            if p.raw(start.wrapping_sub(1)) == "," && name && closed && adult && !lists && !p.glued(start) {
                q.unit = Unit::Age("a");
                q.rule = "age-comma";
            }
        }
        _ => {}
    }
}

/// "adults over 65", "children under five", "the over-65s", "under-18s".
fn over_or_under(p: &Passage<'_>, start: usize, end: usize) -> bool {
    let before = |n: usize| p.lower(start.wrapping_sub(n));
    let limit = |word: &str| matches!(word, "over" | "under" | "above" | "below");
    let group = limit(before(2)) && p.hyphen(start.wrapping_sub(1)) && p.lower(end) == "s" && p.glued(end);
    let persons = Role::of(before(2)).any(Role::PEOPLE);
    group || limit(before(1)) && persons && !p.content(end) && !p.glued(end)
}

/// "13 or younger", "residents 65 and over": the bound says that it is an age.
pub(crate) fn age_by_bound(p: &Passage<'_>, first: usize, end: usize, q: &mut Quantity) {
    let plausible = q.number.value.whole().is_some_and(|v| (0..=OLDEST).contains(&v));
    if q.unit != Unit::None || !plausible || !matches!(p.lower(end.wrapping_sub(2)), "or" | "and") {
        return;
    }
    let persons = || {
        let before = p.lower(first.wrapping_sub(1));
        matches!(before, "anyone" | "everyone" | "those" | "people" | "aged")
            || is_plural(before) && p.content(first.wrapping_sub(1))
    };
    let aged = match p.lower(end.wrapping_sub(1)) {
        "younger" | "older" => true,
        "over" | "under" | "up" | "above" => persons(),
        _ => false,
    };
    if aged {
        q.unit = Unit::Age("a");
        q.rule = "age-word";
    }
}
