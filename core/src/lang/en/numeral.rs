//! The reader of numbers in digits and words.

use crate::{Class, Exact, Reading, Span};
use rust_decimal::Decimal;
use std::ops::Range;

/// A number as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its value.
    pub value: Exact,
    /// Whether it is an ordinal: "third", "21st".
    pub ordinal: bool,
    /// Whether digits take part: "1.2 million", "11,000".
    pub digits: bool,
}

/// Reads the longest number that begins at token `i`: "11,000", "1.234.567,89", "1,23,456", "1.2 million", "1.2bn",
/// "twenty-five", "two hundred and fifty", "a dozen", "half a million", "21st", "twenty-first".
///
/// Plural powers ("thousands") are no numbers but vague amounts, and left to the caller; so are signs and units.
/// `None` also where the number has more digits than an [`Exact`] can hold.
///
/// ```
/// use copydesk_core::{Article, Reading, lang::en::numeral};
/// let article = Article::new("a", "some two hundred and fifty trucks");
/// let reading = Reading::new(&article).unwrap();
/// let number = numeral::read(&reading, 1).unwrap();
/// assert_eq!((number.tokens, number.value), (1..5, 250.into()));
/// ```
#[must_use]
pub fn read(reading: &Reading<'_>, i: usize) -> Option<Numeral> {
    if reading.is(i, Class::DIGITS) {
        return in_digits(reading, i);
    }
    match reading.lower(i) {
        "half" => {
            let a = i + 1 + usize::from(reading.lower(i + 1) == "of");
            let power = matches!(reading.lower(a), "a").then(|| power_at(reading, a + 1)).flatten()?;
            let value = Exact(Decimal::new(5, 1)).times(power)?;
            Some(Numeral { tokens: i..a + 2, value, ordinal: false, digits: false })
        }
        "a" => {
            let dozen = reading.word(i + 1).cardinal.filter(|&c| c == 12 && reading.lower(i + 1) == "dozen");
            if power_at(reading, i + 1).is_none() && dozen.is_none() {
                return None;
            }
            in_words(reading, i + 1).map(|numeral| Numeral { tokens: i..numeral.tokens.end, ..numeral })
        }
        _ => in_words(reading, i),
    }
}

/// A power of ten in the singular: "million", not "millions".
fn power_at(reading: &Reading<'_>, i: usize) -> Option<Exact> {
    let word = reading.word(i);
    let exponent = word.power.filter(|_| !word.text.ends_with('s'))?;
    10_i64.checked_pow(u32::from(exponent)).map(Exact::from)
}

fn in_digits(reading: &Reading<'_>, i: usize) -> Option<Numeral> {
    let (mut end, mut value) = grouped(reading, i)?;
    let mut ordinal = false;
    let suffix = reading.lower(end);
    if reading.glued(end) && (!reading.glued(end + 1) || reading.is(end + 1, Class::SIGN)) {
        match suffix {
            "st" | "nd" | "rd" | "th" if end == i + 1 => {
                ordinal = true;
                end += 1;
            }
            _ => {
                if let Some(power) = scale(suffix) {
                    value = value.times(power)?;
                    end += 1;
                }
            }
        }
    }
    if !ordinal {
        // "1.2 million", "1.2-million": the hyphen stands in compounds ("a 3-million-dollar house"). Powers that grow
        // multiply: "4 hundred million", "2 lakh crore".
        let mut last = 0;
        loop {
            let hyphen = usize::from(reading.is(end, Class::DASH) && reading.glued(end) && reading.glued(end + 1));
            let at = if power_at(reading, end).is_some() { end } else { end + hyphen };
            let power = power_at(reading, at).filter(|_| reading.word(at).power.is_some_and(|p| p > last));
            let Some(power) = power.or_else(|| scale(reading.lower(at)).filter(|_| at == end && last == 0)) else {
                break;
            };
            value = value.times(power)?;
            last = reading.word(at).power.unwrap_or(u8::MAX);
            end = at + 1;
        }
    }
    if !ordinal && let Some((rest, behind)) = lower_powers(reading, i, end) {
        value = value.plus(rest)?;
        end = behind;
    }
    Some(Numeral { tokens: i..end, value, ordinal, digits: true })
}

/// "6 crore 25 lakh", "4 thousand 3 hundred": digits with lower and lower powers behind digits with one; what they add, and the
/// token behind them.
fn lower_powers(reading: &Reading<'_>, i: usize, end: usize) -> Option<(Exact, usize)> {
    let mut last = reading.word(end - 1).power.filter(|_| end == i + 2)?;
    let (mut sum, mut at) = (Exact::from(0), end);
    while reading.is(at, Class::DIGITS)
        && !reading.glued(at)
        && !reading.glued(at + 1)
        && !reading.raw(at).starts_with('0')
    {
        let Some(power) = reading.word(at + 1).power.filter(|&power| power < last) else { break };
        let amount = Exact::from(reading.raw(at).parse::<i64>().ok().filter(|n| (1..1000).contains(n))?);
        sum = sum.plus(amount.times(power_at(reading, at + 1)?)?)?;
        last = power;
        at += 2;
    }
    (at > end).then_some((sum, at))
}

