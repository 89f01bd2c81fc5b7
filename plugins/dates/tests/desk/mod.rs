//! One reading of a text for every property: no panic, spans inside it in order, values that TIMEX3 allows, ranges with two ends.

#[path = "../timex3/mod.rs"]
mod timex3;

use copydesk_core::{Analyzer as _, Article, Engine, Finding as _, Meta, record};
use copydesk_dates::{Date, Dates, End};
use copydesk_masthead::Mastheads;
use copydesk_zones::Zones;
use proptest::prelude::ProptestConfig;
use std::ops::Range;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    Engine::builder().analyzer::<Zones>().analyzer::<Mastheads>().analyzer::<Dates>().build().unwrap()
});

/// Where an expression stands, and what it came to.
pub type Found = (Range<usize>, Date);

/// Reads a text, and holds what is true of every finding in any text.
pub fn read(text: &str, published: Option<&str>) -> Vec<Found> {
    let meta = Meta { published: published.map(str::to_owned), language: Some("en".to_owned()), ..Meta::EMPTY };
    let article = Article { id: "any".to_owned(), text: text.to_owned(), meta, ..Article::default() };
    let analysis = ENGINE.read(&article);
    assert!(analysis.skipped().is_empty(), "{:?}", analysis.skipped());
    let fingerprint = record::fingerprint(text);
    let mut end = 0;
    let mut all: Vec<Found> = Vec::new();
    let mut ids = Vec::new();
    for found in analysis.of::<Date>() {
        let span = found.span.unwrap();
        assert!(span.start >= end && span.end > span.start, "{span:?} overlaps");
        end = span.end;
        assert!(timex3::is_valid(&found.data.value), "{:?} in {text:?}", found.data.value);
        if let (Some(earliest), Some(latest)) = (found.data.earliest, found.data.latest) {
            assert!(earliest <= latest, "{:?}", found.data);
        }
        let at = span.start as usize..span.end as usize;
        assert!(text.get(at.clone()).is_some(), "{span:?} is off the characters of {text:?}");
        ids.push(record::finding_id(fingerprint, Dates::NAME, found.data.kind(), found.rule, span));
        all.push((at, found.data.clone()));
    }
    // Each end of a range names the other, which stands beside it.
    for (n, (_, date)) in all.iter().enumerate() {
        let Some(range) = &date.range else { continue };
        let other = if range.role == End::From { n + 1 } else { n - 1 };
        assert_eq!(ids[other], range.other, "{date:?} in {text:?}");
        assert!(all[other].1.range.as_ref().is_some_and(|back| back.other == ids[n]), "{date:?} in {text:?}");
    }
    all
}

/// So many cases, unless `PROPTEST_CASES` asks for another number.
pub fn cases(usual: u32) -> ProptestConfig {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => ProptestConfig::default(),
        None => ProptestConfig::with_cases(usual),
    }
}
