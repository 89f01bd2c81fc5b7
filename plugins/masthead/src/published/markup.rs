//! When it was published, as the page states and shows it.

use super::visible;
use crate::day::{self, Stamp};
use crate::site::Site;
use crate::witness::{Witness, witnesses};
use crate::{Entry, Field, Page, headline};
use copydesk_core::{Confidence, Span};

/// A date in front of the headline is as far from it as one so many times farther behind it: dates of other stories stand above.
const ABOVE: u64 = 4;
/// Within so many bytes of the page behind the headline stand the lines that belong to it, with all their markup.
const NEAR: u64 = 8_000;

/// A witness and the day that it tells.
struct Dated<'a> {
    witness: Witness<'a>,
    stamp: Stamp,
    /// Its place in the text, where it has one.
    span: Option<Span>,
    /// Whether it is an element that stands far from the headline.
    far: bool,
    /// How far from the headline it stands: bytes of the source, or lines of the text.
    distance: u64,
}

impl Dated<'_> {
    fn tier(&self) -> u8 {
        self.witness.rank.tier
    }
}

/// The day that the page states or shows.
pub(super) fn find(page: &Page<'_, '_>) -> Option<Entry> {
    page.reading.markup()?;
    let dated = dated(page);
    let stated = dated.first()?;
    let (first, rule, alone) = match local(&dated) {
        Some(local) => (local, "local-day", Confidence::Medium),
        None => {
            let (rule, alone) = match stated.tier() {
                1 => ("stated-published", Confidence::Medium),
                2 if stated.witness.key == "address" => ("address", Confidence::Medium),
                2 => ("called-published", Confidence::Medium),
                3 => ("called-date", Confidence::Low),
                4 if stated.witness.key == "picture" => ("picture", Confidence::Low),
                4 => ("created", Confidence::Low),
                _ => ("only-modified", Confidence::Low),
            };
            (stated, rule, alone)
        }
    };
    let same = |other: &&Dated<'_>| other.stamp.date == first.stamp.date;
    let agreed = dated.iter().filter(same).any(|other| other.witness.family() != first.witness.family());
    let denied = dated.iter().any(|other| {
        // The same moment, told in the time of Greenwich, gainsays nothing.
        let moment = rule == "local-day" && other.stamp.greenwich;
        !same(&other) && !moment && other.tier() <= 2 && !other.witness.aside
    });
    let confidence = match (agreed, denied) {
        (true, false) if first.tier() <= 3 => Confidence::High,
        (false, true) => Confidence::Low,
        _ => alone,
    };
    let witnesses: Vec<Witness<'_>> =
        dated.iter().filter(|dated| dated.span.is_none()).map(|dated| dated.witness.clone()).collect();
    let mut entry = Entry::of_markup(page, Field::Published, first.stamp.value.clone(), &witnesses, rule, confidence);
    // What the text shows is where it stands for a reader.
    if let Some(span) = dated.iter().filter(same).find_map(|dated| dated.span) {
        entry.data.evidence.push(page.reading.cite(span, "shows"));
        if first.span.is_some() {
            entry.span = Some(span);
            entry.data.evidence.retain(|evidence| evidence.start.is_some());
        }
    }
    Some(if first.tier() >= 4 { entry.inferred() } else { entry })
}

/// The day at the outlet, where the page states a time of Greenwich: "2031-03-05T01:30:00Z" under "March 4, 2031".
fn local<'d, 'a>(dated: &'d [Dated<'a>]) -> Option<&'d Dated<'a>> {
    let first = dated.first().filter(|first| first.stamp.greenwich)?;
    let beside = |other: &&Dated<'_>| {
        let days = (other.stamp.date - first.stamp.date).get_days();
        let changed = dated.iter().any(|changed| changed.tier() == 5 && changed.stamp.date == other.stamp.date);
        let told = !other.stamp.greenwich && !other.stamp.ambiguous && !changed;
        (2..=3).contains(&other.tier()) && told && days.abs() == 1
    };
    let other = dated.iter().filter(|other| !other.witness.aside).find(beside)?;
    // Not where another such witness has the very day.
    let seconded = dated.iter().any(|second| {
        !second.stamp.greenwich && (2..=3).contains(&second.tier()) && second.stamp.date == first.stamp.date
    });
    (!seconded).then_some(other)
}

/// The witnesses that tell a day, the first believed first.
fn dated<'a>(page: &Page<'a, '_>) -> Vec<Dated<'a>> {
    let site = Site::of(page);
    let order = site.order;
    let titles = witnesses(page, Field::Headline);
    let headline = headline::heading(&titles, &site);
    let seen = visible::dates(page, headline.map(|headline| headline.value), order);
    let headline = headline.map_or(0, |headline| headline.place.start);
    // Of several dates under one key the one nearest to the headline is the story's.
    let distance = |witness: &Witness<'_>| match witness.place.start.checked_sub(headline) {
        Some(behind) => behind,
        None => (headline - witness.place.start).saturating_mul(ABOVE),
    };
    let of_markup = witnesses(page, Field::Published).into_iter().filter_map(|witness| {
        let stamp = day::stamp(witness.value, order)?;
        let shown = witness.key.starts_with("time") || witness.key.starts_with("class:");
        let distance = distance(&witness);
        let far = shown && distance > NEAR;
        // "Last updated on March 4, 2031", in an element that is called a date.
        let changed = witness.key.starts_with("class:") && visible::is_modified(witness.value, order);
        let witness = if changed { witness.renamed(Field::Published, "class:modified")? } else { witness };
        Some(Dated { distance, witness, stamp, span: None, far })
    });
    let addresses = page.stated().iter().filter_map(|stated| {
        let key = match &*stated.key {
            "link:canonical" | "og:url" => "address",
            "og:image" | "twitter:image" | "og:image:url" => "picture",
            _ => return None,
        };
        let (_, date) = day::in_address(&stated.value)?;
        let witness = Witness::read_from(Field::Published, key, stated, &stated.value)?;
        Some(Dated { witness, stamp: Stamp::of(date, false), span: None, far: false, distance: 0 })
    });
    let seen = seen.into_iter().filter_map(|seen| {
        let witness = Witness::shown(Field::Published, seen.key, page.reading.slice(seen.span))?;
        let stamp = Stamp::of(seen.day.date, seen.day.ambiguous);
        Some(Dated { witness, stamp, span: Some(seen.span), far: false, distance: seen.lines as u64 })
    });
    let mut dated: Vec<Dated<'a>> = of_markup.chain(addresses).chain(seen).collect();
    // A date far from the headline is that of the visit, or belongs to another story.
    dated.sort_by_key(|dated| (dated.witness.tier(), dated.far, dated.witness.rank.place, dated.distance));
    dated
}
