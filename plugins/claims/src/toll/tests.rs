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
    let found: Vec<_> = mentions(&reading, &claims, None, |_| false).iter().map(|m| (m.act, m.value.clone())).collect();
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
    check("No one else in the house was injured.", &[]);
    check("There were no other injuries.", &[]);
    check("No one was seriously injured.", &[]);
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
    let rose = "The death toll, which stood at 17 on Sunday, reached 23 on Tuesday.";
    check(rose, &[("killed", 17), ("killed", 23)]);
    assert_eq!(toll(rose, "killed"), Some(amount(23)));
}

#[test]
fn a_name_with_its_age_is_joined_with_the_next() {
    check("Marta Quill, 41, and her son, Pavel, were killed.", &[("killed", 2)]);
    check("The blast killed his wife, Marta Quill, and two children.", &[("killed", 3)]);
    check("The crash killed a father and son.", &[("killed", 2)]);
    check("The driver, Pavel Orlo, was killed.", &[("killed", 1)]);
}

#[test]
fn who_might_have_been_is_not_counted() {
    check("The beam could have hit her and killed her.", &[]);
    check("A man shot into a crowd.", &[]);
    check("The blast injured one of the family's dogs.", &[]);
}

/// The article's own toll of an act.
fn toll(text: &str, act: &str) -> Option<Value> {
    let article = Article::new("t", text);
    let reading = Reading::new(&article).unwrap();
    let claims = claims(&reading);
    own(&mentions(&reading, &claims, None, |_| false)).into_iter().find(|m| m.act == act).map(|m| m.value)
}

#[test]
fn who_kills_himself_is_added_to_those_he_killed() {
    assert_eq!(toll("A farmer killed three people before killing himself.", "killed"), Some(amount(4)));
    assert_eq!(
        toll("A farmer shot and killed his wife. He then turned the gun on himself.", "killed"),
        Some(amount(2))
    );
    let gunman = "A man killed two people in a shop. Police later found the gunman dead in a barn.";
    assert_eq!(toll(gunman, "killed"), Some(amount(3)));
    let tried = "A woman fatally shot her son and later tried to take her own life.";
    assert_eq!(toll(tried, "killed"), Some(amount(1)));
    assert_eq!(toll("Four people died, including the farmer, who killed himself.", "killed"), Some(amount(4)));
}

#[test]
fn a_fifth_victim_makes_five_and_three_others_one_more() {
    assert_eq!(toll("A fifth victim died on Sunday.", "killed"), Some(amount(5)));
    let others = "A woman is in a critical condition and three others were injured.";
    assert_eq!(toll(others, "injured"), Some(amount(4)));
    assert_eq!(toll("The blast killed a father, mother and their two daughters.", "killed"), Some(amount(4)));
}

#[test]
fn a_round_up_of_several_events_is_none_of_them() {
    assert_eq!(toll("Seven people were killed in weekend shootings.", "killed"), None);
    assert_eq!(toll("Three people were killed in 12 crashes on the coast road.", "killed"), None);
}

#[test]
fn a_part_and_a_background_are_not_the_toll() {
    assert_eq!(toll("Three people were killed. One man died at the scene.", "killed"), Some(amount(3)));
    assert_eq!(
        toll("So far this year 17 people were killed here. Two people were killed on Monday.", "killed"),
        Some(amount(2))
    );
    assert_eq!(toll("A man was hit by a train. He was taken to the county hospital, where he died.", "injured"), None);
}

#[test]
fn others_are_not_counted_with_the_dead() {
    let text =
        "Officials say the man who killed two people and wounded five others in a shop before killing himself was ill.";
    assert_eq!((toll(text, "killed"), toll(text, "injured")), (Some(amount(3)), Some(amount(5))));
    let text = "The fire injured two others, and a suspect is being sought.";
    assert_eq!(toll(text, "injured"), Some(amount(2)));
    let text = "A girl, 12, was killed, and three boys and a woman injured.";
    assert_eq!((toll(text, "killed"), toll(text, "injured")), (Some(amount(1)), Some(amount(4))));
    let text = "A man opened fire at a mill on Monday, killing four workers and wounding two others.";
    assert_eq!((toll(text, "killed"), toll(text, "injured")), (Some(amount(4)), Some(amount(2))));
}

#[test]
fn those_told_one_by_one_are_added_up() {
    assert_eq!(toll("A boy was wounded in the arm and a woman was wounded in the back.", "injured"), Some(amount(2)));
    assert_eq!(
        toll("A woman was killed by the blast. Another man died on the way to hospital.", "killed"),
        Some(amount(2))
    );
}

#[test]
fn a_group_with_a_verb_of_its_own_is_not_added() {
    let text = "One man died and four others were injured.";
    assert_eq!((toll(text, "killed"), toll(text, "injured")), (Some(amount(1)), Some(amount(4))));
    let text = "The fire left seven miners wounded and two dead.";
    assert_eq!((toll(text, "killed"), toll(text, "injured")), (Some(amount(2)), Some(amount(7))));
    let text = "At the Brisca County court, two people were killed.";
    assert_eq!(toll(text, "killed"), Some(amount(2)));
    let text = "There was a fire at the Brisca County court, and two people are dead.";
    assert_eq!(toll(text, "killed"), Some(amount(2)));
    assert_eq!(toll("Five people were shot, including Marta Quill, who was killed.", "killed"), Some(amount(1)));
}

#[test]
fn a_fifth_without_a_noun_makes_five_and_he_counts_with_the_others() {
    assert_eq!(toll("Four people died at the scene and a fifth died on the way.", "killed"), Some(amount(5)));
    assert_eq!(toll("He and three others were gunned down.", "killed"), Some(amount(4)));
}

#[test]
fn a_dash_sets_off_who_they_are() {
    let text = "Two officers and four others -- a boy and three girls -- were hurt.";
    assert_eq!(toll(text, "injured"), Some(amount(6)));
}
