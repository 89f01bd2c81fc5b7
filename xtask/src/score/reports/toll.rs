//! Whether the number that copydesk puts first is the number on record.

use super::{Incident, documents, share};
use crate::score::gold::Record;
use serde_json::Value;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What is asked of every incident.
const ASKED: [&str; 2] = ["killed", "injured"];

/// The findings that are of each incident, in the order of the incidents.
pub type Findings<'a> = Vec<Vec<&'a Record>>;

/// Findings by the event that stands behind the `@` of each document's id.
pub fn by_event<'a>(incidents: &[Incident], found: &'a [Record]) -> Findings<'a> {
    let mut by_event: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    for record in found.iter().filter(|record| record.document.is_none()) {
        let event = documents(record).first().and_then(|document| document.rsplit_once('@'));
        by_event.entry(event.map_or("", |(_, event)| event)).or_default().push(record);
    }
    incidents.iter().map(|incident| by_event.remove(incident.id.as_str()).unwrap_or_default()).collect()
}

/// Findings by the cluster that holds most of the incident's documents.
pub fn by_cluster<'a>(incidents: &[Incident], found: &'a [Record]) -> Findings<'a> {
    let clusters: Vec<BTreeSet<&str>> =
        found.iter().filter(|record| record.kind == "cluster").map(documents).filter(|c| c.len() > 1).collect();
    let cluster_of: BTreeMap<&str, usize> = clusters
        .iter()
        .enumerate()
        .flat_map(|(i, cluster)| cluster.iter().map(move |document| (*document, i)))
        .collect();
    let mut by_cluster: BTreeMap<usize, Vec<&Record>> = BTreeMap::new();
    for record in found.iter().filter(|record| matches!(record.kind.as_str(), "agreement" | "conflict")) {
        if let Some(cluster) = documents(record).first().and_then(|document| cluster_of.get(document)) {
            by_cluster.entry(*cluster).or_default().push(record);
        }
    }
    let own = |incident: &Incident| {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for cluster in incident.documents.iter().filter_map(|document| cluster_of.get(document.as_str())) {
            *counts.entry(*cluster).or_default() += 1;
        }
        let most = counts.into_iter().filter(|(_, n)| *n > 1).max_by_key(|(cluster, n)| (*n, Reverse(*cluster)));
        most.and_then(|(cluster, _)| by_cluster.get(&cluster).cloned()).unwrap_or_default()
    };
    incidents.iter().map(own).collect()
}

/// The item that counts: with most articles, of equal ones a conflict, which has the agreement among its sides.
fn item<'a>(found: &[&'a Record], asked: &str) -> Option<&'a Record> {
    let on = |record: &&&Record| record.data["on"] == "figure" && record.data["about"] == asked;
    let items = found.iter().filter(on).enumerate();
    items.max_by_key(|(i, record)| (documents(record).len(), record.kind == "conflict", Reverse(*i))).map(|(_, r)| *r)
}

/// The values of an item, first things first.
fn values(item: &Record) -> Vec<&Value> {
    match item.data["sides"].as_array() {
        Some(sides) => sides.iter().map(|side| &side["value"]).collect(),
        None => vec![&item.data["value"]],
    }
}

#[derive(Default)]
struct Count {
    asked: usize,
    first: usize,
    conflicts: usize,
    listed: usize,
}

/// The figures, and the errors where they are asked for.
pub fn page(title: &str, incidents: &[Incident], found: &Findings<'_>, errors: Option<&str>) -> String {
    let mut page = format!("{title}:\n");
    for aside in [false, true] {
        let mut whole = Count::default();
        for asked in ASKED {
            let mut count = Count::default();
            for (incident, found) in incidents.iter().zip(found).filter(|(incident, _)| incident.aside == aside) {
                let truth = if asked == "killed" { incident.killed } else { incident.injured };
                let Some(item) = item(found, asked) else { continue };
                let values = values(item);
                let right = |value: &&Value| value.as_u64() == Some(truth);
                let first = values.first().is_some_and(right);
                let listed = values.iter().any(right);
                count.asked += 1;
                count.first += usize::from(first);
                if item.kind == "conflict" {
                    count.conflicts += 1;
                    count.listed += usize::from(listed);
                }
                if errors == Some(asked) && !aside && !first {
                    let _ = writeln!(page, "{asked} {truth} in {}: {}", incident.id, said(item));
                }
            }
            let _ = writeln!(page, "  {asked:<8} {}", count.row(aside));
            whole.asked += count.asked;
            whole.first += count.first;
            whole.conflicts += count.conflicts;
            whole.listed += count.listed;
        }
        let _ = writeln!(page, "  {:<8} {}", "both", whole.row(aside));
    }
    page
}

