//! Signals and grades over several articles. Each has a pile that shows it and one that nearly does.

// In a test a broken expectation is to panic, in its helping functions as well.
#![allow(clippy::unwrap_used)]

mod desk;

use copydesk_claims::Claims;
use copydesk_copies::Copies;
use copydesk_core::{Across, Article, Engine, Finding, Settings, Shard};
use copydesk_origins::Origins;
use copydesk_reliability::pile::{Assay, Corroboration, Grade, PileSignal};
use copydesk_reliability::ratings::{Letter, Ratings};

const PACT: &str = "The river pact between Kestria and Dovania came into force on May 29, and obliges each side to help the other if the locks on the river Tesh are attacked. \
It runs for twenty years from the day of its signature in Port Mirel, and either side can end it with a letter that is sent a year before.\n\n\
The exchange of letters in Valmere lasted ten minutes, and neither minister took questions from the reporters who had waited since the morning in the hall of the assembly.\n\n";

fn engine(settings: Settings) -> Engine {
    let builder = desk::reading().comparer::<Copies>().comparer::<Origins>().comparer::<Claims>();
    builder.comparer::<Corroboration>().settings(settings).build().unwrap()
}

fn article(id: &str, outlet: &str, text: String) -> Article {
    let mut article = Article::new(id, text);
    article.meta.outlet = Some(outlet.to_owned());
    article.meta.language = Some("en".to_owned());
    article.meta.published = Some("2031-05-30".to_owned());
    article.meta.event = Some("pact".to_owned());
    article
}

fn assays(articles: &[Article], settings: Settings) -> Vec<Across<Assay>> {
    let engine = engine(settings);
    let (_, conclusions) = engine.run(articles);
    assert!(conclusions.skipped().is_empty(), "{:?}", conclusions.skipped());
    conclusions.of::<Assay>().to_vec()
}

fn signals(articles: &[Article], rule: &str) -> Vec<(PileSignal, String)> {
    let assays = assays(articles, Settings::default());
    let found = assays.into_iter().filter(|across| across.rule == rule).filter_map(|across| {
        let quoted: Vec<&str> = across.evidence.iter().map(|evidence| evidence.text.as_str()).collect();
        let sentence = across.data.sentence(&quoted);
        if let Assay::Signal(signal) = across.data { Some((signal, sentence)) } else { None }
    });
    found.collect()
}

fn grades(articles: &[Article], list: &str) -> Vec<Grade> {
    let mut settings = Settings::default();
    settings.set("reliability.admiralty=true").unwrap();
    let mut ratings = Ratings::default();
    ratings.read("own.csv", list.as_bytes(), |fault| panic!("{fault}")).unwrap();
    settings.shelf.put(ratings);
    let assays = assays(articles, settings);
    assays
        .into_iter()
        .filter_map(|across| if let Assay::Grade(grade) = across.data { Some(*grade) } else { None })
        .collect()
}

#[test]
fn undisclosed_wire_copy() {
    let rule = "undisclosed-wire-copy";
    let credited =
        article("a", "Valmere Courier", format!("River pact comes into force\n\nPort Mirel, May 29 (AFP).- {PACT}"));
    let bare = article("b", "Quellstadt Kurier", format!("River pact comes into force\n\n{PACT}"));
    let found = signals(&[credited.clone(), bare], rule);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0.documents, ["b"]);
    assert_eq!(found[0].1, "b (Quellstadt Kurier) is a copy of a story by AFP, and does not credit it for the text");
    let both =
        article("b", "Quellstadt Kurier", format!("River pact comes into force\n\nPort Mirel, May 29 (AFP).- {PACT}"));
    assert!(signals(&[credited, both], rule).is_empty());
}

#[test]
fn one_root() {
    let rule = "one-root";
    let told = |who: &str| {
        format!(
            "River pact comes into force\n\nKestria has sent 4,600 Kestrian soldiers to the lower Tesh, {who} said.\n"
        )
    };
    let kurier = |who: &str| {
        format!(
            "Soldiers on the Tesh\n\nOn the lower Tesh stand 4,600 Kestrian soldiers who came from Kestria in April, according to {who}.\n"
        )
    };
    let one =
        [article("a", "Valmere Courier", told("Dana Ilves")), article("b", "Quellstadt Kurier", kurier("Dana Ilves"))];
    let found = signals(&one, rule);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].0.names[0].as_str(), found[0].0.count), ("Dana Ilves", Some(1)));
    assert_eq!(found[0].1, "one statement of 2 articles on one root alone: Dana Ilves");
    let two =
        [article("a", "Valmere Courier", told("Dana Ilves")), article("b", "Quellstadt Kurier", kurier("Ada Brill"))];
    assert!(signals(&two, rule).is_empty());
    // One of them says it on nobody's word: what the root said of something else is no ground.
    let own = "Soldiers on the Tesh\n\nOn the lower Tesh stand 4,600 Kestrian soldiers who came from Kestria in April. Dana Ilves said that the lock was shut.\n";
    let one = [article("a", "Valmere Courier", told("Dana Ilves")), article("b", "Quellstadt Kurier", own.to_owned())];
    assert!(signals(&one, rule).is_empty());
}

