//! Packed partials: what the documents of a pile contribute to one comparer, packed until it is needed.
//!
//! Sets of strings cost several times their bytes while they are being worked with. A pile of a hundred thousand articles waits for its last one, so every
//! partial but those of the document at hand lies here as one short row of bytes.

use crate::Merge;
use serde::{Serialize, de::DeserializeOwned};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Partials by key.
pub(crate) struct Packed<P> {
    /// As they were emitted: one document's, or those that were read back.
    loose: BTreeMap<String, P>,
    /// As bytes. No key is in both.
    packed: BTreeMap<Box<str>, Box<[u8]>>,
    /// Why a partial could not be packed. The plugin's fault, which costs its conclusions and no others.
    fault: Option<String>,
}

impl<P> Packed<P> {
    /// What one document, or a shard that was read back, contributes.
    pub const fn new(loose: BTreeMap<String, P>) -> Self {
        Self { loose, packed: BTreeMap::new(), fault: None }
    }

    /// How many keys settled partials have.
    pub fn len(&self) -> usize {
        self.packed.len()
    }
}

impl<P: Merge + Serialize + DeserializeOwned> Packed<P> {
    /// Takes in other partials; everything is packed then.
    pub fn merge(&mut self, other: Self) {
        for (key, partial) in std::mem::take(&mut self.loose).into_iter().chain(other.loose) {
            self.put(key.into_boxed_str(), partial);
        }
        for (key, bytes) in other.packed {
            match self.packed.entry(key) {
                Entry::Vacant(place) => {
                    place.insert(bytes);
                }
                Entry::Occupied(place) => {
                    let key = place.key().clone();
                    match unpack(&bytes) {
                        Ok(partial) => self.put(key, partial),
                        Err(error) => self.fault = Some(error),
                    }
                }
            }
        }
        self.fault = self.fault.take().or(other.fault);
    }

    fn put(&mut self, key: Box<str>, mut partial: P) {
        let mine = self.packed.get(&key).map(|bytes| unpack(bytes)).transpose();
        let packed = mine.and_then(|mine| {
            mine.into_iter().for_each(|mine| partial.merge(mine));
            pack(&partial)
        });
        match packed {
            Ok(bytes) => {
                self.packed.insert(key, bytes);
            }
            Err(error) => self.fault = Some(error),
        }
    }

    /// Packs what is loose still.
    ///
    /// # Panics
    /// Where a partial can't be packed: the plugin that is about to conclude does not.
    pub fn settle(&mut self) {
        self.merge(Self::new(BTreeMap::new()));
        if let Some(fault) = &self.fault {
            panic!("{fault}");
        }
    }

    /// All keys of settled partials, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.packed.keys().map(|key| &**key)
    }

    /// One partial of settled partials; it stays there.
    ///
    /// # Panics
    /// Where a partial did not come back as it went.
    pub fn read(&self, key: &str) -> Option<P> {
        self.packed.get(key).map(|bytes| unpack(bytes).unwrap_or_else(|error| panic!("{error}")))
    }

    /// Takes the first one off settled partials.
    ///
    /// # Panics
    /// As [`Packed::read`].
    pub fn pop(&mut self) -> Option<(String, P)> {
        let key = self.keys().next()?.to_owned();
        let partial = self.read(&key)?;
        self.packed.remove(key.as_str());
        Some((key, partial))
    }

    /// All partials by key, as JSON.
    pub fn json(&self) -> serde_json::Result<serde_json::Value> {
        use serde::ser::Error;
        if let Some(fault) = &self.fault {
            return Err(serde_json::Error::custom(fault));
        }
        let mut all: BTreeMap<&str, serde_json::Value> = BTreeMap::new();
        for (key, partial) in &self.loose {
            all.insert(key, serde_json::to_value(partial)?);
        }
        for (key, bytes) in &self.packed {
            let partial: P = unpack(bytes).map_err(serde_json::Error::custom)?;
            all.insert(key, serde_json::to_value(&partial)?);
        }
        serde_json::to_value(&all)
    }
}

// Names and ids recur in every line of a partial: measured on claims, LZ4 takes it to a third, at more bytes a second than a partial is built with.

fn pack<P: Serialize>(partial: &P) -> Result<Box<[u8]>, String> {
    let plain = postcard::to_allocvec(partial).map_err(|error| format!("a partial can't be packed: {error}"))?;
    Ok(lz4_flex::block::compress_prepend_size(&plain).into_boxed_slice())
}

fn unpack<P: DeserializeOwned>(bytes: &[u8]) -> Result<P, String> {
    let plain = lz4_flex::block::decompress_size_prepended(bytes).map_err(|error| error.to_string());
    let partial = plain.and_then(|plain| postcard::from_bytes(&plain).map_err(|error| error.to_string()));
    partial.map_err(|error| format!("a packed partial can't be read back: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    type Numbers = BTreeSet<u64>;

    fn packed(partials: &[(&str, u64)]) -> Packed<Numbers> {
        Packed::new(partials.iter().map(|(key, number)| ((*key).to_owned(), BTreeSet::from([*number]))).collect())
    }

    #[test]
    fn loose_and_packed_are_one_order() {
        let mut whole = packed(&[("b", 1)]);
        whole.merge(packed(&[("d", 2), ("b", 3)]));
        let mut other = packed(&[]);
        other.merge(packed(&[("a", 4), ("d", 5)]));
        whole.merge(other);
        let expected = [("a", vec![4]), ("b", vec![1, 3]), ("d", vec![2, 5])];
        let expected = expected.map(|(key, numbers)| (key.to_owned(), Numbers::from_iter(numbers)));
        assert_eq!(whole.keys().map(|key| (key.to_owned(), whole.read(key).unwrap())).collect::<Vec<_>>(), expected);
        assert_eq!((whole.len(), whole.pop()), (3, Some(expected[0].clone())));
        assert_eq!(whole.json().unwrap().to_string(), r#"{"b":[1,3],"d":[2,5]}"#);
    }
}
