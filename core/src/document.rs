//! The input boundary: what an article must be able to say of itself.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One article: a file, one line of a crawl, a `&str` in a test.
pub trait Document: Send + Sync {
    /// Unique in the pile; every citation names it.
    fn id(&self) -> &str;
    /// The text exactly as given. All offsets are bytes into it.
    fn text(&self) -> &str;
    /// What was given from outside, beside the text.
    fn meta(&self) -> &Meta {
        static EMPTY: Meta = Meta::EMPTY;
        &EMPTY
    }
}

/// What is given with a document from outside. Nothing here is ever filled in from the clock or from a file's time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// Publication date or date-time, ISO 8601, as given.
    pub published: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Name of the outlet.
    pub outlet: Option<String>,
    /// Address of the article.
    pub url: Option<String>,
    /// BCP 47 language tag.
    pub language: Option<String>,
    /// Groups articles on one event by hand.
    pub event: Option<String>,
    /// Fields that copydesk does not know, carried along untouched.
    pub extra: BTreeMap<String, serde_json::Value>,
}

impl Meta {
    /// Nothing known.
    pub const EMPTY: Self = Self {
        published: None,
        title: None,
        outlet: None,
        url: None,
        language: None,
        event: None,
        extra: BTreeMap::new(),
    };
}

/// A document that owns its text: what readers of files make, and tests.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// Unique in the pile.
    pub id: String,
    /// The text as given.
    pub text: String,
    /// What was given with it.
    pub meta: Meta,
}

impl Article {
    /// An article of which nothing is known but its text.
    #[must_use]
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), text: text.into(), meta: Meta::EMPTY }
    }

    /// The same article with its publication date given (ISO 8601).
    #[must_use]
    pub fn published(mut self, date: impl Into<String>) -> Self {
        self.meta.published = Some(date.into());
        self
    }

    /// The same article with its outlet given.
    #[must_use]
    pub fn outlet(mut self, outlet: impl Into<String>) -> Self {
        self.meta.outlet = Some(outlet.into());
        self
    }
}

impl Document for Article {
    fn id(&self) -> &str {
        &self.id
    }
    fn text(&self) -> &str {
        &self.text
    }
    fn meta(&self) -> &Meta {
        &self.meta
    }
}

impl<D: Document + ?Sized> Document for &D {
    fn id(&self) -> &str {
        (**self).id()
    }
    fn text(&self) -> &str {
        (**self).text()
    }
    fn meta(&self) -> &Meta {
        (**self).meta()
    }
}
