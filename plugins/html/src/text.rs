//! The text of a page as a reader sees it, where each piece of it stands, and what is round it.
//!
//! All that is shown is kept, menus too: what is no article is labelled by the zones plugin, not dropped. White space is
//! collapsed as browsers do; a block stands alone between blank lines, `br` ends a line, cells of a row stand behind tabs.

use crate::element::{Kind, Said, named};
use crate::entity;
use crate::names::Names;
use crate::pieces::pieces;
use crate::plain::Plain;
use crate::stack::{Open, Stack};
use crate::tag::{Tag, Tags};
use copydesk_core::{Block, Element, Named, Run, Source, Span};

/// A name that holds more than this share of the page's running text, in per cent, is no menu's and no advert's, whatever it is
/// called: "page-with-sidebar".
const WHOLE: u64 = 50;
/// Witnesses are shown elements down to this depth: they look at all that is round a word, and again for each word. Words that
/// lie deeper are shown as those of the last.
const SHOWN: usize = 100;
/// A block with so many bytes outside of links is running text.
const RUNNING: u64 = 80;

/// The text of a page, laid out.
pub(crate) struct Laid {
    pub text: String,
    pub source: Source,
    pub blocks: Vec<Block>,
    /// The page without its programs, as witnesses are shown it.
    pub plain: String,
    /// Whether the whole page could be read.
    pub whole: bool,
    /// Whether it has frames, whose text stands in other files.
    pub frames: bool,
}

/// Lays out the page at `place`.
pub(crate) fn lay(place: &str, page: &str) -> Laid {
    let (pieces, whole) = pieces(page);
    let mut layer = Layer::new(page);
    let mut at = 0;
    for piece in &pieces {
        layer.tags(page.get(at..piece.place.start).unwrap_or(""));
        if piece.is_text && !layer.is_hidden() {
            let words = page.get(piece.place.clone()).unwrap_or("");
            layer.plain.text(words, piece.has_entities);
            layer.words(words, piece.place.start, piece.has_entities);
        }
        at = piece.place.end;
    }
    layer.tags(page.get(at..).unwrap_or(""));
    layer.finish(place, whole)
}

/// What separates two pieces of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    /// White space, at this place in the page and so long; of no bytes between two links.
    Space(usize, usize),
    Tab,
    Line,
    Paragraph,
}

/// A name that holds for the elements in it.
struct Name {
    named: Named,
    /// The name round it.
    around: u32,
    /// How much running text stands in it, in bytes.
    running: u64,
}

/// No name holds.
const NAMELESS: u32 = u32::MAX;

struct Layer<'p> {
    page: &'p str,
    text: String,
    runs: Vec<Run>,
    /// The blocks that are closed, each with the name that holds for it.
    blocks: Vec<(Block, u32)>,
    stack: Stack<'p>,
    names: Names<'p>,
    named: Vec<Name>,
    plain: Plain,
    /// What lies between the text and what comes next.
    gap: Gap,
    /// The block that is open.
    block: Option<Begun>,
    /// How much running text there is, in bytes.
    running: u64,
    frames: bool,
}

/// A block that is open.
struct Begun {
    start: usize,
    element: Element,
    name: u32,
    /// How many of its bytes stand in links.
    linked: usize,
    /// Whether its last words stand in a link.
    ends_linked: bool,
}

impl<'p> Layer<'p> {
    fn new(page: &'p str) -> Self {
        Self {
            page,
            text: String::new(),
            runs: Vec::new(),
            blocks: Vec::new(),
            stack: Stack::default(),
            names: Names::default(),
            named: Vec::new(),
            plain: Plain::default(),
            gap: Gap::None,
            block: None,
            running: 0,
            frames: false,
        }
    }

    fn is_hidden(&self) -> bool {
        self.stack.last().is_some_and(|open| open.hidden)
    }

    fn tags(&mut self, stretch: &'p str) {
        for tag in Tags::new(stretch) {
            match tag {
                Tag::Start(name, attributes) => self.start(name, attributes),
                Tag::End(name) => {
                    for _ in 0..self.stack.ends_at(name, Kind::of(name)) {
                        self.close();
                    }
                }
            }
        }
    }

