//! The reader of absolute dates, which mastheads, datelines and running text share.

use crate::{Class, Reading};
use jiff::civil::Date;
use std::ops::Range;

/// An absolute date of at least two parts, as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDate {
    /// Its tokens, a leading weekday included.
    pub tokens: Range<usize>,
    /// The year, where it is given.
    pub year: Option<i16>,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, where it is given.
    pub day: Option<u8>,
    /// The weekday in front of it, 1 (Monday) to 7, where it is given.
    pub weekday: Option<u8>,
    /// Whether day and month may have been taken the wrong way round ("05/06/2024").
    pub ambiguous: bool,
}

impl CalendarDate {
    /// The day, where year, month and day are given and exist.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        Date::new(self.year?, self.month as i8, self.day? as i8).ok()
    }

    /// Whether no year has such a day: "31 November", "30 February"; "29 February" of a common year too.
    #[must_use]
    pub fn is_impossible(&self) -> bool {
        // 2024 is a leap year: what it does not have, no year has.
        self.day.is_some_and(|day| Date::new(self.year.unwrap_or(2024), self.month as i8, day as i8).is_err())
    }

    /// As TIMEX3 writes it: `2024-11-12`, `2024-11`, `XXXX-11-12`.
    #[must_use]
    pub fn timex(&self) -> String {
        let year = self.year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
        match self.day {
            Some(day) => format!("{year}-{:02}-{day:02}", self.month),
            None => format!("{year}-{:02}", self.month),
        }
    }
}

/// Which of two numbers is the month where both could be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// 05/06 is 6 May: American usage.
    #[default]
    MonthFirst,
    /// 05/06 is 5 June: the usage of most of the world.
    DayFirst,
}

/// Reads the longest absolute date that begins at token `i`: "12 November 2024", "12th of November", "Nov. 12, 2024", "November
/// 2024", "Tuesday, 12 Nov", "2024-11-12", "12/11/2024", "12.11.2024". Bare months and bare years are left to the caller.
///
/// ```
/// use copydesk_core::{Article, Reading, lang::en::calendar};
/// let article = Article::new("a", "Published: 05 Dec. 2024, 11:27");
/// let reading = Reading::new(&article).unwrap();
/// assert_eq!(calendar::read(&reading, 2, Default::default()).unwrap().timex(), "2024-12-05");
/// ```
#[must_use]
pub fn read(reading: &Reading<'_>, i: usize, order: Order) -> Option<CalendarDate> {
    if reading.is(i, Class::WEEKDAY) {
        let mut at = i + 1;
        at += usize::from(reading.raw(at) == "." && reading.glued(at));
        at += usize::from(reading.raw(at) == ",");
        at += usize::from(reading.lower(at) == "the");
        let date = undated_weekday(reading, at, order)?;
        let weekday = Some(reading.word(i).weekday);
        return Some(CalendarDate { tokens: i..date.tokens.end, weekday, ..date });
    }
    undated_weekday(reading, i, order)
}

fn undated_weekday(reading: &Reading<'_>, i: usize, order: Order) -> Option<CalendarDate> {
    if reading.is(i, Class::MONTH) {
        month_first(reading, i)
    } else {
        numeric(reading, i, order).or_else(|| day_first(reading, i))
    }
}

fn number(reading: &Reading<'_>, i: usize) -> Option<u16> {
    if reading.is(i, Class::DIGITS) && reading.raw(i).len() <= 4 { reading.raw(i).parse().ok() } else { None }
}

/// A day of the month, with its ordinal ending; answers the token behind it.
fn day(reading: &Reading<'_>, i: usize) -> Option<(u8, usize)> {
    let day = number(reading, i).filter(|day| (1..=31).contains(day) && reading.raw(i).len() <= 2)? as u8;
    let end = i + 1;
    let ending = reading.glued(end) && matches!(reading.lower(end), "st" | "nd" | "rd" | "th");
    let end = end + usize::from(ending);
    // "12,000", "12.5", "12:30", "12%" are no days; "Feb. 21,2015" lacks its space.
    let year_behind_comma = reading.raw(end) == "," && reading.raw(end + 1).len() == 4;
    let runs_on = reading.glued(end)
        && (reading.is(end, Class::WORD | Class::PERCENT)
            || (reading.glued(end + 1) && reading.is(end + 1, Class::DIGITS) && !year_behind_comma));
    (!runs_on).then_some((day, end))
}

