//! Names as they are compared: "Agence Lorne-Quist" and "ALQ", "Mirjam Falk" and "Falk", "Oren Talvik" and "OREN TALVIK".

use copydesk_core::lang::en::acronym::{abbreviates, initials};

/// The words of a name in lower case, without "the", hyphens and marks.
fn parts(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).map(str::to_lowercase);
    words.filter(|word| word != "the" && word != "s").collect()
}

/// A name taken apart once, to be held against many.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Parts {
    words: Vec<String>,
    /// All of it in one word: "Hae-jin" and "Haejin" are one.
    whole: String,
}

impl Parts {
    /// Takes a name apart.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let words = parts(name);
        Self { whole: words.concat(), words }
    }

    /// Whether two agencies or organisations are one: the same words, or one the other's initials.
    #[must_use]
    pub fn is_body(&self, other: &Self) -> bool {
        if self.words.is_empty() || other.words.is_empty() {
            return false;
        }
        self.whole == other.whole
            || matches!(self.words.as_slice(), [short] if abbreviates(short, &other.words))
            || matches!(other.words.as_slice(), [short] if abbreviates(short, &self.words))
    }

    /// Whether two speakers are one: the same body, or one name is the end of the other ("Falk", "Mirjam Falk").
    #[must_use]
    pub fn is_speaker(&self, other: &Self) -> bool {
        let ends = |one: &Self, two: &Self| !two.words.is_empty() && one.words.ends_with(&two.words);
        self.is_body(other) || ends(self, other) || ends(other, self)
    }

    /// What all forms of one speaker's name have in common, to look them up by: the last word; for one word of capitals, which may
    /// be initials, and for a name of several words also its initials.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        let mut keys: Vec<String> = self.words.last().cloned().into_iter().collect();
        if self.words.len() > 1 {
            keys.extend(initials(&self.words).into_iter().filter(|initials| !initials.is_empty()));
            keys.push(self.whole.clone());
        }
        keys.sort();
        keys.dedup();
        keys
    }
}

/// Whether two agencies or organisations are one: the same words, or one the other's initials.
pub fn same_body(one: &str, two: &str) -> bool {
    Parts::new(one).is_body(&Parts::new(two))
}

/// Whether two speakers are one: the same body, or one name is the end of the other ("Falk", "Mirjam Falk").
///
/// ```
/// use copydesk_copies::same_speaker;
/// assert!(same_speaker("Ryo Hae-jin", "Ryo Hae Jin"));
/// assert!(same_speaker("Falk", "Mirjam Falk"));
/// assert!(same_speaker("the Kestrian Telegraph Agency", "KTA"));
/// assert!(!same_speaker("Mirjam Falk", "Peter Falk"));
/// assert!(!same_speaker("", "Mirjam Falk"));
/// ```
#[must_use]
pub fn same_speaker(one: &str, two: &str) -> bool {
    Parts::new(one).is_speaker(&Parts::new(two))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_goes_by_its_initials() {
        assert!(same_body("Agence Lorne-Quist", "ALQ"));
        assert!(same_body("Bureau of River Affairs", "BRA"));
        assert!(!same_body("Agence Lorne-Quist", "AL"));
        assert!(!same_body("Norvane", "TELIS"));
    }

    #[test]
    fn one_speaker_has_a_key_in_common() {
        for (one, two) in
            [("Falk", "Mirjam Falk"), ("KTA", "Kestrian Telegraph Agency"), ("Ryo Hae-jin", "Ryo Hae Jin")]
        {
            assert!(same_speaker(one, two));
            assert!(Parts::new(one).keys().iter().any(|key| Parts::new(two).keys().contains(key)), "{one} {two}");
        }
    }
}
