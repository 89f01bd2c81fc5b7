//! What a page's markup says beside its words: which stretch is a heading or a caption, and what the page states of itself.

use crate::Span;
use std::ops::Range;

/// The markup of a document that was read from a page. A plain text has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup {
    /// The blocks of the text, in order. Every word of the text stands in one.
    pub blocks: Vec<Block>,
    /// What the page states of itself outside its text: meta elements, JSON-LD, the headers it was sent with. In source order.
    pub stated: Vec<Stated>,
}

/// A block of the text: what stands between two breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// The element that it is.
    pub element: Element,
    /// What the names (`class`, `id`, `role`) of the elements round it say it is; the innermost that says something.
    pub named: Option<Named>,
    /// How much of it stands in links, in per cent of its characters.
    pub linked: u8,
    /// How many witnesses (extractors of main content) were asked, and which of them hold it to be the article's, one bit each from
    /// the lowest: 1 is the first, 2 the second, 3 both.
    pub witnesses: (u8, u8),
}

/// The element that a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Element {
    /// A paragraph, or text that no other element claims.
    Paragraph,
    /// A heading of this level, 1 to 6.
    Heading(u8),
    /// An entry of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// A quotation set off as a block.
    Quote,
    /// The words under a picture.
    Caption,
    /// A button, a label or another part of a form.
    Control,
    /// Preformatted text.
    Preformatted,
}

/// What the name of an element says that it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    /// The story itself.
    Body,
    /// The article's headline.
    Headline,
    /// A line of who wrote it.
    Byline,
    /// When it was published.
    Date,
    /// The intro below the headline.
    Standfirst,
    /// The words under a picture, or who took it.
    Caption,
    /// Links to other stories.
    Related,
    /// An advertisement.
    Advert,
    /// Menus, breadcrumbs, headers and footers of the site.
    Navigation,
    /// Buttons that pass a story on.
    Share,
    /// What readers wrote.
    Comments,
    /// Topics under which a story is filed.
    Tags,
    /// Who the author is.
    Author,
    /// Invitations to subscribe, log in, or accept.
    Widget,
    /// Who holds the rights.
    Copyright,
}

/// Something that a page states of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// How it is said, in small letters: `json-ld:datepublished`, `og:title`, `article:published_time`, `meta:author`,
    /// `itemprop:datepublished`, `time`, `link:canonical`, `html:lang`, `title`, `http:last-modified`, `feed:published`.
    pub key: String,
    /// What is said, with entities decoded and white space at both ends left out.
    pub value: String,
    /// Where it is said, in bytes of the source.
    pub place: Range<u64>,
}

impl Markup {
    /// What the page states under this key, in source order.
    pub fn stated<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a Stated> {
        self.stated.iter().filter(move |stated| stated.key == key)
    }
}
