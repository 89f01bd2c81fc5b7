//! What looks like a time and is none: "may" and "march" as verbs, "June" and "April" as names, "sun" and "sat".

use copydesk_core::lang::{Cue, Term};
use copydesk_core::{Class, Reading};

/// A headline is told by the words around within so many tokens: its length in news, of some ten words, to either side.
const HEADLINE_REACH: usize = 10;
/// Headlines in title case set words from so many letters on with a capital (AP, Chicago), and some three of them make one.
const SHORTEST_OF_WEIGHT: usize = 4;
const FEWEST_OF_WEIGHT: usize = 3;

/// Whether a word ends an address: "12 May Street", "1802 Seventh Rd". Those of two letters are endings of ordinals else.
pub(crate) fn is_street(r: &Reading<'_>, i: usize) -> bool {
    let short = r.term(i) == Term::OrdinalEnding && !r.glued(i);
    r.is(i, Class::CAPITAL) && (r.term(i) == Term::Street || short)
}

/// Whether a token begins a line that no sentence runs into: an agency's copy breaks its lines anywhere ("the first / week of March").
pub(crate) fn opens_line(r: &Reading<'_>, i: usize) -> bool {
    let first = || r.sentences().get(r.sentence_at(r.token(i).start)).map(|sentence| sentence.tokens.start);
    r.is(i, Class::LINE_START) && first() == Some(i)
}

/// Whether the name of a month or day behind a word is one, whatever else it can mean.
fn leads_to_time(r: &Reading<'_>, i: usize) -> bool {
    r.word(i).cue.any(Cue::MONTH)
}

/// Whether the token stands at the beginning of a sentence or line, as far as its neighbours tell.
pub(crate) fn begins(r: &Reading<'_>, i: usize) -> bool {
    i == 0
        || r.is(i, Class::LINE_START)
        || r.is(i - 1, Class::STOP | Class::QUOTE)
        || matches!(r.raw(i - 1), ":" | "(" | "•")
}

/// Whether a token has a capital that tells something: in a line that is set like a headline ("Two Held in Telis Last Week", "TWO
/// HELD") every word of weight has one.
pub(crate) fn is_capital(r: &Reading<'_>, i: usize) -> bool {
    r.is(i, Class::CAPITAL) && !in_headline(r, i)
}

fn in_headline(r: &Reading<'_>, i: usize) -> bool {
    let line = r.lines().get(r.line_at(r.token(i).start)).map_or(0..0, |line| line.tokens.clone());
    let around = i.saturating_sub(HEADLINE_REACH).max(line.start)..(i + HEADLINE_REACH).min(line.end);
    let weighty =
        |at: &usize| r.is(*at, Class::WORD) && !r.is(*at, Class::FUNCTION) && r.lower(*at).len() >= SHORTEST_OF_WEIGHT;
    // A paragraph may begin with a row of names, and has its stop; a line that is all capitals may have one too.
    let class = if r.is(line.end.wrapping_sub(1), Class::STOP | Class::QUOTE) { Class::UPPER } else { Class::CAPITAL };
    let (mut words, mut lower) = (0, 0);
    for at in around.filter(weighty) {
        words += 1;
        lower += usize::from(!r.is(at, class));
    }
    words >= FEWEST_OF_WEIGHT && lower == 0
}

/// Whether a capitalised word stands in the middle of a sentence behind another: "Russia Today".
pub(crate) fn is_part_of_name(r: &Reading<'_>, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    let next_to_name = r.is(i + 1, Class::CAPITAL) && !r.is(i + 1, Class::FUNCTION | Class::TEMPORAL);
    r.is(i, Class::CAPITAL)
        && (is_capital(r, i) || next_to_name)
        && !begins(r, i)
        && r.is(before, Class::CAPITAL)
        && r.is(before, Class::WORD)
        && !r.is(before, Class::FUNCTION)
}

