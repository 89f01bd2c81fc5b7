//! The pieces of text in a page, told from its tags by a tokenizer that reads pages as browsers do.

use lol_html::html_content::{TextChunk, TextType};
use lol_html::{HtmlRewriter, MemorySettings, Settings, doc_text};
use std::ops::Range;

/// Of a tag that never ends so many bytes are kept while its end is waited for; then what has been read is what there is. An image
/// written into its own tag (`src="data:…"`) has a few megabytes at most.
const LONGEST_TAG: usize = 64 << 20;
/// The page is handed over in pieces of so many bytes, of which none has to be copied as long as a tag ends in the one that it
/// begins in.
const STEP: usize = 1 << 20;

/// A piece of text: words between two tags, or a part of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Its bytes in the page.
    pub place: Range<usize>,
    /// Whether it is there to be read: no script, no style.
    pub is_text: bool,
    /// Whether `&amp;` in it is `&`.
    pub has_entities: bool,
}

/// The pieces of text of a page, in order, and whether that is all of them.
pub(crate) fn pieces(page: &str) -> (Vec<Piece>, bool) {
    let mut pieces: Vec<Piece> = Vec::new();
    let keep = doc_text!(|chunk: &mut TextChunk<'_>| {
        let place = chunk.source_location().bytes();
        if !place.is_empty() {
            let is_text = matches!(chunk.text_type(), TextType::Data | TextType::CDataSection | TextType::PlainText);
            let has_entities = chunk.text_type() == TextType::Data;
            pieces.push(Piece { place, is_text, has_entities });
        }
        Ok(())
    });
    let settings = Settings::new()
        .append_document_content_handler(keep)
        .with_memory_settings(MemorySettings::new().with_max_allowed_memory_usage(LONGEST_TAG))
        .with_strict(false);
    let whole = {
        let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
        let written = page.as_bytes().chunks(STEP).all(|step| rewriter.write(step).is_ok());
        if written { rewriter.end().is_ok() } else { false }
    };
    (pieces, whole)
}
