//! Those who are counted: "three people", "a man and two boys", "Marta Quill, 41", "no one".

use super::amount;
use copydesk_core::{Exact, Value};
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
    pub low: Option<Exact>,
    pub high: Option<Exact>,
    pub approximate: bool,
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

    /// Whether it is nobody: "no one", "no injuries".
    pub fn is_nobody(&self) -> bool {
        self.high == Some(Exact::from(0))
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
    pub fn with(self, other: Self) -> Option<Self> {
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
