//! Those who stand before a verb: "a man and two boys were killed", "Marta Quill, 41, of Port Mirel, was killed".

use super::figures::group;
use super::group::{Group, Told};
use super::phrase::{PHRASES, is_person};
use super::{Clause, GROUPS, NOUN_REACH};
use copydesk_core::{Class, Value};

/// How many tokens those who are counted may take: "a 23-year-old man from the town of Port Mirel in Orsenland".
const REACH: usize = 14;
/// From the second on.
const ORDINALS: [&str; 6] = ["second", "third", "fourth", "fifth", "sixth", "seventh"];

impl Clause<'_, '_> {
    /// Those who stand before `end`, the start of a verb group.
    pub fn ahead(&self, end: usize) -> Option<Group> {
        if self.lower(end.wrapping_sub(1)) == "who" {
            // "eight people, including Marta Quill, who was killed": who stands nearest.
            let comma = usize::from(self.lower(end.wrapping_sub(2)) == ",");
            return self.ending(end - 1 - comma);
        }
        let dashed = self.reading.is(end.wrapping_sub(1), Class::DASH).then(|| self.apposed(end)).flatten();
        let mut all = dashed.or_else(|| self.ending(end)).or_else(|| self.apposed(end))?;
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
                // A name before a comma is no part of a list without its age: "the suspect, named as Quill, and two others died".
                self.apposed(behind).or_else(|| self.ending(behind - 1).filter(|group| group.told != Told::Name))
            } else {
                self.ending(behind)
            };
            let more = more.filter(|group| self.joins(group));
            // "She and seven others were murdered."
            let known = |group: &Group| group.told != Told::Pronoun || all.further;
            let Some(more) = more.filter(|more| known(more) && all.told != Told::Pronoun) else { break };
            all = all.with(more)?;
        }
        Some(all)
    }

    /// Whether a group before "and" is told of by the same verb as the next: not where it has a verb of its own ("one man died and four
    /// others were injured", "three wounded and one dead"), nor where it is the place ("at the county court, and three").
    fn joins(&self, group: &Group) -> bool {
        let own = |i: usize| PHRASES.at(self.reading, i, self.sentence.end).is_some();
        let place = matches!(
            self.lower(group.tokens.start.wrapping_sub(1)),
            "at" | "in" | "near" | "outside" | "inside" | "by" | "from" | "with" | "as" | "to"
        );
        !place && !group.tokens.clone().any(own)
    }

    /// "Marta Quill, 41, of Port Mirel, was killed": who stands before the comma that opens what lies between.
    fn apposed(&self, end: usize) -> Option<Group> {
        let sign = self.lower(end.wrapping_sub(1));
        // "four others — a boy and three girls — were hurt"
        let dash = self.reading.is(end.wrapping_sub(1), Class::DASH);
        if sign != "," && !dash {
            return None;
        }
        // Two hyphens are one dash.
        let end = if dash && self.reading.is(end.wrapping_sub(2), Class::DASH) { end - 1 } else { end };
        let floor = self.sentence.start.max(end.saturating_sub(REACH));
        // A verb between belongs to another clause: "A woman was killed, and three men".
        let verb = |i: &usize| {
            matches!(self.lower(*i), "was" | "were" | "is" | "are" | "has" | "had" | "have" | "said" | "says")
        };
        let floor = (floor..end - 1).rev().find(verb).map_or(floor, |i| i + 1);
        (floor..end - 1)
            .rev()
            .filter(|&i| self.lower(i) == sign)
            .find_map(|open| self.ending(open).filter(|group| group.tokens.end == open || !group.stated))
    }

    /// The group whose words end before `end`.
    fn ending(&self, end: usize) -> Option<Group> {
        let last = end.checked_sub(1).filter(|last| self.sentence.contains(last))?;
        let word = self.lower(last);
        // "Four died at the scene and a fifth on the way": the fifth makes five.
        if let Some(place) = ORDINALS.iter().position(|ordinal| *ordinal == word)
            && self.lower(last.wrapping_sub(1)) == "a"
        {
            let ordinal = i64::try_from(place).ok().map(|place| place + 2);
            return Some(Group { further: true, ordinal, ..Group::one(Told::Noun, last - 1..end) });
        }
        match word {
            "he" | "she" => return Some(Group::one(Told::Pronoun, last..end)),
            "nobody" | "none" => return Some(Group::nobody(last..end)),
            "both" => return Some(Group::several(last..end, 2)),
            "one" if self.reading.is(last.wrapping_sub(1), Class::DASH) && self.lower(last.wrapping_sub(2)) == "no" => {
                return Some(Group::nobody(last - 2..end));
            }
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
                let spaced =
                    self.reading.is(start.wrapping_sub(1), Class::DASH) && self.lower(start.wrapping_sub(2)) == "no";
                if spaced || self.lower(start.wrapping_sub(1)) == "no" {
                    i = start - usize::from(spaced);
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
                | "before" | "because" | "if" | "including" | "several" | "many" | "multiple" | "was" | "were"
                | "is" | "are" | "has" | "had" | "have" | "been" | "said" | "says" => {
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
    pub fn determined(&self, i: usize, end: usize) -> Option<Group> {
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
}
