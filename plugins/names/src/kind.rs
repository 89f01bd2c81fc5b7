//! Kinds: what the text says that an organisation is: "the retailer Orrel", "the KTA news agency", "Orrel, a software company".

use crate::Entity;
use crate::cast::{Cast, Member};
use crate::lists::{Trait, lists};
use crate::mention::Mention;
use copydesk_core::lang::en::agencies;
use copydesk_core::{Class, Reading};

/// The common noun behind a name stands within so many tokens: "the KTA state news agency".
const BEHIND: usize = 3;
/// A noun stands within so many tokens of the article that opens an apposition: "a privately held software company".
const TO_NOUN: usize = 9;
/// So many nouns are kept of one organisation: more than any text met calls one.
const NOUNS: usize = 12;

/// Reads what the organisations are called.
pub(crate) fn read(reading: &Reading<'_>, mentions: &[Mention], cast: &mut Cast) {
    for member in cast.members.iter_mut().filter(|member| member.entity == Entity::Organisation) {
        member.kinds = member.key.split(' ').fold(0, |kinds, word| kinds | lists().word(word).kinds);
        // An agency of the list is called one by no word of "KTA".
        if member.known && agencies::find(&member.name).is_some_and(agencies::Agency::is_wire) {
            call(member, "agency");
        }
    }
    for mention in mentions {
        let Some(member) = cast.members.get_mut(mention.entity) else { continue };
        if member.entity != Entity::Organisation {
            continue;
        }
        let (start, end) = (mention.tokens.start, mention.tokens.end);
        let common = |i: usize| {
            reading.is(i, Class::WORD)
                && !reading.is(i, Class::CAPITAL | Class::FUNCTION | Class::SPEECH)
                && !reading.glued(i)
        };
        let kind = |i: usize| common(i) && lists().word(reading.lower(i)).traits.any(Trait::KIND);
        let before = start.checked_sub(1).filter(|&i| kind(i) && !reading.glued(start));
        let behind = (end..end + BEHIND).take_while(|&i| common(i)).filter(|&i| kind(i)).last();
        for noun in before.into_iter().chain(behind).chain(apposition(reading, end, kind)) {
            call(member, reading.lower(noun));
        }
    }
}

/// "Orrel, a software company that …": the noun.
fn apposition(reading: &Reading<'_>, comma: usize, kind: impl Fn(usize) -> bool) -> Option<usize> {
    let opens = matches!(reading.raw(comma), "," | "—" | "–") && matches!(reading.lower(comma + 1), "a" | "an" | "the");
    if !opens {
        return None;
    }
    (comma + 2..comma + 2 + TO_NOUN)
        .take_while(|&i| {
            reading.is(i, Class::WORD | Class::DASH | Class::DIGITS)
                && !matches!(reading.lower(i), "of" | "for" | "in" | "that" | "which" | "who" | "and" | "with" | "at")
        })
        .filter(|&i| kind(i))
        .last()
}

fn call(member: &mut Member, noun: &str) {
    member.kinds |= lists().word(noun).kinds;
    if member.nouns.len() < NOUNS && !member.nouns.iter().any(|known| known == noun) {
        member.nouns.push(noun.to_owned());
    }
}
