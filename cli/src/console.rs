//! Standard error: what went wrong, what is odd, and how far it is.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, Read, Write};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// A run that is done within this time shows no progress bar.
const SOON: Duration = Duration::from_secs(1);

/// Standard error. Messages and the progress bar don't write over each other.
pub struct Console {
    quiet: bool,
    bar: ProgressBar,
    started: Instant,
    shown: OnceLock<()>,
}

impl Console {
    /// A console; a quiet one says errors only.
    pub fn new(quiet: bool) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        Self { quiet, bar, started: Instant::now(), shown: OnceLock::new() }
    }

    /// Something that is odd, and did no harm.
    pub fn warning(&self, message: &str) {
        if !self.quiet {
            self.say(&format!("copydesk: warning: {message}"));
        }
    }

    /// Something that went wrong.
    pub fn error(&self, message: &str) {
        self.say(&format!("copydesk: error: {message}"));
    }

    /// What was done.
    pub fn note(&self, message: &str) {
        if !self.quiet {
            self.say(&format!("copydesk: {message}"));
        }
    }

    fn say(&self, message: &str) {
        // Who closed standard error doesn't want to hear it.
        self.bar.suspend(|| drop(writeln!(io::stderr(), "{}", printable(message))));
    }

    /// Begins a stretch of work of so many bytes.
    pub fn begin(&self, what: &'static str, bytes: u64) {
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {bytes}/{total_bytes} {eta}") {
            self.bar.set_style(style);
        }
        self.bar.set_message(what);
        self.bar.set_position(0);
        self.bar.set_length(bytes);
    }

    /// So many bytes more are done.
    pub fn advance(&self, bytes: u64) {
        self.reveal();
        self.bar.inc(bytes);
    }

    /// Shows the bar once the run has lasted long enough.
    pub fn reveal(&self) {
        // indicatif itself draws on terminals only.
        if !self.quiet && self.started.elapsed() > SOON && self.shown.set(()).is_ok() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    /// A stream whose bytes are counted as they are read.
    pub fn counted(&self, from: impl Read + Send + 'static) -> Box<dyn Read + Send> {
        Box::new(self.bar.wrap_read(from))
    }

    /// The work is done.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}

/// A message without control characters: names of files and words of articles may hold what moves a terminal's cursor.
pub fn printable(message: &str) -> String {
    message.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_message_moves_the_cursor() {
        assert_eq!(printable("a\u{1b}[2Jb\nc"), "a\u{fffd}[2Jb\nc");
    }
}
