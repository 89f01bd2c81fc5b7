use super::*;
use copydesk_core::{Article, Claim, Confidence};

/// Number words as the figures plugin would find them, for a test without it.
fn claims(reading: &Reading<'_>) -> Vec<Claimed> {
    let words = ["one", "two", "three", "four", "five", "seven", "12", "17", "23"];
    let numbers = [1, 2, 3, 4, 5, 7, 12, 17, 23];
    let mut claims = Vec::new();
    for i in 0..reading.tokens().len() {
        let Some(place) = words.iter().position(|word| *word == reading.lower(i)) else { continue };
        if reading.lower(i) == "one" && reading.lower(i.wrapping_sub(1)) == "no" {
            continue;
        }
        let about = match reading.lower(i + 1) {
            "people" | "men" | "women" => "person",
            "others" => "other",
            "boys" => "child",
            "officers" => "official",
            "cars" => "car",
            _ => "",
        };
        let claim = Claim { on: "figure".to_owned(), about: about.to_owned(), value: amount(numbers[place]) };
        claims.push(Claimed { plugin: "figures", span: reading.span(i..i + 1), confidence: Confidence::High, claim });
    }
    claims
}

fn check(text: &str, expected: &[(&str, i64)]) {
    let article = Article::new("t", text);
    let reading = Reading::new(&article).unwrap();
    let claims = claims(&reading);
    let found: Vec<_> = mentions(&reading, &claims, |_| false).iter().map(|m| (m.act, m.value.clone())).collect();
    let expected: Vec<_> = expected.iter().map(|(act, n)| (*act, amount(*n))).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn those_before_a_passive_are_counted() {
    check("Two people were killed in Port Mirel.", &[("killed", 2)]);
    check("At the mill two men were shot and killed on Monday.", &[("killed", 2)]);
    check("A man was shot dead outside a bar.", &[("killed", 1)]);
    check("A 41-year-old woman from Brisca was reportedly killed.", &[("killed", 1)]);
    check("Marta Quill, 41, of Port Mirel, was pronounced dead at the scene.", &[("killed", 1)]);
    check("He later died.", &[("killed", 1)]);
}

#[test]
fn those_behind_an_active_verb_are_counted() {
    check("The blast killed two people and injured three others.", &[("killed", 2), ("injured", 3)]);
    check("A gunman opened fire, killing two and wounding a third.", &[("killed", 2), ("injured", 1)]);
    check("The crash killed a man and two women.", &[("killed", 3)]);
}

#[test]
fn headlines_need_no_verb() {
    check("One dead, three wounded in ferry fire", &[("killed", 1), ("injured", 3)]);
    check("Man killed in quarry", &[("killed", 1)]);
    check("The fire left two people dead.", &[("killed", 2)]);
    check("Two women and a man were hurt.", &[("injured", 3)]);
}

#[test]
fn nobody_is_nought_and_nobody_else_is_not() {
    check("No one was injured.", &[("injured", 0)]);
    check("No injuries were reported.", &[("injured", 0)]);
    check("No one else was injured.", &[]);
    check("There were no other injuries.", &[]);
}

#[test]
fn what_did_not_happen_or_may_is_not_counted() {
    check("He said that two people could be killed.", &[]);
    check("Three men were not hurt.", &[]);
    check("The fire destroyed two cars.", &[]);
}

#[test]
fn a_toll_stands_behind_the_word() {
    check("The death toll rose to 23 on Tuesday.", &[("killed", 23)]);
    check("The dead are 17.", &[("killed", 17)]);
}
