//! What one table look-up tells of a token.

use std::ops::{BitOr, BitOrAssign};

/// A set of token classes, as bits.
///
/// ```
/// use copydesk_core::Class;
/// let class = Class::WORD | Class::MONTH;
/// assert!(class.any(Class::MONTH | Class::WEEKDAY));
/// assert!(!class.all(Class::MONTH | Class::WEEKDAY));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class(u32);

impl Class {
    /// No class.
    pub const NONE: Self = Self(0);
    /// The name of a month, or its abbreviation ("may", "march" and "sep" too).
    pub const MONTH: Self = Self(1);
    /// The name of a day of the week, or its abbreviation ("sun" and "sat" too).
    pub const WEEKDAY: Self = Self(1 << 1);
    /// A cardinal number or a power of ten in words: "eleven", "million", "dozen".
    pub const NUMBER: Self = Self(1 << 2);
    /// An ordinal number in words: "third", "second".
    pub const ORDINAL: Self = Self(1 << 3);
    /// A unit of time: "days", "decade".
    pub const TIME_UNIT: Self = Self(1 << 4);
    /// A word that dates are made with: "ago", "last", "tomorrow", "recently", "summer".
    pub const TEMPORAL: Self = Self(1 << 5);
    /// A form of a verb that reports speech or thought: "said", "claims", "hailed".
    pub const SPEECH: Self = Self(1 << 6);
    /// A title before a name: "President", "Gen", "Mrs".
    pub const TITLE: Self = Self(1 << 7);
    /// A function word: "the", "of", "he".
    pub const FUNCTION: Self = Self(1 << 8);
    /// A word that bounds or blurs a number: "around", "some", "nearly", "least".
    pub const BOUND: Self = Self(1 << 9);
    /// Decimal digits, ASCII.
    pub const DIGITS: Self = Self(1 << 10);
    /// A quotation mark of any kind, the apostrophe as a mark included.
    pub const QUOTE: Self = Self(1 << 11);
    /// A currency sign.
    pub const CURRENCY: Self = Self(1 << 12);
    /// `%`, `‰`, or another percentage sign.
    pub const PERCENT: Self = Self(1 << 13);
    /// A number that is not ASCII digits: "½", "²", full-width digits.
    pub const NUMERIC: Self = Self(1 << 14);

    /// How many of the classes above have an index of their own.
    pub(super) const INDEXED: usize = 15;

    /// Letters.
    pub const WORD: Self = Self(1 << 15);
    /// Begins with a capital letter.
    pub const CAPITAL: Self = Self(1 << 16);
    /// Two or more letters, all capital.
    pub const UPPER: Self = Self(1 << 17);
    /// A hyphen or a dash.
    pub const DASH: Self = Self(1 << 18);
    /// `.`, `!`, `?`, `…` and their like.
    pub const STOP: Self = Self(1 << 19);
    /// Any single sign that is no letter, digit or space.
    pub const SIGN: Self = Self(1 << 20);
    /// No space stands between this token and the one before it.
    pub const GLUED: Self = Self(1 << 21);
    /// The first token of its line.
    pub const LINE_START: Self = Self(1 << 22);

    /// Whether it shares a class with `other`.
    #[must_use]
    #[inline]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it has every class of `other`.
    #[must_use]
    #[inline]
    pub const fn all(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The bits that have an index, as positions.
    pub(super) fn indexed(self) -> impl Iterator<Item = usize> {
        let mut bits = self.0 & ((1 << Self::INDEXED) - 1);
        std::iter::from_fn(move || {
            (bits != 0).then(|| {
                let bit = bits.trailing_zeros() as usize;
                bits &= bits - 1;
                bit
            })
        })
    }
}

impl BitOr for Class {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Class {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}
