//! When it was published, as lines of the text say it.

use crate::{COPYRIGHT_YEAR, Entry, Field, Page};
use copydesk_core::lang::en::calendar::{self, CalendarDate, Order};
use copydesk_core::{Class, Confidence, Evidence, Reading, Span};
use copydesk_zones::Label;
use jiff::civil::Date;

/// A line that says so: "Published: 07 May. 2031, 10:14", a date at the head of the page, a collection's lead-in.
pub(super) fn stated(page: &Page<'_, '_>) -> Option<Entry> {
    let reading = page.reading;
    let mut best: Option<(u8, Entry)> = None;
    let mut body = page.zones(Label::Body).map(|(span, _)| span.start);
    let first = body.next().unwrap_or(u32::MAX);
    // Behind a headline what stands above the date may be the story's standfirst.
    let headed = page.zones(Label::Headline).any(|(span, _)| span.start < first);
    let story = if headed { body.next().unwrap_or(u32::MAX) } else { first };
    let last = page.zones(Label::Body).next_back().map_or(0, |(span, _)| span.end);
    let lines = page.zones.iter().filter_map(|zone| match zone.data.label {
        Label::PublishedLine => Some((zone.span?, "published-line")),
        Label::Masthead if zone.rule == "lead-in" => Some((zone.span?, "lead-in")),
        // "Portavel Herald, Monday, 13 October 2031"
        Label::Masthead => Some((zone.span?, "published-line")),
        _ => None,
    });
    for (line, rule) in lines {
        let tokens = reading.tokens_in(line);
        let mut at = tokens.start;
        while at < tokens.end {
            let Some(date) = read(reading, at) else {
                at += 1;
                continue;
            };
            if let Some(day) = date.day() {
                let label = page.reading.slice_lower(Span::new(line.start, reading.token(date.tokens.start).start));
                // "Updated" is later than what was published; it counts where nothing else is said.
                let rank = if label.contains("publish") || label.contains("posted") || label.contains("original") {
                    0
                } else if label.contains("updat") || label.contains("modif") || label.contains("edited") {
                    2
                } else {
                    1
                };
                // A date alone between two paragraphs is of something else: when somebody was born.
                if rank == 1 && (story..last).contains(&line.start) {
                    break;
                }
                let (value, end) = with_clock(reading, day, date.tokens.end, tokens.end);
                let span = reading.span(date.tokens.start..end);
                let confidence = if rank < 2 && !date.ambiguous { Confidence::High } else { Confidence::Medium };
                if best.as_ref().is_none_or(|(known, _)| rank < *known) {
                    best = Some((rank, Entry::stated(page, Field::Published, value, span, rule, confidence)));
                }
            }
            at = date.tokens.end.max(at + 1);
        }
    }
    best.map(|(_, entry)| entry)
}

/// The date that begins at token `i`. Of "1/5/2031" the weekday before it decides which part is the month, where there is one.
fn read(reading: &Reading<'_>, i: usize) -> Option<CalendarDate> {
    // Cheap first: most tokens begin no date.
    if !reading.is(i, Class::DIGITS | Class::MONTH | Class::WEEKDAY) {
        return None;
    }
    let date = calendar::read(reading, i, Order::MonthFirst)?;
    let fits = |date: &CalendarDate| {
        let weekday = date.day().map(|day| day.weekday().to_monday_one_offset() as u8);
        date.weekday.is_none() || weekday == date.weekday
    };
    if date.ambiguous && !fits(&date) {
        return calendar::read(reading, i, Order::DayFirst).filter(fits).or(Some(date));
    }
    Some(date)
}

