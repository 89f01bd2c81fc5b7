//! What site a page is of: its name and address, and in which order it writes day and month.

use crate::witness::witnesses;
use crate::{Field, Page};
use copydesk_core::lang::en::calendar::Order;

/// The site that a page is of.
pub(crate) struct Site<'a> {
    /// What it is called, the first believed first.
    pub names: Vec<&'a str>,
    /// The host of the page's address, without "www.".
    pub host: &'a str,
    pub order: Order,
}

/// A page gives its site at most so many names that are worth comparing.
const MOST_NAMES: usize = 8;
/// Countries whose English puts the day first, by the ends of their hosts and the regions of their language tags.
const DAY_FIRST: [&str; 14] = ["uk", "gb", "au", "nz", "ie", "in", "za", "sg", "my", "ng", "ke", "gh", "pk", "lk"];

impl<'a> Site<'a> {
    pub fn of(page: &Page<'a, '_>) -> Self {
        let address = page.says(&["link:canonical", "og:url"]).or(page.reading.meta().url.as_deref()).unwrap_or("");
        let host = address.split_once("://").map_or(address, |(_, rest)| rest);
        let host = host.split(['/', '?', '#', ':']).next().unwrap_or(host);
        let host = host.strip_prefix("www.").unwrap_or(host);
        let names = witnesses(page, Field::Outlet).iter().map(|witness| witness.value).take(MOST_NAMES).collect();
        Self { names, host, order: order(page, host) }
    }

    /// Whether these words name the site: its stated name, or its host spelt out ("Valmere Courier", valmerecourier.example).
    pub fn is_called(&self, words: &str) -> bool {
        let words = squashed(words);
        if words.is_empty() {
            return false;
        }
        let name = self.names.iter().any(|name| squashed(name) == words);
        let host = squashed(self.host.rsplit_once('.').map_or(self.host, |(name, _)| name));
        name || words.len() > 3
            && (host == words
                || squashed(self.host) == words
                || host.ends_with(&words)
                || words.starts_with(&host) && host.len() > 3)
    }
}

/// Letters and digits alone, in small letters.
pub(crate) fn squashed(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn order(page: &Page<'_, '_>, host: &str) -> Order {
    let tags = ["og:locale", "html:lang", "json-ld:inlanguage", "http:content-language"];
    let tag = tags.iter().filter_map(|key| page.says(&[key])).max_by_key(|tag| tag.len()).unwrap_or("");
    let mut parts = tag.split(['-', '_']);
    let language = parts.next().unwrap_or("").to_ascii_lowercase();
    let region = parts.next_back().unwrap_or("").to_ascii_lowercase();
    let country = host.rsplit('.').next().unwrap_or("");
    let language = if language.is_empty() { page.reading.language().unwrap_or("en") } else { &language };
    let day_first = language != "en" || DAY_FIRST.contains(&region.as_str()) || DAY_FIRST.contains(&country);
    if day_first { Order::DayFirst } else { Order::MonthFirst }
}
