//! Years, their parts, and what is longer than they are.

use super::desk::cases;
use super::form::{Form, hold};
use super::frames::{FRAMES, FUTURE, PAST};
use super::meant::{self, Meant};
use super::words::{self, NTH, SEASONS};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

type Forms = Vec<(&'static str, Form)>;

fn forms<const N: usize>(meant: &Meant, written: [(&'static str, String); N]) -> Forms {
    written.map(|(lead, words)| (lead, Form::new(words, meant.clone()))).into()
}

/// The beginning, the middle and the end of something.
fn parts(meant: &Meant, name: &str) -> Forms {
    let part = |lead, words: String, modifier| (lead, Form::new(words, meant.clone().with(modifier)));
    vec![
        part("in", format!("early {name}"), "START"),
        part("in", format!("late {name}"), "END"),
        part("in", format!("mid-{name}"), "MID"),
        part("in", format!("the middle of {name}"), "MID"),
        part("at", format!("the beginning of {name}"), "START"),
        part("at", format!("the start of {name}"), "START"),
        part("by", format!("the end of {name}"), "END"),
        part("at", format!("the close of {name}"), "END"),
        part("in", format!("the early part of {name}"), "START"),
        part("", format!("late in {name}"), "END"),
        part("", format!("early in {name}"), "START"),
    ]
}

/// A year alone.
fn year(y: i16) -> Forms {
    let meant = meant::year(y);
    let spoken = words::spoken(y as usize);
    let mut all = forms(
        &meant,
        [
            ("in", format!("{y}")),
            ("since", format!("{y}")),
            ("during", format!("{y}")),
            ("in", format!("the year {y}")),
            ("in", format!("fiscal {y}")),
            ("in", format!("fiscal year {y}")),
            ("in", format!("the {y} fiscal year")),
            ("in", format!("the fiscal year {y}")),
        ],
    );
    if y > 1900 {
        all.extend(forms(&meant, [("in", format!("FY{y}")), ("in", format!("FY {y}"))]));
    }
    if y % 100 > 9 || y / 100 == 20 {
        all.extend(forms(&meant, [("in", spoken.clone()), ("in", format!("the year {spoken}"))]));
    }
    if (1930..2030).contains(&y) {
        all.extend(forms(&meant, [("in", format!("'{:02}", y % 100)), ("since", format!("’{:02}", y % 100))]));
    }
    all.extend(parts(&meant, &y.to_string()));
    for about in ["about", "around", "c.", "ca.", "circa"] {
        all.push(("", Form::new(format!("{about} {y}"), meant.clone().with("APPROX"))));
    }
    all
}

/// The parts of a year.
fn parts_of_year(y: i16, nth: usize) -> Forms {
    let quarter = meant::quarter(y, nth as i8 + 1);
    let half = meant::half(y, nth as i8 % 2 + 1);
    let season = meant::season(y, nth);
    let (name, half_name) = (NTH[nth], NTH[nth % 2]);
    let (digits, q) = (words::nth(nth + 1), nth + 1);
    let mut all = forms(
        &quarter,
        [
            ("in", format!("the {name} quarter of {y}")),
            ("in", format!("the {digits} quarter of {y}")),
            ("in", format!("{name} quarter {y}")),
            ("in", format!("the {y} {name} quarter")),
            ("in", format!("Q{q} {y}")),
            ("in", format!("Q{q} of {y}")),
            ("in", format!("{y}'s {name} quarter")),
            ("in", format!("{y}’s {name} quarter")),
            ("in", format!("the {name} quarter of fiscal {y}")),
            ("in", format!("fiscal {y}'s {name} quarter")),
            ("in", format!("the {name} fiscal quarter of {y}")),
        ],
    );
    all.extend(
        parts(&quarter, &format!("the {name} quarter of {y}")).into_iter().filter(|(_, form)| form.starts("the ")),
    );
    if nth == 3 {
        all.extend(forms(
            &quarter,
            [("in", format!("the last quarter of {y}")), ("in", format!("the final quarter of {y}"))],
        ));
    }
    all.extend(forms(
        &half,
        [
            ("in", format!("the {half_name} half of {y}")),
            ("in", format!("H{} {y}", nth % 2 + 1)),
            ("in", format!("{y}'s {half_name} half")),
        ],
    ));
    if nth % 2 == 1 {
        all.extend(forms(&half, [("in", format!("the latter half of {y}"))]));
    }
    let name = SEASONS[nth];
    all.extend(forms(
        &season,
        [("in", format!("the {name} of {y}")), ("in", format!("{name} {y}")), ("in", format!("{name} of {y}"))],
    ));
    if nth == 2 {
        all.extend(forms(&season, [("in", format!("the fall of {y}")), ("in", format!("fall {y}"))]));
    }
    if nth == 3 {
        let next = (y + 1) % 100;
        all.extend(forms(
            &season,
            [("in", format!("the winter of {y}-{next:02}")), ("in", format!("the winter of {y}/{next:02}"))],
        ));
    }
    for (words, modifier) in [
        (format!("early {name} {y}"), "START"),
        (format!("late {name} {y}"), "END"),
        (format!("the early {name} of {y}"), "START"),
        (format!("the late {name} of {y}"), "END"),
    ] {
        all.push(("in", Form::new(words, season.clone().with(modifier))));
    }
    all
}

/// A decade by its tens, and a century by its number.
fn decade_and_century(first: i16, nth: i16) -> Forms {
    const TENS: [&str; 8] =
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
    let decade = meant::decade(first);
    let mut all = forms(
        &decade,
        [
            ("in", format!("the {first}s")),
            ("in", format!("{first}s")),
            ("in", format!("the {first}'s")),
            ("in", format!("the {first}’s")),
        ],
    );
    let part = |words: String, meant: &Meant, modifier| ("in", Form::new(words, meant.clone().with(modifier)));
    let mut names = vec![format!("{first}s")];
    if (1920..2000).contains(&first) {
        let (tens, word) = (first % 100, TENS[(first as usize % 100) / 10 - 2]);
        all.extend(forms(
            &decade,
            [
                ("in", format!("the '{tens}s")),
                ("in", format!("the ’{tens}s")),
                ("in", format!("the {tens}s")),
                ("in", format!("the {word}")),
                ("in", format!("the nineteen {word}")),
                ("in", format!("the nineteen-{word}")),
            ],
        ));
        names.extend([format!("'{tens}s"), word.to_owned()]);
    }
    for name in names {
        all.push(part(format!("the early {name}"), &decade, "START"));
        all.push(part(format!("the mid-{name}"), &decade, "MID"));
        all.push(part(format!("the late {name}"), &decade, "END"));
        all.push(part(format!("early {name}"), &decade, "START"));
        all.push(part(format!("the beginning of the {name}"), &decade, "START"));
        all.push(part(format!("the end of the {name}"), &decade, "END"));
    }
    let century = meant::century(nth);
    let (digits, ordinal) = (words::nth(nth as usize), words::ordinal(nth as usize));
    all.extend(forms(
        &century,
        [
            ("in", format!("the {digits} century")),
            ("in", format!("the {ordinal} century")),
            ("in", format!("{digits} century")),
        ],
    ));
    for name in [digits, ordinal] {
        all.push(part(format!("the early {name} century"), &century, "START"));
        all.push(part(format!("the mid-{name} century"), &century, "MID"));
        all.push(part(format!("the late {name} century"), &century, "END"));
        all.push(part(format!("the end of the {name} century"), &century, "END"));
        all.push(part(format!("the beginning of the {name} century"), &century, "START"));
    }
    all
}

/// Years with their era.
fn eras(bc: i16, ad: i16) -> Forms {
    let (before, after) = (meant::year_bc(bc), meant::year(ad));
    let mut all = forms(
        &before,
        [
            ("in", format!("{bc} BC")),
            ("in", format!("{bc} B.C.")),
            ("in", format!("{bc} BCE")),
            ("in", format!("{bc} B.C.E.")),
        ],
    );
    all.extend(forms(
        &after,
        [
            ("in", format!("AD {ad}")),
            ("in", format!("A.D. {ad}")),
            ("in", format!("{ad} AD")),
            ("in", format!("{ad} A.D.")),
            ("in", format!("{ad} CE")),
            ("in", format!("{ad} C.E.")),
        ],
    ));
    all
}

/// Longer and shorter times of an era.
fn times_of_an_era(bc: i16, on: Date) -> Forms {
    let (tens, hundreds) = (bc / 10, bc / 100);
    let (d, month) = (on.day(), words::month(on));
    let year = meant::year_bc(bc).days.unwrap().0.year();
    let day = date(year, on.month(), d);
    let dated = Meant { value: format!("BC{bc:04}-{:02}-{d:02}", on.month()), ..meant::day(day) };
    let whole = Meant { value: format!("BC{bc:04}-{:02}", on.month()), ..meant::month(day) };
    let mut all = vec![
        ("on", Form::new(format!("{month} {d}, {bc} BC"), dated.clone())),
        ("on", Form::new(format!("{d} {month} {bc} BC"), dated)),
        ("in", Form::new(format!("{month} {bc} BC"), whole.clone())),
        ("in", Form::new(format!("{month} {bc} B.C."), whole)),
    ];
    if hundreds > 0 {
        let nth = words::nth(hundreds as usize + 1);
        // The fifth century before Christ, `BC04`, is 500 to 401 BC.
        let days = (date(-hundreds * 100 - 99, 1, 1), date(-hundreds * 100, 12, 31));
        let century = Meant { value: format!("BC{hundreds:02}"), days: Some(days), ..meant::century(1) };
        all.push(("in", Form::new(format!("the {nth} century BC"), century.clone())));
        all.push(("in", Form::new(format!("the {nth} century B.C."), century.clone())));
        all.push(("in", Form::new(format!("the late {nth} century BC"), century.with("END"))));
    }
    if tens > 10 {
        let days = (date(-tens * 10 - 8, 1, 1), date(1 - tens * 10, 12, 31));
        let decade = Meant { value: format!("BC{tens:03}"), days: Some(days), ..meant::decade(10) };
        all.push(("in", Form::new(format!("the {tens}0s BC"), decade.clone())));
        all.push(("in", Form::new(format!("the early {tens}0s BC"), decade.with("START"))));
    }
    all
}

/// Counted weeks, days and weekdays of a month or year.
fn numbered(on: Date) -> Forms {
    let (y, month) = (on.year(), words::month(on));
    let (first, last) = (on.first_of_month(), on.last_of_month());
    let d = on.day() as usize;
    let mut all = vec![
        ("on", Form::new(format!("the first day of {y}"), meant::day(on.first_of_year()))),
        ("on", Form::new(format!("the last day of {y}"), meant::day(on.last_of_year()))),
        ("on", Form::new(format!("the last day of {month} {y}"), meant::day(last))),
        ("on", Form::new(format!("the final day of {month} {y}"), meant::day(last))),
        ("on", Form::new(format!("the {} day of {month} {y}", words::nth(d)), meant::day(on))),
        ("on", Form::new(format!("the {} day of {month} {y}", words::ordinal(d)), meant::day(on))),
    ];
    let same: Vec<Date> = (0..5)
        .filter_map(|n| first.checked_add((n * 7 + i32::from(first.weekday().until(on.weekday()))).days()).ok())
        .filter(|day| day.month() == on.month())
        .collect();
    let weekday = words::weekday(on);
    for (n, day) in same.iter().enumerate() {
        for word in [words::ordinal(n + 1), words::nth(n + 1)] {
            all.push(("on", Form::new(format!("the {word} {weekday} of {month} {y}"), meant::day(*day))));
            all.push(("on", Form::new(format!("the {word} {weekday} in {month} {y}"), meant::day(*day))));
        }
    }
    all.push(("on", Form::new(format!("the last {weekday} of {month} {y}"), meant::day(*same.last().unwrap()))));
    // The first week of a month is the one with most of its first seven days, and the week of the fourth always is.
    for n in 0..4 {
        let day = first.checked_add((3 + 7 * n).days()).unwrap();
        all.push(("in", Form::new(format!("the {} week of {month} {y}", NTH[n as usize]), meant::week(day))));
    }
    let end = last.checked_sub(3.days()).unwrap();
    all.push(("in", Form::new(format!("the last week of {month} {y}"), meant::week(end))));
    all.push(("in", Form::new(format!("the week of {month} {d}, {y}"), meant::week(on))));
    all
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn a_year_and_its_parts(y in 1801_i16..2099, nth in 0_usize..4, frame in 0_usize..FRAMES) {
        let published = Some("2031-05-06");
        hold(&year(y), PAST, frame, published).map_err(TestCaseError::fail)?;
        hold(&year(y), FUTURE, frame, None).map_err(TestCaseError::fail)?;
        hold(&parts_of_year(y, nth), PAST, frame, published).map_err(TestCaseError::fail)?;
        hold(&parts_of_year(y, nth), FUTURE, frame, None).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn a_decade_and_a_century(tens in 111_i16..=203, nth in 2_i16..=21, frame in 0_usize..FRAMES) {
        // "the 1800s" are a century.
        let first = if tens % 10 == 0 && tens < 200 { tens * 10 + 10 } else { tens * 10 };
        hold(&decade_and_century(first, nth), PAST, frame, Some("2031-05-06")).map_err(TestCaseError::fail)?;
        let hundred = [("in", Form::new(format!("the {}s", (nth - 1) * 100), meant::century(nth)))];
        if (11..=20).contains(&nth) {
            hold(&hundred, PAST, frame, Some("2031-05-06")).map_err(TestCaseError::fail)?;
        }
    }

    #[test]
    fn an_era(
        bc in 10_i16..1000,
        ad in 10_i16..1000,
        on in super::written::days(date(2001, 1, 1), date(2001, 12, 31)),
        frame in 0_usize..FRAMES,
    ) {
        hold(&times_of_an_era(bc, on), PAST, frame, Some("2031-05-06")).map_err(TestCaseError::fail)?;
        hold(&eras(bc, ad), PAST, frame, Some("2031-05-06")).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn a_counted_part(on in super::written::days(date(1801, 1, 1), date(2099, 12, 31)), frame in 0_usize..FRAMES) {
        hold(&numbered(on), PAST, frame, Some("2031-05-06")).map_err(TestCaseError::fail)?;
    }
}

/// The days that "the nth weekday" is counted on, held against those that anybody can look up.
#[test]
fn the_third_thursday_of_november_2031_is_the_20th() {
    let first = date(2031, 11, 1);
    assert_eq!(first.nth_weekday_of_month(3, Weekday::Thursday).unwrap(), date(2031, 11, 20));
    let form = ("on", Form::new("the third Thursday of November 2031", meant::day(date(2031, 11, 20))));
    hold(&[form], PAST, 0, None).unwrap();
}
