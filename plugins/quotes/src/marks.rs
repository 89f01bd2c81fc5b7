//! Quotation marks: which open, which close, and the stretches between them.

use copydesk_core::{Class, Reading};
use std::ops::Range;

/// Words in marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The tokens with their marks.
    pub outer: Range<usize>,
    /// The tokens between the marks.
    pub inner: Range<usize>,
    /// Double marks (or guillemets, or doubled apostrophes); else single ones.
    pub double: bool,
    /// Whether the closing mark is there. An open stretch runs to the end of its paragraph and goes on in the next.
    pub closed: bool,
}

/// Marks nested deeper than this are not told apart any more; three levels occur in court reports.
const DEEPEST: usize = 4;

/// Behind a plural's apostrophe the end of the quotation that it stands in is looked for over so many tokens.
const OWNER: usize = 60;

/// What one mark can do where it stands.
struct Mark {
    /// First token and one past the last: two for doubled apostrophes.
    tokens: Range<usize>,
    double: bool,
    opens: bool,
    closes: bool,
    /// Its form says that it opens: “ and ‘.
    directed: bool,
}

/// All stretches, outermost and nested, by their start. Linear: every mark is pushed and popped at most once, and the stack is shallow.
pub fn stretches(reading: &Reading<'_>, paragraphs: &[Range<usize>]) -> Vec<Stretch> {
    let marks = reading.with(Class::QUOTE);
    let mut found = Vec::new();
    let mut open: Vec<Mark> = Vec::new();
    let mut at = 0;
    for (n, paragraph) in paragraphs.iter().enumerate() {
        open.clear();
        while let Some(&mark) = marks.get(at) {
            let i = mark as usize;
            if i >= paragraph.end {
                break;
            }
            at += 1;
            if i < paragraph.start {
                continue;
            }
            let Some(mark) = read_mark(reading, i) else { continue };
            if mark.tokens.len() == 2 {
                at += 1;
            }
            take(mark, &mut open, &mut found);
        }
        // »"… and went on.« – a paragraph that ends in an open quotation, and the next one that begins with a mark, are one speech.
        if let Some(mark) = open.iter().find(|mark| mark.double) {
            let goes_on = paragraphs
                .get(n + 1)
                .is_some_and(|next| read_mark(reading, next.start).is_some_and(|m| m.double && m.opens));
            if goes_on && mark.tokens.end < paragraph.end {
                found.push(Stretch {
                    outer: mark.tokens.start..paragraph.end,
                    inner: mark.tokens.end..paragraph.end,
                    double: true,
                    closed: false,
                });
            }
        }
    }
    found.sort_by_key(|s| (s.outer.start, std::cmp::Reverse(s.outer.end)));
    found
}

/// Opens or closes with one mark.
fn take(mark: Mark, open: &mut Vec<Mark>, found: &mut Vec<Stretch>) {
    if mark.closes
        && let Some(level) = open.iter().rposition(|o| o.double == mark.double)
    {
        let opening = open.swap_remove(level);
        // What was opened inside and never closed was a stray mark.
        open.truncate(level);
        let inner = opening.tokens.end..mark.tokens.start;
        if !inner.is_empty() {
            let outer = opening.tokens.start..mark.tokens.end;
            found.push(Stretch { outer, inner, double: mark.double, closed: true });
        }
    } else if mark.opens {
        // “The minister said: ‘It is “safe” for all.’ We laughed.”: marks that tell their direction nest.
        let nests =
            mark.directed && open.last().is_some_and(|o| o.double != mark.double && o.directed) && open.len() < DEEPEST;
        // A second opening mark of one kind: the first was stray, or it opens a paragraph of a longer quotation.
        if let Some(level) = open.iter().rposition(|o| o.double == mark.double).filter(|_| !nests) {
            open.truncate(level);
        }
        if open.len() < DEEPEST {
            open.push(mark);
        }
    }
}

