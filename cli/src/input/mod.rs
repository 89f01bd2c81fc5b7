//! Where articles come from: files and lines become documents here, and nowhere else.
//!
//! A [`Reader`](copydesk_core::Reader) knows one kind of file and registers itself. The [`Pile`] opens file after file, unpacks it, asks
//! the readers whose it is, and hands over articles one by one, so that a crawl of any size runs in bounded memory. What can't be read
//! is said, counted and left out.

#[cfg(feature = "feeds")]
mod feeds;
mod fields;
mod front;
mod item;
mod json;
mod jsonl;
mod markdown;
mod ninjs;
mod sidecar;
mod text;
mod unpack;
mod walk;
#[cfg(feature = "warc")]
mod warc;

use crate::console::Console;
use crate::summary::Summary;
use copydesk_core::reader::{Articles, Draft, Fault, Likeness, Lost, Opened, reason};
use copydesk_core::{Article, Format};
pub use fields::published;
use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::Path;
use std::sync::LazyLock;
pub use walk::walk;
use walk::{Found, Source};
use xxhash_rust::xxh3::xxh3_128;

/// So many bytes are looked at to tell what kind of file it is.
const HEAD: usize = 64 << 10;

/// So many messages on one file are printed: a crawl whose every line has the same fault has millions.
const MESSAGES: u64 = 100;

/// The formats, gathered once: every file of a directory is held against them.
static FORMATS: LazyLock<Vec<Format>> = LazyLock::new(Format::registered);

/// All articles of the files, in order.
pub struct Pile<'a> {
    sources: std::vec::IntoIter<Source>,
    open: Option<Articles>,
    /// Messages on the file that is open.
    messages: u64,
    /// Hashes of the ids that were given out: a crawl's ids themselves would not fit into memory.
    taken: HashSet<u128>,
    published: Option<String>,
    console: &'a Console,
    summary: Summary,
}

impl<'a> Pile<'a> {
    /// The articles in what was found; those that are given without a publication date get `published`.
    pub fn new(found: Found, published: Option<String>, console: &'a Console) -> Self {
        let mut pile = Self {
            sources: found.sources.into_iter(),
            open: None,
            messages: 0,
            taken: HashSet::new(),
            published,
            console,
            summary: Summary { files_ignored: found.ignored, ..Summary::default() },
        };
        found.warnings.iter().for_each(|warning| pile.warn(warning));
        found.faults.iter().for_each(|fault| pile.lose(fault));
        pile
    }

    /// What was read so far, and what was not.
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    fn finish(&mut self, draft: Draft) -> Article {
        for warning in &draft.warnings {
            self.warn(warning);
        }
        let id = self.settle(draft.id, draft.other);
        let mut meta = draft.meta;
        meta.published = meta.published.or_else(|| self.published.clone());
        self.summary.documents += 1;
        Article { id, text: draft.text, meta, source: draft.source, markup: draft.markup }
    }

    /// The id, or another where it is taken.
    fn settle(&mut self, id: String, other: String) -> String {
        if self.taken.insert(xxh3_128(id.as_bytes())) {
            return id;
        }
        let numbered = (2..).map(|n| format!("{other}#{n}"));
        let mut free = std::iter::once(other.clone()).chain(numbered);
        let free = free.find(|id| self.taken.insert(xxh3_128(id.as_bytes()))).unwrap_or(other);
        self.warn(&format!("{free}: another document has the id {id:?} already; this one is called {free:?}"));
        free
    }

    fn warn(&mut self, warning: &str) {
        self.summary.warnings += 1;
        self.say(|console| console.warning(warning));
    }

    fn lose(&mut self, fault: &Fault) {
        let said = format!("{}: {}", fault.place, fault.reason);
        match fault.lost {
            Lost::File => {
                self.summary.files_skipped += 1;
                self.console.error(&said);
            }
            Lost::Nothing => self.summary.records_ignored += 1,
            Lost::Line => {
                self.summary.lines_skipped += 1;
                self.say(|console| console.error(&said));
            }
        }
    }

    /// Says something of the open file, if not too much was said of it.
    fn say(&mut self, message: impl FnOnce(&Console)) {
        self.messages += 1;
        if self.messages <= MESSAGES {
            message(self.console);
        }
        if self.messages == MESSAGES {
            self.console.error("what else is wrong with this file is only counted");
        }
    }
}

