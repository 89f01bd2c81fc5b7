//! How names and numbers are written.

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

const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ONES: [&str; 20] = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

/// A number from 1 to 99.
pub fn cardinal(n: usize) -> String {
    match (n / 10, n % 10) {
        (0 | 1, _) => ONES[n].to_owned(),
        (tens, 0) => TENS[tens].to_owned(),
        (tens, ones) => format!("{}-{}", TENS[tens], ONES[ones]),
    }
}

/// Its place in a row: "twenty-first".
pub fn ordinal(n: usize) -> String {
    let (head, last) = match (n / 10, n % 10) {
        (0 | 1, _) => (String::new(), n),
        (tens, 0) => return format!("{}ieth", TENS[tens].trim_end_matches('y')),
        (tens, ones) => (format!("{}-", TENS[tens]), ones),
    };
    let last = match last {
        1 => "first".to_owned(),
        2 => "second".to_owned(),
        3 => "third".to_owned(),
        5 => "fifth".to_owned(),
        8 => "eighth".to_owned(),
        9 => "ninth".to_owned(),
        12 => "twelfth".to_owned(),
        n => format!("{}th", ONES[n]),
    };
    head + &last
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
