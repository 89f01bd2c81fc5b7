//! Feeds: RSS 0.9 to 2.0, Atom, JSON Feed. Each entry is an article.
//!
//! An entry's content is a piece of a web page, often only a teaser. Nothing is fetched: what a link leads to is not read, and a feed
//! that names itself is read once.

use copydesk_core::reader::{Articles, Draft, Drafts, Fault, Likeness, Opened, Reader, several};
use copydesk_core::{Meta, Source, register};
use feed_rs::model::{Entry, Feed, Text};

/// The reader of feeds.
struct Feeds;

impl Reader for Feeds {
    fn extensions(&self) -> &'static [&'static str] {
        &["rss", "atom", "xml"]
    }

    fn recognises(&self, head: &[u8]) -> Likeness {
        let text = String::from_utf8_lossy(head);
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let is_json = text.starts_with('{') && text.contains("jsonfeed.org/version");
        if is_json || root(text).is_some_and(|root| matches!(root, "rss" | "feed" | "RDF")) {
            Likeness::Certain
        } else {
            Likeness::None
        }
    }

    fn articles(&self, file: Opened) -> Articles {
        several(file, read)
    }
}

/// The local name of the first element of XML.
fn root(mut text: &str) -> Option<&str> {
    loop {
        text = text.get(text.find('<')? + 1..)?;
        // A declaration, a comment or a document type.
        if !text.starts_with(['?', '!']) {
            let name = text.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next()?;
            return name.rsplit(':').next();
        }
    }
}

fn read(file: Opened) -> Result<Drafts, Fault> {
    let (name, path, bytes) = file.whole()?;
    let parser = feed_rs::parser::Builder::new().sanitize_content(false).build();
    let feed = parser.parse(bytes.as_slice()).map_err(|error| Fault::file(&path, format!("not a feed: {error}")))?;
    let drafts = feed.entries.iter().enumerate().map(|(i, entry)| {
        let place = format!("{path}, entry {}", i + 1);
        let mut draft = words(entry, &place)?;
        draft.meta = meta(&feed, entry);
        draft.id = format!("{name}:{}", i + 1);
        draft.other = place;
        Ok(draft)
    });
    Ok(drafts.collect())
}

/// The words of an entry: its content, or its summary where there is none.
fn words(entry: &Entry, place: &str) -> Result<Draft, Fault> {
    let content = entry.content.as_ref();
    let body = content.and_then(|content| Some((content.body.as_deref()?, content.content_type.as_str(), "content")));
    let summary = entry.summary.as_ref().map(|text| (text.content.as_str(), text.content_type.as_str(), "summary"));
    let Some((words, kind, field)) = body.filter(|(words, ..)| !words.trim().is_empty()).or(summary) else {
        return Err(Fault::ignored(place, "an entry without content or summary"));
    };
    let at = format!("{place}, {field}");
    // RSS says nothing of the type of a description, and most hold markup.
    if kind.contains("html") || words.contains("</") || words.contains("<br") || words.contains("/>") {
        return copydesk_html::page(&at, words.as_bytes().to_vec(), None);
    }
    let source = Source::verbatim(at, words.as_bytes(), 0);
    Ok(Draft { text: words.to_owned(), source: Some(source), ..Draft::default() })
}

fn meta(feed: &Feed, entry: &Entry) -> Meta {
    let line = |text: &Option<Text>| {
        let words = text.as_ref()?.content.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(words).filter(|words| !words.is_empty())
    };
    let link = entry.links.iter().find(|link| link.rel.as_deref().is_none_or(|rel| rel == "alternate"));
    let writers: Vec<&str> = entry
        .authors
        .iter()
        .map(|person| person.name.as_deref().unwrap_or("").trim())
        .filter(|name| !name.is_empty())
        .collect();
    let mut meta = Meta {
        // When an entry was changed is not when it was published.
        published: entry.published.map(|time| time.to_rfc3339()),
        title: line(&entry.title),
        outlet: line(&feed.title),
        byline: Some(writers.join(", ")).filter(|writers| !writers.is_empty()),
        url: link.map(|link| link.href.clone()),
        language: entry.language.clone().or_else(|| feed.language.clone()),
        ..Meta::EMPTY
    };
    meta.extra.insert("guid".to_owned(), serde_json::Value::String(entry.id.clone()));
    meta
}

register! {
    /// RSS, Atom and JSON Feed: each entry is an article, by its content or, where there is none, its summary.
    reader "feeds" Feeds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_is_told_by_its_root() {
        for yes in [
            "<?xml version=\"1.0\"?>\n<!-- made by hand -->\n<rss version=\"2.0\">",
            "\u{feff}<feed xmlns=\"http://www.w3.org/2005/Atom\">",
            "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\">",
            "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}",
        ] {
            assert_eq!(Feeds.recognises(yes.as_bytes()), Likeness::Certain, "{yes}");
        }
        for no in ["<!doctype html><html>", "<p>rss", "Talks on rss < feed", "", "{\"text\": 1}"] {
            assert_eq!(Feeds.recognises(no.as_bytes()), Likeness::None, "{no}");
        }
    }
}
