//! The head of an article: outlet, headline, standfirst, above the first paragraph.

use crate::desk::{Desk, Mark};
use crate::unit::Unit;
use crate::{Label, agency, byline, credit, headline, shape};
use copydesk_core::lang::en::{calendar, lexicon::entries};
use copydesk_core::{Class, Confidence, Reading};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Names of outlets have at most so many words.
const LONGEST_OUTLET: u32 = 6;
/// A line below the headline with so many words tells of the story; shorter ones are names and buttons.
pub(crate) const STANDFIRST: u32 = 8;
/// The name of an outlet beside the headline has at most so many bytes.
const LONGEST_BESIDE: usize = 60;
/// Before the date of a lead-in stand at most so many tokens: "date", "Broadcast".
const LONGEST_LEAD_IN: usize = 2;
/// Of short lines above the headline the first few name the programme or the section, the others are a menu.
const HEAD: usize = 3;

static OUTLETS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| entries(include_str!("words/outlets.txt")).collect());

/// Whether the line is the name of an outlet: few words, capitals, one of those that titles of newspapers are made with.
pub(crate) fn is_outlet(reading: &Reading<'_>, unit: &Unit) -> bool {
    !unit.ends
        && unit.within(LONGEST_OUTLET)
        && reading.is(unit.tokens.start, Class::CAPITAL)
        && is_titled(reading, unit)
        && unit.capitals + unit.function >= unit.words
}

/// Whether it has a word that titles of newspapers are made with: "News Analysis" is nobody's name.
fn is_titled(reading: &Reading<'_>, unit: &Unit) -> bool {
    unit.tokens.clone().any(|i| OUTLETS.contains(reading.lower(i)))
}

/// Marks the units above the first paragraph.
pub(crate) fn mark(desk: &mut Desk<'_, '_>) {
    use Confidence::{High, Low, Medium};
    let n = desk.units.len();
    let Some(mut body) = (0..n).find(|&i| desk.is_story(i)) else { return };
    // A headline that ends in a stop looks like a first paragraph.
    let stopped = (0..body).all(|i| !desk.is_open(i)) && headline::is_stopped(desk, body);
    let given = stopped.then_some((body, "stopped-headline", Medium));
    body += usize::from(stopped);
    let title = lead_in(desk);
    for i in 0..body {
        let Some(unit) = desk.units.get(i).filter(|_| desk.is_open(i)) else { continue };
        if agency::find(desk.reading.slice(unit.span)).is_some() {
            desk.set(i, Label::Credit, "agency-line", High);
        } else if !unit.prose && credit::of_agency(desk.reading, unit).is_some() {
            // "The body was found on Tuesday (WKVT)"
            desk.set(i, Label::Caption, "photo-credit", Low);
        }
    }
    let Some((headline, rule, confidence)) = given.or_else(|| headline::find(desk, body)) else {
        // The lead-in's title is the only one.
        if let Some(mark) = title.and_then(|part| desk.parts.get_mut(part)) {
            mark.1.label = Label::Headline;
        }
        above(desk, body);
        return;
    };
    desk.set(headline, Label::Headline, rule, confidence);
    again(desk, headline);
    above(desk, headline);
    for i in headline + 1..body {
        let Some(unit) = desk.units.get(i).filter(|_| desk.is_open(i)) else { continue };
        if shape::is_list_entry(desk.reading, unit) || unit.words >= STANDFIRST {
            desk.set(i, Label::Standfirst, "below-headline", Medium);
        } else if !unit.ends && byline::is_name(desk.reading, unit.tokens.clone()) && !is_titled(desk.reading, unit) {
            desk.set(i, Label::Byline, "below-headline", Low);
        } else if is_outlet(desk.reading, unit) {
            desk.set(i, Label::Masthead, "outlet-name", Medium);
        }
    }
}

/// The headline once more: alone anywhere, above it also with the outlet's name.
fn again(desk: &mut Desk<'_, '_>, headline: usize) {
    let text = desk.text(headline).to_owned();
    for i in (0..desk.units.len()).filter(|&i| i != headline) {
        let line = desk.text(i);
        let beside = line.len() > text.len() && line.len() <= text.len() + LONGEST_BESIDE;
        let titled = i < headline && text.len() >= headline::SHORTEST_INSIDE && beside && line.contains(&text);
        if desk.is_open(i) && (line == text || titled) {
            let pictured = !titled && desk.label(i + 1) == Some(Label::PhotoCredit);
            let label = if pictured { Label::Caption } else { Label::PageTitle };
            desk.set(i, label, "headline-again", Confidence::High);
        }
    }
}

/// What stands above the headline.
fn above(desk: &mut Desk<'_, '_>, headline: usize) {
    use Confidence::{High, Low, Medium};
    for i in 0..headline {
        if !desk.is_open(i) {
            continue;
        }
        let Some(unit) = desk.units.get(i).cloned() else { continue };
        if is_outlet(desk.reading, &unit) {
            desk.set(i, Label::Masthead, "outlet-name", High);
        } else if unit.within(LONGEST_OUTLET) && !unit.ends {
            let label = if i < HEAD { Label::Masthead } else { Label::Navigation };
            desk.set(i, label, "above-headline", Medium);
        } else if !unit.prose {
            desk.set(i, Label::PageTitle, "above-headline", Low);
        }
    }
}

/// " date 2031-05-07 News 6", " date 2031-05-07  Headline": a collection's lead-in. Answers which part is a title.
fn lead_in(desk: &mut Desk<'_, '_>) -> Option<usize> {
    let unit = desk.units.first().filter(|unit| !unit.prose)?;
    if !(desk.is_open(0) || desk.label(0) == Some(Label::PublishedLine)) {
        return None;
    }
    let at = shape::date_in(desk.reading, unit)?;
    let date = calendar::read(desk.reading, at, calendar::Order::default())?;
    if !(unit.tokens.start + 1..=unit.tokens.start + LONGEST_LEAD_IN).contains(&at) {
        return None;
    }
    let rest = date.tokens.end..unit.tokens.end;
    let words = rest.clone().filter(|&i| desk.reading.is(i, Class::WORD)).count();
    desk.set(0, Label::Masthead, "lead-in", Confidence::High);
    (words as u32 > headline::FEWEST_WORDS).then(|| {
        desk.parts.push((rest, Mark { label: Label::PageTitle, rule: "lead-in", confidence: Confidence::Medium }));
        desk.parts.len() - 1
    })
}
