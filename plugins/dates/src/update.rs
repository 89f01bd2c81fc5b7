//! Labels of updates: "UPDATE May 5, 2031 — …", "(Updated Nov. 3)". The words of the day behind them are of that day, and not of the day
//! on which the story was first published.

use crate::meaning::Expression;
use copydesk_core::lang::Term;
use copydesk_core::{Class, Reading};

/// So many tokens before its date the label begins at most: "*UPDATED at 10:15 a.m. EDT on".
const LABEL_REACH: usize = 10;

/// The label whose date an expression is, by its token: nothing but other parts of the date and signs stands between the two, and a sign
/// or the end of the line behind it.
pub(crate) fn label(r: &Reading<'_>, expression: &Expression) -> Option<usize> {
    let (start, end) = (expression.tokens.start, expression.tokens.end);
    let part = |i: usize| {
        let time = Class::DIGITS | Class::SIGN | Class::WEEKDAY | Class::MONTH | Class::UPPER;
        r.is(i, time) || matches!(r.term(i), Term::At | Term::On | Term::Am | Term::Pm | Term::A | Term::P | Term::M)
    };
    let mut before = (start.saturating_sub(LABEL_REACH)..start).rev();
    let label = before.find(|&i| !part(i) || r.term(i) == Term::Update)?;
    if r.term(label) != Term::Update {
        return None;
    }
    let before_it = label.wrapping_sub(1);
    let opens = r.is(label, Class::LINE_START) || r.is(before_it, Class::LINE_START) && r.is(before_it, Class::SIGN);
    let closes = r.is(end, Class::LINE_START | Class::SIGN) || r.tokens().len() <= end;
    (opens && closes).then_some(label)
}

/// Whether a line in these tokens says that what was published first begins again: "ORIGINAL STORY", "Earlier report:".
pub(crate) fn ends_in(r: &Reading<'_>, mut tokens: std::ops::Range<usize>) -> bool {
    let earlier = |i: usize| {
        matches!(r.term(i), Term::Original | Term::Earlier | Term::Previous | Term::Initial)
            && r.term(i + 1) == Term::Story
    };
    tokens.any(|i| r.is(i, Class::LINE_START) && earlier(i))
}
