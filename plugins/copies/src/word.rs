//! The words of a text as they are compared: letters and digits alone, in lower case, each as a number.
//!
//! Marks and the kind of apostrophe differ from outlet to outlet ("Kestria's", "Kestria’s") and say nothing about who
//! copied whom.

/// One word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// First byte in the text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Stands for its letters.
    pub hash: u64,
    /// Begins with a capital letter.
    pub capital: bool,
    /// Begins with a digit.
    pub number: bool,
    /// Letters, apostrophes left out.
    pub length: u16,
}

/// An odd number with its bits well spread (the golden ratio times 2^64): multiplying by it moves every bit upwards.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// Mixes the bits of a hash, so that its order is as good as random.
pub const fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(SPREAD);
    let hash = (hash ^ (hash >> 29)).wrapping_mul(SPREAD);
    hash ^ (hash >> 32)
}

/// The hash of a word that is in lower case already.
pub fn hash_of(word: &str) -> u64 {
    mix(word.chars().fold(0, feed))
}

const fn feed(hash: u64, c: char) -> u64 {
    (hash.rotate_left(7) ^ c as u64).wrapping_mul(SPREAD)
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`' | '´')
}

/// Cuts `text` into its words.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if !first.is_alphanumeric() {
            continue;
        }
        let mut word = Word {
            start: start as u32,
            end: (start + first.len_utf8()) as u32,
            hash: 0,
            capital: first.is_uppercase(),
            number: first.is_ascii_digit(),
            length: 0,
        };
        let take = |c: char, at: usize, word: &mut Word| {
            if c.is_ascii() {
                word.hash = feed(word.hash, c.to_ascii_lowercase());
            } else {
                word.hash = c.to_lowercase().fold(word.hash, feed);
            }
            word.length = word.length.saturating_add(1);
            word.end = (at + c.len_utf8()) as u32;
        };
        take(first, start, &mut word);
        while let Some(&(at, c)) = chars.peek() {
            if c.is_alphanumeric() {
                take(c, at, &mut word);
                chars.next();
            } else if is_apostrophe(c) {
                let mut ahead = chars.clone();
                ahead.next();
                if !ahead.peek().is_some_and(|(_, c)| c.is_alphabetic()) {
                    break;
                }
                chars.next();
            } else {
                break;
            }
        }
        word.hash = mix(word.hash);
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_capitals_do_not_tell_words_apart() {
        let plain = words("Kestria's decree, of May 6 - ‘sealed’.");
        let curly = words("KESTRIA’S \"decree\" of May 6: sealed");
        assert_eq!(plain.iter().map(|w| w.hash).collect::<Vec<_>>(), curly.iter().map(|w| w.hash).collect::<Vec<_>>());
        assert_eq!(plain.len(), 6);
        assert_eq!(plain[5].hash, hash_of("sealed"));
    }
}
