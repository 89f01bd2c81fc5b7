//! The pages of cases, and what must hold for any text.
#![allow(clippy::unwrap_used)]

use copydesk_core::{Article, Engine, cases};
use copydesk_zones::{Label, Zone, Zones};
use proptest::prelude::*;

fn engine() -> Engine {
    Engine::builder().analyzer::<Zones>().build().unwrap()
}

#[test]
fn the_page_of_cases() {
    let engine = engine();
    cases::check(include_str!("cases.md"), |article| {
        let mut found = cases::found(&engine, article, |found: &copydesk_core::Found<Zone>| {
            format!("{} | {}", found.data.label.name(), found.rule)
        });
        found.retain(|(_, said)| !said.starts_with("body "));
        found
    });
}

/// Every byte that is no space lies in one zone, and in no second one; each zone lies inside the text, in order.
fn check(text: &str) {
    let article = Article::new("any", text);
    let engine = engine();
    let analysis = engine.read(&article);
    assert!(analysis.skipped().is_empty(), "{text:?}");
    let mut end = 0;
    for found in analysis.of::<Zone>() {
        let span = found.span.unwrap();
        assert!(span.start >= end && !span.is_empty(), "{text:?}: {span:?} behind {end}");
        let between = text.get(end as usize..span.start as usize).unwrap();
        assert!(!between.chars().any(char::is_alphanumeric), "{text:?}: {between:?} has no zone");
        assert!(text.get(span.start as usize..span.end as usize).is_some());
        end = span.end;
    }
    assert!(!text.get(end as usize..).unwrap().chars().any(char::is_alphanumeric), "{text:?}");
}

#[test]
fn a_single_line_is_story() {
    for text in [
        "© 2031 Norvane",
        "Subscribe",
        "By Lucia Amar",
        "ALBR 0.42% 18.07 €",
        "Home > World",
        "13 October 2031",
        "(0/300)",
    ] {
        let article = Article::new("one", text);
        let engine = engine();
        let analysis = engine.read(&article);
        let labels: Vec<Label> = analysis.of::<Zone>().iter().map(|found| found.data.label).collect();
        assert_eq!(labels, [Label::Body], "{text:?}");
    }
}

#[test]
fn long_texts_take_linear_time() {
    check(&"word ".repeat(200_000));
    check(&"Reply\n".repeat(100_000));
    check(&"A name\n\n".repeat(50_000));
    check(&"(".repeat(200_000));
    check(&"VELM, ".repeat(100_000));
    check(&"Photo: ".repeat(100_000));
    check(&"A story that has words and a stop at its end.\nmenu\n".repeat(30_000));
}

proptest! {
    #[test]
    fn any_text_is_zoned_without_gaps(text in ".{0,400}") {
        check(&text);
    }

    #[test]
    fn any_page_of_trigger_lines_is_zoned(lines in prop::collection::vec(prop::sample::select(&TRIGGERS[..]), 0..24), breaks in prop::collection::vec("[\n\r \u{a0}]{1,3}", 24)) {
        let text: String = lines.iter().zip(&breaks).map(|(line, end)| format!("{line}{end}")).collect();
        check(&text);
    }
}

const TRIGGERS: [&str; 30] = [
    "By Lucia Amar",
    "Related Stories",
    "Comments",
    "VELM, Nov. 12 (TELIS) —",
    "A long sentence about the river, its dams and its ferries, which ends with a stop.",
    "“Quoted words,” she said, “end like this.” TELIS",
    "ALBR 0.42% 18.07 €",
    "© (2031) Agence Lorne-Quist",
    "[Anchor]",
    "17:50 GMT",
    "Published: 07 May. 2031, 10:14",
    "Home > World > Tesh",
    "(0/300)",
    "… / Photo: © POOL/ALQ",
    "- 'Bigger' -",
    "SPIN & WIN 150% bonus €2,500",
    "rvl-ako/mt",
    "M.Ohler--QK",
    "TV Valmere News, Ines Harrow.",
    "date 2031-05-07 News 6",
    "(",
    "…",
    "’s",
    "-",
    "* one",
    "corin@veranda.example",
    "https://veranda.example",
    "Kestria seals its pact",
    "Quellstädter Kurier - Kestria seals its pact",
    "Reuters",
];
