//! Reads the days that pages print and state, in the languages of the word list: "4. März 2031", "Mar 4th, 2031",
//! "2031-03-04T10:00:00+01:00", "le 4 mars 2031", "04/03/31", "2031年3月4日".
//!
//! Values of metadata are read here as well as lines of text, so it works on any string. Days without a year are none.

use copydesk_core::lang::en::calendar::Order;
use copydesk_core::lang::en::lexicon::entries;
use jiff::civil::Date;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// No page on the web is older, and none that is read is younger.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;
/// The longest name of a month has so many bytes.
const LONGEST_MONTH: usize = 32;
/// "Thu Nov 19 10:00:00 GMT 2031": so many tokens of time may stand between day and year.
const CLOCK: usize = 8;

static MONTHS: LazyLock<HashMap<&'static str, i8>> = LazyLock::new(|| {
    let mut months = HashMap::new();
    for line in entries(include_str!("words/months.txt")) {
        for (month, forms) in (1..).zip(line.split(' ').skip(1)) {
            for form in forms.split('|') {
                months.entry(form).or_insert(month);
            }
        }
    }
    months
});

/// A day in a string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Day {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// Which day.
    pub date: Date,
    /// Whether day and month may have been taken the wrong way round.
    pub ambiguous: bool,
}

/// When something happened, as metadata state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// The day, where it was stated.
    pub date: Date,
    /// ISO 8601: the day, with the clock time and zone if they are stated.
    pub value: String,
    /// Whether it is told in the time of Greenwich, so that it may have been another day at the outlet.
    pub greenwich: bool,
    /// Whether day and month may have been taken the wrong way round.
    pub ambiguous: bool,
}

impl Stamp {
    /// A day without a clock time.
    pub fn of(date: Date, ambiguous: bool) -> Self {
        Self { date, value: date.to_string(), greenwich: false, ambiguous }
    }
}

/// Reads a value of metadata.
pub(crate) fn stamp(value: &str, order: Order) -> Option<Stamp> {
    let value = value.trim();
    if let Some(stamp) = iso(value) {
        return Some(stamp);
    }
    let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    let plain = |date: Date, greenwich| Stamp { greenwich, ..Stamp::of(date, false) };
    match value.len() {
        // Seconds and milliseconds since 1970.
        10 | 13 if digits => {
            let seconds = value.get(..10)?.parse::<i64>().ok()?;
            let date = jiff::Timestamp::from_second(seconds).ok()?.to_zoned(jiff::tz::TimeZone::UTC).date();
            YEARS.contains(&date.year()).then(|| plain(date, true))
        }
        8 | 12 | 14 if digits => {
            let part = |range: Range<usize>| value.get(range)?.parse::<i16>().ok();
            let date = day(part(0..4)?, part(4..6)? as i8, part(6..8)? as i8)?;
            Some(plain(date, false))
        }
        _ => {
            let first = days(value, order).into_iter().next()?;
            let behind = value.get(first.at.end..).unwrap_or("");
            let greenwich = behind.contains("GMT") && !behind.contains("GMT+") && !behind.contains("GMT-");
            Some(Stamp { ambiguous: first.ambiguous, ..plain(first.date, greenwich) })
        }
    }
}

