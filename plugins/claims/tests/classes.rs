//! One small pile for each class of difference, read by the real analyzers.
#![allow(clippy::unwrap_used)]

mod desk;

use copydesk_claims::{Agreement, Class, Comparison, Conflict, readable};
use copydesk_core::{Across, Article};
use desk::engine;

/// What is concluded over articles of one event; a day is empty where it is unknown.
fn compared(texts: &[(&str, &str)]) -> Vec<Across<Comparison>> {
    let articles: Vec<Article> = texts
        .iter()
        .enumerate()
        .map(|(i, (day, text))| {
            let mut article = Article::new(format!("{i}"), *text).outlet(format!("Outlet {i}"));
            article.meta.published = Some((*day).to_owned()).filter(|day| !day.is_empty());
            article.meta.event = Some("e".to_owned());
            article
        })
        .collect();
    engine().run(&articles).1.of::<Comparison>().to_vec()
}

fn conflicts(found: &[Across<Comparison>]) -> Vec<(&str, &Conflict)> {
    found
        .iter()
        .filter_map(|across| match &across.data {
            Comparison::Conflict(conflict) => Some((across.rule, conflict)),
            Comparison::Agreement(_) => None,
        })
        .collect()
}

fn agreements(found: &[Across<Comparison>]) -> Vec<&Agreement> {
    found
        .iter()
        .filter_map(|across| match &across.data {
            Comparison::Agreement(agreement) => Some(agreement),
            Comparison::Conflict(_) => None,
        })
        .collect()
}

/// The one conflict of a pile: its rule, its class and its values, first side first.
fn check(texts: &[(&str, &str)], rule: &str, class: Class, values: &[&str]) {
    let found = compared(texts);
    let conflicts = conflicts(&found);
    let [(fired, conflict)] = conflicts.as_slice() else { panic!("{conflicts:?}") };
    let sides: Vec<String> = conflict.sides.iter().map(|side| readable(&side.value)).collect();
    assert_eq!(
        (*fired, conflict.class, sides.iter().map(String::as_str).collect::<Vec<_>>()),
        (rule, class, values.to_vec())
    );
}

const MAY: &str = "2031-05-06";

#[test]
fn equal() {
    let found = compared(&[
        (MAY, "Two miners were killed in the Brisca pit, the ministry said."),
        ("2031-05-07", "The blast in Brisca killed two people."),
    ]);
    assert_eq!(conflicts(&found), []);
    let agreements = agreements(&found);
    let [agreement] = agreements.as_slice() else { panic!("{agreements:?}") };
    assert_eq!((agreement.about.as_str(), readable(&agreement.value).as_str()), ("killed", "2"));
    let reports: Vec<_> =
        agreement.reports.iter().map(|r| (r.outlet.as_deref(), r.published.map(|d| d.to_string()))).collect();
    assert_eq!(reports, [(Some("Outlet 0"), Some(MAY.to_owned())), (Some("Outlet 1"), Some("2031-05-07".to_owned()))]);
    assert!(agreement.evidence.iter().all(|place| place.start.is_some()));
    assert!(!agreement.reports[0].said_by.is_empty(), "{agreement:?}");
}

#[test]
fn nobody_is_a_number_too() {
    let found = compared(&[(MAY, "No one was injured in the Brisca fire."), (MAY, "The fire in Brisca hurt no one.")]);
    let agreements = agreements(&found);
    assert_eq!(agreements.iter().map(|a| readable(&a.value)).collect::<Vec<_>>(), ["0"]);
}

#[test]
fn compatible_granularity() {
    let month = "Kenya and Uganda signed the lake treaty in March.";
    let day = "The lake treaty that Kenya and Uganda signed on March 14 is short.";
    let values = ["2031-03-14", "2031-03"];
    check(&[(MAY, month), (MAY, day)], "compatible-granularity", Class::CompatibleGranularity, &[values[1], values[0]]);
}

