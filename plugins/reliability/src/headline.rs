//! What the headline has and the story has not, or hedges.

use crate::page::Page;
use crate::{Direction, Observation, Seen};
use copydesk_core::lang::en::lexicon::{WordSet, entries};
use copydesk_core::{Class, Confidence, Evidence, Exact, Found, Reading, Span};
use copydesk_figures::{Figure, Kind};
use copydesk_names::Entity;
use copydesk_zones::Label;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// A story of fewer words is a stub: what its headline says may stand on another page.
const FEWEST_WORDS: usize = 80;
/// A headline rounds: "1.5 million" for 1,512,344. By so many per cent at most.
const ROUNDED: i64 = 10;
/// Quoted words of a headline that have a meaning of their own and are fewer may be paraphrased: ‘historic’.
const FEWEST_QUOTED: usize = 3;
/// A headline of more tokens is none.
const LONGEST: usize = 40;
/// A line of fewer words is a label: "Guest Book", "View all 210".
const FEWEST_OF_HEADLINE: usize = 4;
/// A headline names so many people at most who are not in the story.
const MOST_PEOPLE: usize = 4;
/// Of so many numbers of the story sums are tried: "4 shot" for two dead and two hurt.
const MOST_SUMMED: usize = 24;
/// The sentence that a headline sums up stands among the first so many of the story.
const LEAD: usize = 6;
/// Words are compared by so many letters: "ratifies", "ratified".
const STEM: usize = 5;
/// Headline and sentence share at least so many words with a meaning of their own, and so many per cent of the headline's.
const FEWEST_SHARED: usize = 3;
const SHARE: usize = 60;
/// A hedge stands at most so many tokens before what it hedges: "may have been poisoned".
const REACH: usize = 3;

static LISTS: LazyLock<WordSet> =
    LazyLock::new(|| entries(include_str!("words/lists.txt")).flat_map(str::split_ascii_whitespace).collect());
static SOFTENERS: LazyLock<WordSet> =
    LazyLock::new(|| entries(include_str!("words/softeners.txt")).flat_map(str::split_ascii_whitespace).collect());

/// Signals of the headline.
pub fn seen(page: &Page<'_, '_>) -> Vec<Seen> {
    let reading = page.reading;
    let Some(zone) = page.labelled(Label::Headline).next() else { return Vec::new() };
    let Some(headline) = zone.span else { return Vec::new() };
    let tokens = reading.tokens_in(headline);
    // What was given or marked as the headline is one, whatever its form.
    if zone.confidence != Confidence::High && !is_headline(reading, headline) {
        return Vec::new();
    }
    let bodies: Vec<Span> = page.labelled(Label::Body).filter_map(|zone| zone.span).collect();
    let words = bodies.iter().map(|body| reading.tokens_in(*body).len()).sum::<usize>();
    if tokens.len() > LONGEST || words < FEWEST_WORDS {
        return Vec::new();
    }
    let story = Story { page, bodies };
    let mut missing: Vec<Span> = Vec::new();
    missing.extend(story.numbers(headline));
    missing.extend(story.people(headline));
    missing.extend(story.quoted(tokens.clone()));
    missing.sort();
    missing.dedup();
    let evidence: Vec<Evidence> = missing.iter().map(|span| reading.cite(*span, "headline")).collect();
    let mut seen = Vec::new();
    if !evidence.is_empty() {
        let (signal, count) = (Observation::HeadlineNotInBody, evidence.len());
        seen.push(Seen::new(signal, Direction::Caution, Confidence::Medium, evidence).counted(count, None));
    }
    seen.extend(story.hedged(headline, tokens));
    seen
}

/// Whether a line above the story has a headline's form: four words or more and one sentence without an end, not "VELM (TELIS) – The lock is shut", "1:37 Watch".
fn is_headline(reading: &Reading<'_>, line: Span) -> bool {
    let tokens = reading.tokens_in(line);
    let words = tokens.clone().filter(|&i| reading.is(i, Class::WORD)).count();
    let ends = tokens.clone().next_back().is_some_and(|last| matches!(reading.raw(last), "." | ":" | "," | ")"));
    let one = reading.sentence_at(line.start) == reading.sentence_at(line.end.saturating_sub(1));
    let dateline = tokens.clone().any(|i| {
        let set_off = reading.is(i, Class::DASH) && !reading.glued(i);
        set_off && (reading.raw(i - 1) == ")" || reading.is(i - 1, Class::UPPER) && i == tokens.start + 1)
    });
    let clock = reading.is(tokens.start, Class::DIGITS) && reading.raw(tokens.start + 1) == ":";
    words >= FEWEST_OF_HEADLINE && !ends && one && !dateline && !clock
}

struct Story<'p, 'a, 'r> {
    page: &'p Page<'a, 'r>,
    bodies: Vec<Span>,
}

