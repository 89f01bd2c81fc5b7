//! Those who are counted: "three people", "a man and two boys", "Marta Quill, 41", "no one".

use super::phrase::is_person;
use super::{Clause, amount};
use copydesk_core::{Claimed, Class, Exact, Reading, Value};
use std::ops::Range;

/// By what a group is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    Number,
    Noun,
    Name,
    Pronoun,
}

/// A counted group of people.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub tokens: Range<usize>,
    pub told: Told,
    low: Option<Exact>,
    high: Option<Exact>,
    approximate: bool,
    /// A number stands there.
    pub stated: bool,
    /// "two others", "a third", "himself"
    pub further: bool,
    /// "a third victim": how many they are with those before.
    pub ordinal: Option<i64>,
    /// The noun that is counted where it is narrower than people.
    pub noun: Option<String>,
}

impl Group {
    pub fn one(told: Told, tokens: Range<usize>) -> Self {
        let (one, noun) = (Some(Exact::from(1)), None);
        Self {
            tokens,
            told,
            low: one,
            high: one,
            approximate: false,
            stated: false,
            further: false,
            ordinal: None,
            noun,
        }
    }

    /// "no one", "no injuries"
    pub fn nobody(tokens: Range<usize>) -> Self {
        let none = Some(Exact::from(0));
        Self { low: none, high: none, stated: true, ..Self::one(Told::Pronoun, tokens) }
    }

    pub fn several(tokens: Range<usize>, count: i64) -> Self {
        let count = Some(Exact::from(count));
        Self { low: count, high: count, stated: true, ..Self::one(Told::Pronoun, tokens) }
    }

    /// Whether it is one person.
    pub fn is_one(&self) -> bool {
        self.low == Some(Exact::from(1)) && self.high == self.low
    }

    /// Whether what is counted can be people at all.
    pub fn is_people(&self) -> bool {
        self.noun.is_none()
    }

    pub fn value(&self) -> Value {
        if !self.approximate && self.low == self.high && self.low == Some(Exact::from(1)) {
            return amount(1);
        }
        Value::Amount { low: self.low, high: self.high, unit: None, approximate: self.approximate }
    }

    /// "a man and two boys": both together.
    fn with(self, other: Self) -> Option<Self> {
        let sum = |a: Option<Exact>, b: Option<Exact>| match (a, b) {
            (Some(a), Some(b)) => a.plus(b).map(Some),
            _ => Some(None),
        };
        let noun = if self.noun == other.noun { self.noun.clone() } else { None };
        Some(Self {
            tokens: self.tokens.start.min(other.tokens.start)..self.tokens.end.max(other.tokens.end),
            low: sum(self.low, other.low)?,
            high: sum(self.high, other.high)?,
            approximate: self.approximate || other.approximate,
            stated: self.stated || other.stated,
            further: self.further && other.further,
            noun,
            ..self
        })
    }
}

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
        let figures = claims.iter().filter(|claimed| claimed.claim.on == "figure");
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
    fn covering(&self, i: usize) -> Option<&(usize, usize, &'r Claimed)> {
        let place = self.list.partition_point(|(start, ..)| *start <= i).checked_sub(1)?;
        self.list.get(place).filter(|(_, end, _)| *end > i)
    }
}

