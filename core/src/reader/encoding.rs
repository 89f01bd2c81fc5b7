//! From bytes to text: UTF-8, what a byte-order mark or a label says, or the legacy encoding that the bytes look most like.

use crate::{Run, Source};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8};

/// So many bytes are looked at to tell a legacy encoding; more doesn't make the guess better on articles.
const WINDOW: usize = 64 << 10;
/// So many bytes before the first one that is not ASCII belong to the window: the letters around it tell the language.
const BEFORE: usize = 1 << 10;

/// A file's text without its byte-order mark.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// Where each of its characters stands in the bytes.
    pub source: Source,
    /// What is to be said of it.
    pub warning: Option<String>,
}

/// The file is no text.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("not text: there is a NUL byte at byte {0} (a binary file, or UTF-16 without a byte-order mark)")]
pub struct Binary(pub usize);

/// Reads the bytes at `place` as text. `label` is the encoding that is stated beside them or in them, if one is: that of an HTTP
/// header, of a `meta` element. The order is that of what lies least: a byte-order mark, strict UTF-8 (no other encoding passes as
/// it by chance), the label, if the bytes fit it, and then what they look like.
///
/// # Errors
/// [`Binary`] where there is a NUL, in what is not UTF-16.
pub fn decode(place: &str, bytes: Vec<u8>, label: Option<&str>) -> Result<Decoded, Binary> {
    let stated = label.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) if encoding != UTF_8 => {
            let units = bytes.get(mark..).unwrap_or_default();
            if let Some(nul) = units.chunks_exact(2).position(|unit| unit == [0, 0]) {
                return Err(Binary(mark + 2 * nul));
            }
            let (text, runs, broken) = in_encoding(encoding, &bytes, mark);
            Ok(Decoded { text, source: Source::new(place, runs, &bytes), warning: Some(said(encoding, broken)) })
        }
        bom => {
            if let Some(nul) = memchr::memchr(0, &bytes) {
                return Err(Binary(nul));
            }
            Ok(decode_unmarked(place, bytes, bom.map_or(0, |(_, mark)| mark), stated))
        }
    }
}

fn decode_unmarked(place: &str, mut bytes: Vec<u8>, mark: usize, stated: Option<&'static Encoding>) -> Decoded {
    // Text in ISO-2022-JP is all ASCII bytes, so that it passes for UTF-8.
    if stated == Some(ISO_2022_JP) && mark == 0 || std::str::from_utf8(&bytes).is_err() {
        return if mark > 0 { mend(place, &bytes, mark) } else { decode_legacy(place, &bytes, stated) };
    }
    let source = Source::verbatim(place, &bytes, mark);
    bytes.drain(..mark);
    Decoded { text: String::from_utf8(bytes).unwrap_or_default(), source, warning: None }
}

fn decode_legacy(place: &str, bytes: &[u8], stated: Option<&'static Encoding>) -> Decoded {
    let give = |encoding: &'static Encoding, (text, runs, broken)| {
        let source = Source::new(place, runs, bytes);
        Decoded { text, source, warning: Some(said(encoding, broken)) }
    };
    if let Some(encoding) = stated.filter(|encoding| *encoding != UTF_8) {
        let (text, runs, broken) = in_encoding(encoding, bytes, 0);
        if !broken {
            return give(encoding, (text, runs, broken));
        }
    }
    if damaged_utf8(bytes) {
        return mend(place, bytes, 0);
    }
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let window = bytes.get(first.saturating_sub(BEFORE)..).unwrap_or_default();
    let window = window.get(..WINDOW).unwrap_or(window);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(window, window.len() < WINDOW);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    give(encoding, in_encoding(encoding, bytes, 0))
}

/// UTF-8 with broken bytes, behind a byte-order mark of `mark` bytes.
fn mend(place: &str, bytes: &[u8], mark: usize) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut runs = Vec::new();
    let mut at = mark as u64;
    let mut first = None;
    for chunk in bytes.get(mark..).unwrap_or_default().utf8_chunks() {
        let broken = chunk.invalid().len();
        if broken > 0 {
            first.get_or_insert(at + chunk.valid().len() as u64);
        }
        for (piece, read) in [(chunk.valid(), chunk.valid().len()), ("\u{fffd}", broken)] {
            if read > 0 {
                runs.push(Run { text: text.len() as u32, length: piece.len() as u32, source: at, bytes: read as u32 });
                text.push_str(piece);
                at += read as u64;
            }
        }
    }
    let first = first.unwrap_or(at);
    let warning = format!("not valid UTF-8 at byte {first}; what can't be read is shown as \u{fffd}");
    Decoded { text, source: Source::new(place, runs, bytes), warning: Some(warning) }
}

