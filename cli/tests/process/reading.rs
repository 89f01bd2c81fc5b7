//! What is read, under which id, and what of it is an article.

use crate::desk::{Desk, field};

#[test]
fn of_a_directory_the_articles_are_read_in_the_order_of_their_paths() {
    let desk = Desk::new(&[
        ("pile/b.TXT", "B."),
        ("pile/a/z.text", "A."),
        ("pile/c.jsonl", "{\"text\":\"C.\"}\n{\"id\":\"own\",\"text\":\"D.\"}\n"),
        ("pile/d.ndjson", "{\"text\":\"E.\"}"),
        ("pile/README.md", "no"),
        ("pile/.hidden.txt", "no"),
        ("pile/drafts/e.txt", "no"),
        ("pile/.ignore", "drafts/\n"),
        ("pile/.gitignore", "*.txt\n"),
    ]);
    let run = desk.run(&["text", "pile"]);
    run.ends(0, &["5 documents read; 1 ignored in directories"]);
    assert_eq!(field(&run.lines(), "id"), ["a/z.text", "b.TXT", "c.jsonl:1", "own", "d.ndjson:1"]);
}

#[test]
fn a_file_is_called_as_it_was_named() {
    let desk = Desk::new(&[("pile/a.txt", "A."), ("pile/sub/b.txt", "B.")]);
    assert_eq!(field(&desk.texts(&["pile/a.txt"]), "id"), ["pile/a.txt"]);
    assert_eq!(field(&desk.texts(&["."]), "id"), ["pile/a.txt", "pile/sub/b.txt"]);
    assert_eq!(field(&desk.texts(&["pile", "pile/sub"]), "id"), ["a.txt", "sub/b.txt"]);
}

#[test]
fn a_file_that_is_named_twice_is_read_once() {
    let desk = Desk::new(&[("pile/a.txt", "A.")]);
    for paths in [["pile", "pile/a.txt", "./pile/../pile/a.txt"], ["./pile/../pile/a.txt", "pile/a.txt", "pile"]] {
        assert_eq!(field(&desk.texts(&paths), "id"), ["pile/a.txt"]);
    }
}

#[cfg(unix)]
#[test]
fn links_are_followed_but_not_round_and_round() {
    let desk = Desk::new(&[("pile/a.txt", "A."), ("other/b.txt", "B.")]);
    std::os::unix::fs::symlink(desk.path("other"), desk.path("pile/link")).unwrap();
    std::os::unix::fs::symlink(desk.path("pile"), desk.path("pile/round")).unwrap();
    let run = desk.run(&["text", "pile"]);
    run.ends(0, &["2 documents read\n"]);
    assert_eq!(field(&run.lines(), "id"), ["a.txt", "link/b.txt"]);
}

#[test]
fn a_named_file_is_read_whatever_its_extension() {
    let desk = Desk::new(&[("a.md", "A."), ("b", "{\"id\":\"x\",\"text\":\"B.\"}\n"), ("c.log", "{so it says}")]);
    let lines = desk.texts(&["a.md", "b", "c.log"]);
    assert_eq!(field(&lines, "id"), ["a.md", "x", "c.log"]);
    assert_eq!(field(&lines, "text"), ["A.", "B.", "{so it says}"]);
}

#[test]
fn standard_input_is_text_or_lines() {
    let desk = Desk::new(&[("a.txt", "A.")]);
    let run = desk.run_on("“Yes.”".as_bytes(), &["text", "-"]);
    assert_eq!((field(&run.lines(), "id"), field(&run.lines(), "text")), (vec!["-"], vec!["“Yes.”"]));
    let run = desk.run_on(b"{\"text\":\"A.\"}\n\n{\"text\":\"B.\"}", &["text", "-", "a.txt", "-"]);
    assert_eq!(field(&run.lines(), "id"), ["-:1", "-:3", "a.txt"]);
    desk.run_on(b"", &["-"]).ends(0, &["1 document read; 1 without article text"]);
}

#[test]
fn a_text_is_kept_as_it_is_but_for_its_mark() {
    let desk = Desk::new(&[("a.txt", "\u{feff} A.\r\n\r\n “B.” \n")]);
    assert_eq!(field(&desk.texts(&["a.txt"]), "text"), [" A.\r\n\r\n “B.” \n"]);
}

#[test]
fn utf16_is_read_by_its_mark() {
    let desk = Desk::new(&[]);
    desk.file("le.txt", &"\u{feff}Café".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    desk.file("be.txt", &"\u{feff}Café".encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>());
    let run = desk.run(&["text", "."]);
    run.ends(0, &["be.txt: not UTF-8; read as UTF-16BE", "le.txt: not UTF-8; read as UTF-16LE"]);
    assert_eq!(field(&run.lines(), "text"), ["Café", "Café"]);
}

#[test]
fn fields_have_other_names_and_the_rest_is_carried_along() {
    let line = r#"{"doc_id":"7","text":"A.","dct":"2031-05-06","source":"Telis","section":"World"}"#;
    let desk = Desk::new(&[("a.jsonl", line)]);
    let object: serde_json::Value = serde_json::from_str(&desk.run(&["a.jsonl", "--format", "json"]).out).unwrap();
    let document = &object["documents"][0];
    assert_eq!((&document["id"], &document["published"]), (&"7".into(), &"2031-05-06".into()));
    assert_eq!((&document["outlet"], &document["extra"]["section"]), (&"Telis".into(), &"World".into()));
}

#[test]
fn a_publication_date_is_given_to_those_without_one() {
    let lines = "{\"text\":\"A.\",\"published\":\"2031-05-06\"}\n{\"text\":\"B.\"}\n";
    let desk = Desk::new(&[("a.jsonl", lines)]);
    let dates = |arguments: &[&str]| {
        let lines = desk.texts(arguments);
        lines.iter().map(|line| line["published"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(dates(&["a.jsonl"]), [Some("2031-05-06".to_owned()), None]);
    let given = dates(&["a.jsonl", "--published", "2031-05-07"]);
    assert_eq!(given, [Some("2031-05-06".to_owned()), Some("2031-05-07".to_owned())]);
    desk.run(&["a.jsonl", "--published", "today"]).ends(2, &["invalid value 'today'", "not a date like"]);
}