#[test]
fn compatible_approximation() {
    let texts =
        [(MAY, "More than 6,000 people were evacuated from Brisca."), (MAY, "In Brisca 6,200 people were evacuated.")];
    check(&texts, "compatible-approximation", Class::CompatibleApproximation, &["6000", "6200"]);
    let money = [
        (MAY, "Port Mirel signed a contract worth $13 billion with Orsen Rail."),
        (MAY, "Port Mirel signed a contract worth $13.2 billion with Orsen Rail."),
    ];
    let found = compared(&money);
    assert!(conflicts(&found).iter().all(|(_, c)| c.class == Class::CompatibleApproximation), "{found:?}");
}

#[test]
fn same_source_with_different_figures() {
    let texts = [
        (MAY, "Kenya says that Uganda has sent around 4,000 troops to the lake port of Kisumu."),
        (MAY, "According to Nairobi, some 4,600 Ugandan soldiers were sent to the port of Kisumu."),
    ];
    check(&texts, "same-source-different-figure", Class::SameSourceDifferentFigure, &["4000", "4600"]);
}

#[test]
fn different_sources() {
    let texts = [
        (MAY, "Four people were killed in Brisca, Mayor Bruno Salter said."),
        (MAY, "Nine people were killed in Brisca, Doctor Marta Quill said."),
    ];
    check(&texts, "different-sources", Class::Contradiction, &["4", "9"]);
}

#[test]
fn contradiction_without_sources() {
    let texts = [(MAY, "Four people were killed in Brisca."), (MAY, "The Brisca fire killed nine people.")];
    check(&texts, "contradiction", Class::Contradiction, &["4", "9"]);
}

#[test]
fn update() {
    let texts = [
        (MAY, "Four people were killed in Brisca."),
        ("2031-05-08", "The toll of Brisca rose to nine. It killed nine people."),
    ];
    check(&texts, "update", Class::Update, &["9", "4"]);
    let ages = [(MAY, "Marta Quill, 41, was arrested."), ("2032-06-06", "Marta Quill, 42, was sentenced.")];
    check(&ages, "update", Class::Update, &["42", "41"]);
    // Her birthday lies within a few days of the trial, and weeks after the arrest.
    let ages = [
        (MAY, "Marta Quill, 41, was arrested."),
        ("2031-08-01", "Marta Quill, 41, was tried."),
        ("2031-08-05", "Marta Quill, 42, was sentenced."),
    ];
    check(&ages, "update", Class::Update, &["41", "42"]);
}

#[test]
fn report_date_against_event_date() {
    let texts = [
        (MAY, "Uganda ratified the lake treaty with Kenya on May 5, 2031."),
        ("2031-05-20", "Uganda ratified the lake treaty with Kenya on May 6, state media said."),
    ];
    let found = compared(&texts);
    let conflicts = conflicts(&found);
    assert_eq!(
        conflicts.iter().map(|(rule, c)| (*rule, c.class)).collect::<Vec<_>>(),
        [("report-date-vs-event-date", Class::ReportDateVsEventDate)]
    );
}

#[test]
fn different_object() {
    // Two meetings, months apart.
    let texts = [
        (MAY, "Kenya exchanged prisoners with Uganda on May 2, 2031."),
        ("2031-11-06", "Kenya exchanged prisoners with Uganda on November 3, 2031."),
    ];
    check(&texts, "different-object", Class::DifferentObject, &["2031-11-03", "2031-05-02"]);
}

#[test]
fn unresolved() {
    let texts = [("", "Four people were killed in Brisca."), (MAY, "The Brisca fire killed nine people.")];
    check(&texts, "unresolved", Class::Unresolved, &["9", "4"]);
}

#[test]
fn who_is_told_of_without_a_number_denies_none() {
    let found = compared(&[(MAY, "A miner was killed in Brisca."), (MAY, "Four people were killed in Brisca.")]);
    assert_eq!(conflicts(&found), []);
    let found = compared(&[
        (MAY, "A miner was injured in Brisca."),
        ("2031-05-07", "The miner died. He was killed by gas in Brisca."),
    ]);
    assert_eq!(conflicts(&found), []);
}

#[test]
fn other_counts_of_one_noun_are_other_things() {
    let none = |one: &str, two: &str| assert_eq!(conflicts(&compared(&[(MAY, one), (MAY, two)])), [], "{one} {two}");
    none("Nine people were shot in Brisca.", "Dozens of people enjoyed the evening in Brisca.");
    none("Five men stood in a bar in Brisca.", "Three men ran to a car in Brisca.");
    none("Marta Quill, 41, was there with Pavel Orlo.", "Her son Jan Quill, 7, was there.");
    none("Three others in Brisca were sent away.", "Four others in Brisca were sent away.");
    none("The pact was signed in Brisca on May 2, 2031.", "The loan was started in Brisca on May 4, 2031.");
}

