//! Tables by numbers that are good hashes already, or nearly so: hashing them once more by the standard library's keyed hash cost a quarter of all time.

use crate::word::mix;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A hash of one number.
#[derive(Clone, Copy, Default)]
pub struct Mixed(u64);

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, &byte| mix(hash ^ u64::from(byte)));
    }
    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }
    fn write_u64(&mut self, number: u64) {
        self.0 = mix(self.0 ^ number);
    }
    fn finish(&self) -> u64 {
        self.0
    }
}

/// A map by numbers.
pub type Table<K, V> = HashMap<K, V, BuildHasherDefault<Mixed>>;
/// A set of numbers.
pub type Numbers<K> = HashSet<K, BuildHasherDefault<Mixed>>;