/// The bytes behind the first `mark` in an encoding, with the bytes of each character, and whether some of them mean nothing in it.
fn in_encoding(encoding: &'static Encoding, bytes: &[u8], mark: usize) -> (String, Vec<Run>, bool) {
    /// Room for what one byte can give: the replacement of what was pending, and a character.
    const ROOM: usize = 32;
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len());
    let mut runs = Vec::new();
    let mut broken = false;
    let mut begun = mark;
    let mut room = [0_u8; ROOM];
    // One byte at a time, since a decoder doesn't say where in its input a character began.
    for at in mark..=bytes.len() {
        let last = at == bytes.len();
        let byte = bytes.get(at..=at).unwrap_or_default();
        let (_, _, written, replaced) = decoder.decode_to_utf8(byte, &mut room, last);
        broken |= replaced;
        if written > 0 {
            let end = (at + 1).min(bytes.len());
            let piece = room.get(..written).and_then(|piece| std::str::from_utf8(piece).ok()).unwrap_or("\u{fffd}");
            let run = Run {
                text: text.len() as u32,
                length: piece.len() as u32,
                source: begun as u64,
                bytes: (end - begun) as u32,
            };
            runs.push(run);
            text.push_str(piece);
            begun = end;
        }
    }
    (text, runs, broken)
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
    use crate::Span;

    fn text(bytes: &[u8]) -> (String, Option<String>) {
        let decoded = decode("f", bytes.to_vec(), None).unwrap();
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
        assert_eq!(decode("f", b"abc\0def".to_vec(), None), Err(Binary(3)));
        assert_eq!(decode("f", b"\xff\xfea\0\0\0".to_vec(), None), Err(Binary(4)));
    }

    #[test]
    fn a_label_counts_where_the_bytes_fit_it() {
        let read = |bytes: &[u8], label| decode("f", bytes.to_vec(), Some(label)).unwrap();
        // Cyrillic in KOI8-R looks like much else; the label tells.
        let (koi, _, _) = encoding_rs::KOI8_R.encode("Да");
        assert_eq!(read(&koi, "koi8-r").text, "Да");
        // UTF-8 is UTF-8 whatever is said of it, and what is no UTF-8 is none.
        assert_eq!(read("Café".as_bytes(), "iso-8859-1").text, "Café");
        let (sjis, _, _) = encoding_rs::SHIFT_JIS.encode("会談は火曜日に始まったと報じた。");
        assert_eq!(read(&sjis, "utf-8").text, "会談は火曜日に始まったと報じた。");
    }

    #[test]
    fn every_character_is_found_in_the_bytes() {
        for encoding in [encoding_rs::SHIFT_JIS, encoding_rs::WINDOWS_1252, encoding_rs::GB18030] {
            let said =
                if encoding == encoding_rs::WINDOWS_1252 { "a “café” in Zürich" } else { "a 会談 b 火曜" };
            let (bytes, _, _) = encoding.encode(said);
            let decoded = decode("f", bytes.to_vec(), Some(encoding.name())).unwrap();
            for (at, c) in decoded.text.char_indices() {
                let range = decoded.source.bytes(Span::new(at as u32, (at + c.len_utf8()) as u32));
                let (again, _) = encoding.decode_without_bom_handling(&bytes[range.start as usize..range.end as usize]);
                assert_eq!(again, c.to_string());
            }
        }
        let mut bytes = b"\xef\xbb\xbfab\n\xff".to_vec();
        bytes.extend("é".as_bytes());
        let decoded = decode("f", bytes, None).unwrap();
        assert_eq!(decoded.source.bytes(Span::new(6, 8)), 7..9);
        assert_eq!(decoded.source.bytes(Span::new(3, 6)), 6..7);
        assert_eq!(decoded.source.cite(&decoded.text, Span::new(6, 8)).column, 2);
    }
}
