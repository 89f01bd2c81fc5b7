//! From a meaning to a value: against the day of publication, the date mentioned last, the tense of the governing verb, and the
//! kind of text.

use crate::meaning::{Expression, Lies, Meaning, Member, Modifier, Origin, Pick, Point, Recurrence};
use crate::step::{
    FURTHEST_SHIFT, UNKNOWN_DAY, distance, move_from, quarter_of, shift_day, shift_quarter, unknown, whole_day,
};
use crate::tense::Tense;
use crate::timex::{self, Amount, Hour, Length, Unit, Vague, Value, When};
use crate::{Anchored, Type, holiday};
use copydesk_core::Span;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// Days within which a comparison with "a year earlier" still looks back to the period that figures were last given for, in sentences.
const PERIOD_REACH: usize = 7;
/// A date of the year is the nearer one, against the tense, where it is so many times nearer than the other.
const MUCH_NEARER: i32 = 3;
/// The same where a verb in the past governs it, or it is a whole month: "In December they met", written in October.
const FAR_NEARER: i32 = 9;
/// The next January is told of in a December where it is so many times nearer than the last.
const TURN: i32 = 2;
/// So many sentences behind a day a time still belongs to it, and everywhere behind it if it is at most so many days from publication.
const CLOCK_REACH: usize = 3;
const CLOCK_DAYS: i32 = 7;

/// A date that the text has mentioned.
#[derive(Clone, Copy, Debug)]
struct Mention {
    when: When,
    span: Span,
    sentence: usize,
}

/// What is known while the text is read from its beginning.
#[derive(Debug)]
pub(crate) struct Resolver {
    published: Option<Date>,
    /// The year of publication, where no more is known: from a copyright line.
    year: Option<i16>,
    narrative: bool,
    /// The first year that the text names, for what a story tells before it names one.
    first_year: Option<i16>,
    /// The point mentioned last.
    last: Option<Mention>,
    /// The last mention that has a year.
    dated: Option<Mention>,
    /// The last mention of a day.
    day: Option<Mention>,
    /// The quarter that figures were last given for.
    period: Option<Mention>,
}

/// What an expression came to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Resolved {
    pub value: Value,
    pub kind: Type,
    pub anchored: Anchored,
    pub anchor: Option<Span>,
    pub days: Option<(Date, Date)>,
}

/// Where an expression stands, and how the verb before it is tensed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub span: Span,
    pub sentence: usize,
    pub tense: Tense,
    /// The year that the other end of its range gives.
    pub year_ahead: Option<i16>,
    /// The day that another expression of the sentence names close behind it: "11:05 a.m. (0805 GMT) Tuesday".
    pub day_ahead: Option<When>,
}

/// Where a mention looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// At the time of the story.
    Here,
    /// Back, to compare: "a year earlier", "the year-ago quarter".
    Back,
    /// At a year that it names.
    Elsewhere,
}

/// A point with what it was resolved against.
type Anchor = (Anchored, Option<Span>);
const OPEN: Anchor = (Anchored::None, None);
const PUBLISHED: Anchor = (Anchored::Published, None);

impl Resolver {
    pub(crate) const fn new(
        published: Option<Date>,
        year: Option<i16>,
        narrative: bool,
        first_year: Option<i16>,
    ) -> Self {
        Self { published, year, narrative, first_year, last: None, dated: None, day: None, period: None }
    }

    /// Resolves an expression, and remembers it for those behind it.
    pub(crate) fn resolve(&mut self, expression: &Expression, place: Place) -> Resolved {
        match &expression.meaning {
            Meaning::Point(point) => {
                let (when, hour, anchor) = self.point(point, place);
                // What a comparison looks back to is not what figures are given for.
                let look = match point {
                    Point::Member(Member::Period, _) | Point::Shift { forward: false, .. } => Look::Back,
                    Point::Member(_, Pick::Of(_) | Pick::Year(_)) => Look::Elsewhere,
                    _ => Look::Here,
                };
                // "today" in a story is the writer's day, not one that the story tells of.
                if !(self.narrative && anchor.0 == Anchored::Published) {
                    self.remember(when, place, look);
                }
                let kind = if hour.is_some() { Type::Time } else { Type::Date };
                resolved(Value::Moment(when, hour), kind, anchor, when.days())
            }
            Meaning::Length(length, lies) => {
                // "net for the nine months rose 8 % from a year earlier": the quarter is no longer what is compared.
                if expression.rule == "stretch" && length.unit == Unit::Month && length.whole().is_some_and(|n| n >= 6)
                {
                    self.period = None;
                }
                let (days, anchor) = self.stretch(*length, *lies);
                resolved(Value::Length(*length), Type::Duration, anchor, days)
            }
            Meaning::FromEvent(length) => {
                resolved(Value::Length(*length), Type::Duration, (Anchored::Event, None), None)
            }
            Meaning::Set(recurrence) => resolved(set(recurrence), Type::Set, OPEN, None),
        }
    }