fn scale(suffix: &str) -> Option<Exact> {
    match suffix {
        "mn" | "mln" | "mil" | "mio" => Some(1_000_000.into()),
        "bn" | "bln" => Some(1_000_000_000.into()),
        "tn" | "trn" | "tln" => Some(1_000_000_000_000.into()),
        _ => None,
    }
}

/// More digits than this an [`Exact`] cannot hold for certain.
const MOST_DIGITS: u32 = 28;

/// Digits, as they are read: a whole number and how many of its digits stand behind the point.
#[derive(Clone, Copy, Default)]
struct Digits {
    mantissa: i128,
    length: u32,
    scale: u32,
}

impl Digits {
    fn then(mut self, digits: &str, fraction: bool) -> Option<Self> {
        for digit in digits.bytes() {
            self.mantissa = self.mantissa * 10 + i128::from(digit.wrapping_sub(b'0'));
            self.length += u32::from(self.length > 0 || digit != b'0');
            self.scale += u32::from(fraction);
            if self.length > MOST_DIGITS || self.scale > MOST_DIGITS {
                return None;
            }
        }
        Some(self)
    }

    fn exact(self) -> Option<Exact> {
        Decimal::try_from_i128_with_scale(self.mantissa, self.scale).ok().map(Exact)
    }
}

/// Digits with their separators; answers the token behind them. `None` where they are more than a number can hold.
fn grouped(reading: &Reading<'_>, i: usize) -> Option<(usize, Exact)> {
    let next = reading.class(i + 1);
    // Most numbers stand alone.
    if !next.any(Class::GLUED | Class::DIGITS) {
        return Some((i + 1, Digits::default().then(reading.raw(i), false)?.exact()?));
    }
    let digits = |at: usize| Some(reading.raw(at)).filter(|_| reading.is(at, Class::DIGITS) && reading.glued(at));
    let separated =
        |at: usize, sign: &str| if reading.raw(at) == sign && reading.glued(at) { digits(at + 1) } else { None };
    let first = reading.raw(i);
    let mut number = Digits::default().then(first, false)?;
    let mut end = i + 1;
    if first.len() <= 3 {
        for (group, point) in [(",", "."), (".", ","), ("'", "."), ("’", ".")] {
            let (mut at, mut groups, mut threes, mut twos, mut last) = (end, 0, true, true, 3);
            let mut whole = Some(number);
            while let Some(next) = separated(at, group) {
                // "1'1'1'1": no grouping, and the chain is not walked from each of its parts.
                if next.len() != 3 && !(group == "," && next.len() == 2) {
                    threes = false;
                    break;
                }
                if groups > MOST_DIGITS / 2 {
                    return None;
                }
                // Only the last group of "1,23,456" has three digits.
                twos &= groups == 0 || last == 2;
                last = next.len();
                threes &= last == 3;
                groups += 1;
                whole = whole.and_then(|whole| whole.then(next, false));
                at += 2;
            }
            let lakhs = group == "," && groups > 1 && first.len() <= 2 && twos && last == 3;
            let fraction = separated(at, point);
            // A single group behind a point is a fraction in English: "1.234"; "1.234,5" is continental.
            let enough = if group == "." { groups > 1 || groups == 1 && fraction.is_some() } else { groups > 0 };
            if enough && (threes || lakhs) && first != "0" {
                let mut whole = whole?;
                if let Some(fraction) = fraction.filter(|_| separated(at + 2, point).is_none()) {
                    whole = whole.then(fraction, true)?;
                    at += 2;
                }
                return Some((at, whole.exact()?));
            }
        }
        if let Some((at, whole)) = spaced(reading, i, number) {
            (end, number) = (at, whole);
            // "1 234 567,89"
            if let Some(fraction) = separated(end, ",").filter(|fraction| fraction.len() != 3) {
                return Some((end + 2, number.then(fraction, true)?.exact()?));
            }
        }
    }
    if let Some(fraction) = separated(end, ".") {
        // "1.2.3" is a version or a section, no decimal: only its first part is read.
        if separated(end + 2, ".").is_none() {
            number = number.then(fraction, true)?;
            end += 2;
        }
    }
    Some((end, number.exact()?))
}

