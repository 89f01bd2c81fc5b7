//! The grammar: from typed tokens to a meaning, the longest reading first. Nothing here knows when the text was written.

mod absolute;
mod amount;
mod bare;
mod clock;
mod cycle;
mod decade;
mod duration;
mod list;
mod period;
mod picked;
mod point;
mod set;
mod vague;
mod year;

use crate::meaning::{Expression, Lies, Meaning, Member, Modifier, Pick, Point};
use crate::timex::{Unit, When};
use crate::verb;
use copydesk_core::lang::Cue;
use copydesk_core::{Class, Reading};

/// An expression begins at most so many tokens before the first word that gives it away: "no more than the first two or three".
const LEFT_REACH: usize = 9;
/// What fills a length has so many words at most behind its article: "the Battle of the Port".
const LONGEST_FILLING: usize = 5;
/// The longest name of a holiday has so many tokens before its last.
const HOLIDAY_REACH: usize = 4;

/// What the grammar must know of the whole text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Style {
    /// It dates before Christ, so that "480" may be a year.
    pub before_christ: bool,
    /// It tells of the past and not of the day: bare "spring" and "the 20th" are dates there.
    pub narrative: bool,
}

/// What the grammar made of a place.
pub(crate) enum Read {
    /// It reads these, in order, into the given list.
    Found,
    /// It has the form of a date or time, and there is none such: its tokens.
    Impossible(std::ops::Range<usize>),
    /// Nothing.
    Nothing,
}

/// Tokens that may stand before the word that gives an expression away.
fn may_lead(r: &Reading<'_>, i: usize) -> bool {
    let class = r.class(i);
    if class.any(
        Class::DIGITS
            | Class::NUMBER
            | Class::ORDINAL
            | Class::TIME_UNIT
            | Class::TEMPORAL
            | Class::BOUND
            | Class::MONTH
            | Class::WEEKDAY,
    ) {
        return true;
    }
    if class.any(Class::DASH) {
        return class.any(Class::GLUED);
    }
    if class.any(Class::STOP) {
        return matches!(r.lower(i.wrapping_sub(1)), "ca" | "c"); // "ca. 466 BC"
    }
    r.word(i).cue.any(Cue::LEAD | Cue::BETWEEN) || class.any(Class::QUOTE) && matches!(r.raw(i), "'" | "’" | "‘")
}

/// Reads what stands at or before token `anchor` (and not before `floor`): pushes what is found.
pub(crate) fn read(r: &Reading<'_>, anchor: usize, floor: usize, style: Style, found: &mut Vec<Expression>) -> Read {
    let mut start = anchor;
    while start > floor && anchor - start < LEFT_REACH && !r.is(start, Class::LINE_START) && may_lead(r, start - 1) {
        start -= 1;
    }
    // "Martin Luther King Day", "Good Friday": the words before are given away by the last.
    if start == anchor
        && r.is(anchor, Class::CAPITAL)
        && (r.is(anchor, Class::WEEKDAY) || matches!(r.lower(anchor), "day" | "eve" | "night"))
    {
        let part = |i: usize| r.is(i, Class::CAPITAL) || matches!(r.lower(i), "'s" | "’s" | "'" | "’");
        while start > floor && anchor - start < HOLIDAY_REACH && !r.is(start, Class::LINE_START) && part(start - 1) {
            start -= 1;
        }
    }
    let mut impossible = None;
    for i in start..=anchor {
        match list::read(r, i, found) {
            Some(end) if end > anchor => return Read::Found,
            Some(_) => found.clear(),
            None => {}
        }
        match expression(r, i, style) {
            Some(Ok(expression)) if expression.tokens.end > anchor => {
                found.push(expression);
                return Read::Found;
            }
            Some(Err(end)) if end > anchor && impossible.is_none() => impossible = Some(i..end),
            _ => {}
        }
        if impossible.is_some() {
            break;
        }
    }
    impossible.map_or(Read::Nothing, Read::Impossible)
}