    /// What a point is, without remembering it: for the look-ahead from a clock time to its day.
    pub(crate) fn peek(&self, expression: &Expression, place: Place) -> Option<When> {
        match &expression.meaning {
            Meaning::Point(Point::Hour(_)) => None,
            Meaning::Point(point) => Some(self.point(point, place).0).filter(|when| when.is_day()),
            _ => None,
        }
    }

    fn remember(&mut self, when: When, place: Place, look: Look) {
        if matches!(when, When::Vague(_)) {
            return;
        }
        let mention = Some(Mention { when, span: place.span, sentence: place.sentence });
        self.last = mention;
        // In a comparison of figures "a year earlier" always looks back from now, not from the year looked back to before.
        if when.year().is_some() && (self.narrative || look != Look::Back || when.is_day()) {
            self.dated = mention;
        }
        if when.is_day() {
            self.day = mention;
        }
        // What has not ended yet has no figures.
        let reported = when.days().zip(self.published).is_none_or(|(days, now)| days.1 < now);
        if look == Look::Here
            && reported
            && matches!(when, When::Quarter { quarter: Some(_), .. } | When::Month { month: Some(_), .. })
        {
            // A month is the period only until a quarter has been named.
            let quarter = matches!(when, When::Quarter { .. });
            if quarter || !self.period.is_some_and(|p| matches!(p.when, When::Quarter { .. })) {
                self.period = mention;
            }
        }
    }

    /// The days of "the past two weeks", "the next six months".
    fn stretch(&self, length: Length, lies: Option<Lies>) -> (Option<(Date, Date)>, Anchor) {
        let Some(lies) = lies else { return (None, OPEN) };
        let span = self.published.zip(length.whole()).and_then(|(now, n)| {
            let other = shift_day(now, if lies == Lies::Past { -n } else { n }, length.unit)?;
            Some(if lies == Lies::Past { (other, now) } else { (now, other) })
        });
        (span, if self.published.is_some() { PUBLISHED } else { OPEN })
    }

    /// The day that relative words count from in this kind of text.
    fn now(&self) -> (Option<Date>, Anchor) {
        match self.published {
            Some(day) => (Some(day), PUBLISHED),
            None => (None, OPEN),
        }
    }

    fn mentioned(&self) -> (Option<When>, Anchor) {
        match self.last.or(self.dated) {
            Some(mention) => (Some(mention.when), (Anchored::Document, Some(mention.span))),
            None => (None, OPEN),
        }
    }

    fn point(&self, point: &Point, place: Place) -> (When, Option<Hour>, Anchor) {
        let plain = |(when, anchor): (When, Anchor)| (when, None, anchor);
        match point {
            Point::Fixed(when) => (*when, None, if matches!(when, When::Vague(_)) { self.now().1 } else { OPEN }),
            Point::Member(member, pick) => plain(self.member(*member, pick, place)),
            Point::Unit(unit, pick) => plain(self.unit(*unit, pick, place)),
            Point::Today(days) => {
                let (now, anchor) = self.now();
                let day = now.and_then(|now| now.checked_add(i32::from(*days).days()).ok());
                (day.map_or(UNKNOWN_DAY, When::Day), None, anchor)
            }
            Point::Shift { amount, unit, origin, forward } => {
                plain(self.shift(*amount, *unit, *origin, *forward, place))
            }
            Point::At(day, hour) => {
                let (when, _, anchor) = self.point(day, place);
                (when, Some(*hour), anchor)
            }
            Point::Hour(hour) => {
                // A time of day is told of the day told of last, where that is near; else of the day of publication.
                let told = self.day.filter(|day| {
                    let near = day.sentence + CLOCK_REACH >= place.sentence;
                    let lately = day
                        .when
                        .days()
                        .zip(self.published)
                        .is_some_and(|(days, now)| distance(days, now) <= CLOCK_DAYS);
                    self.narrative || near || lately
                });
                if let Some(day) = told.filter(|day| day.sentence == place.sentence || place.day_ahead.is_none()) {
                    return (day.when, Some(*hour), (Anchored::Document, Some(day.span)));
                }
                if let Some(when) = place.day_ahead {
                    return (when, Some(*hour), (Anchored::Document, None));
                }
                let (now, anchor) = if self.narrative { (None, OPEN) } else { self.now() };
                (now.map_or(UNKNOWN_DAY, When::Day), Some(*hour), anchor)
            }
            Point::ThatTime => {
                let (when, anchor) = self.mentioned();
                plain((when.unwrap_or(When::Vague(Vague::Past)), anchor))
            }
        }
    }

