//! Shingles: runs of five words as one number, and the winnowed few that stand for a text.

use crate::word::{Word, mix};

/// Words in a shingle. Five is what tells news copy apart: shorter runs are idioms ("one of the most"), longer ones break on
/// the first word that an editor touched.
pub const WORDS: usize = 5;
/// Of so many neighbouring shingles one at least is kept. Every shared run of `WORDS + WINDOW - 1` = 12 words leaves the same
/// shingle on both sides (Schleimer, Wilkerson and Aiken: Winnowing, 2003), and about two in nine are kept.
pub const WINDOW: usize = 8;

/// The multiplier of the rolling hash: any odd number with well-spread bits.
const BASE: u64 = 0xD6E8_FEB8_6659_FD93;

/// The hashes of all shingles, by the number of their first word.
pub fn shingles(words: &[Word]) -> Vec<u64> {
    let highest = BASE.wrapping_pow(WORDS as u32 - 1);
    let mut rolling = 0_u64;
    let mut all = Vec::with_capacity(words.len());
    for (i, word) in words.iter().enumerate() {
        if let Some(gone) = i.checked_sub(WORDS).and_then(|gone| words.get(gone)) {
            rolling = rolling.wrapping_sub(gone.hash.wrapping_mul(highest));
        }
        rolling = rolling.wrapping_mul(BASE).wrapping_add(word.hash);
        if i + 1 >= WORDS {
            all.push(mix(rolling));
        }
    }
    all
}

/// The smallest shingle of every window, each once, with the place of its first occurrence; by hash.
pub fn winnow(shingles: &[u64]) -> Vec<(u64, u32)> {
    let mut kept: Vec<(u64, u32)> = Vec::new();
    // Shingles that may yet be the smallest of a window: places with rising hashes.
    let mut rising: std::collections::VecDeque<usize> = std::collections::VecDeque::new();
    for (i, &hash) in shingles.iter().enumerate() {
        while rising.back().and_then(|&b| shingles.get(b)).is_some_and(|&back| back > hash) {
            rising.pop_back();
        }
        rising.push_back(i);
        while rising.front().is_some_and(|&front| front + WINDOW <= i) {
            rising.pop_front();
        }
        if i + 1 >= WINDOW.min(shingles.len())
            && let Some(&smallest) = rising.front()
            && let Some(&hash) = shingles.get(smallest)
            && kept.last() != Some(&(hash, smallest as u32))
        {
            kept.push((hash, smallest as u32));
        }
    }
    kept.sort_unstable();
    kept.dedup_by_key(|(hash, _)| *hash);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::words;

    fn hashes(text: &str) -> Vec<u64> {
        shingles(&words(text))
    }

    #[test]
    fn a_shingle_does_not_know_what_stands_before_it() {
        let one = hashes("the lock was closed for a whole week");
        let two = hashes("Yesterday, he said, the lock was closed for a whole week.");
        assert_eq!(one, two[3..]);
        assert!(hashes("four words are none").is_empty());
    }

    #[test]
    fn a_shared_run_of_twelve_words_leaves_a_shared_trace() {
        let run = "barges wait up to six hours at the border lock every single day";
        for before in ["", "As skippers along the river complain to anyone who listens,", "One skipper: "] {
            let one = winnow(&hashes(&format!("{before} {run} and nobody minds any more these days")));
            let two = winnow(&hashes(&format!("Everybody knows that {run}. That will not change soon.")));
            assert!(one.iter().any(|(hash, _)| two.iter().any(|(other, _)| other == hash)), "{before}");
        }
    }

    #[test]
    fn every_window_keeps_one() {
        let text: String = (0..300).map(|i| format!("word{} ", i * i % 97)).collect();
        let all = hashes(&text);
        let kept = winnow(&all);
        for window in all.windows(WINDOW) {
            assert!(window.iter().any(|hash| kept.iter().any(|(k, _)| k == hash)));
        }
        assert!(kept.len() < all.len() / 2);
    }
}
