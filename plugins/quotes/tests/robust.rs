//! Any text: no panic, spans on character boundaries inside it, and time that grows with its length only.
#![allow(clippy::unwrap_used, clippy::string_slice)]

use copydesk_core::{Analysis, Article, Engine};
use copydesk_masthead::Mastheads;
use copydesk_names::Names;
use copydesk_quotes::{Quote, Quotes};
use copydesk_zones::Zones;
use proptest::prelude::*;
use std::time::{Duration, Instant};

fn check(text: &str) {
    let engine = Engine::builder()
        .analyzer::<Zones>()
        .analyzer::<Mastheads>()
        .analyzer::<Names>()
        .analyzer::<Quotes>()
        .build()
        .unwrap();
    let mut article = Article::new("any", text);
    article.meta.language = Some("en".to_owned());
    let analysis = engine.read(&article);
    assert_skips(&analysis);
    for found in analysis.of::<Quote>() {
        for span in found.data.spans.iter().copied().chain(found.span) {
            assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} in {text:?}");
            assert!(span.start < span.end);
        }
        if let (Some(start), Some(end)) = (found.data.speaker.start, found.data.speaker.end) {
            assert_eq!(text.get(start as usize..end as usize), found.data.speaker.text.as_deref());
        }
    }
}

fn assert_skips(analysis: &Analysis<'_>) {
    let quotes = analysis.skipped().iter().find(|skip| skip.plugin == "quotes");
    assert!(quotes.is_none(), "{}", quotes.map_or(String::new(), |skip| skip.why.to_string()));
}

const WORDS: &[&str] = &[
    "\"",
    "“",
    "”",
    "''",
    "'",
    "’",
    "‘",
    "«",
    "»",
    "„",
    "″",
    ",",
    ".",
    ":",
    "?",
    "\n",
    "\n\n",
    "(",
    ")",
    "[",
    "]",
    " — ",
    "--",
    " said ",
    " says ",
    " saying ",
    " told ",
    " asked ",
    " who ",
    " and ",
    " but ",
    " that ",
    " according to ",
    " Ann Hale ",
    " he ",
    " the mayor ",
    " in ",
    " on Monday ",
    " was ",
    " called ",
    " accused by ",
    " of ",
    " 10 ",
    "Mr. ",
    " adding ",
    " went on to say ",
];

proptest! {
    #[test]
    fn any_string(text in ".{0,400}") {
        check(&text);
    }

    #[test]
    fn any_string_of_its_own_words(words in prop::collection::vec(prop::sample::select(WORDS), 0..120)) {
        check(&words.concat());
    }
}

#[test]
fn time_grows_with_length_only() {
    let hard = [
        "\"".repeat(10_000),
        "“ ".repeat(10_000),
        "“a ‘b ".repeat(10_000),
        "\"a\" ".repeat(20_000),
        "he said ".repeat(20_000),
        "said, ".repeat(20_000),
        "Hale, ".repeat(20_000),
        "according to ".repeat(20_000),
        "(".repeat(20_000) + " said",
        "and ".repeat(20_000) + "said that",
        format!("“{}” he said.", "word ".repeat(50_000)),
        "in the end of the day ".repeat(10_000) + "said Hale",
        "asked, ".repeat(20_000),
        "Hale: ".repeat(20_000),
        "who, ".repeat(20_000),
    ];
    for text in hard {
        let start = Instant::now();
        check(&text);
        // An unoptimised build reads a megabyte in about a second; quadratic time would take minutes here.
        assert!(start.elapsed() < Duration::from_secs(20), "{:?} for {:?}", start.elapsed(), text.get(..20));
    }
}
