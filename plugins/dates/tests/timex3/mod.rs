//! A strict reader of TIMEX3 values (TimeML 1.2.1, with the notations of TempEval-3), to hold the findings against.

fn number(text: &str, digits: usize, values: std::ops::RangeInclusive<u32>) -> bool {
    text.len() == digits && text.bytes().all(|b| b.is_ascii_digit()) && text.parse().is_ok_and(|n| values.contains(&n))
}

fn part(text: &str, digits: usize, values: std::ops::RangeInclusive<u32>) -> bool {
    text.len() == digits && text.bytes().all(|b| b == b'X') || number(text, digits, values)
}

fn is_hour(text: &str) -> bool {
    if matches!(text, "MO" | "AF" | "EV" | "NI" | "DT") {
        return true;
    }
    let text = text.strip_suffix('Z').unwrap_or(text);
    let fields: Vec<&str> = text.split(':').collect();
    match fields.as_slice() {
        [hour, rest @ ..] if (1..=2).contains(&rest.len()) => {
            number(hour, 2, 0..=24) && rest.iter().all(|field| number(field, 2, 0..=59))
        }
        _ => false,
    }
}

fn is_day(text: &str) -> bool {
    let text = text.strip_prefix("BC").unwrap_or(text);
    let fields: Vec<&str> = text.split('-').collect();
    let year = |text: &str| part(text, 4, 0..=9999);
    let code = |text: &str| {
        matches!(text, "SP" | "SU" | "FA" | "WI" | "H1" | "H2")
            || text.strip_prefix('Q').is_some_and(|q| part(q, 1, 1..=4))
            || text.strip_prefix('W').is_some_and(|w| part(w, 2, 1..=53))
            || part(text, 2, 1..=12)
    };
    match fields.as_slice() {
        // A century, a decade, a year.
        [text] => part(text, 2, 0..=99) || part(text, 3, 0..=999) || year(text),
        [y, text] => year(y) && code(text),
        [y, text, last] if text.starts_with('W') => {
            year(y) && code(text) && (matches!(*last, "WE" | "WD") || number(last, 1, 1..=7))
        }
        [y, month, day] => {
            let real = match (y.parse(), month.parse(), day.parse()) {
                (Ok(year), Ok(month), Ok(day)) => jiff::civil::Date::new(year, month, day).is_ok(),
                _ => true,
            };
            year(y) && part(month, 2, 1..=12) && part(day, 2, 1..=31) && real
        }
        _ => false,
    }
}

fn is_length(text: &str) -> bool {
    let Some(text) = text.strip_prefix('P') else { return false };
    let (days, hours) = text.split_once('T').unwrap_or((text, ""));
    let fields = |text: &str, units: &[&str]| {
        let mut rest = text;
        while !rest.is_empty() {
            let amount = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != 'X').unwrap_or(0);
            let unit = units.iter().find(|u| rest.get(amount..).is_some_and(|r| r.starts_with(**u)));
            let (Some(unit), Some(digits)) = (unit, rest.get(..amount)) else { return false };
            let decimal = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.') && !digits.starts_with('.');
            if digits.is_empty() || !(digits == "X" || decimal) {
                return false;
            }
            rest = rest.get(amount + unit.len()..).unwrap_or("");
        }
        true
    };
    let empty = if text.contains('T') { hours.is_empty() } else { days.is_empty() };
    !empty && fields(days, &["DE", "CE", "WE", "Y", "M", "W", "D", "Q"]) && fields(hours, &["H", "M", "S"])
}

/// Whether a value is one that TIMEX3 allows.
pub fn is_valid(value: &str) -> bool {
    if matches!(value, "PAST_REF" | "PRESENT_REF" | "FUTURE_REF") || is_length(value) {
        return true;
    }
    match value.split_once('T') {
        Some((day, hour)) => is_day(day) && is_hour(hour),
        None => is_day(value),
    }
}
