//! Zones: compared by bytes, because neighbours of one label may be joined.

use super::gold::{Gold, Record};
use super::tally::Tally;
use super::{golden, of};
use serde_json::Value;

/// Counts the bytes of one article that are no space: in the right zone, then with the right label.
pub fn measure(tally: &mut Tally, text: &str, gold: &[Gold], document: &str, records: &[Record]) {
    let gold = golden(gold, "zone");
    let found = of(records, "zone", document);
    let expected = paint(text, gold.iter().map(|item| &item.record));
    let painted = paint(text, found.iter().copied());
    for ((at, byte), (want, have)) in text.bytes().enumerate().zip(expected.iter().zip(&painted)) {
        if byte.is_ascii_whitespace() {
            continue;
        }
        tally.gold += u64::from(want.is_some());
        tally.findings += u64::from(have.is_some());
        let (Some(item), Some(record)) = (want.and_then(|i| gold.get(i)), have.and_then(|i| found.get(i))) else {
            continue;
        };
        let own = &item.record;
        let zone = accepted(item, "zone", own.zone.as_deref(), record.zone.as_deref());
        let label = accepted(item, "label", word(own), word(record));
        tally.found += u64::from(zone);
        tally.right += u64::from(label);
        if !label && own.place.as_ref().is_some_and(|place| place.start == at as u64) {
            let more = format!("is {} and not {}", word(own).unwrap_or("-"), word(record).unwrap_or("-"));
            tally.error("wrong", document, &own.text, &more);
        }
    }
}

fn word(record: &Record) -> Option<&str> {
    record.data.get("label").and_then(Value::as_str)
}

fn accepted(gold: &Gold, path: &str, want: Option<&str>, have: Option<&str>) -> bool {
    let others = gold.accept.get(path).and_then(Value::as_array).into_iter().flatten();
    have.is_some() && (want == have || others.into_iter().any(|other| other.as_str() == have))
}

/// For each byte the record that it lies in: of nested ones the innermost.
fn paint<'a>(text: &str, records: impl Iterator<Item = &'a Record>) -> Vec<Option<usize>> {
    let mut bytes = vec![None; text.len()];
    let mut places: Vec<_> = records.enumerate().filter_map(|(i, record)| Some((record.place.clone()?, i))).collect();
    places.sort_by_key(|(place, i)| (place.end - place.start, *i));
    for (place, i) in places.into_iter().rev() {
        for byte in bytes.get_mut(place.start as usize..place.end as usize).into_iter().flatten() {
            *byte = Some(i);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::super::gold;
    use super::*;

    #[test]
    fn joined_lines_count_by_their_bytes() {
        let line = |start: u64, end: u64, zone: &str, label: &str| {
            format!(
                r#"{{"document":"a","kind":"zone","start":{start},"end":{end},"zone":"{zone}","data":{{"label":"{label}"}}}}"#
            )
        };
        let expected =
            [line(0, 4, "body", "body"), line(5, 9, "body", "body"), line(10, 14, "furniture", "advert")].join("\n");
        let found = [line(0, 9, "body", "body"), line(10, 14, "furniture", "ticker")].join("\n");
        let mut tally = Tally::new("zone");
        let (gold, records) = (gold::read(&expected).unwrap(), gold::records(&found).unwrap());
        measure(&mut tally, "aaaa\nbbbb\ncccc", &gold, "a", &records);
        assert_eq!([tally.gold, tally.findings, tally.found, tally.right], [12, 12, 12, 8]);
    }
}
