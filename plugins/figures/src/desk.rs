//! The desk where figures are put together: candidates, filters, bounds, direction, what is counted.

use crate::aside::{self, Aside};
use crate::bound::{self, bounds};
use crate::calendar;
use crate::context::{age_by_bound, age_by_context, change, points_by_context, toll};
use crate::counted::{behind, cited};
use crate::figure::{Bound, Counted, Figure, Kind};
use crate::fraction::quotient;
use crate::kind::{blank, kind_of, unit_code};
use crate::lists::{AFTER, CHANGES, UNITS};
use crate::multiple::{is_multiple, multiple, ordinal};
use crate::named::{is_casualty, named, pronoun};
use crate::number;
use crate::passage::Passage;
use crate::quantity::{self, Quantity, Unit};
use crate::range::{self, Join};
use crate::subject;
use copydesk_core::{Class, Confidence, Exact, Found, Reading, Sink, Span};
use copydesk_dates::{Date, Type};
use std::collections::HashMap;

/// Reads one article.
pub(crate) fn read(reading: &Reading<'_>, dates: &[Found<Date>], found: &mut Sink<'_, Figure>) {
    let masks: Vec<Span> =
        dates.iter().filter(|d| !matches!(d.data.kind, Type::Duration)).filter_map(|d| d.span).collect();
    let mut desk = Desk { dates: &masks, next_date: 0, counted: HashMap::new(), last: None, last_counted: None };
    for sentence in reading.sentences() {
        let p = Passage { reading, start: sentence.tokens.start, end: sentence.tokens.end };
        desk.sentence(&p, found);
    }
}

struct Desk<'a> {
    dates: &'a [Span],
    next_date: usize,
    /// What a value counted when it was last told.
    counted: HashMap<Exact, Counted>,
    /// The figure before, in the same sentence.
    last: Option<Last>,
    /// What was last counted in the same sentence.
    last_counted: Option<Counted>,
}

struct Last {
    end: usize,
    from: bool,
    figure: Figure,
}

