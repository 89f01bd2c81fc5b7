//! The rehearsal: a plugin is written into a copy of the project, as a newcomer would, and must work there.

use crate::workspace::{Workspace, output, shown, succeed};
use crate::{lists, plugin};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The plugins that are written: one of each role.
const NAMES: [(&str, bool); 2] = [("rehearsed-words", false), ("rehearsed-echoes", true)];

/// Writes both kinds of plugin into a copy, tests them, and sees that a forgotten line is a compile error that helps.
pub fn run(workspace: &Workspace) -> Result<()> {
    let target = workspace.target()?;
    // Always the same folder, so that a second rehearsal finds what the first one has built.
    let folder = target.join("rehearsal");
    copy(workspace, &folder)?;
    let copy = Workspace::at(folder.clone());
    let cargo = |arguments: &[&str]| {
        let mut command = copy.cargo(arguments);
        command.env("CARGO_TARGET_DIR", &target).env("CARGO_NET_OFFLINE", "true");
        command
    };
    for (name, comparer) in NAMES {
        plugin::files(&copy, name, comparer)?;
        succeed(&mut cargo(&["test", "--quiet", "--package", &format!("copydesk-{name}")]))?;
    }
    let packages = NAMES.map(|(name, _)| format!("--package=copydesk-{name}"));
    let [first, second] = &packages;
    succeed(&mut cargo(&["clippy", "--quiet", first, second, "--all-targets", "--", "-D", "warnings"]))?;
    let listed = output(&mut cargo(&["run", "--quiet", "--", "plugins"]))?;
    for (name, _) in NAMES {
        ensure!(listed.contains(name), "`copydesk plugins` does not list {name}:\n{listed}");
    }
    for (name, _) in NAMES {
        forgotten(&copy, name, &mut cargo(&["build"]))?;
    }
    fs::remove_dir_all(&folder).with_context(|| format!("{} can't be removed", folder.display()))
}

/// Without the line that links it, the program must not compile, and the message must say what to add.
fn forgotten(copy: &Workspace, name: &str, build: &mut Command) -> Result<()> {
    let (file, line) = lists::link(name);
    let list = copy.read(file)?;
    let without: Vec<&str> = list.lines().filter(|other| *other != line).collect();
    copy.write(file, &(without.join("\n") + "\n"))?;
    let done = build.output().with_context(|| format!("can't start {}", shown(build)))?;
    copy.write(file, &list)?;
    let message = String::from_utf8_lossy(&done.stderr);
    if done.status.success() {
        bail!("{file} without `{line}` compiles: the plugin would silently not be linked");
    }
    ensure!(message.contains(&line.replace(';', "")), "the message does not say to add `{line}`:\n{message}");
    Ok(())
}

/// Copies what git knows and what is new, nothing that is ignored.
fn copy(workspace: &Workspace, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(workspace.path(""));
    for file in output(&mut git)?.split('\0').filter(|file| !file.is_empty()) {
        let from = workspace.path(file);
        // A file that was deleted and not yet committed is still listed.
        if !from.is_file() {
            continue;
        }
        let to: PathBuf = folder.join(file);
        fs::create_dir_all(to.parent().context("a file lies in a folder")?)?;
        fs::copy(&from, &to).with_context(|| format!("{file} can't be copied"))?;
        // Cargo goes by times: what has not changed since the last rehearsal must not look new.
        fs::File::options().write(true).open(&to)?.set_modified(from.metadata()?.modified()?)?;
    }
    Ok(())
}