/// A bound or an approximation before an expression; answers the token behind it.
fn bound(r: &Reading<'_>, i: usize) -> Option<(Modifier, usize)> {
    let two = (r.lower(i), r.lower(i + 1));
    Some(match two {
        ("more" | "longer" | "greater", "than") | ("upwards", "of") => (Modifier::MoreThan, i + 2),
        ("less" | "fewer" | "shorter", "than") => (Modifier::LessThan, i + 2),
        ("no", "more" | "longer") if r.lower(i + 2) == "than" => (Modifier::EqualOrLess, i + 3),
        ("no", "less" | "fewer") if r.lower(i + 2) == "than" => (Modifier::EqualOrMore, i + 3),
        ("at", "least") => (Modifier::EqualOrMore, i + 2),
        ("at", "most") | ("up", "to") => (Modifier::EqualOrLess, i + 2),
        ("as", "many" | "much" | "long") if r.lower(i + 2) == "as" => (Modifier::EqualOrLess, i + 3),
        ("close", "to") => (Modifier::LessThan, i + 2),
        ("a", "little" | "bit") if r.lower(i + 3) == "than" => {
            (if r.lower(i + 2) == "more" { Modifier::MoreThan } else { Modifier::LessThan }, i + 4)
        }
        ("over", _) => (Modifier::MoreThan, i + 1),
        ("under" | "almost" | "nearly", _) => (Modifier::LessThan, i + 1),
        ("about" | "around" | "approximately" | "roughly" | "some" | "circa" | "ca", _) => {
            (Modifier::Approx, i + 1 + usize::from(r.raw(i + 1) == "." && r.glued(i + 1)))
        }
        ("c", ".") if r.glued(i + 1) => (Modifier::Approx, i + 2),
        _ => return None,
    })
}