/// Whether a weekday's name or abbreviation is one here.
pub(crate) fn is_weekday(r: &Reading<'_>, i: usize, picked: bool) -> bool {
    let word = r.word(i);
    if word.plural || !r.is(i, Class::CAPITAL) {
        // "monday" without its capital is a slip of the pen in captions, and still the day.
        return !word.plural && !word.short;
    }
    if !word.short {
        // "Black Friday", "Bloody Sunday", "Ruby Tuesday" are names; so is what a capitalised noun follows in a title.
        let named = i > 0 && matches!(r.term(i - 1), Term::DayOfName);
        // "The Sunday Times"
        let newspaper = r.is(i + 1, Class::CAPITAL) && matches!(r.term(i + 1), Term::Newspaper | Term::Times);
        return !named && !newspaper;
    }
    // "Sat", "Sun", "Mon", "Wed" stand for days only where the date goes on, or a day's number follows.
    let stop = usize::from(r.term(i + 1) == Term::Dot && r.glued(i + 1));
    let comma = usize::from(r.term(i + 1 + stop) == Term::Comma);
    let dated = r.is(i + 1 + stop + comma, Class::DIGITS | Class::MONTH);
    let plain = matches!(r.term(i), Term::ShortWeekday)
        && (stop == 1 || picked || leads_to_time(r, i.wrapping_sub(1)))
        // "on Weds.", "Mon-Fri"; "Sun." alone is a newspaper, "Sat." a verb that ends its sentence.
        || stop == 1 && (picked || matches!(r.term(i.wrapping_sub(1)), Term::On | Term::Until | Term::By | Term::Since))
        || r.is(i + 1, Class::DASH) && r.is(i + 2, Class::WEEKDAY);
    dated || plain
}

/// Whether a month's name or abbreviation, with no day or year beside it, is one here.
pub(crate) fn is_month(r: &Reading<'_>, i: usize, picked: bool) -> bool {
    if !r.is(i, Class::CAPITAL) {
        return false;
    }
    let before = i.wrapping_sub(1);
    let led = leads_to_time(r, before) || picked || (r.is(before, Class::DASH) && r.glued(i));
    // "Theresa May", "Beau March", "Justice April": a name goes before it; but "Every May".
    let after_name = i > 0
        && !begins(r, i)
        && !leads_to_time(r, before)
        && r.is(before, Class::CAPITAL)
        && r.is(before, Class::WORD)
        && !r.is(before, Class::FUNCTION | Class::WEEKDAY | Class::MONTH | Class::TEMPORAL | Class::TIME_UNIT)
        && !r.is(i, Class::LINE_START);
    // "April Jones", "June Smith", "August Wilson"
    let next = i + 1;
    let before_name = r.is(next, Class::CAPITAL)
        && r.is(next, Class::WORD)
        && !r.glued(next)
        && !r.is(next, Class::LINE_START | Class::FUNCTION | Class::MONTH | Class::WEEKDAY);
    let possessive = matches!(r.term(next), Term::Possessive);
    // "on May Street"
    if is_street(r, next) {
        return false;
    }
    match r.term(i) {
        Term::May | Term::March => {
            if after_name || r.is(i, Class::UPPER) && !led {
                return false;
            }
            // At the head of a sentence "May" and "March" are verbs unless something marks the month.
            led || possessive
                // "the March accession" has the month before its noun, "the march of time" has not.
                || (matches!(r.term(before), Term::The | Term::His | Term::A | Term::Their) && !r.is(next, Class::FUNCTION | Class::CAPITAL | Class::SIGN))
                || (!begins(r, i) && !before_name && r.term(before) != Term::The && (!r.is(next, Class::WORD) || r.is(next, Class::FUNCTION)))
        }
        Term::NameOrMonth | Term::August => led || !(before_name || after_name),
        Term::ShortMonth => {
            // "Jan" and "Mar" are names, "DEC" a firm: an abbreviation needs its stop, or a word that leads to it.
            (led || r.term(next) == Term::Dot) && !before_name && !after_name
        }
        // "Amos July" is a name, "Amos November" none that is met.
        _ => !after_name || led || r.term(i) != Term::July,
    }
}
