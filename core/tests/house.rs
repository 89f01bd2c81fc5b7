//! The house rules of core that no type can hold.

use std::fs;
use std::path::Path;

/// What would be I/O, printing, or a look at the clock. `Instant` is left to the watchdog's notes, which no output sees; of
/// `std::io` the traits by which a reader is handed the bytes of a file that others opened.
const FORBIDDEN: [&str; 14] = [
    "std::fs",
    "stdin",
    "stdout",
    "stderr",
    "File::",
    "std::net",
    "std::env",
    "std::process",
    "SystemTime",
    "Zoned::now",
    "Timestamp::now",
    "println!",
    "eprintln!",
    "dbg!",
];

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("core has sources") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push((path.display().to_string(), fs::read_to_string(&path).expect("it can be read")));
        }
    }
}

#[test]
fn core_does_no_io_and_knows_no_plugin() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    assert!(files.len() > 20, "core's sources are not where they were");
    for (file, text) in &files {
        for word in FORBIDDEN {
            assert!(!text.contains(word), "{file} has {word}");
        }
    }
    for (file, text) in files.iter().filter(|(file, _)| !file.replace('\\', "/").contains("/lang/")) {
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        assert_eq!(
            code.filter(|line| line.contains("lang::en") || line.contains(" en::")).count(),
            0,
            "{file} names a language"
        );
    }
    let manifest = fs::read_to_string(root.join("Cargo.toml")).expect("core has a manifest");
    for plugin in fs::read_dir(root.join("../plugins")).expect("there are plugins") {
        let name = plugin.expect("it can be listed").file_name().into_string().expect("it is ASCII");
        assert!(!manifest.contains(&format!("copydesk-{name}")), "core depends on {name}");
        for (file, text) in &files {
            let named = format!("copydesk_{}", name.replace('-', "_"));
            assert!(!text.contains(&named), "{file} names the plugin {name}");
        }
    }
}
