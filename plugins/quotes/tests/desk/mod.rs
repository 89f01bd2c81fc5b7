//! The real analyzers that quotes stands on, and articles for them.

use copydesk_core::{Article, Engine};
use copydesk_masthead::Mastheads;
use copydesk_names::Names;
use copydesk_quotes::Quotes;
use copydesk_zones::Zones;

/// An engine of them all.
pub fn engine() -> Engine {
    Engine::builder()
        .analyzer::<Zones>()
        .analyzer::<Mastheads>()
        .analyzer::<Names>()
        .analyzer::<Quotes>()
        .build()
        .unwrap()
}

/// An English article of this text.
pub fn article(text: &str) -> Article {
    let mut article = Article::new("case", text);
    article.meta.language = Some("en".to_owned());
    article
}
