//! Pinning: the publication day of an article that states none, from a date that another article of its cluster prints.
//!
//! "… signed by the president on Monday, the agency reported Tuesday" has no date. When another article of the same event says that
//! he signed on May 5, 2031, and that day is a Monday, then "Monday" is that day, and "Tuesday" the next: the article is of May 6.
//! The result is called inferred, and its premises are cited.

use crate::{Account, Datum, Pending};
use copydesk_core::{Evidence, Value};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

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

/// The day, where the value is one.
fn day(datum: &Datum) -> Option<Date> {
    match datum.value {
        Value::Days { earliest, latest } if earliest == latest => Some(earliest),
        _ => None,
    }
}

/// Pins the undated articles of one cluster, and resolves their weekdays. What was pinned comes back with its premises.
pub fn pin(cluster: &mut [Account]) -> Vec<Pin> {
    let mut pins: Vec<Pin> = Vec::new();
    // An article that was pinned may pin the next; each round pins at least one, so that there are never more rounds than articles.
    loop {
        let next =
            cluster.iter().enumerate().filter(|(_, account)| account.published.is_none()).find_map(|(i, account)| {
                let premise = cluster
                    .iter()
                    .filter(|other| other.document != account.document)
                    .find_map(|other| tie(account, other))?;
                Some((i, premise))
            });
        let Some((i, (published, premises))) = next else { return pins };
        if let Some(account) = cluster.get_mut(i) {
            account.published = Some(published);
            pins.push(Pin { document: account.document.clone(), day: published, premises });
            account.data.iter_mut().for_each(|datum| resolve(datum, published));
            account.data.sort();
        }
    }
}

/// The day of `account` that one of `other`'s dates gives, with the words of both.
fn tie(account: &Account, other: &Account) -> Option<(Date, Vec<Evidence>)> {
    let open = account.data.iter().filter(|datum| matches!(datum.pending, Some(Pending::Weekday(_))));
    for mine in open {
        let known = other.data.iter().filter(|theirs| theirs.on == "date" && theirs.about == mine.about);
        for theirs in known {
            let Some(day) = day(theirs).filter(|day| Some(weekday(*day)) == mine.pending) else { continue };
            if mine.names.is_disjoint(&theirs.names) {
                continue;
            }
            let report = account
                .data
                .iter()
                .find(|datum| matches!(datum.pending, Some(Pending::Weekday(_))) && datum.about == REPORTS);
            let published = match report.and_then(|report| report.pending) {
                Some(Pending::Weekday(reported)) => on_or_after(day, reported),
                _ => day,
            };
            let mut premises = vec![mine.place.clone()];
            premises.extend(report.filter(|report| report.place != mine.place).map(|report| report.place.clone()));
            premises.push(theirs.place.clone());
            for premise in &mut premises {
                "premise".clone_into(&mut premise.role);
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
