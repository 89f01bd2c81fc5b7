//! A page of 80 columns.

use anstyle::{AnsiColor, Style};
use std::io::{self, Write};

/// Columns of a page: what a terminal has by default, and what reads well.
pub const WIDTH: usize = 80;

const HEAD: Style = Style::new().bold();
const STRONG: Style = Style::new().bold();
const WARN: Style = AnsiColor::Red.on_default().bold();
const FAINT: Style = Style::new().dimmed();

/// Where a report is printed.
pub struct Page<'w> {
    out: &'w mut dyn Write,
}

impl<'w> Page<'w> {
    pub fn new(out: &'w mut dyn Write) -> Self {
        Self { out }
    }

    /// The head of a section, with a blank line before it.
    pub fn section(&mut self, title: &str) -> io::Result<()> {
        writeln!(self.out, "\n{HEAD}{}{HEAD:#}", title.to_uppercase())
    }

    pub fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// Text as it stands: what another renderer has laid out.
    pub fn verbatim(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}")
    }

    /// A paragraph, indented by so many columns.
    pub fn text(&mut self, indent: usize, text: &str) -> io::Result<()> {
        self.paragraph(indent, indent, text, Style::new())
    }

    /// A paragraph that stands out.
    pub fn strong(&mut self, indent: usize, text: &str) -> io::Result<()> {
        self.paragraph(indent, indent + 3, text, STRONG)
    }

    /// A paragraph that warns.
    pub fn warn(&mut self, indent: usize, text: &str) -> io::Result<()> {
        self.paragraph(indent, indent + 3, text, WARN)
    }

    /// A paragraph for those who look twice.
    pub fn faint(&mut self, indent: usize, text: &str) -> io::Result<()> {
        self.paragraph(indent, indent + 2, text, FAINT)
    }

    /// A label in a column of its own, then a paragraph beside it.
    pub fn labelled(&mut self, indent: usize, column: usize, label: &str, text: &str) -> io::Result<()> {
        let width = unicode_width::UnicodeWidthStr::width(label);
        let gap = if width < column { " ".repeat(column - width) } else { "  ".to_owned() };
        self.paragraph(indent, indent + column, &format!("{label}{gap}{text}"), Style::new())
    }

    fn paragraph(&mut self, indent: usize, hanging: usize, text: &str, style: Style) -> io::Result<()> {
        let (first, rest) = (" ".repeat(indent), " ".repeat(hanging));
        let options = textwrap::Options::new(WIDTH).initial_indent(&first).subsequent_indent(&rest).break_words(false);
        for line in textwrap::wrap(text, options) {
            let text = line.trim_start();
            let spaces = " ".repeat(line.len() - text.len());
            writeln!(self.out, "{spaces}{style}{text}{style:#}")?;
        }
        Ok(())
    }
}

/// White space folded to single spaces.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// At most so many characters, with an ellipsis where some are left out.
pub fn shortened(text: &str, most: usize) -> String {
    let text = folded(text);
    if text.chars().count() <= most {
        return text;
    }
    let cut: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

/// "1 outlet", "2 outlets".
pub fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}
