//! What is counted from the day of publication.

use super::desk::cases;
use super::form::{Form, hold};
use super::frames::{FRAMES, FUTURE, PAST};
use super::meant::{self, Meant, weekday_from};
use super::words::{self, MONTHS, NTH, SEASONS, cardinal};
use super::written::days;
use jiff::civil::{Date, Weekday, date};
use jiff::{Span, ToSpan};
use proptest::prelude::*;

type Forms = Vec<(&'static str, Form)>;

fn form(words: impl AsRef<str>, meant: Meant) -> (&'static str, Form) {
    ("", Form::new(words, meant))
}

fn shifted(now: Date, by: Span) -> Date {
    now.checked_add(by).unwrap()
}

/// Days beside today, and their parts.
fn deictic(now: Date, ahead: bool) -> Forms {
    let (yesterday, tomorrow) = (now.yesterday().unwrap(), now.tomorrow().unwrap());
    let at = |words: &str, on, hour| form(words, meant::day(on).at(hour));
    let mut all = vec![
        form("today", meant::day(now)),
        form("earlier today", meant::day(now).with("START")),
        form("later today", meant::day(now).with("END")),
        form("early today", meant::day(now).with("START")),
        form("late today", meant::day(now).with("END")),
        at("tonight", now, "TNI"),
        at("this morning", now, "TMO"),
        at("this afternoon", now, "TAF"),
        at("this evening", now, "TEV"),
    ];
    if ahead {
        all.extend([
            form("tomorrow", meant::day(tomorrow)),
            form("the day after tomorrow", meant::day(shifted(now, 2.days()))),
            at("tomorrow morning", tomorrow, "TMO"),
            at("tomorrow afternoon", tomorrow, "TAF"),
            at("tomorrow evening", tomorrow, "TEV"),
            at("tomorrow night", tomorrow, "TNI"),
            form("early tomorrow", meant::day(tomorrow).with("START")),
        ]);
    } else {
        all.extend([
            form("yesterday", meant::day(yesterday)),
            form("the day before yesterday", meant::day(shifted(now, -2.days()))),
            at("last night", yesterday, "TNI"),
            at("yesterday morning", yesterday, "TMO"),
            at("yesterday afternoon", yesterday, "TAF"),
            at("yesterday evening", yesterday, "TEV"),
            form("late yesterday", meant::day(yesterday).with("END")),
        ]);
    }
    all
}

/// The unit that a day lies in.
fn whole(unit: usize, on: Date) -> Meant {
    match unit {
        0 => meant::week(on),
        1 => meant::month(on),
        2 => meant::quarter(on.year(), (on.month() + 2) / 3),
        3 => meant::year(on.year()),
        4 => meant::decade(on.year() - on.year() % 10),
        _ => meant::century((on.year() + 99) / 100),
    }
}

const UNITS: [&str; 6] = ["week", "month", "quarter", "year", "decade", "century"];

/// So many units on.
fn units(unit: usize, n: i32) -> Span {
    match unit {
        0 => n.weeks(),
        1 => n.months(),
        2 => (n * 3).months(),
        3 => n.years(),
        4 => (n * 10).years(),
        _ => (n * 100).years(),
    }
}

/// Units beside this one.
fn picked_units(now: Date, ahead: bool) -> Forms {
    let mut all = Vec::new();
    // Ends of months count from the first, so that the month before 31 March is February.
    let from = |unit: usize, n: i32| {
        let start = if unit == 0 { now } else { now.first_of_month() };
        whole(unit, shifted(start, units(unit, n)))
    };
    for (unit, name) in UNITS.iter().enumerate() {
        all.push(form(format!("this {name}"), from(unit, 0)));
        all.push(("in", Form::new(format!("the current {name}"), from(unit, 0))));
        let two = 2;
        if ahead {
            all.push(form(format!("next {name}"), from(unit, 1)));
            if unit < 4 {
                all.push(form(format!("the {name} after next"), from(unit, two)));
            }
            all.push(form(format!("this coming {name}"), from(unit, 1)));
            all.push(("by", Form::new(format!("the end of next {name}"), from(unit, 1).with("END"))));
            all.push(form(format!("early next {name}"), from(unit, 1).with("START")));
            all.push(form(format!("late next {name}"), from(unit, 1).with("END")));
            all.push(form(format!("later this {name}"), from(unit, 0).with("END")));
            if matches!(*name, "week" | "month" | "year") {
                all.push(("by", Form::new(format!("the end of the {name}"), from(unit, 0).with("END"))));
                all.push(("by", Form::new(format!("the end of this {name}"), from(unit, 0).with("END"))));
                all.push(("by", Form::new(format!("mid-{name}"), from(unit, 0).with("MID"))));
            }
        } else {
            all.push(form(format!("last {name}"), from(unit, -1)));
            if unit < 4 {
                all.push(form(format!("the {name} before last"), from(unit, -two)));
            }
            all.push(form(format!("this past {name}"), from(unit, -1)));
            all.push(("at", Form::new(format!("the beginning of last {name}"), from(unit, -1).with("START"))));
            all.push(form(format!("early last {name}"), from(unit, -1).with("START")));
            all.push(form(format!("late last {name}"), from(unit, -1).with("END")));
            all.push(form(format!("earlier this {name}"), from(unit, 0).with("START")));
        }
    }
    all
}

/// The end and the middle of this year and month.
fn ends(now: Date) -> Forms {
    let (year, month) = (meant::year(now.year()), meant::month(now));
    let end = |words: &str, meant: &Meant| ("by", Form::new(words, meant.clone().with("END")));
    vec![
        end("year-end", &year),
        end("year end", &year),
        end("the year's end", &year),
        end("month-end", &month),
        ("by", Form::new("midyear", year.clone().with("MID"))),
        ("at", Form::new("mid-year", year.with("MID"))),
        ("by", Form::new("midmonth", month.with("MID"))),
        ("in", Form::new("midweek", meant::week(now).with("MID"))),
    ]
}

/// Weekends: that of this week is over for a verb in the past, unless it is on.
fn weekends(now: Date, ahead: bool) -> Forms {
    let on = matches!(now.weekday(), Weekday::Saturday | Weekday::Sunday);
    let beside = |weeks: i32| meant::weekend(shifted(now, weeks.weeks()));
    if ahead {
        vec![
            form("this weekend", beside(0)),
            ("over", Form::new("the weekend", beside(0))),
            form("next weekend", beside(i32::from(on))),
            form("this coming weekend", beside(i32::from(on))),
        ]
    } else {
        vec![
            form("this weekend", beside(-i32::from(!on))),
            ("over", Form::new("the weekend", beside(-i32::from(!on)))),
            form("last weekend", beside(-1)),
            form("this past weekend", beside(-1)),
        ]
    }
}

/// The days of the week, alone and picked.
fn weekdays(now: Date, weekday: Weekday, ahead: bool) -> Forms {
    let name = words::WEEKDAYS[weekday.to_monday_zero_offset() as usize];
    let today = now.weekday() == weekday;
    let before = weekday_from(now, weekday, -1);
    let behind = weekday_from(now, weekday, 1);
    // The day of publication counts as both the last and the next for a bare name, and as neither for a picked one.
    let (near, far) =
        if ahead { (if today { now } else { behind }, behind) } else { (if today { now } else { before }, before) };
    let near = meant::day(near);
    let mut all = vec![
        ("on", Form::new(name, near.clone())),
        form(format!("this {name}"), near.clone()),
        form(format!("{name} morning"), near.clone().at("TMO")),
        ("on", Form::new(format!("{name} afternoon"), near.clone().at("TAF"))),
        ("on", Form::new(format!("{name} evening"), near.clone().at("TEV"))),
        form(format!("{name} night"), near.clone().at("TNI")),
        form(format!("early {name}"), near.clone().with("START")),
        form(format!("late on {name}"), near.clone().with("END")),
    ];
    let monday = |weeks: i32| {
        let monday = shifted(now, (weeks * 7 - i32::from(now.weekday().to_monday_zero_offset())).days());
        meant::day(shifted(monday, i32::from(weekday.to_monday_zero_offset()).days()))
    };
    if ahead {
        all.extend([
            form(format!("next {name}"), meant::day(far)),
            form(format!("this coming {name}"), meant::day(far)),
            form(format!("{name} next week"), monday(1)),
            ("on", Form::new(format!("{name} of next week"), monday(1))),
        ]);
    } else {
        all.extend([
            form(format!("last {name}"), meant::day(far)),
            form(format!("this past {name}"), meant::day(far)),
            form(format!("{name} last week"), monday(-1)),
            ("on", Form::new(format!("{name} of last week"), monday(-1))),
            form(format!("a week ago {name}"), monday(-1)),
        ]);
    }
    all
}

/// Months and seasons, alone and picked, that are less than half a year off.
fn months(now: Date, by: i32, ahead: bool) -> Forms {
    let start = shifted(now.first_of_month(), (if ahead { by } else { -by }).months());
    let (name, meant) = (MONTHS[start.month() as usize - 1], meant::month(start));
    let mut all = vec![
        ("in", Form::new(name, meant.clone())),
        ("in", Form::new(format!("early {name}"), meant.clone().with("START"))),
        ("in", Form::new(format!("late {name}"), meant.clone().with("END"))),
        ("in", Form::new(format!("mid-{name}"), meant.clone().with("MID"))),
    ];
    if ahead {
        all.extend([
            form(format!("next {name}"), meant.clone()),
            form(format!("this coming {name}"), meant.clone()),
            form(format!("early next {name}"), meant.clone().with("START")),
            ("at", Form::new(format!("the beginning of {name}"), meant.clone().with("START"))),
        ]);
    } else {
        all.extend([
            form(format!("last {name}"), meant.clone()),
            form(format!("this past {name}"), meant.clone()),
            form(format!("late last {name}"), meant.clone().with("END")),
            ("at", Form::new(format!("the end of {name}"), meant.clone().with("END"))),
        ]);
    }
    if start.year() == now.year() {
        all.push(form(format!("this {name}"), meant));
    }
    all
}

/// The parts of the year before, of this one and of the next.
fn parts_of_year(now: Date, nth: usize, ahead: bool) -> Forms {
    let (year, name) = if ahead { (now.year() + 1, "next year") } else { (now.year() - 1, "last year") };
    let quarter = meant::quarter(year, nth as i8 + 1);
    let half = meant::half(year, nth as i8 % 2 + 1);
    let season = meant::season(year, nth);
    vec![
        ("in", Form::new(format!("the {} quarter of {name}", NTH[nth]), quarter.clone())),
        ("in", Form::new(format!("{name}'s {} quarter", NTH[nth]), quarter.clone())),
        ("in", Form::new(format!("the {} half of {name}", NTH[nth % 2]), half)),
        ("in", Form::new(format!("the {} of {name}", SEASONS[nth]), season)),
        ("in", Form::new("the last quarter of this year", meant::quarter(now.year(), 4))),
        ("in", Form::new("the first half of this year", meant::half(now.year(), 1))),
    ]
}

/// Seasons beside this one.
fn seasons(now: Date, nth: usize, ahead: bool) -> Forms {
    let name = SEASONS[nth];
    let of = |by: i16| meant::season(now.year() + by, nth);
    let first = |by: i16| of(by).days.unwrap().0;
    let last = |by: i16| of(by).days.unwrap().1;
    let mut all = vec![form(format!("this {name}"), of(0))];
    if ahead {
        let next = (-1..=1).find(|by| first(*by) > now).unwrap();
        all.push(form(format!("next {name}"), of(next)));
        all.push(form(format!("early next {name}"), of(next).with("START")));
    } else {
        let before = (-2..=1).rev().find(|by| last(*by) < now).unwrap();
        all.push(form(format!("last {name}"), of(before)));
        all.push(form(format!("late last {name}"), of(before).with("END")));
    }
    all
}

/// The quarter and the season that the verb tells: the last that has begun, or the next that has not ended.
fn told_by_the_verb(now: Date, by: i32, ahead: bool) -> Forms {
    let start = shifted(now.first_of_month(), (if ahead { 3 * by } else { -3 * by }).months());
    let nth = (start.month() as usize - 1) / 3;
    let quarter = meant::quarter(start.year(), nth as i8 + 1);
    // A season is told like a quarter; its months are those of the meteorologists.
    let season = (start.month() as usize + 9) / 3 % 4;
    let year = if start.month() < 3 { start.year() - 1 } else { start.year() };
    let season_meant = meant::season(year, season);
    let name = SEASONS[season];
    vec![
        ("in", Form::new(format!("the {} quarter", NTH[nth]), quarter.clone())),
        ("in", Form::new(format!("early {name}"), season_meant.clone().with("START"))),
        ("in", Form::new(format!("the {name}"), season_meant.clone())),
        ("in", Form::new(name, season_meant)),
    ]
}

/// So many units from today.
fn counted(now: Date, n: i32, ahead: bool) -> Forms {
    let mut all = Vec::new();
    let word = cardinal(n as usize);
    let one = n == 1;
    for (unit, name) in [(9, "day"), (0, "week"), (8, "fortnight"), (1, "month"), (3, "year"), (4, "decade")] {
        let plural = if one { name.to_owned() } else { format!("{name}s") };
        let by = if ahead { n } else { -n };
        // Ends of months count from the first.
        let start = now.first_of_month();
        let meant = match unit {
            9 => meant::day(shifted(now, by.days())),
            8 => meant::week(shifted(now, (2 * by).weeks())),
            0 => meant::week(shifted(now, by.weeks())),
            4 => meant::year(shifted(start, (10 * by).years()).year()),
            unit => whole(unit, shifted(start, units(unit, by))),
        };
        let mut amounts = vec![format!("{word} {plural}"), format!("{n} {plural}")];
        if one {
            amounts.push(format!("a {name}"));
        }
        for amount in amounts {
            if ahead {
                all.push(form(format!("{amount} from now"), meant.clone()));
                all.push(form(format!("{amount} from today"), meant.clone()));
                all.push(form(format!("{amount} hence"), meant.clone()));
                let mark = if amount.ends_with('s') { "'" } else { "'s" };
                all.push(("in", Form::new(format!("{amount}{mark} time"), meant.clone())));
            } else {
                all.push(form(format!("{amount} ago"), meant.clone()));
                all.push(form(format!("about {amount} ago"), meant.clone().with("APPROX")));
                all.push(form(format!("more than {amount} ago"), meant.clone().with("MORE_THAN")));
                all.push(form(format!("nearly {amount} ago"), meant.clone().with("LESS_THAN")));
            }
        }
    }
    all
}

/// What no number counts.
fn uncounted(now: Date, ahead: bool) -> Forms {
    let month = |by: i32| meant::month(shifted(now.first_of_month(), by.months()));
    let year = |by: i16| meant::year(now.year() + by);
    if ahead {
        vec![
            form("a year and a half from now", month(18)),
            form("half a century from now", year(50)),
            form("a couple of years from now", year(2).with("APPROX")),
            form("several years from now", meant::open("FUTURE_REF")),
        ]
    } else {
        vec![
            form("a year and a half ago", month(-18)),
            form("one and a half years ago", month(-18)),
            form("two and a half years ago", month(-30)),
            form("half a year ago", month(-6)),
            form("half a century ago", year(-50)),
            form("a quarter of a century ago", year(-25)),
            form("a couple of years ago", year(-2).with("APPROX")),
            form("several years ago", meant::open("PAST_REF")),
            form("a few months ago", meant::open("PAST_REF")),
            form("years ago", meant::open("PAST_REF")),
            form("decades ago", meant::open("PAST_REF")),
            form("three hours ago", meant::open("PAST_REF")),
        ]
    }
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn what_is_near(
        now in days(date(1950, 1, 1), date(2060, 12, 31)),
        weekday in 1_i8..=7,
        n in 1_i32..40,
        nth in 0_usize..4,
        frame in 0_usize..FRAMES,
    ) {
        let weekday = Weekday::from_monday_one_offset(weekday).unwrap();
        let published = now.to_string();
        for ahead in [false, true] {
            let frames = if ahead { FUTURE } else { PAST };
            for family in [
                deictic(now, ahead),
                picked_units(now, ahead),
                ends(now),
                weekends(now, ahead),
                weekdays(now, weekday, ahead),
                months(now, n % 5 + 1, ahead),
                parts_of_year(now, nth, ahead),
                seasons(now, nth, ahead),
                told_by_the_verb(now, n % 2 + 1, ahead),
                counted(now, n, ahead),
                uncounted(now, ahead),
            ] {
                hold(&family, frames, frame, Some(&published)).map_err(TestCaseError::fail)?;
            }
        }
    }
}
