//! When it was published, as the page's markup states it.

use crate::day::{self, Stamp};
use crate::site::Site;
use crate::witness::{Witness, witnesses};
use crate::{Entry, Field, Page};
use copydesk_core::Confidence;

/// A date in front of the headline is as far from it as one so many times farther behind it: dates of other stories stand above.
const ABOVE: u64 = 4;

/// A witness and the day that it tells.
struct Dated<'a> {
    witness: Witness<'a>,
    stamp: Stamp,
}

/// The day that the page's markup states.
pub(super) fn find(page: &Page<'_, '_>) -> Option<Entry> {
    let dated = dated(page);
    let first = dated.first()?;
    let same = |other: &Dated<'_>| other.stamp.date == first.stamp.date;
    let agreed = dated.iter().any(|other| same(other) && other.witness.family() != first.witness.family());
    let denied = dated.iter().any(|other| !same(other) && other.witness.rank.tier <= 2 && !other.witness.aside);
    let (rule, alone) = match first.witness.rank.tier {
        1 => ("stated-published", Confidence::Medium),
        2 if first.witness.key == "address" => ("address", Confidence::Medium),
        2 => ("called-published", Confidence::Medium),
        3 => ("called-date", Confidence::Low),
        4 => ("created", Confidence::Low),
        _ => ("only-modified", Confidence::Low),
    };
    let confidence = match (agreed, denied) {
        (true, false) if first.witness.rank.tier <= 3 => Confidence::High,
        (false, true) => Confidence::Low,
        _ => alone,
    };
    let value = first.stamp.value.clone();
    let tier = first.witness.rank.tier;
    let all: Vec<Witness<'_>> = dated.iter().map(|dated| dated.witness.clone()).collect();
    let entry = Entry::of_markup(page, Field::Published, value, &all, rule, confidence);
    Some(if tier >= 4 { entry.inferred() } else { entry })
}

/// The witnesses that tell a day, the first believed first.
fn dated<'a>(page: &Page<'a, '_>) -> Vec<Dated<'a>> {
    let order = Site::of(page).order;
    let headline = page.stated().iter().find(|stated| stated.key == "h1").map_or(0, |stated| stated.place.start);
    let mut all = witnesses(page, Field::Published);
    for stated in page.stated().iter().filter(|stated| matches!(&*stated.key, "link:canonical" | "og:url")) {
        all.extend(Witness::read_from(Field::Published, "address", stated, &stated.value));
    }
    let mut dated: Vec<Dated<'a>> = all
        .into_iter()
        .filter_map(|witness| {
            let stamp = if witness.key == "address" {
                let (_, date) = day::in_address(witness.value)?;
                Stamp { date, value: date.to_string(), greenwich: false, ambiguous: false }
            } else {
                day::stamp(witness.value, order)?
            };
            Some(Dated { witness, stamp })
        })
        .collect();
    // Of several dates under one key the one nearest to the headline is the story's.
    let distance = |witness: &Witness<'_>| match witness.place.start.checked_sub(headline) {
        Some(behind) => behind,
        None => (headline - witness.place.start).saturating_mul(ABOVE),
    };
    dated.sort_by_key(|dated| (dated.witness.order(), distance(&dated.witness)));
    dated
}
