//! What is counted from a date that the text has mentioned.

use super::desk::cases;
use super::form::{Form, hold};
use super::frames::Setting::{Lines, Plain, Typeset};
use super::frames::{FRAMES, Frame};
use super::meant::{self, Meant, weekday_from};
use super::words::{self, SEASONS, cardinal};
use super::written::days;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

/// What joins the mention to what is counted from it.
const JOINTS: [&str; 5] = [
    " and was raised ",
    " in a storm, and was raised ",
    ". It was raised ",
    ", an aide said, and was raised ",
    " in a storm. Nobody was hurt. It was raised ",
];
const SUNK: &[Frame] = &[
    Frame(Typeset, "The ship sank {} in Telis."),
    Frame(Plain, "The ship sank {} in Telis."),
    Frame(Plain, "The ship sank {}."),
    Frame(Plain, "The ship sank {}, an aide said."),
    Frame(Plain, "“The ship sank {},” the minister said."),
    Frame(
        Lines,
        "It was not told why, but of all the ships of that great fleet on the river it was the oldest one that sank {}, an aide said. Nobody knew who had been on board, or who had lit its lamps, and nobody asked.",
    ),
    Frame(Plain, "Ship sank {} in Telis\n\nThe hall was full, and nobody left it."),
];

/// What is counted from a day.
fn from_day(on: Date, n: i32, weekday: Weekday) -> Vec<(String, Meant)> {
    let shifted = |by: i32| on.checked_add(by.days()).unwrap();
    let weeks = |by: i32| meant::week(on.checked_add(by.weeks()).unwrap());
    let months = |by: i32| meant::month(on.first_of_month().checked_add(by.months()).unwrap());
    let word = cardinal(n as usize);
    let name = words::WEEKDAYS[weekday.to_monday_zero_offset() as usize];
    let s = if n == 1 { "" } else { "s" };
    let y = on.year();
    let mut all = vec![
        (format!("{word} day{s} later"), meant::day(shifted(n))),
        (format!("{n} day{s} later"), meant::day(shifted(n))),
        (format!("{word} day{s} earlier"), meant::day(shifted(-n))),
        (format!("{word} day{s} before"), meant::day(shifted(-n))),
        (format!("{word} week{s} later"), weeks(n)),
        (format!("{word} week{s} earlier"), weeks(-n)),
        (format!("{word} month{s} later"), months(n)),
        (format!("{word} month{s} earlier"), months(-n)),
        (format!("{word} year{s} later"), meant::year(y + n as i16)),
        (format!("{word} year{s} earlier"), meant::year(y - n as i16)),
        (format!("{word} decade{s} later"), meant::year(y + n as i16 * 10)),
        (format!("more than {word} year{s} later"), meant::year(y + n as i16).with("MORE_THAN")),
        (format!("about {word} week{s} later"), weeks(n).with("APPROX")),
        ("a day later".to_owned(), meant::day(shifted(1))),
        ("a week later".to_owned(), weeks(1)),
        ("a year later".to_owned(), meant::year(y + 1)),
        ("a year and a half later".to_owned(), months(18)),
        ("the following day".to_owned(), meant::day(shifted(1))),
        ("the next day".to_owned(), meant::day(shifted(1))),
        ("the very next day".to_owned(), meant::day(shifted(1))),
        ("the day after".to_owned(), meant::day(shifted(1))),
        ("the day before".to_owned(), meant::day(shifted(-1))),
        ("the previous day".to_owned(), meant::day(shifted(-1))),
        ("the preceding day".to_owned(), meant::day(shifted(-1))),
        ("the same day".to_owned(), meant::day(on)),
        ("that same day".to_owned(), meant::day(on)),
        ("that day".to_owned(), meant::day(on)),
        ("the same night".to_owned(), meant::day(on).at("TNI")),
        ("that evening".to_owned(), meant::day(on).at("TEV")),
        ("the following morning".to_owned(), meant::day(shifted(1)).at("TMO")),
        ("the next morning".to_owned(), meant::day(shifted(1)).at("TMO")),
        ("the previous evening".to_owned(), meant::day(shifted(-1)).at("TEV")),
        ("the night before".to_owned(), meant::day(shifted(-1)).at("TNI")),
        (format!("the following {name}"), meant::day(weekday_from(on, weekday, 1))),
        (format!("the previous {name}"), meant::day(weekday_from(on, weekday, -1))),
    ];
    for (word, by) in [("following", 1), ("previous", -1), ("preceding", -1), ("same", 0)] {
        all.push((format!("the {word} week"), weeks(by)));
        all.push((format!("the {word} month"), months(by)));
        all.push((format!("the {word} year"), meant::year(y + by as i16)));
    }
    for (word, by) in [("before", -1), ("after", 1)] {
        all.push((format!("the week {word}"), weeks(by)));
        all.push((format!("the month {word}"), months(by)));
        all.push((format!("the year {word}"), meant::year(y + by as i16)));
    }
    all.extend([
        ("that week".to_owned(), weeks(0)),
        ("that month".to_owned(), months(0)),
        ("that year".to_owned(), meant::year(y)),
        ("that same year".to_owned(), meant::year(y)),
        ("later that year".to_owned(), meant::year(y).with("END")),
        ("earlier that year".to_owned(), meant::year(y).with("START")),
        ("early the following year".to_owned(), meant::year(y + 1).with("START")),
        ("at the end of that year".to_owned(), meant::year(y).with("END")),
    ]);
    all
}

