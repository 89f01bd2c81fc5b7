//! The outline: of an article what tells whether another one is of the same event. All outlines of a pile are in memory at once; the sheets are not.

use crate::sheet::Sheet;
use crate::shingle::{shingles, winnow};
use crate::term::{Term, terms};
use crate::word::words;

/// What tells an article's event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The article.
    pub document: String,
    /// Days since 1970, where the day of publication is known.
    pub day: Option<i64>,
    /// The years that its text names.
    pub years: Vec<u16>,
    /// The event that it was given under.
    pub event: Option<String>,
    /// Terms, by hash.
    pub terms: Vec<Term>,
    /// Winnowed shingles, by hash.
    pub prints: Vec<u64>,
    /// How many shingles it has.
    pub shingles: usize,
}

impl Outline {
    /// Draws the outline of an article.
    pub fn new(sheet: &Sheet) -> Self {
        let own = || sheet.stretches.iter().map(|stretch| stretch.text.as_str());
        let all: Vec<_> = own().flat_map(words).collect();
        let shingles = shingles(&all);
        Self {
            document: sheet.document.to_string(),
            day: sheet.day(),
            years: years(own()),
            event: sheet.event.clone(),
            terms: terms(sheet.headline.as_deref().into_iter().chain(own())),
            prints: winnow(&shingles).into_iter().map(|(hash, _)| hash).collect(),
            shingles: shingles.len(),
        }
    }
}

/// Years that a story names as such: four digits from 1950 to 2099. What is older is history in any story.
fn years<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<u16> {
    let numbers = texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let years = numbers.filter(|word| word.len() == 4).filter_map(|word| word.parse::<u16>().ok());
    let mut years: Vec<u16> = years.filter(|year| (1950..2100).contains(year)).collect();
    years.sort_unstable();
    years.dedup();
    years
}
