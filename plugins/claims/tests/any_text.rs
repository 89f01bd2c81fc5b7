//! Any text can be mapped and compared, and what is found stands where it says.
#![allow(clippy::unwrap_used)]

mod desk;

use copydesk_claims::Comparison;
use copydesk_core::{Article, Finding, Why};
use desk::engine;
use proptest::prelude::*;

fn check(texts: &[String]) {
    let articles: Vec<Article> = texts
        .iter()
        .enumerate()
        .map(|(i, text)| {
            let mut article = Article::new(format!("{i}"), text.as_str());
            article.meta.event = Some("e".to_owned());
            article
        })
        .collect();
    let (analyses, conclusions) = engine().run(&articles);
    for analysis in &analyses {
        // Random letters may look like another language, which is left alone.
        assert!(analysis.skipped().iter().all(|skip| matches!(skip.why, Why::Language(_))), "{:?}", analysis.skipped());
    }
    assert_eq!(conclusions.skipped(), []);
    for across in conclusions.of::<Comparison>() {
        for place in across.evidence.iter().chain(across.data.evidence()) {
            let text = texts[place.document.parse::<usize>().unwrap()].as_str();
            let words = text.get(place.start.unwrap() as usize..place.end.unwrap() as usize);
            assert_eq!(words, Some(place.text.as_str()));
        }
    }
}

/// The words that the rules start from, and what stands round them.
const WORDS: [&str; 36] = [
    "two",
    "people",
    "were",
    "killed",
    "injured",
    "and",
    ",",
    ".",
    "a",
    "man",
    "no",
    "one",
    "else",
    "who",
    "the",
    "death toll",
    "rose to",
    "23",
    "up from",
    "17",
    "Marta Quill",
    "41",
    "himself",
    "killing",
    "wounded",
    "others",
    "was",
    "shot",
    "dead",
    "of",
    "taken to",
    "hospital",
    "signed",
    "on Monday",
    "“",
    "é",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_words_are_read(picks in prop::collection::vec(prop::collection::vec(0..WORDS.len(), 0..60), 2..4)) {
        let texts: Vec<String> =
            picks.iter().map(|text| text.iter().map(|i| WORDS[*i]).collect::<Vec<_>>().join(" ")).collect();
        check(&texts);
    }

    #[test]
    fn any_text_is_read(texts in prop::collection::vec(".{0,200}", 2..3)) {
        check(&texts);
    }
}

#[test]
fn a_sentence_without_end_is_read_in_a_moment() {
    let text = "two people were killed and a man and ".repeat(60);
    check(&[text.clone(), text]);
}
