//! Who speaks: the noun phrase that a reporting verb has for its subject, before it or (inverted) behind it.

use crate::page::Page;
use crate::words::{
    is_adverb, is_auxiliary, is_determiner, is_finite, is_preposition, is_pronoun, is_subordinator, nominal_before,
    verb,
};
use copydesk_core::Class;
use std::ops::Range;

/// The longest subject that is read, in tokens: "Tim Hale, the former deputy head of …, who …," runs to 40 in the longest met.
const LONGEST: usize = 60;
/// A relative clause between a subject and its verb is looked for so many tokens back.
const RELATIVE: usize = 14;
/// So many insertions in commas are looked behind for the subject: "Hale, 41, a lawyer, who …, and now mayor, said".
const INSERTIONS: usize = 6;

/// The noun phrase that ends before token `end`, not reaching back over `floor`; empty where none does.
pub fn noun_phrase_before(page: &Page<'_, '_>, end: usize, floor: usize) -> Range<usize> {
    let reading = page.reading;
    let floor = floor.max(end.saturating_sub(LONGEST));
    let mut i = end;
    let mut head = false;
    while i > floor {
        let at = i - 1;
        let word = reading.lower(at);
        let class = reading.class(at);
        if class.any(Class::QUOTE) || page.quoted(at) {
            // A nickname in marks between the names of one person.
            match page.stretch_at(at) {
                Some(s)
                    if s.inner.len() <= 3
                        && s.outer.start > floor
                        && reading.is(s.outer.start - 1, Class::CAPITAL)
                        && head =>
                {
                    i = s.outer.start;
                    continue;
                }
                _ => break,
            }
        }
        if class.any(Class::WORD) {
            if is_pronoun(word) && !class.any(Class::UPPER) {
                if i == end && !head {
                    return at..end;
                }
                break;
            }
            if is_subordinator(word) && !class.any(Class::UPPER) {
                break;
            }
            if matches!(word, "and" | "or" | "&") {
                if !head || !joins_nouns(page, at, floor) {
                    break;
                }
                i = at;
                continue;
            }
            if is_preposition(word) {
                i = at;
                head = false;
                continue;
            }
            if is_finite(reading, at) || (is_auxiliary(word) && !class.any(Class::CAPITAL)) {
                // "officials briefed on the matter said": a participle that follows its noun.
                let participle = !is_auxiliary(word) && word.ends_with("ed") && !head;
                if !participle {
                    break;
                }
                i = at;
                continue;
            }
            if verb(reading, at).is_some_and(|v| v.shape == crate::words::Shape::Gerund)
                && !nominal_before(reading, at)
                && head
            {
                break;
            }
            head = head || !is_adverb(word);
            i = at;
            continue;
        }
        match reading.raw(at) {
            ")" | "]" => {
                let lowest = floor.max(at.saturating_sub(14));
                match (lowest..at).rev().find(|&j| matches!(reading.raw(j), "(" | "[")) {
                    Some(open) => i = open,
                    None => break,
                }
            }
            "." if reading.glued(at) && at > floor => i = at, // "U.S.", "Sen."
            "'s" | "’s" | "'" | "’" | "&" | "@" | "#" | "_" | "/" => i = at,
            "," if head && lists_names(page, at, end, floor) => i = at,
            "," if !page.is_comma(at) => i = at,
            _ if class.any(Class::DASH) && reading.glued(at) && reading.glued(at + 1) => i = at,
            _ if class.any(Class::DIGITS | Class::CURRENCY | Class::PERCENT) => i = at,
            _ => break,
        }
    }
    trim(page, i..end)
}

/// "South Korea, Japan and the United States": a comma between names, with an "and" further on.
fn lists_names(page: &Page<'_, '_>, comma: usize, end: usize, floor: usize) -> bool {
    let reading = page.reading;
    comma > floor
        && reading.is(comma - 1, Class::CAPITAL)
        && (reading.is(comma + 1, Class::CAPITAL) || is_determiner(reading.lower(comma + 1)))
        && (comma + 2..end.min(comma + 12)).any(|j| reading.lower(j) == "and")
}