/// Reads the longest expression that begins at a token; `Err` with the token behind what has the form of one and is impossible.
fn expression(r: &Reading<'_>, i: usize, style: Style) -> Option<Result<Expression, usize>> {
    let make = |end, meaning, modifier, rule| Some(Ok(Expression { tokens: i..end, meaning, modifier, rule }));
    // A story's markup after TIDES (2005) takes "just" and "only" to the length that they stress: "just 14 years later".
    if style.narrative && matches!(r.lower(i), "just" | "only") {
        let stressed = expression(r, i + 1, style)?.ok()?;
        let counts = matches!(
            stressed.meaning,
            Meaning::Length(..) | Meaning::FromEvent(_) | Meaning::Point(Point::Shift { .. })
        );
        return counts.then(|| Ok(Expression { tokens: i..stressed.tokens.end, ..stressed }));
    }
    if let Some((recurrence, end)) = set::read(r, i) {
        return make(end, Meaning::Set(recurrence), None, "set");
    }
    if let Some((modifier, at)) = bound(r, i) {
        if let Some(stretch) = duration::read(r, at).filter(|s| {
            !s.article
                || matches!(
                    s.length.unit,
                    Unit::Hour | Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century
                )
        }) {
            let (meaning, end, rule) = moved(r, &stretch);
            let end = filled(r, &meaning, end, style);
            return make(end, meaning, Some(modifier), rule);
        }
        if modifier == Modifier::Approx && r.lower(i) != "some" {
            match point::read(r, at, style) {
                Some(Ok((point, end, rule)))
                    if matches!(point, Point::Fixed(_) | Point::Member(..) | Point::At(..) | Point::Hour(_)) =>
                {
                    // "about 1998" and "around 7 p.m." are approximate; "talks about Tuesday" is not, so only numbers blur.
                    let number =
                        r.is(at, Class::DIGITS | Class::MONTH) || matches!(point, Point::At(..) | Point::Hour(_));
                    return if number { make(end, Meaning::Point(point), Some(modifier), rule) } else { None };
                }
                Some(Err(end)) => return Some(Err(end)),
                _ => {}
            }
        }
        return None;
    }
    if let Some((vague, end)) = vague::read(r, i, style) {
        return make(end, Meaning::Point(Point::Fixed(When::Vague(vague))), None, "vague");
    }
    // "the early hours of Sunday" before "early …"
    if let Some((point, end, rule)) = point::part_first(r, i, style) {
        return make(end, Meaning::Point(point), None, rule);
    }
    if let Some((modifier, at)) = point::part_of(r, i) {
        match point::read(r, at, Style { narrative: true, ..style }) {
            Some(Ok((point, end, rule))) => return make(end, Meaning::Point(point), modifier, rule),
            Some(Err(end)) => return Some(Err(end)),
            None => {}
        }
    }
    if let Some((point, end, rule)) = point::middle(r, i) {
        return make(end, Meaning::Point(point), Some(Modifier::Mid), rule);
    }
    if let Some(expression) = stretch_with_direction(r, i, style) {
        return Some(Ok(expression));
    }
    match point::read(r, i, style) {
        Some(Ok((point, end, rule))) => {
            // "1990 and beyond", "1994 or later", "the next year or so"
            let (modifier, end) = match (r.lower(end), r.lower(end + 1)) {
                ("and", "beyond") | ("or", "later") => (Some(Modifier::EqualOrMore), end + 2),
                ("or", "so") => (Some(Modifier::Approx), end + 2),
                _ => (None, end),
            };
            return make(end, Meaning::Point(point), modifier, rule);
        }
        Some(Err(end)) => return Some(Err(end)),
        None => {}
    }
    if let Some(stretch) = duration::bare(r, i) {
        let (meaning, end, rule) = moved(r, &stretch);
        let end = filled(r, &meaning, end, style);
        return make(end, meaning, stretch.modifier, rule);
    }
    let stretch = duration::read(r, i + usize::from(r.lower(i) == "another"))?;
    let shifts = matches!(r.lower(stretch.end), "ago" | "later" | "earlier" | "before" | "after" | "hence" | "from")
        || r.is(stretch.end, Class::DASH);
    if stretch.article && !shifts && !article_may_count(r, i, &stretch) {
        return None;
    }
    let (meaning, end, rule) = moved(r, &stretch);
    let so = usize::from(r.lower(end) == "or" && matches!(r.lower(end + 1), "so" | "more")) * 2;
    let modifier = match (so, r.lower(end + 1)) {
        (2, "so") => Some(Modifier::Approx),
        (2, _) => Some(Modifier::EqualOrMore),
        _ => stretch.modifier,
    };
    let end = filled(r, &meaning, end + so, style);
    make(end, meaning, modifier, rule)
}

/// In a story a length takes along what fills it, as TIDES (2005) marks it: "three weeks of heavy fighting", "the first years of the
/// war"; answers the token behind. TimeML, after which news is marked, leaves it out.
fn filled(r: &Reading<'_>, meaning: &Meaning, end: usize, style: Style) -> usize {
    if !style.narrative || r.lower(end) != "of" || !matches!(meaning, Meaning::Length(..)) {
        return end;
    }
    let article = matches!(r.lower(end + 1), "the" | "this" | "that" | "a" | "an");
    let first = end + 1 + usize::from(article);
    let times = Class::MONTH | Class::WEEKDAY | Class::TIME_UNIT | Class::TEMPORAL | Class::NUMBER | Class::ORDINAL;
    let mut at = first;
    while at < first + LONGEST_FILLING {
        let plain = r.is(at, Class::WORD) && !r.is(at, Class::FUNCTION) && !r.is(at, times);
        // "three weeks of fighting ended": the verb goes on with the sentence.
        let verb = at > first && !r.is(at, Class::CAPITAL) && verb::is_past(r.word(at), r.lower(at));
        let hyphen = at > first && r.is(at, Class::DASH) && r.glued(at) && r.glued(at + 1);
        // "the Battle of Telis", "the Siege of the Gate"
        let named = at > first && r.lower(at) == "of" && r.is(at - 1, Class::CAPITAL);
        let name = at + 1 + usize::from(r.lower(at + 1) == "the");
        if named && r.is(name, Class::CAPITAL) {
            at = name;
        } else if !hyphen && (!plain || verb) {
            break;
        }
        at += 1;
    }
    if at == first { end } else { at }
}

