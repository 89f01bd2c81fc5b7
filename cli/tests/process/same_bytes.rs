//! The same articles give the same bytes.

use crate::desk::Desk;

/// More than are read in one batch, with places to be found in each.
fn pile() -> Desk {
    let desk = Desk::new(&[]);
    for i in 0..150 {
        let text =
            format!("PORT MIREL, May {} (Telis) — “We have {i},000 men,” the ministry’s Ana Veld said.\n", i % 28 + 1);
        desk.file(&format!("pile/{i}.txt"), text.as_bytes());
    }
    let lines: Vec<String> = (0..30)
        .map(|i| format!("{{\"text\":\"On Monday {i} “left”.\",\"published\":\"2031-05-{:02}\"}}", i + 1))
        .collect();
    desk.file("lines.jsonl", lines.join("\n").as_bytes());
    desk
}

#[test]
fn with_any_number_of_threads() {
    let desk = pile();
    for command in [&["analyze"][..], &["report"], &["report", "--format", "json"], &["analyze", "--offsets", "chars"]]
    {
        let run = |threads: &str| {
            let run = desk.run(&[command, &["pile", "lines.jsonl", "--threads", threads]].concat());
            run.ends(0, &["180 documents read"]);
            (run.out, run.err)
        };
        let one = run("1");
        assert!(!one.0.is_empty());
        assert!(run("2") == one && run("8") == one, "{command:?}");
    }
}

#[test]
fn with_shuffled_arguments() {
    let desk = pile();
    let run = |paths: &[&str]| desk.run(&[&["analyze"], paths].concat()).out;
    let one = run(&["pile/3.txt", "pile", "lines.jsonl"]);
    assert!(one.lines().count() >= 30);
    assert!(run(&["lines.jsonl", "pile", "pile/3.txt"]) == one);
    assert!(run(&["pile", "lines.jsonl", "pile/3.txt", "pile"]) == one);
}

#[test]
fn one_by_one_and_at_once() {
    let desk = pile();
    let stream = desk.run(&["analyze", "pile", "lines.jsonl"]).out;
    assert!(desk.run(&["report", "pile", "lines.jsonl", "--format", "jsonl"]).out == stream);
    let object: serde_json::Value =
        serde_json::from_str(&desk.run(&["analyze", "pile", "lines.jsonl", "--format", "json"]).out).unwrap();
    let all = object["findings"].as_array().unwrap().len() + object["across"].as_array().unwrap().len();
    assert_eq!(all, stream.lines().count());
}
