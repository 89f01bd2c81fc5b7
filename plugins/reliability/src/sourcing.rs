//! Who stands behind the story's statements: people with a name, people without, nobody.

use crate::page::Page;
use crate::{Direction, Observation, Seen};
use copydesk_core::lang::en::inflection::is_gerund;
use copydesk_core::lang::en::lexicon::{WordSet, entries};
use copydesk_core::{Class, Confidence, Evidence, Place, Reading, Span};
use copydesk_sources::{Class as Of, Source};
use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// "declined" or "asked not" stand at most so many words before "named".
const REQUEST: usize = 6;
/// A name at the side of what somebody is has at most so many tokens: ", Dana von Ilves,".
const APPOSITION: usize = 4;
/// A mention of more tokens is a clause: "a person familiar with the talks on the lock" has nine.
const LONGEST: usize = 12;
/// A sentence of more tokens is not read for a reason or a request.
const LONG: usize = 200;

fn words(list: &'static str) -> WordSet {
    entries(list).flat_map(str::split_ascii_whitespace).collect()
}

static UNNAMED: LazyLock<WordSet> = LazyLock::new(|| words(include_str!("words/unnamed.txt")));
static PLURAL: LazyLock<WordSet> = LazyLock::new(|| words(include_str!("words/plural.txt")));
static REASONS: LazyLock<WordSet> = LazyLock::new(|| words(include_str!("words/reasons.txt")));

/// Signals of the story's attributions.
pub fn seen(page: &Page<'_, '_>) -> Vec<Seen> {
    let of = page.attributions.len();
    let shares = |signal, confidence, spans: Vec<Span>| {
        let evidence: Vec<Evidence> = spans.iter().map(|span| page.reading.cite(*span, "mention")).collect();
        let some = !evidence.is_empty();
        let count = evidence.len();
        some.then(|| Seen::new(signal, Direction::Caution, confidence, evidence).counted(count, Some(of)))
    };
    let mut requests = requests(page);
    let unnamed = page
        .attributions
        .iter()
        .filter(|(span, source)| is_said(source, *span) && is_unnamed(page.reading, *span, source, &requests));
    // "according to an official who" and "an official who" are one mention that was read twice.
    let mut unnamed: Vec<Span> = unnamed.map(|(span, _)| *span).collect();
    unnamed.dedup_by(|later, first| later.overlaps(*first));
    let impersonal = page.attributions.iter().filter(|(_, source)| source.class == Of::Impersonal);
    let impersonal = impersonal.map(|(span, _)| *span).collect();
    requests.retain(|request| !request.reason);
    let evidence: Vec<Evidence> = requests.iter().map(|r| page.reading.cite(r.span, "mention")).collect();
    let plural: Vec<Evidence> = unnamed
        .iter()
        .filter(|span| is_plural(page.reading, **span))
        .map(|span| page.reading.cite(*span, "mention"))
        .collect();
    let mut seen = Vec::new();
    seen.extend(named(page));
    if !plural.is_empty() {
        let (signal, count) = (Observation::PluralSources, plural.len());
        seen.push(Seen::new(signal, Direction::Caution, Confidence::Medium, plural).counted(count, Some(of)));
    }
    seen.extend(shares(Observation::UnnamedSources, Confidence::Medium, unnamed));
    if !evidence.is_empty() {
        let (signal, count) = (Observation::AnonymityWithoutReason, evidence.len());
        seen.push(Seen::new(signal, Direction::Caution, Confidence::Medium, evidence).counted(count, None));
    }
    seen.extend(shares(Observation::ImpersonalAttribution, Confidence::Medium, impersonal));
    seen
}

/// People with a name, each once.
fn named(page: &Page<'_, '_>) -> Option<Seen> {
    let (mut names, mut evidence, mut known) = (Vec::new(), Vec::new(), HashSet::new());
    let surnames: HashSet<&str> = page.people.iter().filter_map(|full| Some(full.rsplit_once(' ')?.1)).collect();
    for (span, source) in &page.attributions {
        let person = matches!(source.class, Of::NamedPerson | Of::Official | Of::Expert);
        let Some(name) = source.name.as_deref().filter(|name| person && page.people.contains(name)) else {
            continue;
        };
        if !is_said(source, *span) || !is_own_name(page.reading, *span) {
            continue;
        }
        // "He said", "the candidate boasted": whom that means is a conclusion; a name that the mention itself has is none.
        let part = |i: usize| {
            let word = page.reading.raw(i);
            page.reading.is(i, Class::CAPITAL) && name.split([' ', '-']).any(|part| part == word)
        };
        let said = beside(page.reading, *span).any(|i| part(i) || page.reading.raw(i) == name);
        // "Columns that Brill wrote", where "Ada Brill" is known: one person.
        let twice = !name.contains(' ') && surnames.contains(name);
        if !said || twice {
            continue;
        }
        if known.insert(name) {
            names.push(name.to_owned());
            evidence.push(page.reading.cite(*span, "mention"));
        }
    }
    let count = names.len();
    let signal = Seen::new(Observation::NamedSources, Direction::Good, Confidence::Medium, evidence);
    (count > 0).then(|| signal.about(names).counted(count, None))
}

