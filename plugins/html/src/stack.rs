//! The elements that are open at a place of a page, closed as browsers close them where a page doesn't.

use crate::element::Kind;
use copydesk_core::Element;

/// Elements are told apart down to this depth, which is what browsers do too (Chromium and WebKit: 512); what lies deeper is text of
/// the last one.
const DEEPEST: usize = 512;

/// An open element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Open<'p> {
    pub name: &'p str,
    pub kind: Kind,
    /// Whether it, or one round it, is not shown.
    pub hidden: bool,
    /// Whether witnesses are shown it.
    pub shown: bool,
    /// Whether it, or one round it, is a link.
    pub link: bool,
    /// Whether white space counts in it.
    pub preformatted: bool,
    /// Whether an `article` or `main` is round it.
    pub in_article: bool,
    /// What a block in it is.
    pub element: Element,
    /// The name that holds for it.
    pub name_holds: u32,
}

/// The open elements, innermost last.
#[derive(Default)]
pub(crate) struct Stack<'p> {
    open: Vec<Open<'p>>,
    /// How many elements are open beyond the depth that is told apart.
    beyond: usize,
}

impl<'p> Stack<'p> {
    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// The innermost element.
    pub fn last(&self) -> Option<&Open<'p>> {
        self.open.last()
    }

    /// Opens an element; answers whether it is told apart.
    pub fn push(&mut self, open: Open<'p>) -> bool {
        let room = self.open.len() < DEEPEST && self.beyond == 0;
        if room {
            self.open.push(open);
        } else {
            self.beyond += 1;
        }
        room
    }

    /// How many elements end before one of this kind begins: a paragraph before a block, an entry before the next (HTML Standard,
    /// section 13.2.6.4.7).
    pub fn ends_before(&self, kind: Kind) -> usize {
        let ended: &[fn(Kind) -> bool] = match kind {
            Kind::Item => &[|open| open == Kind::Item, |open| open == Kind::Paragraph],
            Kind::Row => &[|open| open == Kind::Row],
            Kind::Cell => &[|open| open == Kind::Cell],
            Kind::Heading(_) => &[|open| open == Kind::Paragraph, |open| matches!(open, Kind::Heading(_))],
            Kind::Control | Kind::Caption => &[],
            kind if kind.breaks() || kind == Kind::Rule => &[|open| open == Kind::Paragraph],
            Kind::Link => &[|open| open == Kind::Link],
            _ => &[],
        };
        ended.iter().filter_map(|ends| self.depth_of(kind, |open| ends(open.kind))).max().unwrap_or(0)
    }

    /// How many elements an end tag ends; none where nothing of that name is open.
    pub fn ends_at(&mut self, name: &str, kind: Kind) -> usize {
        if self.beyond > 0 {
            self.beyond -= usize::from(kind != Kind::Root);
            return 0;
        }
        self.depth_of(kind, |open| open.kind == kind && open.name.eq_ignore_ascii_case(name)).unwrap_or(0)
    }

    /// How many elements end where the innermost that fits does, unless something round it stands between.
    fn depth_of(&self, kind: Kind, fits: impl Fn(&Open<'p>) -> bool) -> Option<usize> {
        for (depth, open) in self.open.iter().rev().enumerate() {
            if fits(open) {
                return Some(depth + 1);
            }
            let bars = match kind {
                // "</table>" ends what is open in its cells.
                Kind::Table => false,
                Kind::Row => open.kind == Kind::Table,
                Kind::Cell => matches!(open.kind, Kind::Table | Kind::Row),
                // An entry ends in its list, a paragraph in its block: "<li><ul><li>" is an entry in an entry.
                Kind::Item => matches!(open.kind, Kind::List | Kind::Cell | Kind::Table),
                Kind::Inline | Kind::Link => open.kind.breaks() && open.kind != Kind::Control,
                _ => matches!(open.kind, Kind::Cell | Kind::Table),
            };
            if bars {
                return None;
            }
        }
        None
    }

    /// Closes the innermost element.
    pub fn pop(&mut self) -> Option<Open<'p>> {
        self.open.pop()
    }
}
