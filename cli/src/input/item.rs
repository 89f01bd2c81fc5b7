//! One JSON object as an article: in the words of the record contract, of the usual dumps, or of an agency.

use super::fields::{self, is_address, published, take};
use super::ninjs;
use copydesk_core::reader::{Draft, Fault};
use copydesk_core::{Meta, Source};
use serde_json::{Map, Value};

/// Makes an article of an object that stands at `place`; `fallback` is its id where it has none of its own.
///
/// # Errors
/// A [`Fault`] where it is no article.
pub fn draft(mut object: Map<String, Value>, fallback: String, place: &str) -> Result<Draft, Fault> {
    if ninjs::is_item(&object) {
        return ninjs::draft(object, fallback, place);
    }
    let mut draft = match text(&mut object).map_err(|reason| Fault::line(place, reason))? {
        Words::Text(field, text) => {
            let source = Source::verbatim(format!("{place}, field {field}"), text.as_bytes(), 0);
            Draft { text, source: Some(source), ..Draft::default() }
        }
        Words::Page(field, page) => copydesk_html::page(&format!("{place}, field {field}"), page.into_bytes(), None)?,
    };
    let given = meta(object, place, &mut draft.warnings);
    draft.id = given.id.unwrap_or(fallback);
    place.clone_into(&mut draft.other);
    draft.meta = given.meta;
    Ok(draft)
}

/// The words of an article and the field that they are in.
enum Words {
    Text(&'static str, String),
    Page(&'static str, String),
}

/// The text, by the first of its names that holds one; where there is only a page, that.
fn text(object: &mut Map<String, Value>) -> Result<Words, String> {
    let mut empty = None;
    for &name in fields::TEXT {
        match object.get(name) {
            Some(Value::String(text)) if !text.trim().is_empty() => {
                let text = take_string(object, name);
                return Ok(Words::Text(name, text));
            }
            Some(Value::String(_)) => empty = empty.or(Some(name)),
            Some(Value::Null) | None => {}
            Some(_) if name == "text" => return Err("`text` is not a string".to_owned()),
            Some(_) => {}
        }
    }
    let page = fields::PAGE.iter().find(|name| object.get(**name).is_some_and(|page| page.as_str().is_some()));
    match (page, empty) {
        (Some(name), _) => Ok(Words::Page(name, take_string(object, name))),
        // An article without words is a document without text.
        (None, Some(name)) => Ok(Words::Text(name, take_string(object, name))),
        (None, None) => Err("there is no `text`".to_owned()),
    }
}

fn take_string(object: &mut Map<String, Value>, name: &str) -> String {
    match object.remove(name) {
        Some(Value::String(text)) => text,
        _ => String::new(),
    }
}

/// What was given with a text.
pub struct Given {
    /// Its id.
    pub id: Option<String>,
    /// All else.
    pub meta: Meta,
}

/// Reads what is given with a text; what is not known is carried along.
pub fn meta(mut object: Map<String, Value>, place: &str, warnings: &mut Vec<String>) -> Given {
    let mut meta = Meta::EMPTY;
    // In trafilatura's output `source` is the address, and the outlet is in `hostname`.
    if let Some(Value::String(source)) = object.get("source").filter(|source| source.as_str().is_some_and(is_address)) {
        let source = source.clone();
        object.remove("source");
        object.entry("url").or_insert(Value::String(source));
    }
    let mut field = |names| take(&mut object, names, place, warnings);
    let id = field(fields::ID);
    let day = field(fields::PUBLISHED);
    meta.title = field(fields::TITLE);
    meta.outlet = field(fields::OUTLET);
    meta.byline = field(fields::BYLINE);
    meta.url = field(fields::URL);
    meta.language = field(fields::LANGUAGE);
    meta.event = field(fields::EVENT);
    meta.extra = object.into_iter().collect();
    match day.as_deref().map(published) {
        Some(Ok(day)) => meta.published = Some(day),
        Some(Err(reason)) => {
            let given = day.unwrap_or_default();
            warnings.push(format!("{place}: `published` is {given:?}, {reason}; the date counts as unknown"));
            meta.extra.insert("published".to_owned(), Value::String(given));
        }
        None => {}
    }
    Given { id, meta }
}
