//! Holidays: their names and where they stand in the year.

use copydesk_core::lang::{Cue, Term, abbreviations, lexicon};
use copydesk_core::{Class, Reading};
use jiff::civil::{Date, Weekday};
use std::sync::LazyLock;

enum Rule {
    /// Month and day.
    Fixed(i8, i8),
    /// Days from Easter Sunday.
    Easter(i32),
    /// Which (0 for the last) of a weekday in a month, and days from it.
    Nth(i8, i8, i8, i32),
}

struct Holiday {
    words: Vec<&'static str>,
    rule: Rule,
    /// It is kept in even years only.
    even: bool,
}

static HOLIDAYS: LazyLock<Vec<Holiday>> = LazyLock::new(|| {
    let lines = lexicon::entries(lexicon::HOLIDAYS);
    lines.filter_map(|line| line.split_once(" = ")).filter_map(|(name, rule)| holiday(name, rule)).collect()
});

fn holiday(name: &'static str, rule: &str) -> Option<Holiday> {
    // As tokens are cut: the possessive ending stands alone.
    let words = name.split(' ').flat_map(|word| match word.split_once('\'') {
        Some((noun, _)) => vec![noun, "'"],
        None => vec![word],
    });
    let even = rule.split(' ').any(|mark| mark == "even");
    let numbers: Vec<i32> = rule.split([' ', '-']).filter_map(|n| n.parse().ok()).collect();
    let rule = match (rule.split(' ').next()?, numbers.as_slice()) {
        ("easter", [days]) => Rule::Easter(if rule.contains('-') { -days } else { *days }),
        ("nth", [nth, weekday, month, rest @ ..]) => {
            Rule::Nth(*nth as i8, *weekday as i8, *month as i8, rest.first().copied().unwrap_or(0))
        }
        (_, [month, day]) => Rule::Fixed(*month as i8, *day as i8),
        _ => return None,
    };
    Some(Holiday { words: words.collect(), rule, even })
}

/// The holiday whose name begins at a token; answers its line and the token behind it.
pub(crate) fn read(r: &Reading<'_>, i: usize) -> Option<(u8, usize)> {
    let first = r.lower(i);
    if !r.is(i, Class::CAPITAL) || !r.word(i).cue.any(Cue::HOLIDAY) {
        return None;
    }
    let mut best: Option<(u8, usize)> = None;
    for (line, holiday) in HOLIDAYS.iter().enumerate() {
        if holiday.words.first() != Some(&first) {
            continue;
        }
        let mut at = i;
        let whole = holiday.words.iter().enumerate().all(|(n, word)| {
            // The possessive mark may be straight, curly or left out, with its s or behind the plural.
            if *word == "'" {
                let marked = matches!(r.term(at), Term::Possessive | Term::Apostrophe);
                at += usize::from(marked);
                // "on New Year's", but neither "the New Year" nor "New Year's greetings".
                let noun = r.is(at, Class::WORD) && !r.is(at, Class::FUNCTION | Class::TEMPORAL | Class::TIME_UNIT);
                return n + 1 < holiday.words.len() || marked && !noun;
            }
            let same = r.lower(at) == *word;
            // "St. Patrick's Day"
            at += 1 + usize::from(r.term(at + 1) == Term::Dot && abbreviations::find(word).is_some());
            same
        });
        if whole && best.is_none_or(|(_, end)| at > end) {
            best = Some((line as u8, at));
        }
    }
    best
}

/// The day that a holiday falls on in a year in which it is usually kept: federal elections are held in even years.
pub(crate) fn usual_day(line: u8, year: i16) -> Option<Date> {
    let holiday = HOLIDAYS.get(usize::from(line))?;
    if holiday.even && year % 2 != 0 { None } else { day(line, year) }
}

/// The day that a holiday falls on.
pub(crate) fn day(line: u8, year: i16) -> Option<Date> {
    match HOLIDAYS.get(usize::from(line))?.rule {
        Rule::Fixed(month, day) => Date::new(year, month, day).ok(),
        Rule::Easter(days) => easter(year)?.checked_add(jiff::Span::new().days(days)).ok(),
        Rule::Nth(nth, weekday, month, days) => {
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            let first = Date::new(year, month, 1).ok()?;
            let day = first.nth_weekday_of_month(if nth == 0 { -1 } else { nth }, weekday).ok()?;
            day.checked_add(jiff::Span::new().days(days)).ok()
        }
    }
}

/// Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    Date::new(year as i16, month as i8, day as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_and_movable_days_move() {
        let lines = lexicon::entries(lexicon::HOLIDAYS).count();
        assert_eq!(HOLIDAYS.len(), lines);
        assert_eq!(easter(2024).unwrap().to_string(), "2024-03-31");
        assert_eq!(easter(2031).unwrap().to_string(), "2031-04-13");
        let of = |name: &str| HOLIDAYS.iter().position(|h| h.words.join(" ") == name).unwrap() as u8;
        assert_eq!(day(of("thanksgiving"), 2031).unwrap().to_string(), "2031-11-27");
        assert_eq!(day(of("memorial day"), 2031).unwrap().to_string(), "2031-05-26");
        assert_eq!(day(of("black friday"), 2031).unwrap().to_string(), "2031-11-28");
        assert_eq!(day(of("election day"), 2032).unwrap().to_string(), "2032-11-02");
        assert_eq!(usual_day(of("election day"), 2031), None);
        assert_eq!(day(of("good friday"), 2031).unwrap().to_string(), "2031-04-11");
    }
}
