//! Dates: every temporal expression as TIMEX3, resolved.
//!
//! Three steps, each in a place of its own. The `grammar` reads the longest expression at each word that gives one away, and builds
//! a small tree of what it means, without knowing when the text was written; `filter` says what looks like a time and is none. The
//! resolver (`resolve`) turns the tree into a value, against the day of publication, the dates before it, the `tense` of the verb
//! near it, what stands around it (`around`), and the kind of text (`kind_of_text`). `timex` knows values and the days that they
//! cover, `written` how TIMEX3 writes them.

mod act;
mod around;
mod filter;
mod gate;
mod grammar;
mod holiday;
mod kind_of_text;
mod meaning;
mod resolve;
mod rules;
mod step;
mod tense;
mod timex;
mod update;
mod written;

use crate::grammar::Read;
use crate::meaning::{Expression, Meaning, Point};
use crate::resolve::{Place, Resolver};
use copydesk_core::{
    Analyzer, Claim, Confidence, Finding, Given, NoOptions, OptionsError, Reading, Rule, Sink, Value, record, register,
};
use copydesk_masthead::Masthead;
use copydesk_zones::Zone;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The TIMEX3 type of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum Type {
    /// A day, or anything longer that has a place on the calendar.
    Date,
    /// A time of day.
    Time,
    /// A stretch of time.
    Duration,
    /// Times that recur.
    Set,
}

/// What an expression is resolved against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Anchored {
    /// The day of publication.
    Published,
    /// Another date in the text.
    Document,
    /// An event: "two days after PERSON signed".
    Event,
    /// Nothing: the expression is whole in itself, or can't be resolved.
    None,
}

/// The anchor of an expression, with its place where it has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Anchor {
    /// What kind of anchor.
    pub to: Anchored,
    /// First byte.
    pub start: Option<u32>,
    /// One past the last byte.
    pub end: Option<u32>,
}

/// The end of a range that an expression is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum End {
    /// The first.
    From,
    /// The last.
    To,
}

/// The link to the other end of a range in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Range {
    /// Which end this one is.
    pub role: End,
    /// The finding at the other end.
    pub other: String,
}

/// The act that a date dates: its governing predicate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Act {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words.
    pub text: String,
    /// The base form: "sign" for "signed", "ratify" for "ratification".
    pub lemma: String,
}

/// A temporal expression.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Date {
    /// DATE, TIME, DURATION or SET.
    #[serde(rename = "type")]
    pub kind: Type,
    /// The TIMEX3 value.
    pub value: String,
    /// The TIMEX3 modifier: START, MID, END, APPROX, BEFORE, AFTER, LESS_THAN, MORE_THAN …
    #[serde(rename = "mod")]
    pub modifier: Option<String>,
    /// What it is resolved against.
    pub anchor: Anchor,
    /// The first day that the value covers.
    #[schemars(with = "Option<String>")]
    pub earliest: Option<jiff::civil::Date>,
    /// The last day that the value covers.
    #[schemars(with = "Option<String>")]
    pub latest: Option<jiff::civil::Date>,
    /// The range that it is one end of.
    pub range: Option<Range>,
    /// What it dates.
    pub act: Option<Act>,
}

impl Finding for Date {
    const KINDS: &'static [&'static str] = &["date"];

    fn sentence(&self, quoted: &[&str]) -> String {
        format!("“{}” is {}", quoted.first().unwrap_or(&""), self.value)
    }

    fn claim(&self) -> Option<Claim> {
        let (earliest, latest, act) = (self.earliest?, self.latest?, self.act.as_ref()?);
        Some(Claim { on: "date".to_owned(), about: act.lemma.clone(), value: Value::Days { earliest, latest } })
    }
}

/// The analyzer.
pub struct Dates;

