//! The English lexicon: one look-up a token answers what every plugin would ask of a word.

use crate::Class;
use crate::lang::{Cue, Term};
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

/// What is known of one word form.
#[derive(Clone, Debug, Default)]
pub struct Word {
    /// The form, in lower case.
    pub text: &'static str,
    /// Its lexical classes.
    pub class: Class,
    /// 1 to 12 for the name of a month, else 0.
    pub month: u8,
    /// 1 (Monday) to 7 for the name of a weekday, else 0.
    pub weekday: u8,
    /// The value of a cardinal in words ("eleven", "dozen").
    pub cardinal: Option<u32>,
    /// The exponent of a power of ten in words ("million").
    pub power: Option<u8>,
    /// The value of an ordinal in words ("third").
    pub ordinal: Option<u32>,
    /// A unit of time, as TIMEX3 writes it: `D`, `W`, `M`, `Q`, `Y`, `DE`, `CE`, `WE`, `2W`, `TH`, `TM`, `TS`.
    pub unit: Option<&'static str>,
    /// The base form of a verb of speech or thought ("say" for "said").
    pub lemma: Option<&'static str>,
    /// Whether it is a plural: "weeks", "Mondays", "evenings".
    pub plural: bool,
    /// Whether it is an abbreviation: "Nov", "Tues", "hrs".
    pub short: bool,
    /// What it does beside an expression of time.
    pub cue: Cue,
    /// What it is to the grammar of time.
    pub term: Term,
    /// The base form of an irregular past or participle ("meet" for "met").
    pub past_of: Option<&'static str>,
    /// The verb of a noun that names an act ("sign" for "signature").
    pub act: Option<&'static str>,
    /// Whether it looks like a form that it is not: "hundred" is no past, "family" no adverb.
    pub lookalike: bool,
}

/// The data files; each word file's header says where it comes from.
const FILES: [(Class, &str); 11] = [
    (Class::MONTH, include_str!("words/months.txt")),
    (Class::WEEKDAY, include_str!("words/weekdays.txt")),
    (Class::NUMBER, include_str!("words/cardinals.txt")),
    (Class::NUMBER, include_str!("words/powers.txt")),
    (Class::ORDINAL, include_str!("words/ordinals.txt")),
    (Class::TIME_UNIT, include_str!("words/units.txt")),
    (Class::TEMPORAL, include_str!("words/temporal.txt")),
    (Class::BOUND, include_str!("words/bounds.txt")),
    (Class::SPEECH, include_str!("words/speech.txt")),
    (Class::TITLE, include_str!("words/titles.txt")),
    (Class::FUNCTION, include_str!("words/function.txt")),
];
/// The place of the powers of ten in [`FILES`]: they share a class with the cardinals.
const POWERS: usize = 3;
/// No word of the lists is longer.
const LONGEST: usize = 16;

/// Holidays and where they stand in the year; its header says how they are written.
pub const HOLIDAYS: &str = include_str!("words/holidays.txt");
const CUES: &str = include_str!("words/cues.txt");
const TERMS: &str = include_str!("words/terms.txt");
const VERBS: &str = include_str!("words/verbs.txt");
const DEVERBAL: &str = include_str!("words/deverbal.txt");
const LOOKALIKES: &str = include_str!("words/lookalikes.txt");

struct Lexicon {
    words: Vec<Word>,
    numbers: WordTable<u16>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon { words: vec![Word::default()], numbers: WordTable::default() };
    for (file, (class, text)) in FILES.iter().enumerate() {
        for line in entries(text) {
            let mut forms = line.split_ascii_whitespace();
            let first = forms.next().unwrap_or_default();
            match *class {
                Class::SPEECH => {
                    for form in line.split_ascii_whitespace() {
                        lexicon.entry(form, *class).lemma = Some(first);
                    }
                }
                Class::FUNCTION => {
                    line.split_ascii_whitespace().for_each(|form| {
                        lexicon.entry(form, *class);
                    });
                }
                _ => {
                    let value = forms.next().unwrap_or_default();
                    let number = value.parse::<u32>().ok();
                    let word = lexicon.entry(first, *class);
                    for mark in line.split_ascii_whitespace() {
                        word.plural |= mark == "plural";
                        word.short |= mark == "short";
                    }
                    match *class {
                        Class::MONTH => word.month = number.unwrap_or_default() as u8,
                        Class::WEEKDAY => word.weekday = number.unwrap_or_default() as u8,
                        Class::NUMBER if file == POWERS => word.power = number.map(|n| n as u8),
                        Class::NUMBER => word.cardinal = number,
                        Class::ORDINAL => word.ordinal = number,
                        Class::TIME_UNIT => word.unit = Some(value),
                        _ => {}
                    }
                }
            }
        }
    }
    for line in entries(CUES) {
        let mut words = line.split_ascii_whitespace();
        let Some(cue) = words.next().and_then(Cue::named) else { continue };
        words.for_each(|form| lexicon.entry(form, Class::NONE).cue |= cue);
    }
    for line in entries(TERMS) {
        let (name, forms) = line.split_once(' ').unwrap_or((line, line));
        let Some(term) = Term::named(name) else { continue };
        forms.split_ascii_whitespace().for_each(|form| lexicon.entry(form, Class::NONE).term = term);
    }
    for line in entries(VERBS) {
        let mut forms = line.split_ascii_whitespace();
        let base = forms.next().unwrap_or_default();
        // "beat" and "run" say nothing of tense.
        for form in forms.filter(|form| *form != base) {
            lexicon.entry(form, Class::NONE).past_of.get_or_insert(base);
        }
    }
    for (noun, verb) in entries(DEVERBAL).filter_map(|line| line.split_once(' ')) {
        lexicon.entry(noun, Class::NONE).act = Some(verb);
    }
    for form in entries(LOOKALIKES).flat_map(str::split_ascii_whitespace) {
        lexicon.entry(form, Class::NONE).lookalike = true;
    }
    lexicon
});

