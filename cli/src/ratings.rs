//! Lists of ratings: opened here, read by the plugin that knows them.

use crate::arguments::Trust;
use crate::console::Console;
use anyhow::{Context, Result};
use copydesk_core::Settings;
use copydesk_reliability::ratings::Ratings;
use std::fs::File;
use std::io::BufReader;

/// So many odd lines of a list are named; the others are counted.
const NAMED: usize = 20;

/// Reads every list and lays them on the shelf for the plugins. What is wrong with a line is said, and the others are used.
///
/// # Errors
/// Where a list can't be read.
pub fn read(trust: &Trust, settings: &mut Settings, console: &Console) -> Result<()> {
    if trust.admiralty {
        settings.set("reliability.admiralty=true")?;
    }
    if trust.ratings.is_empty() {
        return Ok(());
    }
    let mut ratings = Ratings::default();
    for path in &trust.ratings {
        let name = path.display().to_string();
        let file = File::open(path).with_context(|| format!("{name}: can't be read"))?;
        let (mut odd, mut lost) = (0_usize, 0_usize);
        let before = ratings.len();
        let read = ratings.read(&name, BufReader::new(file), |fault| {
            odd += 1;
            lost += usize::from(fault.lost);
            if odd <= NAMED {
                console.warning(&fault.to_string());
            }
        });
        read.with_context(|| format!("{name}: can't be read"))?;
        if odd > NAMED {
            console.warning(&format!("{name}: {} more lines are odd", odd - NAMED));
        }
        if lost > 0 {
            console.warning(&format!("{name}: lines without a rating that could be used: {lost}; the others count"));
        }
        if ratings.len() == before && lost == 0 {
            console.warning(&format!("{name}: no rating that was not there before"));
        }
    }
    settings.shelf.put(ratings);
    Ok(())
}
