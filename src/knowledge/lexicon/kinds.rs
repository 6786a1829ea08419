//! Which kinds of wordings stand somewhere.

use super::Kind;

/// A set of kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kinds(u128);

// The last of all kinds.
const _: () = assert!((Kind::Served as usize) < Kinds::MOST);

impl Kinds {
    /// There are no more kinds than these.
    pub const MOST: usize = 128;

    /// Whether a kind is among them.
    pub fn has(self, kind: Kind) -> bool {
        self.0 & 1 << (kind as u32) != 0
    }

    /// Adds a kind.
    pub fn add(&mut self, kind: Kind) {
        self.0 |= 1 << (kind as u32);
    }
}

impl FromIterator<Kind> for Kinds {
    fn from_iter<I: IntoIterator<Item = Kind>>(kinds: I) -> Self {
        let mut all = Self::default();
        kinds.into_iter().for_each(|kind| all.add(kind));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_what_was_added() {
        let kinds: Kinds = [Kind::Grade, Kind::Served].into_iter().collect();
        assert!(kinds.has(Kind::Grade) && kinds.has(Kind::Served) && !kinds.has(Kind::Outcome));
    }
}
