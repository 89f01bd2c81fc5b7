//! What the words around a figure say of it: which way it moved, that its points are of a percentage, that it is a toll.

use crate::counted::{self, Grammar, Phrase};
use crate::figure::{Bound, Change, Figure, Kind};
use crate::lists::{BEFORE, CHANGES, LIFTS};
use crate::noun::is_plural;
use crate::passage::Passage;
use crate::quantity::{Quantity, Unit};
use crate::role::Role;
use crate::subject;
use copydesk_core::lang::en::inflection;
use copydesk_core::{Class, Exact};

/// A verb of change stands at most so many tokens before its figure: "rose by a further, quite unexpected 3 percent".
const CHANGE_REACH: usize = 4;
/// So far before a negative percentage is it looked for what may stand below zero: "a deposit rate of -0.5 percent".
const RATE_REACH: usize = 5;
/// So far apart in a sentence may "points" and the percentage stand that tells what they are.
const POINTS_REACH: usize = 14;
/// So many tokens before its number does a toll's noun stand: "the number of confirmed dead has risen to 23".
const TOLL_REACH: usize = 10;

/// Which way the figure moved.
pub(crate) fn change(
    p: &Passage<'_>,
    first: usize,
    end: usize,
    q: &Quantity,
    figure: &Figure,
    counted: bool,
) -> Option<Change> {
    // "Orsen 50 +0.8%, Kesh 100 -1.3%": signs of movement; a rate may stand below zero.
    match q.signed {
        Some(true) => return Some(Change::Up),
        Some(false) if matches!(q.unit, Unit::Percent | Unit::Points) && !p.before(first, RATE_REACH, is_rate) => {
            return Some(Change::Down);
        }
        _ => {}
    }
    if figure.parts.is_some() || matches!(figure.kind, Kind::Age | Kind::Rank | Kind::Ratio) {
        return None;
    }
    match p.lower(end) {
        "higher" => return Some(Change::Up),
        "lower" => return Some(Change::Down),
        // "the shares were 3% up at 420p"
        "up" | "down" if matches!(q.unit, Unit::Percent | Unit::Points | Unit::Money(_)) => {
            let level = p.is(end + 1, Class::STOP)
                || matches!(p.lower(end + 1), "at" | "on" | "from" | "by" | "," | "to" | "for");
            if level {
                return CHANGES.get(p.lower(end)).copied();
            }
        }
        _ => {}
    }
    let moves = matches!(q.unit, Unit::Percent | Unit::Points | Unit::Money(_));
    // "closed at 96.1, off 2.3", "were off 2 percent"
    let fraction = figure.value.is_some_and(|v| v.whole().is_none());
    if p.lower(first.wrapping_sub(1)) == "off" && (moves || fraction) {
        let before = p.lower(first.wrapping_sub(2));
        if matches!(before, "," | "was" | "were" | "is" | "are" | "closed" | "ended" | "finished" | "down" | "(") {
            return Some(Change::Down);
        }
    }
    let floor = first.saturating_sub(CHANGE_REACH).max(p.start);
    let mut at = first;
    while at > floor {
        at -= 1;
        // "rose a whopping 30 percent"
        if let Some((n, Bound::Exact)) = BEFORE.at(p, at).filter(|_| !CHANGES.contains_key(p.lower(at))) {
            at = (at + 1).saturating_sub(n).max(floor);
            continue;
        }
        let word = p.lower(at);
        let share = matches!(q.unit, Unit::Percent | Unit::Points);
        if let Some(&change) = CHANGES.get(word).or_else(|| LIFTS.get(word).filter(|_| share)) {
            // "ended up 3%" at the close of trading is a rise.
            let closed =
                word == "up" && matches!(p.lower(at.wrapping_sub(1)), "ended" | "ends" | "picked") || word == "down";
            // "gave up 500 yards", "made up 40 percent" moved nothing.
            let phrasal =
                matches!(word, "up" | "down") && !(closed && moves) && p.plays(at.wrapping_sub(1), Role::PHRASAL);
            // "round up 11 million people", "show up 12 voters": with a count, a verb that is not known to move makes a phrase with it.
            let before = at.wrapping_sub(1);
            let free = !p.is(before, Class::WORD)
                || p.plays(before, Role::AUXILIARY | Role::PASSING)
                || CHANGES.contains_key(p.lower(before))
                || matches!(p.lower(before), "closed" | "ended" | "finished" | "traded" | "trading" | "and" | "or");
            let stray = matches!(word, "up" | "down") && q.unit == Unit::None && counted && !free;
            return (!phrasal && !stray).then_some(change);
        }
        let passes = matches!(word, "by" | "of" | "a" | "an" | "another" | "further" | "some" | "just" | "only" | "as")
            || inflection::is_adverb(word);
        // "rose to 23": only a count without a unit has moved there itself.
        let level = word == "to" && q.unit == Unit::None && !counted && figure.value.and_then(Exact::whole).is_some();
        if !passes && !level {
            break;
        }
    }
    by(p, first)
}