    fn start(&mut self, name: &'p str, attributes: &'p str) {
        let kind = Kind::of(name);
        for _ in 0..self.stack.ends_before(kind) {
            self.close();
        }
        self.frames |= name.eq_ignore_ascii_case("frameset");
        let hidden = self.is_hidden();
        match kind {
            Kind::Root => return,
            Kind::Break | Kind::Rule | Kind::Void => {
                if !hidden {
                    match kind {
                        Kind::Break => self.break_off(Gap::Line),
                        Kind::Rule => self.break_off(Gap::Paragraph),
                        _ => {}
                    }
                    self.plain.void(name);
                }
                return;
            }
            _ => {}
        }
        let around = self.stack.last().copied();
        let said = if hidden { Said::default() } else { Said::read(attributes) };
        let is = |word: &str| name.eq_ignore_ascii_case(word);
        let in_article = around.is_some_and(|open| open.in_article);
        let is_article = is("article") || is("main");
        // What lies behind a dialogue that was open when the page was saved is silent as a whole.
        let hidden = hidden || said.hidden || said.silent && !is_article || kind == Kind::Hidden;
        let mut name_holds = around.map_or(NAMELESS, |open| open.name_holds);
        if !hidden && let Some(named) = named(name, &said, in_article, &mut self.names) {
            self.named.push(Name { named, around: name_holds, running: 0 });
            name_holds = self.named.len() as u32 - 1;
        }
        let open = Open {
            name,
            kind,
            hidden,
            shown: !hidden && self.stack.depth() < SHOWN,
            link: around.is_some_and(|open| open.link) || kind == Kind::Link,
            preformatted: around.is_some_and(|open| open.preformatted) || kind == Kind::Preformatted,
            in_article: in_article || is_article,
            element: kind.element(around.map_or(Element::Paragraph, |open| open.element)),
            name_holds,
        };
        if !hidden && kind.breaks() {
            self.break_off(if kind == Kind::Cell { Gap::Tab } else { Gap::Paragraph });
        }
        // "<a>Home</a><a>World</a>": entries of a menu that a style sheet sets apart.
        if kind == Kind::Link && self.gap == Gap::None && self.block.as_ref().is_some_and(|block| block.ends_linked) {
            self.gap = Gap::Space(0, 0);
        }
        if self.stack.push(open) && open.shown {
            self.plain.start(name, &said);
        }
    }

    /// Closes the innermost element.
    fn close(&mut self) {
        let Some(open) = self.stack.pop().filter(|open| !open.hidden) else { return };
        if open.shown {
            self.plain.end(open.name);
        }
        if open.kind.breaks() {
            self.break_off(if open.kind == Kind::Cell { Gap::Tab } else { Gap::Paragraph });
        }
    }

    /// Ends the block.
    fn break_off(&mut self, gap: Gap) {
        if matches!(self.gap, Gap::Space(..)) {
            self.gap = Gap::None;
        }
        // Two line breaks are set where a paragraph is meant.
        let twice = gap == Gap::Line && self.gap == Gap::Line;
        self.gap = if twice { Gap::Paragraph } else { self.gap.max(gap) };
        let Some(block) = self.block.take() else { return };
        let length = self.text.len() - block.start;
        let running = (length - block.linked) as u64;
        if running >= RUNNING {
            self.running += running;
            let mut name = block.name;
            while let Some(named) = self.named.get_mut(name as usize) {
                named.running += running;
                name = named.around;
            }
        }
        let block_with = Block {
            span: Span::new(block.start as u32, self.text.len() as u32),
            element: block.element,
            named: None,
            linked: (block.linked * 100 / length.max(1)) as u8,
            witnesses: (0, 0),
        };
        self.blocks.push((block_with, block.name));
    }

