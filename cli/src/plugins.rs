//! The link list: a plugin crate that no line names would silently not be linked.

use copydesk_claims as _;
use copydesk_copies as _;
use copydesk_dates as _;
use copydesk_drift as _;
use copydesk_figures as _;
use copydesk_html as _;
use copydesk_masthead as _;
use copydesk_names as _;
use copydesk_origins as _;
use copydesk_quotes as _;
use copydesk_reliability as _;
use copydesk_sources as _;
use copydesk_timeline as _;
use copydesk_zones as _;

#[cfg(test)]
mod tests {
    use copydesk_core::{Format, Plugin};
    use std::fs;
    use std::path::Path;

    #[test]
    fn every_folder_of_plugins_is_linked_and_registers_what_it_is_named_for() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../plugins");
        let mut folders: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.join("Cargo.toml").is_file())
            .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
            .collect();
        folders.sort();
        // Readers of light formats are modules of `input`, without a folder of their own.
        let formats = Format::registered();
        let readers =
            formats.iter().map(|format| format.name).filter(|name| folders.iter().any(|folder| folder == name));
        let mut names: Vec<&str> = Plugin::registered().iter().map(|plugin| plugin.name).chain(readers).collect();
        names.sort_unstable();
        // An analyzer and a comparer may share a name.
        names.dedup();
        assert_eq!(folders, names);
    }
}
