//! Reading: sentences by cases, and what holds for any text.

use copydesk_core::{Article, Class, Reading, cases};
use proptest::prelude::*;

#[test]
fn sentences_begin_and_end_where_the_page_says() {
    cases::check(include_str!("sentences.md"), |article| {
        let reading = Reading::new(article).expect("it is short");
        reading.sentences().iter().map(|sentence| (sentence.span, String::new())).collect()
    });
}

/// Everything that a plugin relies on.
fn is_sound(text: &str) -> Result<(), TestCaseError> {
    let article = Article::new("any", text);
    let reading = Reading::new(&article).expect("it is short");
    let mut end = 0;
    for (i, token) in reading.tokens().iter().enumerate() {
        prop_assert!(end <= token.start && token.start < token.end, "token {i} of {text:?}");
        prop_assert!(!reading.raw(i).is_empty(), "token {i} of {text:?} is off a character's boundary");
        prop_assert_eq!(reading.raw(i).to_ascii_lowercase(), reading.lower(i));
        prop_assert_eq!(token.class.any(Class::GLUED), end == token.start && i > 0);
        let gap = text.get(end as usize..token.start as usize);
        prop_assert!(gap.is_some_and(|gap| gap.chars().all(is_gap)), "before token {i} of {text:?}");
        end = token.end;
    }
    prop_assert!(text.get(end as usize..).is_some_and(|gap| gap.chars().all(is_gap)), "{text:?}");
    // Lines and sentences hold every token, once, in order.
    let of_lines: Vec<usize> = reading.lines().iter().flat_map(|line| line.tokens.clone()).collect();
    let of_sentences: Vec<usize> = reading.sentences().iter().flat_map(|sentence| sentence.tokens.clone()).collect();
    let all: Vec<usize> = (0..reading.tokens().len()).collect();
    prop_assert_eq!(&of_lines, &all, "the lines of {:?}", text);
    prop_assert_eq!(&of_sentences, &all, "the sentences of {:?}", text);
    for (i, sentence) in reading.sentences().iter().enumerate() {
        prop_assert_eq!(sentence.span, reading.span(sentence.tokens.clone()));
        prop_assert_eq!(reading.sentence_at(sentence.span.start), i);
    }
    for line in reading.lines() {
        prop_assert!(text.get(line.span.start as usize..line.span.end as usize).is_some_and(|l| !l.contains('\n')));
    }
    Ok(())
}

/// What may stand between tokens.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{200e}' | '\u{200f}')
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in "(?s).{0,400}") {
        is_sound(&text)?;
    }

    #[test]
    fn what_sentences_are_made_of_can_be_read(
        text in "(Gen|Nov|U|S|J|the|The|said|12|\\.|\\.\\.\\.|…|!|\"|“|”|„|«|»|'|’|[(]|[)]|\\[|\\]|, | |\n|\r\n|\r|\u{a0}|é|ß){0,120}",
    ) {
        is_sound(&text)?;
    }
}

/// A million characters without an end must cost about a thousand times what a thousand cost, not a million times.
#[test]
fn long_texts_without_ends_are_read_in_a_straight_line() {
    for unit in ["word ", "“", "\"x ", "a.", "(", "« ", "» ", "″x ", "'", "Gen. ", "é", "…", "\n\n\"x"] {
        let text = unit.repeat(1_000_000 / unit.len());
        let began = std::time::Instant::now();
        is_sound(&text).expect("it is sound");
        let seconds = began.elapsed().as_secs();
        assert!(seconds < 5, "a megabyte of {unit:?} takes {seconds} s: something looks at all for each");
    }
}
