//! Places on the calendar that are written out: dates, years, decades, centuries, and years before Christ.

use super::Style;
use crate::meaning::{Member, Pick, Point};
use crate::timex::When;
use copydesk_core::lang::en::{calendar, numeral};
use copydesk_core::{Class, Reading};

/// Years that a bare number of four digits is taken for without a word that leads to a year: from the oldest that news of our day
/// looks back to, to the furthest that plans and bonds reach.
const BARE_YEARS: std::ops::RangeInclusive<i16> = 1800..=2099;
/// The same in a story of the past, or behind an article ("the 1783 treaty").
const BARE_YEARS_OF_OLD: std::ops::RangeInclusive<i16> = 1500..=2099;

/// What a calendar date came to.
pub(super) enum Calendar {
    /// A date.
    Date(Point, usize),
    /// No year has it: "31 November".
    Impossible(usize),
}

/// "BC", "B.C.", "BCE", "AD", "CE" behind a year; answers whether it is before Christ, and the token behind it.
fn era(r: &Reading<'_>, i: usize) -> Option<(bool, usize)> {
    match r.lower(i) {
        "bc" | "bce" if r.is(i, Class::UPPER) => Some((true, i + 1)),
        "ad" | "ce" if r.is(i, Class::UPPER) => Some((false, i + 1)),
        "b" | "a" if r.raw(i + 1) == "." && r.glued(i + 1) && r.is(i, Class::CAPITAL) => {
            let bc = r.lower(i) == "b";
            let second = if bc { "c" } else { "d" };
            let stop = usize::from(r.raw(i + 3) == "." && r.glued(i + 3));
            (r.lower(i + 2) == second && r.glued(i + 2)).then_some((bc, i + 3 + stop))
        }
        _ => None,
    }
}

/// A year with its era: "479 BC", "79 AD", "AD 79".
pub(super) fn era_year(r: &Reading<'_>, i: usize) -> Option<(i16, usize)> {
    let number = |at: usize| -> Option<i16> {
        let digits = r.is(at, Class::DIGITS) && r.raw(at).len() <= 4;
        if digits { r.raw(at).parse().ok().filter(|y| *y > 0) } else { None }
    };
    if let Some((false, at)) = era(r, i) {
        return number(at).map(|year| (year, at + 1));
    }
    let year = number(i)?;
    let (bc, end) = era(r, i + 1)?;
    Some((if bc { -year } else { year }, end))
}

/// A year in four digits, or in words where `worded`: "nineteen ninety-eight", "two thousand five".
pub(super) fn year(r: &Reading<'_>, i: usize, worded: bool) -> Option<(i16, usize)> {
    if let Some(found) = era_year(r, i) {
        return Some(found);
    }
    if r.is(i, Class::DIGITS) {
        if r.raw(i).len() != 4 {
            return None;
        }
        let year = r.raw(i).parse().ok().filter(|y| (1000..=2999).contains(y))?;
        let runs_on = r.glued(i + 1)
            && (r.is(i + 1, Class::WORD | Class::PERCENT | Class::CURRENCY)
                || matches!(r.raw(i + 1), "," | "." | ":" | "/") && r.glued(i + 2) && r.is(i + 2, Class::DIGITS));
        let inside = r.glued(i)
            && (r.is(i - 1, Class::CURRENCY | Class::WORD)
                || matches!(r.raw(i - 1), "#" | "@" | "_" | "+" | "&" | "=" | "/" | ":")
                || matches!(r.raw(i - 1), "." | ",") && r.is(i.wrapping_sub(2), Class::DIGITS) && r.glued(i - 1));
        return (!runs_on && !inside).then_some((year, i + 1));
    }
    // "'98"
    if r.is(i, Class::QUOTE) && r.glued(i + 1) && r.is(i + 1, Class::DIGITS) && r.raw(i + 1).len() == 2 && !r.glued(i) {
        let short: i16 = r.raw(i + 1).parse().ok()?;
        let runs_on = r.glued(i + 2) && r.is(i + 2, Class::WORD | Class::PERCENT | Class::QUOTE | Class::DASH);
        return (!runs_on).then_some((short + if short < 30 { 2000 } else { 1900 }, i + 2));
    }
    if !worded || !r.is(i, Class::NUMBER) {
        return None;
    }
    let first = numeral::read(r, i).filter(|n| !n.digits && !n.ordinal)?;
    let value = first.value.whole()?;
    match value {
        2000..=2099 => Some((value as i16, first.tokens.end)),
        13..=20 => {
            let dash = usize::from(r.is(first.tokens.end, Class::DASH));
            let second = numeral::read(r, first.tokens.end + dash).filter(|n| !n.digits && !n.ordinal)?;
            let rest = second.value.whole().filter(|n| (10..=99).contains(n))?;
            Some((value as i16 * 100 + rest as i16, second.tokens.end))
        }
        _ => None,
    }
}

