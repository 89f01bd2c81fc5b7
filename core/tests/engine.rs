//! What the engine promises, tried on toy plugins.

mod toys;

use copydesk_core::{Analysis, Article, Conclusions, Engine, Exact, Offsets, Shard, Skip, Value, Why};
use proptest::prelude::*;
use toys::{Count, Counts, Crowd, Crowds, Lined, Lines, Shout, Shouts};

fn engine() -> Engine {
    let engine = Engine::builder().analyzer::<Counts>().analyzer::<Crowds>().analyzer::<Shouts>().comparer::<Lines>();
    engine.build().expect("the toys make a plan")
}

fn pile(texts: &[impl AsRef<str>]) -> Vec<Article> {
    texts.iter().enumerate().map(|(i, text)| Article::new(format!("{i:03}"), text.as_ref())).collect()
}

/// Everything that is printed of a run, and everything that is said of what did not run.
fn printed(analyses: &[Analysis<'_>], conclusions: &Conclusions) -> Vec<String> {
    let records = analyses.iter().flat_map(Analysis::records).map(|r| r.json(&Offsets::Bytes).to_string());
    let skipped = analyses.iter().map(|analysis| format!("{:?}", analysis.skipped()));
    records.chain(skipped).chain(concluded(conclusions)).collect()
}

fn concluded(conclusions: &Conclusions) -> Vec<String> {
    let records = conclusions.records().map(|r| r.json(&Offsets::Bytes).to_string());
    let skipped = [format!("{:?} {:?}", conclusions.skipped(), conclusions.skipped_documents())];
    records.chain(skipped).collect()
}

#[test]
fn a_plugin_that_panics_costs_its_own_column_and_what_builds_on_it() {
    let (engine, articles) = (engine(), pile(&["STOP: 400 boats", "STOP: 400 boats stumble"]));
    let (analyses, conclusions) = engine.run(&articles);
    assert_eq!(analyses[0].skipped(), []);
    assert_eq!((analyses[0].of::<Count>().len(), analyses[0].of::<Crowd>().len()), (1, 1));
    let panicked = Skip { plugin: "counts", why: Why::Panicked("a toy stumbles over byte 16".to_owned()) };
    let follows = Skip { plugin: "crowds", why: Why::Requires("counts".to_owned()) };
    assert_eq!(analyses[1].skipped(), [panicked, follows]);
    assert_eq!((analyses[1].of::<Count>().len(), analyses[1].of::<Shout>().len()), (0, 1));
    // What the other article says is lined up all the same.
    assert_eq!(conclusions.of::<Lined>().len(), 1);
}

#[test]
fn a_plugin_that_never_ends_is_stopped_at_the_same_step_everywhere() {
    let engine = engine();
    let article = Article::new("a", "STOP it runs forever");
    let steps = |_| match engine.read(&article).skipped() {
        [Skip { plugin: "counts", why: Why::OverBudget(steps) }, Skip { plugin: "crowds", why: Why::Requires(_) }] => {
            *steps
        }
        other => panic!("{other:?}"),
    };
    let runs: Vec<u64> = (0..3).map(steps).collect();
    assert!(runs[0] > 0 && runs.iter().all(|steps| *steps == runs[0]), "{runs:?}");
    assert_eq!(engine.read(&article).of::<Shout>().len(), 1);
}

#[test]
fn a_comparer_that_panics_costs_its_own_conclusions() {
    let articles = pile(&["3 thunder"]);
    let (analyses, conclusions) = engine().run(&articles);
    assert_eq!(analyses[0].of::<Count>().len(), 1);
    assert_eq!(conclusions.records().count(), 0);
    assert!(
        matches!(conclusions.skipped(), [Skip { plugin: "lines", why: Why::Panicked(words) }] if words.contains("a toy stumbles"))
    );
}

#[test]
fn a_claim_of_a_kind_that_no_comparer_knows_is_lined_up() {
    let articles = pile(&["They saw 40 boats.", "No boats.", "Some 46 boats left, and 2 cars."]);
    let (_, conclusions) = engine().run(&articles);
    let amount = |number: i64| {
        let amount = Some(Exact::from(number));
        Value::Amount { low: amount, high: amount, unit: None, approximate: false }
    };
    let lined: Vec<(&str, &[Value])> =
        conclusions.of::<Lined>().iter().map(|line| (line.data.about.as_str(), line.data.values.as_slice())).collect();
    assert_eq!(lined, [("boats", [amount(40), amount(46)].as_slice()), ("cars", [amount(2)].as_slice())]);
    let places: Vec<(&str, &str)> =
        conclusions.of::<Lined>()[0].evidence.iter().map(|e| (e.document.as_str(), e.text.as_str())).collect();
    assert_eq!(places, [("000", "40 boats"), ("002", "46 boats")]);
}

#[test]
fn the_order_in_which_plugins_were_linked_does_not_show() {
    let backwards =
        Engine::builder().comparer::<Lines>().analyzer::<Shouts>().analyzer::<Crowds>().analyzer::<Counts>().build();
    let backwards = backwards.expect("the toys make a plan");
    let articles = pile(&["STOP 400 boats", "STOP 400 boats stumble", "3 men"]);
    let of = |engine: &Engine| {
        let (analyses, conclusions) = engine.run(&articles);
        printed(&analyses, &conclusions)
    };
    assert_eq!(of(&engine()), of(&backwards));
}

#[test]
fn a_repeated_plugin_finds_what_it_found() {
    let engine = engine();
    let article = Article::new("a", "STOP 400 boats and 3 men");
    let analysis = engine.read(&article);
    assert_eq!(engine.repeat(&analysis, "counts"), Some(2));
    assert_eq!(engine.repeat(&analysis, "crowds"), Some(1));
    assert_eq!(engine.repeat(&analysis, "lines"), Some(0));
    assert_eq!(engine.repeat(&analysis, "nobody"), None);
}

/// Articles of the words that toys know.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let text = "((STOP|[0-9]{1,3} (boats|men|cars|é)|stumble|forever|and|[.]|\n) ){0,20}";
    prop::collection::vec(text, 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_number_of_threads_gives_the_same_bytes(texts in texts()) {
        let (engine, articles) = (engine(), pile(&texts));
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be had");
            pool.install(|| {
                let (analyses, conclusions) = engine.run(&articles);
                printed(&analyses, &conclusions)
            })
        };
        let one = with(1);
        prop_assert_eq!(&one, &with(2));
        prop_assert_eq!(&one, &with(8));
    }

    #[test]
    fn reading_in_batches_gives_the_same_bytes(texts in texts()) {
        let (engine, articles) = (engine(), pile(&texts));
        let (analyses, whole) = engine.run(&articles);
        let mut streamed = Vec::new();
        let conclusions = engine.stream(&articles, |analysis| {
            streamed.extend(analysis.records().iter().map(|r| r.json(&Offsets::Bytes).to_string()));
            Ok::<(), std::convert::Infallible>(())
        });
        let records: Vec<String> =
            analyses.iter().flat_map(Analysis::records).map(|r| r.json(&Offsets::Bytes).to_string()).collect();
        prop_assert_eq!(streamed, records);
        prop_assert_eq!(concluded(&conclusions.expect("it visits all")), concluded(&whole));
    }

    #[test]
    fn any_split_into_shards_gives_the_same_bytes(texts in texts(), of in prop::collection::vec(0_usize..4, 12), last_first: bool) {
        let (engine, articles) = (engine(), pile(&texts));
        let (_, whole) = engine.run(&articles);
        let mut shards: Vec<Shard> = (0..4).map(|_| engine.empty_shard()).collect();
        for (article, shard) in articles.iter().zip(of) {
            shards[shard].merge(engine.map(&engine.read(article)));
        }
        if last_first {
            shards.reverse();
        }
        let mut merged = engine.empty_shard();
        for shard in shards {
            // As another machine would get it.
            let json = shard.to_json(engine.plan()).expect("it can be written");
            merged.merge(Shard::from_json(&json, engine.plan()).expect("it can be read back"));
        }
        prop_assert_eq!(concluded(&engine.conclude(merged)), concluded(&whole));
    }
}
