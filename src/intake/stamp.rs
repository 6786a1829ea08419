//! What the file system says about a file without opening it.

use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// Length, times and identity of a file. Two equal stamps of one path mean unchanged bytes, as far
/// as a file system can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// Length in bytes.
    pub len: u64,
    /// Last change of the bytes, nanoseconds since 1970.
    pub mtime_ns: i64,
    /// Last change of the bytes or of the file's own data, nanoseconds since 1970. Unlike `mtime`
    /// no program can set it back.
    pub ctime_ns: i64,
    /// Number of the file in its file system.
    pub inode: u64,
}

impl Stamp {
    /// The stamp in a file's metadata.
    pub fn of(meta: &Metadata) -> Self {
        let nanos = |seconds: i64, nanos: i64| seconds.saturating_mul(1_000_000_000) + nanos;
        Self {
            len: meta.len(),
            mtime_ns: nanos(meta.mtime(), meta.mtime_nsec()),
            ctime_ns: nanos(meta.ctime(), meta.ctime_nsec()),
            inode: meta.ino(),
        }
    }

    /// Whether length and time of the last write are the same: what settling goes by.
    pub fn same_bytes(&self, other: &Self) -> bool {
        (self.len, self.mtime_ns) == (other.len, other.mtime_ns)
    }
}

/// Returns a path as text that no two paths share: bytes that are not UTF-8 become `\xNN`.
pub fn name(path: &Path) -> String {
    use std::os::unix::ffi::OsStrExt;
    let mut name = String::with_capacity(path.as_os_str().len());
    for chunk in path.as_os_str().as_bytes().utf8_chunks() {
        name.push_str(chunk.valid());
        for byte in chunk.invalid() {
            name.push_str(&format!("\\x{byte:02x}"));
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    use super::*;

    #[track_caller]
    fn case(bytes: &[u8], want: &str) {
        assert_eq!(name(Path::new(OsStr::from_bytes(bytes))), want);
    }

    #[test]
    fn names_keep_what_is_text_and_spell_out_the_rest() {
        case("/in/Été.txt".as_bytes(), "/in/Été.txt");
        case(b"/in/a\xff.txt", "/in/a\\xff.txt");
        case(b"/in/a\xfe.txt", "/in/a\\xfe.txt");
    }
}
