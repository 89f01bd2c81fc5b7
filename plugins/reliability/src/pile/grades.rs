//! Grades on the Admiralty scale: see the rule `admiralty`.

use super::{Desk, Grade};
use crate::outlet;
use crate::ratings::{Letter, Rating, Ratings};
use copydesk_claims::{Class, Comparison};
use copydesk_core::Evidence;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// So many roots confirm each other.
const CONFIRMED: usize = 3;
/// Information that can't be judged.
const UNJUDGED: u8 = 6;

/// One value of one thing, with the articles that give it.
#[derive(Default)]
struct Statement {
    value: Value,
    evidence: BTreeSet<Evidence>,
    /// The articles that give another value.
    against: BTreeSet<String>,
}

impl Statement {
    fn documents(&self) -> BTreeSet<&str> {
        self.evidence.iter().map(|evidence| evidence.document.as_str()).collect()
    }
}

/// The grades of all statements that two articles speak of, then of all articles.
pub fn grades(desk: &Desk<'_>, ratings: Option<&Ratings>) -> Vec<(Grade, Vec<Evidence>)> {
    let mut grades = Vec::new();
    let mut digits: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
    let statements = statements(desk);
    for ((about, _), statement) in &statements {
        let roots = roots(desk, statement.documents().into_iter());
        // One root that tells two values speaks for neither.
        let against = self::roots(desk, statement.against.iter().map(String::as_str));
        let against = against.len();
        let newsrooms: BTreeSet<_> =
            statement.documents().iter().map(|d| desk.link(d, 1).unwrap_or(d).to_owned()).collect();
        let (digit, digit_rule) = digit(roots.len(), against, newsrooms.len());
        for document in statement.documents() {
            digits.entry(document).or_default().push(digit);
        }
        let rated =
            roots.iter().find_map(|root| outlet::of_name(ratings?, root).filter(|rating| rating.grade.is_some()));
        let rated = rated.or_else(|| {
            let outlets = statement.documents().into_iter().filter_map(|document| of_article(desk, ratings, document));
            outlets.min_by_key(|rating| rating.grade)
        });
        let mut grade = graded(rated, digit, digit_rule);
        grade.about = Some(about.clone());
        grade.value = Some(statement.value.clone());
        grade.roots = roots.into_iter().collect();
        grade.against = against as u32;
        grades.push((grade, statement.evidence.iter().cloned().collect()));
    }
    for &document in desk.sheets.keys() {
        let own = digits.get_mut(document);
        let (digit, digit_rule) = match own {
            Some(digits) => {
                digits.sort_unstable();
                // Of two in the middle the weaker.
                (digits.get(digits.len() / 2).copied().unwrap_or(UNJUDGED), "middle-of-its-statements")
            }
            None => (UNJUDGED, "alone"),
        };
        let mut grade = graded(of_article(desk, ratings, document), digit, digit_rule);
        grade.document = Some(document.to_owned());
        grade.roots = roots(desk, [document].into_iter()).into_iter().collect();
        grades.push((grade, Vec::new()));
    }
    grades
}

