//! Bad input: each kind is said, counted and left out, and the others are read.

use crate::desk::{Desk, field};

const GOOD: &str = "Talks began in Port Mirel on Monday, the ministry said.\n";

#[test]
fn an_empty_file_is_a_document_without_text() {
    let desk = Desk::new(&[("empty.txt", ""), ("good.txt", GOOD)]);
    desk.run(&["empty.txt"]).ends(0, &["1 document read; 1 without article text"]);
    let run = desk.run(&["report", ".", "--format", "json"]);
    run.ends(0, &["2 documents read; 1 without article text"]);
    let object: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(object["documents"][0]["without_text"], true);
    assert_eq!(object["documents"][1]["without_text"], false);
    assert_eq!(object["summary"]["without_text"], 1);
}

#[test]
fn white_space_is_no_text() {
    let desk = Desk::new(&[("blank.txt", " \n\t\r\n\u{a0}\u{3000}\n")]);
    desk.run(&["blank.txt"]).ends(0, &["1 document read; 1 without article text"]);
}

#[test]
fn furniture_alone_is_no_article() {
    let links = "Related stories\n\nMarkets fall 3 per cent\nTen killed in flood\n\nSubscribe to our newsletter\n";
    let desk = Desk::new(&[("links.txt", links), ("good.txt", GOOD)]);
    desk.run(&["links.txt"]).ends(0, &["1 document read; 1 without article text"]);
    desk.run(&["."]).ends(0, &["2 documents read; 1 without article text"]);
}

#[test]
fn one_line_of_a_megabyte_is_read() {
    let desk = Desk::new(&[]);
    desk.file("long.txt", "The ministry said 4,000 “troops” left on May 5. ".repeat(22_000).trim_end().as_bytes());
    desk.run(&["analyze", "long.txt"]).ends(0, &["1 document read\n"]);
    desk.file("word.txt", "a".repeat(1 << 20).as_bytes());
    desk.run(&["word.txt"]).ends(0, &["1 document read\n"]);
}

#[test]
fn a_nul_byte_is_no_text() {
    let desk = Desk::new(&[("good.txt", GOOD)]);
    desk.file("image.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let run = desk.run(&["text", "good.txt", "image.txt"]);
    run.ends(2, &["image.txt: not text: there is a NUL byte at byte 8", "1 document read; skipped 1 file"]);
    assert_eq!(field(&run.lines(), "id"), ["good.txt"]);
}

#[test]
fn invalid_utf8_is_decoded_and_said() {
    let desk = Desk::new(&[]);
    desk.file("old.txt", b"The caf\xe9 in M\xfcnchen said \x93yes\x94.");
    let run = desk.run(&["text", "old.txt"]);
    run.ends(0, &["warning: old.txt: not UTF-8; read as windows-1252", "1 warning"]);
    assert_eq!(field(&run.lines(), "text"), ["The café in München said “yes”."]);
}

#[test]
fn a_directory_without_articles_is_an_error_only_alone() {
    let desk = Desk::new(&[("none/photo.jpg", "x"), ("some/a.txt", GOOD)]);
    desk.run(&["none"]).ends(2, &["none: no article in this directory", "1 other", "0 documents read; 1 ignored"]);
    desk.run(&["none", "some"]).ends(0, &["none: no article in this directory", "1 document read"]);
    desk.folder("bare");
    desk.run(&["bare"]).ends(2, &["bare: no article in this directory (`copydesk formats` lists what is read)"]);
}

#[test]
fn a_missing_path_is_named() {
    let desk = Desk::new(&[("good.txt", GOOD)]);
    let run = desk.run(&["text", "gone.txt", "good.txt", "gone.txt"]);
    run.ends(2, &["error: gone.txt: no such file or directory", "1 document read; skipped 1 file"]);
    assert_eq!(field(&run.lines(), "id"), ["good.txt"]);
}

#[test]
fn a_broken_line_is_named_and_the_others_are_read() {
    let lines = "{\"id\":\"a\",\"text\":\"A.\"}\n{\"id\":\"b\",\"text\":\n\n[]\n{\"id\":\"c\"}\n{\"id\":\"d\",\"text\":\"D.\"}\n";
    let desk = Desk::new(&[("crawl.jsonl", lines)]);
    let run = desk.run(&["text", "crawl.jsonl"]);
    run.ends(
        2,
        &[
            "crawl.jsonl:2: not JSON: EOF while parsing",
            "crawl.jsonl:4: not a JSON object",
            "crawl.jsonl:5: there is no `text`",
            "2 documents read; skipped 3 lines",
        ],
    );
    assert_eq!(field(&run.lines(), "id"), ["a", "d"]);
}

#[test]
fn of_a_thousand_broken_lines_the_first_are_named_and_all_are_counted() {
    let desk = Desk::new(&[("log.jsonl", "oops\n".repeat(1000).as_str()), ("more.jsonl", "oops\n")]);
    let run = desk.run(&["log.jsonl", "more.jsonl"]);
    run.ends(
        2,
        &["log.jsonl:100:", "what else is wrong with this file is only counted", "more.jsonl:1:", "skipped 1001 lines"],
    );
    assert!(!run.err.contains("log.jsonl:101:"));
}

#[test]
fn json_lines_in_utf16_are_refused() {
    let desk = Desk::new(&[]);
    let bytes: Vec<u8> = "\u{feff}{\"text\":\"A.\"}\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    desk.file("crawl.jsonl", &bytes);
    desk.run(&["crawl.jsonl"]).ends(2, &["crawl.jsonl: JSON Lines must be UTF-8; this is UTF-16", "skipped 1 file"]);
}

#[test]
fn ids_that_repeat_give_way() {
    let desk = Desk::new(&[
        ("a.jsonl", "{\"id\":\"7\",\"text\":\"A.\"}\n{\"id\":\"7\",\"text\":\"B.\"}\n"),
        ("one/x.txt", "C."),
        ("two/x.txt", "D."),
    ]);
    let run = desk.run(&["text", "a.jsonl", "two", "one"]);
    run.ends(0, &["a.jsonl:2: another document has the id \"7\"", "4 documents read; 2 warnings"]);
    assert_eq!(field(&run.lines(), "id"), ["7", "a.jsonl:2", "x.txt", "two/x.txt"]);
}

#[test]
fn json_that_is_named_as_text_is_refused() {
    let desk = Desk::new(&[("a.txt", "{\n  \"text\": \"A.\"\n}\n"), ("b.txt", "[{\"text\": \"A.\"}]")]);
    desk.run(&["a.txt", "b.txt"])
        .ends(2, &["a.txt: JSON in a file that is named as text", "b.txt: JSON", "skipped 2 files"]);
}

#[test]
fn a_list_without_lines_is_no_error() {
    Desk::new(&[("none.jsonl", "\n")]).run(&["analyze", "none.jsonl"]).ends(0, &["0 documents read"]);
}
