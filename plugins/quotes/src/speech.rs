//! Speeches: attributions with the sentences in marks that follow them, and quotations that nobody is named for.

use crate::attribution::Attribution;
use crate::marks::Stretch;
use crate::page::{Page, Unit};
use copydesk_core::Class;

/// Words in marks without a cue are a quotation, not a title or a term, from so many words on.
const FLOATING: usize = 5;

/// So many tokens may stand before the marks in a sentence that goes on a speech: "But now, “we …”".
const LEAD: usize = 4;

/// Joins the sentences that are nothing but words in marks to the speech before them in the paragraph, and adds the rest as quotations
/// that inherit the last speaker.
pub fn join(page: &Page<'_, '_>, mut attributions: Vec<Attribution>) -> Vec<Attribution> {
    let mut covered = vec![false; page.stretches.len()];
    for attribution in &attributions {
        cover(page, attribution, &mut covered);
    }
    let mut floating: Vec<Attribution> = Vec::new();
    let mut next = 0;
    // The speech that a quotation may go on from: its number among the attributions, or among the floating ones.
    let mut last: Option<(bool, usize)> = None;
    let mut last_paragraph = usize::MAX;
    for (n, unit) in page.units.iter().enumerate() {
        let mut own = None;
        while attributions.get(next).is_some_and(|a| a.unit <= n) {
            // The main speech of a sentence is the one with words in marks, else the first.
            let quoted = attributions.get(next).is_some_and(|a| a.pieces.iter().any(|p| page.quoted(p.start)));
            if own.is_none() || quoted {
                own = Some(next);
            }
            next += 1;
        }
        if let Some(i) = own {
            last = Some((false, i));
            last_paragraph = unit.paragraph;
        }
        let whole = whole_quotation(page, unit);
        // "“It fell” and “will fall again,” like the last one": words in marks open a sentence that nobody else speaks in.
        if whole.is_none()
            && own.is_none()
            && last_paragraph == unit.paragraph
            && opening(page, unit).is_some_and(|s| s.inner.len() > FLOATING)
            && let Some(target) = match last {
                Some((false, i)) => attributions.get_mut(i),
                Some((true, i)) => floating.get_mut(i),
                None => None,
            }
            && target.pieces.last().is_some_and(|p| page.quoted(p.end - 1))
        {
            target.pieces.push(unit.tokens.clone());
            continue;
        }
        let open = whole.filter(|&s| !covered.get(s).copied().unwrap_or(true));
        let Some(stretch) = open else {
            if own.is_none() && whole.is_none() {
                // A sentence in the reporter's voice ends the speech.
                last = last.filter(|_| false);
            }
            continue;
        };
        let Some(words) = page.stretches.get(stretch) else { continue };
        let joins = last_paragraph == unit.paragraph || continued(page, stretch);
        let goes_on = joins && last.is_some();
        if !(goes_on || is_long(page, stretch)) {
            continue;
        }
        if let Some(seen) = covered.get_mut(stretch) {
            *seen = true;
        }
        let target = match last {
            Some((false, i)) => attributions.get_mut(i),
            Some((true, i)) => floating.get_mut(i),
            None => None,
        };
        match target {
            Some(target) if joins => {
                target.pieces.push(words.outer.clone());
                target.end = target.end.max(words.outer.end);
            }
            target => {
                let speaker = target.and_then(|t| t.speaker.clone());
                floating.push(Attribution {
                    pieces: vec![words.outer.clone()],
                    speaker,
                    cue: None,
                    rule: "floating",
                    unit: n,
                    end: words.outer.end,
                });
                last = Some((true, floating.len() - 1));
            }
        }
        last_paragraph = unit.paragraph;
    }
    attributions.extend(floating);
    attributions
}

/// The stretch that opens a sentence, or that few words lead to: "Now, “we are glad”", "It is “ambush journalism”".
fn opening<'p>(page: &'p Page<'_, '_>, unit: &Unit) -> Option<&'p Stretch> {
    let start = unit.tokens.clone().take(LEAD).find(|&i| page.quoted(i))?;
    page.stretch_at(start)
}

/// Whether the stretch before this one was left open at the end of its paragraph.
fn continued(page: &Page<'_, '_>, stretch: usize) -> bool {
    stretch.checked_sub(1).and_then(|i| page.stretches.get(i)).is_some_and(|s| !s.closed)
}

fn cover(page: &Page<'_, '_>, attribution: &Attribution, covered: &mut [bool]) {
    for piece in &attribution.pieces {
        let first = page.stretches.partition_point(|s| s.outer.end <= piece.start);
        let last = page.stretches.partition_point(|s| s.outer.start < piece.end);
        if let Some(seen) = covered.get_mut(first..last.max(first)) {
            seen.fill(true);
        }
    }
}

/// The stretch that a sentence consists of, if it is nothing else.
fn whole_quotation(page: &Page<'_, '_>, unit: &Unit) -> Option<usize> {
    let number = page.owner.get(unit.tokens.start).copied().filter(|&n| n > 0)? as usize - 1;
    let stretch = page.stretches.get(number)?;
    let rest = stretch.outer.end..unit.tokens.end;
    let begins = stretch.outer.start == unit.tokens.start;
    let alone = rest.clone().all(|i| !page.reading.is(i, Class::WORD | Class::DIGITS));
    (begins && alone).then_some(number)
}

/// Whether the stretch is long enough to be a quotation by itself, not a title or a term.
fn is_long(page: &Page<'_, '_>, stretch: usize) -> bool {
    let words = |s: &Stretch| s.inner.clone().filter(|&i| page.reading.is(i, Class::WORD)).count();
    page.stretches.get(stretch).is_some_and(|s| words(s) >= FLOATING)
}

/// The numbers of the stretches that no speech covers.
pub fn left_over(page: &Page<'_, '_>, speeches: &[Attribution]) -> Vec<usize> {
    let mut covered = vec![false; page.stretches.len()];
    speeches.iter().for_each(|a| cover(page, a, &mut covered));
    covered.iter().enumerate().filter(|(_, seen)| !**seen).map(|(i, _)| i).collect()
}
