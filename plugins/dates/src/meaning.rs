//! The meaning of an expression, before anything is known of when it was written: what the grammar builds and the resolver reads.

use crate::timex::{Amount, Hour, Length, Season, Unit, When};
use std::ops::Range;

/// A member of a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Member {
    Month(u8),
    MonthDay {
        month: u8,
        day: u8,
    },
    /// "the 20th"
    DayOfMonth(u8),
    Weekday(u8),
    Season(Season),
    Quarter(u8),
    Half(u8),
    /// Its line in the list of holidays.
    Holiday(u8),
    /// "the second week" of a month or year; 0 is the last.
    WeekNumber(u8),
    /// "the first day" of a month or year; 0 is the last.
    DayNumber(u8),
    /// The period that figures are reported for: "the year-ago period".
    Period,
    /// "the second Tuesday" of a month; 0 is the last.
    NthWeekday(u8, u8),
    /// "Easter week", "Labor Day weekend": the holiday's line, and the unit around it.
    Around(u8, Unit),
}

/// Which member of a cycle, or which of many units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Pick {
    /// The one that tense and nearness tell: "on Tuesday", "in March", "the quarter".
    Nearest,
    /// "last", "this past"
    Last,
    /// "this", "the current"
    This,
    /// "next", "the coming"
    Next,
    /// "the previous": before the date mentioned last.
    Previous,
    /// "the following": after the date mentioned last.
    Following,
    /// "the next": after the date mentioned last where the past is told, else after now.
    NextTold,
    /// "that", "the same": the date mentioned last.
    Same,
    /// So many of its name from now, back where negative: "two Fridays ago", "the summer before last", "the Friday after next".
    Nth(i8),
    /// "the Tuesday after Labor Day"; with no date it is an event that gives its place: "the Friday before the vote".
    Beside { forward: bool, from: Option<Box<Point>> },
    /// "of 1998"
    Year(i16),
    /// "of last year"
    Of(Box<Point>),
}

/// What an amount is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// "ago", "from now"
    Now,
    /// "earlier", "later": the date mentioned last.
    Mention,
}

/// A place in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Point {
    /// It is whole in itself, or as whole as it can be.
    Fixed(When),
    Member(Member, Pick),
    /// "last week", "the year"
    Unit(Unit, Pick),
    /// Days from today: "tomorrow"
    Today(i8),
    Shift {
        amount: Amount,
        unit: Unit,
        origin: Origin,
        forward: bool,
    },
    /// "ten years ago today", "a year ago this month": so many units before what stands behind it, at its grain.
    AgoFrom {
        amount: Amount,
        unit: Unit,
        from: Box<Point>,
    },
    /// A time on a day.
    At(Box<Point>, Hour),
    /// A time on a day that the context must tell.
    Hour(Hour),
    /// "that time", "during that period"
    ThatTime,
    /// "the day before the vote": a unit that an event gives its place.
    Beside(Unit),
    /// "on the third day": one of the days told of.
    SomeDay,
    /// "overnight": the night of the day told of, or the last or the next.
    Overnight,
}

/// Which way a length of time lies from now: "the past two weeks", "the next two weeks".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lies {
    Past,
    Future,
}

/// Times that recur.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Recurrence {
    /// "every two weeks", "annually", "a year" in "$5 a year"
    Every(Length),
    /// "every Tuesday", "each July"
    EachMember(Member),
    /// "every Monday morning", "Friday nights"
    EachMemberAt(u8, Hour),
    /// "every morning"
    EachHour(Hour),
    /// "on weekdays", "weekday mornings"
    Weekdays(Option<Hour>),
}

/// The meaning tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    Point(Point),
    Length(Length, Option<Lies>),
    /// A length counted from an event that the words behind it name: "two days after the envoy left".
    FromEvent(Length),
    Set(Recurrence),
}

/// The TIMEX3 modifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Modifier {
    Start,
    Mid,
    End,
    Approx,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
}

impl Modifier {
    /// As TIMEX3 writes it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
        }
    }
}

impl Expression {
    /// Where in the year the member stands that it names, in 32nds of a month, if it names one.
    pub(crate) fn yearly(&self) -> Option<u16> {
        let Meaning::Point(Point::Member(member, _)) = &self.meaning else { return None };
        Some(match *member {
            Member::Month(month) => u16::from(month) * 32,
            Member::MonthDay { month, day } => u16::from(month) * 32 + u16::from(day),
            Member::Season(season) => {
                32 * match season {
                    Season::Spring => 4,
                    Season::Summer => 7,
                    Season::Fall => 10,
                    Season::Winter => 12,
                }
            }
            Member::Quarter(quarter) => u16::from(quarter) * 96,
            _ => return None,
        })
    }

    /// Whether it names its year, for itself or for the hour on it.
    pub(crate) fn names_year(&self) -> bool {
        let Meaning::Point(point) = &self.meaning else { return false };
        let point = if let Point::At(day, _) = point { &**day } else { point };
        matches!(point, Point::Member(_, Pick::Year(_)) | Point::Fixed(When::Year(Some(_))))
    }

    /// Whether its place may depend on the tense of what governs it: not that of "1998", "today", "three years", "every Tuesday", but
    /// that of "the next three years".
    pub(crate) const fn is_tensed(&self) -> bool {
        match &self.meaning {
            Meaning::Point(point) => {
                !matches!(point, Point::Fixed(_) | Point::Today(_) | Point::Member(_, Pick::Year(_)))
            }
            Meaning::Length(_, lies) => matches!(lies, Some(Lies::Future)),
            Meaning::FromEvent(_) | Meaning::Set(_) => false,
        }
    }

    /// The year that it names.
    pub(crate) fn year(&self) -> Option<i16> {
        match &self.meaning {
            Meaning::Point(Point::Member(_, Pick::Year(year)) | Point::Fixed(When::Year(Some(year)))) => Some(*year),
            _ => None,
        }
    }
}

/// An expression as the grammar read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Expression {
    pub tokens: Range<usize>,
    pub meaning: Meaning,
    pub modifier: Option<Modifier>,
    pub rule: &'static str,
}