/// Reads a date of at least month and day, or month and year.
pub(super) fn calendar_date(r: &Reading<'_>, i: usize) -> Option<Calendar> {
    // "the 25th of August", "the 7 June"
    let the = usize::from(r.lower(i) == "the");
    if the == 1 && !r.is(i + 1, Class::DIGITS | Class::ORDINAL) {
        return None;
    }
    let start = i + the;
    // "6,107.31 August": the last digits of a number are no day.
    let inside = r.glued(start) && matches!(r.raw(start.wrapping_sub(1)), "." | "," | "/" | ":");
    if inside && r.is(start, Class::DIGITS) && r.is(start.wrapping_sub(2), Class::DIGITS) {
        return None;
    }
    // "may 10 people come": without its capital only the full name of a month that is nothing else counts.
    let month = [start, start + 1, start + 2].into_iter().find(|&at| r.word(at).month > 0);
    if month.is_some_and(|at| {
        !r.is(at, Class::CAPITAL) && (r.raw(at).len() <= 4 || matches!(r.lower(at), "march" | "august"))
    }) {
        return None;
    }
    if let Some(found) = worded_day(r, start) {
        return Some(found);
    }
    if let Some(end) = impossible_iso(r, start) {
        return Some(Calendar::Impossible(end));
    }
    let Some(date) = calendar::read(r, start, calendar::Order::default()) else {
        return month_of_era(r, start).map(|(point, end)| Calendar::Date(point, end));
    };
    let mut end = date.tokens.end;
    if date.is_impossible() {
        return Some(Calendar::Impossible(end));
    }
    let mut year = date.year;
    if year.is_none() {
        let comma = usize::from(r.raw(end) == ",");
        // "March 15, 44 BC", "November fifth, nineteen ninety-eight", "5 May '68"
        if let Some((named, behind)) =
            self::year(r, end + comma, true).filter(|_| comma == 1 || !r.is(end, Class::DIGITS))
        {
            year = Some(named);
            end = behind;
        }
    }
    if let (Some(year), Some(day)) = (year, date.day)
        && year > 0
        && jiff::civil::Date::new(year, date.month as i8, day as i8).is_err()
    {
        return Some(Calendar::Impossible(end));
    }
    let member = match date.day {
        Some(day) => Member::MonthDay { month: date.month, day },
        None => Member::Month(date.month),
    };
    Some(Calendar::Date(Point::Member(member, year.map_or(Pick::Nearest, Pick::Year)), end))
}

/// "2031-13-05", "2031-04-31": the form of ISO 8601 with a month or day that there is not. Answers the token behind it.
fn impossible_iso(r: &Reading<'_>, i: usize) -> Option<usize> {
    let number = |at: usize, digits: usize| -> Option<i8> {
        let fits = r.is(at, Class::DIGITS) && r.raw(at).len() == digits;
        if fits { r.raw(at).parse().ok() } else { None }
    };
    let year: i16 = r.raw(i).parse().ok().filter(|_| r.is(i, Class::DIGITS) && r.raw(i).len() == 4)?;
    let dashes = [i + 1, i + 3].into_iter().all(|at| r.raw(at) == "-" && r.glued(at) && r.glued(at + 1));
    let (month, day) = (number(i + 2, 2).filter(|_| dashes)?, number(i + 4, 2)?);
    let ends = !r.glued(i + 5) || !r.is(i + 5, Class::DASH | Class::DIGITS);
    (ends && (1500..=2200).contains(&year) && jiff::civil::Date::new(year, month, day).is_err()).then_some(i + 5)
}

