//! The formats that articles come in: what is read of each, and where it stands in its source.

use crate::desk::{Desk, field};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use std::io::Write;

const STORY: &str = "Talks began in Port Mirel on Monday, the ministry said. The harbour saw 400 people come.";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn line(id: &str) -> String {
    json!({"id": id, "text": STORY}).to_string() + "\n"
}

/// The bytes of a file that each finding's citation names.
fn cited(desk: &Desk, file: &str) -> Vec<(String, String)> {
    let bytes = std::fs::read(desk.path(file)).unwrap();
    let run = desk.run(&["analyze", "--only", "figures", "--cite", file]);
    let records = run.lines();
    let placed = records.iter().filter(|record| record["source"].is_object());
    let of = |record: &Value| {
        let place = |name: &str| record["source"][name].as_u64().unwrap() as usize;
        let found = String::from_utf8_lossy(&bytes[place("start")..place("end")]).into_owned();
        (record["text"].as_str().unwrap().to_owned(), found)
    };
    placed.map(of).collect()
}

#[test]
fn packed_files_are_read_to_the_last_member() {
    let desk = Desk::new(&[]);
    desk.file("a.jsonl.gz", &[gzip(line("1").as_bytes()), gzip(line("2").as_bytes())].concat());
    desk.file("b.txt.gz", &gzip(STORY.as_bytes()));
    let frames = [line("3"), line("4")].map(|line| zstd::encode_all(line.as_bytes(), 1).unwrap());
    desk.file("c.jsonl.zst", &frames.concat());
    let run = desk.run(&["text", "."]);
    run.ends(0, &["5 documents read"]);
    assert_eq!(field(&run.lines(), "id"), ["1", "2", "b.txt.gz", "3", "4"]);
}

#[test]
fn a_packed_file_that_breaks_off_gives_what_it_has() {
    let many: String = (0..20_000).map(|i| line(&i.to_string())).collect();
    let packed = gzip(many.as_bytes());
    let desk = Desk::new(&[("good.txt", STORY)]);
    desk.file("cut.jsonl.gz", &packed[..packed.len() / 2]);
    let run = desk.run(&["text", "."]);
    run.ends(2, &["cut.jsonl.gz", "skipped 1 file"]);
    assert!(run.lines().len() > 1000);
    assert_eq!(run.lines().last().unwrap()["id"], "good.txt");
}

