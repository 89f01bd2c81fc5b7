//! Dates that are written out, whole and in part, in British, American and ISO order.

use super::desk::cases;
use super::form::{Form, hold};
use super::frames::{FRAMES, FUTURE, PAST};
use super::meant::{self, open};
use super::words::{self, SHORT_MONTHS, SHORT_WEEKDAYS, THREE_LETTERS};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// A day from first to last.
pub fn days(first: Date, last: Date) -> impl Strategy<Value = Date> {
    let long = first.until(last).unwrap().get_days();
    (0..=long).prop_map(move |n| first.checked_add(n.days()).unwrap())
}

/// A day with its year.
fn whole(on: Date) -> Vec<(&'static str, Form)> {
    let (y, m, d) = (on.year(), on.month(), on.day());
    let month = words::month(on);
    let (short, three) = (SHORT_MONTHS[m as usize - 1], THREE_LETTERS[m as usize - 1]);
    let (weekday, short_weekday) = (words::weekday(on), SHORT_WEEKDAYS[on.weekday().to_monday_zero_offset() as usize]);
    let (nth, ordinal) = (words::nth(d as usize), words::ordinal(d as usize));
    let mut forms = vec![
        // British
        format!("{d} {month} {y}"),
        format!("{d:02} {month} {y}"),
        format!("{d} {month}, {y}"),
        format!("{nth} {month} {y}"),
        format!("{nth} of {month} {y}"),
        format!("the {nth} of {month} {y}"),
        format!("the {nth} of {month}, {y}"),
        format!("{ordinal} of {month} {y}"),
        format!("the {ordinal} of {month}, {y}"),
        format!("{d} {three} {y}"),
        format!("{d} {short} {y}"),
        format!("{d:02}-{three}-{y}"),
        format!("{d}-{month}-{y}"),
        // American
        format!("{month} {d}, {y}"),
        format!("{month} {d} {y}"),
        format!("{month} {nth}, {y}"),
        format!("{month} the {nth}, {y}"),
        format!("{month} {ordinal}, {y}"),
        format!("{month} the {ordinal}, {y}"),
        format!("{short} {d}, {y}"),
        format!("{three} {d}, {y}"),
        format!("{short} {d} {y}"),
        // With the day of the week
        format!("{weekday}, {month} {d}, {y}"),
        format!("{weekday} {month} {d}, {y}"),
        format!("{weekday}, {d} {month} {y}"),
        format!("{weekday} {d} {month} {y}"),
        format!("{weekday}, the {nth} of {month} {y}"),
        format!("{weekday} the {nth} of {month}, {y}"),
        format!("{short_weekday}, {d} {three} {y}"),
        format!("{short_weekday}., {short} {d}, {y}"),
        // ISO, and other orders that begin with the year
        format!("{y}-{m:02}-{d:02}"),
        format!("{y}/{m:02}/{d:02}"),
        format!("{y}.{m:02}.{d:02}"),
        // Stops are continental: the day first.
        format!("{d:02}.{m:02}.{y}"),
        format!("{d}.{m}.{y}"),
        // Otherwise the month, where both could be one.
        format!("{m}/{d}/{y}"),
        format!("{m:02}/{d:02}/{y}"),
        format!("{m}-{d}-{y}"),
        format!("{m:02}-{d:02}-{y}"),
    ];
    if d > 12 {
        forms.extend([format!("{d}/{m}/{y}"), format!("{d:02}-{m:02}-{y}"), format!("{m:02}.{d:02}.{y}")]);
    }
    if (1970..2070).contains(&y) {
        let short = y % 100;
        forms.extend([
            format!("{m}/{d}/{short:02}"),
            format!("{m:02}/{d:02}/{short:02}"),
            format!("{m:02}-{d:02}-{short:02}"),
            format!("{d:02}.{m:02}.{short:02}"),
        ]);
    }
    let meant = meant::day(on);
    forms.into_iter().map(|words| ("on", Form::new(words, meant.clone()))).collect()
}

/// A month with its year.
fn month(on: Date) -> Vec<(&'static str, Form)> {
    let y = on.year();
    let name = words::month(on);
    let (short, three) = (SHORT_MONTHS[on.month() as usize - 1], THREE_LETTERS[on.month() as usize - 1]);
    let meant = meant::month(on);
    let plain = [
        format!("{name} {y}"),
        format!("{name}, {y}"),
        format!("{name} of {y}"),
        format!("{short} {y}"),
        format!("{three} {y}"),
    ];
    let mut forms: Vec<_> = plain.into_iter().map(|words| ("in", Form::new(words, meant.clone()))).collect();
    for (lead, words, modifier) in [
        ("in", format!("early {name} {y}"), "START"),
        ("in", format!("late {name} {y}"), "END"),
        ("in", format!("mid-{name} {y}"), "MID"),
        ("in", format!("mid {name} {y}"), "MID"),
        ("in", format!("the middle of {name} {y}"), "MID"),
        ("at", format!("the beginning of {name} {y}"), "START"),
        ("at", format!("the start of {name} {y}"), "START"),
        ("by", format!("the end of {name} {y}"), "END"),
        ("in", format!("early {short} {y}"), "START"),
        ("", format!("late in {name} {y}"), "END"),
    ] {
        forms.push((lead, Form::new(words, meant.clone().with(modifier))));
    }
    forms
}

