//! Plain text: one file, one article, with front matter or without.

use super::{front, item};
use copydesk_core::reader::{Articles, Draft, Fault, Likeness, Opened, Reader, decode, once};
use copydesk_core::{Format, Source, register};
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
        once(file, |file| {
            let draft = read(file)?;
            if is_json(&draft.text) {
                let reason =
                    "JSON in a file that is named as text: .jsonl, with one document a line, and .json are read";
                return Err(Fault::file(draft.other, reason));
            }
            Ok(draft)
        })
    }
}

/// Reads a file as text, without its front matter.
pub fn read(file: Opened) -> Result<Draft, Fault> {
    let (name, path, whole) = file.whole()?;
    let decoded = decode(&path, whole, None).map_err(|binary| Fault::file(&path, binary.to_string()))?;
    let mut warnings: Vec<String> = decoded.warning.map(|warning| format!("{path}: {warning}")).into_iter().collect();
    let draft = Draft { id: name, other: path, text: decoded.text, source: Some(decoded.source), ..Draft::default() };
    let Some((fields, at)) = front::split(&draft.text) else {
        return Ok(Draft { warnings, ..draft });
    };
    let given = item::meta(fields, &draft.other, &mut warnings);
    let behind = draft.text.get(at..).unwrap_or_default().to_owned();
    let source = draft.source.map(|whole| Source::verbatim("", draft.text.as_bytes(), at).through(&whole));
    Ok(Draft { id: given.id.unwrap_or(draft.id), text: behind, meta: given.meta, source, warnings, ..draft })
}

/// Whether the whole text is one JSON value that holds others; a transcript that opens with "[Anchor]" is none.
fn is_json(text: &str) -> bool {
    let text = text.trim_start();
    (text.starts_with('{') || text.starts_with('[')) && serde_json::from_str::<IgnoredAny>(text).is_ok()
}

register! {
    /// Plain text: one file, one article, with front matter (YAML or TOML) or without. It takes what no other reader knows.
    reader "text" PlainText
}
