//! Test cases that people can read: sentences in a Markdown page, carets under what is found, and what it is worth.
//!
//! A plugin keeps them in `tests/cases.md` and runs them with ten lines (feature `cases`):
//!
//! ```
//! use copydesk_core::{Article, Span, cases};
//!
//! const PAGE: &str = "
//! ## Capitals
//!
//! Four capital letters or more are shouted.
//!
//!     They said NEVER again.
//!               ^^^^^ shouted
//!
//!     They said no.
//! ";
//! cases::check(PAGE, |article: &Article| {
//!     let shouted = article.text.match_indices("NEVER");
//!     shouted.map(|(at, word)| (Span::new(at as u32, (at + word.len()) as u32), "shouted".to_owned())).collect()
//! });
//! ```
//!
//! # The page
//!
//! A case is a block that is indented by four spaces, or fenced by ```` ``` ````. An indented case ends at a blank line; in a fence a
//! blank line is part of the article. Everything else is prose; the heading above a case names it.
//!
//! - First may come what is given with the article, a line each: `[published: 2031-05-06]`, `[outlet: …]`, `[title: …]`,
//!   `[url: …]`, `[event: …]`, `[language: …]`.
//! - Then the lines of the article. Below a line, one line of carets for each finding in it: `^^^^^ expected`. Carets count
//!   characters. Without an expected value only the place is checked.
//! - A finding that goes on in a later line has `^^^^ …` in its first one, and its value in the line where it ends.
//! - `-> expected` is a finding that has no place (an empty [`Span`] where it is reported).
//! - A case without carets expects that nothing is found.

use crate::{Article, Engine, Finding, Found, Span};
use std::fmt::Write as _;

/// What stands in front of the lines of a case that is not fenced.
const INDENT: &str = "    ";
/// The value of a finding that goes on in a later line.
const GOES_ON: &str = "…";
/// In front of the value of a finding that has no place.
const PLACELESS: &str = "-> ";

/// Runs every case of a page and compares what is found, place by place, with what the carets say.
///
/// # Panics
/// Where a case does not find just what it expects; the message shows every such case with carets for what is missing
/// and what is too much. Where a page can't be read or has no case.
#[track_caller]
pub fn check(markdown: &str, run: impl Fn(&Article) -> Vec<(Span, String)>) {
    if let Err(message) = verdict(markdown, run) {
        panic!("{message}");
    }
}

fn verdict(markdown: &str, run: impl Fn(&Article) -> Vec<(Span, String)>) -> Result<(), String> {
    let cases = read(markdown)?;
    if cases.is_empty() {
        return Err("the page has no case: nothing is indented by four spaces or fenced".to_owned());
    }
    let failures: Vec<String> = cases.iter().filter_map(|case| case.failure(run(&case.article))).collect();
    if failures.is_empty() {
        return Ok(());
    }
    Err(format!("{} of {} cases fail\n\n{}", failures.len(), cases.len(), failures.join("\n")))
}

/// What one analyzer of the engine finds in the article, each put into words: what [`check`] asks of a test.
///
/// # Panics
/// Where a plugin failed: a test must not mistake that for an article without findings.
pub fn found<F: Finding>(engine: &Engine, article: &Article, say: impl Fn(&Found<F>) -> String) -> Vec<(Span, String)> {
    let analysis = engine.read(article);
    for skip in analysis.skipped() {
        assert!(!skip.why.is_fault(), "{} in {}: {}", skip.plugin, article.id, skip.why);
    }
    analysis.of::<F>().iter().map(|found| (found.span.unwrap_or(Span::new(0, 0)), say(found))).collect()
}

/// A number in British words, for tests that write numbers and read them back; num2words gives the American ones.
///
/// ```
/// use copydesk_core::cases::spelled;
/// assert_eq!(spelled(1_205), "one thousand two hundred and five");
/// ```
#[must_use]
pub fn spelled(n: u64) -> String {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    const POWERS: [(u64, &str); 6] = [
        (1_000_000_000_000_000, "quadrillion"),
        (1_000_000_000_000, "trillion"),
        (1_000_000_000, "billion"),
        (1_000_000, "million"),
        (1_000, "thousand"),
        (100, "hundred"),
    ];
    if n < 20 {
        return ONES[n as usize].to_owned();
    }
    if n < 100 {
        let tens = TENS[n as usize / 10];
        return if n.is_multiple_of(10) { tens.to_owned() } else { format!("{tens}-{}", ONES[n as usize % 10]) };
    }
    let (power, name) = POWERS.into_iter().find(|(power, _)| *power <= n).unwrap_or((100, "hundred"));
    let head = format!("{} {name}", spelled(n / power));
    match n % power {
        0 => head,
        rest if rest < 100 => format!("{head} and {}", spelled(rest)),
        rest => format!("{head} {}", spelled(rest)),
    }
}

