//! Signals of whole pages: credits, bylines, days, addresses, adverts. Each has a page that shows it and one that nearly does.

// In a test a broken expectation is to panic, in its helping functions as well.
#![allow(clippy::unwrap_used)]

mod desk;

use copydesk_core::{Article, Finding, Found, Settings};
use copydesk_reliability::ratings::{Letter, Ratings};
use copydesk_reliability::tables::Hold;
use copydesk_reliability::{Direction, Signal};

const STORY: &str = "\
The river pact between the two countries came into force on Wednesday, the foreign minister said in a speech to the assembly.

It obliges each side to help the other if the locks on the river are attacked, and it runs for twenty years from the day of its signature.

";

fn signals(text: &str) -> Vec<Found<Signal>> {
    signals_of(Article::new("page", text), Settings::default())
}

fn signals_of(mut article: Article, settings: Settings) -> Vec<Found<Signal>> {
    article.meta.language = Some("en".to_owned());
    let engine = desk::reading().settings(settings).build().unwrap();
    let analysis = engine.read(&article);
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
    let life = "Lucia Amar, who kept a lock for ten years, is the author of four books on the river.\n";
    lacks(&page("", life), "missing-byline");
    shows(&page("", &format!("The lock was kept by Lucia Amar.\n\n{life}")), "missing-byline");
    lacks(&whole, "missing-byline");
    // A story that was put together at a desk needs no dateline.
    lacks(&whole, "missing-dateline");
    let here = whole.replace("in a speech", "at a rally here on Monday and in a speech");
    let signal = shows(&here, "missing-dateline");
    assert_eq!((signal.direction, signal.evidence[0].text.as_str()), (Direction::Info, "here"));
    lacks(&here.replace("By Lucia Amar", "By Lucia Amar in Brisca"), "missing-dateline");
    lacks(&whole.replace("in a speech", "in a speech. Click here on Monday for more"), "missing-dateline");
    lacks(&here.replace("The river pact between", "Port Mirel — The river pact between"), "missing-dateline");
    let wire = page("", "© (2031) Agence France-Presse\n");
    assert_eq!(shows(&wire, "missing-dateline").evidence[0].text, "Agence France-Presse");
    lacks(
        &wire.replace("The river pact between", "Port Mirel, May 29 (AFP).- The river pact between"),
        "missing-dateline",
    );
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
    let related = "Advertisement Related Content Man saved from the upper lock\n\n";
    lacks(&format!("River pact comes into force\n\n{STORY}{related}{STORY}"), rule);
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

#[test]
fn listed_outlet() {
    let of = |outlet: &str, url: Option<&str>| {
        let mut article = Article::new("page", page("", ""));
        article.meta.outlet = Some(outlet.to_owned());
        article.meta.url = url.map(str::to_owned);
        let signals = signals_of(article, Settings::default());
        signals.into_iter().find(|found| found.rule == "listed-outlet").map(|found| found.data)
    };
    let signal = of("Xinhua", None).unwrap();
    assert_eq!((signal.hold, signal.direction), (Some(Hold::StateControlled), Direction::Info));
    assert_eq!(signal.sentence(&[]), "Xinhua is state-controlled (China) in the State Media Monitor's matrix");
    assert_eq!(of("Some Page", Some("https://nauka.tass.ru/x")).unwrap().hold, Some(Hold::StateControlled));
    // What may be anybody is nobody; what has no class is not in the matrix.
    for outlet in ["Daily News", "Today", "MBC", "Reuters", "Valmere Courier"] {
        assert_eq!(of(outlet, Some("https://valmere-courier.example/a")), None, "{outlet}");
    }
}

#[test]
fn state_media_have_their_class() {
    let cited = |who: &str| page("", &format!("“The pact is in force,” {who} reported on Wednesday.\n"));
    assert_eq!(shows(&cited("the Korean Central News Agency"), "state-media-source").hold, Some(Hold::StateControlled));
    assert_eq!(shows(&cited("the official Dovanian agency DNA"), "state-media-source").hold, None);
    lacks(&cited("Agence France-Presse"), "state-media-source");
}

#[test]
fn user_ratings() {
    let mut ratings = Ratings::default();
    let list =
        "match,kind,grade,note\nvalmere-courier.example,domain,B,\nAFP,name,A,\nstate-controlled,class,D,by policy\n";
    ratings.read("own.csv", list.as_bytes(), |fault| panic!("{fault}")).unwrap();
    let mut settings = Settings::default();
    settings.shelf.put(ratings);
    let text = page("", "“The pact is in force,” the Korean Central News Agency said.\n\nThe lock was shut. AFP\n");
    let mut article = Article::new("page", text);
    article.meta.outlet = Some("Valmere Courier".to_owned());
    article.meta.url = Some("https://www.valmere-courier.example/a".to_owned());
    let signals = signals_of(article, settings);
    let rated = signals.iter().filter(|found| found.rule == "user-rating").map(|found| {
        let rating = found.data.rating.clone().unwrap();
        (found.data.names[0].clone(), rating.grade.unwrap(), rating.place())
    });
    let expected = [("Valmere Courier", Letter::B, 2), ("KCNA", Letter::D, 4), ("AFP", Letter::A, 3)];
    let expected = expected.map(|(name, grade, line)| (name.to_owned(), grade, format!("own.csv:{line}")));
    assert_eq!(rated.collect::<Vec<_>>(), expected);
    lacks(&page("", ""), "user-rating");
}

#[test]
fn quote_without_speaker() {
    let rule = "quote-without-speaker";
    let said = |before: &str| {
        page("", &format!("{before}\n\n“The gate was shut for nine days and nobody told the town below.”\n"))
    };
    // Who it is can be concluded from what stands before.
    let signal = shows(&said("“We were not asked,” said Marta Quill."), rule);
    assert_eq!((signal.direction, signal.names), (Direction::Info, vec!["Marta Quill".to_owned()]));
    assert_eq!(signal.evidence[0].text, "The gate was shut for nine days and nobody told the town below.");
    lacks(&said("Marta Quill read from the letter:"), rule);
    lacks(&page("", "“The gate was shut for nine days and nobody told the town below,” said Marta Quill.\n"), rule);
    lacks(&page("", "“Never again.”\n"), rule);
}

#[test]
fn caption_credit_mismatch() {
    let rule = "caption-credit-mismatch";
    let pictured = |giver: &str, credit: &str| {
        let caption = format!(
            "A handout image made available by the {giver} shows locks on the river in Port Mirel, Dovania, 29 May 2031. "
        );
        format!(
            "{caption}ALQ-PPA/{credit} / HANDOUT\n\nRiver pact comes into force\n\nPort Mirel, May 29 (ALQ).- {STORY}"
        )
    };
    let signal =
        shows(&pictured("Dovanian Defence Ministry Press-Service", "DOVANIAN FOREIGN MINISTRY PRESS SERVICE"), rule);
    let texts: Vec<&str> = signal.evidence.iter().map(|e| e.text.as_str()).collect();
    assert_eq!(texts, ["Dovanian Defence Ministry Press-Service", "DOVANIAN FOREIGN MINISTRY PRESS SERVICE"]);
    lacks(&pictured("Dovanian Defence Ministry", "DOVANIAN DEFENSE MINISTRY"), rule);
    lacks(&pictured("Dovanian Telegraph Agency", "DOVANIAN DEFENSE MINISTRY"), rule);
}

#[test]
fn two_spellings() {
    let rule = "two-spellings";
    let text =
        |other: &str| page("", &format!("Defence Minister Andrei Belov opened the lock. “It holds,” {other} said.\n"));
    let signal = shows(&text("Andrey Belov"), rule);
    assert_eq!(signal.names, ["Andrei Belov", "Andrey Belov"]);
    lacks(&text("Andrei Belov"), rule);
    lacks(&text("Andrea Belov"), rule);
}

#[test]
fn headline_not_in_body() {
    let rule = "headline-not-in-body";
    let body = format!(
        "{STORY}At the upper lock 40 barges waited on Wednesday, and Ada Brill, who runs the harbour, said it would take until the evening to let them all pass. The water stood as high as in any spring, and the lamps along the quay were lit from noon. Traders in the town said they had seen worse years, and that grain would not run out before the harvest.\n"
    );
    let under = |headline: &str| format!("{headline}\n\n{body}");
    assert_eq!(shows(&under("Some 90 barges wait at upper lock on river"), rule).evidence.len(), 1);
    assert_eq!(
        shows(&under("River pact ‘sells out the whole valley’ as barges wait"), rule).evidence[0].text,
        "sells out the whole valley"
    );
    assert_eq!(shows(&under("Teo Lund waits for barges at the upper lock"), rule).evidence[0].text, "Teo Lund");
    lacks(&under("Some 40 barges wait at upper lock on river"), rule);
    lacks(&under("Nearly 42 barges wait at upper lock on river"), rule);
    lacks(&under("5 things to know about the river pact"), rule);
    lacks(&under("Traders ‘had seen worse years’ as barges wait"), rule);
    lacks(&under("Ada Brill waits for barges at the upper lock"), rule);
    // The sum, a label above the story, a report's first line.
    lacks(&under("Some 25 hurt on the upper lock, and 15 of its barges wait"), rule);
    lacks(&under("View all 90"), rule);
    lacks(&under("VALMERE (TELIS) – Some 90 barges wait at the upper lock"), rule);
}

#[test]
fn headline_without_hedge() {
    let rule = "headline-without-hedge";
    let story = |lead: &str| {
        format!(
            "{lead}\n\n{STORY}At the upper lock 40 barges waited on Wednesday, and Ada Brill, who runs the harbour, said it would take until the evening to let them all pass. The water stood as high as in any spring, and the lamps along the quay were lit from noon.\n"
        )
    };
    let under = |headline: &str, lead: &str| format!("{headline}\n\n{}", story(lead));
    let hedged =
        "Barges from the upper lock may have poisoned the harbour water, a first look at the samples showed on Monday.";
    let signal = shows(&under("Barges poisoned harbour water", hedged), rule);
    assert_eq!(signal.evidence[1].text, "may");
    lacks(&under("Barges may have poisoned harbour water", hedged), rule);
    lacks(&under("Barges poisoned harbour water?", hedged), rule);
    lacks(&under("Barges poisoned harbour water", &hedged.replace("may have ", "")), rule);
}
