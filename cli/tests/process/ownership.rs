//! Whose an outlet is, as the user says it: it changes who counts as one newsroom, and nothing else.

use crate::desk::Desk;
use serde_json::Value;

const PILE: &str = r#"{"id":"a","outlet":"Tesh Post","url":"https://www.tesh-post.example/lock","text":"The lock of Velm was closed on Monday after a barge had hit its gate, the River Court said. Nobody was hurt. Grain barges wait in Velm."}
{"id":"b","outlet":"Harbour Mail","url":"https://mail.example/lock","text":"A barge that hit the gate has closed the lock of Velm since Monday. The River Court has asked for repairs before grain barges rot in Velm."}
"#;

fn newsrooms(desk: &Desk, more: &[&str]) -> Vec<(String, usize)> {
    let arguments = [&["analyze", "--only", "origins", "--format", "jsonl", "pile.jsonl"], more].concat();
    let run = desk.run(&arguments);
    run.ends(0, &[]);
    let standing = |standing: &Value| {
        (standing["name"].as_str().unwrap().to_owned(), standing["documents"].as_array().unwrap().len())
    };
    let piles: Vec<Value> = run.lines().into_iter().filter(|line| line["kind"] == "pile").collect();
    assert_eq!(piles.len(), 1, "{}", run.out);
    piles[0]["data"]["newsrooms"].as_array().unwrap().iter().map(standing).collect()
}

#[test]
fn outlets_of_one_owner_are_one_newsroom() {
    let desk = Desk::new(&[("pile.jsonl", PILE)]);
    let two = [("Harbour Mail".to_owned(), 1), ("Tesh Post".to_owned(), 1)];
    assert_eq!(newsrooms(&desk, &[]), two);
    // By name and by domain; an owner may have an owner.
    desk.file(
        "copydesk.toml",
        b"[origins.controlledby]\n\"tesh post\" = \"Tesh Media\"\n\"mail.example\" = \"Mail Group\"\n\"Mail Group\" = \"Tesh Media\"\n",
    );
    assert_eq!(newsrooms(&desk, &[]), [("Tesh Media".to_owned(), 2)]);
    desk.file("other.toml", b"[origins.controlledby]\n\"tesh post\" = \"Tesh Media\"\n");
    assert_eq!(
        newsrooms(&desk, &["--config", "other.toml"]),
        [("Harbour Mail".to_owned(), 1), ("Tesh Media".to_owned(), 1)]
    );
}