    /// The words of a piece that begins at `base` in the page.
    fn words(&mut self, words: &str, base: usize, has_entities: bool) {
        let is_space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\t' | b'\r' | b'\x0c');
        let bytes = words.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            let rest = bytes.get(at + 1..).unwrap_or_default();
            if is_space(byte) {
                let length = 1 + rest.iter().position(|byte| !is_space(byte)).unwrap_or(rest.len());
                if self.block.is_some() && self.gap == Gap::None {
                    self.gap = Gap::Space(base + at, length);
                }
                at += length;
                continue;
            }
            let reference = if *byte == b'&' && has_entities { words.get(at..).and_then(entity::read) } else { None };
            if let Some((chars, length)) = reference {
                let mut room = [0; 8];
                let mut written = 0;
                for c in chars.into_iter().flatten() {
                    written += c.encode_utf8(room.get_mut(written..).unwrap_or_default()).len();
                }
                let decoded = std::str::from_utf8(room.get(..written).unwrap_or_default()).unwrap_or("");
                self.put(decoded, base + at, length);
                at += length;
                continue;
            }
            let ends = |byte: &u8| is_space(byte) || has_entities && *byte == b'&';
            let length = 1 + rest.iter().position(ends).unwrap_or(rest.len());
            let verbatim = words.get(at..at + length).unwrap_or("");
            self.put(verbatim, base + at, length);
            at += length;
        }
    }

    /// Sets words that stand for `bytes` bytes at `source`.
    fn put(&mut self, words: &str, source: usize, bytes: usize) {
        let (mut words, mut source, mut bytes) = (words, source, bytes);
        if self.block.is_none() {
            // A block of nothing but "&nbsp;" is none.
            let inked = words.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'));
            if inked.is_empty() {
                return;
            }
            if words.len() == bytes {
                source += words.len() - inked.len();
                bytes = inked.len();
            }
            words = inked;
        }
        let open = self.stack.last();
        let is_linked = open.is_some_and(|open| open.link);
        let is_verbatim = open.is_some_and(|open| open.preformatted);
        let before = self.text.len();
        match std::mem::take(&mut self.gap) {
            Gap::None => {}
            Gap::Space(from, length) => {
                let space = if is_verbatim { self.page.get(from..from + length) } else { None };
                self.text.push_str(space.filter(|space| !space.is_empty()).unwrap_or(" "));
                if length > 0 {
                    let written = (self.text.len() - before) as u32;
                    self.runs.push(Run {
                        text: before as u32,
                        length: written,
                        source: from as u64,
                        bytes: length as u32,
                    });
                }
            }
            _ if before == 0 => {}
            Gap::Tab => self.text.push('\t'),
            Gap::Line => self.text.push('\n'),
            Gap::Paragraph => self.text.push_str("\n\n"),
        }
        let start = self.text.len();
        let (element, name) = open.map_or((Element::Paragraph, NAMELESS), |open| (open.element, open.name_holds));
        let block = self.block.get_or_insert(Begun { start, element, name, linked: 0, ends_linked: false });
        if is_linked {
            block.linked += start + words.len() - before.max(block.start);
        }
        block.ends_linked = is_linked;
        let run = Run { text: start as u32, length: words.len() as u32, source: source as u64, bytes: bytes as u32 };
        match self.runs.last_mut() {
            // Most words follow the space before them.
            Some(last)
                if last.length == last.bytes
                    && run.length == run.bytes
                    && last.text + last.length == run.text
                    && last.source + u64::from(last.bytes) == run.source =>
            {
                last.length += run.length;
                last.bytes += run.bytes;
            }
            _ => self.runs.push(run),
        }
        self.text.push_str(words);
    }

    fn finish(mut self, place: &str, whole: bool) -> Laid {
        self.break_off(Gap::Paragraph);
        while self.stack.last().is_some() {
            self.close();
        }
        // What names say, from the outside in: one that is too large to say it says what the one round it does.
        let mut holds: Vec<Option<Named>> = Vec::with_capacity(self.named.len());
        for name in &self.named {
            let is_believed = name.named == Named::Body || name.running * 100 <= self.running * WHOLE;
            let around = holds.get(name.around as usize).copied().flatten();
            holds.push(if is_believed { Some(name.named) } else { around });
        }
        let named = |(block, name): (Block, u32)| Block { named: holds.get(name as usize).copied().flatten(), ..block };
        Laid {
            text: self.text,
            source: Source::new(place, self.runs, self.page.as_bytes()),
            blocks: self.blocks.into_iter().map(named).collect(),
            plain: self.plain.finish(),
            whole,
            frames: self.frames,
        }
    }
}
