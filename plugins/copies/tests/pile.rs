//! Piles through the engine: small stand-ins for zones, mastheads and quotes read markup, so that the comparer alone is tested.
#![allow(clippy::unwrap_used)]

use copydesk_copies::{Copies, Copy, Copying, Relation};
use copydesk_core::{
    Analyzer, Article, Confidence, Engine, Evidence, Given, NoOptions, OptionsError, Reading, Rule, Shard, Sink, Span,
};
use copydesk_masthead::{Basis, Field, Masthead};
use copydesk_quotes::{Form, Quote, Speaker};
use copydesk_zones::{Label, Zone};
use proptest::prelude::*;

const RULES: &[Rule] = &[Rule { name: "markup", doc: "The test says so." }];

macro_rules! stand_in {
    ($type:ident, $name:literal, $requires:ty, $output:ty, $find:expr) => {
        struct $type;
        impl Analyzer for $type {
            const NAME: &'static str = $name;
            const RULES: &'static [Rule] = RULES;
            type Options = NoOptions;
            type Requires = $requires;
            type Output = $output;
            fn new(_: NoOptions) -> Result<Self, OptionsError> {
                Ok(Self)
            }
            fn analyze(&self, reading: &Reading<'_>, _: Given<'_, $requires>, found: &mut Sink<'_, $output>) {
                let find: fn(&Reading<'_>, &mut Sink<'_, $output>) = $find;
                find(reading, found);
            }
        }
    };
}

// A line that begins with `~` is furniture, one with `^` a picture's credit, one with `(c)` a copyright line.
stand_in!(Zones, "zones", (), Zone, |reading, found| {
    for line in reading.lines().iter().filter(|line| !line.is_blank()) {
        let text = reading.slice(line.span);
        let label = match text.get(..1) {
            Some("~") => Label::Widget,
            Some("^") => Label::PhotoCredit,
            Some("(") => Label::Copyright,
            _ => Label::Body,
        };
        found.push(line.span, "markup", Confidence::High, Zone { label });
    }
});
stand_in!(Mastheads, "masthead", (Zone,), Masthead, |reading, found| {
    let mut push = |field, value: &str, evidence: Vec<Evidence>| {
        let data =
            Masthead { field, value: Some(value.to_owned()), basis: Basis::Stated, evidence, candidates: Vec::new() };
        found.push_unplaced("markup", Confidence::High, data);
    };
    if let Some(published) = &reading.meta().published {
        push(Field::Published, published, Vec::new());
    }
    for line in reading.lines() {
        let text = reading.slice(line.span);
        if let Some(agency) = text.strip_prefix('^').or_else(|| text.strip_prefix("(c)")) {
            push(Field::Wire, agency.trim(), vec![reading.cite(line.span, "credit")]);
        }
    }
});
// `Name: "words"` is a quotation.
stand_in!(Quotes, "quotes", (Zone,), Quote, |reading, found| {
    for line in reading.lines() {
        let text = reading.slice(line.span);
        let Some((name, rest)) = text.split_once(": \"") else { continue };
        let Some(words) = rest.strip_suffix('"') else { continue };
        let start = line.span.start + (name.len() + 3) as u32;
        let span = Span::new(start, start + words.len() as u32);
        let name = Some(name.to_owned());
        let speaker = Speaker { start: None, end: None, text: name.clone(), name, names: Vec::new(), reason: None };
        let data = Quote { form: Form::Direct, spans: vec![span], speaker, cue: None };
        found.push(span, "markup", Confidence::High, data);
    }
});

fn engine() -> Engine {
    let builder = Engine::builder().analyzer::<Zones>().analyzer::<Mastheads>().analyzer::<Quotes>();
    builder.comparer::<Copies>().build().unwrap()
}

/// Of articles whose ids may repeat.
fn conclude_any(articles: &[Article]) -> Vec<Copying> {
    let (_, conclusions) = engine().run(articles);
    conclusions.of::<Copying>().iter().map(|across| across.data.clone()).collect()
}

fn conclude(articles: &[Article]) -> Vec<Copying> {
    let (_, conclusions) = engine().run(articles);
    assert!(conclusions.skipped().is_empty(), "{:?}", conclusions.skipped());
    for across in conclusions.of::<Copying>() {
        for evidence in &across.evidence {
            let article = articles.iter().find(|article| article.id == evidence.document).unwrap();
            let (start, end) = (evidence.start.unwrap() as usize, evidence.end.unwrap() as usize);
            assert_eq!(article.text.get(start..end), Some(evidence.text.as_str()));
            assert_eq!(evidence.line as usize, Reading::new(article).unwrap().line_at(start as u32) + 1);
        }
    }
    conclusions.of::<Copying>().iter().map(|across| across.data.clone()).collect()
}

