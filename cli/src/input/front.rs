//! Front matter: what is given with a text, in a block before it.
//!
//! YAML between two lines of `---`, or TOML between two of `+++`, with the fields of JSON Lines. A text may begin with such a line for
//! another reason: what holds no field that is known is part of the text.

use super::fields;
use serde_json::{Map, Value};

/// Front matter is at most so long, in bytes: a horizontal rule at the head of a long text has no partner to be looked for.
const LONGEST: usize = 64 << 10;

/// The fields before a text, and where the text begins.
pub fn split(text: &str) -> Option<(Map<String, Value>, usize)> {
    let fence = text.get(..3).filter(|fence| matches!(*fence, "---" | "+++"))?;
    let mut lines = text.split_inclusive('\n');
    let first = lines.next()?;
    if first.trim_end() != fence {
        return None;
    }
    let mut at = first.len();
    for line in lines {
        if line.trim_end() == fence {
            let block = text.get(first.len()..at)?;
            let fields = if fence == "---" { yaml(block) } else { toml(block) }?;
            return is_known(&fields).then_some((fields, at + line.len()));
        }
        at += line.len();
        if at > LONGEST {
            return None;
        }
    }
    None
}

/// Whether some field is one that an article has.
fn is_known(given: &Map<String, Value>) -> bool {
    let known = [
        fields::ID,
        fields::PUBLISHED,
        fields::TITLE,
        fields::OUTLET,
        fields::BYLINE,
        fields::URL,
        fields::LANGUAGE,
        fields::EVENT,
    ];
    known.concat().iter().any(|name| given.contains_key(*name))
}

fn yaml(block: &str) -> Option<Map<String, Value>> {
    serde_saphyr::from_str(block).ok()
}

fn toml(block: &str) -> Option<Map<String, Value>> {
    let table: toml::Table = block.parse().ok()?;
    Some(table.into_iter().map(|(name, value)| (name, json(value))).collect())
}

/// A value of TOML, dates as they are written.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Boolean(truth) => Value::Bool(truth),
        toml::Value::Array(values) => values.into_iter().map(json).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(name, value)| (name, json(value))).collect())
        }
        // A number is carried along as it was written.
        number @ (toml::Value::Integer(_) | toml::Value::Float(_)) => Value::String(number.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_before_the_text() {
        for text in [
            "---\ntitle: \"Talks: a start\"\ndate: 2031-05-06\nauthors: [Ines Harrow, B. Lund]\n---\nTalks began.",
            "+++\ntitle = \"Talks: a start\"\ndate = 2031-05-06\nauthors = [\"Ines Harrow\", \"B. Lund\"]\n+++\nTalks began.",
        ] {
            let (given, at) = split(text).unwrap();
            assert_eq!(given["title"], "Talks: a start");
            assert_eq!(given["date"], "2031-05-06");
            assert_eq!(given["authors"][1], "B. Lund");
            assert_eq!(text.get(at..), Some("Talks began."));
        }
    }

    #[test]
    fn a_rule_is_no_fence() {
        for text in [
            "---\nTalks began.\n---\nThey ended.",
            "--- \nx: 1\n---\na",
            "---\ntitle: a\n",
            "---",
            "+++\n=\n+++\n",
            "–––",
        ] {
            assert!(split(text).is_none(), "{text}");
        }
    }
}
