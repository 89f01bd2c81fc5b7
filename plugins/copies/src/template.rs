//! Templates: what outlets print under every story, told from news by the weeks that it is seen in.

use crate::likeness::{TEMPLATE_WEEKS, week};
use crate::mixed::Numbers;
use crate::outline::Outline;
use crate::sheet::Sheet;
use crate::shingle::shingles;
use crate::word::words;
use rayon::prelude::*;

/// Shingles that were seen in as many weeks as make a template.
#[derive(Default)]
pub struct Templates(Numbers<u64>);

/// Bits of the number of a week: those of ten thousand years are fewer than a million.
const WEEK: u32 = 20;
/// So many shingles are sorted at once, 8 bytes each; a larger pile is gone through several times.
const AT_ONCE: usize = 1 << 24;

impl Templates {
    /// Finds the templates of the pile. `read` gives the sheet of an article.
    pub fn new(outlines: &[Outline], read: impl Fn(&str) -> Option<Sheet> + Sync) -> Self {
        let dated: Vec<(&Outline, i64)> = outlines.iter().filter_map(|o| Some((o, week(o.day?)))).collect();
        let mut weeks: Vec<i64> = dated.iter().map(|(_, week)| *week).collect();
        weeks.sort_unstable();
        weeks.dedup();
        if weeks.len() < TEMPLATE_WEEKS {
            return Self::default();
        }
        let parts = dated.iter().map(|(outline, _)| outline.shingles).sum::<usize>() as u64 / AT_ONCE as u64 + 1;
        let mut templates = Self::default();
        for part in 0..parts {
            let seen = dated.par_iter().filter_map(|(outline, week)| {
                let sheet = read(&outline.document)?;
                let week = weeks.binary_search(week).ok()? as u64;
                let mut own: Vec<u64> =
                    shingles_of(&sheet).into_iter().map(short).filter(|s| s % parts == part).collect();
                own.sort_unstable();
                own.dedup();
                Some(own.into_iter().map(move |shingle| shingle << WEEK | week).collect::<Vec<u64>>())
            });
            let mut seen: Vec<u64> = seen.flatten_iter().collect();
            seen.par_sort_unstable();
            seen.dedup();
            let groups = seen.chunk_by(|a, b| a >> WEEK == b >> WEEK).filter(|weeks| weeks.len() >= TEMPLATE_WEEKS);
            templates.0.extend(groups.filter_map(|weeks| weeks.first()).map(|first| first >> WEEK));
        }
        templates
    }

    /// Whether the shingle is one.
    pub fn has(&self, shingle: u64) -> bool {
        self.0.contains(&short(shingle))
    }
}

/// What of a shingle is left beside the week's number: 44 bits, in which two of a hundred million shingles are seldom alike.
const fn short(shingle: u64) -> u64 {
    shingle >> WEEK
}

fn shingles_of(sheet: &Sheet) -> Vec<u64> {
    shingles(&sheet.stretches.iter().flat_map(|stretch| words(&stretch.text)).collect::<Vec<_>>())
}