/// A year of four digits; answers the token behind it.
fn year(reading: &Reading<'_>, i: usize) -> Option<(i16, usize)> {
    let year = number(reading, i).filter(|year| (1000..=2999).contains(year) && reading.raw(i).len() == 4)?;
    let runs_on = reading.glued(i + 1)
        && (reading.is(i + 1, Class::WORD | Class::PERCENT)
            || (matches!(reading.raw(i + 1), "," | "." | ":")
                && reading.glued(i + 2)
                && reading.is(i + 2, Class::DIGITS)));
    (!runs_on).then_some((year as i16, i + 1))
}

/// The name of a month, with the stop of its abbreviation; answers the token behind it.
fn month(reading: &Reading<'_>, i: usize) -> Option<(u8, usize)> {
    let word = reading.word(i);
    // An abbreviation is followed by its stop, which is the month's only where the date goes on.
    let stop = reading.raw(i + 1) == "."
        && reading.glued(i + 1)
        && word.text.len() <= 4
        && (!matches!(word.text, "may" | "june" | "july") || reading.is(i + 2, Class::DIGITS));
    (word.month > 0).then_some((word.month, i + 1 + usize::from(stop)))
}

fn month_first(reading: &Reading<'_>, i: usize) -> Option<CalendarDate> {
    let (month, after) = month(reading, i)?;
    let base = CalendarDate { tokens: i..after, year: None, month, day: None, weekday: None, ambiguous: false };
    let the = usize::from(reading.lower(after) == "the");
    if let Some((day, mut end)) = day(reading, after + the) {
        let comma = usize::from(reading.raw(end) == ",");
        let year = year(reading, end + comma);
        if let Some((_, after)) = year {
            end = after;
        }
        return Some(CalendarDate { tokens: i..end, year: year.map(|y| y.0), day: Some(day), ..base });
    }
    let between = match reading.lower(after) {
        "," | "of" => 1,
        _ => 0,
    };
    let (year, end) = year(reading, after + between)?;
    Some(CalendarDate { tokens: i..end, year: Some(year), ..base })
}

fn day_first(reading: &Reading<'_>, i: usize) -> Option<CalendarDate> {
    let (day, mut at) = day(reading, i)?;
    at += usize::from(reading.lower(at) == "of");
    at += usize::from(reading.is(at, Class::DASH) && reading.glued(at));
    let (month, after) = month(reading, at)?;
    let comma = match reading.raw(after) {
        "," => 1,
        _ => usize::from(reading.is(after, Class::DASH) && reading.glued(after)),
    };
    let year = year(reading, after + comma);
    // The stop behind "12 Nov." ends the sentence unless a year follows; without it the date is whole.
    let end = year.map_or(if after > at + 1 && !reading.is(after, Class::WORD) { at + 1 } else { after }, |y| y.1);
    Some(CalendarDate {
        tokens: i..end,
        year: year.map(|y| y.0),
        month,
        day: Some(day),
        weekday: None,
        ambiguous: false,
    })
}