/// Whether "a year", with no number and no "ago", measures time: "for a year", "a month of talks"; not "what a day", "a second".
fn article_may_count(r: &Reading<'_>, i: usize, stretch: &duration::Stretch) -> bool {
    let before = i.wrapping_sub(1);
    let governed = r.word(before).cue.any(Cue::LENGTH);
    match stretch.length.unit {
        Unit::Quarter | Unit::Second | Unit::Weekend => false,
        Unit::Minute | Unit::Day | Unit::Hour => governed && r.lower(before) != "of",
        _ => governed || matches!(r.lower(stretch.end), "of" | "for"),
    }
}

/// A length that words behind it turn into a point: "ago", "later"; or count from an event.
fn moved(r: &Reading<'_>, stretch: &duration::Stretch) -> (Meaning, usize, &'static str) {
    use crate::meaning::Origin;
    let length = stretch.length;
    let end = stretch.end;
    let shift = |origin, forward, end| {
        let point = Point::Shift { amount: length.amount, unit: length.unit, origin, forward };
        (Meaning::Point(point), end, if matches!(origin, Origin::Now) { "ago" } else { "later" })
    };
    let dash = usize::from(r.is(end, Class::DASH) && r.glued(end));
    let word = r.lower(end + dash);
    let behind = end + dash + 1;
    match word {
        // "a week ago Monday": the Monday of that week.
        "ago"
            if length.unit == Unit::Week
                && r.is(behind, Class::WEEKDAY)
                && crate::filter::is_weekday(r, behind, true)
                && !r.is(behind + 1, Class::DIGITS | Class::MONTH) =>
        {
            let point = Point::Shift { amount: length.amount, unit: length.unit, origin: Origin::Now, forward: false };
            let member = Member::Weekday(r.word(behind).weekday);
            return (Meaning::Point(Point::Member(member, Pick::Of(Box::new(point)))), behind + 1, "ago");
        }
        "ago" => return shift(Origin::Now, false, behind),
        "hence" => return shift(Origin::Now, true, behind),
        // "in three months' time"
        "'" | "’" | "'s" | "’s" if r.lower(behind) == "time" && !length.unit.is_clock() => {
            return shift(Origin::Now, true, behind + 1);
        }
        "from" if matches!(r.lower(behind), "now" | "today") => return shift(Origin::Now, true, behind + 1),
        // "over an hour later": no day is told, only how long it took.
        "earlier" | "later" | "before" | "after" | "afterwards" if length.unit.is_clock() => {
            return (Meaning::FromEvent(length), end, "from-event");
        }
        // "a day earlier than planned" compares with a plan, not with a date.
        "earlier" | "later" if r.lower(behind) == "than" => return (Meaning::FromEvent(length), end, "from-event"),
        "earlier" | "previously" | "beforehand" => return shift(Origin::Mention, false, behind),
        "later" | "afterwards" | "afterward" => return shift(Origin::Mention, true, behind),
        "before" | "after" | "following" | "since" if dash == 0 => {
            let alone = !r.is(behind, Class::WORD | Class::DIGITS | Class::QUOTE | Class::NUMERIC);
            return match (word, alone) {
                ("before", true) => shift(Origin::Mention, false, behind),
                ("after", true) => shift(Origin::Mention, true, behind),
                (_, true) => (Meaning::Length(length, None), end, "duration"),
                ("since", false) => (Meaning::Length(length, None), end, "duration"),
                _ => (Meaning::FromEvent(length), end, "from-event"),
            };
        }
        _ => {}
    }
    (Meaning::Length(length, None), end, "duration")
}

