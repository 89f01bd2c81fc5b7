//! Small piles of articles, read by the real analyzers: what origins, claims and timeline conclude over them.
#![allow(clippy::unwrap_used)]

use copydesk_claims::{Class, Comparison, Conflict, readable};
use copydesk_core::{Article, Conclusions, Engine, Offsets};
use copydesk_origins::{Pile, Provenance};
use copydesk_timeline::{Event, Status};
use proptest::prelude::*;

fn engine() -> Engine {
    Engine::builder()
        .analyzer::<copydesk_zones::Zones>()
        .analyzer::<copydesk_masthead::Mastheads>()
        .analyzer::<copydesk_names::Names>()
        .analyzer::<copydesk_dates::Dates>()
        .analyzer::<copydesk_figures::Figures>()
        .analyzer::<copydesk_quotes::Quotes>()
        .analyzer::<copydesk_sources::Sources>()
        .comparer::<copydesk_copies::Copies>()
        .comparer::<copydesk_origins::Origins>()
        .comparer::<copydesk_claims::Claims>()
        .comparer::<copydesk_timeline::Timeline>()
        .build()
        .unwrap()
}

/// An article on event "e"; no day for an undated one.
fn article(id: &str, outlet: &str, day: Option<&str>, text: &str) -> Article {
    let mut article = Article::new(id, text).outlet(outlet);
    article.meta.published = day.map(str::to_owned);
    article.meta.event = Some("e".to_owned());
    article
}

fn conclude(articles: &[Article]) -> Conclusions {
    let (analyses, conclusions) = engine().run(articles);
    for analysis in &analyses {
        assert_eq!(analysis.skipped(), [], "{}", analysis.document().id());
    }
    assert_eq!(conclusions.skipped(), []);
    conclusions
}

fn conflicts(conclusions: &Conclusions) -> Vec<&Conflict> {
    conclusions
        .of::<Comparison>()
        .iter()
        .filter_map(|across| match &across.data {
            Comparison::Conflict(conflict) => Some(conflict),
            Comparison::Agreement(_) => None,
        })
        .collect()
}

fn values(conflict: &Conflict) -> Vec<String> {
    conflict.sides.iter().map(|side| readable(&side.value)).collect()
}

fn events(conclusions: &Conclusions) -> Vec<(&str, Status, &str)> {
    conclusions
        .of::<Event>()
        .iter()
        .map(|across| (across.data.date.value.as_str(), across.data.status, across.data.about.as_str()))
        .collect()
}

#[test]
fn one_source_with_two_figures_is_a_conflict_and_says_so() {
    let conclusions = conclude(&[
        article(
            "a",
            "Courier",
            Some("2031-05-06"),
            "Kenya says that Uganda has sent around 4,000 troops to the lake port of Kisumu.",
        ),
        article(
            "b",
            "Herald",
            Some("2031-05-06"),
            "According to Nairobi, some 4,600 Ugandan soldiers were sent to the port of Kisumu.",
        ),
    ]);
    let conflicts = conflicts(&conclusions);
    assert_eq!(conflicts.len(), 1, "{conflicts:?}");
    assert_eq!(conflicts[0].class, Class::SameSourceDifferentFigure);
    assert_eq!(values(conflicts[0]).len(), 2);
    assert!(conflicts[0].sides.iter().all(|side| !side.said_by.is_empty()), "{conflicts:?}");
}

#[test]
fn the_dead_are_not_compared_with_the_injured() {
    let conclusions = conclude(&[
        article("a", "Courier", Some("2031-05-06"), "The Brisca flood killed 17 people in Port Mirel."),
        article("b", "Herald", Some("2031-05-06"), "The Brisca flood left 40 people injured in Port Mirel."),
    ]);
    assert_eq!(conflicts(&conclusions), Vec::<&Conflict>::new());
}

