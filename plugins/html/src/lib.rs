//! Web pages: the text with the bytes that it stands on, what is the article, and what the page states of itself.

mod stated;
mod text;

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
    let decoded = decode(place, bytes, charset).map_err(|binary| Fault::file(place, binary.to_string()))?;
    let laid = text::lay(place, &decoded.text);
    let warnings = decoded.warning.map(|warning| format!("{place}: {warning}")).into_iter().collect();
    let source = Some(laid.source.through(&decoded.source));
    let markup = Some(Markup { blocks: laid.blocks, stated: stated::read(&decoded.text, &decoded.source) });
    Ok(Draft { text: laid.text, meta: Meta::EMPTY, source, markup, warnings, ..Draft::default() })
}

register! {
    /// Web pages.
    reader "html" Html
}
