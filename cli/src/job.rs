//! A run: the articles in, the engine over them, the findings out.

use crate::Ending;
use crate::arguments::{
    Analyze, Color, Intake, Job, RecordFormat, Report, ReportFormat, Running, Text, TextFormat, Trust, Unit,
};
use crate::console::Console;
use crate::input::{self, Pile};
use crate::output::Output;
use crate::report::{self, Edition, JsonLines, Lines, Terminal};
use crate::summary::Summary;
use crate::{galley, ratings, settings, watchdog};
use anyhow::{Result, bail};
use copydesk_core::record::{CharTable, Record};
use copydesk_core::{Analysis, Article, Conclusions, Document, Engine, Level, Offsets, Plan, Plugin, Selection};
use rayon::prelude::*;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// `copydesk report`
pub fn report(arguments: &Report) -> Result<Ending> {
    match arguments.format {
        ReportFormat::Terminal => at_once(&arguments.job, &Terminal, coloured(&arguments.job.running)),
        ReportFormat::Json => at_once(&arguments.job, &report::Json, true),
        ReportFormat::Jsonl => at_once(&arguments.job, &JsonLines, true),
    }
}

/// `copydesk analyze`
pub fn analyze(arguments: &Analyze) -> Result<Ending> {
    let job = &arguments.job;
    if arguments.format == RecordFormat::Json {
        return at_once(job, &report::Json, true);
    }
    let run = Run::new(&job.intake, &job.running, &job.trust, &job.selection())?;
    let least = job.fail_on.map(Level::from);
    let (plan, offsets) = (run.engine.plan(), offsets(job.offsets));
    run.one_by_one(&mut Records { plan, offsets, cites: job.cite, least, matched: false })
}

/// `copydesk text`
pub fn text(arguments: &Text) -> Result<Ending> {
    let selection = Selection { only: Some(galley::PLUGINS.map(str::to_owned).to_vec()), skip: Vec::new() };
    let galleys = &mut Galleys { format: arguments.format, printed: false };
    Run::new(&arguments.intake, &arguments.running, &Trust::default(), &selection)?.one_by_one(galleys)
}

/// Reads everything, then prints it; `as_is` leaves the colours in.
fn at_once(job: &Job, format: &dyn report::Report, as_is: bool) -> Result<Ending> {
    let run = Run::new(&job.intake, &job.running, &job.trust, &job.selection())?;
    let mut output = Output::open(job.running.output.as_deref())?;
    let mut pile = run.pile();
    let articles: Vec<Article> = pile.by_ref().inspect(|_| run.console.reveal()).collect();
    let mut summary = pile.summary().clone();
    let (analyses, conclusions) = run.watched(output.part(), || run.read(&articles));
    run.console.end();
    summary.conclude(&conclusions);
    let mut offsets = offsets(job.offsets);
    for analysis in &analyses {
        summary.take(analysis);
        learn(&mut offsets, analysis);
    }

    let plan = run.engine.plan();
    let edition = Edition {
        plan,
        analyses: &analyses,
        conclusions: &conclusions,
        summary: &summary,
        offsets: &offsets,
        cites: job.cite,
    };
    if as_is {
        format.print(&edition, &mut output)?;
    } else {
        let mut printed = Vec::new();
        format.print(&edition, &mut printed)?;
        anstream::adapter::strip_bytes(&printed).try_for_each(|plain| output.write_all(plain))?;
    }
    output.finish()?;
    let matched = job.fail_on.map(Level::from).is_some_and(|least| {
        analyses.iter().any(|analysis| has(analysis.records(), least)) || has(conclusions.records(), least)
    });
    Ok(run.end(&summary, matched))
}

/// Takes a stream of documents, to print each as soon as all before it are printed.
trait Press {
    /// One document, in input order.
    fn document(&mut self, analysis: &Analysis<'_>, out: &mut dyn Write) -> io::Result<()>;
    /// What was concluded over all of them.
    fn pile(&mut self, _: &Conclusions, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
    /// Whether something was printed at which the run is to fail.
    fn matched(&self) -> bool {
        false
    }
}

/// Prints records.
struct Records<'a> {
    plan: &'a Plan,
    offsets: Offsets,
    cites: bool,
    least: Option<Level>,
    matched: bool,
}

impl Records<'_> {
    fn look(&mut self, records: impl FnOnce() -> bool) {
        self.matched = self.matched || records();
    }
}

impl Press for Records<'_> {
    fn document(&mut self, analysis: &Analysis<'_>, out: &mut dyn Write) -> io::Result<()> {
        learn(&mut self.offsets, analysis);
        if let Some(least) = self.least {
            self.look(|| has(analysis.records(), least));
        }
        Lines { plan: self.plan, cites: self.cites, out }.document(analysis, &self.offsets)
    }

    fn pile(&mut self, conclusions: &Conclusions, out: &mut dyn Write) -> io::Result<()> {
        if let Some(least) = self.least {
            self.look(|| has(conclusions.records(), least));
        }
        Lines { plan: self.plan, cites: self.cites, out }.pile(conclusions, &self.offsets)
    }

    fn matched(&self) -> bool {
        self.matched
    }
}

/// Prints the documents themselves.
struct Galleys {
    format: TextFormat,
    /// Whether one was printed: articles for people are kept apart by a line.
    printed: bool,
}

