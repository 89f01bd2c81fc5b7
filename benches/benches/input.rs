//! The readers of crawls: bytes of the file a second, until each article stands with its text, its meta data and its source.
//!
//! `cargo bench -p copydesk-benches --bench input -- jsonl`

use copydesk_benches::{Genre, corpus};
use copydesk_core::Format;
use copydesk_core::reader::Opened;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::io::Cursor;
use std::time::Duration;

/// Bytes of text in a crawl.
const CRAWL: usize = 8 << 20;

/// A line of a dump, as news-please writes it.
fn line(id: &str, text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t");
    format!(
        "{{\"id\":\"{id}\",\"date_publish\":\"2031-05-06 09:14:00\",\"language\":\"en\",\"maintext\":\"{escaped}\"}}\n"
    )
}

/// A record of plain text, as WET files have them.
fn record(text: &str) -> String {
    let head =
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://a.example/1\r\nContent-Type: text/plain\r\n";
    format!("{head}Content-Length: {}\r\n\r\n{text}\r\n\r\n", text.len())
}

fn readers(criterion: &mut Criterion) {
    let articles = corpus(&Genre::ALL, CRAWL);
    let lines: String = articles.iter().map(|article| line(&article.id, &article.text)).collect();
    let archive: String = articles.iter().map(|article| record(&article.text)).collect();
    for (name, file) in [("jsonl", lines), ("warc", archive)] {
        let Some(format) = Format::registered().into_iter().find(|format| format.name == name) else { continue };
        let bytes: &'static [u8] = file.into_bytes().leak();
        let mut group = criterion.benchmark_group(name);
        group
            .throughput(Throughput::Bytes(bytes.len() as u64))
            .sample_size(10)
            .measurement_time(Duration::from_secs(3));
        group.bench_function("mixed", |bench| {
            bench.iter(|| {
                let file = Opened {
                    name: name.to_owned(),
                    path: name.to_owned(),
                    bytes: Box::new(Cursor::new(black_box(bytes))),
                };
                let drafts = format.reader.articles(file).filter(|draft| black_box(draft).is_ok()).count();
                assert_eq!(drafts, articles.len(), "every article is read");
            });
        });
    }
}

criterion_group!(input, readers);
criterion_main!(input);
