//! From the paths on the command line to the files that are read, always in the same order.

use super::{named, sidecar};
use copydesk_core::reader::{Fault, reason};
use globset::GlobBuilder;
use ignore::WalkBuilder;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

/// The formats whose files hold one article each, and may have a side-car.
const SINGLE: [&str; 3] = ["html", "markdown", "text"];

/// Standard input, on the command line.
const STDIN: &str = "-";

/// A file that is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its path, with the directory that was given.
    pub path: PathBuf,
    /// What its documents are called by: see `Opened::name`.
    pub name: String,
    /// Its length in bytes, as far as it is known; for the progress bar.
    pub length: u64,
    /// Whether the file itself was named, not a directory that holds it.
    named: bool,
    /// The file that says what is given with its articles.
    pub sidecar: Option<PathBuf>,
}

impl Source {
    /// Whether it is standard input.
    pub fn is_stdin(&self) -> bool {
        self.named && self.path.as_os_str() == STDIN
    }

    /// Its path for people.
    pub fn shown(&self) -> String {
        shown(&self.path)
    }

    /// Of two ways to one file, the one with the lesser key is taken, so that the order of the arguments doesn't matter: a file
    /// that was itself named, then the shorter path, then the outer directory.
    fn key(&self) -> impl Ord + '_ {
        (!self.named, self.path.as_os_str().len(), &self.path, Reverse(self.name.len()))
    }
}

/// What was found at the paths.
#[derive(Debug, Default)]
pub struct Found {
    /// The files, by path; each once, however often it was named.
    pub sources: Vec<Source>,
    /// What can't be read.
    pub faults: Vec<Fault>,
    /// What is odd.
    pub warnings: Vec<String>,
    /// How many files in directories are of no kind that is read.
    pub ignored: u64,
}

/// Finds the files at `paths`. Of a directory those whose names a reader knows; hidden ones and what an `.ignore` file there
/// names are left out, links are followed. `output` is being written and never read.
pub fn walk(paths: &[PathBuf], output: Option<&Path>) -> Found {
    let mut found = Found::default();
    let mut files: BTreeMap<PathBuf, Source> = BTreeMap::new();
    let mut ignored = BTreeMap::new();
    let output = output.and_then(|path| path.canonicalize().ok());
    let mut add = |source: Source| {
        let canonical = if source.is_stdin() { None } else { source.path.canonicalize().ok() };
        if canonical.is_some() && canonical == output {
            return;
        }
        let canonical = canonical.unwrap_or_else(|| source.path.clone());
        match files.get(&canonical) {
            Some(known) if known.key() <= source.key() => {}
            _ => {
                files.insert(canonical, source);
            }
        }
    };
    for path in paths {
        if path.as_os_str() == STDIN {
            add(Source { path: path.clone(), name: STDIN.to_owned(), length: 0, named: true, sidecar: None });
            continue;
        }
        match path.metadata() {
            Ok(metadata) if metadata.is_dir() => {
                let mut articles = 0;
                let mut others = 0;
                for entry in entries(path, &mut found) {
                    if is_wanted(&entry.path) {
                        articles += 1;
                        add(entry);
                    } else {
                        others += 1;
                        ignored.insert(entry.path, ());
                    }
                }
                if articles == 0 {
                    found.warnings.push(barren(path, others));
                }
            }
            Ok(metadata) => {
                add(Source {
                    path: path.clone(),
                    name: shown(path),
                    length: metadata.len(),
                    named: true,
                    sidecar: None,
                });
            }
            // A shell that is told not to expand a pattern hands it over as it is.
            Err(error) => match matching(path, &mut found) {
                Some(entries) => entries.into_iter().for_each(&mut add),
                None => found.faults.push(Fault::file(shown(path), reason(&error))),
            },
        }
    }
    found.sources = beside(files);
    found.sources.sort_by(|a, b| a.path.cmp(&b.path));
    found.ignored = ignored.len() as u64;
    found.faults.sort();
    found.faults.dedup();
    found.warnings.sort();
    found.warnings.dedup();
    found
}

