//! Mentions: a run of capitals taken apart into titles, persons, organisations and places, each with what its surroundings say.

use crate::Entity;
use crate::lists::{ADDRESS, Gender, Known, Trait, key, lists};
use crate::run::{self, Form, Piece};
use copydesk_core::{Class, Reading, Span};
use std::collections::HashSet;
use std::ops::Range;

/// Modifiers before a lower-case role noun are looked for over so many tokens: "former deputy assistant secretary".
const LONGEST_TITLE: usize = 6;
/// A role noun behind a name's comma stands within so many tokens: "…, a former senior policy analyst at …".
const APPOSITION: usize = 9;

/// Heads of organisations and places that are surnames as well: "Lauryn Hill".
const SURNAMES: [&str; 16] = [
    "hill", "lake", "park", "lane", "street", "woods", "forest", "castle", "church", "post", "hall", "house", "law",
    "price", "field", "pool",
];

/// What a noun that countries have says for a place: as much as "in".
const STATE: i32 = 3;

/// A part of an East-Asian given name has at most so many letters: "Kyung", "Hyeong" by the romanisations of Korean.
const SYLLABLE: usize = 6;

/// Heads of places that stand in front.
const LEADS: [&str; 5] = ["port", "lake", "mount", "fort", "cape"];

/// Titles after which streets and parks are called as often as persons.
const CROWNS: [&str; 6] = ["king", "queen", "emperor", "empress", "saint", "st"];

/// A word all in capitals of more letters is shouted rather than abbreviated.
const LONGEST_ACRONYM: u32 = 6;

/// For how much each kind of name there is evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Votes {
    pub person: i32,
    pub organisation: i32,
    pub place: i32,
    /// It does what persons and organisations do.
    pub agent: i32,
}

impl Votes {
    pub fn add(&mut self, other: Self) {
        self.person += other.person;
        self.organisation += other.organisation;
        self.place += other.place;
        self.agent += other.agent;
    }
}

/// One mention of a proper name.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub tokens: Range<usize>,
    pub span: Span,
    pub key: String,
    pub votes: Votes,
    pub gender: Gender,
    /// The title or role in front of it.
    pub title: Option<Range<usize>>,
    /// Its place alone gave it the capital: it counts only where the name is known from elsewhere.
    pub weak: bool,
    pub known: Option<Known>,
    /// A single acronym: "KTA".
    pub acronym: bool,
    /// A common word that is a name only as a short form of one: "Green said" of Ada Green, "The Post" of a newspaper.
    pub short: bool,
    /// It stands in a line that is no sentence.
    pub loose: bool,
    /// The number of its entity.
    pub entity: usize,
    pub rule: &'static str,
}

/// Takes the text apart.
pub(crate) struct Finder<'r, 'a> {
    reading: &'r Reading<'a>,
    /// Words met in lower case: "talks" makes "Talks" at the head of a sentence a common noun.
    lower: HashSet<&'r str>,
    /// Whether a place of the lists may have lost its capital somewhere.
    places: bool,
    /// Names that the user has given, where they stand, from here on.
    aliases: &'r [(Range<usize>, Known)],
    pub mentions: Vec<Mention>,
    /// "X (XNA)": the mention in brackets and the one that it abbreviates.
    pub acronyms: Vec<(usize, usize)>,
    run: Vec<Piece>,
    loose: bool,
    /// Stems of words that say whose country: "Kestr" of "Kestrian".
    pub stems: HashSet<String>,
}

