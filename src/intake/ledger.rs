//! What was dealt with, in memory: which path had which stamp, and whether it could be read.
//!
//! The store keeps the rows; this is their shadow, so that looking at a file that has not changed
//! costs no query. 24 bytes an entry: paths and stamps are kept as hashes only (128 and 63 bits; a
//! clash of stamps would hide one change of one file with a chance of one in 10^18).

use std::collections::HashMap;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use super::stamp::Stamp;

/// What the ledger says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not dealt with as it is now.
    Unknown,
    /// Dealt with, and not changed since.
    Done,
    /// It could not be read, and has not changed since.
    Failed,
}

/// The stamps of all files that were dealt with.
#[derive(Debug, Default)]
pub struct Ledger {
    marks: HashMap<u128, u64>,
}

impl Ledger {
    /// Notes that a file was dealt with as it was then.
    pub fn note(&mut self, path: &Path, stamp: &Stamp, failed: bool) {
        self.marks.insert(key(path), mark(stamp, failed));
    }

    /// Forgets a file, so that it is dealt with again.
    pub fn forget(&mut self, path: &Path) {
        self.marks.remove(&key(path));
    }

    /// What is known of a file that looks like this now.
    pub fn standing(&self, path: &Path, stamp: &Stamp) -> Standing {
        match self.marks.get(&key(path)) {
            Some(known) if *known == mark(stamp, false) => Standing::Done,
            Some(known) if *known == mark(stamp, true) => Standing::Failed,
            _ => Standing::Unknown,
        }
    }

    /// How many files were dealt with.
    pub fn len(&self) -> usize {
        self.marks.len()
    }

    /// Whether nothing was dealt with yet.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }
}

fn key(path: &Path) -> u128 {
    let hash = blake3::hash(path.as_os_str().as_bytes());
    let half = hash.as_bytes().first_chunk().expect("a hash has 32 bytes");
    u128::from_le_bytes(*half)
}

/// The lowest bit says whether it failed, the others hash the stamp.
fn mark(stamp: &Stamp, failed: bool) -> u64 {
    let mut hasher = blake3::Hasher::new();
    for number in [stamp.len, stamp.mtime_ns.cast_unsigned(), stamp.inode] {
        hasher.update(&number.to_le_bytes());
    }
    hasher.update(&stamp.ctime_ns.to_le_bytes());
    let half = *hasher.finalize().as_bytes().first_chunk().expect("a hash has 32 bytes");
    (u64::from_le_bytes(half) & !1) | u64::from(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAMP: Stamp = Stamp { len: 1, mtime_ns: 2, ctime_ns: 3, inode: 4 };

    #[track_caller]
    fn case(now: Stamp, want: Standing) {
        let mut ledger = Ledger::default();
        ledger.note(Path::new("/in/a.txt"), &STAMP, false);
        assert_eq!(ledger.standing(Path::new("/in/a.txt"), &now), want);
    }

    #[test]
    fn any_difference_means_that_a_file_is_dealt_with_again() {
        case(STAMP, Standing::Done);
        case(Stamp { len: 9, ..STAMP }, Standing::Unknown);
        case(Stamp { mtime_ns: 9, ..STAMP }, Standing::Unknown);
        case(Stamp { ctime_ns: 9, ..STAMP }, Standing::Unknown);
        case(Stamp { inode: 9, ..STAMP }, Standing::Unknown);
    }

    #[test]
    fn failures_are_remembered_until_the_file_changes() {
        let mut ledger = Ledger::default();
        let path = Path::new("/in/a.txt");
        assert_eq!(ledger.standing(path, &STAMP), Standing::Unknown);
        ledger.note(path, &STAMP, true);
        assert_eq!(ledger.standing(path, &STAMP), Standing::Failed);
        ledger.forget(path);
        assert_eq!((ledger.standing(path, &STAMP), ledger.len()), (Standing::Unknown, 0));
    }
}
