//! Times of day, alone and on a day.

use super::desk::cases;
use super::form::{Form, hold};
use super::frames::{FRAMES, FUTURE, PAST};
use super::meant::{self, Meant};
use super::words::{self, SHORT_MONTHS, cardinal};
use super::written::days;
use jiff::civil::{Date, date};
use proptest::prelude::*;

type Forms = Vec<(&'static str, Form)>;

/// An hour of the clock with its half of the day.
#[derive(Clone, Copy, Debug)]
struct Time {
    /// 0 to 23.
    hour: u8,
    minute: u8,
}

impl Time {
    const fn twelve(self) -> u8 {
        (self.hour + 11) % 12 + 1
    }

    const fn letter(self) -> char {
        if self.hour < 12 { 'a' } else { 'p' }
    }

    fn on(self, day: &Meant) -> Meant {
        day.clone().at(&format!("T{:02}:{:02}", self.hour, self.minute))
    }

    fn utc(self, day: &Meant) -> Meant {
        day.clone().at(&format!("T{:02}:{:02}Z", self.hour, self.minute))
    }

    const fn sharp(self) -> Self {
        Self { minute: 0, ..self }
    }

    /// As it stands beside a day.
    fn written(self) -> Vec<String> {
        let (hour, minute, letter) = (self.twelve(), self.minute, self.letter());
        vec![
            format!("{hour}:{minute:02} {letter}.m."),
            format!("{hour}:{minute:02} {letter}m"),
            format!("{hour}:{minute:02}{letter}m"),
            format!("{hour}:{minute:02} {}M", letter.to_ascii_uppercase()),
            format!("{hour}:{minute:02} {}.M.", letter.to_ascii_uppercase()),
            format!("{hour}.{minute:02}{letter}m"),
            format!("{hour}.{minute:02} {letter}.m."),
        ]
    }
}

/// Without a day it is the day of publication.
fn alone(now: &Meant, time: Time) -> Forms {
    let mut all = Vec::new();
    let mut add = |lead: &'static str, words: String, meant: Meant| all.push((lead, Form::new(words, meant)));
    for words in time.written() {
        add("at", words.clone(), time.on(now));
        add("", words, time.on(now));
    }
    let (hour, minute, letter) = (time.twelve(), time.minute, time.letter());
    for words in [
        format!("{hour} {letter}.m."),
        format!("{hour} {letter}m"),
        format!("{hour}{letter}m"),
        format!("{hour} {}M", letter.to_ascii_uppercase()),
    ] {
        add("at", words, time.sharp().on(now));
    }
    for (words, meant) in [
        (format!("{:02}:{minute:02}", time.hour), time.on(now)),
        (format!("{:02}:{minute:02} GMT", time.hour), time.utc(now)),
        (format!("{:02}:{minute:02} UTC", time.hour), time.utc(now)),
        (format!("{:02}{minute:02} GMT", time.hour), time.utc(now)),
        (format!("{:02}:{minute:02} local time", time.hour), time.on(now)),
        (format!("{:02}:{minute:02} Moscow time", time.hour), time.on(now)),
        (format!("{:02}:{minute:02} EST", time.hour), time.on(now)),
        (format!("{hour}:{minute:02} {letter}.m. EDT",), time.on(now)),
        (format!("{hour}:{minute:02} {letter}.m. GMT"), time.utc(now)),
        (format!("{hour} {letter}.m. CET"), time.sharp().on(now)),
        (format!("{hour} {letter}.m. local time"), time.sharp().on(now)),
        (format!("{hour} {letter}.m. Eastern time"), time.sharp().on(now)),
        (format!("{hour}:{minute:02} {letter}.m. Eastern Standard Time"), time.on(now)),
    ] {
        add("at", words, meant);
    }
    let part = if time.hour < 12 { "morning" } else { "evening" };
    let spoken = cardinal(usize::from(hour));
    for words in [
        format!("{hour} o'clock in the {part}"),
        format!("{spoken} o'clock in the {part}"),
        format!("{hour} in the {part}"),
    ] {
        add("at", words, time.sharp().on(now));
    }
    // Words leave the half of the day open, and the morning is taken.
    let first = Time { hour, minute: 0 };
    add("at", format!("{hour} o'clock"), first.on(now));
    add("at", format!("{spoken} o'clock"), first.on(now));
    let at = |minute| Time { hour, minute };
    let before = |minute| Time { hour: hour - 1, minute };
    add("at", format!("half past {spoken}"), at(30).on(now));
    add("at", format!("quarter past {spoken}"), at(15).on(now));
    add("at", format!("a quarter past {spoken}"), at(15).on(now));
    add("at", format!("quarter to {spoken}"), before(45).on(now));
    add("at", format!("a quarter to {spoken}"), before(45).on(now));
    add("at", format!("ten past {spoken}"), at(10).on(now));
    add("at", format!("twenty past {spoken}"), at(20).on(now));
    for (words, is_night, afternoon) in
        [("in the morning", false, 0), ("in the afternoon", false, 12), ("at night", true, 12)]
    {
        let later = |time: Time| match (time.hour % 12, time.minute) {
            (0, 0) if is_night => Time { hour: 24, ..time },
            // The small hours.
            (hour @ 0..6, _) if is_night => Time { hour, ..time },
            (hour, _) => Time { hour: hour + afternoon, ..time },
        };
        add("at", format!("half past {spoken} {words}"), later(at(30)).on(now));
        add("at", format!("a quarter to {spoken} {words}"), later(before(45)).on(now));
        add("at", format!("{spoken} o'clock {words}"), later(at(0)).on(now));
        add("at", format!("{hour} o'clock {words}"), later(at(0)).on(now));
        add("at", format!("{hour}:{minute:02} {words}"), later(at(minute)).on(now));
        add("at", format!("{hour} {words}"), later(at(0)).on(now));
        add("at", format!("{spoken} {words}"), later(at(0)).on(now));
    }
    let noon = Time { hour: 12, minute: 0 };
    let midnight = Time { hour: 24, minute: 0 };
    add("at", "noon".to_owned(), noon.on(now));
    add("at", "midday".to_owned(), noon.on(now));
    add("at", "midnight".to_owned(), midnight.on(now));
    add("", format!("about {hour} {letter}.m."), time.sharp().on(now).with("APPROX"));
    add("", format!("around {hour}:{minute:02} {letter}.m."), time.on(now).with("APPROX"));
    add("", "around noon".to_owned(), noon.on(now).with("APPROX"));
    all
}

/// Two hours of one day that share their half of it, or have each their own.
fn hours(now: &Meant, first: u8, last: u8) -> Forms {
    let of = |hour: u8| Time { hour, minute: 0 };
    let written = |hour: u8| format!("{} {}.m.", of(hour).twelve(), of(hour).letter());
    let range = |lead, from: String, joint: &str, to: String| {
        (lead, Form::new(from, of(first).on(now).from()).and(joint, to, of(last).on(now).to()))
    };
    let mut all = vec![
        range("from", written(first), " to ", written(last)),
        range("between", written(first), " and ", written(last)),
        range("from", written(first), " until ", written(last)),
        range("", written(first), "-", written(last)),
        range("", written(first), "–", written(last)),
    ];
    // "11-1 p.m." begins in the morning, "9-10 a.m." too.
    let (a, b) = (of(first).twelve(), of(last).twelve());
    let shared =
        (first < 12) == (last < 12) && a < b || first < 12 && last >= 12 && a > b && b != 12 && last - first < 12;
    if shared {
        all.extend([
            range("from", a.to_string(), " to ", written(last)),
            range("between", a.to_string(), " and ", written(last)),
            range("from", a.to_string(), "-", written(last)),
            range("from", a.to_string(), "–", written(last)),
            range("from", a.to_string(), "-", format!("{b}{}m", of(last).letter())),
        ]);
    }
    all
}

/// On a day that stands beside it.
fn dated(on: Date, time: Time) -> Forms {
    let day = meant::day(on);
    let (d, month, y) = (on.day(), words::month(on), on.year());
    let short = SHORT_MONTHS[on.month() as usize - 1];
    let mut all = Vec::new();
    for words in time.written() {
        for (lead, words) in [
            ("at", format!("{words} on {d} {month} {y}")),
            ("at", format!("{words} on {month} {d}, {y}")),
            ("at", format!("{words}, {short} {d}, {y}")),
            ("on", format!("{d} {month} {y} at {words}")),
            ("on", format!("{month} {d}, {y}, at {words}")),
            ("on", format!("{month} {d}, {y} at {words}")),
        ] {
            all.push((lead, Form::new(words, time.on(&day))));
        }
    }
    let (hour, minute) = (time.hour, time.minute);
    for (words, meant) in [
        (format!("{on}T{hour:02}:{minute:02}"), time.on(&day)),
        (format!("{on}T{hour:02}:{minute:02}Z"), time.utc(&day)),
        (format!("{on} {hour:02}:{minute:02}"), time.on(&day)),
        (format!("{on} {hour:02}:{minute:02}:30"), day.clone().at(&format!("T{hour:02}:{minute:02}:30"))),
        (format!("{on}T{hour:02}:{minute:02}:30"), day.clone().at(&format!("T{hour:02}:{minute:02}:30"))),
        (format!("{on} at {hour:02}:{minute:02} GMT"), time.utc(&day)),
        (format!("{d} {month} {y}, {hour:02}:{minute:02}"), time.on(&day)),
        (format!("{d} {month} {y} at {hour:02}:{minute:02} UTC"), time.utc(&day)),
        (format!("{d} {month} {y} at noon"), Time { hour: 12, minute: 0 }.on(&day)),
    ] {
        all.push(("on", Form::new(words, meant)));
    }
    for (words, part) in [("morning", "TMO"), ("afternoon", "TAF"), ("evening", "TEV"), ("night", "TNI")] {
        all.push(("on", Form::new(format!("the {words} of {d} {month} {y}"), day.clone().at(part))));
        all.push(("on", Form::new(format!("the {words} of {month} {d}, {y}"), day.clone().at(part))));
    }
    all
}

/// Beside a day that is counted from now.
fn near(now: Date, time: Time, ahead: bool) -> Forms {
    let (day, name) =
        if ahead { (now.tomorrow().unwrap(), "tomorrow") } else { (now.yesterday().unwrap(), "yesterday") };
    let friday =
        meant::weekday_from(now, now.weekday().wrapping_add(if ahead { 2 } else { -2 }), if ahead { 1 } else { -1 });
    let (near, weekday) = (meant::day(day), words::weekday(friday));
    let week = meant::day(friday);
    let mut all = Vec::new();
    let (hour, minute, letter) = (time.twelve(), time.minute, time.letter());
    for (lead, words, meant) in [
        ("at", format!("{hour}:{minute:02} {letter}.m. {name}"), time.on(&near)),
        ("", format!("{name} at {hour}:{minute:02} {letter}.m."), time.on(&near)),
        ("at", format!("{hour} {letter}.m. on {weekday}"), time.sharp().on(&week)),
        ("at", format!("{hour}{letter}m {weekday}"), time.sharp().on(&week)),
        ("on", format!("{weekday} at {hour}:{minute:02} {letter}.m."), time.on(&week)),
        ("on", format!("{weekday}, at {hour} {letter}.m."), time.sharp().on(&week)),
        ("at", format!("noon on {weekday}"), Time { hour: 12, minute: 0 }.on(&week)),
        ("at", format!("midnight {weekday}"), Time { hour: 24, minute: 0 }.on(&week)),
        ("at", format!("{hour} {letter}.m. today"), time.sharp().on(&meant::day(now))),
        ("at", format!("7 {name} evening"), Time { hour: 19, minute: 0 }.on(&near)),
        ("at", "seven this evening".to_owned(), Time { hour: 19, minute: 0 }.on(&meant::day(now))),
        ("at", "8 tonight".to_owned(), Time { hour: 20, minute: 0 }.on(&meant::day(now))),
        ("in", format!("the early hours of {weekday}"), week.clone().at("TNI")),
        ("on", format!("the morning of {weekday}"), week.clone().at("TMO")),
        ("at", format!("dawn on {weekday}"), week.clone().at("TMO")),
    ] {
        all.push((lead, Form::new(words, meant)));
    }
    if !ahead {
        all.push(("at", Form::new("10 o'clock last night", Time { hour: 22, minute: 0 }.on(&near))));
        all.push(("at", Form::new("6 a.m. this morning", Time { hour: 6, minute: 0 }.on(&meant::day(now)))));
    }
    all
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn a_time_of_day(
        now in days(date(1950, 1, 1), date(2060, 12, 31)),
        (hour, minute) in (0_u8..24, 0_u8..60),
        (first, long) in (1_u8..20, 1_u8..12),
        frame in 0_usize..FRAMES,
    ) {
        let time = Time { hour, minute };
        let published = now.to_string();
        for ahead in [false, true] {
            let frames = if ahead { FUTURE } else { PAST };
            hold(&alone(&meant::day(now), time), frames, frame, Some(&published)).map_err(TestCaseError::fail)?;
            hold(&hours(&meant::day(now), first, (first + long).min(23)), frames, frame, Some(&published)).map_err(TestCaseError::fail)?;
            hold(&near(now, time, ahead), frames, frame, Some(&published)).map_err(TestCaseError::fail)?;
        }
        hold(&dated(now, time), PAST, frame, None).map_err(TestCaseError::fail)?;
    }
}
