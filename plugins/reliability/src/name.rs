//! Names as they are compared.

/// A name has at most so many bytes; more of it is not compared.
const LONGEST: usize = 96;

/// Lower case, letters and digits with single blanks between the words, no article in front: "The Valmere-Courier" is "valmere courier".
pub fn folded(name: &str) -> String {
    let mut folded = String::new();
    for c in name.chars().take(LONGEST) {
        if matches!(c, '\'' | '’' | 'ʻ' | '.') {
            continue;
        }
        if c.is_alphanumeric() {
            folded.extend(c.to_lowercase());
        } else if c == '&' {
            folded.push_str(" and ");
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    let mut words = folded.split_ascii_whitespace().peekable();
    if words.peek() == Some(&"the") {
        words.next();
    }
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_marks_and_articles_do_not_tell() {
        assert_eq!(folded("The Valmere-Courier"), "valmere courier");
        assert_eq!(folded("People’s  Daily"), folded("People's Daily"));
        assert_eq!(folded("U.N. Radio & News"), "un radio and news");
        assert_eq!(folded("…"), "");
        assert_eq!(folded("Éire"), "éire");
    }
}
