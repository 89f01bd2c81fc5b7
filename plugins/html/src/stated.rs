//! What a page states of itself beside its words: meta elements, JSON-LD, microdata, times, and what classes call a date or an author.
//!
//! Nothing is judged here. Each statement keeps its place, and whoever reads them ranks them. What stands inside comments,
//! related stories, side columns or the footer is told by `aside:` before its key.

mod json;
mod linked_data;

use crate::entity;
use copydesk_core::lang::en::lexicon::entries;
use copydesk_core::{Source, Span, Stated};
use json::Json;
use linked_data::Own;
use lol_html::errors::{RewritingError, SelectorError};
use lol_html::html_content::{Attribute, Element, EndTag};
use lol_html::{ElementContentHandlers, HtmlRewriter, Selector, Settings};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::LazyLock;

/// A page that states more than so many things of itself is a list; the fullest article page met has 900.
const MOST: usize = 4_096;
/// Of the page's own addresses and titles so many are compared with those of the things in its JSON-LD.
const MOST_OWN: usize = 8;
/// Values longer than so many bytes are no title, name or date: descriptions, tables of settings.
const LONGEST: usize = 2_048;
/// The words of an element that is called a date or an author are at most so many bytes; more is a section about dates.
const LONGEST_NAMED: usize = 240;
/// Words of class names are no longer than this; the longest in the list has 16 letters.
const LONGEST_WORD: usize = 16;

/// Everything that the page says of itself, in source order. `source` says where the page's characters stand in its bytes.
pub(crate) fn read(page: &str, source: &Source) -> Vec<Stated> {
    let desk = Desk::default();
    // The pass stops at markup that no tokenizer can go on behind; what was read until then counts.
    let _ = desk.pass(page);
    let mut stated = said(page, &desk.pieces.take());
    for said in &mut stated {
        said.place = source.bytes(Span::new(said.place.start as u32, said.place.end as u32));
    }
    stated
}

/// A statement as it was met: a stretch of the page.
struct Piece {
    key: Key,
    /// Whether it stands in comments, related stories, a side column.
    aside: bool,
    what: What,
}

enum Key {
    /// A fixed key.
    Fixed(&'static str),
    /// A family and the name that stands at this place: `meta:`, `itemprop:`.
    Named(&'static str, Range<usize>),
    LinkedData,
}

enum What {
    /// The value of an attribute.
    Value(Range<usize>),
    /// What stands between the tags, from here to the end tag, if there is one.
    Content(usize, Option<usize>),
}

/// How deep the pass is in elements of these kinds.
#[derive(Default)]
struct Depths {
    aside: Cell<u32>,
    author: Cell<u32>,
    publisher: Cell<u32>,
    drawing: Cell<u32>,
}

#[derive(Default, Clone)]
struct Desk {
    pieces: Rc<RefCell<Vec<Piece>>>,
    depths: Rc<Depths>,
}

/// What the names of an element say that it holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Published = 1,
    Modified = 2,
    Date = 4,
    Author = 8,
    Aside = 16,
}

static SIGNS: LazyLock<HashMap<&'static str, Sign>> = LazyLock::new(|| {
    let mut signs = HashMap::new();
    for line in entries(include_str!("words/signs.txt")) {
        let mut words = line.split(' ');
        let sign = match words.next() {
            Some("published") => Sign::Published,
            Some("modified") => Sign::Modified,
            Some("date") => Sign::Date,
            Some("author") => Sign::Author,
            _ => Sign::Aside,
        };
        words.for_each(|word| {
            signs.insert(word, sign);
        });
    }
    signs
});

/// The microdata properties that are read off the words of an element.
const PROPERTIES: [&str; 9] = [
    "datepublished",
    "datecreated",
    "datemodified",
    "uploaddate",
    "author",
    "creator",
    "headline",
    "publisher",
    "inlanguage",
];

impl Desk {
    fn pass(&self, page: &str) -> Result<(), RewritingError> {
        let desk = self.clone();
        let every: Selector =
            "*".parse().map_err(|error: SelectorError| RewritingError::ContentHandlerError(error.into()))?;
        let handler = ElementContentHandlers::default().element(move |element: &mut Element<'_, '_>| {
            desk.meet(page, element);
            Ok(())
        });
        let settings = Settings::new().append_element_content_handler((Cow::Owned(every), handler)).with_strict(false);
        let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
        rewriter.write(page.as_bytes())?;
        rewriter.end()
    }