/// A figure of people; `None` for ages, money, and counts of things.
fn group(figure: &(usize, usize, &Claimed)) -> Option<Group> {
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

/// How many tokens those who are counted may take: "a 23-year-old man from the town of Port Mirel in Orsenland".
const REACH: usize = 14;
/// How many tokens may stand between "a" and the noun: "a 23-year-old off-duty police officer".
const NOUN_REACH: usize = 8;
/// How many groups are added up: "a man, two women and a boy".
const GROUPS: usize = 5;
/// From the second on.
const ORDINALS: [&str; 6] = ["second", "third", "fourth", "fifth", "sixth", "seventh"];

impl Clause<'_, '_> {
    /// Those who stand before `end`, the start of a verb group.
    pub fn ahead(&self, end: usize) -> Option<Group> {
        let end = if self.lower(end.wrapping_sub(1)) == "who" { end - 1 } else { end };
        let mut all = self.ending(end).or_else(|| self.apposed(end))?;
        let mut joined = false;
        for _ in 1..GROUPS {
            let start = all.tokens.start;
            let comma = |i: usize| self.lower(i) == ",";
            let back = match self.lower(start.wrapping_sub(1)) {
                "and" => 1,
                // A comma alone joins where an "and" was read already; else it sets something off: "a man, the driver, was killed".
                "," if joined => 1,
                _ => break,
            };
            let behind = start - back;
            joined = true;
            // "Marta Quill, 41, and her son": the comma before "and" closes what the first one opened.
            let more = if comma(behind.wrapping_sub(1)) {
                self.apposed(behind).or_else(|| self.ending(behind - 1))
            } else {
                self.ending(behind).filter(|group| group.tokens.end == behind)
            };
            let Some(more) = more.filter(|more| more.told != Told::Pronoun && all.told != Told::Pronoun) else { break };
            all = all.with(more)?;
        }
        Some(all)
    }

    /// "Marta Quill, 41, of Port Mirel, was killed": who stands before the comma that opens what lies between.
    fn apposed(&self, end: usize) -> Option<Group> {
        if self.lower(end.wrapping_sub(1)) != "," {
            return None;
        }
        let floor = self.sentence.start.max(end.saturating_sub(REACH));
        // A verb between belongs to another clause: "A woman was killed, and three men".
        let verb = |i: &usize| {
            matches!(self.lower(*i), "was" | "were" | "is" | "are" | "has" | "had" | "have" | "said" | "says")
        };
        let floor = (floor..end - 1).rev().find(verb).map_or(floor, |i| i + 1);
        (floor..end - 1)
            .rev()
            .filter(|&i| self.lower(i) == ",")
            .find_map(|comma| self.ending(comma).filter(|group| group.tokens.end == comma || !group.stated))
    }

    /// The group whose words end before `end`.
    fn ending(&self, end: usize) -> Option<Group> {
        let last = end.checked_sub(1).filter(|last| self.sentence.contains(last))?;
        let word = self.lower(last);
        match word {
            "he" | "she" => return Some(Group::one(Told::Pronoun, last..end)),
            "nobody" | "none" => return Some(Group::nobody(last..end)),
            "both" => return Some(Group::several(last..end, 2)),
            "one" if self.lower(last.wrapping_sub(1)) == "no" => return Some(Group::nobody(last - 1..end)),
            "dead" | "else" | "they" | "who" | "it" => return None,
            _ => {}
        }
        // "no one else in the house"
        let floor = self.sentence.start.max(end.saturating_sub(REACH));
        let mut i = end;
        while i > floor {
            i -= 1;
            if let Some((start, _, claimed)) = self.figures.covering(i) {
                let start = (*start).max(self.sentence.start);
                // "no one" was read as a number where figures took it for one.
                if self.lower(start.wrapping_sub(1)) == "no" {
                    i = start;
                    continue;
                }
                // "one of the two officers", "all of the four"
                let whole = start - usize::from(matches!(self.lower(start.wrapping_sub(1)), "the" | "those" | "these"));
                if self.lower(whole.wrapping_sub(1)) == "of" {
                    i = whole;
                    continue;
                }
                if let Some(group) = group(&(start, i + 1, claimed)) {
                    // "two of those shot" are a part of them.
                    let part = self.lower(i + 1) == "of" && i + 1 < end;
                    return Some(Group { tokens: start..end, stated: !part, ..group });
                }
                // "a man in his 20s", "a 41-year-old man"
                if !matches!(&claimed.claim.value, Value::Amount { unit: Some(unit), .. } if unit == "a") {
                    return None;
                }
                i = start;
                continue;
            }
            let word = self.lower(i);
            let class = self.reading.class(i);
            match word {
                "one" if self.lower(i.wrapping_sub(1)) == "no" => {}
                "a" | "an" | "another" | "his" | "her" | "their" | "the" | "this" | "that" | "one" | "'s" | "’s" => {
                    if let Some(group) = self.determined(i, end) {
                        return Some(Group { tokens: i..end, ..group });
                    }
                    if matches!(word, "that" | "his" | "her") {
                        return None;
                    }
                }
                "no" => {
                    let has = |words: &[&str]| (i + 1..end).any(|j| words.contains(&self.lower(j)));
                    // "no one else in the house", "no other person"
                    let nobody = has(&["people", "person", "one"]) && !has(&["else", "other"]);
                    return nobody.then(|| Group::nobody(i..end));
                }
                "and" | "or" | "but" | "," | "when" | "after" | "while" | "as" | "which" | "where" | "who"
                | "before" | "because" | "if" | "several" | "many" | "multiple" | "was" | "were" | "is" | "are"
                | "has" | "had" | "have" | "been" | "said" | "says" => {
                    return self.named(i + 1, end).or_else(|| self.bare(i + 1, end));
                }
                _ if class.any(Class::STOP | Class::QUOTE) || matches!(word, ";" | ":" | "(" | ")" | "—" | "–") => {
                    return self.named(i + 1, end).or_else(|| self.bare(i + 1, end));
                }
                _ if class.any(Class::SPEECH) && !class.any(Class::CAPITAL) => return self.named(i + 1, end),
                _ => {}
            }
        }
        self.named(i, end).or_else(|| self.bare(i, end))
    }

    /// "a 23-year-old man from Port Mirel", "his wife", "the driver", "Quill's brother"
    fn determined(&self, i: usize, end: usize) -> Option<Group> {
        let last = end.min(i + 1 + NOUN_REACH);
        // "a fifth victim": there were four before.
        let ordinal = ORDINALS.iter().position(|word| *word == self.lower(i + 1));
        let noun = (i + 1..last)
            .take_while(|&j| {
                !matches!(self.lower(j), "of" | "in" | "at" | "from" | "," | "and" | "to" | "on" | "with" | "who")
            })
            .filter(|&j| is_person(self.lower(j)))
            .last()?;
        // "the driver side", "a police officer": the noun is the last of its phrase.
        let next = self.reading.class(noun + 1);
        if noun + 1 < end && !next.any(Class::FUNCTION | Class::SIGN | Class::CAPITAL | Class::NUMBER | Class::DIGITS) {
            return None;
        }
        let further = ordinal.is_some() || self.lower(i) == "another" || self.lower(i + 1) == "other";
        let ordinal = ordinal.filter(|_| self.lower(i) == "a").and_then(|place| i64::try_from(place).ok());
        Some(Group { further, ordinal: ordinal.map(|place| place + 2), ..Group::one(Told::Noun, i..noun + 1) })
    }

    /// "Marta Quill": a name at the end of a stretch, and two where they are joined.
    fn named(&self, start: usize, end: usize) -> Option<Group> {
        let mut last = end;
        // "Quill, 41," leaves "Quill".
        let name = |i: usize| {
            let class = self.reading.class(i);
            class.all(Class::WORD | Class::CAPITAL)
                && !class.any(Class::FUNCTION | Class::MONTH | Class::WEEKDAY | Class::TITLE)
        };
        if last > start && matches!(self.lower(last - 1), "jr" | "sr" | ".") {
            last -= 1;
        }
        let first = (start..last).rev().take_while(|&i| name(i) || self.lower(i) == "-").last()?;
        // One capital at the start of a sentence is any word; a name has two, or stands within.
        let inner = first > self.sentence.start || last - first > 1;
        let known = !matches!(
            self.lower(last - 1),
            "police"
                | "authorities"
                | "officials"
                | "deputies"
                | "officers"
                | "people"
                | "others"
                | "victims"
                | "department"
        );
        (inner && known).then(|| Group::one(Told::Name, first..end))
    }

    /// "Man killed in crash": a headline leaves the article out.
    fn bare(&self, start: usize, end: usize) -> Option<Group> {
        let begins = start == self.sentence.start
            || self.lower(start.wrapping_sub(1)) == ":"
            || self.lower(start.wrapping_sub(1)) == ",";
        let noun = end.checked_sub(1).filter(|&i| i >= start && is_person(self.lower(i)))?;
        (begins && noun - start < NOUN_REACH).then(|| Group::one(Told::Noun, start..end))
    }

    /// Those who stand behind a verb, from `start` on: "killed a man and two boys".
    pub fn behind(&self, start: usize) -> Option<Group> {
        let mut all = self.starting(start)?;
        // Joined by commas only, so far: a list if an "and" follows.
        let mut listed: Option<Group> = None;
        for _ in 1..GROUPS {
            let last = listed.as_ref().unwrap_or(&all);
            let (told, end) = (last.told, self.set_off(last));
            let joint = match (self.lower(end), self.lower(end + 1)) {
                // "Killing two, and a suspect is sought": a comma before "and" joins lists only.
                (",", "and") if listed.is_some() => 2,
                ("and" | ",", _) => 1,
                _ => break,
            };
            // "a father and son": the second goes without an article.
            let bare =
                || is_person(self.lower(end + joint)).then(|| Group::one(Told::Noun, end + joint..end + joint + 1));
            let Some(more) = self.starting(end + joint).or_else(bare) else { break };
            if self.lower(end) == "," && joint == 1 {
                if more.told != told {
                    break;
                }
                listed = Some(listed.unwrap_or_else(|| all.clone()).with(more)?);
            } else {
                all = listed.take().unwrap_or(all).with(more)?;
            }
        }
        Some(all)
    }

    /// Behind what is set off by commas after a group: "his wife, Marta Quill, and", "Marta Quill, 41, and".
    fn set_off(&self, group: &Group) -> usize {
        let end = group.tokens.end;
        if self.lower(end) != "," || group.told == Told::Number {
            return end;
        }
        let closes = |i: &usize| matches!(self.lower(*i), "," | "and" | "." | "");
        let Some(close) = (end + 1..end + 1 + NOUN_REACH).find(closes).filter(|close| *close > end + 1) else {
            return end;
        };
        let aged = self.reading.is(close - 1, Class::DIGITS);
        let named = group.told == Told::Noun && self.reading.is(end + 1, Class::CAPITAL);
        match self.lower(close) {
            "," if aged || named => {
                if self.lower(close + 1) == "and" {
                    close + 1
                } else {
                    close
                }
            }
            "and" if aged => close,
            _ => end,
        }
    }

    fn starting(&self, start: usize) -> Option<Group> {
        let mut i = start;
        // "killing at least", "killed as many as": what the figure has not taken in.
        while i < start + 3 && self.reading.is(i, Class::BOUND) && self.figures.at(i).is_none() {
            i += 1;
        }
        if let Some(group) = self.figures.at(i) {
            let end = group.tokens.end;
            // "injured one of the family's dogs"
            if self.lower(end) == "of" && !(end + 1..end + 1 + NOUN_REACH).any(|j| self.is_people(j)) {
                return None;
            }
            let part = self.lower(end) == "of";
            return Some(Group { tokens: i..self.noun_end(end), stated: !part, ..group });
        }
        match self.lower(i) {
            "himself" | "herself" | "self" => {
                return Some(Group { further: true, ..Group::one(Told::Noun, i..i + 1) });
            }
            "him" => return Some(Group::one(Told::Pronoun, i..i + 1)),
            "nobody" => return Some(Group::nobody(i..i + 1)),
            "no" if self.lower(i + 1) == "one" && self.lower(i + 2) != "else" => return Some(Group::nobody(i..i + 2)),
            "both" => return Some(Group::several(i..i + 1, 2)),
            "a" | "an" | "another" | "his" | "her" | "their" | "the" | "one" => {
                if let Some(group) = self.determined(i, (i + NOUN_REACH).min(self.sentence.end)) {
                    return Some(group);
                }
                // "his two sons"
                if let Some(group) = self.figures.at(i + 1) {
                    return Some(Group { tokens: i..self.noun_end(group.tokens.end), ..group });
                }
                // "killing one and wounding another", "and injuring a third"
                let alone = |j: usize| !self.reading.is(j, Class::WORD) || self.reading.is(j, Class::FUNCTION);
                let further = self.lower(i) != "one";
                return match self.lower(i) {
                    "another" | "one" if alone(i + 1) => Some(Group { further, ..Group::one(Told::Noun, i..i + 1) }),
                    "a" if matches!(self.lower(i + 1), "second" | "third" | "fourth" | "fifth") && alone(i + 2) => {
                        Some(Group { further, ..Group::one(Told::Noun, i..i + 2) })
                    }
                    "her" if alone(i + 1) => Some(Group::one(Told::Pronoun, i..i + 1)),
                    _ => None,
                };
            }
            _ => {}
        }
        let name = |j: usize| {
            let class = self.reading.class(j);
            let word =
                class.all(Class::WORD | Class::CAPITAL) && !class.any(Class::FUNCTION | Class::MONTH | Class::WEEKDAY);
            self.sentence.contains(&j) && (word || class.any(Class::QUOTE) && self.reading.is(j + 1, Class::CAPITAL))
        };
        let end = (i..i + REACH).find(|&j| !name(j)).unwrap_or(i);
        // "killed Brisca County bailiffs": what follows is the noun.
        let noun = self.reading.class(end).any(Class::WORD)
            && !self.reading.class(end).any(Class::FUNCTION | Class::TEMPORAL)
            && !self.lower(end).ends_with("ly");
        (end > i && !noun).then(|| Group::one(Told::Name, i..end))
    }

    /// "the gunman", "suspect": who did it, as far as the noun tells.
    pub fn did_it(&self, group: &Group) -> bool {
        const DOERS: [&str; 8] =
            ["gunman", "shooter", "attacker", "assailant", "bomber", "suspect", "perpetrator", "assassin"];
        group.told == Told::Noun && !group.stated && group.tokens.clone().any(|i| DOERS.contains(&self.lower(i)))
    }

    /// Whether the token names people: "victims", "them".
    fn is_people(&self, i: usize) -> bool {
        let word = self.lower(i);
        is_person(word)
            || matches!(word, "them" | "people" | "men" | "women" | "children" | "police" | "deputies")
            || word.strip_suffix('s').is_some_and(is_person)
    }

    /// Behind the noun of a group that begins before `from`.
    fn noun_end(&self, from: usize) -> usize {
        let last = self.sentence.end.min(from + NOUN_REACH);
        let ends = |&i: &usize| {
            self.reading.is(i, Class::FUNCTION) || self.reading.is(i, Class::SIGN) && !self.reading.is(i, Class::DASH)
        };
        (from..last).find(ends).unwrap_or(last)
    }
}
