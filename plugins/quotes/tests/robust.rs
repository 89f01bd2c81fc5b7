//! Any text: no panic, spans on character boundaries inside it, and time that grows with its length only.
#![allow(clippy::unwrap_used, clippy::string_slice)]

mod desk;

use copydesk_core::{Analysis, Article};
use copydesk_quotes::Quote;
use desk::{article, engine};
use proptest::prelude::*;
use std::time::{Duration, Instant};

fn check(text: &str) {
    let (engine, article) = (engine(), article(text));
    let analysis = engine.read(&article);
    assert_skips(&analysis);
    for found in analysis.of::<Quote>() {
        for span in found.data.spans.iter().copied().chain(found.span) {
            assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} in {text:?}");
            assert!(span.start < span.end);
        }
        if let (Some(start), Some(end)) = (found.data.speaker.start, found.data.speaker.end) {
            assert_eq!(text.get(start as usize..end as usize), found.data.speaker.text.as_deref());
        }
    }
}

fn assert_skips(analysis: &Analysis<'_>) {
    let quotes = analysis.skipped().iter().find(|skip| skip.plugin == "quotes");
    assert!(quotes.is_none(), "{}", quotes.map_or(String::new(), |skip| skip.why.to_string()));
}

const WORDS: &[&str] = &[
    "\"",
    "“",
    "”",
    "''",
    "'",
    "’",
    "‘",
    "«",
    "»",
    "„",
    "″",
    ",",
    ".",
    ":",
    "?",
    "\n",
    "\n\n",
    "(",
    ")",
    "[",
    "]",
    " — ",
    "--",
    " said ",
    " says ",
    " saying ",
    " told ",
    " asked ",
    " who ",
    " and ",
    " but ",
    " that ",
    " according to ",
    " Ann Hale ",
    " he ",
    " the mayor ",
    " in ",
    " on Monday ",
    " was ",
    " called ",
    " accused by ",
    " of ",
    " 10 ",
    "Mr. ",
    " adding ",
    " went on to say ",
    "‹",
    "›",
    "「",
    "」",
    "``",
    " treaty ",
    " it provides ",
    "'s claim that ",
    " his answer: ",
    "\nQ: ",
    "\nA: ",
    "\nHALE: ",
    " our government ",
    " SAID ",
    " citing ",
    " having said ",
    " described as ",
    " by ",
    "mayors' ",
];

proptest! {
    #[test]
    fn any_string(text in ".{0,400}") {
        check(&text);
    }

    #[test]
    fn any_string_of_its_own_words(words in prop::collection::vec(prop::sample::select(WORDS), 0..120)) {
        check(&words.concat());
    }
}

#[test]
fn time_grows_with_length_only() {
    let hard = [
        "\"".repeat(10_000),
        "“ ".repeat(10_000),
        "“a ‘b ".repeat(10_000),
        "\"a\" ".repeat(20_000),
        "he said ".repeat(20_000),
        "said, ".repeat(20_000),
        "Hale, ".repeat(20_000),
        "according to ".repeat(20_000),
        "(".repeat(20_000) + " said",
        "and ".repeat(20_000) + "said that",
        format!("“{}” he said.", "word ".repeat(50_000)),
        "in the end of the day ".repeat(10_000) + "said Hale",
        "asked, ".repeat(20_000),
        "Hale: ".repeat(20_000),
        "who, ".repeat(20_000),
        "“ ‘ ".repeat(10_000),
        "“a".repeat(10_000) + &"”".repeat(10_000),
        "Hale's claim “x” ".repeat(5_000),
        "the mayors' house ".repeat(5_000),
        "Hale: yes\n".repeat(5_000),
        "treaty “x” it provides “y” ".repeat(5_000),
    ];
    for text in hard {
        let start = Instant::now();
        check(&text);
        // An unoptimised build reads a megabyte in about a second; quadratic time would take minutes here.
        assert!(start.elapsed() < Duration::from_secs(20), "{:?} for {:?}", start.elapsed(), text.get(..20));
    }
}

/// The speakers of an article by its quotations: name and reason.
fn speakers(article: &Article) -> Vec<(Option<String>, Option<String>)> {
    let engine = engine();
    let analysis = engine.read(article);
    analysis.of::<Quote>().iter().map(|q| (q.data.speaker.name.clone(), q.data.speaker.reason.clone())).collect()
}

fn pair(name: &str, reason: &str) -> (Option<String>, Option<String>) {
    (Some(name.to_owned()), Some(reason.to_owned()))
}

#[test]
fn our_government_is_that_of_the_outlet() {
    let text = "Our government said the dam would hold.";
    let outlet = |name: &str| speakers(&article(text).outlet(name));
    assert_eq!(outlet("The Kyiv Ledger"), [pair("Ukraine", "the country of the outlet")]);
    assert_eq!(outlet("Harbour Post").first().and_then(|(name, _)| name.clone()), None);
    let mut addressed = article(text);
    addressed.meta.url = Some("https://news.example.co.jp/1".to_owned());
    assert_eq!(speakers(&addressed), [pair("Japan", "the country of the outlet's address")]);
    let dateline = article("SEOUL, Nov. 12 (ZNA) — Our own military said on Tuesday that the camp was empty.")
        .outlet("Harbour Post");
    assert_eq!(speakers(&dateline), [pair("South Korea", "the country of the dateline")]);
}

#[test]
fn an_interview_is_read_by_its_turns() {
    let text = "Ann Hale told Jo Lund about the bridge. Hale is the mayor.\n\nQ: When did it fall?\n\nA: It fell in the night. Nobody was hurt.\n\n\
                Q: Why?\n\nA: Nobody knows.";
    let answers = pair("Ann Hale", "the one who is interviewed");
    assert_eq!(speakers(&article(text)).iter().filter(|speaker| **speaker == answers).count(), 2);
    let turns =
        "HALE: It fell in the night. Nobody was hurt.\n\nLUND: Why?\n\nHALE: Nobody knows. We shall build it anew.";
    let (engine, article) = (engine(), article(turns));
    let analysis = engine.read(&article);
    let said: Vec<&str> = analysis.of::<Quote>().iter().filter_map(|q| Some(q.span?.slice(turns))).collect();
    assert_eq!(said, ["It fell in the night. Nobody was hurt", "Why", "Nobody knows. We shall build it anew"]);
    assert!(analysis.of::<Quote>().iter().all(|q| q.data.form == copydesk_quotes::Form::Direct));
}

#[test]
fn a_table_has_no_turns() {
    assert_eq!(speakers(&article("Hale: 547\n\nLund: 46\n\nHale: 781")), []);
}

#[test]
fn a_mention_of_a_megabyte_is_not_printed_with_each_quotation() {
    let text = format!("{} said it fell", "a".repeat(100_000)) + &", adding that it rained".repeat(1_000);
    check(&text);
    assert!(speakers(&article(&text)).iter().all(|(name, _)| name.is_none()));
}
