//! What is made from the program and committed: snapshots, the README's blocks, the figures of the seeds.

use crate::workspace::{Workspace, succeed};
use crate::{lists, score};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::fmt::Write as _;

/// The page that has blocks to be filled: `<!-- bless NAME -->` to `<!-- /bless -->`.
const PAGE: &str = "README.md";
/// So many lines of the report on the seeds are shown in it: two screens, of which the conflicts are the first.
const REPORT_LINES: usize = 64;

/// The documentation of a signal begins with how it is read: "Caution", "Caution, over the pile".
const LONGEST_DIRECTION: usize = 24;

/// Writes everything anew, or checks that it is as it would be written.
pub fn run(workspace: &Workspace, check: bool) -> Result<()> {
    if check {
        lists::check(workspace)?;
    } else {
        for plugin in workspace.plugins()? {
            lists::enter(workspace, &plugin)?;
        }
    }
    pages(workspace, check)?;
    score::run(workspace, check, None)?;
    if !check {
        println!("snapshots: cargo test --workspace");
        let mut tests = workspace.cargo(&["test", "--workspace", "--quiet"]);
        succeed(tests.env("INSTA_UPDATE", "always").env("INSTA_FORCE_PASS", "1").env("TRYCMD", "overwrite"))?;
    }
    Ok(())
}

/// The README's blocks.
pub fn pages(workspace: &Workspace, check: bool) -> Result<()> {
    let page = workspace.read(PAGE)?;
    let plugins: Value = serde_json::from_str(&workspace.copydesk("", &["plugins", "--json"])?)
        .context("`copydesk plugins --json` printed no JSON")?;
    let filled = fill(&page, "plugins", &table(&plugins)?)?;
    let formats: Value = serde_json::from_str(&workspace.copydesk("", &["formats", "--json"])?)
        .context("`copydesk formats --json` printed no JSON")?;
    let filled = fill(&filled, "formats", &formats_table(&formats)?)?;
    let filled = fill(&filled, "signals", &signals(&plugins)?)?;
    let report = workspace.copydesk("", &["seeds/"])?;
    let filled = fill(&filled, "report", &format!("```text\n{}\n```", excerpt(&report)))?;
    if check {
        ensure!(filled == page, "{PAGE} is not what the program prints; write it anew with `cargo xtask bless`");
    } else if filled != page {
        workspace.write(PAGE, &filled)?;
        println!("{PAGE} is written anew");
    }
    Ok(())
}

/// The page with the block of that name filled.
fn fill(page: &str, block: &str, text: &str) -> Result<String> {
    let opening = format!("<!-- bless {block} -->\n");
    let (before, rest) = page.split_once(&opening).with_context(|| format!("{PAGE} has no `{}`", opening.trim()))?;
    let (_, behind) = rest.split_once("<!-- /bless -->").with_context(|| format!("{PAGE}: {block} is not closed"))?;
    Ok(format!("{before}{opening}{text}\n<!-- /bless -->{behind}"))
}

/// The first lines of a report, cut where a paragraph ends.
fn excerpt(report: &str) -> String {
    let lines: Vec<&str> = report.trim_end().lines().map(str::trim_end).collect();
    if lines.len() <= REPORT_LINES {
        return lines.join("\n");
    }
    let shown = lines.get(..REPORT_LINES).unwrap_or_default();
    let cut = shown.iter().rposition(|line| line.is_empty()).unwrap_or(REPORT_LINES);
    format!("{}\n\n[… {} more lines]", lines.get(..cut).unwrap_or_default().join("\n"), lines.len() - cut)
}

/// The plugins as a table, from what `copydesk plugins --json` says of them.
fn table(plugins: &Value) -> Result<String> {
    let list = plugins.as_array().or_else(|| plugins.get("plugins")?.as_array());
    let list = list.context("`copydesk plugins --json` gives a list of plugins")?;
    let mut table = "| plugin | | kinds | builds on | what it does |\n|---|---|---|---|---|".to_owned();
    for plugin in list {
        let word =
            |name: &str| plugin.get(name).and_then(Value::as_str).with_context(|| format!("a plugin without {name}"));
        let words = |name: &str| -> Vec<&str> {
            plugin.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
        };
        let doc = word("doc")?.trim();
        let doc = doc.split("\n\n").next().unwrap_or(doc).split_whitespace().collect::<Vec<_>>().join(" ");
        // `*` stands for the claims of all.
        let requires = match words("requires").join(", ").replace('*', "every claim") {
            none if none.is_empty() => "–".to_owned(),
            some => some,
        };
        let (name, role, kinds) = (word("name")?, word("role")?, words("kinds").join(", "));
        write!(table, "\n| `{name}` | {role} | {kinds} | {requires} | {} |", doc.replace('|', "\\|"))?;
    }
    if list.is_empty() {
        bail!("no plugin is linked");
    }
    Ok(table)
}

