//! The grammar: from typed tokens to a meaning, the longest reading first. Nothing here knows when the text was written.

mod absolute;
mod amount;
mod bare;
mod clock;
mod counted;
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
use copydesk_core::lang::{Cue, Term};
use copydesk_core::{Class, Reading};

/// An expression begins at most so many tokens before the first word that gives it away: "no more than the first two or three".
const LEFT_REACH: usize = 9;
/// What fills a length has so many words at most behind its article: "the Battle of the Port".
const LONGEST_FILLING: usize = 5;
/// The longest name of a holiday has so many tokens before its last.
const HOLIDAY_REACH: usize = 5;

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
        return matches!(r.term(i.wrapping_sub(1)), Term::Ca | Term::C | Term::A | Term::D); // "ca. 466 BC", "A.D. 122"
    }
    r.word(i).cue.any(Cue::LEAD | Cue::BETWEEN)
        || r.term(i) == Term::Plus
        || class.any(Class::QUOTE) && matches!(r.raw(i), "'" | "’" | "‘")
}

/// Reads what stands at or before token `anchor` (and not before `floor`): pushes what is found.
pub(crate) fn read(r: &Reading<'_>, anchor: usize, floor: usize, style: Style, found: &mut Vec<Expression>) -> Read {
    let mut start = anchor;
    while start > floor && anchor - start < LEFT_REACH && !r.is(start, Class::LINE_START) && may_lead(r, start - 1) {
        start -= 1;
    }
    // "at seven in the evening"
    let hour = anchor.wrapping_sub(3);
    if start == anchor.wrapping_sub(1)
        && r.term(start) == Term::The
        && r.term(start.wrapping_sub(1)) == Term::In
        && r.is(hour, Class::NUMBER)
        && hour >= floor
        && clock::part(r.term(anchor)).is_some()
    {
        start = hour;
    }
    // "Martin Luther King Day", "Good Friday": the words before are given away by the last.
    if start == anchor
        && r.is(anchor, Class::CAPITAL)
        && (r.is(anchor, Class::WEEKDAY) || matches!(r.term(anchor), Term::Day | Term::Eve | Term::Night))
    {
        let part = |i: usize| {
            let stop = r.raw(i) == "." && r.glued(i); // "St. Patrick's Day"
            r.is(i, Class::CAPITAL) || stop || matches!(r.term(i), Term::Possessive | Term::Apostrophe)
        };
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
    let two = (r.term(i), r.term(i + 1));
    Some(match two {
        (Term::More | Term::Longer | Term::Greater, Term::Than) | (Term::Upwards, Term::Of) => {
            (Modifier::MoreThan, i + 2)
        }
        (Term::Fewer | Term::Shorter, Term::Than) => (Modifier::LessThan, i + 2),
        (Term::No, Term::More | Term::Longer) if r.term(i + 2) == Term::Than => (Modifier::EqualOrLess, i + 3),
        (Term::No | Term::Not, Term::Fewer) if r.term(i + 2) == Term::Than => (Modifier::EqualOrMore, i + 3),
        (Term::At, Term::Least) => (Modifier::EqualOrMore, i + 2),
        (Term::At, Term::Most) | (Term::Up, Term::To) => (Modifier::EqualOrLess, i + 2),
        (Term::As, Term::Many | Term::Much | Term::Long) if r.term(i + 2) == Term::As => (Modifier::EqualOrLess, i + 3),
        (Term::Close, Term::To) => (Modifier::LessThan, i + 2),
        (Term::A, Term::Little | Term::Bit) if r.term(i + 3) == Term::Than => {
            (if r.term(i + 2) == Term::More { Modifier::MoreThan } else { Modifier::LessThan }, i + 4)
        }
        (Term::Over, _) if !spread_over(r, i) => (Modifier::MoreThan, i + 1),
        (Term::Almost, _) => (Modifier::LessThan, i + 1),
        (Term::About | Term::Around | Term::Roughly | Term::Some | Term::Ca, _) => {
            (Modifier::Approx, i + 1 + usize::from(r.raw(i + 1) == "." && r.glued(i + 1)))
        }
        (Term::C, _) if r.raw(i + 1) == "." && r.glued(i + 1) => (Modifier::Approx, i + 2),
        _ => return None,
    })
}

/// Whether "over" spreads what stands before it over time: "$5 million over five years"; it is a bound where a length is measured:
/// "for over five years", "over two years ago".
fn spread_over(r: &Reading<'_>, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    let measured = r.word(before).cue.any(Cue::LENGTH) || r.is(before, Class::FUNCTION | Class::BOUND);
    let noun = r.is(before, Class::WORD | Class::DIGITS | Class::PERCENT);
    noun && !measured
        && duration::read(r, i + 1).is_some_and(|stretch| {
            !r.is(stretch.end, Class::DASH) && matches!(moved(r, &stretch).0, Meaning::Length(..))
        })
}

/// Reads the longest expression that begins at a token; `Err` with the token behind what has the form of one and is impossible.
fn expression(r: &Reading<'_>, i: usize, style: Style) -> Option<Result<Expression, usize>> {
    let make = |end, meaning, modifier, rule| Some(Ok(Expression { tokens: i..end, meaning, modifier, rule }));
    // A story's markup after TIDES (2005) takes "just" and "only" to the length that they stress: "just 14 years later".
    if style.narrative && matches!(r.term(i), Term::Just | Term::Only) {
        let stressed = expression(r, i + 1, style)?.ok()?;
        let counts = matches!(
            stressed.meaning,
            Meaning::Length(..) | Meaning::FromEvent(_) | Meaning::Point(Point::Shift { .. })
        );
        return counts.then_some(Ok(Expression { tokens: i..stressed.tokens.end, ..stressed }));
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
        if modifier == Modifier::Approx && r.term(i) != Term::Some {
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
            let (modifier, end) = match (r.term(end), r.term(end + 1)) {
                (Term::And, Term::Beyond) | (Term::Or, Term::Later) => (Some(Modifier::EqualOrMore), end + 2),
                (Term::Or, Term::So) => (Some(Modifier::Approx), end + 2),
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
    let stretch = duration::read(r, i + usize::from(r.term(i) == Term::Another))?;
    let shifts = matches!(
        r.term(stretch.end),
        Term::Ago | Term::Later | Term::Earlier | Term::Before | Term::After | Term::Hence | Term::From
    ) || r.is(stretch.end, Class::DASH);
    if stretch.article && !shifts && !article_may_count(r, i, &stretch) {
        return None;
    }
    let (meaning, end, rule) = moved(r, &stretch);
    let so = usize::from(r.term(end) == Term::Or && matches!(r.term(end + 1), Term::So | Term::More)) * 2;
    let modifier = match (so, r.term(end + 1)) {
        (2, Term::So) => Some(Modifier::Approx),
        (2, _) => Some(Modifier::EqualOrMore),
        _ => stretch.modifier,
    };
    let end = filled(r, &meaning, end + so, style);
    make(end, meaning, modifier, rule)
}

/// In a story a length takes along what fills it, as TIDES (2005) marks it: "three weeks of heavy fighting", "the first years of the
/// war"; answers the token behind. TimeML, after which news is marked, leaves it out.
fn filled(r: &Reading<'_>, meaning: &Meaning, end: usize, style: Style) -> usize {
    if !style.narrative || r.term(end) != Term::Of || !matches!(meaning, Meaning::Length(..)) {
        return end;
    }
    let article = matches!(r.term(end + 1), Term::The | Term::This | Term::That | Term::A | Term::An);
    let first = end + 1 + usize::from(article);
    let times = Class::MONTH | Class::WEEKDAY | Class::TIME_UNIT | Class::TEMPORAL | Class::NUMBER | Class::ORDINAL;
    let mut at = first;
    while at < first + LONGEST_FILLING {
        let plain = r.is(at, Class::WORD) && !r.is(at, Class::FUNCTION) && !r.is(at, times);
        // "three weeks of fighting ended": the verb goes on with the sentence.
        let verb = at > first && !r.is(at, Class::CAPITAL) && verb::is_past(r.word(at), r.lower(at));
        let hyphen = at > first && r.is(at, Class::DASH) && r.glued(at) && r.glued(at + 1);
        // "the Battle of Telis", "the Siege of the Gate"
        let named = at > first && r.term(at) == Term::Of && r.is(at - 1, Class::CAPITAL);
        let name = at + 1 + usize::from(r.term(at + 1) == Term::The);
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
        Unit::Minute | Unit::Day | Unit::Hour => governed && r.term(before) != Term::Of,
        _ => governed || matches!(r.term(stretch.end), Term::Of | Term::For),
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
    let word = r.term(end + dash);
    let behind = end + dash + 1;
    match word {
        // "a week ago Monday": the Monday of that week.
        Term::Ago
            if length.unit == Unit::Week
                && r.is(behind, Class::WEEKDAY)
                && crate::filter::is_weekday(r, behind, true)
                && !r.is(behind + 1, Class::DIGITS | Class::MONTH) =>
        {
            let point = Point::Shift { amount: length.amount, unit: length.unit, origin: Origin::Now, forward: false };
            let member = Member::Weekday(r.word(behind).weekday);
            return (Meaning::Point(Point::Member(member, Pick::Of(Box::new(point)))), behind + 1, "ago");
        }
        Term::Ago if let Some((from, end)) = ago_from(r, behind).filter(|_| !length.unit.is_clock()) => {
            let point = Point::AgoFrom { amount: length.amount, unit: length.unit, from: Box::new(from) };
            return (Meaning::Point(point), end, "ago");
        }
        Term::Ago => return shift(Origin::Now, false, behind),
        Term::Hence => return shift(Origin::Now, true, behind),
        // "in three months' time"
        Term::Apostrophe | Term::Possessive if r.term(behind) == Term::Time && !length.unit.is_clock() => {
            return shift(Origin::Now, true, behind + 1);
        }
        Term::From if matches!(r.term(behind), Term::Now | Term::Today) => return shift(Origin::Now, true, behind + 1),
        // "two weeks from Tuesday" is a length and the day that it counts from (TimeML 1.2.1, 2.3.1).
        Term::From
            if r.is(behind, Class::WEEKDAY | Class::MONTH) || matches!(r.term(behind), Term::Tomorrow | Term::Next) =>
        {
            return (Meaning::FromEvent(length), end, "from-event");
        }
        // "over an hour later": no day is told, only how long it took.
        Term::Earlier | Term::Later | Term::Before | Term::After | Term::Afterwards if length.unit.is_clock() => {
            return (Meaning::FromEvent(length), end, "from-event");
        }
        // "a day earlier than planned" compares with a plan, not with a date.
        Term::Earlier | Term::Later if r.term(behind) == Term::Than => {
            return (Meaning::FromEvent(length), end, "from-event");
        }
        Term::Earlier | Term::Previously => return shift(Origin::Mention, false, behind),
        Term::Later | Term::Afterwards | Term::Afterward => return shift(Origin::Mention, true, behind),
        Term::Before | Term::After | Term::Following | Term::Since if dash == 0 => {
            let alone = !r.is(behind, Class::WORD | Class::DIGITS | Class::QUOTE | Class::NUMERIC);
            return match (word, alone) {
                (Term::Before, true) => shift(Origin::Mention, false, behind),
                (Term::After, true) => shift(Origin::Mention, true, behind),
                (_, true) => (Meaning::Length(length, None), end, "duration"),
                (Term::Since, false) => (Meaning::Length(length, None), end, "duration"),
                _ => (Meaning::FromEvent(length), end, "from-event"),
            };
        }
        _ => {}
    }
    (Meaning::Length(length, None), end, "duration")
}

/// "today", "this month", "last Tuesday" behind "ten years ago": what it counts back from; answers the token behind it.
fn ago_from(r: &Reading<'_>, i: usize) -> Option<(Point, usize)> {
    let deictic = matches!(r.term(i), Term::Today | Term::Yesterday | Term::Tomorrow | Term::Tonight);
    let picked = matches!(r.term(i), Term::This | Term::Last | Term::Next) && {
        let at = i + 1;
        r.is(at, Class::MONTH | Class::WEEKDAY | Class::TEMPORAL)
            || matches!(r.term(at), Term::Week | Term::Weekend | Term::Month)
    };
    let weekday = r.is(i, Class::WEEKDAY) && crate::filter::is_weekday(r, i, true);
    let dated = r.is(i + 1, Class::DIGITS | Class::MONTH) || r.raw(i + 1) == ",";
    if !(deictic || picked || weekday && !dated) {
        return None;
    }
    match point::read(r, i, Style::default())? {
        Ok((point, end, _)) => Some((point, end)),
        Err(_) => None,
    }
}

/// "the past two months", "the first nine months", "the next few years", "the two weeks".
fn stretch_with_direction(r: &Reading<'_>, i: usize, style: Style) -> Option<Expression> {
    let the = usize::from(matches!(r.term(i), Term::The | Term::These | Term::Those | Term::This));
    let (lies, at) = match r.term(i + the) {
        Term::Last | Term::Past | Term::Latest => (Some(Lies::Past), i + the + 1),
        Term::Next | Term::Coming => (Some(Lies::Future), i + the + 1),
        Term::Previous
        | Term::Preceding
        | Term::First
        | Term::Final
        | Term::Following
        | Term::Whole
        | Term::Full
        | Term::Initial
        | Term::Remaining
        | Term::Other => (None, i + the + 1),
        _ if the == 1 && r.term(i) != Term::This => (None, i + 1),
        _ => return None,
    };
    let make = |end, length, modifier| {
        // "the last three months of 2030" are not the three before now.
        let named = r.term(end) == Term::Of && (cycle::of_year(r, end, true).is_some() || r.is(end + 1, Class::MONTH));
        let meaning = Meaning::Length(length, lies.filter(|_| !named));
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
            lies.is_none() && (!r.word(stretch.end - 1).plural || r.term(stretch.end) == Term::Of && at == i + 1);
        if hyphened && lies.is_none() || adjective || r.term(stretch.end) == Term::Ago {
            return None;
        }
        let mut so = usize::from(r.term(stretch.end) == Term::Or && r.term(stretch.end + 1) == Term::So) * 2;
        // "the first ten months of 1915" is one expression in a story (TIDES 2005), two in news (TimeML 1.2.1).
        if style.narrative
            && matches!(r.term(at - 1), Term::First | Term::Last | Term::Final)
            && matches!(r.term(stretch.end), Term::Of | Term::In)
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
    let single = !r.word(at).plural
        && matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century | Unit::Hour);
    let far = matches!(unit, Unit::Decade | Unit::Century) && r.term(at - 1) == Term::Next;
    if the == 1 && r.term(i) == Term::The && single && (r.term(at - 1) == Term::Past || far) {
        return make(at + 1, crate::timex::Length::new(crate::timex::Amount::Exact(1.into()), unit), None);
    }
    // "the whole week", "the entire year"
    if the == 1 && r.term(at - 1) == Term::Whole && single && r.term(at + 1) != Term::Of {
        return make(at + 1, crate::timex::Length::new(crate::timex::Amount::Exact(1.into()), unit), None);
    }
    // "the weeks ahead", "the days to come", "the months before the war", "the years since"
    if the == 1 && at == i + 1 && r.term(i) == Term::The && r.word(at).plural && !unit.is_clock() {
        let length = crate::timex::Length::new(crate::timex::Amount::Some, unit);
        match (r.term(at + 1), r.term(at + 2)) {
            (Term::Ahead, _) => return make(at + 2, length, None),
            (Term::To, Term::Come) => return make(at + 3, length, None),
            (Term::Before | Term::After | Term::Following | Term::Preceding | Term::Since, _)
            | (Term::Leading, Term::Up | Term::To) => {
                return make(at + 1, length, None);
            }
            _ => {}
        }
    }
    // "the following months", "the first days": nobody says how many.
    let plural = r.word(at).plural
        && the == 1
        && matches!(
            r.term(at - 1),
            Term::Following
                | Term::Last
                | Term::First
                | Term::Final
                | Term::Previous
                | Term::Remaining
                | Term::Preceding
                | Term::Next
        );
    if plural && !unit.is_clock() && unit != Unit::Quarter && unit != Unit::Weekend {
        return make(at + 1, crate::timex::Length::new(crate::timex::Amount::Some, unit), None);
    }
    None
}
