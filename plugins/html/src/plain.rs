//! The page without what is no text: what witnesses are shown.
//!
//! Scripts, styles, comments, pictures and nearly all attributes are gone, which is most of a page, and each element is closed in
//! order, none deeper than the first reading told apart. So a witness's tree is no larger than the text asks for.

use crate::element::Said;

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

    pub fn text(&mut self, words: &str) {
        self.page.push_str(words);
    }

    pub fn finish(mut self) -> String {
        self.page.push_str("</body></html>");
        self.page
    }
}
