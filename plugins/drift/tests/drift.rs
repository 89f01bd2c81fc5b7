//! Drift through the engine: small stand-ins for zones, mastheads, names and quotes read markup, so that the comparers alone are tested.
#![allow(clippy::unwrap_used)]

use copydesk_copies::Copies;
use copydesk_core::{
    Analyzer, Article, Confidence, Engine, Given, NoOptions, OptionsError, Reading, Rule, Shard, Sink, Span,
};
use copydesk_drift::{Drift, Drifts, Touch};
use copydesk_masthead::Masthead;
use copydesk_names::Name;
use copydesk_quotes::{Form, Quote, Speaker};
use copydesk_zones::Zone;
use proptest::prelude::*;

const RULES: &[Rule] = &[Rule { name: "markup", doc: "The test says so." }];

macro_rules! stand_in {
    ($type:ident, $name:literal, $requires:ty, $output:ty, $find:expr) => {
        struct $type;
        impl Analyzer for $type {
            const NAME: &'static str = $name;
            const RULES: &'static [Rule] = RULES;
            type Options = NoOptions;
            type Requires = $requires;
            type Output = $output;
            fn new(_: NoOptions) -> Result<Self, OptionsError> {
                Ok(Self)
            }
            fn analyze(&self, reading: &Reading<'_>, _: Given<'_, $requires>, found: &mut Sink<'_, $output>) {
                let find: fn(&Reading<'_>, &mut Sink<'_, $output>) = $find;
                find(reading, found);
            }
        }
    };
}

stand_in!(Zones, "zones", (), Zone, |_, _| {});
stand_in!(Mastheads, "masthead", (Zone,), Masthead, |_, _| {});
stand_in!(Names, "names", (Zone,), Name, |_, _| {});
// `Name: "words"` is a direct quotation, `Name: that words` an indirect one, `Name: words with "marks"` a mixed one.
stand_in!(Quotes, "quotes", (Zone,), Quote, |reading, found| {
    for line in reading.lines() {
        let text = reading.slice(line.span);
        let Some((name, rest)) = text.split_once(": ") else { continue };
        let start = line.span.start + (name.len() + 2) as u32;
        let direct = rest.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).filter(|rest| !rest.contains('"'));
        let (span, form) = match direct {
            Some(words) => (Span::new(start + 1, start + 1 + words.len() as u32), Form::Direct),
            None if rest.contains('"') => (Span::new(start, start + rest.len() as u32), Form::Mixed),
            None => (Span::new(start, start + rest.len() as u32), Form::Indirect),
        };
        let resolved = Some(name.to_owned()).filter(|name| name.starts_with(char::is_uppercase) && name != "She");
        let text = Some(name.to_owned());
        let speaker =
            Speaker { start: Some(line.span.start), end: None, text, name: resolved, names: Vec::new(), reason: None };
        let data = Quote { form, spans: vec![span], speaker, cue: None };
        found.push(span, "markup", Confidence::High, data);
    }
});

fn engine() -> Engine {
    let builder = Engine::builder().analyzer::<Zones>().analyzer::<Mastheads>().analyzer::<Names>();
    builder.analyzer::<Quotes>().comparer::<Copies>().comparer::<Drifts>().build().unwrap()
}

fn pile(lines: &[&str]) -> Vec<Article> {
    let event = |mut article: Article| {
        article.meta.event = Some("pact".to_owned());
        article
    };
    lines.iter().enumerate().map(|(i, line)| event(Article::new(format!("d{i}"), *line))).collect()
}

fn drifts(lines: &[&str]) -> Vec<Drift> {
    let articles = pile(lines);
    let (_, conclusions) = engine().run(&articles);
    assert!(conclusions.skipped().is_empty(), "{:?}", conclusions.skipped());
    for across in conclusions.of::<Drift>() {
        for (variant, evidence) in across.data.variants.iter().zip(&across.evidence) {
            let article = articles.iter().find(|article| article.id == variant.document).unwrap();
            assert_eq!(article.text.get(variant.start as usize..variant.end as usize), Some(variant.text.as_str()));
            assert_eq!((evidence.text.as_str(), evidence.role.as_str()), (variant.text.as_str(), "variant"));
        }
    }
    conclusions.of::<Drift>().iter().map(|across| across.data.clone()).collect()
}

#[test]
fn one_saying_in_two_wordings() {
    let [drift] = &drifts(&[
        "Minister Dana Ilves: we will \"stay at the lock until the last barge is home\"",
        "Ilves: \"keep watch at the lock until the last barge is safe\"\nIlves: \"Grain is worth more than gold this winter\"",
    ])[..] else {
        panic!("one drift")
    };
    assert_eq!(drift.speaker.as_deref(), Some("Minister Dana Ilves"));
    assert!(drift.translated && !drift.partial);
    let told: Vec<_> = drift.changes.iter().map(|c| (c.a.as_str(), c.b.as_str())).collect();
    assert_eq!(told, [("keep watch", "stay"), ("safe", "home")]);
}

#[test]
fn grave_changes_come_first_in_the_sentence() {
    let [drift] = &drifts(&[
        "Falk: \"The army will send 40 boats to the lower river before the summer\"",
        "Falk: \"An army may not send 400 boats to the lower river before the summer\"",
    ])[..] else {
        panic!("one drift")
    };
    let touches: Vec<Touch> = drift.changes.iter().map(|change| change.touches).collect();
    assert!(touches.contains(&Touch::Number) && touches.contains(&Touch::Negation), "{touches:?}");
    let sentence = copydesk_core::Finding::sentence(drift, &["one", "two"]);
    let (number, article) = (sentence.find("400").unwrap(), sentence.find("“The”"));
    assert!(article.is_none_or(|article| number < article), "{sentence}");
}

