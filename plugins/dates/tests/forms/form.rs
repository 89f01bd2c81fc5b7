//! A form: words that are to be read in one way, and the sentences that it is put into.

use super::desk;
use super::frames::Frame;
use super::meant::Meant;
use std::fmt::Write as _;
use std::ops::Range;

/// Words with what is to be found in them.
#[derive(Clone, Debug)]
pub struct Form {
    text: String,
    parts: Vec<(Range<usize>, Meant)>,
}

impl Form {
    /// Words that are one expression.
    pub fn new(words: impl AsRef<str>, meant: Meant) -> Self {
        Self { text: String::new(), parts: Vec::new() }.and("", words, meant)
    }

    /// Words behind it that are no part of it.
    pub fn then(mut self, words: &str) -> Self {
        self.text.push_str(words);
        self
    }

    /// Whether its words begin so.
    pub fn starts(&self, with: &str) -> bool {
        self.text.starts_with(with)
    }

    /// A second expression behind words that join them.
    pub fn and(mut self, joint: &str, words: impl AsRef<str>, meant: Meant) -> Self {
        self.text.push_str(joint);
        let start = self.text.len();
        self.text.push_str(words.as_ref());
        self.parts.push((start..self.text.len(), meant));
        self
    }
}

/// Puts a form into a sentence, with the word that leads to it, and says how it was read otherwise than it is meant.
pub fn misread(form: &Form, lead: &str, frame: Frame, published: Option<&str>) -> Option<String> {
    let (before, after) = frame.1.split_once("{}").unwrap();
    let gap = if lead.is_empty() { "" } else { " " };
    let words = format!("{lead}{gap}{}", form.text);
    let mut placed = frame.place(&words);
    // What opens the sentence has a capital.
    if (before.is_empty() || before.ends_with(". "))
        && let Some(first) = placed.get_mut(..1)
    {
        first.make_ascii_uppercase();
    }
    let text = frame.set(format!("{before}{placed}{after}"));
    // Setting goes by characters, so that what stands before an expression is as long as it is alone.
    let at = |end: usize| before.len() + frame.place(words.get(..lead.len() + gap.len() + end).unwrap()).len();
    let found = desk::read(&text, published);
    let expected: Vec<_> = form.parts.iter().map(|(part, meant)| (at(part.start)..at(part.end), meant)).collect();
    let same = found.len() == expected.len()
        && expected.iter().zip(&found).all(|((at, meant), (found, date))| {
            at == found
                && meant.kind == date.kind
                && meant.value == date.value
                && meant.modifier == date.modifier.as_deref()
                && meant.days == date.earliest.zip(date.latest)
                && meant.end == date.range.as_ref().map(|range| range.role)
        });
    if same {
        return None;
    }
    let mut report = format!("{text:?}, published {published:?}\n");
    for (at, meant) in expected {
        writeln!(report, "  meant {:?} {meant:?}", text.get(at)).unwrap();
    }
    for (at, date) in found {
        let range = date.range.map(|range| range.role);
        let days = date.earliest.zip(date.latest);
        writeln!(
            report,
            "  found {:?} {:?} {:?} {:?} {days:?} {range:?}",
            text.get(at),
            date.kind,
            date.value,
            date.modifier
        )
        .unwrap();
    }
    Some(report)
}

/// Holds every form of a family in the same frame, and shows all that were misread.
pub fn hold(forms: &[(&str, Form)], frames: &[Frame], frame: usize, published: Option<&str>) -> Result<(), String> {
    let frame = frames[frame % frames.len()];
    let wrong: Vec<String> = forms.iter().filter_map(|(lead, form)| misread(form, lead, frame, published)).collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}
