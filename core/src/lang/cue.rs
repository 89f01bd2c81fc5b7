//! What a word does beside an expression of time: the sets of words that a grammar of time asks for, as bits of the one look-up
//! that each token has anyway. The words stand in the language's own `words/cues.txt`.

use std::ops::{BitOr, BitOrAssign};

/// A set of cues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cue(u32);

impl Cue {
    /// No cue.
    pub const NONE: Self = Self(0);
    /// It gives an expression away, and has no class of time: "time" in "at that time".
    pub const AWAY: Self = Self(1);
    /// It may stand before the word that gives the expression away: "the end of".
    pub const LEAD: Self = Self(1 << 1);
    /// A year may follow: "since", "early".
    pub const YEAR: Self = Self(1 << 2);
    /// A number behind it is a name or an amount: "flight", "nearly".
    pub const NUMBERED: Self = Self(1 << 3);
    /// It is counted in thousands: "people".
    pub const COUNTED: Self = Self(1 << 4);
    /// The name of a month or a day behind it is one, whatever else it can mean: "until".
    pub const MONTH: Self = Self(1 << 5);
    /// A time of the clock may follow: "at".
    pub const CLOCK: Self = Self(1 << 6);
    /// "a year" behind it measures: "for", "lasted".
    pub const LENGTH: Self = Self(1 << 7);
    /// It may stand between a number and its unit: "full" in "two full days".
    pub const BETWEEN: Self = Self(1 << 8);
    /// It looks ahead: "will", "due", "arrives".
    pub const AHEAD: Self = Self(1 << 9);
    /// It looks back: "was", "had".
    pub const BEHIND: Self = Self(1 << 10);
    /// An infinitive behind it looks ahead: "plans", "agreed".
    pub const INTENT: Self = Self(1 << 11);
    /// The name of a holiday may begin with it.
    pub const HOLIDAY: Self = Self(1 << 12);
    /// "be" in the present: "is", "are".
    pub const PRESENT: Self = Self(1 << 13);
    /// A verb of what is arranged: its present may look ahead, "opens", "are meeting".
    pub const ARRANGED: Self = Self(1 << 14);
    /// What stands before such a present and is no noun: "which", "also".
    pub const SUBJECT: Self = Self(1 << 15);
    /// The present of a verb that looks ahead with a fixture only: "holds a hearing".
    pub const STAGED: Self = Self(1 << 16);
    /// A noun of what is on a calendar: "hearing", "election".
    pub const FIXTURE: Self = Self(1 << 17);
    /// A noun of what nobody arranges and news tells of once it has happened: "crash", "shooting".
    pub const MISHAP: Self = Self(1 << 18);
    /// A noun of what a day came to: "loss", "sales".
    pub const OUTCOME: Self = Self(1 << 19);
    /// What is left from a day: "recordings from Sunday night".
    pub const RECORD: Self = Self(1 << 20);
    /// An infinitive without "to" behind them is as past as they are: "saw", "let".
    pub const WITNESS: Self = Self(1 << 21);
    /// Participles of what is put off, or goes on until a day to come: "postponed", "held".
    pub const DEFERRED: Self = Self(1 << 22);
    /// What nobody can arrange for a day: "survive".
    pub const UNPLANNED: Self = Self(1 << 23);
    /// A clause begins with it: "because", "which".
    pub const CLAUSE: Self = Self(1 << 24);
    /// What a clause behind it says has not come: "if".
    pub const CONDITION: Self = Self(1 << 25);
    /// A verb whose present and past are the same form: "hit".
    pub const UNMARKED: Self = Self(1 << 26);
    /// It denies what is or will be: "won't".
    pub const DENIAL: Self = Self(1 << 27);

    /// The cue of that name in a data file.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "away" => Self::AWAY,
            "lead" => Self::LEAD,
            "year" => Self::YEAR,
            "numbered" => Self::NUMBERED,
            "counted" => Self::COUNTED,
            "month" => Self::MONTH,
            "clock" => Self::CLOCK,
            "length" => Self::LENGTH,
            "between" => Self::BETWEEN,
            "ahead" => Self::AHEAD,
            "behind" => Self::BEHIND,
            "intent" => Self::INTENT,
            "holiday" => Self::HOLIDAY,
            "present" => Self::PRESENT,
            "arranged" => Self::ARRANGED,
            "subject" => Self::SUBJECT,
            "staged" => Self::STAGED,
            "fixture" => Self::FIXTURE,
            "mishap" => Self::MISHAP,
            "outcome" => Self::OUTCOME,
            "record" => Self::RECORD,
            "witness" => Self::WITNESS,
            "deferred" => Self::DEFERRED,
            "unplanned" => Self::UNPLANNED,
            "clause" => Self::CLAUSE,
            "condition" => Self::CONDITION,
            "unmarked" => Self::UNMARKED,
            "denial" => Self::DENIAL,
            _ => return None,
        })
    }

    /// Whether one of these is among them.
    #[must_use]
    #[inline]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Cue {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Cue {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}