/// "March eighth", "the first of May", "this coming Sunday, March eighth".
fn worded_day(r: &Reading<'_>, i: usize) -> Option<Calendar> {
    let ordinal = |at: usize| -> Option<(u8, usize)> {
        if !r.is(at, Class::ORDINAL | Class::NUMBER) {
            return None;
        }
        let number = numeral::read(r, at).filter(|n| n.ordinal && !n.digits)?;
        let day = number.value.whole().filter(|d| (1..=31).contains(d))?;
        Some((day as u8, number.tokens.end))
    };
    let (month, day, mut end) = if r.is(i, Class::MONTH) {
        let the = usize::from(r.lower(i + 1) == "the");
        // "May the Second Squadron sail" names no day.
        let (day, end) = ordinal(i + 1 + the).filter(|_| !r.is(i + 1 + the, Class::CAPITAL))?;
        (r.word(i).month, day, end)
    } else {
        let (day, at) = ordinal(i)?;
        let month = r.word(at + 1).month;
        if r.lower(at) != "of" || month == 0 || !r.is(at + 1, Class::CAPITAL) {
            return None;
        }
        (month, day, at + 2)
    };
    // "May second-guess"
    if r.is(end, Class::DASH) && r.glued(end) {
        return None;
    }
    let comma = usize::from(r.raw(end) == ",");
    let mut pick = Pick::Nearest;
    if let Some((year, behind)) = year(r, end + comma, true) {
        pick = Pick::Year(year);
        end = behind;
    }
    Some(Calendar::Date(Point::Member(Member::MonthDay { month, day }, pick), end))
}

/// "August 480 BC", "January nineteen ninety-seven".
fn month_of_era(r: &Reading<'_>, i: usize) -> Option<(Point, usize)> {
    let month = r.word(i).month;
    if month == 0 {
        return None;
    }
    let of = usize::from(matches!(r.lower(i + 1), "of" | ","));
    let (year, end) = year(r, i + 1 + of, true)?;
    Some((Point::Member(Member::Month(month), Pick::Year(year)), end))
}

/// Words that lead to a year.
fn leads_to_year(word: &str) -> bool {
    matches!(
        word,
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "during"
            | "before"
            | "after"
            | "from"
            | "circa"
            | "ca"
            | "year"
            | "early"
            | "late"
            | "mid"
            | "through"
            | "to"
            | "of"
            | "between"
            | "and"
            | "around"
            | "about"
            | "fiscal"
            | "for"
            | "into"
            | "late-"
            | "the"
            | "a"
            | "than"
            | "or"
            | "beyond"
            | "c"
            | "his"
            | "her"
            | "its"
            | "their"
    )
}

/// Words before a number that make it a name or an identifier.
fn names_a_number(word: &str) -> bool {
    matches!(
        word,
        "no" | "number"
            | "flight"
            | "highway"
            | "route"
            | "room"
            | "article"
            | "section"
            | "resolution"
            | "page"
            | "box"
            | "boeing"
            | "airbus"
            | "windows"
            | "office"
            | "channel"
            | "platform"
            | "line"
            | "unit"
            | "at"
            | "nearly"
            | "almost"
            | "over"
            | "under"
            | "some"
            | "only"
            | "another"
            | "worth"
            | "least"
            | "approximately"
            | "roughly"
    )
}

/// What is counted in thousands and stands behind a bare number: "2000 people".
fn is_counted(r: &Reading<'_>, i: usize) -> bool {
    let word = r.lower(i);
    matches!(
        word,
        "people"
            | "men"
            | "women"
            | "children"
            | "troops"
            | "dead"
            | "soldiers"
            | "miles"
            | "km"
            | "kilometers"
            | "kilometres"
            | "meters"
            | "metres"
            | "feet"
            | "tons"
            | "tonnes"
            | "acres"
            | "hectares"
            | "points"
            | "yards"
            | "dollars"
            | "pounds"
            | "euros"
            | "shares"
            | "workers"
            | "members"
            | "students"
            | "police"
            | "votes"
            | "percent"
            | "per"
            | "prisoners"
            | "casualties"
            | "guns"
            | "tanks"
            | "aircraft"
            | "ships"
            | "houses"
            | "homes"
            | "jobs"
            | "officers"
            | "employees"
            | "refugees"
            | "rounds"
            | "copies"
            | "residents"
            | "families"
            | "cases"
            | "calories"
            | "words"
            | "million"
            | "billion"
            | "thousand"
            | "strong"
            | "square"
            | "kg"
            | "mph"
            | "degrees"
            | "horsepower"
            | "inhabitants"
            | "hp"
            | "rpm"
            | "mah"
            | "wounded"
            | "killed"
            | "others"
            | "more"
            | "other"
            | "m"
            | "mm"
            | "cc"
    ) || amount_unit(r, i)
}