/// "raised its fares by 5 percent", "cut the workforce by 300": the verb stands before its object.
fn by(p: &Passage<'_>, first: usize) -> Option<Change> {
    /// So many words has the object of a verb of change.
    const OBJECT_REACH: usize = 9;
    let stressed = BEFORE.at(p, first.wrapping_sub(1)).map_or(0, |(n, _)| n);
    let at = first.checked_sub(1 + stressed).filter(|&at| p.lower(at) == "by")?;
    for at in (at.saturating_sub(OBJECT_REACH).max(p.start)..at).rev() {
        if p.is(at, Class::STOP | Class::DIGITS | Class::NUMBER) || matches!(p.raw(at), "," | ";" | ":" | "(") {
            return None;
        }
        if let Some(&change) = CHANGES.get(p.lower(at)).or_else(|| LIFTS.get(p.lower(at))) {
            return Some(change);
        }
    }
    None
}

/// Quantities that stand below zero without having fallen.
fn is_rate(word: &str) -> bool {
    Role::of(word).any(Role::RATE)
}

/// Nouns that are themselves counted where they "rise to 40,000"; an index or a share is not.
fn is_number_noun(word: &str) -> bool {
    let listed = Role::of(word).any(Role::TRADED);
    is_plural(word) && !listed || Role::of(word).any(Role::CROWD)
}

/// "slipped six points to 41 percent": points of a percentage, told by the percentage beside them.
pub(crate) fn points_by_context(p: &Passage<'_>, q: &mut Quantity, end: &mut usize) {
    let at = *end + usize::from(p.hyphen(*end));
    if q.unit != Unit::None || !matches!(p.lower(at), "points" | "point") || q.number.ordinal {
        return;
    }
    let after = at + 1;
    let share = |at: usize| p.is(at, Class::PERCENT) || matches!(p.lower(at), "percent" | "per" | "pct");
    let to = matches!(p.lower(after), "to" | "from" | "behind" | "ahead" | "lower" | "higher")
        && (after..after + 5).any(share);
    let near = (q.tokens.start.saturating_sub(POINTS_REACH).max(p.start)..(after + POINTS_REACH).min(p.end)).any(share);
    let poll = (p.start.max(q.tokens.start.saturating_sub(POINTS_REACH))..(after + POINTS_REACH).min(p.end))
        .any(|at| p.plays(at, Role::POLL));
    let index = (p.start.max(q.tokens.start.saturating_sub(POINTS_REACH))..(after + POINTS_REACH).min(p.end))
        .any(|at| p.plays(at, Role::INDEX));
    if !index && (to || near && poll) && p.lower(after) != "," {
        q.unit = Unit::Points;
        q.rule = "percentage-points";
        *end = after;
    }
}

/// "the death toll rose to 23", "the number of confirmed dead has risen to 23".
pub(crate) fn toll(p: &Passage<'_>, first: usize) -> Option<Phrase> {
    let leads = p.plays(first.wrapping_sub(1), Role::REACHING);
    // "the dead numbered 23", "arrivals totalled 4,100"
    if p.plays(first.wrapping_sub(1), Role::TOTALLING) {
        return subject::before(p, first);
    }
    if !leads {
        return None;
    }
    for at in (first.saturating_sub(TOLL_REACH).max(p.start)..first.saturating_sub(1)).rev() {
        let word = p.lower(at);
        if word == "toll" {
            let from = if p.content(at.wrapping_sub(1)) { at - 1 } else { at };
            // A death toll counts deaths, so that it lines up with "23 dead".
            let head = if p.lower(from) == "death" { from } else { at };
            return Some(Phrase { tokens: from..at + 1, head });
        }
        if word == "number" && p.lower(at + 1) == "of" {
            return counted::phrase(p, at + 1, Grammar::Plural).filter(|f| f.tokens.end <= first);
        }
    }
    // "Sales doubled to 40,000", "the population grew to 3 million"
    if p.lower(first.wrapping_sub(1)) != "to" {
        return None;
    }
    subject::before(p, first).filter(|f| is_number_noun(p.lower(f.head)))
}
