//! All comparers on what all analyzers found: the same bytes for any split of the pile, any order, and any number of threads.
//!
//! Here, because this crate links every plugin.

use copydesk_benches::pile;
use copydesk_core::{Article, Engine, Plan, Plugin, Selection, Settings, Shard};
use proptest::prelude::*;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let plan = Plan::new(&Plugin::registered(), &Selection::default(), &Settings::default());
    Engine::new(plan.expect("the linked plugins make a plan"))
});

/// A pile of a few events, some of its articles without a day, some twice, one empty, two with one id.
fn articles(seed: &[u8]) -> Vec<Article> {
    let mut articles: Vec<Article> = pile(60).filter(|article| article.id.as_str() < "00008").collect();
    for (i, &choice) in seed.iter().enumerate() {
        let at = choice as usize % articles.len();
        let mut article = articles[at].clone();
        match choice % 5 {
            0 => article.meta.published = None,
            1 => article.id = format!("again-{i}"),
            2 => article = Article::new(format!("empty-{i}"), ""),
            3 => article.meta.url = Some(format!("https://news.example/{}", choice % 3)),
            _ => article.text.push_str(" It was the second such case, officials said on Friday."),
        }
        articles.push(article);
    }
    articles
}

fn printed(shard: Shard) -> String {
    let conclusions = ENGINE.conclude(shard);
    assert!(conclusions.skipped().is_empty(), "{:?}", conclusions.skipped());
    conclusions.records().map(|record| record.json(&Default::default()).to_string() + "\n").collect()
}

fn shard(articles: &[&Article]) -> Shard {
    let mut whole = ENGINE.empty_shard();
    articles.iter().for_each(|article| whole.merge(ENGINE.map(&ENGINE.read(article))));
    whole
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_split_and_any_order_is_the_whole(
        seed in prop::collection::vec(any::<u8>(), 0..12),
        order in prop::collection::vec((0_usize..4, any::<u32>()), 80),
        last_first: bool,
    ) {
        let articles = articles(&seed);
        let whole = printed(shard(&articles.iter().collect::<Vec<_>>()));
        prop_assert!(["\"agreement\"", "\"conflict\"", "\"copy\"", "\"drift\"", "\"event\"", "\"origin\"", "\"pile\""].iter().all(|kind| whole.contains(kind)));
        let mut parts: [Vec<(u32, &Article)>; 4] = Default::default();
        for (article, (part, key)) in articles.iter().zip(order.iter().cycle()) {
            parts[*part].push((*key, article));
        }
        let mut shards: Vec<Shard> = Vec::new();
        for (i, mut part) in parts.into_iter().enumerate() {
            part.sort_by_key(|(key, _)| *key);
            let own = shard(&part.into_iter().map(|(_, article)| article).collect::<Vec<_>>());
            // Every other one goes to another machine and back.
            shards.push(if i % 2 == 0 {
                own
            } else {
                let written = own.to_json(ENGINE.plan()).expect("a shard is written");
                Shard::from_json(&written, ENGINE.plan()).expect("and read back")
            });
        }
        if last_first {
            shards.reverse();
        }
        let mut merged = ENGINE.empty_shard();
        shards.into_iter().for_each(|shard| merged.merge(shard));
        prop_assert_eq!(printed(merged), whole);
    }
}

#[test]
fn one_two_and_eight_threads_agree() {
    let articles = articles(&[3, 8, 10, 21, 34]);
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be had");
        pool.install(|| {
            let (_, conclusions) = ENGINE.run(&articles);
            let lines = conclusions.records().map(|record| record.json(&Default::default()).to_string());
            lines.collect::<Vec<_>>()
        })
    };
    let one = run(1);
    assert!(one.len() > articles.len());
    assert!(run(2) == one && run(8) == one, "another number of threads gives other bytes");
}