    fn meet(&self, page: &str, element: &mut Element<'_, '_>) {
        let tag = element.source_location().bytes();
        let Some(raw) = page.get(tag.start + 1..tag.end) else { return };
        let name = raw.split(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/').next().unwrap_or("");
        let is = |other: &str| name.eq_ignore_ascii_case(other);
        if is("meta") {
            self.meta(page, element.attributes());
        } else if is("script") {
            let kind = find(page, element.attributes(), "type").map(|at| page.get(at).unwrap_or(""));
            if kind.is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json")) {
                self.content(element, Key::LinkedData, false, tag.end);
            }
        } else if is("title") || is("h1") {
            // Drawings have titles too: "Menu", "Close".
            if self.depths.drawing.get() == 0 {
                let key = if is("h1") { "h1" } else { "title" };
                self.content(element, Key::Fixed(key), self.depths.aside.get() > 0, tag.end);
            }
        } else if is("svg") {
            self.enter(element, |depths| &depths.drawing);
        } else if is("html") {
            for (attribute, key) in [("lang", "html:lang"), ("xml:lang", "html:lang")] {
                if let Some(value) = find(page, element.attributes(), attribute) {
                    self.push(Key::Fixed(key), false, What::Value(value));
                }
            }
        } else if is("link") {
            let rel = find(page, element.attributes(), "rel").and_then(|at| page.get(at)).unwrap_or("");
            if rel.eq_ignore_ascii_case("canonical")
                && let Some(value) = find(page, element.attributes(), "href")
            {
                self.push(Key::Fixed("link:canonical"), false, What::Value(value));
            }
        } else {
            self.other(page, element, name, tag.end);
        }
    }

    fn push(&self, key: Key, aside: bool, what: What) -> Option<usize> {
        let mut pieces = self.pieces.borrow_mut();
        (pieces.len() < MOST).then(|| pieces.push(Piece { key, aside, what }))?;
        Some(pieces.len() - 1)
    }

