//! The year of what comes once a year: "in March", "on 5 May", told by tense, nearness and what was mentioned.

use super::mention::Mention;
use super::{Anchor, OPEN, PUBLISHED, Place, Resolver};
use crate::meaning::{Member, Pick};
use crate::step::distance;
use crate::tense::Tense;
use crate::timex::{self, When};
use crate::{Anchored, End};
use jiff::civil::Date;

/// A date of the year is the nearer one, against the tense, where it is so many times nearer than the other.
const MUCH_NEARER: i32 = 3;
/// The same where a verb in the past governs it, or it is a whole month: "In December they met", written in October.
const FAR_NEARER: i32 = 9;
/// A feast is told of as kept so many days before it.
const FEAST: i32 = 7;
/// The next January is told of in a December where it is so many times nearer than the last.
pub(super) const TURN: i32 = 2;
/// A story goes forward: a day before the line of the story costs so many times what one behind it costs …
const BACKWARD: i32 = 3;
/// … and a year that a story looks back to counts as so many days off, for what it tells of that year has no month.
const LOOK_BACK: i32 = 60;
/// So many years on there is a 29 February at the latest: 1896 and 1904 have one, 1900 has none.
const LEAP: i64 = 8;
/// The line of the story is left behind after so many sentences of looking back.
const LINE_REACH: usize = 8;

impl Resolver {
    /// The line of the story, where the date mentioned last looks back from it and is told of in another sentence.
    pub(super) fn line_at(&self, place: Place) -> Option<Mention> {
        let apart = self.dated.is_some_and(|dated| dated.sentence != place.sentence);
        self.line.filter(|line| apart && line.sentence + LINE_REACH >= place.sentence)
    }

