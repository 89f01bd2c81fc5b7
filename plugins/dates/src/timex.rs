//! TIMEX3 values: what they are, how they are written, and which days they cover.

use copydesk_core::Exact;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// Years that a value can name; before the year 1 they are negative, and there is no year 0.
pub(crate) const YEARS: std::ops::RangeInclusive<i16> = -9999..=9999;

/// Months of a season by the meteorologists' count, first and last; winter ends in the year after.
const SEASONS: [(Season, i8, i8); 4] =
    [(Season::Spring, 3, 5), (Season::Summer, 6, 8), (Season::Fall, 9, 11), (Season::Winter, 12, 2)];

/// A season of the northern year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Fall,
    Winter,
}

/// A vague reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Vague {
    Past,
    Present,
    Future,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// The unit of a lexicon code.
    pub(crate) fn of(code: &str) -> Option<Self> {
        Some(match code {
            "TS" => Self::Second,
            "TM" => Self::Minute,
            "TH" => Self::Hour,
            "D" => Self::Day,
            "WE" => Self::Weekend,
            "W" => Self::Week,
            "2W" => Self::Fortnight,
            "M" => Self::Month,
            "Q" => Self::Quarter,
            "Y" => Self::Year,
            "DE" => Self::Decade,
            "CE" => Self::Century,
            _ => return None,
        })
    }

    /// Whether it is shorter than a day.
    pub(crate) const fn is_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }
}

/// A place on the calendar, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// `2024-11-12`
    Day(Date),
    /// `XXXX-11-12`, `1917-03-XX`, `XXXX-XX-XX`
    DayOf { year: Option<i16>, month: Option<u8>, day: Option<u8> },
    /// `2024-11`, `XXXX-11`, `1998-XX`
    Month { year: Option<i16>, month: Option<u8> },
    /// `2024-W45`
    Week { year: Option<i16>, week: Option<u8> },
    /// `2024-W45-WE`
    Weekend { year: Option<i16>, week: Option<u8> },
    /// `XXXX-WXX-2`
    Weekday(u8),
    /// `XXXX-WXX-WD`: from Monday to Friday (TIMEX3 has no name for them; this is the one of SUTime and Recognizers-Text).
    Weekdays,
    /// `2024-Q3`
    Quarter { year: Option<i16>, quarter: Option<u8> },
    /// `2024-H1`
    Half { year: Option<i16>, half: u8 },
    /// `2024-SU`
    Season { year: Option<i16>, season: Season },
    /// `2024`, `XXXX`, `BC0479`
    Year(Option<i16>),
    /// `199`, `BC047`
    Decade { tens: i16, bc: bool },
    /// `19`, `BC03`
    Century { hundreds: i16, bc: bool },
    /// `PAST_REF`
    Vague(Vague),
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hour {
    /// "5:30 p.m."
    Clock { hour: u8, minute: u8, second: Option<u8>, utc: bool },
    /// "evening"
    Part(Part),
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Amount {
    Exact(Exact),
    /// "several"
    Some,
}

/// A length of time: one amount, and a second of a smaller unit ("two years and three months").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Length {
    pub amount: Amount,
    pub unit: Unit,
    pub rest: Option<(Exact, Unit)>,
}

/// A TIMEX3 value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Moment(When, Option<Hour>),
    Length(Length),
}

impl Value {
    /// The day that it is, or that it is a time of.
    pub(crate) fn day(self) -> Option<Date> {
        match self {
            Self::Moment(when, _) => when.days().filter(|_| when.is_day()).map(|(day, _)| day),
            Self::Length(_) => None,
        }
    }
}

/// The year before or after; there is none between 1 BC and AD 1.
pub(crate) fn shift_year(year: i16, by: i64) -> Option<i16> {
    let astronomical = i64::from(if year < 0 { year + 1 } else { year }) + by;
    let shifted = if astronomical < 1 { astronomical - 1 } else { astronomical };
    i16::try_from(shifted).ok().filter(|y| YEARS.contains(y))
}

fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(if year < 0 { year + 1 } else { year }, month, day).ok()
}

fn months(year: i16, first: i8, last: i8) -> Option<(Date, Date)> {
    Some((day(year, first, 1)?, day(year, last, 1)?.last_of_month()))
}

/// Monday and Sunday of an ISO week.
pub(crate) fn week(year: i16, week: u8) -> Option<(Date, Date)> {
    let on = |weekday| ISOWeekDate::new(year, week as i8, weekday).ok().map(ISOWeekDate::date);
    Some((on(Weekday::Monday)?, on(Weekday::Sunday)?))
}

impl When {
    /// The week that a day lies in.
    pub(crate) fn week_of(date: Date) -> Self {
        let week = date.iso_week_date();
        Self::Week { year: Some(week.year()), week: Some(week.week() as u8) }
    }