#[test]
fn the_smaller_toll_may_leave_room() {
    let least = [(MAY, "At least four people were wounded in Brisca."), (MAY, "Nine people were wounded in Brisca.")];
    check(&least, "at-least", Class::CompatibleApproximation, &["4", "9"]);
    let part = [(MAY, "Two officers were wounded in Brisca."), (MAY, "Six people were wounded in Brisca.")];
    assert_eq!(conflicts(&compared(&part)), []);
    let hospital =
        [(MAY, "Two people were taken to a hospital in Brisca."), (MAY, "Six people were wounded in Brisca.")];
    assert_eq!(conflicts(&compared(&hospital)), []);
    let most = [(MAY, "Up to 20 people were injured in Brisca."), (MAY, "In Brisca 14 people were injured.")];
    check(&most, "at-least", Class::CompatibleApproximation, &["20", "14"]);
}

#[test]
fn the_dead_may_be_counted_with_the_injured_and_the_doer_with_the_dead() {
    let texts = [
        (MAY, "One man was killed and four others were wounded at the mill of Brisca."),
        (MAY, "Five people were wounded at the mill of Brisca."),
    ];
    check(&texts, "dead-among-injured", Class::DifferentObject, &["4", "5"]);
    let texts = [
        (MAY, "A miner killed three people at the mill of Brisca before killing himself."),
        (MAY, "Three people were killed at the mill of Brisca."),
    ];
    check(&texts, "doer-among-dead", Class::DifferentObject, &["3", "4"]);
}

#[test]
fn a_smaller_toll_told_later_is_of_some_of_them() {
    let texts = [
        (MAY, "Four people were killed at the mill of Brisca."),
        ("2031-06-20", "A miner is accused of killing two people at the mill of Brisca."),
    ];
    check(&texts, "at-least", Class::CompatibleApproximation, &["2", "4"]);
    let missing = [(MAY, "Nine people are missing in Brisca."), ("2031-05-08", "Four people are missing in Brisca.")];
    check(&missing, "update", Class::Update, &["4", "9"]);
    let girl = [
        (MAY, "A miner killed his wife and then shot three men dead in Brisca."),
        (MAY, "Four people were killed in Brisca."),
    ];
    assert_eq!(conflicts(&compared(&girl)), []);
    let police = [
        (MAY, "Four people were killed in Brisca. He was later shot dead by police."),
        (MAY, "The shooting in Brisca left five people dead."),
    ];
    check(&police, "doer-among-dead", Class::DifferentObject, &["4", "5"]);
}

#[test]
fn tolls_of_other_days_and_of_other_places_further_down_are_of_other_events() {
    let none = |one: &str, two: &str| assert_eq!(conflicts(&compared(&[(MAY, one), (MAY, two)])), [], "{one} {two}");
    none(
        "Two people were killed in Brisca on May 5, 2031, by a fire.",
        "Five people were killed in Brisca on April 2, 2031, by a flood.",
    );
    none(
        "Two people were killed in a fire in Brisca.",
        "No one was arrested in Brisca. Nobody is missing. The mayor of Orsen wept. A gas leak at Port Mirel killed seven people.",
    );
    none("Two people were killed in Brisca.", "Nine people were killed in Brisca in two crashes.");
    let texts = [
        (MAY, "Two people were hurt in Brisca."),
        (MAY, "In Brisca two people were hurt, one badly."),
        (MAY, "It is the second crash at Brisca. In March a truck crashed into a wall of Brisca, injuring 36 people."),
    ];
    assert_eq!(conflicts(&compared(&texts)), []);
}