/// The next unit, which is the one behind a day that is told of close before.
fn next(on: Date) -> Vec<(String, Meant)> {
    vec![
        ("the next week".to_owned(), meant::week(on.checked_add(1.week()).unwrap())),
        ("the next month".to_owned(), meant::month(on.last_of_month().tomorrow().unwrap())),
        ("the next year".to_owned(), meant::year(on.year() + 1)),
    ]
}

/// Members of the year that lie before, in and behind the day.
fn members(on: Date, month: i8, nth: usize) -> Vec<(String, Meant)> {
    let name = words::MONTHS[month as usize - 1];
    let of = |by: i16| date(on.year() + by, month, 1);
    let following = if of(0) > on.last_of_month() { of(0) } else { of(1) };
    let previous = if of(0).last_of_month() < on { of(0) } else { of(-1) };
    let season = SEASONS[nth];
    let behind = (-1..=1).map(|by| meant::season(on.year() + by, nth)).find(|s| s.days.unwrap().0 > on).unwrap();
    vec![
        (format!("the following {name}"), meant::month(following)),
        (format!("the previous {name}"), meant::month(previous)),
        (format!("in {name} of that year"), meant::month(of(0))),
        (format!("in {name} of the following year"), meant::month(of(1))),
        (format!("on 14 {name} of that year"), meant::day(date(on.year(), month, 14))),
        (format!("the following {season}"), behind),
        (format!("in the {season} of that year"), meant::season(on.year(), nth)),
    ]
}

/// The words that lead to an expression are not its own.
fn join(mention: &Form, joint: &str, words: &str, meant: Meant) -> (&'static str, Form) {
    for lead in ["in ", "on ", "at "] {
        if let Some(rest) = words.strip_prefix(lead) {
            return ("on", mention.clone().and(&format!("{joint}{lead}"), rest, meant));
        }
    }
    ("on", mention.clone().and(joint, words, meant))
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn what_a_mention_places(
        on in days(date(2015, 1, 1), date(2031, 4, 20)),
        n in 1_i32..30,
        weekday in 1_i8..=7,
        month in 1_i8..=12,
        nth in 0_usize..4,
        joint in prop::sample::select(&JOINTS[..]),
        frame in 0_usize..FRAMES,
    ) {
        let mention = Form::new(format!("{} {} {}", on.day(), words::month(on), on.year()), meant::day(on));
        let weekday = Weekday::from_monday_one_offset(weekday).unwrap();
        let mut all = from_day(on, n, weekday);
        all.extend(members(on, month, nth));
        if !joint.contains("Nobody") {
            all.extend(next(on));
        }
        let forms: Vec<_> = all.into_iter().map(|(words, meant)| join(&mention, joint, &words, meant)).collect();
        hold(&forms, SUNK, frame, Some("2031-05-06")).map_err(TestCaseError::fail)?;
        hold(&forms, SUNK, frame, None).map_err(TestCaseError::fail)?;
    }

    /// What was done "over the next three days" was done from the day told of on.
    #[test]
    fn a_length_goes_on_from_a_mention(on in days(date(2015, 1, 1), date(2031, 4, 20)), n in 2_i32..30, frame in 0_usize..FRAMES) {
        let mention = Form::new(format!("{} {} {}", on.day(), words::month(on), on.year()), meant::day(on));
        let mut forms = Vec::new();
        for (name, letter, span) in [("days", "D", n.days()), ("weeks", "W", n.weeks()), ("months", "M", n.months())] {
            let until = on.checked_add(span).unwrap();
            let meant = Meant::new(copydesk_dates::Type::Duration, format!("P{n}{letter}"), Some((on, until)));
            forms.push(("on", mention.clone().and(". Over ", format!("the next {n} {name}"), meant).then(" it was raised")));
        }
        hold(&forms, SUNK, frame, Some("2031-05-06")).map_err(TestCaseError::fail)?;
        hold(&forms, SUNK, frame, None).map_err(TestCaseError::fail)?;
    }

    /// An event places a length; where its day is named, the length ends on a day.
    #[test]
    fn what_an_event_places(
        on in days(date(2015, 1, 1), date(2031, 4, 20)),
        n in 2_i32..30,
        frame in 0_usize..FRAMES,
    ) {
        let word = cardinal(n as usize);
        let date = format!("{} {} {}", on.day(), words::month(on), on.year());
        let mut forms = Vec::new();
        for (behind, by) in [("after", 1), ("before", -1)] {
            let day = on.checked_add((by * n).days()).unwrap();
            let week = on.checked_add((by * n).weeks()).unwrap();
            let dated = Meant::new(copydesk_dates::Type::Duration, format!("P{n}D"), Some((day, day)));
            forms.push(("", Form::new(format!("{word} days"), dated).and(&format!(" {behind} the "), &date, meant::day(on)).then(" vote")));
            let dated = Meant::new(copydesk_dates::Type::Duration, format!("P{n}W"), Some((week, week)));
            forms.push(("", Form::new(format!("{n} weeks"), dated).and(&format!(" {behind} the vote of "), &date, meant::day(on))));
            forms.push(("", Form::new(format!("{word} months"), meant::length(format!("P{n}M"))).then(&format!(" {behind} the president fell"))));
            forms.push(("", Form::new("the day", meant::open("XXXX-XX-XX")).then(&format!(" {behind} the vote"))));
            forms.push(("", Form::new("the week", meant::open("XXXX-WXX")).then(&format!(" {behind} the vote"))));
            forms.push(("", Form::new(format!("{word} hours"), meant::length(format!("PT{n}H"))).then(&format!(" {behind} the vote"))));
        }
        hold(&forms, SUNK, frame, Some("2031-05-06")).map_err(TestCaseError::fail)?;
    }
}