    /// The week-end of the week that a day lies in.
    pub(crate) fn weekend_of(date: Date) -> Self {
        let week = date.iso_week_date();
        Self::Weekend { year: Some(week.year()), week: Some(week.week() as u8) }
    }

    /// The first and the last day that it covers, where they are known.
    pub(crate) fn days(self) -> Option<(Date, Date)> {
        match self {
            Self::Day(date) => Some((date, date)),
            Self::DayOf { year, month, day: Some(on) } => {
                let date = day(year?, month? as i8, on as i8)?;
                Some((date, date))
            }
            Self::DayOf { year, month: Some(month), day: None } => months(year?, month as i8, month as i8),
            Self::DayOf { .. } | Self::Weekday(_) | Self::Weekdays | Self::Vague(_) => None,
            Self::Month { year, month: Some(month) } => months(year?, month as i8, month as i8),
            Self::Month { year, month: None } => months(year?, 1, 12),
            Self::Week { year, week: on } => week(year?, on?),
            Self::Weekend { year, week: on } => {
                let (_, sunday) = week(year?, on?)?;
                Some((sunday.yesterday().ok()?, sunday))
            }
            Self::Quarter { year, quarter: Some(q) } => months(year?, q as i8 * 3 - 2, q as i8 * 3),
            Self::Quarter { year, quarter: None } => months(year?, 1, 12),
            Self::Half { year, half } => months(year?, half as i8 * 6 - 5, half as i8 * 6),
            Self::Season { year, season } => {
                let (_, first, last) = SEASONS.into_iter().find(|(s, ..)| *s == season)?;
                let ends = if last < first { shift_year(year?, 1)? } else { year? };
                Some((day(year?, first, 1)?, day(ends, last, 1)?.last_of_month()))
            }
            Self::Year(year) => months(year?, 1, 12),
            Self::Decade { tens, bc: false } => Some((day(tens.max(0) * 10, 1, 1)?, day(tens * 10 + 9, 12, 31)?)),
            Self::Decade { tens, bc: true } => Some((day(-(tens * 10 + 9), 1, 1)?, day(-(tens * 10).max(1), 12, 31)?)),
            // The 20th century is `19`: 1901 to 2000.
            Self::Century { hundreds, bc: false } => {
                Some((day(hundreds * 100 + 1, 1, 1)?, day(hundreds * 100 + 100, 12, 31)?))
            }
            Self::Century { hundreds, bc: true } => {
                Some((day(-(hundreds * 100 + 100), 1, 1)?, day(-(hundreds * 100 + 1), 12, 31)?))
            }
        }
    }

    /// Its year, where it is known.
    pub(crate) fn year(self) -> Option<i16> {
        match self {
            Self::Day(date) => Some(date.year()),
            Self::DayOf { year, .. }
            | Self::Month { year, .. }
            | Self::Week { year, .. }
            | Self::Weekend { year, .. }
            | Self::Quarter { year, .. }
            | Self::Half { year, .. }
            | Self::Season { year, .. }
            | Self::Year(year) => year,
            Self::Weekday(_) | Self::Weekdays | Self::Decade { .. } | Self::Century { .. } | Self::Vague(_) => None,
        }
    }

    /// Whether nothing of it is known.
    pub(crate) fn is_unknown(self) -> bool {
        matches!(
            self,
            Self::Vague(_)
                | Self::DayOf { year: None, month: None, day: None }
                | Self::Month { year: None, month: None }
                | Self::Week { year: None, .. }
                | Self::Weekend { year: None, .. }
                | Self::Quarter { year: None, quarter: None }
                | Self::Year(None)
        )
    }

    /// Its month, where it is known.
    pub(crate) fn month(self) -> Option<u8> {
        match self {
            Self::Day(date) => Some(date.month() as u8),
            Self::DayOf { month, .. } | Self::Month { month, .. } => month,
            Self::Week { .. } | Self::Weekend { .. } => self.days().map(|(first, _)| first.month() as u8),
            _ => None,
        }
    }

    /// Whether it names one day.
    pub(crate) const fn is_day(self) -> bool {
        matches!(self, Self::Day(_) | Self::DayOf { day: Some(_), .. })
    }
}

impl Length {
    /// One amount of one unit.
    pub(crate) const fn new(amount: Amount, unit: Unit) -> Self {
        Self { amount, unit, rest: None }
    }

    /// How many units, where it is a whole number.
    pub(crate) fn whole(self) -> Option<i64> {
        match self.amount {
            Amount::Exact(amount) if self.rest.is_none() => amount.whole(),
            _ => None,
        }
    }
}
