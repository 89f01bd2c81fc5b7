//! Pronouns: "he", "her", "it said".

use crate::acting::speaks;
use crate::lists::Gender;
use crate::reference::{Reference, Tie, Walk};
use crate::seen::{NOBODY, Seen, remember};
use copydesk_core::Class;

/// A pronoun reaches back over so many sentences at most.
const PRONOUN_REACH: usize = 6;
/// "it said" reaches back to an organisation that spoke over so many sentences.
const IT_REACH: usize = 2;

impl Walk<'_, '_> {
    pub(crate) fn pronoun(&mut self, i: usize, sentence: usize, gender: Gender, subject: bool) -> Option<usize> {
        let speaks = subject && speaks(self.reading, &(i..i + 1));
        let fitting = |seen: &&Seen| {
            (seen.gender == gender || seen.gender == Gender::Unknown) && sentence - seen.sentence <= PRONOUN_REACH
        };
        let score = |seen: &Seen| {
            let distance = sentence - seen.sentence;
            let mut score = -8 * distance as i32;
            score += i32::from(seen.gender == gender) * 4 + i32::from(seen.subject) * 5;
            score += i32::from(seen.speaker && speaks) * 6;
            // "which worries Jo Lund, the mayor. “It is late,” she said": who is introduced soon speaks.
            score += i32::from(seen.full && speaks && !seen.quoted) * 8;
            // “But what if Brandt wins?” he said: whom the quotation names is seldom who speaks it.
            score -= i32::from(seen.quoted && !self.quoted && subject) * if speaks { 14 } else { 7 };
            // In one sentence the object is seldom meant by a subject pronoun, and the nearest is by a possessive.
            score += i32::from(distance == 0 && !subject) * 2;
            // Somebody without a name is meant where he acts, seldom otherwise: "wrong for a justice to …".
            score -= i32::from(seen.member == NOBODY && !seen.subject) * 5;
            let weight = self.cast.get(seen.member).map_or(0, |member| member.mentions.len().min(6));
            score + weight as i32
        };
        let best = self.persons.iter().filter(fitting).max_by_key(|seen| (score(seen), seen.token)).copied()?;
        if (subject || !self.quoted)
            && let Some(ballots) = &mut self.ballots
        {
            let mut near = self.persons.iter().filter(|seen| {
                sentence - seen.sentence <= 1 && (seen.gender == gender || seen.gender == Gender::Unknown)
            });
            if best.gender == Gender::Unknown
                && near.next().is_some()
                && near.next().is_none()
                && let Some(ballot) = ballots.get_mut(best.member)
            {
                match gender {
                    Gender::Male => ballot.0 += 1,
                    _ => ballot.1 += 1,
                }
            }
        }
        if best.member != NOBODY {
            self.out.push(Reference { tokens: i..i + 1, member: best.member, tie: Tie::Pronoun });
        }
        remember(&mut self.persons, Seen { sentence, token: i, subject, speaker: speaks, quoted: self.quoted, ..best });
        Some(i + 1)
    }

    /// "it said": the organisation that spoke last; where none did, the one that acted in the sentence before. Treaties, ships and letters
    /// are none: what speaks without a name ("the letter said …") stands in their way.
    pub(crate) fn it(&mut self, i: usize, sentence: usize) -> Option<usize> {
        if !speaks(self.reading, &(i..i + 1)) || self.reading.is(i.wrapping_sub(1), Class::SPEECH) {
            return None;
        }
        let near = self.organisations.iter().rev().filter(|seen| sentence - seen.sentence <= IT_REACH);
        let spoke = near.clone().find(|seen| seen.speaker && !(seen.quoted && !self.quoted));
        let best =
            spoke.or_else(|| near.clone().find(|seen| seen.subject && sentence - seen.sentence <= 1)).copied()?;
        if best.member != NOBODY {
            self.out.push(Reference { tokens: i..i + 1, member: best.member, tie: Tie::It });
        }
        remember(&mut self.organisations, Seen { sentence, token: i, subject: true, speaker: true, ..best });
        Some(i + 1)
    }
}
