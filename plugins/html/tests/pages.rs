//! Pages of our own: what is read of them, and the way back to their bytes.
#![allow(clippy::unwrap_used)]

use copydesk_core::reader::Draft;
use copydesk_core::{Block, Element, Named, Span};
use copydesk_html::page;
use proptest::prelude::*;

fn read(html: &str) -> Draft {
    page("a.html", html.as_bytes().to_vec(), None).unwrap()
}

fn blocks(draft: &Draft) -> Vec<(&str, Block)> {
    let markup = draft.markup.as_ref().unwrap();
    markup.blocks.iter().map(|block| (block.span.slice(&draft.text), *block)).collect()
}

#[test]
fn text_is_what_a_reader_sees() {
    let draft = read(
        "<!doctype html><title>T</title><style>p { color: red }</style><body><h1>Dam\n  opens</h1><script>var a = '<p>no</p>';</script>\
         <p>The lake rose by 3&nbsp;m&#8217;s worth,&amp; the <b>town</b>s below<!-- <p>no --> were told.<br>Twice.<br><br>Then again.</p>\
         <p hidden>No.<p style='color:red; display : none'>No.</p><noscript>No.</noscript><svg><text>No</text></svg>\
         <div aria-hidden=true>No.</div><ul><li>One<li>Two</ul><table><tr><td>Brisca<td>12<tr><td>Portavel<td>7</table><pre>a\n  b</pre>",
    );
    assert_eq!(
        draft.text,
        "Dam opens\n\nThe lake rose by 3\u{a0}m’s worth,& the towns below were told.\nTwice.\n\nThen again.\n\nOne\n\nTwo\n\nBrisca\t12\n\n\
         Portavel\t7\n\na\n  b"
    );
    let elements: Vec<Element> = blocks(&draft).iter().map(|(_, block)| block.element).collect();
    use Element::{Cell, Heading, Item, Paragraph, Preformatted};
    assert_eq!(
        elements,
        [Heading(1), Paragraph, Paragraph, Paragraph, Item, Item, Cell, Cell, Cell, Cell, Preformatted]
    );
}

#[test]
fn names_and_links_are_told() {
    let draft = read(
        "<nav><a href=/>Home</a><a href=/w>World</a></nav><article><div class='entry-content'><p>The ferry to Quay Lorne sank at noon, and \
         nobody on board was hurt, the harbour master said on Monday.</p><div class=share-bar>Share <a href=#>on Slate</a></div></div></article>\
         <div class=has-sidebar><p>All rights reserved</div>",
    );
    let all = blocks(&draft);
    let said: Vec<(&str, Option<Named>, u8)> = all.iter().map(|(text, b)| (*text, b.named, b.linked)).collect();
    assert_eq!(said[0], ("Home World", Some(Named::Navigation), 100));
    assert_eq!(said[1].1, Some(Named::Body));
    assert_eq!((said[2].0, said[2].1), ("Share on Slate", Some(Named::Share)));
    assert!((50..=70).contains(&said[2].2), "{}", said[2].2);
    assert_eq!(said[3].1, None);
}

#[test]
fn a_name_that_holds_most_of_the_page_is_not_believed() {
    let sentence =
        "The council of Brisca voted on Monday to close the old mill, which has stood empty for nine years now.";
    let draft = read(&format!(
        "<div class='sidebar-layout'><p>{sentence}<p>{sentence}</div><div class=sidebar><p>{sentence}</div>"
    ));
    let said: Vec<_> = blocks(&draft).iter().map(|(_, b)| b.named).collect();
    assert_eq!(said, [None, None, Some(Named::Related)]);
}

#[test]
fn witnesses_tell_the_article() {
    let sentences = "<p>The council of Brisca voted on Monday, by nine to four, to close the old mill, which has stood empty for years.</p>\
                     <p>“We have waited long enough,” said the mayor, Ines Harrow, who had asked for the vote, and thanked her colleagues.</p>";
    let draft = read(&format!(
        "<ul><li><a href=/a>Politics</a><li><a href=/b>Culture</a></ul><article>{}</article><footer><a href=/c>Imprint</a></footer>",
        sentences.repeat(4)
    ));
    let held: Vec<bool> = blocks(&draft).iter().map(|(_, b)| b.witnesses.1 & 1 == 1).collect();
    assert!(!held[0] && !held[1] && held[2..10].iter().all(|held| *held) && !held[10], "{held:?}");
}

#[test]
fn the_encoding_is_read_from_the_page() {
    let (bytes, ..) = (b"<meta charset=\"koi8-r\"><p>\xe4\xc1".to_vec(), 0);
    assert_eq!(page("a", bytes, None).unwrap().text, "Да");
    let bytes = b"<meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>\xc4\xe0".to_vec();
    assert_eq!(page("a", bytes, None).unwrap().text, "Да");
}