impl Iterator for Pile<'_> {
    type Item = Article;

    fn next(&mut self) -> Option<Article> {
        loop {
            match self.open.as_mut().and_then(Iterator::next) {
                Some(Ok(draft)) => return Some(self.finish(draft)),
                Some(Err(fault)) => self.lose(&fault),
                None => {
                    self.open = None;
                    let source = self.sources.next()?;
                    self.messages = 0;
                    match open(&source, self.console) {
                        Ok(articles) => {
                            self.summary.files_read += 1;
                            self.open = Some(articles);
                        }
                        Err(error) => {
                            self.open = None;
                            self.lose(&Fault::file(source.shown(), reason(&error)));
                        }
                    }
                }
            }
        }
    }
}

/// Opens a file and finds the reader that it belongs to.
fn open(source: &Source, console: &Console) -> io::Result<Articles> {
    let raw: Box<dyn Read + Send> =
        if source.is_stdin() { Box::new(io::stdin()) } else { Box::new(File::open(&source.path)?) };
    let (packed, raw) = begin(Box::new(console.counted(raw)))?;
    let (head, bytes) = if unpack::is_packed(&packed) { begin(unpack::unpack(&packed, raw)?)? } else { (packed, raw) };
    let file = Opened {
        name: source.name.clone(),
        path: source.shown(),
        bytes: Box::new(BufReader::with_capacity(HEAD, bytes)),
    };
    let articles = format_of(&source.path, &head).reader.articles(file);
    Ok(match &source.sidecar {
        Some(sidecar) => sidecar::join(articles, sidecar.clone()),
        None => articles,
    })
}

/// The first bytes of a stream, and the whole of it.
fn begin(mut raw: Box<dyn Read + Send>) -> io::Result<(Vec<u8>, Box<dyn Read + Send>)> {
    let mut head = Vec::new();
    // Of a pipe one read gives what is there just now: read until there is enough to tell by.
    let read = raw.by_ref().take(HEAD as u64).read_to_end(&mut head);
    if let Err(error) = read {
        // What was read before a packed file breaks off is read all the same; the fault comes in its place.
        if head.is_empty() {
            return Err(error);
        }
        return Ok((head.clone(), Box::new(Cursor::new(head).chain(Broken(Some(error))))));
    }
    Ok((head.clone(), Box::new(Cursor::new(head).chain(raw))))
}

/// The end of a stream that broke off.
struct Broken(Option<io::Error>);

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

/// The format of a file: by content where a reader is certain of it, then by name, then the likeliest; plain text where none is.
fn format_of(path: &Path, head: &[u8]) -> Format {
    let with = |likeness| FORMATS.iter().copied().find(|format| format.reader.recognises(head) == likeness);
    let certain = with(Likeness::Certain).or_else(|| named(path));
    certain.or_else(|| with(Likeness::Possible)).unwrap_or(text::PLAIN)
}

/// The format that a file's name tells; `articles.jsonl.gz` is one of `.jsonl`.
fn named(path: &Path) -> Option<Format> {
    let name = path.file_name()?.to_str()?.to_ascii_lowercase();
    let packed = unpack::EXTENSIONS.iter().find_map(|end| name.strip_suffix(end)?.strip_suffix('.'));
    let name = packed.unwrap_or(&name);
    let ends = |end: &&str| name.strip_suffix(*end).is_some_and(|stem| stem.ends_with('.'));
    FORMATS.iter().copied().find(|format| format.reader.extensions().iter().any(ends))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_is_taken_gives_way() {
        let console = Console::new(true);
        let mut pile = Pile::new(Found::default(), None, &console);
        let mut settle = |id: &str, other: &str| pile.settle(id.to_owned(), other.to_owned());
        assert_eq!(settle("1", "a:1"), "1");
        assert_eq!(settle("1", "a:2"), "a:2");
        assert_eq!(settle("1", "a:2"), "a:2#2");
        assert_eq!(settle("1", "a:2"), "a:2#3");
        assert_eq!(settle("a:2#3", "b"), "b");
        assert_eq!(pile.summary().warnings, 4);
    }
}