/// The day with the clock time behind it, and the zone where it is that of Greenwich: "10:14", "18:05 GMT", "6.30 p.m.".
fn with_clock(reading: &Reading<'_>, day: Date, at: usize, end: usize) -> (String, usize) {
    let mut i = at;
    while i < end && (matches!(reading.raw(i), "," | "-" | "–" | "|" | ".") || matches!(reading.lower(i), "at" | "t"))
    {
        i += 1;
    }
    let number = |i: usize| reading.raw(i).parse::<u8>().ok().filter(|_| reading.is(i, Class::DIGITS) && i < end);
    let (Some(mut hour), Some(minute)) = (number(i), number(i + 2).filter(|_| matches!(reading.raw(i + 1), ":" | ".")))
    else {
        return (day.to_string(), at);
    };
    if hour > 23 || minute > 59 || reading.raw(i + 2).len() != 2 {
        return (day.to_string(), at);
    }
    let mut last = i + 3;
    if reading.raw(last) == ":" && number(last + 1).is_some() {
        last += 2;
    }
    let half = reading.lower(last).chars().next().filter(|_| matches!(reading.lower(last), "am" | "pm" | "a" | "p"));
    match half {
        Some('p') if hour < 12 => hour += 12,
        Some('a') if hour == 12 => hour = 0,
        _ => {}
    }
    if half.is_some() {
        last += if reading.lower(last).len() == 2 { 1 } else { 3 };
        last += usize::from(reading.raw(last) == "." && reading.glued(last));
        last = last.min(end);
    }
    let greenwich = matches!(reading.raw(last), "GMT" | "UTC" | "Z") && last < end;
    let zone = if greenwich { "Z" } else { "" };
    (format!("{day}T{hour:02}:{minute:02}{zone}"), last + usize::from(greenwich))
}

/// The dateline's month and day, with the year that other dates of the article allow.
pub(super) fn from_dateline(page: &Page<'_, '_>) -> Option<Entry> {
    let reading = page.reading;
    let first = page.zones(Label::Body).next().map_or(u32::MAX, |(span, _)| span.start);
    let in_dateline = page.datelines().find_map(|line| read(reading, line.date?));
    // "Published: Nov. 12", above the story.
    let above = || {
        let mut lines = page.zones(Label::PublishedLine).filter(|(span, _)| span.start < first);
        lines.find_map(|(span, _)| reading.tokens_in(span).find_map(|i| read(reading, i)))
    };
    let date = in_dateline.or_else(above)?;
    let span = reading.span(date.tokens.clone());
    if let Some(day) = date.day() {
        return Some(Entry::stated(page, Field::Published, day.to_string(), span, "dateline", Confidence::High));
    }
    let day = date.day?;
    let on = |year: i16| Date::new(year, date.month as i8, day as i8).ok();
    let mut premises = vec![reading.cite(span, "month-and-day")];
    let (value, confidence) = if let Some((latest, cited)) = latest_in(page, &[Label::Caption]) {
        // A picture is never younger than the story that it stands in.
        let value = (0..=1).filter_map(|later| on(latest.year() + later)).find(|day| *day >= latest)?;
        premises.push(cited);
        (value, Confidence::High)
    } else if let Some((year, cited)) = copyright_year(page) {
        premises.push(cited);
        (on(year)?, Confidence::High)
    } else {
        let (nearest, cited) = latest_in(page, &[Label::Body])?;
        let value = (-1..=1)
            .filter_map(|more| on(nearest.year() + more))
            .min_by_key(|day| (nearest - *day).get_days().unsigned_abs())?;
        premises.push(cited);
        (value, Confidence::Medium)
    };
    let mut entry =
        Entry::stated(page, Field::Published, value.to_string(), span, "dateline-and-year", confidence).inferred();
    entry.data.evidence = premises;
    Some(entry)
}

/// The latest full date in zones of these labels.
fn latest_in(page: &Page<'_, '_>, labels: &[Label]) -> Option<(Date, Evidence)> {
    let reading = page.reading;
    let mut latest: Option<(Date, Span)> = None;
    for &label in labels {
        for (span, _) in page.zones(label) {
            let tokens = reading.tokens_in(span);
            let mut at = tokens.start;
            while at < tokens.end {
                let Some(date) = read(reading, at) else {
                    at += 1;
                    continue;
                };
                if let Some(day) = date.day().filter(|day| latest.is_none_or(|(known, _)| *day > known)) {
                    latest = Some((day, reading.span(date.tokens.clone())));
                }
                at = date.tokens.end.max(at + 1);
            }
        }
    }
    latest.map(|(day, span)| (day, reading.cite(span, "full-date")))
}

/// The latest year in a copyright line.
pub(super) fn copyright_year(page: &Page<'_, '_>) -> Option<(i16, Evidence)> {
    let reading = page.reading;
    let years = page.zones(Label::Copyright).flat_map(|(span, _)| reading.tokens_in(span)).filter_map(|i| {
        let year = reading
            .raw(i)
            .parse::<i16>()
            .ok()
            .filter(|year| (1900..=2100).contains(year) && reading.raw(i).len() == 4)?;
        Some((year, i))
    });
    let (year, i) = years.max_by_key(|(year, _)| *year)?;
    Some((year, reading.cite(reading.token(i).span(), COPYRIGHT_YEAR)))
}
