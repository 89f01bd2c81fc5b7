//! One table of all benches: what criterion measured, beside a `memchr` pass over the same bytes.

use crate::workspace::{Workspace, succeed};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What a bench costs.
struct Figure {
    bytes: f64,
    nanoseconds: f64,
}

impl Figure {
    /// Millions of bytes a second.
    fn speed(&self) -> f64 {
        self.bytes / self.nanoseconds * 1e3
    }
}

/// Runs the benches whose name matches, with the release profile, and prints the table.
pub fn run(workspace: &Workspace, filter: Option<&str>) -> Result<()> {
    let folder = workspace.target()?.join("criterion");
    // Figures of an older build must not stand beside new ones.
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut command = workspace.cargo(&["bench", "--profile", "release", "--package", "copydesk-benches", "--"]);
    if let Some(filter) = filter {
        // The pass over the bytes is measured in any case, in the same run: the ratio needs it.
        command.arg(format!("^memchr/|{filter}"));
    }
    succeed(&mut command)?;
    let figures = figures(&folder)?;
    ensure!(figures.keys().any(|(name, _)| name != "memchr"), "no bench matches {:?}", filter.unwrap_or_default());
    print!("\n{}", table(&figures)?);
    Ok(())
}

/// By bench and genre.
fn figures(folder: &Path) -> Result<BTreeMap<(String, String), Figure>> {
    let mut figures = BTreeMap::new();
    for group in fs::read_dir(folder).with_context(|| format!("criterion wrote nothing to {}", folder.display()))? {
        let group = group?.path();
        if !group.is_dir() {
            continue;
        }
        for bench in fs::read_dir(group)? {
            let new = bench?.path().join("new");
            if !new.join("benchmark.json").is_file() {
                continue;
            }
            let json =
                |file: &str| -> Result<Value> { Ok(serde_json::from_str(&fs::read_to_string(new.join(file))?)?) };
            let (named, estimates) = (json("benchmark.json")?, json("estimates.json")?);
            let word =
                |name: &str| named[name].as_str().map(str::to_owned).with_context(|| format!("a bench without {name}"));
            let figure = Figure {
                bytes: named["throughput"]["Bytes"].as_f64().context("a bench without throughput")?,
                nanoseconds: estimates["median"]["point_estimate"].as_f64().context("a bench without a median")?,
            };
            figures.insert((word("group_id")?, word("function_id")?), figure);
        }
    }
    Ok(figures)
}

/// The slowest last; a genre a column, in MB a second, and what the mixed corpus costs in passes over its bytes.
fn table(figures: &BTreeMap<(String, String), Figure>) -> Result<String> {
    let mut genres: Vec<&str> = figures.keys().map(|(_, genre)| genre.as_str()).collect();
    // "mixed" is the figure to quote: it comes first.
    genres.sort_by_key(|genre| (*genre != "mixed", *genre));
    genres.dedup();
    let figure = |bench: &str, genre: &str| figures.get(&(bench.to_owned(), genre.to_owned()));
    let first = *genres.first().context("no figures")?;
    let mut benches: Vec<&str> = figures.keys().map(|(bench, _)| bench.as_str()).collect();
    benches.dedup();
    benches.sort_by(|a, b| {
        let speed = |bench| figure(bench, first).map_or(0.0, Figure::speed);
        speed(b).total_cmp(&speed(a))
    });
    let mut table = format!(
        "| MB of text a second | {} | passes of memchr |\n|---|{}---:|\n",
        genres.join(" | "),
        "---:|".repeat(genres.len())
    );
    for bench in benches {
        let speeds = genres.iter().map(|genre| figure(bench, genre).map_or_else(String::new, |f| digits(f.speed())));
        let passes = match (figure("memchr", first), figure(bench, first)) {
            (Some(pass), Some(own)) => digits(pass.speed() / own.speed()),
            _ => String::new(),
        };
        table += &format!("| {bench} | {} | {passes} |\n", speeds.collect::<Vec<_>>().join(" | "));
    }
    Ok(table)
}

/// Three digits: more would be noise.
fn digits(value: f64) -> String {
    let decimals = match value {
        v if v < 10.0 => 2,
        v if v < 100.0 => 1,
        _ => 0,
    };
    format!("{value:.decimals$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_the_fastest_first_and_the_ratio_last() {
        let mut figures = BTreeMap::new();
        for (bench, genre, nanoseconds) in
            [("dates", "mixed", 2e7), ("memchr", "mixed", 1e5), ("dates", "figures", 4e7)]
        {
            figures.insert((bench.to_owned(), genre.to_owned()), Figure { bytes: 1e6, nanoseconds });
        }
        let table = table(&figures).unwrap();
        let rows: Vec<&str> = table.lines().collect();
        assert_eq!(rows[0], "| MB of text a second | mixed | figures | passes of memchr |");
        assert_eq!(rows[2..], ["| memchr | 10000 |  | 1.00 |", "| dates | 50.0 | 25.0 | 200 |"]);
    }
}
