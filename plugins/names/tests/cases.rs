//! The cases of `cases.md`, what holds for any text, and what plugins ask of the chains.
#![allow(clippy::unwrap_used)]

use copydesk_core::{Article, Engine, Found, Reading, cases};
use copydesk_names::{Chains, Entity, Name, Names};
use copydesk_zones::Zones;
use proptest::prelude::*;

fn engine() -> Engine {
    Engine::builder().analyzer::<Zones>().analyzer::<Names>().build().expect("zones is all that it requires")
}

fn say(found: &Found<Name>) -> String {
    let name = &found.data;
    let entity = match name.entity {
        Entity::Person => "person",
        Entity::Organisation => "organisation",
        Entity::Place => "place",
    };
    let taken_up: Vec<&str> =
        name.chain.iter().filter(|link| link.how != copydesk_names::How::Name).map(|link| link.text.as_str()).collect();
    let taken_up = if taken_up.is_empty() { "-".to_owned() } else { taken_up.join(", ") };
    format!("{} | {entity} | {} | {taken_up}", name.name, name.role.as_deref().unwrap_or("-"))
}

#[test]
fn cases_hold() {
    let engine = engine();
    cases::check(include_str!("cases.md"), |article| cases::found(&engine, article, say));
}

/// Asks who is meant by `phrase` in `text`.
fn meant(text: &str, phrase: &str) -> (Option<String>, &'static str) {
    let mut article = Article::new("t", text);
    article.meta.language = Some("en".to_owned());
    let engine = engine();
    let analysis = engine.read(&article);
    let reading = Reading::new(&article).unwrap();
    let names = analysis.of::<Name>();
    let chains = Chains::new(names);
    let at = text.find(phrase).unwrap() as u32;
    let span = copydesk_core::Span::new(at, at + phrase.len() as u32);
    let resolution = chains.resolve_phrase(&reading, reading.tokens_in(span));
    (resolution.name.map(|name| name.name.clone()), resolution.reason)
}

#[test]
fn phrases_are_resolved_by_their_head() {
    let named = |text, phrase| meant(text, phrase).0;
    let text =
        "Ada Brandt, a senior analyst at the Coast Institute, met Viktor Hale of the River Court. Brandt's aide left.";
    assert_eq!(named(text, "Ada Brandt, a senior analyst at the Coast Institute").as_deref(), Some("Ada Brandt"));
    assert_eq!(named(text, "a senior analyst at the Coast Institute").as_deref(), Some("Ada Brandt"));
    assert_eq!(named(text, "Viktor Hale of the River Court").as_deref(), Some("Viktor Hale"));
    assert_eq!(named(text, "Brandt's aide"), None);
    assert_eq!(
        named("The minister, Dana Ilves, waited in Sorrin.", "The minister, Dana Ilves").as_deref(),
        Some("Dana Ilves")
    );
}

#[test]
fn who_cannot_be_named_has_a_reason() {
    assert_eq!(meant("It rained. A diplomat said so.", "A diplomat"), (None, "somebody without a name"));
    assert_eq!(meant("They said so in Moscow.", "They"), (None, "the pronoun names nobody"));
    assert_eq!(meant("It rained. The envoy said so.", "The envoy"), (None, "nobody of that description was named"));
}

#[test]
fn a_long_chain_comes_in_stretches() {
    let mut text = "Ada Brandt spoke. ".to_owned();
    text.push_str(&"Brandt waited with Brandt. ".repeat(2_000));
    let mut article = Article::new("t", &text);
    article.meta.language = Some("en".to_owned());
    let engine = engine();
    let analysis = engine.read(&article);
    let names = analysis.of::<Name>();
    assert!(names.len() > 4_000);
    assert!(names.iter().all(|found| found.data.name == "Ada Brandt" && found.data.chain.len() <= 32));
}

proptest! {
    #[test]
    fn any_text_can_be_read(
        text in ".{0,400}",
        words in "(Ada |Brandt|President |Mr\\. |the |of |Institute |U\\.S\\.|he |she |said |, |\\. |\"|“|-|'s |\\(KTA\\)|é|\n){0,60}",
    ) {
        let mut article = Article::new("any", text + &words);
        article.meta.language = Some("en".to_owned());
        for (span, _) in cases::found(&engine(), &article, say) {
            prop_assert!(!span.slice(&article.text).is_empty());
        }
    }
}
