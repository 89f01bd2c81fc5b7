//! Whole reports on the seeds: what a change does to them shows in the diff. `cargo xtask bless` takes them anew.

use std::process::Command;

fn seeds(arguments: &[&str]) -> String {
    let seeds = concat!(env!("CARGO_MANIFEST_DIR"), "/../seeds");
    let run = Command::new(env!("CARGO_BIN_EXE_copydesk")).args(arguments).arg(seeds).output().unwrap();
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

#[test]
fn the_report_on_the_seeds() {
    insta::assert_snapshot!(seeds(&["--color", "never"]));
}

#[test]
fn the_records_over_the_seeds() {
    let only = "copies,origins,claims,drift,timeline";
    insta::assert_snapshot!(seeds(&["analyze", "--only", only]));
}

#[test]
fn no_line_of_the_report_is_wider_than_the_page() {
    // Only what can't be broken may be wider: a document's name, an address.
    let wide: Vec<String> = seeds(&["--color", "never"])
        .lines()
        .filter(|line| {
            line.chars().count() > 80
                && line.trim().contains(' ')
                && !line.starts_with("LL |")
                && !line.starts_with("   |")
        })
        .map(str::to_owned)
        .collect();
    assert_eq!(wide, Vec::<String>::new());
}