impl Count {
    fn row(&self, aside: bool) -> String {
        let part = if aside { "kept aside" } else { "others" };
        let (first, listed) = (share(self.first, self.asked), share(self.listed, self.conflicts));
        format!("{part:<10} first value right {first:<24} number on record among the sides of a conflict {listed}")
    }
}

/// An item with its places, for people.
fn said(item: &Record) -> String {
    let sides = item.data["sides"].as_array().cloned().unwrap_or_else(|| vec![item.data.clone()]);
    let places = |side: &Value| {
        let places = side["evidence"].as_array().cloned().unwrap_or_default();
        let place = |p: &Value| {
            format!(
                "{} {}: “{}”",
                p["document"].as_str().unwrap_or_default(),
                p["start"],
                p["text"].as_str().unwrap_or_default()
            )
        };
        places.iter().map(place).collect::<Vec<_>>().join("; ")
    };
    let side = |side: &Value| format!("\n    {} in {}", side["value"], places(side));
    format!(
        "{} {}{}",
        item.kind,
        item.data["class"].as_str().unwrap_or_default(),
        sides.iter().map(side).collect::<String>()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::gold::records;
    use serde_json::json;

    fn incidents() -> Vec<Incident> {
        let documents = |ids: [&str; 2]| ids.map(str::to_owned).into();
        vec![
            Incident { id: "1".to_owned(), killed: 2, injured: 0, documents: documents(["a", "b"]), aside: false },
            Incident { id: "2".to_owned(), killed: 0, injured: 3, documents: documents(["c", "d"]), aside: true },
        ]
    }

    fn agreement(about: &str, value: u64, ids: [&str; 2]) -> Value {
        let evidence = ids.map(|id| json!({"document": id}));
        json!({"kind": "agreement", "evidence": evidence, "data": {"on": "figure", "about": about, "value": value}})
    }

    fn conflict(about: &str, values: [u64; 2], ids: [&str; 2]) -> Value {
        let sides = [0, 1].map(|i| json!({"value": values[i], "evidence": [{"document": ids[i]}]}));
        let evidence = ids.map(|id| json!({"document": id}));
        json!({"kind": "conflict", "evidence": evidence, "data": {"on": "figure", "about": about, "sides": sides}})
    }

    fn read(lines: &[Value]) -> Vec<Record> {
        records(&lines.iter().map(Value::to_string).collect::<Vec<_>>().join("\n")).unwrap()
    }

    #[test]
    fn incidents_that_were_given_are_told_by_the_ids() {
        let found = read(&[
            agreement("killed", 2, ["a@1", "b@1"]),
            conflict("injured", [4, 3], ["c@2", "d@2"]),
            agreement("officer killed", 9, ["a@1", "b@1"]),
        ]);
        let incidents = incidents();
        let page = page("given", &incidents, &by_event(&incidents, &found), None);
        assert!(page.contains("  killed   others     first value right 1 of 1 (100.0 %)"), "{page}");
        assert!(page.contains("  injured  kept aside first value right 0 of 1 (0.0 %)"), "{page}");
        assert!(page.contains("among the sides of a conflict 1 of 1 (100.0 %)"), "{page}");
    }

    #[test]
    fn a_cluster_is_of_the_incident_of_which_it_holds_most() {
        let cluster = |ids: &[&str]| json!({"kind": "cluster", "evidence": [], "data": {"documents": ids}});
        let found = read(&[cluster(&["a", "b", "c"]), cluster(&["d"]), conflict("killed", [7, 2], ["a", "b"])]);
        let incidents = incidents();
        let findings = by_cluster(&incidents, &found);
        assert_eq!(findings.iter().map(Vec::len).collect::<Vec<_>>(), [1, 0]);
        let page = page("found", &incidents, &findings, Some("killed"));
        assert!(page.contains("killed 2 in 1: conflict"), "{page}");
    }
}
