//! Tolls: how many people something befell, as the article tells it.
//!
//! News seldom tells a toll as a number with its noun. "A man was shot dead and two others wounded" has one number for two
//! tolls; "killed three people before killing himself" is four; "no one was hurt" is nought. This module reads the phrases of
//! `words/tolls.txt` with whoever stands before or behind them, and picks out of an article's mentions of one act the article's own
//! toll: parts of it ("one of the wounded"), and other events in the background ("the 12 killed last year") aren't compared.

mod ahead;
mod behind;
mod figures;
mod group;
mod own;
mod phrase;

use copydesk_core::lang::en::inflection::is_adverb;
use copydesk_core::{Claimed, Class, Exact, Reading, Span, Value};
use figures::Figures;
use group::{Group, Told};
use jiff::civil::Date;
use phrase::{Grammar, PHRASES, Phrase};
use std::ops::Range;

pub(crate) use figures::is_torn;
pub(crate) use own::own;
pub(crate) use phrase::{is_act, is_person};

/// One place that tells how many people an act befell.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    /// `killed`, `injured`, `missing` …
    pub act: &'static str,
    /// How many.
    pub value: Value,
    /// The number, or those who are counted: "a man".
    pub span: Span,
    /// The sentence.
    pub sentence: usize,
    /// A number tells it, and not "a man".
    pub stated: bool,
    /// "a man", "his wife", and not "he", "the man", who was told of before.
    pub new: bool,
    /// It may be part of another toll, or come to nothing: "taken to hospital".
    pub weak: bool,
    /// Others than those told before: "a third", "two others".
    pub further: bool,
    /// Whoever did it to himself: "before killing himself".
    pub itself: bool,
    /// The verb is active and so leaves out who did it: "killed two people".
    pub active: bool,
    /// What the toll was before: "up from 17 on Sunday".
    pub earlier: bool,
    /// What else happened, or happens, at other times and places.
    pub background: bool,
    /// The sentence says whom the number takes in: "four people died, including the gunman".
    pub including: bool,
    /// "A fifth victim died": those before are taken in.
    pub ordinal: bool,
    /// The number is of some whom a noun tells apart: "two officers", "three children".
    pub narrow: bool,
    /// Whoever did it may be among them: "killed three people and himself", "including the gunman", "he was shot dead by police".
    pub with_doer: bool,
}

impl Mention {
    /// Whether there may have been more: "at least four", "a man", "two officers", "four were taken to hospital".
    pub fn is_least(&self) -> bool {
        !self.stated || self.weak || self.narrow || matches!(self.value, Value::Amount { high: None, .. })
    }
}

/// Who is killed by them did it, mostly: "before he was shot dead by police".
const POLICE: [&str; 6] = ["police", "officers", "deputies", "troopers", "soldiers", "guards"];

/// How badly somebody was hurt: "no one was seriously injured" says that some were hurt, or may have been.
const DEGREES: [&str; 7] = ["seriously", "critically", "badly", "severely", "gravely", "fatally", "life-threateningly"];

/// Words for whoever did it, as far as the noun tells.
const DOERS: [&str; 8] = ["gunman", "shooter", "attacker", "assailant", "bomber", "suspect", "perpetrator", "assassin"];

