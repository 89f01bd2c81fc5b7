//! The command line of copydesk: reads articles from files and lines, runs the engine over them, prints what it found.
//!
//! This crate is glue. What an article is read for lives in the plugins, how they are run in `copydesk-core`; here are only the
//! ways in (`input`), the ways out (`report`), and the list of what is linked (`plugins`).

// A plugin that is a dependency but that `plugins` doesn't name would silently not be linked: it is an error.
#![cfg_attr(not(test), deny(unused_crate_dependencies))]

mod arguments;
mod catalogue;
mod console;
mod galley;
mod input;
mod job;
mod output;
mod plugins;
mod ratings;
mod report;
mod settings;
mod summary;
mod watchdog;

use arguments::{Arguments, Command};
use clap::{CommandFactory, Parser};
use console::Console;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

/// How a run ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// It ran.
    Ran,
    /// `--fail-on` matched.
    Matched,
    /// Usage, configuration or input error.
    Fault,
}

impl Ending {
    const fn code(self) -> u8 {
        match self {
            Self::Ran => 0,
            Self::Matched => 1,
            Self::Fault => 2,
        }
    }
}

/// The list of flags, for manual and completions.
#[must_use]
pub fn command() -> clap::Command {
    Arguments::command()
}

/// Runs what the command line asks for.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let console = Console::new(false);
    let last_words = hush();
    let ending = panic::catch_unwind(AssertUnwindSafe(|| run(&arguments)));
    let ending = ending.unwrap_or_else(|payload| {
        // A panic that came this far is no plugin's: it is ours.
        let words = last_words.lock().unwrap_or_else(PoisonError::into_inner);
        if !words.is_empty() {
            console.error(&words);
        }
        panic::resume_unwind(payload)
    });
    let ending = ending.unwrap_or_else(|error| {
        if is_broken_pipe(&error) {
            return Ending::Ran;
        }
        console.error(&format!("{error:#}"));
        Ending::Fault
    });
    ExitCode::from(ending.code())
}

fn run(arguments: &Arguments) -> anyhow::Result<Ending> {
    match &arguments.command {
        None => job::report(&arguments.report),
        Some(Command::Report(report)) => job::report(report),
        Some(Command::Analyze(analyze)) => job::analyze(analyze),
        Some(Command::Text(text)) => job::text(text),
        Some(Command::Formats(formats)) => catalogue::formats(formats.json).map(|()| Ending::Ran),
        Some(Command::Plugins(plugins)) => catalogue::plugins(plugins.json).map(|()| Ending::Ran),
        Some(Command::Explain(explain)) => catalogue::explain(&explain.subject).map(|()| Ending::Ran),
        Some(Command::Schema) => catalogue::schema().map(|()| Ending::Ran),
    }
}

/// Keeps panics off the screen, but the last one in mind: a plugin's is caught by the engine and said in the output. With
/// RUST_BACKTRACE set, somebody wants to see them.
fn hush() -> Arc<Mutex<String>> {
    let last_words = Arc::new(Mutex::new(String::new()));
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        let words = Arc::clone(&last_words);
        panic::set_hook(Box::new(move |panic| {
            *words.lock().unwrap_or_else(PoisonError::into_inner) = panic.to_string();
        }));
    }
    last_words
}

/// Who closed the pipe has read enough.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let broken = |error: &io::Error| error.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(broken)
            || cause
                .downcast_ref::<serde_json::Error>()
                .is_some_and(|e| e.io_error_kind() == Some(io::ErrorKind::BrokenPipe))
    })
}
