//! Names as they are compared.

/// A name has at most so many bytes; more of it is not compared.
const LONGEST: usize = 96;
/// A part of a domain has at most so many bytes (RFC 1035, 2.3.4); more of a name is not compared with it.
const LABEL: usize = 63;

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

/// A name as a domain would have it: its letters and digits in a row, without an article; ä as ae. Empty for another script.
pub fn domain_like(name: &str) -> String {
    let mut letters = String::new();
    for c in folded(name).chars() {
        match c {
            'ä' | 'æ' => letters.push_str("ae"),
            'ö' | 'ø' | 'œ' => letters.push_str("oe"),
            'ü' => letters.push_str("ue"),
            'ß' => letters.push_str("ss"),
            c => letters.extend(Some(bare(c)).filter(char::is_ascii_alphanumeric)),
        }
    }
    letters.truncate(LABEL);
    letters
}

/// A letter without its mark.
pub const fn bare(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' | 'į' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ç' | 'ć' | 'č' => 'c',
        'ñ' | 'ń' | 'ň' => 'n',
        'ś' | 'š' | 'ş' => 's',
        'ź' | 'ż' | 'ž' => 'z',
        'ý' | 'ÿ' => 'y',
        'ğ' => 'g',
        'ł' => 'l',
        'ř' => 'r',
        'ť' => 't',
        'ď' => 'd',
        c => c,
    }
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
        assert_eq!(domain_like("The Quellstädter Kurier"), "quellstaedterkurier");
        assert_eq!(domain_like("Éire & Łodz"), "eireandlodz");
        assert_eq!(domain_like("新聞"), "");
    }
}
