//! Reads `cases.md`: a sentence, carets under the mention of each source, then `class | name | claim`. `-` stands for null.
#![allow(clippy::unwrap_used, clippy::string_slice)]

use copydesk_core::{Article, Engine};
use copydesk_masthead::Mastheads;
use copydesk_names::Names;
use copydesk_quotes::Quotes;
use copydesk_sources::{Source, Sources};
use copydesk_zones::Zones;

fn found(text: &str) -> Vec<String> {
    let builder =
        Engine::builder().analyzer::<Zones>().analyzer::<Mastheads>().analyzer::<Names>().analyzer::<Quotes>();
    let engine = builder.analyzer::<Sources>().build().unwrap();
    let mut article = Article::new("case", text);
    article.meta.language = Some("en".to_owned());
    let analysis = engine.read(&article);
    assert!(analysis.skipped().is_empty(), "{text}");
    let column = |byte: u32| text[..byte as usize].chars().count();
    let mut out: Vec<String> = analysis
        .of::<Source>()
        .iter()
        .map(|found| {
            let span = found.span.unwrap();
            let class = serde_json::to_value(found.data.class).unwrap();
            let name = found.data.name.as_deref().unwrap_or("-");
            let claim = found.data.claim.map_or("-", |c| c.slice(text));
            format!("{}-{} {} | {name} | {claim}", column(span.start), column(span.end), class.as_str().unwrap())
        })
        .collect();
    out.sort();
    out
}

#[test]
fn cases() {
    let mut cases: Vec<(&str, Vec<String>)> = Vec::new();
    for line in include_str!("cases.md").lines() {
        let Some(code) = line.strip_prefix("    ") else { continue };
        if let (true, Some(start), Some(end)) = (code.trim_start().starts_with('^'), code.find('^'), code.rfind('^')) {
            cases.last_mut().unwrap().1.push(format!("{start}-{} {}", end + 1, code[end + 1..].trim()));
        } else if !code.trim().is_empty() {
            cases.push((code, Vec::new()));
        }
    }
    let mut wrong = String::new();
    for (text, mut expected) in cases {
        expected.sort();
        let got = found(text);
        if got != expected {
            wrong += &format!("{text}\n  expected {expected:#?}\n  found    {got:#?}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
