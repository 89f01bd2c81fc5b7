//! Times of day: "7:15 p.m.", "16:08 UTC", "noon", "0735 GMT", "4 in the morning".

use crate::filter;
use crate::timex::{Hour, Part};
use copydesk_core::lang::{Cue, Term};
use copydesk_core::{Class, Reading};

/// From this hour on "at night" is told of the evening, before it of the small hours.
const FIRST_OF_NIGHT: u8 = 6;

/// A clock time as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) enum Clock {
    /// It is a time.
    Time(Hour, usize),
    /// It has the form of one, and no day has it: "25:70 GMT".
    Impossible(usize),
}

/// A part of the day by its name.
pub(super) fn part(word: Term) -> Option<Part> {
    Some(match word {
        Term::Morning | Term::Mornings => Part::Morning,
        Term::Afternoon | Term::Afternoons => Part::Afternoon,
        Term::Evening => Part::Evening,
        Term::Night | Term::Nights => Part::Night,
        Term::Daytime => Part::Daytime,
        _ => return None,
    })
}

/// A number of at most `longest` digits.
fn number(r: &Reading<'_>, i: usize, longest: usize) -> Option<u16> {
    if r.is(i, Class::DIGITS) && r.raw(i).len() <= longest { r.raw(i).parse().ok() } else { None }
}

/// "a.m.", "pm", "p. m."; answers whether it is the second half of the day, and the token behind it.
pub(super) fn half_day(r: &Reading<'_>, i: usize) -> Option<(bool, usize)> {
    match r.term(i) {
        Term::Am | Term::Pm if r.glued(i) || !r.is(i, Class::CAPITAL) || r.is(i, Class::UPPER) => {
            Some((r.term(i) == Term::Pm, i + 1))
        }
        Term::A | Term::P => {
            let dot = usize::from(r.term(i + 1) == Term::Dot);
            let m = i + 1 + dot;
            if r.term(m) != Term::M || (dot == 0 && !r.glued(m)) {
                return None;
            }
            let stop = usize::from(dot == 1 && r.term(m + 1) == Term::Dot && r.glued(m + 1));
            Some((r.term(i) == Term::P, m + 1 + stop))
        }
        _ => None,
    }
}

/// A time zone: "UTC", "EDT", "local time", "Moscow time"; answers whether it is UTC, and the token behind it.
fn zone(r: &Reading<'_>, i: usize) -> Option<(bool, usize)> {
    match r.term(i) {
        Term::Utc => Some((true, i + 1)),
        Term::Z if r.glued(i) => Some((true, i + 1)),
        Term::ClockZone | Term::Zone if r.is(i, Class::UPPER) => Some((false, i + 1)),
        Term::Local if r.term(i + 1) == Term::Time => Some((false, i + 2)),
        // "7 a.m. Eastern", but "7 a.m. Central Park"
        Term::NamedZone if r.is(i, Class::CAPITAL) && !r.is(i + 1, Class::CAPITAL) && r.term(i + 1) != Term::Time => {
            Some((false, i + 1))
        }
        _ if r.is(i, Class::CAPITAL) => {
            let standard = usize::from(matches!(r.term(i + 1), Term::Standard | Term::Summer));
            (r.term(i + 1 + standard) == Term::Time && !filter::is_capital(r, i + 1 + standard) || standard == 1)
                .then_some((false, i + 2 + standard))
        }
        _ => None,
    }
}

/// "in the morning", "at night" behind an hour; answers the token behind it.
fn told_part(r: &Reading<'_>, i: usize) -> Option<(Part, usize)> {
    let at = match (r.term(i), r.term(i + 1)) {
        (Term::In, Term::The) => i + 2,
        (Term::At, Term::Night) => i + 1,
        _ => return None,
    };
    Some((part(r.term(at))?, at + 1))
}

/// An hour from 1 to 12 in its part of the day, out of 24: nine at night is 21, two at night is 2, twelve is midnight.
pub(super) const fn hour_in(hour: u8, minute: u8, part: Part) -> u8 {
    match part {
        Part::Night if hour == 12 && minute == 0 => 24,
        Part::Night if hour % 12 < FIRST_OF_NIGHT => hour % 12,
        Part::Morning => hour % 12,
        _ => hour % 12 + 12,
    }
}