/// Whether something was said: not "could add a title to his name", nor a participle behind the mention, whose subject may be another ("after errors by his
/// adviser, admitting that"). "Citing Ada Brill" stands before it.
fn is_said(source: &Source, mention: Span) -> bool {
    let Some(cue) = source.cue.as_ref() else { return true };
    let participle = cue.start >= mention.end && is_gerund(&cue.text) && !cue.text.contains(' ');
    !participle && !withheld(cue)
}

/// Whether a mention is somebody's name or what they are, and no more: not "I’ve", "In discussing the views of Ada Brill", "one of his rivals (Brill".
fn is_own_name(reading: &Reading<'_>, mention: Span) -> bool {
    let mut tokens = reading.tokens_in(mention);
    let first = reading.lower(tokens.start);
    let pronoun = first.starts_with("i'") || first.starts_with("i’") || first == "i";
    let leads_in =
        matches!(first, "in" | "of" | "after" | "as" | "with" | "by" | "for" | "at" | "on" | "one" | "while" | "when");
    !pronoun && !leads_in && !tokens.any(|i| reading.raw(i) == "(")
}

/// The tokens of a mention, and of the apposition at its side: "the minister, Dana Ilves, said"; "Ada Brill, head of the lock, said".
fn beside(reading: &Reading<'_>, mention: Span) -> std::iter::Chain<Range<usize>, Range<usize>> {
    let tokens = reading.tokens_in(mention);
    let comma = |i: usize| reading.raw(i) == ",";
    let before = match tokens.start.checked_sub(1).filter(|&i| comma(i)) {
        Some(at) => at.saturating_sub(APPOSITION)..at,
        None => 0..0,
    };
    let behind = if comma(tokens.end) { tokens.end + APPOSITION } else { tokens.end };
    before.chain(tokens.start..behind)
}

/// Whether the source is somebody without a name, and no office, government or house that speaks for itself.
fn is_unnamed(reading: &Reading<'_>, mention: Span, source: &Source, requests: &[Request]) -> bool {
    if !matches!(source.class, Of::Anonymous | Of::Collective) {
        return false;
    }
    let tokens = reading.tokens_in(mention);
    let sentence = reading.sentence_at(mention.start);
    let asked = requests.binary_search_by_key(&sentence, |request| request.sentence).is_ok();
    if asked && source.class == Of::Anonymous {
        return true;
    }
    let behind = |i: usize| {
        matches!(
            reading.lower(i),
            "of" | "for" | "at" | "in" | "from" | "with" | "on" | "who" | "to" | "close" | "familiar" | "by" | ","
        )
    };
    let end = tokens.clone().find(|&i| behind(i)).unwrap_or(tokens.end);
    let Some(head) = end.checked_sub(1).filter(|head| *head >= tokens.start) else { return false };
    // "idle since the engineer", "the mayor and her advisers": more than a mention of somebody, or not only of somebody without a name.
    let mixed =
        (tokens.start + 1..head).any(|i| matches!(reading.lower(i), "the" | "his" | "her" | "their" | "its" | "since"));
    if mixed || matches!(reading.lower(tokens.start), "few" | "no") {
        return false;
    }
    // "Lund Insider" is a house; "a man who will say what he" is a clause.
    let house = head > tokens.start && (tokens.start..=head).all(|i| reading.is(i, Class::CAPITAL));
    if house || tokens.len() > LONGEST {
        return false;
    }
    let word = reading.lower(head);
    if !UNNAMED.contains(word) {
        return false;
    }
    // "as often as people say it", "some of the boats"; but "people familiar with the talks said".
    if matches!(word, "people" | "person" | "some") && matches!(reading.lower(end), "of" | "in" | "on" | "")
        || matches!(word, "people" | "person") && end == tokens.end
        || in_apposition(reading, tokens.start, head, tokens.end, source)
    {
        return false;
    }
    // "the witness" is somebody who was spoken of before, perhaps by name; "the source" never has one.
    let several = word.ends_with('s') && !word.ends_with("ss");
    let back = matches!(reading.lower(tokens.start), "the" | "this" | "that") && !several;
    if back && !matches!(word, "source" | "insider") {
        return false;
    }
    // "Economists at Banco Olmeda": the house that they speak for is named.
    let house = reading.lower(end) == "at" && (end + 1..end + 3).any(|i| reading.is(i, Class::CAPITAL));
    !house
}

/// "Experts", "some observers": people in the plural of whom nothing more is said, not how many and not whose they are.
fn is_plural(reading: &Reading<'_>, mention: Span) -> bool {
    let mut tokens = reading.tokens_in(mention);
    let Some(last) = tokens.next_back() else { return false };
    let vague = |i: usize| {
        matches!(reading.lower(i), "some" | "many" | "most" | "several" | "other" | "various" | "numerous" | "the")
    };
    PLURAL.contains(reading.lower(last)) && tokens.all(vague)
}

