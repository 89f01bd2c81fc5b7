//! How a run is printed: one file a format, behind one trait.

mod json;
mod jsonl;
mod skipped;
mod terminal;

pub use json::Json;
pub use jsonl::{JsonLines, Lines};
pub use skipped::SKIPPED;
pub use skipped::schema as skipped_schema;
pub use terminal::Terminal;

use crate::summary::Summary;
use copydesk_core::{Analysis, Conclusions, Offsets, Plan};
use std::io::{self, Write};

/// Everything that a run has found.
pub struct Edition<'a> {
    /// The plugins, and which of them are shown.
    pub plan: &'a Plan,
    /// What was found in each document, in input order, with its reading and its text.
    pub analyses: &'a [Analysis<'a>],
    /// What was concluded over all of them.
    pub conclusions: &'a Conclusions,
    /// What was read, and what was not.
    pub summary: &'a Summary,
    /// How offsets are printed.
    pub offsets: &'a Offsets,
    /// Whether each finding says where in its source it stands.
    pub cites: bool,
}

impl Edition<'_> {
    /// Whether this plugin's findings are asked for.
    pub fn shows(&self, plugin: &str) -> bool {
        self.plan.steps().any(|(step, shown)| shown && step.name == plugin)
    }

    /// The plugin whose findings are asked for, where it is one alone.
    pub fn only(&self) -> Option<&'static str> {
        let mut shown = self.plan.steps().filter(|(_, shown)| *shown).map(|(step, _)| step.name);
        shown.next().filter(|first| shown.all(|name| name == *first))
    }
}

/// A format.
pub trait Report {
    /// Prints a run. Colours are written always: where they are not wanted, they are taken out behind the report.
    ///
    /// # Errors
    /// Those of `out`.
    fn print(&self, edition: &Edition<'_>, out: &mut dyn Write) -> io::Result<()>;
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use copydesk_core::{
        Analyzer, Article, Confidence, Engine, Finding, Given, NoOptions, OptionsError, Reading, Rule, Sink,
    };

    /// A plugin that does what the text says.
    pub struct Faulty;

    impl Faulty {
        pub const SLEEP: &str = "sleep";
        pub const PANIC: &str = "panic";
        pub const LOOP: &str = "loop";
    }

    #[derive(Clone, Debug, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
    pub struct Word {}

    impl Finding for Word {
        const KINDS: &'static [&'static str] = &["word"];
        fn sentence(&self, quoted: &[&str]) -> String {
            quoted.concat()
        }
    }

    impl Analyzer for Faulty {
        const NAME: &'static str = "faulty";
        const RULES: &'static [Rule] = &[Rule { name: "word", doc: "A word in capitals." }];
        type Options = NoOptions;
        type Requires = ();
        type Output = Word;

        fn new(_: NoOptions) -> Result<Self, OptionsError> {
            Ok(Self)
        }

        fn analyze(&self, reading: &Reading<'_>, _: Given<'_, ()>, found: &mut Sink<'_, Word>) {
            match reading.text() {
                Self::SLEEP => std::thread::sleep(std::time::Duration::from_millis(400)),
                Self::PANIC => panic!("it can't be read"),
                Self::LOOP => loop {
                    found.step(1000);
                },
                _ => {}
            }
            for token in reading.tokens() {
                if reading.slice(token.span()).chars().all(char::is_uppercase) {
                    found.push(token.span(), "word", Confidence::High, Word {});
                }
            }
        }
    }

    pub fn engine() -> Engine {
        Engine::builder().analyzer::<Faulty>().build().unwrap()
    }

    fn print(report: &dyn Report, texts: &[&str], chars: bool) -> String {
        let engine = engine();
        let articles: Vec<Article> =
            texts.iter().enumerate().map(|(i, text)| Article::new(format!("{i}"), *text)).collect();
        let (analyses, conclusions) = engine.run(&articles);
        let mut summary = Summary::default();
        analyses.iter().for_each(|analysis| summary.take(analysis));
        let tables = || articles.iter().map(|a| (a.id.clone(), copydesk_core::record::CharTable::new(&a.text)));
        let offsets = if chars { Offsets::Chars(tables().collect()) } else { Offsets::Bytes };
        let edition = Edition {
            plan: engine.plan(),
            analyses: &analyses,
            conclusions: &conclusions,
            summary: &summary,
            offsets: &offsets,
            cites: false,
        };
        let mut out = Vec::new();
        report.print(&edition, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn lines(texts: &[&str], chars: bool) -> Vec<serde_json::Value> {
        print(&JsonLines, texts, chars).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    #[test]
    fn a_plugin_that_fails_says_so_and_the_others_are_read() {
        let lines = lines(&[Faulty::PANIC, "The EU said", Faulty::LOOP], false);
        let said: Vec<_> =
            lines.iter().map(|r| (r["document"].as_str().unwrap(), r["kind"].as_str().unwrap())).collect();
        assert_eq!(said, [("0", "skipped"), ("1", "word"), ("2", "skipped")]);
        assert_eq!(lines[0]["data"], serde_json::json!({"reason": "panic", "message": "it failed: it can't be read"}));
        assert_eq!(lines[0]["plugin"], "faulty");
        assert!(lines[0]["start"].is_null() && lines[0]["zone"].is_null());
        assert_eq!(lines[2]["data"]["reason"], "budget");
        assert_ne!(lines[0]["finding"], lines[2]["finding"]);
    }

    #[test]
    fn offsets_may_count_characters() {
        assert_eq!(lines(&["“É” EU"], false)[1]["start"], 9);
        assert_eq!(lines(&["“É” EU"], true)[1]["start"], 4);
    }

    #[test]
    fn the_object_holds_all() {
        let object: serde_json::Value = serde_json::from_str(&print(&Json, &["The EU", "", "no"], false)).unwrap();
        assert_eq!(object["schema"], 1);
        assert_eq!(object["documents"].as_array().unwrap().len(), 3);
        assert_eq!(object["documents"][1]["without_text"], true);
        assert_eq!(object["findings"].as_array().unwrap().len(), 1);
        assert_eq!(object["across"], serde_json::json!([]));
        assert_eq!(object["summary"]["without_text"], 1);
    }
}
