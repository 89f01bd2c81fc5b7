//! Every rule: what the user can read of it, a pile that shows it, and one that nearly does.
//!
//! What else a rule does or leaves alone is in `cases.md` (sentences), `pages.rs` and `pile.rs`; here nothing may lack.

// In a test a broken expectation is to panic, in its helping functions as well.
#![allow(clippy::unwrap_used)]

mod desk;

use copydesk_claims::Claims;
use copydesk_copies::Copies;
use copydesk_core::{Analyzer, Article, Settings};
use copydesk_origins::Origins;
use copydesk_reliability::Reliability;
use copydesk_reliability::pile::Corroboration;
use copydesk_reliability::ratings::Ratings;
use std::collections::BTreeSet;

const STORY: &str = "The river pact between Kestria and Dovania came into force on Wednesday, the foreign minister said in a speech to the assembly.\n\n\
It obliges each side to help the other if the locks on the river Tesh are attacked, and it runs for twenty years from the day of its signature in Port Mirel.\n\n\
At the upper lock 40 barges waited on Wednesday, and Ada Brill, who runs the harbour, said it would take until the evening to let them all pass. \
The water stood as high as in any spring, and the lamps along the quay were lit from noon.\n\n";

/// The list of ratings that lies on the desk.
const LIST: &str = "match,grade\nTesh Valley Herald,C\n";

/// A page with something above its headline and something behind its story, printed by an outlet.
fn page(outlet: &str, top: &str, tail: &str) -> Vec<Article> {
    vec![article("a", outlet, &format!("{top}River pact comes into force\n\n{STORY}{tail}"))]
}

/// A page whose story has one paragraph more.
fn told(paragraph: &str) -> Vec<Article> {
    page("Valmere Courier", "", &format!("{paragraph}\n"))
}

/// A page under another headline.
fn under(headline: &str) -> Vec<Article> {
    vec![article("a", "Valmere Courier", &format!("{headline}\n\n{STORY}"))]
}

/// Two outlets' articles on one event.
fn pile(first: &str, second: &str) -> Vec<Article> {
    vec![article("a", "Valmere Courier", first), article("b", "Quellstadt Kurier", second)]
}

fn article(id: &str, outlet: &str, text: &str) -> Article {
    let mut article = Article::new(id, text);
    article.meta.outlet = Some(outlet.to_owned());
    article.meta.language = Some("en".to_owned());
    article.meta.event = Some("pact".to_owned());
    article
}

