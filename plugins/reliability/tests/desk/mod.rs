//! The plugins that signals build on, as the program runs them.

use copydesk_core::{Builder, Engine};
use copydesk_dates::Dates;
use copydesk_figures::Figures;
use copydesk_masthead::Mastheads;
use copydesk_names::Names;
use copydesk_quotes::Quotes;
use copydesk_reliability::Reliability;
use copydesk_sources::Sources;
use copydesk_zones::Zones;

/// An engine in the making that reads articles with all of them.
pub fn reading() -> Builder {
    let builder = Engine::builder().analyzer::<Zones>().analyzer::<Mastheads>().analyzer::<Names>();
    let builder = builder.analyzer::<Dates>().analyzer::<Figures>();
    builder.analyzer::<Quotes>().analyzer::<Sources>().analyzer::<Reliability>()
}
