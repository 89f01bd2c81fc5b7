//! What the page says of itself: agency, author and day.

use crate::page::{Page, is_agency};
use crate::{Direction, Observation, Seen};
use copydesk_core::{Class, Confidence, Evidence, Found};
use copydesk_masthead::{Field, Masthead};
use copydesk_names::Entity;

/// Beside a byline its agency is named within so many tokens: "By Jane Doe, The Associated Press", or on the line below.
const BESIDE_BYLINE: usize = 10;

/// Signals of credits, bylines and datelines.
pub fn seen(page: &Page<'_, '_>) -> Vec<Seen> {
    let mut seen = Vec::new();
    seen.extend(wire(page));
    seen.extend(personal_byline(page));
    seen.extend(missing(page));
    seen
}

fn evidence(line: &Found<Masthead>) -> Vec<Evidence> {
    line.data.evidence.clone()
}

fn wire(page: &Page<'_, '_>) -> Option<Seen> {
    let line = page.field(Field::Wire).next()?;
    let name = line.data.value.clone()?;
    if line.rule == "photo-only" {
        return Some(
            Seen::new(Observation::WireCreditPhotoOnly, Direction::Info, Confidence::Medium, evidence(line))
                .about([name]),
        );
    }
    // A name alone on the last line may be anybody's, unless it is known.
    let confidence = if is_agency(&name) { Confidence::High } else { line.confidence };
    let mut cited = evidence(line);
    for (span, _) in &page.credits {
        if line.span.is_none_or(|first| !first.overlaps(*span)) {
            cited.push(page.reading.cite(*span, "states"));
        }
    }
    Some(Seen::new(Observation::WireCredit, Direction::Good, confidence, cited).about([name]))
}

/// "By Corin Vash" over "© (2031) Agence Lorne-Quist".
fn personal_byline(page: &Page<'_, '_>) -> Option<Seen> {
    let wire = page.field(Field::Wire).find(|line| line.rule == "copyright-line")?;
    let agency = wire.data.value.clone()?;
    let outlet = page.field(Field::Outlet).find_map(|line| line.data.value.as_deref());
    if outlet.is_some_and(|outlet| outlet == agency || is_agency(outlet)) {
        return None;
    }
    let reading = page.reading;
    let byline = page.field(Field::Byline).find(|line| {
        let Some(span) = line.span.filter(|_| matches!(line.rule, "by-line" | "house-byline")) else { return false };
        let tokens = reading.tokens_in(span);
        // "By Jane Doe, Associated Press": the agency's own reporter.
        !page.names_agency(tokens.start..(tokens.end + BESIDE_BYLINE).min(reading.tokens().len()))
    })?;
    let name = byline.data.value.clone()?;
    let cited = [evidence(byline), evidence(wire)].concat();
    let signal = Observation::PersonalBylineOnAgencyCopyright;
    Some(Seen::new(signal, Direction::Caution, Confidence::High, cited).about([name, agency]))
}

/// No day, no author.
fn missing(page: &Page<'_, '_>) -> Vec<Seen> {
    let mut seen = Vec::new();
    if let Some(line) = page.field(Field::Published).find(|line| line.data.value.is_none()) {
        // A copyright year is shown with it: it dates the page, not the story.
        seen.push(Seen::new(Observation::MissingDate, Direction::Caution, Confidence::High, evidence(line)));
    }
    if page.field(Field::Byline).next().is_none() && !signed(page) {
        seen.push(Seen::new(Observation::MissingByline, Direction::Info, Confidence::Medium, Vec::new()));
    }
    seen
}

/// So many lines at the end of a page are looked at for who signed it.
const END: usize = 8;
/// Behind the name of an author, who they are is said within so many words.
const LIFE: usize = 16;
/// A name on a line of its own has at most so many words.
const SIGNED: usize = 4;

/// "Ada Brill, a former lock keeper, is the author of four books." on the last line, of somebody whom the story does not name: who wrote it.
fn is_life(page: &Page<'_, '_>, line: std::ops::Range<usize>) -> bool {
    let reading = page.reading;
    let start = reading.token(line.start).start;
    let at = page.mentions.partition_point(|name| name.span.is_none_or(|span| span.start < start));
    let Some(name) = page.mentions.get(at).filter(|name| name.data.entity == Entity::Person) else { return false };
    let Some(span) = name.span.filter(|span| span.start == start) else { return false };
    let known = page.mentions.get(..at).unwrap_or(&[]).iter().any(|other| other.data.name == name.data.name);
    let behind = reading.tokens_in(span).end;
    let is = line
        .filter(|&i| i >= behind)
        .take(LIFE)
        .any(|i| matches!(reading.lower(i), "is" | "was" | "writes" | "covers" | "teaches"));
    !known && reading.slice(span).contains(' ') && is
}

/// "Follow Ada Brill on Twitter", "Ada Brill." alone on the last line: the page says who wrote it in a way that is no byline.
fn signed(page: &Page<'_, '_>) -> bool {
    let reading = page.reading;
    let mut lines = reading.lines().iter().filter(|line| !line.is_blank()).rev().take(END);
    let alone = |tokens: std::ops::Range<usize>| {
        let words = tokens.clone().filter(|&i| reading.is(i, Class::WORD));
        let capital = words.clone().all(|i| reading.is(i, Class::CAPITAL));
        capital && (2..=SIGNED).contains(&words.count()) && tokens.len() <= 2 * SIGNED
    };
    let last = lines.clone().next().is_some_and(|line| alone(line.tokens.clone()));
    let life = lines.clone().next().is_some_and(|line| is_life(page, line.tokens.clone()));
    last || life
        || lines.any(|line| {
            reading.lower(line.tokens.start) == "follow" && reading.is(line.tokens.start + 1, Class::CAPITAL)
        })
}
