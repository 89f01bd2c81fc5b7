//! What is linked: the plugins, their rules, and the shape of their records.

use crate::report::{SKIPPED, skipped_schema};
use anyhow::{Result, bail};
use copydesk_core::{Article, Format, Plan, Plugin, Reading, Role, Rule, Selection, Settings, nearest, record};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Prints a table of the plugins, or all that is known of them.
pub fn plugins(as_json: bool) -> Result<()> {
    let plugins = Plugin::registered();
    if as_json {
        return print(&Value::Array(plugins.iter().map(described).collect()));
    }
    let rows: Vec<[String; 5]> = plugins
        .iter()
        .map(|plugin| {
            let requires = if plugin.requires().is_empty() { "-".to_owned() } else { plugin.requires().join(", ") };
            [plugin.name.to_owned(), role(plugin), plugin.kinds.join(", "), requires, first(plugin.doc).to_owned()]
        })
        .collect();
    columns(["PLUGIN", "ROLE", "FINDS", "REQUIRES", "WHAT IT DOES"].map(str::to_owned), rows)
}

/// Prints a table of the formats that are read, or the same as JSON.
pub fn formats(as_json: bool) -> Result<()> {
    let formats = Format::registered();
    let ends = |format: &Format| format.reader.extensions().iter().map(|end| format!(".{end}")).collect::<Vec<_>>();
    if as_json {
        let described =
            |format: &Format| json!({"name": format.name, "files": ends(format), "doc": unindented(format.doc)});
        return print(&Value::Array(formats.iter().map(described).collect()));
    }
    let rows =
        formats.iter().map(|format| [format.name.to_owned(), ends(format).join(" "), first(format.doc).to_owned()]);
    columns(["FORMAT", "FILES", "WHAT IS READ"].map(str::to_owned), rows.collect())
}

/// Prints rows below their head, in columns as wide as they must be; the last one takes what is left.
fn columns<const N: usize>(head: [String; N], rows: Vec<[String; N]>) -> Result<()> {
    let rows: Vec<_> = std::iter::once(head).chain(rows).collect();
    let widths: Vec<usize> =
        (0..N - 1).map(|i| rows.iter().filter_map(|row| row.get(i)).map(String::len).max().unwrap_or(0)).collect();
    let mut out = io::stdout().lock();
    for row in &rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths.iter().chain([&0])) {
            line += &format!("{cell:width$}  ");
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Explains `PLUGIN` or `PLUGIN/RULE`.
pub fn explain(subject: &str) -> Result<()> {
    let (name, rule) = subject.split_once('/').map_or((subject, None), |(name, rule)| (name, Some(rule)));
    let plugins = Plugin::registered();
    // An analyzer and a comparer of one name are two halves of one analysis, with one list of rules.
    let halves: Vec<&Plugin> = plugins.iter().filter(|plugin| plugin.name == name).collect();
    let Some(plugin) = halves.first().copied() else {
        // The plan says it in the same words as for --only.
        let selection = Selection { only: Some(vec![name.to_owned()]), skip: Vec::new() };
        Plan::new(&plugins, &selection, &Settings::default())?;
        bail!("no plugin is named `{name}`");
    };
    let mut out = io::stdout().lock();
    if let Some(rule) = rule {
        let Some(rule) = rules(plugin).find(|known| known.name == rule) else {
            let nearest = nearest(rule, rules(plugin).map(|rule| rule.name));
            let hint = nearest.map_or_else(String::new, |name| format!("; did you mean `{name}`?"));
            bail!("`{name}` has no rule `{rule}`{hint}");
        };
        writeln!(out, "{name}/{}\n\n{}", rule.name, rule.doc.trim())?;
        return Ok(());
    }
    for half in &halves {
        writeln!(out, "{name} ({})\n\n{}\n", role(half), unindented(half.doc))?;
        writeln!(out, "Finds: {}", half.kinds.join(", "))?;
        if !half.requires().is_empty() {
            writeln!(out, "Requires: {}", half.requires().join(", "))?;
        }
    }
    if !plugin.languages.is_empty() {
        writeln!(out, "Reads: {}", plugin.languages.join(", "))?;
    }
    writeln!(out, "\nRules (`copydesk explain {name}/RULE` says more):")?;
    let width = rules(plugin).map(|rule| rule.name.len()).max().unwrap_or(0);
    for rule in rules(plugin) {
        writeln!(out, "  {:width$}  {}", rule.name, sentence(rule.doc))?;
    }
    let options = options(plugin);
    if !options.is_empty() {
        writeln!(out, "\nOptions (`--set {name}.OPTION=VALUE`, or under [{name}] in copydesk.toml):")?;
        for (option, schema) in options {
            let said = schema.get("description").and_then(Value::as_str).unwrap_or_default();
            let default = schema.get("default").map_or_else(String::new, |value| format!(" [default: {value}]"));
            writeln!(out, "  {option}  {}{default}", said.replace('\n', " "))?;
        }
    }
    Ok(())
}

/// Prints the JSON Schema of the records.
pub fn schema() -> Result<()> {
    let mut schema = record::schema(&Plugin::registered());
    if let Some(kinds) = schema.get_mut("oneOf").and_then(Value::as_array_mut) {
        kinds.push(skipped_schema());
    }
    print(&schema)
}

fn print(value: &Value) -> Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{value:#}")?;
    Ok(())
}

fn described(plugin: &Plugin) -> Value {
    json!({
        "name": plugin.name,
        "role": plugin.role,
        "doc": unindented(plugin.doc),
        "kinds": plugin.kinds,
        "requires": plugin.requires(),
        "languages": plugin.languages,
        "rules": rules(plugin).collect::<Vec<_>>(),
        "options": plugin.options_schema(),
    })
}

/// The plugin's own rules, and the one that any plugin may be named with.
fn rules(plugin: &Plugin) -> impl Iterator<Item = &'static Rule> {
    plugin.rules.iter().chain([&SKIPPED])
}

fn options(plugin: &Plugin) -> Vec<(String, Value)> {
    let schema = plugin.options_schema();
    let options = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
    options.map(|(name, schema)| (name.clone(), schema.clone())).collect()
}

fn role(plugin: &Plugin) -> String {
    match plugin.role {
        Role::Analyzer => "analyzer",
        Role::Comparer => "comparer",
    }
    .to_owned()
}

fn first(doc: &str) -> &str {
    doc.lines().next().unwrap_or_default().trim()
}

/// The first sentence: the engine tells one, whatever full stops there are in its examples.
fn sentence(doc: &str) -> String {
    let article = Article::new("", doc.trim());
    let first = Reading::new(&article).ok().and_then(|reading| {
        let sentence = reading.sentences().first()?;
        Some(reading.slice(sentence.span).to_owned())
    });
    first.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A documentation comment without the space that begins its lines.
fn unindented(doc: &str) -> String {
    let lines: Vec<&str> = doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    lines.join("\n").trim().to_owned()
}
