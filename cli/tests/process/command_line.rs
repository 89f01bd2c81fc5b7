//! The command line: names, settings, formats, exit codes.

use crate::desk::Desk;
use serde_json::Value;
use std::fs;
use std::io::Read;
use std::process::Stdio;

const LINE: (&str, &str) =
    ("a.jsonl", "{\"id\":\"a\",\"text\":\"“É” left on Monday.\",\"published\":\"2031-05-06\"}\n");

#[test]
fn no_path_is_a_usage_error() {
    let desk = Desk::new(&[]);
    desk.run(&[]).ends(2, &["<PATHS>...", "Usage: copydesk"]);
    desk.run(&["analyze"]).ends(2, &["<PATHS>..."]);
}

#[test]
fn a_subcommand_wins_over_a_folder_of_its_name() {
    let desk = Desk::new(&[("plugins/a.txt", "A.")]);
    assert!(desk.run(&["plugins"]).out.starts_with("PLUGIN"));
    desk.run(&["./plugins"]).ends(0, &["1 document read"]);
    desk.run(&["report", "plugins"]).ends(0, &["1 document read"]);
}

#[test]
fn an_unknown_plugin_is_named_with_the_nearest() {
    let desk = Desk::new(&[LINE]);
    for flag in ["--only", "--skip"] {
        let run = desk.run(&["a.jsonl", flag, "dates,figurs"]);
        run.ends(2, &["no plugin is named `figurs`; did you mean `figures`?"]);
    }
}

