//! Web pages: the text with the bytes that it stands on, what is the article, and what the page states of itself.

mod element;
mod entity;
mod names;
mod pieces;
mod plain;
mod stack;
mod stated;
mod tag;
mod text;
mod witness;

use copydesk_core::reader::{Articles, Draft, Fault, Likeness, Opened, Reader, decode, once};
use copydesk_core::{Markup, Meta, register};

/// The reader of web pages.
struct Html;

impl Reader for Html {
    fn extensions(&self) -> &'static [&'static str] {
        &["html", "htm", "xhtml"]
    }

    fn recognises(&self, head: &[u8]) -> Likeness {
        let head = head.trim_ascii_start();
        let begins = |word: &[u8]| head.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if begins(b"<!doctype html") || begins(b"<html") { Likeness::Certain } else { Likeness::None }
    }

    fn articles(&self, file: Opened) -> Articles {
        once(file, |file| {
            let (name, path, whole) = file.whole()?;
            let mut draft = page(&path, whole, None)?;
            draft.id = name;
            draft.other = path;
            Ok(draft)
        })
    }
}

/// Reads the web page at `place`. `charset` is what the header that it was sent with says of its encoding. The draft has no id.
///
/// # Errors
/// A [`Fault`] where the bytes are no text.
pub fn page(place: &str, bytes: Vec<u8>, charset: Option<&str>) -> Result<Draft, Fault> {
    let stated_in_page = charset.is_none().then(|| stated_charset(&bytes)).flatten();
    let decoded = decode(place, bytes, charset.or(stated_in_page.as_deref()));
    let decoded = decoded.map_err(|binary| Fault::file(place, binary.to_string()))?;
    let mut laid = text::lay(place, &decoded.text);
    let mut warnings: Vec<String> = decoded.warning.map(|warning| format!("{place}: {warning}")).into_iter().collect();
    if !laid.whole {
        warnings.push(format!("{place}: a tag in it does not end; what follows is not read"));
    }
    if laid.frames && laid.text.is_empty() {
        warnings.push(format!("{place}: a page of frames, whose text stands in other files"));
    }
    if let Err(witness::TooLong(length)) = witness::ask(&laid.plain, &laid.text, &mut laid.blocks) {
        warnings.push(format!(
            "{place}: {length} bytes of text and tags; what is the article was told by its blocks alone"
        ));
    }
    let source = Some(laid.source.through(&decoded.source));
    let markup = Markup { blocks: laid.blocks, stated: stated::read(&decoded.text, &decoded.source) };
    let meta = Meta { url: address(&markup), ..Meta::EMPTY };
    Ok(Draft { text: laid.text, meta, source, markup: Some(markup), warnings, ..Draft::default() })
}

/// The address that the page gives itself, by which two states of one page are told to be one article. Some sites name their front
/// page on every other: an address without a path is none.
fn address(markup: &Markup) -> Option<String> {
    let mut stated = ["link:canonical", "og:url"].into_iter().flat_map(|key| markup.stated(key));
    let has_path = |url: &str| {
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        rest.and_then(|rest| rest.split_once('/')).is_some_and(|(_, path)| !path.is_empty())
    };
    stated.find(|stated| has_path(&stated.value)).map(|stated| stated.value.clone())
}

/// The encoding that a `meta` element at the head of the page states.
fn stated_charset(bytes: &[u8]) -> Option<String> {
    /// The element stands within so many bytes (HTML Standard, section 4.2.5.4), but pages are met that have it later.
    const WITHIN: usize = 4 << 10;
    const CHARSET: &[u8] = b"charset";
    /// The longest label of an encoding has 19 bytes: `csiso88598visual` and the like.
    const LONGEST: usize = 24;
    let head = bytes.get(..WITHIN).unwrap_or(bytes).to_ascii_lowercase();
    let mut from = 0;
    while let Some(at) = memchr::memmem::find(head.get(from..)?, CHARSET) {
        from += at + CHARSET.len();
        let value = head.get(from..)?.trim_ascii_start();
        let Some(value) = value.strip_prefix(b"=") else { continue };
        let value = value.trim_ascii_start();
        let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
        let is_label = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.');
        let label: Vec<u8> = value.iter().copied().take(LONGEST).take_while(is_label).collect();
        if !label.is_empty() {
            return String::from_utf8(label).ok();
        }
    }
    None
}

register! {
    /// Web pages.
    reader "html" Html
}
