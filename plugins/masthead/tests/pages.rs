//! Mastheads of pages: which statement is believed, and how surely.
#![allow(clippy::unwrap_used)]

use copydesk_core::{Article, Confidence, Engine, Found, Markup};
use copydesk_masthead::{Basis, Field, Masthead, Mastheads};
use copydesk_zones::Zones;
use proptest::prelude::*;

/// The article of a page whose text is `text`, a line a block, whatever the reader of pages makes of it.
fn article(page: &str, text: &str) -> Article {
    let draft = copydesk_html::page("a.html", page.as_bytes().to_vec(), None).unwrap();
    // The blocks are those of another text.
    let markup = draft.markup.map(|markup| Markup { blocks: Vec::new(), ..markup });
    Article { id: "a.html".to_owned(), text: text.to_owned(), meta: draft.meta, source: None, markup }
}

fn masthead(article: &Article) -> Vec<Found<Masthead>> {
    let engine = Engine::builder().analyzer::<Zones>().analyzer::<Mastheads>().build().unwrap();
    let analysis = engine.read(article);
    assert!(analysis.skipped().is_empty());
    analysis.of::<Masthead>().to_vec()
}

fn field(found: &[Found<Masthead>], field: Field) -> &Found<Masthead> {
    found.iter().find(|found| found.data.field == field).unwrap()
}

/// What is found of a field: value, rule and confidence, a line each.
fn lines(page: &str, text: &str, wanted: Field) -> Vec<String> {
    let found = masthead(&article(page, text));
    let of_field = found.iter().filter(|found| found.data.field == wanted);
    of_field
        .map(|found| {
            let confidence = serde_json::to_value(found.confidence).unwrap();
            format!(
                "{} | {} | {}",
                found.data.value.as_deref().unwrap_or("-"),
                found.rule,
                confidence.as_str().unwrap()
            )
        })
        .collect()
}

#[track_caller]
fn published(page: &str, text: &str, expected: &str) {
    assert_eq!(lines(page, text, Field::Published), [expected], "{page}\n{text}");
}

#[track_caller]
fn headline(page: &str, expected: &str) {
    assert_eq!(lines(page, "", Field::Headline), [expected], "{page}");
}

#[track_caller]
fn authors(page: &str, text: &str, expected: &[&str]) {
    assert_eq!(lines(page, text, Field::Byline), expected, "{page}\n{text}");
}

const STATED: &str = r#"<meta property="article:published_time" content="2031-05-07T10:14:00+02:00">"#;

#[test]
fn two_that_agree_are_surer_than_one() {
    published(STATED, "", "2031-05-07T10:14:00+02:00 | stated-published | medium");
    let two = format!(
        "{STATED}<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"datePublished\":\"2031-05-07\"}}</script>"
    );
    published(&two, "", "2031-05-07 | stated-published | high");
    let against = format!(
        "{STATED}<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"datePublished\":\"2031-05-02\"}}</script>"
    );
    published(&against, "", "2031-05-02 | stated-published | low");
}

#[test]
fn all_statements_are_kept_with_their_places() {
    let page = format!(
        "{STATED}<time datetime='2031-05-07'>Wednesday</time><meta property='article:modified_time' content='2031-05-09'>"
    );
    let found = masthead(&article(&page, ""));
    let data = &field(&found, Field::Published).data;
    let kept: Vec<(&str, &str)> = data
        .candidates
        .iter()
        .map(|kept| (kept.key.as_str(), page.get(kept.start as usize..kept.end as usize).unwrap()))
        .collect();
    assert_eq!(
        kept,
        [
            ("article:published_time", "2031-05-07T10:14:00+02:00"),
            ("time", "2031-05-07"),
            ("article:modified_time", "2031-05-09")
        ]
    );
    assert_eq!((data.basis, data.evidence[0].role.as_str()), (Basis::Stated, "article:published_time"));
}

