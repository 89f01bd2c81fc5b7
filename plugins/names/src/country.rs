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
}

static COUNTRIES: LazyLock<Countries> = LazyLock::new(|| {
    let mut countries = Countries { names: HashMap::new(), first: HashMap::new() };
    for line in entries(include_str!("words/countries.txt")) {
        let country = line.split('|').next().unwrap_or_default().trim();
        for name in line.split(['|', ',']).map(str::trim).filter(|name| !name.is_empty()) {
            let name = name.to_lowercase();
            // Letters and single signs, as core cuts tokens: "u.s." has four.
            let tokens =
                name.split_whitespace().map(|word| 1 + 2 * word.matches(|c: char| !c.is_alphanumeric()).count()).sum();
            let first = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned();
            let longest = countries.first.entry(first).or_insert(tokens);
            *longest = tokens.max(*longest);
            countries.names.entry(name).or_insert(country);
        }
    }
    countries
});

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