/// The formats as a table, from what `copydesk formats --json` says of them.
fn formats_table(formats: &Value) -> Result<String> {
    let mut table = "| format | files | what is read |\n|---|---|---|".to_owned();
    for format in formats.as_array().context("`copydesk formats --json` gives a list")? {
        let word =
            |name: &str| format.get(name).and_then(Value::as_str).with_context(|| format!("a format without {name}"));
        let files = format.get("files").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let files = files.map(|end| format!("`{end}`")).collect::<Vec<_>>().join(" ");
        let doc = word("doc")?.split_whitespace().collect::<Vec<_>>().join(" ");
        write!(table, "\n| {} | {files} | {} |", word("name")?, doc.replace('|', "\\|"))?;
    }
    Ok(table)
}

/// The signals of `reliability` as a table: each rule, how it is read, and what its documentation begins with.
fn signals(plugins: &Value) -> Result<String> {
    let list = plugins.as_array().context("`copydesk plugins --json` gives a list of plugins")?;
    let named = |plugin: &&Value| plugin.get("name").and_then(Value::as_str) == Some("reliability");
    let rules = list.iter().find(named).and_then(|plugin| plugin.get("rules")?.as_array());
    let mut table = "| signal | read as | what it shows |\n|---|---|---|".to_owned();
    for rule in rules.context("no plugin is named `reliability`")? {
        let word = |name: &str| rule.get(name).and_then(Value::as_str).unwrap_or_default();
        // Any plugin may be skipped: that is no signal.
        if word("name") == "skipped" {
            continue;
        }
        let (direction, doc) = match word("doc").split_once(": ") {
            Some((direction, doc)) if direction.len() <= LONGEST_DIRECTION => (direction.to_lowercase(), doc),
            _ => ("–".to_owned(), word("doc")),
        };
        // Up to the first example or the end of the first sentence, whichever comes first.
        let end = [": ", ". "].iter().filter_map(|mark| doc.find(mark)).min().unwrap_or(doc.len());
        let said = doc.get(..end).unwrap_or(doc).trim_end_matches('.');
        write!(table, "\n| `{}` | {direction} | {} |", word("name"), said.replace('|', "\\|"))?;
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_filled_and_the_rest_is_left_alone() {
        let page = "a\n<!-- bless x -->\nold\n<!-- /bless -->\nb\n<!-- bless y -->\n<!-- /bless -->\n";
        let filled = fill(page, "x", "new").unwrap();
        assert_eq!(filled, "a\n<!-- bless x -->\nnew\n<!-- /bless -->\nb\n<!-- bless y -->\n<!-- /bless -->\n");
        assert_eq!(fill(&filled, "x", "new").unwrap(), filled);
        assert!(fill(page, "z", "new").is_err());
    }

    #[test]
    fn a_long_report_is_cut_between_paragraphs() {
        let report =
            (0..100).map(|i| if i % 10 == 9 { "\n".to_owned() } else { format!("line {i}\n") }).collect::<String>();
        let cut = excerpt(&report);
        assert!(cut.ends_with("line 58\n\n[… 40 more lines]"), "{cut}");
    }

    #[test]
    fn a_plugin_is_a_row() {
        let plugins = serde_json::json!([{"name": "dates", "role": "analyzer", "kinds": ["date"], "doc": " Finds\n dates.\n\n More.", "requires": ["zone"]}]);
        assert!(table(&plugins).unwrap().ends_with("| `dates` | analyzer | date | zone | Finds dates. |"));
        assert!(table(&serde_json::json!([])).is_err());
    }

    #[test]
    fn a_signal_is_a_row() {
        let rule = |doc: &str| serde_json::json!([{"name": "reliability", "rules": [{"name": "x", "doc": doc}]}]);
        assert!(
            signals(&rule("Caution, over the pile: one is lost: \"a\". More."))
                .unwrap()
                .ends_with("| `x` | caution, over the pile | one is lost |")
        );
        assert!(
            signals(&rule("An advert stands here. More.")).unwrap().ends_with("| `x` | – | An advert stands here |")
        );
        assert!(signals(&serde_json::json!([])).is_err());
    }
}