fn amount_unit(r: &Reading<'_>, i: usize) -> bool {
    r.is(i, Class::TIME_UNIT) && r.lower(i).ends_with('s')
}

/// Reads a year that stands alone. `None` for a number that is none, or a name.
pub(super) fn bare_year(r: &Reading<'_>, i: usize, style: Style) -> Option<(Point, usize)> {
    if let Some((year, end)) = era_year(r, i) {
        return Some((Point::Fixed(When::Year(Some(year))), end));
    }
    let before = r.lower(i.wrapping_sub(1));
    if style.before_christ
        && r.is(i, Class::DIGITS)
        && r.raw(i).len() == 3
        && !r.glued(i + 1)
            | !matches!(r.raw(i + 1), "," | "." | ":" | "-" | "/")
            | !(r.glued(i + 2) && r.is(i + 2, Class::DIGITS))
        && matches!(
            before,
            "in" | "of" | "since" | "until" | "by" | "before" | "after" | "from" | "during" | "and" | "to"
        )
        && !is_counted(r, i + 1)
        && (!r.is(i + 1, Class::WORD) || r.is(i + 1, Class::FUNCTION))
    {
        // In a text that dates before Christ, a year may drop its "BC": "the rest of 496".
        let year: i16 = r.raw(i).parse().ok()?;
        return Some((Point::Fixed(When::Year(Some(-year))), i + 1));
    }
    let (year, end) = year(r, i, leads_to_year(before) || matches!(r.lower(i), "nineteen" | "eighteen"))?;
    if is_counted(r, end) || names_a_number(before) {
        return None;
    }
    let apostrophe = r.is(i, Class::QUOTE);
    if apostrophe && !leads_to_year(before) {
        return None;
    }
    let hyphen = r.is(end, Class::DASH) && r.glued(end) && r.glued(end + 1) && r.is(end + 1, Class::WORD);
    // "a 2000-word essay" counts, "the 1967-built" dates; "$1,000-2000" is money.
    if hyphen && matches!(before, "a" | "an") && !BARE_YEARS.contains(&year) {
        return None;
    }
    let joined = r.glued(i) && r.is(i.wrapping_sub(1), Class::DASH);
    if joined
        && !(r.is(i.wrapping_sub(2), Class::DIGITS | Class::MONTH)
            || matches!(r.lower(i.wrapping_sub(2)), "mid" | "late" | "early" | "pre" | "post"))
    {
        return None;
    }
    if joined && r.is(i.wrapping_sub(2), Class::DIGITS) && r.raw(i - 2).len() != 4 {
        return None; // the last part of a telephone number
    }
    let led = leads_to_year(before)
        && !matches!(
            before,
            "the"
                | "a"
                | "and"
                | "to"
                | "of"
                | "for"
                | "or"
                | "than"
                | "about"
                | "around"
                | "his"
                | "her"
                | "its"
                | "their"
        );
    if led {
        return Some((Point::Fixed(When::Year(Some(year))), end));
    }
    let years = if style.narrative || before == "the" { BARE_YEARS_OF_OLD } else { BARE_YEARS };
    if !years.contains(&year) {
        return None;
    }
    // "a model 1998 saloon", "Windows 2000": a name goes before the number without a comma.
    let named = r.is(i.wrapping_sub(1), Class::CAPITAL)
        && !r.is(i.wrapping_sub(1), Class::FUNCTION | Class::MONTH | Class::WEEKDAY);
    let event = matches!(
        before,
        "olympics"
            | "games"
            | "cup"
            | "championship"
            | "championships"
            | "euro"
            | "expo"
            | "summit"
            | "conference"
            | "spring"
            | "summer"
            | "autumn"
            | "fall"
            | "winter"
            | "election"
            | "elections"
            | "conventions"
            | "convention"
            | "christmas"
            | "eurovision"
            | "copyright"
    );
    if named && !event {
        return None;
    }
    Some((Point::Fixed(When::Year(Some(year))), end))
}

