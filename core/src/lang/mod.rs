//! What several plugins must know of a language: words as data, and the readers of numbers and absolute dates.
//!
//! One folder a language. A plugin says which languages it reads; an article in another one is left alone.
//!
//! A plugin whose own rules are English says `lang::en`. `Reading` and the grammar of time name no language: they ask the readers below, and
//! a word for its [`Term`] and its [`Cue`]s.

mod cue;
pub mod en;
mod term;

pub use cue::Cue;
/// The readers of the language that is read: the only line outside of a pack's folder that core names one in.
pub use en::{abbreviations, calendar, inflection, lexicon, numeral};
pub use term::Term;

use crate::{Class, Document, Reading};

/// In English news at least this share of the words, in per cent, are function words: 35 to 48 in newswire, 24 in the
/// tersest transcript met; 3 to 12 in German, French and Spanish, whose short words collide with English ones.
const FUNCTION_SHARE: usize = 20;
/// With fewer words than this nothing is said about the language.
const FEWEST_WORDS: usize = 20;
/// So many bytes from the middle of the text are shown to the detector.
const SAMPLE: usize = 4_096;

/// The primary subtag of a BCP 47 tag, in lower case.
#[must_use]
pub fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The language that the text is in, or `None` where it is too short or too strange to tell.
pub(crate) fn detect(reading: &Reading<'_>) -> Option<String> {
    let words = reading.tokens().iter().take(SAMPLE).filter(|t| t.class.any(Class::WORD));
    let (words, function) =
        words.fold((0, 0), |(n, f), token| (n + 1, f + usize::from(token.class.any(Class::FUNCTION))));
    if words < FEWEST_WORDS {
        return None;
    }
    if function * 100 >= words * FUNCTION_SHARE {
        return Some("en".to_owned());
    }
    let text = reading.text();
    let start = text.floor_char_boundary((text.len() / 2).saturating_sub(SAMPLE / 2));
    let sample = text.get(start..text.floor_char_boundary(start + SAMPLE))?;
    let guess = whatlang::detect(sample).filter(whatlang::Info::is_reliable)?;
    Some(iso_639_1(guess.lang().code()).to_owned())
}

/// The language that a page states, where its words are too few to tell: of the article before that of the template round it.
pub(crate) fn stated(document: &dyn Document) -> Option<String> {
    let markup = document.markup()?;
    let keys = ["json-ld:inlanguage", "html:lang", "og:locale", "http:content-language"];
    let tag = keys.iter().find_map(|key| markup.stated(key).next())?;
    let language = primary(&tag.value);
    let plain = (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    plain.then_some(language)
}

/// The two-letter code that BCP 47 prefers, for the languages of large news corpora; others keep their ISO 639-3 code.
fn iso_639_1(code: &'static str) -> &'static str {
    match code {
        "eng" => "en",
        "deu" => "de",
        "fra" => "fr",
        "spa" => "es",
        "por" => "pt",
        "ita" => "it",
        "nld" => "nl",
        "rus" => "ru",
        "ukr" => "uk",
        "pol" => "pl",
        "ces" => "cs",
        "swe" => "sv",
        "nob" => "nb",
        "dan" => "da",
        "fin" => "fi",
        "hun" => "hu",
        "ron" => "ro",
        "ell" => "el",
        "tur" => "tr",
        "ara" => "ar",
        "heb" => "he",
        "pes" => "fa",
        "hin" => "hi",
        "ben" => "bn",
        "urd" => "ur",
        "cmn" => "zh",
        "jpn" => "ja",
        "kor" => "ko",
        "vie" => "vi",
        "ind" => "id",
        "tha" => "th",
        other => other,
    }
}