/// Whether the "and" at `at` ties two nouns, not two clauses: no finite verb stands between it and the clause's beginning.
fn joins_nouns(page: &Page<'_, '_>, at: usize, floor: usize) -> bool {
    let reading = page.reading;
    let mut j = at;
    while j > floor {
        j -= 1;
        if page.quoted(j) || matches!(reading.raw(j), ";" | ":" | "—" | "–") {
            return false;
        }
        if is_finite(reading, j) {
            return false;
        }
        let word = reading.lower(j);
        if is_subordinator(word) || reading.raw(j) == "," {
            return j + 1 < at;
        }
    }
    j < at
}

/// Drops what cannot begin a noun phrase ("meanwhile", "on Monday the minister") and what cannot end one.
fn trim(page: &Page<'_, '_>, mut range: Range<usize>) -> Range<usize> {
    let reading = page.reading;
    loop {
        let word = reading.lower(range.start);
        if range.is_empty() {
            return range;
        }
        let leads = (is_adverb(word) && !reading.is(range.start, Class::UPPER | Class::BOUND))
            || matches!(
                word,
                "and"
                    | "or"
                    | "but"
                    | "yesterday"
                    | "today"
                    | "tonight"
                    | "meanwhile"
                    | "however"
                    | "still"
                    | ","
                    | ")"
                    | "."
                    | "'s"
                    | "’s"
            );
        if leads {
            range.start += 1;
            continue;
        }
        break;
    }
    // "about three in ten", "over 40 residents"
    let counts = matches!(reading.lower(range.start), "about" | "around" | "over")
        && reading.is(range.start + 1, Class::DIGITS | Class::NUMBER);
    if is_preposition(reading.lower(range.start)) && !counts && reading.lower(range.start) != "like" {
        range = last_phrase(page, range);
    } else if temporal_start(page, &range) > range.start {
        range.start = temporal_start(page, &range);
    }
    range
}

/// "Tuesday the mayor", "last week Mr. Hale".
fn temporal_start(page: &Page<'_, '_>, range: &Range<usize>) -> usize {
    let reading = page.reading;
    let mut i = range.start;
    while i + 1 < range.end
        && reading.is(i, Class::WEEKDAY | Class::TEMPORAL | Class::TIME_UNIT)
        && !reading.is(i, Class::TITLE)
    {
        i += 1;
    }
    if i > range.start && !reading.is(i - 1, Class::WEEKDAY | Class::TIME_UNIT) && reading.lower(i - 1) != "yesterday" {
        return range.start; // "former", "last" belong to the noun
    }
    i
}

/// The last noun phrase of a run that begins with a preposition: "In a statement Ms. Okoro" gives "Ms. Okoro".
fn last_phrase(page: &Page<'_, '_>, range: Range<usize>) -> Range<usize> {
    let reading = page.reading;
    let capital = |i: usize| {
        reading.is(i, Class::CAPITAL) || (matches!(reading.raw(i), "." | "'s" | "’s" | "’" | "'") && reading.glued(i))
    };
    let mut start = range.end;
    if capital(range.end - 1) {
        while start > range.start + 1 && capital(start - 1) {
            start -= 1;
        }
        // "In Ohio on Monday Hale": nothing tells where the place ends, so a weekday does.
        if let Some(day) = (start..range.end).find(|&i| reading.is(i, Class::WEEKDAY))
            && day + 1 < range.end
        {
            start = day + 1;
        }
        if start > range.start && is_determiner(reading.lower(start - 1)) {
            start -= 1;
        }
        return start..range.end;
    }
    while start > range.start + 1 {
        start -= 1;
        if is_determiner(reading.lower(start)) {
            break;
        }
    }
    if is_preposition(reading.lower(start.saturating_sub(1))) && start <= range.start + 1 {
        return range.end..range.end; // the phrase is all of a prepositional one: "In the end said"
    }
    start..range.end
}