/// The tens of a decade in words.
fn decade_word(word: &str) -> Option<i16> {
    Some(match word {
        "twenties" => 2,
        "thirties" => 3,
        "forties" => 4,
        "fifties" => 5,
        "sixties" => 6,
        "seventies" => 7,
        "eighties" => 8,
        "nineties" => 9,
        _ => return None,
    })
}

/// Reads a decade: "1980s", "the '90s", "the nineties", "the 470s BC". `the` says whether its article, or "early", stands before it.
pub(super) fn decade(r: &Reading<'_>, i: usize, the: bool) -> Option<(Point, usize)> {
    let quote = usize::from(r.is(i, Class::QUOTE) && r.glued(i + 1));
    let at = i + quote;
    if r.is(at, Class::DIGITS) {
        let digits = r.raw(at);
        let possessive = the && matches!(r.lower(at + 1), "'s" | "’s");
        if !digits.ends_with('0') || !r.glued(at + 1) || !(r.lower(at + 1) == "s" || possessive) {
            return None;
        }
        let number: i16 = digits.parse().ok()?;
        let mut end = at + 2;
        let bc = era(r, end).map(|(bc, behind)| {
            end = behind;
            bc
        });
        return match digits.len() {
            4 if (1000..=2990).contains(&number) => Some((decade_of(number / 10, false), end)),
            3 if bc.is_some() => Some((decade_of(number / 10, bc == Some(true)), end)),
            // "the '90s", "the 60s"; "in his 60s" is an age.
            2 if the || quote == 1 => Some((decade_of(number / 10 + if number < 20 { 200 } else { 190 }, false), end)),
            _ => None,
        };
    }
    if let Some(tens) = decade_word(r.lower(at)).filter(|_| the && quote == 0) {
        return Some((decade_of(190 + tens, false), at + 1));
    }
    if r.lower(i) == "nineteen" {
        let dash = usize::from(r.is(i + 1, Class::DASH));
        return Some((decade_of(190 + decade_word(r.lower(i + 1 + dash))?, false), i + 2 + dash));
    }
    None
}

const fn decade_of(tens: i16, bc: bool) -> Point {
    Point::Fixed(When::Decade { tens, bc })
}

/// Reads a century: "20th century", "the nineteenth century", "4th century BC".
pub(super) fn century(r: &Reading<'_>, i: usize) -> Option<(Point, usize)> {
    if !r.is(i, Class::DIGITS | Class::ORDINAL | Class::NUMBER) || r.raw(i).len() > 12 {
        return None;
    }
    let number = numeral::read(r, i).filter(|n| n.ordinal)?;
    let at = number.tokens.end + usize::from(r.is(number.tokens.end, Class::DASH));
    if !matches!(r.lower(at), "century" | "centuries") {
        // "the late 19th and early 20th centuries"
        let mut next = number.tokens.end + 1;
        next += usize::from(matches!(r.lower(next), "the" | "early" | "late" | "mid"));
        next += usize::from(r.is(next, Class::DASH));
        let joined = matches!(r.lower(number.tokens.end), "and" | "or" | "to");
        let second = numeral::read(r, next).filter(|n| joined && n.ordinal)?;
        let hundreds = number.value.whole().filter(|n| (1..=30).contains(n))? as i16 - 1;
        let ends = matches!(r.lower(second.tokens.end), "century" | "centuries");
        return ends.then_some((Point::Fixed(When::Century { hundreds, bc: false }), number.tokens.end));
    }
    let hundreds = number.value.whole().filter(|n| (1..=30).contains(n))? as i16 - 1;
    let (bc, end) = era(r, at + 1).unwrap_or((false, at + 1));
    Some((Point::Fixed(When::Century { hundreds, bc }), end))
}