impl Story<'_, '_, '_> {
    /// Tokens of the story, in order.
    fn tokens(&self) -> impl Iterator<Item = usize> + '_ {
        self.bodies.iter().flat_map(|body| self.page.reading.tokens_in(*body))
    }

    /// Numbers of the headline that no number of the story is near.
    fn numbers(&self, headline: Span) -> Vec<Span> {
        let page = self.page;
        let counts =
            |figure: &Figure| matches!(figure.kind, Kind::Count | Kind::Money | Kind::Percent) && !figure.vague;
        let inside = page.figures.iter().filter(|f| f.span.is_some_and(|span| headline.contains(span)));
        let inside = inside.filter(|figure| counts(&figure.data) && !self.is_list(figure));
        let near = |wanted: Exact, figure: &Figure| {
            let within = |value: Exact| {
                let apart = if value > wanted { value.minus(wanted) } else { wanted.minus(value) };
                apart.zip(wanted.percent(ROUNDED)).is_some_and(|(apart, most)| apart <= most)
            };
            let range = figure.low.zip(figure.high).is_some_and(|(low, high)| low <= wanted && wanted <= high);
            range || [figure.value, figure.low, figure.high].into_iter().flatten().any(within)
        };
        let story: Vec<&Figure> = page
            .figures
            .iter()
            .filter(|f| f.span.is_some_and(|span| !headline.contains(span)))
            .map(|f| &f.data)
            .collect();
        let other: Vec<Exact> = inside.clone().filter_map(|figure| figure.data.value).collect();
        let unmet = inside.filter(|figure| {
            let Some(wanted) = figure.data.value.filter(|value| *value > Exact::from(2)) else { return false };
            let words = figure.span.map_or("", |span| page.reading.slice(span));
            let digits: String = words.chars().filter(char::is_ascii_digit).collect();
            !story.iter().any(|known| near(wanted, known))
                && !self.has_digits(&digits)
                && !self.is_sum(wanted, &story, &other)
        });
        unmet.filter_map(|figure| figure.span).collect()
    }

    /// "5 things to know", "a 3-word answer": the number counts what the article lists.
    fn is_list(&self, figure: &Found<Figure>) -> bool {
        let reading = self.page.reading;
        let end = figure.span.map_or(0, |span| reading.tokens_in(span).end);
        let begins = figure.span.is_some_and(|span| {
            let headline = self.page.labelled(Label::Headline).find_map(|zone| zone.span);
            let number = reading.is(reading.tokens_in(span).start, Class::DIGITS);
            number && headline.is_some_and(|headline| headline.start == span.start)
        });
        let head = figure.data.counted.as_ref().is_some_and(|c| LISTS.contains(c.head.to_lowercase().as_str()));
        // "31 neighbours share their thoughts": a list begins with its number.
        head || begins || (end..end + REACH).any(|i| LISTS.contains(reading.lower(i)))
    }

    /// "1 dead, 4 others hurt" over a story of five who were shot; "4 shot" over one of three who were found, and another.
    fn is_sum(&self, wanted: Exact, story: &[&Figure], headline: &[Exact]) -> bool {
        let values: Vec<Exact> = story.iter().filter_map(|figure| figure.value).take(MOST_SUMMED).collect();
        let with = headline.iter().filter_map(|other| wanted.plus(*other)).any(|sum| values.contains(&sum));
        let less = wanted.minus(Exact::from(1)).is_some_and(|less| values.contains(&less));
        let another = less && self.tokens().any(|i| self.page.reading.lower(i) == "another");
        with || another
            || values.iter().enumerate().any(|(i, one)| {
                let others = values.get(i + 1..).unwrap_or(&[]).iter();
                others.filter_map(|other| one.plus(*other)).any(|sum| sum == wanted)
            })
    }

    fn has_digits(&self, digits: &str) -> bool {
        !digits.is_empty()
            && self.tokens().any(|i| self.page.reading.raw(i).chars().filter(char::is_ascii_digit).eq(digits.chars()))
    }

    /// People of the headline of whose names no part stands in the story.
    fn people(&self, headline: Span) -> Vec<Span> {
        let reading = self.page.reading;
        let people = self.page.mentions.iter().filter(|name| name.data.entity == Entity::Person);
        let spans: Vec<Span> = people.filter_map(|name| name.span).filter(|span| headline.contains(*span)).collect();
        if spans.is_empty() {
            return Vec::new();
        }
        // In a headline of capitals or of words that all begin with one, nobody can tell a name.
        let words = reading.tokens_in(headline).filter(|&i| reading.is(i, Class::WORD));
        let capitals = words.clone().filter(|&i| reading.is(i, Class::CAPITAL)).count();
        if capitals * 4 > words.count() * 3 {
            return Vec::new();
        }
        let met = |span: &Span| {
            let parts: Vec<&str> = reading.tokens_in(*span).map(|i| reading.lower(i)).collect();
            parts.iter().any(|part| part.len() < 3) || self.tokens().any(|i| parts.contains(&reading.lower(i)))
        };
        // One word may be anything: "Pause", "Grandmother".
        spans.into_iter().filter(|span| reading.tokens_in(*span).len() > 1 && !met(span)).take(MOST_PEOPLE).collect()
    }

    /// Words in the headline's quotation marks of which no stretch of the story has half.
    fn quoted(&self, headline: Range<usize>) -> Vec<Span> {
        let reading = self.page.reading;
        let mut missing = Vec::new();
        let mut open: Option<usize> = None;
        for i in headline {
            match (reading.raw(i), open) {
                ("“" | "‘", _) => open = Some(i + 1),
                ("\"" | "'", None) => open = Some(i + 1),
                ("”" | "\"" | "’" | "'", Some(start)) => {
                    let words: HashSet<&str> = (start..i).filter_map(|i| stem(reading, i)).collect();
                    if words.len() >= FEWEST_QUOTED && !self.has_most(&words) {
                        missing.push(reading.span(start..i));
                    }
                    open = None;
                }
                _ => {}
            }
        }
        missing
    }

    /// Whether one sentence of the story has half of these words: a headline may shorten what was said.
    fn has_most(&self, words: &HashSet<&str>) -> bool {
        let reading = self.page.reading;
        self.bodies.iter().any(|body| {
            let first = reading.sentence_at(body.start);
            let sentences = reading.sentences().get(first..).unwrap_or(&[]).iter();
            sentences.take_while(|sentence| sentence.span.start < body.end).any(|sentence| {
                let met: HashSet<&str> = sentence
                    .tokens
                    .clone()
                    .filter_map(|i| stem(reading, i))
                    .filter(|stem| words.contains(stem))
                    .collect();
                met.len() * 2 >= words.len()
            })
        })
    }

    /// The hedge in the sentence that the headline sums up, where the headline has none.
    fn hedged(&self, headline: Span, tokens: Range<usize>) -> Option<Seen> {
        let reading = self.page.reading;
        let soft = |i: usize| {
            SOFTENERS.contains(reading.lower(i))
                || reading.is(i, Class::SPEECH | Class::QUOTE)
                || matches!(reading.raw(i), "?" | ":" | "'" | "‘" | "’")
        };
        if tokens.clone().any(soft) {
            return None;
        }
        let stems: HashSet<&str> = tokens.filter_map(|i| stem(reading, i)).collect();
        let lead = self.bodies.iter().map(|body| reading.sentence_at(body.start)).min()?;
        let sentences = reading.sentences().get(lead..)?.iter().take(LEAD);
        let best = sentences
            .map(|sentence| {
                let shared: HashSet<&str> = sentence
                    .tokens
                    .clone()
                    .filter_map(|i| stem(reading, i))
                    .filter(|stem| stems.contains(stem))
                    .collect();
                (shared.len(), sentence)
            })
            .filter(|(shared, _)| *shared >= FEWEST_SHARED && shared * 100 >= stems.len() * SHARE)
            // Of equals the first.
            .rev()
            .max_by_key(|(shared, _)| *shared);
        let mut sentence = best?.1.tokens.clone();
        // "There may be no love lost, but": a concession.
        let concedes = sentence.clone().any(|i| matches!(reading.lower(i), "but" | "although" | "though" | "while"));
        let hedge = sentence.find(|&i| {
            let word = reading.lower(i);
            let hedges = match word {
                // "May 3" is a month.
                "may" => reading.raw(i) == "may" && !concedes,
                "might" | "could" => !concedes,
                "reportedly" | "allegedly" | "possibly" | "apparently" | "unconfirmed" => true,
                _ => false,
            };
            hedges && (i + 1..=i + REACH).any(|next| stem(reading, next).is_some_and(|stem| stems.contains(stem)))
        })?;
        let hedge = reading.token(hedge).span();
        if self.page.is_others(hedge) {
            return None;
        }
        let evidence = vec![reading.cite(headline, "headline"), reading.cite(hedge, "hedge")];
        Some(Seen::new(Observation::HeadlineWithoutHedge, Direction::Caution, Confidence::Medium, evidence))
    }
}

/// The first letters of a word that has a meaning of its own.
fn stem<'r>(reading: &'r Reading<'_>, i: usize) -> Option<&'r str> {
    let word = reading.lower(i);
    let own = reading.is(i, Class::WORD) && !reading.is(i, Class::FUNCTION) && word.len() >= STEM - 1;
    own.then(|| word.get(..STEM).unwrap_or(word))
}
