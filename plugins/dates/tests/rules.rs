//! What `copydesk explain` shows of a rule is so: its examples fire it.

#![allow(clippy::unwrap_used)]

use copydesk_core::{Analyzer as _, Article, Engine, Meta};
use copydesk_dates::Dates;
use copydesk_masthead::Mastheads;
use copydesk_zones::Zones;

/// A story of the past, for the rule that needs one.
const STORY: &str = "In 1914 the war began; in 1915 it spread, by 1916 it stood still, since 1917 it turned, until 1918 it raged and in \
                     March 1919 it was over. ";

/// The words between quotation marks.
fn examples(doc: &str) -> impl Iterator<Item = &str> {
    doc.split('“').skip(1).filter_map(|rest| rest.split_once('”')).map(|(example, _)| example)
}

#[test]
fn the_examples_of_each_rule_fire_it() {
    let engine = Engine::builder().analyzer::<Zones>().analyzer::<Mastheads>().analyzer::<Dates>().build().unwrap();
    for rule in Dates::RULES {
        let fires = |example: &str| {
            let sentence =
                if example.ends_with('.') { example.to_owned() } else { format!("They met {example} in Telis.") };
            let story = if rule.name == "day-of-month" { STORY } else { "" };
            let meta =
                Meta { published: Some("2031-05-06".to_owned()), language: Some("en".to_owned()), ..Meta::EMPTY };
            let article =
                Article { id: "rule".to_owned(), text: format!("{story}{sentence}"), meta, ..Article::default() };
            let analysis = engine.read(&article);
            analysis.records().iter().any(|r| r.plugin == Dates::NAME && r.rule == rule.name)
        };
        // Single words are what a rule turns on ("last"), and some examples show what is none ("2000 people").
        assert!(examples(rule.doc).any(fires), "no example of {} fires it", rule.name);
        for sentence in examples(rule.doc).filter(|example| example.ends_with('.')) {
            assert!(fires(sentence), "{sentence:?} does not fire {}", rule.name);
        }
    }
}
