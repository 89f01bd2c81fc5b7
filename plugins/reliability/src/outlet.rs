//! What tables and the user's lists say of the outlet, the agency, and the media that are cited.

use crate::page::Page;
use crate::ratings::{Rating, Ratings};
use crate::tables::Tables;
use crate::{Direction, Observation, Seen, domain};
use copydesk_core::{Confidence, Evidence};
use copydesk_masthead::Field;
use copydesk_sources::Class;
use std::collections::BTreeMap;

/// Signals of the outlet itself, and every rating of somebody whom the article names.
pub fn seen(page: &Page<'_, '_>, ratings: Option<&Ratings>) -> Vec<Seen> {
    let outlet = page.field(Field::Outlet).find_map(|line| Some((line.data.value.as_deref()?, line)));
    let name = outlet.map(|(name, _)| name);
    let host = page.reading.meta().url.as_deref().and_then(domain::host);
    let stated = || match outlet {
        Some((_, line)) => line.data.evidence.clone(),
        None => host.iter().map(|host| page.reading.cite_given(host.as_str(), "given")).collect::<Vec<Evidence>>(),
    };
    let mut seen = Vec::new();
    // The tables are read when somebody is looked up first.
    let at = |host: &str| Tables::get().at(host);
    let listed = host.as_deref().and_then(at).or_else(|| Tables::get().named(name?));
    let hold = listed.and_then(|listed| listed.hold);
    if let Some(listed) = listed.filter(|_| hold.is_some()) {
        let signal = Seen::new(Observation::ListedOutlet, Direction::Info, Confidence::High, stated());
        seen.push(signal.about([listed.name.clone(), listed.country.clone()]).held(hold));
    }
    let Some(ratings) = ratings.filter(|ratings| !ratings.is_empty()) else { return seen };
    let known = name.map(str::to_owned).or_else(|| host.clone());
    if let Some(rating) = of_outlet(ratings, name, host.as_deref()) {
        seen.push(rated(known.unwrap_or_default(), rating, stated()));
    }
    for line in page.field(Field::Wire) {
        let Some(agency) = line.data.value.as_deref().filter(|agency| Some(*agency) != name) else { continue };
        if let Some(rating) = of_name(ratings, agency) {
            seen.push(rated(agency.to_owned(), rating, line.data.evidence.clone()));
        }
    }
    let mut media: BTreeMap<&str, Vec<Evidence>> = BTreeMap::new();
    for (span, source) in &page.attributions {
        if matches!(source.class, Class::Media | Class::Wire | Class::StateMedia)
            && let Some(name) = &source.name
        {
            media.entry(name).or_default().push(page.reading.cite(*span, "mention"));
        }
    }
    for (name, evidence) in media {
        if let Some(rating) = of_name(ratings, name) {
            seen.push(rated(name.to_owned(), rating, evidence));
        }
    }
    seen
}

fn rated(name: String, rating: Rating, evidence: Vec<Evidence>) -> Seen {
    let mut seen = Seen::new(Observation::UserRating, Direction::Info, Confidence::High, evidence).about([name]);
    seen.signal.rating = Some(rating);
    seen
}

/// The rating of an outlet: by its address, by its name, by its class.
pub fn of_outlet(ratings: &Ratings, name: Option<&str>, host: Option<&str>) -> Option<Rating> {
    let tables = Tables::get();
    host.and_then(|host| ratings.of_domain(host)).or_else(|| name.and_then(|name| of_name(ratings, name))).or_else(
        || {
            let hold = host.and_then(|host| tables.at(host)).and_then(|listed| listed.hold)?;
            ratings.of_class(hold.name())
        },
    )
}

/// The rating of somebody by name: as it stands, as our table files it, by an address that the name is, by the class that the tables give.
pub fn of_name(ratings: &Ratings, name: &str) -> Option<Rating> {
    let listed = Tables::get().named(name);
    ratings
        .of_name(name)
        .or_else(|| ratings.of_name(&listed?.name))
        .or_else(|| ratings.of_domain(&domain::host(name)?))
        .or_else(|| ratings.of_class(listed?.hold?.name()))
}