/// "the past two months", "the first nine months", "the next few years", "the two weeks".
fn stretch_with_direction(r: &Reading<'_>, i: usize, style: Style) -> Option<Expression> {
    let the = usize::from(matches!(r.lower(i), "the" | "these" | "those" | "this"));
    let (lies, at) = match r.lower(i + the) {
        "last" | "past" | "latest" => (Some(Lies::Past), i + the + 1),
        "next" | "coming" => (Some(Lies::Future), i + the + 1),
        "previous" | "preceding" | "first" | "final" | "following" | "entire" | "full" | "initial" | "remaining"
        | "other" | "intervening" | "whole" => (None, i + the + 1),
        _ if the == 1 && r.lower(i) != "this" => (None, i + 1),
        _ => return None,
    };
    let make = |end, length, modifier| {
        let meaning = Meaning::Length(length, lies);
        let end = filled(r, &meaning, end, style);
        Some(Expression { tokens: i..end, meaning, modifier, rule: "stretch" })
    };
    if let Some((modifier, behind)) = bound(r, at)
        && let Some(stretch) = duration::read(r, behind).filter(|s| !s.article)
    {
        return make(stretch.end, stretch.length, Some(modifier));
    }
    if let Some(stretch) = duration::read(r, at).filter(|s| !s.article) {
        // "the two-day visit", "the 30-year bond": with a hyphen the article belongs to the noun.
        let hyphened = r.is(stretch.end - 2, Class::DASH) && r.glued(stretch.end - 1);
        // "the two day rally" is the same with the hyphen left out, "the two days of music" counts.
        let adjective =
            lies.is_none() && (!r.lower(stretch.end - 1).ends_with('s') || r.lower(stretch.end) == "of" && at == i + 1);
        if hyphened && lies.is_none() || adjective || r.lower(stretch.end) == "ago" {
            return None;
        }
        let mut so = usize::from(r.lower(stretch.end) == "or" && r.lower(stretch.end + 1) == "so") * 2;
        // "the first ten months of 1915" is one expression in a story (TIDES 2005), two in news (TimeML 1.2.1).
        if style.narrative
            && matches!(r.lower(at - 1), "first" | "last" | "final")
            && matches!(r.lower(stretch.end), "of" | "in")
            && let Some((_, end)) = cycle::of_year(r, stretch.end, true)
        {
            so = end - stretch.end;
            return make(stretch.end + so, stretch.length, stretch.modifier);
        }
        return make(stretch.end + so, stretch.length, if so > 0 { Some(Modifier::Approx) } else { stretch.modifier });
    }
    // "the past decade", "the past week": one of them, up to now. "the last year" is a year of the calendar.
    let unit = amount::unit(r, at)?;
    if let Some(end) = amount::and_a_half(r, at + 1).filter(|_| lies.is_some()) {
        let amount = crate::timex::Amount::Exact("1.5".parse().ok()?);
        return make(end, crate::timex::Length::new(amount, unit), None);
    }
    let single = !r.lower(at).ends_with('s')
        && matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century | Unit::Hour);
    let far = matches!(unit, Unit::Decade | Unit::Century) && r.lower(at - 1) == "next";
    if the == 1 && r.lower(i) == "the" && single && (r.lower(at - 1) == "past" || far) {
        return make(at + 1, crate::timex::Length::new(crate::timex::Amount::Exact(1.into()), unit), None);
    }
    // "the weeks ahead", "the days to come", "the months before the war", "the years since"
    if the == 1 && at == i + 1 && r.lower(i) == "the" && r.lower(at).ends_with('s') && !unit.is_clock() {
        let length = crate::timex::Length::new(crate::timex::Amount::Some, unit);
        match (r.lower(at + 1), r.lower(at + 2)) {
            ("ahead", _) => return make(at + 2, length, None),
            ("to", "come") => return make(at + 3, length, None),
            ("before" | "after" | "following" | "preceding" | "since", _) | ("leading", "up" | "to") => {
                return make(at + 1, length, None);
            }
            _ => {}
        }
    }
    // "the following months", "the first days": nobody says how many.
    let plural = r.lower(at).ends_with('s')
        && the == 1
        && matches!(
            r.lower(at - 1),
            "following" | "last" | "first" | "final" | "previous" | "remaining" | "preceding" | "next" | "intervening"
        );
    if plural && !unit.is_clock() && unit != Unit::Quarter && unit != Unit::Weekend {
        return make(at + 1, crate::timex::Length::new(crate::timex::Amount::Some, unit), None);
    }
    None
}