#[test]
fn an_article_with_several_such_figures_denies_none() {
    let texts = [
        (MAY, "Orsen Rail bought 30 engines for the Brisca line and 40 engines for the Brisca port line."),
        (MAY, "Orsen Rail bought 50 engines for the Brisca line."),
    ];
    assert_eq!(conflicts(&compared(&texts)), []);
    let texts = [
        (MAY, "Pavel Orlo ran for 498 rushing yards at Brisca against Orsen."),
        (MAY, "Pavel Orlo ran for 176 receiving yards at Brisca against Orsen."),
    ];
    assert_eq!(conflicts(&compared(&texts)), []);
}

#[test]
fn few_with_a_definite_article_and_one_of_anything_are_no_claim() {
    let none =
        |one: &str, two: &str| assert_eq!(agreements(&compared(&[(MAY, one), (MAY, two)])).len(), 0, "{one} {two}");
    none("The two leaders of Kenya and Uganda met in Brisca.", "In Brisca the two leaders of Kenya and Uganda spoke.");
    none("One guard stood in the port of Brisca in Kenya.", "In the port of Brisca in Kenya stood one guard.");
    none("Image 3 of 40 shows flowers in Brisca in Kenya.", "Image 3 of 40 shows flowers in Brisca in Kenya.");
    let three = "Kenya and Uganda sent three patrol boats to Brisca.";
    assert_eq!(agreements(&compared(&[(MAY, three), (MAY, three)])).len(), 1);
}

#[test]
fn dates_of_other_persons_and_of_other_issues_deny_none() {
    let none =
        |one: (&str, &str), two: (&str, &str)| assert_eq!(conflicts(&compared(&[one, two])), [], "{one:?} {two:?}");
    none(
        (MAY, "Police in Brisca arrested Marta Quill of Orsen United on May 2, 2031."),
        (MAY, "Police in Brisca arrested Pavel Orlo of Orsen United on May 3, 2031."),
    );
    // One statement, printed on two days.
    let said = "The school of Brisca in Kenya was shut today by the mayor of Brisca.";
    none((MAY, said), ("2031-05-07", said));
    none(
        (MAY, "Marta Quill was involved in the Brisca raid in 2008."),
        (MAY, "Marta Quill was involved in the Brisca raid in 2009."),
    );
    let two = [
        (MAY, "Police in Brisca arrested Marta Quill on May 2, 2031."),
        (MAY, "Marta Quill was arrested by the police in Brisca on May 3, 2031."),
    ];
    assert_eq!(conflicts(&compared(&two)).len(), 1);
}

#[test]
fn ages_a_generation_apart_are_of_two_persons() {
    let ages = [(MAY, "Pavel Orlo, 41, was arrested."), (MAY, "Pavel Orlo, 7, was hurt.")];
    assert_eq!(conflicts(&compared(&ages)), []);
    // An age before a name is not that of the name before it.
    let ages = [
        (MAY, "They found 27-year-old Marta Quill, 42-year-old Pavel Orlo and a dog."),
        (MAY, "Marta Quill, 28, was found."),
    ];
    let found = compared(&ages);
    let sides: Vec<Vec<String>> =
        conflicts(&found).iter().map(|(_, c)| c.sides.iter().map(|side| readable(&side.value)).collect()).collect();
    assert_eq!(sides, [["27", "28"]]);
    // Two Quills in one article: the last name alone is either's.
    let ages = [(MAY, "Marta Quill and Dana Quill came. Quill, 41, spoke."), (MAY, "Marta Quill, 44, spoke.")];
    assert_eq!(conflicts(&compared(&ages)), []);
}

#[test]
fn more_data_than_are_compared_leave_a_mark() {
    // So many different sentences about one noun, all of them tied by a name.
    let nouns = [
        "north", "south", "upper", "lower", "inner", "outer", "first", "final", "large", "small", "quiet", "brave",
        "young", "broad", "green",
    ];
    let texts: Vec<String> = (0..210)
        .map(|i| {
            format!(
                "Brisca and Orsen harbour {} {} guards counted {} patrol boats moored there.",
                nouns[i % 15],
                nouns[(i / 15) % 15],
                20 + i
            )
        })
        .collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|text| (MAY, text.as_str())).collect();
    let found = compared(&texts);
    assert!(!found.is_empty());
    assert!(found.iter().any(|across| match &across.data {
        Comparison::Agreement(agreement) => agreement.truncated,
        Comparison::Conflict(conflict) => conflict.truncated,
    }));
}
