//! The page without what is no text: what witnesses are shown.
//!
//! Scripts, styles, comments, pictures and nearly all attributes are gone, which is most of a page, and each element is closed in
//! order, none deeper than the first reading told apart. So a witness's tree is no larger than the text asks for.

use crate::element::Said;
use crate::entity;

/// What stands before the first element.
const HEAD: &str = "<!doctype html><html><head><title></title></head><body>";

/// A page in the making.
pub(crate) struct Plain {
    page: String,
}

impl Default for Plain {
    fn default() -> Self {
        Self { page: HEAD.to_owned() }
    }
}

impl Plain {
    pub fn start(&mut self, name: &str, said: &Said<'_>) {
        self.page.push('<');
        self.page.push_str(name);
        // Only whether a link leads elsewhere on the page or away counts.
        let href = if said.href.is_empty() {
            ""
        } else if said.href.starts_with('#') {
            "#"
        } else {
            "/"
        };
        let attributes = [
            ("class", said.class),
            ("id", said.id),
            ("role", said.role),
            ("itemprop", said.itemprop),
            ("rel", said.rel),
            ("href", href),
        ];
        for (name, value) in attributes.into_iter().filter(|(_, value)| !value.is_empty()) {
            let mark = if value.contains('"') { '\'' } else { '"' };
            self.page.push(' ');
            self.page.push_str(name);
            self.page.push('=');
            self.page.push(mark);
            self.page.push_str(value);
            self.page.push(mark);
        }
        self.page.push('>');
    }

    pub fn void(&mut self, name: &str) {
        self.page.push('<');
        self.page.push_str(name);
        // A picture without an address is none.
        self.page.push_str(if name.eq_ignore_ascii_case("img") { " src=\"i.jpg\">" } else { ">" });
    }

    pub fn end(&mut self, name: &str) {
        self.page.push_str("</");
        self.page.push_str(name);
        self.page.push('>');
    }

    /// Words, without the signs that a tokenizer stops at: of 600,000 "&" each would be a piece of its own, set behind a text that
    /// grows. Letters are all that is found again.
    pub fn text(&mut self, words: &str, has_entities: bool) {
        let bytes = words.as_bytes();
        let mut at = 0;
        for sign in memchr::memchr2_iter(b'&', b'<', bytes) {
            if sign < at {
                continue;
            }
            self.page.push_str(words.get(at..sign).unwrap_or(""));
            let rest = words.get(sign..).filter(|rest| has_entities && rest.starts_with('&'));
            let (chars, length) = rest.and_then(entity::read).unwrap_or(([Some(' '), None], 1));
            self.page.extend(chars.into_iter().flatten().map(|c| if matches!(c, '&' | '<') { ' ' } else { c }));
            at = sign + length;
        }
        self.page.push_str(words.get(at..).unwrap_or(""));
    }

    pub fn finish(mut self) -> String {
        self.page.push_str("</body></html>");
        self.page
    }
}
