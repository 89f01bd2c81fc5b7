//! What is counted from a day of publication that nobody knows: its grain is known, its place is not.

use super::desk::cases;
use super::form::{Form, hold};
use super::frames::{FRAMES, FUTURE, PAST};
use super::meant::{self, open};
use super::words::{MONTHS, NTH, SEASONS, WEEKDAYS, cardinal};
use proptest::prelude::*;

type Forms = Vec<(&'static str, Form)>;

fn form(words: impl AsRef<str>, value: impl Into<String>) -> (&'static str, Form) {
    ("", Form::new(words, open(value)))
}

fn time(words: impl AsRef<str>, day: &str, hour: &str) -> (&'static str, Form) {
    ("", Form::new(words, open(day).at(hour)))
}

const DAY: &str = "XXXX-XX-XX";

fn picked(pick: &str) -> Forms {
    [
        ("week", "XXXX-WXX"),
        ("weekend", "XXXX-WXX-WE"),
        ("month", "XXXX-XX"),
        ("quarter", "XXXX-QX"),
        ("year", "XXXX"),
        ("decade", "XXXX"),
        ("century", "XXXX"),
    ]
    .map(|(unit, value)| form(format!("{pick} {unit}"), value))
    .into()
}

fn members(weekday: usize, month: usize, nth: usize, pick: &str) -> Forms {
    let of_week = format!("XXXX-WXX-{}", weekday + 1);
    let of_year = format!("XXXX-{:02}", month + 1);
    let season = format!("XXXX-{}", ["SP", "SU", "FA", "WI"][nth]);
    let (day, name) = (WEEKDAYS[weekday], MONTHS[month]);
    vec![
        ("on", Form::new(day, open(of_week.clone()))),
        form(format!("{pick} {day}"), of_week.clone()),
        ("on", Form::new(format!("{day} morning"), open(of_week.clone()).at("TMO"))),
        ("on", Form::new(format!("{day} at 7:15 p.m."), open(of_week).at("T19:15"))),
        ("in", Form::new(name, open(of_year.clone()))),
        ("in", Form::new(format!("early {name}"), open(of_year.clone()).with("START"))),
        form(format!("{pick} {name}"), of_year),
        form(format!("{pick} {}", SEASONS[nth]), season),
        ("in", Form::new(format!("the {} quarter", NTH[nth]), open(format!("XXXX-Q{}", nth + 1)))),
        ("in", Form::new(format!("the {} half of {pick} year", NTH[nth % 2]), open(format!("XXXX-H{}", nth % 2 + 1)))),
    ]
}

fn counted(n: usize, ahead: bool) -> Forms {
    let words = cardinal(n);
    [("days", DAY), ("weeks", "XXXX-WXX"), ("months", "XXXX-XX"), ("years", "XXXX"), ("decades", "XXXX")]
        .map(|(unit, value)| form(format!("{words} {unit} {}", if ahead { "from now" } else { "ago" }), value))
        .into()
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn without_a_day_of_publication(
        (weekday, month, nth) in (0_usize..7, 0_usize..12, 0_usize..4),
        n in 2_usize..30,
        frame in 0_usize..FRAMES,
    ) {
        let mut both = vec![
            form("today", DAY),
            time("tonight", DAY, "TNI"),
            time("this morning", DAY, "TMO"),
            ("at", Form::new("7:15 p.m.", open(DAY).at("T19:15"))),
            ("at", Form::new("19:15 GMT", open(DAY).at("T19:15Z"))),
        ];
        both.extend(picked("this"));
        let mut past = vec![form("yesterday", DAY), time("last night", DAY, "TNI"), form("the day before yesterday", DAY)];
        past.extend(picked("last"));
        past.extend(members(weekday, month, nth, "last"));
        past.extend(counted(n, false));
        let mut future = vec![form("tomorrow", DAY), time("tomorrow night", DAY, "TNI")];
        future.extend(picked("next"));
        future.extend(members(weekday, month, nth, "next"));
        future.extend(counted(n, true));
        hold(&both, PAST, frame, None).map_err(TestCaseError::fail)?;
        hold(&past, PAST, frame, None).map_err(TestCaseError::fail)?;
        hold(&future, FUTURE, frame, None).map_err(TestCaseError::fail)?;
        // A stretch has its length, and no days.
        let stretch = [("over", Form::new(format!("the past {} years", cardinal(n)), meant::length(format!("P{n}Y"))))];
        hold(&stretch, PAST, frame, None).map_err(TestCaseError::fail)?;
    }
}
