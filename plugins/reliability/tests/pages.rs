//! Signals of whole pages: credits, bylines, days, addresses, adverts. Each has a page that shows it and one that nearly does.

mod desk;

use copydesk_core::{Article, Finding, Found};
use copydesk_reliability::{Direction, Signal};

const STORY: &str = "\
The river pact between the two countries came into force on Wednesday, the foreign minister said in a speech to the assembly.

It obliges each side to help the other if the locks on the river are attacked, and it runs for twenty years from the day of its signature.

";

fn signals(text: &str) -> Vec<Found<Signal>> {
    let mut article = Article::new("page", text);
    article.meta.language = Some("en".to_owned());
    let analysis = desk::engine().read(&article);
    for skip in analysis.skipped() {
        assert!(!skip.why.is_fault(), "{}: {}", skip.plugin, skip.why);
    }
    analysis.of::<Signal>().to_vec()
}

#[track_caller]
fn shows(text: &str, rule: &str) -> Signal {
    let signals = signals(text);
    let all: Vec<&str> = signals.iter().map(|found| found.rule).collect();
    signals.iter().find(|found| found.rule == rule).unwrap_or_else(|| panic!("{all:?}\n{text}")).data.clone()
}

#[track_caller]
fn lacks(text: &str, rule: &str) {
    if let Some(found) = signals(text).iter().find(|found| found.rule == rule) {
        panic!("{}\n{text}", found.data.sentence(&[]));
    }
}

fn page(top: &str, tail: &str) -> String {
    format!("{top}River pact comes into force\n\n{STORY}{tail}")
}

#[test]
fn wire_credit() {
    let dispatch = page("", "").replace("The river pact between", "Port Mirel, May 29 (AFP).- The river pact between");
    let signal = shows(&dispatch, "wire-credit");
    assert_eq!((signal.direction, signal.names), (Direction::Good, vec!["AFP".to_owned()]));
    assert_eq!(shows(&dispatch, "dateline").names, ["Port Mirel"]);
    lacks(&dispatch, "wire-credit-photo-only");
    lacks(&page("", ""), "wire-credit");
    lacks(&page("", ""), "dateline");
    lacks(
        &page("", "The deal was first reported by Reuters on Monday, when the text had not been signed yet.\n"),
        "wire-credit",
    );
}

#[test]
fn wire_credit_photo_only() {
    let pictured = page("River pact comes into force / Photo: © POOL/AFP\n\n", "");
    let signal = shows(&pictured, "wire-credit-photo-only");
    assert_eq!((signal.direction, signal.names), (Direction::Info, vec!["AFP".to_owned()]));
    lacks(&pictured, "wire-credit");
    lacks(&page("", "© (2031) Agence France-Presse\n"), "wire-credit-photo-only");
}

#[test]
fn personal_byline_on_agency_copyright() {
    let rule = "personal-byline-on-agency-copyright";
    let taken = page("", "All rights reserved. © (2031) Agence France-Presse\n\nBy Corin Vash\n");
    let signal = shows(&taken, rule);
    assert_eq!(signal.direction, Direction::Caution);
    assert_eq!(signal.names, ["Corin Vash", "AFP"]);
    assert_eq!(signal.evidence.len(), 2);
    lacks(&page("", "© (2031) Valmere Courier\n\nBy Corin Vash\n"), rule);
    lacks(&page("", "© (2031) Agence France-Presse\n"), rule);
    lacks(&page("By Corin Vash, Agence France-Presse\n\n", "© (2031) Agence France-Presse\n"), rule);
}

#[test]
fn contact_domain_mismatch() {
    let rule = "contact-domain-mismatch";
    let life = |address: &str| {
        page(
            "",
            &format!(
                "By Corin Vash\n\nCorin Vash has covered courts, food and city life since 2017. Before joining Dailybrisk, Vash spent 4 years at the Hollow Lane Review. Write to {address} or call 1-800-555-0142\n"
            ),
        )
    };
    let signal = shows(&life("corin@veranda-times.example"), rule);
    assert_eq!(signal.evidence[0].text, "corin@veranda-times.example");
    assert_eq!(signal.names, ["Dailybrisk"]);
    lacks(&life("corin@mail.dailybrisk.example"), rule);
    lacks(&life("corin.vash@gmail.com"), rule);
    lacks(&life("c.vash@law.coast.edu"), rule);
    // Somebody else's, in the story.
    let told = STORY.replace("in a speech", "in a note to press@ministry-of-rivers.example and a speech");
    lacks(&format!("Dailybrisk\n\nRiver pact comes into force\n\n{told}"), rule);
}

#[test]
fn missing_date_and_byline() {
    let bare = page("", "");
    assert_eq!(shows(&bare, "missing-date").direction, Direction::Caution);
    assert_eq!(shows(&bare, "missing-byline").direction, Direction::Info);
    let year = shows(&page("", "© 2031 Valmere Courier\n"), "missing-date");
    assert_eq!(year.evidence.iter().map(|e| e.text.as_str()).collect::<Vec<_>>(), ["2031"]);
    let whole =
        page("", "").replace("\n\nThe river", "\n\nPublished: 07 May. 2031, 10:14\n\nBy Lucia Amar\n\nThe river");
    lacks(&whole, "missing-date");
    lacks(&whole, "missing-byline");
    assert!(signals("").is_empty(), "what has no story has no sourcing");
}

#[test]
fn advert_in_body() {
    let rule = "advert-in-body";
    let spins = "SPIN & WIN 150% welcome bonus up to €2,500 then 75 free spins on your 2nd visit T&Cs apply 18+\n\n";
    let between = format!("River pact comes into force\n\n{STORY}{spins}{STORY}");
    let signal = shows(&between, rule);
    assert_eq!(signal.direction, Direction::Caution);
    assert!(signal.sentence(&[]).contains("gambling"));
    lacks(&format!("River pact comes into force\n\n{STORY}{STORY}{spins}"), rule);
    lacks(&format!("River pact comes into force\n\n{STORY}Advertisement\n\n{STORY}"), rule);
}

#[test]
fn furniture_is_no_story() {
    let related = page("", "Related Stories\n\nExperts say the bridge will fall\n\nKCNA says pact is historic\n");
    lacks(&related, "unnamed-sources");
    lacks(&related, "state-media-source");
}

#[test]
fn sentences_are_for_people() {
    let text = "Experts said the bridge would fall. Observers said it would hold. It is believed that it sways. “It sways,” said Marta Quill.";
    let said = |rule| shows(text, rule).sentence(&[]);
    assert_eq!(said("unnamed-sources"), "2 of 4 attributions rest on sources without a name: “Experts”, “Observers”");
    assert_eq!(said("impersonal-attribution"), "1 of 4 attributions rests on nobody's word: “It is believed that”");
    assert_eq!(
        shows("The decree was signed, state media said.", "state-media-source").sentence(&[]),
        "state media is cited, and not said which"
    );
    assert_eq!(said("named-sources"), "one person is named as a source: Marta Quill");
    assert_eq!(
        shows("Experts said it.", "unnamed-sources").sentence(&[]),
        "the only attribution rests on sources without a name: “Experts”"
    );
}
