//! Measures a build on seeds/ against seeds/gold, by the rules of seeds/README.md, and keeps the figures in seeds/score.md.

mod desk;
mod gold;
mod pile;
pub mod reports;
mod subset;
mod tally;
mod zones;

use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use gold::{Gold, Record};
use std::fs;
use tally::{Tally, table};

/// Where the figures are kept.
const TABLE: &str = "seeds/score.md";
/// What is to be found over several articles.
const PILE: &str = "seeds/gold/pile.jsonl";

/// Measures, and writes or checks the table, or prints the errors of one kind.
pub fn run(workspace: &Workspace, check: bool, errors: Option<&str>) -> Result<()> {
    let files = articles(workspace)?;
    let mut arguments = vec!["analyze", "--format", "jsonl"];
    arguments.extend(files.iter().map(String::as_str));
    let records = gold::records(&workspace.copydesk("seeds", &arguments)?)?;
    let tallies = measure(workspace, &files, &records)?;
    if let Some(kind) = errors {
        let tally = tallies.iter().find(|tally| tally.kind == kind);
        print!("{}", tally.with_context(|| format!("no kind is named {kind:?}"))?.errors());
        return Ok(());
    }
    let page = table(&tallies);
    if check {
        let kept = workspace.read(TABLE)?;
        ensure!(
            kept == page,
            "{TABLE} is not what this build reaches; if that is meant, `cargo xtask score` writes it anew\n\n{}",
            changes(&kept, &page)
        );
    } else {
        workspace.write(TABLE, &page)?;
        print!("{page}");
    }
    Ok(())
}

/// The files of the seeds, sorted.
fn articles(workspace: &Workspace) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(workspace.path("seeds"))? {
        files.extend(entry?.file_name().into_string().ok().filter(|name| name.ends_with(".txt")));
    }
    files.sort();
    Ok(files)
}

/// The gold file of an article.
fn gold_of(article: &str) -> String {
    format!("seeds/gold/{}", article.replace(".txt", ".jsonl"))
}

/// Counts every kind.
fn measure(workspace: &Workspace, files: &[String], records: &[Record]) -> Result<Vec<Tally>> {
    let mut articles = Vec::new();
    for file in files {
        let name = gold_of(file);
        let text = workspace.read(&format!("seeds/{file}"))?;
        let gold = gold::read(&workspace.read(&name)?).with_context(|| name.clone())?;
        gold.iter().try_for_each(|item| item.check(file, &text)).with_context(|| name.clone())?;
        articles.push((file, text, gold));
    }
    let mut tallies = Vec::new();
    for kind in desk::KINDS {
        let mut tally = Tally::new(kind);
        articles.iter().for_each(|(file, _, gold)| desk::measure(&mut tally, file, gold, records));
        tallies.push(tally);
    }
    let mut bytes = Tally::new("zone");
    articles.iter().for_each(|(file, text, gold)| zones::measure(&mut bytes, text, gold, file, records));
    tallies.push(bytes);
    let gold = gold::read(&workspace.read(PILE)?).context(PILE)?;
    tallies.extend(pile::KINDS.map(|kind| {
        let mut tally = Tally::new(kind);
        pile::measure(&mut tally, &gold, records);
        tally
    }));
    Ok(tallies)
}

/// The lines that differ.
fn changes(old: &str, new: &str) -> String {
    let gone = old.lines().filter(|line| !new.lines().any(|other| other == *line)).map(|line| format!("- {line}\n"));
    let come = new.lines().filter(|line| !old.lines().any(|other| other == *line)).map(|line| format!("+ {line}\n"));
    gone.chain(come).collect()
}

/// Records of one kind in one document.
fn of<'a>(records: &'a [Record], kind: &str, document: &str) -> Vec<&'a Record> {
    records.iter().filter(|r| r.kind == kind && r.document.as_deref() == Some(document)).collect()
}

/// Gold of one kind.
fn golden<'a>(gold: &'a [Gold], kind: &str) -> Vec<&'a Gold> {
    gold.iter().filter(|item| item.record.kind == kind).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gold_measured_against_itself_is_perfect() {
        let workspace = Workspace::find().unwrap();
        let files = articles(&workspace).unwrap();
        let mut records = Vec::new();
        for name in files.iter().map(|file| gold_of(file)).chain([PILE.to_owned()]) {
            let gold = gold::read(&workspace.read(&name).unwrap()).unwrap();
            records.extend(gold.into_iter().filter(|item| !item.absent).map(|item| item.record));
        }
        for tally in measure(&workspace, &files, &records).unwrap() {
            assert!(tally.gold > 0, "{} has no gold", tally.kind);
            assert_eq!((tally.found, tally.right), (tally.gold, tally.gold), "{}\n{}", tally.kind, tally.errors());
            assert_eq!(tally.sprung, 0, "{}\n{}", tally.kind, tally.errors());
            assert!(!tally.complete || tally.findings == tally.gold, "{}\n{}", tally.kind, tally.errors());
        }
    }
}
