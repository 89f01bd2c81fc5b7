//! From a meaning to a value: against the day of publication, the date mentioned last, the tense of the governing verb, and the
//! kind of text.

mod member;
mod unit;
mod year;

use crate::meaning::{Expression, Lies, Meaning, Member, Modifier, Pick, Point, Recurrence};
use crate::step::{UNKNOWN_DAY, carried, distance, shift_day, unknown};
use crate::tense::Tense;
use crate::timex::{Amount, Hour, Length, Part, Unit, Vague, Value, When};
use crate::{Anchored, End, Type};
use copydesk_core::Span;
use jiff::ToSpan;
use jiff::civil::Date;

/// So many sentences behind a day a time still belongs to it, and everywhere behind it if it is at most so many days from publication.
const CLOCK_REACH: usize = 3;
const CLOCK_DAYS: i32 = 7;

/// A year so many ahead of the line of a story is where it looks ahead ("he would return in 1941"), unless it opens a sentence.
const FAR_AHEAD: i16 = 2;

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
    /// In a story, the mention that the last dated one looks back from: "… on 28 March 1918. It had been set up in 1917."
    line: Option<Mention>,
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
    /// It opens its sentence: "In 1941 he returned."
    pub opens: bool,
    pub tense: Tense,
    /// The year that the other end of its range gives.
    pub year_ahead: Option<i16>,
    /// The day that another expression of the sentence names close behind it: "11:05 a.m. (0805 GMT) Tuesday".
    pub day_ahead: Option<When>,
    /// The day on which it closes: "the quarter ended Sept. 30".
    pub closes: Option<When>,
    /// Which end of a range it is, and the day at the other end where that is known first.
    pub other_end: Option<(End, When)>,
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
        Self { published, year, narrative, first_year, last: None, dated: None, line: None, day: None, period: None }
    }

    /// Resolves an expression, and remembers it for those behind it.
    pub(crate) fn resolve(&mut self, expression: &Expression, place: Place) -> Resolved {
        match &expression.meaning {
            Meaning::Point(point) => {
                let (when, hour, anchor) = self.point(point, place);
                // What a comparison looks back to is not what figures are given for.
                let look = match point {
                    Point::Member(Member::Period, _) | Point::Shift { forward: false, .. } | Point::AgoFrom { .. } => {
                        Look::Back
                    }
                    // "in this year's third quarter"
                    Point::Member(_, Pick::Of(whole))
                        if matches!(**whole, Point::Unit(Unit::Year, Pick::This | Pick::Nearest)) =>
                    {
                        Look::Here
                    }
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
            Meaning::Point(Point::Hour(_) | Point::Overnight) => None,
            Meaning::Point(point) => Some(self.point(point, place).0).filter(|when| when.is_day()),
            _ => None,
        }
    }

    /// What the words in this span came to, if they were the last to be placed.
    pub(crate) fn placed(&self, span: Span) -> Option<When> {
        self.last.filter(|mention| mention.span == span).map(|mention| mention.when)
    }

    fn remember(&mut self, when: When, place: Place, look: Look) {
        // What can't be placed at all places nothing else.
        if when.is_unknown() {
            return;
        }
        let mention = Some(Mention { when, span: place.span, sentence: place.sentence });
        self.last = mention;
        // In a comparison of figures "a year earlier" always looks back from now, not from the year looked back to before.
        if when.year().is_some() && (self.narrative || look != Look::Back || when.is_day()) {
            let told = self.dated.filter(|dated| dated.when.month().is_some());
            let away = |from: Mention| {
                let back = when.days().zip(from.when.days()).is_some_and(|(here, there)| here.1 < there.0);
                let far = when.year().zip(from.when.year()).is_some_and(|(here, there)| here - there >= FAR_AHEAD);
                back || far && !place.opens
            };
            match told.or(self.line) {
                Some(from) if self.narrative && away(from) => self.line = Some(from),
                _ => self.line = None,
            }
            self.dated = mention;
        }
        if when.is_day() {
            self.day = mention;
        }
        // What has not ended yet has no figures, unless a verb in the past gives some: a firm's own fourth quarter ends when it likes.
        let reported = place.tense.is_past() || when.days().zip(self.published).is_none_or(|(days, now)| days.1 < now);
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
            Point::AgoFrom { amount, unit, from } => {
                let (when, hour, anchor) = self.point(from, place);
                let back = match amount {
                    Amount::Exact(amount) => amount.whole().and_then(|n| carried(when, -n, *unit)),
                    Amount::Some => None,
                };
                (back.unwrap_or(When::Vague(Vague::Past)), hour.filter(|_| back.is_some()), anchor)
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
            Point::Overnight => {
                let night = Some(Hour::Part(Part::Night));
                if let Some(day) = self.day.filter(|day| day.sentence == place.sentence) {
                    return (day.when, night, (Anchored::Document, Some(day.span)));
                }
                if let Some(when) = place.day_ahead {
                    return (when, night, (Anchored::Document, None));
                }
                let (now, anchor) = if self.narrative { (None, OPEN) } else { self.now() };
                // What happened overnight happened in the night to the day of publication; TIMEX3 names a night by its evening.
                let eve = if place.tense == Tense::Future { now } else { now.and_then(|now| now.yesterday().ok()) };
                (eve.map_or(UNKNOWN_DAY, When::Day), night, anchor)
            }
            Point::Beside(unit) => (unknown(*unit), None, (Anchored::Event, None)),
            Point::SomeDay => {
                let month =
                    self.dated.filter(|_| self.narrative).and_then(|d| Some((d.when.year()?, d.when.month()?, d.span)));
                match month {
                    Some((year, month, span)) => {
                        let when = When::DayOf { year: Some(year), month: Some(month), day: None };
                        (when, None, (Anchored::Document, Some(span)))
                    }
                    None => (UNKNOWN_DAY, None, OPEN),
                }
            }
            Point::ThatTime => {
                let (when, anchor) = self.mentioned();
                plain((when.unwrap_or(When::Vague(Vague::Past)), anchor))
            }
        }
    }
}

fn resolved(value: Value, kind: Type, (anchored, anchor): Anchor, days: Option<(Date, Date)>) -> Resolved {
    Resolved { value, kind, anchored, anchor, days }
}

/// The value of what recurs.
fn set(recurrence: &Recurrence) -> Value {
    let every = |unit| Value::Length(Length::new(Amount::Exact(1.into()), unit));
    match recurrence {
        Recurrence::Every(length) if length.unit == Unit::Weekend && length.whole() == Some(1) => {
            Value::Moment(When::Weekend { year: None, week: None }, None)
        }
        Recurrence::Every(length) => Value::Length(*length),
        Recurrence::EachMemberAt(weekday, hour) => Value::Moment(When::Weekday(*weekday), Some(*hour)),
        Recurrence::EachHour(hour) => Value::Moment(UNKNOWN_DAY, Some(*hour)),
        Recurrence::Weekdays(hour) => Value::Moment(When::Weekdays, *hour),
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
            Member::NthWeekday(_, weekday) => Value::Moment(When::Weekday(weekday), None),
            Member::DayOfMonth(day) => Value::Moment(When::DayOf { year: None, month: None, day: Some(day) }, None),
            Member::Around(..) | Member::Holiday(_) | Member::DayNumber(_) => every(Unit::Year),
        },
    }
}

/// The modifier that a value ends up with: TIMEX3 allows none on a vague reference.
pub(crate) fn modifier(expression: &Expression, value: Value) -> Option<Modifier> {
    expression.modifier.filter(|_| !matches!(value, Value::Moment(When::Vague(_), _)))
}