/// The files that match a pattern (`crawl/**/*.html`), if it is one and some do.
fn matching(pattern: &Path, found: &mut Found) -> Option<Vec<Source>> {
    let text = pattern.to_str().filter(|text| text.contains(['*', '?', '[', '{']))?;
    let glob = match GlobBuilder::new(text).literal_separator(true).build() {
        Ok(glob) => glob.compile_matcher(),
        Err(error) => {
            found.warnings.push(format!("{text}: not a pattern of files: {error}"));
            return None;
        }
    };
    let is_plain = |part: &Component<'_>| !part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{']);
    let above: PathBuf = pattern.components().take_while(is_plain).collect();
    let directory = if above.as_os_str().is_empty() { Path::new(".") } else { &above };
    let mut files = entries(directory, found);
    for file in &mut files {
        // Under the pattern's own name: "a/*.txt" gives "a/1.txt", not "./a/1.txt".
        file.path = above.join(&file.name);
        file.name = shown(&file.path);
        file.named = true;
    }
    files.retain(|file| glob.is_match(&file.path));
    (!files.is_empty()).then_some(files)
}

/// Puts each side-car beside its article. It is no article itself, unless it was named.
fn beside(files: BTreeMap<PathBuf, Source>) -> Vec<Source> {
    let has_one = |source: &Source| named(&source.path).is_some_and(|format| SINGLE.contains(&format.name));
    let mut sidecars = BTreeSet::new();
    let mut sources: Vec<Source> = files.into_values().collect();
    for source in sources.iter_mut().filter(|source| !source.is_stdin() && has_one(source)) {
        let place = sidecar::places(&source.path).into_iter().find(|place| place.is_file());
        sidecars.extend(place.clone());
        source.sidecar = place;
    }
    sources.retain(|source| source.named || !sidecars.contains(&source.path));
    sources
}

/// All plain files under a directory.
fn entries(directory: &Path, found: &mut Found) -> Vec<Source> {
    let mut files = Vec::new();
    // An `.ignore` file above the directory doesn't count: what was named is what is wanted.
    let walk = WalkBuilder::new(directory).standard_filters(false).hidden(true).ignore(true).follow_links(true).build();
    for entry in walk {
        match entry {
            Ok(entry) => {
                if let Some(error) = entry.error() {
                    found.warnings.push(error.to_string());
                }
                let Some(metadata) = entry.metadata().ok().filter(std::fs::Metadata::is_file) else { continue };
                let relative = entry.path().strip_prefix(directory).unwrap_or(entry.path());
                let (name, length) = (shown(relative), metadata.len());
                files.push(Source { path: entry.into_path(), name, length, named: false, sidecar: None });
            }
            // What lies behind a link to a directory above has been seen.
            Err(error) if is_loop(&error) => {}
            Err(error) => found.faults.push(Fault::file(shown(directory), error.to_string())),
        }
    }
    files
}

fn is_loop(error: &ignore::Error) -> bool {
    match error {
        ignore::Error::Loop { .. } => true,
        ignore::Error::WithPath { err, .. }
        | ignore::Error::WithDepth { err, .. }
        | ignore::Error::WithLineNumber { err, .. } => is_loop(err),
        _ => false,
    }
}

fn barren(directory: &Path, others: usize) -> String {
    let others = if others == 0 { String::new() } else { format!("; {others} other files are ignored") };
    format!("{}: no article in this directory (`copydesk formats` lists what is read{others})", shown(directory))
}

/// Whether a file in a directory may hold articles: a reader knows its name, and it doesn't tell of the directory itself.
fn is_wanted(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("");
    !stem.eq_ignore_ascii_case("readme") && named(path).is_some()
}

/// A path for people and for ids.
fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