#[test]
fn a_change_is_no_publication() {
    let page = "<h1>Ferries sail again</h1><meta property='article:modified_time' content='2031-05-09'>";
    published(page, "Ferries sail again\n\n7 May 2031\n\nCrews went back.", "2031-05-07 | called-date | low");
    published(page, "", "2031-05-09 | only-modified | low");
    let found = masthead(&article(page, ""));
    assert_eq!(field(&found, Field::Published).data.basis, Basis::Inferred);
    published(
        "<h1>Ferries sail again</h1><p class=date>Last updated on 9 May 2031</p><p class=date>5 May 2031</p>",
        "",
        "2031-05-05 | called-date | low",
    );
}

#[test]
fn nothing_is_made_up() {
    published("<p>© 2031 Dailybrisk</p>", "", "- | no-date | high");
    published(
        "<h1>The year 2031</h1>",
        "The year 2031\n\nIt was a long one.\n\n© 2031 Dailybrisk",
        "- | only-a-year | high",
    );
}

#[test]
fn the_address_is_a_weak_witness() {
    let page = "<link rel=canonical href='https://courier.example/2031/05/07/ferries'>";
    published(page, "", "2031-05-07 | address | medium");
    published(&format!("{page}{STATED}"), "", "2031-05-07T10:14:00+02:00 | stated-published | high");
    published(
        "<meta property='og:image' content='https://courier.example/img/2031/05/07/a.jpg'>",
        "",
        "2031-05-07 | picture | low",
    );
}

#[test]
fn a_time_of_greenwich_may_be_another_day_at_the_outlet() {
    let page = "<h1>Ferries sail again</h1><meta property='article:published_time' content='2031-05-08T02:14:00Z'>";
    published(page, "Ferries sail again\n\nMay 7, 2031\n\nCrews went back.", "2031-05-07 | local-day | medium");
    published(
        page,
        "Ferries sail again\n\nMay 8, 2031\n\nCrews went back.",
        "2031-05-08T02:14:00Z | stated-published | high",
    );
}

#[test]
fn lines_beside_the_headline_in_many_languages() {
    let page = "<html lang=xx><h1>Die Fähren fahren wieder</h1>";
    for line in [
        "Veröffentlicht am 7. Mai 2031 um 10.14 Uhr | Aktualisiert am 9. Mai 2031",
        "Aktualisiert: 9.5.2031, erschienen: 07.05.2031",
        "Publié le 7 mai 2031 à 10h14, mis à jour le 9 mai 2031",
        "Publicado: 7 de mayo de 2031 · Actualizado: 9 de mayo de 2031",
        "Pubblicato il 7 maggio 2031",
        "Publicado em 7 de maio de 2031",
        "Gepubliceerd op 7 mei 2031",
        "Yayınlanma: 07 Mayıs 2031",
        "Opublikowano: 7 maja 2031",
        "Опубликовано 7 мая 2031",
        "Publicerad 7 maj 2031",
    ] {
        let text = format!("Start\n\nDie Fähren fahren wieder\n\n{line}\n\nDie Besatzungen arbeiten wieder.");
        published(page, &text, "2031-05-07 | called-published | medium");
    }
    let bare = "Die Fähren fahren wieder\n\nPortavel, 7. Mai 2031\n\nDie Besatzungen arbeiten wieder.";
    published(page, bare, "2031-05-07 | called-date | low");
}

#[test]
fn a_sentence_about_a_day_is_no_date_line() {
    let page = "<h1>Ferries sail again</h1>";
    let text = "Ferries sail again\n\nThe strike at the harbour of Portavel, which had begun on 1 May 2031 with a walkout of the night shift, is over now.";
    published(page, text, "- | no-date | high");
}

#[test]
fn of_several_dates_the_one_beside_the_headline_counts() {
    let far = "<p>Harbour news</p>".repeat(1_000);
    let page = format!(
        "<div class=date>9 May 2031</div>{far}<h1>Ferries sail again</h1><div class=date>7 May 2031</div>{far}<div class=date>1 May 2031</div>"
    );
    published(&page, "", "2031-05-07 | called-date | low");
}

