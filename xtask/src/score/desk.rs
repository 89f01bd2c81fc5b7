//! Findings in one document: matched by place, one to one within a kind.

use super::gold::{Gold, Record};
use super::subset::holds;
use super::tally::Tally;
use super::{golden, of};
use serde_json::Value;

/// The kinds that are measured so, in the order of the table.
pub const KINDS: [&str; 7] = ["date", "figure", "quote", "source", "name", "set-aside", "meta"];
/// Of these the gold is not exhaustive: whatever else is found is free.
const INCOMPLETE: [&str; 2] = ["name", "set-aside"];
/// Zones in which a trap costs nothing when the finding says that it stands there.
const ASIDE: [&str; 3] = ["furniture", "credit", "byline"];

/// Counts the findings of the tally's kind in one document.
pub fn measure(tally: &mut Tally, document: &str, gold: &[Gold], records: &[Record]) {
    tally.complete = !INCOMPLETE.contains(&tally.kind);
    let (gold, found) = (golden(gold, tally.kind), of(records, tally.kind, document));
    let matched = pair(&gold, &found, |gold, found| right(gold, found, &gold.record, records));
    for (gold, hit) in gold.iter().zip(&matched) {
        if gold.absent {
            tally.traps += 1;
        } else if !gold.optional {
            tally.gold += 1;
            match hit.and_then(|i| found.get(i)) {
                None => tally.error("missed", document, &gold.record.text, &gold.record.data.to_string()),
                Some(hit) => {
                    tally.found += 1;
                    tally.findings += 1;
                    if right(gold, hit, &gold.record, records) {
                        tally.right += 1;
                    } else {
                        let more = format!("is not {}, but {}", gold.record.data, hit.data);
                        tally.error("wrong", document, &gold.record.text, &more);
                    }
                }
            }
        }
    }
    for (i, record) in found.iter().enumerate() {
        if matched.contains(&Some(i)) {
            continue;
        }
        let here = |gold: &&&Gold| near(gold, record);
        // A second finding of one item counts neither way.
        if gold.iter().filter(here).any(|gold| !gold.absent) {
            continue;
        }
        let trap = gold.iter().filter(here).find(|gold| gold.absent);
        let aside = |record: &Record| record.zone.as_deref().is_some_and(|zone| ASIDE.contains(&zone));
        match trap {
            Some(trap) if aside(record) && aside(&trap.record) => {}
            Some(_) => {
                tally.findings += 1;
                tally.sprung += 1;
                tally.error("trap", document, &record.text, &record.data.to_string());
            }
            None if tally.complete => {
                tally.findings += 1;
                tally.error("too much", document, &record.text, &record.data.to_string());
            }
            None => {}
        }
    }
}

/// Whether the two may be the same item: by field for what may have no place, else by place.
fn near(gold: &Gold, found: &Record) -> bool {
    if gold.record.kind == "meta" {
        return gold.record.data.get("field") == found.data.get("field");
    }
    gold.covers(found)
}

/// For each gold item the finding that is it: right ones first, what must be found before what may be, then the likest place.
fn pair(gold: &[&Gold], found: &[&Record], right: impl Fn(&Gold, &Record) -> bool) -> Vec<Option<usize>> {
    let mut pairs = Vec::new();
    for (g, item) in gold.iter().enumerate().filter(|(_, item)| !item.absent) {
        for (f, record) in found.iter().enumerate().filter(|(_, record)| near(item, record)) {
            pairs.push((!right(item, record), item.optional, 1000 - item.likeness(record).min(1000), g, f));
        }
    }
    pairs.sort_unstable();
    let mut matched = vec![None; gold.len()];
    let mut taken = vec![false; found.len()];
    for (.., g, f) in pairs {
        if let (Some(place @ None), Some(taken @ false)) = (matched.get_mut(g), taken.get_mut(f)) {
            (*place, *taken) = (Some(f), true);
        }
    }
    matched
}

/// Whether the data is right. The pieces of a quotation may lie in one finding or in several.
fn right(gold: &Gold, found: &Record, own: &Record, records: &[Record]) -> bool {
    let mut data = own.data.clone();
    let pieces = data.as_object_mut().and_then(|data| data.remove("spans"));
    if !holds(&data, &found.data, &gold.accept, &gold.exact) {
        return false;
    }
    let Some(Value::Array(pieces)) = pieces else { return true };
    let quotes = records.iter().filter(|r| r.kind == own.kind && r.document == own.document);
    let spans: Vec<&Value> = quotes.filter_map(|r| r.data.get("spans")?.as_array()).flatten().collect();
    pieces.iter().all(|piece| spans.iter().any(|span| holds(piece, span, &gold.accept, &[])))
}

#[cfg(test)]
mod tests {
    use super::super::gold;
    use super::*;

    const GOLD: &str = r#"{"document":"a","kind":"date","start":0,"end":6,"text":"Monday","data":{"value":"2031-05-05"},"accept":{"value":["XXXX-WXX-1"]}}
{"document":"a","kind":"date","start":10,"end":20,"text":"last month","data":{"value":"2031-04"}}
{"document":"a","kind":"date","start":30,"end":33,"text":"now","data":{"value":"PRESENT_REF"},"tier":"optional"}
{"document":"a","kind":"date","start":40,"end":43,"text":"may","data":{},"expect":"absent","zone":"body"}"#;

    fn count(found: &[(u64, u64, &str)]) -> Tally {
        let line = |(start, end, value): &(u64, u64, &str)| {
            format!(
                r#"{{"document":"a","kind":"date","start":{start},"end":{end},"text":"x","zone":"body","data":{{"value":"{value}"}}}}"#
            )
        };
        let records = gold::records(&found.iter().map(line).collect::<Vec<_>>().join("\n")).unwrap();
        let mut tally = Tally::new("date");
        measure(&mut tally, "a", &gold::read(GOLD).unwrap(), &records);
        tally
    }

    fn figures(tally: &Tally) -> [u64; 5] {
        [tally.gold, tally.findings, tally.found, tally.right, tally.sprung]
    }

    #[test]
    fn nothing_found_is_nothing_gained() {
        assert_eq!(figures(&count(&[])), [2, 0, 0, 0, 0]);
    }

    #[test]
    fn an_accepted_value_is_right_and_a_wrong_one_is_only_found() {
        assert_eq!(figures(&count(&[(0, 6, "XXXX-WXX-1"), (15, 20, "2031-03")])), [2, 2, 2, 1, 0]);
    }

    #[test]
    fn what_is_optional_or_found_twice_counts_neither_way() {
        assert_eq!(figures(&count(&[(0, 6, "2031-05-05"), (0, 3, "2031"), (30, 33, "x")])), [2, 1, 1, 1, 0]);
    }

    #[test]
    fn a_trap_and_what_stands_nowhere_are_errors() {
        assert_eq!(figures(&count(&[(40, 43, "2031-05"), (50, 55, "2031")])), [2, 2, 0, 0, 1]);
    }
}