/// Groups of three apart from each other by spaces, as ISO 80000-1 has them: "10 000", "1 234 567". A single group behind an
/// ordinary space must be round, or two numbers that stand side by side would be read as one.
fn spaced(reading: &Reading<'_>, i: usize, first: Digits) -> Option<(usize, Digits)> {
    // No group of figures begins with a nought; and noughts without end would be walked from each of theirs.
    if reading.raw(i).starts_with('0') {
        return None;
    }
    let (mut at, mut number, mut narrow) = (i + 1, first, true);
    while reading.is(at, Class::DIGITS) && reading.raw(at).len() == 3 && !reading.glued(at) {
        let gap = Span::new(reading.token(at - 1).end, reading.token(at).start);
        let gap = reading.slice(gap);
        if !matches!(gap, " " | "\u{a0}" | "\u{202f}" | "\u{2009}") {
            break;
        }
        narrow &= gap != " ";
        number = number.then(reading.raw(at), false)?;
        at += 1;
    }
    // A comma runs on only into more digits: "10 000, they said".
    let separator = match reading.raw(at) {
        "," => reading.glued(at + 1) && (at == i + 2 || reading.raw(at + 1).len() == 3),
        sign => matches!(sign, "/" | ":"),
    };
    let runs_on = reading.glued(at) && (reading.is(at, Class::WORD) || separator);
    // "12 500 km": what is counted follows at once.
    let counts = reading.is(at, Class::WORD) && !reading.is(at, Class::FUNCTION) && !reading.glued(at);
    let enough = at > i + 2 || at == i + 2 && (narrow || reading.raw(i + 1) == "000" || counts);
    (enough && !runs_on).then_some((at, number))
}

/// Hundreds and dozens make no larger number than this: "ninety-nine hundred".
const LARGEST_GROUP: u64 = 10_000;

