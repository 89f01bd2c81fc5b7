//! The real analyzers and comparers that claims stands on.

use copydesk_core::Engine;

/// An engine of them all.
pub fn engine() -> Engine {
    Engine::builder()
        .analyzer::<copydesk_zones::Zones>()
        .analyzer::<copydesk_masthead::Mastheads>()
        .analyzer::<copydesk_names::Names>()
        .analyzer::<copydesk_dates::Dates>()
        .analyzer::<copydesk_figures::Figures>()
        .analyzer::<copydesk_quotes::Quotes>()
        .analyzer::<copydesk_sources::Sources>()
        .comparer::<copydesk_copies::Copies>()
        .comparer::<copydesk_origins::Origins>()
        .comparer::<copydesk_claims::Claims>()
        .build()
        .unwrap()
}
