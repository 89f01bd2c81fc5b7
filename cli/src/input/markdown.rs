//! Markdown: the words without the marks, and what the marks say.

use super::text;
use copydesk_core::reader::{Articles, Draft, Likeness, Opened, Reader, once};
use copydesk_core::{Block, Element, Markup, Run, Source, Span, register};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The reader of Markdown.
struct Markdown;

impl Reader for Markdown {
    fn extensions(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    fn recognises(&self, _: &[u8]) -> Likeness {
        Likeness::None
    }

    fn articles(&self, file: Opened) -> Articles {
        once(file, |file| text::read(file).map(lay))
    }
}

/// Takes the marks out of a text.
fn lay(draft: Draft) -> Draft {
    let mut page =
        Page { marked: &draft.text, text: String::new(), runs: Vec::new(), blocks: Vec::new(), open: None, links: 0 };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    for (event, range) in Parser::new_ext(&draft.text, options).into_offset_iter() {
        page.take(&event, range);
    }
    page.close();
    let Page { text, runs, blocks, .. } = page;
    let laid = Source::new("", runs, draft.text.as_bytes());
    let source = draft.source.as_ref().map(|given| laid.through(given));
    let markup = Some(Markup { blocks, stated: Vec::new() });
    Draft { text, source, markup, ..draft }
}

/// A text as its marks are taken out.
struct Page<'a> {
    marked: &'a str,
    text: String,
    runs: Vec<Run>,
    blocks: Vec<Block>,
    open: Option<Open>,
    /// How many links are open: one may stand in another's picture.
    links: usize,
}

/// The block that is being filled.
struct Open {
    element: Element,
    start: usize,
    linked: usize,
}

impl Page<'_> {
    fn take(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => {
                if let Some(element) = element(tag) {
                    self.begin(element);
                }
                self.links += usize::from(matches!(tag, Tag::Link { .. }));
            }
            Event::End(tag) => match tag {
                TagEnd::Link => self.links = self.links.saturating_sub(1),
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::CodeBlock
                | TagEnd::TableCell
                | TagEnd::Image => {
                    self.close();
                }
                _ => {}
            },
            Event::Text(words) => self.put(words, range),
            // The range of code holds its backticks.
            Event::Code(words) => {
                let inside = self.marked.get(range.clone()).and_then(|marked| marked.find(words.as_ref()));
                let start = range.start + inside.unwrap_or(0);
                self.put(words, start..start + words.len());
            }
            Event::SoftBreak | Event::HardBreak => self.put("\n", range.end.saturating_sub(1)..range.end),
            _ => {}
        }
    }

    /// Begins a block; the first paragraph of a list's entry or of a quotation is the entry, or the quotation.
    fn begin(&mut self, element: Element) {
        let holds =
            |open: &Open| matches!(open.element, Element::Item | Element::Quote) && open.start == self.text.len();
        if element == Element::Paragraph && self.open.as_ref().is_some_and(holds) {
            return;
        }
        self.close();
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.open = Some(Open { element, start: self.text.len(), linked: 0 });
    }

    fn put(&mut self, words: &str, range: Range<usize>) {
        if self.open.is_none() {
            self.begin(Element::Paragraph);
        }
        let (text, source) = (self.text.len() as u32, range.start as u64);
        self.runs.push(Run { text, length: words.len() as u32, source, bytes: range.len() as u32 });
        self.text.push_str(words);
        if let Some(open) = self.open.as_mut().filter(|_| self.links > 0) {
            open.linked += words.chars().count();
        }
    }

    /// Ends the open block; one without words is none.
    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let words = self.text.get(open.start..).unwrap_or_default();
        let characters = words.chars().count();
        if words.trim().is_empty() {
            while self.runs.pop_if(|run| run.text as usize >= open.start).is_some() {}
            self.text.truncate(open.start);
            self.text.truncate(self.text.trim_end_matches('\n').len());
            return;
        }
        let span = Span::new(open.start as u32, self.text.len() as u32);
        let linked = (open.linked * 100 / characters) as u8;
        self.blocks.push(Block { span, element: open.element, named: None, linked, witnesses: (0, 0) });
    }
}

/// The element that a tag begins, if it begins a block.
fn element(tag: &Tag<'_>) -> Option<Element> {
    Some(match tag {
        Tag::Paragraph => Element::Paragraph,
        Tag::Heading { level, .. } => Element::Heading(*level as u8),
        Tag::BlockQuote(_) => Element::Quote,
        Tag::CodeBlock(_) => Element::Preformatted,
        Tag::Item => Element::Item,
        Tag::TableCell => Element::Cell,
        // The words between the brackets of a picture describe it.
        Tag::Image { .. } => Element::Caption,
        _ => return None,
    })
}

register! {
    /// Markdown (CommonMark): the words without the marks, with front matter (YAML or TOML) or without.
    reader "markdown" Markdown
}
