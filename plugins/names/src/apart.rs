//! A run of capitals taken apart: titles in front of a person, a country in front of a title, what is headed by a word for it.

use crate::Entity;
use crate::finder::Finder;
use crate::lists::{Gender, Trait, lists};
use crate::run::{Form, Piece};
use copydesk_core::{Class, Reading};
use std::ops::Range;

/// Heads of organisations and places that are surnames as well: "Lauryn Hill".
const SURNAMES: [&str; 16] = [
    "hill", "lake", "park", "lane", "street", "woods", "forest", "castle", "church", "post", "hall", "house", "law",
    "price", "field", "pool",
];

/// A part of an East-Asian given name has at most so many letters: "Kyung", "Hyeong" by the romanisations of Korean.
const SYLLABLE: usize = 6;

/// Heads of places that stand in front.
const LEADS: [&str; 5] = ["port", "lake", "mount", "fort", "cape"];

/// Titles after which streets and parks are called as often as persons.
const CROWNS: [&str; 6] = ["king", "queen", "emperor", "empress", "saint", "st"];

impl Finder<'_, '_> {
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
    pub fn name(&mut self, pieces: &[Piece], weak: bool, title: Option<Range<usize>>) {
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
            // "North Korean leader Bae Rin": a title in lower case was found by what stands in front.
            let titled = address.is_some();
            mention.title = address.or(mention.title.take());
            if titled {
                mention.votes.person += 5;
            }
            if first.any(Trait::GIVEN) && (many || titled) {
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
}

pub(crate) fn reading_lower<'r>(reading: &'r Reading<'_>, piece: &Piece) -> &'r str {
    reading.lower(piece.tokens.start)
}
