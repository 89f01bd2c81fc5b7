//! The headline.

use crate::site::{Site, squashed};
use crate::witness::{Witness, witnesses};
use crate::{Entry, Field, Page};
use copydesk_core::{Confidence, Span};
use copydesk_zones::Label;
use std::collections::HashSet;

/// A heading is the headline where it shares so many of its words with a title of the page, in per cent of the shorter of the two:
/// editors shorten headlines for the title, and a page's heading that shares less is the name of the site or of a section.
const SHARED: usize = 50;
/// What stands between a title and the name of its site.
const BETWEEN: [&str; 12] = [" | ", " - ", " – ", " — ", " • ", " · ", " :: ", " » ", " « ", " : ", ": ", " / "];
/// Of these, what hardly stands inside a headline.
const BARS: [&str; 5] = [" | ", " • ", " · ", " :: ", " » "];
/// So many headings and titles of a page are compared, and so many places looked at where a title may be cut: more is a list.
const MOST: usize = 16;
/// The name of a site has at most so many words, where nothing else tells that it is one.
const LONGEST_NAME: usize = 5;

/// The headline: given, stated by the markup, or found by the zones plugin.
pub(crate) fn find(page: &Page<'_, '_>) -> Option<Entry> {
    let zone = page.zones(Label::Headline).next().map(|(span, _)| span);
    let title = page.reading.meta().title.as_deref();
    if let Some(title) = title
        && zone.is_none_or(|zone| squashed(page.reading.slice(zone)) != squashed(title))
        && page.reading.markup().is_some()
    {
        return Some(Entry::given(page, Field::Headline, title));
    }
    if let Some(mut entry) = of_markup(page) {
        // The text has it too: that is where it stands for a reader.
        let same = |span: &Span| {
            entry.data.value.as_deref().is_some_and(|value| squashed(value) == squashed(page.reading.slice(*span)))
        };
        if let Some(span) = zone.filter(same) {
            entry.span = Some(span);
            entry.data.evidence.insert(0, page.reading.cite(span, "states"));
        }
        return Some(entry);
    }
    if let Some(span) = zone {
        let words = page.reading.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
        return Some(Entry::stated(page, Field::Headline, words, span, "headline-zone", Confidence::High));
    }
    title.map(|title| Entry::given(page, Field::Headline, title))
}

/// The heading that is the headline, if one of them is.
pub(crate) fn heading<'w, 'a>(all: &'w [Witness<'a>], site: &Site<'_>) -> Option<&'w Witness<'a>> {
    let is_heading = |witness: &&Witness<'_>| witness.key == "h1";
    let titles = all.iter().filter(|witness| !is_heading(witness));
    // The page's title has the site's name too, so that a heading which is that name would agree with it.
    let shared_ones = titles.clone().any(|title| title.rank.tier < 3);
    let titles: Vec<&str> = titles
        .filter(|title| !shared_ones || title.rank.tier < 3)
        .map(|title| without_site(title.value, site))
        .take(MOST)
        .collect();
    let agreed = |words: &str| titles.iter().map(|title| shared(words, title)).max();
    let headings = all.iter().filter(is_heading).filter(|heading| !site.is_called(heading.value));
    headings
        .take(MOST)
        .map(|heading| (agreed(heading.value), heading))
        .filter(|(agreed, _)| agreed.is_none_or(|agreed| agreed >= SHARED))
        .min_by_key(|(agreed, heading)| (heading.aside, std::cmp::Reverse(agreed.unwrap_or(0))))
        .map(|(_, heading)| heading)
}

/// What headings and titles agree on.
fn of_markup(page: &Page<'_, '_>) -> Option<Entry> {
    let site = Site::of(page);
    let all = witnesses(page, Field::Headline);
    let (witness, rule) = match heading(&all, &site) {
        Some(heading) => (heading, "heading"),
        None => (all.iter().find(|witness| witness.key != "h1")?, "stated-title"),
    };
    let value = without_site(witness.value, &site).to_owned();
    let seconded = all
        .iter()
        .any(|other| other.key != witness.key && squashed(without_site(other.value, &site)) == squashed(&value));
    let confidence = if seconded { Confidence::High } else { Confidence::Medium };
    let mut kept = vec![witness.clone()];
    kept.extend(all.iter().filter(|other| other.place != witness.place).cloned());
    Some(Entry::of_markup(page, Field::Headline, value, &kept, rule, confidence))
}

/// How many of their words two titles share, in per cent of the shorter one.
fn shared(a: &str, b: &str) -> usize {
    let words = |title: &str| -> HashSet<String> {
        title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let (a, b) = (words(a), words(b));
    let shorter = a.len().min(b.len());
    (a.intersection(&b).count() * 100).checked_div(shorter).unwrap_or(0)
}

/// A title without the name of its site: "Ferries sail again | Valmere Courier", "Valmere Courier: Ferries sail again".
pub(crate) fn without_site<'t>(title: &'t str, site: &Site<'_>) -> &'t str {
    let mut title = title.trim();
    // "Headline - Section - Site": each cut shortens it.
    while let Some(shorter) = cut(title, site) {
        title = shorter;
    }
    title
}

fn cut<'t>(title: &'t str, site: &Site<'_>) -> Option<&'t str> {
    let places: Vec<(usize, &str)> =
        BETWEEN.iter().flat_map(|sign| title.match_indices(sign)).filter(|(at, _)| *at > 0).take(MOST).collect();
    let parts = |(at, sign): &(usize, &str)| Some((title.get(..*at)?, title.get(at + sign.len()..)?));
    for place in &places {
        let (before, behind) = parts(place)?;
        if site.is_called(behind) {
            return Some(before.trim());
        }
        if site.is_called(before) {
            return Some(behind.trim());
        }
    }
    let last = places.iter().filter(|(_, sign)| BARS.contains(sign)).max_by_key(|(at, _)| *at)?;
    let (before, behind) = parts(last)?;
    let words = |part: &str| part.split_whitespace().count();
    (words(behind) <= LONGEST_NAME && words(before) > words(behind)).then(|| before.trim())
}

/// What a title has beside the headline: the name of the site, where nothing else names it.
pub(crate) fn site_in_title<'t>(title: &'t str, headline: &str) -> Option<&'t str> {
    let at = title.find(headline).filter(|_| !headline.is_empty())?;
    let (before, behind) = (title.get(..at)?.trim(), title.get(at + headline.len()..)?.trim());
    let signs = |c: char| matches!(c, '|' | '-' | '–' | '—' | '•' | '·' | ':' | '»' | '«' | '/');
    let name = |part: &'t str| {
        let name = part.trim_matches(signs).trim();
        (name.len() < part.len() && !name.is_empty() && name.split_whitespace().count() <= LONGEST_NAME).then_some(name)
    };
    // "Headline - Section | Site": the site stands at the end.
    let end = name(behind.rsplit(" | ").next().unwrap_or(behind)).or_else(|| name(behind));
    end.or_else(|| name(before))
}
