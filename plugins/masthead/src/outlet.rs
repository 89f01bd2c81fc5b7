//! Which outlet published it.

use crate::headline;
use crate::site::{Site, squashed};
use crate::witness::{Witness, witnesses};
use crate::{Entry, Field, Page};
use copydesk_core::{Class, Confidence, Span};
use copydesk_zones::{Label, agency};

/// Names of outlets have at most so many tokens.
const LONGEST: usize = 8;

/// The outlet, from the plainest place that names it.
pub(crate) fn find(page: &Page<'_, '_>) -> Option<Entry> {
    of_markup(page)
        .or_else(|| named_line(page))
        .or_else(|| in_title(page))
        .or_else(|| sign_off(page))
        .or_else(|| login(page))
        .or_else(|| biography(page))
        .or_else(|| dispatch(page))
}

/// What the site calls itself in the page's markup; else what the title has beside the headline.
fn of_markup(page: &Page<'_, '_>) -> Option<Entry> {
    let named = witnesses(page, Field::Outlet);
    let named: Vec<Witness<'_>> = named.into_iter().filter(|witness| is_name(witness.value)).collect();
    if let Some(first) = named.first() {
        let seconded = named
            .iter()
            .any(|other| other.family() != first.family() && squashed(other.value) == squashed(first.value));
        let host = Site::of(page).host;
        let at_home = !host.is_empty() && squashed(host).contains(&squashed(first.value));
        let confidence = if seconded || at_home { Confidence::High } else { Confidence::Medium };
        return Some(Entry::of_markup(
            page,
            Field::Outlet,
            first.value.to_owned(),
            &named,
            "stated-outlet",
            confidence,
        ));
    }
    let title = page.stated().iter().find(|stated| stated.key == "title")?;
    let heading = page.says(&["h1", "og:title", "json-ld:headline"])?;
    let name = headline::site_in_title(&title.value, heading)?;
    let witness = Witness::read_from(Field::Outlet, "page-title", title, name)?;
    Some(Entry::of_markup(page, Field::Outlet, name.to_owned(), &[witness], "page-title", Confidence::Medium))
}

/// No address, no line about rights, no sentence.
fn is_name(words: &str) -> bool {
    !words.contains("://")
        && !words.contains('©')
        && !words.contains('@')
        && words.split_whitespace().count() <= LONGEST
}

fn stated(page: &Page<'_, '_>, span: Span, rule: &'static str, confidence: Confidence) -> Option<Entry> {
    let name = page.reading.slice(span);
    (!name.is_empty()).then(|| Entry::stated(page, Field::Outlet, name.to_owned(), span, rule, confidence))
}

/// "Portavel Herald" on a line of its own, up to a bar.
fn named_line(page: &Page<'_, '_>) -> Option<Entry> {
    let (span, _) = page.zones(Label::Masthead).find(|(_, rule)| *rule == "outlet-name")?;
    stated(page, first_part(page, span), "outlet-line", Confidence::High)
}

fn first_part(page: &Page<'_, '_>, span: Span) -> Span {
    let reading = page.reading;
    let line = reading.lines().get(reading.line_at(span.start)).map_or(span, |line| line.span);
    let tokens = reading.tokens_in(Span::new(span.start, span.end.min(line.end)));
    let end = tokens.clone().find(|&i| matches!(reading.raw(i), "|" | "·" | "•")).unwrap_or(tokens.end);
    reading.span(tokens.start..end)
}

