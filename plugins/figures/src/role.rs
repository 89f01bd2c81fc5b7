//! The parts that words play around figures: what a result is told by, what a toll counts, what is dialled. The words stand in
//! `words/roles.txt`.

use copydesk_core::lang::en::lexicon::{WordTable, entries};
use std::ops::BitOr;
use std::sync::LazyLock;

/// A set of parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Role(u64);

/// Names each part once: in the code, and as the first word of its lines in the data file.
macro_rules! roles {
    ($($name:ident $word:literal,)*) => {
        impl Role {
            const ALL: &'static [(&'static str, Self)] = &[$(($word, Self::$name),)*];
        }
        bits! { 0; $($name)* }
    };
}

/// Gives each part a bit of its own, in the order in which they are named.
macro_rules! bits {
    ($bit:expr;) => {};
    ($bit:expr; $name:ident $($rest:ident)*) => {
        impl Role {
            pub const $name: Self = Self(1 << ($bit));
        }
        bits! { $bit + 1; $($rest)* }
    };
}

roles! {
    PEOPLE "people",
    RELATIVE "relative",
    DIALLED "dialled",
    EMERGENCY "emergency",
    STREET "street",
    MODEL "model",
    EXTENT "extent",
    COMPARED "compared",
    TIMES "times",
    GERUND "gerund",
    CENTRED "centred",
    PASSING "passing",
    TAKING "taking",
    LASTING "lasting",
    PHRASAL "phrasal",
    RATE "rate",
    TRADED "traded",
    CROWD "crowd",
    POLL "poll",
    INDEX "index",
    REACHING "reaching",
    TOTALLING "totalling",
    MOVING "moving",
    SPANNING "spanning",
    SCORE "score",
    RANKED "ranked",
    CASUALTY "casualty",
    PAID "paid",
    EACH "each",
    CHOSEN "chosen",
    STRESS "stress",
    BETWEEN "between",
    TIMELY "timely",
    OWNER "owner",
    INNER "inner",
    ATTRIBUTE "attribute",
    NOMINAL "nominal",
    TOLD "told",
    PARTICIPLE "participle",
    EMPTY "empty",
    PASSED "passed",
    AUXILIARY "auxiliary",
}

static ROLES: LazyLock<WordTable<Role>> = LazyLock::new(|| {
    let mut roles: WordTable<Role> = WordTable::default();
    for line in entries(include_str!("words/roles.txt")) {
        let (name, words) = line.split_once(' ').unwrap_or_default();
        let Some((_, role)) = Role::ALL.iter().find(|(known, _)| *known == name) else { continue };
        for word in words.split(' ') {
            let all = roles.entry(word).or_default();
            *all = *all | *role;
        }
    }
    roles
});

impl Role {
    /// Every part that the word (in lower case) plays.
    pub fn of(word: &str) -> Self {
        ROLES.get(word).copied().unwrap_or_default()
    }

    /// Whether one of these parts is among them.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Role {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_words_and_every_line_a_part() {
        let lines = entries(include_str!("words/roles.txt")).filter_map(|line| line.split_once(' '));
        let named: Vec<_> = lines.map(|(name, _)| name).collect();
        for (name, role) in Role::ALL {
            assert!(named.contains(name), "{name} has no words");
            assert_eq!(role.0.count_ones(), 1);
        }
        for name in named {
            assert!(Role::ALL.iter().any(|(known, _)| *known == name), "no part is called {name}");
        }
        assert!(Role::of("took").any(Role::TAKING) && Role::of("took").any(Role::PHRASAL | Role::RATE));
    }
}
