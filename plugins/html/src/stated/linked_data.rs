//! What a page's JSON-LD says of its article (schema.org), kept apart from what it says of other things.

use super::json::{Json, unescape};
use super::tidy;
use copydesk_core::Stated;
use std::collections::HashMap;

/// The fields of the article that are read; the value is a text, or a thing with a name.
const FIELDS: [&str; 16] = [
    "datePublished",
    "dateCreated",
    "dateModified",
    "uploadDate",
    "headline",
    "alternativeHeadline",
    "name",
    "author",
    "creator",
    "publisher",
    "sourceOrganization",
    "provider",
    "copyrightHolder",
    "creditText",
    "inLanguage",
    "isPartOf",
];
/// A page whose JSON-LD has more things than so many is a list of them.
const MOST: usize = 4_096;
/// References ("@id") are followed so far: an article's author, whose node has a name.
const FARTHEST: usize = 3;

/// What the page says elsewhere of its own address and title, by which its article is told from others.
pub(super) struct Own<'a> {
    pub addresses: Vec<&'a str>,
    pub titles: Vec<&'a str>,
}

/// What these values state.
pub(super) fn stated(values: &[Json<'_>], own: &Own<'_>) -> Vec<Stated> {
    let mut graph = Graph::default();
    for value in values {
        graph.gather(value, 0);
    }
    let mut stated = Vec::new();
    let best = |nodes: &[&Json<'_>]| -> Option<usize> {
        let likeness = |i: usize| nodes.get(i).map_or(0, |node| graph.likeness(node, own));
        (0..nodes.len()).max_by_key(|&i| (likeness(i), std::cmp::Reverse(i)))
    };
    if let Some(article) = best(&graph.articles).and_then(|i| graph.articles.get(i)) {
        graph.say("json-ld", article, &mut stated);
    }
    if let Some(page) = best(&graph.pages).and_then(|i| graph.pages.get(i)) {
        graph.say("json-ld:webpage", page, &mut stated);
    }
    for (kind, nodes) in [("website", &graph.sites), ("organization", &graph.houses)] {
        if let Some(node) = nodes.first() {
            graph.field(&format!("json-ld:{kind}:name"), node.get("name"), &mut stated);
        }
    }
    stated.sort_by_key(|stated| stated.place.start);
    stated
}

/// The things that the page's JSON-LD knows.
#[derive(Default)]
struct Graph<'j, 'p> {
    articles: Vec<&'j Json<'p>>,
    pages: Vec<&'j Json<'p>>,
    sites: Vec<&'j Json<'p>>,
    houses: Vec<&'j Json<'p>>,
    by_id: HashMap<&'p str, &'j Json<'p>>,
    nodes: usize,
}

/// What a thing is, by its types.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Article,
    /// A work that may be the page's article where no other is: a recipe, a review, a film.
    Work,
    Page,
    Site,
    House,
    Other,
}

fn kind(node: &Json<'_>) -> Kind {
    let types = node.get("@type").map_or(&[][..], Json::items);
    let kinds = types.iter().filter_map(Json::text).map(|name| {
        let name = name.rsplit(['/', '#', ':']).next().unwrap_or(name);
        match name {
            "BlogPosting" | "LiveBlogPosting" | "Report" | "Article" => Kind::Article,
            "WebSite" => Kind::Site,
            "Organization" | "Newspaper" | "Periodical" => Kind::House,
            "Review"
            | "Recipe"
            | "HowTo"
            | "CreativeWork"
            | "VideoObject"
            | "PodcastEpisode"
            | "RadioEpisode"
            | "DiscussionForumPosting"
            | "SocialMediaPosting"
            | "Book"
            | "Dataset"
            | "JobPosting" => Kind::Work,
            _ if name.ends_with("Article") => Kind::Article,
            _ if name.ends_with("Page") => Kind::Page,
            _ if name.ends_with("Organization") => Kind::House,
            _ => Kind::Other,
        }
    });
    // Of several types the plainest counts: ["Article", "WebPage"].
    let rank =
        |kind: &Kind| [Kind::Article, Kind::Work, Kind::Page, Kind::Site, Kind::House].iter().position(|k| k == kind);
    kinds.min_by_key(|kind| rank(kind).unwrap_or(usize::MAX)).unwrap_or(Kind::Other)
}