impl Press for Galleys {
    fn document(&mut self, analysis: &Analysis<'_>, out: &mut dyn Write) -> io::Result<()> {
        let galley = galley::galley(analysis);
        match self.format {
            TextFormat::Jsonl => {
                serde_json::to_writer(&mut *out, &galley)?;
                out.write_all(b"\n")
            }
            TextFormat::Text => {
                if std::mem::replace(&mut self.printed, true) {
                    out.write_all(b"\n----\n\n")?;
                }
                galley.print(out)
            }
        }
    }
}

/// Everything that a run needs.
struct Run<'a> {
    intake: &'a Intake,
    running: &'a Running,
    engine: Engine,
    console: Console,
}

impl<'a> Run<'a> {
    fn new(intake: &'a Intake, running: &'a Running, trust: &Trust, selection: &Selection) -> Result<Self> {
        if let Some(path) = running.output.as_deref().and_then(|output| is_among(output, &intake.paths)) {
            bail!("{}: the output would be written over what is read", path.display());
        }
        let mut settings = settings::read(running.config.as_deref(), &running.settings)?;
        let console = Console::new(running.quiet);
        ratings::read(trust, &mut settings, &console)?;
        let plan = Plan::new(&Plugin::registered(), selection, &settings)?;
        if let Some(threads) = running.threads {
            rayon::ThreadPoolBuilder::new().num_threads(threads.into()).build_global()?;
        }
        Ok(Self { intake, running, engine: Engine::new(plan), console })
    }

    /// The articles at the paths.
    fn pile(&self) -> Pile<'_> {
        let found = input::walk(&self.intake.paths, self.running.output.as_deref());
        self.console.begin("reading", found.sources.iter().map(|source| source.length).sum());
        Pile::new(found, self.intake.published.clone(), &self.console)
    }

    /// Reads all articles in parallel and compares them.
    fn read<'d>(&self, articles: &'d [Article]) -> (Vec<Analysis<'d>>, Conclusions) {
        self.console.begin("analysing", articles.iter().map(|article| article.text.len() as u64).sum());
        let both = articles.par_iter().map(|article| {
            let analysis = self.engine.read(article);
            let shard = self.engine.map(&analysis);
            self.console.advance(article.text.len() as u64);
            (analysis, shard)
        });
        let (analyses, shards): (Vec<_>, Vec<_>) = both.unzip();
        let mut whole = self.engine.empty_shard();
        shards.into_iter().for_each(|shard| whole.merge(shard));
        (analyses, self.engine.conclude(whole))
    }

    fn one_by_one(&self, press: &mut dyn Press) -> Result<Ending> {
        let mut output = Output::open(self.running.output.as_deref())?;
        let mut pile = self.pile();
        let mut seen = Summary::default();
        // A bar would write over records on the same screen.
        let draws = self.running.output.is_some() || !io::stdout().is_terminal();
        let conclusions = self.watched(output.part(), || {
            self.engine.stream(&mut pile, |analysis| {
                if draws {
                    self.console.reveal();
                }
                seen.take(analysis);
                press.document(analysis, &mut output)
            })
        })?;
        self.console.end();
        press.pile(&conclusions, &mut output)?;
        output.finish()?;
        let mut summary = pile.summary().clone();
        summary.join(seen);
        summary.conclude(&conclusions);
        Ok(self.end(&summary, press.matched()))
    }

    /// Does `work`, and gives the run up where a plugin never ends. `part` is the file that is then of no use.
    fn watched<T>(&self, part: Option<PathBuf>, work: impl FnOnce() -> T) -> T {
        let patience = Duration::from_secs(self.running.patience);
        let give_up = |document: String, plugin| {
            let at = if document.is_empty() { "the whole pile" } else { &document };
            let seconds = patience.as_secs();
            self.console.error(&format!("{plugin} has been at work on {at} for more than {seconds} s; given up"));
            if let Some(part) = part {
                drop(fs::remove_file(part));
            }
            std::process::exit(Ending::Fault.code().into())
        };
        watchdog::watched(self.engine.watch(), patience, give_up, work)
    }

    /// Says what was done, and how the run ends.
    fn end(&self, summary: &Summary, matched: bool) -> Ending {
        self.console.note(&summary.to_string());
        if summary.is_faulty() {
            Ending::Fault
        } else if matched {
            Ending::Matched
        } else {
            Ending::Ran
        }
    }
}

/// The path that names the output's file as well.
fn is_among<'p>(output: &Path, paths: &'p [PathBuf]) -> Option<&'p PathBuf> {
    let output = output.canonicalize().ok().filter(|output| output.is_file())?;
    paths.iter().find(|path| path.canonicalize().is_ok_and(|path| path == output))
}

fn has<'a>(records: impl IntoIterator<Item = Record<'a>>, least: Level) -> bool {
    records.into_iter().any(|record| record.payload.level() >= least)
}

fn offsets(unit: Unit) -> Offsets {
    match unit {
        Unit::Bytes => Offsets::Bytes,
        Unit::Chars => Offsets::Chars(Default::default()),
    }
}

/// Learns how one document's bytes are counted in characters. The findings over the pile name places in any of them.
fn learn(offsets: &mut Offsets, analysis: &Analysis<'_>) {
    if let Offsets::Chars(tables) = offsets {
        let document: &dyn Document = analysis.document();
        tables.insert(document.id().to_owned(), CharTable::new(document.text()));
    }
}

/// Whether a report is printed in colour.
fn coloured(running: &Running) -> bool {
    match running.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            running.output.is_none() && anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
        }
    }
}