/// By subject and value.
fn statements(desk: &Desk<'_>) -> BTreeMap<(String, String), Statement> {
    let mut statements: BTreeMap<(String, String), Statement> = BTreeMap::new();
    let mut file = |about: &str, value: &Value, evidence: &[Evidence], against: &[&Evidence]| {
        let statement = statements.entry((about.to_owned(), value.to_string())).or_default();
        statement.value = value.clone();
        statement.evidence.extend(evidence.iter().cloned());
        statement.against.extend(against.iter().map(|evidence| evidence.document.to_string()));
    };
    for comparison in &desk.comparisons {
        match comparison {
            Comparison::Agreement(agreement) => file(&agreement.about, &agreement.value, &agreement.evidence, &[]),
            Comparison::Conflict(conflict) => match conflict.class {
                Class::Contradiction | Class::SameSourceDifferentFigure | Class::Unresolved => {
                    for (i, side) in conflict.sides.iter().enumerate() {
                        let others = conflict.sides.iter().enumerate().filter(|(other, _)| *other != i);
                        let against: Vec<&Evidence> = others.flat_map(|(_, side)| &side.evidence).collect();
                        file(&conflict.about, &side.value, &side.evidence, &against);
                    }
                }
                // One value at two grains or rounded: its sides tell one thing.
                Class::CompatibleApproximation | Class::CompatibleGranularity => {
                    let Some(first) = conflict.sides.first() else { continue };
                    let all: Vec<Evidence> = conflict.sides.iter().flat_map(|side| side.evidence.clone()).collect();
                    file(&conflict.about, &first.value, &all, &[]);
                }
                // Another day, another thing: neither for it nor against it.
                Class::Update | Class::ReportDateVsEventDate | Class::DifferentObject => {}
            },
        }
    }
    statements
}

/// The roots that these articles rest on. Where it is unknown, the newsroom stands for it, so that two prints of one story are one.
fn roots<'d>(desk: &Desk<'_>, documents: impl Iterator<Item = &'d str>) -> BTreeSet<String> {
    let root =
        |document: &str| desk.link(document, 2).or_else(|| desk.link(document, 1)).unwrap_or(document).to_owned();
    documents.map(root).collect()
}

/// The digit, by how many roots tell it, how many others tell another value, and through how many newsrooms it came.
const fn digit(roots: usize, against: usize, newsrooms: usize) -> (u8, &'static str) {
    match (roots, against) {
        (CONFIRMED.., 0) => (1, "three-roots"),
        (2, 0) => (2, "two-roots"),
        (_, 0) if newsrooms > 1 => (3, "one-root-two-newsrooms"),
        (_, 0) => (UNJUDGED, "alone"),
        _ if roots > against => (3, "more-roots-than-others"),
        _ if roots == against => (4, "as-many-roots-differ"),
        _ => (5, "more-roots-differ"),
    }
}

/// The rating of an article's outlet, where it has a letter.
fn of_article(desk: &Desk<'_>, ratings: Option<&Ratings>, document: &str) -> Option<Rating> {
    let host = desk.sheets.get(document).and_then(|sheet| sheet.host.as_deref());
    outlet::of_outlet(ratings?, desk.link(document, 0), host).filter(|rating| rating.grade.is_some())
}

fn graded(rating: Option<Rating>, digit: u8, digit_rule: &str) -> Grade {
    let letter = rating.as_ref().and_then(|rating| rating.grade).unwrap_or(Letter::F);
    let tags = vec![
        format!("admiralty-scale:source-reliability=\"{}\"", format!("{letter:?}").to_lowercase()),
        format!("admiralty-scale:information-credibility=\"{digit}\""),
    ];
    Grade {
        document: None,
        about: None,
        value: None,
        letter,
        letter_rule: if rating.is_some() { "rated" } else { "unrated" }.to_owned(),
        rating,
        digit,
        digit_rule: digit_rule.to_owned(),
        roots: Vec::new(),
        against: 0,
        tags,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_count_roots() {
        let is = |roots, against, newsrooms, expected| assert_eq!(digit(roots, against, newsrooms).0, expected);
        is(3, 0, 3, 1);
        is(4, 0, 4, 1);
        is(2, 0, 2, 2);
        is(1, 0, 2, 3);
        is(1, 0, 1, 6);
        is(2, 1, 2, 3);
        is(1, 1, 1, 4);
        is(3, 3, 9, 4);
        is(1, 2, 1, 5);
    }

    #[test]
    fn tags_are_those_of_the_taxonomy() {
        let tags = graded(None, UNJUDGED, "alone").tags;
        let expected = ["admiralty-scale:source-reliability=\"f\"", "admiralty-scale:information-credibility=\"6\""];
        assert_eq!(tags, expected);
    }
}