#[test]
fn a_toll_that_grows_with_the_days_is_an_update() {
    let conclusions = conclude(&[
        article("a", "Courier", Some("2031-10-13"), "The Brisca flood killed 17 people in Port Mirel."),
        article("b", "Herald", Some("2031-10-18"), "The Brisca flood in Port Mirel killed 29 people."),
    ]);
    let conflicts = conflicts(&conclusions);
    assert_eq!(conflicts.len(), 1, "{conflicts:?}");
    assert_eq!(conflicts[0].class, Class::Update);
}

#[test]
fn a_month_and_its_day_are_one_date_at_two_grains() {
    let conclusions = conclude(&[
        article("a", "Courier", Some("2031-05-06"), "Kenya and Uganda signed the lake treaty in March."),
        article(
            "b",
            "Herald",
            Some("2031-05-06"),
            "The lake treaty that Kenya and Uganda signed on March 14 is short.",
        ),
    ]);
    let conflicts = conflicts(&conclusions);
    assert_eq!(conflicts.len(), 1, "{conflicts:?}");
    assert_eq!(conflicts[0].class, Class::CompatibleGranularity);
    let lines = events(&conclusions);
    assert_eq!((lines[0].0, lines[0].1, lines.len()), ("2031-03-14", Status::Agreed, 1), "{lines:?}");
}

#[test]
fn an_act_dated_by_its_announcement_is_told_from_a_contradiction() {
    let conclusions = conclude(&[
        article("a", "Courier", Some("2031-05-06"), "Uganda ratified the lake treaty with Kenya on May 5, 2031."),
        article(
            "b",
            "Herald",
            Some("2031-05-20"),
            "Uganda ratified the lake treaty with Kenya on May 6, state media said.",
        ),
    ]);
    let conflicts = conflicts(&conclusions);
    assert_eq!(conflicts.len(), 1, "{conflicts:?}");
    assert_eq!(conflicts[0].class, Class::ReportDateVsEventDate);
    let lines = events(&conclusions);
    assert!(lines.iter().any(|(day, status, _)| *day == "2031-05-05" && *status == Status::Conflicting), "{lines:?}");
}

#[test]
fn an_undated_article_gets_its_day_from_the_pile_and_it_is_called_inferred() {
    let conclusions = conclude(&[
        article("a", "Courier", Some("2031-05-07"), "Uganda ratified the lake treaty with Kenya on May 5, 2031."),
        article(
            "b",
            "Herald",
            None,
            "Uganda ratified the lake treaty with Kenya on Monday, state media reported Tuesday.",
        ),
    ]);
    let lines = events(&conclusions);
    assert!(lines.contains(&("2031-05-06", Status::Inferred, "published")), "{lines:?}");
    let published = conclusions.of::<Event>().iter().find(|across| across.data.about == "published").unwrap();
    let premises: Vec<&str> = published.data.evidence.iter().map(|e| e.text.as_str()).collect();
    assert_eq!(premises, ["Monday", "Tuesday", "May 5, 2031"]);
}

#[test]
fn days_after_an_event_date_the_event() {
    let conclusions = conclude(&[article(
        "a",
        "Courier",
        Some("2031-05-07"),
        "Two days after President Moi signed, Uganda's leader signed as well. The leader signed the decree on May 5, 2031.",
    )]);
    let lines = events(&conclusions);
    assert!(lines.iter().any(|(day, status, _)| *day == "2031-05-03" && *status == Status::Inferred), "{lines:?}");
}

#[test]
fn what_is_planned_and_then_done_is_an_update() {
    let conclusions = conclude(&[
        article("a", "Courier", Some("2031-05-06"), "The lake treaty between Kenya and Uganda will take effect soon."),
        article("b", "Herald", Some("2031-05-29"), "The lake treaty between Kenya and Uganda came into force."),
    ]);
    let conflicts = conflicts(&conclusions);
    assert_eq!(conflicts.len(), 1, "{conflicts:?}");
    assert_eq!((conflicts[0].class, conflicts[0].on.as_str()), (Class::Update, "status"));
}