/// The subject of a verb whose group begins at `at`, in the clause that begins at `floor`.
pub fn subject_before(page: &Page<'_, '_>, at: usize, floor: usize) -> Option<Range<usize>> {
    let reading = page.reading;
    let end = skip_back_temporal(page, at, floor);
    if end > floor && matches!(reading.raw(end - 1), "," | "—" | "–" | "-") && !reading.glued(end) {
        return behind_commas(page, end - 1, floor);
    }
    // "according to the palace, which says that it rained"; but "they march by night, which may explain it".
    let speaks = matches!(
        reading.lower(at),
        "says" | "said" | "claims" | "claimed" | "insists" | "insisted" | "argues" | "argued" | "denies" | "denied"
    );
    if speaks && end > floor + 1 && reading.lower(end - 1) == "which" && reading.raw(end - 2) == "," {
        return Some(end - 1..end);
    }
    let phrase = noun_phrase_before(page, end, floor);
    if !phrase.is_empty() && !is_bare(page, &phrase) {
        // "voters who say": the pronoun is the subject, and its noun is found when the name is asked for.
        if phrase.len() == 1 && reading.lower(phrase.start) == "who" {
            return Some(phrase);
        }
        // "people who know him said": the relative clause's verb is not far.
        if reading.lower(phrase.start) == "who" {
            let noun = noun_phrase_before(page, phrase.start, floor);
            let apart = phrase.start > floor && reading.raw(phrase.start - 1) == ",";
            if !(noun.is_empty() || apart) {
                return Some(noun.start..phrase.end);
            }
        }
        if let Some(first) = list_start(page, &phrase, floor) {
            return Some(first..phrase.end);
        }
        return Some(behind_relative(page, &phrase, floor).map_or(phrase.clone(), |noun| noun.start..phrase.end));
    }
    clause_subject(page, floor, at)
}

/// "Friends, lobbyists and former foes said", "41 % of farmers, 30 % of fishers and 9 % of traders said": where a list begins
/// whose last two members the phrase holds.
fn list_start(page: &Page<'_, '_>, phrase: &Range<usize>, floor: usize) -> Option<usize> {
    let reading = page.reading;
    let joined = phrase.clone().any(|i| reading.lower(i) == "and");
    let comma = phrase.start.checked_sub(1).filter(|&i| joined && i > floor && page.is_comma(i))?;
    let first = clause_subject(page, floor, comma + 1)?;
    (first.end <= comma && undisturbed(page, first.end, comma) && !is_time(page, &first)).then_some(first.start)
}

/// Whether no clause but a relative one stands in these words.
fn undisturbed(page: &Page<'_, '_>, start: usize, end: usize) -> bool {
    let reading = page.reading;
    let mut relative = false;
    (start..end).all(|i| {
        let word = reading.lower(i);
        relative |= matches!(word, "who" | "which" | "whose" | "where" | "that");
        let participle = word.ends_with("ed") && !is_auxiliary(word);
        !page.quoted(i) && !matches!(reading.raw(i), ";" | ":") && (relative || participle || !is_finite(reading, i))
    })
}

/// "The next day", "Last week": a phrase that ends in a time is no subject.
fn is_time(page: &Page<'_, '_>, phrase: &Range<usize>) -> bool {
    let time = Class::WEEKDAY | Class::MONTH | Class::DIGITS | Class::TEMPORAL | Class::TIME_UNIT;
    page.reading.is(phrase.end.saturating_sub(1), time)
}

/// "officials who spoke with the paper said": the noun before "who", where nothing but the relative clause stands between.
fn behind_relative(page: &Page<'_, '_>, phrase: &Range<usize>, floor: usize) -> Option<Range<usize>> {
    let reading = page.reading;
    let lowest = floor.max(phrase.start.saturating_sub(RELATIVE));
    let mut finite = false;
    for j in (lowest..phrase.start).rev() {
        let word = reading.lower(j);
        if word == "who" && finite {
            let noun = noun_phrase_before(page, j, floor);
            return (!noun.is_empty() && !is_bare(page, &noun) && noun.end == j).then_some(noun);
        }
        // "Posters that went up in Velm read": the verb follows its relative.
        if word == "that"
            && is_finite(reading, j + 1)
            && j > floor
            && !reading.is(j - 1, Class::SPEECH | Class::FUNCTION)
        {
            let noun = noun_phrase_before(page, j, floor);
            return (!noun.is_empty() && !is_bare(page, &noun) && noun.end == j).then_some(noun);
        }
        if page.quoted(j)
            || is_subordinator(word)
            || matches!(word, "and" | "or" | "," | ";" | ":")
            || reading.is(j, Class::DASH)
        {
            return None;
        }
        finite |= is_finite(reading, j) || verb(reading, j).is_some();
    }
    None
}