impl Desk<'_> {
    fn sentence(&mut self, p: &Passage<'_>, found: &mut Sink<'_, Figure>) {
        let (mut i, mut floor) = (p.start, p.start);
        (self.last, self.last_counted) = (None, None);
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
            return if p.is(i, Class::DIGITS) { skip_digits(p, i + 1) } else { i + 1 };
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
        self.figure(p, q, joined, floor, found)
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
        // "in her mid-30s" is an age, whatever decade that may be.
        let decade = p.lower(i + 1) == "s" && p.glued(i + 1) && p.raw(i).len() == 2;
        let life = (decade || number::decade(p.lower(i)).is_some())
            && p.before(i, 3, |w| matches!(w, "his" | "her" | "their" | "my" | "your"));
        !measured && !life
    }

    /// Puts the figure together and hands it over; answers the token behind it.
    fn figure(
        &mut self,
        p: &Passage<'_>,
        mut q: Quantity,
        joined: Option<(Quantity, Join)>,
        floor: usize,
        found: &mut Sink<'_, Figure>,
    ) -> usize {
        let start = q.tokens.start;
        let last = joined.as_ref().map_or(&q, |(second, _)| second);
        let (adjectival, per) = (last.adjectival, last.per.clone());
        let mut end = last.tokens.end;
        let mut figure = blank();
        let mut confidence = Confidence::High;
        let mut shared = None;
        age_by_context(p, &mut q, start, end);
        if joined.is_none()
            && let Some((next, phrase)) = range::inherit(p, &q)
        {
            q.unit = next.unit;
            q.rule = if next.unit == Unit::None { q.rule } else { next.rule };
            shared = phrase;
        }
        points_by_context(p, &mut q, &mut end);
        if q.unit == Unit::None
            && let Some(unit) = scale(p, end)
        {
            (q.unit, q.rule) = (Unit::Measure(unit), "measure");
        }
        let bounded = behind_bound(p, end);
        if joined.is_none() && bounded > end {
            age_by_bound(p, start, bounded, &mut q);
        }
        match joined {
            None => {
                figure.value = Some(q.number.value);
                if let Some((low, high)) = q.number.implied {
                    (figure.value, figure.low, figure.high, figure.vague) = (None, Some(low), Some(high), true);
                }
                if let Some((top, bottom)) = q.number.fraction {
                    (figure.numerator, figure.denominator) = (Some(top), Some(bottom));
                }
            }
            Some((ref second, Join::Range)) => {
                (figure.low, figure.high) = (Some(q.number.value), Some(second.number.value))
            }
            Some((ref second, Join::Score)) => {
                let mut parts = vec![q.number.value, second.number.value];
                // "a 14-13-2 record"
                if p.hyphen(end) && p.hyphen(second.tokens.start.wrapping_sub(1)) && p.is(end + 1, Class::DIGITS) {
                    parts.extend(p.raw(end + 1).parse::<Exact>());
                    end += 2;
                }
                figure.parts = Some(parts);
            }
            Some((ref second, Join::Ratio)) => {
                figure.value = quotient(q.number.value, second.number.value);
                (figure.numerator, figure.denominator) = (Some(q.number.value), Some(second.number.value));
                figure.parts = figure.value.is_none().then(|| vec![q.number.value, second.number.value]);
            }
        }
        let join = joined.as_ref().map(|(_, join)| *join);
        figure.unit = unit_code(&q.unit);
        figure.points = q.unit == Unit::Points;
        self.divide(p, &q, per, &mut figure, &mut end);
        let mut reach = end;
        let phrase = shared.or_else(|| behind(p, &q, end, adjectival, join)).filter(|_| join != Some(Join::Score));
        if let Some(phrase) = phrase.as_ref().filter(|f| f.tokens.start >= end) {
            reach = phrase.tokens.end;
        }
        let counted = phrase.map(|phrase| cited(p, &phrase));
        let (kind, rule) = kind_of(p, &q, &figure, counted.is_some(), join);
        figure.kind = kind;
        if figure.unit.is_none() && counted.is_none() {
            confidence = Confidence::Medium;
        }
        figure.counted = counted;
        let mut first = bounds(p, start, floor, &mut end, &mut figure, join);
        if let Some((bound, tokens)) = q.blur.clone().filter(|_| figure.bound == Bound::Exact) {
            (figure.bound, figure.approximator) = (bound, Some(p.reading.place(p.span(tokens))));
        }
        if bound::between(p, start) && join == Some(Join::Range) {
            first = first.min(start - 1 - usize::from(p.lower(start - 1) != "between"));
        }
        if joined.is_none()
            && figure.bound != Bound::Exact
            && let Some(second) = bound::opposite(p, end, figure.bound)
            && (second.unit == q.unit || q.unit == Unit::None)
        {
            let (a, b) = (q.number.value, second.number.value);
            if (a < b) == matches!(figure.bound, Bound::More | Bound::AtLeast) && a != b {
                (figure.value, figure.low, figure.high) = (None, Some(a.min(b)), Some(a.max(b)));
                figure.bound = Bound::Exact;
                figure.unit = unit_code(&second.unit);
                end = second.tokens.end;
                if figure.counted.is_none() {
                    figure.counted = behind(p, &second, end, second.adjectival, None).map(|phrase| cited(p, &phrase));
                }
            }
        }
        figure.change = change(p, first.min(start), end, &q, &figure);
        self.gap(p, first, &mut figure);
        self.elide(p, first, end, &mut figure);
        self.convert(p, first, &mut figure);
        // A time is seldom what its clause is about: "the decision came three days after".
        let timed =
            matches!(q.unit, Unit::Measure("s" | "min" | "h" | "d" | "wk" | "mo" | "3.mo" | "a" | "10.a" | "100.a"))
                && p.lower(first.wrapping_sub(1)) != "of";
        if figure.counted.is_none() && figure.unit.is_some() && !timed && !matches!(kind, Kind::Age) {
            figure.counted = subject::before(p, first).map(|phrase| cited(p, &phrase));
        }
        // "output fell by 5 percent to 9.2 million barrels": the level is that of the same thing.
        if let Some(last) = self.last.as_ref().filter(|l| l.end + 1 == first && l.figure.change.is_some())
            && figure.counted.is_none()
            && figure.unit.is_some()
            && matches!(p.lower(last.end), "to" | "at")
        {
            figure.counted = last.figure.counted.clone();
        }
        if figure.counted.is_none() && kind == Kind::Count && figure.parts.is_none() {
            figure.counted = toll(p, first).or_else(|| self.earlier(p, first, end, &figure));
        }
        if let Some(counted) = figure.counted.as_ref().filter(|_| figure.unit.is_none() && kind == Kind::Count) {
            if let Some(value) = figure.value.filter(|v| *v > Exact::from(1)) {
                self.counted.insert(value, counted.clone());
            }
            self.last_counted = Some(counted.clone());
        }
        self.last =
            Some(Last { end: reach.max(end), from: p.lower(first.wrapping_sub(1)) == "from", figure: figure.clone() });
        found.push(p.span(first..end), rule, confidence, figure);
        end
    }

    /// "Kesh Foods were down 2.3 percent, Orlan by 2.6 percent": the verb is left out the second time.
    fn gap(&self, p: &Passage<'_>, first: usize, figure: &mut Figure) {
        let Some(Last { end, figure: last, .. }) = &self.last else { return };
        /// So many words has the second subject: "and the Orlan Mining Group".
        const SUBJECT: usize = 6;
        let gapped = p.lower(first.wrapping_sub(1)) == "by" && first.saturating_sub(*end) <= SUBJECT + 2;
        if gapped && figure.change.is_none() && figure.unit.is_some() && figure.unit == last.unit {
            figure.change = last.change;
            figure.counted =
                figure.counted.take().or_else(|| subject::ending(p, first.wrapping_sub(2)).map(|f| cited(p, &f)));
        }
    }

    /// "rose to 900 cars from 850", "40 dead and 95 who …", "from 214 pounds to 190": a bare number takes the noun, or the unit, of
    /// the figure before it.
    fn elide(&self, p: &Passage<'_>, first: usize, end: usize, figure: &mut Figure) {
        let Some(Last { end: last_end, from, figure: last }) = &self.last else { return };
        if figure.unit.is_some() || figure.counted.is_some() || !matches!(figure.kind, Kind::Count | Kind::Number) {
            return;
        }
        let before = p.lower(first.wrapping_sub(1));
        // "rose by 2 percent, but Kesh fell by 1"
        if before == "by" && figure.change.is_some() && last.kind == Kind::Percent && !p.content(end) {
            (figure.kind, figure.unit, figure.points) = (last.kind, last.unit.clone(), last.points);
            return;
        }
        if before == "to"
            && *from
            && last_end + 1 == first
            && last.unit.is_some()
            && matches!(last.kind, Kind::Money | Kind::Measure)
        {
            (figure.kind, figure.unit) = (last.kind, last.unit.clone());
            return;
        }
        // "from 850 to 900", but "and the population grew to 3 million"
        let compares = matches!(before, "from" | "with" | "against" | "than" | "versus")
            || before == "to" && !CHANGES.contains_key(p.lower(first.wrapping_sub(2)));
        let lists = before == "and"
            && matches!(p.lower(end), "who" | "others" | "more" | "were" | "are" | "of" | "have" | "had");
        let stated = matches!(last.kind, Kind::Count | Kind::Number) && last.unit.is_none();
        // "6 million homes, including 1.5 million on the coast", "of whom 12", "12 of them"
        let part = matches!(before, "including" | "whom" | "which" | "them")
            || p.lower(end) == "of" && matches!(p.lower(end + 1), "them" | "whom" | "which" | "these" | "those")
            || matches!(p.lower(end), "more" | "others") && !p.content(end + 1)
            // "killed 257 people and injured 5,500"
            || is_casualty(before) && !p.content(end);
        // "lost 162.3 points, or 2 percent, to close at 7,425.8"
        let level = self.last_counted.as_ref().filter(|c| c.head == "points" && matches!(before, "to" | "at"));
        if stated && (compares || lists) {
            figure.counted = last.counted.clone();
        } else if part || lists {
            figure.counted = self.last_counted.clone();
        } else if let Some(points) = level {
            figure.counted = Some(points.clone());
        }
    }

    /// "just under 310 hp (231 kW)", "up 19.5 points, or 0.3 percent": the same amount in another unit has the same bound and moved
    /// the same way.
    fn convert(&self, p: &Passage<'_>, first: usize, figure: &mut Figure) {
        let Some(Last { end, figure: last, .. }) = &self.last else { return };
        let bracketed = matches!(p.raw(first.wrapping_sub(1)), "(" | "/") && end + 1 == first;
        let or = p.lower(first.wrapping_sub(1)) == "or" && (end + 1 == first || end + 2 == first && p.raw(*end) == ",");
        if !(bracketed || or) || figure.unit.is_none() || last.unit == figure.unit {
            return;
        }
        if figure.bound == Bound::Exact && bracketed && last.kind == figure.kind {
            figure.bound = last.bound;
        }
        figure.change = figure.change.or(last.change);
        if figure.counted.is_none() && last.unit.is_some() {
            figure.counted = last.counted.clone();
        }
    }

    /// What a number counted when it was told before: "Some 4,600 soldiers … the 4,600", "Three men … the three". Small
    /// numbers come again by chance, so that they need the article.
    fn earlier(&self, p: &Passage<'_>, first: usize, end: usize, figure: &Figure) -> Option<Counted> {
        let value = figure.value?;
        let told = value > Exact::from(10)
            || matches!(p.lower(first.wrapping_sub(1)), "the" | "all" | "those" | "these") && !p.hyphen(end);
        self.counted.get(&value).filter(|_| told).cloned()
    }

    /// "a month", "per square foot".
    fn divide(
        &self,
        p: &Passage<'_>,
        q: &Quantity,
        per: Option<(std::ops::Range<usize>, Option<&'static str>)>,
        figure: &mut Figure,
        end: &mut usize,
    ) {
        let Some((tokens, code)) = per else { return };
        match (q.unit, code) {
            (Unit::Measure(top), Some(bottom)) if top != bottom => {
                figure.unit = Some(format!("{top}/{bottom}"));
                *end = tokens.end;
            }
            (Unit::Measure(_), _) => {}
            (_, Some(bottom)) => figure.per = Some(bottom.to_owned()),
            (_, None) => figure.per = Some(p.lower(tokens.end - 1).to_owned()),
        }
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

/// The unit of the scale that numbers are said to stand on: "between 12 and 40 on the Olm scale".
fn scale(p: &Passage<'_>, end: usize) -> Option<&'static str> {
    let at = end + 2;
    if !p.reads(end, &["on", "the"]) {
        return None;
    }
    let (n, unit) = UNITS.names.at(p, at).or_else(|| UNITS.symbols.get(p.raw(at)).map(|&unit| (1, unit)))?;
    (p.lower(at + n) == "scale").then_some(unit.code)
}

/// The token behind "or younger", "and over".
fn behind_bound(p: &Passage<'_>, end: usize) -> usize {
    AFTER.at(p, end).map_or(end, |(n, _)| end + n)
}

/// Digits whose grouping is of no known style: "1,2345", "5,00". No value is better than a wrong one.
fn is_malformed(p: &Passage<'_>, q: &Quantity) -> bool {
    let e = q.number.tokens.end;
    let goes_on = |at: usize| p.glued(at) && p.is(at, Class::DIGITS | Class::NUMERIC);
    let doubled = matches!(p.raw(e + 1), "," | ".") && p.glued(e + 1) && goes_on(e + 2);
    let separated = matches!(p.raw(e), "," | "." | "'" | "’") && p.glued(e) && (goes_on(e + 1) || doubled);
    // ",000", "00,123"
    let start = q.number.tokens.start;
    let broken = p.raw(start.wrapping_sub(1)) == "," && p.glued(start)
        || p.raw(start).len() > 1 && p.raw(start).starts_with('0') && p.raw(start + 1) == "," && e > start + 1;
    let superscript = p.glued(e) && (p.is(e, Class::NUMERIC) || p.raw(e) == "^" || p.raw(e) == "/" && goes_on(e + 1));
    let clock = p.raw(e) == ":" && p.glued(e) && goes_on(e + 1) && p.raw(e + 1).len() > 3;
    q.number.digits
        && q.unit == Unit::None
        && q.number.fraction.is_none()
        && (separated || superscript || clock || broken)
}

fn skip_digits(p: &Passage<'_>, mut at: usize) -> usize {
    while p.glued(at)
        && (p.is(at, Class::DIGITS | Class::NUMERIC | Class::DASH)
            || matches!(p.raw(at), "," | "." | ":" | "^" | "/" | "+" | "'" | "’"))
    {
        at += 1;
    }
    at
}