    /// The year of a yearly member that tense and nearness tell.
    fn year_of(&self, days: impl Fn(i16) -> Option<(Date, Date)>, pick: &Pick, place: Place) -> (Option<i16>, Anchor) {
        let near = |now: Date| [-1, 0, 1].into_iter().filter_map(move |by| timex::shift_year(now.year(), by));
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
        if place.year_ahead.is_some() && *pick == Pick::Nearest {
            return (place.year_ahead, OPEN);
        }
        if self.narrative {
            let Some(dated) = self.dated else { return (self.first_year, OPEN) };
            let year = dated.when.year().map(|year| turn_of_year(year, dated.when, &days));
            let by = match pick {
                Pick::Last => -1,
                Pick::Next => 1,
                _ => 0,
            };
            return (year.and_then(|y| timex::shift_year(y, by)), (Anchored::Document, Some(dated.span)));
        }
        let Some(now) = self.published else {
            let year = self.year.filter(|_| matches!(pick, Pick::Nearest | Pick::This));
            return (year, if year.is_some() { PUBLISHED } else { OPEN });
        };
        let year = match (pick, place.tense) {
            (Pick::Last, _) => near(now).rev_find(|y| days(*y).is_some_and(|d| d.1 < now)),
            (Pick::Next, _) => near(now).find(|y| days(*y).is_some_and(|d| d.0 > now)),
            (Pick::This, _) => Some(now.year()),
            (_, tense) => {
                let past = near(now).rev_find(|y| days(*y).is_some_and(|d| d.0 <= now));
                let future = near(now).find(|y| days(*y).is_some_and(|d| d.1 >= now));
                let off = |year: Option<i16>| year.and_then(&days).map_or(i32::MAX, |d| distance(d, now));
                let (back, ahead) = (off(past), off(future));
                // "In January" can be told of all year long, a day of January hardly.
                let long = past.and_then(&days).is_some_and(|d| d.0 < d.1);
                let nearer = if long { FAR_NEARER } else { MUCH_NEARER };
                match tense {
                    // "was extended to Nov. 16", written on 30 October: what is so much nearer is meant, whatever the tense.
                    Tense::Past if back > ahead.saturating_mul(FAR_NEARER) => future,
                    Tense::Future if ahead > back.saturating_mul(nearer) => past,
                    Tense::Perfect if ahead < back => future,
                    Tense::None if back > ahead.saturating_mul(MUCH_NEARER) => future,
                    Tense::Future => future,
                    Tense::Past | Tense::Perfect | Tense::None => past,
                }
            }
        };
        (year, PUBLISHED)
    }

