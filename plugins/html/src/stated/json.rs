//! Reads JSON as it stands in pages: with the place of each value, and on past what is broken.
//!
//! Templates print JSON-LD by hand: with raw line breaks and quotation marks in strings, commas too many, comments round it,
//! the end cut off. What is clear in it is read; a strict reader would give up all of it.

/// Values nested deeper than so many are left out; the deepest met in pages has 12.
const DEEPEST: usize = 64;
/// So many bytes of space behind a quotation mark are looked over to tell whether it ends its string.
const SPACE: usize = 64;

/// A value, each string and word with its first byte in the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json<'p> {
    /// A string as it stands between its marks, escapes and all.
    Text(&'p str, usize),
    /// A number, `true`, `false`, `null`.
    Bare(&'p str, usize),
    List(Vec<Json<'p>>),
    Map(Vec<(&'p str, Json<'p>)>),
}

impl<'p> Json<'p> {
    /// All values in a script of which `at` is the first byte in the page. Several may follow each other.
    pub fn read(script: &'p str, at: usize) -> Vec<Self> {
        let mut values = Vec::new();
        let mut cursor = Cursor { text: script, at: 0, base: at };
        // What stands round the value: `<!--`, `//<![CDATA[`, `window.x =`.
        while cursor.seek(|byte| byte == b'{' || byte == b'[') {
            if cursor.text.get(cursor.at..).is_some_and(|rest| rest.starts_with("[CDATA[")) {
                cursor.at += "[CDATA[".len();
                continue;
            }
            values.extend(cursor.value(0));
        }
        values
    }

    /// The value under this key, in any case.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Map(fields) = self else { return None };
        fields.iter().find(|(name, _)| name.eq_ignore_ascii_case(key)).map(|(_, value)| value)
    }

    /// The items of a list; else the value alone.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            one => std::slice::from_ref(one),
        }
    }

    /// The string, as it stands.
    pub fn text(&self) -> Option<&'p str> {
        if let Self::Text(text, _) = self { Some(text) } else { None }
    }
}

/// A string with its escapes read.
pub(super) fn unescape(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match rest.next() {
            Some('n' | 'r' | 't') => out.push(' '),
            Some('b' | 'f') | None => {}
            Some('u') => out.push(unit(&mut rest)),
            Some(other) => out.push(other),
        }
    }
    out
}

/// The character of `\uXXXX`, or of two halves of one.
fn unit(rest: &mut std::str::Chars<'_>) -> char {
    let high = hex(rest);
    if !(0xd800..0xdc00).contains(&high) {
        return char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER);
    }
    let mut ahead = rest.clone();
    if (ahead.next(), ahead.next()) == (Some('\\'), Some('u')) {
        let low = hex(&mut ahead);
        if (0xdc00..0xe000).contains(&low) {
            *rest = ahead;
            return char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00))
                .unwrap_or(char::REPLACEMENT_CHARACTER);
        }
    }
    char::REPLACEMENT_CHARACTER
}

fn hex(rest: &mut std::str::Chars<'_>) -> u32 {
    let mut value = 0;
    for _ in 0..4 {
        let mut ahead = rest.clone();
        let Some(digit) = ahead.next().and_then(|c| c.to_digit(16)) else { break };
        *rest = ahead;
        value = value * 16 + digit;
    }
    value
}

struct Cursor<'p> {
    text: &'p str,
    /// The byte that is looked at.
    at: usize,
    /// The first byte of `text` in the page.
    base: usize,
}

