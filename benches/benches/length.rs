//! Whether the work grows with the length of a text and no faster: each plugin's own work over texts of 1.25, 2.5, 5 and 10 MB.
//!
//! `cargo bench -p copydesk-benches --bench length -- dates` for one plugin, without a name for all analyzers. Besides news there are texts that say one thing over
//! and over, because that is what a look-ahead without a bound trips over.

#![allow(clippy::print_stdout)]

use copydesk_benches::{Genre, corpus};
use copydesk_core::{Analysis, Article, Engine, Plan, Plugin, Reading, Role, Selection, Settings};
use std::fs::read_to_string;
use std::hint::black_box;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// Bytes of the texts, each twice the one before.
const LENGTHS: [usize; 4] = [1_250_000, 2_500_000, 5_000_000, 10_000_000];
/// Each work is done so often and the fastest counts: what else the machine does can only make it slower.
const TIMES: usize = 3;
/// … again and again for so long: the system counts in steps of a few milliseconds.
const LEAST: Duration = Duration::from_millis(50);
/// What is said over and over: openings that never close, chains that never end, and words that each might begin something.
const REPEATED: [&str; 12] = [
    "Monday and ",
    "from 2015 to ",
    "the day after ",
    "over 5 and ",
    "111'111'",
    "1,1, ",
    "he said, \"",
    "“‘",
    "according to the ",
    "Ann B. ",
    "the ministry's ",
    "x",
];

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

fn main() {
    let names: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let analyzers = Plugin::registered().into_iter().filter(|plugin| plugin.role == Role::Analyzer);
    let chosen = analyzers.filter(|plugin| names.is_empty() || names.iter().any(|name| name == plugin.name));
    let chosen: Vec<&'static str> = chosen.map(|plugin| plugin.name).collect();
    let selection = Selection { only: Some(chosen.iter().map(|&name| name.to_owned()).collect()), skip: Vec::new() };
    let plan = Plan::new(&Plugin::registered(), &selection, &Settings::default());
    let engine = Engine::new(plan.expect("the linked plugins make a plan"));

    println!("MB a second at {LENGTHS:?} bytes; the most that twice the length takes times as long\n");
    let news = || corpus(&[Genre::Newswire], LENGTHS[LENGTHS.len() - 1]).into_iter().map(|article| article.text);
    measure(&engine, &chosen, "news", &news().collect::<String>());
    measure(&engine, &chosen, "news in one line", &news().collect::<String>().replace('\n', " "));
    for said in REPEATED {
        measure(&engine, &chosen, &format!("{said:?}"), &said.repeat(LENGTHS[LENGTHS.len() - 1] / said.len() + 1));
    }
}

/// Prints a line a plugin, and one of the reading that all share.
fn measure(engine: &Engine, plugins: &[&'static str], name: &str, text: &str) {
    let names = std::iter::once("reading").chain(plugins.iter().copied());
    let mut lines: Vec<(&str, Vec<Duration>)> = names.map(|name| (name, Vec::new())).collect();
    for length in LENGTHS {
        let article = Article::new("long", text.get(..text.floor_char_boundary(length)).unwrap_or_default());
        let analysis = engine.read(&article);
        for skip in analysis.skipped() {
            println!("{name:<22} {:<12} skipped at {length} bytes: {}", skip.plugin, skip.why);
        }
        lines.retain(|(plugin, _)| !analysis.skipped().iter().any(|skip| skip.plugin == *plugin));
        for (plugin, times) in &mut lines {
            times.push(fastest(engine, &article, &analysis, plugin));
        }
    }
    for (plugin, times) in lines {
        let speed = |(length, time): (usize, &Duration)| format!("{:>8.1}", length as f64 / 1e6 / time.as_secs_f64());
        let speeds: String = LENGTHS.into_iter().zip(&times).map(speed).collect();
        let growth = times.windows(2).map(|two| two[1].as_secs_f64() / two[0].as_secs_f64()).fold(0.0, f64::max);
        println!("{name:<22} {plugin:<12} {speeds} {growth:>7.2}");
    }
}

fn fastest(engine: &Engine, article: &Article, analysis: &Analysis<'_>, plugin: &str) -> Duration {
    let work = || match plugin {
        "reading" => drop(black_box(Reading::new(article))),
        plugin => drop(black_box(engine.repeat(analysis, plugin))),
    };
    let one = || {
        let (began, mut runs) = (busy(), 0);
        loop {
            work();
            runs += 1;
            let passed = busy().saturating_sub(began);
            if passed >= LEAST {
                return passed / runs;
            }
        }
    };
    (0..TIMES).map(|_| one()).min().unwrap_or_default()
}

/// How long this thread was on a processor, so that what else runs on the machine counts little; by the clock where the system does not tell.
fn busy() -> Duration {
    let told = read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split_whitespace().next().and_then(|first| first.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}
