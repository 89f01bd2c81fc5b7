//! One mention of a proper name, with what its surroundings say.

use crate::lists::{Gender, Known};
use copydesk_core::Span;
use std::ops::Range;

/// For how much each kind of name there is evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Votes {
    pub person: i32,
    pub organisation: i32,
    pub place: i32,
    /// It does what persons and organisations do.
    pub agent: i32,
    /// It is none of these: a ship, a storm.
    pub thing: i32,
}

impl Votes {
    pub fn add(&mut self, other: Self) {
        self.person += other.person;
        self.organisation += other.organisation;
        self.place += other.place;
        self.agent += other.agent;
        self.thing += other.thing;
    }
}

/// One mention of a proper name.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub tokens: Range<usize>,
    pub span: Span,
    pub key: String,
    pub votes: Votes,
    pub gender: Gender,
    /// The title or role in front of it.
    pub title: Option<Range<usize>>,
    /// Its place alone gave it the capital: it counts only where the name is known from elsewhere.
    pub weak: bool,
    pub known: Option<Known>,
    /// A single acronym: "KTA".
    pub acronym: bool,
    /// A common word that is a name only as a short form of one: "Green said" of Ada Green, "The Post" of a newspaper.
    pub short: bool,
    /// It stands in a line that is no sentence.
    pub loose: bool,
    /// The number of its entity.
    pub entity: usize,
    pub rule: &'static str,
}