/// "2031-03-04T10:00:00+01:00", "2031-03-04 10:00", "2031-03-04".
fn iso(value: &str) -> Option<Stamp> {
    let number = |range: Range<usize>| {
        let part = value.get(range)?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<i16>().ok())?
    };
    if value.get(4..5)? != "-" || value.get(7..8)? != "-" {
        return None;
    }
    let date = day(number(0..4)?, number(5..7)? as i8, number(8..10)? as i8)?;
    let mut stamp = Stamp::of(date, false);
    let clock = value.get(10..).unwrap_or("").trim_start_matches(['T', 't', ' ']);
    if clock.len() + 10 == value.len() && !clock.is_empty() {
        return None;
    }
    let at = value.len() - clock.len();
    let (Some(hour), Some(":"), Some(minute)) = (number(at..at + 2), value.get(at + 2..at + 3), number(at + 3..at + 5))
    else {
        return Some(stamp);
    };
    if hour > 23 || minute > 59 {
        return Some(stamp);
    }
    stamp.value = format!("{date}T{hour:02}:{minute:02}");
    let mut rest = value.get(at + 5..).unwrap_or("");
    if let Some(second) =
        rest.strip_prefix(':').and_then(|rest| rest.get(..2)).filter(|s| s.parse::<u8>().is_ok_and(|s| s < 60))
    {
        stamp.value.push(':');
        stamp.value.push_str(second);
        rest = rest.get(3..).unwrap_or("");
    }
    let zone = rest.trim_start_matches(['.', ',', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']).trim();
    if zone.eq_ignore_ascii_case("z") || zone == "GMT" || zone == "UTC" {
        stamp.value.push('Z');
        stamp.greenwich = true;
    } else if let Some(sign) = zone.chars().next().filter(|c| matches!(c, '+' | '-')) {
        let digits: String = zone.chars().skip(1).filter(char::is_ascii_digit).take(4).collect();
        if let (Some(hours), minutes) = (digits.get(..2), digits.get(2..4).unwrap_or("00")) {
            stamp.value.push_str(&format!("{sign}{hours}:{minutes}"));
            // Systems that know no zone write that of Greenwich.
            stamp.greenwich = hours == "00" && minutes == "00";
        }
    }
    Some(stamp)
}

fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok().filter(|_| YEARS.contains(&year))
}

/// The day in an address: "/2031/03/04/", "/2031-03-04-", "/20310304".
pub(crate) fn in_address(address: &str) -> Option<(Range<usize>, Date)> {
    let bytes = address.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let value = |range: Range<usize>| address.get(range)?.parse::<i16>().ok();
    for start in 1..bytes.len() {
        if digit(start - 1) || !(start..start + 4).all(digit) {
            continue;
        }
        let sign = bytes.get(start + 4).copied().unwrap_or(0);
        let (month, length) = match sign {
            b'/' | b'-' | b'_' | b'.' => (start + 5, 1),
            b'0' | b'1' => (start + 4, 0),
            _ => continue,
        };
        let wide = usize::from(digit(month + 1)) + 1;
        if length == 0 && wide < 2 || length == 1 && bytes.get(month + wide) != Some(&sign) {
            continue;
        }
        let first = month + wide + length;
        let end = first + usize::from(digit(first)) + usize::from(digit(first) && digit(first + 1));
        if end == first || digit(end) || length == 0 && end - first < 2 {
            continue;
        }
        let found = || day(value(start..start + 4)?, value(month..month + wide)? as i8, value(first..end)? as i8);
        if let Some(date) = found() {
            return Some((start..end, date));
        }
    }
    None
}

/// All days in a string, in order.
pub(crate) fn days(text: &str, order: Order) -> Vec<Day> {
    let tokens = cut(text);
    let mut days = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let found = match tokens.get(i).map(|token| &token.kind) {
            Some(Kind::Number(4)) => year_first(&tokens, i),
            Some(Kind::Number(1 | 2)) => day_first(&tokens, i).or_else(|| numeric(&tokens, i, order)),
            Some(Kind::Word(_)) => month_first(&tokens, i),
            _ => None,
        };
        match found {
            Some((end, date, ambiguous)) => {
                let at = tokens.get(i).map_or(0, |token| token.at.start)
                    ..tokens.get(end - 1).map_or(0, |token| token.at.end);
                days.push(Day { at, date, ambiguous });
                i = end;
            }
            None => i += 1,
        }
    }
    days
}

#[derive(Debug)]
struct Token<'t> {
    kind: Kind,
    text: &'t str,
    at: Range<usize>,
    /// Whether it follows the token before it without a space.
    glued: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum Kind {
    /// A run of so many digits.
    Number(usize),
    /// A word: the month that it names, or 0.
    Word(i8),
    Sign,
}

fn cut(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut end = 0;
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let digit = c.is_ascii_digit();
        let letter = is_letter(c);
        let mut to = start + c.len_utf8();
        while let Some((at, _)) = chars.next_if(|(_, c)| digit && c.is_ascii_digit() || letter && is_letter(*c)) {
            to = at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        }
        let words = text.get(start..to).unwrap_or("");
        let kind = match (digit, letter) {
            (true, _) => Kind::Number(words.len()),
            (_, true) => Kind::Word(month(words)),
            _ => Kind::Sign,
        };
        tokens.push(Token { kind, text: words, at: start..to, glued: !tokens.is_empty() && end == start });
        end = to;
    }
    tokens
}