impl<'r, 'a> Finder<'r, 'a> {
    pub fn new(reading: &'r Reading<'a>, aliases: &'r [(Range<usize>, Known)]) -> Self {
        let lower = lower_words(reading);
        let places = lower.iter().any(|word| lists().word(word).longest > 0);
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
            if class.any(Class::WORD) && !class.any(Class::CAPITAL | Class::STOP) && !self.places && self.aliases.is_empty() {
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
        const COMMON: [&str; 12] = [
            "turkey", "china", "chad", "lima", "male", "guinea", "jersey", "congo", "niger", "georgia", "jordan",
            "labour",
        ];
        let word = self.reading.lower(i);
        if word.len() < 4 || lists().word(word).longest == 0 || COMMON.contains(&word) {
            return;
        }
        if let Some(known) = lists().known(word).filter(|known| known.entity == Entity::Place)
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
    fn known(&self, pieces: &[Piece]) -> Option<(Known, usize)> {
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
            self.push(first.tokens.clone(), false, Some(country), "compass");
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
    fn short(&mut self, piece: &Piece) {
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
        let [piece] = pieces else { return None };
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

    /// "Kestrian": whose country, by the look of the word, or of the list.
    fn adjectival(&self, piece: &Piece) -> bool {
        let lower = reading_lower(self.reading, piece);
        let looks = ["ian", "ians", "ese", "ish", "nian"]
            .iter()
            .any(|ending| lower.len() > ending.len() + 2 && lower.ends_with(ending));
        piece.any(Trait::DEMONYM)
            || (looks && piece.form == Form::Word && piece.tokens.len() == 1 && !piece.any(Trait::GIVEN | Trait::TOPIC))
    }

    /// Takes what is left apart: titles in front of a person, a country in front of a title.
    fn name(&mut self, pieces: &[Piece], weak: bool, title: Option<Range<usize>>) {
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
        let whole = first.tokens.start..last.tokens.end;
        let many = pieces.len() > 1;
        if title.is_none()
            && let Some((known, n)) = self.known(pieces)
            && n == pieces.len()
        {
            self.push(whole, false, Some(known), "listed");
            return;
        }
        // "the United States Maria Lund": a place, and a person behind it.
        if title.is_none()
            && let Some((known, n)) =
                self.known(pieces).filter(|(known, n)| known.entity == Entity::Place && pieces.len() >= n + 2)
            && pieces.get(n).is_some_and(|next| next.any(Trait::GIVEN))
            && !last.any(Trait::ORGANISATION_HEAD | Trait::PLACE_HEAD | Trait::OTHER_HEAD)
            && let Some(end) = pieces.get(n - 1)
        {
            self.push(first.tokens.start..end.tokens.end, false, Some(known), "listed");
            self.name(pieces.get(n..).unwrap_or_default(), weak, None);
            return;
        }
        // "World War II": the numeral is no head.
        let numeral = matches!(reading_lower(self.reading, last), "ii" | "iii" | "iv" | "v" | "vi") && last.upper;
        let last = if numeral { pieces.iter().rev().nth(1).unwrap_or(last) } else { last };
        let heads = Trait::ORGANISATION_HEAD | Trait::PLACE_HEAD | Trait::OTHER_HEAD;
        let surname = SURNAMES.contains(&reading_lower(self.reading, last));
        let given = first.any(Trait::GIVEN)
            && ((pieces.len() <= 3 && surname)
                || (pieces.len() == 2 && !last.any(Trait::ORGANISATION_HEAD | Trait::PLACE_HEAD)));
        // "Port Mirel", "Lake Orrel": the head stands in front.
        let leads = many && pieces.len() <= 3 && title.is_none() && LEADS.contains(&reading_lower(self.reading, first));
        if leads && !last.any(heads | Trait::ROLE) {
            self.push(whole, weak, None, "head");
            return;
        }
        let linked = pieces
            .iter()
            .zip(pieces.iter().skip(1))
            .any(|(a, b)| a.any(Trait::ORGANISATION_HEAD | Trait::PLACE_HEAD) && b.form == Form::Link);
        let titled = first.any(Trait::ROLE) && pieces.get(1).is_some_and(|second| second.any(Trait::GIVEN));
        // "President Park": a surname behind a title. "Queen Park" is a place.
        let office = pieces.iter().rev().nth(1).is_some_and(|piece| {
            piece.any(Trait::ROLE)
                && piece.word.groups & lists().group("nobility") == 0
                && !CROWNS.contains(&reading_lower(self.reading, piece))
        });
        let office =
            office && ["park", "hill", "woods", "price", "law", "lane"].contains(&reading_lower(self.reading, last));
        let headed = many
            && title.is_none()
            && !office
            && !(titled && !linked && !last.any(Trait::ORGANISATION_HEAD))
            && ((last.any(heads) && !given && !last.any(Trait::ROLE)) || linked);
        if headed {
            // A treaty, a prize, a war is no name here; whose it is may be one: "the Russia Treaty".
            if !linked && last.any(Trait::OTHER_HEAD) && !last.any(Trait::ORGANISATION_HEAD | Trait::PLACE_HEAD) {
                if let Some((known, n)) = self.known(pieces)
                    && let Some(end) = pieces.get(n - 1)
                {
                    self.push(first.tokens.start..end.tokens.end, weak, Some(known), "listed");
                }
                return;
            }
            self.push(whole, weak, None, "head");
            return;
        }
        // "Kestrian Foreign Minister Dana Ilves", "US President Barack Obama": the last role noun with a name behind it.
        let cut = (0..pieces.len()).rev().find(|&i| self.holds_office(pieces, i));
        if cut.is_some() && !many && !self.loose {
            self.short(first);
        }
        if let Some(cut) = cut.filter(|_| title.is_none()) {
            // "Secretary of State John Kerry": the office goes on behind the noun.
            let mut behind = cut + 1;
            if pieces.get(behind).is_some_and(|piece| piece.form == Form::Link) {
                behind += 2;
            }
            while pieces.get(behind).is_some_and(|piece| {
                (piece.any(Trait::MODIFIER | Trait::TOPIC) && !piece.any(Trait::GIVEN)) || piece.form == Form::Link
            }) {
                behind += 1;
            }
            let begin = (0..cut).rev().take_while(|&i| {
                pieces.get(i).is_some_and(|piece| {
                    piece.any(Trait::MODIFIER | Trait::TOPIC | Trait::ROLE)
                        || self.adjectival(piece)
                        || piece.form == Form::Link
                })
            });
            let begin = begin.last().unwrap_or(cut);
            let front = pieces.get(..begin).unwrap_or_default();
            let rest = pieces.get(behind..).unwrap_or_default();
            if !front.is_empty() {
                self.front(front, weak);
            }
            for piece in pieces.get(..cut).unwrap_or_default() {
                if self.adjectival(piece) {
                    self.stem(piece);
                }
            }
            // "Marine One", "Russia Today": numbers and times hold no office.
            let counted = Class::NUMBER | Class::TEMPORAL | Class::ORDINAL;
            if let (Some(head), Some(name)) = (pieces.first(), rest.first())
                && !(rest.len() == 1 && self.reading.is(name.tokens.start, counted))
            {
                let office = head.tokens.start..name.tokens.start;
                self.name(rest, weak && rest.len() == 1 && front.is_empty() && begin == cut, Some(office));
            }
            return;
        }
        let next = last.tokens.end;
        let noun = self.reading.is(next, Class::WORD)
            && !self.reading.is(next, Class::FUNCTION | Class::SPEECH | Class::CAPITAL);
        let adjective = first.any(Trait::DEMONYM) || ((many || noun) && self.adjectival(first));
        if adjective && title.is_none() && !first.any(Trait::GIVEN) {
            self.stem(first);
            // "Kenyan Daniel Moi"; "Afghan Girls".
            let rest = pieces.get(1..).unwrap_or_default();
            if !rest.is_empty() {
                self.name(rest, weak, None);
            }
            return;
        }
        if !many && title.is_none() {
            let lower = reading_lower(self.reading, first);
            let modifier = first.any(Trait::MODIFIER | Trait::TOPIC | Trait::NOT_NAME | Trait::STARTER)
                || self
                    .reading
                    .is(first.tokens.start, Class::NUMBER | Class::ORDINAL | Class::TEMPORAL | Class::TIME_UNIT);
            let head = first.any(heads) && !first.any(Trait::GIVEN);
            let common =
                first.form == Form::Word && !first.upper && self.lower.contains(lower) && !first.any(Trait::GIVEN);
            if modifier || head || common || first.form == Form::Initial {
                if !self.loose {
                    self.short(first);
                }
                return;
            }
        }
        if many
            && title.is_none()
            && pieces.iter().all(|piece| {
                piece.form == Form::Link
                    || piece.any(Trait::NOT_NAME | Trait::STARTER | Trait::TOPIC | Trait::MODIFIER | Trait::DEMONYM)
            })
        {
            return;
        }
        let rule = if title.is_some() {
            "title"
        } else if first.any(Trait::GIVEN) && many {
            "given-name"
        } else if !many && first.upper {
            "acronym"
        } else {
            "capitals"
        };
        let address = title.clone();
        self.push(whole, weak, None, rule);
        if let Some(mention) = self.mentions.last_mut() {
            mention.title = address;
            if mention.title.is_some() {
                mention.votes.person += 5;
            }
            if first.any(Trait::GIVEN) && (many || mention.title.is_some()) {
                mention.votes.person += 4;
                mention.gender = first.word.gender;
            } else if first.any(Trait::GIVEN) {
                mention.votes.person += 2;
                mention.gender = first.word.gender;
            }
            if pieces.get(1).is_some_and(|piece| piece.form == Form::Initial) || (first.form == Form::Initial && many) {
                mention.votes.person += 4;
            }
            if pieces.iter().any(|piece| piece.form == Form::Link && reading_lower(self.reading, piece) == "&") {
                mention.votes.organisation += 4;
            }
            // "Orsenland": where nothing else tells, the ending does.
            let ending = reading_lower(self.reading, first);
            if !many && ending.len() > 5 && (ending.ends_with("land") || ending.ends_with("stan")) {
                mention.votes.place += 1;
            }
            if many
                && pieces.len() <= 3
                && pieces.iter().all(|piece| {
                    !piece.any(Trait::TOPIC | Trait::NOT_NAME | Trait::STARTER | Trait::MODIFIER) && !piece.upper
                })
            {
                mention.votes.person += 1;
            }
            if mention.acronym {
                mention.votes.organisation += 2;
            }
            // "Iron Gate": words that the article uses in lower case make no person.
            let lowered = pieces.iter().filter(|piece| piece.form != Form::Link).any(|piece| {
                self.lower.contains(reading_lower(self.reading, piece)) || piece.any(Trait::NOT_NAME | Trait::STARTER)
            });
            if many && lowered && rule == "capitals" {
                mention.votes.person -= 2;
            }
            if let Some(title) = mention.title.clone() {
                for i in title {
                    let word = lists().word(self.reading.lower(i));
                    if word.role_gender != Gender::Unknown {
                        mention.gender = word.role_gender;
                    }
                }
            }
        }
    }

    /// A title or a role noun in front of a name; "Senators Ada Brandt and …" too.
    fn holds_office(&self, pieces: &[Piece], i: usize) -> bool {
        let Some(piece) = pieces.get(i).filter(|piece| piece.form == Form::Word) else { return false };
        let several = reading_lower(self.reading, piece)
            .strip_suffix('s')
            .is_some_and(|one| lists().word(one).traits.any(Trait::ROLE))
            && pieces.get(i + 1).is_some_and(|next| next.any(Trait::GIVEN));
        (piece.any(Trait::ROLE) && !self.surname(pieces, i) && !self.syllable(pieces, i)) || several
    }

    /// Whether a role noun is the middle of a three-part name behind a title: "Vice Marshal Ri King Sol".
    fn syllable(&self, pieces: &[Piece], i: usize) -> bool {
        let other = Trait::ROLE | Trait::MODIFIER | Trait::TOPIC | Trait::STARTER | Trait::NOT_NAME | Trait::DEMONYM;
        let heads = Trait::ORGANISATION_HEAD | Trait::PLACE_HEAD | Trait::OTHER_HEAD;
        let bare = |piece: &Piece| piece.form == Form::Word && !piece.any(other | heads) && !piece.upper;
        let Some(before) = i.checked_sub(1) else { return false };
        let titled = match before.checked_sub(1).and_then(|title| pieces.get(title)) {
            Some(title) => title.any(Trait::ROLE),
            None => pieces.get(before).is_some_and(|first| self.title_before(first.tokens.start).is_some()),
        };
        titled
            && pieces.get(before).is_some_and(bare)
            && pieces.len() == i + 2
            && pieces.last().is_some_and(bare)
            && pieces.get(i).is_some_and(|piece| reading_lower(self.reading, piece).len() <= SYLLABLE)
    }

    /// Whether a role noun is part of a name: "Stephen King", "Bae Son Ri".
    fn surname(&self, pieces: &[Piece], i: usize) -> bool {
        let family = lists().group("family");
        let (before, here) = (i.checked_sub(1).and_then(|i| pieces.get(i)), pieces.get(i));
        let behind_given = before.is_some_and(|piece| piece.any(Trait::GIVEN) || piece.form == Form::Initial);
        (behind_given && here.is_none_or(|piece| piece.tokens.len() <= 1))
            || here.is_some_and(|piece| piece.word.groups == family || (piece.any(Trait::GIVEN) && i > 0))
    }

    /// Notes whose country an adjective speaks of: "Kestrian" makes "Kestria" a place.
    fn stem(&mut self, piece: &Piece) {
        let lower = reading_lower(self.reading, piece).trim_end_matches('s');
        let stem = ["ian", "ese", "ish", "an"].iter().find_map(|ending| lower.strip_suffix(ending));
        if let Some(stem) = stem.filter(|stem| stem.len() >= 3 && !piece.any(Trait::DEMONYM)) {
            self.stems.insert(stem.to_owned());
        }
    }

    /// What stands before a title: "US", "Facebook", "Kestrian".
    fn front(&mut self, pieces: &[Piece], weak: bool) {
        if let Some((known, n)) = self.known(pieces) {
            if let (Some(first), Some(last)) = (pieces.first(), pieces.get(n - 1)) {
                self.push(first.tokens.start..last.tokens.end, false, Some(known), "listed");
            }
            return;
        }
        self.name(pieces, weak, None);
    }

    fn push(&mut self, tokens: Range<usize>, weak: bool, known: Option<Known>, rule: &'static str) {
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

    /// The lower-case role in front of a name: "analyst Bae Rin", "former prime minister Jo Bloggs".
    fn title_before(&self, start: usize) -> Option<Range<usize>> {
        let reading = self.reading;
        let before = start.checked_sub(1)?;
        if reading.is(before, Class::CAPITAL) || !reading.is(before, Class::WORD) || reading.glued(start) {
            return None;
        }
        let role = lists().word(reading.lower(before));
        if !role.traits.any(Trait::ROLE) || lists().group(ADDRESS) == role.groups {
            return None;
        }
        let low = start.saturating_sub(LONGEST_TITLE);
        let first = (low..before).rev().take_while(|&i| {
            let word = lists().word(reading.lower(i));
            let dash = reading.is(i, Class::DASH) && reading.glued(i);
            word.traits.any(Trait::MODIFIER | Trait::ROLE | Trait::DEMONYM)
                || dash
                || (reading.is(i, Class::CAPITAL) && word.longest > 0)
        });
        Some(first.last().unwrap_or(before)..start)
    }

    /// What the words around a name say of its kind.
    fn surroundings(&self, tokens: &Range<usize>) -> Votes {
        let reading = self.reading;
        let mut votes = Votes::default();
        let next = tokens.end;
        if let Some(before) = tokens.start.checked_sub(1).filter(|_| !reading.glued(tokens.start)) {
            match reading.lower(before) {
                "in" | "near" | "outside" | "across" | "inside" | "throughout" | "toward" | "towards" => {
                    votes.place += 3
                }
                "to" if reading.lower(before.wrapping_sub(1)) == "according" => votes.agent += 2,
                "from" | "to" | "around" | "over" => votes.place += 1,
                // "the government of Orsenland", "neighbouring Orsenland"
                "of" if state(reading.lower(before.wrapping_sub(1))) => votes.place += STATE,
                "neighbouring" | "neighboring" => votes.place += STATE,
                "at" => votes.organisation += 2,
                "by" | "with" | "against" | "between" => votes.agent += 1,
                // "the Brandt campaign" says nothing of Brandt.
                "the" if !reading.is(next, Class::WORD) || reading.is(next, Class::FUNCTION | Class::SPEECH) => {
                    votes.organisation += 1;
                    votes.person -= 3;
                }
                _ if crate::reference::inverted(reading, before) => {
                    votes.person += 2;
                    votes.organisation += 1;
                }
                _ => {}
            }
        }
        if reading.is(next, Class::SPEECH) && !reading.is(next, Class::CAPITAL) {
            votes.person += 1;
            votes.organisation += 1;
            // "Talvik said he …", "the bank said it …"
            match reading.lower(next + 1) {
                "he" | "she" | "his" | "her" => votes.person += 1,
                "it" | "its" if matches!(reading.lower(next + 2), "has" | "had" | "will" | "would") => {
                    votes.organisation += 2
                }
                _ => {}
            }
        }
        if matches!(reading.lower(next), "will" | "would" | "has" | "had")
            || (reading.glued(next) && reading.raw(next).len() > 1)
        {
            votes.agent += 1;
        }
        // "Orsenland's government", "Orsenland's foreign minister"
        if reading.glued(next) && reading.raw(next).len() > 1 && tokens.len() == 1 {
            let foreign = matches!(reading.lower(next + 1), "foreign" | "defence" | "defense" | "prime" | "interior");
            let noun = reading.lower(next + 1 + usize::from(foreign));
            if state(noun) || (foreign && matches!(noun, "minister" | "ministry")) {
                votes.place += STATE;
            }
        }
        match reading.raw(next) {
            "," => {
                let role = (next + 1..next + APPOSITION)
                    .take_while(|&i| reading.is(i, Class::WORD | Class::DASH))
                    .take_while(|&i| !matches!(reading.lower(i), "and" | "who" | "which" | "that" | "but" | "while"))
                    .find(|&i| {
                        lists().word(reading.lower(i)).traits.any(Trait::ROLE) && !reading.is(i + 1, Class::CAPITAL)
                    });
                let article = matches!(reading.lower(next + 1), "a" | "an" | "the" | "who" | "his" | "her");
                // "Jo Lund, 71, saw it", "Jo Lund, who saw it".
                let age = reading.is(next + 1, Class::DIGITS)
                    && reading.raw(next + 1).len() <= 2
                    && reading.raw(next + 2) == ",";
                if age || reading.lower(next + 1) == "who" {
                    votes.person += 4;
                } else if reading.lower(next + 1) == "which" {
                    votes.organisation += 2;
                } else if role.is_some() && (article || !reading.is(next + 1, Class::CAPITAL)) {
                    votes.person += 3;
                }
            }
            "(" if reading.is(next + 1, Class::UPPER) && reading.raw(next + 2) == ")" => votes.organisation += 3,
            _ if reading.lower(next) == "who" => votes.person += 3,
            _ => {}
        }
        votes
    }
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

/// What countries alone have: whose it is, is one.
fn state(noun: &str) -> bool {
    matches!(
        noun,
        "government"
            | "parliament"
            | "military"
            | "army"
            | "troops"
            | "soldiers"
            | "border"
            | "borders"
            | "embassy"
            | "constitution"
    )
}

fn reading_lower<'r>(reading: &'r Reading<'_>, piece: &Piece) -> &'r str {
    reading.lower(piece.tokens.start)
}
