//! Whether what stands together belongs together: copied pairs, and clusters.

use super::{Incident, documents, share};
use crate::score::gold::Record;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The share of an article's words that must stand in the other one for the pair to be counted, in thousandths.
const CONTAINMENT: u64 = 150;

/// Pairs of which so much of one stands in the other: how many are of one incident.
pub fn copies(incidents: &[Incident], found: &[Record], errors: Option<&str>) -> String {
    let mut page = String::new();
    let (mut pairs, mut right) = (0, 0);
    for record in found.iter().filter(|record| record.kind == "copy" && contained(record)) {
        let both = documents(record);
        let of_one = |incident: &Incident| both.iter().all(|document| incident.documents.contains(*document));
        pairs += 1;
        if incidents.iter().any(of_one) {
            right += 1;
        } else if errors == Some("copy") {
            let both: Vec<&str> = both.into_iter().collect();
            let _ = writeln!(page, "copy: {} {}", both.join(" "), record.data["coverage"]);
        }
    }
    let _ = writeln!(page, "copies with containment >= 0.15: of one incident {}", share(right, pairs));
    page
}

fn contained(record: &Record) -> bool {
    let shares = record.data["coverage"].as_array().into_iter().flatten();
    shares.filter_map(Value::as_f64).any(|share| (share * 1000.0).round() as u64 >= CONTAINMENT)
}

/// Documents with the groups that they are of; one may be of several.
pub type Groups = BTreeMap<String, BTreeSet<String>>;

/// B³ of the clusters (Bagga and Baldwin 1998): for every document, how much of its cluster is of its group, and how much of its
/// group is in its cluster. Then whether documents of different topics were compared.
pub fn clusters(title: &str, groups: &Groups, topics: &Groups, found: &[Record], errors: Option<&str>) -> String {
    let clusters: Vec<BTreeSet<&str>> = found.iter().filter(|r| r.kind == "cluster").map(documents).collect();
    let (mut precision, mut recall, mut all) = (0.0, 0.0, 0);
    for cluster in &clusters {
        for document in cluster {
            let Some(own) = groups.get(*document) else { continue };
            let alike = |other: &&&str| groups.get(**other).is_some_and(|groups| !groups.is_disjoint(own));
            let common = cluster.iter().filter(alike).count() as f64;
            let group = groups.values().filter(|groups| !groups.is_disjoint(own)).count() as f64;
            precision += common / cluster.len() as f64;
            recall += common / group;
            all += 1;
        }
    }
    let (precision, recall) = (precision / f64::from(all), recall / f64::from(all));
    let f1 = 2.0 * precision * recall / (precision + recall);
    let mut page = format!(
        "clusters of {title}: {} of {all} documents, B³ P {:.1} R {:.1} F1 {:.1}\n",
        clusters.len(),
        precision * 100.0,
        recall * 100.0,
        f1 * 100.0
    );
    for kind in ["cluster", "copy", "conflict", "agreement"] {
        let of_kind = found.iter().filter(|record| record.kind == kind);
        let all = of_kind.clone().count();
        let mixed: Vec<BTreeSet<&str>> = of_kind.map(documents).filter(|documents| apart(documents, topics)).collect();
        let _ = writeln!(page, "  {kind} over different topics: {}", share(mixed.len(), all));
        if errors == Some(kind) {
            for documents in mixed {
                let _ = writeln!(page, "    {}", documents.into_iter().collect::<Vec<_>>().join(" "));
            }
        }
    }
    page
}

/// Whether two of the documents have no topic in common.
fn apart(documents: &BTreeSet<&str>, topics: &Groups) -> bool {
    let mut known = documents.iter().filter_map(|document| topics.get(*document));
    let Some(first) = known.next() else { return false };
    known.any(|other| other.is_disjoint(first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::gold::records;

    #[test]
    fn a_cluster_of_two_topics_costs_precision_and_is_said() {
        let found = records(r#"{"kind":"cluster","evidence":[],"data":{"documents":["a","b","c"]}}"#).unwrap();
        let groups: Groups =
            [("a", "1"), ("b", "1"), ("c", "2")].map(|(d, g)| (d.to_owned(), BTreeSet::from([g.to_owned()]))).into();
        let page = clusters("toys", &groups, &groups, &found, None);
        assert!(page.contains("P 55.6 R 100.0 F1 71.4"), "{page}");
        assert!(page.contains("cluster over different topics: 1"), "{page}");
    }

    #[test]
    fn a_pair_counts_by_the_larger_share() {
        let pair = |a: &str, share: &str| {
            format!(r#"{{"kind":"copy","evidence":[],"data":{{"documents":["{a}","b"],"coverage":[0.01,{share}]}}}}"#)
        };
        let found = records(&[pair("a", "0.2"), pair("z", "0.15"), pair("y", "0.14")].join("\n")).unwrap();
        let documents = ["a", "b"].map(str::to_owned).into();
        let incident = Incident { id: "1".to_owned(), killed: 0, injured: 0, documents, aside: false };
        assert!(copies(&[incident], &found, None).contains("1 of 2 (50.0 %)"));
    }
}
