//! Plain text: one file, one article.

use copydesk_core::reader::{Articles, Draft, Fault, Likeness, Opened, Reader, decode, once};
use copydesk_core::{Format, Meta, register};
use serde::de::IgnoredAny;

/// The reader of plain text.
struct PlainText;

/// The format of what no other reader knows.
pub const PLAIN: Format = Format { name: "text", doc: "", reader: &PlainText };

impl Reader for PlainText {
    fn extensions(&self) -> &'static [&'static str] {
        &["txt", "text"]
    }

    fn recognises(&self, _: &[u8]) -> Likeness {
        Likeness::None
    }

    fn articles(&self, file: Opened) -> Articles {
        once(file, read)
    }
}

fn read(file: Opened) -> Result<Draft, Fault> {
    let (name, path, whole) = file.whole()?;
    let decoded = decode(&path, whole, None).map_err(|binary| Fault::file(&path, binary.to_string()))?;
    if is_json(&decoded.text) {
        return Err(Fault::file(path, "JSON, but not JSON Lines: one document a line is read"));
    }
    let warnings = decoded.warning.map(|warning| format!("{path}: {warning}")).into_iter().collect();
    let source = Some(decoded.source);
    Ok(Draft { id: name, other: path, text: decoded.text, meta: Meta::EMPTY, source, markup: None, warnings })
}

/// Whether the whole text is one JSON value that holds others; a transcript that opens with "[Anchor]" is none.
fn is_json(text: &str) -> bool {
    let text = text.trim_start();
    (text.starts_with('{') || text.starts_with('[')) && serde_json::from_str::<IgnoredAny>(text).is_ok()
}

register! {
    /// Plain text: one file, one article. It takes what no other reader knows.
    reader "text" PlainText
}
