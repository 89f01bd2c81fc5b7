//! Pinning: the publication day of an article that states none, from a date that another article of its cluster prints.
//!
//! "… signed by the president on Monday, the agency reported Tuesday" has no date. When another article of the same event says that
//! he signed on May 5, 2031, and that day is a Monday, then "Monday" is that day, and "Tuesday" the next: the article is of May 6.
//! The result is called inferred, and its premises are cited.

use crate::{Account, Datum, Pending};
use copydesk_core::{Evidence, SmolStr, Value};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::collections::{BTreeMap, BTreeSet};

/// A publication day that the pile gives to an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// The article.
    pub document: String,
    /// Its day of publication.
    pub day: Date,
    /// The article's own words first, then the other article's.
    pub premises: Vec<Evidence>,
}

/// Acts of reporting: an article's "reported Tuesday" is its own day.
pub(crate) const REPORTS: &str = "announce";

fn weekday(day: Date) -> Pending {
    Pending::Weekday(day.weekday().to_monday_one_offset() as u8)
}

/// A day that an article prints, with what ties another article's weekday to it.
struct Known {
    document: String,
    day: Date,
    names: BTreeSet<String>,
    place: Evidence,
}

/// The days that the articles of a cluster print, by act and weekday.
type Calendar = BTreeMap<(String, Pending), Vec<Known>>;

/// So many days of one act and weekday are kept: five hundred copies of a story have but one.
const MOST: usize = 64;

/// An article that was pinned may pin the next, in so many rounds at the most.
const ROUNDS: usize = 8;

fn enter(calendar: &mut Calendar, account: &Account) {
    for datum in account.data.iter().filter(|datum| datum.on == "date") {
        let Some(day) = datum.day() else { continue };
        let days = calendar.entry((datum.about.clone(), weekday(day))).or_default();
        if days.len() < MOST && !days.iter().any(|known| known.day == day && known.names == datum.names) {
            let (document, names, place) = (account.document.clone(), datum.names.clone(), datum.place.clone());
            days.push(Known { document, day, names, place });
        }
    }
}

/// Pins the undated articles of one cluster, and resolves their weekdays. What was pinned comes back with its premises.
pub fn pin(cluster: &mut [Account]) -> Vec<Pin> {
    let mut pins: Vec<Pin> = Vec::new();
    if cluster.iter().all(|account| account.published.is_some()) {
        return pins;
    }
    let mut calendar = Calendar::new();
    cluster.iter().for_each(|account| enter(&mut calendar, account));
    for _ in 0..ROUNDS {
        let before = pins.len();
        for account in cluster.iter_mut().filter(|account| account.published.is_none()) {
            let Some((published, premises)) = tie(account, &calendar) else { continue };
            account.published = Some(published);
            pins.push(Pin { document: account.document.clone(), day: published, premises });
            account.data.iter_mut().for_each(|datum| resolve(datum, published));
            account.data.sort();
            enter(&mut calendar, account);
        }
        if pins.len() == before {
            break;
        }
    }
    pins
}

/// The day of `account` that a date of another article gives, with the words of both.
fn tie(account: &Account, calendar: &Calendar) -> Option<(Date, Vec<Evidence>)> {
    let waits = |datum: &&Datum| matches!(datum.pending, Some(Pending::Weekday(_)));
    // Something is reported every day: an act ties better than its report.
    let acts = account.data.iter().filter(waits).filter(|datum| datum.about != REPORTS);
    for mine in acts.chain(account.data.iter().filter(waits).filter(|datum| datum.about == REPORTS)) {
        let Some(known) = mine.pending.and_then(|pending| calendar.get(&(mine.about.clone(), pending))) else {
            continue;
        };
        let mut other = known.iter().filter(|known| known.document != account.document);
        if let Some(theirs) = other.find(|known| !known.names.is_disjoint(&mine.names)) {
            let report = account.data.iter().filter(waits).find(|datum| datum.about == REPORTS);
            let published = match report.and_then(|report| report.pending) {
                Some(Pending::Weekday(reported)) => on_or_after(theirs.day, reported),
                _ => theirs.day,
            };
            let mut premises = vec![mine.place.clone()];
            premises.extend(report.filter(|report| report.place != mine.place).map(|report| report.place.clone()));
            premises.push(theirs.place.clone());
            for premise in &mut premises {
                premise.role = SmolStr::new_static("premise");
            }
            return Some((published, premises));
        }
    }
    None
}

fn on_or_after(day: Date, weekday: u8) -> Date {
    let Ok(weekday) = Weekday::from_monday_one_offset(weekday as i8) else { return day };
    if day.weekday() == weekday { day } else { day.nth_weekday(1, weekday).unwrap_or(day) }
}

/// What waits for the day of publication: a weekday is the last such day up to it.
fn resolve(datum: &mut Datum, published: Date) {
    let interval = match datum.pending {
        Some(Pending::Weekday(weekday)) => Weekday::from_monday_one_offset(weekday as i8).ok().and_then(|weekday| {
            let day =
                if published.weekday() == weekday { Some(published) } else { published.nth_weekday(-1, weekday).ok() };
            Some((day?, day?))
        }),
        Some(Pending::Day(away)) => published.checked_add(i32::from(away).days()).ok().map(|day| (day, day)),
        Some(Pending::Week(away)) => {
            let back = i32::from(published.weekday().to_monday_zero_offset());
            let monday = published.checked_add((i32::from(away) * 7 - back).days()).ok();
            monday.and_then(|monday| Some((monday, monday.checked_add(6.days()).ok()?)))
        }
        Some(Pending::Month(away)) => {
            let first = published.first_of_month().checked_add(i32::from(away).months()).ok();
            first.map(|first| (first, first.last_of_month()))
        }
        None => None,
    };
    if let Some((earliest, latest)) = interval {
        datum.value = Value::Days { earliest, latest };
        datum.pending = None;
    }
}
