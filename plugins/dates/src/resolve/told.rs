//! What is told of close before: the day of "later in the day", the year of "shot on April 3, 1990, and died on April 5".

use super::mention::Mention;
use super::year::TURN;
use super::{Anchor, Place, Resolver, Role};
use crate::Anchored;
use crate::meaning::Pick;
use crate::step::{distance, move_from};
use crate::tense::Tense;
use crate::timex::{self, Unit, When};
use copydesk_core::Span;
use jiff::civil::Date;

/// "The day" and "the next month" look back to what was told of so many sentences before at most, and a year goes on as far.
pub(super) const TOLD_REACH: usize = 1;
/// A date within so many days before publication is the news of the day, whatever year was told of before it: "… on May 3, 1998. On April
/// 28 the court ruled", written on 6 May.
const NEWS_DAYS: i32 = 14;

impl Resolver {
    /// The day that is told of close before: "On Wednesday they marched. Later in the day …". What was done has no day to come, and
    /// what will be none that is over.
    pub(super) fn told_day(&self, place: Place) -> Option<Mention> {
        let fits = |day: &Mention| match place.tense {
            Tense::Future => self.is_ahead(*day),
            tense => !(tense.is_past() && self.is_ahead(*day)),
        };
        self.event_day().filter(|day| day.is_near(place)).filter(fits)
    }

    /// The day of what is told: not that on which somebody said so, where another stands before it: "killed Thursday, police said Friday. The
    /// next day …"
    pub(super) fn event_day(&self) -> Option<Mention> {
        let last = self.day?;
        let told = self.acted.filter(|acted| last.role == Role::Said && acted.is_told_beside(last));
        told.or(Some(last))
    }

    /// Whether a mention lies behind the day of publication.
    pub(super) fn is_ahead(&self, mention: Mention) -> bool {
        mention.when.days().zip(self.published).is_some_and(|(days, now)| days.0 > now)
    }

    /// Whether the words at this place are those of the last mention with a year of its own.
    pub(super) fn goes_on_from(&self, span: Option<Span>) -> bool {
        self.dated.is_some_and(|dated| dated.names_year && Some(dated.span) == span)
    }

    /// The date of another year than the present one that is told of close before: what goes on from it is of that year.
    pub(super) fn other_year(&self, place: Place) -> Option<Mention> {
        let now = self.published?;
        self.dated
            .filter(|dated| dated.names_year && dated.is_near(place))
            .filter(|dated| dated.when.year().is_some_and(|year| year != now.year()))
    }

    /// The year of a member that goes on from a date of another year: "shot on April 3, 1990, and died on April 5", "on Dec. 30, 2029 … on
    /// Jan. 3". A year alone carries nothing on: in "the law of 1998 was struck down on May 3" the ruling is the news.
    pub(super) fn carried(
        &self,
        days: &impl Fn(i16) -> Option<(Date, Date)>,
        place: Place,
    ) -> Option<(Option<i16>, Anchor)> {
        let (told, now) = (self.other_year(place)?, self.published?);
        let apart = told.sentence != place.sentence;
        // Nor do the quarters of other years, which figures are compared with.
        let carries = told.when.month().is_some() || matches!(told.when, When::Season { .. });
        if !carries || apart && told.role != Role::Told {
            return None;
        }
        let (same, (from, to)) = (told.when.year()?, told.when.days()?);
        let next = timex::shift_year(same, 1)?;
        let ((_, over), following) = (days(same)?, days(next)?);
        // "on Dec. 30, 2029 … on Jan. 3"; but "sentenced on Sept. 2, 2029, for a robbery on April 20".
        let year = if over >= from {
            same
        } else if distance((from, to), following.0).saturating_mul(TURN) < distance((from, to), over) {
            next
        } else {
            // Another sentence goes on from there, and not back; and what was last year may well have gone on this year: "arrested on Oct. 12 …
            // and convicted in March". An event that is named by its month was before: "charged on Sept. 2 … with the June murder".
            (!apart && (place.role == Role::Event || (now.year() - same).abs() > 1)).then_some(same)?
        };
        let (first, _) = days(year)?;
        let told_of = match place.tense {
            Tense::Future => !apart && self.is_ahead(told),
            Tense::Perfect | Tense::Nearer => !apart,
            _ => first <= now || !apart && self.is_ahead(told),
        };
        // "Tuesday, May 3": only some years have it.
        let fits = place.weekday.is_none_or(|weekday| first.weekday().to_monday_one_offset() == weekday as i8);
        let is_news = [-1, 0].iter().any(|by| {
            let recent = timex::shift_year(now.year(), *by).and_then(days);
            let recent = recent.filter(|recent| apart || recent.0 == recent.1);
            recent.is_some_and(|recent| recent.0 <= now && distance(recent, now) <= NEWS_DAYS)
        });
        (told_of && fits && !is_news && place.role != Role::Origin).then(|| (Some(year), told.anchor()))
    }

    /// The month that was told of close before: "He was shot in January. By the end of the month …", and of which year.
    fn told_month(&self, unit: Unit, place: Place) -> Option<Mention> {
        let month = |told: &Mention| matches!(told.when, When::Month { month: Some(_), .. });
        let quarter = |told: &Mention| unit == Unit::Year && matches!(told.when, When::Quarter { .. });
        self.dated.filter(|told| told.is_near(place) && !self.is_ahead(*told) && (month(told) || quarter(told)))
    }

    /// "the day", "the week", "the year" of what is told of close before.
    pub(super) fn unit_told(&self, unit: Unit, place: Place) -> Option<(When, Anchor)> {
        let ahead =
            |near: bool| place.day_ahead.filter(|ahead| unit == Unit::Day && (ahead.near || !near && ahead.said));
        // "earlier in the day on Tuesday"
        if let Some(ahead) = ahead(true) {
            return Some((ahead.when, (Anchored::Document, None)));
        }
        let told = match unit {
            // "They were seen earlier in the day, police said Monday."
            // "Earlier in the day they offered a reward Thursday."
            Unit::Day if self.told_day(place).is_none() => {
                let opened = || place.day_ahead.filter(|_| place.opens);
                return Some((ahead(false).or_else(opened)?.when, (Anchored::Document, None)));
            }
            Unit::Day | Unit::Week => self.told_day(place)?,
            Unit::Month | Unit::Year if place.tense.is_past() => {
                self.other_year(place).or_else(|| self.told_month(unit, place))?
            }
            _ => return None,
        };
        (unit != Unit::Month || told.when.month().is_some()).then(|| (move_from(told.when, 0, unit), told.anchor()))
    }

    /// "The next month" is the one after what was told of, where the past is told: "He sold it in March; the next month it burnt down."
    pub(super) fn next_told<'a>(&self, pick: &'a Pick, told: Option<Mention>, place: Place) -> &'a Pick {
        let near = told.is_some_and(|told| told.is_near(place) && told.when.year().is_some());
        match pick {
            Pick::NextTold if place.tense.is_past() && near => &Pick::Following,
            Pick::NextTold => &Pick::Next,
            pick => pick,
        }
    }
}
