//! The kinds of file that articles come in, each read by a reader that registers itself.
//!
//! A [`Reader`] turns the bytes of one file into articles. It opens nothing: bytes are handed to it, by whoever does the opening.

mod encoding;

pub use encoding::{Binary, Decoded, decode};

use crate::{Markup, Meta, Reading, Source};
use std::io::{self, BufRead, Read};

/// One kind of file.
pub trait Reader: Sync {
    /// The ends of the names of such files. In a directory, these are read and others are not.
    fn extensions(&self) -> &'static [&'static str];
    /// How surely a file that begins so is of this kind.
    fn recognises(&self, head: &[u8]) -> Likeness;
    /// The articles in it, one by one, and what can't be read.
    fn articles(&self, file: Opened) -> Articles;
}

/// The articles in a file, and what can't be read of it.
pub type Articles = Box<dyn Iterator<Item = Result<Draft, Fault>>>;

/// The same, of a file that is read as a whole.
pub type Drafts = Vec<Result<Draft, Fault>>;

/// How surely the first bytes of a file tell its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They tell of another kind, or don't tell.
    None,
    /// It may be of this kind, if no other reader is surer.
    Possible,
    /// It is: the kind has a mark of its own, and it is there.
    Certain,
}

/// A registered reader.
#[derive(Clone, Copy)]
pub struct Format {
    /// Its name.
    pub name: &'static str,
    /// What it reads: the documentation comment in its `register!`.
    pub doc: &'static str,
    /// The reader.
    pub reader: &'static dyn Reader,
}

impl Format {
    /// All readers that are linked into this program, by name. The order in which they were linked does not show.
    #[must_use]
    pub fn registered() -> Vec<Self> {
        let mut all: Vec<Self> = inventory::iter::<Self>.into_iter().copied().collect();
        all.sort_by_key(|format| format.name);
        all
    }
}

inventory::collect!(Format);

/// A file that was opened.
pub struct Opened {
    /// What its documents are called by: the path as it was given, or relative to the directory that was given.
    pub name: String,
    /// The whole path, for documents whose name is taken.
    pub path: String,
    /// What is in it.
    pub bytes: Box<dyn BufRead + Send>,
}

impl Opened {
    /// All of it, for kinds of file that hold one document.
    ///
    /// # Errors
    /// A [`Fault`] where it can't be read, or is longer than a document may be.
    pub fn whole(self) -> Result<(String, String, Vec<u8>), Fault> {
        let Self { name, path, bytes } = self;
        let mut whole = Vec::new();
        let read = bytes.take(Reading::LONGEST as u64 + 1).read_to_end(&mut whole);
        read.map_err(|error| Fault::file(&path, reason(&error)))?;
        if whole.len() > Reading::LONGEST {
            return Err(Fault::file(path, format!("a document may have at most {} bytes", Reading::LONGEST)));
        }
        Ok((name, path, whole))
    }
}

/// Reads a file that holds one document, when it is asked for and not before.
pub fn once(file: Opened, read: fn(Opened) -> Result<Draft, Fault>) -> Articles {
    Box::new(std::iter::once_with(move || read(file)))
}

/// Reads a file that is read as a whole and holds several documents, when the first is asked for and not before.
pub fn several(file: Opened, read: fn(Opened) -> Result<Drafts, Fault>) -> Articles {
    let whole = std::iter::once_with(move || read(file).unwrap_or_else(|fault| vec![Err(fault)]));
    Box::new(whole.flatten())
}

/// An article as a reader gives it.
#[derive(Debug, Default)]
pub struct Draft {
    /// Its id.
    pub id: String,
    /// Its id where another document has that one already.
    pub other: String,
    /// Its text.
    pub text: String,
    /// What was given with it.
    pub meta: Meta,
    /// Where its text stands in the bytes that were read.
    pub source: Option<Source>,
    /// What the markup says, where it was read from a page.
    pub markup: Option<Markup>,
    /// What is odd about it.
    pub warnings: Vec<String>,
}

/// What can't be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Where: `FILE`, `FILE:LINE`, or a record in a file.
    pub place: String,
    /// Why not.
    pub reason: String,
    /// How much is lost by it.
    pub lost: Lost,
}

/// How much can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lost {
    /// A record that holds no article and was not meant to: a picture, a redirection. Counted; no fault.
    Nothing,
    /// A line or a record: one document.
    Line,
    /// A file, or the rest of it.
    File,
}

impl Fault {
    /// A file, or the rest of it, can't be read.
    pub fn file(place: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { place: place.into(), reason: reason.into(), lost: Lost::File }
    }

    /// A record is no article, and `reason` says what it is.
    pub fn ignored(place: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { place: place.into(), reason: reason.into(), lost: Lost::Nothing }
    }

    /// A line or record can't be read.
    pub fn line(place: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { place: place.into(), reason: reason.into(), lost: Lost::Line }
    }
}

/// Why a file can't be read, without the system's error number.
#[must_use]
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or directory".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    }
}
