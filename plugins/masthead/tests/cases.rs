//! The page of cases, what other plugins ask, and what must hold for any text.
#![allow(clippy::unwrap_used)]

use copydesk_core::{Article, Engine, Found, cases};
use copydesk_masthead::{Basis, Field, Masthead, Mastheads, published, value, year, year_basis};
use copydesk_zones::Zones;
use proptest::prelude::*;

fn engine() -> Engine {
    Engine::builder().analyzer::<Zones>().analyzer::<Mastheads>().build().unwrap()
}

fn word<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn the_page_of_cases() {
    let engine = engine();
    cases::check(include_str!("cases.md"), |article| {
        let mut found = cases::found(&engine, article, |found: &Found<Masthead>| {
            let data = &found.data;
            let value = data.value.as_deref().unwrap_or("-");
            format!("{} {value} | {} | {}", word(&data.field), word(&data.basis), found.rule)
        });
        found.retain(|(_, said)| !said.starts_with("language "));
        found
    });
}

fn masthead(article: &Article) -> Vec<Found<Masthead>> {
    engine().read(article).of::<Masthead>().to_vec()
}

const UNDATED: &str =
    "Posters that went up on Tuesday praise the river.\n\nThe pact was hailed in March as a bolt.\n\n© 2031 Dailybrisk";

#[test]
fn the_year_of_an_undated_article_is_that_of_its_copyright() {
    let found = masthead(&Article::new("a", UNDATED));
    assert_eq!(value(&found, Field::Published), None);
    assert_eq!(published(&found), None);
    assert_eq!((year(&found), year_basis(&found)), (Some(2031), Basis::Inferred));
}

#[test]
fn a_given_date_is_believed() {
    let found = masthead(&Article::new("a", UNDATED).published("2032-01-02T10:00:00Z"));
    assert_eq!(published(&found), Some(jiff::civil::date(2032, 1, 2)));
    assert_eq!((year(&found), year_basis(&found)), (Some(2032), Basis::Given));
}

#[test]
fn nothing_is_known_of_an_empty_text() {
    let found = masthead(&Article::new("a", ""));
    assert_eq!((year(&found), year_basis(&found)), (None, Basis::Unknown));
}

#[test]
fn every_value_has_evidence_or_is_unknown() {
    let text = include_str!("cases.md");
    for found in masthead(&Article::new("a", text)) {
        let data = &found.data;
        assert!(data.field == Field::Language || data.value.is_none() || !data.evidence.is_empty(), "{data:?}");
        assert_eq!(data.value.is_none(), data.basis == Basis::Unknown, "{data:?}");
    }
}

proptest! {
    #[test]
    fn any_text_has_a_masthead(text in ".{0,400}") {
        masthead(&Article::new("any", text));
    }

    #[test]
    fn any_page_of_trigger_lines_has_a_masthead(lines in prop::collection::vec(prop::sample::select(&TRIGGERS[..]), 0..20)) {
        let article = Article::new("any", lines.join("\n"));
        let engine = engine();
        let analysis = engine.read(&article);
        prop_assert!(analysis.skipped().is_empty(), "{:?}", article.text);
        prop_assert!(!analysis.of::<Masthead>().is_empty());
    }
}

const TRIGGERS: [&str; 22] = [
    "By Lucia Amar and Teo Lund in Brisca",
    "By",
    "",
    "VELM, Nov. 12 (TELIS) —",
    "VELM, Feb. 29 (TELIS) — The ferries sail again, the harbour office said on Tuesday.",
    "A long sentence about the river, its dams and its ferries, which ends with a stop. TELIS",
    "A handout photo shows the dam, 29 February 2032. TELIS-PPA/KTA/FILE",
    "© (2031) Agence Lorne-Quist",
    "Published: 07 May. 2031, 10:14",
    "Published: 31 February 2031, 25:61 a.m.",
    "Updated 1/2/2031 12.30pm",
    "… / Photo: © POOL/ALQ",
    "M.Ohler--QK",
    "TV Valmere News, Ines Harrow.",
    "date 2031-05-07 News 6",
    "Kestria seals its river pact",
    "Quellstädter Kurier - Kestria seals its river pact",
    "Reuters",
    "Portavel Herald | LIVE",
    "Log in to connect with the Valmere Courier",
    "Before joining Dailybrisk, Vash has been a reporter.",
    "rvl-ako/mt",
];
