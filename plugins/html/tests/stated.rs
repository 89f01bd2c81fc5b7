//! What pages state of themselves: each kind of statement with the bytes that it stands on, and what must hold for any page.
#![allow(clippy::unwrap_used)]

use copydesk_core::{Markup, Stated};
use proptest::prelude::*;

fn markup(page: &str) -> Markup {
    copydesk_html::page("a.html", page.as_bytes().to_vec(), None).unwrap().markup.unwrap()
}

/// What a page states, a line each, without places.
fn stated(page: &str) -> Vec<String> {
    markup(page).stated.iter().map(|said| format!("{} = {}", said.key, said.value)).collect()
}

#[track_caller]
fn states(page: &str, expected: &[&str]) {
    assert_eq!(stated(page), expected, "{page}");
}

#[test]
fn the_head_of_a_page() {
    let page = r#"<!doctype html><html lang="de-AT"><head>
<title>Fähren fahren wieder &ndash; Quellstädter Kurier</title>
<meta property="og:title" content="Fähren fahren wieder">
<meta name='Author' content='Ines Harrow'>
<meta content="2031-05-07T10:14:00+02:00" property="article:published_time">
<meta name=DC.date.issued content=2031-05-07>
<meta http-equiv="Content-Language" content="de">
<meta charset="utf-8">
<link rel="canonical" href="https://kurier.example/2031/05/07/faehren?a=1&amp;b=2">
</head></html>"#;
    states(
        page,
        &[
            "html:lang = de-AT",
            "title = Fähren fahren wieder – Quellstädter Kurier",
            "og:title = Fähren fahren wieder",
            "meta:author = Ines Harrow",
            "article:published_time = 2031-05-07T10:14:00+02:00",
            "meta:dc.date.issued = 2031-05-07",
            "http:content-language = de",
            "link:canonical = https://kurier.example/2031/05/07/faehren?a=1&b=2",
        ],
    );
}

#[test]
fn every_statement_has_its_place() {
    let page = "\u{feff}<title>Ships &amp; ferries</title><meta name=author content='Ines Harrow'><time datetime='2031-05-07'>7 May</time>\
                <script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ships \\u0026 ferries\"}</script>";
    let bytes = page.as_bytes();
    let places: Vec<&str> = markup(page)
        .stated
        .iter()
        .map(|said| std::str::from_utf8(&bytes[said.place.start as usize..said.place.end as usize]).unwrap())
        .collect();
    assert_eq!(places, ["Ships &amp; ferries", "Ines Harrow", "2031-05-07", "Ships \\u0026 ferries"]);
}

#[test]
fn a_place_in_a_legacy_encoding_is_one_of_its_bytes() {
    let page = b"<html><title>Die F\xe4hren</title><meta name=author content='J\xf6rg Harrow'>".to_vec();
    let markup = copydesk_html::page("a.html", page.clone(), Some("iso-8859-1")).unwrap().markup.unwrap();
    let author: &Stated = markup.stated("meta:author").next().unwrap();
    assert_eq!(author.value, "Jörg Harrow");
    assert_eq!(&page[author.place.start as usize..author.place.end as usize], b"J\xf6rg Harrow");
}

#[test]
fn linked_data_tells_the_article_from_others() {
    let page = r##"<link rel=canonical href="https://courier.example/ferries">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
 {"@type":"WebSite","@id":"#site","name":"Valmere Courier"},
 {"@type":"NewsArticle","url":"https://courier.example/other","headline":"Another story","datePublished":"2031-05-01"},
 {"@type":["Article","NewsArticle"],"mainEntityOfPage":{"@id":"https://www.courier.example/ferries/"},"headline":"Ferries sail again",
  "datePublished":"2031-05-07","author":[{"@id":"#harrow"},{"@type":"Person","name":"Teo Lund"}],"publisher":{"@type":"Organization","name":"Courier Media"},
  "comment":{"@type":"Comment","datePublished":"2031-05-09"}},
 {"@type":"Person","@id":"#harrow","name":"Ines Harrow"}]}</script>"##;
    states(
        page,
        &[
            "link:canonical = https://courier.example/ferries",
            "json-ld:website:name = Valmere Courier",
            "json-ld:headline = Ferries sail again",
            "json-ld:datepublished = 2031-05-07",
            "json-ld:author = Teo Lund",
            "json-ld:publisher = Courier Media",
            "json-ld:author = Ines Harrow",
        ],
    );
}

