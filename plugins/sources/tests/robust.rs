//! Any text: no panic, spans on character boundaries inside it; and a place can be asked for its source.
#![allow(clippy::unwrap_used, clippy::string_slice)]

use copydesk_core::{Article, Engine, Reading, Span};
use copydesk_masthead::Mastheads;
use copydesk_names::Names;
use copydesk_quotes::Quotes;
use copydesk_sources::{Scopes, Source, Sources};
use copydesk_zones::Zones;
use proptest::prelude::*;

fn engine() -> Engine {
    let builder =
        Engine::builder().analyzer::<Zones>().analyzer::<Mastheads>().analyzer::<Names>().analyzer::<Quotes>();
    builder.analyzer::<Sources>().build().unwrap()
}

fn check(text: &str) {
    let engine = engine();
    let mut article = Article::new("any", text);
    article.meta.language = Some("en".to_owned());
    let analysis = engine.read(&article);
    let own = analysis.skipped().iter().find(|skip| skip.plugin == "sources");
    assert!(own.is_none(), "{}", own.map_or(String::new(), |skip| skip.why.to_string()));
    for found in analysis.of::<Source>() {
        let places = found.data.cue.iter().chain(&found.data.hedges).map(|p| p.span());
        for span in found.span.into_iter().chain(found.data.claim).chain(places) {
            assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} in {text:?}");
        }
    }
}

const WORDS: &[&str] = &[
    "“",
    "”",
    "\"",
    "'",
    ",",
    ".",
    ":",
    "\n",
    "(",
    ")",
    "[",
    "]",
    "©",
    " — ",
    " said ",
    " who ",
    " and ",
    " that ",
    " according to ",
    " Hale ",
    " it is expected that ",
    " is seen as ",
    " there are fears that ",
    " reportedly ",
    " citing ",
    " state media ",
    "AFP",
    " KCNA ",
    "/",
    "PHOTO",
    " Photo: ",
    " Kyiv ",
    " officials ",
    " the minister ",
    " experts ",
    " 2031 ",
    "-",
];

proptest! {
    #[test]
    fn any_string(text in ".{0,400}") {
        check(&text);
    }

    #[test]
    fn any_string_of_its_own_words(words in prop::collection::vec(prop::sample::select(WORDS), 0..100)) {
        check(&words.concat());
    }
}

#[test]
fn a_place_rests_on_the_innermost_claim() {
    let text = "Hale said the ministry said 40 people were missing. The bridge is 90 metres long.";
    let engine = engine();
    let mut article = Article::new("scope", text);
    article.meta.language = Some("en".to_owned());
    let analysis = engine.read(&article);
    let reading = Reading::new(&article).unwrap();
    let scopes = Scopes::new(analysis.of::<Source>());
    let at = |word: &str| {
        let start = text.find(word).unwrap() as u32;
        scopes
            .source_of(&reading, Span::new(start, start + word.len() as u32))
            .and_then(|f| f.span)
            .map(|s| s.slice(text))
    };
    assert_eq!(at("40"), Some("the ministry"));
    assert_eq!(at("the ministry"), Some("Hale"));
    assert_eq!(at("90"), None);
}