/// "her chief adviser, Ada Brill, said", "Ada Brill, a critic of the dam, said": the name stands beside it. "by analysts, called augurs,": no verb
/// of theirs.
fn in_apposition(reading: &Reading<'_>, start: usize, head: usize, end: usize, source: &Source) -> bool {
    let comma = |i: usize| reading.raw(i) == ",";
    let singular = !reading.lower(head).ends_with('s');
    let calendar = Class::MONTH | Class::WEEKDAY;
    let before = start
        .checked_sub(2)
        .filter(|_| comma(start - 1))
        .is_some_and(|i| (reading.is(i, Class::CAPITAL) && !reading.is(i, calendar)) || reading.raw(i) == ")");
    let whose = matches!(reading.lower(head), "source" | "official" | "insider" | "diplomat" | "witness");
    let behind = comma(end) && reading.is(end + 1, Class::CAPITAL);
    let participle = comma(end) && source.cue.as_ref().is_some_and(|cue| cue.start == reading.token(end + 1).start);
    // "others, including Senator Brill": some have a name.
    let set_off = comma(end) || reading.is(end, Class::DASH);
    let including = set_off && matches!(reading.lower(end + 1), "including" | "among");
    singular && (behind || before && !whose) || participle || including
}

/// "Officials did not say why", "experts would object": nothing was said.
fn withheld(cue: &Place) -> bool {
    let is = |word: &str, other: &str| word.eq_ignore_ascii_case(other);
    cue.text.split_ascii_whitespace().any(|word| {
        let short =
            word.len() < 6 && ["not", "never", "would", "could", "might", "will"].iter().any(|other| is(word, other));
        short || word.ends_with("n't") || word.ends_with("n’t")
    })
}

/// Somebody asked not to be named.
struct Request {
    sentence: usize,
    span: Span,
    reason: bool,
}

/// "on condition of anonymity", "who asked not to be named", outside of what others say; one a sentence.
fn requests(page: &Page<'_, '_>) -> Vec<Request> {
    let reading = page.reading;
    let mut found = Vec::new();
    for (number, sentence) in reading.sentences().iter().enumerate() {
        let tokens = sentence.tokens.clone();
        if tokens.len() > LONG {
            continue;
        }
        let phrase = tokens.clone().find_map(|i| request(reading, i, &tokens));
        let Some(phrase) = phrase.filter(|phrase| (page.story)(*phrase) && !page.is_others(*phrase)) else { continue };
        if !is_cited(page, number) {
            continue;
        }
        // "since", "as" and "to speak freely" give a reason only right behind the request; elsewhere they may say since when.
        let behind = reading.tokens_in(phrase).end;
        let behind = behind + usize::from(reading.raw(behind) == ",");
        let reason = tokens.clone().any(|i| REASONS.contains(reading.lower(i)))
            || matches!(
                reading.lower(behind),
                "as" | "since" | "so" | "for" | "to" | "pending" | "before" | "ahead" | "until"
            );
        found.push(Request { sentence: number, span: phrase, reason });
    }
    found
}

/// Whether a sentence or its neighbours attribute anything: "friends who declined to be named laid flowers" says who is in a picture.
fn is_cited(page: &Page<'_, '_>, sentence: usize) -> bool {
    let sentences = page.reading.sentences();
    let last = sentences.get(sentence + 1).or_else(|| sentences.get(sentence));
    let (Some(first), Some(last)) = (sentences.get(sentence.saturating_sub(1)), last) else { return false };
    let (start, end) = (first.span.start, last.span.end);
    let next = page.attributions.partition_point(|(mention, _)| mention.end <= start);
    page.attributions.get(next).is_some_and(|(mention, _)| mention.start < end)
}

/// The phrase that ends at token `i`.
fn request(reading: &Reading<'_>, i: usize, sentence: &Range<usize>) -> Option<Span> {
    let at = |back: usize| i.checked_sub(back).filter(|i| *i >= sentence.start).map_or("", |i| reading.lower(i));
    match reading.lower(i) {
        "anonymity" => match (at(2), at(1)) {
            ("condition", "of") => Some(reading.span(i - 2..i + 1)),
            (_, "requested" | "requesting" | "granted") => Some(reading.span(i - 1..i + 1)),
            _ => None,
        },
        "named" | "identified" if at(1) == "be" && at(2) == "to" => {
            let verb = (3..=REQUEST).find(|&back| {
                matches!(
                    at(back),
                    "declined"
                        | "declining"
                        | "refused"
                        | "refusing"
                        | "asked"
                        | "asking"
                        | "want"
                        | "wanted"
                        | "wish"
                        | "wished"
                        | "wishing"
                        | "preferred"
                        | "requested"
                )
            })?;
            if !matches!(at(verb), "declined" | "declining" | "refused" | "refusing") {
                // "asked not to be named", "did not want to be named"; "he asked to be named" is none.
                let not = (3..=verb + 2).find(|&back| matches!(at(back), "not" | "n't" | "didn't" | "didn’t"))?;
                return Some(reading.span(i - verb.max(not)..i + 1));
            }
            Some(reading.span(i - verb..i + 1))
        }
        _ => None,
    }
}
