//! Countries by any of their names.

use copydesk_core::lang::en::lexicon::entries;
use std::collections::HashMap;
use std::sync::LazyLock;

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
    static COUNTRIES: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
        let mut countries = HashMap::new();
        for line in entries(include_str!("words/countries.txt")) {
            let country = line.split('|').next().unwrap_or_default().trim();
            let names = line.split(['|', ',']).map(str::trim).filter(|name| !name.is_empty());
            for name in names {
                countries.entry(name.to_lowercase()).or_insert(country);
            }
        }
        countries
    });
    COUNTRIES.get(&name.to_lowercase()).copied()
}
