//! Parts: of a longer stretch ("early", "the end of", "mid-") and of a day ("the night of", "overnight").

use super::point::{is_day, simple};
use super::{Style, clock};
use crate::meaning::{Member, Modifier, Pick, Point};
use crate::timex::{Hour, Part, Season, Unit};
use copydesk_core::lang::{Cue, Term};
use copydesk_core::{Class, Reading};

/// So many tokens before "overnight" a denial may stand that makes it "quickly": "is not going to happen overnight".
const DENIAL_REACH: usize = 5;

/// Reads "early", "late in", "the end of", "mid-", "earlier"; answers the modifier and the token behind it.
pub(super) fn part_of(r: &Reading<'_>, i: usize) -> Option<(Option<Modifier>, usize)> {
    let the = usize::from(r.term(i) == Term::The);
    let very = usize::from(r.term(i + the) == Term::Very);
    let at = i + the + very;
    let word = r.term(at);
    let behind = at + 1;
    // "the closing months of 1918", "the early weeks of March"
    if the == 1 && matches!(r.term(behind), Term::Months | Term::Days | Term::Years) && r.term(behind + 1) == Term::Of {
        match word {
            Term::Closing | Term::Final => return Some((Some(Modifier::End), behind + 2)),
            Term::Opening | Term::Early => return Some((Some(Modifier::Start), behind + 2)),
            _ => {}
        }
    }
    let modifier = match word {
        // "Earlier Friday" is earlier than now; the day is all that is named.
        Term::Earlier | Term::Later if r.is(behind, Class::WEEKDAY) => return None,
        Term::Early | Term::Beginning | Term::Start | Term::Opening | Term::Earlier => Modifier::Start,
        Term::Mid | Term::Middle => Modifier::Mid,
        Term::Late | Term::End | Term::Close | Term::Later => Modifier::End,
        Term::Rest | Term::Remainder => {
            return (the == 1 && r.term(behind) == Term::Of).then_some((None, behind + 1));
        }
        _ => return None,
    };
    match word {
        Term::Beginning | Term::Start | Term::Opening | Term::Middle | Term::End | Term::Close => {
            (r.term(behind) == Term::Of).then_some((Some(modifier), behind + 1))
        }
        _ => {
            // "the late president", "the early vote": the article needs a part or a long stretch of time behind it.
            if r.term(behind) == Term::Part && r.term(behind + 1) == Term::Of {
                return Some((Some(modifier), behind + 2));
            }
            let behind = second_part(r, behind).unwrap_or(behind);
            let at = match r.term(behind) {
                Term::In | Term::On => behind + 1,
                _ if r.is(behind, Class::DASH) && r.glued(behind) && r.glued(behind + 1) => behind + 1,
                _ => behind,
            };
            let long = r
                .is(at, Class::DIGITS | Class::NUMBER | Class::ORDINAL | Class::TEMPORAL | Class::MONTH | Class::QUOTE);
            (the == 0 || long).then_some((Some(modifier), at))
        }
    }
}

/// "to-late" behind "mid-", "to mid" behind "early": the first part tells the modifier, for TIMEX3 has room for one. Answers the token
/// behind the second.
fn second_part(r: &Reading<'_>, i: usize) -> Option<usize> {
    let to = i + usize::from(r.is(i, Class::DASH));
    let part = to + 1 + usize::from(r.is(to + 1, Class::DASH));
    let joined = matches!(r.term(to), Term::To | Term::Or | Term::And);
    (joined && matches!(r.term(part), Term::Early | Term::Mid | Term::Late)).then_some(part + 1)
}

