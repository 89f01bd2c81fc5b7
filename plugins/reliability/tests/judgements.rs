//! The file of judgements: every signal that fired on thirty articles, and those of some rules on two piles, read and judged. Its form, its sums, and what
//! they must come to.

use copydesk_core::Analyzer;
use copydesk_reliability::Reliability;
use std::collections::BTreeMap;

/// A rule that is right less often is mended, or off by default.
const LEAST_PER_CENT: u32 = 90;

#[test]
fn the_judgements_add_up() {
    let file = include_str!("judgements.txt");
    let mut counted: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    let mut stated: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for line in file.lines() {
        if let Some(sum) = line.strip_prefix("#= ") {
            let cells: Vec<&str> = sum.split_whitespace().collect();
            let [rule, right, "of", all, ..] = cells.as_slice() else { panic!("{line}") };
            stated.insert(rule, (right.parse().unwrap(), all.parse().unwrap()));
        }
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        let [document, place, rule, verdict] = cells.as_slice() else { panic!("{line}") };
        let (corpus, number) = document.split_once(':').unwrap_or_else(|| panic!("{line}"));
        assert!(["train", "dev", "gum", "gva", "ecb"].contains(&corpus) && number.parse::<u32>().is_ok(), "{line}");
        if *place != "-" {
            let (start, end) = place.split_once('-').unwrap();
            assert!(start.parse::<u32>().unwrap() < end.parse::<u32>().unwrap(), "{line}");
        }
        assert!(Reliability::RULES.iter().any(|known| known.name == *rule), "{line}");
        let sum = counted.entry(rule).or_default();
        sum.1 += 1;
        match *verdict {
            "right" => sum.0 += 1,
            "wrong" => {}
            other => panic!("{other:?} in {line}"),
        }
    }
    assert!(!counted.is_empty());
    assert_eq!(counted, stated, "the head of the file has other sums than its lines");
    let page = include_str!("../README.md");
    for rule in Reliability::RULES {
        let (right, all) = counted.get(rule.name).copied().unwrap_or_default();
        assert!(right * 100 >= all * LEAST_PER_CENT, "{}: {right} of {all}", rule.name);
        let said = if all == 0 { "–".to_owned() } else { format!("{right} of {all}") };
        let line = format!("| `{}` | {said} |", rule.name);
        assert!(page.lines().any(|known| known == line), "README.md lacks the line {line}");
    }
}
