//! The cases of `cases.md`, and what holds for any text.

mod desk;

use copydesk_core::{Article, Found, cases};
use copydesk_reliability::{Observation, Signal};
use proptest::prelude::*;

/// Signals of the page, not of its sentences: see `pages.rs`.
const OF_PAGES: [Observation; 3] = [Observation::MissingByline, Observation::MissingDate, Observation::MissingDateline];

#[test]
fn cases_hold() {
    let engine = desk::reading().build().unwrap();
    let say = |found: &Found<Signal>| {
        let data = &found.data;
        let mut said = found.rule.to_owned();
        if let Some(count) = data.count {
            said += &format!(" {count}");
        }
        if let Some(of) = data.of {
            said += &format!("/{of}");
        }
        format!("{said} {}", data.names.join(", ")).trim().to_owned()
    };
    cases::check(include_str!("cases.md"), |article| {
        let mut article = article.clone();
        article.meta.language = Some("en".to_owned());
        let all = cases::found(&engine, &article, |found: &Found<Signal>| {
            if OF_PAGES.contains(&found.data.signal) { String::new() } else { say(found) }
        });
        all.into_iter().filter(|(_, said)| !said.is_empty()).collect()
    });
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in ".{0,400}", words in "(state media |report by |anonymity |of |not to be named|@|a\\.b|By |© |\\(AP\\) |KTA |said |is seen as |12,000 troops |killed |headline\n|Kim Jong-un |Kim Jong Un |made available by the |DEFENCE MINISTRY/Experts |“|”|\n\n|[. ’-]|é){0,60}") {
        let mut article = Article::new("any", text + &words);
        article.meta.language = Some("en".to_owned());
        article.meta.outlet = Some("Port Mirel Gazette".to_owned());
        let engine = desk::reading().build().unwrap();
        let analysis = engine.read(&article);
        for skip in analysis.skipped() {
            prop_assert!(!skip.why.is_fault(), "{} fails", skip.plugin);
        }
        for found in analysis.of::<Signal>() {
            for evidence in &found.data.evidence {
                if let Some(place) = evidence.place() {
                    prop_assert_eq!(place.span().slice(&article.text), evidence.text.as_str());
                }
            }
            prop_assert!(found.data.count.unwrap_or(0) <= found.data.of.unwrap_or(u32::MAX));
        }
    }
}