/// What the mark at token `i` can do by its neighbours; nothing for apostrophes, primes behind digits and second halves.
fn read_mark(reading: &Reading<'_>, i: usize) -> Option<Mark> {
    if !reading.is(i, Class::QUOTE) {
        return None;
    }
    let sign = reading.raw(i);
    let straight = |s: &str| matches!(s, "'" | "’" | "‘" | "`" | "´");
    let doubled = straight(sign) && reading.glued(i + 1) && reading.raw(i + 1) == sign;
    let tokens = i..i + 1 + usize::from(doubled);
    let glued_left = reading.glued(i) && !opens_bracket(reading, i - 1);
    let glued_right =
        reading.glued(tokens.end) && !reading.is(tokens.end, Class::STOP) && reading.raw(tokens.end) != ",";
    let double = doubled
        || matches!(
            sign,
            "\"" | "“" | "”" | "„" | "‟" | "«" | "»" | "″" | "〝" | "〞" | "＂" | "「" | "」" | "『" | "』"
        );
    if !double {
        let directed = sign == "‘";
        return single(reading, i, sign, glued_left, glued_right).map(|(opens, closes)| Mark {
            tokens,
            double,
            opens,
            closes,
            directed,
        });
    }
    if matches!(sign, "\"" | "″")
        && reading.glued(i)
        && reading.is(i - 1, Class::DIGITS)
        && !glued_right
        && i > 1
        && reading.glued(i - 1)
        && matches!(reading.raw(i - 2), "'" | "′" | "’")
    {
        return None; // 5'10"
    }
    let (opens, closes) = match sign {
        "„" | "‟" | "〝" | "「" | "『" => (true, false),
        "」" | "』" | "〞" => (false, true),
        // “wrong way round“ and ”wrong way round” are told by their neighbours.
        "“" => (!glued_left || glued_right, glued_left && !glued_right),
        "”" => (!glued_left && glued_right, glued_left || !glued_right),
        "«" | "»" => (!glued_left && glued_right, glued_left || !glued_right),
        _ => (!glued_left || glued_right, glued_left || !glued_right),
    };
    let directed = sign == "“" && !closes;
    Some(Mark { tokens, double, opens, closes, directed })
}

fn opens_bracket(reading: &Reading<'_>, i: usize) -> bool {
    matches!(reading.raw(i), "(" | "[" | "{") || reading.is(i, Class::DASH | Class::QUOTE)
}

/// Single marks: an apostrophe stands behind a word and before one, or before what it shortens.
fn single(reading: &Reading<'_>, i: usize, sign: &str, glued_left: bool, glued_right: bool) -> Option<(bool, bool)> {
    let elided = matches!(
        reading.lower(i + 1),
        "tis" | "twas" | "em" | "til" | "cause" | "bout" | "n" | "s" | "re" | "ve" | "ll" | "d" | "t" | "m"
    ) || (reading.is(i + 1, Class::DIGITS) && reading.glued(i + 1) && reading.lower(i + 2) == "s");
    // A ’ before a word is an elision far oftener than a mark the wrong way round.
    let opens = !glued_left && glued_right && !elided && sign != "’";
    let closes = glued_left && !glued_right && !matches!(sign, "‘" | "`" | "‚") && !owns(reading, i);
    (opens || closes).then_some((opens, closes))
}

/// ‘It is not the mayors’ fault,’ Hale said: behind a plural, before a common noun, with the true end of the quotation further on.
fn owns(reading: &Reading<'_>, i: usize) -> bool {
    let plural = reading.lower(i.wrapping_sub(1)).ends_with('s') && reading.is(i.wrapping_sub(1), Class::WORD);
    let common = reading.is(i + 1, Class::WORD)
        && !reading.is(i + 1, Class::CAPITAL | Class::FUNCTION | Class::SPEECH | Class::LINE_START);
    if !plural || !common {
        return false;
    }
    let mut ahead = (i + 2..i + OWNER).take_while(|&j| !reading.is(j, Class::LINE_START));
    let mark = |j: usize| matches!(reading.raw(j), "'" | "’" | "‘") && reading.is(j, Class::QUOTE);
    ahead.find(|&j| mark(j) && !(reading.glued(j) && reading.glued(j + 1))).is_some_and(|j| {
        reading.raw(j) != "‘" && reading.glued(j) && (reading.is(j - 1, Class::STOP) || reading.raw(j - 1) == ",")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use copydesk_core::Article;

    fn inner(text: &str) -> Vec<String> {
        let article = Article::new("a", text);
        let reading = Reading::new(&article).unwrap();
        let paragraphs: Vec<_> = reading.lines().iter().map(|l| l.tokens.clone()).collect();
        stretches(&reading, &paragraphs).into_iter().map(|s| reading.slice(reading.span(s.inner)).to_owned()).collect()
    }

    #[test]
    fn every_kind_of_mark_pairs() {
        for text in [
            "a \"b c\" d",
            "a “b c” d",
            "a „b c“ d",
            "a «b c» d",
            "a »b c« d",
            "a ''b c'' d",
            "a ″b c″ d",
            "a ‘b c’ d",
            "a 'b c' d",
            "a ``b c'' d",
            "a ”b c” d",
            "a “b c“ d",
        ] {
            assert_eq!(inner(text), ["b c"], "{text}");
        }
    }

    #[test]
    fn apostrophes_inches_and_stray_marks_are_none() {
        for text in
            ["the mayors' office and the '90s", "he is 5'10\" tall", "don't, won’t", "a stray \" mark", "rock 'n' roll"]
        {
            assert_eq!(inner(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn single_nests_in_double_and_open_paragraphs_go_on() {
        assert_eq!(inner("\"He said 'no way' twice,\" she said."), ["He said 'no way' twice,", "no way"]);
        assert_eq!(inner("“One.\n“Two.” And “three"), ["One.", "Two."]);
    }
}
