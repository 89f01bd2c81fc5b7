//! The house's chores: `cargo xtask CHORE`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it talks to people at a terminal")]

mod bench;
mod bless;
mod ci;
mod lists;
mod plugin;
mod rehearsal;
mod score;
mod workspace;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;
use workspace::Workspace;

/// The house's chores.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Run everything that a change must pass, and stop at the first failure
    Ci {
        /// These steps only
        #[arg(value_name = "STEP")]
        steps: Vec<String>,
    },
    /// Write a plugin that compiles and is tested, and every line that must know it
    NewPlugin {
        /// Its name, as on the command line: lower-case letters, digits, hyphens
        name: String,
        /// It compares many documents (without: it reads one)
        #[arg(long)]
        comparer: bool,
    },
    /// Write anew what is made from the program: snapshots, the README's blocks, the figures of the seeds
    Bless {
        /// Write nothing; fail where a page is not what it should be
        #[arg(long)]
        check: bool,
    },
    /// Measure speed with the release profile, and print one table
    Bench {
        /// Benches whose name matches this regular expression: `dates`, `newswire`, `^(reading|whole)/`
        filter: Option<String>,
    },
    /// Measure a build on seeds/ against seeds/gold
    Score {
        /// Write nothing; fail where seeds/score.md is not what it should be
        #[arg(long)]
        check: bool,
        /// Print what is missed, wrong and too much of this kind (`date`, `conflict` …)
        #[arg(long, value_name = "KIND")]
        errors: Option<String>,
        /// Measure on articles about events whose facts are on record, in this folder, and write nothing
        #[arg(long, value_name = "DIR", conflicts_with = "check")]
        reports: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let workspace = Workspace::find()?;
    match Arguments::parse().chore {
        Chore::Ci { steps } => ci::run(&workspace, &steps),
        Chore::NewPlugin { name, comparer } => plugin::write(&workspace, &name, comparer),
        Chore::Bless { check } => bless::run(&workspace, check),
        Chore::Bench { filter } => bench::run(&workspace, filter.as_deref()),
        Chore::Score { errors, reports: Some(folder), .. } => {
            score::reports::run(&workspace, &folder, errors.as_deref())
        }
        Chore::Score { check, errors, reports: None } => score::run(&workspace, check, errors.as_deref()),
    }
}
