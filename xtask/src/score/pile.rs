//! Findings over several documents: matched by what they stand on, because what they are about is free wording.

use super::gold::{Gold, Record};
use super::golden;
use super::subset::holds;
use super::tally::Tally;
use serde_json::{Map, Value, json};

/// The kinds that are measured so, in the order of the table.
pub const KINDS: [&str; 8] = ["cluster", "copy", "conflict", "agreement", "drift", "event", "origin", "pile"];
/// Of these kinds whatever else is found is wrong.
const COMPLETE: [&str; 4] = ["cluster", "conflict", "origin", "pile"];
/// Conflicts of other classes (updates, grains, other objects) are free.
const COUNTED: [&str; 3] = ["contradiction", "report-date-vs-event-date", "same-source-different-figure"];

/// Counts the findings of the tally's kind.
pub fn measure(tally: &mut Tally, gold: &[Gold], records: &[Record]) {
    tally.complete = COMPLETE.contains(&tally.kind);
    let gold = golden(gold, tally.kind);
    let found: Vec<&Record> = records.iter().filter(|r| r.kind == tally.kind && r.document.is_none()).collect();
    let wanted: Vec<&Gold> = gold.iter().copied().filter(|item| !item.absent).collect();
    let mut taken = vec![false; found.len()];
    // Those that are right choose first: several lines of a timeline may stand on one place.
    for (item, hit) in pair(&wanted, &found, &mut taken) {
        if item.optional {
            continue;
        }
        tally.gold += 1;
        let Some(hit) = hit else {
            tally.error("missed", "", &words(item), &item.record.data.to_string());
            continue;
        };
        tally.found += 1;
        tally.findings += 1;
        if right(item, hit) {
            tally.right += 1;
        } else {
            tally.error("wrong", "", &words(item), &format!("is not {}, but {}", item.record.data, hit.data));
        }
    }
    let traps: Vec<&Gold> = gold.iter().copied().filter(|item| item.absent).collect();
    tally.traps += traps.len() as u64;
    for trap in &traps {
        if let Some(record) = found.iter().find(|record| near(trap, record) && right(trap, record)) {
            tally.sprung += 1;
            tally.error("trap", "", &words(trap), &record.data.to_string());
        }
    }
    let counts = |record: &Record| {
        let class = record.data.get("class").and_then(Value::as_str);
        record.kind != "conflict" || class.is_some_and(|class| COUNTED.contains(&class))
    };
    for (record, _) in found.iter().zip(&taken).filter(|(record, taken)| !**taken && counts(record)) {
        if tally.complete && !wanted.iter().any(|item| near(item, record)) {
            tally.findings += 1;
            tally.error("too much", "", "", &record.data.to_string());
        }
    }
}

fn pair<'a>(gold: &[&'a Gold], found: &[&'a Record], taken: &mut [bool]) -> Vec<(&'a Gold, Option<&'a Record>)> {
    let mut pairs = Vec::new();
    for (g, item) in gold.iter().enumerate() {
        for (f, record) in found.iter().enumerate().filter(|(_, record)| near(item, record)) {
            pairs.push((!right(item, record), item.optional, g, f));
        }
    }
    pairs.sort_unstable();
    let mut hits: Vec<Option<&Record>> = vec![None; gold.len()];
    for (.., g, f) in pairs {
        if let (Some(hit @ None), Some(taken @ false), Some(record)) = (hits.get_mut(g), taken.get_mut(f), found.get(f))
        {
            (*hit, *taken) = (Some(*record), true);
        }
    }
    gold.iter().copied().zip(hits).collect()
}

/// Whether a finding stands on what the gold stands on.
fn near(gold: &Gold, found: &Record) -> bool {
    let (own, other) = (&gold.record.data, &found.data);
    let has = |part: Value, exact: &[String]| holds(&part, other, &Map::new(), exact);
    match gold.record.kind.as_str() {
        "cluster" | "copy" => has(json!({"documents": own["documents"]}), &["documents".to_owned()]),
        "origin" => own["document"] == other["document"],
        // The pile of a cluster is the one whose outlets stand on one of its documents.
        "pile" => documents(own).any(|document| documents(other).any(|d| d == document)),
        // Each side stands on another one of the finding's.
        "conflict" => {
            let sides = own["sides"].as_array().into_iter().flatten();
            let sides: Vec<Value> = sides.map(|side| json!({"evidence": side["evidence"]})).collect();
            has(json!({"on": own["on"], "sides": sides}), &[])
        }
        "drift" => has(json!({"variants": own["variants"]}), &[]),
        // Two articles at least must be seen to agree; a line of the timeline may stand on one.
        "agreement" => touched(own, other) >= 2,
        _ => touched(own, other) >= 1,
    }
}