    fn member(&self, member: Member, pick: &Pick, place: Place) -> (When, Anchor) {
        match member {
            Member::Month(month) => {
                let (year, anchor) =
                    self.year_of(|y| When::Month { year: Some(y), month: Some(month) }.days(), pick, place);
                (When::Month { year, month: Some(month) }, anchor)
            }
            Member::MonthDay { month, day } => {
                let of = |year| When::DayOf { year, month: Some(month), day: Some(day) };
                let (year, anchor) = self.year_of(|y| of(Some(y)).days(), pick, place);
                (whole_day(of(year)), anchor)
            }
            Member::Season(season) => {
                let (year, anchor) = self.year_of(|y| When::Season { year: Some(y), season }.days(), pick, place);
                (When::Season { year, season }, anchor)
            }
            Member::Quarter(quarter) => {
                let of = |year| When::Quarter { year, quarter: Some(quarter) };
                let (year, anchor) = self.year_of(|y| of(Some(y)).days(), pick, place);
                (of(year), anchor)
            }
            Member::Half(half) => {
                let (year, anchor) = self.year_of(|y| When::Half { year: Some(y), half }.days(), pick, place);
                (When::Half { year, half }, anchor)
            }
            Member::Holiday(line) => {
                let (year, anchor) = self.year_of(|y| holiday::day(line, y).map(|d| (d, d)), pick, place);
                let known = year.and_then(|y| holiday::day(line, y));
                // Without a year the day of a holiday that does not move is still known.
                let fixed = holiday::day(line, 2023)
                    .zip(holiday::day(line, 2024))
                    .filter(|(a, b)| (a.month(), a.day()) == (b.month(), b.day()));
                let partial = When::DayOf {
                    year,
                    month: fixed.map(|(day, _)| day.month() as u8),
                    day: fixed.map(|(day, _)| day.day() as u8),
                };
                (known.map_or(partial, When::Day), anchor)
            }
            Member::Weekday(weekday) => self.weekday(weekday, pick, place),
            Member::DayOfMonth(day) => {
                let Some(dated) = self.dated.filter(|d| d.when.month().is_some()) else {
                    return (When::DayOf { year: None, month: None, day: Some(day) }, OPEN);
                };
                let when = When::DayOf { year: dated.when.year(), month: dated.when.month(), day: Some(day) };
                (whole_day(when), (Anchored::Document, Some(dated.span)))
            }
            Member::Period => self.reported_period(pick, place),
            Member::WeekNumber(nth) | Member::DayNumber(nth) => {
                let Pick::Of(whole) = pick else { return (UNKNOWN_DAY, OPEN) };
                let (when, _, anchor) = self.point(whole, place);
                let week = matches!(member, Member::WeekNumber(_));
                let unknown = if week {
                    When::Week { year: when.year(), week: None }
                } else {
                    When::DayOf { year: when.year(), month: when.month(), day: None }
                };
                let Some((first, last)) = when.days() else { return (unknown, anchor) };
                // The first week of a month is the one that has most of its first days; the last ends with it.
                let day = match (week, nth) {
                    (true, 0) => last.checked_sub(3.days()),
                    (true, n) => first.checked_add((i32::from(n) * 7 - 4).days()),
                    (false, 0) => Ok(last),
                    (false, n) => first.checked_add((i32::from(n) - 1).days()),
                };
                match day {
                    Ok(day) => (if week { When::week_of(day) } else { When::Day(day) }, anchor),
                    Err(_) => (unknown, anchor),
                }
            }
        }
    }

    /// "the year-ago quarter", "the same period last year", "the quarter": the period that figures were last given for, in the year
    /// that is meant.
    fn reported_period(&self, pick: &Pick, place: Place) -> (When, Anchor) {
        let latest = self.published.and_then(|now| {
            let (year, quarter) = quarter_of(now);
            shift_quarter(year, quarter, -1)
        });
        let (when, anchor) = match self.period {
            Some(period) => (Some(period.when), (Anchored::Document, Some(period.span))),
            None => {
                (latest.map(|(year, quarter)| When::Quarter { year: Some(year), quarter: Some(quarter) }), self.now().1)
            }
        };
        let when = when.unwrap_or(When::Quarter { year: None, quarter: None });
        let year = match pick {
            Pick::Year(year) => Some(*year),
            Pick::Of(whole) => match &**whole {
                Point::Shift { .. } => when.year().and_then(|y| timex::shift_year(y, -1)),
                point => self.point(point, place).0.year(),
            },
            _ => when.year(),
        };
        let moved = match when {
            When::Month { month, .. } => When::Month { year, month },
            When::Quarter { quarter, .. } => When::Quarter { year, quarter },
            other => other,
        };
        (moved, anchor)
    }

