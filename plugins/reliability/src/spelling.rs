//! One name in two spellings.

use crate::page::Page;
use crate::{Direction, Observation, Seen};
use copydesk_core::{Class, Confidence, Span};
use copydesk_names::Entity;
use std::collections::{BTreeMap, BTreeSet};

/// A name of more tokens is none.
const LONGEST: usize = 6;
/// A name's part of fewer letters says too little: "Li", "Lee".
const FEWEST_LETTERS: usize = 4;

/// The places of people's names that are written in two ways: "Andrei Belov" and "Andrey Belov", "Ha Jong-un" and "Ha Jong Un".
pub fn seen(page: &Page<'_, '_>) -> Vec<Seen> {
    let reading = page.reading;
    // By the sound of the whole name: the spellings, each with its first place.
    let mut sounds: BTreeMap<String, BTreeMap<String, Span>> = BTreeMap::new();
    let furniture: Vec<Span> =
        page.zones.iter().filter(|zone| zone.data.label.is_furniture()).filter_map(|z| z.span).collect();
    let mut known: BTreeSet<Span> = BTreeSet::new();
    let people = page.mentions.iter().filter(|name| name.data.entity == Entity::Person);
    for span in people.filter_map(|name| name.span) {
        let i = furniture.partition_point(|zone| zone.end <= span.start);
        if !known.insert(span) || furniture.get(i).is_some_and(|zone| zone.overlaps(span)) {
            continue;
        }
        let tokens = reading.tokens_in(span);
        let words = tokens.clone().filter(|&i| reading.is(i, Class::WORD));
        // A headline in capitals spells nothing.
        let capitals = tokens.clone().all(|i| reading.is(i, Class::UPPER) || !reading.is(i, Class::WORD));
        if !(2..=LONGEST).contains(&words.count()) || tokens.len() > 2 * LONGEST || capitals {
            continue;
        }
        let written = written(reading.slice(span));
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

/// A name as it is written, without a possessive, with single blanks.
fn written(name: &str) -> String {
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name);
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    // A full stop behind an initial spells nothing.
    name.trim_end_matches(['\'', '’']).replace('’', "'").replace('.', "")
}

/// What spellings of one name have in common: letters without their marks; i for y, f for ph, k for c, s for z, v for w, one of two equal
/// letters; no hyphens and blanks. "Maria" and "Mario" sound different, "Erik" and "Eric" don't.
fn sound(name: &str) -> String {
    let mut sound = String::new();
    let plain: String = name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).map(bare).collect();
    let plain = plain.replace("ph", "f").replace("ck", "k").replace("kh", "k").replace("ye", "e").replace("ei", "i");
    for c in plain.replace("ey", "i").chars() {
        let c = match c {
            'y' | 'j' => 'i',
            'c' | 'q' => 'k',
            'z' => 's',
            'w' => 'v',
            c => c,
        };
        if !sound.ends_with(c) {
            sound.push(c);
        }
    }
    sound
}

/// A letter without its mark.
const fn bare(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' | 'į' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ç' | 'ć' | 'č' => 'c',
        'ñ' | 'ń' | 'ň' => 'n',
        'ś' | 'š' | 'ş' => 's',
        'ź' | 'ż' | 'ž' => 'z',
        'ý' | 'ÿ' => 'y',
        'ğ' => 'g',
        'ł' => 'l',
        'ř' => 'r',
        'ť' => 't',
        'ď' => 'd',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_sound_alike() {
        let alike = |a: &str, b: &str| assert_eq!(sound(a), sound(b), "{a}, {b}");
        alike("Andrei Belov", "Andrey Belov");
        alike("Ha Jong-un", "Ha Jong Un");
        alike("Erik Quill", "Eric Quil");
        alike("José Lund", "Jose Lund");
        alike("Sergei Volkov", "Sergey Wolkow");
        assert_ne!(sound("Maria Lund"), sound("Mario Lund"));
        assert_ne!(sound("Ada Brill"), sound("Ida Brill"));
        assert_eq!(written("Ada  Brill’s"), "Ada Brill");
    }
}
