//! What a story of the past tells: its dates follow one another, and the day of publication is nothing to them.

use super::desk::cases;
use super::form::{Form, hold};
use super::frames::Frame;
use super::frames::Setting::Plain;
use super::meant::{self, Meant, weekday_from};
use super::words::{self, MONTHS, cardinal};
use super::written::days;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

/// Six years that are long past make a text a story.
fn story(on: Date) -> Form {
    let years = ["the war began", "it spread", "it stood still", "it turned", "it raged"];
    let mut story = Form::new((on.year() - 5).to_string(), meant::year(on.year() - 5));
    for (n, what) in (1..).zip(years) {
        let year = on.year() - 5 + n;
        let joint = if n == 5 { format!(" {what}, and in ") } else { format!(" {what}; in ") };
        story = story.and(&joint, year.to_string(), meant::year(year));
    }
    let written = format!("{} {} {}", on.day(), words::month(on), on.year());
    story.and(" it was over. On ", written, meant::day(on))
}

const STORY: &[Frame] = &[
    Frame(Plain, "In {} the army left."),
    Frame(Plain, "In {}, and the town was free."),
    Frame(Plain, "In {}.\n\nNobody had thought so."),
];

fn told(on: Date, n: i32, weekday: Weekday, month: i8) -> Vec<(&'static str, String, Meant)> {
    let shifted = |by: i32| on.checked_add(by.days()).unwrap();
    let first = on.first_of_month();
    let name = words::WEEKDAYS[weekday.to_monday_zero_offset() as usize];
    // The next month of that name: a story goes forward.
    let next = (1..=12).map(|n: i32| first.checked_add(n.months()).unwrap()).find(|day| day.month() == month).unwrap();
    let days_later = format!("{} days later", cardinal(n as usize));
    let mut all = vec![
        (". ", "That day".to_owned(), meant::day(on)),
        (". ", "The next day".to_owned(), meant::day(shifted(1))),
        (". ", "The following week".to_owned(), meant::week(shifted(7))),
        (". ", "The following month".to_owned(), meant::month(on.last_of_month().tomorrow().unwrap())),
        (". ", "Later that year".to_owned(), meant::year(on.year()).with("END")),
        // The day told of counts.
        (". On ", name.to_owned(), meant::day(weekday_from(on.yesterday().unwrap(), weekday, 1))),
        (". At ", "that time".to_owned(), meant::day(on)),
        (". In ", "the morning".to_owned(), meant::day(on).at("TMO")),
        (". At ", "noon".to_owned(), meant::day(on).at("T12:00")),
        (". At ", "7:15 a.m.".to_owned(), meant::day(on).at("T07:15")),
        (". ", title(&days_later), meant::day(shifted(n))),
    ];
    for later in on.day() + 1..=on.days_in_month() {
        all.push((
            ". On ",
            format!("the {}", words::nth(later as usize)),
            meant::day(date(on.year(), on.month(), later)),
        ));
    }
    if next.year() == on.year() {
        all.push((". In ", MONTHS[month as usize - 1].to_owned(), meant::month(next)));
        all.push((". On ", format!("14 {}", MONTHS[month as usize - 1]), meant::day(date(next.year(), month, 14))));
    }
    all
}

fn title(words: &str) -> String {
    let mut words = words.to_owned();
    words.get_mut(..1).unwrap().make_ascii_uppercase();
    words
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn a_story_goes_forward(
        on in days(date(1805, 1, 1), date(1945, 12, 31)),
        n in 2_i32..30,
        weekday in 1_i8..=7,
        month in 1_i8..=12,
        frame in 0_usize..STORY.len(),
    ) {
        let weekday = Weekday::from_monday_one_offset(weekday).unwrap();
        let forms: Vec<_> = told(on, n, weekday, month)
            .into_iter()
            .map(|(joint, words, meant)| ("", story(on).and(&format!(" it rested{joint}"), words, meant)))
            .collect();
        hold(&forms, STORY, frame, Some("2031-05-06")).map_err(TestCaseError::fail)?;
        hold(&forms, STORY, frame, None).map_err(TestCaseError::fail)?;
    }
}
