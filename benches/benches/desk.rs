//! Reading, each plugin alone, and the whole, in bytes of article text a second; beside them one `memchr` pass over the same bytes.
//!
//! `cargo bench -p copydesk-benches -- dates` measures that plugin alone, `-- newswire` everything on that genre.

use copydesk_benches::{Genre, corpus};
use copydesk_core::{Article, Engine, Plan, Plugin, Reading, Selection, Settings};
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::sync::LazyLock;
use std::time::Duration;

/// Bytes of text of each corpus: larger than the second-level cache of common machines, read a dozen times within the time that is set.
const CORPUS: usize = 1 << 20;
/// What one figure may take. A plugin reads the corpus ten times or more in it at 5 MB a second.
const TIME: Duration = Duration::from_secs(3);

static PILES: LazyLock<Vec<(&str, Vec<Article>)>> = LazyLock::new(|| {
    let mixed = ("mixed", corpus(&Genre::ALL, CORPUS));
    std::iter::once(mixed).chain(Genre::ALL.map(|genre| (genre.name(), corpus(&[genre], CORPUS)))).collect()
});

fn group<'c>(criterion: &'c mut Criterion, name: &str, articles: &[Article]) -> BenchmarkGroup<'c, WallTime> {
    let mut group = criterion.benchmark_group(name);
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    group.throughput(Throughput::Bytes(bytes as u64)).sample_size(10).measurement_time(TIME);
    group.warm_up_time(TIME / 6);
    group
}

fn engine(only: Option<&str>) -> Engine {
    let selection = Selection { only: only.map(|name| vec![name.to_owned()]), skip: Vec::new() };
    let plan = Plan::new(&Plugin::registered(), &selection, &Settings::default());
    Engine::new(plan.expect("the linked plugins make a plan"))
}

/// How fast the machine can look at the same bytes at all.
fn memory(criterion: &mut Criterion) {
    for (genre, articles) in &*PILES {
        group(criterion, "memchr", articles).bench_function(*genre, |bench| {
            // No text holds this byte, so that the pass goes through to the end.
            bench.iter(|| {
                articles.iter().filter_map(|article| memchr::memchr(0, black_box(article.text.as_bytes()))).count()
            });
        });
    }
}

/// Tokens, lines, sentences, language.
fn reading(criterion: &mut Criterion) {
    for (genre, articles) in &*PILES {
        group(criterion, "reading", articles).bench_function(*genre, |bench| {
            bench.iter(|| {
                articles
                    .iter()
                    .map(|article| Reading::new(black_box(article)).map_or(0, |r| r.tokens().len()))
                    .sum::<usize>()
            });
        });
    }
}

/// Each plugin's own work: what it requires is found before, outside of the time that is taken.
fn plugins(criterion: &mut Criterion) {
    // An analyzer and a comparer of one name are measured together.
    let mut plugins = Plugin::registered();
    plugins.dedup_by_key(|plugin| plugin.name);
    for plugin in plugins {
        let engine = engine(Some(plugin.name));
        for (genre, articles) in &*PILES {
            let analyses = std::cell::OnceCell::new();
            group(criterion, plugin.name, articles).bench_function(*genre, |bench| {
                let analyses =
                    analyses.get_or_init(|| articles.iter().map(|article| engine.read(article)).collect::<Vec<_>>());
                bench.iter(|| {
                    analyses
                        .iter()
                        .filter_map(|analysis| engine.repeat(black_box(analysis), plugin.name))
                        .sum::<usize>()
                });
            });
        }
    }
}

/// Everything, on one core: reading, all plugins, comparing, records in their order.
fn whole(criterion: &mut Criterion) {
    let engine = engine(None);
    for (genre, articles) in &*PILES {
        group(criterion, "whole", articles).bench_function(*genre, |bench| {
            bench.iter(|| {
                let mut pile = engine.empty_shard();
                let mut records = 0;
                for article in articles {
                    let analysis = engine.read(black_box(article));
                    pile.merge(engine.map(&analysis));
                    records += analysis.records().len();
                }
                records + engine.conclude(pile).records().count()
            });
        });
    }
}

criterion_group!(desk, memory, reading, plugins, whole);
criterion_main!(desk);
