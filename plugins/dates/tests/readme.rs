//! What the README shows is what is found.

#![allow(clippy::unwrap_used)]

mod timex3;

use copydesk_core::{Article, Engine, Meta, Span, cases};
use copydesk_dates::{Date, Dates};
use copydesk_masthead::Mastheads;
use copydesk_zones::Zones;

/// The days of a finding as the table writes them.
fn days(date: &Date) -> String {
    match (date.earliest, date.latest) {
        (Some(earliest), Some(latest)) if earliest == latest => earliest.to_string(),
        (Some(earliest), Some(latest)) => format!("{earliest} to {latest}"),
        _ => String::new(),
    }
}

#[test]
fn every_row_of_its_table() {
    let engine = Engine::builder().analyzer::<Zones>().analyzer::<Mastheads>().analyzer::<Dates>().build().unwrap();
    let rows = include_str!("../README.md").lines().filter(|line| line.starts_with('|') && line.contains('['));
    let mut read = 0;
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let (marked, meant) = cells.split_first().unwrap();
        let (start, end) = (marked.find('[').unwrap(), marked.find(']').unwrap() - 1);
        let article = Article {
            meta: Meta { published: Some("2031-05-06".to_owned()), language: Some("en".to_owned()), ..Meta::EMPTY },
            ..Article::new("readme", marked.replace(['[', ']'], ""))
        };
        let found = cases::found::<Date>(&engine, &article, |found| {
            assert!(timex3::is_valid(&found.data.value), "{row}");
            let modifier = found.data.modifier.as_ref().map_or_else(String::new, |modifier| format!(" {modifier}"));
            format!("{}{modifier} | {} | {}", found.data.value, days(&found.data), found.rule)
        });
        assert_eq!(found, [(Span::new(start as u32, end as u32), meant.join(" | "))], "{row}");
        read += 1;
    }
    assert!(read > 10, "the table is not found");
}
