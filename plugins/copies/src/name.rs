//! Names as they are compared: "Agence Lorne-Quist" and "ALQ", "Mirjam Falk" and "Falk", "Oren Talvik" and "OREN TALVIK".

/// The words of a name in lower case, without "the", hyphens and marks.
fn parts(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).map(str::to_lowercase);
    words.filter(|word| word != "the" && word != "s").collect()
}

/// Fewer letters are no acronym: "EU" is, "A" is not.
const SHORTEST_ACRONYM: usize = 2;
/// Words that an acronym may leave out: "Organization for Security and Co-operation in Europe" is the OSCE.
const SKIPPED: [&str; 5] = ["of", "for", "and", "in", "de"];

/// Whether the one is made of the other's initials: "ALQ", "Agence Lorne-Quist".
fn is_acronym(short: &str, long: &[String]) -> bool {
    let initials = |skip: bool| {
        let words = long.iter().filter(|word| !skip || !SKIPPED.contains(&word.as_str()));
        words.filter_map(|word| word.chars().next()).collect::<String>()
    };
    short.chars().count() >= SHORTEST_ACRONYM && (initials(false) == short || initials(true) == short)
}

/// Whether two agencies or organisations are one: the same words, or one the other's initials.
pub fn same_body(one: &str, two: &str) -> bool {
    let (one, two) = (parts(one), parts(two));
    if one.is_empty() || two.is_empty() {
        return false;
    }
    one == two
        || one.concat() == two.concat()
        || matches!(one.as_slice(), [short] if is_acronym(short, &two))
        || matches!(two.as_slice(), [short] if is_acronym(short, &one))
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
    if same_body(one, two) {
        return true;
    }
    let (one, two) = (parts(one), parts(two));
    !one.is_empty() && !two.is_empty() && (one.ends_with(&two) || two.ends_with(&one))
}

/// Whether two speakers are one by any of the names that each goes by.
#[must_use]
pub fn same_voice(one: &[String], two: &[String]) -> bool {
    one.iter().any(|one| two.iter().any(|two| same_speaker(one, two)))
}

/// What all forms of one speaker's name have in common, to look them up by: the last word; for one word of capitals, which may
/// be initials, and for a name of several words also its initials.
#[must_use]
pub fn speaker_keys(name: &str) -> Vec<String> {
    let parts = parts(name);
    let mut keys: Vec<String> = parts.last().cloned().into_iter().collect();
    if parts.len() > 1 {
        let initials = |skip: bool| {
            let words = parts.iter().filter(|word| !skip || !SKIPPED.contains(&word.as_str()));
            words.filter_map(|word| word.chars().next()).collect::<String>()
        };
        keys.extend([initials(false), initials(true), parts.concat()]);
    }
    keys.sort();
    keys.dedup();
    keys
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
            assert!(speaker_keys(one).iter().any(|key| speaker_keys(two).contains(key)), "{one} {two}");
        }
    }
}