    /// Notes what stands between the tags of an element.
    fn content(&self, element: &mut Element<'_, '_>, key: Key, aside: bool, start: usize) {
        let Some(at) = self.push(key, aside, What::Content(start, None)) else { return };
        let pieces = Rc::clone(&self.pieces);
        let end = move |end: &mut EndTag<'_>| {
            if let Some(Piece { what: What::Content(_, known), .. }) = pieces.borrow_mut().get_mut(at) {
                *known = Some(end.source_location().bytes().start);
            }
            Ok(())
        };
        // An element that can have no content has none to note.
        let _ = element.on_end_tag(Box::new(end));
    }

    /// Counts an element until its end.
    fn enter(&self, element: &mut Element<'_, '_>, depth: fn(&Depths) -> &Cell<u32>) {
        let depths = Rc::clone(&self.depths);
        let leave = move |_: &mut EndTag<'_>| {
            let depth = depth(&depths);
            depth.set(depth.get().saturating_sub(1));
            Ok(())
        };
        if element.on_end_tag(Box::new(leave)).is_ok() {
            let depth = depth(&self.depths);
            depth.set(depth.get() + 1);
        }
    }

    fn meta(&self, page: &str, attributes: &[Attribute<'_>]) {
        let Some(value) = find(page, attributes, "content") else { return };
        for (attribute, family) in
            [("property", "meta:"), ("name", "meta:"), ("itemprop", "itemprop:"), ("http-equiv", "http:")]
        {
            if let Some(name) = find(page, attributes, attribute) {
                let within = attribute == "itemprop" && page.get(name.clone()) == Some("name");
                let key = match within.then(|| self.within()) {
                    Some(Some(key)) => Key::Fixed(key),
                    Some(None) => continue,
                    None => Key::Named(family, name),
                };
                self.push(key, self.depths.aside.get() > 0, What::Value(value.clone()));
            }
        }
    }

    /// The thing of which a name is said.
    fn within(&self) -> Option<&'static str> {
        let depths = &self.depths;
        if depths.author.get() > 0 {
            Some("itemprop:author.name")
        } else if depths.publisher.get() > 0 {
            Some("itemprop:publisher.name")
        } else {
            None
        }
    }

    /// An element that counts for what its attributes call it.
    fn other(&self, page: &str, element: &mut Element<'_, '_>, name: &str, behind: usize) {
        let mut signs = Signs::default();
        let mut property = None;
        let mut value = None;
        let mut rel_author = false;
        let time = name.eq_ignore_ascii_case("time");
        for attribute in element.attributes() {
            let Some((called, at)) = places(attribute) else { continue };
            let Some((called, said)) = page.get(called).zip(page.get(at.clone())) else { continue };
            let is = |name: &str| called.eq_ignore_ascii_case(name);
            if is("class") || is("id") {
                signs.read(said);
            } else if is("itemprop") || is("property") {
                property = Some(at);
            } else if is("rel") {
                rel_author |= said.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("author"));
            } else if is("pubdate") {
                signs.0 |= Sign::Published as u8;
            } else if is("datetime")
                || is("content")
                || is("title") && !time && said.bytes().any(|byte| byte.is_ascii_digit())
                || ["data-utime", "data-timestamp", "data-datetime", "data-date", "data-time"].iter().any(|n| is(n))
            {
                value = value.or(Some(at).filter(|at| !at.is_empty()));
            }
        }
        if signs.has(Sign::Aside) && is_block(name) || name.eq_ignore_ascii_case("nav") || is_edge(name) {
            self.enter(element, |depths| &depths.aside);
        }
        let aside = self.depths.aside.get() > 0;
        let mut say = |key, value: Option<Range<usize>>| match value {
            Some(value) => {
                self.push(key, aside, What::Value(value));
            }
            None => self.content(element, key, aside, behind),
        };
        if let Some(property) = property.clone() {
            let called = page.get(property.clone()).unwrap_or("");
            let called = called.rsplit(':').next().unwrap_or(called);
            if called == "name" {
                if let Some(key) = self.within() {
                    say(Key::Fixed(key), value.clone());
                }
            } else if PROPERTIES.iter().any(|property| property.eq_ignore_ascii_case(called)) {
                say(Key::Named("itemprop:", property), value.clone());
            }
        }
        let key = match (time, signs) {
            (true, signs) if signs.has(Sign::Modified) && !signs.has(Sign::Published) => Some("time:modified"),
            (true, signs) if signs.has(Sign::Published) => Some("time:published"),
            (true, _) => Some("time"),
            (_, signs) if signs.has(Sign::Published) => Some("class:published"),
            (_, signs) if signs.has(Sign::Modified) => Some("class:modified"),
            (_, signs) if signs.has(Sign::Date) => Some("class:date"),
            _ => None,
        };
        if let Some(key) = key {
            say(Key::Fixed(key), value);
        }
        if rel_author {
            say(Key::Fixed("rel:author"), None);
        } else if signs.has(Sign::Author) {
            say(Key::Fixed("class:author"), None);
        }
        if let Some(property) = property.and_then(|at| page.get(at)) {
            match property.rsplit(':').next().unwrap_or(property) {
                "author" | "creator" => self.enter(element, |depths| &depths.author),
                "publisher" => self.enter(element, |depths| &depths.publisher),
                _ => {}
            }
        }
    }
}

/// Elements that hold a part of the page.
fn is_block(name: &str) -> bool {
    ["div", "section", "ul", "ol", "li", "article", "form"].iter().any(|block| name.eq_ignore_ascii_case(block))
}

fn is_edge(name: &str) -> bool {
    name.eq_ignore_ascii_case("aside") || name.eq_ignore_ascii_case("footer")
}

/// What the names of one element say, taken together.
#[derive(Clone, Copy, Default)]
struct Signs(u8);

/// Words that take "aside" back: `<div class="content has-sidebar">` holds the story.
const AROUND: [&str; 12] =
    ["main", "content", "article", "entry", "with", "has", "no", "without", "page", "layout", "wrapper", "body"];

impl Signs {
    fn has(self, sign: Sign) -> bool {
        self.0 & sign as u8 != 0
    }

    /// Reads the names in an attribute: "entry-date", "postedOn".
    fn read(&mut self, names: &str) {
        let bytes = names.as_bytes();
        let mut word = [0_u8; LONGEST_WORD];
        let (mut length, mut around, mut found) = (0, false, 0);
        for i in 0..=bytes.len() {
            let byte = bytes.get(i).copied().unwrap_or(b' ');
            let before = i.checked_sub(1).and_then(|i| bytes.get(i)).copied().unwrap_or(b' ');
            let breaks = !byte.is_ascii_alphabetic() || byte.is_ascii_uppercase() && before.is_ascii_lowercase();
            if breaks {
                let known = word.get(..length).and_then(|word| std::str::from_utf8(word).ok());
                if let Some(known) = known.filter(|known| known.len() > 1) {
                    found |= SIGNS.get(known).map_or(0, |sign| *sign as u8);
                    around |= AROUND.contains(&known);
                }
                length = 0;
            }
            if byte.is_ascii_alphabetic() {
                if let Some(room) = word.get_mut(length) {
                    *room = byte.to_ascii_lowercase();
                }
                length += 1;
            }
            if byte.is_ascii_whitespace() {
                if around {
                    found &= !(Sign::Aside as u8);
                }
                self.0 |= found;
                (around, found) = (false, 0);
            }
        }
    }
}