/// The signs of year, month and day in the writing of East Asia stand glued to their numbers.
fn is_letter(c: char) -> bool {
    (c.is_alphabetic() || matches!(c, '\u{0900}'..='\u{097f}'))
        && !matches!(c, '年' | '月' | '日' | '년' | '월' | '일' | 'º' | 'ª')
}

fn month(word: &str) -> i8 {
    if word.len() > LONGEST_MONTH || word.len() < 3 {
        return 0;
    }
    MONTHS.get(word.to_lowercase().as_str()).copied().unwrap_or(0)
}

type Tokens<'a, 't> = &'a [Token<'t>];

fn text<'t>(tokens: Tokens<'_, 't>, i: usize) -> &'t str {
    tokens.get(i).map_or("", |token| token.text)
}

fn is_glued(tokens: Tokens<'_, '_>, i: usize) -> bool {
    tokens.get(i).is_some_and(|token| token.glued)
}

/// A number of so many digits.
fn number(tokens: Tokens<'_, '_>, i: usize, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
    let token = tokens.get(i)?;
    matches!(token.kind, Kind::Number(length) if digits.contains(&length)).then(|| token.text.parse().ok())?
}

fn month_at(tokens: Tokens<'_, '_>, i: usize) -> Option<i8> {
    match tokens.get(i)?.kind {
        Kind::Word(month) if month > 0 => Some(month),
        _ => None,
    }
}

/// Whether a number goes on in front or behind: "1.2.3.4", "12-2031-03-04".
fn goes_on(tokens: Tokens<'_, '_>, first: usize, end: usize, sign: &str) -> bool {
    let digits = |i: usize| tokens.get(i).is_some_and(|token| matches!(token.kind, Kind::Number(_)));
    let before = first >= 2
        && is_glued(tokens, first)
        && text(tokens, first - 1) == sign
        && digits(first - 2)
        && is_glued(tokens, first - 1);
    let behind = is_glued(tokens, end) && text(tokens, end) == sign && digits(end + 1) && is_glued(tokens, end + 1);
    before || behind
}

/// "2031-03-04", "2031/3/4", "2031年3月4日", "2031. március 4.", "2031 m. kovo 4 d.".
fn year_first(tokens: Tokens<'_, '_>, i: usize) -> Option<(usize, Date, bool)> {
    let year = number(tokens, i, 4..=4)?;
    let sign = text(tokens, i + 1);
    if matches!(sign, "-" | "/" | "." | "年" | "년")
        && let (Some(month), Some(last)) = (number(tokens, i + 2, 1..=2), number(tokens, i + 4, 1..=2))
    {
        let east = matches!(sign, "年" | "년");
        let second = text(tokens, i + 3);
        let fits = if east { matches!(second, "月" | "월") } else { second == sign };
        if fits && !goes_on(tokens, i, i + 5, sign) {
            let end = i + 5 + usize::from(matches!(text(tokens, i + 5), "日" | "일"));
            return Some((end, day(year, month as i8, last as i8)?, false));
        }
    }
    let mut at = i + 1;
    while at < i + 4 && matches!(text(tokens, at), "." | "m" | "," | "-") {
        at += 1;
    }
    let month = month_at(tokens, at)?;
    at += 1 + usize::from(text(tokens, at + 1) == "." || text(tokens, at + 1) == "-");
    let last = number(tokens, at, 1..=2)?;
    // "In 2031 March 4,000 people …": a longer number goes on.
    (!(is_glued(tokens, at + 1) && matches!(text(tokens, at + 1), "," | ":"))).then_some(())?;
    Some((at + 1, day(year, month, last as i8)?, false))
}