/// A pile that shows what a rule is for, and one that nearly does.
fn examples(rule: &str) -> Option<[Vec<Article>; 2]> {
    let outlet = "Valmere Courier";
    let dispatch = |head: &str| {
        let mut pile = page(outlet, "", "");
        pile[0].text = pile[0].text.replace("\n\nThe river", &format!("\n\n{head}The river"));
        pile
    };
    let shot = |giver: &str| {
        let caption = format!(
            "A handout image made available by the {giver} shows locks on the river in Port Mirel, Dovania, 29 May 2031. "
        );
        let mut pile = dispatch("Port Mirel, May 29 (ALQ).- ");
        pile[0].text = format!("{caption}ALQ-PPA/DOVANIAN FOREIGN MINISTRY / HANDOUT\n\n{}", pile[0].text);
        pile
    };
    let soldiers = |who: &str| {
        format!("Soldiers on the Tesh\n\nKestria has sent 4,600 Kestrian soldiers to the lower Tesh, {who} said.\n")
    };
    let advert = "SPIN & WIN 150% welcome bonus up to €2,500 then 75 free spins on your 2nd visit T&Cs apply 18+\n\n";
    Some(match rule {
        "wire-credit" => [
            dispatch("Port Mirel, May 29 (AFP).- "),
            told("The deal was first reported by Reuters on Monday, when the text had not been signed yet."),
        ],
        "wire-credit-photo-only" => [
            page(outlet, "River pact comes into force / Photo: © POOL/AFP\n\n", ""),
            page(outlet, "", "© (2031) Agence France-Presse\n"),
        ],
        "personal-byline-on-agency-copyright" => [
            page("Dailybrisk", "", "All rights reserved. © (2031) Agence France-Presse\n\nBy Corin Vash\n"),
            page("Dailybrisk", "By Corin Vash, Agence France-Presse\n\n", "© (2031) Agence France-Presse\n"),
        ],
        "contact-domain-mismatch" => {
            let life = |address: &str| {
                let life = "Corin Vash has covered courts, food and city life since 2017. Before joining Dailybrisk, Vash spent 4 years at the Hollow Lane Review.";
                page("Dailybrisk", "", &format!("By Corin Vash\n\n{life} Write to {address} or call 1-800-555-0142\n"))
            };
            [life("corin@veranda-times.example"), life("corin@mail.dailybrisk.example")]
        }
        "state-media-source" => [
            told("“The pact is in force,” the Korean Central News Agency reported on Thursday."),
            told("“The pact is in force,” Agence France-Presse reported on Thursday."),
        ],
        "unnamed-sources" => [
            told("The plan was dropped in March, according to a person familiar with the talks."),
            told("Economists at Banco Olmeda say the loan will be repaid in ten years."),
        ],
        "anonymity-without-reason" => [
            told("An engineer, speaking on condition of anonymity, said that one gate had been stuck since August."),
            told(
                "An engineer said on condition of anonymity that one gate had been stuck, because he feared for his post.",
            ),
        ],
        "impersonal-attribution" => [
            told("The decree is interpreted as a message to the countries downstream."),
            told("“It is believed that he fled,” Mayor Bruno Salter said."),
        ],
        "missing-date" => [told("Nobody came."), page(outlet, "", "").into_iter().map(dated).collect()],
        "missing-byline" => [told("Nobody came."), page(outlet, "By Lucia Amar\n\n", "")],
        "advert-in-body" => [
            page(outlet, "", &format!("{advert}{STORY}")),
            page(outlet, "", &format!("Advertisement\n\n{STORY}{advert}")),
        ],
        "dateline" => [dispatch("Port Mirel, May 29 (AFP).- "), told("Port Mirel was quiet.")],
        "missing-dateline" => {
            [told("The gates open at six, officials here said."), dispatch("PORT MIREL, Dovania (AP) — ")]
        }
        "named-sources" => [
            told("“We had ten minutes,” said Marta Quill."),
            vec![article("a", outlet, "The National Civil Protection Office said that the lock was shut.")],
        ],
        "listed-outlet" => [page("Xinhua", "", ""), page("Daily News", "", "")],
        "user-rating" => [page("Tesh Valley Herald", "", ""), page("Daily News", "", "")],
        "plural-sources" => [
            told("Some observers said the lock would hold."),
            told("Three engineers at the dam said the lock would hold."),
        ],
        "unattributed-figure" => [
            told("The storm left 212 people dead and the harbour shut."),
            told("The storm left 212 people dead and the harbour shut, the ministry said."),
        ],
        "quote-without-speaker" => [
            told(
                "“We were not asked,” said Marta Quill.\n\n“The gate was shut for nine days and nobody told the town below.”",
            ),
            told(
                "Marta Quill read from the letter:\n\n“The gate was shut for nine days and nobody told the town below.”",
            ),
        ],
        "caption-credit-mismatch" => [shot("Dovanian Defence Ministry"), shot("Dovanian Ministry of Foreign Affairs")],
        "two-spellings" => [
            told("Defence Minister Andrei Belov opened the lock. “It holds,” Andrey Belov said."),
            told("Defence Minister Andrei Belov opened the lock. “It holds,” Andrea Belov said."),
        ],
        "headline-not-in-body" => {
            [under("Some 90 barges wait at upper lock on river"), under("Some 40 barges wait at upper lock on river")]
        }
        "headline-without-hedge" => {
            let lead = "Barges from the upper lock may have poisoned the harbour water, a first look at the samples showed on Monday.";
            [
                under(&format!("Barges poisoned harbour water\n\n{lead}")),
                under(&format!("Barges may have poisoned harbour water\n\n{lead}")),
            ]
        }
        "undisclosed-wire-copy" => {
            let wire = dispatch("Port Mirel, May 29 (AFP).- ").remove(0).text;
            let bare = dispatch("").remove(0).text;
            [pile(&wire, &bare), pile(&wire, &wire)]
        }
        "one-root" => {
            let second = |who: &str| {
                format!(
                    "On the Tesh\n\nOn the lower Tesh stand 4,600 Kestrian soldiers who came from Kestria in April, according to {who}.\n"
                )
            };
            [pile(&soldiers("Dana Ilves"), &second("Dana Ilves")), pile(&soldiers("Dana Ilves"), &second("Ada Brill"))]
        }
        "hedge-dropped" => {
            let flat =
                "On the Tesh\n\nOn the lower Tesh stand 4,600 Kestrian soldiers who came from Kestria in April.\n";
            let sent = |hedge: &str| {
                format!("Soldiers on the Tesh\n\nKestria has {hedge}sent 4,600 Kestrian soldiers to the lower Tesh.\n")
            };
            [pile(&sent("reportedly "), flat), pile(&sent(""), flat)]
        }
        "loaded-wording" => {
            let of = |act: &str| format!("Pact\n\nKestria has ratified {act} with Dovania on the river Tesh.\n");
            [
                pile(&of("a landmark river pact"), &of("a treaty")),
                pile(&of("a landmark pact"), &of("a landmark treaty")),
            ]
        }
        "admiralty" => [page("Tesh Valley Herald", "", ""), Vec::new()],
        _ => return None,
    })
}

