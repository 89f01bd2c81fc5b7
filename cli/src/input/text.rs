//! Plain text: one file, one article.

use super::encoding::decode;
use super::{Draft, Fault, Opened, Reader, walk};
use copydesk_core::{Meta, Reading};
use serde::de::IgnoredAny;
use std::io::Read;

/// The reader of plain text.
pub struct PlainText;

impl Reader for PlainText {
    fn extensions(&self) -> &'static [&'static str] {
        &["txt", "text"]
    }

    fn recognises(&self, _: &[u8]) -> bool {
        true
    }

    fn articles(&self, file: Opened) -> Box<dyn Iterator<Item = Result<Draft, Fault>>> {
        // Read when it is asked for, not before.
        let mut file = Some(file);
        Box::new(std::iter::from_fn(move || file.take().map(read)))
    }
}

fn read(file: Opened) -> Result<Draft, Fault> {
    let Opened { name, path, bytes } = file;
    let mut whole = Vec::new();
    let read = bytes.take(Reading::LONGEST as u64 + 1).read_to_end(&mut whole);
    read.map_err(|error| Fault::file(&path, walk::reason(&error)))?;
    if whole.len() > Reading::LONGEST {
        return Err(Fault::file(path, format!("a document may have at most {} bytes", Reading::LONGEST)));
    }
    let decoded = decode(whole).map_err(|binary| Fault::file(&path, binary.to_string()))?;
    if is_json(&decoded.text) {
        return Err(Fault::file(path, "JSON, but not JSON Lines: one document a line is read"));
    }
    let warnings = decoded.warning.map(|warning| format!("{path}: {warning}")).into_iter().collect();
    Ok(Draft { id: name, other: path, text: decoded.text, meta: Meta::EMPTY, warnings })
}

/// Whether the whole text is one JSON value that holds others; a transcript that opens with "[Anchor]" is none.
fn is_json(text: &str) -> bool {
    let text = text.trim_start();
    (text.starts_with('{') || text.starts_with('[')) && serde_json::from_str::<IgnoredAny>(text).is_ok()
}