/// "4. März 2031", "4 de marzo de 2031", "4th of March, 2031", "4-Mar-2031", "04 mars '31".
fn day_first(tokens: Tokens<'_, '_>, i: usize) -> Option<(usize, Date, bool)> {
    let first = number(tokens, i, 1..=2)?;
    let mut at = i + 1;
    // The ordinal's ending, and what joins day and month.
    let mut joined = 0;
    while joined < 3 {
        let glued = is_glued(tokens, at);
        let word = text(tokens, at);
        let ending =
            glued && matches!(word, "st" | "nd" | "rd" | "th" | "er" | "º" | "°" | "ª" | "." | "-" | "/" | "ο" | "η");
        if !(ending || matches!(word, "de" | "of" | "di" | "del" | "." | "den" | "-" | "–")) {
            break;
        }
        at += 1;
        joined += 1;
    }
    let month = month_at(tokens, at)?;
    at += 1;
    joined = 0;
    while joined < 3 && matches!(text(tokens, at), "." | "," | "de" | "del" | "-" | "/" | "'" | "’" | "of" | "–") {
        at += 1;
        joined += 1;
    }
    let year = year(tokens, at)?;
    Some((at + 1, day(year, month, first as i8)?, false))
}

/// A year of four digits, or of two behind a sign: "4-Mar-31", "4 mars '31".
fn year(tokens: Tokens<'_, '_>, at: usize) -> Option<i16> {
    number(tokens, at, 4..=4).or_else(|| {
        let sign = at.checked_sub(1).map_or("", |at| text(tokens, at));
        let short =
            number(tokens, at, 2..=2).filter(|_| is_glued(tokens, at) && matches!(sign, "-" | "'" | "’" | "/"))?;
        Some(2000 + short)
    })
}

/// "March 4, 2031", "Mar. 4th 2031", "Nov 19 10:00:00 GMT 2031".
fn month_first(tokens: Tokens<'_, '_>, i: usize) -> Option<(usize, Date, bool)> {
    let month = month_at(tokens, i)?;
    let mut at = i + 1;
    at += usize::from(matches!(text(tokens, at), "." | "-" | "/"));
    let first = number(tokens, at, 1..=2)?;
    at += 1;
    at += usize::from(is_glued(tokens, at) && matches!(text(tokens, at), "st" | "nd" | "rd" | "th"));
    let before = at;
    let mut joined = 0;
    while joined < 2 && matches!(text(tokens, at), "," | "." | "-" | "/" | "'" | "’" | "de") {
        at += 1;
        joined += 1;
    }
    if let Some(year) = year(tokens, at) {
        return Some((at + 1, day(year, month, first as i8)?, false));
    }
    // A clock time between day and year.
    let clock = number(tokens, before, 1..=2).is_some() && text(tokens, before + 1) == ":";
    let year_at = (before..before + CLOCK)
        .find(|&at| number(tokens, at, 4..=4).is_some() && text(tokens, at - 1) != "+" && text(tokens, at - 1) != "-");
    let at = year_at.filter(|_| clock)?;
    Some((at + 1, day(number(tokens, at, 4..=4)?, month, first as i8)?, false))
}