fn dated(mut article: Article) -> Article {
    article.meta.published = Some("2031-05-30".to_owned());
    article
}

/// The rules that fire on a pile.
fn fired(articles: &[Article]) -> BTreeSet<&'static str> {
    let mut settings = Settings::default();
    settings.set("reliability.admiralty=true").unwrap();
    let mut ratings = Ratings::default();
    ratings.read("own.csv", LIST.as_bytes(), |fault| panic!("{fault}")).unwrap();
    settings.shelf.put(ratings);
    let builder = desk::reading().comparer::<Copies>().comparer::<Origins>().comparer::<Claims>();
    let engine = builder.comparer::<Corroboration>().settings(settings).build().unwrap();
    let (_, conclusions) = engine.run(articles);
    let alone = articles.iter().map(|article| engine.read(article));
    let of_one: Vec<&'static str> = alone
        .flat_map(|analysis| analysis.of::<copydesk_reliability::Signal>().iter().map(|f| f.rule).collect::<Vec<_>>())
        .collect();
    let of_all = conclusions.of::<copydesk_reliability::pile::Assay>().iter().map(|across| across.rule);
    of_one.into_iter().chain(of_all).collect()
}

#[test]
fn every_rule_has_a_true_and_a_false_example() {
    for rule in Reliability::RULES {
        let [shows, lacks] = examples(rule.name).unwrap_or_else(|| panic!("{} has no examples", rule.name));
        assert!(fired(&shows).contains(rule.name), "{}: {:?}\n{}", rule.name, fired(&shows), shows[0].text);
        assert!(!fired(&lacks).contains(rule.name), "{} fires on what only nearly shows it", rule.name);
    }
}

#[test]
fn every_rule_is_explained_and_stands_in_the_tables() {
    let (house, own) = (include_str!("../../../README.md"), include_str!("../README.md"));
    for rule in Reliability::RULES {
        let line = format!("| `{}` | ", rule.name);
        assert!(house.contains(&line), "{}: no line in the README; `cargo xtask bless` writes it", rule.name);
        assert!(own.contains(&line), "{}: no line in the plugin's README", rule.name);
        assert!(rule.doc.len() > 100, "{}: {}", rule.name, rule.doc);
    }
}