#[test]
fn day_and_month_are_read_as_the_site_writes_them() {
    let page = |lang: &str, host: &str| {
        format!(
            "<html lang={lang}><link rel=canonical href='https://{host}/a'><h1>Ferries sail again</h1><time>05/07/2031</time>"
        )
    };
    published(&page("en-US", "courier.example"), "", "2031-05-07 | called-date | low");
    published(&page("en-GB", "courier.example"), "", "2031-07-05 | called-date | low");
    published(&page("en", "courier.example.co.uk"), "", "2031-07-05 | called-date | low");
    published(&page("es", "courier.example"), "", "2031-07-05 | called-date | low");
}

#[test]
fn headlines() {
    headline(
        "<title>Ferries sail again | Valmere Courier</title><h1>Ferries sail again</h1>",
        "Ferries sail again | heading | high",
    );
    headline(
        "<title>Ferries sail again after strike - Valmere Courier</title><h1>Valmere Courier</h1><h1>Ferries sail again</h1><meta property=og:site_name content='Valmere Courier'>",
        "Ferries sail again | heading | medium",
    );
    headline(
        "<meta property=og:title content='Ferries sail again – Valmere Courier'><meta property=og:site_name content='Valmere Courier'><h1>Blog</h1>",
        "Ferries sail again | stated-title | medium",
    );
    headline(
        "<title>Valmere Courier: Ferries sail again</title><link rel=canonical href='https://www.valmere-courier.example/a'>",
        "Ferries sail again | stated-title | medium",
    );
    headline(
        "<title>Ferries: a week of strike - and its end</title>",
        "Ferries: a week of strike - and its end | stated-title | medium",
    );
}

#[test]
fn a_headline_of_the_text_has_its_place() {
    let page = "<title>Ferries sail again after a week | Valmere Courier</title><body><h1>Ferries sail again after a week</h1>\
                <p>The ferries between the islands sailed again on Thursday, the harbour office said.</p>\
                <p>Crews had walked out a week before over pay and rest.</p>";
    let draft = copydesk_html::page("a.html", page.as_bytes().to_vec(), None).unwrap();
    let article = Article { id: "a.html".to_owned(), text: draft.text, markup: draft.markup, ..Article::default() };
    let found = masthead(&article);
    assert_eq!(field(&found, Field::Headline).span.unwrap().slice(&article.text), "Ferries sail again after a week");
}

#[test]
fn authors_of_pages() {
    let meta = |author: &str| {
        format!("<meta name=author content=\"{author}\"><meta property=og:site_name content='Valmere Courier'>")
    };
    authors(
        &meta("By Ines Harrow and Teo Lund"),
        "",
        &["Ines Harrow | stated-author | medium", "Teo Lund | stated-author | medium"],
    );
    authors(&meta("Ines Harrow, Senior Reporter"), "", &["Ines Harrow | stated-author | medium"]);
    authors(
        &meta("Von Jörg Ländle und Maria de la Vega"),
        "",
        &["Jörg Ländle | stated-author | medium", "Maria de la Vega | stated-author | medium"],
    );
    authors(&meta("Ines Harrow, PhD"), "", &["Ines Harrow | stated-author | medium"]);
    authors(&meta("admin"), "", &[]);
    authors(&meta("https://social.example/harrow"), "", &[]);
    authors(&meta("Valmere Courier"), "", &["Valmere Courier | stated-author | medium"]);
    let shown = "<h1>Ferries sail again</h1><meta name=author content='Valmere Courier'><meta property=og:site_name content='Valmere Courier'>";
    authors(
        shown,
        "Ferries sail again\n\nBy Ines Harrow | 7 May 2031\n\nCrews went back.",
        &["Ines Harrow | by-line | medium"],
    );
    authors(
        "<h1>Ferries sail again</h1><span class=byline>By Ines Harrow</span><a rel=author>Ines Harrow</a>",
        "",
        &["Ines Harrow | called-author | high"],
    );
    authors("<h1>Ferries sail again</h1><span class=author>About the harbour</span>", "", &[]);
    authors(
        "<meta name='twitter:label1' content='Verfasst von'><meta name='twitter:data1' content='Ines Harrow'>",
        "",
        &["Ines Harrow | stated-author | medium"],
    );
}

