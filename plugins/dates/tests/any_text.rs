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

/// So many cases, unless `PROPTEST_CASES` asks for another number.
fn cases(usual: u32) -> ProptestConfig {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => ProptestConfig::default(),
        None => ProptestConfig::with_cases(usual),
    }
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
    "twice",
    "times",
    "all",
    "long",
    "weeklong",
    "half past",
    "quarter",
    "eight",
    "tonight",
    "dawn",
    "ended",
    "week of",
    "FY",
    "2030",
    "'s",
    "biweekly",
    "Labor",
    "St",
    "Patrick",
    "through",
    "ahead",
    "as many",
    "making",
    "mid",
    "midyear",
    "term",
    "not",
    "Weds",
    "480",
    "490",
    "former",
    "future",
    "will",
    "could",
    "not",
    "have",
    "been",
    "is",
    "was",
    "shot",
    "taking",
    "opens",
    "returns",
    "they",
    "who",
    "if",
    "until",
    "set",
    "planned",
    "crash",
    "hearing",
    "sales",
    "said",
    ")",
    ";",
];

proptest! {
    #![proptest_config(cases(600))]

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

const TENS: [&str; 8] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy"];
const ONES: [&str; 10] = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/// A number from 2 to 79 in words, as news writes it.
fn in_words(n: u32) -> String {
    const TEENS: [&str; 10] =
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    let (tens, ones) = (n as usize / 10, n as usize % 10);
    match (tens, ones) {
        (0, ones) => ONES[ones].to_owned(),
        (1, ones) => TEENS[ones].to_owned(),
        (tens, 0) => TENS[tens].to_owned(),
        (tens, ones) => format!("{}-{}", TENS[tens], ONES[ones]),
    }
}

fn ending(n: u32) -> &'static str {
    match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

proptest! {
    #![proptest_config(cases(300))]

    /// Every form that names its own value: written out, it is read as a whole, and as that value.
    #[test]
    fn each_form_reads_back(
        year in 1801_i16..2099,
        nth in 0_usize..4,
        hour in 1_u32..=12,
        minute in 0_u32..60,
        century in 11_u32..=21,
        n in 2_u32..80,
        unit in prop::sample::select(&[
            ("minute", "PT", "M", 1),
            ("hour", "PT", "H", 1),
            ("day", "P", "D", 1),
            ("week", "P", "W", 1),
            ("month", "P", "M", 1),
            ("year", "P", "Y", 1),
            ("decade", "P", "Y", 10),
            ("century", "P", "Y", 100),
        ][..]),
        weekday in 0_usize..7,
        before_christ in 100_i16..1000,
    ) {
        const QUARTERS: [&str; 4] = ["first", "second", "third", "fourth"];
        const SEASONS: [(&str, &str); 4] = [("spring", "SP"), ("summer", "SU"), ("fall", "FA"), ("winter", "WI")];
        const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        let (season, code) = SEASONS[nth];
        let (unit, p, letter, factor) = unit;
        let plural = if unit == "century" { "centuries".to_owned() } else { format!("{unit}s") };
        let words = in_words(n);
        let length = format!("{p}{}{letter}", n * factor);
        let half = if hour == 12 { 12 } else { hour + 12 };
        let mut forms = vec![
            (format!("{year}"), format!("{year}")),
            (format!("the {} quarter of {year}", QUARTERS[nth]), format!("{year}-Q{}", nth + 1)),
            (format!("Q{} {year}", nth + 1), format!("{year}-Q{}", nth + 1)),
            (format!("the {} half of {year}", QUARTERS[nth % 2]), format!("{year}-H{}", nth % 2 + 1)),
            (format!("the {season} of {year}"), format!("{year}-{code}")),
            (format!("{season} {year}"), format!("{year}-{code}")),
            (format!("fiscal {year}"), format!("{year}")),
            (format!("the {century}{} century", ending(century)), format!("{}", century - 1)),
            (format!("{before_christ} BC"), format!("BC{before_christ:04}")),
            (format!("May 6, {year}, at {hour}:{minute:02} p.m."), format!("{year}-05-06T{half:02}:{minute:02}")),
            (format!("every {}", DAYS[weekday]), format!("XXXX-WXX-{}", weekday + 1)),
            (format!("every {words} {plural}"), length.clone()),
            (format!("twice a {unit}"), format!("{p}{factor}{letter}")),
        ];
        if year % 100 >= 10 {
            let decade = year - year % 10;
            forms.push((format!("the {decade}s"), format!("{}", decade / 10)));
        }
        if unit != "minute" && unit != "hour" {
            forms.push((format!("{words} {plural} ago"), String::new()));
        }
        for (written, value) in forms {
            let text = format!("They met in {written} again.");
            let found = read(&text, Some("2031-05-06"));
            let whole = found.first().is_some_and(|(words, _)| *words == written) && found.len() == 1;
            prop_assert!(whole, "{}: {:?}", text, found);
            prop_assert!(value.is_empty() || found[0].1 == value, "{}: {:?}", text, found);
        }
        for written in [format!("{words} {plural}"), format!("{n} {plural}")] {
            let text = format!("It lasted for {written} again.");
            prop_assert_eq!(read(&text, None), vec![(written, length.clone())]);
        }
    }
}

/// The days that a value covers.
#[test]
fn each_kind_of_value_has_its_days() {
    let days = |text: &str| -> String {
        let meta = Meta { published: Some("2031-05-06".to_owned()), language: Some("en".to_owned()), ..Meta::EMPTY };
        let article =
            Article { id: "days".to_owned(), text: format!("They met in {text} again."), meta, ..Article::default() };
        let analysis = ENGINE.read(&article);
        let found = analysis.of::<Date>().first().unwrap_or_else(|| panic!("{text}: nothing"));
        match (found.data.earliest, found.data.latest) {
            (Some(earliest), Some(latest)) => format!("{earliest} {latest}"),
            _ => "none".to_owned(),
        }
    };
    for (text, expected) in [
        ("14 March 2031", "2031-03-14 2031-03-14"),
        ("February 2028", "2028-02-01 2028-02-29"),
        ("2030", "2030-01-01 2030-12-31"),
        ("the third quarter of 2030", "2030-07-01 2030-09-30"),
        ("the second half of 2030", "2030-07-01 2030-12-31"),
        ("the winter of 2029", "2029-12-01 2030-02-28"),
        ("the 1980s", "1980-01-01 1989-12-31"),
        ("the 20th century", "1901-01-01 2000-12-31"),
        ("the 1800s", "1801-01-01 1900-12-31"),
        ("last week", "2031-04-28 2031-05-04"),
        ("last weekend", "2031-05-03 2031-05-04"),
        ("the past two months", "2031-03-06 2031-05-06"),
        ("the next ten days", "2031-05-06 2031-05-16"),
        ("December 26 at 8 p.m.", "2030-12-26 2030-12-26"),
        ("79 AD", "0079-01-01 0079-12-31"),
        ("44 BC", "-000043-01-01 -000043-12-31"),
        ("a week, two days after Monday's vote", "none"),
        ("haste, two days after Monday's vote", "2031-05-07 2031-05-07"),
        ("recent weeks", "none"),
        ("groups every Tuesday", "none"),
        ("talks for three years", "none"),
    ] {
        assert_eq!(days(text), expected, "{text}");
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
