//! What the names of elements (`class`, `id`, `role`, `itemprop`) say that they hold.

use copydesk_core::Named;
use copydesk_core::lang::en::lexicon::entries;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Longer names are written by programs for programs: hashes, styles by the dozen.
const LONGEST: usize = 256;
/// Of an element's name so many parts are looked at: "td-post-content tagdiv-type".
const MOST_PARTS: usize = 24;

/// A name in the list.
struct Entry {
    named: Named,
    /// Whether it must be the whole name.
    whole: bool,
    parts: Vec<&'static str>,
}

/// The names in the list, by their first parts.
static ENTRIES: LazyLock<HashMap<&'static str, Vec<Entry>>> = LazyLock::new(|| {
    let mut all: HashMap<_, Vec<Entry>> = HashMap::new();
    for line in entries(include_str!("words/names.txt")) {
        let mut words = line.split(' ');
        let (Some(label), Some(place)) = (words.next(), words.next()) else { continue };
        let parts: Vec<&str> = words.collect();
        let (Some(named), Some(first)) = (label_of(label), parts.first()) else { continue };
        all.entry(*first).or_default().push(Entry { named, whole: place == "is", parts });
    }
    all
});

/// What a label in the list means.
fn label_of(label: &str) -> Option<Named> {
    Some(match label {
        "body" => Named::Body,
        "headline" => Named::Headline,
        "byline" => Named::Byline,
        "date" => Named::Date,
        "standfirst" => Named::Standfirst,
        "caption" => Named::Caption,
        "related" => Named::Related,
        "advert" => Named::Advert,
        "navigation" => Named::Navigation,
        "share" => Named::Share,
        "comments" => Named::Comments,
        "tags" => Named::Tags,
        "author" => Named::Author,
        "widget" => Named::Widget,
        "copyright" => Named::Copyright,
        _ => return None,
    })
}

/// What names say, each looked up once for a page.
#[derive(Default)]
pub(crate) struct Names<'p> {
    known: HashMap<(&'p str, &'p str), Option<Named>>,
}

impl<'p> Names<'p> {
    /// What `class` and `id` say.
    pub fn find(&mut self, class: &'p str, id: &'p str) -> Option<Named> {
        if class.is_empty() && id.is_empty() {
            return None;
        }
        *self.known.entry((class, id)).or_insert_with(|| {
            let names = class.split_ascii_whitespace().chain([id]);
            let found = names.filter(|name| name.len() <= LONGEST).filter_map(look_up);
            // The longest says the most: of "post-content" and "share" the first. Furniture goes before the story.
            found.max_by_key(|(length, named)| (*length, *named != Named::Body)).map(|(_, named)| named)
        })
    }

    /// What `role` says (WAI-ARIA 1.2, section 5.3.4: landmarks).
    pub fn role(&self, role: &str) -> Option<Named> {
        if role.is_empty() {
            return None;
        }
        Some(match role.to_ascii_lowercase().as_str() {
            "navigation" | "banner" | "contentinfo" | "menu" | "menubar" | "menuitem" => Named::Navigation,
            "search" | "dialog" | "alertdialog" | "alert" | "tooltip" => Named::Widget,
            "complementary" => Named::Related,
            "doc-subtitle" => Named::Standfirst,
            _ => return None,
        })
    }

    /// What `itemprop` says (schema.org: `Article`, `CreativeWork`).
    pub fn property(&self, property: &str) -> Option<Named> {
        if property.is_empty() {
            return None;
        }
        Some(match property.to_ascii_lowercase().as_str() {
            "articlebody" => Named::Body,
            "headline" => Named::Headline,
            "author" | "creator" => Named::Byline,
            "datepublished" | "datemodified" | "datecreated" => Named::Date,
            "alternativeheadline" => Named::Standfirst,
            "caption" => Named::Caption,
            "comment" => Named::Comments,
            "keywords" | "articlesection" => Named::Tags,
            "breadcrumb" => Named::Navigation,
            "copyrightholder" | "copyrightyear" => Named::Copyright,
            _ => return None,
        })
    }
}

/// What a name says, and how many parts of it say so.
fn look_up(name: &str) -> Option<(usize, Named)> {
    let lower = name.to_ascii_lowercase();
    let parts = parts(name, &lower);
    // "has-share-bar", "no-sidebar", "js-comments" tell of something else than of what is in it.
    if parts.len() > 1
        && parts.first().is_some_and(|first| {
            matches!(*first, "has" | "no" | "with" | "without" | "is" | "hide" | "show" | "not" | "if")
        })
    {
        return None;
    }
    let found = (0..parts.len()).flat_map(|at| {
        let rest = parts.get(at..).unwrap_or_default();
        let entries = rest.first().and_then(|first| ENTRIES.get(first)).into_iter().flatten();
        entries.filter(
            move |entry| {
                if entry.whole { rest == entry.parts && at == 0 } else { rest.starts_with(&entry.parts) }
            },
        )
    });
    found.map(|entry| (entry.parts.len(), entry.named)).max_by_key(|(length, _)| *length)
}

/// The parts of a name: "articleBody", "article-body", "article__body" are "article" and "body".
fn parts<'n>(name: &str, lower: &'n str) -> Vec<&'n str> {
    let bytes = name.as_bytes();
    let mut parts = Vec::new();
    let mut start = 0;
    for at in 0..=bytes.len() {
        let here = bytes.get(at).copied().unwrap_or(b'-');
        let joins = here.is_ascii_alphanumeric() || !here.is_ascii();
        let before = at.checked_sub(1).and_then(|i| bytes.get(i)).copied().unwrap_or(b'-');
        let humps = here.is_ascii_uppercase() && before.is_ascii_lowercase();
        if !joins || humps {
            parts.extend(lower.get(start..at).filter(|part| !part.is_empty()));
            start = at + usize::from(!joins);
        }
        if parts.len() == MOST_PARTS {
            break;
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_an_element_holds() {
        let say = |class, id| Names::default().find(class, id);
        assert_eq!(say("entry-content clearfix", ""), Some(Named::Body));
        assert_eq!(say("articleBody", ""), Some(Named::Body));
        assert_eq!(say("c-related__list", ""), Some(Named::Related));
        assert_eq!(say("share post-content", ""), Some(Named::Body));
        assert_eq!(say("share-buttons", "articlebody"), Some(Named::Share));
        assert_eq!(say("has-share-bar", ""), None);
        assert_eq!(say("", "comments"), Some(Named::Comments));
        assert_eq!(say("shared-value", ""), None);
        assert_eq!(say("article-header", ""), None);
        assert_eq!(say("header", ""), Some(Named::Navigation));
    }
}
