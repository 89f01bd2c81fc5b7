//! Conflicts that a person has judged by reading the passages, and what became of them.
//!
//! `plugins/claims/tests/judged.jsonl` holds one a line: the corpus (`gva`, `ecb`), the rule that had fired, whether it was right, and a
//! place on each side (document, first byte, one past the last), no text. Right is what a fact-checker would want to see: the passages are
//! of one thing and can't both be true. A conflict is *reported still* when two of its places stand on two sides of one conflict whose
//! class says that something is to be checked. A rule that silences wrong ones and keeps right ones shows in the two counts; conflicts that
//! nobody has judged show in neither.

use super::share;
use crate::score::gold::Record;
use anyhow::{Context, Result};
use serde_json::Value;
use std::fmt::Write as _;

/// Classes that ask for a check; the others say that there is no conflict, and why.
const GRAVE: [&str; 4] = ["contradiction", "same-source-different-figure", "report-date-vs-event-date", "unresolved"];

/// How many of the judged conflicts are reported still, and which, where they are asked for (`judged`).
pub fn page(judged: &str, gva: &[Record], ecb: &[Record], errors: Option<&str>) -> Result<String> {
    let mut page = String::new();
    let (mut counts, mut kept) = ([0; 2], [0; 2]);
    for (number, line) in judged.lines().enumerate() {
        let line: Value = serde_json::from_str(line).with_context(|| format!("judged.jsonl, line {}", number + 1))?;
        let right = line["right"].as_bool().context("a verdict")?;
        let found = if line["corpus"] == "gva" { gva } else { ecb };
        let still = found.iter().any(|record| is_grave(record) && is_same(record, &line));
        counts[usize::from(right)] += 1;
        kept[usize::from(right)] += usize::from(still);
        if errors == Some("judged") && still != right {
            let _ = writeln!(page, "{} {line}", if right { "no longer reported:" } else { "reported still:" });
        }
    }
    let [wrong, right] = kept;
    let _ = writeln!(
        page,
        "judged conflicts reported still: right ones {}, wrong ones {}; of those {} are right",
        share(right, counts[1]),
        share(wrong, counts[0]),
        share(right, right + wrong)
    );
    Ok(page)
}

fn is_grave(record: &Record) -> bool {
    record.kind == "conflict" && record.data["class"].as_str().is_some_and(|class| GRAVE.contains(&class))
}

/// Whether two sides of the conflict have a judged place each.
fn is_same(record: &Record, judged: &Value) -> bool {
    let places = || judged["sides"].as_array().into_iter().flatten();
    let sides = record.data["sides"].as_array().into_iter().flatten();
    let stands = |side: &Value, place: &Value| {
        side["evidence"].as_array().into_iter().flatten().any(|evidence| touches(evidence, place))
    };
    sides.filter(|side| places().any(|place| stands(side, place))).count() > 1
}

/// Whether two places of one article overlap; where incidents are given, the article's id has the incident behind an `@`.
fn touches(evidence: &Value, place: &Value) -> bool {
    let document = evidence["document"].as_str().map(|id| id.split('@').next().unwrap_or(id));
    let end = |of: &Value, name: &str| of[name].as_u64().unwrap_or_default();
    document == place["document"].as_str()
        && end(evidence, "start") < end(place, "end")
        && end(place, "start") < end(evidence, "end")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::gold::records;

    #[test]
    fn a_judged_conflict_is_known_by_two_of_its_places_on_two_sides() {
        let judged = concat!(
            r#"{"corpus":"gva","rule":"contradiction","right":true,"sides":[{"document":"a","start":3,"end":5},{"document":"b","start":7,"end":9}]}"#,
            "\n",
            r#"{"corpus":"gva","rule":"contradiction","right":false,"sides":[{"document":"c","start":3,"end":5},{"document":"b","start":7,"end":9}]}"#
        );
        let conflict = |class: &str| {
            let side = |id: &str, start: u64| {
                format!(r#"{{"value":1,"evidence":[{{"document":"{id}@9","start":{start},"end":{}}}]}}"#, start + 2)
            };
            let sides = [side("a", 4), side("b", 7)].join(",");
            records(&format!(
                r#"{{"kind":"conflict","evidence":[],"data":{{"class":"{class}","on":"figure","sides":[{sides}]}}}}"#
            ))
            .unwrap()
        };
        let still = page(judged, &conflict("contradiction"), &[], None).unwrap();
        assert!(still.contains("right ones 1 of 1 (100.0 %), wrong ones 0 of 1 (0.0 %)"), "{still}");
        let milder = page(judged, &conflict("update"), &[], None).unwrap();
        assert!(milder.contains("right ones 0 of 1 (0.0 %), wrong ones 0 of 1"), "{milder}");
    }
}
