//! What can be said on the command line. This is the one list of flags: help, manual and completions are made from it.

use clap::{Args, Parser, Subcommand, ValueEnum};
use copydesk_core::{Level, Selection};
use std::path::PathBuf;

/// The copy desk for a pile of news articles: finds every date, figure, quote and source, and lays the outlets side by side.
///
/// `copydesk PATHS…` is short for `copydesk report PATHS…`. A subcommand's name wins over a folder of that name: `./plugins`
/// names the folder.
///
/// Exit codes: 0 it ran; 1 only where --fail-on matched; 2 usage, configuration or input error.
#[derive(Debug, Parser)]
#[command(name = "copydesk", version, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Arguments {
    /// What to do; without one, a report.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What the report takes.
    #[command(flatten)]
    pub report: Report,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print what the articles agree on, where they contradict each other, and what each of them says (the default)
    Report(Report),
    /// Print every finding as a record, one a line
    Analyze(Analyze),
    /// Print the documents as they are read, one a line: text, body, headline, byline, date, outlet
    Text(Text),
    /// List the plugins that are linked, with what they find and require
    Plugins(Plugins),
    /// List the formats that are read
    Formats(Formats),
    /// Explain a plugin or one of its rules
    Explain(Explain),
    /// Print the JSON Schema of the records
    Schema,
}

/// `copydesk report`
#[derive(Debug, Args)]
pub struct Report {
    /// How to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: ReportFormat,
    /// What is read, with which plugins.
    #[command(flatten)]
    pub job: Job,
}

/// `copydesk analyze`
#[derive(Debug, Args)]
pub struct Analyze {
    /// How to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: RecordFormat,
    /// What is read, with which plugins.
    #[command(flatten)]
    pub job: Job,
}

/// `copydesk text`
#[derive(Debug, Args)]
pub struct Text {
    /// What is read.
    #[command(flatten)]
    pub intake: Intake,
    /// How documents are printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: TextFormat,
    /// Where it is printed.
    #[command(flatten)]
    pub running: Running,
}

/// `copydesk plugins`
#[derive(Debug, Args)]
pub struct Plugins {
    /// Print everything that is known of them, with their options, as JSON
    #[arg(long)]
    pub json: bool,
}

/// `copydesk formats`
#[derive(Debug, Args)]
pub struct Formats {
    /// Print them as JSON
    #[arg(long)]
    pub json: bool,
}

/// `copydesk explain`
#[derive(Debug, Args)]
pub struct Explain {
    /// A plugin (`dates`) or one of its rules (`dates/month-day`)
    #[arg(value_name = "PLUGIN[/RULE]")]
    pub subject: String,
}

/// How a report is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people
    #[default]
    Terminal,
    /// One object: documents, findings, across, summary
    Json,
    /// One record a line
    Jsonl,
}

/// How documents are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum TextFormat {
    /// One document a line, with its masthead
    #[default]
    Jsonl,
    /// The clean articles, for people
    Text,
}

/// How records are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum RecordFormat {
    /// One record a line
    #[default]
    Jsonl,
    /// One object: documents, findings, across, summary
    Json,
}

/// What every command that reads articles and prints findings takes.
#[derive(Debug, Args)]
pub struct Job {
    /// What is read.
    #[command(flatten)]
    pub intake: Intake,
    /// Run these plugins only (what they require runs silently)
    #[arg(long, value_delimiter = ',', value_name = "PLUGINS")]
    pub only: Option<Vec<String>>,
    /// Leave these plugins out
    #[arg(long, value_delimiter = ',', value_name = "PLUGINS")]
    pub skip: Vec<String>,
    /// What the user trusts.
    #[command(flatten)]
    pub trust: Trust,
    /// Offsets in UTF-8 bytes or in Unicode code points
    #[arg(long, value_enum, default_value_t, value_name = "UNIT")]
    pub offsets: Unit,
    /// Say in each record where the finding stands in its source: bytes, line and column in the page, crawl or field that the text
    /// was read from, and a W3C TextQuoteSelector
    #[arg(long)]
    pub cite: bool,
    /// Exit with 1 where a finding asks for at least this much attention
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub fail_on: Option<FailOn>,
    /// Where it is printed.
    #[command(flatten)]
    pub running: Running,
}