/// "midyear", "mid-week", "midsummer", "mid-afternoon yesterday"
pub(super) fn middle(r: &Reading<'_>, i: usize) -> Option<(Point, usize, &'static str)> {
    let whole = match r.term(i) {
        Term::Mid => None,
        Term::Midyear => Some(Term::Year),
        Term::Midmonth => Some(Term::Month),
        Term::Midweek => Some(Term::Week),
        Term::Midsummer => Some(Term::Summer),
        Term::Midwinter => Some(Term::Winter),
        Term::Midmorning => Some(Term::Morning),
        Term::Midafternoon => Some(Term::Afternoon),
        _ => return None,
    };
    let apart = i + 1 + usize::from(r.is(i + 1, Class::DASH));
    let (word, end) = whole.map_or_else(|| (r.term(apart), apart + 1), |word| (word, i + 1));
    let led = matches!(
        r.term(i.wrapping_sub(1)),
        Term::By
            | Term::In
            | Term::At
            | Term::Until
            | Term::Since
            | Term::Before
            | Term::After
            | Term::From
            | Term::To
            | Term::Around
            | Term::Of
            | Term::Through
            | Term::Comma
    ) || i == 0;
    let plain = end == i + 1 || led;
    match word {
        Term::Year if led => Some((Point::Unit(Unit::Year, Pick::This), end, "year-end")),
        Term::Week | Term::Month if led => {
            let unit = if word == Term::Week { Unit::Week } else { Unit::Month };
            Some((Point::Unit(unit, Pick::This), end, "picked"))
        }
        Term::Summer | Term::Winter if plain => {
            let season = if word == Term::Summer { Season::Summer } else { Season::Winter };
            Some((Point::Member(Member::Season(season), Pick::Nearest), end, "member"))
        }
        Term::Morning | Term::Afternoon => {
            let hour = Hour::Part(clock::part(word)?);
            let on = end + usize::from(r.term(end) == Term::On);
            match simple(r, on, Style::default()) {
                Some(Ok((day, behind, _))) if is_day(&day) => {
                    Some((Point::At(Box::new(day), hour), behind, "part-of-day"))
                }
                _ => led.then_some((Point::Hour(hour), end, "part-of-day")),
            }
        }
        _ => None,
    }
}

/// "the morning of Nov. 6", "the night of 8 February 1904"
pub(super) fn part_first(r: &Reading<'_>, i: usize, style: Style) -> Option<(Point, usize, &'static str)> {
    let the = usize::from(r.term(i) == Term::The);
    let hours = matches!(r.term(i + the), Term::Early | Term::Small | Term::Late) && r.term(i + the + 1) == Term::Hours;
    // "the early morning hours of Sunday", "the predawn hours"
    let early = usize::from(matches!(r.term(i + the), Term::Early | Term::Late));
    let dash = usize::from(early == 1 && r.is(i + the + 1, Class::DASH));
    let named = i + the + early + dash;
    let of_part = r.term(named + 1) == Term::Hours && clock::part(r.term(named)).is_some();
    let part = match r.term(i + the) {
        _ if hours => Part::Night,
        _ if of_part => clock::part(r.term(named))?,
        Term::Dawn => Part::Morning,
        Term::Dusk => Part::Evening,
        word => clock::part(word)?,
    };
    let of = if of_part { named + 2 } else { i + the + 1 + usize::from(hours) };
    // "at dawn on 6 June"; but "in the morning on 6 June" is two.
    let light = matches!(r.term(i), Term::Dawn | Term::Dusk);
    // "the early morning hours Sunday", "in the small hours"
    let apart = hours || of_part;
    let weekday = r.is(of, Class::WEEKDAY) && (apart || light);
    if r.term(of) != Term::Of && !((light || apart) && r.term(of) == Term::On) && !weekday {
        return (apart && the == 1).then_some((Point::Hour(Hour::Part(part)), of, "part-of-day"));
    }
    let of = of - usize::from(weekday);
    let at = of + 1;
    let (point, end, _) = match simple(r, at, Style { narrative: true, ..style })? {
        Ok(found) => found,
        Err(_) => return None,
    };
    // "the early hours of Monday morning"
    let named = clock::part(r.term(end)).filter(|_| !r.word(end).plural);
    let (part, end) = named.map_or((part, end), |named| (named, end + 1));
    is_day(&point).then(|| (Point::At(Box::new(point), Hour::Part(part)), end, "part-of-day"))
}

/// "overnight" as an adverb: "it rained overnight", "overnight on Tuesday"; not "an overnight train", "overnight raids".
pub(super) fn overnight(r: &Reading<'_>, i: usize) -> Option<usize> {
    let article =
        matches!(r.term(i.wrapping_sub(1)), Term::The | Term::A | Term::An | Term::His | Term::Her | Term::Their);
    let noun = r.is(i + 1, Class::WORD | Class::DASH) && !r.is(i + 1, Class::FUNCTION | Class::WEEKDAY);
    // "It won't change overnight": what does not, does so slowly, and no night is meant.
    let slowly = (i.saturating_sub(DENIAL_REACH)..i).any(|at| {
        let plain = matches!(r.term(at.wrapping_sub(1)), Term::Will | Term::Modal | Term::Auxiliary);
        r.word(at).cue.any(Cue::DENIAL) || r.term(at) == Term::Not && plain
    });
    (!article && !noun && !slowly && !r.is(i, Class::GLUED)).then_some(i + 1)
}