#[test]
fn words_left_out_are_no_translation() {
    let [drift] = &drifts(&[
        "Falk: \"When a keeper dies on the lock, coming out of his shift, then we all should be ashamed and look for who did it\"",
        "Mirjam Falk: \"When a keeper dies, coming out of his shift, we should all be ashamed and look for who did it here\"",
    ])[..] else {
        panic!("one drift")
    };
    assert!(!drift.translated && !drift.partial, "{drift:?}");
}

#[test]
fn a_long_statement_is_not_every_other_one_on_the_matter() {
    let filler = "and so it went on and on for all of them as it will when there is no end to it ".repeat(3);
    let long = format!(
        "Falk: \"The keepers of the lock were brave {filler} and their families {filler} will never be forgotten by this county\""
    );
    assert_eq!(drifts(&[&long, "Falk: \"Our county has forgotten no lock keepers and no families\""]), []);
}

#[test]
fn a_part_inside_the_whole_is_partial() {
    let [drift] = &drifts(&[
        "Hale: \"This is a siren with no current and the minister knows it\"",
        "Viktor Hale: he called it \"a siren with no current\" on Friday",
    ])[..] else {
        panic!("one drift")
    };
    assert!(drift.partial && !drift.translated);
    assert_eq!(copydesk_core::Finding::level(drift), copydesk_core::Level::Note);
}

#[test]
fn no_drift() {
    let ilves = "Ilves: \"We stay at the lock until the last barge is home\"";
    for other in [
        // The same words, other marks.
        "Ilves: \"We stay at the lock, until the last barge is home.\"",
        // Somebody else.
        "Falk: \"We stay at this lock until the last barge is home\"",
        // The same speaker on the same matter.
        "Ilves: \"Nobody has closed the lock since the last war and nobody will\"",
        // A paraphrase.
        "Ilves: that nobody would leave before all ships had come back",
    ] {
        assert_eq!(drifts(&[ilves, other]).len(), 0, "{other}");
    }
    // One article in two places: the speaker said it twice.
    assert_eq!(
        drifts(&[
            "Ilves: \"stay at the lock until the barge is home\"\nIlves: \"stay at the lock until the barge is safe\""
        ])
        .len(),
        0
    );
    // Two paraphrases.
    assert_eq!(
        drifts(&["Falk: that the judges forbid this pact", "Falk: that judges had forbidden the pact"]).len(),
        0
    );
}

#[test]
fn a_speaker_who_is_not_named() {
    let lines = ["Quill: \"We had ten minutes, no more,\"", "She: \"We had perhaps ten minutes, not more,\""];
    assert_eq!(drifts(&lines).len(), 1);
    let lines = ["Quill: \"We had ten minutes, no more,\"", "Salter: \"We had perhaps ten minutes, not more,\""];
    assert_eq!(drifts(&lines).len(), 0);
}

#[test]
fn articles_on_two_events_are_not_held_against_each_other() {
    let mut articles = pile(&[
        "Ilves: \"stay at the lock until the last barge is home\"",
        "Ilves: \"keep watch at the lock until the last barge is safe\"",
    ]);
    articles[1].meta.event = Some("flood".to_owned());
    assert!(engine().run(&articles).1.of::<Drift>().is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_split_and_any_order_merge_to_the_same_bytes(
        picks in prop::collection::vec((0..5_usize, 0..5_usize), 1..7),
        order in prop::collection::vec(any::<u32>(), 7),
    ) {
        let sayings = [
            "Ilves: \"stay at the lock until the last barge is home\"",
            "Dana Ilves: \"keep watch at the lock until the last barge is safe\"",
            "She: she will \"stay near the lock until the last barge is home again\"",
            "Falk: \"the judges forbid exactly this\"",
            "Falk: \"our judges prohibit exactly this, and forbid it again\"",
        ];
        let lines: Vec<String> = picks.iter().map(|(one, two)| format!("{}\n{}", sayings[*one], sayings[*two])).collect();
        let articles = pile(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        let engine = engine();
        let print = |conclusions: copydesk_core::Conclusions| {
            conclusions.records().map(|r| r.json(&Default::default()).to_string() + "\n").collect::<String>()
        };
        let whole = print(engine.run(&articles).1);
        let mut shards: Vec<(u32, Shard)> =
            articles.iter().zip(&order).map(|(article, key)| (*key, engine.map(&engine.read(article)))).collect();
        shards.sort_by_key(|(key, _)| *key);
        let mut merged = engine.empty_shard();
        for (_, shard) in shards {
            let written = shard.to_json(engine.plan()).unwrap();
            merged.merge(Shard::from_json(&written, engine.plan()).unwrap());
        }
        prop_assert_eq!(print(engine.conclude(merged)), whole);
    }

    #[test]
    fn any_words_are_aligned_without_a_panic(one in ".{0,120}", two in "(we|not|ten|U\\.N\\.|may|é|[ ,.'’\"“”0-9]){0,60}") {
        drifts(&[&format!("Falk: \"{one}\""), &format!("Falk: \"{two}\""), &format!("Falk: {two} \"{one}")]);
    }
}
