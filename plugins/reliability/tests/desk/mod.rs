//! The plugins that signals build on, as the program runs them.

use copydesk_core::Engine;
use copydesk_masthead::Mastheads;
use copydesk_names::Names;
use copydesk_quotes::Quotes;
use copydesk_reliability::Reliability;
use copydesk_sources::Sources;
use copydesk_zones::Zones;

/// An engine with all of them.
pub fn engine() -> Engine {
    let builder = Engine::builder().analyzer::<Zones>().analyzer::<Mastheads>().analyzer::<Names>();
    let builder = builder.analyzer::<Quotes>().analyzer::<Sources>().analyzer::<Reliability>();
    builder.build().expect("all that it requires is there")
}
