//! Addresses to write to that lie in somebody else's domain.

use crate::name::domain_like;
use crate::page::{Page, is_agency};
use crate::{Direction, Observation, Seen};
use copydesk_core::lang::en::lexicon::{WordSet, entries};
use copydesk_core::{Confidence, Span};
use copydesk_masthead::Field;
use copydesk_zones::Label;
use std::sync::LazyLock;

/// The part before the @ has at most so many bytes (RFC 5321, 4.5.3.1.1).
const LOCAL: usize = 64;
/// A domain has at most so many bytes (RFC 5321, 4.5.3.1.2).
const DOMAIN: usize = 255;
/// A name and a domain that share so many letters in a row are akin: "Harbour Daily" and "harbour.example".
const SHARED: usize = 4;
/// Shorter domains than this may be made of letters of the name: "nyt", "sz", "faz", "scmp".
const SHORT: usize = 5;

static FREE: LazyLock<WordSet> =
    LazyLock::new(|| entries(include_str!("words/freemail.txt")).flat_map(str::split_ascii_whitespace).collect());

/// Addresses in the page's own notes on itself. One that stands in the story is somebody else's.
pub fn seen(page: &Page<'_, '_>) -> Option<Seen> {
    let outlet = page.field(Field::Outlet).find_map(|line| line.data.value.clone())?;
    let name = domain_like(&outlet);
    // An agency's report is answered for by the agency; an outlet that writes in another script can't be compared.
    if name.len() < 2 || is_agency(&outlet) {
        return None;
    }
    let wires: Vec<String> =
        page.field(Field::Wire).filter_map(|line| line.data.value.as_deref()).map(domain_like).collect();
    let mut foreign = Vec::new();
    for zone in page.zones {
        let own = matches!(zone.data.label, Label::Contact | Label::AuthorBio | Label::Byline | Label::Copyright);
        let Some(span) = zone.span.filter(|_| own) else { continue };
        for (place, domain) in addresses(page, span) {
            let Some(label) = registered(&domain) else { continue };
            if wires.iter().any(|wire| akin(wire, &label)) || FREE.contains(label.as_str()) {
                continue;
            }
            // Where one address fits, the others are guests'.
            if akin(&name, &label) {
                return None;
            }
            foreign.push(page.reading.cite(place, "address"));
        }
    }
    let signal = Observation::ContactDomainMismatch;
    (!foreign.is_empty()).then(|| Seen::new(signal, Direction::Caution, Confidence::Medium, foreign).about([outlet]))
}

/// The mail addresses in a stretch, with their domains.
fn addresses(page: &Page<'_, '_>, span: Span) -> Vec<(Span, String)> {
    let text = page.reading.slice(span).as_bytes();
    let mut found = Vec::new();
    for at in text.iter().enumerate().filter(|(_, b)| **b == b'@').map(|(at, _)| at) {
        let local = |b: &&u8| b.is_ascii_alphanumeric() || matches!(**b, b'.' | b'-' | b'_' | b'+');
        let host = |b: &&u8| b.is_ascii_alphanumeric() || matches!(**b, b'.' | b'-');
        let before = text.iter().take(at).rev().take(LOCAL).take_while(local).count();
        let mut behind = text.iter().skip(at + 1).take(DOMAIN).take_while(host).count();
        while behind > 0 && text.get(at + behind).is_some_and(|b| matches!(b, b'.' | b'-')) {
            behind -= 1;
        }
        let place = Span::new(span.start + (at - before) as u32, span.start + (at + 1 + behind) as u32);
        let domain = page.reading.slice(Span::new(span.start + at as u32 + 1, place.end)).to_ascii_lowercase();
        if before > 0 && domain.contains('.') {
            found.push((place, domain));
        }
    }
    found
}

/// The part of a domain that somebody chose: "veranda-times" of "mail.veranda-times.co.uk". None for those of universities and
/// governments, whose people write as guests.
fn registered(domain: &str) -> Option<String> {
    let mut parts: Vec<&str> = domain.split('.').filter(|part| !part.is_empty()).collect();
    let top = parts.pop()?;
    // "co.uk", "com.au", "or.jp": the second level of a country's domain is no name.
    let second =
        |part: &&str| top.len() == 2 && (part.len() == 2 || matches!(*part, "com" | "org" | "net" | "edu" | "gov"));
    if parts.len() > 1
        && let Some(last) = parts.pop_if(|part| second(part))
        && matches!(last, "ac" | "edu" | "gov" | "go")
    {
        return None;
    }
    if matches!(top, "edu" | "gov" | "mil" | "int") {
        return None;
    }
    let label = domain_like(parts.last()?);
    (label.len() > 1).then_some(label)
}

/// Whether a domain has something of a name: letters in a row, or for a short domain the name's letters in order.
fn akin(name: &str, label: &str) -> bool {
    if name.contains(label) || label.contains(name) {
        return true;
    }
    let (name, label) = (name.as_bytes(), label.as_bytes());
    if label.windows(SHARED).any(|run| name.windows(SHARED).any(|other| other == run)) {
        return true;
    }
    let mut letters = name.iter();
    label.len() < SHORT && name.first() == label.first() && label.iter().all(|b| letters.any(|letter| letter == b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_and_names() {
        let fits = |name: &str, domain: &str| akin(&domain_like(name), &registered(domain).unwrap());
        assert!(fits("Quellstädter Kurier", "quellstaedter-kurier.example"));
        assert!(fits("Portavel Herald", "mail.portavelherald.co.uk"));
        assert!(fits("South Coast Morning Post", "scmp.example"));
        assert!(fits("KBS", "news.kbs.co.kr"));
        assert!(!fits("Dailybrisk", "veranda-times.example"));
        assert_eq!(registered("orrel.ac.uk"), None);
        assert_eq!(registered("coast.edu"), None);
        assert_eq!(registered("x"), None);
    }
}
