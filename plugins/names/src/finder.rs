//! The finder of mentions: it goes through a sentence from one run of capitals to the next and strips what only begins or ends a sentence.

use crate::Entity;
use crate::lists::{Gender, Known, Trait, key, lists};
use crate::mention::Mention;
use crate::run::{self, Form, Piece};
use copydesk_core::{Class, Reading};
use std::collections::HashSet;
use std::ops::Range;

/// A word all in capitals of more letters is shouted rather than abbreviated.
const LONGEST_ACRONYM: u32 = 6;

/// Takes the text apart.
pub(crate) struct Finder<'r, 'a> {
    pub reading: &'r Reading<'a>,
    /// Words met in lower case: "talks" makes "Talks" at the head of a sentence a common noun.
    pub lower: HashSet<&'r str>,
    /// Whether a place of the lists may have lost its capital somewhere.
    places: bool,
    /// Names that the user has given, where they stand, from here on.
    aliases: &'r [(Range<usize>, Known)],
    pub mentions: Vec<Mention>,
    /// "X (XNA)": the mention in brackets and the one that it abbreviates.
    pub acronyms: Vec<(usize, usize)>,
    run: Vec<Piece>,
    pub loose: bool,
    /// Stems of words that say whose country: "Kestr" of "Kestrian".
    pub stems: HashSet<String>,
}

impl<'r, 'a> Finder<'r, 'a> {
    pub fn new(reading: &'r Reading<'a>, aliases: &'r [(Range<usize>, Known)]) -> Self {
        let lower = lower_words(reading);
        let places = lower.iter().any(|word| lost_capital(word).is_some());
        Self {
            reading,
            lower,
            places,
            aliases,
            mentions: Vec::new(),
            acronyms: Vec::new(),
            run: Vec::new(),
            loose: false,
            stems: HashSet::new(),
        }
    }

    /// Reads a sentence of running text. `loose` for a short line that is none: a menu entry, a byline, a table's row.
    pub fn read(&mut self, tokens: Range<usize>, loose: bool) {
        self.loose = loose;
        let mut i = tokens.start;
        let mut initial = true;
        let mut bracket = None;
        while i < tokens.end {
            // Between names nearly every token is a plain word.
            let class = self.reading.class(i);
            if class.any(Class::WORD)
                && !class.any(Class::CAPITAL | Class::STOP)
                && !self.places
                && self.aliases.is_empty()
            {
                initial = false;
                i += 1;
                continue;
            }
            let limit = self.next_alias(i).map_or(tokens.end, |start| start.min(tokens.end));
            if limit == i
                && let Some((end, _)) = self.alias()
            {
                i = end;
                initial = false;
                continue;
            }
            if run::begins(self.reading, i) {
                let mut pieces = std::mem::take(&mut self.run);
                let end = run::read(self.reading, i, limit, &mut pieces);
                let before = self.mentions.len();
                self.take_apart(&pieces, initial);
                self.run = pieces;
                if self.mentions.len() > before {
                    if let Some((long, from)) = bracket.take()
                        && from == i
                        && self.reading.raw(end) == ")"
                    {
                        self.acronyms.push((before, long));
                    }
                    let long = self.mentions.len() - 1;
                    if self.reading.raw(end) == "(" {
                        bracket = Some((long, end + 1));
                    }
                }
                i = end;
                initial = false;
                continue;
            }
            if self.places && class.any(Class::WORD) {
                self.lower_case(i);
            }
            // Behind an opening mark, a colon or a bullet a capital tells as little as at the head of a sentence.
            let opens = class.any(Class::QUOTE) && !class.any(Class::GLUED) && self.reading.glued(i + 1);
            initial = match self.reading.raw(i) {
                ":" | "•" | "*" | "…" | "|" | ">" => true,
                "(" | "[" => initial,
                _ => class.any(Class::STOP) || opens || (initial && !class.any(Class::WORD)),
            };
            i += 1;
        }
    }

