//! What the fields of a JSON article are called: by the record contract first, then by the tools whose dumps are common.
//!
//! Read off the code and documentation of news-please 1.6 (`maintext`, `date_publish`, `source_domain`), trafilatura 2 (`raw_text`,
//! `hostname`, `sitename`), newspaper4k 0.9 (`publish_date`, `meta_lang`, `authors`) and the CC-NEWS dumps made with them (`domain`).

use serde_json::{Map, Value};

/// The names of the text.
pub const TEXT: &[&str] = &["text", "maintext", "raw_text", "plain_text", "article_text", "content", "body"];
/// The names of a whole page, where there is no text.
pub const PAGE: &[&str] = &["html", "raw_html", "body_html", "content_html", "body_xhtml"];
/// The names of the id.
pub const ID: &[&str] = &["id", "doc_id"];
/// The names of the day of publication. When it was fetched or changed is something else.
pub const PUBLISHED: &[&str] =
    &["published", "dct", "date", "date_publish", "publish_date", "published_date", "date_published", "pubDate"];
/// The names of the headline.
pub const TITLE: &[&str] = &["title", "headline"];
/// The names of the outlet.
pub const OUTLET: &[&str] = &[
    "outlet",
    "source",
    "sitename",
    "site_name",
    "source_name",
    "hostname",
    "source-hostname",
    "source_domain",
    "domain",
];
/// The names of the author.
pub const BYLINE: &[&str] = &["byline", "author", "authors"];
/// The names of the address.
pub const URL: &[&str] = &["url", "link", "canonical_link", "source_url"];
/// The names of the language.
pub const LANGUAGE: &[&str] = &["language", "lang", "meta_lang"];
/// The name of the group.
pub const EVENT: &[&str] = &["event"];

/// Takes a field by the first of its names that is there. An empty one is as good as none; one that is neither a string nor a list
/// of strings stays where it is, to be carried along. A number is a fine id.
pub fn take(
    fields: &mut Map<String, Value>,
    names: &[&str],
    place: &str,
    warnings: &mut Vec<String>,
) -> Option<String> {
    for &name in names {
        let value = match fields.get(name) {
            Some(Value::String(value)) => value.trim().to_owned(),
            Some(Value::Number(number)) if names == ID => number.to_string(),
            Some(Value::Array(values)) if names == BYLINE && values.iter().all(Value::is_string) => {
                values.iter().filter_map(Value::as_str).map(str::trim).collect::<Vec<_>>().join(", ")
            }
            Some(Value::Null) | None => String::new(),
            Some(_) => {
                warnings.push(format!("{place}: `{name}` is not a string; it is carried along, and not used"));
                continue;
            }
        };
        if fields.get(name).is_some() {
            fields.remove(name);
        }
        if !value.is_empty() {
            return Some(value);
        }
    }
    None
}

/// A publication date as it may be given: an ISO 8601 date or date-time, kept as it is but for a space in place of the `T`. Midnight
/// sharp and no zone is how some tools write a day.
///
/// # Errors
/// What is wrong with it.
pub fn published(text: &str) -> Result<String, String> {
    let day = text.strip_suffix(" 00:00:00").unwrap_or(text);
    if day.parse::<jiff::civil::Date>().is_err() && text.parse::<jiff::Timestamp>().is_err() {
        return Err("not a date like 2031-05-06 or 2031-05-06T11:27".to_owned());
    }
    match day.split_once(' ') {
        Some((date, time)) => Ok(format!("{date}T{time}")),
        None => Ok(day.to_owned()),
    }
}

/// Whether this is an address.
pub fn is_address(value: &str) -> bool {
    value.starts_with("http://") || value.starts_with("https://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_publication_date_is_a_day_with_or_without_a_time() {
        for good in ["2031-05-06", "2031-05-06T11:27", "2031-05-06T11:27:00+09:00", "2031-05-06T11:27:00Z"] {
            assert_eq!(published(good).as_deref(), Ok(good));
        }
        assert_eq!(published("2031-05-06 11:27:00").as_deref(), Ok("2031-05-06T11:27:00"));
        assert_eq!(published("2031-05-06 00:00:00").as_deref(), Ok("2031-05-06"));
        assert_eq!(published("2031-05-06 11:27:00+00:00").as_deref(), Ok("2031-05-06T11:27:00+00:00"));
        for bad in ["", "yesterday", "2031-13-01", "2031-02-29", "6.5.2031", "2031-05"] {
            assert!(published(bad).is_err(), "{bad}");
        }
    }
}