impl<'j, 'p> Graph<'j, 'p> {
    /// Takes in a value and what it says is in it: a graph, a page's main entity. Related articles are not looked for.
    fn gather(&mut self, value: &'j Json<'p>, depth: usize) {
        if depth > FARTHEST || self.nodes > MOST {
            return;
        }
        if let Json::List(items) = value {
            items.iter().for_each(|item| self.gather(item, depth));
            return;
        }
        let Json::Map(fields) = value else { return };
        self.nodes += 1;
        if let Some(id) = value.get("@id").and_then(Json::text).filter(|_| fields.len() > 1) {
            self.by_id.entry(id).or_insert(value);
        }
        match kind(value) {
            Kind::Article | Kind::Work => self.articles.push(value),
            Kind::Page => self.pages.push(value),
            Kind::Site => self.sites.push(value),
            Kind::House => self.houses.push(value),
            Kind::Other => {}
        }
        for (key, inner) in fields {
            if ["@graph", "mainEntity", "mainEntityOfPage", "@reverse"]
                .iter()
                .any(|name| key.eq_ignore_ascii_case(name))
            {
                inner.items().iter().for_each(|item| self.gather(item, depth + 1));
            }
        }
    }

    /// How surely a thing is what the page is about.
    fn likeness(&self, node: &Json<'_>, own: &Own<'_>) -> u8 {
        let address = |key: &str| {
            let value = node.get(key)?;
            value.text().or_else(|| value.get("@id")?.text()).or_else(|| value.get("url")?.text())
        };
        let here = |key: &str| {
            let Some(address) = address(key) else { return false };
            let address = unescape(address);
            own.addresses.iter().any(|own| bare(own) == bare(&address))
        };
        let titled = ["headline", "name"].iter().any(|key| {
            let Some(title) = node.get(key).and_then(Json::text).map(said) else { return false };
            title.len() > 8 && own.titles.iter().any(|own| own.contains(&title))
        });
        let dated = node.get("datePublished").is_some() || node.get("headline").is_some();
        4 * u8::from(kind(node) == Kind::Article)
            + 2 * u8::from(here("url") || here("mainEntityOfPage") || here("@id"))
            + 2 * u8::from(titled)
            + u8::from(dated)
    }

    fn say(&self, prefix: &str, node: &Json<'p>, stated: &mut Vec<Stated>) {
        for key in FIELDS {
            self.field(&format!("{prefix}:{}", key.to_ascii_lowercase()), node.get(key), stated);
        }
    }

    /// What stands under a field: a text, or the names of things, which may stand elsewhere in the graph.
    fn field(&self, key: &str, value: Option<&Json<'p>>, stated: &mut Vec<Stated>) {
        for item in value.map_or(&[][..], Json::items).iter().take(MOST) {
            self.one(key, item, 0, stated);
        }
    }

    fn one(&self, key: &str, item: &Json<'p>, depth: usize, stated: &mut Vec<Stated>) {
        match item {
            Json::Text(raw, at) | Json::Bare(raw, at) if *raw != "null" => {
                let value = said(raw);
                if !value.is_empty() && stated.len() < MOST {
                    let place = *at as u64..(at + raw.len()) as u64;
                    stated.push(Stated { key: key.to_owned(), value, place });
                }
            }
            Json::Map(_) if depth < FARTHEST => {
                let named = item.get("name").or_else(|| item.get("alternateName")).or_else(|| item.get("@value"));
                let elsewhere = || item.get("@id").and_then(Json::text).and_then(|id| self.by_id.get(id).copied());
                match named {
                    Some(name) => {
                        name.items().iter().take(MOST).for_each(|name| self.one(key, name, depth + 1, stated))
                    }
                    // A node that refers to itself ends at the bound.
                    None => elsewhere().into_iter().for_each(|node| self.one(key, node, depth + 1, stated)),
                }
            }
            _ => {}
        }
    }
}

/// What a string says: escapes and entities read, space set right.
fn said(raw: &str) -> String {
    tidy(&unescape(raw))
}

/// An address without what doesn't tell pages apart.
pub(super) fn bare(address: &str) -> &str {
    let address = address.split(['#', '?']).next().unwrap_or(address);
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    address.strip_prefix("www.").unwrap_or(address).trim_end_matches('/')
}