impl<'p> Cursor<'p> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes to the next byte of this kind; whether there is one.
    fn seek(&mut self, is: impl Fn(u8) -> bool) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        match rest.iter().position(|&byte| is(byte)) {
            Some(skipped) => {
                self.at += skipped;
                true
            }
            None => {
                self.at = self.text.len();
                false
            }
        }
    }

    /// Goes to what is neither space nor a comma or colon too many.
    fn skip(&mut self) {
        self.seek(|byte| !byte.is_ascii_whitespace() && byte != b',' && byte != b':');
    }

    fn value(&mut self, depth: usize) -> Option<Json<'p>> {
        self.skip();
        match self.byte()? {
            b'{' | b'[' if depth > DEEPEST => {
                self.at += 1;
                None
            }
            b'{' => {
                self.at += 1;
                Some(Json::Map(self.fields(depth)))
            }
            b'[' => {
                self.at += 1;
                Some(Json::List(self.list(depth)))
            }
            b'"' => {
                let (text, at) = self.string();
                Some(Json::Text(text, at))
            }
            b'}' | b']' => None,
            _ => {
                let start = self.at;
                self.seek(|byte| matches!(byte, b',' | b'}' | b']' | b':' | b'{' | b'[') || byte.is_ascii_whitespace());
                Some(Json::Bare(self.text.get(start..self.at)?, self.base + start))
            }
        }
    }

    fn list(&mut self, depth: usize) -> Vec<Json<'p>> {
        let mut items = Vec::new();
        loop {
            self.skip();
            match self.byte() {
                Some(b']') => {
                    self.at += 1;
                    return items;
                }
                // The end of what is round the list: its own is missing.
                None | Some(b'}') => return items,
                Some(_) => items.extend(self.value(depth + 1)),
            }
        }
    }

    fn fields(&mut self, depth: usize) -> Vec<(&'p str, Json<'p>)> {
        let mut fields = Vec::new();
        loop {
            self.skip();
            match self.byte() {
                Some(b'}') => {
                    self.at += 1;
                    return fields;
                }
                None | Some(b']') => return fields,
                Some(b'"') => {
                    let (key, _) = self.string();
                    let value = self.value(depth + 1);
                    fields.extend(value.map(|value| (key, value)));
                }
                // A value without a key, or a key without marks.
                Some(_) => {
                    self.value(depth + 1);
                }
            }
        }
    }

    /// The string that begins here, and its first byte in the page.
    fn string(&mut self) -> (&'p str, usize) {
        self.at += 1;
        let start = self.at;
        let bytes = self.text.as_bytes();
        while self.seek(|byte| byte == b'"' || byte == b'\\') {
            if self.byte() == Some(b'\\') {
                self.at = (self.at + 2).min(self.text.len());
                continue;
            }
            // "headline": "He said "yes" and left": a mark ends a string only where JSON can go on.
            let behind = bytes.get(self.at + 1..).unwrap_or_default().iter().take(SPACE);
            let next = behind.copied().find(|byte| !byte.is_ascii_whitespace());
            let ends = next.is_none_or(|byte| matches!(byte, b',' | b':' | b'}' | b']' | b'"'));
            self.at += 1;
            if ends {
                return (self.text.get(start..self.at - 1).unwrap_or(""), self.base + start);
            }
        }
        (self.text.get(start..).unwrap_or(""), self.base + start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(script: &str) -> Json<'_> {
        Json::read(script, 0).remove(0)
    }

    #[test]
    fn values_and_their_places() {
        let script = r#"<!-- {"a": "b\u00e9", "n": [1, true, {"c": "d"}]} -->"#;
        let value = one(script);
        assert_eq!(value.get("A"), Some(&Json::Text("b\\u00e9", 12)));
        assert_eq!(unescape("b\\u00e9 \\\"q\\\" \\/ \\ud83d\\ude00"), "bé \"q\" / 😀");
        assert_eq!(value.get("n").unwrap().items().len(), 3);
    }

    #[test]
    fn what_is_broken_is_read_on() {
        let value = one("{\"a\": \"line\nbreak\", \"b\": \"he said \"yes\" and left\",, \"c\": [\"d\",], }");
        assert_eq!(value.get("a").unwrap().text(), Some("line\nbreak"));
        assert_eq!(value.get("b").unwrap().text(), Some("he said \"yes\" and left"));
        assert_eq!(value.get("c").unwrap().items(), &[Json::Text("d", 59)]);
        assert_eq!(one("{\"a\": {\"b\": \"cut o").get("a").unwrap().get("b").unwrap().text(), Some("cut o"));
        assert_eq!(Json::read("{\"a\": 1} {\"b\": 2}", 0).len(), 2);
        assert!(one("//<![CDATA[\n{\"a\": 1}\n//]]>").get("a").is_some());
        assert!(Json::read("nothing", 0).is_empty());
    }

    #[test]
    fn nesting_has_an_end() {
        let deep = "[".repeat(1_000_000);
        assert!(!Json::read(&deep, 0).is_empty());
    }
}