/// Whether the phrase is no noun at all: "and then", "to".
fn is_bare(page: &Page<'_, '_>, phrase: &Range<usize>) -> bool {
    let reading = page.reading;
    phrase.clone().all(|i| {
        let word = reading.lower(i);
        is_preposition(word) || is_adverb(word) || !reading.is(i, Class::WORD) || is_auxiliary(word)
    })
}

/// "Hale on Monday said", "Hale this week said".
fn skip_back_temporal(page: &Page<'_, '_>, at: usize, floor: usize) -> usize {
    let reading = page.reading;
    let mut end = at;
    let lowest = floor.max(at.saturating_sub(5)) + 1;
    while end > lowest
        && reading.is(end - 1, Class::WEEKDAY | Class::TIME_UNIT | Class::TEMPORAL)
        && reading.lower(end - 1) != "former"
    {
        end -= 1;
    }
    if end < at && end > lowest && matches!(reading.lower(end - 1), "on" | "in" | "this" | "of") {
        end -= 1;
    }
    // "Hale last week also said"
    while end > lowest && is_adverb(reading.lower(end - 1)) {
        end -= 1;
    }
    end
}

/// The subject before an insertion in commas: "Hale, the mayor of Port Mirel, said".
fn behind_commas(page: &Page<'_, '_>, comma: usize, floor: usize) -> Option<Range<usize>> {
    let reading = page.reading;
    let floor = floor.max(comma.saturating_sub(LONGEST));
    let mut comma = comma;
    while comma > floor && reading.is(comma, Class::DASH) && reading.glued(comma) && reading.is(comma - 1, Class::DASH)
    {
        comma -= 1;
    }
    // "Hale, 41, a lawyer from Port Mirel, Massachusetts, said", "The director of the port, Ann Hale, said", "Voters — and two thirds
    // of the aides — said": the clause begins with its subject, and nothing but insertions follows.
    if let Some(first) = clause_subject(page, floor, comma)
        && first.end < comma
        && !is_time(page, &first)
        && (page.is_comma(first.end) || reading.is(first.end, Class::DASH))
        && undisturbed(page, first.end, comma)
    {
        return Some(first.start..comma);
    }
    let mut last = comma;
    let mut best: Option<Range<usize>> = None;
    for _ in 0..INSERTIONS {
        // The comma (or dash) that opens this insertion.
        let opens = (floor..last).rev().find(|&j| {
            !page.quoted(j)
                && (page.is_comma(j) || (reading.is(j, Class::DASH) && !(reading.glued(j) && reading.glued(j + 1))))
        });
        let Some(opens) = opens else { break };
        // "a woman in Worcester, Massachusetts, said": the region of a place is no subject.
        let region = reading.is(opens.saturating_sub(1), Class::CAPITAL)
            && (opens.saturating_sub(4).max(floor)..opens)
                .any(|j| matches!(reading.lower(j), "in" | "from" | "of" | "near"))
            && last - opens <= 4;
        if !region && !is_insertion(page, opens + 1, last) {
            let own = noun_phrase_before(page, last, opens + 1);
            if own.is_empty() || is_bare(page, &own) {
                return best;
            }
            // "the campaign chief, Paul Hale, said": the office stands before the name.
            let office = noun_phrase_before(page, opens, floor);
            let named = own.start == opens + 1
                && is_determiner(reading.lower(office.start))
                && !reading.is(
                    office.end.saturating_sub(1),
                    Class::CAPITAL | Class::WEEKDAY | Class::TIME_UNIT | Class::DIGITS,
                )
                && !introduces(page, &office, floor);
            return Some(if named { office.start } else { own.start }..comma);
        }
        let phrase = noun_phrase_before(page, opens, floor);
        // "Hale, R-Texas, who …, said": the tag of a party is passed over.
        let tag =
            phrase.len() <= 5 && reading.raw(phrase.start + 1) == "-" && reading.token(phrase.start).span().len() == 1;
        if tag {
            last = opens;
            continue;
        }
        if !phrase.is_empty() && !is_bare(page, &phrase) && !introduces(page, &phrase, floor) {
            best = Some(phrase.start..comma);
            let named = reading.is(phrase.start, Class::CAPITAL) && !is_determiner(reading.lower(phrase.start));
            if named
                || is_pronoun(reading.lower(phrase.start))
                || phrase.start <= floor
                || reading.raw(phrase.start - 1) != ","
            {
                return best;
            }
        } else if best.is_none() {
            // "On Monday, the spokesman, said": what stands before is an introduction, so the insertion is the subject.
            let own = noun_phrase_before(page, last, opens + 1);
            best = (!own.is_empty() && !is_bare(page, &own)).then_some(own.start..comma);
            if best.is_some() {
                return best;
            }
        }
        last = opens;
    }
    best.or_else(|| {
        let phrase = noun_phrase_before(page, last, floor);
        (!phrase.is_empty() && !is_bare(page, &phrase)).then_some(phrase.start..comma)
    })
}

