//! Ranges, whose two ends are findings that name each other, and lists, of which each part is a finding of its own.

use super::desk::cases;
use super::form::{Form, hold};
use super::frames::{FRAMES, FUTURE, PAST};
use super::meant::{self, Meant};
use super::words::{self, MONTHS, SHORT_MONTHS, WEEKDAYS};
use super::written::days;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

type Forms = Vec<(&'static str, Form)>;

/// The two ends of a range.
fn range(
    lead: &'static str,
    (from, first): (String, Meant),
    joint: &str,
    (to, second): (String, Meant),
) -> (&'static str, Form) {
    (lead, Form::new(from, first.from()).and(joint, to, second.to()))
}

/// Two that are joined and make no range.
fn pair(
    lead: &'static str,
    (from, first): (String, Meant),
    joint: &str,
    (to, second): (String, Meant),
) -> (&'static str, Form) {
    (lead, Form::new(from, first).and(joint, to, second))
}

/// Days of one month, with or without the year.
fn days_of_a_month(first: Date, second: Date, third: Date, year: Option<i16>) -> Forms {
    let (a, b, c) = (first.day(), second.day(), third.day());
    let (month, short) = (words::month(first), SHORT_MONTHS[first.month() as usize - 1]);
    let (behind, comma) = year.map_or((String::new(), String::new()), |y| (format!(" {y}"), format!(", {y}")));
    let (one, two) = (meant::day(first), meant::day(second));
    let mut all = Vec::new();
    for dash in ["-", "–", "—", " – ", " - "] {
        all.push(range("on", (format!("{a}"), one.clone()), dash, (format!("{b} {month}{behind}"), two.clone())));
        all.push(range("on", (format!("{month} {a}"), one.clone()), dash, (format!("{b}{comma}"), two.clone())));
    }
    all.extend([
        range("from", (format!("{a}"), one.clone()), " to ", (format!("{b} {month}{behind}"), two.clone())),
        range(
            "from",
            (words::nth(a as usize), one.clone()),
            " to ",
            (format!("{} {month}{behind}", words::nth(b as usize)), two.clone()),
        ),
        range("from", (format!("{month} {a}"), one.clone()), " to ", (format!("{b}{comma}"), two.clone())),
        range("from", (format!("{short} {a}"), one.clone()), " through ", (format!("{b}{comma}"), two.clone())),
        range("between", (format!("{a}"), one.clone()), " and ", (format!("{b} {month}{behind}"), two.clone())),
        range("between", (format!("{month} {a}"), one.clone()), " and ", (format!("{b}{comma}"), two.clone())),
        range("from", (format!("{month} {a}"), one.clone()), " to ", (format!("{month} {b}{comma}"), two.clone())),
        range("from", (format!("{a} {month}"), one.clone()), " to ", (format!("{b} {month}{behind}"), two.clone())),
        range("from", (format!("{a} {month}"), one.clone()), " until ", (format!("{b} {month}{behind}"), two.clone())),
        pair("on", (format!("{month} {a}"), one.clone()), " and ", (format!("{b}{comma}"), two.clone())),
        pair("on", (format!("{a}"), one.clone()), " and ", (format!("{b} {month}{behind}"), two.clone())),
        pair("on", (format!("{short} {a}"), one.clone()), " or ", (format!("{b}{comma}"), two.clone())),
        pair(
            "on",
            (words::nth(a as usize), one.clone()),
            " and ",
            (format!("{} of {month}{behind}", words::nth(b as usize)), two.clone()),
        ),
    ]);
    let three = meant::day(third);
    for joint in [" and ", ", and "] {
        all.push((
            "on",
            Form::new(format!("{month} {a}"), one.clone()).and(", ", format!("{b}"), two.clone()).and(
                joint,
                format!("{c}{comma}"),
                three.clone(),
            ),
        ));
        all.push((
            "on",
            Form::new(format!("{a}"), one.clone()).and(", ", format!("{b}"), two.clone()).and(
                joint,
                format!("{c} {month}{behind}"),
                three.clone(),
            ),
        ));
    }
    all
}

/// Days of two months, of one year or two.
fn days_of_two_months(first: Date, second: Date) -> Forms {
    let (one, two) = (meant::day(first), meant::day(second));
    let british = |on: Date| format!("{} {}", on.day(), words::month(on));
    let american = |on: Date| format!("{} {}", words::month(on), on.day());
    let (y, z) = (first.year(), second.year());
    let mut all = vec![
        range(
            "from",
            (format!("{} {y}", british(first)), one.clone()),
            " to ",
            (format!("{} {z}", british(second)), two.clone()),
        ),
        range(
            "from",
            (format!("{}, {y}", american(first)), one.clone()),
            " to ",
            (format!("{}, {z}", american(second)), two.clone()),
        ),
        range(
            "between",
            (format!("{} {y}", british(first)), one.clone()),
            " and ",
            (format!("{} {z}", british(second)), two.clone()),
        ),
        range("from", (first.to_string(), one.clone()), " to ", (second.to_string(), two.clone())),
    ];
    if first.month() != second.month() {
        all.extend([
            range("from", (british(first), one.clone()), " to ", (format!("{} {z}", british(second)), two.clone())),
            range("from", (american(first), one.clone()), " to ", (format!("{}, {z}", american(second)), two.clone())),
            range("between", (british(first), one.clone()), " and ", (format!("{} {z}", british(second)), two.clone())),
            range("from", (american(first), one), " through ", (format!("{}, {z}", american(second)), two)),
        ]);
    }
    all
}

/// A dash between days of two months of one year, with the year behind the last.
fn dashed_months(first: Date, second: Date) -> Forms {
    let (one, two) = (meant::day(first), meant::day(second));
    let y = second.year();
    let british = |on: Date| format!("{} {}", on.day(), words::month(on));
    let american = |on: Date| format!("{} {}", words::month(on), on.day());
    let mut all = Vec::new();
    for dash in ["-", "–", " – "] {
        all.push(range("", (british(first), one.clone()), dash, (format!("{} {y}", british(second)), two.clone())));
        all.push(range("", (american(first), one.clone()), dash, (format!("{}, {y}", american(second)), two.clone())));
    }
    all
}

/// Ends that are parts of something, or have their hour.
fn ends_with_parts(first: Date, second: Date) -> Forms {
    let (one, two) = (meant::month(first), meant::month(second));
    let (a, b) = (words::month(first), words::month(second));
    let (y, z) = (first.year(), second.year());
    let mut all = vec![
        range(
            "from",
            (format!("late {a} {y}"), one.clone().with("END")),
            " to ",
            (format!("early {b} {z}"), two.clone().with("START")),
        ),
        range(
            "between",
            (format!("mid-{a} {y}"), one.clone().with("MID")),
            " and ",
            (format!("mid-{b} {z}"), two.clone().with("MID")),
        ),
        range(
            "from",
            (format!("spring {y}"), meant::season(y, 0)),
            " to ",
            (format!("autumn {}", y + 1), meant::season(y + 1, 2)),
        ),
        range(
            "from",
            (format!("the second quarter of {y}"), meant::quarter(y, 2)),
            " to ",
            (format!("the third quarter of {}", y + 1), meant::quarter(y + 1, 3)),
        ),
        range("from", (format!("Q1 {y}"), meant::quarter(y, 1)), " to ", (format!("Q3 {y}"), meant::quarter(y, 3))),
        range(
            "from",
            (format!("9 a.m. on {first}"), meant::day(first).at("T09:00")),
            " to ",
            (format!("5 p.m. on {second}"), meant::day(second).at("T17:00")),
        ),
    ];
    if a != b {
        all.push(range(
            "from",
            (format!("late {a}"), one.with("END")),
            " to ",
            (format!("early {b} {z}"), two.with("START")),
        ));
    }
    all
}

/// Three in a row: months that share their year, years, and days of the week.
fn rows(first: Date, by: i16) -> Forms {
    let y = first.year();
    let of = |n: i8| date(y, first.month() + n, 1);
    let name = |n: i8| words::month(of(n)).to_owned();
    let month = |n: i8| meant::month(of(n));
    let (second, third) = (y + by, y + 2 * by);
    let mut all = Vec::new();
    for joint in [" and ", ", and ", " or "] {
        if first.month() <= 10 {
            all.push((
                "in",
                Form::new(name(0), month(0)).and(", ", name(1), month(1)).and(
                    joint,
                    format!("{} {y}", name(2)),
                    month(2),
                ),
            ));
        }
        if third > 2099 {
            continue;
        }
        let years = Form::new(y.to_string(), meant::year(y)).and(", ", second.to_string(), meant::year(second));
        all.push(("in", years.and(joint, third.to_string(), meant::year(third))));
    }
    all
}

/// Months of one year or two.
fn months(first: Date, second: Date) -> Forms {
    let (one, two) = (meant::month(first), meant::month(second));
    let (a, b) = (MONTHS[first.month() as usize - 1], MONTHS[second.month() as usize - 1]);
    let (y, z) = (first.year(), second.year());
    let mut all = vec![
        range("from", (format!("{a} {y}"), one.clone()), " to ", (format!("{b} {z}"), two.clone())),
        range("between", (format!("{a} {y}"), one.clone()), " and ", (format!("{b} {z}"), two.clone())),
    ];
    if a != b {
        all.extend([
            range("from", (a.to_owned(), one.clone()), " to ", (format!("{b} {z}"), two.clone())),
            range("from", (a.to_owned(), one.clone()), " through ", (format!("{b} {z}"), two.clone())),
            range("between", (a.to_owned(), one.clone()), " and ", (format!("{b} {z}"), two.clone())),
            range("in", (a.to_owned(), one.clone()), "-", (format!("{b} {z}"), two.clone())),
            range("in", (a.to_owned(), one.clone()), "–", (format!("{b} {z}"), two.clone())),
        ]);
        if y == z {
            all.push(pair("in", (a.to_owned(), one), " and ", (format!("{b} {z}"), two)));
        }
    }
    all
}

/// Years, decades and centuries.
fn years(first: i16, by: i16) -> Forms {
    let second = first + by;
    let (one, two) = (meant::year(first), meant::year(second));
    let whole = |y: i16, meant: &Meant| (y.to_string(), meant.clone());
    let mut all = vec![
        range("from", whole(first, &one), " to ", whole(second, &two)),
        range("from", whole(first, &one), " until ", whole(second, &two)),
        range("from", whole(first, &one), " through ", whole(second, &two)),
        range("between", whole(first, &one), " and ", whole(second, &two)),
        range("in", whole(first, &one), "-", whole(second, &two)),
        range("in", whole(first, &one), "–", whole(second, &two)),
        range("in", whole(first, &one), "—", whole(second, &two)),
        pair("in", whole(first, &one), " and ", whole(second, &two)),
        pair("in", whole(first, &one), " or ", whole(second, &two)),
        range(
            "from",
            (format!("early {first}"), one.clone().with("START")),
            " to ",
            (format!("late {second}"), two.clone().with("END")),
        ),
    ];
    if first / 100 == second / 100 {
        let short = format!("{:02}", second % 100);
        all.push(range("in", whole(first, &one), "-", (short.clone(), two.clone())));
        all.push(range("in", whole(first, &one), "–", (short, two)));
    }
    let decade = first - first % 10;
    let tens = decade + 10;
    if decade % 100 != 0 && tens % 100 != 0 {
        let (one, two) = (meant::decade(decade), meant::decade(tens));
        all.extend([
            pair("in", (format!("the {decade}s"), one.clone()), " and ", (format!("{tens}s"), two.clone())),
            pair("in", (format!("the {decade}s"), one.clone()), " and ", (format!("the {tens}s"), two.clone())),
            range("from", (format!("the {decade}s"), one.clone()), " to ", (format!("the {tens}s"), two.clone())),
        ]);
        if (1920..1990).contains(&decade) {
            all.push(pair("in", (format!("the {decade}s"), one), " and ", (format!("'{}s", tens % 100), two)));
        }
    }
    let nth = first / 100;
    let (one, two) = (meant::century(nth), meant::century(nth + 1));
    let (a, b) = (words::nth(nth as usize), words::nth(nth as usize + 1));
    all.extend([
        pair("in", (format!("the {a}"), one.clone()), " and ", (format!("{b} centuries"), two.clone())),
        pair(
            "in",
            (format!("the late {a}"), one.with("END")),
            " and ",
            (format!("early {b} centuries"), two.with("START")),
        ),
    ]);
    all
}

/// Days of one week, of which the last is behind the first.
fn weekdays(now: Date, first: Weekday, by: i32, ahead: bool) -> Forms {
    // The day of publication counts: what is over ended on it, what lies ahead begins on it.
    let one = if ahead {
        meant::weekday_from(now.yesterday().unwrap(), first, 1)
    } else {
        let last = meant::weekday_from(now.tomorrow().unwrap(), first.wrapping_add(by), -1);
        last.checked_sub(by.days()).unwrap()
    };
    let two = one.checked_add(by.days()).unwrap();
    let name = |on: Date| WEEKDAYS[on.weekday().to_monday_zero_offset() as usize].to_owned();
    let (a, b) = ((name(one), meant::day(one)), (name(two), meant::day(two)));
    vec![
        range("from", a.clone(), " to ", b.clone()),
        range("from", a.clone(), " until ", b.clone()),
        range("from", a.clone(), " through ", b.clone()),
        range("between", a.clone(), " and ", b.clone()),
        range("", a.clone(), " through ", b.clone()),
        range("", a.clone(), "-", b.clone()),
        range("", a, "–", b),
    ]
}

/// A weekday with a part of the day or an hour at both ends.
fn hours_of_weekdays(now: Date, ahead: bool) -> Forms {
    let step = if ahead { 1 } else { -1 };
    let mut days = [now.checked_add((2 * step).days()).unwrap(), now.checked_add((5 * step).days()).unwrap()];
    days.sort();
    let [one, two] = days;
    let (a, b) = (words::weekday(one), words::weekday(two));
    let (one, two) = (meant::day(one), meant::day(two));
    vec![
        range(
            "from",
            (format!("{a} morning"), one.clone().at("TMO")),
            " to ",
            (format!("{b} night"), two.clone().at("TNI")),
        ),
        range(
            "from",
            (format!("9 a.m. {a}"), one.clone().at("T09:00")),
            " to ",
            (format!("5 p.m. {b}"), two.clone().at("T17:00")),
        ),
        range(
            "between",
            (format!("{a} at noon"), one.at("T12:00")),
            " and ",
            (format!("{b} at 7 p.m."), two.at("T19:00")),
        ),
    ]
}

/// Two and three days of one week that is over or not begun.
fn lists_of_weekdays(now: Date, ahead: bool) -> Forms {
    let step = if ahead { 1 } else { -1 };
    let mut days: Vec<Date> = (1..=3).map(|n| now.checked_add((step * 2 * n).days()).unwrap()).collect();
    days.sort();
    let name = |n: usize| words::weekday(days[n]);
    let meant = |n: usize| meant::day(days[n]);
    vec![
        ("on", Form::new(name(0), meant(0)).and(" and ", name(1), meant(1))),
        ("on", Form::new(name(0), meant(0)).and(" or ", name(1), meant(1))),
        ("on", Form::new(name(0), meant(0)).and(", ", name(1), meant(1)).and(" and ", name(2), meant(2))),
        ("on", Form::new(name(0), meant(0)).and(", ", name(1), meant(1)).and(", and ", name(2), meant(2))),
        ("on", Form::new(name(0), meant(0)).and(" and again on ", name(1), meant(1))),
    ]
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn days_months_and_years(
        on in days(date(1900, 1, 1), date(2060, 12, 31)),
        (a, b, c) in (1_i8..=20, 1_i8..=5, 1_i8..=3),
        by in 1_i32..330,
        years_by in 1_i16..40,
        frame in 0_usize..FRAMES,
    ) {
        let published = Some("2031-05-06");
        let (y, m) = (on.year(), on.month());
        let (first, second, third) = (date(y, m, a), date(y, m, a + b), date(y, m, a + b + c));
        for frames in [PAST, FUTURE] {
            hold(&days_of_a_month(first, second, third, Some(y)), frames, frame, published).map_err(TestCaseError::fail)?;
            let other = on.checked_add(by.days()).unwrap();
            hold(&days_of_two_months(on, other), frames, frame, published).map_err(TestCaseError::fail)?;
            let month = on.first_of_month().checked_add((by % 11 + 1).months()).unwrap();
            hold(&months(on, month), frames, frame, published).map_err(TestCaseError::fail)?;
            hold(&years(y, years_by), frames, frame, published).map_err(TestCaseError::fail)?;
            hold(&ends_with_parts(on, other), frames, frame, published).map_err(TestCaseError::fail)?;
            hold(&rows(on, years_by), frames, frame, published).map_err(TestCaseError::fail)?;
            if on.month() != other.month() && on.year() == other.year() {
                hold(&dashed_months(on, other), frames, frame, published).map_err(TestCaseError::fail)?;
            }
        }
    }

    /// Where tense and nearness tell the year, it is that of both ends.
    #[test]
    fn days_beside_now(
        now in days(date(1950, 1, 1), date(2060, 12, 31)),
        (a, b, c) in (1_i8..=20, 1_i8..=5, 1_i8..=3),
        by in 2_i32..=4,
        weekday in 1_i8..=7,
        week_by in 1_i32..=6,
        frame in 0_usize..FRAMES,
    ) {
        let published = now.to_string();
        let first = Weekday::from_monday_one_offset(weekday).unwrap();
        for ahead in [false, true] {
            let frames = if ahead { FUTURE } else { PAST };
            let month = now.first_of_month().checked_add((if ahead { by } else { -by }).months()).unwrap();
            let day = |d: i8| date(month.year(), month.month(), d);
            let forms = days_of_a_month(day(a), day(a + b), day(a + b + c), None);
            hold(&forms, frames, frame, Some(&published)).map_err(TestCaseError::fail)?;
            hold(&weekdays(now, first, week_by, ahead), frames, frame, Some(&published)).map_err(TestCaseError::fail)?;
            hold(&hours_of_weekdays(now, ahead), frames, frame, Some(&published)).map_err(TestCaseError::fail)?;
            hold(&lists_of_weekdays(now, ahead), frames, frame, Some(&published)).map_err(TestCaseError::fail)?;
        }
    }
}