#[test]
fn articles_of_different_events_are_never_compared() {
    let mut other =
        article("b", "Herald", Some("2031-05-06"), "Kenya says that Uganda has sent 9,000 troops to Kisumu.");
    other.meta.event = Some("another".to_owned());
    let first = article("a", "Courier", Some("2031-05-06"), "Kenya says that Uganda has sent 4,000 troops to Kisumu.");
    assert_eq!(conclude(&[first, other]).of::<Comparison>().len(), 0);
}

#[test]
fn three_outlets_with_one_agency_and_one_state_voice_count_once() {
    let text = |tail: &str| {
        format!("Velmian state media reported on Tuesday that the bridge was closed.\n\nIt will stay closed.\n\n{tail}")
    };
    let conclusions = conclude(&[
        article("a", "Courier", Some("2031-05-06"), &text("Reuters")),
        article("b", "Herald", Some("2031-05-06"), &text("Reuters")),
    ]);
    let piles: Vec<&Pile> = conclusions
        .of::<Provenance>()
        .iter()
        .filter_map(|across| match &across.data {
            Provenance::Pile(pile) => Some(pile),
            Provenance::Origin(_) => None,
        })
        .collect();
    assert_eq!(piles.len(), 1);
    let counts = (piles[0].outlets.len(), piles[0].newsrooms.len(), piles[0].roots.len());
    assert_eq!(counts, (2, 1, 1), "{piles:?}");
}

#[test]
fn one_article_and_the_same_article_twice_have_no_conflict() {
    let text = "Kenya says that Uganda has sent around 4,000 troops to Kisumu. The treaty was signed on May 5, 2031.";
    let one = article("a", "Courier", Some("2031-05-06"), text);
    assert_eq!(conclude(std::slice::from_ref(&one)).of::<Comparison>().len(), 0);
    let twice = [one.clone(), Article { id: "b".to_owned(), ..one }];
    assert_eq!(conflicts(&conclude(&twice)), Vec::<&Conflict>::new());
}

#[test]
fn an_act_is_told_apart_from_its_announcement() {
    let conclusions = conclude(&[
        article("a", "Courier", Some("2031-05-20"), "Uganda ratified the lake treaty with Kenya on May 5, 2031."),
        article(
            "b",
            "Herald",
            Some("2031-05-20"),
            "Uganda announced on May 6, 2031 that the lake treaty with Kenya is ratified.",
        ),
    ]);
    let lines = events(&conclusions);
    let days: Vec<(&str, Status)> = lines.iter().map(|(day, status, _)| (*day, *status)).collect();
    assert_eq!(days, [("2031-05-05", Status::SingleSource), ("2031-05-06", Status::SingleSource)], "{lines:?}");
    assert_eq!(conflicts(&conclusions), Vec::<&Conflict>::new());
}

#[test]
fn two_newsrooms_make_a_date_agreed_and_one_does_not() {
    let text = "Uganda ratified the lake treaty with Kenya on May 5, 2031.";
    let one = conclude(&[article("a", "Courier", Some("2031-05-06"), text)]);
    assert_eq!(events(&one).iter().map(|line| line.1).collect::<Vec<_>>(), [Status::SingleSource]);
    let two = conclude(&[
        article("a", "Courier", Some("2031-05-06"), text),
        article("b", "Herald", Some("2031-05-06"), "The lake treaty with Kenya was ratified by Uganda on May 5, 2031."),
    ]);
    assert_eq!(events(&two).iter().map(|line| line.1).collect::<Vec<_>>(), [Status::Agreed]);
}

#[test]
fn what_is_to_come_is_planned_until_an_article_of_a_later_day_dates_it() {
    let planned =
        |conclusions: &Conclusions| conclusions.of::<Event>().iter().map(|e| e.data.planned).collect::<Vec<_>>();
    let before =
        article("a", "Courier", Some("2031-05-06"), "Uganda will ratify the lake treaty with Kenya on May 20, 2031.");
    assert_eq!(planned(&conclude(std::slice::from_ref(&before))), [true]);
    let after =
        article("b", "Herald", Some("2031-05-21"), "Uganda ratified the lake treaty with Kenya on May 20, 2031.");
    assert_eq!(planned(&conclude(&[before, after])), [false]);
}