/// A day of the year without its year.
fn yearless(on: Date) -> Vec<(&'static str, String)> {
    let d = on.day();
    let month = words::month(on);
    let (short, three) = (SHORT_MONTHS[on.month() as usize - 1], THREE_LETTERS[on.month() as usize - 1]);
    let weekday = words::weekday(on);
    let (nth, ordinal) = (words::nth(d as usize), words::ordinal(d as usize));
    [
        format!("{d} {month}"),
        format!("{nth} {month}"),
        format!("{nth} of {month}"),
        format!("the {nth} of {month}"),
        format!("the {ordinal} of {month}"),
        format!("{d} {three}"),
        format!("{month} {d}"),
        format!("{month} {nth}"),
        format!("{month} the {nth}"),
        format!("{month} {ordinal}"),
        format!("{short} {d}"),
        format!("{three} {d}"),
        format!("{weekday}, {month} {d}"),
        format!("{weekday} {d} {month}"),
        format!("{weekday}, {short} {d}"),
        format!("{weekday} the {nth} of {month}"),
    ]
    .map(|words| ("on", words))
    .into()
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_whole_date(on in days(date(1600, 1, 1), date(2199, 12, 31)), frame in 0_usize..FRAMES) {
        let published = Some("2031-05-06");
        hold(&whole(on), PAST, frame, published).map_err(TestCaseError::fail)?;
        hold(&whole(on), FUTURE, frame, None).map_err(TestCaseError::fail)?;
        hold(&month(on), PAST, frame, published).map_err(TestCaseError::fail)?;
    }

    /// The nearest in the direction of the verb, where that is not much further off than the one in the other.
    #[test]
    fn a_day_of_the_year(
        now in days(date(1950, 1, 1), date(2060, 12, 31)),
        by in 1_i32..=160,
        frame in 0_usize..FRAMES,
    ) {
        let published = now.to_string();
        for (frames, by) in [(PAST, -by), (FUTURE, by)] {
            let on = now.checked_add(by.days()).unwrap();
            let forms: Vec<_> = yearless(on).into_iter().map(|(lead, words)| (lead, Form::new(words, meant::day(on)))).collect();
            hold(&forms, frames, frame, Some(&published)).map_err(TestCaseError::fail)?;
        }
    }

    /// Without a day of publication the year stays open.
    #[test]
    fn a_day_of_an_unknown_year(on in days(date(2028, 1, 1), date(2028, 12, 31)), frame in 0_usize..FRAMES) {
        let meant = open(format!("XXXX-{:02}-{:02}", on.month(), on.day()));
        let forms: Vec<_> = yearless(on).into_iter().map(|(lead, words)| (lead, Form::new(words, meant.clone()))).collect();
        hold(&forms, PAST, frame, None).map_err(TestCaseError::fail)?;
        hold(&forms, FUTURE, frame, None).map_err(TestCaseError::fail)?;
    }

    /// A day or month that the year before, now or next has.
    #[test]
    fn a_day_of_a_year_beside_this(
        now in days(date(1950, 1, 1), date(2060, 12, 31)),
        month in 1_i8..=12,
        d in 1_i8..=28,
        frame in 0_usize..FRAMES,
    ) {
        let published = now.to_string();
        for (by, year, frames) in [(-1, "last year", PAST), (0, "this year", PAST), (1, "next year", FUTURE)] {
            let on = date(now.year() + by, month, d);
            let (name, short) = (words::month(on), SHORT_MONTHS[month as usize - 1]);
            let forms = [
                ("on", Form::new(format!("{d} {name} {year}"), meant::day(on))),
                ("on", Form::new(format!("{short} {d} {year}"), meant::day(on))),
                ("on", Form::new(format!("{short} {d} of {year}"), meant::day(on))),
                ("in", Form::new(format!("{name} {year}"), meant::month(on))),
                ("in", Form::new(format!("{name} of {year}"), meant::month(on))),
                ("in", Form::new(format!("early {name} of {year}"), meant::month(on).with("START"))),
            ];
            hold(&forms, frames, frame, Some(&published)).map_err(TestCaseError::fail)?;
        }
    }

    /// A day that no calendar has is no date.
    #[test]
    fn an_impossible_day_is_none(
        year in 1900_i16..2100,
        // 32 is no day at all, and may count what stands behind it.
        month in prop::sample::select(&[2_i8, 4, 6, 9, 11][..]),
        frame in 0_usize..FRAMES,
    ) {
        let first = date(year, month, 1);
        let d = first.days_in_month() + 1;
        let name = words::month(first);
        for words in [format!("{d} {name} {year}"), format!("{name} {d}, {year}"), format!("{year}-{month:02}-{d:02}")] {
            let text = PAST[frame % PAST.len()].1.replace("{}", &format!("on {words}"));
            prop_assert!(super::desk::read(&text, Some("2031-05-06")).is_empty(), "{}", text);
        }
    }
}