/// One case: an article and what must be found in it.
struct Case {
    heading: String,
    line: usize,
    article: Article,
    expected: Vec<(Span, String)>,
}

/// All cases of a page.
fn read(markdown: &str) -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    let mut heading = String::new();
    let mut block: Vec<(usize, &str)> = Vec::new();
    let mut fenced = false;
    for (i, line) in markdown.lines().enumerate() {
        let fence = line.starts_with("```");
        if fence || (!fenced && !line.starts_with(INDENT)) {
            close(&mut block, &heading, &mut cases)?;
            fenced ^= fence;
            if let Some(words) = line.strip_prefix('#') {
                heading = words.trim_start_matches('#').trim().to_owned();
            }
        } else {
            block.push((i + 1, if fenced { line } else { line.strip_prefix(INDENT).unwrap_or(line) }));
        }
    }
    if fenced {
        return Err("the last fence is not closed".to_owned());
    }
    close(&mut block, &heading, &mut cases)?;
    Ok(cases)
}

fn close(block: &mut Vec<(usize, &str)>, heading: &str, cases: &mut Vec<Case>) -> Result<(), String> {
    // A line of spaces alone is blank, however an editor left it.
    if block.iter().any(|(_, line)| !line.trim().is_empty()) {
        cases.push(Case::read(block, heading)?);
    }
    block.clear();
    Ok(())
}

impl Case {
    fn read(block: &[(usize, &str)], heading: &str) -> Result<Self, String> {
        let first = block.first().map_or(0, |(line, _)| *line);
        let mut article = Article::new(format!("line {first}"), "");
        let given = block.iter().take_while(|(_, line)| give(&mut article, line)).count();
        let mut expected = Vec::new();
        let mut open: Option<u32> = None;
        let mut last: Option<Span> = None;
        for (number, line) in block.iter().skip(given) {
            if let Some(value) = line.strip_prefix(PLACELESS) {
                expected.push((Span::new(0, 0), value.trim().to_owned()));
            } else if let Some((from, to, value)) = carets(line) {
                let fault = |why: &str| format!("line {number}: the carets {why}");
                let text = last.ok_or_else(|| fault("stand under no line"))?;
                let at = |column| byte(text.slice(&article.text), column).map(|byte| text.start + byte);
                let reach = || fault("reach beyond the end of the line above");
                let span = Span::new(at(from).ok_or_else(reach)?, at(to).ok_or_else(reach)?);
                let start = open.take().unwrap_or(span.start);
                if value == GOES_ON {
                    open = Some(start);
                } else {
                    expected.push((Span::new(start, span.end), value.to_owned()));
                }
            } else {
                if last.is_some() {
                    article.text.push('\n');
                }
                let start = article.text.len() as u32;
                article.text.push_str(line);
                last = Some(Span::new(start, article.text.len() as u32));
            }
        }
        match (open, last) {
            (Some(_), _) => Err(format!("line {first}: a finding goes on and never ends")),
            (None, None) => Err(format!("line {first}: the case has no article")),
            (None, Some(_)) => Ok(Self { heading: heading.to_owned(), line: first, article, expected }),
        }
    }

    /// What is wrong, with carets under the text; `None` where nothing is.
    fn failure(&self, mut found: Vec<(Span, String)>) -> Option<String> {
        let mut marks: Vec<(Span, char, &str)> = Vec::new();
        for (span, value) in &self.expected {
            match found.iter().position(|(s, v)| s == span && (value.is_empty() || v.trim() == value)) {
                Some(i) => drop(found.remove(i)),
                None => marks.push((*span, '-', value)),
            }
        }
        marks.extend(found.iter().map(|(span, value)| (*span, '+', value.as_str())));
        if marks.is_empty() {
            return None;
        }
        marks.sort_by_key(|(span, sign, _)| (span.start, span.end, *sign != '-'));
        let mut out =
            format!("{} (line {}; - expected and not found, + found and not expected)\n", self.heading, self.line);
        for (span, sign, value) in marks.iter().filter(|(span, ..)| span.is_empty()) {
            let _ =
                writeln!(out, "  {sign} {PLACELESS}{value}{}", if span.start > 0 { " (an empty span)" } else { "" });
        }
        let mut start = 0;
        for line in self.article.text.split('\n') {
            let end = start + line.len() as u32;
            let _ = writeln!(out, "    {line}");
            for (span, sign, value) in &marks {
                if span.is_empty() || span.start > end || span.end <= start {
                    continue;
                }
                let column = |byte: u32| line.char_indices().filter(|(at, _)| start + (*at as u32) < byte).count();
                let (from, to) = (column(span.start), column(span.end));
                let value = if span.end > end { GOES_ON } else { *value };
                let carets = "^".repeat((to - from).max(1));
                let _ = writeln!(out, "  {sign} {}{carets} {value}", " ".repeat(from));
            }
            start = end + 1;
        }
        for (span, sign, value) in marks.iter().filter(|(span, ..)| span.end as usize > self.article.text.len()) {
            let _ = writeln!(out, "  {sign} {span:?} lies outside of the text: {value}");
        }
        Some(out)
    }
}

