//! What a form means, told by the calendar and not by the plugin.

use copydesk_dates::{End, Type};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// What is to be found at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    pub kind: Type,
    pub value: String,
    pub modifier: Option<&'static str>,
    /// The first and the last day that it covers.
    pub days: Option<(Date, Date)>,
    /// Which end of a range it is.
    pub end: Option<End>,
}

impl Meant {
    pub fn new(kind: Type, value: impl Into<String>, days: Option<(Date, Date)>) -> Self {
        Self { kind, value: value.into(), modifier: None, days, end: None }
    }

    pub fn with(self, modifier: &'static str) -> Self {
        Self { modifier: Some(modifier), ..self }
    }

    pub fn from(self) -> Self {
        Self { end: Some(End::From), ..self }
    }

    pub fn to(self) -> Self {
        Self { end: Some(End::To), ..self }
    }

    /// An hour or a part of the day on a day: `T19:15`, `TMO`.
    pub fn at(self, hour: &str) -> Self {
        Self { kind: Type::Time, value: format!("{}{hour}", self.value), ..self }
    }
}

pub fn day(day: Date) -> Meant {
    Meant::new(Type::Date, day.to_string(), Some((day, day)))
}

pub fn week(day: Date) -> Meant {
    let week = day.iso_week_date();
    let monday = day.checked_sub(i32::from(day.weekday().to_monday_zero_offset()).days()).unwrap();
    let days = (monday, monday.checked_add(6.days()).unwrap());
    Meant::new(Type::Date, format!("{:04}-W{:02}", week.year(), week.week()), Some(days))
}

pub fn weekend(day: Date) -> Meant {
    let Meant { kind, value, days, .. } = week(day);
    let sunday = days.unwrap().1;
    Meant::new(kind, format!("{value}-WE"), Some((sunday.yesterday().unwrap(), sunday)))
}

pub fn month(day: Date) -> Meant {
    let value = format!("{:04}-{:02}", day.year(), day.month());
    Meant::new(Type::Date, value, Some((day.first_of_month(), day.last_of_month())))
}

fn months(year: i16, first: i8, last: i8) -> Option<(Date, Date)> {
    Some((date(year, first, 1), date(year, last, 1).last_of_month()))
}

pub fn quarter(year: i16, quarter: i8) -> Meant {
    Meant::new(Type::Date, format!("{year:04}-Q{quarter}"), months(year, quarter * 3 - 2, quarter * 3))
}

pub fn half(year: i16, half: i8) -> Meant {
    Meant::new(Type::Date, format!("{year:04}-H{half}"), months(year, half * 6 - 5, half * 6))
}

/// Spring is 0; the winter of a year begins in it.
pub fn season(year: i16, season: usize) -> Meant {
    let days = match season {
        3 => Some((date(year, 12, 1), date(year + 1, 2, 1).last_of_month())),
        season => months(year, season as i8 * 3 + 3, season as i8 * 3 + 5),
    };
    Meant::new(Type::Date, format!("{year:04}-{}", ["SP", "SU", "FA", "WI"][season]), days)
}

pub fn year(year: i16) -> Meant {
    Meant::new(Type::Date, format!("{year:04}"), months(year, 1, 12))
}

/// A year before Christ; the calendar has a year 0 for 1 BC.
pub fn year_bc(year: i16) -> Meant {
    Meant::new(Type::Date, format!("BC{year:04}"), months(1 - year, 1, 12))
}

pub fn decade(first: i16) -> Meant {
    Meant::new(Type::Date, format!("{:03}", first / 10), Some((date(first, 1, 1), date(first + 9, 12, 31))))
}

/// The nth century: the 20th ends with the year 2000.
pub fn century(nth: i16) -> Meant {
    let days = (date(nth * 100 - 99, 1, 1), date(nth * 100, 12, 31));
    Meant::new(Type::Date, format!("{:02}", nth - 1), Some(days))
}

/// What no calendar places: `XXXX-03-14`, `PAST_REF`.
pub fn open(value: impl Into<String>) -> Meant {
    Meant::new(Type::Date, value, None)
}

pub fn length(value: impl Into<String>) -> Meant {
    Meant::new(Type::Duration, value, None)
}

pub fn set(value: impl Into<String>) -> Meant {
    Meant::new(Type::Set, value, None)
}

/// The last such weekday before a day, or the first behind it.
pub fn weekday_from(day: Date, weekday: Weekday, step: i32) -> Date {
    (1..=7).map(|n| day.checked_add((n * step).days()).unwrap()).find(|day| day.weekday() == weekday).unwrap()
}
