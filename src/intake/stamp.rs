//! What the file system says about a file without opening it.

use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;

pub use crate::model::sighting::Stamp;

/// The stamp in a file's metadata. The change time is part of it because no program can set it back.
pub fn of(meta: &Metadata) -> Stamp {
    let nanos = |seconds: i64, nanos: i64| seconds.saturating_mul(1_000_000_000) + nanos;
    Stamp {
        len: meta.len(),
        mtime_ns: nanos(meta.mtime(), meta.mtime_nsec()),
        ctime_ns: nanos(meta.ctime(), meta.ctime_nsec()),
        inode: meta.ino(),
    }
}

/// Whether length and time of the last write are the same: what settling goes by.
pub fn same_bytes(one: &Stamp, other: &Stamp) -> bool {
    (one.len, one.mtime_ns) == (other.len, other.mtime_ns)
}