/// "half past eight", "a quarter to nine", "ten past six"; answers the token behind it.
fn past(r: &Reading<'_>, i: usize) -> Option<(u8, u8, usize)> {
    let (minutes, at) = match r.term(i) {
        Term::Half => (30, i + 1),
        Term::Quarter => (15, i + 1),
        Term::A if r.term(i + 1) == Term::Quarter => (15, i + 2),
        Term::FewMinutes => (r.word(i).cardinal? as u8, i + 1),
        _ => return None,
    };
    let hour = r.word(at + 1).cardinal.filter(|hour| (1..=12).contains(hour) && r.is(at + 1, Class::NUMBER))? as u8;
    let end = at + 2 + usize::from(matches!(r.term(at + 2), Term::OClock));
    // "ten to twelve people" are counted.
    let counted = minutes != 30 && minutes != 15 && r.is(end, Class::WORD) && !r.is(end, Class::FUNCTION);
    let led = minutes == 30 || minutes == 15 || matches!(r.term(i.wrapping_sub(1)), Term::At | Term::By | Term::Until);
    match r.term(at) {
        Term::Past if !counted => Some((hour, minutes, end)),
        Term::To if led && minutes != 30 && !counted && !r.is(end, Class::TIME_UNIT) => {
            Some((hour - 1, 60 - minutes, end))
        }
        _ => None,
    }
}

/// Whether a token is the last of an ISO date, or the T behind one: "2031-05-06 10:14", "2031-05-06T10:14".
fn ends_a_date(r: &Reading<'_>, i: usize) -> bool {
    let day = i.wrapping_sub(usize::from(r.term(i) == Term::T && r.glued(i)));
    let dash = |back: usize| r.is(day.wrapping_sub(back), Class::DASH) && r.glued(day.wrapping_sub(back));
    r.is(day, Class::DIGITS) && dash(1) && dash(3) && r.raw(day.wrapping_sub(4)).len() == 4
}

/// Reads a clock time.
pub(super) fn read(r: &Reading<'_>, i: usize) -> Option<Clock> {
    // "12:05:30", "1.10.30", "$5.30", "3-10": the later parts of a number begin no time; "9 a.m.-5 p.m." has two.
    let before = i.wrapping_sub(1);
    let inside = matches!(r.raw(before), ":" | "." | "," | "/" | "$" | "£" | "€")
        || r.is(before, Class::DASH) && r.is(i.wrapping_sub(2), Class::DIGITS);
    if r.is(i, Class::DIGITS) && r.glued(i) && inside { None } else { read_end(r, i) }
}

