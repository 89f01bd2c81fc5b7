//! From bytes to text: UTF-8, what a byte-order mark says, or the legacy encoding that the bytes look most like.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// So many bytes are looked at to tell a legacy encoding; more doesn't make the guess better on articles.
const WINDOW: usize = 64 << 10;
/// So many bytes before the first one that is not ASCII belong to the window: the letters around it tell the language.
const BEFORE: usize = 1 << 10;

/// A file's text without its byte-order mark.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// What is to be said of it.
    pub warning: Option<String>,
}

/// The file is no text.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("not text: there is a NUL byte at byte {0} (a binary file, or UTF-16 without a byte-order mark)")]
pub struct Binary(pub usize);

/// Reads bytes as text.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, Binary> {
    match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) if encoding != UTF_8 => {
            let units = bytes.get(mark..).unwrap_or_default();
            if let Some(nul) = units.chunks_exact(2).position(|unit| unit == [0, 0]) {
                return Err(Binary(mark + 2 * nul));
            }
            let (text, broken) = encoding.decode_without_bom_handling(units);
            let warning = Some(said(encoding, broken));
            Ok(Decoded { text: text.into_owned(), warning })
        }
        bom => {
            if let Some(nul) = memchr::memchr(0, &bytes) {
                return Err(Binary(nul));
            }
            Ok(decode_unmarked(bytes, bom.map_or(0, |(_, mark)| mark)))
        }
    }
}

fn decode_unmarked(mut bytes: Vec<u8>, mark: usize) -> Decoded {
    bytes.drain(..mark);
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Decoded { text, warning: None },
        Err(error) => error.into_bytes(),
    };
    if mark > 0 || damaged_utf8(&bytes) {
        let at = std::str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), |_| 0);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let warning = format!("not valid UTF-8 at byte {}; what can't be read is shown as \u{fffd}", mark + at);
        return Decoded { text, warning: Some(warning) };
    }
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let window = bytes.get(first.saturating_sub(BEFORE)..).unwrap_or_default();
    let window = window.get(..WINDOW).unwrap_or(window);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(window, window.len() < WINDOW);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, broken) = encoding.decode_without_bom_handling(&bytes);
    Decoded { text: text.into_owned(), warning: Some(said(encoding, broken)) }
}

/// Whether this is UTF-8 with some broken bytes: more characters of several bytes are whole than are broken. In a legacy encoding
/// nearly every byte beyond ASCII breaks, because by chance one seldom follows another as UTF-8 would have it.
fn damaged_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken
}

fn said(encoding: &'static Encoding, broken: bool) -> String {
    let broken = if broken { "; what can't be read is shown as \u{fffd}" } else { "" };
    format!("not UTF-8; read as {}{broken}", encoding.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, Option<String>) {
        let decoded = decode(bytes.to_vec()).unwrap();
        (decoded.text, decoded.warning)
    }

    #[test]
    fn utf8_loses_its_mark_and_nothing_else() {
        assert_eq!(text("\u{feff} “Café”\r\n".as_bytes()), (" “Café”\r\n".to_owned(), None));
        assert_eq!(text(b""), (String::new(), None));
    }

    #[test]
    fn utf16_is_told_by_its_mark() {
        for (encoding, bytes) in [
            ("UTF-16LE", "\u{feff}Café".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()),
            ("UTF-16BE", "\u{feff}Café".encode_utf16().flat_map(u16::to_be_bytes).collect()),
        ] {
            assert_eq!(text(&bytes), ("Café".to_owned(), Some(format!("not UTF-8; read as {encoding}"))));
        }
    }

    #[test]
    fn a_legacy_encoding_is_guessed_wherever_its_first_byte_stands() {
        let sentence = b"The caf\xe9 in M\xfcnchen said \x93yes\x94.";
        let mut late = vec![b'a'; 200_000];
        late.push(b' ');
        late.extend(sentence);
        for bytes in [&sentence[..], &late] {
            let (text, warning) = text(bytes);
            assert!(text.ends_with("The café in München said “yes”."));
            assert_eq!(warning.as_deref(), Some("not UTF-8; read as windows-1252"));
        }
    }

    #[test]
    fn one_broken_byte_does_not_spoil_a_text() {
        let mut bytes = "“Yes”, said Müller — “no” came later: ".as_bytes().to_vec();
        let broken = bytes.len();
        bytes.extend(b"\xff.");
        let (text, warning) = text(&bytes);
        assert_eq!(text, "“Yes”, said Müller — “no” came later: \u{fffd}.");
        assert!(warning.unwrap().starts_with(&format!("not valid UTF-8 at byte {broken};")));
    }

    #[test]
    fn a_nul_byte_is_named_by_its_place() {
        assert_eq!(decode(b"abc\0def".to_vec()), Err(Binary(3)));
        assert_eq!(decode(b"\xff\xfea\0\0\0".to_vec()), Err(Binary(4)));
    }
}
