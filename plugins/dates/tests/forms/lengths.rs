//! Lengths of time, in digits and words, halved, compound, hyphenated and bounded.

use super::desk::cases;
use super::form::{Form, hold};
use super::frames::{ATTRIBUTE, FRAMES, FUTURE, LASTING, PAST};
use super::meant::{Meant, length};
use super::words::cardinal;
use super::written::days;
use copydesk_dates::Type;
use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

type Forms = Vec<(&'static str, Form)>;

/// A unit: its name, what it counts, and how a length of so many is written.
#[derive(Clone, Copy, Debug)]
struct Unit {
    name: &'static str,
    prefix: &'static str,
    letter: &'static str,
    size: u32,
    /// The unit that half of it is written in, with how many.
    half: Option<(&'static str, u32)>,
    /// A smaller unit that may follow it, and its letter.
    rest: Option<(&'static str, &'static str)>,
}

const fn unit(
    name: &'static str,
    (prefix, size, letter): (&'static str, u32, &'static str),
    half: Option<(&'static str, u32)>,
    rest: Option<(&'static str, &'static str)>,
) -> Unit {
    Unit { name, prefix, letter, size, half, rest }
}

const UNITS: [Unit; 10] = [
    unit("second", ("PT", 1, "S"), None, None),
    unit("minute", ("PT", 1, "M"), Some(("S", 30)), Some(("second", "S"))),
    unit("hour", ("PT", 1, "H"), Some(("M", 30)), Some(("minute", "M"))),
    unit("day", ("P", 1, "D"), None, Some(("hour", "TH"))),
    unit("week", ("P", 1, "W"), None, Some(("day", "D"))),
    unit("fortnight", ("P", 2, "W"), None, None),
    unit("month", ("P", 1, "M"), None, Some(("day", "D"))),
    unit("year", ("P", 1, "Y"), Some(("M", 6)), Some(("month", "M"))),
    unit("decade", ("P", 10, "Y"), None, None),
    unit("century", ("P", 100, "Y"), None, None),
];

impl Unit {
    fn many(self) -> String {
        if self.name == "century" { "centuries".to_owned() } else { format!("{}s", self.name) }
    }

    fn value(self, n: u32) -> String {
        format!("{}{}{}", self.prefix, n * self.size, self.letter)
    }

    /// And a half: `P2Y6M`, `P2.5D`, `P25Y`.
    fn and_a_half(self, n: u32) -> String {
        match (self.half, self.size) {
            (Some((smaller, size)), _) if n == 0 => format!("{}{size}{smaller}", self.prefix),
            (Some((smaller, size)), _) => format!("{}{n}{}{size}{smaller}", self.prefix, self.letter),
            (None, 1) => format!("{}{n}.5{}", self.prefix, self.letter),
            (None, size) => format!("{}{}{}", self.prefix, n * size + size / 2, self.letter),
        }
    }
}

/// A number of units.
fn plain(unit: Unit, n: u32) -> Forms {
    let (many, word) = (unit.many(), cardinal(n as usize));
    let name = unit.name;
    let meant = length(unit.value(n));
    let mut all = Vec::new();
    for amount in [format!("{n} {many}"), format!("{word} {many}")] {
        all.push(("", Form::new(&amount, meant.clone())));
        all.push(("for", Form::new(&amount, meant.clone())));
        for (bound, modifier) in [
            ("more than", "MORE_THAN"),
            ("longer than", "MORE_THAN"),
            ("over", "MORE_THAN"),
            ("upwards of", "MORE_THAN"),
            ("a little more than", "MORE_THAN"),
            ("less than", "LESS_THAN"),
            ("fewer than", "LESS_THAN"),
            ("nearly", "LESS_THAN"),
            ("almost", "LESS_THAN"),
            ("under", "LESS_THAN"),
            ("close to", "LESS_THAN"),
            ("a little less than", "LESS_THAN"),
            ("no more than", "EQUAL_OR_LESS"),
            ("no longer than", "EQUAL_OR_LESS"),
            ("at most", "EQUAL_OR_LESS"),
            ("up to", "EQUAL_OR_LESS"),
            ("as many as", "EQUAL_OR_LESS"),
            ("as long as", "EQUAL_OR_LESS"),
            ("at least", "EQUAL_OR_MORE"),
            ("no less than", "EQUAL_OR_MORE"),
            ("no fewer than", "EQUAL_OR_MORE"),
            ("about", "APPROX"),
            ("around", "APPROX"),
            ("roughly", "APPROX"),
            ("approximately", "APPROX"),
            ("some", "APPROX"),
        ] {
            all.push(("", Form::new(format!("{bound} {amount}"), meant.clone().with(modifier))));
        }
        all.push(("", Form::new(format!("{amount} or more"), meant.clone().with("EQUAL_OR_MORE"))));
        all.push(("", Form::new(format!("{amount} or so"), meant.clone().with("APPROX"))));
    }
    let article = if name == "hour" { "an" } else { "a" };
    if name != "second" {
        let one = length(unit.value(1));
        all.push(("for", Form::new(format!("{article} {name}"), one.clone())));
        all.push(("", Form::new(format!("{article} full {name}"), one.clone())));
        all.push(("", Form::new(format!("one {name}"), one.clone())));
        all.push(("", Form::new(format!("more than {article} {name}"), one.clone().with("MORE_THAN"))));
        all.push(("", Form::new(format!("{article} {name} or two"), one.clone().with("APPROX"))));
        all.push(("", Form::new(format!("{article} {name} or so"), one.clone().with("APPROX"))));
        all.push(("", Form::new(format!("{article} {name} or more"), one.with("EQUAL_OR_MORE"))));
        all.push(("", Form::new(format!("a couple of {many}"), length(unit.value(2)).with("APPROX"))));
    }
    all
}

/// Two numbers of units: the smaller counts.
fn between(unit: Unit, n: u32, by: u32) -> Forms {
    let (many, more) = (unit.many(), n + by);
    let (first, second) = (cardinal(n as usize), cardinal(more as usize));
    let meant = length(unit.value(n)).with("EQUAL_OR_MORE");
    let mut all = vec![
        ("", Form::new(format!("{first} to {second} {many}"), meant.clone())),
        ("", Form::new(format!("{first} or {second} {many}"), meant.clone())),
        ("", Form::new(format!("{n} to {more} {many}"), meant.clone())),
        ("", Form::new(format!("{n}-{more} {many}"), meant.clone())),
        ("", Form::new(format!("{n}–{more} {many}"), meant.clone())),
        ("between", Form::new(format!("{first} and {second} {many}"), meant.clone())),
        ("from", Form::new(format!("{first} to {second} {many}"), meant)),
    ];
    all.push(("", Form::new(format!("{} {many}", n * 100), length(unit.value(n * 100)))));
    all
}

/// Halves, quarters, and two units together.
fn broken(unit: Unit, n: u32, rest: u32) -> Forms {
    let (many, name, word) = (unit.many(), unit.name, cardinal(n as usize));
    let article = if name == "hour" { "an" } else { "a" };
    let mut all = Vec::new();
    if name != "second" {
        let meant = length(unit.and_a_half(n));
        for words in [
            format!("{word} and a half {many}"),
            format!("{word} and one-half {many}"),
            format!("{word}-and-a-half {many}"),
            format!("{n} and a half {many}"),
            format!("{n} 1/2 {many}"),
            format!("{n}½ {many}"),
            format!("{n}.5 {many}"),
        ] {
            all.push(("", Form::new(words, meant.clone())));
        }
        let one = length(unit.and_a_half(1));
        all.push(("", Form::new(format!("{article} {name} and a half"), one.clone())));
        all.push(("", Form::new(format!("one {name} and a half"), one.clone())));
        all.push(("", Form::new(format!("one and a half {many}"), one)));
        let half = length(unit.and_a_half(0));
        all.push(("", Form::new(format!("half {article} {name}"), half.clone())));
        all.push(("", Form::new(format!("a half {name}"), half.clone())));
        all.push(("", Form::new(format!("more than half {article} {name}"), half.with("MORE_THAN"))));
    }
    if let Some((smaller, letter)) = unit.rest {
        let value = match letter.strip_prefix('T') {
            Some(letter) => format!("{}T{rest}{letter}", unit.value(n)),
            None => format!("{}{rest}{letter}", unit.value(n)),
        };
        let meant = length(value);
        let few = cardinal(rest as usize);
        for words in [
            format!("{word} {many} and {few} {smaller}s"),
            format!("{n} {many} and {rest} {smaller}s"),
            format!("{n} {many}, {rest} {smaller}s"),
            format!("{n} {many} {rest} {smaller}s"),
        ] {
            all.push(("", Form::new(words, meant.clone())));
        }
    }
    all
}

/// What has a name or no number.
fn named() -> Forms {
    [
        ("", "a quarter of a century", "P25Y"),
        ("", "a quarter century", "P25Y"),
        ("", "three quarters of an hour", "PT45M"),
        ("", "three-quarters of an hour", "PT45M"),
        ("", "a quarter of an hour", "PT15M"),
        ("", "half a century", "P50Y"),
        ("", "half a decade", "P5Y"),
        ("", "a hundred days", "P100D"),
        ("", "one hundred and twenty days", "P120D"),
        ("", "two hundred years", "P200Y"),
        ("", "1,500 years", "P1500Y"),
        ("", "a thousand years", "P1000Y"),
        ("", "a dozen years", "P12Y"),
        ("", "two dozen weeks", "P24W"),
        ("", "half a dozen months", "P6M"),
        ("", "a half-dozen weeks", "P6W"),
        ("", "half a million years", "P500000Y"),
        ("", "hundreds of years", "PXY"),
        ("", "thousands of hours", "PTXH"),
        ("", "two full days", "P2D"),
        ("", "six more months", "P6M"),
        ("", "three consecutive years", "P3Y"),
        ("", "five straight days", "P5D"),
        ("for", "another two weeks", "P2W"),
        ("for", "a further three months", "P3M"),
        ("", "several days", "PXD"),
        ("", "a few months", "PXM"),
        ("", "many years", "PXY"),
        ("", "dozens of hours", "PTXH"),
        ("for", "weeks", "PXW"),
        ("for", "decades", "PXDE"),
        ("for", "centuries", "PXCE"),
        ("for", "hours", "PTXH"),
        ("for", "days or weeks", "PXD"),
        ("", "all day", "P1D"),
        ("", "all week", "P1W"),
        ("", "all day long", "P1D"),
        ("", "all year", "P1Y"),
    ]
    .map(|(lead, words, value)| (lead, Form::new(words, length(value))))
    .into()
}

/// Before a noun.
fn attributes(unit: Unit, n: u32, by: u32) -> Forms {
    let (name, word) = (unit.name, cardinal(n as usize));
    let more = n + by;
    let meant = length(unit.value(n));
    let mut all = vec![
        ("", Form::new(format!("{n}-{name}"), meant.clone())),
        ("", Form::new(format!("{n}-{name}-long"), meant.clone())),
        ("", Form::new(format!("{n}-to-{more}-{name}"), meant.clone().with("EQUAL_OR_MORE"))),
        ("", Form::new(format!("{n}- to {more}-{name}"), meant.clone().with("EQUAL_OR_MORE"))),
    ];
    // "a twenty-second term" is the one behind the twenty-first.
    if name != "second" {
        let words = format!("{word}- to {}-{name}", cardinal(more as usize));
        all.push(("", Form::new(words, meant.clone().with("EQUAL_OR_MORE"))));
        all.push(("", Form::new(format!("{word}-{name}"), meant.clone())));
        all.push(("", Form::new(format!("{word}-{name}-long"), meant)));
    }
    if matches!(name, "hour" | "day" | "week" | "month" | "year" | "decade") {
        all.push(("", Form::new(format!("{name}-long"), length(unit.value(1)))));
        all.push(("", Form::new(format!("{name}long"), length(unit.value(1)))));
        all.push((
            "",
            Form::new(
                format!("{}-long", unit.many()),
                length(format!("{}X{}", unit.prefix, if name == "decade" { "DE" } else { unit.letter })),
            ),
        ));
    }
    if name != "second" {
        all.push(("", Form::new(format!("{n}-and-a-half-{name}"), length(unit.and_a_half(n)))));
        all.push(("", Form::new(format!("{word}-and-a-half-{name}"), length(unit.and_a_half(n)))));
    }
    all
}

/// What lies behind or before the day of publication.
fn stretches(now: jiff::civil::Date, n: i32, ahead: bool) -> Forms {
    let word = cardinal(n as usize);
    let mut all = Vec::new();
    for (name, letter, span) in
        [("days", "D", n.days()), ("weeks", "W", n.weeks()), ("months", "M", n.months()), ("years", "Y", n.years())]
    {
        let other = now.checked_add(if ahead { span } else { -span }).unwrap();
        let days = if ahead { (now, other) } else { (other, now) };
        let meant = Meant::new(Type::Duration, format!("P{n}{letter}"), Some(days));
        let leads: &[&str] =
            if ahead { &["the next", "the coming", "next"] } else { &["the past", "the last", "these past", "past"] };
        for lead in leads {
            all.push(("over", Form::new(format!("{lead} {word} {name}"), meant.clone())));
            all.push(("in", Form::new(format!("{lead} {n} {name}"), meant.clone())));
        }
        let lead = leads[0];
        all.push(("over", Form::new(format!("{lead} {word} {name} or so"), meant.clone().with("APPROX"))));
        let vague = length(format!("PX{letter}"));
        all.push(("over", Form::new(format!("{lead} few {name}"), vague.clone())));
        all.push(("over", Form::new(format!("{lead} several {name}"), vague)));
        if !ahead {
            all.push(("in", Form::new(format!("the first {word} {name}"), length(format!("P{n}{letter}")))));
            all.push(("in", Form::new(format!("the last few {name}"), length(format!("PX{letter}")))));
        }
    }
    if !ahead {
        let (decade, week) = (now.checked_sub(10.years()).unwrap(), now.checked_sub(1.week()).unwrap());
        all.push(("over", Form::new("the past decade", Meant::new(Type::Duration, "P10Y", Some((decade, now))))));
        all.push(("over", Form::new("the past week", Meant::new(Type::Duration, "P1W", Some((week, now))))));
    }
    all
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn a_length_of_time(
        unit in prop::sample::select(&UNITS[..]),
        n in 2_u32..30,
        by in 1_u32..9,
        rest in 2_u32..20,
        frame in 0_usize..FRAMES,
    ) {
        for family in [plain(unit, n), between(unit, n, by), broken(unit, n, rest), named()] {
            hold(&family, LASTING, frame, Some("2031-05-06")).map_err(TestCaseError::fail)?;
        }
        hold(&attributes(unit, n, by), ATTRIBUTE, frame, Some("2031-05-06")).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn a_stretch_beside_now(now in days(date(1950, 1, 1), date(2060, 12, 31)), n in 2_i32..30, frame in 0_usize..FRAMES) {
        let published = now.to_string();
        hold(&stretches(now, n, false), PAST, frame, Some(&published)).map_err(TestCaseError::fail)?;
        hold(&stretches(now, n, true), FUTURE, frame, Some(&published)).map_err(TestCaseError::fail)?;
    }
}