fn clusters(articles: &[Article]) -> Vec<Vec<String>> {
    let all = conclude(articles);
    all.iter().filter_map(Copying::cluster).map(|cluster| cluster.documents.clone()).collect()
}

fn pair(articles: &[Article]) -> Copy {
    let all = conclude(articles);
    all.iter().find_map(Copying::copy).unwrap_or_else(|| panic!("no pair in {all:?}")).clone()
}

fn pact(id: &str, words: &str) -> Article {
    Article::new(
        id,
        format!(
            "Kestria and Dovania have a new pact on the river Tesh, signed by Talvik and Brandel in Velm.\n{words}"
        ),
    )
}

const LOCK: &str = "Barges now wait up to six hours at the border lock because the keepers search every hold by hand.";
const TOLL: &str =
    "Fishermen fear that the toll will triple before the end of the dry season and drive them from the delta.";

#[test]
fn articles_on_two_events_are_never_compared() {
    let flood = |id: &str, words: &str| {
        Article::new(
            id,
            format!("The dam above Brisca spilled over and the Olm flooded the town, mayor Salter said.\n{words}"),
        )
    };
    let articles = [
        pact("a", LOCK),
        flood("b", "Schools stay closed."),
        pact("c", TOLL),
        flood("d", "The bakery on the square is gone."),
    ];
    assert_eq!(clusters(&articles), [["a", "c"], ["b", "d"]]);
    assert_eq!(clusters(&articles[..1]), [["a"]]);
    assert_eq!(clusters(&[Article::new("empty", ""), Article::new("mute", "...")]), [["empty"], ["mute"]]);
}

#[test]
fn a_given_event_is_not_questioned() {
    let mut articles = [pact("a", LOCK), pact("b", LOCK), Article::new("c", "Nothing in common with these.")];
    for (article, event) in articles.iter_mut().zip(["one", "two", "one"]) {
        article.meta.event = Some(event.to_owned());
    }
    assert_eq!(clusters(&articles), [vec!["a", "c"], vec!["b"]]);
}

#[test]
fn one_agency_and_a_shared_saying_are_one_wire_story() {
    let one = pact(
        "a",
        "Mirjam Falk: \"The judges forbid exactly this, but they will point to the pact\"\n^Agence Lorne-Quist",
    );
    let two = pact("b", "Falk: \"They will point to the pact though the judges forbid precisely this\"\n(c) ALQ");
    let copy = pair(&[one.clone(), two.clone()]);
    assert_eq!(copy.relation, Relation::SameWire);
    assert!(copy.reasons.iter().any(|r| r == "same-credit") && copy.reasons.iter().any(|r| r == "shared-quote"));
    // Pictures of one agency alone do not make one story; nor does the agency without a tie.
    let picture = Article { text: two.text.replace("(c) ", "^"), ..two };
    assert_ne!(pair(&[one.clone(), picture]).relation, Relation::SameWire);
    let other = Article::new("b", "In Velm, Talvik of Kestria and Brandel of Dovania made the Tesh pact.\n(c) ALQ");
    assert_eq!(pair(&[one, other]).relation, Relation::Independent);
}

#[test]
fn most_of_one_in_the_other_is_a_near_copy() {
    let copy = pair(&[pact("a", LOCK), pact("b", &format!("{LOCK}\n{TOLL}"))]);
    assert_eq!(copy.relation, Relation::NearCopy);
    assert_eq!(serde_json::to_string(&copy.coverage).unwrap(), "[1,0.6491]");
}

#[test]
fn furniture_between_two_halves_parts_a_passage() {
    let parted = LOCK.replace(" because", "\n~ SPIN AND WIN 150 free spins today\nbecause");
    let copy = pair(&[pact("a", LOCK), pact("b", &parted)]);
    assert!(copy.passages.len() > 1, "{copy:?}");
    assert_eq!(copy.coverage[0], copy.coverage[1]);
}

