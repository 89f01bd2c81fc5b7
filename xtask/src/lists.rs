//! The lists that must know every plugin: each is a sorted run of lines of one form in a file.

use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};

/// A list: the file that it is in, and what stands before and behind a plugin's name in each of its lines.
struct List {
    file: &'static str,
    before: &'static str,
    behind: &'static str,
    /// Whether the name is an identifier there, with underscores.
    identifier: bool,
}

const LISTS: [List; 3] = [
    List { file: "Cargo.toml", before: "copydesk-", behind: " = { path = \"plugins/NAME\" }", identifier: false },
    List { file: "cli/Cargo.toml", before: "copydesk-", behind: ".workspace = true", identifier: false },
    List { file: "cli/src/plugins.rs", before: "use copydesk_", behind: " as _;", identifier: true },
];

impl List {
    fn line(&self, plugin: &str) -> String {
        let name = if self.identifier { plugin.replace('-', "_") } else { plugin.to_owned() };
        format!("{}{name}{}", self.before, self.behind.replace("NAME", plugin))
    }

    /// Whether a line is one of the list.
    fn has(&self, line: &str) -> bool {
        let behind = self.behind.split("NAME").next().unwrap_or_default();
        line.strip_prefix(self.before).is_some_and(|rest| rest.contains(behind))
    }

    /// The file with the plugin's line in its place; as it is where the line is there.
    fn with(&self, text: &str, plugin: &str) -> Result<String> {
        let line = self.line(plugin);
        let mut lines: Vec<&str> = text.lines().collect();
        if lines.contains(&line.as_str()) {
            return Ok(text.to_owned());
        }
        let last = lines.iter().rposition(|line| self.has(line));
        let last = last.with_context(|| format!("{} has no line like `{line}`: where should it go?", self.file))?;
        let place = lines.iter().position(|other| self.has(other) && **other > *line).unwrap_or(last + 1);
        lines.insert(place, &line);
        Ok(lines.join("\n") + "\n")
    }
}

/// Writes a plugin's line into every list that lacks it; answers the files that were changed.
pub fn enter(workspace: &Workspace, plugin: &str) -> Result<Vec<&'static str>> {
    let mut changed = Vec::new();
    for list in &LISTS {
        let text = workspace.read(list.file)?;
        let entered = list.with(&text, plugin)?;
        if list.file.ends_with(".toml") {
            entered.parse::<toml_edit::DocumentMut>().with_context(|| format!("{} would be no TOML", list.file))?;
        }
        if entered != text {
            workspace.write(list.file, &entered)?;
            changed.push(list.file);
        }
    }
    Ok(changed)
}

/// Fails where a list does not know a plugin whose folder is there, or knows one whose folder is gone.
pub fn check(workspace: &Workspace) -> Result<()> {
    let plugins = workspace.plugins()?;
    for list in &LISTS {
        let text = workspace.read(list.file)?;
        if let Some(plugin) = plugins.iter().find(|plugin| !text.lines().any(|line| line == list.line(plugin))) {
            bail!("{} does not know plugins/{plugin}: add the line\n\n    {}\n", list.file, list.line(plugin));
        }
        let ours = |line: &str| plugins.iter().any(|plugin| list.line(plugin) == line) || line == list.line("core");
        if let Some(line) = text.lines().find(|line| list.has(line) && !ours(line)) {
            bail!("{} has the line `{line}`, but there is no such folder in plugins/", list.file);
        }
    }
    Ok(())
}

/// The line that links a plugin into the program, and its file.
pub fn link(plugin: &str) -> (&'static str, String) {
    (LISTS[2].file, LISTS[2].line(plugin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_to_its_place_in_the_alphabet() {
        let manifest = "[dependencies]\nclap = \"4\"\ncopydesk-core.workspace = true\ncopydesk-dates.workspace = true\n\n[lints]\n";
        let with = |plugin| LISTS[1].with(manifest, plugin).unwrap();
        assert!(with("claims").contains("clap = \"4\"\ncopydesk-claims.workspace = true\ncopydesk-core"));
        assert!(
            with("hedges").contains("copydesk-dates.workspace = true\ncopydesk-hedges.workspace = true\n\n[lints]\n")
        );
        assert_eq!(with("dates"), manifest);
        assert!(LISTS[1].with("[dependencies]\n", "dates").is_err());
    }

    #[test]
    fn the_root_keeps_the_core_on_top() {
        let root =
            "copydesk-core = { path = \"core\" }\ncopydesk-dates = { path = \"plugins/dates\" }\n\nserde = \"1\"\n";
        let with = LISTS[0].with(root, "claims").unwrap();
        assert!(
            with.starts_with("copydesk-core = { path = \"core\" }\ncopydesk-claims = { path = \"plugins/claims\" }\n")
        );
    }

    #[test]
    fn a_hyphen_is_an_underscore_where_rust_reads_it() {
        assert_eq!(link("press-releases"), ("cli/src/plugins.rs", "use copydesk_press_releases as _;".to_owned()));
    }

    #[test]
    fn every_list_of_the_house_is_complete() {
        check(&Workspace::find().unwrap()).unwrap();
    }
}
