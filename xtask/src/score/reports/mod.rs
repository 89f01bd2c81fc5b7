//! Measures a build on articles about events whose facts are on record: `cargo xtask score --reports DIR`.
//!
//! DIR holds `gva_incidents.jsonl` and `gva_docs.jsonl` (incidents with the true number of people killed and injured, and the
//! articles about each), and `ecbplus_docs.jsonl` (articles by topic and event). Nothing of it is part of the project; every other
//! measure works without it.
//!
//! **Tolls** ([`toll`]). Each incident is asked twice, for `killed` and for `injured`. An *item* on either is an `agreement` or
//! `conflict` with `on` = `figure` and `about` = that very word: the count of people without a further noun ("officer killed" is
//! another count). Of the items of an incident the one with most articles counts, of equal ones the first printed. Its *first
//! value* is an agreement's `value`, or that of a conflict's first side; it is right when it equals the number on record. A range is
//! never right. Who was not hurt is counted as copydesk counts him: where two articles say "no one was hurt" there is an
//! item with the value 0, where they say nothing there is none, and the incident is not asked. Where the item is a conflict, of
//! whatever class, it is asked too whether the number on record is among its sides.
//!
//! **Given and found.** Tolls are measured with incidents given as `event`, and with the clusters that copydesk finds. An incident's
//! cluster is then the one that holds most of its articles, two at least, of equal ones the first printed; articles on other
//! incidents may stand in it.
//!
//! **Judged.** Conflicts that a person judged by reading them ([`judged`]): how many right ones are reported still, and how many wrong ones.
//!
//! **Kept aside.** Incidents whose line number, counted from 0, leaves 3 when divided by 4 are counted apart, and `--errors` never
//! shows them: rules are made by looking at the others.

mod judged;
mod pairs;
mod toll;

use super::gold::{Record, records};
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// An incident with its facts and articles.
pub struct Incident {
    pub id: String,
    pub killed: u64,
    pub injured: u64,
    /// Ids of its articles.
    pub documents: BTreeSet<String>,
    /// Kept aside while rules are made.
    pub aside: bool,
}

/// Every so many incidents one is kept aside, the last of them.
const ASIDE: usize = 4;

/// Measures, and prints the figures or the errors of one kind (`killed`, `injured`, `copy`, `cluster`, `conflict`, `agreement`, `judged`).
pub fn run(workspace: &Workspace, folder: &Path, errors: Option<&str>) -> Result<()> {
    ensure!(
        folder.is_dir(),
        "{} is no folder: `--reports` wants one with gva_incidents.jsonl, gva_docs.jsonl and ecbplus_docs.jsonl; they are not part of the project",
        folder.display()
    );
    let mut incidents = incidents(&lines(folder, "gva_incidents.jsonl")?)?;
    let articles = lines(folder, "gva_docs.jsonl")?;
    for article in &articles {
        let incident = incidents.iter_mut().find(|incident| incident.id == word(article, "incident"));
        incident.context("an article on an unknown incident")?.documents.insert(word(article, "id"));
    }
    let mut page = String::new();
    // Given: an article that stands under two incidents is read under each.
    let given: Vec<Value> =
        articles.iter().map(|article| document(article, Some(&word(article, "incident")))).collect();
    let by_event = desk(workspace, "given", &given, "claims")?;
    page += &toll::page("incidents given as `event`", &incidents, &toll::by_event(&incidents, &by_event), errors);
    let mut seen = BTreeSet::new();
    let single: Vec<Value> =
        articles.iter().filter(|a| seen.insert(word(a, "id"))).map(|a| document(a, None)).collect();
    let found = desk(workspace, "found", &single, "copies,claims")?;
    page += &toll::page("clusters found", &incidents, &toll::by_cluster(&incidents, &found), errors);
    page += &pairs::copies(&incidents, &found, errors);
    let mut groups: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for incident in &incidents {
        for document in &incident.documents {
            groups.entry(document.clone()).or_default().insert(incident.id.clone());
        }
    }
    page += &pairs::clusters("incidents", &groups, &groups, &found, errors);
    let articles = lines(folder, "ecbplus_docs.jsonl")?;
    let plain: Vec<Value> = articles.iter().map(|a| json!({"id": word(a, "id"), "text": word(a, "text")})).collect();
    let found = desk(workspace, "ecb", &plain, "copies,claims")?;
    let by = |field: &str| articles.iter().map(|a| (word(a, "id"), BTreeSet::from([word(a, field)]))).collect();
    page += &pairs::clusters("ECB+", &by("subtopic"), &by("topic"), &found, errors);
    page += &judged::page(&workspace.read("plugins/claims/tests/judged.jsonl")?, &by_event, &found, errors)?;
    print!("{page}");
    Ok(())
}

