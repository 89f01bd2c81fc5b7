//! Whose "our government" is: the country that the outlet writes in.

use copydesk_core::{Found, Reading};
use copydesk_masthead::{Field, Masthead, value};
use copydesk_names::{country, domain_country, outlet_country};
use std::ops::Range;

/// Words between "our" and the noun of a country's institution: "our own foreign and trade ministry".
const MODIFIERS: usize = 4;

/// Why nobody is named, where nothing tells the outlet's country.
pub const UNKNOWN: &str = "whose “our” it is: the outlet's country is not known";

/// The country that an article is written in, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Home {
    /// "South Korea".
    pub country: &'static str,
    /// How it was concluded.
    pub reason: &'static str,
}

/// The country of the outlet: by its name, by its address; of an unknown outlet the agency's, or the dateline's.
pub fn home(reading: &Reading<'_>, masthead: &[Found<Masthead>]) -> Option<Home> {
    let field = |field| value(masthead, field);
    let dateline = || field(Field::DatelinePlace)?.rsplit(',').find_map(|part| country(part.trim()));
    let ways: [(Option<&'static str>, &'static str); 4] = [
        (field(Field::Outlet).and_then(outlet_country), "the country of the outlet"),
        (reading.meta().url.as_deref().and_then(domain_country), "the country of the outlet's address"),
        (field(Field::Wire).and_then(outlet_country), "the country of the agency"),
        (dateline(), "the country of the dateline"),
    ];
    ways.into_iter().find_map(|(country, reason)| Some(Home { country: country?, reason }))
}

/// Whether a mention is the writer's own country or its institution: "our government", "our own military", "our country's foreign ministry".
/// "Our reporter" is none.
pub fn is_ours(reading: &Reading<'_>, mention: &Range<usize>) -> bool {
    reading.lower(mention.start) == "our"
        && (mention.start + 1..mention.end.min(mention.start + 2 + MODIFIERS))
            .take_while(|&i| !matches!(reading.lower(i), "of" | "in" | "," | "and" | "who" | "which"))
            .any(|i| {
                matches!(
                    reading.lower(i),
                    "government"
                        | "country"
                        | "nation"
                        | "state"
                        | "military"
                        | "army"
                        | "navy"
                        | "forces"
                        | "authorities"
                        | "parliament"
                        | "ministry"
                        | "administration"
                        | "intelligence"
                )
            })
}

#[cfg(test)]
mod tests {
    use super::*;
    use copydesk_core::Article;

    #[test]
    fn what_is_ours_is_told_by_its_noun() {
        let ours = |text: &str| {
            let article = Article::new("a", text);
            let reading = Reading::new(&article).unwrap();
            is_ours(&reading, &(0..reading.tokens().len()))
        };
        assert!(ours("our government"));
        assert!(ours("Our own foreign ministry"));
        assert!(!ours("our reporter"));
        assert!(!ours("our friends in the government"));
        assert!(!ours("your government"));
    }
}