    /// Where the next name stands that the user has given, from token `i` on.
    fn next_alias(&mut self, i: usize) -> Option<usize> {
        while self.aliases.first().is_some_and(|(alias, _)| alias.start < i) {
            self.aliases = self.aliases.get(1..).unwrap_or_default();
        }
        self.aliases.first().map(|(alias, _)| alias.start)
    }

    /// Takes the next name that the user has given; answers where it ends.
    fn alias(&mut self) -> Option<(usize, Known)> {
        let ((tokens, known), rest) = self.aliases.split_first()?;
        self.aliases = rest;
        self.push(tokens.clone(), false, Some(*known), "alias");
        Some((tokens.end, *known))
    }

    /// Of a heading only the names that the user has given are read here.
    pub fn heading(&mut self, tokens: &Range<usize>) {
        while self.next_alias(tokens.start).is_some_and(|start| start < tokens.end) {
            self.alias();
        }
    }

    /// "kyiv": a capital city or a country that lost its capital letter on the way.
    fn lower_case(&mut self, i: usize) {
        if let Some(known) = lost_capital(self.reading.lower(i))
            && !self.reading.glued(i)
        {
            self.push(i..i + 1, false, Some(known), "lower-case");
        }
    }

    fn key_of(&self, pieces: &[Piece]) -> String {
        let mut out = String::new();
        for piece in pieces {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&key(self.reading.slice(self.reading.span(piece.tokens.clone()))));
        }
        if out.contains('\'') { out.replace(" '", "'") } else { out }
    }

    /// The longest listed name at the head of these pieces, with the number of pieces.
    pub fn known(&self, pieces: &[Piece]) -> Option<(Known, usize)> {
        let first = pieces.first()?;
        // Most words begin no listed name: a plain one says so without a string being built.
        let longest = if first.form == Form::Word && first.tokens.len() == 1 {
            first.word.longest
        } else {
            lists().word(self.key_of(std::slice::from_ref(first)).split(' ').next()?).longest
        };
        if longest == 0 {
            return None;
        }
        (1..=pieces.len().min(usize::from(longest))).rev().find_map(|n| {
            let key = self.key_of(pieces.get(..n)?);
            // "US" and "us", "IT" and "it": short keys only in capitals.
            let short = key.len() <= 3 && !first.upper;
            lists().known(&key).filter(|_| !short).map(|known| (known, n))
        })
    }

    /// Takes one run apart.
    fn take_apart(&mut self, all: &[Piece], initial: bool) {
        let reading = self.reading;
        let mut pieces = all;
        let (Some(first), Some(last)) = (all.first(), all.last()) else { return };
        let (before, behind) = (first.tokens.start.wrapping_sub(1), last.tokens.end);
        // "#FreeAda", "@ada", "example.com", "US$": no names here.
        let tagged = reading.glued(first.tokens.start) && matches!(reading.raw(before), "#" | "@" | "/" | "." | "_");
        let domain = reading.glued(behind)
            && (reading.is(behind, Class::CURRENCY)
                || (matches!(reading.raw(behind), "." | "@" | "/")
                    && reading.glued(behind + 1)
                    && reading.is(behind + 1, Class::WORD)));
        if tagged || (domain && all.len() == 1) {
            return;
        }
        if let Some(country) = self.half(all) {
            self.push(last.tokens.clone(), false, Some(country), "compass");
            return;
        }
        let mut stripped = false;
        // "But Talvik", "Yesterday Talvik", "Critics of": what a sentence begins with.
        while let Some(first) = pieces.first() {
            let lower = reading.lower(first.tokens.start);
            let plain = first.form == Form::Word && first.tokens.len() == 1;
            let head = initial && !stripped || pieces.len() < all.len();
            let function = reading.is(first.tokens.start, Class::FUNCTION)
                && !(first.upper && lower.len() > 1 && self.known(pieces).is_some());
            let common = head
                && (first.any(Trait::STARTER)
                    || reading
                        .is(first.tokens.start, Class::TEMPORAL | Class::NUMBER | Class::ORDINAL | Class::SPEECH));
            let lowered = head
                && self.lower.contains(lower)
                && !first.any(Trait::GIVEN | Trait::ROLE | Trait::MODIFIER | Trait::TOPIC | Trait::ORGANISATION_HEAD)
                && !first.upper;
            let named = pieces.len() > 1 && self.known(pieces).is_some_and(|(_, n)| n > 1);
            // "Early said", where the article has a Jo Early.
            if pieces.len() == 1 && plain && !self.loose && !function && (common || lowered) {
                self.short(first);
            }
            let strip = (plain && (function || common || lowered) && !named) || first.form == Form::Link;
            if !strip {
                break;
            }
            pieces = pieces.get(1..).unwrap_or_default();
            stripped = true;
        }
        // A verb or a common word with a capital at the end tells a heading: "Talvik Says".
        while pieces.len() > 1
            && pieces.last().is_some_and(|last| {
                last.form == Form::Link || (reading.is(last.tokens.start, Class::FUNCTION) && !last.upper)
            })
        {
            pieces = pieces.get(..pieces.len() - 1).unwrap_or_default();
        }
        // "Ada Brandt Image: Pool".
        if pieces.len() > 2 && reading.raw(behind) == ":" && pieces.last().is_some_and(|last| last.any(Trait::STARTER))
        {
            pieces = pieces.get(..pieces.len() - 1).unwrap_or_default();
        }
        if pieces.is_empty() {
            return;
        }
        // "Talvik said" at the head of a sentence is a name; "Critics said" is none.
        let spoke = |piece: &Piece| {
            let next = piece.tokens.end;
            self.reading.is(next, Class::SPEECH)
                && !self.reading.is(next, Class::CAPITAL)
                && !self.reading.lower(piece.tokens.start).ends_with('s')
        };
        let shouted = pieces.len() == 1
            && pieces
                .iter()
                .all(|piece| piece.upper && self.reading.span(piece.tokens.clone()).len() > LONGEST_ACRONYM);
        let weak = self.loose || shouted || (initial && !stripped && pieces.len() == 1 && !pieces.iter().all(spoke));
        self.name(pieces, weak, None);
    }

    /// A common word with a capital that may be short for a name of the article.
    pub fn short(&mut self, piece: &Piece) {
        let word = piece.tokens.start;
        let the = self.reading.lower(word.wrapping_sub(1)) == "the" && piece.any(Trait::ORGANISATION_HEAD);
        let next = piece.tokens.end;
        let acts = self.reading.is(next, Class::SPEECH) && !self.reading.is(next, Class::CAPITAL)
            || self.reading.is(word.wrapping_sub(1), Class::SPEECH)
            || self.reading.raw(next).starts_with(['\'', '’']) && self.reading.glued(next);
        if piece.form == Form::Word
            && piece.tokens.len() == 1
            && (the || acts)
            && !self.reading.is(word, Class::MONTH | Class::WEEKDAY | Class::UPPER)
        {
            self.push(piece.tokens.clone(), true, None, "short-form");
            if let Some(mention) = self.mentions.last_mut() {
                mention.short = true;
            }
        }
    }

    /// "the North" of two Koreas; what comes of it depends on whether the article names the country.
    fn half(&self, pieces: &[Piece]) -> Option<Known> {
        // "The North" at the head of a sentence: the article has a capital, too.
        let (piece, rest) = pieces.split_last()?;
        if !(rest.is_empty() || rest.len() == 1 && rest.iter().all(|the| self.reading.lower(the.tokens.start) == "the"))
        {
            return None;
        }
        let the = self.reading.lower(piece.tokens.start.wrapping_sub(1)) == "the";
        let next = piece.tokens.end;
        let alone = self.reading.glued(next)
            || self.reading.is(next, Class::FUNCTION | Class::SPEECH) && self.reading.lower(next) != "of";
        let name = match self.reading.lower(piece.tokens.start) {
            "north" => "north korea",
            "south" => "south korea",
            _ => return None,
        };
        if the && alone { lists().known(name) } else { None }
    }

    pub fn push(&mut self, tokens: Range<usize>, weak: bool, known: Option<Known>, rule: &'static str) {
        let reading = self.reading;
        let span = reading.span(tokens.clone());
        let mut votes = self.surroundings(&tokens);
        if rule == "head" {
            let last = lists().word(reading.lower(tokens.end - 1));
            let any = |traits| {
                tokens
                    .clone()
                    .any(|i| reading.is(i, Class::CAPITAL) && lists().word(reading.lower(i)).traits.any(traits))
            };
            if last.traits.any(Trait::ORGANISATION_HEAD)
                || (!last.traits.any(Trait::PLACE_HEAD | Trait::OTHER_HEAD) && any(Trait::ORGANISATION_HEAD))
            {
                votes.organisation += 6;
            } else if last.traits.any(Trait::PLACE_HEAD)
                || (!last.traits.any(Trait::OTHER_HEAD) && any(Trait::PLACE_HEAD))
            {
                votes.place += 6;
            } else {
                // A treaty, a prize, a war: no person, no organisation, no place.
                return;
            }
        }
        if let Some(known) = known {
            match known.entity {
                Entity::Person => votes.person += 8,
                Entity::Organisation => votes.organisation += 8,
                Entity::Place => votes.place += 8,
            }
        }
        let acronym = tokens.len() == 1 && reading.is(tokens.start, Class::UPPER) && span.len() <= LONGEST_ACRONYM;
        // "the official KTA agency": letters hold no office.
        let title = if acronym { None } else { self.title_before(tokens.start) };
        if title.is_some() && known.is_none() {
            votes.person += 4;
        }
        let key = key(reading.slice(span));
        let key = if key.contains("  ") { key.split_whitespace().collect::<Vec<_>>().join(" ") } else { key };
        self.mentions.push(Mention {
            tokens,
            span,
            key,
            votes,
            gender: Gender::Unknown,
            title,
            weak,
            known,
            acronym,
            short: false,
            loose: self.loose,
            entity: usize::MAX,
            rule,
        });
    }
}

