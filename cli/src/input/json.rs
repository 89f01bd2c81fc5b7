//! JSON files: one article, or a list of them, as news-please and the agencies write them.

use super::item;
use copydesk_core::reader::{Articles, Drafts, Fault, Likeness, Opened, Reader, several};
use copydesk_core::register;
use serde_json::Value;

/// The reader of JSON files.
struct Json;

impl Reader for Json {
    fn extensions(&self) -> &'static [&'static str] {
        &["json"]
    }

    // What begins with a brace may be JSON Lines or a transcript: the name tells.
    fn recognises(&self, _: &[u8]) -> Likeness {
        Likeness::None
    }

    fn articles(&self, file: Opened) -> Articles {
        several(file, read)
    }
}

fn read(file: Opened) -> Result<Drafts, Fault> {
    let (name, path, bytes) = file.whole()?;
    let text = std::str::from_utf8(&bytes)
        .map_err(|error| Fault::file(&path, format!("JSON must be UTF-8, and byte {} is not", error.valid_up_to())))?;
    let value: Value =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| match error.line() {
            // A file of several values is JSON Lines under another name.
            2.. if error.to_string().starts_with("trailing characters") => {
                Fault::file(&path, "several JSON values: JSON Lines are read from files that are called .jsonl")
            }
            _ => Fault::file(&path, format!("not JSON: {error}")),
        })?;
    match value {
        Value::Object(object) => Ok(vec![item::draft(object, name, &path)]),
        Value::Array(values) => {
            let drafts = values.into_iter().enumerate().map(|(i, value)| {
                let place = format!("{path}, item {}", i + 1);
                match value {
                    Value::Object(object) => item::draft(object, format!("{name}:{}", i + 1), &place),
                    _ => Err(Fault::line(place, "not a JSON object")),
                }
            });
            Ok(drafts.collect())
        }
        _ => Err(Fault::file(path, "neither a JSON object nor a list of them")),
    }
}

register! {
    /// JSON: one article or a list of them, with the fields of JSON Lines, or as ninjs 1.x to 3.x.
    reader "json" Json
}
