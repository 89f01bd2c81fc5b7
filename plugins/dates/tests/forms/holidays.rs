//! Holidays: their days told by rules of our own.

use super::desk::cases;
use super::form::{Form, hold};
use super::frames::{FRAMES, FUTURE, PAST};
use super::meant::{self, Meant, open};
use super::written::days;
use copydesk_core::lang::en::lexicon;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

/// Where a holiday stands in the year.
#[derive(Clone, Copy, Debug)]
enum On {
    Fixed(i8, i8),
    /// Days from Easter Sunday.
    Easter(i32),
    /// Which one of a weekday of a month; 0 is the last.
    Nth(usize, Weekday, i8),
    /// So many days behind that.
    Behind(i32, usize, Weekday, i8),
}
use On::{Behind, Easter, Fixed, Nth};

const HOLIDAYS: [(&str, On); 59] = [
    ("New Year's Eve", Fixed(12, 31)),
    ("New Year’s Day", Fixed(1, 1)),
    ("New Year's Day", Fixed(1, 1)),
    ("Valentine's Day", Fixed(2, 14)),
    ("St. Patrick's Day", Fixed(3, 17)),
    ("St Patrick's Day", Fixed(3, 17)),
    ("April Fool's Day", Fixed(4, 1)),
    ("April Fools' Day", Fixed(4, 1)),
    ("May Day", Fixed(5, 1)),
    ("Bastille Day", Fixed(7, 14)),
    ("Halloween", Fixed(10, 31)),
    ("Guy Fawkes Night", Fixed(11, 5)),
    ("Veterans Day", Fixed(11, 11)),
    ("Armistice Day", Fixed(11, 11)),
    ("Christmas Eve", Fixed(12, 24)),
    ("Christmas Day", Fixed(12, 25)),
    ("Christmas", Fixed(12, 25)),
    ("Boxing Day", Fixed(12, 26)),
    ("Independence Day", Fixed(7, 4)),
    ("Groundhog Day", Fixed(2, 2)),
    ("Earth Day", Fixed(4, 22)),
    ("Ash Wednesday", Easter(-46)),
    ("Palm Sunday", Easter(-7)),
    ("Maundy Thursday", Easter(-3)),
    ("Good Friday", Easter(-2)),
    ("Easter Sunday", Easter(0)),
    ("Easter Monday", Easter(1)),
    ("Easter", Easter(0)),
    ("Whit Monday", Easter(50)),
    ("Martin Luther King Day", Nth(3, Weekday::Monday, 1)),
    ("Presidents' Day", Nth(3, Weekday::Monday, 2)),
    ("Mother's Day", Nth(2, Weekday::Sunday, 5)),
    ("Memorial Day", Nth(0, Weekday::Monday, 5)),
    ("Father's Day", Nth(3, Weekday::Sunday, 6)),
    ("Labor Day", Nth(1, Weekday::Monday, 9)),
    ("Columbus Day", Nth(2, Weekday::Monday, 10)),
    ("Labour Day", Nth(1, Weekday::Monday, 9)),
    ("New Year's", Fixed(1, 1)),
    ("MLK Day", Nth(3, Weekday::Monday, 1)),
    ("Juneteenth", Fixed(6, 19)),
    ("Election Day", Behind(1, 1, Weekday::Monday, 11)),
    ("Black Friday", Behind(1, 4, Weekday::Thursday, 11)),
    ("Cyber Monday", Behind(4, 4, Weekday::Thursday, 11)),
    ("Canada Day", Fixed(7, 1)),
    ("Australia Day", Fixed(1, 26)),
    ("Anzac Day", Fixed(4, 25)),
    ("Remembrance Day", Fixed(11, 11)),
    ("Remembrance Sunday", Nth(2, Weekday::Sunday, 11)),
    ("All Saints' Day", Fixed(11, 1)),
    ("St. Stephen's Day", Fixed(12, 26)),
    ("St George's Day", Fixed(4, 23)),
    ("St. Andrew's Day", Fixed(11, 30)),
    ("Shrove Tuesday", Easter(-47)),
    ("Holy Saturday", Easter(-1)),
    ("Ascension Day", Easter(39)),
    ("Pentecost", Easter(49)),
    ("Whit Sunday", Easter(49)),
    ("Thanksgiving Day", Nth(4, Weekday::Thursday, 11)),
    ("Thanksgiving", Nth(4, Weekday::Thursday, 11)),
];

/// Easter Sunday by Gauss (1816), whose tables for the 19th to 21st century were M 23, 24 and 24, N 4, 5 and 5; the plugin
/// reckons after Meeus, Jones and Butcher.
fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (m, n) = if y < 1900 { (23, 4) } else { (24, 5) };
    let d = (19 * (y % 19) + m) % 30;
    let e = (2 * (y % 4) + 4 * (y % 7) + 6 * d + n) % 7;
    // 26 April becomes the 19th; so does the 25th the 18th where the moon of the cycle has been full already.
    let days = match (d, e) {
        (29, 6) => 28,
        (28, 6) if (11 * m + 11) % 30 < 19 => 27,
        _ => d + e,
    };
    date(year, 3, 22).checked_add(days.days()).unwrap()
}

