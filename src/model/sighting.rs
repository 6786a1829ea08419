//! What was seen of a path in a watched directory, and what became of it.

use std::path::PathBuf;

use jiff::Timestamp;

use super::reading::ReadFailure;

/// What tells whether a file is the one that was read before, without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Length in bytes.
    pub len: u64,
    /// Last change of the bytes, nanoseconds since 1970.
    pub mtime_ns: i64,
    /// Last change of the bytes or of the file's own data, nanoseconds since 1970.
    pub ctime_ns: i64,
    /// Number of the file in its file system.
    pub inode: u64,
}

/// What became of a file that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It tells at least one inspection.
    Recorded,
    /// It was read and rightly tells none.
    SetAside,
    /// It could not be read, and why.
    Failed(ReadFailure),
}

/// One path and what was seen there last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    /// The path.
    pub path: PathBuf,
    /// The file as it was then.
    pub stamp: Stamp,
    /// Digest of its bytes; none where they could not be read.
    pub digest: Option<String>,
    /// What became of it.
    pub fate: Fate,
    /// When the path was first seen.
    pub first_seen: Timestamp,
    /// When it was last read.
    pub last_seen: Timestamp,
    /// When it was found missing; what it told stays.
    pub gone_at: Option<Timestamp>,
}
