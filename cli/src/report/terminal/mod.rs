//! The report for people: conflicts first, then agreements, then each article, last what was set aside.
//!
//! It reads at 80 columns, without colour, and through a pager. Everything in it stands on cited characters: each line names the
//! document and the line.

mod across;
mod article;
mod aside;
mod page;

use super::{Edition, Report};
use page::Page;
use std::io::{self, Write};

/// The report for people.
pub struct Terminal;

impl Report for Terminal {
    fn print(&self, edition: &Edition<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut page = Page::new(out);
        across::counts(edition, &mut page)?;
        across::conflicts(edition, &mut page)?;
        across::apparent(edition, &mut page)?;
        across::agreements(edition, &mut page)?;
        across::timeline(edition, &mut page)?;
        across::drift(edition, &mut page)?;
        across::copies(edition, &mut page)?;
        across::origins(edition, &mut page)?;
        across::others(edition, &mut page)?;
        for analysis in edition.analyses {
            article::article(edition, analysis, &mut page)?;
        }
        aside::aside(edition, &mut page)?;
        aside::skipped(edition, &mut page)
    }
}
