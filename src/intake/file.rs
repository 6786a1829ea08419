//! Reading one file whole, or saying why not. The file is left as it lies.
//!
//! Links are not followed here (whoever walks resolves them), pipes and devices are not waited
//! for, and a file that changes while it is read is not taken for read.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use rustix::fs::OFlags;

use super::stamp::{self, Stamp, same_bytes};
use crate::model::reading::{FailureCode, ReadFailure};

/// Why there are no bytes.
#[derive(Debug, PartialEq, Eq)]
pub enum FileTrouble {
    /// It is gone: nothing to say, it may come back.
    Vanished,
    /// It is still being written: come back when it rests.
    Changing,
    /// It cannot be read, for the reason that people are shown.
    Failed(ReadFailure, Option<Stamp>),
}

/// Reads a regular file of at most `max_bytes`, together with the stamp it had before and after.
///
/// # Errors
/// [`FileTrouble`], which tells a vanished and a changing file from one that cannot be read.
pub fn read(path: &Path, max_bytes: u64) -> Result<(Vec<u8>, Stamp), FileTrouble> {
    let open = OpenOptions::new()
        .read(true)
        .custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed())
        .open(path);
    let mut file = open.map_err(|error| trouble(&error, None))?;
    let before = file.metadata().map_err(|error| trouble(&error, None))?;
    let stamp = stamp::of(&before);
    if !before.is_file() {
        return Err(failed(FailureCode::Unsupported, "it is not a regular file", stamp));
    }
    if stamp.len > max_bytes {
        let message = format!("it has {} bytes, the limit is {max_bytes}", stamp.len);
        return Err(failed(FailureCode::TooLarge, &message, stamp));
    }
    let bytes = read_whole(&mut file, stamp.len).map_err(|e| trouble(&e, Some(stamp)))?;
    let after = file.metadata().map_err(|error| trouble(&error, Some(stamp)))?;
    if !same_bytes(&stamp::of(&after), &stamp) || bytes.len() as u64 != stamp.len {
        return Err(FileTrouble::Changing);
    }
    Ok((bytes, stamp))
}

/// Reads at most one byte more than expected, enough to notice that the file grew.
fn read_whole(file: &mut File, len: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(len).unwrap_or(0).saturating_add(1));
    file.take(len.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn failed(code: FailureCode, message: &str, stamp: Stamp) -> FileTrouble {
    FileTrouble::Failed(ReadFailure { code, message: message.to_owned() }, Some(stamp))
}

fn trouble(error: &io::Error, stamp: Option<Stamp>) -> FileTrouble {
    match error.kind() {
        io::ErrorKind::NotFound => FileTrouble::Vanished,
        _ => FileTrouble::Failed(unreadable("file", error), stamp),
    }
}

/// Says that the system refused a file or directory.
pub fn unreadable(what: &str, error: &io::Error) -> ReadFailure {
    let message = match error.kind() {
        io::ErrorKind::PermissionDenied => {
            format!("the {what} may not be opened by this user; check its permissions")
        }
        _ => format!("the {what} cannot be opened: {error}"),
    };
    ReadFailure { code: FailureCode::Unreadable, message }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    fn code(result: Result<(Vec<u8>, Stamp), FileTrouble>) -> Option<FailureCode> {
        match result {
            Err(FileTrouble::Failed(failure, _)) => Some(failure.code),
            _ => None,
        }
    }

    #[test]
    fn a_regular_file_is_read_whole_up_to_the_limit() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let path = directory.path().join("a.txt");
        fs::write(&path, b"12345").expect("written");
        let (bytes, stamp) = read(&path, 5).expect("small enough");
        assert_eq!((bytes.as_slice(), stamp.len), (b"12345".as_slice(), 5));
        assert_eq!(code(read(&path, 4)), Some(FailureCode::TooLarge));
    }

    #[test]
    fn links_pipes_and_directories_are_not_read() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let at = |name: &str| directory.path().join(name);
        fs::write(at("a.txt"), b"text").expect("written");
        symlink(at("a.txt"), at("link")).expect("linked");
        let mode = rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR;
        rustix::fs::mkfifoat(rustix::fs::CWD, at("pipe"), mode).expect("a pipe");
        assert_eq!(code(read(&at("link"), 9)), Some(FailureCode::Unreadable));
        assert_eq!(code(read(&at("pipe"), 9)), Some(FailureCode::Unsupported));
        assert_eq!(code(read(directory.path(), 9)), Some(FailureCode::Unsupported));
        assert_eq!(read(&at("none"), 9), Err(FileTrouble::Vanished));
    }
}
