//! How names and numbers are written.

use copydesk_core::cases;
use jiff::civil::Date;

pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// AP style; the full name where it has no other.
pub const SHORT_MONTHS: [&str; 12] =
    ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];
/// Three letters, as data and datelines have them.
pub const THREE_LETTERS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
pub const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
pub const SHORT_WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
pub const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
pub const NTH: [&str; 4] = ["first", "second", "third", "fourth"];

pub fn month(day: Date) -> &'static str {
    MONTHS[day.month() as usize - 1]
}

pub fn weekday(day: Date) -> &'static str {
    WEEKDAYS[day.weekday().to_monday_zero_offset() as usize]
}

/// A number in words.
pub fn cardinal(n: usize) -> String {
    cases::spelled(n as u64)
}

/// Its place in a row: "twenty-first".
pub fn ordinal(n: usize) -> String {
    let word = cardinal(n);
    let last = word.rsplit('-').next().unwrap();
    let nth = match last {
        "one" => "first".to_owned(),
        "two" => "second".to_owned(),
        "three" => "third".to_owned(),
        "five" => "fifth".to_owned(),
        "eight" => "eighth".to_owned(),
        "nine" => "ninth".to_owned(),
        "twelve" => "twelfth".to_owned(),
        tens if tens.ends_with('y') => format!("{}ieth", tens.trim_end_matches('y')),
        other => format!("{other}th"),
    };
    format!("{}{nth}", word.strip_suffix(last).unwrap())
}

/// The same in digits: "21st".
pub fn nth(n: usize) -> String {
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// A year as it is spoken: "nineteen ninety-eight", "two thousand five".
pub fn spoken(year: usize) -> String {
    match (year / 100, year % 100) {
        (20, 0) => "two thousand".to_owned(),
        (20, rest @ 1..=9) => format!("two thousand {}", cardinal(rest)),
        (hundreds, rest) => format!("{} {}", cardinal(hundreds), cardinal(rest)),
    }
}