/// Every mention of a toll in an article, in order; `aside` tells sentences that are none of the article's own.
pub(crate) fn mentions(
    reading: &Reading<'_>,
    claims: &[Claimed],
    published: Option<Date>,
    aside: impl Fn(Span) -> bool,
) -> Vec<Mention> {
    let figures = Figures::new(reading, claims);
    let mut mentions: Vec<Mention> = Vec::new();
    for (number, sentence) in reading.sentences().iter().enumerate() {
        let first = mentions.len();
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let Some((phrase, len)) = PHRASES.at(reading, i, sentence.tokens.end) else {
                i += 1;
                continue;
            };
            let clause = Clause { reading, figures: &figures, sentence: sentence.tokens.clone() };
            for (group, earlier) in clause.told(phrase, i, len) {
                let new = matches!(group.told, Told::Number | Told::Name)
                    || !matches!(
                        reading.lower(group.tokens.start),
                        "the" | "he" | "she" | "him" | "her" | "this" | "that"
                    );
                // "A fifth victim died": five in all. Of the wounded it says less: the four may be dead.
                let all = group.ordinal.filter(|_| phrase.grammar == Grammar::Suffer && phrase.act == "killed");
                mentions.push(Mention {
                    act: phrase.act,
                    value: all.map_or_else(|| group.value(), amount),
                    span: reading.span(group.tokens.clone()),
                    sentence: number,
                    stated: group.stated,
                    new,
                    weak: matches!(phrase.grammar, Grammar::Care | Grammar::Hit),
                    further: group.further && all.is_none(),
                    itself: phrase.grammar == Grammar::Itself
                        || matches!(reading.lower(group.tokens.start), "himself" | "herself")
                        || group.is_one() && clause.did_it(&group),
                    active: group.tokens.start >= i + len,
                    earlier,
                    background: false,
                    including: false,
                    ordinal: all.is_some(),
                    narrow: group.noun.is_some(),
                    with_doer: group.tokens.clone().any(|i| DOERS.contains(&reading.lower(i)))
                        || reading.lower(i + len) == "by" && POLICE.contains(&reading.lower(i + len + 1)),
                });
            }
            i += len;
        }
        if mentions.len() > first && aside(sentence.span) {
            mentions.truncate(first);
        }
        let told = mentions.get_mut(first..).unwrap_or_default();
        if told.is_empty() {
            continue;
        }
        let background = background(reading, sentence.tokens.clone(), published);
        let including = sentence.tokens.clone().any(|i| matches!(reading.lower(i), "including" | "among"));
        let doer = sentence.tokens.clone().any(|i| DOERS.contains(&reading.lower(i)) || reading.lower(i) == "himself");
        for mention in told.iter_mut() {
            (mention.background, mention.including) = (background, including);
            mention.with_doer |= including && doer;
        }
        // "He was taken to hospital, where he died."
        if told.iter().any(|mention| mention.act == "killed") {
            let mut place = 0;
            mentions.retain(|mention| {
                place += 1;
                place <= first || !mention.weak
            });
        }
    }
    mentions
}

/// Words of a sentence that tells of other events, or of many: "the 40th homicide this year", "in separate shootings".
const BACKGROUND: [&[&str]; 25] = [
    &["in", "the", "line", "of", "duty"],
    &["outbreak"],
    &["this", "year"],
    &["last", "year"],
    &["a", "year"],
    &["each", "year"],
    &["every", "year"],
    &["per", "year"],
    &["so", "far"],
    &["years", "ago"],
    &["nationwide"],
    &["annually"],
    &["statistics"],
    &["since", "january"],
    &["every", "day"],
    &["a", "day"],
    &["in", "recent", "years"],
    &["on", "average"],
    &["separate"],
    &["unrelated"],
    &["series", "of"],
    &["last", "summer"],
    &["last", "winter"],
    &["across", "the", "city"],
    &["throughout", "the", "city"],
];

fn background(reading: &Reading<'_>, tokens: Range<usize>, published: Option<Date>) -> bool {
    let says = |i: usize, words: &[&str]| words.iter().enumerate().all(|(k, word)| reading.lower(i + k) == *word);
    // A year that is not the article's own: "the 2009 crash that killed nine".
    let other_year = |i: usize| {
        let year = Some(reading.raw(i)).filter(|raw| raw.len() == 4 && reading.is(i, Class::DIGITS));
        let year = year.and_then(|raw| raw.parse::<i16>().ok()).filter(|year| YEARS.contains(year));
        year.zip(published).is_some_and(|(year, published)| year != published.year())
    };
    // "in 17 shootings across the city", "in weekend shootings": more than one event.
    let many = |i: usize| {
        let round = |j: usize| {
            matches!(
                reading.lower(j),
                "in" | "from" | "after" | "throughout" | "pair" | "string" | "several" | "multiple"
            ) || reading.is(j, Class::NUMBER | Class::DIGITS) && !matches!(reading.lower(j), "one" | "1")
        };
        EVENTS.contains(&reading.lower(i)) && (tokens.start.max(i.saturating_sub(EVENT_REACH))..i).any(round)
    };
    tokens.clone().any(|i| other_year(i) || many(i) || BACKGROUND.iter().any(|words| says(i, words)))
}