/// Where an attribute's name and value stand; one without a value has none.
fn places(attribute: &Attribute<'_>) -> Option<(Range<usize>, Range<usize>)> {
    let name = attribute.name_source_location()?.bytes();
    let value = attribute.value_source_location().map_or(name.end..name.end, |at| at.bytes());
    Some((name, value))
}

/// The place of the value of the attribute of that name.
fn find(page: &str, attributes: &[Attribute<'_>], name: &str) -> Option<Range<usize>> {
    let mut all = attributes.iter().filter_map(places);
    all.find(|(called, _)| page.get(called.clone()).is_some_and(|called| called.eq_ignore_ascii_case(name)))
        .map(|(_, value)| value)
}

/// The pieces in words.
fn said(page: &str, pieces: &[Piece]) -> Vec<Stated> {
    let mut stated = Vec::with_capacity(pieces.len());
    let mut linked = Vec::new();
    for Piece { key, aside, what } in pieces {
        let place = match what {
            What::Value(place) => place.clone(),
            // Without an end tag the words go to the next tag.
            What::Content(start, end) => {
                let open = || page.get(*start..).and_then(|rest| rest.find('<')).map_or(page.len(), |at| start + at);
                *start..end.unwrap_or_else(open).max(*start)
            }
        };
        let Some(raw) = page.get(place.clone()) else { continue };
        let key = match key {
            Key::LinkedData => {
                linked.extend(Json::read(raw, place.start));
                continue;
            }
            Key::Fixed(key) => (*key).to_owned(),
            Key::Named(family, name) => named(family, page.get(name.clone()).unwrap_or("")),
        };
        if raw.len() > LONGEST {
            continue;
        }
        let value = match what {
            What::Value(_) => tidy(raw),
            What::Content(..) => tidy(&without_tags(raw)),
        };
        let called = key.starts_with("class:") || key.starts_with("time");
        let dated = value.bytes().any(|byte| byte.is_ascii_digit()) || key == "class:author";
        if value.is_empty() || called && (value.len() > LONGEST_NAMED || !dated) {
            continue;
        }
        let key = if *aside { format!("aside:{key}") } else { key };
        stated.push(Stated { key, value, place: place.start as u64..place.end as u64 });
    }
    let here = |keys: &[&str]| {
        stated
            .iter()
            .filter(|said| keys.contains(&said.key.as_str()))
            .take(MOST_OWN)
            .map(|said| said.value.clone())
            .collect::<Vec<_>>()
    };
    let (addresses, titles) = (here(&["link:canonical", "og:url"]), here(&["title", "og:title", "h1"]));
    let own = Own {
        addresses: addresses.iter().map(String::as_str).collect(),
        titles: titles.iter().map(String::as_str).collect(),
    };
    stated.extend(linked_data::stated(&linked, &own));
    stated.sort_by_key(|said| said.place.start);
    stated
}

/// The key of a meta element: names of systems with a colon of their own stand for themselves ("og:title").
fn named(family: &str, name: &str) -> String {
    let name = name.trim().to_ascii_lowercase();
    if family == "itemprop:" {
        return format!("{family}{}", name.rsplit(':').next().unwrap_or(&name));
    }
    if name.contains(':') { name } else { format!("{family}{name}") }
}

/// The words between tags, each tag a space.
fn without_tags(raw: &str) -> String {
    let mut words = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, tag)) = rest.split_once('<') {
        words.push_str(before);
        words.push(' ');
        rest = tag.split_once('>').map_or("", |(_, behind)| behind);
    }
    words.push_str(rest);
    words
}

/// Character references read, space set right.
fn tidy(raw: &str) -> String {
    let mut read = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, from)) = rest.find('&').and_then(|at| rest.split_at_checked(at)) {
        read.push_str(before);
        let (length, characters) = match entity::read(from) {
            Some((characters, length)) => (length, characters),
            None => (1, [Some('&'), None]),
        };
        read.extend(characters.into_iter().flatten());
        rest = from.get(length..).unwrap_or("");
    }
    read.push_str(rest);
    let mut words = String::with_capacity(read.len());
    for word in read.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}