#[test]
fn broken_linked_data_is_read_where_it_is_clear() {
    let page = "<script type=\"application/ld+json\">\n/* <![CDATA[ */ {\"@type\": \"NewsArticle\",, \"headline\": \"He said \"yes\" and\nleft\", \
                \"datePublished\": \"2031-05-07\", \"author\": {\"@type\": \"Person\", \"name\": \"Ines Harrow\"},} /* ]]> */</script>";
    states(
        page,
        &[
            "json-ld:headline = He said \"yes\" and left",
            "json-ld:datepublished = 2031-05-07",
            "json-ld:author = Ines Harrow",
        ],
    );
}

#[test]
fn what_elements_are_called() {
    let page = r#"<body><svg><title>Menu</title></svg><h1>Ferries <em>sail</em> again</h1>
<p class="entry-date published">7 May 2031</p>
<span class="postedOn">Posted on 7 May 2031</span>
<abbr class="published" title="2031-05-07T10:14:00Z">Wednesday</abbr>
<time class="updated" datetime="2031-05-09">9 May</time>
<time>7 May 2031</time>
<a rel="author" href="/harrow">Ines Harrow</a>
<div class="byline">By <b>Ines Harrow</b></div>
<div class="upholstery update-cart">no date at all</div></body>"#;
    states(
        page,
        &[
            "h1 = Ferries sail again",
            "class:published = 7 May 2031",
            "class:published = Posted on 7 May 2031",
            "class:published = 2031-05-07T10:14:00Z",
            "time:modified = 2031-05-09",
            "time = 7 May 2031",
            "rel:author = Ines Harrow",
            "class:author = By Ines Harrow",
        ],
    );
}

#[test]
fn microdata() {
    let page = r#"<article><meta itemprop="datePublished" content="2031-05-07"><span itemprop="author" itemscope><span itemprop="name">Ines Harrow</span>, Portavel</span>
<div itemprop="publisher" itemscope><meta itemprop="name" content="Valmere Courier"></div><p property="schema:dateModified" content="2031-05-09">Friday</p></article>"#;
    states(
        page,
        &[
            "itemprop:datepublished = 2031-05-07",
            "itemprop:author = Ines Harrow , Portavel",
            "itemprop:author.name = Ines Harrow",
            "itemprop:publisher.name = Valmere Courier",
            "itemprop:datemodified = 2031-05-09",
        ],
    );
}

#[test]
fn what_stands_beside_the_article_is_told() {
    let page = r#"<div class="main has-sidebar"><time>7 May 2031</time></div><div class="related-posts"><div><time>1 May 2031</time></div></div>
<aside><span class="author">Teo Lund</span></aside><time>8 May 2031</time><footer><time>2 May 2031</time></footer>"#;
    states(
        page,
        &[
            "time = 7 May 2031",
            "aside:time = 1 May 2031",
            "aside:class:author = Teo Lund",
            "time = 8 May 2031",
            "aside:time = 2 May 2031",
        ],
    );
}

#[test]
fn scripts_comments_and_text_areas_state_nothing() {
    let page = "<!-- <meta name=author content='Nobody'> --><script>document.write('<meta name=author content=Nobody>')</script>\
                <textarea><meta name=author content=Nobody></textarea><style>/*<time>1 May 2031</time>*/</style>";
    states(page, &[]);
}

#[test]
fn pages_without_end_are_read_in_time() {
    for piece in [
        "<div class=date>",
        "<time>1",
        "<meta name=author content=x>",
        "<script type=ld+json>{\"a\":[",
        "<h1>",
        "&amp;",
        "<a rel=author>",
    ] {
        assert!(markup(&piece.repeat(20_000)).stated.len() <= 4_096, "{piece}");
    }
}

const PIECES: [&str; 24] = [
    "<time datetime='2031-05-07'>",
    "</time>",
    "<h1>",
    "</h1>",
    "<script type='application/ld+json'>",
    "</script>",
    "{\"@type\":\"NewsArticle\",",
    "\"author\":{\"name\":\"Ines\\u00e9\"",
    "\"@id\":\"#a\"",
    "}]",
    "\\",
    "<meta property='og:title' content='é&hellip;",
    "'>",
    "<div class='entry-date related-posts' itemprop=author>",
    "</div>",
    "<span itemprop=name>",
    "<html lang=de>",
    "<title>",
    "</title>",
    "<svg>",
    "<aside>",
    "<!--",
    "-->",
    "ü 7 May 2031 ",
];

proptest! {
    #[test]
    fn any_page_is_read(page in "\\PC{0,300}") {
        markup(&page);
    }

    #[test]
    fn places_lie_in_the_page(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40)) {
        let page = pieces.concat();
        let markup = markup(&page);
        let mut last = 0;
        for said in &markup.stated {
            prop_assert!(page.get(said.place.start as usize..said.place.end as usize).is_some(), "{said:?}");
            prop_assert!(said.place.start >= last);
            prop_assert!(!said.value.is_empty() && said.value.trim() == said.value);
            last = said.place.start;
        }
    }
}