/// Whether the rest is right too; `about` is free wording.
fn right(gold: &Gold, found: &Record) -> bool {
    let mut own = gold.record.data.clone();
    if let Some(own) = own.as_object_mut() {
        own.remove("about");
    }
    holds(&own, &found.data, &gold.accept, &gold.exact)
}

/// How many of the gold's places the finding's evidence touches.
fn touched(own: &Value, other: &Value) -> usize {
    let places = |of: &Value| of["evidence"].as_array().cloned().unwrap_or_default();
    let (gold, found) = (places(own), places(other));
    let hit = |a: &Value| found.iter().any(|b| holds(a, b, &Map::new(), &[]));
    gold.iter().filter(|place| hit(place)).count()
}

/// The documents behind the outlets of a pile.
fn documents(pile: &Value) -> impl Iterator<Item = &Value> {
    let outlets = pile["outlets"].as_array().into_iter().flatten();
    outlets.filter_map(|outlet| outlet["documents"].as_array()).flatten()
}

/// What an item is about, for people.
fn words(gold: &Gold) -> String {
    let data = &gold.record.data;
    let about = ["about", "speaker", "document"].iter().find_map(|name| data[name].as_str());
    let documents = || documents(data).chain(data["documents"].as_array().into_iter().flatten());
    about.map_or_else(|| documents().filter_map(Value::as_str).collect::<Vec<_>>().join(", "), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::super::gold;
    use super::*;

    const GOLD: &str = r#"{"kind":"conflict","data":{"about":"boats","on":"figure","class":"contradiction","sides":[{"value":40,"evidence":[{"document":"a","start":5,"end":7}]},{"value":50,"evidence":[{"document":"b","start":5,"end":7},{"document":"c","start":1,"end":3}]}]},"accept":{"class":["unresolved"]}}
{"kind":"conflict","data":{"on":"figure","class":"contradiction","sides":[{"value":9,"evidence":[{"document":"c","start":90,"end":91}]}]},"expect":"absent"}"#;

    fn conflict(class: &str, sides: &[(&str, u64, u64)]) -> String {
        let side = |(document, start, value): &(&str, u64, u64)| json!({"value": value, "evidence": [{"document": document, "start": start, "end": start + 2}]});
        let sides: Vec<Value> = sides.iter().map(side).collect();
        json!({"kind": "conflict", "evidence": [], "data": {"about": "x", "on": "figure", "class": class, "sides": sides}}).to_string()
    }

    fn count(found: &[String]) -> [u64; 5] {
        let mut tally = Tally::new("conflict");
        measure(&mut tally, &gold::read(GOLD).unwrap(), &gold::records(&found.join("\n")).unwrap());
        [tally.gold, tally.findings, tally.found, tally.right, tally.sprung]
    }

    #[test]
    fn a_conflict_is_known_by_where_its_sides_stand() {
        assert_eq!(count(&[]), [1, 0, 0, 0, 0]);
        assert_eq!(count(&[conflict("unresolved", &[("c", 1, 50), ("a", 6, 40), ("d", 1, 3)])]), [1, 1, 1, 1, 0]);
        assert_eq!(count(&[conflict("update", &[("c", 1, 50), ("a", 6, 40)])]), [1, 1, 1, 0, 0]);
        assert_eq!(count(&[conflict("unresolved", &[("a", 5, 40), ("a", 6, 50)])]), [1, 0, 0, 0, 0]);
    }

    #[test]
    fn another_contradiction_is_too_much_and_an_update_is_free() {
        assert_eq!(count(&[conflict("contradiction", &[("d", 1, 1), ("e", 1, 2)])]), [1, 1, 0, 0, 0]);
        assert_eq!(count(&[conflict("update", &[("d", 1, 1), ("e", 1, 2)])]), [1, 0, 0, 0, 0]);
        assert_eq!(count(&[conflict("contradiction", &[("c", 90, 9), ("e", 1, 2)])]), [1, 1, 0, 0, 1]);
    }
}