    /// The year of a yearly member that tense and nearness tell.
    pub(super) fn year_of(
        &self,
        member: Member,
        days: impl Fn(i16) -> Option<(Date, Date)>,
        pick: &Pick,
        place: Place,
    ) -> (Option<i16>, Anchor) {
        let near = |now: Date| (-LEAP..=LEAP).filter_map(move |by| timex::shift_year(now.year(), by));
        let pick = self.next_told(pick, self.dated, place);
        match pick {
            Pick::Year(year) => return (Some(*year), OPEN),
            Pick::Of(whole) => {
                let (when, _, anchor) = self.point(whole, place);
                return (when.year(), anchor);
            }
            Pick::Same | Pick::Following | Pick::Previous => {
                let Some(dated) = self.dated else { return (None, OPEN) };
                let anchor = (Anchored::Document, Some(dated.span));
                let Some(year) = dated.when.year() else { return (None, OPEN) };
                let Some((first, last)) = dated.when.days() else { return (Some(year), anchor) };
                let around = || [-1, 0, 1].into_iter().filter_map(|by| timex::shift_year(year, by));
                let year = match pick {
                    Pick::Following => around().find(|y| days(*y).is_some_and(|d| d.0 > last)),
                    Pick::Previous => around().rev_find(|y| days(*y).is_some_and(|d| d.1 < first)),
                    _ => Some(year),
                };
                return (year, anchor);
            }
            _ => {}
        }
        // "from 1 June to 31 August", "from November to March": the last end is the first of its name behind the first.
        if let Some((End::To, first)) = place.other_end.filter(|_| *pick == Pick::Nearest && place.year_ahead.is_none())
            && let (Some(year), Some((from, _))) = (first.year(), first.days())
        {
            let years = [0, 1].into_iter().filter_map(|by| timex::shift_year(year, by));
            let year = years.filter(|y| days(*y).is_some_and(|d| d.1 >= from)).min();
            return (year, OPEN);
        }
        if place.year_ahead.is_some() && *pick == Pick::Nearest {
            return (place.year_ahead, OPEN);
        }
        if self.narrative {
            let Some(dated) = self.dated else { return (self.first_year, OPEN) };
            if let Some(line) = self.line_at(place).filter(|_| *pick == Pick::Nearest) {
                // The year in which it comes closest, and rather behind than before, to the line of the story or what looks back from it.
                let cost = |mention: When, year: i16| {
                    let ((from, to), (first, _)) = (mention.days()?, days(year)?);
                    let gap = distance((from, to), first);
                    let within = if mention.month().is_none() { LOOK_BACK } else { 0 };
                    Some(if first < from { gap.saturating_mul(BACKWARD) } else { gap } + within)
                };
                let around = |m: Mention| {
                    let year = m.when.year();
                    [-1, 0, 1].into_iter().filter_map(move |by| Some((m, timex::shift_year(year?, by)?)))
                };
                let best = around(line).chain(around(dated)).min_by_key(|(m, y)| cost(m.when, *y).unwrap_or(i32::MAX));
                if let Some((mention, year)) = best {
                    return (Some(year), (Anchored::Document, Some(mention.span)));
                }
            }
            let year = dated.when.year().map(|year| turn_of_year(year, dated.when, &days));
            let by = match pick {
                Pick::Last => -1,
                Pick::Next => 1,
                Pick::Nth(n) => i64::from(*n),
                _ => 0,
            };
            return (year.and_then(|y| timex::shift_year(y, by)), (Anchored::Document, Some(dated.span)));
        }
        let Some(now) = self.published else {
            let year = self.year.filter(|_| matches!(pick, Pick::Nearest | Pick::This));
            return (year, if year.is_some() { PUBLISHED } else { OPEN });
        };
        if *pick == Pick::Nearest
            && let Some(carried) = self.carried(&days, place)
        {
            return carried;
        }
        let year = match (pick, place.tense) {
            (Pick::Last, _) => near(now).rev_find(|y| days(*y).is_some_and(|d| d.1 < now)),
            (Pick::Next, _) => near(now).find(|y| days(*y).is_some_and(|d| d.0 > now)),
            (Pick::Nth(n), _) if *n < 0 => near(now)
                .rev_find(|y| days(*y).is_some_and(|d| d.1 < now))
                .and_then(|y| timex::shift_year(y, i64::from(*n) + 1)),
            (Pick::Nth(n), _) => near(now)
                .find(|y| days(*y).is_some_and(|d| d.0 > now))
                .and_then(|y| timex::shift_year(y, i64::from(*n) - 1)),
            (Pick::This, _) => Some(now.year()),
            (_, tense) => {
                let past = near(now).rev_find(|y| days(*y).is_some_and(|d| d.0 <= now));
                let future = near(now).find(|y| days(*y).is_some_and(|d| d.1 >= now));
                let off = |year: Option<i16>| year.and_then(&days).map_or(i32::MAX, |d| distance(d, now));
                let (back, ahead) = (off(past), off(future));
                // "In January" and "on Christmas Day" can be told of all year long, a day of January hardly.
                let holiday = matches!(member, Member::Holiday(_));
                let long = past.and_then(&days).is_some_and(|d| d.0 < d.1) || holiday;
                // "shot at a Halloween party", written the day before: a feast is kept about its day.
                let kept = !long || holiday && ahead <= FEAST;
                let nearer = if long { FAR_NEARER } else { MUCH_NEARER };
                match tense {
                    // "was extended to Nov. 16", written on 30 October: what is so much nearer is meant, whatever the tense.
                    Tense::Told | Tense::Overtaken if back > ahead.saturating_mul(FAR_NEARER) => future,
                    Tense::Past if kept && back > ahead.saturating_mul(FAR_NEARER) => future,
                    Tense::Future if ahead > back.saturating_mul(nearer) => past,
                    Tense::Perfect | Tense::Nearer if ahead < back => future,
                    Tense::None if back > ahead.saturating_mul(MUCH_NEARER) => future,
                    Tense::Future => future,
                    _ => past,
                }
            }
        };
        (year, PUBLISHED)
    }
}

/// `find` from the end.
trait FindBack: Iterator + Sized {
    fn rev_find(self, wanted: impl Fn(&Self::Item) -> bool) -> Option<Self::Item> {
        self.filter(|item| wanted(item)).last()
    }
}

impl<I: Iterator> FindBack for I {}

/// In a story the year turns between December and January: "In December 1916 … On 14 January". A member that stands more than half a
/// year before the mention, when the mention is of a month or a day, belongs to the next year.
fn turn_of_year(year: i16, mention: When, days: &impl Fn(i16) -> Option<(Date, Date)>) -> i16 {
    if mention.month().is_none() {
        return year;
    }
    let (Some((told, _)), Some(next)) = (mention.days(), timex::shift_year(year, 1)) else { return year };
    let off = |y: i16| days(y).map_or(i32::MAX, |d| distance(d, told));
    if off(next) * TURN < off(year) { next } else { year }
}
