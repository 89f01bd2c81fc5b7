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
    let at = text.find(phrase).unwrap() as u32;
    at_span(text, copydesk_core::Span::new(at, at + phrase.len() as u32))
}

/// Asks who is meant at a place of `text`.
fn at_span(text: &str, span: copydesk_core::Span) -> (Option<String>, &'static str) {
    let mut article = Article::new("t", text);
    article.meta.language = Some("en".to_owned());
    let engine = engine();
    let analysis = engine.read(&article);
    let reading = Reading::new(&article).unwrap();
    let names = analysis.of::<Name>();
    let chains = Chains::new(names);
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

#[test]
fn a_pronoun_takes_up_who_speaks() {
    // The last such pronoun of the text.
    let who = |text: &str, pronoun: &str| {
        let at = text.rfind(&format!(" {pronoun} ")).unwrap() as u32 + 1;
        at_span(text, copydesk_core::Span::new(at, at + pronoun.len() as u32)).0
    };
    // However long the quotation is that stands between.
    let long = format!("Ada Brandt rose. “{}” she said.", "It rained on the hills. ".repeat(20));
    assert_eq!(who(&long, "she").as_deref(), Some("Ada Brandt"));
    // Not whom only the quotation names.
    let named = "Dan Lund of the Harbour Post agreed. “If Peter Brandt meant to hide it, he did,” he wrote.";
    assert_eq!(who(named, "he").as_deref(), Some("Dan Lund"));
    // Who is introduced with a role soon speaks.
    let introduced =
        "While Peter Brandt had many songs, that worries Henry Lund, president of the club. “Nobody sings,” he said.";
    assert_eq!(who(introduced, "he").as_deref(), Some("Henry Lund"));
    // What opens a sentence behind a preposition is not its subject.
    let like = "“We wait,” said Henry Lund, president of the club. Men like Peter Brandt, he said, were rare.";
    assert_eq!(who(like, "he").as_deref(), Some("Henry Lund"));
}

#[test]
fn a_misspelt_surname_is_the_one_that_it_is_like() {
    let text = "Tyra McClen and Bryan Anders left. Later it was McClenn who said she was glad.";
    assert_eq!(meant(text, "McClenn").0, meant(text, "Tyra McClen").0);
    assert_ne!(meant("Jo Lund met Ada Lind. Lind left.", "Lind left").0, Some("Jo Lund".to_owned()));
}

#[test]
fn no_pronoun_is_lost_behind_a_long_chain() {
    let mut text = "Ada Brandt spoke. ".to_owned();
    text.push_str(&"She waited. ".repeat(200));
    let mut article = Article::new("t", &text);
    article.meta.language = Some("en".to_owned());
    let engine = engine();
    let analysis = engine.read(&article);
    let reading = Reading::new(&article).unwrap();
    let last = text.rfind("She").unwrap() as u32;
    let chains = Chains::new(analysis.of::<Name>());
    let token = reading.tokens_in(copydesk_core::Span::new(last, last + 3));
    assert_eq!(chains.resolve_phrase(&reading, token).name.map(|name| name.name.as_str()), Some("Ada Brandt"));
}

#[test]
fn a_users_own_names_come_first() {
    let toml = "[names.persons]\n\"Ada Brandt\" = [\"the iron mayor\", \"A-B\"]\n[names.outlets]\n\"Harbour Post\" = [\"the Post\"]\n";
    let mut settings = copydesk_core::Settings::default();
    settings.add_toml(toml, "copydesk.toml").unwrap();
    let engine = Engine::builder().analyzer::<Zones>().analyzer::<Names>().settings(settings).build().unwrap();
    let mut article = Article::new("t", "The iron mayor told the Post, and A-B wept. He sent it by post.");
    article.meta.language = Some("en".to_owned());
    let analysis = engine.read(&article);
    let names: Vec<_> =
        analysis.of::<Name>().iter().map(|f| (f.span.unwrap().slice(&article.text), f.data.name.as_str())).collect();
    assert_eq!(names, [("The iron mayor", "Ada Brandt"), ("the Post", "Harbour Post"), ("A-B", "Ada Brandt")]);
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

#[test]
fn a_role_of_a_megabyte_is_not_printed_with_each_mention() {
    let text = format!("Ada Brandt, a mayor of {}, left. ", "x".repeat(100_000)) + &"Brandt waited. ".repeat(2_000);
    let mut article = Article::new("t", &text);
    article.meta.language = Some("en".to_owned());
    let engine = engine();
    let analysis = engine.read(&article);
    let printed: usize =
        analysis.of::<Name>().iter().filter_map(|found| found.data.role.as_ref()).map(String::len).sum();
    assert!(printed < 2_000_000, "{printed}");
}
