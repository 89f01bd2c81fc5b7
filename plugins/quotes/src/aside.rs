//! Words in marks that nobody says: titles, nicknames, terms, scare quotes.

use crate::marks::Stretch;
use crate::page::Page;
use copydesk_core::Class;

/// Words in marks of at most this many words can be a term, a nickname or a scare quote.
const SHORT: usize = 4;

/// What the words of a stretch are, where no speech claims them; the rule and the name of the thing.
pub fn classify(page: &Page<'_, '_>, number: usize) -> Option<(&'static str, &'static str)> {
    let reading = page.reading;
    let stretch = page.stretches.get(number)?;
    let words: Vec<usize> = stretch.inner.clone().filter(|&i| reading.is(i, Class::WORD)).collect();
    if words.is_empty() {
        return None;
    }
    let before = stretch.outer.start.checked_sub(1).map_or("", |i| reading.lower(i));
    if matches!(
        before,
        "called"
            | "known"
            | "dubbed"
            | "nicknamed"
            | "termed"
            | "as"
            | "term"
            | "word"
            | "phrase"
            | "titled"
            | "entitled"
            | "named"
    ) && words.len() <= 2 * SHORT
    {
        let title = matches!(before, "titled" | "entitled" | "named");
        return Some(if title { ("title", "title") } else { ("term", "term") });
    }
    if stretch.outer.start > 0
        && words.len() <= 2
        && reading.is(stretch.outer.start - 1, Class::CAPITAL)
        && reading.is(stretch.outer.end, Class::CAPITAL)
    {
        return Some(("nickname", "nickname"));
    }
    if is_title(page, stretch) {
        return Some(("title", "title"));
    }
    (words.len() <= SHORT).then_some(("scare-quote", "scare-quote"))
}

/// Two words and more, each with a capital or a mere link, and no stop at the end: a treaty, a song, a film.
pub fn is_title(page: &Page<'_, '_>, stretch: &Stretch) -> bool {
    let reading = page.reading;
    let mut words = stretch.inner.clone().filter(|&i| reading.is(i, Class::WORD));
    let first = words.clone().next().is_some_and(|i| reading.is(i, Class::CAPITAL));
    let capital = |i: usize| reading.is(i, Class::CAPITAL) || reading.is(i, Class::FUNCTION);
    first && words.clone().take(2).count() > 1 && words.all(capital)
}