#[test]
fn only_what_is_selected_is_printed() {
    let desk = Desk::new(&[LINE]);
    let plugins = |flags: &[&str]| {
        let lines = desk.run(&[&["analyze", "a.jsonl"], flags].concat()).lines();
        lines.iter().map(|line| line["plugin"].as_str().unwrap().to_owned()).collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(plugins(&["--only", "masthead"]).into_iter().collect::<Vec<_>>(), ["masthead"]);
    assert!(plugins(&[]).contains("masthead"));
    assert!(!plugins(&["--skip", "masthead"]).contains("masthead"));
}

#[test]
fn a_bad_setting_is_named_by_file_and_line() {
    let desk = Desk::new(&[LINE, ("copydesk.toml", "\n[dates]\nera = \"BC\"\n"), ("sub/b.txt", "B.")]);
    desk.run(&["a.jsonl"]).ends(2, &["copydesk.toml:3: `dates` has no option `era` (received \"BC\")"]);
    let up = desk.command(&["b.txt"]).current_dir(desk.path("sub")).output().unwrap();
    assert_eq!(up.status.code(), Some(2));
    assert!(String::from_utf8(up.stderr).unwrap().contains("copydesk.toml:3: `dates`"));
    desk.file("own.toml", b"[dats]\nx = 1\n");
    let run = desk.run(&["a.jsonl", "--config", "own.toml"]);
    run.ends(2, &["own.toml:2: no plugin is named `dats`; did you mean `dates`?"]);
    desk.file("own.toml", b"[dates]\nx = = 1\n");
    desk.run(&["a.jsonl", "--config", "own.toml"]).ends(2, &["own.toml:2: "]);
    desk.run(&["a.jsonl", "--config", "none.toml"]).ends(2, &["none.toml: can't be read"]);
}

#[test]
fn a_bad_assignment_is_named() {
    let desk = Desk::new(&[LINE]);
    desk.run(&["a.jsonl", "--set", "dates.era=BC"]).ends(2, &["--set dates.era=BC: `dates` has no option `era`"]);
    desk.run(&["a.jsonl", "--set", "dates"]).ends(2, &["--set takes plugin.option=value, not `dates`"]);
}

#[test]
fn offsets_count_bytes_or_characters() {
    let desk = Desk::new(&[LINE]);
    let text = "“É” left on Monday.";
    for (unit, length) in [("bytes", text.len()), ("chars", text.chars().count())] {
        let lines = desk.run(&["analyze", "a.jsonl", "--offsets", unit]).lines();
        for line in lines.iter().filter(|line| line["start"].is_u64()) {
            let (start, end) = (line["start"].as_u64().unwrap() as usize, line["end"].as_u64().unwrap() as usize);
            let found = line["text"].as_str().unwrap();
            assert!(end <= length);
            if unit == "chars" {
                assert_eq!(text.chars().skip(start).take(end - start).collect::<String>(), found);
            } else {
                assert_eq!(text.get(start..end), Some(found));
            }
        }
    }
}

#[test]
fn it_fails_on_findings_only_where_it_was_told_to() {
    let desk = Desk::new(&[LINE, ("bad.jsonl", "oops\n")]);
    for command in ["analyze", "report"] {
        desk.run(&[command, "a.jsonl"]).ends(0, &[]);
        desk.run(&[command, "a.jsonl", "--fail-on", "note"]).ends(1, &[]);
        desk.run(&[command, "a.jsonl", "--fail-on", "conflict"]).ends(0, &[]);
        desk.run(&[command, "a.jsonl", "bad.jsonl", "--fail-on", "note"]).ends(2, &[]);
    }
}

#[test]
fn a_file_appears_when_it_is_whole() {
    let desk = Desk::new(&[LINE, ("bad.toml", "[dates]\nx = 1\n")]);
    let printed = desk.run(&["analyze", "a.jsonl"]).out;
    assert_eq!(desk.run(&["analyze", "a.jsonl", "-o", "out.jsonl"]).ends(0, &[]).out, "");
    assert_eq!(fs::read_to_string(desk.path("out.jsonl")).unwrap(), printed);
    desk.run(&["analyze", "a.jsonl", "-o", "out.jsonl", "--config", "bad.toml"]).ends(2, &[]);
    assert_eq!(fs::read_to_string(desk.path("out.jsonl")).unwrap(), printed);
    // What is written isn't read, and nothing is left behind.
    desk.run(&["analyze", ".", "-o", "out.jsonl"]).ends(0, &["1 document read"]);
    assert_eq!(fs::read_dir(desk.path(".")).unwrap().count(), 3);
    desk.run(&["analyze", "a.jsonl", "-o", "a.jsonl"]).ends(2, &["would be written over what is read"]);
    desk.run(&["analyze", "a.jsonl", "-o", "none/out.jsonl"]).ends(2, &["none/out.jsonl: can't be written"]);
}

#[test]
fn a_broken_pipe_is_no_error() {
    let desk = Desk::new(&[]);
    let lines: String =
        (0..20_000).map(|i| format!("{{\"text\":\"A {i}.\",\"published\":\"2031-05-06\"}}\n")).collect();
    desk.file("a.jsonl", lines.as_bytes());
    for command in ["analyze", "text"] {
        let mut child =
            desk.command(&[command, "a.jsonl"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut head = [0; 10];
        child.stdout.take().unwrap().read_exact(&mut head).unwrap();
        let ended = child.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(0), "{command}");
        assert_eq!(String::from_utf8(ended.stderr).unwrap(), "", "{command}");
    }
}

#[test]
fn colour_is_for_terminals_and_for_who_asks() {
    let desk = Desk::new(&[("a.txt", "Talks began in Port Mirel on May 5, 2031, the ministry said.\n")]);
    let colours = |arguments: &[&str], environment: &[(&str, &str)]| {
        let run = desk.command(arguments).envs(environment.iter().copied()).output().unwrap();
        String::from_utf8(run.stdout).unwrap().contains('\u{1b}')
    };
    assert!(!colours(&["a.txt"], &[]));
    assert!(!colours(&["a.txt"], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
    assert!(colours(&["a.txt", "--color", "always"], &[("NO_COLOR", "1")]));
    assert!(!colours(&["a.txt", "--color", "always", "--format", "json"], &[]));
    assert!(!colours(&["a.txt", "--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!colours(&["a.txt", "--format", "jsonl", "--color", "always"], &[]));
}

#[test]
fn a_quiet_run_says_errors_only() {
    let desk = Desk::new(&[("a.txt", "A."), ("none/x.jpg", "")]);
    assert_eq!(desk.run(&["a.txt", "none", "--quiet"]).ends(0, &[]).err, "");
    assert_eq!(
        desk.run(&["gone", "a.txt", "-q"]).ends(2, &[]).err,
        "copydesk: error: gone: no such file or directory\n"
    );
}

#[test]
fn the_plugins_are_listed() {
    let desk = Desk::new(&[]);
    let table = desk.run(&["plugins"]).out;
    assert!(table.lines().any(|line| line.starts_with("dates ") && line.contains("zone, meta")), "{table}");
    let list: Value = serde_json::from_str(&desk.run(&["plugins", "--json"]).out).unwrap();
    let dates = list.as_array().unwrap().iter().find(|plugin| plugin["name"] == "dates").unwrap();
    assert_eq!(dates["role"], "analyzer");
    assert_eq!(dates["requires"], serde_json::json!(["zone", "meta"]));
    assert!(dates["options"].is_object() && dates["doc"].as_str().unwrap().contains("TIMEX3"));
}

#[test]
fn plugins_and_rules_are_explained() {
    let desk = Desk::new(&[]);
    let dates = desk.run(&["explain", "dates"]);
    assert!(dates.ends(0, &[]).out.contains("TIMEX3") && dates.out.contains("  skipped "));
    assert!(desk.run(&["explain", "masthead/given"]).ends(0, &[]).out.contains("given with the document"));
    desk.run(&["explain", "dats"]).ends(2, &["no plugin is named `dats`; did you mean `dates`?"]);
    desk.run(&["explain", "masthead/givn"]).ends(2, &["`masthead` has no rule `givn`; did you mean `given`?"]);
}

#[test]
fn the_schema_knows_every_kind() {
    let schema: Value = serde_json::from_str(&Desk::new(&[]).run(&["schema"]).ends(0, &[]).out).unwrap();
    let titles: Vec<_> =
        schema["oneOf"].as_array().unwrap().iter().map(|kind| kind["title"].as_str().unwrap()).collect();
    for title in ["dates", "figures", "masthead", "skipped"] {
        assert!(titles.contains(&title), "{title}");
    }
}

#[test]
fn aliases_of_the_settings_are_one_name_in_every_article() {
    let articles = "{\"id\":\"a\",\"language\":\"en\",\"text\":\"Ada Brandt spoke on Monday. “We wait,” the iron mayor said.\"}\n\
                    {\"id\":\"b\",\"language\":\"en\",\"text\":\"The Kestrels denied it, and the iron mayor said the harbour would open.\"}\n";
    let settings = "[names.persons]\n\"Ada Brandt\" = [\"the iron mayor\"]\n\n[names.organisations]\n\"Kestrel Trade Agency\" = [\"the Kestrels\"]\n";
    let desk = Desk::new(&[("a.jsonl", articles), ("copydesk.toml", settings)]);
    let lines = desk.run(&["analyze", "a.jsonl", "--only", "names,quotes"]).lines();
    let named = |text: &str| {
        let mut names: Vec<_> = lines
            .iter()
            .filter(|line| line["kind"] == "name" && line["text"].as_str().unwrap().eq_ignore_ascii_case(text))
            .map(|line| (line["document"].as_str().unwrap(), line["data"]["name"].as_str().unwrap()))
            .collect();
        names.sort_unstable();
        names
    };
    assert_eq!(named("the iron mayor"), [("a", "Ada Brandt"), ("b", "Ada Brandt")]);
    assert_eq!(named("the Kestrels"), [("b", "Kestrel Trade Agency")]);
    let speakers: Vec<_> =
        lines.iter().filter(|line| line["kind"] == "quote").map(|line| &line["data"]["speaker"]["name"]).collect();
    assert!(speakers.iter().filter(|name| **name == "Ada Brandt").count() >= 2, "{speakers:?}");
    let twice = "[names.persons]\n\"Ada Brandt\" = [\"the mayor\"]\n\"Jo Lund\" = [\"the mayor\"]\n";
    desk.file("own.toml", twice.as_bytes());
    let run = desk.run(&["a.jsonl", "--config", "own.toml"]);
    run.ends(2, &["`names`: `the mayor` can't be both `Ada Brandt` and `Jo Lund`"]);
}
