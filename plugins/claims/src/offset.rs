//! Dates that wait for another one: "three days after the president signed", an undated article's "Monday".

use crate::context::{OBJECT_REACH, sentence};
use crate::{Offset, Pending, words};
use copydesk_core::lang::en::inflection::lemma;
use copydesk_core::{Class as Token, Reading, Span};
use copydesk_dates::{Date, Type};

/// "three days after President Brandel signed", "a week before the vote": a duration of whole days with another event behind it.
pub(crate) fn offset(reading: &Reading<'_>, span: Span, date: &Date) -> Option<Offset> {
    if date.kind != Type::Duration {
        return None;
    }
    let (count, unit) = date.value.strip_prefix('P')?.split_at_checked(date.value.len() - 2)?;
    let days = count.parse::<i64>().ok()?
        * match unit {
            "D" => 1,
            "W" => 7,
            _ => return None,
        };
    let tokens = reading.tokens_in(span);
    // The duration may end before "after" or hold it, as the tagger sees fit.
    let link = (tokens.start..tokens.end + 1).find(|&i| matches!(reading.lower(i), "after" | "before"))?;
    let days = if reading.lower(link) == "after" { days } else { -days };
    let end = (link + 1..link + 1 + OBJECT_REACH).find(|&i| reading.is(i, Token::SIGN) && !reading.is(i, Token::DASH));
    let end = end.unwrap_or(link + 1 + OBJECT_REACH).min(sentence(reading, span).end);
    let event: Vec<&str> = (link + 1..end).map(|i| reading.raw(i)).collect();
    let about = (link + 1..end).find_map(|i| {
        let lemma = lemma(reading.word(i), reading.lower(i)).filter(|lemma| words::names_act(lemma))?;
        Some(words::act(&lemma, (i + 1..end).map(|j| reading.lower(j))))
    });
    Some(Offset { days, place: reading.cite(span, "offset"), event: event.join(" "), about: about? })
}

/// What an unresolved date waits for.
pub(crate) fn pending(reading: &Reading<'_>, span: Span, date: &Date) -> Option<Pending> {
    if date.earliest.is_some() {
        return None;
    }
    if let Some(weekday) = date.value.strip_prefix("XXXX-WXX-") {
        return weekday.get(..1)?.parse().ok().filter(|day| (1..=7).contains(day)).map(Pending::Weekday);
    }
    let mut words = reading.slice_lower(span).split_whitespace();
    let (first, unit) = (words.next()?, words.next());
    let away = match first {
        "yesterday" => return Some(Pending::Day(-1)),
        "today" | "tonight" => return Some(Pending::Day(0)),
        "tomorrow" => return Some(Pending::Day(1)),
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    match (unit?, words.next()) {
        ("week", None) => Some(Pending::Week(away)),
        ("month", None) => Some(Pending::Month(away)),
        _ => None,
    }
}