impl On {
    fn day(self, year: i16) -> Date {
        match self {
            Fixed(month, day) => date(year, month, day),
            Behind(days, nth, weekday, month) => Nth(nth, weekday, month).day(year).checked_add(days.days()).unwrap(),
            Easter(days) => easter(year).checked_add(days.days()).unwrap(),
            Nth(nth, weekday, month) => {
                let first = date(year, month, 1);
                let all: Vec<Date> = (0..31)
                    .map(|n| first.checked_add(n.days()).unwrap())
                    .filter(|day| day.month() == month && day.weekday() == weekday)
                    .collect();
                if nth == 0 { *all.last().unwrap() } else { all[nth - 1] }
            }
        }
    }
}

/// The holiday of a year that is named.
fn of_a_year(year: i16) -> Vec<(&'static str, Form)> {
    let mut all = Vec::new();
    for (name, on) in HOLIDAYS {
        let meant = meant::day(on.day(year));
        all.push(("on", Form::new(format!("{name} {year}"), meant.clone())));
        all.push(("on", Form::new(format!("{name}, {year}"), meant.clone())));
        all.push(("on", Form::new(format!("{name} of {year}"), meant.clone())));
        all.push(("on", Form::new(format!("{name} in {year}"), meant)));
    }
    let easter = easter(year);
    all.push(("in", Form::new(format!("Easter week of {year}"), meant::week(easter))));
    let labour = Nth(1, Weekday::Monday, 9).day(year);
    all.push(("on", Form::new(format!("Labor Day weekend {year}"), meant::weekend(labour.yesterday().unwrap()))));
    all
}

/// The last or the next one.
fn beside(now: Date, ahead: bool) -> Vec<(&'static str, Form)> {
    let mut all = Vec::new();
    for (name, on) in HOLIDAYS {
        // Of election days those are meant on which the country votes: in even years.
        let kept = |year: &i16| *name != *"Election Day" || year % 2 == 0;
        let years = (now.year() - 2..=now.year() + 2).filter(kept);
        let (before, behind) = (
            years.clone().rev().map(|year| on.day(year)).find(|day| *day < now).unwrap(),
            years.map(|year| on.day(year)).find(|day| *day > now).unwrap(),
        );
        let this = Form::new(format!("this {name}"), meant::day(on.day(now.year())));
        let (pick, picked) = if ahead { ("next", behind) } else { ("last", before) };
        all.push(("", Form::new(format!("{pick} {name}"), meant::day(picked))));
        all.push(("", this));
        let year = now.year() + if ahead { 1 } else { -1 };
        all.push(("on", Form::new(format!("{name} {pick} year"), meant::day(on.day(year)))));
        // Which one a bare name means is told by the verb, where the other is not much nearer.
        let near = (before.until(now).unwrap().get_days(), now.until(behind).unwrap().get_days());
        let is_told = if ahead { near.1 <= 2 * near.0 } else { near.0 <= 2 * near.1 };
        if is_told && on.day(now.year()) != now {
            all.push(("on", Form::new(name, meant::day(picked))));
        }
    }
    all
}

/// Without a day of publication only those that stand still have a day.
fn undated() -> Vec<(&'static str, Form)> {
    HOLIDAYS
        .map(|(name, on)| {
            let meant: Meant = match on {
                Fixed(month, day) => open(format!("XXXX-{month:02}-{day:02}")),
                Easter(_) | Nth(..) | Behind(..) => open("XXXX-XX-XX"),
            };
            ("on", Form::new(name, meant))
        })
        .into()
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn a_holiday(year in 1801_i16..2099, now in days(date(1950, 1, 1), date(2060, 12, 31)), frame in 0_usize..FRAMES) {
        hold(&of_a_year(year), PAST, frame, Some("2031-05-06")).map_err(TestCaseError::fail)?;
        hold(&undated(), PAST, frame, None).map_err(TestCaseError::fail)?;
        let published = now.to_string();
        hold(&beside(now, false), PAST, frame, Some(&published)).map_err(TestCaseError::fail)?;
        hold(&beside(now, true), FUTURE, frame, Some(&published)).map_err(TestCaseError::fail)?;
    }
}

/// What the plugin's list has, this one has too.
#[test]
fn every_holiday_of_the_list_is_held() {
    let plain = |name: &str| name.to_lowercase().replace(['.', '\'', '’'], "");
    for line in lexicon::entries(lexicon::HOLIDAYS) {
        let name = line.split_once(" = ").unwrap().0;
        assert!(HOLIDAYS.iter().any(|(known, _)| plain(known) == plain(name)), "{name} is missing");
    }
}

/// Easter as the churches' tables have it, in each century and at both ends of its range.
#[test]
fn easter_is_reckoned_rightly() {
    for (year, month, day) in [
        (1818, 3, 22),
        (1886, 4, 25),
        (1943, 4, 25),
        (1954, 4, 18),
        (1981, 4, 19),
        (2008, 3, 23),
        (2024, 3, 31),
        (2031, 4, 13),
        (2038, 4, 25),
        (2076, 4, 19),
    ] {
        assert_eq!(easter(year), date(year, month, day), "{year}");
    }
}
