//! Dates: every temporal expression as TIMEX3, resolved.
//!
//! Three steps, each in a place of its own. The `grammar` reads the longest expression at each word that gives one away, and builds
//! a small tree of what it means, without knowing when the text was written; `filter` says what looks like a time and is none. The
//! resolver (`resolve`) turns the tree into a value, against the day of publication, the dates before it, the `tense` of the verb
//! near it, and the kind of text (`kind_of_text`). `timex` knows how values are written and which days they cover.

mod act;
mod filter;
mod grammar;
mod holiday;
mod kind_of_text;
mod meaning;
mod resolve;
mod rules;
mod step;
mod tense;
mod timex;
mod verb;

use crate::grammar::Read;
use crate::meaning::{Expression, Meaning};
use crate::resolve::{Place, Resolver};
use copydesk_core::{
    Analyzer, Claim, Class, Confidence, Finding, Given, NoOptions, OptionsError, Reading, Rule, Sink, Value, record,
    register,
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

/// So many tokens behind a clock time its day may stand: "11:05 a.m. (0805 GMT) Tuesday".
const DAY_AHEAD: usize = 7;

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
        let ranges = ranges(reading, &expressions);
        let mut resolver = Resolver::new(
            published,
            copydesk_masthead::year(masthead),
            style.narrative,
            expressions.iter().find_map(Expression::year),
        );
        for (n, expression) in expressions.iter().enumerate() {
            let span = reading.span(expression.tokens.clone());
            let place = Place {
                span,
                sentence: reading.sentence_at(span.start),
                tense: tense::of(reading, &expression.tokens),
                year_ahead: year_ahead(reading, expression, expressions.get(n + 1)),
                day_ahead: (1..=2).find_map(|by| day_ahead(reading, &resolver, expression, expressions.get(n + by))),
            };
            let resolved = resolver.resolve(expression, place);
            let anchor_span = match &expression.meaning {
                Meaning::FromEvent(_) => act::event_behind(reading, &expression.tokens),
                _ => resolved.anchor,
            };
            let (earliest, latest) = resolved.days.unzip();
            let range = ranges.get(n).copied().flatten().and_then(|(role, other)| {
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

/// Classes of the words that give a temporal expression away.
fn gives_away(class: Class) -> bool {
    class.any(Class::MONTH | Class::WEEKDAY | Class::TIME_UNIT | Class::TEMPORAL | Class::DIGITS)
}

/// Reads every expression of the text, in order; sets aside what is impossible.
fn read(reading: &Reading<'_>, style: grammar::Style, found: &mut Sink<'_, Date>) -> Vec<Expression> {
    let mut expressions: Vec<Expression> = Vec::new();
    let mut floor = 0;
    let mut here = Vec::new();
    for (i, token) in reading.tokens().iter().enumerate() {
        let worded = token.class.any(Class::NUMBER) && matches!(reading.lower(i), "nineteen" | "eighteen" | "thousand");
        // "at that time": "time" is too common a word for the lexicon's temporal class, which other plugins read.
        let time = token.end - token.start == 4 && reading.lower(i) == "time";
        if i < floor || !(gives_away(token.class) || worded || time) {
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

/// The year that the other end of a range or list gives: "from March 3 to April 9, 1986", "the spring and summer of 1979".
fn year_ahead(reading: &Reading<'_>, first: &Expression, second: Option<&Expression>) -> Option<i16> {
    let second = second.filter(|second| second.tokens.start == first.tokens.end + 1)?;
    let end = first.tokens.end;
    let joined = matches!(reading.lower(end), "to" | "and" | "or" | "through" | "until" | "till")
        || reading.is(end, Class::DASH);
    let (from, to, year) = (first.yearly()?, second.yearly()?, second.year()?);
    // "from November to March 2031" began the year before.
    let year = if from > to { timex::shift_year(year, -1)? } else { year };
    joined.then_some(year)
}

/// The day that the next expression names, close behind in the same sentence.
fn day_ahead(
    reading: &Reading<'_>,
    resolver: &Resolver,
    expression: &Expression,
    next: Option<&Expression>,
) -> Option<timex::When> {
    let next = next.filter(|next| next.tokens.start <= expression.tokens.end + DAY_AHEAD)?;
    let span = reading.span(next.tokens.clone());
    let sentence = reading.sentence_at(span.start);
    if sentence != reading.sentence_at(reading.token(expression.tokens.start).start) {
        return None;
    }
    resolver.peek(
        next,
        Place { span, sentence, tense: tense::of(reading, &next.tokens), year_ahead: None, day_ahead: None },
    )
}

/// For each expression the range that it is one end of, with the number of the other end: "from 2015 to 2017", "5–7 November",
/// "between Monday and Wednesday".
fn ranges(reading: &Reading<'_>, expressions: &[Expression]) -> Vec<Option<(End, usize)>> {
    let mut ranges = vec![None; expressions.len()];
    for (n, pair) in expressions.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let points = [first, second].iter().all(|e| matches!(e.meaning, Meaning::Point(_)));
        if !points || second.tokens.start != first.tokens.end + 1 {
            continue;
        }
        let before = reading.lower(first.tokens.start.wrapping_sub(1));
        let joins = match reading.lower(first.tokens.end) {
            "to" | "through" | "until" | "till" => before != "to",
            "and" => before == "between",
            _ => reading.is(first.tokens.end, Class::DASH),
        };
        if joins && ranges.get(n).is_some_and(Option::is_none) {
            if let Some(range) = ranges.get_mut(n) {
                *range = Some((End::From, n + 1));
            }
            if let Some(range) = ranges.get_mut(n + 1) {
                *range = Some((End::To, n));
            }
        }
    }
    ranges
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
