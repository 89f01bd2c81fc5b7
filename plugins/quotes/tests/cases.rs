//! Reads `cases.md`: a sentence, carets under the pieces of each quotation, then `form | speaker | cue`.
//! `aside: WHAT` stands under words in marks that are set aside. A sentence without carets has no quotation.
#![allow(clippy::unwrap_used, clippy::string_slice)]

mod desk;

use copydesk_core::Analyzer;
use copydesk_quotes::{Form, Quote, Quotes};
use desk::{article, engine};

/// The spans of carets in a line, and what stands behind the last.
fn carets(line: &str) -> (Vec<(usize, usize)>, &str) {
    let mut spans = Vec::new();
    let mut start = None;
    let end = line.rfind('^').map_or(0, |i| i + 1);
    for (column, c) in line[..end].chars().chain([' ']).enumerate() {
        match (c == '^', start) {
            (true, None) => start = Some(column),
            (false, Some(first)) => {
                spans.push((first, column));
                start = None;
            }
            _ => {}
        }
    }
    (spans, line[end..].trim())
}

fn found(text: &str) -> Vec<String> {
    let (engine, article) = (engine(), article(text));
    let analysis = engine.read(&article);
    assert_eq!(analysis.skipped().len(), 0, "{text}");
    let columns = |start: u32, end: u32| (text[..start as usize].chars().count(), text[..end as usize].chars().count());
    let mut out: Vec<String> = analysis
        .of::<Quote>()
        .iter()
        .map(|found| {
            let quote = &found.data;
            let spans: Vec<_> = quote.spans.iter().map(|s| columns(s.start, s.end)).collect();
            let form = match quote.form {
                Form::Direct => "direct",
                Form::Indirect => "indirect",
                Form::Mixed => "mixed",
            };
            let speaker = quote.speaker.text.as_deref().unwrap_or("-");
            let cue = quote.cue.as_ref().map_or("-", |c| c.text.as_str());
            format!("{spans:?} {form} | {speaker} | {cue}")
        })
        .collect();
    for record in analysis.records().into_iter().filter(|r| r.kind == "set-aside" && r.plugin == Quotes::NAME) {
        let Some(span) = record.span else { continue };
        let data = record.json(&copydesk_core::Offsets::Bytes).to_string();
        let what = data.split("\"as\":\"").nth(1).and_then(|d| d.split('"').next()).unwrap_or("?").to_owned();
        out.push(format!("{:?} aside: {what}", vec![columns(span.start, span.end)]));
    }
    out.sort();
    out
}

#[test]
fn cases() {
    let file = include_str!("cases.md");
    let mut cases: Vec<(String, Vec<String>)> = Vec::new();
    for line in file.lines() {
        let Some(code) = line.strip_prefix("    ") else { continue };
        if code.trim_start().starts_with('^') {
            let (spans, value) = carets(code);
            cases.last_mut().expect("a sentence").1.push(format!("{spans:?} {value}"));
        } else if !code.trim().is_empty() {
            cases.push((code.to_owned(), Vec::new()));
        }
    }
    let mut wrong = String::new();
    for (text, mut expected) in cases {
        expected.sort();
        let got = found(&text);
        if got != expected {
            wrong += &format!("{text}\n  expected {expected:#?}\n  found    {got:#?}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