/// Takes in a line of what is given with the article; whether it is one.
fn give(article: &mut Article, line: &str) -> bool {
    let inner = line.strip_prefix('[').and_then(|line| line.trim_end().strip_suffix(']'));
    let Some((key, value)) = inner.and_then(|inner| inner.split_once(": ")) else { return false };
    let meta = &mut article.meta;
    let field = match key {
        "published" => &mut meta.published,
        "outlet" => &mut meta.outlet,
        "title" => &mut meta.title,
        "url" => &mut meta.url,
        "event" => &mut meta.event,
        "language" => &mut meta.language,
        _ => return false,
    };
    *field = Some(value.trim().to_owned());
    true
}

/// The columns of a line of carets, and the value behind them.
fn carets(line: &str) -> Option<(usize, usize, &str)> {
    let marked = line.trim_start_matches(' ');
    let value = marked.trim_start_matches('^');
    let (from, width) = (line.len() - marked.len(), marked.len() - value.len());
    let apart = value.is_empty() || value.starts_with(' ');
    (width > 0 && apart).then(|| (from, from + width, value.trim()))
}

/// The byte at which the character of this column begins; the end of the line for the column behind the last.
fn byte(line: &str, column: usize) -> Option<u32> {
    let ends = std::iter::once(line.len());
    line.char_indices().map(|(at, _)| at).chain(ends).nth(column).map(|at| at as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Finds every "hm", however it is written, and says how many bytes stand before it.
    fn hums(article: &Article) -> Vec<(Span, String)> {
        let hits = article.text.match_indices("hm").map(|(at, _)| (at as u32, at as u32 + 2));
        hits.map(|(a, b)| (Span::new(a, b), format!("at {a}"))).collect()
    }

    fn message(page: &str, run: impl Fn(&Article) -> Vec<(Span, String)>) -> String {
        verdict(page, run).expect_err("the cases must fail")
    }

    #[test]
    fn carets_count_characters_and_several_findings_share_a_line() {
        check(
            "## Umlauts\n\n    Übergrößen – hm, hm.\n                 ^^ at 18\n                     ^^\n",
            |article| {
                assert_eq!(article.text, "Übergrößen – hm, hm.");
                hums(article)
            },
        );
        let wrong = message("    é hm hm\n      ^^ at 0\n", hums);
        assert!(wrong.contains("    é hm hm\n  -   ^^ at 0\n  +   ^^ at 3\n  +      ^^ at 6\n"), "{wrong}");
    }

    #[test]
    fn a_case_may_have_lines_paragraphs_and_a_date() {
        let page = "
# Two lines

    [published: 2031-05-06]
    [outlet: The Gazette]
    [Anchor]
    hm
    ^^ at 9
    no more

```
hm

hm
^^ at 4
```
";
        let seen = message(page, |article| {
            if article.meta.published.as_deref() == Some("2031-05-06") {
                assert_eq!((article.text.as_str(), article.id.as_str()), ("[Anchor]\nhm\nno more", "line 4"));
            }
            hums(article)
        });
        assert!(seen.starts_with("1 of 2 cases fail\n\nTwo lines (line 12;"), "{seen}");
        assert!(seen.contains("    hm\n  + ^^ at 0\n    \n    hm\n"), "{seen}");
    }

    #[test]
    fn a_finding_may_go_on_in_the_next_line_or_have_no_place() {
        let both =
            |article: &Article| vec![(Span::new(4, 11), "quote".to_owned()), (Span::new(0, 0), article.id.clone())];
        check("    He: We\n        ^^ …\n    will.\n    ^^^^ quote\n    -> line 1", both);
        let shown = message("    He: We\n    will.", both);
        assert!(shown.contains("  + -> line 1\n    He: We\n  +     ^^ …\n    will.\n  + ^^^^ quote\n"), "{shown}");
    }

    #[test]
    fn a_page_that_proves_nothing_is_no_page() {
        let nothing: fn(&Article) -> Vec<(Span, String)> = |_| Vec::new();
        assert!(message("prose\n", nothing).contains("has no case"));
        assert!(message("    short\n    ^^^^^^^^ beyond\n", nothing).contains("line 2: the carets reach beyond"));
        assert!(message("    ^^ under nothing\n", nothing).contains("line 1: the carets stand under no line"));
        assert!(message("    a\n    ^ …\n", nothing).contains("never ends"));
        assert!(message("```\na\n", nothing).contains("not closed"));
        assert!(
            message("    quiet here\n", |_| vec![(Span::new(0, 99), "far".to_owned())])
                .contains("outside of the text: far")
        );
    }
}