/// "04.03.2031", "4/3/31", "04-03-2031".
fn numeric(tokens: Tokens<'_, '_>, i: usize, order: Order) -> Option<(usize, Date, bool)> {
    let sign = text(tokens, i + 1);
    if !matches!(sign, "." | "/" | "-") || text(tokens, i + 3) != sign || goes_on(tokens, i, i + 5, sign) {
        return None;
    }
    // "04. 03. 2031" has spaces, in the Czech manner; behind a bar or hyphen they make two things of it.
    let glued = (i + 1..i + 5).all(|at| is_glued(tokens, at));
    if !glued && sign != "." {
        return None;
    }
    let (a, b) = (number(tokens, i, 1..=2)?, number(tokens, i + 2, 1..=2)?);
    let year = number(tokens, i + 4, 4..=4).or_else(|| {
        number(tokens, i + 4, 2..=2)
            .filter(|_| glued && tokens.get(i + 2).is_some_and(|token| token.text.len() == 2))
            .map(|year| 2000 + year)
    })?;
    let day_first = match (a > 12, b > 12) {
        (true, false) => true,
        (false, true) => false,
        // Stops between the parts are continental, and the day comes first there.
        _ => order == Order::DayFirst || sign == ".",
    };
    let (first, month) = if day_first { (a, b) } else { (b, a) };
    let ambiguous = a <= 12 && b <= 12 && a != b && sign != ".";
    Some((i + 5, day(year, month as i8, first as i8)?, ambiguous))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, words: &str, day: &str) {
        let found = days(text, Order::DayFirst);
        let first = found.first().unwrap_or_else(|| panic!("{text:?}: no day"));
        assert_eq!((text.get(first.at.clone()).unwrap(), first.date.to_string().as_str()), (words, day), "{text:?}");
    }

    #[test]
    fn days_in_many_languages() {
        reads("Veröffentlicht am 4. März 2031 um 10 Uhr", "4. März 2031", "2031-03-04");
        reads("Publié le 1er août 2031", "1er août 2031", "2031-08-01");
        reads("jueves, 4 de marzo de 2031", "4 de marzo de 2031", "2031-03-04");
        reads("4 marzo 2031 - 10:14", "4 marzo 2031", "2031-03-04");
        reads("4 de março de 2031", "4 de março de 2031", "2031-03-04");
        reads("do 4 maart 2031", "4 maart 2031", "2031-03-04");
        reads("04 Mart 2031 Salı", "04 Mart 2031", "2031-03-04");
        reads("4 marca 2031, 10:14", "4 marca 2031", "2031-03-04");
        reads("4 марта 2031 г.", "4 марта 2031", "2031-03-04");
        reads("2031. március 4., kedd", "2031. március 4", "2031-03-04");
        reads("2031年3月4日", "2031年3月4日", "2031-03-04");
        reads("2031년 3월 4일", "2031년 3월 4일", "2031-03-04");
        reads("March 4th, 2031 at 5pm", "March 4th, 2031", "2031-03-04");
        reads("Tuesday the 4th of March 2031", "4th of March 2031", "2031-03-04");
        reads("Tue Mar 04 10:00:00 GMT 2031", "Mar 04 10:00:00 GMT 2031", "2031-03-04");
        reads("4-Mar-31", "4-Mar-31", "2031-03-04");
        reads("04. 03. 2031", "04. 03. 2031", "2031-03-04");
        reads("04.03.31", "04.03.31", "2031-03-04");
        reads("4/3/2031", "4/3/2031", "2031-03-04");
        reads("3/24/2031", "3/24/2031", "2031-03-24");
        reads("2031/03/04", "2031/03/04", "2031-03-04");
    }

    #[test]
    fn what_is_no_day_is_left_alone() {
        for text in [
            "1.2.3.4",
            "12.03.1931",
            "31 February 2031",
            "4 March",
            "March 2031",
            "10.12.14.16",
            "2031-13-01",
            "4 people 2031",
        ] {
            assert_eq!(days(text, Order::DayFirst), [], "{text:?}");
        }
        let american = days("03/04/2031", Order::MonthFirst);
        assert!(american[0].ambiguous && american[0].date == jiff::civil::date(2031, 3, 4));
    }

    #[test]
    fn stamps() {
        let value = |value: &str| stamp(value, Order::MonthFirst).map(|stamp| (stamp.value, stamp.greenwich));
        let is = |said: &str, greenwich| Some((said.to_owned(), greenwich));
        assert_eq!(value("2031-03-04T10:14:05.123+0100"), is("2031-03-04T10:14:05+01:00", false));
        assert_eq!(value("2031-03-04 10:14"), is("2031-03-04T10:14", false));
        assert_eq!(value("2031-03-04T10:14Z"), is("2031-03-04T10:14Z", true));
        assert_eq!(value("2031-03-04"), is("2031-03-04", false));
        assert_eq!(value("20310304"), is("2031-03-04", false));
        assert_eq!(value("1930386600"), is("2031-03-04", true));
        assert_eq!(value("Tue, 04 Mar 2031 10:00:00 GMT"), is("2031-03-04", true));
        assert_eq!(value("2031-02-30"), None);
        assert_eq!(value("soon"), None);
    }

    #[test]
    fn days_in_addresses() {
        let day = |address: &str| in_address(address).map(|(_, date)| date.to_string());
        for address in ["/2031/03/04/pact", "/news/2031-3-4-pact.html", "/a/20310304/x", "/p/2031_03_04"] {
            assert_eq!(day(address), Some("2031-03-04".to_owned()), "{address}");
        }
        for address in ["/2031/03/pact", "/203103041", "/12031/03/04", "/2031/13/04", "/2031"] {
            assert_eq!(day(address), None, "{address}");
        }
    }
}
