//! One name in two spellings.

use crate::name::bare;
use crate::page::Page;
use crate::{Direction, Observation, Seen};
use copydesk_core::{Class, Confidence, Span};
use copydesk_names::Entity;
use std::collections::BTreeMap;

/// A name of more tokens is none.
const LONGEST: usize = 6;
/// A name's part of fewer letters says too little: "Li", "Lee".
const FEWEST_LETTERS: usize = 4;
/// The multiplier of FNV-1a, which spreads short keys.
const PRIME: u64 = 0x0100_0000_01b3;

/// The places of people's names that are written in two ways: "Andrei Belov" and "Andrey Belov", "Ha Jong-un" and "Ha Jong Un".
pub fn seen(page: &Page<'_, '_>) -> Vec<Seen> {
    let reading = page.reading;
    // By the sound of the whole name: the spellings, each with its first place.
    let mut sounds: BTreeMap<String, BTreeMap<String, Span>> = BTreeMap::new();
    for span in alike(page) {
        let written = written(reading.slice(span));
        // "Velm-Sorrin" and "Velm Sorrin": a treaty, a double name.
        if !written.contains(' ') {
            continue;
        }
        let sound = sound(&written);
        if sound.chars().filter(|c| c.is_alphabetic()).count() >= 2 * FEWEST_LETTERS {
            let first = sounds.entry(sound).or_default().entry(written).or_insert(span);
            *first = (*first).min(span);
        }
    }
    let mut pairs: Vec<Vec<Span>> = sounds
        .into_values()
        .filter(|spellings| spellings.len() > 1)
        .map(|spellings| spellings.into_values().collect())
        .collect();
    pairs.iter_mut().for_each(|places| places.sort());
    pairs.sort();
    let signal = |places: Vec<Span>| {
        let names: Vec<String> = places.iter().map(|place| written(reading.slice(*place))).collect();
        let evidence = places.iter().map(|place| reading.cite(*place, "spelling")).collect();
        let count = names.len();
        let signal = Observation::TwoSpellings;
        Seen::new(signal, Direction::Caution, Confidence::Medium, evidence).about(names).counted(count, None)
    };
    pairs.into_iter().map(signal).collect()
}

/// The first place of each way in which people's names are written, where another one has the same bones: most articles have none, and a sound costs
/// more than bones.
fn alike(page: &Page<'_, '_>) -> Vec<Span> {
    let reading = page.reading;
    let furniture: Vec<Span> =
        page.zones.iter().filter(|zone| zone.data.label.is_furniture()).filter_map(|z| z.span).collect();
    let people = page.mentions.iter().filter(|name| name.data.entity == Entity::Person);
    let mut names: Vec<(u64, &str, Span)> = Vec::new();
    for span in people.filter_map(|name| name.span) {
        let i = furniture.partition_point(|zone| zone.end <= span.start);
        if furniture.get(i).is_some_and(|zone| zone.overlaps(span)) {
            continue;
        }
        let tokens = reading.tokens_in(span);
        let words = tokens.clone().filter(|&i| reading.is(i, Class::WORD));
        // A headline in capitals spells nothing.
        let letters = |i: usize| reading.is(i, Class::WORD) && reading.raw(i).len() > 2;
        let capitals = tokens.clone().filter(|&i| letters(i)).all(|i| reading.is(i, Class::UPPER));
        if (2..=LONGEST).contains(&words.count()) && tokens.len() <= 2 * LONGEST && !capitals {
            let name = reading.slice(span);
            names.push((bones(name), name, span));
        }
    }
    names.sort_unstable();
    // The same words say the same; of them the first place counts.
    names.dedup_by(|later, first| (later.0, later.1) == (first.0, first.1));
    let groups = names.chunk_by(|one, two| one.0 == two.0).filter(|group| group.len() > 1);
    groups.flatten().map(|(.., span)| *span).collect()
}

/// A hash of what is left of a name without vowels, h, j and y, equal letters, and initials: names of one sound have it in common.
fn bones(name: &str) -> u64 {
    let (mut hash, mut last) = (0_u64, ' ');
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name);
    for word in name.split(|c: char| c.is_whitespace()).filter(|word| word.trim_end_matches('.').chars().count() > 1) {
        for c in word.chars().flat_map(char::to_lowercase).map(bare).filter(|c| c.is_alphanumeric()) {
            let c = match c {
                'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' | 'h' => continue,
                'c' | 'q' => 'k',
                'z' => 's',
                'w' => 'v',
                'p' => 'f',
                c => c,
            };
            if c != last {
                hash = hash.wrapping_mul(PRIME).wrapping_add(u64::from(c));
                last = c;
            }
        }
    }
    hash
}

/// A name as it is written, without a possessive, with single blanks; without initials where two words are left: "Ada Brill", "Ada C. Brill".
fn written(name: &str) -> String {
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name);
    let initial = |word: &&str| word.trim_end_matches('.').chars().count() < 2;
    let full: Vec<&str> = name.split_whitespace().filter(|word| !initial(word)).collect();
    let words = if full.len() > 1 { full } else { name.split_whitespace().collect() };
    // A full stop behind an initial spells nothing.
    words.join(" ").trim_end_matches(['\'', '’']).replace('’', "'").replace('.', "")
}

/// What spellings of one name have in common: letters without their marks; i for y, f for ph, k for c, s for z, v for w, one of two equal
/// letters of a word; no hyphens and blanks. "Maria" and "Mario" sound different, "Erik" and "Eric" don't.
fn sound(name: &str) -> String {
    let mut sound = String::new();
    let name = name.to_lowercase();
    for word in name.split(|c: char| !c.is_alphanumeric()) {
        let plain: String = word.chars().map(bare).collect();
        let plain = plain.replace("ph", "f").replace("ck", "k").replace("kh", "k").replace("ye", "e");
        let begin = sound.len();
        for c in plain.replace("ei", "i").replace("ey", "i").chars() {
            let c = match c {
                'y' | 'j' => 'i',
                'c' | 'q' => 'k',
                'z' => 's',
                'w' => 'v',
                c => c,
            };
            // "Ada A. Brill", "Teo Lund III": equal letters of two words are two.
            if sound.len() == begin || !sound.ends_with(c) {
                sound.push(c);
            }
        }
    }
    sound
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_sound_alike() {
        let alike = |a: &str, b: &str| {
            assert_eq!(sound(a), sound(b), "{a}, {b}");
            assert_eq!(bones(a), bones(b), "{a}, {b}");
        };
        alike("Andrei Belov", "Andrey Belov");
        alike("Ha Jong-un", "Ha Jong Un");
        alike("Erik Quill", "Eric Quil");
        alike("Stephen Yelm", "Stefen Elm");
        alike("Ñuño Ça", "Nuno Ca");
        alike("José Lund", "Jose Lund");
        alike("Sergei Volkov", "Sergey Wolkow");
        assert_ne!(sound("Maria Lund"), sound("Mario Lund"));
        assert_ne!(sound("Ada Brill"), sound("Ida Brill"));
        assert_ne!(sound("Teo Lund"), sound("Teo Lund II"));
        assert_eq!(written("Ada  Brill’s"), "Ada Brill");
        assert_eq!(written("A. Ada C. Brill"), "Ada Brill");
        assert_eq!(written("J. K. Brill"), "J K Brill");
    }
}