impl Analyzer for Dates {
    const NAME: &'static str = "dates";
    const RULES: &'static [Rule] = rules::RULES;
    const LANGUAGES: &'static [&'static str] = &["en"];
    type Options = NoOptions;
    type Requires = (Zone, Masthead);
    type Output = Date;

    fn new(_: NoOptions) -> Result<Self, OptionsError> {
        Ok(Self)
    }

    fn analyze(&self, reading: &Reading<'_>, given: Given<'_, Self::Requires>, found: &mut Sink<'_, Date>) {
        let (_, masthead) = given.columns;
        let published = copydesk_masthead::published(masthead);
        let style = kind_of_text::style(reading, published);
        let expressions = read(reading, style, found);
        let ranges = around::ranges(reading, &expressions);
        let mut resolver = Resolver::new(
            published,
            copydesk_masthead::year(masthead),
            style.narrative,
            expressions.iter().find_map(Expression::year),
        );
        let (mut behind, mut label) = (0, None);
        for (n, expression) in expressions.iter().enumerate() {
            if resolver.is_updated() && update::ends_in(reading, behind..expression.tokens.start) {
                resolver.update(None);
            }
            behind = expression.tokens.end;
            let labelled = update::label(reading, expression);
            // The hour and the day of one label are two expressions.
            if labelled.is_some() && labelled != label {
                resolver.begin_update();
            }
            label = labelled.or(label);
            let span = reading.span(expression.tokens.clone());
            let range = ranges.get(n).copied().flatten();
            let place = Place {
                closes: around::closes(reading, &resolver, expression, expressions.get(n + 1)),
                other_end: range
                    .and_then(|(role, other)| {
                        Some((role, around::other_end(reading, &resolver, role, expression, expressions.get(other)?)?))
                    })
                    .or_else(|| {
                        let before = n.checked_sub(1).and_then(|n| expressions.get(n));
                        around::day_in_list(reading, &resolver, expression, before)
                    }),
                other_hour: range.and_then(|(role, other)| Some((role, around::hour(expressions.get(other)?)?))),
                year_ahead: around::year_ahead(reading, expression, expressions.get(n + 1)),
                day_ahead: around::day_ahead(
                    reading,
                    &resolver,
                    expression,
                    expressions.get(n + 1..).unwrap_or_default(),
                    range.map(|(end, _)| end),
                ),
                ..around::alone(reading, expression)
            };
            let mut resolved = resolver.resolve(expression, place);
            if labelled.is_some()
                || expression.names_year() && resolver.is_updated() && resolved.value.day() == published
            {
                resolver.update(resolved.value.day());
            }
            if let Some(when) = around::beside_date(reading, &resolver, expression, expressions.get(n + 1)) {
                resolved.value = timex::Value::Moment(when, None);
                resolved.days = when.days();
            }
            let anchor_span = match &expression.meaning {
                Meaning::FromEvent(_) | Meaning::Point(Point::Beside(_)) => {
                    act::event_behind(reading, &expression.tokens)
                }
                _ => resolved.anchor,
            };
            let from_event = around::dated_event(reading, &resolver, expression, expressions.get(n + 1));
            let (earliest, latest) = resolved.days.or(from_event).unzip();
            let range = range.and_then(|(role, other)| {
                let other = expressions.get(other)?;
                let id = record::finding_id(
                    reading.fingerprint(),
                    Self::NAME,
                    "date",
                    other.rule,
                    reading.span(other.tokens.clone()),
                );
                Some(Range { role, other: id })
            });
            let date = Date {
                kind: resolved.kind,
                value: resolved.value.to_string(),
                modifier: resolve::modifier(expression, resolved.value).map(|m| m.name().to_owned()),
                anchor: Anchor {
                    to: resolved.anchored,
                    start: anchor_span.map(|s| s.start),
                    end: anchor_span.map(|s| s.end),
                },
                earliest,
                latest,
                range,
                // "Monday" in an article without a date has its act too: the pile may tell which Monday.
                act: if resolved.kind == Type::Date { act::of(reading, &expression.tokens) } else { None },
            };
            found.push(span, expression.rule, confidence(expression), date);
        }
    }
}

/// Reads every expression of the text, in order; sets aside what is impossible.
fn read(reading: &Reading<'_>, style: grammar::Style, found: &mut Sink<'_, Date>) -> Vec<Expression> {
    let mut expressions: Vec<Expression> = Vec::new();
    let mut floor = 0;
    let mut here = Vec::new();
    for (i, token) in reading.tokens().iter().enumerate() {
        if i < floor || !gate::opens(reading, i, *token, style) {
            continue;
        }
        found.step(1);
        match grammar::read(reading, i, floor, style, &mut here) {
            Read::Found => {
                floor = here.last().map_or(i + 1, |last| last.tokens.end);
                expressions.append(&mut here);
            }
            Read::Impossible(tokens) => {
                floor = tokens.end;
                found.set_aside(reading.span(tokens), rules::IMPOSSIBLE, Confidence::High, rules::IMPOSSIBLE);
            }
            Read::Nothing => {}
        }
    }
    expressions
}

/// Forms that admit of one reading are sure; what tense or a mention decides is less so.
fn confidence(expression: &Expression) -> Confidence {
    match expression.rule {
        "calendar" | "decade" | "century" | "deictic" | "duration" | "set" | "clock" | "stretch" | "shared-part" => {
            Confidence::High
        }
        "day-of-month" | "period" => Confidence::Low,
        _ => Confidence::Medium,
    }
}

register! {
    /// Finds every temporal expression as TIMEX3, resolved against the publication date and the dates around it.
    analyzer Dates
}
