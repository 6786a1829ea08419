//! Maps whose keys are the words of our own files: quick to ask, as no text can choose what they hold.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map that only knowledge fills.
pub type Quick<K, V> = HashMap<K, V, BuildHasherDefault<Mixer>>;

/// Mixes eight bytes at a time. Not proof against keys that somebody chose to collide.
#[derive(Debug, Default, Clone, Copy)]
pub struct Mixer(u64);

impl Mixer {
    fn mix(&mut self, word: u64) {
        // An odd constant with its bits spread, from the golden ratio.
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        let (whole, rest) = bytes.as_chunks::<8>();
        whole.iter().for_each(|chunk| self.mix(u64::from_le_bytes(*chunk)));
        if !rest.is_empty() {
            self.mix(rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        // The map takes its places from the low bits, which mixing leaves the poorest.
        self.0.rotate_left(26)
    }
}
