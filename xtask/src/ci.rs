//! The gate: what a change must pass, one step after the other.

use crate::workspace::{Workspace, shown, succeed};
use crate::{bless, lists, rehearsal};
use anyhow::{Context, Result, bail, ensure};
use std::process::Command;
use std::time::Instant;

/// The tests, as the README tells everybody to run them.
const TESTS: &str = "cargo test --workspace";

enum Work {
    Cargo(&'static [&'static str], &'static [(&'static str, &'static str)]),
    House(fn(&Workspace) -> Result<()>),
}

struct Step {
    name: &'static str,
    what: &'static str,
    work: Work,
}

/// The cheap ones first. All of them build into one target folder.
const STEPS: [Step; 8] = [
    Step { name: "format", what: "the source is formatted", work: Work::Cargo(&["fmt", "--all", "--check"], &[]) },
    Step { name: "lists", what: "every list knows every plugin", work: Work::House(lists::check) },
    Step {
        name: "clippy",
        what: "no lint is raised, and Cargo.lock is up to date",
        work: Work::Cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"], &[]),
    },
    Step { name: "tests", what: "the README's test command passes", work: Work::House(tests) },
    Step {
        name: "docs",
        what: "the documentation builds without a warning",
        work: Work::Cargo(&["doc", "--workspace", "--no-deps"], &[("RUSTDOCFLAGS", "-D warnings")]),
    },
    Step { name: "generated", what: "generated pages are what bless would write", work: Work::House(generated) },
    Step {
        name: "benches",
        what: "the benches compile",
        work: Work::Cargo(&["bench", "--package", "copydesk-benches", "--no-run"], &[]),
    },
    Step { name: "scaffold", what: "a new plugin compiles, passes and is listed", work: Work::House(rehearsal::run) },
];

/// Runs the steps of these names, or all.
pub fn run(workspace: &Workspace, names: &[String]) -> Result<()> {
    if let Some(name) = names.iter().find(|name| !STEPS.iter().any(|step| step.name == **name)) {
        bail!("no step is named {name:?}; there are {}", STEPS.map(|step| step.name).join(", "));
    }
    let steps: Vec<&Step> = STEPS.iter().filter(|s| names.is_empty() || names.iter().any(|n| n == s.name)).collect();
    let start = Instant::now();
    let mut times = Vec::new();
    for (i, step) in steps.iter().enumerate() {
        println!("\n== {}/{} {}: {}", i + 1, steps.len(), step.name, step.what);
        let began = Instant::now();
        let result = match step.work {
            Work::Cargo(arguments, settings) => {
                let mut command = workspace.cargo(arguments);
                command.envs(settings.iter().copied());
                println!("   {}", shown(&command));
                succeed(&mut command)
            }
            Work::House(work) => work(workspace),
        };
        let seconds = began.elapsed().as_secs_f32();
        result.with_context(|| {
            format!("\n== {0} failed after {seconds:.1} s; to run it alone: cargo xtask ci {0}\n   {0}", step.name)
        })?;
        println!("   passed in {seconds:.1} s");
        times.push(format!("   {:<10} {seconds:>6.1} s", step.name));
    }
    println!("\n== all passed in {:.1} s\n{}", start.elapsed().as_secs_f32(), times.join("\n"));
    Ok(())
}

fn tests(workspace: &Workspace) -> Result<()> {
    let readme = workspace.read("README.md")?;
    ensure!(
        readme.lines().any(|line| line.trim() == TESTS),
        "the README no longer says `{TESTS}`: one of the two is wrong"
    );
    println!("   {TESTS}");
    let mut command: Command = workspace.cargo(&TESTS.split(' ').skip(1).collect::<Vec<_>>());
    // A snapshot that differs is a failure here, never a new file.
    succeed(command.env("INSTA_UPDATE", "no"))
}

fn generated(workspace: &Workspace) -> Result<()> {
    bless::run(workspace, true)
}
