//! Side-cars: a JSON file that lies beside a text or a page and says what is given with it.
//!
//! `a.txt` has `a.txt.json`, `a.meta.json` or `a.json`, the first that is there.

use super::item;
use copydesk_core::Meta;
use copydesk_core::reader::{Articles, Draft, reason};
use serde_json::{Map, Value};
use std::fs;
use std::path::{Path, PathBuf};

/// A side-car is at most so long, in bytes: it holds a handful of fields.
const LONGEST: u64 = 1 << 20;

/// Where the side-car of a file may lie, in the order in which it is looked for.
pub fn places(path: &Path) -> [PathBuf; 3] {
    let mut whole = path.as_os_str().to_owned();
    whole.push(".json");
    [PathBuf::from(whole), path.with_extension("meta.json"), path.with_extension("json")]
}

/// Gives each article what its side-car says, where nothing else was given.
pub fn join(articles: Articles, sidecar: PathBuf) -> Articles {
    Box::new(articles.map(move |draft| {
        let mut draft = draft?;
        let place = sidecar.to_string_lossy().into_owned();
        match read(&sidecar) {
            Ok(fields) => give(&mut draft, fields, &place),
            Err(reason) => draft.warnings.push(format!("{place}: {reason}; nothing is taken from it")),
        }
        Ok(draft)
    }))
}

fn read(path: &Path) -> Result<Map<String, Value>, String> {
    let length = path.metadata().map_err(|error| reason(&error))?.len();
    if length > LONGEST {
        return Err(format!("a side-car may have at most {LONGEST} bytes"));
    }
    let text = fs::read_to_string(path).map_err(|error| reason(&error))?;
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| format!("not a JSON object: {error}"))
}

fn give(draft: &mut Draft, fields: Map<String, Value>, place: &str) {
    let given = item::meta(fields, place, &mut draft.warnings);
    if let Some(id) = given.id {
        draft.id = id;
    }
    let Meta { published, title, outlet, byline, url, language, event, extra } = given.meta;
    let mine = &mut draft.meta;
    for (slot, value) in [
        (&mut mine.published, published),
        (&mut mine.title, title),
        (&mut mine.outlet, outlet),
        (&mut mine.byline, byline),
        (&mut mine.language, language),
        (&mut mine.event, event),
    ] {
        if slot.is_none() {
            *slot = value;
        }
    }
    // What a page states of its own address is not given.
    mine.url = url.or(mine.url.take());
    for (name, value) in extra {
        mine.extra.entry(name).or_insert(value);
    }
}
