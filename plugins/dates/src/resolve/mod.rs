//! From a meaning to a value: against the day of publication, the date mentioned last, the tense of the governing verb, and the
//! kind of text.

mod clock;
mod member;
mod mention;
mod told;
mod unit;
mod year;

use crate::meaning::{Expression, Lies, Meaning, Member, Modifier, Pick, Point, Recurrence};
use crate::step::{UNKNOWN_DAY, carried, shift_day, unknown};
use crate::tense::Tense;
use crate::timex::{Amount, Hour, Length, Part, Unit, Vague, Value, When};
use crate::{Anchored, End, Type};
use copydesk_core::Span;
use jiff::ToSpan;
use jiff::civil::Date;

pub(crate) use clock::ClockForm;
use clock::HourTold;
use mention::{Look, Mention};

/// What is known while the text is read from its beginning.
#[derive(Debug)]
pub(crate) struct Resolver {
    /// The day that words of the day are of: that of publication, or of the update that is read.
    published: Option<Date>,
    first_published: Option<Date>,
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
    /// The last mention of a day on which something was done: not one that a noun has ("the Monday crash victims"), and none to come.
    acted: Option<Mention>,
    /// The time of day told of last.
    hour: Option<HourTold>,
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

/// What a date does in its sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Role {
    /// It says when something was.
    #[default]
    Told,
    /// It tells an event from others: "the Dec. 21, 2028, crash".
    Event,
    /// It tells people or things from others: "the Monday crash victims".
    Bearer,
    /// Somebody said it then: "police said Saturday". What they told of was mostly before.
    Said,
    /// What is told began there: "born on May 3, 1990", "since May 2029". The news goes on from now.
    Origin,
    /// It stamps a post that stands in the article: "— Harbour Post (@harbourpost) May 3, 2031". Nothing goes on from it.
    Stamp,
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
    /// The day that another expression of the sentence names behind it: "11:05 a.m. (0805 GMT) Tuesday".
    pub day_ahead: Option<Ahead>,
    /// The day on which it closes: "the quarter ended Sept. 30".
    pub closes: Option<When>,
    /// Which end of a range it is, and the day at the other end where that is known first.
    pub other_end: Option<(End, When)>,
    /// Which end of a range it is, and the time of day at the other end.
    pub other_hour: Option<(End, Hour)>,
    /// What it does in its sentence.
    pub role: Role,
    /// How its time of day stands there.
    pub clock: ClockForm,
    /// The weekday that it names beside its date: "Tuesday, April 8".
    pub weekday: Option<u8>,
}

/// A day that is named behind a time of day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ahead {
    pub when: When,
    /// It stands close by.
    pub near: bool,
    /// It is the day on which somebody said so: "around midnight, police said Sunday".
    pub said: bool,
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
        Self {
            published,
            first_published: published,
            year,
            narrative,
            first_year,
            last: None,
            dated: None,
            line: None,
            day: None,
            acted: None,
            hour: None,
            period: None,
        }
    }

    /// An update begins: it was written on the day of publication where its label has none, and what is told in it goes on from nothing.
    pub(crate) fn begin_update(&mut self) {
        self.update(None);
        (self.day, self.acted, self.hour) = (None, None, None);
    }

    /// What is read from here on was written on that day, where it lies behind the day of publication; or on the latter again.
    pub(crate) fn update(&mut self, day: Option<Date>) {
        if let Some(first) = self.first_published {
            self.published = day.filter(|day| *day > first).or(Some(first));
        }
    }

    /// Whether an update is read.
    pub(crate) fn is_updated(&self) -> bool {
        self.published != self.first_published
    }

    /// Resolves an expression, and remembers it for those behind it.
    pub(crate) fn resolve(&mut self, expression: &Expression, place: Place) -> Resolved {
        match &expression.meaning {
            Meaning::Point(point) => {
                let (when, hour, anchor) = self.point(point, place);
                let names_year = place.role != Role::Origin && (expression.names_year() || self.goes_on_from(anchor.1));
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
                    let timed = matches!(point, Point::Hour(_) | Point::Overnight);
                    // What takes its day from the words behind it leaves them to be told of themselves; "overnight" with no day to it
                    // may be an idiom: "it changed overnight".
                    let idle = matches!(point, Point::Overnight) && anchor.0 == Anchored::Published;
                    if !idle && (!timed || anchor != (Anchored::Document, None)) {
                        let named = match (timed, anchor.0) {
                            (false, _) => Some(place.sentence),
                            (true, Anchored::Document) => self.day.and_then(|day| day.named),
                            (true, _) => None,
                        };
                        self.remember(when, place, look, named, names_year);
                    }
                    // "earlier in the day" was any hour of it, "early Tuesday" one of the first.
                    let part = expression.modifier.filter(|_| !matches!(point, Point::Unit(..)));
                    self.remember_hour(when, hour, part, place);
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
                let (days, anchor) = self.stretch(*length, *lies, place);
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

    /// The days of "the past two weeks", "the next six months". A story counts them from the day that is told of, and so does news that
    /// goes on: "Over the next six months they sold it."
    fn stretch(&self, length: Length, lies: Option<Lies>, place: Place) -> (Option<(Date, Date)>, Anchor) {
        let Some(lies) = lies else { return (None, OPEN) };
        let from_told = self.narrative || lies == Lies::Future && place.opens && place.tense.is_past();
        let (now, anchor) = if from_told {
            let told = if self.narrative { self.dated } else { self.told_day(place) };
            let day = told.and_then(|told| Some((told.when.is_day().then(|| told.when.days())??.0, told.anchor())));
            day.map_or((None, OPEN), |(day, anchor)| (Some(day), anchor))
        } else {
            self.now()
        };
        let span = now.zip(length.whole()).and_then(|(now, n)| {
            let other = shift_day(now, if lies == Lies::Past { -n } else { n }, length.unit)?;
            Some(if lies == Lies::Past { (other, now) } else { (now, other) })
        });
        (span, anchor)
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
                (when, Some(clock::after_midnight(*hour, place)), anchor)
            }
            Point::Hour(hour) => {
                let (when, hour, anchor) = self.hour(*hour, place);
                (when, Some(hour), anchor)
            }
            Point::Overnight => {
                let night = Some(Hour::Part(Part::Night));
                if let Some(day) = self.day.filter(|day| day.named == Some(place.sentence)) {
                    return (day.when, night, (Anchored::Document, Some(day.span)));
                }
                if let Some(ahead) = place.day_ahead.filter(|ahead| ahead.near) {
                    return (ahead.when, night, (Anchored::Document, None));
                }
                let (now, anchor) = if self.narrative { (None, OPEN) } else { self.now() };
                // What happened overnight happened in the night to the day of publication; TIMEX3 names a night by its evening.
                let eve = if place.tense == Tense::Future { now } else { now.and_then(|now| now.yesterday().ok()) };
                (eve.map_or(UNKNOWN_DAY, When::Day), night, anchor)
            }
            Point::Beside(unit) => (unknown(*unit), None, (Anchored::Event, None)),
            Point::SomeDay => {
                // "in the first week of July … on the second day" may lie in June.
                let dated = self.dated.filter(|d| self.narrative && !matches!(d.when, When::Week { .. }));
                let month = dated.and_then(|d| Some((d.when.year()?, d.when.month()?, d.span)));
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