/// Whether these words are an insertion behind a noun: "a lawyer", "who left in May", "speaking in Ohio", "34".
fn is_insertion(page: &Page<'_, '_>, start: usize, end: usize) -> bool {
    let reading = page.reading;
    let word = reading.lower(start);
    is_determiner(word)
        || is_preposition(word)
        || is_subordinator(word)
        || is_adverb(word)
        || reading.is(start, Class::DIGITS)
        // "Hale's deputy", "Ohio governor": names end in a capital.
        || (reading.is(end.saturating_sub(1), Class::WORD) && !reading.is(end.saturating_sub(1), Class::CAPITAL))
        || (!reading.is(start, Class::CAPITAL))
        || matches!(reading.raw(end.saturating_sub(1)), ".") && end - start <= 4
        || (reading.lower(start + 1) == "-" && reading.glued(start + 1) && end - start <= 5)
}

/// Whether the phrase is the tail of an introduction: "On Monday", "In a speech".
fn introduces(page: &Page<'_, '_>, phrase: &Range<usize>, floor: usize) -> bool {
    let reading = page.reading;
    let before = phrase.start > floor && is_preposition(reading.lower(phrase.start - 1));
    before
        || is_preposition(reading.lower(phrase.start))
        || phrase
            .clone()
            .all(|i| reading.is(i, Class::WEEKDAY | Class::MONTH | Class::DIGITS | Class::TEMPORAL | Class::TIME_UNIT))
}

/// The subject of the clause that begins at `floor`, where a later verb shares it: "Okoro visited Moscow and said".
pub fn clause_subject(page: &Page<'_, '_>, floor: usize, limit: usize) -> Option<Range<usize>> {
    let reading = page.reading;
    let limit = limit.min(floor + LONGEST);
    let mut start = floor;
    // Introductions end at a comma: "In a statement on Monday, …", "But while he agreed, …".
    for _ in 0..4 {
        while start < limit
            && (matches!(
                reading.lower(start),
                "and"
                    | "but"
                    | "or"
                    | "so"
                    | "yet"
                    | "then"
                    | ","
                    | "meanwhile"
                    | "still"
                    | "later"
                    | "also"
                    | "\""
                    | "”"
            ) || reading.is(start, Class::DASH))
        {
            start += 1;
        }
        let word = reading.lower(start);
        let introduces = (is_preposition(word)
            || is_subordinator(word)
            || is_adverb(word)
            || word.ends_with("ing")
            || (word.ends_with("ed") && is_preposition(reading.lower(start + 1)))
            || word == "asked"
            || word == "however")
            && !is_determiner(word);
        if !introduces {
            break;
        }
        match (start..limit).find(|&j| page.is_comma(j) && !page.quoted(j)) {
            Some(comma) => start = comma + 1,
            None => return None,
        }
    }
    let mut end = start;
    while end < limit {
        let word = reading.lower(end);
        if page.quoted(end)
            || page.is_comma(end)
            || matches!(reading.raw(end), ";" | ":" | "—" | "–")
            || (end > start && is_finite(reading, end))
            || (end > start && (is_subordinator(word) || is_adverb(word)) && !reading.is(end, Class::UPPER))
        {
            break;
        }
        end += 1;
        if end == start + 1 && is_pronoun(word) {
            break;
        }
    }
    let phrase = start..end;
    (!phrase.is_empty() && end < limit && !is_bare(page, &phrase)).then_some(phrase)
}