/// "2024-11-12", "2024/11/12", "12/11/2024", "12.11.2024", "12-11-24".
fn numeric(reading: &Reading<'_>, i: usize, order: Order) -> Option<CalendarDate> {
    let sign = reading.raw(i + 1);
    let glued = (i + 1..i + 5).all(|at| reading.glued(at)) && reading.raw(i + 3) == sign;
    if !glued || !(matches!(sign, "/" | ".") || reading.is(i + 1, Class::DASH)) {
        return None;
    }
    let (a, b, c) = (number(reading, i)?, number(reading, i + 2)?, number(reading, i + 4)?);
    // "2024-11-12-3" and "1.2.3.4" are identifiers; a time may follow with a T.
    if reading.glued(i + 5)
        && (reading.raw(i + 5) == sign && reading.is(i + 6, Class::DIGITS) && reading.glued(i + 6)
            || reading.is(i + 5, Class::WORD) && !reading.lower(i + 5).starts_with('t'))
    {
        return None;
    }
    let lengths = (reading.raw(i).len(), reading.raw(i + 2).len(), reading.raw(i + 4).len());
    // "12/5/31" is a date, "12.5.31" and "12-5-31" may number a section.
    let section = lengths == (2, 1, 2) && sign != "/";
    let (year, month, day, ambiguous) = match lengths {
        (4, 1..=2, 1..=2) => (a, b, c, false),
        (1..=2, 1..=2, 2 | 4) if !section => {
            let year = if lengths.2 == 4 { c } else { c + if c < 70 { 2000 } else { 1900 } };
            let day_first = match (a > 12, b > 12) {
                (true, false) => true,
                (false, true) => false,
                // Stops between the parts are continental, and the day comes first there.
                _ => order == Order::DayFirst || sign == ".",
            };
            let (day, month) = if day_first { (a, b) } else { (b, a) };
            (year, month, day, a <= 12 && b <= 12 && a != b && sign != ".")
        }
        _ => return None,
    };
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || year < 1000 {
        return None;
    }
    Some(CalendarDate {
        tokens: i..i + 5,
        year: Some(year as i16),
        month: month as u8,
        day: Some(day as u8),
        weekday: None,
        ambiguous,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;

    fn check(text: &str, words: &str, timex: &str) {
        let article = Article::new("t", text);
        let reading = Reading::new(&article).unwrap();
        let found = read(&reading, 0, Order::default()).unwrap_or_else(|| panic!("{text:?}: no date"));
        assert_eq!(reading.slice(reading.span(found.tokens.clone())), words, "{text:?}");
        assert_eq!(found.timex(), timex, "{text:?}");
    }

    #[test]
    fn absolute_dates() {
        check("12 November 2024, they say", "12 November 2024", "2024-11-12");
        check("12th of November they came", "12th of November", "XXXX-11-12");
        check("Nov. 12, 2024, they came", "Nov. 12, 2024", "2024-11-12");
        check("Nov. 12. They came", "Nov. 12", "XXXX-11-12");
        check("Dec 5 (ANP)", "Dec 5", "XXXX-12-05");
        check("November 2024", "November 2024", "2024-11");
        check("Tuesday, Nov. 12", "Tuesday, Nov. 12", "XXXX-11-12");
        check("2024-11-12T10:00", "2024-11-12", "2024-11-12");
        check("13/11/2024", "13/11/2024", "2024-11-13");
        check("05/06/2024", "05/06/2024", "2024-05-06");
        check("05.06.2024", "05.06.2024", "2024-06-05");
        check("5 Dec. 2024", "5 Dec. 2024", "2024-12-05");
        check("Feb. 21,2015, they came", "Feb. 21,2015", "2015-02-21");
        check("07 May. 2031, 10:14", "07 May. 2031", "2031-05-07");
        check("12 July. They came", "12 July", "XXXX-07-12");
        check("7/8/07, in American", "7/8/07", "2007-07-08");
        check("12/8/07, in American", "12/8/07", "2007-12-08");
        check("29 February 2023", "29 February 2023", "2023-02-29");
    }

    #[test]
    fn what_is_no_date_is_left_alone() {
        for text in ["May be", "12,000 November", "November 12,000", "1.2.3.4", "March on", "12 monkeys", "2024"] {
            let article = Article::new("t", text);
            let reading = Reading::new(&article).unwrap();
            assert_eq!(read(&reading, 0, Order::default()), None, "{text:?}");
        }
    }

    #[test]
    fn impossible_days_are_known() {
        let article = Article::new("t", "31 November");
        let reading = Reading::new(&article).unwrap();
        assert!(read(&reading, 0, Order::default()).unwrap().is_impossible());
    }
}
