//! Lists of ratings on the command line, and grades on request.

use crate::desk::Desk;
use serde_json::Value;
use std::io::Write;
use std::process::Stdio;

const ARTICLE: &str = r#"{"id":"a","outlet":"Valmere Courier","url":"https://www.valmere-courier.example/1","published":"2031-05-30","text":"River pact comes into force\n\nThe river pact between the two countries came into force on Wednesday, the foreign minister said in a speech to the assembly."}
"#;

fn rating(records: &[Value]) -> Option<&Value> {
    records.iter().find(|record| record["rule"] == "user-rating").map(|record| &record["data"]["rating"])
}

#[test]
fn later_lists_win_and_hits_name_file_and_line() {
    let desk = Desk::new(&[
        ("a.jsonl", ARTICLE),
        ("public.csv", "domain,pc1\norsen.example,0.9\nvalmere-courier.example,0.31\n"),
        ("own.csv", "match;grade\nvalmere-courier.example;B\n"),
    ]);
    let one = desk.run(&["analyze", "a.jsonl", "--only", "reliability", "--ratings", "public.csv"]);
    one.ends(0, &[]);
    let lines = one.lines();
    let hit = rating(&lines).unwrap();
    assert_eq!(
        (hit["file"].as_str(), hit["line"].as_u64(), hit["grade"].as_str()),
        (Some("public.csv"), Some(3), Some("D"))
    );
    let both = ["analyze", "a.jsonl", "--only", "reliability", "--ratings", "public.csv", "--ratings", "own.csv"];
    let lines = desk.run(&both).lines();
    let hit = rating(&lines).unwrap();
    assert_eq!(
        (hit["file"].as_str(), hit["line"].as_u64(), hit["grade"].as_str()),
        (Some("own.csv"), Some(2), Some("B"))
    );
    assert!(desk.run(&["a.jsonl", "--ratings", "own.csv"]).out.contains("is rated B in own.csv:2"));
}

#[test]
fn odd_lines_are_said_and_the_rest_is_used() {
    let list = "\u{feff}domain;grade\nvalmere-courier.example;B\nb.example;Q\n;A\n";
    let desk = Desk::new(&[("a.jsonl", ARTICLE), ("own.csv", list)]);
    let run = desk.run(&["analyze", "a.jsonl", "--only", "reliability", "--ratings", "own.csv"]);
    run.ends(
        0,
        &[
            "own.csv:3: the grade is “Q”",
            "own.csv:4: no domain",
            "own.csv: lines without a rating that could be used: 2",
        ],
    );
    assert_eq!(rating(&run.lines()).unwrap()["line"], 2);
    desk.run(&["a.jsonl", "--ratings", "none.csv"]).ends(2, &["none.csv: can't be read"]);
}

#[test]
fn grades_come_on_request_only() {
    let desk = Desk::new(&[("a.jsonl", ARTICLE), ("own.csv", "match,grade\nValmere Courier,B\n")]);
    let plain = desk.run(&["analyze", "a.jsonl", "--ratings", "own.csv"]).lines();
    assert!(plain.iter().all(|record| record["kind"] != "grade"));
    let asked =
        desk.run(&["analyze", "a.jsonl", "--only", "reliability", "--ratings", "own.csv", "--admiralty"]).lines();
    let grade = asked.iter().find(|record| record["kind"] == "grade").unwrap();
    assert_eq!((&grade["data"]["letter"], &grade["data"]["digit"]), (&Value::from("B"), &Value::from(6)));
    assert_eq!(grade["data"]["tags"][0], "admiralty-scale:source-reliability=\"b\"");
    let report = desk.run(&["a.jsonl", "--ratings", "own.csv", "--admiralty"]);
    assert!(report.out.contains("a is B6"), "{}", report.out);
    assert!(desk.run(&["explain", "reliability/admiralty"]).out.contains("AJP-2.1"));
}

/// 100 MB of a list in under 200 MB of memory: run with a limit on the memory that the process may map.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "writes 100 MB; run with --ignored"]
fn a_list_of_100_megabytes_is_indexed() {
    /// Kilobytes of resident memory.
    const MOST: u64 = 200_000;
    let desk = Desk::new(&[("a.jsonl", ARTICLE)]);
    let mut list = std::io::BufWriter::new(std::fs::File::create(desk.path("long.csv")).unwrap());
    writeln!(list, "domain,pc1,note").unwrap();
    let mut written = 0;
    for i in 0_u32.. {
        let row = format!("outlet-{}.example,0.{:06},\n", i * 7, i % 1_000_000);
        written += row.len();
        list.write_all(row.as_bytes()).unwrap();
        if written > 100_000_000 {
            break;
        }
    }
    writeln!(list, "valmere-courier.example,0.5,").unwrap();
    drop(list);
    let mut command =
        desk.command(&["analyze", "a.jsonl", "--only", "reliability", "--ratings", "long.csv", "--threads", "1"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let said = std::fs::read_to_string(&status).unwrap_or_default();
        let line = said.lines().find(|line| line.starts_with("VmHWM:")).and_then(|line| line.split_whitespace().nth(1));
        peak = peak.max(line.and_then(|kilobytes| kilobytes.parse().ok()).unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let out = child.wait_with_output().unwrap().stdout;
    assert!(String::from_utf8(out).unwrap().contains("long.csv"));
    assert!(peak > 0 && peak < MOST, "{peak} kB");
}
