//! How values are written in TIMEX3.

use crate::timex::{Amount, Hour, Length, Part, Season, Unit, Vague, Value, When};
use copydesk_core::Exact;
use jiff::civil::Date;
use std::fmt;

struct Digits(Option<i64>, usize);

impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.1;
        match self.0 {
            Some(number) => write!(f, "{number:0width$}"),
            None => (0..width).try_for_each(|_| f.write_str("X")),
        }
    }
}

fn two(number: Option<u8>) -> Digits {
    Digits(number.map(i64::from), 2)
}

struct YearName(Option<i16>);

/// The year before a month, a week or a part of it: only years of four digits, before or after Christ, can stand there.
fn four_digits(year: Option<i16>) -> YearName {
    YearName(year.filter(|year| (-9999..=9999).contains(year)))
}

impl fmt::Display for YearName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(year) if year < 0 => write!(f, "BC{}", Digits(Some(-i64::from(year)), 4)),
            year => Digits(year.map(i64::from), 4).fmt(f),
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Day(date) => {
                // There is no year 0 in history: the year before 1 is 1 BC.
                let year = if date.year() < 1 { date.year() - 1 } else { date.year() };
                let (month, day) = (Some(date.month() as u8), Some(date.day() as u8));
                Self::DayOf { year: Some(year), month, day }.fmt(f)
            }
            Self::DayOf { year, month, day } => {
                // "this February 29" in a common year: that day has no year that is known.
                let exists = |year: i16| match (month, day) {
                    (Some(month), Some(day)) => Date::new(year.abs(), month as i8, day as i8).is_ok(),
                    _ => true,
                };
                let year = year.filter(|year| exists(*year));
                write!(f, "{}-{}-{}", four_digits(year), two(month), two(day))
            }
            Self::Month { year, month } => write!(f, "{}-{}", four_digits(year), two(month)),
            Self::Week { year, week } => write!(f, "{}-W{}", four_digits(year), two(week)),
            Self::Weekend { year, week } => write!(f, "{}-W{}-WE", four_digits(year), two(week)),
            Self::Weekday(weekday) => write!(f, "XXXX-WXX-{weekday}"),
            Self::Weekdays => f.write_str("XXXX-WXX-WD"),
            Self::Quarter { year, quarter } => {
                write!(f, "{}-Q{}", four_digits(year), Digits(quarter.map(i64::from), 1))
            }
            Self::Half { year, half } => write!(f, "{}-H{half}", four_digits(year)),
            Self::Season { year, season } => {
                let code = match season {
                    Season::Spring => "SP",
                    Season::Summer => "SU",
                    Season::Fall => "FA",
                    Season::Winter => "WI",
                };
                write!(f, "{}-{code}", four_digits(year))
            }
            Self::Year(year) => YearName(year.filter(|year| *year <= 9999)).fmt(f),
            Self::Decade { tens, bc } => write!(f, "{}{tens:03}", if bc { "BC" } else { "" }),
            Self::Century { hundreds, bc } => write!(f, "{}{hundreds:02}", if bc { "BC" } else { "" }),
            Self::Vague(Vague::Past) => f.write_str("PAST_REF"),
            Self::Vague(Vague::Present) => f.write_str("PRESENT_REF"),
            Self::Vague(Vague::Future) => f.write_str("FUTURE_REF"),
        }
    }
}

impl fmt::Display for Hour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Clock { hour, minute, second, utc } => {
                write!(f, "T{hour:02}:{minute:02}")?;
                if let Some(second) = second {
                    write!(f, ":{second:02}")?;
                }
                f.write_str(if utc { "Z" } else { "" })
            }
            Self::Part(part) => f.write_str(match part {
                Part::Morning => "TMO",
                Part::Afternoon => "TAF",
                Part::Evening => "TEV",
                Part::Night => "TNI",
                Part::Daytime => "TDT",
            }),
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (factor, letter) = match (self.unit, self.amount) {
            (Unit::Second, _) => (1, "S"),
            (Unit::Hour, _) => (1, "H"),
            (Unit::Day, _) => (1, "D"),
            (Unit::Weekend, _) => (1, "WE"),
            (Unit::Week, _) => (1, "W"),
            (Unit::Fortnight, _) => (2, "W"),
            (Unit::Minute | Unit::Month, _) => (1, "M"),
            (Unit::Quarter, Amount::Some) => (1, "Q"),
            (Unit::Quarter, Amount::Exact(_)) => (3, "M"),
            (Unit::Year, _) => (1, "Y"),
            (Unit::Decade, Amount::Some) => (1, "DE"),
            (Unit::Decade, Amount::Exact(_)) => (10, "Y"),
            (Unit::Century, Amount::Some) => (1, "CE"),
            (Unit::Century, Amount::Exact(_)) => (100, "Y"),
        };
        f.write_str(if self.unit.is_clock() { "PT" } else { "P" })?;
        let Amount::Exact(amount) = self.amount else { return write!(f, "X{letter}") };
        let amount = amount.times(factor.into()).unwrap_or(amount);
        // Half of a unit that the next smaller one halves evenly is written with it: PT1H30M, P1Y6M.
        let half = amount.plus("-0.5".parse().unwrap_or_else(|_| 0.into())).and_then(Exact::whole);
        match (half, self.unit) {
            (Some(whole), Unit::Year | Unit::Hour | Unit::Minute) if whole >= 0 && self.rest.is_none() => {
                let (size, smaller) = match self.unit {
                    Unit::Year => (6, "M"),
                    Unit::Hour => (30, "M"),
                    _ => (30, "S"),
                };
                if whole > 0 {
                    write!(f, "{whole}{letter}")?;
                }
                return write!(f, "{size}{smaller}");
            }
            _ => write!(f, "{amount}{letter}")?,
        }
        let Some((rest, unit)) = self.rest else { return Ok(()) };
        if unit.is_clock() && !self.unit.is_clock() {
            f.write_str("T")?;
        }
        let letter = match unit {
            Unit::Second => "S",
            Unit::Minute | Unit::Month => "M",
            Unit::Hour => "H",
            Unit::Day => "D",
            _ => "W",
        };
        write!(f, "{rest}{letter}")
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Moment(when, hour) => {
                when.fmt(f)?;
                hour.map_or(Ok(()), |hour| hour.fmt(f))
            }
            Self::Length(length) => length.fmt(f),
        }
    }
}
