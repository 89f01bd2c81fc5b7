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
/// Bytes of text in the pages, which are several times as long.
const PAGES: usize = 1 << 20;

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

/// A page of a news site: the story between menus, programs, related stories and a footer, as published pages have them. Of such a page
/// a tenth is the article's words.
fn page(text: &str) -> String {
    let menu: String =
        (0..40).map(|i| format!("<li class=\"menu-item\"><a href=\"/section/{i}\">Section {i}</a></li>")).collect();
    let related: String = (0..12)
        .map(|i| {
            format!(
                "<div class=\"teaser\"><h3><a href=\"/story/{i}\">Another story of the day, number {i}</a></h3></div>"
            )
        })
        .collect();
    let script = "window.dataLayer=window.dataLayer||[];(function(w,d,s,l){w[l]=w[l]||[];w[l].push({'a':1});})(window,document);\n";
    let mut lines = text.lines().filter(|line| !line.is_empty());
    let title = lines.next().unwrap_or_default();
    let story: String = lines
        .map(|line| format!("<p class=\"story-text\" data-id=\"7f3a\">{}</p>\n", line.replace('&', "&amp;")))
        .collect();
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title} | The Ledger</title>\
         <meta property=\"og:title\" content=\"{title}\"><meta property=\"article:published_time\" content=\"2031-05-06T09:14:00Z\">\
         <script>{}</script></head><body><header><nav><ul>{menu}</ul></nav></header><main><article><h1>{title}</h1>\
         <div class=\"byline\">By <a rel=\"author\" href=\"/a\">Ines Harrow</a></div>{story}</article>\
         <aside class=\"related\">{related}</aside></main><footer><ul>{menu}</ul><p>Copyright The Ledger</p></footer>\
         <script>{}</script></body></html>",
        script.repeat(60),
        script.repeat(120),
    )
}

/// Pages with their menus and programs, in bytes of page: with both witnesses, unless the feature `second-witness` is off.
fn pages(criterion: &mut Criterion) {
    let pages: Vec<String> = corpus(&Genre::ALL, PAGES).iter().map(|article| page(&article.text)).collect();
    let bytes: usize = pages.iter().map(String::len).sum();
    let mut group = criterion.benchmark_group("html");
    group.throughput(Throughput::Bytes(bytes as u64)).sample_size(10).measurement_time(Duration::from_secs(3));
    group.bench_function("mixed", |bench| {
        bench.iter(|| {
            for page in &pages {
                let draft = copydesk_html::page("a.html", black_box(page).clone().into_bytes(), None);
                assert!(draft.is_ok_and(|draft| !draft.text.is_empty()), "every page has words");
            }
        });
    });
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

criterion_group!(input, readers, pages);
criterion_main!(input);