/// The subject behind an inverted verb ("said Ann Hale, a lawyer at …, on Monday"), from token `at`.
pub fn subject_behind(page: &Page<'_, '_>, at: usize, limit: usize) -> Option<Range<usize>> {
    let reading = page.reading;
    let limit = limit.min(at + LONGEST);
    let mut end = at;
    while end < limit {
        let word = reading.lower(end);
        let class = reading.class(end);
        if page.quoted(end) || class.any(Class::QUOTE) && !matches!(reading.raw(end), "'s" | "’s" | "'" | "’") {
            match page.stretch_at(end) {
                Some(s) if s.inner.len() <= 2 && end > at && reading.is(s.outer.end, Class::CAPITAL) => {
                    end = s.outer.end;
                    continue;
                }
                _ => break,
            }
        }
        let stop = match reading.raw(end) {
            "," => page.is_comma(end),
            ";" | ":" | "(" | "—" | "–" => true,
            "." => {
                !(reading.glued(end)
                    && end + 1 < limit
                    && (reading.is(end - 1, Class::TITLE)
                        || reading.token(end - 1).span().len() <= 2
                        || reading.is(end + 1, Class::CAPITAL)))
            }
            _ => class.any(Class::STOP) || (class.any(Class::DASH) && !(reading.glued(end) && reading.glued(end + 1))),
        };
        if stop {
            break;
        }
        if end == at {
            let noun = class.any(Class::CAPITAL | Class::DIGITS)
                || is_determiner(word)
                || is_pronoun(word)
                || (class.any(Class::WORD) && !class.any(Class::FUNCTION) && !is_adverb(word));
            if !noun || is_preposition(word) {
                return None;
            }
            if is_pronoun(word) && !class.any(Class::UPPER) {
                end += 1;
                break;
            }
        } else if (is_subordinator(word) && !matches!(word, "who"))
            || (is_finite(reading, end) && (is_auxiliary(word) || !word.ends_with("ed")))
            || class.any(Class::WEEKDAY)
            || (matches!(word, "in" | "on" | "during" | "after" | "before" | "at" | "when" | "via" | "this" | "last")
                && ends_subject(page, end))
            || (word.ends_with("ing") && reading.is(end - 1, Class::CAPITAL))
            || (is_adverb(word) && !class.any(Class::CAPITAL) && !is_determiner(reading.lower(end - 1)))
        {
            break;
        }
        end += 1;
    }
    // "Rep. Ann Hale (D-Ohio)"
    if reading.raw(end) == "("
        && end > at
        && let Some(close) = (end..limit.min(end + 8)).find(|&j| reading.raw(j) == ")")
    {
        end = close + 1;
    }
    let phrase = at..end;
    (!phrase.is_empty() && !is_bare(page, &phrase)).then_some(phrase)
}

/// Whether the preposition begins an adverbial of the verb, not a part of the name: "said Hale in a statement", "on Monday".
fn ends_subject(page: &Page<'_, '_>, at: usize) -> bool {
    let reading = page.reading;
    match reading.lower(at) {
        "at" | "in" => {
            // "a professor at Yale", "the top judge in Ohio"; but "Hale in a statement", "Hale at a rally".
            reading.is(at - 1, Class::CAPITAL) || matches!(reading.lower(at + 1), "a" | "an" | "response")
        }
        _ => true,
    }
}
