//! The tags between two pieces of text.

/// A tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag<'p> {
    /// `<p class="lead">`: its name as it stands, and what follows it.
    Start(&'p str, &'p str),
    /// `</p>`.
    End(&'p str),
}

/// The tags in a stretch of a page that holds no text: comments and what is no tag are left out.
pub(crate) struct Tags<'p> {
    rest: &'p str,
}

impl<'p> Tags<'p> {
    pub fn new(stretch: &'p str) -> Self {
        Self { rest: stretch }
    }
}

impl<'p> Iterator for Tags<'p> {
    type Item = Tag<'p>;

    fn next(&mut self) -> Option<Tag<'p>> {
        loop {
            let (_, tag) = self.rest.split_once('<')?;
            let (is_end, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
            if !tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let is_comment = !is_end && tag.starts_with("!--");
                self.rest =
                    if is_comment { behind_comment(tag) } else { tag.split_once('>').map_or("", |(_, rest)| rest) };
                continue;
            }
            let name_end = tag.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>').unwrap_or(tag.len());
            let (name, attributes) = tag.split_at_checked(name_end).unwrap_or((tag, ""));
            let (attributes, rest) = whole(attributes);
            self.rest = rest;
            return Some(if is_end { Tag::End(name) } else { Tag::Start(name, attributes) });
        }
    }
}

/// What follows a comment, of which `<` has been read.
fn behind_comment(comment: &str) -> &str {
    let inside = comment.get(3..).unwrap_or("");
    // "<!-->" and "<!--->" are comments too.
    if let Some(rest) = inside.strip_prefix('>').or_else(|| inside.strip_prefix("->")) {
        return rest;
    }
    let (comment, behind) = inside.split_once("-->").unwrap_or((inside, ""));
    comment.find("--!>").and_then(|at| inside.get(at + 4..)).unwrap_or(behind)
}

/// A tag's attributes, and what follows the tag: a `>` between quotation marks does not end it.
fn whole(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut is_value = false;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'>' => return (text.get(..at).unwrap_or(""), text.get(at + 1..).unwrap_or("")),
            b'"' | b'\'' if is_value => {
                let inside = bytes.get(at + 1..).unwrap_or_default();
                at += memchr::memchr(*byte, inside).unwrap_or(inside.len()) + 1;
                is_value = false;
            }
            b'=' => is_value = true,
            byte if byte.is_ascii_whitespace() => {}
            _ => is_value = false,
        }
        at += 1;
    }
    (text, "")
}

/// The attributes of a tag, as they stand: names in any case, values without their marks, entities not decoded.
pub(crate) struct Attributes<'p> {
    rest: &'p str,
}

impl<'p> Attributes<'p> {
    pub fn new(attributes: &'p str) -> Self {
        Self { rest: attributes }
    }
}

impl<'p> Iterator for Attributes<'p> {
    type Item = (&'p str, &'p str);

    fn next(&mut self) -> Option<(&'p str, &'p str)> {
        let is_space = |c: char| c.is_ascii_whitespace();
        let text = self.rest.trim_start_matches(|c| is_space(c) || c == '/');
        if text.is_empty() {
            return None;
        }
        // A name may begin with "=", and has one character at least.
        let first = text.chars().next().map_or(0, char::len_utf8);
        let end = text.get(first..)?.find(|c| is_space(c) || c == '=' || c == '/').map_or(text.len(), |at| at + first);
        let (name, rest) = text.split_at_checked(end)?;
        let Some(value) = rest.trim_start_matches(is_space).strip_prefix('=') else {
            self.rest = rest;
            return Some((name, ""));
        };
        let value = value.trim_start_matches(is_space);
        let marked = ['"', '\''].into_iter().find_map(|mark| Some((mark, value.strip_prefix(mark)?)));
        let (value, rest) = match marked {
            Some((mark, inside)) => inside.split_once(mark).unwrap_or((inside, "")),
            None => value.split_at_checked(value.find(is_space).unwrap_or(value.len())).unwrap_or((value, "")),
        };
        self.rest = rest;
        Some((name, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_attributes_are_read_as_browsers_do() {
        let tags: Vec<_> =
            Tags::new("<!--a<b>--><p class=x data-a='1>2' hidden><br/></P ><!-->< b><!doctype html><a href=/x")
                .collect();
        let wanted = [
            Tag::Start("p", " class=x data-a='1>2' hidden"),
            Tag::Start("br", "/"),
            Tag::End("P"),
            Tag::Start("a", " href=/x"),
        ];
        assert_eq!(tags, wanted);
        let read = |text| Attributes::new(text).collect::<Vec<_>>();
        assert_eq!(read(" class=x data-a='1>2' hidden"), [("class", "x"), ("data-a", "1>2"), ("hidden", "")]);
        assert_eq!(read(" a = \"b c\"d=e/ =f"), [("a", "b c"), ("d", "e/"), ("=f", "")]);
        assert_eq!(read("/"), []);
        assert_eq!(read(" id=\"open"), [("id", "open")]);
    }
}
