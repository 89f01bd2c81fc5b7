//! Steps on the calendar: the same unit, so many further on or back.

use crate::timex::{self, Unit, When};
use jiff::ToSpan;
use jiff::civil::Date;

/// A day of which nothing is known.
pub(crate) const UNKNOWN_DAY: When = When::DayOf { year: None, month: None, day: None };
/// The years that ISO 8601 writes with four digits.
const YEARS: std::ops::RangeInclusive<i16> = 0..=9999;
/// "N units later" beyond so many units is no date of this calendar.
pub(crate) const FURTHEST_SHIFT: i64 = 10_000;

/// A day of which everything is known.
pub(crate) fn whole_day(when: When) -> When {
    match when.days() {
        Some((day, _)) => When::Day(day),
        None => when,
    }
}

/// A unit of which nothing is known.
pub(crate) const fn unknown(unit: Unit) -> When {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => UNKNOWN_DAY,
        Unit::Week | Unit::Fortnight => When::Week { year: None, week: None },
        Unit::Weekend => When::Weekend { year: None, week: None },
        Unit::Month => When::Month { year: None, month: None },
        Unit::Quarter => When::Quarter { year: None, quarter: None },
        Unit::Year | Unit::Decade | Unit::Century => When::Year(None),
    }
}

pub(crate) fn distance((first, last): (Date, Date), now: Date) -> i32 {
    if first <= now && now <= last {
        return 0;
    }
    let days = |a: Date, b: Date| a.since(b).map_or(i32::MAX, |span| span.get_days()).abs();
    days(first, now).min(days(last, now))
}

pub(crate) fn quarter_of(day: Date) -> (i16, u8) {
    (day.year(), (day.month() as u8).div_ceil(3))
}

pub(crate) fn shift_quarter(year: i16, quarter: u8, by: i64) -> Option<(i16, u8)> {
    let all = i64::from(year) * 4 + i64::from(quarter) - 1 + by;
    let year = i16::try_from(all.div_euclid(4)).ok().filter(|year| YEARS.contains(year))?;
    Some((year, all.rem_euclid(4) as u8 + 1))
}

pub(crate) fn shift_day(day: Date, n: i64, unit: Unit) -> Option<Date> {
    let n = i32::try_from(n).ok().filter(|n| i64::from(n.abs()) <= FURTHEST_SHIFT)?;
    let span = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return Some(day),
        Unit::Day => n.days(),
        Unit::Week | Unit::Weekend => n.weeks(),
        Unit::Fortnight => (n * 2).weeks(),
        Unit::Month => n.months(),
        Unit::Quarter => (n * 3).months(),
        Unit::Year => n.try_years_span()?,
        Unit::Decade => (n * 10).try_years_span()?,
        Unit::Century => (n * 100).try_years_span()?,
    };
    day.checked_add(span).ok()
}

/// A span of years, or nothing where the calendar has not so many.
trait Years {
    fn try_years_span(self) -> Option<jiff::Span>;
}

impl Years for i32 {
    fn try_years_span(self) -> Option<jiff::Span> {
        jiff::Span::new().try_years(self).ok()
    }
}

/// What lies `by` units from `when` and has its grain: the day, the week, the month so many years on; `None` where that is unknown.
pub(crate) fn carried(when: When, by: i64, unit: Unit) -> Option<When> {
    let (first, last) = when.days()?;
    // The middle of a week or a month stays in the week or month that is meant.
    let middle = first.checked_add((first.until(last).ok()?.get_days() / 2).days()).ok()?;
    let moved = shift_day(middle, by, unit)?;
    Some(match when {
        When::Day(_) => When::Day(moved),
        When::Week { .. } => When::week_of(moved),
        When::Weekend { .. } => When::weekend_of(moved),
        When::Month { .. } => When::Month { year: Some(moved.year()), month: Some(moved.month() as u8) },
        When::Season { year, season } => When::Season { year: Some(year? + moved.year() - middle.year()), season },
        When::Year(_) => When::Year(Some(moved.year())),
        _ => return None,
    })
}

/// The unit that lies `by` units from the one that `when` lies in.
pub(crate) fn move_from(when: When, by: i32, unit: Unit) -> When {
    let year = when.year();
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => when,
        Unit::Day => match when.days().filter(|_| when.is_day()).and_then(|(day, _)| day.checked_add(by.days()).ok()) {
            Some(day) => When::Day(day),
            None => When::DayOf { year, month: if by == 0 { when.month() } else { None }, day: None },
        },
        Unit::Week | Unit::Fortnight | Unit::Weekend => {
            let weekend = unit == Unit::Weekend;
            let fine = when.is_day() || matches!(when, When::Week { .. } | When::Weekend { .. });
            match when.days().filter(|_| fine).and_then(|(day, _)| shift_day(day, i64::from(by), unit)) {
                Some(day) if weekend => When::weekend_of(day),
                Some(day) => When::week_of(day),
                None if weekend => When::Weekend { year, week: None },
                None => When::Week { year, week: None },
            }
        }
        Unit::Month => match (year, when.month()) {
            (Some(year), Some(month)) => {
                let all = i32::from(month) - 1 + by;
                let year = timex::shift_year(year, i64::from(all.div_euclid(12)));
                When::Month { year, month: Some(all.rem_euclid(12) as u8 + 1) }
            }
            (year, month) => When::Month { year, month: if by == 0 { month } else { None } },
        },
        Unit::Quarter => {
            let quarter = match when {
                When::Quarter { quarter, .. } => quarter,
                _ => when.month().map(|m| m.div_ceil(3)),
            };
            match year.zip(quarter).and_then(|(y, q)| shift_quarter(y, q, i64::from(by))) {
                Some((year, quarter)) => When::Quarter { year: Some(year), quarter: Some(quarter) },
                None => When::Quarter { year, quarter: None },
            }
        }
        Unit::Year => When::Year(year.and_then(|y| timex::shift_year(y, i64::from(by)))),
        Unit::Decade | Unit::Century => {
            let size = if unit == Unit::Decade { 10 } else { 100 };
            let now = match when {
                When::Decade { tens, bc } if unit == Unit::Decade => Some((i32::from(tens), bc)),
                When::Century { hundreds, bc } if unit == Unit::Century => Some((i32::from(hundreds), bc)),
                // The 20th century, `19`, ends with the year 2000.
                _ => year.map(|y| ((i32::from(y.abs()) - i32::from(size == 100)) / size, y < 0)),
            };
            let Some((now, bc)) = now else { return When::Year(None) };
            let moved = if bc { now - by } else { now + by };
            let Ok(moved) = i16::try_from(moved.max(0)) else { return When::Year(None) };
            if unit == Unit::Decade {
                When::Decade { tens: moved.min(999), bc }
            } else {
                When::Century { hundreds: moved.min(99), bc }
            }
        }
    }
}
