//! Character references: `&amp;`, `&#8217;`, `&#x2019;`, `&nbsp` (HTML Standard, section 13.2.5.72 and following).

use markup5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// The longest name of a reference, `CounterClockwiseContourIntegral;`, has so many bytes. A number has fewer, unless it begins
/// with zeros.
const LONGEST: usize = 32;

/// The reference that `text` begins with (at its `&`): the characters that it stands for, and how many bytes it has.
pub(crate) fn read(text: &str) -> Option<([Option<char>; 2], usize)> {
    let rest = text.as_bytes().get(1..)?;
    if rest.first() == Some(&b'#') { number(rest.get(1..)?).map(|(c, n)| ([Some(c), None], n + 2)) } else { name(text) }
}

fn number(digits: &[u8]) -> Option<(char, usize)> {
    let hexadecimal = matches!(digits.first(), Some(b'x' | b'X'));
    let (radix, prefix) = if hexadecimal { (16, 1) } else { (10, 0) };
    let digits = digits.get(prefix..)?;
    let values = digits.iter().take(LONGEST).map_while(|byte| char::from(*byte).to_digit(radix));
    let (count, value) =
        values.fold((0, 0_u32), |(count, value), digit| (count + 1, value.saturating_mul(radix).saturating_add(digit)));
    if count == 0 {
        return None;
    }
    let semicolon = usize::from(digits.get(count) == Some(&b';'));
    // "&#146;" is an apostrophe: what pages mean is windows-1252.
    let c1 = value.checked_sub(0x80).and_then(|at| C1_REPLACEMENTS.get(at as usize).copied().flatten());
    let c = c1.or_else(|| char::from_u32(value).filter(|c| *c != '\0')).unwrap_or('\u{fffd}');
    Some((c, prefix + count + semicolon))
}

fn name(text: &str) -> Option<([Option<char>; 2], usize)> {
    let bytes = text.as_bytes();
    let mut found = None;
    for end in 2..=bytes.len().min(LONGEST + 1) {
        let last = bytes.get(end - 1)?;
        if !last.is_ascii_alphanumeric() && *last != b';' {
            break;
        }
        // The table holds the beginnings of all names too, with nothing that they stand for.
        let Some(&(first, second)) = text.get(1..end).and_then(|name| NAMED_ENTITIES.get(name)) else { break };
        if let Some(c) = char::from_u32(first).filter(|c| *c != '\0') {
            found = Some(([Some(c), char::from_u32(second).filter(|c| *c != '\0')], end));
        }
        if *last == b';' {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_as_browsers_do() {
        let read = |text| read(text).map(|(chars, n)| (chars.into_iter().flatten().collect::<String>(), n));
        let is = |text: &str, n| Some((text.to_owned(), n));
        assert_eq!(read("&amp; more"), is("&", 5));
        assert_eq!(read("&nbspmore"), is("\u{a0}", 5));
        assert_eq!(read("&notin;"), is("∉", 7));
        assert_eq!(read("&notit;"), is("¬", 4));
        assert_eq!(read("&CounterClockwiseContourIntegral;"), is("∳", 33));
        assert_eq!(read("&NotEqualTilde;"), is("≂̸", 15));
        assert_eq!(read("&#8217;s"), is("’", 7));
        assert_eq!(read("&#x2019 s"), is("’", 7));
        assert_eq!(read("&#146;"), is("’", 6));
        assert_eq!(read("&#0;"), is("\u{fffd}", 4));
        assert_eq!(read("&#99999999999;"), is("\u{fffd}", 14));
        for none in ["&", "& b", "&;", "&#;", "&#x;", "&bogus;", "&é;"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