impl Lexicon {
    fn entry(&mut self, form: &'static str, class: Class) -> &mut Word {
        let next = self.words.len() as u16;
        let number = *self.numbers.entry(form).or_insert(next);
        if number == next {
            self.words.push(Word { text: form, ..Word::default() });
        }
        let place = usize::from(number).min(self.words.len() - 1);
        let word = &mut self.words[place];
        word.class |= class;
        word
    }
}

/// The lines of a word file that are no comment and not blank.
pub fn entries(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The number of a word form (in lower case); 0 for a form that is not in the lexicon.
pub(crate) fn find(form: &str) -> u16 {
    if form.len() > LONGEST { 0 } else { LEXICON.numbers.get(form).copied().unwrap_or(0) }
}

/// The entry of that number.
#[inline]
pub(crate) fn word(number: u16) -> &'static Word {
    static EMPTY: Word = Word {
        text: "",
        class: Class::NONE,
        month: 0,
        weekday: 0,
        cardinal: None,
        power: None,
        ordinal: None,
        unit: None,
        lemma: None,
        plural: false,
        short: false,
        cue: Cue::NONE,
        term: Term::None,
        past_of: None,
        act: None,
        lookalike: false,
    };
    if number == 0 { &EMPTY } else { LEXICON.words.get(usize::from(number)).unwrap_or(&EMPTY) }
}

/// The entry of a word form in any case; an empty one where there is none.
///
/// ```
/// use copydesk_core::lang::en::lexicon;
/// assert_eq!(lexicon::look_up("Eleven").cardinal, Some(11));
/// assert_eq!(lexicon::look_up("warned").lemma, Some("warn"));
/// ```
#[must_use]
pub fn look_up(form: &str) -> &'static Word {
    word(find(&form.to_ascii_lowercase()))
}

/// FNV-1a: the fastest known for keys of three to twelve bytes, and the keys are our own, so no one can craft collisions
/// into the table.
#[derive(Clone, Copy, Debug, Default)]
pub struct WordHasher(u64);

/// A table by word forms, for lists that a plugin brings along.
pub type WordTable<V> = HashMap<&'static str, V, BuildHasherDefault<WordHasher>>;
/// A set of word forms.
pub type WordSet = HashSet<&'static str, BuildHasherDefault<WordHasher>>;

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_list_is_found_again() {
        for (class, text) in FILES {
            for line in entries(text) {
                let form = line.split_ascii_whitespace().next().unwrap();
                assert!(form.len() <= LONGEST, "{form} is longer than the look-up reads");
                assert!(look_up(form).class.all(class), "{form} has lost its class");
            }
        }
    }

    #[test]
    fn every_cue_has_a_name_and_its_words() {
        for line in entries(CUES) {
            let mut words = line.split_ascii_whitespace();
            let cue = Cue::named(words.next().unwrap()).unwrap_or_else(|| panic!("{line}: no such cue"));
            for form in words {
                assert!(form.len() <= LONGEST && look_up(form).cue.any(cue), "{form} has lost its cue");
            }
        }
        assert_eq!((look_up("met").past_of, look_up("signature").act), (Some("meet"), Some("sign")));
        for form in entries(LOOKALIKES).flat_map(str::split_ascii_whitespace) {
            assert!(form.len() <= LONGEST && look_up(form).lookalike, "{form} is taken for what it is not");
        }
    }

    #[test]
    fn every_term_has_its_words_and_each_of_them_one_term() {
        let marks = [Term::Comma, Term::Dot, Term::Colon, Term::Semicolon, Term::Apostrophe, Term::Possessive];
        let signs = [&marks[..], &[Term::Ampersand, Term::Hyphen, Term::Slash]].concat();
        let named: Vec<Term> = entries(TERMS)
            .map(|line| Term::named(line.split(' ').next().unwrap()).unwrap_or_else(|| panic!("{line}")))
            .collect();
        for term in Term::ALL {
            assert!(named.contains(term) != signs.contains(term), "{term:?} has no words");
        }
        for (line, term) in entries(TERMS).zip(&named) {
            let (_, forms) = line.split_once(' ').unwrap_or((line, line));
            for form in forms.split(' ') {
                assert!(form.len() <= LONGEST && look_up(form).term == *term, "{form} stands for two terms");
            }
        }
    }

    #[test]
    fn a_word_of_two_lists_has_both_meanings() {
        let second = look_up("second");
        assert_eq!((second.ordinal, second.unit), (Some(2), Some("TS")));
        assert!(look_up("may").class.all(Class::MONTH | Class::FUNCTION));
    }
}