/// Events, in the plural, of which each has a toll of its own.
const EVENTS: [&str; 9] =
    ["shootings", "stabbings", "crashes", "accidents", "incidents", "attacks", "bombings", "fires", "collisions"];
/// How many tokens before such a word "in" or a number stands: "in South Side shootings", "three overnight shootings".
const EVENT_REACH: usize = 5;

/// Four digits in this range are a year.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2099;

/// A sentence in which a phrase stands.
struct Clause<'r, 'a> {
    reading: &'r Reading<'a>,
    figures: &'r Figures<'r>,
    sentence: Range<usize>,
}

impl Clause<'_, '_> {
    /// "the gunman", "suspect": who did it.
    fn did_it(&self, group: &Group) -> bool {
        group.told == Told::Noun && !group.stated && group.tokens.clone().any(|i| DOERS.contains(&self.lower(i)))
    }
}

/// How many tokens those who are counted may have before their noun: "a 23-year-old off-duty police officer".
const NOUN_REACH: usize = 8;
/// How many groups are added up: "a man, two women and a boy".
const GROUPS: usize = 5;

/// How many tokens a verb group may have before its last verb: "have also reportedly been".
const VERB_GROUP: usize = 6;

impl Clause<'_, '_> {
    fn lower(&self, i: usize) -> &str {
        if self.sentence.contains(&i) { self.reading.lower(i) } else { "" }
    }

    /// Those of whom the phrase at `i` tells.
    fn told(&self, phrase: &Phrase, i: usize, len: usize) -> Vec<(Group, bool)> {
        if phrase.grammar == Grammar::Toll {
            return self.toll(i + len);
        }
        let told = self.one_told(phrase.grammar, i, len);
        // "No one was seriously injured": some were, then.
        let degree = (i.saturating_sub(1)..i).any(|j| DEGREES.contains(&self.lower(j)));
        told.filter(|group| !(degree && group.is_nobody())).map(|group| (group, false)).into_iter().collect()
    }

    fn one_told(&self, grammar: Grammar, i: usize, len: usize) -> Option<Group> {
        match grammar {
            Grammar::Befall | Grammar::Hit => self.befell(i, len),
            Grammar::Do | Grammar::Of => self.behind(i + len),
            Grammar::Itself => {
                // "later tried to take her own life"
                let tried = |j: usize| {
                    matches!(self.lower(j), "tried" | "tries" | "trying")
                        || self.lower(j).starts_with("attempt")
                        || self.lower(j).starts_with("threat")
                };
                let failed = (i.saturating_sub(VERB_GROUP)..i).any(tried);
                (!failed).then(|| Group::one(Told::Noun, i..i + len))
            }
            Grammar::Suffer | Grammar::Care => self.subject(i).and_then(|verb| self.ahead(verb.start)),
            Grammar::State => self.state(i, len),
            Grammar::Toll => None,
        }
    }

    /// "two were killed", "two killed in a crash", "killed two"
    fn befell(&self, i: usize, len: usize) -> Option<Group> {
        let verb = self.subject(i)?;
        if verb.passive {
            return self.ahead(verb.start);
        }
        if let Some(object) = self.behind(i + len) {
            // "It could have hit her and killed her", "if they killed a man".
            let may = |j: usize| matches!(self.lower(j), "could" | "would" | "might" | "may" | "if" | "to" | "not");
            return (!(i.saturating_sub(VERB_GROUP)..i).any(may)).then_some(object);
        }
        // "Three men killed in crash": nothing that could be the object follows.
        let next = self.reading.class(i + len);
        let aimed = matches!(self.lower(i + len), "into" | "at" | "toward" | "towards" | "back");
        let free = i + len >= self.sentence.end
            || next.any(Class::FUNCTION | Class::SIGN | Class::TEMPORAL)
            || is_adverb(self.lower(i + len));
        let determiner = matches!(
            self.lower(i + len),
            "the" | "his" | "her" | "their" | "its" | "many" | "several" | "all" | "them" | "him"
        );
        if aimed || !free || determiner || verb.start < i && self.lower(i - 1) == "who" {
            return None;
        }
        self.ahead(verb.start)
    }