#[test]
fn a_name_is_no_passage() {
    let title = "Agreement on Joint Defence of the Lower Tesh Waterway and Its Banks";
    let one = Article::new("a", format!("Talvik of Kestria put his name to the {title} in Velm with Brandel."));
    let two = Article::new("b", format!("For Brandel, who met Talvik at Velm, Kestria gains most by the {title}."));
    assert_eq!(pair(&[one, two]).relation, Relation::Independent);
}

#[test]
fn what_returns_week_after_week_is_a_template() {
    let footer = "Our newsroom welcomes corrections from careful readers and answers every letter within two days.";
    let mut articles: Vec<Article> = ["2031-05-06", "2031-06-17", "2031-08-05"]
        .iter()
        .enumerate()
        .map(|(i, day)| {
            Article::new(format!("x{i}"), format!("{i} {footer} Item number {i} of {}.", i * 7)).published(*day)
        })
        .collect();
    let pair_of = |articles: &[Article]| {
        let all = conclude(articles);
        all.iter().filter_map(Copying::copy).find(|c| c.documents == ["a", "b"]).unwrap().relation
    };
    let own = [pact("a", footer), pact("b", &format!("{TOLL} {footer}"))].map(|a| a.published("2031-05-06"));
    articles.extend(own.clone());
    assert_ne!(pair_of(&own), Relation::Independent);
    let Copying::Copy(copy) =
        conclude(&articles).into_iter().find(|c| c.copy().is_some_and(|c| c.documents == ["a", "b"])).unwrap()
    else {
        unreachable!()
    };
    let told: Vec<u32> = copy.passages.iter().map(|[a, _]| a.end).collect();
    let before = articles[3].text.find(footer).unwrap() as u32;
    assert!(told.iter().all(|&end| end <= before + 20), "{copy:?}");
}

#[test]
fn one_address_is_two_states_of_one_article() {
    let mut articles = [pact("a", LOCK), pact("b", TOLL)];
    articles[0].meta.url = Some("https://www.courier.example/tesh/pact?from=home".to_owned());
    articles[1].meta.url = Some("http://courier.example/tesh/pact/".to_owned());
    assert_eq!(pair(&articles).relation, Relation::Version);
}

#[test]
fn five_hundred_reprints_are_each_held_against_the_first() {
    let articles: Vec<Article> = (0..500).map(|i| pact(&format!("{i:03}"), &format!("{LOCK} {TOLL}"))).collect();
    let all = conclude(&articles);
    let clusters: Vec<_> = all.iter().filter_map(Copying::cluster).collect();
    assert_eq!((clusters.len(), clusters[0].documents.len(), clusters[0].truncated), (1, 500, true));
    let copies: Vec<_> = all.iter().filter_map(Copying::copy).collect();
    assert_eq!(copies.len(), 499);
    assert!(copies.iter().all(|copy| copy.documents[0] == "000" && copy.truncated));
}

#[test]
fn the_same_file_twice_is_one_text() {
    let copy = pair(&[pact("a", LOCK), pact("again/a", LOCK)]);
    assert_eq!(copy.relation, Relation::NearCopy);
    assert_eq!(serde_json::to_string(&copy.coverage).unwrap(), "[1,1]");
}

#[test]
fn of_two_texts_with_one_id_the_same_one_is_taken_in_any_order() {
    let mut articles = [pact("a", LOCK), pact("a", TOLL), pact("b", LOCK)];
    let first = conclude_any(&articles);
    articles.reverse();
    assert_eq!(conclude_any(&articles), first);
    let [Copying::Cluster(cluster), Copying::Copy(copy)] = &first[..] else { panic!("{first:?}") };
    assert_eq!((cluster.documents.len(), &copy.documents), (2, &["a".to_owned(), "b".to_owned()]));
}

#[test]
fn who_quotes_an_article_whole_covers_it_and_is_not_covered() {
    let frame = "Readers of this page know the letter, and for those who do not, here it is in full and without a word of comment from us.";
    let long = format!(
        "{frame}\n{LOCK} {TOLL}\n{}",
        "Nobody at the ministry had read it when we called on Monday, and nobody had on Tuesday either. ".repeat(6)
    );
    let copy = pair(&[pact("a", &format!("{LOCK} {TOLL}")), pact("b", &long)]);
    assert_eq!(copy.relation, Relation::NearCopy);
    let half = copydesk_core::Exact("0.5".parse().unwrap());
    assert!(copy.coverage[0] > half && copy.coverage[1] < half, "{:?}", copy.coverage);
}

