//! Headings in title case, where capitals tell nothing: only names that the article uses elsewhere are found there.

use crate::cast::Cast;
use crate::lists::{Known, key, lists};
use copydesk_core::{Class, Reading};
use std::ops::Range;

/// A line of fewer words tells nothing about its case.
const FEWEST: usize = 4;
/// In a heading at least this share of the words that are no function words ("to", "of", "and"), in per cent, have a capital. Sentences full of names reach 70.
const SHARE: usize = 75;
/// The same for a line that ends with a full stop, as few headings do: "Kestrian Foreign Minister Bae Son Hui arrived in Port Mirel." has 88.
const SHARE_STOPPED: usize = 95;
/// Of the words of a line in capitals at least this share, in per cent, is all capitals.
const SHARE_UPPER: usize = 90;
/// Names are looked up over so many words.
const LONGEST: usize = 6;

/// Whether a sentence is in title case or all in capitals.
pub(crate) fn is(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    // "[Ann Hale / Professor of Law at Mirel: “It will not hold.”]": the turn of a transcript.
    if reading.raw(tokens.start) == "[" {
        return false;
    }
    let stopped = reading.raw(tokens.end - 1) == ".";
    let (mut capital, mut words, mut all, mut upper) = (0, 0, 0, 0);
    for i in tokens {
        let class = reading.class(i);
        if !class.any(Class::WORD) {
            continue;
        }
        all += 1;
        upper += usize::from(class.any(Class::UPPER));
        if !class.any(Class::FUNCTION) {
            words += 1;
            capital += usize::from(class.any(Class::CAPITAL));
        }
    }
    let share = if stopped { SHARE_STOPPED } else { SHARE };
    (all >= FEWEST && words >= 3 && capital * 100 >= words * share)
        || (all >= FEWEST && upper * 100 >= all * SHARE_UPPER)
}

/// The names in a heading: tokens, the member or the listed name.
pub(crate) fn read(
    reading: &Reading<'_>,
    tokens: Range<usize>,
    cast: &Cast,
    mut found: impl FnMut(Range<usize>, Result<usize, Known>),
) {
    let mut i = tokens.start;
    while i < tokens.end {
        if !reading.is(i, Class::CAPITAL) {
            i += 1;
            continue;
        }
        let mut end = i + 1;
        let mut best = None;
        for _ in 0..LONGEST {
            let words = key(reading.slice(reading.span(i..end)));
            let short = words.len() <= 3 && !reading.is(i, Class::UPPER) && !words.contains(' ');
            let whole = reading.is(end - 1, Class::WORD) || reading.raw(end.wrapping_sub(2)).len() == 1;
            if !whole {
                // "Ada Brandt." without its stop was tried before.
            } else if let Some(member) = cast.form(&words) {
                best = Some((end, Ok(member)));
            } else if let Some(known) = lists().known(&words).filter(|_| !short) {
                best = Some((end, Err(known)));
            }
            end += 1;
            while end < tokens.end && reading.glued(end) && !reading.is(end - 1, Class::WORD) {
                end += 1;
            }
            if end > tokens.end {
                break;
            }
        }
        match best {
            Some((end, name)) => {
                found(i..end, name);
                i = end;
            }
            None => i += 1,
        }
    }
}