#[test]
fn hedge_dropped() {
    let rule = "hedge-dropped";
    let pile = |first: &str, second: &str| {
        [
            article("a", "Valmere Courier", format!("Soldiers on the Tesh\n\n{first}\n")),
            article("b", "Quellstadt Kurier", format!("Kestria sends soldiers\n\n{second}\n")),
        ]
    };
    let hedged = "Kestria has reportedly sent 4,600 Kestrian soldiers to the lower Tesh.";
    let flat = "On the lower Tesh stand 4,600 Kestrian soldiers who came from Kestria in April.";
    let found = signals(&pile(hedged, flat), rule);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0.documents, ["a", "b"]);
    assert!(
        found[0].1.starts_with("Valmere Courier has “reportedly” beside it, Quellstadt Kurier says it flatly"),
        "{}",
        found[0].1
    );
    assert!(
        signals(&pile(hedged, "On the lower Tesh stand 4,600 Kestrian soldiers, Dana Ilves said."), rule).is_empty()
    );
    assert!(signals(&pile(&hedged.replace("reportedly ", ""), flat), rule).is_empty());
    // What is doubted is the guilt, or what they did.
    assert!(signals(&pile(&hedged.replace("reportedly ", "allegedly "), flat), rule).is_empty());
    let clause = "Kestria has sent 4,600 Kestrian soldiers to the lower Tesh after the lock was reportedly attacked.";
    assert!(signals(&pile(clause, flat), rule).is_empty());
}

#[test]
fn loaded_wording() {
    let rule = "loaded-wording";
    let pile = |first: &str, second: &str| {
        [
            article(
                "a",
                "Valmere Courier",
                format!("Pact\n\nKestria has ratified {first} with Dovania on the river Tesh.\n"),
            ),
            article(
                "b",
                "Quellstadt Kurier",
                format!("Pact\n\nKestria has signed {second} with Dovania on the river Tesh.\n"),
            ),
        ]
    };
    let found = signals(&pile("a landmark river pact", "a historic agreement"), rule);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].1, "one pact in different words: “landmark river pact”, “historic agreement”");
    assert_eq!(signals(&pile("a landmark river pact", "a treaty"), rule).len(), 1);
    assert!(signals(&pile("a landmark pact", "a landmark treaty"), rule).is_empty());
    assert!(signals(&pile("a river pact", "a treaty"), rule).is_empty());
}

#[test]
fn admiralty() {
    let told = |who: &str| {
        format!(
            "Soldiers on the Tesh\n\nSome 4,600 Kestrian soldiers were sent to the lower Tesh in April, {who} said.\n"
        )
    };
    let three = [
        article("a", "Valmere Courier", told("Dana Ilves")),
        article("b", "Quellstadt Kurier", told("Ada Brill")),
        article("c", "Portavel Herald", told("Teo Lund")),
        article(
            "d",
            "Dailybrisk",
            "A quiet day\n\nThe lamps along the quay were lit from noon, and nobody came.\n".to_owned(),
        ),
    ];
    let found = grades(&three, "match,grade\nQuellstadt Kurier,B\n");
    let statement = found.iter().find(|grade| grade.about.is_some()).unwrap();
    assert_eq!((statement.letter, statement.digit, statement.digit_rule.as_str()), (Letter::B, 1, "three-roots"));
    assert_eq!(
        statement.tags,
        ["admiralty-scale:source-reliability=\"b\"", "admiralty-scale:information-credibility=\"1\""]
    );
    let of = |document: &str| found.iter().find(|grade| grade.document.as_deref() == Some(document)).unwrap();
    assert_eq!((of("a").letter, of("a").digit), (Letter::F, 1));
    assert_eq!((of("b").letter, of("b").digit), (Letter::B, 1));
    assert_eq!(of("b").rating.as_ref().unwrap().place(), "own.csv:2");
    assert_eq!((of("d").letter, of("d").digit, of("d").letter_rule.as_str()), (Letter::F, 6, "unrated"));
    // Three outlets on one man's word are one root; his own rating goes before theirs.
    let echo = ["a", "b", "c"].map(|id| article(id, &format!("Outlet {id} Post"), told("Dana Ilves")));
    let found = grades(&echo, "match,grade\nOutlet a Post,A\nDana Ilves,E\n");
    let statement = found.iter().find(|grade| grade.about.is_some()).unwrap();
    assert!(statement.digit >= 3, "{statement:?}");
    assert_eq!(statement.letter, Letter::E);
    // Not without being asked.
    assert!(assays(&three, Settings::default()).iter().all(|across| matches!(across.data, Assay::Signal(_))));
}

#[test]
fn any_split_of_the_pile_gives_the_same() {
    let told = |who: &str| {
        format!(
            "Soldiers on the Tesh\n\nSome 4,600 Kestrian soldiers have reportedly gone to the lower Tesh, {who} said.\n\n{PACT}"
        )
    };
    let articles = ["a", "b", "c"].map(|id| article(id, &format!("Outlet {id} Post"), told("Dana Ilves")));
    let mut settings = Settings::default();
    settings.set("reliability.admiralty=true").unwrap();
    let engine = engine(settings);
    let shards = || articles.iter().map(|article| engine.map(&engine.read(article)));
    let join = |shards: Vec<Shard>| {
        let mut whole = engine.empty_shard();
        shards.into_iter().for_each(|shard| whole.merge(shard));
        let records = engine.conclude(whole);
        records.records().map(|record| record.json(&Default::default()).to_string()).collect::<Vec<_>>()
    };
    let whole = join(shards().collect());
    assert!(!whole.is_empty());
    assert_eq!(whole, join(shards().rev().collect()));
    let written =
        shards().map(|shard| Shard::from_json(&shard.to_json(engine.plan()).unwrap(), engine.plan()).unwrap());
    assert_eq!(whole, join(written.collect()));
}