#[test]
fn the_fields_of_common_dumps_are_known() {
    let desk = Desk::new(&[]);
    let lines = [
        json!({"maintext": STORY, "date_publish": "2031-05-06 09:14:00", "date_download": "2031-07-01 00:00:00",
               "source_domain": "courier.example", "authors": ["Ines Harrow", "B. Lund"], "title": "Talks begin"}),
        json!({"text": STORY, "source": "https://courier.example/a", "hostname": "courier.example", "date": "2031-05-06",
               "author": "Ines Harrow", "id": null}),
        json!({"text": STORY, "publish_date": "2031-05-06 00:00:00", "meta_lang": "en", "source_url": "https://courier.example"}),
        json!({"raw_text": STORY, "text": "", "domain": "courier.example"}),
    ];
    desk.file("dump.jsonl", lines.map(|line| line.to_string() + "\n").concat().as_bytes());
    let run = desk.run(&["report", "dump.jsonl", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let of = |name: &str| -> Vec<&Value> {
        report["documents"].as_array().unwrap().iter().map(|document| &document[name]).collect()
    };
    assert_eq!(
        of("published"),
        [&json!("2031-05-06T09:14:00"), &json!("2031-05-06"), &json!("2031-05-06"), &Value::Null]
    );
    assert_eq!(
        of("outlet"),
        [&json!("courier.example"), &json!("courier.example"), &Value::Null, &json!("courier.example")]
    );
    assert_eq!(of("byline"), [&json!("Ines Harrow, B. Lund"), &json!("Ines Harrow"), &Value::Null, &Value::Null]);
    assert_eq!(
        of("url"),
        [&Value::Null, &json!("https://courier.example/a"), &json!("https://courier.example"), &Value::Null]
    );
    assert_eq!(of("bytes"), [&json!(STORY.len()); 4]);
}

#[test]
fn json_holds_one_article_or_a_list() {
    let desk = Desk::new(&[]);
    desk.file("one.json", serde_json::to_string_pretty(&json!({"maintext": STORY})).unwrap().as_bytes());
    desk.file("two.json", json!([{"text": STORY, "id": "x"}, {"text": STORY}, 3]).to_string().as_bytes());
    desk.file("lines.json", (line("1") + &line("2")).as_bytes());
    let run = desk.run(&["text", "one.json", "two.json", "lines.json"]);
    run.ends(2, &["two.json, item 3: not a JSON object", "lines.json: several JSON values"]);
    assert_eq!(field(&run.lines(), "id"), ["one.json", "x", "two.json:2"]);
}

#[test]
fn agencies_items_are_read_in_every_version() {
    let desk = Desk::new(&[]);
    let first = json!({"uri": "urn:item:1", "type": "text", "versioncreated": "2031-05-06T09:14:00Z", "headline": "Talks begin",
                       "byline": "Ines Harrow", "body_text": STORY, "language": "en", "copyrightholder": "Telis"});
    let second = json!({"uri": "urn:item:2", "versioncreated": "2031-05-06T09:14:00Z", "by": "Ines Harrow",
                        "headlines": [{"role": "short", "value": "Talks"}, {"role": "main", "value": "Talks begin"}],
                        "bodies": [{"role": "text", "contenttype": "text/plain", "value": STORY}]});
    let third = json!({"uri": "urn:item:3", "type": "text", "versionCreated": "2031-05-06T09:14:00Z", "copyrightHolder": "Telis",
                       "headlines": [{"role": "main", "value": "Talks begin"}],
                       "bodies": [{"role": "html", "contentType": "text/html", "value": format!("<p>{STORY}</p>")}]});
    let picture =
        json!({"uri": "urn:item:4", "type": "picture", "versionCreated": "2031-05-06T09:14:00Z", "headline": "A boat"});
    desk.file("items.json", json!([first, second, third, picture]).to_string().as_bytes());
    let run = desk.run(&["text", "items.json"]);
    run.ends(0, &["3 documents read", "1 record without an article"]);
    let lines = run.lines();
    assert_eq!(field(&lines, "id"), ["urn:item:1", "urn:item:2", "urn:item:3"]);
    assert_eq!(field(&lines, "title"), ["Talks begin"; 3]);
    assert_eq!(field(&lines, "published"), ["2031-05-06T09:14:00Z"; 3]);
    assert_eq!(field(&lines, "body"), [STORY; 3]);
    assert_eq!(lines[0]["byline"], "Ines Harrow");
    assert_eq!(lines[1]["byline"], "Ines Harrow");
    assert_eq!(lines[2]["outlet"], "Telis");
}

#[test]
fn front_matter_and_side_cars_say_what_is_given() {
    let desk = Desk::new(&[
        ("a.txt", &format!("---\ntitle: Talks begin\ndate: 2031-05-06\noutlet: Valmere Courier\n---\n{STORY}")),
        ("b.md", &format!("+++\ndate = 2031-05-06\nauthor = \"Ines Harrow\"\n+++\n# Talks *begin*\n\n{STORY}\n")),
        ("c.txt", STORY),
        ("c.json", r#"{"published": "2031-05-06", "outlet": "Telis", "section": "World"}"#),
        ("d.txt", STORY),
        ("d.txt.json", "{broken"),
    ]);
    let run = desk.run(&["text", "."]);
    run.ends(0, &["4 documents read", "warning: ./d.txt.json: not a JSON object"]);
    let lines = run.lines();
    assert_eq!(field(&lines, "id"), ["a.txt", "b.md", "c.txt", "d.txt"]);
    assert_eq!(lines[0]["title"], "Talks begin");
    assert_eq!(lines[0]["outlet"], "Valmere Courier");
    assert_eq!(lines[0]["text"], STORY);
    assert_eq!(lines[1]["text"], format!("Talks begin\n\n{STORY}"));
    assert_eq!(lines[1]["title"], "Talks begin");
    assert_eq!(lines[1]["byline"], "Ines Harrow");
    assert_eq!(lines[2]["outlet"], "Telis");
    for line in &lines[..3] {
        assert_eq!(line["published"], "2031-05-06");
    }
    assert_eq!(lines[3]["published"], Value::Null);
}

#[test]
fn a_finding_is_cited_where_it_stands_in_its_source() {
    let desk = Desk::new(&[
        ("a.txt", &format!("---\ntitle: Talks\n---\n{STORY}")),
        ("b.md", "They were **4** hundred\nand [3,000](https://a.example) people &amp; 12 dogs came."),
        ("c.html", "<!doctype html><p>The harbour saw <b>40</b>0 people &amp; 12 dogs come.</p>"),
    ]);
    desk.file("d.txt", b"The caf\xe9 had 400 guests, 12 of them from Z\xfcrich.");
    desk.file(
        "e.txt",
        &[&[0xff, 0xfe][..], &"They saw 400 come.".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()]
            .concat(),
    );
    assert_eq!(cited(&desk, "a.txt"), [("400".to_owned(), "400".to_owned())]);
    let markdown = cited(&desk, "b.md");
    assert!(markdown.contains(&("3,000".to_owned(), "3,000".to_owned())), "{markdown:?}");
    assert!(markdown.contains(&("12".to_owned(), "12".to_owned())), "{markdown:?}");
    let page = cited(&desk, "c.html");
    assert_eq!(page, [("400".to_owned(), "40</b>0".to_owned()), ("12".to_owned(), "12".to_owned())]);
    assert_eq!(cited(&desk, "d.txt"), [("400".to_owned(), "400".to_owned()), ("12".to_owned(), "12".to_owned())]);
    assert_eq!(cited(&desk, "e.txt"), [("400".to_owned(), "4\u{0}0\u{0}0\u{0}".to_owned())]);
    let run = desk.run(&["analyze", "--only", "figures", "--cite", "a.txt"]);
    let source = &run.lines()[0]["source"];
    assert_eq!((&source["line"], &source["column"]), (&json!(4), &json!(73)));
    assert_eq!(source["selector"]["type"], "TextQuoteSelector");
    assert_eq!(source["selector"]["exact"], "400");
    assert!(source["selector"]["suffix"].as_str().unwrap().starts_with(" people come"));
}

#[test]
fn every_entry_of_a_feed_is_an_article() {
    let rss = format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Valmere Courier</title><link>https://c.example</link>\
         <item><title>Talks begin</title><link>https://c.example/1</link><pubDate>Tue, 06 May 2031 09:14:00 GMT</pubDate>\
         <description>{STORY}</description></item>\
         <item><title>Harbour &amp; sea</title><description>&lt;p&gt;{STORY}&lt;/p&gt;&lt;p&gt;More.&lt;/p&gt;</description></item>\
         <item><title>Only a headline</title></item></channel></rss>"
    );
    let atom = format!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Telis</title><id>urn:t</id><updated>2031-05-08T00:00:00Z</updated>\
         <entry><title>Talks begin</title><id>urn:t:1</id><updated>2031-05-08T00:00:00Z</updated>\
         <author><name>Ines Harrow</name></author><content type=\"html\">&lt;p&gt;{STORY}&lt;/p&gt;</content></entry></feed>"
    );
    let feed = json!({"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Ledger",
                      "items": [{"id": "1", "content_text": STORY, "date_published": "2031-05-06T09:14:00Z"}]});
    let desk = Desk::new(&[("a.rss", &rss), ("b.xml", &atom), ("c.json", &feed.to_string())]);
    let run = desk.run(&["text", "."]);
    run.ends(0, &["4 documents read", "1 record without an article"]);
    let lines = run.lines();
    assert_eq!(field(&lines, "id"), ["a.rss:1", "a.rss:2", "b.xml:1", "c.json:1"]);
    assert_eq!(field(&lines, "outlet"), ["Valmere Courier", "Valmere Courier", "Telis", "Harbour Ledger"]);
    assert_eq!(lines[0]["title"], "Talks begin");
    assert_eq!(lines[1]["title"], "Harbour & sea");
    assert_eq!(lines[0]["body"], STORY);
    assert_eq!(lines[2]["body"], STORY);
    assert_eq!(lines[2]["byline"], "Ines Harrow");
    assert_eq!(lines[0]["published"], "2031-05-06T09:14:00+00:00");
    // When an entry was changed is not when it was published.
    assert_eq!(lines[2]["published"], Value::Null);
}

#[test]
fn xml_that_names_itself_a_million_times_is_no_feed() {
    let lol = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">\
               <!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><rss version=\"2.0\"><channel><title>&c;</title></channel></rss>";
    let desk = Desk::new(&[("a.xml", lol), ("b.xml", "<svg></svg>"), ("good.txt", STORY)]);
    let run = desk.run(&["text", "."]);
    run.ends(2, &["b.xml: not a feed"]);
    assert_eq!(run.lines().last().unwrap()["id"], "good.txt");
}

/// A record of an archive.
fn record(kind: &str, content_type: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2031-07-01T00:00:00Z\r\n\
         WARC-Target-URI: https://c.example/{kind}\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body, b"\r\n\r\n"].concat()
}

fn response(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let http = [format!("HTTP/1.1 {status}\r\n{headers}\r\n\r\n").as_bytes(), body].concat();
    record("response", "application/http; msgtype=response", &http)
}

fn archive() -> Vec<Vec<u8>> {
    let page = format!("<!doctype html><title>Talks begin</title><h1>Talks begin</h1><p>{STORY}</p>");
    let chunked = format!("{:x}\r\n{page}\r\n0\r\n\r\n", page.len());
    let packed = gzip(page.as_bytes());
    vec![
        record("warcinfo", "application/warc-fields", b"software: none\r\n"),
        response("200 OK", "Content-Type: text/html; charset=utf-8", page.as_bytes()),
        response("301 Moved", "Content-Type: text/html", b"moved"),
        response("200 OK", "Content-Type: image/png", b"\x89PNG"),
        response("200 OK", "Content-Type: text/html\r\nTransfer-Encoding: chunked", chunked.as_bytes()),
        response("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip", &packed),
        // Most crawlers store the page decoded and the header as it was sent.
        response("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip", page.as_bytes()),
        response(
            "200 OK",
            "Content-Type: text/html; charset=windows-1252",
            b"<!doctype html><p>They saw 400 come to the caf\xe9 in the town.",
        ),
        record("conversion", "text/plain", STORY.as_bytes()),
    ]
}

#[test]
fn the_pages_of_an_archive_are_articles() {
    let desk = Desk::new(&[]);
    desk.file("a.warc", &archive().concat());
    desk.file("b.warc.gz", &archive().iter().flat_map(|record| gzip(record)).collect::<Vec<_>>());
    for file in ["a.warc", "b.warc.gz"] {
        let run = desk.run(&["text", file]);
        run.ends(0, &["6 documents read", "3 records without an article"]);
        let lines = run.lines();
        let ids = [2, 5, 6, 7, 8, 9].map(|record| format!("{file}:{record}"));
        assert_eq!(field(&lines, "id"), ids);
        for line in &lines[..4] {
            assert_eq!(line["body"], STORY);
            assert_eq!(line["title"], "Talks begin");
            // When it was fetched is not when it was published.
            assert_eq!(line["published"], Value::Null);
        }
        assert!(lines[4]["text"].as_str().unwrap().contains("café"));
        assert_eq!(lines[5]["body"], STORY);
    }
    let run = desk.run(&["analyze", "--only", "figures", "--cite", "a.warc"]);
    let source = run.lines()[0]["source"].clone();
    assert!(source["source"].as_str().unwrap().starts_with("a.warc, record 2 at byte "), "{source}");
}

#[test]
fn an_archive_that_is_cut_gives_what_it_has() {
    let desk = Desk::new(&[("good.txt", STORY)]);
    let whole = archive()[..2].concat();
    desk.file("cut.warc", &whole[..whole.len() - 30]);
    let packed: Vec<u8> = archive()[..2].iter().flat_map(|record| gzip(record)).collect();
    desk.file("cut.warc.gz", &packed[..packed.len() - 12]);
    let lying = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 999999999999999999\r\n\r\n<p>They saw 400 come.";
    desk.file("lie.warc", lying);
    let run = desk.run(&["text", "."]);
    run.ends(2, &["cut.warc, record 2 at byte", "is cut off in this record", "lie.warc, record 1", "skipped 3 files"]);
    let lines = run.lines();
    assert_eq!(field(&lines, "id"), ["cut.warc:2", "cut.warc.gz:2", "good.txt", "lie.warc:1"]);
    assert!(lines[0]["text"].as_str().unwrap().contains("Talks began in Port Mirel"));
}

#[test]
fn a_pattern_stands_for_files() {
    let desk = Desk::new(&[("x/a.txt", STORY), ("x/y/b.txt", STORY), ("x/c.dat", STORY), ("x/y/d.html", "<p>a")]);
    let ids = |pattern: &str| {
        let run = desk.run(&["text", pattern]);
        run.ends(0, &[]);
        field(&run.lines(), "id").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(ids("x/**/*.txt"), ["x/a.txt", "x/y/b.txt"]);
    assert_eq!(ids("x/*.{txt,dat}"), ["x/a.txt", "x/c.dat"]);
    desk.run(&["text", "x/*.pdf"]).ends(2, &["x/*.pdf: no such file or directory"]);
}

#[test]
fn an_article_is_printed_for_people() {
    let desk = Desk::new(&[(
        "a.txt",
        "---\ntitle: Talks begin\noutlet: Telis\ndate: 2031-05-06\n---\nTalks began on Monday in the harbour town, the ministry said.\n\nThey end on Friday, it said.\n",
    )]);
    let run = desk.run(&["text", "--format", "text", "a.txt"]);
    assert_eq!(
        run.out,
        "Talks begin\nTelis · 2031-05-06\n\nTalks began on Monday in the harbour town, the ministry said.\n\nThey end on Friday, it said.\n"
    );
}

#[test]
fn two_states_of_one_address_are_versions() {
    let page = |more: &str| {
        let link = "<link rel=\"canonical\" href=\"https://c.example/talks\">";
        format!("<!doctype html><head>{link}</head><h1>Talks begin</h1><p>{STORY}</p><p>{more}</p>")
    };
    let desk = Desk::new(&[
        ("a.html", &page("They were to end on Friday, the harbour master said in the afternoon.")),
        ("b.html", &page("They ended early, the harbour master said in the evening of that day.")),
    ]);
    let run = desk.run(&["analyze", "--only", "copies", "a.html", "b.html"]);
    let lines = run.lines();
    let copy = lines.iter().find(|record| record["kind"] == "copy").unwrap();
    assert_eq!(copy["data"]["relation"], "version", "{copy}");
}
