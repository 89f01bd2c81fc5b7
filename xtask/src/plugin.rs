//! New plugins: a folder that compiles and is tested, and every line that must know it.

use crate::workspace::{Workspace, output};
use crate::{bless, lists};
use anyhow::{Result, bail, ensure};

/// Names are typed on the command line; the longest of the house has eleven letters.
const LONGEST_NAME: usize = 30;
/// Names whose crate or type would clash with one that the template uses.
const TAKEN: [&str; 24] = [
    "across-sink",
    "analyzer",
    "article",
    "claim",
    "class",
    "comparer",
    "confidence",
    "core",
    "count",
    "counts",
    "earlier",
    "emit",
    "engine",
    "evidence",
    "finding",
    "given",
    "mention",
    "merged",
    "reading",
    "repeated",
    "rule",
    "self",
    "sink",
    "lazy-lock",
];

/// The files of a plugin, with their templates.
const ANALYZER: [(&str, &str); 5] = [
    ("Cargo.toml", include_str!("../templates/analyzer/manifest.txt")),
    ("src/lib.rs", include_str!("../templates/analyzer/lib.txt")),
    ("src/words.txt", include_str!("../templates/analyzer/words.txt")),
    ("tests/cases.md", include_str!("../templates/analyzer/cases.md")),
    ("tests/cases.rs", include_str!("../templates/analyzer/cases.txt")),
];
const COMPARER: [(&str, &str); 3] = [
    ("Cargo.toml", include_str!("../templates/comparer/manifest.txt")),
    ("src/lib.rs", include_str!("../templates/comparer/lib.txt")),
    ("tests/pile.rs", include_str!("../templates/comparer/pile.txt")),
];

/// Writes a plugin, enters it into every list, and says what to do next.
pub fn write(workspace: &Workspace, name: &str, comparer: bool) -> Result<()> {
    files(workspace, name, comparer)?;
    if let Err(error) = bless::pages(workspace, false) {
        println!("the README's table is not yet written anew (`cargo xtask bless` does it): {error:#}");
    }
    let read = if comparer { "tests/pile.rs" } else { "tests/cases.md" };
    println!(
        "\nNext:\n  cargo test -p copydesk-{name}\n  cargo run -- plugins\n  cargo run -- explain {name}\n  \
         cargo run -- analyze --only {name} seeds/\nThen make it yours: plugins/{name}/src/lib.rs, plugins/{name}/{read}."
    );
    Ok(())
}

/// Writes the folder and the lists.
pub fn files(workspace: &Workspace, name: &str, comparer: bool) -> Result<()> {
    refuse(workspace, name)?;
    let templates: &[(&str, &str)] = if comparer { &COMPARER } else { &ANALYZER };
    for (file, template) in templates {
        workspace.write(&format!("plugins/{name}/{file}"), &filled(template, name))?;
        println!("plugins/{name}/{file} is written");
    }
    for file in lists::enter(workspace, name)? {
        println!("{file} knows it");
    }
    match output(&mut workspace.cargo(&["update", "--offline", "--workspace", "--quiet"])) {
        Ok(_) => println!("Cargo.lock knows it"),
        Err(error) => println!("Cargo.lock will know it after the next cargo command that is online: {error:#}"),
    }
    // A long name breaks lines that a short one does not.
    output(&mut workspace.cargo(&["fmt", "--package", &format!("copydesk-{name}")])).map(drop)
}

/// Fails for a name that can't be, or is there.
fn refuse(workspace: &Workspace, name: &str) -> Result<()> {
    let sound = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    ensure!(
        name.starts_with(|c: char| c.is_ascii_lowercase()) && name.split('-').all(sound) && name.len() <= LONGEST_NAME,
        "{name:?} can't be a plugin's name: lower-case letters and digits, words joined by hyphens, {LONGEST_NAME} at most"
    );
    if TAKEN.contains(&name) {
        bail!("{name:?} can't be a plugin's name: core has a type of that name");
    }
    ensure!(!workspace.path(&format!("plugins/{name}")).exists(), "plugins/{name} is there already");
    Ok(())
}

/// A template with the plugin's name in all its forms.
fn filled(template: &str, name: &str) -> String {
    let capital = |word: &str| {
        let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
        first.to_ascii_uppercase() + rest
    };
    let camel: String = name.split('-').map(capital).collect();
    template
        .replace("{{name}}", name)
        .replace("{{crate}}", &name.replace('-', "_"))
        .replace("{{Type}}", &camel)
        .replace("{{Title}}", &capital(&name.replace('-', " ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_cannot_be_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::at(folder.path().to_owned());
        for name in
            ["", "Hedges", "hedge words", "1st", "-x", "x-", "a--b", "../x", "hédges", "core", "finding", "self"]
        {
            assert!(refuse(&workspace, name).is_err(), "{name:?}");
        }
        refuse(&workspace, "press-releases2").unwrap();
        workspace.write("plugins/hedges/Cargo.toml", "").unwrap();
        let error = refuse(&workspace, "hedges").unwrap_err().to_string();
        assert_eq!(error, "plugins/hedges is there already");
    }

    #[test]
    fn a_template_has_the_name_in_all_its_forms() {
        assert_eq!(
            filled("{{name}} {{crate}} {{Type}} {{Title}}", "big-words"),
            "big-words big_words BigWords Big words"
        );
        for (file, template) in ANALYZER.iter().chain(&COMPARER) {
            assert!(!filled(template, "x").contains("{{"), "{file} has a form that is not filled");
        }
    }
}
