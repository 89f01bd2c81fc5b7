//! Where the files are, and how cargo is called.

use anyhow::{Context, Result, bail, ensure};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The project's folder, or a copy of it.
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The project that this program was built from.
    pub fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask lies in the project's folder")?;
        Ok(Self::at(root.to_owned()))
    }

    pub const fn at(root: PathBuf) -> Self {
        Self { root }
    }

    /// A path inside.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    pub fn read(&self, inside: &str) -> Result<String> {
        fs::read_to_string(self.path(inside)).with_context(|| format!("{inside} can't be read"))
    }

    pub fn write(&self, inside: &str, text: &str) -> Result<()> {
        let path = self.path(inside);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("{} can't be made", folder.display()))?;
        }
        fs::write(path, text).with_context(|| format!("{inside} can't be written"))
    }

    /// A cargo command in the project's folder: that cargo which runs us.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
        command.args(arguments).current_dir(&self.root);
        command
    }

    /// What `copydesk ARGUMENTS` prints in a folder of the project, built as `cargo run` builds it.
    pub fn copydesk(&self, folder: &str, arguments: &[&str]) -> Result<String> {
        succeed(&mut self.cargo(&["build", "--quiet"]))?;
        let program = self.target()?.join("debug").join(format!("copydesk{}", std::env::consts::EXE_SUFFIX));
        let mut command = Command::new(program);
        command.args(arguments).current_dir(self.path(folder)).env("NO_COLOR", "1").env("COLUMNS", "80");
        output(&mut command)
    }

    /// The folder that cargo builds into.
    pub fn target(&self) -> Result<PathBuf> {
        let metadata = output(&mut self.cargo(&["metadata", "--no-deps", "--format-version=1"]))?;
        let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
        Ok(metadata["target_directory"].as_str().context("cargo metadata names the target folder")?.into())
    }

    /// The names of the plugins' folders, sorted.
    pub fn plugins(&self) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(self.path("plugins"))? {
            let entry = entry?;
            if entry.path().join("Cargo.toml").is_file() {
                names.extend(entry.file_name().into_string().ok());
            }
        }
        names.sort();
        Ok(names)
    }
}

/// Runs a command whose output goes to the terminal.
pub fn succeed(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("can't start {command:?}"))?;
    ensure!(status.success(), "failed ({status}): {}", shown(command));
    Ok(())
}

/// What a command prints to its standard output.
pub fn output(command: &mut Command) -> Result<String> {
    let done = command.stderr(Stdio::piped()).output().with_context(|| format!("can't start {command:?}"))?;
    if !done.status.success() {
        bail!("failed ({}): {}\n{}", done.status, shown(command), String::from_utf8_lossy(&done.stderr));
    }
    String::from_utf8(done.stdout).with_context(|| format!("{} printed no UTF-8", shown(command)))
}

/// The command as one would type it.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let settings = command
        .get_envs()
        .filter_map(|(name, value)| Some(format!("{}={:?} ", name.to_string_lossy(), value?.to_string_lossy())));
    let arguments = command.get_args().map(|argument| format!(" {}", argument.to_string_lossy()));
    settings.chain([program]).chain(arguments).collect()
}
