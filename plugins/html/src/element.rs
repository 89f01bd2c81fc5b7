//! What the elements of a page mean for its text.

use crate::names;
use crate::tag::Attributes;
use copydesk_core::{Element, Named};

/// What an element is to its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It stands inside a line: `span`, `b`, any that is not known.
    Inline,
    /// A link.
    Link,
    /// It stands alone: `div`, `section`, `ul`.
    Block,
    /// A paragraph; another block ends it.
    Paragraph,
    /// A heading of that level.
    Heading(u8),
    /// An entry of a list or of a glossary.
    Item,
    /// A list: its entries end inside.
    List,
    /// A table, or a group of its rows.
    Table,
    /// A row of a table.
    Row,
    /// A cell of a table.
    Cell,
    /// A quotation set off.
    Quote,
    /// The words under a picture.
    Caption,
    /// Preformatted text.
    Preformatted,
    /// A button, a label, a legend.
    Control,
    /// `br`.
    Break,
    /// `hr`.
    Rule,
    /// It has no content: `img`.
    Void,
    /// Its content is not shown, or not as text.
    Hidden,
    /// `html`, `body`: there is one, whatever is written.
    Root,
}

impl Kind {
    /// What the element of this name is.
    pub fn of(name: &str) -> Self {
        /// The longest name that is known.
        const LONGEST: usize = 10;
        let mut lower = [0; LONGEST];
        let Some(lower) = lower.get_mut(..name.len()) else { return Self::Inline };
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        match &*lower {
            b"a" => Self::Link,
            b"p" => Self::Paragraph,
            [b'h', level @ b'1'..=b'6'] => Self::Heading(level - b'0'),
            b"li" | b"dt" | b"dd" => Self::Item,
            b"ul" | b"ol" | b"dl" | b"menu" => Self::List,
            b"table" | b"tbody" | b"thead" | b"tfoot" => Self::Table,
            b"tr" => Self::Row,
            b"td" | b"th" => Self::Cell,
            b"blockquote" => Self::Quote,
            b"figcaption" | b"caption" => Self::Caption,
            b"pre" | b"xmp" | b"listing" | b"plaintext" => Self::Preformatted,
            b"button" | b"label" | b"legend" | b"summary" => Self::Control,
            b"br" => Self::Break,
            b"hr" => Self::Rule,
            b"img" | b"wbr" | b"input" | b"meta" | b"link" | b"area" | b"base" | b"col" | b"embed" | b"source"
            | b"track" | b"param" | b"keygen" | b"basefont" | b"bgsound" => Self::Void,
            b"script" | b"style" | b"template" | b"noscript" | b"svg" | b"math" | b"iframe" | b"object" | b"video"
            | b"audio" | b"canvas" | b"select" | b"datalist" | b"textarea" | b"title" | b"noembed" | b"noframes"
            | b"frameset" | b"applet" | b"rp" | b"dialog" => Self::Hidden,
            b"html" | b"body" | b"head" => Self::Root,
            b"div" | b"section" | b"article" | b"main" | b"aside" | b"header" | b"footer" | b"nav" | b"address"
            | b"form" | b"fieldset" | b"figure" | b"details" | b"center" | b"dir" | b"hgroup" | b"search"
            | b"picture" | b"optgroup" | b"option" => Self::Block,
            _ => Self::Inline,
        }
    }

    /// Whether the text before it and the text in it are on lines of their own.
    pub const fn breaks(self) -> bool {
        !matches!(self, Self::Inline | Self::Link | Self::Break | Self::Void | Self::Hidden | Self::Root)
    }

    /// What a block in it is; `around` is what the block would be outside of it.
    pub const fn element(self, around: Element) -> Element {
        match (self, around) {
            (_, Element::Caption) => Element::Caption,
            (Self::Caption, _) => Element::Caption,
            (Self::Heading(level), _) => Element::Heading(level),
            (Self::Item, _) => Element::Item,
            (Self::Cell, _) => Element::Cell,
            (Self::Quote, _) => Element::Quote,
            (Self::Preformatted, _) => Element::Preformatted,
            (Self::Control, _) => Element::Control,
            (Self::List | Self::Table, _) => Element::Paragraph,
            // "<li><p>", "<blockquote><p>": the paragraph is the entry's, the quotation's.
            _ => around,
        }
    }
}

/// What the attributes of an element say of it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Said<'p> {
    pub class: &'p str,
    pub id: &'p str,
    pub role: &'p str,
    pub itemprop: &'p str,
    pub rel: &'p str,
    pub href: &'p str,
    /// Whether it says that it is not shown.
    pub hidden: bool,
    /// Whether it says that it is not read out: a decoration, or a menu that is folded up.
    pub silent: bool,
}

impl<'p> Said<'p> {
    pub fn read(attributes: &'p str) -> Self {
        let mut said = Self::default();
        for (name, value) in Attributes::new(attributes) {
            let place = match name.len() {
                2 if name.eq_ignore_ascii_case("id") => &mut said.id,
                3 if name.eq_ignore_ascii_case("rel") => &mut said.rel,
                4 if name.eq_ignore_ascii_case("role") => &mut said.role,
                4 if name.eq_ignore_ascii_case("href") => &mut said.href,
                5 if name.eq_ignore_ascii_case("class") => &mut said.class,
                8 if name.eq_ignore_ascii_case("itemprop") => &mut said.itemprop,
                5 if name.eq_ignore_ascii_case("style") => {
                    said.hidden |= conceals(value);
                    continue;
                }
                6 if name.eq_ignore_ascii_case("hidden") => {
                    said.hidden = true;
                    continue;
                }
                11 if name.eq_ignore_ascii_case("aria-hidden") => {
                    said.silent |= value.eq_ignore_ascii_case("true");
                    continue;
                }
                _ => continue,
            };
            // Of two attributes of one name the first counts.
            if place.is_empty() {
                *place = value;
            }
        }
        said
    }
}

/// "display: none", "visibility:hidden".
fn conceals(style: &str) -> bool {
    style.split(';').filter_map(|declaration| declaration.split_once(':')).any(|(property, value)| {
        let (property, value) = (property.trim(), value.trim());
        let begins = |word: &str| value.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        property.eq_ignore_ascii_case("display") && begins("none")
            || property.eq_ignore_ascii_case("visibility") && begins("hidden")
    })
}

/// What the element itself says that it holds, whatever it is called. `in_article` is whether an `article` or `main` is round it.
pub(crate) fn named<'p>(name: &str, said: &Said<'p>, in_article: bool, names: &mut names::Names<'p>) -> Option<Named> {
    let is = |word: &str| name.eq_ignore_ascii_case(word);
    names
        .role(said.role)
        .or_else(|| names.property(said.itemprop))
        .or_else(|| names.find(said.class, said.id))
        .or_else(|| if is("nav") { Some(Named::Navigation) } else { None })
        .or_else(|| if is("aside") { Some(Named::Related) } else { None })
        .or_else(|| if (is("header") || is("footer")) && !in_article { Some(Named::Navigation) } else { None })
        .or_else(|| if is("address") { Some(Named::Author) } else { None })
        .or_else(|| if is("figure") || is("figcaption") { Some(Named::Caption) } else { None })
        .or_else(|| if is("time") { Some(Named::Date) } else { None })
        .or_else(|| if is("a") && said.rel.eq_ignore_ascii_case("author") { Some(Named::Byline) } else { None })
        .or_else(|| if is("form") { Some(Named::Widget) } else { None })
}
