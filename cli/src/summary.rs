//! The counts of a run: what was read, what was not, and which plugins failed.

use copydesk_core::{Analysis, Conclusions, Skip, Why};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// The counts of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Documents that were read.
    pub documents: u64,
    /// Those of them without article text: empty, or nothing but furniture.
    pub without_text: u64,
    /// Files that were opened.
    pub files_read: u64,
    /// Files that could not be read, or not to their end.
    pub files_skipped: u64,
    /// Lines that could not be read.
    pub lines_skipped: u64,
    /// Files in directories that are of no kind that is read.
    pub files_ignored: u64,
    /// Records of crawls and items of agencies that hold no article: pictures, redirections.
    pub records_ignored: u64,
    /// Warnings.
    pub warnings: u64,
    /// In how many documents a plugin failed.
    pub failed: BTreeMap<&'static str, u64>,
    /// How many documents a plugin left alone, because it doesn't read their language.
    pub left_alone: BTreeMap<&'static str, u64>,
    /// Comparers that did not conclude, and why.
    pub not_concluded: BTreeMap<&'static str, String>,
}

impl Summary {
    /// Counts what became of one document.
    pub fn take(&mut self, analysis: &Analysis<'_>) {
        self.without_text += u64::from(without_text(analysis));
        for skip in analysis.skipped() {
            self.count(skip);
        }
    }

    /// Takes in what another one has counted of the documents.
    pub fn join(&mut self, other: Self) {
        self.without_text += other.without_text;
        for (mine, theirs) in [(&mut self.failed, other.failed), (&mut self.left_alone, other.left_alone)] {
            theirs.into_iter().for_each(|(plugin, count)| *mine.entry(plugin).or_default() += count);
        }
    }

    /// Counts what became of the comparison.
    pub fn conclude(&mut self, conclusions: &Conclusions) {
        for (_, skip) in conclusions.skipped_documents() {
            self.count(skip);
        }
        for skip in conclusions.skipped() {
            self.not_concluded.insert(skip.plugin, skip.why.to_string());
        }
    }

    /// A plugin that was skipped because another one failed is not counted: it is the other one that is to be looked at.
    fn count(&mut self, skip: &Skip) {
        let counts = match skip.why {
            Why::Panicked(_) | Why::OverBudget(_) | Why::TooLong(_) => &mut self.failed,
            Why::Language(_) => &mut self.left_alone,
            Why::Requires(_) => return,
        };
        *counts.entry(skip.plugin).or_default() += 1;
    }

    /// Whether something could not be read: an input error.
    pub fn is_faulty(&self) -> bool {
        self.files_skipped > 0 || self.lines_skipped > 0 || self.files_read == 0
    }
}

/// Whether there is nothing in a document that an article would be made of.
pub fn without_text(analysis: &Analysis<'_>) -> bool {
    let Some(reading) = analysis.reading() else { return false };
    reading.sentences().iter().all(|sentence| matches!(analysis.zone(sentence.span), Some("furniture" | "credit")))
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} read", counted(self.documents, "document"))?;
        for (count, what) in
            [(self.without_text, "without article text"), (self.files_ignored, "ignored in directories")]
        {
            if count > 0 {
                write!(f, "; {count} {what}")?;
            }
        }
        if self.records_ignored > 0 {
            write!(f, "; {} without an article", counted(self.records_ignored, "record"))?;
        }
        let skipped = [(self.files_skipped, "file"), (self.lines_skipped, "line")];
        let skipped: Vec<String> = skipped.iter().filter(|(n, _)| *n > 0).map(|(n, what)| counted(*n, what)).collect();
        if !skipped.is_empty() {
            write!(f, "; skipped {}", skipped.join(" and "))?;
        }
        if self.warnings > 0 {
            write!(f, "; {}", counted(self.warnings, "warning"))?;
        }
        for (plugin, count) in &self.failed {
            write!(f, "; {plugin} failed in {}", counted(*count, "document"))?;
        }
        for (plugin, count) in &self.left_alone {
            write!(f, "; {plugin} left {} alone (language)", counted(*count, "document"))?;
        }
        for (plugin, why) in &self.not_concluded {
            write!(f, "; {plugin} did not conclude: {why}")?;
        }
        Ok(())
    }
}

fn counted(count: u64, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use copydesk_core::{
        Analyzer, Article, Confidence, Engine, Finding, Given, NoOptions, OptionsError, Reading, Rule, Sink,
    };

    /// Every line that begins with "Advert" is furniture, every other is body.
    #[derive(Clone, Debug, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
    struct Mark(String);

    impl Finding for Mark {
        const KINDS: &'static [&'static str] = &["zone"];
        const MARKS_ZONES: bool = true;
        fn sentence(&self, _: &[&str]) -> String {
            self.0.clone()
        }
        fn zone(&self) -> Option<&str> {
            Some(&self.0)
        }
    }

    struct Marks;

    impl Analyzer for Marks {
        const NAME: &'static str = "marks";
        const RULES: &'static [Rule] = &[Rule { name: "line", doc: "By the first word." }];
        type Options = NoOptions;
        type Requires = ();
        type Output = Mark;

        fn new(_: NoOptions) -> Result<Self, OptionsError> {
            Ok(Self)
        }

        fn analyze(&self, reading: &Reading<'_>, _: Given<'_, ()>, found: &mut Sink<'_, Mark>) {
            for line in reading.lines() {
                let zone = if reading.slice(line.span).starts_with("Advert") { "furniture" } else { "body" };
                found.push(line.span, "line", Confidence::High, Mark(zone.to_owned()));
            }
        }
    }

    #[test]
    fn furniture_alone_is_no_article() {
        let engine = Engine::builder().analyzer::<Marks>().build().unwrap();
        let is_bare = |text: &str| without_text(&engine.read(&Article::new("a", text)));
        assert!(is_bare("Advert: bet now.\n\nAdvert: win 50 euros.\n"));
        assert!(!is_bare("Advert: bet now.\n\nTalks began on Monday.\n"));
        assert!(is_bare(""));
    }

    #[test]
    fn what_there_is_none_of_is_not_said() {
        let mut summary = Summary { documents: 1, ..Summary::default() };
        assert_eq!(summary.to_string(), "1 document read");
        summary = Summary { documents: 2, files_skipped: 1, lines_skipped: 3, warnings: 1, ..summary };
        summary.failed.insert("dates", 2);
        assert_eq!(
            summary.to_string(),
            "2 documents read; skipped 1 file and 3 lines; 1 warning; dates failed in 2 documents"
        );
    }
}
