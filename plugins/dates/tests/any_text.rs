//! Whatever the text: no panic, spans inside it in order, values that TIMEX3 allows, and dates that read back as they were written.

#![allow(clippy::unwrap_used, clippy::string_slice)]

mod timex3;

use copydesk_core::{Article, Engine, Meta};
use copydesk_dates::{Date, Dates};
use copydesk_masthead::Mastheads;
use copydesk_zones::Zones;
use proptest::prelude::*;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    Engine::builder().analyzer::<Zones>().analyzer::<Mastheads>().analyzer::<Dates>().build().unwrap()
});

/// The findings' words and values.
fn read(text: &str, published: Option<&str>) -> Vec<(String, String)> {
    let meta = Meta { published: published.map(str::to_owned), language: Some("en".to_owned()), ..Meta::EMPTY };
    let article = Article { id: "any".to_owned(), text: text.to_owned(), meta, ..Article::default() };
    let analysis = ENGINE.read(&article);
    assert!(analysis.skipped().is_empty(), "{:?}", analysis.skipped());
    let mut end = 0;
    let mut all = Vec::new();
    for found in analysis.of::<Date>() {
        let span = found.span.unwrap();
        assert!(span.start >= end && span.end > span.start, "{span:?} overlaps");
        end = span.end;
        assert!(timex3::is_valid(&found.data.value), "{:?} in {text:?}", found.data.value);
        if let (Some(earliest), Some(latest)) = (found.data.earliest, found.data.latest) {
            assert!(earliest <= latest, "{:?}", found.data);
        }
        all.push((text.get(span.start as usize..span.end as usize).unwrap().to_owned(), found.data.value.clone()));
    }
    all
}

/// Words, numbers and signs that expressions are made of.
const PIECES: &[&str] = &[
    "the",
    "a",
    "an",
    "last",
    "next",
    "this",
    "that",
    "past",
    "two",
    "half",
    "and",
    "a half",
    "second",
    "first",
    "third",
    "quarter",
    "of",
    "in",
    "from",
    "to",
    "between",
    "Monday",
    "Tues",
    "Sun",
    "May",
    "march",
    "March",
    "Nov",
    ".",
    ",",
    "-",
    "–",
    "/",
    ":",
    "'",
    "1998",
    "98",
    "5",
    "12",
    "31",
    "29",
    "February",
    "0",
    "9999",
    "99999999999999999999",
    "BC",
    "AD",
    "B",
    "C",
    "century",
    "1980",
    "s",
    "years",
    "year",
    "day",
    "days",
    "weeks",
    "month",
    "hours",
    "ago",
    "later",
    "earlier",
    "before",
    "after",
    "every",
    "each",
    "now",
    "today",
    "night",
    "morning",
    "noon",
    "p",
    "m",
    "pm",
    "a.m.",
    "GMT",
    "o'clock",
    "winter",
    "fall",
    "Easter",
    "New Year's",
    "Day",
    "fiscal",
    "period",
    "same",
    "weekend",
    "more than",
    "at least",
    "about",
    "hundred",
    "thousand",
    "million",
    "1/2",
    "½",
    "\n",
    "W53",
    "2031-02-29",
    "25:70",
    "at",
    "nineteen",
    "ninety",
    "early",
    "late",
    "end",
    "mid",
    "decade",
    "centuries",
    "\u{200b}",
    "é",
    "Q3",
    "the year",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_text(text in ".{0,400}", published in prop::option::of(Just("2031-05-06"))) {
        read(&text, published);
    }

    #[test]
    fn any_mixture_of_trigger_words(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40),
        gap in prop::sample::select(&[" ", ""][..]),
        published in prop::sample::select(&[None, Some("2031-05-06"), Some("0001-01-01"), Some("9999-12-31")][..]),
    ) {
        read(&pieces.join(gap), published);
    }

    #[test]
    fn a_date_reads_back_as_it_was_written(year in 1900_i16..2100, month in 1_i8..=12, day in 1_i8..=31) {
        const MONTHS: [&str; 12] = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        ];
        const SHORT: [&str; 12] =
            ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];
        let exists = jiff::civil::Date::new(year, month, day).is_ok();
        let iso = format!("{year:04}-{month:02}-{day:02}");
        let n = month as usize - 1;
        for written in [
            format!("{day} {} {year}", MONTHS[n]),
            format!("{} {day}, {year}", MONTHS[n]),
            format!("{} {day}, {year}", SHORT[n]),
            format!("{day} {} {year}", &SHORT[n].trim_end_matches('.')),
            iso.clone(),
            format!("{month}/{day}/{year}"),
            format!("{day:02}.{month:02}.{year}"),
        ] {
            let text = format!("They met on {written} in the town hall.");
            let expected = if exists { vec![(written, iso.clone())] } else { Vec::new() };
            prop_assert_eq!(read(&text, None), expected, "{}", text);
        }
        let text = format!("They met in {} {year} again.", MONTHS[n]);
        prop_assert_eq!(read(&text, None), vec![(format!("{} {year}", MONTHS[n]), format!("{year}-{month:02}"))]);
    }
}

#[test]
fn long_texts_take_their_time_in_proportion() {
    for text in [
        "the last two ".repeat(20_000),
        "9".repeat(1_000_000),
        "May ".repeat(50_000),
        "5, 6, 7, ".repeat(20_000),
        "a".repeat(1_000_000),
    ] {
        read(&text, Some("2031-05-06"));
    }
}