#[test]
fn days_to_come_and_days_centuries_apart_are_days() {
    let days = ["0001-01-01", "1731-05-06", "2031-05-06", "9999-12-31", "2031-02-30", "soon"];
    let articles: Vec<Article> = days
        .iter()
        .enumerate()
        .map(|(i, day)| pact(&format!("a{i}"), &format!("{LOCK} {TOLL}")).published(*day))
        .collect();
    // One text in four different weeks is a template, and then it ties nobody; who has no day is tied to all.
    let found = conclude(&articles);
    assert_eq!(
        found.iter().filter_map(Copying::cluster).map(|cluster| cluster.documents.len()).sum::<usize>(),
        days.len()
    );
    assert!(found.iter().filter_map(Copying::copy).all(|copy| copy.passages.is_empty()), "{found:?}");
}

#[test]
fn a_large_cluster_names_the_nearest_of_each_and_says_so() {
    let tail = |i: usize| {
        format!(
            "On its quay number {i} they count {} crates of salt and {} of tar a day, the clerk {i} said.",
            i * 3,
            i * 7
        )
    };
    let articles: Vec<Article> =
        (0..20).map(|i| pact(&format!("{i:02}"), &format!("{LOCK} {TOLL} {}", tail(i)))).collect();
    let found = conclude(&articles);
    let copies: Vec<_> = found.iter().filter_map(Copying::copy).collect();
    assert!(copies.len() < 20 * 19 / 2 && copies.iter().any(|copy| copy.truncated), "{}", copies.len());
    for article in &articles {
        assert!(copies.iter().any(|copy| copy.documents.contains(&article.id)), "{} has no partner", article.id);
    }
}

#[test]
fn findings_are_read_back_as_they_were_written() {
    for finding in conclude(&[pact("a", LOCK), pact("b", &format!("{LOCK}\n{TOLL}"))]) {
        let json = serde_json::to_string(&finding).unwrap();
        assert_eq!(serde_json::from_str::<Copying>(&json).unwrap(), finding);
    }
}

fn json(engine: &Engine, shard: Shard) -> String {
    let conclusions = engine.conclude(shard);
    conclusions.records().map(|record| record.json(&Default::default()).to_string() + "\n").collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_split_and_any_order_merge_to_the_same_bytes(
        picks in prop::collection::vec((0..4_usize, 0..4_usize, 0..3_usize, 0..5_usize), 1..9),
        order in prop::collection::vec(any::<u32>(), 9),
        write in any::<bool>(),
    ) {
        let tails = [LOCK, TOLL, "Mirjam Falk: \"The judges forbid exactly this and everybody knows it\"", "~ advert"];
        let articles: Vec<Article> = picks.iter().enumerate().map(|(i, (one, two, credit, day))| {
            let credit = ["", "(c) ALQ", "^ Agence Lorne-Quist"][*credit];
            let article = pact(&format!("d{i}"), &format!("{}\n{}\n{credit}", tails[*one], tails[*two]));
            if *day > 0 { article.published(format!("2031-0{day}-06")) } else { article }
        }).collect();
        let engine = engine();
        let mut shards: Vec<(u32, Shard)> =
            articles.iter().zip(&order).map(|(article, key)| (*key, engine.map(&engine.read(article)))).collect();
        let whole = engine.run(&articles).1;
        let whole: String = whole.records().map(|r| r.json(&Default::default()).to_string() + "\n").collect();
        shards.sort_by_key(|(key, _)| *key);
        // Two halves, merged apart from each other, one of them through its written form.
        let mut halves = [engine.empty_shard(), engine.empty_shard()];
        for (i, (key, shard)) in shards.into_iter().enumerate() {
            halves[(key as usize + i) % 2].merge(shard);
        }
        let [mut left, right] = halves;
        let right = if write {
            Shard::from_json(&right.to_json(engine.plan()).unwrap(), engine.plan()).unwrap()
        } else {
            right
        };
        left.merge(right);
        prop_assert_eq!(json(&engine, left), whole);
    }

    #[test]
    fn any_text_is_compared_without_a_panic(one in ".{0,300}", two in "([a-cA-C“”\"’' .\n]|Kestria |né ){0,120}") {
        let articles = [Article::new("a", one.clone()), Article::new("b", two.clone()), Article::new("c", one + &two)];
        conclude(&articles);
    }
}
