//! Pages of our own, as the reader of web pages hands them over.
#![allow(clippy::unwrap_used)]

use copydesk_core::{Article, Engine};
use copydesk_zones::{Zone, Zones};

/// What each zone of a page is, with its first words.
fn zones(html: &str) -> Vec<(String, &'static str, String)> {
    let draft = copydesk_html::page("a.html", html.as_bytes().to_vec(), None).unwrap();
    let article = Article { id: "a".to_owned(), text: draft.text, markup: draft.markup, ..Article::default() };
    let engine = Engine::builder().analyzer::<Zones>().build().unwrap();
    let analysis = engine.read(&article);
    assert!(analysis.skipped().is_empty());
    let zones = analysis.of::<Zone>().iter();
    let words = |zone: &copydesk_core::Found<Zone>| {
        let text = zone.span.unwrap().slice(&article.text);
        text.split_whitespace().take(3).collect::<Vec<_>>().join(" ")
    };
    zones.map(|zone| (words(zone), zone.data.label.name(), zone.rule.to_string())).collect()
}

const STORY: &str = "<p>The council of Brisca voted on Monday, by nine to four, to close the old mill, which has stood empty for years.</p>\
    <p>“We have waited long enough,” said the mayor, Ines Harrow, who had asked for the vote, and thanked her colleagues for it.</p>\
    <p>The mill was built by two brothers, and it ground flour for the whole valley until the war, when a fire closed it down.</p>\
    <p>What becomes of the land is open: a school wants it, and so does a maker of bicycles, who has offered a higher price.</p>";

fn page(inside: &str) -> String {
    format!(
        "<title>Mill to close</title><header><nav><ul><li><a href=/p>Politics</a><li><a href=/c>Culture</a></ul></nav></header>\
         <main><article><h1>Mill to close after long dispute</h1><div class=byline>By Lucia Amar</div>\
         <div class=article-body>{STORY}{inside}{STORY}</div></article></main>\
         <footer><p>© 2031 Brisca Post</footer>"
    )
}

fn label<'z>(zones: &'z [(String, &'static str, String)], begins: &str) -> (&'z str, &'z str) {
    let zone = zones.iter().find(|(words, ..)| words.starts_with(begins));
    zone.map_or(("none", ""), |(_, label, rule)| (*label, rule.as_str()))
}

#[test]
fn a_page_is_labelled_and_nothing_is_dropped() {
    let zones = zones(&page(
        "<figure><img src=a><figcaption>The mill seen from the river bank</figcaption></figure><h2>A long dispute</h2>",
    ));
    assert_eq!(label(&zones, "Politics").0, "navigation");
    assert_eq!(label(&zones, "Mill to close"), ("headline", "page-headline"));
    assert_eq!(label(&zones, "By Lucia").0, "byline");
    assert_eq!(label(&zones, "The council"), ("body", "paragraph"));
    assert_eq!(label(&zones, "The mill seen").0, "caption");
    assert_eq!(label(&zones, "A long").0, "crosshead");
    assert_eq!(label(&zones, "© 2031").0, "copyright");
}

#[test]
fn furniture_amid_the_story_is_told() {
    let zones = zones(&page(
        "<p><a href=/x>Also in Brisca: the bridge that nobody wanted is to open at last in May</a></p>\
         <div class=author-bio><p>Lucia Amar has written on the valley for the Post since she left school, and keeps bees.</p></div>\
         <pre>let a = read(b); if (a[0] == 1) { print(a[0] + b[1]); }</pre>",
    ));
    assert_eq!(label(&zones, "Also in").0, "related-links");
    let bio = label(&zones, "Lucia Amar has").0;
    assert!(bio == "author-bio", "{bio}");
    assert_ne!(label(&zones, "let a").0, "body");
}

#[test]
fn headings_of_entries_are_read_with_them() {
    let entries: String = (1..6).map(|n| format!("<h2>{n}. Lorne Quay, for its lamps</h2>{STORY}")).collect();
    let zones = zones(&page(&entries));
    assert_eq!(label(&zones, "1. Lorne"), ("entry-head", "headed-entries"));
}

#[test]
fn a_page_without_an_article_has_no_story_of_links() {
    let links: String = (0..30).map(|n| format!("<li><a href=/{n}>Story number {n} of the day</a>")).collect();
    let zones = zones(&format!("<h1>Brisca Post</h1><ul>{links}</ul>"));
    assert!(zones.iter().all(|(_, label, _)| *label != "crosshead"), "{zones:?}");
    assert!(zones.iter().filter(|(_, label, _)| *label == "body").count() < 2, "{zones:?}");
}

#[test]
fn a_page_too_long_for_witnesses_is_told_by_its_blocks() {
    let zones = zones(&page(&format!("<p>{}</p>", "b ".repeat(1_100_000))));
    assert_eq!(label(&zones, "The council").0, "body");
    assert_eq!(label(&zones, "Politics").0, "navigation");
}
