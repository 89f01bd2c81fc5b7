//! JSON Lines: one article a line, as the record contract has it.

use super::{HEAD, item};
use copydesk_core::reader::{Articles, Draft, Fault, Likeness, Opened, Reader, reason};
use copydesk_core::register;
use serde_json::{Map, Value};
use std::io::{self, BufRead, Read};

/// The reader of JSON Lines.
struct JsonLines;

/// The longest line that is read, in bytes. An article is some kilobytes; what is longer than this is no list of articles,
/// and would fill the memory.
const LONGEST_LINE: u64 = 256 << 20;

/// The UTF-8 byte-order mark.
const MARK: &[u8] = b"\xef\xbb\xbf";

impl Reader for JsonLines {
    fn extensions(&self) -> &'static [&'static str] {
        &["jsonl", "ndjson"]
    }

    fn recognises(&self, head: &[u8]) -> Likeness {
        if looks_like_lines(head) { Likeness::Possible } else { Likeness::None }
    }

    fn articles(&self, file: Opened) -> Articles {
        let Opened { name, path, bytes } = file;
        Box::new(Lines { name, path, bytes, line: 0, buffer: Vec::new(), done: false })
    }
}

fn looks_like_lines(head: &[u8]) -> bool {
    let is_whole = head.len() < HEAD;
    let head = head.strip_prefix(MARK).unwrap_or(head).trim_ascii_start();
    let Some(inside) = head.strip_prefix(b"{") else { return false };
    if !is_whole && !head.contains(&b'\n') {
        // The first line is longer than the head.
        return inside.trim_ascii_start().starts_with(b"\"");
    }
    // One good line tells it, though the first may be broken.
    let mut lines = head.split_inclusive(|&byte| byte == b'\n');
    lines.any(|line| (is_whole || line.ends_with(b"\n")) && object(line).is_ok())
}

struct Lines {
    name: String,
    path: String,
    bytes: Box<dyn BufRead + Send>,
    line: u64,
    buffer: Vec<u8>,
    done: bool,
}

impl Iterator for Lines {
    type Item = Result<Draft, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.done {
            let place = format!("{}:{}", self.path, self.line + 1);
            match self.read_line() {
                Err(error) => {
                    self.done = true;
                    return Some(Err(Fault::file(place, reason(&error))));
                }
                Ok(0) => self.done = true,
                Ok(length) if length > LONGEST_LINE => {
                    return Some(Err(Fault::line(place, format!("a line may have at most {LONGEST_LINE} bytes"))));
                }
                Ok(_) => {}
            }
            if self.line == 1 {
                if self.buffer.starts_with(b"\xff\xfe") || self.buffer.starts_with(b"\xfe\xff") {
                    self.done = true;
                    return Some(Err(Fault::file(&self.path, "JSON Lines must be UTF-8; this is UTF-16")));
                }
                if self.buffer.starts_with(MARK) {
                    self.buffer.drain(..MARK.len());
                }
            }
            if !self.buffer.trim_ascii().is_empty() {
                let fallback = format!("{}:{}", self.name, self.line);
                return Some(match object(&self.buffer) {
                    Ok(object) => item::draft(object, fallback, &place),
                    Err(reason) => Err(Fault::line(place, reason)),
                });
            }
        }
        None
    }
}

impl Lines {
    /// Reads the next line, and answers its length. Of one that is too long the rest is passed over.
    fn read_line(&mut self) -> io::Result<u64> {
        self.buffer.clear();
        self.line += 1;
        let length = (&mut self.bytes).take(LONGEST_LINE + 1).read_until(b'\n', &mut self.buffer)? as u64;
        if length > LONGEST_LINE && !self.buffer.ends_with(b"\n") {
            self.bytes.skip_until(b'\n')?;
        }
        Ok(length)
    }
}

/// A line as a JSON object, or why it is none.
fn object(line: &[u8]) -> Result<Map<String, Value>, String> {
    let line = std::str::from_utf8(line).map_err(|error| {
        let at = error.valid_up_to() + 1;
        format!("JSON Lines must be UTF-8, and byte {at} of this line is not")
    })?;
    match serde_json::from_str(line) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Err("not a JSON object".to_owned()),
        // The error counts lines within this one line: the column alone says where.
        Err(error) => {
            let said = error.to_string();
            let said = said.split(" at line ").next().unwrap_or_default();
            Err(format!("not JSON: {said} at column {}", error.column()))
        }
    }
}