    fn weekday(&self, weekday: u8, pick: &Pick, place: Place) -> (When, Anchor) {
        let unknown = (When::Weekday(weekday), OPEN);
        let Ok(target) = Weekday::from_monday_one_offset(weekday as i8) else { return unknown };
        let told = matches!(pick, Pick::Same | Pick::Following | Pick::Previous) || self.narrative;
        let (base, anchor) = if told {
            match self.day {
                Some(Mention { when, span, .. }) => (when.days().map(|d| d.0), (Anchored::Document, Some(span))),
                None => return unknown,
            }
        } else {
            self.now()
        };
        if let Pick::Of(week) = pick {
            let (when, _, anchor) = self.point(week, place);
            let day = when.days().and_then(|(monday, _)| monday.checked_add((i32::from(weekday) - 1).days()).ok());
            return day.map_or(unknown, |day| (When::Day(day), anchor));
        }
        let Some(base) = base else { return unknown };
        let back = i32::from(base.weekday().since(target));
        let ahead = i32::from(target.since(base.weekday()));
        let days = match (pick, place.tense) {
            (Pick::Last | Pick::Previous, _) => -(if back == 0 { 7 } else { back }),
            (Pick::Next | Pick::Following, _) => {
                if ahead == 0 {
                    7
                } else {
                    ahead
                }
            }
            (Pick::This, Tense::Past) => -back,
            (Pick::This, _) => ahead,
            (_, Tense::Future) => ahead,
            _ if self.narrative => ahead,
            _ => -back,
        };
        match base.checked_add(days.days()) {
            Ok(day) => (When::Day(day), anchor),
            Err(_) => unknown,
        }
    }

    fn unit(&self, unit: Unit, pick: &Pick, place: Place) -> (When, Anchor) {
        let by = match pick {
            Pick::Last | Pick::Previous => -1,
            Pick::Next | Pick::Following => 1,
            _ => 0,
        };
        let told = matches!(pick, Pick::Previous | Pick::Following | Pick::Same)
            || self.narrative
                && (*pick == Pick::Nearest
                    || *pick == Pick::This && unit == Unit::Day
                    || by != 0 && self.dated.is_some());
        if told {
            let (when, anchor) = if unit == Unit::Day {
                match self.day.or(self.dated).or(self.last) {
                    Some(m) => (Some(m.when), (Anchored::Document, Some(m.span))),
                    None => (None, OPEN),
                }
            } else {
                match self.dated.or(self.last) {
                    Some(m) => (Some(m.when), (Anchored::Document, Some(m.span))),
                    None => (None, OPEN),
                }
            };
            return match when {
                Some(when) => (move_from(when, by, unit), anchor),
                None => self.by_now(unit, i64::from(by)),
            };
        }
        match (unit, pick) {
            (Unit::Quarter, Pick::Nearest) => self.reported_period(&Pick::Nearest, place),
            (Unit::Weekend, Pick::Nearest | Pick::This | Pick::Last | Pick::Next) => {
                let (now, anchor) = self.now();
                let Some(now) = now else { return (When::Weekend { year: None, week: None }, OPEN) };
                let to_sunday = i32::from(Weekday::Sunday.since(now.weekday()));
                // The weekend of this week ends on its Sunday; a verb in the past means the one before, save on the days themselves.
                let underway = to_sunday <= 1;
                let weeks = match (pick, place.tense) {
                    (Pick::Last, _) => -1,
                    (Pick::Next, _) => i32::from(underway),
                    (_, Tense::Past) if !underway => -1,
                    (Pick::Nearest, Tense::None) if !underway => -1,
                    _ => 0,
                };
                let sunday = now.checked_add((to_sunday + weeks * 7).days());
                (sunday.map_or(When::Weekend { year: None, week: None }, When::weekend_of), anchor)
            }
            _ => self.by_now(unit, i64::from(by)),
        }
    }

    fn by_now(&self, unit: Unit, by: i64) -> (When, Anchor) {
        let (now, anchor) = self.now();
        match now {
            Some(now) => (move_from(When::Day(now), by as i32, unit), anchor),
            None => (unknown(unit), OPEN),
        }
    }

