//! Cues: words that give away what a line is.

use crate::{Label, unit::Unit};
use copydesk_core::{Class, Reading, lang::en::lexicon::entries};
use std::collections::HashMap;
use std::sync::LazyLock;

/// A cue that stands anywhere counts in lines of at most so many words; longer ones are stories that mention it.
const ANYWHERE: u32 = 45;
/// A cue at the beginning counts in lines of at most so many words.
const BEGINNING: u32 = 14;
/// A head has at most so many words more: "More in" and the name of a section.
const HEAD: u32 = 5;

/// Where in a line a cue stands, and how far it reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// It is the whole line.
    Line,
    /// The line begins with it.
    Start,
    /// Anywhere in the line.
    Any,
    /// It heads the short lines below.
    Head,
    /// It heads all that follows the story.
    End,
}

/// A cue that was met.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    pub label: Label,
    pub place: Place,
    words: &'static str,
}

/// All cues.
struct Cues {
    /// By their first word.
    by_word: HashMap<&'static str, Vec<Cue>>,
    /// For each first byte the lengths of the words that a cue begins with, as bits: most words are told by it to begin none.
    beginnings: [u32; 256],
    /// The same for cues that stand anywhere.
    anywhere: [u32; 256],
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let mut cues = Cues { by_word: HashMap::new(), beginnings: [0; 256], anywhere: [0; 256] };
    for line in entries(include_str!("words/cues.txt")) {
        let mut parts = line.splitn(3, ' ');
        let (Some(label), Some(place), Some(words)) = (parts.next(), parts.next(), parts.next()) else { continue };
        let place = match place {
            "line" => Place::Line,
            "start" => Place::Start,
            "any" => Place::Any,
            "head" => Place::Head,
            _ => Place::End,
        };
        let (Some(label), Some(first)) = (Label::named(label), words.split(' ').next()) else { continue };
        mark(&mut cues.beginnings, first);
        if place == Place::Any {
            mark(&mut cues.anywhere, first);
        }
        cues.by_word.entry(first).or_default().push(Cue { label, place, words });
    }
    cues
});

fn mark(lengths: &mut [u32; 256], word: &str) {
    if let Some(bits) = word.bytes().next().and_then(|byte| lengths.get_mut(usize::from(byte))) {
        *bits |= 1 << (word.len() % 32);
    }
}

fn may_begin(lengths: &[u32; 256], word: &str) -> bool {
    let bits = word.bytes().next().and_then(|byte| lengths.get(usize::from(byte)));
    bits.is_some_and(|bits| bits & (1 << (word.len() % 32)) != 0)
}

/// The cue in this unit: the one at its beginning, else the first one inside; the longest where several are.
pub(crate) fn find(reading: &Reading<'_>, unit: &Unit) -> Option<Cue> {
    if !unit.within(ANYWHERE) || unit.words == 0 {
        return None;
    }
    let cues = &*CUES;
    let words = unit.tokens.clone().filter(|&i| reading.is(i, Class::WORD | Class::DIGITS));
    for (before, i) in words.enumerate() {
        let word = reading.lower(i);
        if may_begin(if before == 0 { &cues.beginnings } else { &cues.anywhere }, word) {
            let here = cues.by_word.get(word).into_iter().flatten();
            let met = here.filter_map(|cue| Some((meets(reading, unit, i, before, cue)?, cue)));
            if let Some((_, cue)) = met.max_by_key(|(length, _)| *length) {
                return Some(*cue);
            }
        }
    }
    None
}

/// How many words the cue has, where it stands at token `i` with so many words before it, and may stand there.
fn meets(reading: &Reading<'_>, unit: &Unit, i: usize, before: usize, cue: &Cue) -> Option<u32> {
    if before > 0 && cue.place != Place::Any {
        return None;
    }
    let is_word = |at: &usize| reading.is(*at, Class::WORD | Class::DIGITS);
    let mut words = (i..unit.tokens.end).filter(is_word);
    let mut length = 0;
    for wanted in cue.words.split(' ') {
        if reading.lower(words.next()?) != wanted {
            return None;
        }
        length += 1;
    }
    let more = unit.words.saturating_sub(length);
    let fits = match cue.place {
        Place::Any => true,
        Place::Line => more == 0,
        Place::Start => unit.within(BEGINNING),
        Place::Head => more == 0 || length > 1 && more <= HEAD,
        // "Comments 12"
        Place::End => more == 0 || more == 1 && words.next().is_some_and(|at| reading.is(at, Class::DIGITS)),
    };
    fits.then_some(length)
}