#[test]
fn bad_pages_are_read_in_bounds() {
    let words = "The lake rose by three metres in one night, the ministry said. ";
    // Nesting 10,000 deep, elements that nothing closes, end tags that close nothing.
    for tag in ["div", "b class=a", "blockquote", "li", "table><tr><td", "font", "object", "x-y"] {
        let name = tag.split([' ', '>']).next().unwrap();
        let draft =
            read(&format!("{}{words}{}", format!("<{tag}>").repeat(10_000), format!("</{name}>").repeat(10_000)));
        assert!(draft.text.is_empty() == (name == "object"), "{tag}");
    }
    let misnested: String = (0..10_000).map(|i| format!("<div><b class=c{i}></div>x")).collect();
    assert!(read(&misnested).text.starts_with("x\n\nx"));
    let spread = format!("<table><tr><td colspan=1000000000 rowspan=1000000000>{words}</table>");
    assert_eq!(read(&spread).text, words.trim());
    let script = format!("<script>{}</script><p>{words}", "var a = '<p>no';\n".repeat(300_000));
    assert_eq!(read(&script).text, words.trim());
    let comments = format!("{}<p>{words}", "<!-- no -->".repeat(200_000));
    assert_eq!(read(&comments).text, words.trim());
    let whole = format!("<article><h1>Lake</h1><p class=\"lead\">{words}</p><script>a()</script></article>");
    for end in 0..whole.len() {
        read(whole.get(..end).unwrap());
    }
    let frames = read("<frameset><frame src=a.html><frame src=b.html></frameset>");
    assert!(frames.text.is_empty() && frames.warnings[0].contains("frames"), "{:?}", frames.warnings);
}

/// Parts of pages: what is met in the wild, whole and broken.
fn part() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Za-zé’ .,]{1,12}",
        2 => prop::sample::select(vec![
            "&amp;", "&nbsp;", "&nbsp", "&#8217;", "&#x201C;", "&lt;b&gt;", "&bogus;", "&", "&#146;", "&notit;", "é&eacute;", "&#10;", "\u{a0}",
            "\n  ", "\t", " ", "  ", "\u{feff}", "日本", "<", "< ", "<3",
        ]).prop_map(str::to_owned),
        4 => prop::sample::select(vec![
            "<p>", "</p>", "<div class=\"article-body\">", "</div>", "<b>", "</b>", "<a href=/x>", "</a>", "<br>", "<br/>", "<li>", "</li>",
            "<ul>", "</ul>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<h2>", "</h2>", "<pre>", "</pre>", "<span title='a>b'>", "</span>",
            "<blockquote>", "</blockquote>", "<figure><figcaption>", "</figcaption></figure>", "<img src=a alt=b>", "<hr>", "<em", "<i class='x",
            "</", "<!-- c -->", "<!-- <p>c", "-->", "<!>", "<![CDATA[c]]>", "<svg><![CDATA[c]]></svg>", "<?php ?>", "<p hidden>",
            "<div style=display:none>", "<script>a<b</script>", "<style>p{}</style>", "<textarea>t</textarea>", "<template>", "</template>", "<nav>",
            "</nav>", "<button>", "</button>", "<o:p>", "<É>",
        ]).prop_map(str::to_owned),
    ]
}

/// The letters of a text: white space is collapsed on the way.
fn inked(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{feff}' | '\u{200b}')).collect()
}

proptest! {
    #[test]
    fn every_word_is_found_in_the_bytes(parts in prop::collection::vec(part(), 0..60)) {
        let html = parts.concat();
        let draft = read(&html);
        let markup = draft.markup.as_ref().unwrap();
        let source = draft.source.as_ref().unwrap();
        let mut end = 0;
        for block in &markup.blocks {
            let span = block.span;
            prop_assert!(span.start >= end && span.end > span.start);
            let between = draft.text.get(end as usize..span.start as usize).unwrap();
            prop_assert!(between.chars().all(char::is_whitespace), "{between:?} stands in no block");
            prop_assert!(block.linked <= 100);
            end = span.end;
        }
        prop_assert_eq!(end as usize, draft.text.len());
        // Each character goes back to bytes that say it, and so does each word.
        let words = draft.text.split_whitespace().map(|word| {
            let start = word.as_ptr() as usize - draft.text.as_ptr() as usize;
            Span::new(start as u32, (start + word.len()) as u32)
        });
        let letters = draft.text.char_indices().filter(|(_, c)| !c.is_whitespace());
        let letters = letters.map(|(at, c)| Span::new(at as u32, (at + c.len_utf8()) as u32));
        for span in words.chain(letters) {
            let bytes = source.bytes(span);
            let said = html.get(bytes.start as usize..bytes.end as usize);
            prop_assert!(said.is_some(), "{span:?} is {bytes:?}");
            let again = read(said.unwrap());
            let (wanted, found) = (inked(span.slice(&draft.text)), inked(&again.text));
            // A reference for two characters is one piece.
            prop_assert!(found == wanted || found.contains(&wanted) && said.unwrap().starts_with('&'), "{said:?}: {found:?} for {wanted:?} in {html:?}");
        }
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = page("a", bytes, None);
    }
}

#[test]
fn a_page_gives_itself_an_address() {
    let url = |head: &str| read(&format!("<!doctype html><head>{head}</head><p>Talks began.")).meta.url;
    let canonical = "<link rel=canonical href=https://a.example/talks>";
    assert_eq!(url(canonical).as_deref(), Some("https://a.example/talks"));
    let front =
        "<link rel=canonical href=https://a.example/><meta property=og:url content=https://a.example/talks?p=1>";
    assert_eq!(url(front).as_deref(), Some("https://a.example/talks?p=1"));
    assert_eq!(url("<link rel=canonical href=/talks>"), None);
}