register! {
    /// JSON Lines: one article a line, with the fields of the record contract, of news-please, trafilatura, newspaper4k and the dumps
    /// of CC-NEWS made with them, or as ninjs.
    reader "jsonl" JsonLines
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn read(bytes: &[u8]) -> Vec<Result<Draft, Fault>> {
        let bytes = Box::new(Cursor::new(bytes.to_vec()));
        JsonLines.articles(Opened { name: "p.jsonl".to_owned(), path: "d/p.jsonl".to_owned(), bytes }).collect()
    }

    #[test]
    fn fields_go_where_they_belong() {
        let line = r#"{"doc_id":7,"text":" A.\n","dct":"2031-05-06","date":"x","source":"Telis","title":"","section":"World"}"#;
        let drafts = read(line.as_bytes());
        let draft = drafts[0].as_ref().unwrap();
        assert_eq!((draft.id.as_str(), draft.text.as_str()), ("7", " A.\n"));
        assert_eq!(draft.meta.published.as_deref(), Some("2031-05-06"));
        assert_eq!(draft.meta.outlet.as_deref(), Some("Telis"));
        assert_eq!(draft.meta.title, None);
        let extra: Vec<&str> = draft.meta.extra.keys().map(String::as_str).collect();
        assert_eq!(extra, ["date", "section"]);
    }

    #[test]
    fn an_article_without_an_id_is_called_by_its_line() {
        let drafts = read(b"\xef\xbb\xbf{\"text\":\"a\"}\r\n\r\n{\"text\":\"b\"}");
        let ids: Vec<_> =
            drafts.iter().map(|d| (d.as_ref().unwrap().id.as_str(), d.as_ref().unwrap().other.as_str())).collect();
        assert_eq!(ids, [("p.jsonl:1", "d/p.jsonl:1"), ("p.jsonl:3", "d/p.jsonl:3")]);
    }

    #[test]
    fn a_date_that_is_none_is_unknown_and_said() {
        let drafts = read(br#"{"text":"a","published":"last week","url":5}"#);
        let draft = drafts[0].as_ref().unwrap();
        assert_eq!(draft.meta.published, None);
        assert_eq!(draft.warnings.len(), 2);
        assert_eq!(draft.meta.extra["published"], "last week");
    }

    #[test]
    fn every_bad_line_is_named_and_the_rest_is_read() {
        let lines = b"{\"text\":\"a\"\n[1]\n{\"id\":\"x\"}\n{\"text\":3}\n{\"text\":\"\xff\"}\n{\"text\":\"good\"}\n";
        let drafts = read(lines);
        let said: Vec<String> =
            drafts.iter().filter_map(|d| d.as_ref().err()).map(|f| format!("{}: {}", f.place, f.reason)).collect();
        assert_eq!(
            said,
            [
                "d/p.jsonl:1: not JSON: EOF while parsing an object at column 0",
                "d/p.jsonl:2: not a JSON object",
                "d/p.jsonl:3: there is no `text`",
                "d/p.jsonl:4: `text` is not a string",
                "d/p.jsonl:5: JSON Lines must be UTF-8, and byte 10 of this line is not",
            ]
        );
        assert_eq!(drafts[5].as_ref().unwrap().text, "good");
    }

    #[test]
    fn lines_of_json_are_recognised() {
        let long = format!("{{\"text\":\"{}", "a ".repeat(HEAD));
        let head = long.get(..HEAD).unwrap();
        for yes in ["{\"text\":\"a\"}\n", " {\"text\":\"a\"}", "{broken\n{\"text\":\"a\"}\n", head] {
            assert!(looks_like_lines(yes.as_bytes()), "{yes}");
        }
        for no in ["", "Talks began.", "{so it says}", "{so it says}\nin the text\n", "{\n  \"text\": 1\n}\n"] {
            assert!(!looks_like_lines(no.as_bytes()), "{no}");
        }
    }
}
