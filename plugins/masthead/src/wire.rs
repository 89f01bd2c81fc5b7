//! Which news agency the story comes from.

use crate::{Entry, Field, Page};
use copydesk_core::{Class, Confidence, Span};
use copydesk_zones::Label;
use copydesk_zones::agency::{self, Agency};

/// The name of an agency in a credit has at most so many tokens.
const LONGEST: usize = 8;

/// The agency, from the plainest place that names it.
pub(crate) fn find(page: &Page<'_, '_>) -> Option<Entry> {
    dateline(page).or_else(|| credit(page)).or_else(|| copyright(page)).or_else(|| byline(page)).or_else(|| photo(page))
}

/// The name under which it is filed, where it is known; else as it stands.
fn filed(name: &str) -> Option<String> {
    match agency::find(name) {
        Some(Agency::Known(filed)) => Some(filed.to_owned()),
        Some(Agency::Shaped) => Some(name.to_owned()),
        None => None,
    }
}

fn dateline(page: &Page<'_, '_>) -> Option<Entry> {
    page.datelines().find_map(|line| {
        let span = page.reading.span(line.agency?);
        let name = page.reading.slice(span);
        let filed = filed(name);
        let confidence = if filed.is_some() { Confidence::High } else { Confidence::Medium };
        let acronym = agency::is_acronym(name) && !agency::is_call_sign(name);
        let value = filed.or_else(|| acronym.then(|| name.to_owned()))?;
        Some(Entry::stated(page, Field::Wire, value, span, "dateline-agency", confidence))
    })
}

/// "… abroad. TELIS", "Norvane" alone behind the story.
fn credit(page: &Page<'_, '_>) -> Option<Entry> {
    page.zones(Label::Credit).find_map(|(span, rule)| {
        let tokens = page.reading.tokens_in(span);
        let mark = |i: usize| page.reading.is(i, Class::SIGN);
        let first = tokens.clone().find(|&i| !mark(i))?;
        let last = tokens.clone().rev().find(|&i| !mark(i))?;
        let span = page.reading.span(first..last + 1);
        let name = page.reading.slice(span);
        let confidence = if rule == "lone-name" { Confidence::Low } else { Confidence::High };
        Some(Entry::stated(
            page,
            Field::Wire,
            filed(name).unwrap_or_else(|| name.to_owned()),
            span,
            "credit",
            confidence,
        ))
    })
}

/// "© (2031) Agence Lorne-Quist"
fn copyright(page: &Page<'_, '_>) -> Option<Entry> {
    page.zones(Label::Copyright).find_map(|(span, _)| {
        let (span, value) = agency_in(page, span)?;
        Some(Entry::stated(page, Field::Wire, value, span, "copyright-line", Confidence::High))
    })
}

/// "By Norvane News Agency", "Reuters" in the byline.
fn byline(page: &Page<'_, '_>) -> Option<Entry> {
    page.zones(Label::Byline).find_map(|(span, _)| {
        let (span, value) = agency_in(page, span)?;
        Some(Entry::stated(page, Field::Wire, value, span, "byline-agency", Confidence::Medium))
    })
}

/// "© POOL/ALQ": the agency of the picture, of which the text may be another's.
fn photo(page: &Page<'_, '_>) -> Option<Entry> {
    let reading = page.reading;
    page.zones(Label::PhotoCredit).find_map(|(span, _)| {
        let tokens = reading.tokens_in(span);
        let known = agency_in(page, span);
        // "POOL/ALQ", "TELIS-PPA": capitals joined to others.
        let acronym = || {
            let i = tokens.clone().rev().find(|&i| {
                agency::is_acronym(reading.raw(i))
                    && reading.glued(i)
                    && reading.raw(i.wrapping_sub(1)) == "/"
                    && !matches!(reading.raw(i), "FILE" | "POOL")
            })?;
            let slash = reading.raw(tokens.start) == "/" || tokens.clone().any(|i| reading.raw(i) == "©");
            slash.then(|| (reading.token(i).span(), reading.raw(i).to_owned()))
        };
        let (span, value) = known.or_else(acronym)?;
        Some(Entry::stated(page, Field::Wire, value, span, "photo-only", Confidence::Low).inferred())
    })
}

/// The longest name of an agency inside a zone, bound to its beginning first.
fn agency_in(page: &Page<'_, '_>, span: Span) -> Option<(Span, String)> {
    let reading = page.reading;
    let tokens = reading.tokens_in(span);
    for first in tokens.clone().filter(|&i| reading.is(i, Class::CAPITAL)) {
        for last in (first..tokens.end.min(first + LONGEST)).rev() {
            let span = reading.span(first..last + 1);
            if let Some(value) = filed(reading.slice(span)) {
                return Some((span, value));
            }
        }
    }
    None
}
