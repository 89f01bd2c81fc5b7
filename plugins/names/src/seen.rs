//! Whom the text has mentioned so far, as far as they are borne in mind.

use crate::lists::Gender;

/// So many persons, and as many organisations, are borne in mind: more than ever compete in an article.
const REMEMBERED: usize = 12;
/// A mention in the text is fresher than one in a quotation for so many sentences.
const FRESH: usize = 2;

/// The number of somebody without a name ("a man", "a company").
pub(crate) const NOBODY: usize = usize::MAX;

/// Somebody who was mentioned, where last and how.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen {
    /// The number in the cast, or [`NOBODY`].
    pub member: usize,
    pub sentence: usize,
    pub token: usize,
    pub subject: bool,
    pub speaker: bool,
    pub gender: Gender,
    /// Named inside a quotation.
    pub quoted: bool,
    /// Introduced here, with the full name and a role.
    pub full: bool,
    /// Of somebody without a name: the noun's token.
    pub noun: usize,
}

/// Puts somebody at the end of the list of those borne in mind.
pub(crate) fn remember(list: &mut Vec<Seen>, mut seen: Seen) {
    if let Some(old) = list.iter().position(|old| old.member == seen.member && seen.member != NOBODY) {
        // Whom a quotation names is borne in mind as the one of whom the text spoke.
        if seen.quoted && list.get(old).is_some_and(|old| !old.quoted && seen.sentence - old.sentence <= FRESH) {
            return;
        }
        let old = list.remove(old);
        if old.sentence == seen.sentence {
            seen.subject |= old.subject;
            seen.speaker |= old.speaker;
        }
    }
    list.push(seen);
    if list.len() > REMEMBERED {
        list.remove(0);
    }
}