/// The place that a word in lower case names, if it is no common word as well.
fn lost_capital(word: &str) -> Option<Known> {
    const COMMON: [&str; 12] = [
        "turkey", "china", "chad", "lima", "male", "guinea", "jersey", "congo", "niger", "georgia", "jordan", "labour",
    ];
    if word.len() < 4 || lists().word(word).longest == 0 || COMMON.contains(&word) {
        return None;
    }
    lists().known(word).filter(|known| known.entity == Entity::Place)
}

/// Bits of the filter that keeps most lower-case words out of the set of words met in lower case.
const FILTER: usize = 1 << 13;

/// The words that the text has both with a capital and without, and those that begin a listed name: of no other is it ever asked
/// whether it was met in lower case. Nine words in ten are kept out by a filter on their length and first letters, before any hashing.
fn lower_words<'r>(reading: &'r Reading<'_>) -> HashSet<&'r str> {
    let slot = |word: &str| {
        let mut letters = word.bytes();
        let mut take = || usize::from(letters.next().unwrap_or_default());
        (take() + 31 * take() + 997 * take() + 7_919 * take() + 17 * word.len()) % FILTER
    };
    let mut filter = vec![false; FILTER];
    lists().beginnings().for_each(|word| filter[slot(word)] = true);
    let words = reading.tokens().iter().enumerate();
    words
        .clone()
        .filter(|(_, token)| token.class.any(Class::CAPITAL))
        .for_each(|(i, _)| filter[slot(reading.lower(i))] = true);
    words
        .filter(|(_, token)| {
            token.class.any(Class::WORD) && !token.class.any(Class::CAPITAL | Class::FUNCTION | Class::GLUED)
        })
        .map(|(i, _)| i)
        .filter(|&i| filter[slot(reading.lower(i))])
        // "ada@example.com" does not make "Ada" a common word.
        .filter(|&i| !(reading.raw(i + 1) == "@" && reading.glued(i + 1)))
        .map(|i| reading.lower(i))
        .collect()
}