/// Reads a clock time that may be the second end of a range: "5-6 p.m."
pub(super) fn read_end(r: &Reading<'_>, i: usize) -> Option<Clock> {
    let clock = |hour, minute| Hour::Clock { hour, minute, second: None, utc: false };
    let zoned = |mut hour: Hour, end: usize| {
        let (is_utc, behind) = zone(r, end).unwrap_or((false, end));
        if let Hour::Clock { utc, .. } = &mut hour {
            *utc = is_utc;
        }
        Some(Clock::Time(hour, behind))
    };
    match r.term(i) {
        Term::Noon => return zoned(clock(12, 0), i + 1),
        Term::Midnight => return zoned(clock(24, 0), i + 1),
        _ => {}
    }
    let spoken = past(r, i).or_else(|| {
        // "three o'clock", "seven in the evening", "at nine at night"
        let clock = usize::from(r.term(i + 1) == Term::OClock);
        let told = told_part(r, i + 1).is_some();
        let led = clock == 1 || told && (r.term(i + 1) == Term::In || r.word(i.wrapping_sub(1)).cue.any(Cue::CLOCK));
        let hour = r.word(i).cardinal.filter(|hour| led && r.is(i, Class::NUMBER) && (1..=12).contains(hour))?;
        Some((hour as u8, 0, i + 1 + clock))
    });
    if let Some((hour, minute, end)) = spoken {
        let (hour, end) = match told_part(r, end) {
            Some((part, end)) => (hour_in(hour, minute, part), end),
            None => (hour, end),
        };
        return zoned(clock(hour, minute), end);
    }
    if !r.is(i, Class::DIGITS) {
        return None;
    }
    // The minutes of "10: 14 AM", where the hour was no time.
    if r.term(i.wrapping_sub(1)) == Term::Colon && r.is(i.wrapping_sub(2), Class::DIGITS) {
        return None;
    }

    // "0735 GMT", "1900 hrs"
    if r.raw(i).len() == 4 {
        let military = zone(r, i + 1).filter(|_| matches!(r.term(i + 1), Term::Utc | Term::ClockZone | Term::Local));
        let hours = matches!(r.term(i + 1), Term::Hrs | Term::Hours)
            && r.raw(i).starts_with(['0', '1', '2'])
            && r.word(i.wrapping_sub(1)).cue.any(Cue::CLOCK);
        let (utc, end) = military.or_else(|| hours.then_some((false, i + 2)))?;
        let number = number(r, i, 4)?;
        let (hour, minute) = ((number / 100) as u8, (number % 100) as u8);
        return Some(if hour > 24 || minute > 59 {
            Clock::Impossible(end)
        } else {
            Clock::Time(Hour::Clock { hour, minute, second: None, utc }, end)
        });
    }
    let mut hour = number(r, i, 2)?;
    let mut end = i + 1;
    let mut minute = None;
    let mut second = None;
    // "10: 14 AM", cut apart by a template, is told by what follows.
    let apart = r.term(end) == Term::Colon && half_day(r, end + 2).is_some();
    if matches!(r.raw(end), ":" | "." | "h") && r.glued(end) && (r.glued(end + 1) || apart) && r.raw(end + 1).len() == 2
    {
        // The stop is British usage and needs its "pm": "3.30pm".
        let dotted = r.term(end) != Term::Colon;
        if let Some(n) = number(r, end + 1, 2)
            && (!dotted || half_day(r, end + 2).is_some() || zone(r, end + 2).is_some())
        {
            minute = Some(n);
            end += 2;
            if r.term(end) == Term::Colon && r.glued(end) && r.glued(end + 1) && r.raw(end + 1).len() == 2 {
                second = number(r, end + 1, 2);
                end += 2;
            }
        }
    }
    // "12 noon", "12:00 midnight"
    if hour == 12 && minute.unwrap_or(0) == 0 && matches!(r.term(end), Term::Noon | Term::Midnight) {
        return zoned(clock(if r.term(end) == Term::Noon { 12 } else { 24 }, 0), end + 1);
    }
    let half = half_day(r, end);
    let mut utc = false;
    let mut marked = half.is_some();
    let afternoon = half.map(|h| h.0);
    if let Some((_, behind)) = half {
        end = behind;
    } else if r.term(end) == Term::OClock || r.term(end) == Term::OClock {
        end += 1;
        marked = true;
    }
    if half.is_none()
        && hour <= 12
        && let Some((part, behind)) = told_part(r, end)
    {
        hour = u16::from(hour_in(hour as u8, minute.unwrap_or(0) as u8, part));
        end = behind;
        marked = true;
    }
    if marked || minute.is_some() {
        if let Some((is_utc, behind)) = zone(r, end) {
            utc = is_utc;
            end = behind;
            marked = true;
        } else if matches!(r.term(end), Term::Hr | Term::Hrs | Term::Hours) && minute.is_some() {
            end += 1;
            marked = true;
        }
    }
    let colon = r.term(i + 1) == Term::Colon;
    if !marked {
        if minute.is_none()
            || !colon
            || (r.glued(end) && r.is(end, Class::WORD | Class::PERCENT))
            || r.term(end) == Term::Colon && r.glued(end)
        {
            return None;
        }
        let day_before = r.is(i.wrapping_sub(1), Class::WEEKDAY | Class::MONTH)
            || r.term(i.wrapping_sub(1)) == Term::Comma
            || ends_a_date(r, i.wrapping_sub(1));
        let line = r.is(i, Class::LINE_START) && r.is(end, Class::LINE_START);
        if !r.word(i.wrapping_sub(1)).cue.any(Cue::CLOCK) && !day_before && !line {
            return None;
        }
    }
    let minute = minute.unwrap_or(0);
    // "17:06 pm" says the afternoon twice; "17:06 am" can't be.
    let half_clock = match afternoon {
        Some(true) => hour > 23,
        Some(false) => hour > 12,
        None => false,
    };
    if hour > 24 || minute > 59 || second.is_some_and(|s| s > 59) || half_clock || (hour == 24 && minute > 0) {
        return Some(Clock::Impossible(end));
    }
    let hour = match afternoon {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    let second = second.map(|s| s as u8);
    Some(Clock::Time(Hour::Clock { hour: hour as u8, minute: minute as u8, second, utc }, end))
}