#[test]
fn outlets_of_pages() {
    let outlet = |page: &str| lines(page, "", Field::Outlet);
    assert_eq!(
        outlet("<meta property=og:site_name content='Valmere Courier'>"),
        ["Valmere Courier | stated-outlet | medium"]
    );
    assert_eq!(
        outlet(
            "<meta property=og:site_name content='Valmere Courier'><link rel=canonical href='https://valmerecourier.example/a'>"
        ),
        ["Valmere Courier | stated-outlet | high"]
    );
    assert_eq!(
        outlet("<title>Ferries sail again - Valmere Courier</title><h1>Ferries sail again</h1>"),
        ["Valmere Courier | page-title | medium"]
    );
    assert!(outlet("<title>Ferries sail again</title><h1>Ferries sail again</h1>").is_empty());
}

#[test]
fn clear_words_count_more_than_a_template() {
    let german = "Die Fähren zwischen den Inseln fahren wieder, wie das Hafenamt am Donnerstag in Portavel mitteilte. Die Besatzungen hatten eine Woche lang für mehr Lohn und längere Ruhezeiten gestreikt, bevor sie sich mit der Reederei einigten.";
    assert_eq!(lines("<html lang=en>", german, Field::Language), ["de | language-of-words | high"]);
    assert_eq!(lines("<html lang=de-AT>", german, Field::Language), ["de | stated-language | high"]);
    assert_eq!(lines("<html lang=de-AT>", "Fähren", Field::Language), ["de | stated-language | high"]);
    assert!(lines("<html>", "Fähren", Field::Language).is_empty());
}

#[test]
fn what_is_given_from_outside_is_believed_first() {
    let mut article = article(&format!("{STATED}<h1>Ferries</h1><meta property=og:site_name content='Courier'>"), "");
    article.meta.published = Some("2031-05-01".to_owned());
    article.meta.outlet = Some("Portavel Herald".to_owned());
    article.meta.title = Some("Ferries sail again".to_owned());
    let found = masthead(&article);
    for (wanted, value) in
        [(Field::Published, "2031-05-01"), (Field::Outlet, "Portavel Herald"), (Field::Headline, "Ferries sail again")]
    {
        let line = field(&found, wanted);
        assert_eq!(
            (line.data.value.as_deref(), line.data.basis, line.confidence),
            (Some(value), Basis::Given, Confidence::High)
        );
    }
}

const PIECES: [&str; 16] = [
    "<h1>Fähren | Kurier</h1>",
    "<title>Kurier: Fähren - ",
    "</title>",
    "<time datetime='2031-05-07T23:59:59Z'>",
    "<meta name=date content='31.02.2031'>",
    "<meta name=author content='By é, and & | von'>",
    "<p class=author>By Ines Harrow</p>",
    "<link rel=canonical href='https://é.example/2031/5/7'>",
    "<meta property=og:site_name content='|'>",
    "\n\n7. Mai 2031",
    "\nPublished: ",
    "Fähren | Kurier\n",
    "By Ines Harrow and ",
    "2031年5月7日",
    " 07.05.31 ",
    "|",
];

proptest! {
    #[test]
    fn any_page_has_a_masthead(
        page in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..30),
        text in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..30),
    ) {
        let (page, text) = (page.concat(), text.concat());
        for found in masthead(&article(&page, &text)) {
            prop_assert!(found.span.is_none_or(|span| text.get(span.start as usize..span.end as usize).is_some()));
            for kept in &found.data.candidates {
                prop_assert!(page.get(kept.start as usize..kept.end as usize).is_some());
            }
        }
    }
}
