//! Subset matching: the gold names what must be right, whatever else a finding says is free.

use rust_decimal::Decimal;
use serde_json::{Map, Value};

/// Lists whose order counts.
const ORDERED: [&str; 2] = ["chain", "parts"];
/// Of this list one element is enough: each side or link must touch one of the gold's places.
const ANY: &str = "evidence";

/// Whether a finding's data has all that the gold's names. `accept` holds other values that are right, by path.
pub fn holds(gold: &Value, found: &Value, accept: &Map<String, Value>, exact: &[String]) -> bool {
    Match { accept, exact }.holds(gold, found, "")
}

struct Match<'a> {
    accept: &'a Map<String, Value>,
    exact: &'a [String],
}

impl Match<'_> {
    fn holds(&self, gold: &Value, found: &Value, path: &str) -> bool {
        if self.same(gold, found, path) {
            return true;
        }
        let others = self.accept.get(path).and_then(Value::as_array).into_iter().flatten();
        others.into_iter().any(|other| self.same(other, found, path))
    }

    fn same(&self, gold: &Value, found: &Value, path: &str) -> bool {
        match (gold, found) {
            // A list of names may be a list of objects that have names.
            (Value::String(_), Value::Object(fields)) => {
                fields.get("name").is_some_and(|name| self.holds(gold, name, path))
            }
            (Value::Object(gold), Value::Object(found)) => {
                if let Some(touched) = touch(gold, found) {
                    return touched;
                }
                gold.iter().all(|(name, value)| {
                    let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    self.holds(value, found.get(name).unwrap_or(&Value::Null), &path)
                })
            }
            (Value::Array(gold), Value::Array(found)) => self.lists(gold, found, path),
            (Value::String(gold), Value::String(found)) if path.rsplit('.').next() == Some("text") => {
                let (gold, found) = (gold.to_lowercase(), found.to_lowercase());
                !found.is_empty() && (gold.contains(&found) || found.contains(&gold))
            }
            (Value::Number(_), _) => number(gold).is_some_and(|value| number(found) == Some(value)),
            _ => gold == found,
        }
    }

    fn lists(&self, gold: &[Value], found: &[Value], path: &str) -> bool {
        let name = path.rsplit('.').next().unwrap_or(path);
        if self.exact.iter().any(|exact| exact == path) && gold.len() != found.len() {
            return false;
        }
        if ORDERED.contains(&name) {
            let mut rest = found.iter();
            return gold.iter().all(|item| rest.any(|other| self.holds(item, other, path)));
        }
        let fits = |own: &Value, other: &Value| self.holds(own, other, path);
        if name == ANY {
            return gold.is_empty() || gold.iter().any(|own| found.iter().any(|other| fits(own, other)));
        }
        each_has_its_own(gold, &found.iter().collect::<Vec<_>>(), &fits)
    }
}

/// Whether every item can have another one of the list that fits it.
fn each_has_its_own(items: &[Value], free: &[&Value], fits: &impl Fn(&Value, &Value) -> bool) -> bool {
    let Some((first, rest)) = items.split_first() else { return true };
    (0..free.len()).filter(|&i| fits(first, free[i])).any(|i| {
        let left: Vec<&Value> = free.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, value)| *value).collect();
        each_has_its_own(rest, &left, fits)
    })
}

/// For two objects that are places: whether they share a byte of one document.
fn touch(gold: &Map<String, Value>, found: &Map<String, Value>) -> Option<bool> {
    let ends = |of: &Map<String, Value>| Some((of.get("start")?.as_u64()?, of.get("end")?.as_u64()?));
    let ((a, b), document) = (ends(gold)?, gold.get("document"));
    let same = document.is_none() || document == found.get("document");
    Some(same && ends(found).is_some_and(|(c, d)| a < d && c < b))
}

/// The exact decimal that a number, or digits in a string, stand for.
fn number(value: &Value) -> Option<Decimal> {
    let text = match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        _ => return None,
    };
    Decimal::from_str_exact(&text).or_else(|_| Decimal::from_scientific(&text)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn matches(gold: Value, found: Value) -> bool {
        holds(&gold, &found, &Map::new(), &[])
    }

    #[test]
    fn what_the_gold_does_not_name_is_free() {
        assert!(matches(json!({"value": 4000}), json!({"value": 4000.0, "unit": null, "bound": "~"})));
        assert!(!matches(json!({"value": 4000, "bound": "~"}), json!({"value": 4000})));
        assert!(matches(json!({"name": null}), json!({})));
        assert!(!matches(json!({"name": null}), json!({"name": "x"})));
        assert!(matches(json!({"value": 1.10}), json!({"value": "1.1"})));
    }

    #[test]
    fn text_matches_where_one_contains_the_other() {
        assert!(matches(json!({"cue": {"text": "Said"}}), json!({"cue": {"text": "has said", "start": 3, "end": 9}})));
        assert!(!matches(json!({"cue": {"text": "said"}}), json!({"cue": {"text": "told"}})));
        assert!(!matches(json!({"cue": {"text": "said"}}), json!({"cue": {"text": ""}})));
    }

    #[test]
    fn lists_match_in_any_order_but_for_chains() {
        assert!(matches(json!({"said_by": ["A", "B"]}), json!({"said_by": ["C", "B", "A"]})));
        assert!(matches(json!({"said_by": ["A"]}), json!({"said_by": [{"name": "A"}]})));
        assert!(!matches(json!({"said_by": ["A", "A"]}), json!({"said_by": ["A"]})));
        assert!(matches(
            json!({"chain": [{"name": "A"}, {"name": "C"}]}),
            json!({"chain": [{"name": "A"}, {"name": "B"}, {"name": "C"}]})
        ));
        assert!(!matches(json!({"parts": [2, 1]}), json!({"parts": [1, 2]})));
        let exact = ["roots".to_owned()];
        assert!(!holds(&json!({"roots": ["A"]}), &json!({"roots": ["A", "B"]}), &Map::new(), &exact));
    }

    #[test]
    fn other_values_are_right_by_path() {
        let accept = json!({"sides.value": ["XXXX-WXX"]});
        let accept = accept.as_object().unwrap();
        assert!(holds(
            &json!({"sides": [{"value": "2031-W18"}]}),
            &json!({"sides": [{"value": "XXXX-WXX"}]}),
            accept,
            &[]
        ));
        assert!(!holds(&json!({"value": "2031-W18"}), &json!({"value": "XXXX-WXX"}), accept, &[]));
    }

    #[test]
    fn a_place_matches_by_a_common_byte() {
        let place = |document: &str, start: u64, end: u64| json!({"evidence": [{"document": document, "start": start, "end": end, "text": "x"}]});
        assert!(matches(place("a", 10, 20), place("a", 19, 30)));
        assert!(!matches(place("a", 10, 20), place("a", 20, 30)));
        assert!(!matches(place("a", 10, 20), place("b", 10, 20)));
    }
}
