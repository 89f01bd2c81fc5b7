//! The input boundary: what an article must be able to say of itself.

use crate::{Citation, Markup, Source, Span};
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
    /// Where the text stands in the bytes that it was read from; `None` where the text itself is all there is.
    fn source(&self) -> Option<&Source> {
        None
    }
    /// What the markup says, where the text was read from a page.
    fn markup(&self) -> Option<&Markup> {
        None
    }
    /// A place in the text as a place in the source, with a selector by which other tools find it again.
    fn cite(&self, span: Span) -> Citation {
        match self.source() {
            Some(source) => source.cite(self.text(), span),
            None => Source::verbatim(self.id(), self.text().as_bytes(), 0).cite(self.text(), span),
        }
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
    /// Who wrote it; several are joined by commas.
    pub byline: Option<String>,
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
        byline: None,
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
    /// Where the text stands in the bytes that it was read from.
    pub source: Option<Source>,
    /// What the markup says, where the text was read from a page.
    pub markup: Option<Markup>,
}

impl Article {
    /// An article of which nothing is known but its text.
    #[must_use]
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), text: text.into(), ..Self::default() }
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
    fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }
    fn markup(&self) -> Option<&Markup> {
        self.markup.as_ref()
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
    fn source(&self) -> Option<&Source> {
        (**self).source()
    }
    fn markup(&self) -> Option<&Markup> {
        (**self).markup()
    }
}
