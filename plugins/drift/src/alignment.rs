//! Alignment: which words of one wording stand in the other, in order, and what lies between.

use crate::finding::{Change, Op, Touch};
use copydesk_copies::stem;
use copydesk_core::{Class, lang::en::lexicon};

/// Wordings are aligned up to so many words; what stands behind is one last change. A square of this many cells is the most that a pair costs.
const LONGEST: usize = 400;

/// One word of a wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    raw: &'a str,
    /// Lower case, apostrophes alike: what makes two words the same.
    same: String,
    /// First byte in the wording.
    start: usize,
    end: usize,
}

/// Modal verbs and adverbs, negations: few and closed classes (Quirk et al. 1985, 3.39 to 3.50 and 10.54 to 10.60).
const MODALS: [&str; 14] = [
    "may", "might", "can", "could", "must", "shall", "should", "will", "would", "perhaps", "probably", "possibly",
    "maybe", "cannot",
];
const NEGATIONS: [&str; 9] = ["not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without"];

/// Cuts a wording into words. A hyphen parts words; an apostrophe does not.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain(std::iter::once((text.len(), ' ')));
    let mut last = ' ';
    for (at, c) in ends {
        let inside = c.is_alphanumeric() || (is_apostrophe(c) && last.is_alphanumeric() && follows_letter(text, at + c.len_utf8()))
            // "1.5", "4,600"
            || (matches!(c, '.' | ',') && last.is_ascii_digit() && text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit))
            // "U.N."
            || (c == '.' && last.is_uppercase() && follows_capital(text, at + 1));
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let raw = text.get(from..at).unwrap_or_default();
                let mut same = raw.to_lowercase().replace(is_apostrophe, "'");
                if same.contains('.') && raw.starts_with(char::is_alphabetic) {
                    same.retain(|c| c != '.');
                }
                pieces.push(Piece { raw, same, start: from, end: at });
                start = None;
            }
            _ => {}
        }
        last = c;
    }
    pieces
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`' | '´')
}

fn follows_letter(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphabetic)
}

fn follows_capital(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase)
}

/// Whether two wordings have the same words; marks and capitals do not count.
pub fn is_identical(a: &[Piece<'_>], b: &[Piece<'_>]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(one, two)| one.same == two.same)
}

/// Two words that stand in the same place: the same, or one word in two forms.
fn matches(one: &Piece<'_>, two: &Piece<'_>) -> u32 {
    if one.same == two.same {
        3
    } else {
        // "contingent", "contingents": aligned with each other, and told as a change.
        u32::from(stem(&one.same) == stem(&two.same))
    }
}

/// The alignment of two wordings.
pub struct Alignment {
    /// What turns the first into the second.
    pub changes: Vec<Change>,
    /// Words of the first that stand in front of the first common word and behind the last; the same of the second.
    pub outside: [usize; 2],
    /// All words that are not common, of each.
    pub uncommon: [usize; 2],
}

/// Aligns two wordings by their longest common sequence of words.
pub fn align(a_text: &str, a: &[Piece<'_>], b_text: &str, b: &[Piece<'_>]) -> Alignment {
    let pairs = common(a.get(..LONGEST).unwrap_or(a), b.get(..LONGEST).unwrap_or(b));
    let mut alignment = Alignment { changes: Vec::new(), outside: [0, 0], uncommon: [0, 0] };
    let (mut i, mut j) = (0, 0);
    let ends = pairs.iter().copied().chain(std::iter::once((a.len(), b.len())));
    for (k, (x, y)) in ends.enumerate() {
        let (left, right) = (a.get(i..x).unwrap_or_default(), b.get(j..y).unwrap_or_default());
        alignment.uncommon = [alignment.uncommon[0] + left.len(), alignment.uncommon[1] + right.len()];
        if k == 0 || k == pairs.len() {
            alignment.outside = [alignment.outside[0] + left.len(), alignment.outside[1] + right.len()];
        }
        alignment.changes.extend(change(a_text, left, b_text, right));
        // The same word in another form.
        if let (Some(one), Some(two)) = (a.get(x), b.get(y))
            && one.same != two.same
        {
            alignment.changes.extend(change(a_text, std::slice::from_ref(one), b_text, std::slice::from_ref(two)));
        }
        (i, j) = (x + 1, y + 1);
    }
    alignment
}

fn change(a_text: &str, a: &[Piece<'_>], b_text: &str, b: &[Piece<'_>]) -> Option<Change> {
    let op = match (a.is_empty(), b.is_empty()) {
        (true, true) => return None,
        (true, false) => Op::Insert,
        (false, true) => Op::Delete,
        (false, false) => Op::Replace,
    };
    Some(Change { op, a: between(a_text, a), b: between(b_text, b), touches: touch(a, b) })
}

fn between(text: &str, pieces: &[Piece<'_>]) -> String {
    let span = pieces.first().zip(pieces.last()).and_then(|(first, last)| text.get(first.start..last.end));
    span.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The gravest thing that stands on one side and not on the other.
fn touch(a: &[Piece<'_>], b: &[Piece<'_>]) -> Touch {
    let only = |one: &'_ [Piece<'_>], two: &[Piece<'_>]| {
        let alone = one.iter().filter(|piece| !two.iter().any(|other| stem(&other.same) == stem(&piece.same)));
        alone.map(weigh).min()
    };
    only(a, b).into_iter().chain(only(b, a)).min().unwrap_or(Touch::Function)
}

fn weigh(piece: &Piece<'_>) -> Touch {
    let word = piece.same.as_str();
    let class = lexicon::look_up(word).class;
    if piece.raw.starts_with(|c: char| c.is_ascii_digit()) || class.any(Class::NUMBER) {
        Touch::Number
    } else if NEGATIONS.contains(&word) || word.ends_with("n't") {
        Touch::Negation
    } else if MODALS.contains(&word) {
        Touch::Modality
    } else if class.any(Class::FUNCTION) {
        Touch::Function
    } else {
        Touch::Content
    }
}

/// The pairs of the heaviest common sequence; of equal ones the one that matches earliest.
fn common(a: &[Piece<'_>], b: &[Piece<'_>]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut best = vec![0_u32; (a.len() + 1) * width];
    let get = |best: &[u32], i: usize, j: usize| best.get(i * width + j).copied().unwrap_or(0);
    for (i, one) in a.iter().enumerate().rev() {
        for (j, two) in b.iter().enumerate().rev() {
            let skip = get(&best, i + 1, j).max(get(&best, i, j + 1));
            let weight = matches(one, two);
            let take = if weight > 0 { get(&best, i + 1, j + 1) + weight } else { 0 };
            if let Some(cell) = best.get_mut(i * width + j) {
                *cell = skip.max(take);
            }
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while let (Some(one), Some(two)) = (a.get(i), b.get(j)) {
        let here = get(&best, i, j);
        let weight = matches(one, two);
        if weight > 0 && here == get(&best, i + 1, j + 1) + weight {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if here == get(&best, i + 1, j) {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(a: &str, b: &str) -> Vec<String> {
        let alignment = align(a, &pieces(a), b, &pieces(b));
        let one = |c: &Change| format!("{:?} {:?}: {}>{}", c.op, c.touches, c.a, c.b);
        alignment.changes.iter().map(one).collect()
    }

    #[test]
    fn words_are_aligned_one_by_one() {
        assert_eq!(
            told(
                "stay at the lock until the last barge is home",
                "keep watch at the lock until the last barge is safe"
            ),
            ["Replace Content: stay>keep watch", "Replace Content: home>safe"]
        );
        assert_eq!(
            told("We will send 40 boats in May", "We may send 400 boats, not in May"),
            ["Replace Modality: will>may", "Replace Number: 40>400", "Insert Negation: >not"]
        );
        assert_eq!(told("a bigger contingent", "a bigger contingents"), ["Replace Function: contingent>contingents"]);
        assert!(told("It’s “over”, he said of the U.N. talks", "IT'S over he said of the UN talks").is_empty());
    }

    #[test]
    fn what_lies_outside_is_told_from_what_lies_between() {
        let (a, b) = ("now we stand firmly by our word as ever", "stand firmly by their word");
        let alignment = align(a, &pieces(a), b, &pieces(b));
        assert_eq!(alignment.outside, [4, 0]);
        assert_eq!(alignment.uncommon, [5, 1]);
    }

    #[test]
    fn a_speech_of_thousands_of_words_is_aligned_at_its_head() {
        let long = "the lock stays shut until the river falls again ".repeat(400);
        let alignment = align(&long, &pieces(&long), "the lock stays open", &pieces("the lock stays open"));
        assert!(!alignment.changes.is_empty());
    }
}
