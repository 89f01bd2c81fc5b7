//! The figures of an article that count people, by the tokens that they take.

use super::group::{Group, Told};
use super::phrase::is_person;
use copydesk_core::{Claimed, Class, Reading, Span, Value};

/// The figures of an article by their tokens.
pub(super) struct Figures<'r> {
    /// First token, one past the last, the claim; in order.
    list: Vec<(usize, usize, &'r Claimed)>,
}

/// Nouns of people, as the figures plugin normalises them, that say no more than that they are people.
const PEOPLE: [&str; 18] = [
    "person",
    "dead",
    "injured",
    "missing",
    "",
    "other",
    "more",
    "victim",
    "killed",
    "wounded",
    "adult",
    "male",
    "evacuated",
    "rescued",
    "detained",
    "arrested",
    "homeless",
    "displaced",
];

impl<'r> Figures<'r> {
    pub fn new(reading: &Reading<'_>, claims: &'r [Claimed]) -> Self {
        let figures = claims.iter().filter(|claimed| {
            claimed.claim.on == "figure" && !is_listed_age(reading, claimed) && !is_torn(reading, claimed.span)
        });
        let mut list: Vec<_> = figures
            .map(|claimed| {
                let tokens = reading.tokens_in(claimed.span);
                (tokens.start, tokens.end, claimed)
            })
            .collect();
        list.sort_by_key(|(start, end, _)| (*start, *end));
        Self { list }
    }

    /// The figure that begins at this token.
    pub fn at(&self, i: usize) -> Option<Group> {
        let place = self.list.partition_point(|(start, ..)| *start < i);
        self.list.get(place).filter(|(start, ..)| *start == i).and_then(group)
    }

    /// The figure that ends before this token.
    pub fn ending_at(&self, i: usize) -> Option<Group> {
        self.covering(i.checked_sub(1)?).filter(|(_, end, _)| *end == i).and_then(group)
    }

    /// The figure that this token is part of.
    pub fn covering(&self, i: usize) -> Option<&(usize, usize, &'r Claimed)> {
        let place = self.list.partition_point(|(start, ..)| *start <= i).checked_sub(1)?;
        self.list.get(place).filter(|(_, end, _)| *end > i)
    }
}

/// "ages 24, 25 and 41": each is an age, though only the first stands behind the word.
fn is_listed_age(reading: &Reading<'_>, claimed: &Claimed) -> bool {
    /// So many tokens of a list are walked back at the most: commas and numbers of ten ages.
    const LIST: usize = 20;
    let first = reading.tokens_in(claimed.span).start;
    let listed = |i: &usize| {
        reading.is(*i, Class::DIGITS | Class::NUMBER)
            || matches!(reading.lower(*i), "," | "and" | "from" | "to" | "between" | "of" | "-" | "–")
    };
    let word = (1..=LIST).map_while(|n| first.checked_sub(n)).find(|i| !listed(i));
    word.is_some_and(|i| matches!(reading.lower(i), "ages" | "aged" | "age"))
}

/// Whether a number was torn at its separator by whoever put the text together: "more than 1, 400", "$2. 5 million".
pub(crate) fn is_torn(reading: &Reading<'_>, span: Span) -> bool {
    let own = reading.tokens_in(span);
    let digits = |i: usize| reading.is(i, Class::DIGITS) && reading.raw(i).len() <= GROUP;
    // "$2. 5 million" is no sentence's end: nothing else sets a digit behind a digit and its stop.
    let torn = |sign: usize| {
        let thousands = reading.raw(sign) == "," && reading.raw(sign + 1).len() == GROUP;
        digits(sign.wrapping_sub(1))
            && digits(sign + 1)
            && !reading.glued(sign + 1)
            && (thousands || reading.raw(sign) == ".")
    };
    torn(own.end) || torn(own.start.wrapping_sub(1))
}

/// Digits between two separators.
const GROUP: usize = 3;

/// A figure of people; `None` for ages, money, and counts of things.
pub(super) fn group(figure: &(usize, usize, &Claimed)) -> Option<Group> {
    let (start, end, claimed) = figure;
    let Value::Amount { low, high, unit: None, approximate } = &claimed.claim.value else { return None };
    // A fraction counts nobody.
    let (low, high) = (*low, *high);
    if low.or(high).is_some_and(|end| end.whole().is_none()) {
        return None;
    }
    let about = claimed.claim.about.as_str();
    let people = PEOPLE.contains(&about);
    if !people && !is_person(about) && !about.starts_with("other") {
        return None;
    }
    let noun = (!people).then(|| about.to_owned());
    Some(Group {
        tokens: *start..*end,
        told: Told::Number,
        low,
        high,
        approximate: *approximate,
        stated: true,
        further: matches!(about, "other" | "more"),
        ordinal: None,
        noun,
    })
}
