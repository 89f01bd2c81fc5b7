//! The link list: a plugin crate that no line names would silently not be linked.

use copydesk_claims as _;
use copydesk_copies as _;
use copydesk_dates as _;
use copydesk_drift as _;
use copydesk_figures as _;
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
    use copydesk_core::Plugin;
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
        let mut names: Vec<&str> = Plugin::registered().iter().map(|plugin| plugin.name).collect();
        // An analyzer and a comparer may share a name.
        names.dedup();
        assert_eq!(folders, names);
    }
}
