//! ninjs, the IPTC's JSON for news: versions 1.0 to 3.0 (iptc.org/standards/ninjs).
//!
//! 1.x has one property a rendition (`headline`, `body_text`, `body_xhtml`), 2.x lists (`headlines`, `bodies`) in small letters, 3.x the
//! same in camel case. An item is an article where it has a body, or a description and a headline; pictures and events are none.

use super::fields::published;
use copydesk_core::reader::{Draft, Fault};
use copydesk_core::{Meta, Source};
use serde_json::{Map, Value};

/// Properties that no other JSON article has.
const MARKS: [&str; 14] = [
    "altids",
    "body_xhtml",
    "copyrightHolder",
    "copyrightholder",
    "description_text",
    "descriptions",
    "eventDetails",
    "events",
    "headlines",
    "pubStatus",
    "pubstatus",
    "renditions",
    "versionCreated",
    "versioncreated",
];

/// Whether an object is an item of ninjs.
pub fn is_item(object: &Map<String, Value>) -> bool {
    let standard = object.get("$standard").or_else(|| object.get("standard"));
    let named = standard.and_then(|standard| standard.get("name")).is_some_and(|name| name == "ninjs");
    named || object.contains_key("uri") && MARKS.iter().any(|mark| object.contains_key(*mark))
}

/// An item as an article.
///
/// # Errors
/// A [`Fault`] that says what the item is, where it is no article.
pub fn draft(object: Map<String, Value>, fallback: String, place: &str) -> Result<Draft, Fault> {
    let item = Item(&object);
    let kind = item.word(&["type"]).unwrap_or("text");
    let Some(body) = item.body() else {
        return Err(Fault::ignored(place, format!("an item of type {kind} without a body")));
    };
    let at = format!("{place}, {}", body.field);
    let mut draft = if body.is_html {
        copydesk_html::page(&at, body.words.as_bytes().to_vec(), None)?
    } else {
        let source = Source::verbatim(at, body.words.as_bytes(), 0);
        Draft { text: body.words.to_owned(), source: Some(source), ..Draft::default() }
    };
    draft.meta = item.meta(place, &mut draft.warnings);
    draft.id = item.word(&["uri"]).map_or(fallback, str::to_owned);
    place.clone_into(&mut draft.other);
    Ok(draft)
}

/// An item.
struct Item<'a>(&'a Map<String, Value>);

/// The words of an item.
struct Body<'a> {
    field: String,
    words: &'a str,
    is_html: bool,
}

impl<'a> Item<'a> {
    /// The first of these properties that is a string with words in it.
    fn word(&self, names: &[&str]) -> Option<&'a str> {
        names.iter().filter_map(|name| self.0.get(*name)?.as_str()).map(str::trim).find(|word| !word.is_empty())
    }

    /// The entries of a list of renditions: role, content type, value.
    fn renditions(&self, list: &str) -> impl Iterator<Item = (&'a str, &'a str, &'a str)> {
        let entries = self.0.get(list).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        entries.iter().filter_map(|entry| {
            let of = |name: &str| entry.get(name)?.as_str();
            let kind = of("contentType").or_else(|| of("contenttype"));
            Some((of("role").unwrap_or(""), kind.unwrap_or(""), of("value")?))
        })
    }

    /// The body: markup first, since it tells a crosshead from a paragraph.
    fn body(&self) -> Option<Body<'a>> {
        let said = |words: &str| !words.trim().is_empty();
        for (field, is_html) in
            [("body_xhtml", true), ("body_html", true), ("body_text", false), ("body_sportsml", false)]
        {
            if let Some(words) = self.0.get(field).and_then(Value::as_str).filter(|words| said(words)) {
                return Some(Body { field: format!("field {field}"), words, is_html });
            }
        }
        let mut bodies: Vec<_> =
            self.renditions("bodies").enumerate().filter(|(_, (_, _, value))| said(value)).collect();
        bodies.sort_by_key(|(_, (_, kind, _))| !kind.contains("html"));
        if let Some((i, (_, kind, words))) = bodies.first().copied() {
            let is_html = kind.contains("html") || words.trim_start().starts_with('<');
            return Some(Body { field: format!("bodies[{i}]"), words, is_html });
        }
        // Briefs have their only sentence in the description; of a picture or a film that is a caption.
        let kind = self.word(&["type"]).unwrap_or("text");
        if kind != "text" || self.headline().is_none() {
            return None;
        }
        let described = self.word(&["description_text"]).map(|words| ("field description_text".to_owned(), words));
        let listed = || {
            let mut renditions = self.renditions("descriptions").enumerate();
            renditions
                .find(|(_, (_, _, words))| said(words))
                .map(|(i, (_, _, words))| (format!("descriptions[{i}]"), words))
        };
        described.or_else(listed).map(|(field, words)| Body { field, words, is_html: false })
    }

    fn headline(&self) -> Option<&'a str> {
        let main = self.renditions("headlines").find(|(role, ..)| *role == "main");
        let any = main.or_else(|| self.renditions("headlines").next()).map(|(_, _, words)| words.trim());
        self.word(&["headline"]).or(any).or_else(|| self.word(&["title"]))
    }

    fn meta(&self, place: &str, warnings: &mut Vec<String>) -> Meta {
        let owned = |word: Option<&str>| word.map(str::to_owned);
        let mut meta = Meta {
            title: owned(self.headline()),
            byline: owned(self.word(&["byline", "by"])),
            outlet: owned(self.word(&["copyrightholder", "copyrightHolder"])),
            language: owned(self.word(&["language"])),
            url: owned(self.word(&["uri"]).filter(|uri| super::fields::is_address(uri))),
            ..Meta::EMPTY
        };
        // An item is published in versions; the one at hand was at the time of its version.
        let day = self.word(&["versioncreated", "versionCreated", "firstcreated", "firstCreated"]);
        match day.map(published) {
            Some(Ok(day)) => meta.published = Some(day),
            Some(Err(reason)) => {
                warnings.push(format!("{place}: the version's time is {:?}, {reason}", day.unwrap_or_default()));
            }
            None => {}
        }
        for name in [
            "slugline",
            "edNote",
            "ednote",
            "usageterms",
            "usageTerms",
            "copyrightnotice",
            "copyrightNotice",
            "pubstatus",
            "pubStatus",
        ] {
            if let Some(value) = self.0.get(name) {
                meta.extra.insert(name.to_owned(), value.clone());
            }
        }
        meta
    }
}
