//! The desk: candidates, and what rules them out.

use crate::aside::{self, Aside};
use crate::calendar;
use crate::counted::{self, Grammar};
use crate::draft::{self, behind_bound};
use crate::figure::Figure;
use crate::lists::HEADS;
use crate::multiple::{is_multiple, multiple, ordinal};
use crate::named::{named, pronoun};
use crate::notebook::Notebook;
use crate::noun::singular;
use crate::number;
use crate::passage::Passage;
use crate::quantity::{self, Quantity, Unit};
use crate::range;
use copydesk_core::{Class, Confidence, Found, Reading, Sink, Span};
use copydesk_dates::{Date, Type};

/// Reads one article.
pub(crate) fn read(reading: &Reading<'_>, dates: &[Found<Date>], found: &mut Sink<'_, Figure>) {
    let masks: Vec<Span> =
        dates.iter().filter(|d| !matches!(d.data.kind, Type::Duration)).filter_map(|d| d.span).collect();
    let mut desk = Desk { dates: &masks, next_date: 0, notebook: Notebook::default() };
    for sentence in reading.sentences() {
        let p = Passage { reading, start: sentence.tokens.start, end: sentence.tokens.end };
        desk.sentence(&p, found);
    }
}

struct Desk<'a> {
    dates: &'a [Span],
    next_date: usize,
    notebook: Notebook,
}

impl Desk<'_> {
    fn sentence(&mut self, p: &Passage<'_>, found: &mut Sink<'_, Figure>) {
        let (mut i, mut floor) = (p.start, p.start);
        self.notebook.turn();
        while i < p.end {
            let class = p.class(i);
            let number = class.any(Class::DIGITS) || class.any(Class::NUMBER | Class::ORDINAL | Class::NUMERIC);
            if !number && !triggers(p, i) {
                i += 1;
                continue;
            }
            let next = self.candidate(p, i, floor, found).max(i + 1);
            if next > i + 1 || number {
                floor = next;
            }
            i = next;
        }
    }

    /// Reads what stands at `i`; answers the token to go on at.
    fn candidate(&mut self, p: &Passage<'_>, i: usize, floor: usize, found: &mut Sink<'_, Figure>) -> usize {
        let put_aside = |aside: Aside, found: &mut Sink<'_, Figure>| {
            found.set_aside(p.span(aside.tokens.clone()), aside.rule, Confidence::High, aside.what);
            aside.tokens.end
        };
        if let Some(label) = aside::position(p, i) {
            return put_aside(label, found);
        }
        if let Some(end) = multiple(p, i, floor, found) {
            return end;
        }
        if self.is_dated(p, i) {
            return i + 1;
        }
        if let Some(end) = calendar::end(p, i) {
            return end;
        }
        let read = quantity::read(p, i, floor);
        // Letters that run into digits may be a currency's: "RM85", "EUR50m".
        if !read.as_ref().is_some_and(|q| q.prefixed)
            && let Some(shape) = aside::shape(p, i).filter(|s| s.tokens.start >= floor || s.tokens.contains(&i))
        {
            return put_aside(shape, found);
        }
        let Some(mut q) = read else {
            // More digits than an exact number can hold: left alone as a whole, or their tail would be read as a number.
            return if p.is(i, Class::DIGITS | Class::NUMBER) { skip_digits(p, i + 1) } else { i + 1 };
        };
        if is_malformed(p, &q) {
            return skip_digits(p, q.tokens.end);
        }
        if q.number.ordinal {
            return ordinal(p, &q, floor, found);
        }
        let joined = range::join(p, &mut q);
        let bounded = behind_bound(p, q.tokens.end);
        if joined.is_none() && !matches!(p.lower(bounded - 1), "over" | "older" | "under" | "younger" | "above") {
            if let Some(aside) = named(p, &q) {
                return put_aside(aside, found);
            }
            if let Some(aside) = pronoun(p, &q) {
                return put_aside(aside, found);
            }
        }
        draft::write(p, q, joined, floor, &mut self.notebook, found)
    }

    /// Whether the dates plugin has taken the token, and no unit of time is counted by it.
    fn is_dated(&mut self, p: &Passage<'_>, i: usize) -> bool {
        let span = p.span(i..i + 1);
        while self.dates.get(self.next_date).is_some_and(|d| d.end <= span.start) {
            self.next_date += 1;
        }
        if !self.dates.get(self.next_date).is_some_and(|d| d.contains(span)) {
            return false;
        }
        // "1520 sq m" is no year.
        let measured = p.word(i + 1).unit.is_some()
            || p.reads(i + 1, &["sq"])
            || p.hyphen(i + 1) && p.word(i + 2).unit.is_some()
            || calendar::measured_range(p, i);
        // "about five times a year" is a count as well.
        let times = p.lower(i + 1) == "times";
        // "in her mid-30s" is an age, whatever decade that may be.
        let decade = p.lower(i + 1) == "s" && p.glued(i + 1) && p.raw(i).len() == 2;
        let life = (decade || number::decade(p.lower(i)).is_some())
            && p.before(i, 3, |w| matches!(w, "his" | "her" | "their" | "my" | "your"));
        !measured && !life && !times
    }
}