/// "Quellstädter Kurier - Headline", "Headline | Quellstädter Kurier": what the page's title has beside the headline.
fn in_title(page: &Page<'_, '_>) -> Option<Entry> {
    let reading = page.reading;
    let (headline, _) = page.zones(Label::Headline).next()?;
    let headline = reading.slice_lower(headline);
    for (title, _) in page.zones(Label::PageTitle) {
        let whole = reading.slice_lower(title);
        let Some(at) = whole.find(headline) else { continue };
        let before = Span::new(title.start, title.start + at as u32);
        let after = Span::new(title.start + (at + headline.len()) as u32, title.end);
        for part in [before, after] {
            let mut tokens = reading.tokens_in(part);
            let sign = |i: usize| reading.is(i, Class::DASH) || matches!(reading.raw(i), "|" | ":" | "·" | "»");
            let cut = tokens.end > tokens.start && (sign(tokens.start) || sign(tokens.end - 1));
            while tokens.end > tokens.start && sign(tokens.end - 1) {
                tokens.end -= 1;
            }
            while tokens.end > tokens.start && sign(tokens.start) {
                tokens.start += 1;
            }
            if cut && !tokens.is_empty() && tokens.len() <= LONGEST {
                return stated(page, reading.span(tokens), "page-title", Confidence::High);
            }
        }
    }
    None
}

/// "TV Valmere News, Ines Harrow."
fn sign_off(page: &Page<'_, '_>) -> Option<Entry> {
    let reading = page.reading;
    let (span, _) = page.zones(Label::SignOff).next()?;
    let tokens = reading.tokens_in(span);
    let mut end = tokens.clone().find(|&i| reading.raw(i) == ",")?;
    // "News" is the programme, where a name is left without it.
    if reading.lower(end - 1) == "news" && end - 1 > tokens.start {
        end -= 1;
    }
    stated(page, reading.span(tokens.start..end), "sign-off", Confidence::High)
}

/// "Log in … to connect with the Valmere Courier"
fn login(page: &Page<'_, '_>) -> Option<Entry> {
    let reading = page.reading;
    for (span, _) in page.zones(Label::Widget) {
        let tokens = reading.tokens_in(span);
        for i in tokens.clone() {
            if reading.lower(i) == "with" && reading.lower(i + 1) == "the" && i + 2 < tokens.end {
                let end = (i + 2..tokens.end.min(i + 2 + LONGEST))
                    .find(|&at| !reading.is(at, Class::CAPITAL))
                    .unwrap_or(tokens.end);
                if end >= i + 4 {
                    return stated(page, reading.span(i + 2..end), "login", Confidence::Medium).map(Entry::inferred);
                }
            }
        }
    }
    None
}

/// "Before joining Dailybrisk, Vash spent 4 years …"
fn biography(page: &Page<'_, '_>) -> Option<Entry> {
    let reading = page.reading;
    for (span, _) in page.zones(Label::AuthorBio) {
        let tokens = reading.tokens_in(span);
        for i in tokens.clone() {
            let joining = matches!(reading.lower(i), "joining" | "joined")
                && matches!(reading.lower(i.wrapping_sub(1)), "before" | "to" | "he" | "she" | "they" | "who");
            if !joining {
                continue;
            }
            let first = i + 1 + usize::from(reading.lower(i + 1) == "the" && reading.is(i + 2, Class::CAPITAL));
            let end = (first..tokens.end.min(first + LONGEST))
                .find(|&at| !reading.is(at, Class::CAPITAL))
                .unwrap_or(tokens.end);
            if end > first {
                return stated(page, reading.span(first..end), "biography", Confidence::Medium).map(Entry::inferred);
            }
        }
    }
    None
}

/// The agency of the dateline: its own dispatch, where no outlet is named. "VELM (TELIS) —" without a day is how newspapers print
/// an agency's copy (AP Stylebook, datelines): it tells the agency, and nothing of who ran it.
fn dispatch(page: &Page<'_, '_>) -> Option<Entry> {
    let (agency, dated) = page.datelines().find_map(|line| Some((line.agency?, line.date.is_some())))?;
    let span = page.reading.span(agency);
    let name = page.reading.slice(span);
    // A station that signs with its call sign is the outlet itself.
    if !dated && !agency::is_call_sign(name) {
        return None;
    }
    (agency::find(name).is_some() || agency::is_acronym(name))
        .then(|| stated(page, span, "own-dispatch", Confidence::Medium))
        .flatten()
}