    /// "two dead", "two people are dead", "no injuries", "the dead are 17"
    fn state(&self, i: usize, len: usize) -> Option<Group> {
        if matches!(self.lower(i + len), "are" | "were" | "number" | "numbered")
            && let Some(group) = self.figures.at(i + len + 1)
        {
            return Some(group);
        }
        let noun = self.lower(i);
        if matches!(noun, "deaths" | "death" | "fatalities" | "fatality" | "injuries" | "injury") {
            // "no injuries were reported"; "no other injuries" tells nothing of the first.
            let zero = self.lower(i.wrapping_sub(1)) == "no";
            return if zero {
                Some(Group::nobody(i - 1..i + 1))
            } else {
                self.figures.ending_at(i).filter(|group| group.is_people())
            };
        }
        if matches!(noun, "fatally" | "mortally") {
            return self.figures.ending_at(i);
        }
        let verb = self.subject(i)?;
        self.ahead(verb.start)
    }

    /// "the death toll rose to 23", and what it was before: "which stood at 17 on Sunday", "up from 17", marked so.
    fn toll(&self, from: usize) -> Vec<(Group, bool)> {
        /// How far the number may stand.
        const REACH: usize = 8;
        /// How long a clause between may be, or behind.
        const ASIDE: usize = 24;
        let stop = |i: &usize| matches!(self.lower(*i), "," | ";" | "." | "");
        let people = |i: usize| self.figures.at(i).filter(Group::is_people);
        let mut told = Vec::new();
        let aside = self.lower(from) == "," && matches!(self.lower(from + 1), "which" | "put" | "now");
        let close = (from + 1..from + ASIDE).filter(|_| aside).find(stop);
        told.extend((from..close.unwrap_or(from)).filter_map(people).map(|group| (group, true)));
        let from = close.map_or(from, |close| close + 1);
        let own = (from..from + REACH).take_while(|i| !stop(i)).filter_map(people).last();
        let up_from = |i: &usize| matches!(self.lower(*i), "up" | "down") && self.lower(i + 1) == "from";
        if let Some(before) = own.as_ref().and_then(|own| (own.tokens.end..own.tokens.end + REACH).find(up_from)) {
            told.extend(people(before + 2).map(|group| (group, true)));
        }
        told.extend(own.map(|own| (own, false)));
        told
    }

    /// The verb group that ends before `i`; `None` where it says that it did not, or may not, happen.
    fn subject(&self, i: usize) -> Option<Verb> {
        let mut verb = Verb { start: i, passive: false };
        while verb.start > self.sentence.start && i - verb.start < VERB_GROUP {
            let word = self.lower(verb.start - 1);
            match word {
                "was" | "were" | "been" | "being" | "be" | "is" | "are" | "got" | "gets" | "getting" => {
                    verb.passive = true
                }
                "has" | "have" | "had" | "also" | "later" | "then" | "either" | "both" | "each" | "all"
                | "reported" | "shot" | "struck" | "stabbed" | "hit" | "beaten" | "still" | "now" | "already"
                | "feared" | "believed" | "presumed" | "confirmed" | "and" | "apparently" | "even" | "soon"
                | "listed" | "left" | "leaving" | "leaves" | "remain" | "remains" | "remained" | "'ve" | "’ve" => {
                    // "One man was killed and another wounded": and joins verbs only.
                    let joins =
                        |word: &str| matches!(word, "shot" | "struck" | "stabbed" | "hit" | "beaten" | "wounded");
                    if word == "and" && !joins(self.lower(verb.start.wrapping_sub(2))) {
                        break;
                    }
                }
                "could" | "would" | "might" | "may" | "will" | "should" | "not" | "never" | "to" | "n't" | "n’t"
                | "can" => return None,
                _ if is_adverb(word) => {}
                _ => break,
            }
            verb.start -= 1;
        }
        Some(verb)
    }
}

/// A verb group.
struct Verb {
    /// Its first token.
    start: usize,
    passive: bool,
}

/// A count as a value.
fn amount(count: i64) -> Value {
    let exact = Some(Exact::from(count));
    Value::Amount { low: exact, high: exact, unit: None, approximate: false }
}

#[cfg(test)]
mod tests;
