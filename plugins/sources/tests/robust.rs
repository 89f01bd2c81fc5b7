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
    "«",
    "»",
    "‘",
    "’",
    " our government ",
    " on condition of anonymity because ",
    " Hale and Lund ",
    " it ",
    " the Coast Bank ",
    " the lender ",
    " treaty obliges ",
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

#[test]
fn a_place_rests_on_all_who_speak_together_and_on_nobody_outside_their_clause() {
    let text = "According to Warsaw and the United States, 40 people are missing; the bridge is 90 metres long.";
    let engine = engine();
    let mut article = Article::new("scope", text);
    article.meta.language = Some("en".to_owned());
    let analysis = engine.read(&article);
    let scopes = Scopes::new(analysis.of::<Source>());
    let at = |word: &str| {
        let start = text.find(word).unwrap() as u32;
        Span::new(start, start + word.len() as u32)
    };
    let voices = |word: &str| -> Vec<_> { scopes.voices(at(word)).filter_map(|f| f.data.name.clone()).collect() };
    assert_eq!(voices("40"), ["Warsaw", "United States"]);
    assert_eq!(voices("90"), Vec::<String>::new());
    assert_eq!(scopes.class_of(at("90")), copydesk_sources::Class::None);
    assert_eq!(scopes.class_of(at("40")), copydesk_sources::Class::Government);
}

#[test]
fn the_reason_for_anonymity_is_its_whole_clause() {
    let reason = |text: &str| {
        let engine = engine();
        let mut article = Article::new("a", text);
        article.meta.language = Some("en".to_owned());
        let analysis = engine.read(&article);
        analysis.of::<Source>().iter().find_map(|f| f.data.anonymity.as_ref().map(|place| place.text.clone()))
    };
    let spoke = "A diplomat, who spoke on condition of anonymity because the talks are secret, said the deal was near.";
    assert_eq!(reason(spoke).as_deref(), Some("condition of anonymity because the talks are secret"));
    let asking = "A source close to the talks said the deal was near, asking not to be identified.";
    assert_eq!(reason(asking).as_deref(), Some("not to be identified"));
    assert_eq!(reason("A diplomat said the deal was near."), None);
}

#[test]
fn time_grows_with_length_only() {
    let hard = [
        "citing x, he said y, ".repeat(5_000),
        "reportedly ".repeat(10_000) + &", ".repeat(10_000),
        "A/".repeat(20_000),
        "Ada Brandt waited and ".to_owned() + &"Port Mirel, he said, ".repeat(5_000),
        "on condition of anonymity a source said ".repeat(5_000),
    ];
    for text in hard {
        let start = std::time::Instant::now();
        check(&text);
        assert!(start.elapsed() < std::time::Duration::from_secs(30), "{:?} for {:?}", start.elapsed(), text.get(..20));
    }
}