    fn shift(&self, amount: Amount, unit: Unit, origin: Origin, forward: bool, place: Place) -> (When, Anchor) {
        let vague = When::Vague(if forward { Vague::Future } else { Vague::Past });
        let Amount::Exact(exact) = amount else { return (vague, OPEN) };
        let (n, unit) = match (exact.whole(), unit) {
            (Some(n), Unit::Fortnight) => (n * 2, Unit::Week),
            (Some(n), Unit::Decade) => (n.saturating_mul(10), Unit::Year),
            (Some(n), Unit::Century) => (n.saturating_mul(100), Unit::Year),
            (Some(n), unit) => (n, unit),
            // "a year and a half ago" falls in a month, "half a century ago" in a year.
            (None, Unit::Year) => (exact.times(12.into()).and_then(|e| e.whole()).unwrap_or(0), Unit::Month),
            (None, Unit::Decade) => (exact.times(10.into()).and_then(|e| e.whole()).unwrap_or(0), Unit::Year),
            (None, Unit::Century) => (exact.times(100.into()).and_then(|e| e.whole()).unwrap_or(0), Unit::Year),
            (None, unit) => (exact.0.try_into().unwrap_or(0), unit),
        };
        if n.abs() > FURTHEST_SHIFT {
            return (vague, OPEN);
        }
        let by = if forward { n } else { -n } as i32;
        let quarterly = n == 1 && unit == Unit::Year && !forward && !self.narrative;
        if quarterly
            && let Some(period) = self
                .period
                .filter(|p| p.sentence + PERIOD_REACH > place.sentence && matches!(p.when, When::Quarter { .. }))
        {
            let back = Box::new(Point::Shift { amount, unit, origin, forward });
            let (when, _) = self.reported_period(&Pick::Of(back), place);
            return (when, (Anchored::Document, Some(period.span)));
        }
        let mention = match unit {
            Unit::Day | Unit::Week => self
                .day
                .filter(|d| self.dated.is_none_or(|m| m.span.start <= d.span.start || m.sentence == d.sentence))
                .or(self.dated),
            _ => self.dated,
        };
        match (origin, mention) {
            (Origin::Mention, Some(mention)) if !unit.is_clock() => {
                (move_from(mention.when, by, unit), (Anchored::Document, Some(mention.span)))
            }
            (Origin::Mention, None) if !unit.is_clock() => (unknown(unit), OPEN),
            _ => match self.published.filter(|_| !unit.is_clock() || origin == Origin::Now) {
                Some(_) if unit.is_clock() => (vague, PUBLISHED),
                Some(_) => self.by_now(unit, i64::from(by)),
                None if unit.is_clock() => (vague, OPEN),
                None => (unknown(unit), OPEN),
            },
        }
    }
}

/// `find` from the end.
trait FindBack: Iterator + Sized {
    fn rev_find(self, wanted: impl Fn(&Self::Item) -> bool) -> Option<Self::Item> {
        self.filter(|item| wanted(item)).last()
    }
}

impl<I: Iterator> FindBack for I {}

fn resolved(value: Value, kind: Type, (anchored, anchor): Anchor, days: Option<(Date, Date)>) -> Resolved {
    Resolved { value, kind, anchored, anchor, days }
}

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

/// The value of what recurs.
fn set(recurrence: &Recurrence) -> Value {
    let every = |unit| Value::Length(Length::new(Amount::Exact(1.into()), unit));
    match recurrence {
        Recurrence::Every(length) => Value::Length(*length),
        Recurrence::EachHour(hour) => Value::Moment(UNKNOWN_DAY, Some(*hour)),
        Recurrence::EachMember(member) => match *member {
            Member::Month(month) => Value::Moment(When::Month { year: None, month: Some(month) }, None),
            Member::MonthDay { month, day } => {
                Value::Moment(When::DayOf { year: None, month: Some(month), day: Some(day) }, None)
            }
            Member::Weekday(weekday) => Value::Moment(When::Weekday(weekday), None),
            Member::Season(season) => Value::Moment(When::Season { year: None, season }, None),
            Member::Quarter(quarter) => Value::Moment(When::Quarter { year: None, quarter: Some(quarter) }, None),
            Member::Half(half) => Value::Moment(When::Half { year: None, half }, None),
            Member::WeekNumber(_) | Member::Period => every(Unit::Month),
            Member::Holiday(_) | Member::DayNumber(_) | Member::DayOfMonth(_) => every(Unit::Year),
        },
    }
}

/// The modifier that a value ends up with: TIMEX3 allows none on a vague reference.
pub(crate) fn modifier(expression: &Expression, value: Value) -> Option<Modifier> {
    expression.modifier.filter(|_| !matches!(value, Value::Moment(When::Vague(_), _)))
}