impl Job {
    /// The plugins that were asked for.
    pub fn selection(&self) -> Selection {
        Selection { only: self.only.clone(), skip: self.skip.clone() }
    }
}

/// What the user trusts, and asks to be graded by it.
#[derive(Debug, Default, Args)]
pub struct Trust {
    /// A list of ratings of outlets (CSV; may be given more than once, later files win): see `copydesk explain reliability/user-rating`
    #[arg(long, value_name = "FILE.csv")]
    pub ratings: Vec<PathBuf>,
    /// Grade articles and statements on the Admiralty scale: see `copydesk explain reliability/admiralty`
    #[arg(long)]
    pub admiralty: bool,
}

/// What is read.
#[derive(Debug, Args)]
pub struct Intake {
    /// Articles: text, Markdown, HTML, JSON, JSON Lines, feeds, WARC, packed or not; directories and patterns of them; - for standard
    /// input
    #[arg(required = true, value_name = "PATHS")]
    pub paths: Vec<PathBuf>,
    /// The publication date of documents that are given without one (ISO 8601)
    #[arg(long, value_name = "DATE", value_parser = crate::input::published)]
    pub published: Option<String>,
}

/// How it runs, and where it prints.
#[derive(Debug, Args)]
pub struct Running {
    /// Write to this file, at once when all is done, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Number of threads [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub threads: Option<u16>,
    /// Whether to use colour; auto heeds NO_COLOR
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub color: Color,
    /// Set an option of a plugin
    #[arg(long = "set", value_name = "PLUGIN.OPTION=VALUE")]
    pub settings: Vec<String>,
    /// Read settings from this file [default: the nearest copydesk.toml upwards]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Give up where one plugin works on one document for longer than this; 0 waits for ever
    #[arg(long, value_name = "SECONDS", default_value_t = crate::watchdog::PATIENCE)]
    pub patience: u64,
    /// Say nothing on standard error but errors
    #[arg(short, long)]
    pub quiet: bool,
}

/// Whether to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The unit of offsets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Unit {
    /// UTF-8 bytes
    #[default]
    Bytes,
    /// Unicode code points
    Chars,
}

/// The least level at which to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Any finding
    Note,
    /// A finding that is worth a look
    Check,
    /// A contradiction between articles
    Conflict,
}

impl From<FailOn> for Level {
    fn from(level: FailOn) -> Self {
        match level {
            FailOn::Note => Self::Note,
            FailOn::Check => Self::Check,
            FailOn::Conflict => Self::Conflict,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn parse(arguments: &[&str]) -> Arguments {
        Arguments::try_parse_from(arguments).unwrap()
    }

    #[test]
    fn the_list_of_flags_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn paths_alone_ask_for_a_report() {
        let arguments = parse(&["copydesk", "seeds", "plugins", "--only", "dates,figures"]);
        assert!(arguments.command.is_none());
        assert_eq!(arguments.report.job.intake.paths, [PathBuf::from("seeds"), PathBuf::from("plugins")]);
        assert_eq!(arguments.report.job.selection().only.unwrap(), ["dates", "figures"]);
    }

    #[test]
    fn the_name_of_a_subcommand_wins() {
        assert!(matches!(parse(&["copydesk", "plugins"]).command, Some(Command::Plugins(_))));
        assert!(parse(&["copydesk", "./plugins"]).command.is_none());
        assert!(matches!(parse(&["copydesk", "report", "plugins"]).command, Some(Command::Report(_))));
    }

    #[test]
    fn no_path_is_an_error() {
        let error = Arguments::try_parse_from(["copydesk"]).unwrap_err();
        assert_eq!(error.kind(), clap::error::ErrorKind::MissingRequiredArgument);
        assert!(Arguments::try_parse_from(["copydesk", "analyze"]).is_err());
    }
}
