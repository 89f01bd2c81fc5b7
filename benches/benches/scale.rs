//! What comparing a large pile costs: CPU time and memory of all comparers over a generated pile, their findings given.
//!
//! `cargo bench -p copydesk-benches --bench scale -- 100000` for 100,000 articles (200 MB); without a number 2,000. With names of comparers
//! behind it (`-- 10000 copies drift`), of these and of what they build on.

#![allow(clippy::print_stdout)]

use copydesk_benches::pile;
use copydesk_core::{Article, Engine, Plan, Plugin, Selection, Settings};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::read_to_string;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// Articles that are read at once; their findings are dropped before the next.
const BATCH: usize = 512;
/// Without a number on the command line, so many articles: seconds, so that every run of all benches can have it.
const FEW: usize = 2_000;
/// How often it is asked who is at work.
const GLANCE: Duration = Duration::from_millis(20);
/// CPU time is counted in ticks of so many milliseconds (`USER_HZ` is 100 on every Linux).
const TICK: u64 = 10;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let count = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(FEW);
    let only: Vec<String> = arguments.into_iter().filter(|argument| argument.parse::<usize>().is_err()).collect();
    let selection = Selection { only: (!only.is_empty()).then_some(only), skip: Vec::new() };
    let plan = Plan::new(&Plugin::registered(), &selection, &Settings::default());
    let engine = Engine::new(plan.expect("the linked plugins make a plan"));

    let (mut bytes, mut mapped) = (0, 0);
    let mut whole = engine.empty_shard();
    let mut articles = pile(count);
    loop {
        let batch: Vec<Article> = articles.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            break;
        }
        bytes += batch.iter().map(|article| article.text.len()).sum::<usize>();
        let analyses: Vec<_> = batch.par_iter().map(|article| engine.read(article)).collect();
        let before = cpu();
        let shards: Vec<_> = analyses.par_iter().map(|analysis| engine.map(analysis)).collect();
        shards.into_iter().for_each(|shard| whole.merge(shard));
        mapped += cpu() - before;
    }
    let (kept, before) = (memory("VmRSS"), cpu());
    let (concluded, by_comparer) = watched(&engine, || engine.conclude(whole));
    let conclusion = cpu() - before;
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    concluded.records().for_each(|record| *kinds.entry(record.kind).or_default() += 1);

    println!("{count} articles, {} MB, {} threads", bytes / 1_000_000, rayon::current_num_threads());
    println!("map and merge: {:.1} s of CPU time; kept {kept} MB", seconds(mapped));
    println!("conclude: {:.1} s of CPU time; at most {} MB", seconds(conclusion), memory("VmHWM"));
    for (plugin, (time, most)) in by_comparer {
        println!("  {plugin}: {:.1} s, at most {most} MB", seconds(time));
    }
    println!("{} findings: {kinds:?}", kinds.values().sum::<usize>());
    for skip in concluded.skipped() {
        println!("{} did not conclude: {}", skip.plugin, skip.why);
    }
}

/// Runs `work`, and says how much CPU time passed while each plugin was at it, and how much memory the process had at most.
fn watched<T>(engine: &Engine, work: impl FnOnce() -> T) -> (T, BTreeMap<&'static str, (u64, u64)>) {
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let glances = scope.spawn(|| {
            let (mut times, mut last) = (BTreeMap::new(), cpu());
            while !done.load(Ordering::Relaxed) {
                thread::sleep(GLANCE);
                let now = cpu();
                if let Some((_, plugin)) = engine.watch().overdue(Duration::ZERO) {
                    let (time, most): &mut (u64, u64) = times.entry(plugin).or_default();
                    *time += now - last;
                    *most = memory("VmRSS").max(*most);
                }
                last = now;
            }
            times
        });
        let result = work();
        done.store(true, Ordering::Relaxed);
        (result, glances.join().expect("nothing in it can fail"))
    })
}

fn seconds(milliseconds: u64) -> f64 {
    milliseconds as f64 / 1e3
}

/// CPU time of this process on all cores, in milliseconds; 0 where the system does not tell.
fn cpu() -> u64 {
    let line = read_to_string("/proc/self/stat").unwrap_or_default();
    // Behind the program's name in brackets: user and system time are the 12th and the 13th.
    let fields = line.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum::<u64>() * TICK
}

/// Memory of this process in MB, as the system counts it; 0 where it does not tell.
fn memory(which: &str) -> u64 {
    let status = read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(which)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or_default() / 1_000
}