fn incidents(lines: &[Value]) -> Result<Vec<Incident>> {
    let incident = |(number, line): (usize, &Value)| {
        let count = |name: &str| line[name].as_u64().with_context(|| format!("line {}: {name}", number + 1));
        Ok(Incident {
            id: word(line, "incident"),
            killed: count("killed")?,
            injured: count("injured")?,
            documents: BTreeSet::new(),
            aside: number % ASIDE == ASIDE - 1,
        })
    };
    lines.iter().enumerate().map(incident).collect()
}

/// An article as copydesk reads it; the id tells the incident where that is given.
fn document(article: &Value, event: Option<&str>) -> Value {
    let id = event.map_or_else(|| word(article, "id"), |event| format!("{}@{event}", word(article, "id")));
    json!({"id": id, "text": article["text"], "title": article["title"], "url": article["uri"], "published": article["dct"], "event": event})
}

fn word(of: &Value, field: &str) -> String {
    of[field].as_str().unwrap_or_default().to_owned()
}

fn lines(folder: &Path, name: &str) -> Result<Vec<Value>> {
    let path = folder.join(name);
    let text = fs::read_to_string(&path).with_context(|| format!("{} can't be read", path.display()))?;
    text.lines().map(|line| serde_json::from_str(line).with_context(|| name.to_owned())).collect()
}

/// What copydesk says of these articles.
fn desk(workspace: &Workspace, name: &str, articles: &[Value], only: &str) -> Result<Vec<Record>> {
    let folder = workspace.target()?.join("score");
    fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{name}.jsonl"));
    fs::write(&path, articles.iter().map(|article| format!("{article}\n")).collect::<String>())?;
    let path = path.to_str().context("the target folder's path is no text")?;
    records(&workspace.copydesk("", &["analyze", "--format", "jsonl", "--only", only, path])?)
}

/// The documents that a finding stands on.
fn documents(record: &Record) -> BTreeSet<&str> {
    let named = record.data["documents"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let evidence = record.data["evidence"].as_array().into_iter().flatten();
    named.chain(evidence.filter_map(|place| place["document"].as_str())).collect()
}

/// "41 of 50 (82.0 %)"
fn share(part: usize, whole: usize) -> String {
    let percent = super::tally::percent(part as u64, whole as u64);
    percent.map_or_else(|| "0 of 0".to_owned(), |percent| format!("{part} of {whole} ({percent} %)"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_there_is_said_to_be_so() {
        let workspace = Workspace::find().unwrap();
        let error = run(&workspace, Path::new("no/such/folder"), None).unwrap_err().to_string();
        assert!(error.contains("no/such/folder is no folder"), "{error}");
    }

    #[test]
    fn every_fourth_incident_is_kept_aside() {
        let line = |n: u64| json!({"incident": n.to_string(), "killed": n, "injured": 0});
        let read = incidents(&(0..8).map(line).collect::<Vec<_>>()).unwrap();
        assert_eq!(read.iter().filter(|i| i.aside).map(|i| i.id.as_str()).collect::<Vec<_>>(), ["3", "7"]);
    }
}
