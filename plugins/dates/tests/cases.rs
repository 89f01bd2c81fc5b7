//! The sentences of `cases.md`, each with what is found in it.

#![allow(clippy::unwrap_used)]

mod timex3;

use copydesk_core::{Analyzer as _, Article, Engine, Span, cases};
use copydesk_dates::{Date, Dates};
use copydesk_masthead::Mastheads;
use copydesk_zones::Zones;

/// A finding in words: `2031-05 | DATE | picked | START`.
fn say(rule: &str, data: &Date) -> String {
    assert!(timex3::is_valid(&data.value), "{} is no TIMEX3 value", data.value);
    let kind = serde_json::to_value(data.kind).unwrap();
    let modifier = data.modifier.as_ref().map_or_else(String::new, |modifier| format!(" | {modifier}"));
    format!("{} | {} | {rule}{modifier}", data.value, kind.as_str().unwrap())
}

#[test]
fn every_case_of_the_page() {
    let engine = Engine::builder().analyzer::<Zones>().analyzer::<Mastheads>().analyzer::<Dates>().build().unwrap();
    cases::check(include_str!("cases.md"), |article: &Article| {
        let mut all = cases::found::<Date>(&engine, article, |found| say(found.rule, &found.data));
        let analysis = engine.read(article);
        let aside = analysis.records().into_iter().filter(|r| r.kind == "set-aside" && r.plugin == Dates::NAME);
        all.extend(aside.map(|r| (r.span.unwrap_or(Span::new(0, 0)), format!("set aside | {}", r.rule))));
        all.sort();
        all
    });
}
