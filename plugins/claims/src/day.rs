//! The days on which an article's sentences say that something came about.
//!
//! "Two men were shot dead on Sunday" and "a man was shot dead here last May" tell of two events, and their tolls are not held
//! against each other.

use copydesk_core::lang::en::lexicon::look_up;
use copydesk_core::{Class, Finding, Found, Reading, Value};
use copydesk_dates::Date;
use jiff::ToSpan;
use std::collections::BTreeMap;

/// What follows on an event, days or years later: "arrested on Monday over the shooting" dates no shooting.
const AFTERMATH: [&str; 29] = [
    "arrest",
    "charge",
    "indict",
    "convict",
    "sentence",
    "plead",
    "acquit",
    "try",
    "book",
    "jail",
    "detain",
    "hold",
    "release",
    "appear",
    "extradite",
    "accuse",
    "identify",
    "name",
    "bury",
    "mourn",
    "publish",
    "post",
    "update",
    "file",
    "investigate",
    "expect",
    "schedule",
    "search",
    "recover",
];

/// Dates so many days before an article appeared are not its own story's.
const LATELY: i32 = 62;

/// The days by sentence.
pub(crate) struct Days(BTreeMap<usize, Interval>);

/// A first and a last day.
type Interval = (jiff::civil::Date, jiff::civil::Date);

impl Days {
    /// Those of an article: of each sentence the first date of an act that is neither told nor follows on another.
    pub fn of(reading: &Reading<'_>, dates: &[Found<Date>]) -> Self {
        let mut days = BTreeMap::new();
        for found in dates {
            let (Some(span), Some(act)) = (found.span, &found.data.act) else { continue };
            if AFTERMATH.contains(&act.lemma.as_str()) || look_up(&act.lemma).class.any(Class::SPEECH) {
                continue;
            }
            if let Some(Value::Days { earliest, latest }) = found.data.claim().map(|claim| claim.value) {
                days.entry(reading.sentence_at(span.start)).or_insert((earliest, latest));
            }
        }
        Self(days)
    }

    /// The days of a sentence.
    pub fn of_sentence(&self, sentence: usize) -> Option<Interval> {
        self.0.get(&sentence).copied()
    }

    /// Whether a sentence tells of a time long before the article appeared.
    pub fn is_past(&self, sentence: usize, published: Option<jiff::civil::Date>) -> bool {
        let long_before = published.and_then(|day| day.checked_sub(LATELY.days()).ok());
        long_before.zip(self.of_sentence(sentence)).is_some_and(|(before, (_, latest))| latest < before)
    }
}
