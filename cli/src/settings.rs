//! What a user has set: the nearest `copydesk.toml` upwards, then `--set`.

use anyhow::{Context, Result};
use copydesk_core::Settings;
use std::fs;
use std::path::{Path, PathBuf};

/// The settings file's name.
const FILE: &str = "copydesk.toml";

/// Reads the settings: from `config` or else the nearest file upwards, then the assignments, of which a later one wins.
///
/// # Errors
/// Where the file can't be read or is no settings file, or an assignment has not the form `plugin.option=value`.
pub fn read(config: Option<&Path>, assignments: &[String]) -> Result<Settings> {
    let mut settings = Settings::default();
    if let Some(path) = config.map(Path::to_owned).or_else(nearest) {
        let name = path.display().to_string();
        let text = fs::read_to_string(&path).with_context(|| format!("{name}: can't be read"))?;
        settings.add_toml(&text, &name)?;
    }
    for assignment in assignments {
        settings.set(assignment)?;
    }
    Ok(settings)
}

/// The settings file in the folder where the program was started, or in the nearest folder above that has one.
fn nearest() -> Option<PathBuf> {
    let here = PathBuf::from(FILE);
    if here.is_file() {
        return Some(here);
    }
    let folder = std::env::current_dir().ok()?;
    folder.ancestors().map(|folder| folder.join(FILE)).find(|path| path.is_file())
}
