//! Countries by any of their names.

use copydesk_core::Reading;
use copydesk_core::lang::en::lexicon::entries;
use std::collections::HashMap;
use std::sync::LazyLock;

struct Countries {
    /// Every name, in lower case, with its country.
    names: HashMap<String, &'static str>,
    /// The first word of every name, with how many tokens the longest name has that begins with it.
    first: HashMap<String, usize>,
    /// Countries by their top-level domains.
    domains: HashMap<&'static str, &'static str>,
    /// Outlets whose name and address tell no country, in lower case.
    outlets: HashMap<String, &'static str>,
}

static COUNTRIES: LazyLock<Countries> = LazyLock::new(|| {
    let mut countries =
        Countries { names: HashMap::new(), first: HashMap::new(), domains: HashMap::new(), outlets: HashMap::new() };
    for line in entries(include_str!("words/countries.txt")) {
        let mut fields = line.split('|').map(str::trim);
        let country = fields.clone().next().unwrap_or_default();
        for name in fields.by_ref().take(NAMES).flat_map(|field| field.split(',')).map(str::trim) {
            if name.is_empty() {
                continue;
            }
            let name = name.to_lowercase();
            // Letters and single signs, as core cuts tokens: "u.s." has four.
            let tokens =
                name.split_whitespace().map(|word| 1 + 2 * word.matches(|c: char| !c.is_alphanumeric()).count()).sum();
            let first = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned();
            let longest = countries.first.entry(first).or_insert(tokens);
            *longest = tokens.max(*longest);
            countries.names.entry(name).or_insert(country);
        }
        if let Some(domain) = fields.next().filter(|domain| !domain.is_empty()) {
            countries.domains.insert(domain, country);
        }
    }
    for line in entries(include_str!("words/outlets.txt")) {
        let (country, outlets) = line.split_once(':').unwrap_or((line, ""));
        for outlet in outlets.split(',') {
            countries.outlets.insert(folded(outlet), country);
        }
    }
    countries
});

/// Fields of the list of countries that hold names: the short name, capitals, demonyms, other names.
const NAMES: usize = 4;

/// An outlet's name is read for a country over so many words: "The Royal Gazette and Kestrian Shipping Advertiser" has seven.
const OUTLET_WORDS: usize = 12;

/// A name as outlets are compared: in lower case, without its article.
fn folded(outlet: &str) -> String {
    let outlet = outlet.trim().to_lowercase();
    outlet.strip_prefix("the ").unwrap_or(&outlet).to_owned()
}

/// The country that a name, a demonym or a capital stands for, in any case: "Seoul", "South Korean" and "ROK" are "South Korea".
///
/// ```
/// use copydesk_names::country;
/// assert_eq!(country("Kyiv"), Some("Ukraine"));
/// assert_eq!(country("Ukrainian"), Some("Ukraine"));
/// assert_eq!(country("Port Mirel"), None);
/// ```
#[must_use]
pub fn country(name: &str) -> Option<&'static str> {
    COUNTRIES.names.get(&name.to_lowercase()).copied()
}

/// The country that an outlet writes in, where its name tells: one of the list, or one with a country, a people or a capital in it.
///
/// ```
/// use copydesk_names::outlet_country;
/// assert_eq!(outlet_country("KBS"), Some("South Korea"));
/// assert_eq!(outlet_country("The Kyiv Ledger"), Some("Ukraine"));
/// assert_eq!(outlet_country("Harbour Post"), None);
/// ```
#[must_use]
pub fn outlet_country(outlet: &str) -> Option<&'static str> {
    let folded = folded(outlet);
    if let Some(country) =
        COUNTRIES.outlets.get(&folded).or_else(|| COUNTRIES.outlets.get(folded.strip_suffix(" news")?))
    {
        return Some(country);
    }
    let words: Vec<&str> = folded.split([' ', '-']).filter(|word| !word.is_empty()).take(OUTLET_WORDS).collect();
    let pairs = words.windows(2).filter_map(|pair| country(&pair.join(" ")));
    pairs.chain(words.iter().filter_map(|word| country(word))).next()
}

/// The country whose top-level domain an address has: `https://news.example.kr/a` is of South Korea.
///
/// ```
/// use copydesk_names::domain_country;
/// assert_eq!(domain_country("https://news.example.co.kr/a/1.html"), Some("South Korea"));
/// assert_eq!(domain_country("https://example.com/kr"), None);
/// ```
#[must_use]
pub fn domain_country(address: &str) -> Option<&'static str> {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let (_, domain) = host.rsplit_once('.')?;
    COUNTRIES.domains.get(domain.to_ascii_lowercase().as_str()).copied()
}

/// The longest name of a country that begins at token `i` and ends before token `end`: how many tokens it has, and the country.
///
/// ```
/// use copydesk_core::{Article, Reading};
/// let article = Article::new("a", "The Democratic People's Republic of Korea has signed.");
/// let reading = Reading::new(&article).unwrap();
/// assert_eq!(copydesk_names::country_at(&reading, 1, 9), Some((6, "North Korea")));
/// ```
#[must_use]
pub fn country_at(reading: &Reading<'_>, i: usize, end: usize) -> Option<(usize, &'static str)> {
    let longest = *COUNTRIES.first.get(reading.lower(i))?;
    let lengths = (1..=longest).rev().filter(|n| i + n <= end);
    lengths.filter_map(|n| Some((n, *COUNTRIES.names.get(reading.slice_lower(reading.span(i..i + n)))?))).next()
}