#[test]
fn odd_piles_are_read_all_the_same() {
    assert_eq!(conclude(&[]).of::<Event>().len(), 0);
    assert_eq!(
        conclude(&[article("a", "Courier", None, ""), article("b", "Herald", None, " \n ")]).of::<Event>().len(),
        0
    );
    // Days of publication in the future, and centuries apart.
    let text =
        "Uganda ratified the lake treaty with Kenya on Monday, state media reported Tuesday. It was signed yesterday.";
    let days = [Some("0001-01-01"), Some("1431-05-06"), Some("2431-05-06"), Some("9999-12-31"), None];
    let ids = ["a", "b", "c", "d", "e"];
    let articles: Vec<Article> = ids.iter().zip(days).map(|(id, day)| article(id, id, day, text)).collect();
    let conclusions = conclude(&articles);
    assert!(
        conflicts(&conclusions).iter().all(|conflict| conflict.class == Class::DifferentObject),
        "{:?}",
        conflicts(&conclusions)
    );
}

#[test]
fn five_hundred_copies_of_a_wire_story_are_one_newsroom_and_hide_nobody() {
    let wire = "Uganda ratified the lake treaty with Kenya on May 5, 2031. Kenya says that Uganda has sent 4,000 troops to Kisumu.\n\nReuters";
    let mut articles: Vec<Article> =
        (0..500).map(|i| article(&format!("copy-{i:03}"), &format!("Outlet {i}"), Some("2031-05-06"), wire)).collect();
    let own = "Uganda ratified the lake treaty with Kenya on May 5, 2031. Kenya says that Uganda has sent 4,600 troops to Kisumu.";
    articles.push(article("z", "Herald", Some("2031-05-07"), own));
    let conclusions = conclude(&articles);
    let conflicts = conflicts(&conclusions);
    assert_eq!(conflicts.len(), 1, "{conflicts:?}");
    assert_eq!(values(conflicts[0]).len(), 2);
    assert!(!conflicts[0].truncated);
    assert_eq!(conflicts[0].sides.iter().map(|side| side.reports.len()).sum::<usize>(), 501);
    let lines = conclusions.of::<Event>();
    assert_eq!((lines.len(), lines[0].data.truncated), (1, false));
}

/// Sentences that make claims of every kind.
const SENTENCES: [&str; 6] = [
    "Kenya says that Uganda has sent around 4,000 troops to Kisumu.",
    "According to Nairobi, some 4,600 Ugandan soldiers were sent to Kisumu.",
    "Uganda ratified the lake treaty with Kenya on May 5, 2031.",
    "Uganda ratified the lake treaty with Kenya on Monday, state media reported Tuesday.",
    "The lake treaty between Kenya and Uganda will take effect soon.",
    "The lake treaty between Kenya and Uganda came into force.",
];

fn printed(conclusions: &Conclusions) -> Vec<String> {
    conclusions.records().map(|record| record.json(&Offsets::Bytes).to_string()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_split_and_any_order_conclude_alike(
        picks in prop::collection::vec((0..SENTENCES.len(), 0..SENTENCES.len(), prop::option::of(6..20_u8)), 1..6),
        split in 0..6_usize,
    ) {
        let articles: Vec<Article> = picks
            .iter()
            .enumerate()
            .map(|(i, (one, two, day))| {
                let day = day.map(|day| format!("2031-05-{day:02}"));
                let text = format!("{}\n\n{}", SENTENCES[*one], SENTENCES[*two]);
                article(&format!("{i}"), &format!("Outlet {i}"), day.as_deref(), &text)
            })
            .collect();
        let engine = engine();
        let whole = printed(&engine.run(&articles).1);
        let shard = |articles: &[Article]| {
            articles.iter().rev().fold(engine.empty_shard(), |mut shard, article| {
                shard.merge(engine.map(&engine.read(article)));
                shard
            })
        };
        let (one, two) = articles.split_at(split.min(articles.len()));
        let mut merged = shard(two);
        merged.merge(shard(one));
        prop_assert_eq!(printed(&engine.conclude(merged)), whole);
    }
}