/// Words beside the numbers of the lexicon at which a figure may begin.
fn triggers(p: &Passage<'_>, i: usize) -> bool {
    let class = p.class(i);
    if class.any(Class::SIGN) {
        return p.raw(i) == "(" || p.raw(i) == "." && p.is(i + 1, Class::DIGITS) && p.glued(i + 1) && !p.glued(i);
    }
    if !class.any(Class::WORD) {
        return false;
    }
    // Nearly all words of a text come by here: their first letter and their length rule most of them out.
    let word = p.lower(i);
    match (word.as_bytes().first(), word.len()) {
        (Some(b'h'), 4) => word == "half",
        (Some(b'f'), 3) => word == "few",
        (Some(b'm'), 4) => word == "many",
        (Some(b't'), 4) => word == "tens",
        (Some(b'd' | b's' | b'c'), 6) => matches!(word, "dozens" | "scores" | "couple" | "double"),
        (Some(b's' | b'd' | b'q'), 7) => matches!(word, "several" | "quarter" | "doubled" | "doubles"),
        (_, 5..) => is_multiple(word) || number::decade(word).is_some(),
        _ => false,
    }
}

/// Digits whose grouping is of no known style: "1,2345", "5,00". No value is better than a wrong one.
fn is_malformed(p: &Passage<'_>, q: &Quantity) -> bool {
    let e = q.number.tokens.end;
    let goes_on = |at: usize| p.glued(at) && p.is(at, Class::DIGITS | Class::NUMERIC);
    let doubled = matches!(p.raw(e + 1), "," | ".") && p.glued(e + 1) && goes_on(e + 2);
    let separated = matches!(p.raw(e), "," | "." | "'" | "’" | "_") && p.glued(e) && (goes_on(e + 1) || doubled);
    // "$1,23" is as unknown with a currency before it; "a quadrillion quadrillion" is beyond exact numbers.
    if q.prefixed && q.number.digits && q.tokens.end == e && separated
        || !q.number.digits
            && q.number.magnitude.is_some()
            && p.word(e).power.is_some_and(|_| !p.lower(e).ends_with('s'))
    {
        return true;
    }
    // ",000", "00,123", "%5"
    let start = q.number.tokens.start;
    // "12.500 soldiers": thousands on the continent, twelve and a half in English; what comes whole has no thousandths.
    let thousandths = p.raw(e.wrapping_sub(1)).len() == 3
        && p.raw(e.wrapping_sub(2)) == "."
        && q.number.tokens.len() == 3
        && counted::phrase(p, e, Grammar::Plural).is_some_and(|f| HEADS.contains_key(&*singular(p.lower(f.head))));
    let broken = p.is(start.wrapping_sub(1), Class::PERCENT) && p.glued(start)
        || thousandths
        || p.raw(start.wrapping_sub(1)) == "," && p.glued(start)
        || p.raw(start).len() > 1 && p.raw(start).starts_with('0') && p.raw(start + 1) == "," && e > start + 1;
    let superscript =
        p.glued(e) && (p.is(e, Class::NUMERIC) || p.raw(e) == "^" || matches!(p.raw(e), "/" | "⁄") && goes_on(e + 1));
    let clock = p.raw(e) == ":" && p.glued(e) && goes_on(e + 1) && p.raw(e + 1).len() > 3;
    q.number.digits
        && q.unit == Unit::None
        && q.number.fraction.is_none()
        && (separated || superscript || clock || broken)
}

fn skip_digits(p: &Passage<'_>, mut at: usize) -> usize {
    while p.glued(at)
        && (p.is(at, Class::DIGITS | Class::NUMERIC | Class::DASH)
            || matches!(p.raw(at), "," | "." | ":" | "^" | "/" | "⁄" | "+" | "'" | "’" | "_"))
    {
        at += 1;
    }
    // What exact numbers can't hold in words is left alone as a whole as well.
    while p.is(at, Class::NUMBER) && p.is(at.wrapping_sub(1), Class::NUMBER) {
        at += 1;
    }
    at
}