/// Number words: the usual sum of products ("two thousand three hundred and five").
fn in_words(reading: &Reading<'_>, i: usize) -> Option<Numeral> {
    if !reading.is(i, Class::NUMBER | Class::ORDINAL) {
        return None;
    }
    let (mut total, mut group, mut end) = (Exact::from(0), None::<u64>, i);
    let mut last_power = u8::MAX;
    let mut ordinal = false;
    let mut at = i;
    // What was read before the last "and".
    let mut before = None;
    loop {
        let word = reading.word(at);
        let joined = reading.is(at.wrapping_sub(1), Class::DASH);
        if let Some(n) = word.cardinal.filter(|_| word.class.any(Class::NUMBER)) {
            let n = u64::from(n);
            group = Some(match group {
                None => n,
                Some(g) if n == 12 && word.text == "dozen" && g < LARGEST_GROUP => g * 12,
                // "twenty-five", "hundred and five"; but "nineteen ninety" is no sum.
                Some(g) if n < 10 && n > 0 && g % 100 >= 20 && g % 10 == 0 => g + n,
                Some(g) if n < 100 && g % 100 == 0 && g > 0 => g + n,
                Some(_) => break,
            });
        } else if let Some(power) = word.power.filter(|_| !word.text.ends_with('s')) {
            if power != 2 && group.is_none() && power > last_power && last_power < u8::MAX && end == at {
                // "three lakh crore": a higher power behind a lower one multiplies.
                total = total.times(Exact::from(10_i64.checked_pow(u32::from(power))?))?;
                last_power = power;
            } else if power == 2 {
                let Some(hundreds) = group.unwrap_or(1).checked_mul(100).filter(|&g| g < LARGEST_GROUP) else { break };
                group = Some(hundreds);
            } else if power < last_power {
                let factor = Exact::from(10_i64.checked_pow(u32::from(power))?);
                total = total.plus(Exact::from(i64::try_from(group.take().unwrap_or(1)).ok()?).times(factor)?)?;
                last_power = power;
            } else {
                break;
            }
        } else if let Some(n) = word.ordinal.filter(|_| at == i || joined || group.is_some()) {
            let n = u64::from(n);
            group = Some(match group {
                None if at == i => n,
                Some(g) if n < 10 && g % 100 >= 20 && g % 10 == 0 => g + n,
                Some(g) if n < 100 && g % 100 == 0 => g + n,
                Some(g) if n >= 100 => g * n,
                _ => break,
            });
            ordinal = true;
            end = at + 1;
            break;
        } else {
            break;
        }
        end = at + 1;
        at = match reading.lower(end) {
            "and" | "&" if reading.word(at).power.is_some() && reading.word(end + 1).cardinal.is_some() => {
                before = Some((total, group, end));
                end + 1
            }
            // "three million, two hundred thousand": a lower power goes on.
            "," if reading.word(at).power.is_some_and(|power| power > 2)
                && reading.word(end + 1).cardinal.is_some()
                && reading.word(end + 2).power.is_some_and(|power| power < last_power)
                && !reading.word(end + 2).text.ends_with('s') =>
            {
                end + 1
            }
            _ if reading.is(end, Class::DASH) && reading.glued(end) && reading.glued(end + 1) => end + 1,
            // "fifty - two", as texts that were taken apart into words have it.
            _ if reading.is(end, Class::DASH)
                && reading.word(end - 1).cardinal.is_some_and(|c| c >= 20 && c % 10 == 0)
                && reading.word(end + 1).cardinal.is_some_and(|c| (1..10).contains(&c)) =>
            {
                end + 1
            }
            _ => end,
        };
    }
    // "between one hundred and one hundred and fifty", "a million and two million": a power that the number can't take
    // belongs to the next one, with the words from the "and" on.
    if end == at
        && reading.word(at).power.is_some_and(|_| !reading.word(at).text.ends_with('s'))
        && let Some(earlier) = before
    {
        (total, group, end) = earlier;
    }
    if end == i {
        return None;
    }
    let value = total.plus(Exact::from(i64::try_from(group.unwrap_or(0)).ok()?))?;
    Some(Numeral { tokens: i..end, value, ordinal, digits: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;

    /// Reads `text` from its first token; answers the words read and their value.
    fn check(text: &str, words: &str, value: &str) {
        let article = Article::new("t", text);
        let reading = Reading::new(&article).unwrap();
        let found = read(&reading, 0).unwrap_or_else(|| panic!("{text:?}: no number"));
        assert_eq!(reading.slice(reading.span(found.tokens)), words, "{text:?}");
        assert_eq!(found.value.to_string(), value, "{text:?}");
    }

    #[test]
    fn numbers_in_digits() {
        check("11,000 soldiers", "11,000", "11000");
        check("1.234.567,89 euros", "1.234.567,89", "1234567.89");
        check("1,23,456 rupees", "1,23,456", "123456");
        check("1.2 million people", "1.2 million", "1200000");
        check("1.2bn pounds", "1.2bn", "1200000000");
        check("3.5, they say", "3.5", "3.5");
        check("10, 20 and 30", "10", "10");
        check("21st of the month", "21st", "21");
        check("5km away", "5", "5");
        check("1.2.3 was released", "1", "1");
        check("10 000 dollars", "10 000", "10000");
        check("1\u{a0}234\u{a0}567 men", "1\u{a0}234\u{a0}567", "1234567");
        check("12 345 and 678", "12", "12");
        check("4 hundred million people", "4 hundred million", "400000000");
        check("1.234,5 euros", "1.234,5", "1234.5");
        check("2mln tonnes", "2mln", "2000000");
    }

    #[test]
    fn numbers_in_words() {
        check("twenty-five trucks", "twenty-five", "25");
        check("two hundred and fifty trucks", "two hundred and fifty", "250");
        check("eleven thousand men", "eleven thousand", "11000");
        check("two million three hundred thousand and five", "two million three hundred thousand and five", "2300005");
        check("a dozen eggs", "a dozen", "12");
        check("two dozen eggs", "two dozen", "24");
        check("half a million men", "half a million", "500000");
        check("twenty-first century", "twenty-first", "21");
        check("nineteen ninety-eight", "nineteen", "19");
        check("one and two", "one", "1");
        check("fifty - two cards", "fifty - two", "52");
        check("a hundred days", "a hundred", "100");
        check("one hundred and one hundred and fifty", "one hundred", "100");
        check("a million and two million", "a million", "1000000");
        check("one hundred and five thousand", "one hundred and five thousand", "105000");
        check("three million, two hundred & forty men", "three million, two hundred & forty", "3000240");
        check("a thousand, two thousand or more", "a thousand", "1000");
        check(&"dozen ".repeat(40), "dozen dozen dozen dozen", "20736");
    }

    #[test]
    fn numbers_without_end_are_bounded() {
        for row in ["one hundred and ", "000 ", "million ", "hundred ", "dozen ", "0", "1,000,", "12 500 "] {
            let text = row.repeat(2_000);
            let article = Article::new("t", text.as_str());
            let reading = Reading::new(&article).unwrap();
            let read = read(&reading, 0).map_or(0, |number| number.tokens.len());
            assert!(read <= 2 * MOST_DIGITS as usize, "{row:?}: {read} tokens");
        }
    }

    #[test]
    fn what_is_no_number_is_left_alone() {
        for text in ["thousands of men", "a man", "and five", "half the men", &"9".repeat(400)] {
            let article = Article::new("t", text);
            let reading = Reading::new(&article).unwrap();
            assert_eq!(read(&reading, 0), None, "{text:.40?}");
        }
    }
}
