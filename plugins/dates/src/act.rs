//! The act that a date dates: the verb, or the noun made of one, that governs it.

use crate::Act;
use copydesk_core::lang::{Term, inflection};
use copydesk_core::{Class, Reading};
use std::ops::Range;

/// So many tokens to either side are looked through.
const REACH: usize = 24;
/// The main verb behind a date that opens its sentence stands within so many: long subjects come between.
const MAIN_REACH: usize = 64;
/// So far before a date its own noun may stand: "the visit to Port Mirel in June".
const NOUN_REACH: usize = 8;

/// Auxiliaries: what they carry is the act.
fn is_auxiliary(word: Term) -> bool {
    matches!(word, Term::Was | Term::Been | Term::Had | Term::Did | Term::Has | Term::Have | Term::Auxiliary | Term::Be)
}

/// Words that lead an infinitive.
fn leads(word: Term) -> bool {
    matches!(word, Term::Will | Term::To | Term::Modal | Term::May | Term::Not)
}

fn is_determiner(word: Term) -> bool {
    matches!(
        word,
        Term::The | Term::A | Term::An | Term::His | Term::Her | Term::Their | Term::This | Term::That | Term::Of
    )
}

/// Whether the token may be a verb or a noun of the clause, and no name, date or auxiliary.
fn is_plain(r: &Reading<'_>, i: usize) -> bool {
    let word = r.term(i);
    if !r.is(i, Class::WORD)
        || is_auxiliary(word) && r.term(i + 2) != Term::Same
        || r.is(i, Class::MONTH | Class::WEEKDAY)
    {
        return false;
    }
    // A capitalised word inside a sentence is a name: "United", "Fallen".
    !r.is(i, Class::CAPITAL) || i == 0 || r.is(i - 1, Class::STOP | Class::QUOTE) || r.is(i, Class::LINE_START)
}

/// The base form of a verb at this token: a past or participle, an infinitive, a present of reporting behind its subject.
fn verb_at(r: &Reading<'_>, i: usize) -> Option<String> {
    let before = r.term(i.wrapping_sub(1));
    // "the expected cost", "a planned visit": a participle before its noun is no predicate.
    if !is_plain(r, i) || is_determiner(before) {
        return None;
    }
    let word = r.lower(i);
    if inflection::is_past(r.word(i), word) {
        return inflection::lemma(r.word(i), word);
    }
    // "did the same" has an act of its own subject, whatever it repeats.
    if r.term(i) == Term::Did && r.term(i + 2) == Term::Same {
        return r.word(i).past_of.map(str::to_owned);
    }
    let content = Class::FUNCTION | Class::NUMBER | Class::TIME_UNIT | Class::TEMPORAL;
    if leads(before) && !r.is(i, content) {
        return Some(word.to_owned());
    }
    let present =
        inflection::is_third_person(word) && r.is(i.wrapping_sub(1), Class::CAPITAL) || matches!(before, Term::He);
    r.word(i).lemma.filter(|lemma| present && *lemma != word).map(str::to_owned)
}

/// The base form of the verb that a noun at this token is made of.
fn noun_at(r: &Reading<'_>, i: usize) -> Option<String> {
    if !is_plain(r, i) {
        return None;
    }
    let word = r.lower(i);
    let act = if inflection::is_past(r.word(i), word) { None } else { inflection::act(r.word(i), word) };
    act.map(str::to_owned)
}

/// The act of an expression, within its sentence: the verb before it in its own part of the sentence, as commas cut it; for
/// an expression that opens its part ("On Monday, the pact, signed in March, was approved") the first verb behind it that is
/// more than a participle in apposition; else a noun that names an act; else the nearest verb on either side.
pub(crate) fn of(r: &Reading<'_>, tokens: &Range<usize>) -> Option<Act> {
    let sentence = r.sentence_at(r.token(tokens.start).start);
    let bounds = r.sentences().get(sentence).map_or(0..0, |s| s.tokens.clone());
    let goes_on = |i: &usize| !matches!(r.term(*i), Term::Semicolon | Term::Colon);
    let left = || (tokens.start.saturating_sub(REACH).max(bounds.start)..tokens.start).rev().take_while(goes_on);
    let right = || (tokens.end..(tokens.end + MAIN_REACH).min(bounds.end)).take_while(goes_on);
    let own = || left().take_while(|&i| r.term(i) != Term::Comma);
    let verb = |i: usize| Some((i, verb_at(r, i)?));
    let noun = |i: usize| Some((i, noun_at(r, i)?));
    // A participle behind a comma, or with its agent and no auxiliary, tells of a noun: ", signed by the ministers,".
    let main = |i: usize| {
        let carried =
            || (1..=3).any(|back| is_auxiliary(r.term(i.wrapping_sub(back))) || leads(r.term(i.wrapping_sub(back))));
        let apposed = r.term(i.wrapping_sub(1)) == Term::Comma || r.term(i + 1) == Term::By;
        if apposed && !carried() { None } else { verb(i) }
    };
    let opens = own().all(|i| r.is(i, Class::FUNCTION | Class::TEMPORAL | Class::SIGN));
    let (i, lemma) = if opens {
        right().find_map(main).or_else(|| left().find_map(verb)).or_else(|| right().find_map(noun))
    } else {
        own()
            .find_map(verb)
            .or_else(|| own().take(NOUN_REACH).find_map(noun))
            .or_else(|| left().find_map(verb))
            .or_else(|| right().find_map(main))
    }
    .or_else(|| left().find_map(noun))?;
    let span = r.token(i).span();
    Some(Act { start: span.start, end: span.end, text: r.slice(span).to_owned(), lemma })
}

/// The words of the event that a length counts from: the first act behind it.
pub(crate) fn event_behind(r: &Reading<'_>, tokens: &Range<usize>) -> Option<copydesk_core::Span> {
    let sentence = r.sentence_at(r.token(tokens.start).start);
    let end = r.sentences().get(sentence).map_or(0, |s| s.tokens.end);
    let act = |&i: &usize| verb_at(r, i).or_else(|| noun_at(r, i)).is_some();
    (tokens.end..(tokens.end + REACH).min(end)).find(act).map(|i| r.token(i).span())
}

#[cfg(test)]
mod tests {
    use super::*;
    use copydesk_core::Article;

    /// The act of the words between brackets.
    fn check(text: &str, act: &str, lemma: &str) {
        let (start, end) = (text.find('[').unwrap(), text.find(']').unwrap() - 1);
        let article = Article::new("t", text.replace(['[', ']'], ""));
        let reading = Reading::new(&article).unwrap();
        let tokens = reading.tokens_in(copydesk_core::Span::new(start as u32, end as u32));
        let found = of(&reading, &tokens).unwrap_or_else(|| panic!("{text:?}: no act"));
        assert_eq!((found.text.as_str(), found.lemma.as_str()), (act, lemma), "{text:?}");
    }

    #[test]
    fn the_verb_comes_before_the_noun_beside_the_date() {
        check("Velm ratified the agreement on [May 6], after talks.", "ratified", "ratify");
        check("A pact signed by the two presidents in [March] came into force.", "signed", "sign");
        check("State media said [Tuesday] that it was over.", "said", "say");
    }

    #[test]
    fn a_date_that_opens_its_clause_belongs_to_the_main_verb() {
        check(
            "On [May 28], the papers of the pact, signed by the ministers in Velm, were exchanged in Sorrin.",
            "exchanged",
            "exchange",
        );
    }

    #[test]
    fn a_noun_is_the_act_where_no_verb_is_near() {
        check("In a meeting with the envoy [last week], he smiled.", "meeting", "meet");
    }
}
