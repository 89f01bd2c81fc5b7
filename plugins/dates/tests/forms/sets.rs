//! Times that recur, and references that no calendar can hold.

use super::desk::cases;
use super::form::{Form, hold};
use super::frames::Setting::Plain;
use super::frames::{FRAMES, FUTURE, Frame, PAST, RECURRING};
use super::meant::{open, set};
use super::words::{self, SEASONS, cardinal};
use proptest::prelude::*;

type Forms = Vec<(&'static str, Form)>;

fn form(words: impl AsRef<str>, value: impl Into<String>) -> (&'static str, Form) {
    ("", Form::new(words, set(value)))
}

/// A unit, every so many of them, so many times in one.
fn units(n: usize, times: usize) -> Forms {
    let mut all = Vec::new();
    for (name, prefix, letter, size) in [
        ("minute", "PT", "M", 1),
        ("hour", "PT", "H", 1),
        ("day", "P", "D", 1),
        ("week", "P", "W", 1),
        ("fortnight", "P", "W", 2),
        ("month", "P", "M", 1),
        ("year", "P", "Y", 1),
        ("decade", "P", "Y", 10),
        ("century", "P", "Y", 100),
    ] {
        let value = |n: usize| format!("{prefix}{}{letter}", n * size);
        let many = if name == "century" { "centuries".to_owned() } else { format!("{name}s") };
        let article = if name == "hour" { "an" } else { "a" };
        all.extend([
            form(format!("every {name}"), value(1)),
            form(format!("each {name}"), value(1)),
            form(format!("every single {name}"), value(1)),
            form(format!("every other {name}"), value(2)),
            form(format!("every {} {many}", cardinal(n)), value(n)),
            form(format!("every {n} {many}"), value(n)),
            form(format!("every {} {name}", words::ordinal(n)), value(n)),
            form(format!("every {} {name}", words::nth(n)), value(n)),
            form(
                format!("every few {many}"),
                format!(
                    "{prefix}X{}",
                    match name {
                        "decade" => "DE",
                        "century" => "CE",
                        _ => letter,
                    }
                ),
            ),
            form(format!("once {article} {name}"), value(1)),
            form(format!("twice {article} {name}"), value(1)),
            form(format!("twice each {name}"), value(1)),
            form(format!("once every {} {many}", cardinal(n)), value(n)),
            form(format!("{} times {article} {name}", cardinal(times)), value(1)),
            form(format!("{times} times {article} {name}"), value(1)),
            form(format!("{times} times per {name}"), value(1)),
            form(format!("{} times each {name}", cardinal(times)), value(1)),
        ]);
    }
    all
}

/// Words that are a set of their own.
fn adverbs() -> Forms {
    [
        ("hourly", "PT1H"),
        ("daily", "P1D"),
        ("nightly", "P1D"),
        ("weekly", "P1W"),
        ("fortnightly", "P2W"),
        ("monthly", "P1M"),
        ("yearly", "P1Y"),
        ("annually", "P1Y"),
        ("semiannually", "P6M"),
        ("biweekly", "P2W"),
        ("bimonthly", "P2M"),
        ("bi-weekly", "P2W"),
        ("bi-monthly", "P2M"),
        ("twice daily", "P1D"),
        ("twice weekly", "P1W"),
        ("three times yearly", "P1Y"),
        ("six days a week", "P1W"),
        ("24 hours a day", "P1D"),
        ("every quarter", "P3M"),
        ("every weekend", "XXXX-WXX-WE"),
        ("every morning", "XXXX-XX-XXTMO"),
        ("every evening", "XXXX-XX-XXTEV"),
        ("each night", "XXXX-XX-XXTNI"),
        ("every Christmas", "P1Y"),
        ("each Easter", "P1Y"),
    ]
    .map(|(words, value)| form(words, value))
    .into()
}

/// A day, month or season that recurs.
fn members(weekday: usize, month: usize, nth: usize, season: usize) -> Forms {
    let (day, name) = (words::WEEKDAYS[weekday], words::MONTHS[month]);
    let of_week = format!("XXXX-WXX-{}", weekday + 1);
    let of_year = format!("XXXX-{:02}", month + 1);
    let code = ["SP", "SU", "FA", "WI"][season];
    let mut all = vec![
        form(format!("every {day}"), of_week.clone()),
        form(format!("each {day}"), of_week.clone()),
        form(format!("every {day} morning"), format!("{of_week}TMO")),
        form(format!("every {day} night"), format!("{of_week}TNI")),
        form(format!("{day} nights"), format!("{of_week}TNI")),
        ("on", Form::new(format!("{day} mornings"), set(format!("{of_week}TMO")))),
        ("on", Form::new(format!("{day}s"), set(of_week.clone()))),
        form(format!("every {name}"), of_year.clone()),
        form(format!("each {name}"), of_year),
        form(format!("every {}", SEASONS[season]), format!("XXXX-{code}")),
        form(format!("each {}", SEASONS[season]), format!("XXXX-{code}")),
        ("on", Form::new("weekends", set("XXXX-WXX-WE"))),
    ];
    for nth in [words::ordinal(nth), words::nth(nth), "last".to_owned()] {
        all.push(("on", Form::new(format!("the {nth} {day} of each month"), set(of_week.clone()))));
        all.push(("on", Form::new(format!("the {nth} {day} of every month"), set(of_week.clone()))));
        all.push(("on", Form::new(format!("the {nth} {day} in every month"), set(of_week.clone()))));
    }
    all
}

/// A rate, which has its number before it.
const RATES: &[Frame] = &[
    Frame(Plain, "The council pays $5 million {} in rent."),
    Frame(Plain, "The mill makes 300 boats {}."),
    Frame(Plain, "Costs rose by 3 percent {}, an aide says."),
];

/// What is told of in the present, the past and the future.
fn vague(ahead: bool) -> Forms {
    let of = |value: &str, words: &[(&'static str, &str)]| -> Forms {
        words.iter().map(|(lead, words)| (*lead, Form::new(words, open(value)))).collect()
    };
    let mut all =
        of("PRESENT_REF", &[("", "now"), ("", "right now"), ("", "these days"), ("", "nowadays"), ("", "currently")]);
    if ahead {
        let futures = [
            ("in", "the near future"),
            ("in", "the foreseeable future"),
            ("in", "the distant future"),
            ("in", "the not-too-distant future"),
            ("in", "the future"),
            ("in", "future years"),
            ("in", "the coming weeks"),
            ("in", "coming months"),
            ("", "soon"),
        ];
        all.extend(of("FUTURE_REF", &futures));
    } else {
        let pasts = [
            ("", "recently"),
            ("", "lately"),
            ("in", "recent weeks"),
            ("in", "recent months and years"),
            ("in", "the past"),
            ("in", "the recent past"),
            ("in", "the distant past"),
            ("", "long ago"),
            ("", "not so long ago"),
            ("", "not long ago"),
            ("", "some time ago"),
            ("", "a short while ago"),
            ("", "the other day"),
            ("", "the other night"),
        ];
        all.extend(of("PAST_REF", &pasts));
    }
    all
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn what_recurs(
        n in 2_usize..30,
        times in 2_usize..12,
        (weekday, month) in (0_usize..7, 0_usize..12),
        nth in 1_usize..=4,
        season in 0_usize..4,
        frame in 0_usize..FRAMES,
    ) {
        for family in [units(n, times), adverbs(), members(weekday, month, nth, season)] {
            hold(&family, RECURRING, frame, Some("2031-05-06")).map_err(TestCaseError::fail)?;
        }
        for unit in ["day", "week", "month", "year"] {
            let value = format!("P1{}", unit[..1].to_ascii_uppercase());
            let rates = [form(format!("a {unit}"), value.clone()), form(format!("per {unit}"), value.clone()), form(format!("each {unit}"), value)];
            hold(&rates, RATES, frame, Some("2031-05-06")).map_err(TestCaseError::fail)?;
        }
    }

    #[test]
    fn what_is_vague(frame in 0_usize..FRAMES) {
        hold(&vague(false), PAST, frame, Some("2031-05-06")).map_err(TestCaseError::fail)?;
        hold(&vague(true), FUTURE, frame, Some("2031-05-06")).map_err(TestCaseError::fail)?;
    }
}
