//! Parts of a ZIP container, unpacked within limits so that a small file cannot fill the memory.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::model::reading::{FailureCode, ReadFailure};
use crate::read::failure;

/// Most files in a container.
const MOST_ENTRIES: usize = 10_000;
/// Most bytes that all parts read unpack to: 64 MiB.
const MOST_BYTES: u64 = 64 << 20;
/// Parts that unpack to more than this many bytes must not be packed more tightly than
/// [`TIGHTEST`]: 4 MiB.
const LARGE: u64 = 4 << 20;
/// Bytes that one packed byte may become in large parts; word processors reach about 30.
const TIGHTEST: u64 = 150;

/// An open container.
pub struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    budget: u64,
}

impl<'b> Package<'b> {
    /// Opens a container.
    ///
    /// # Errors
    /// `unreadable` where its directory is missing or damaged, `too-large` where it is too long.
    pub fn open(bytes: &'b [u8]) -> Result<Self, ReadFailure> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        if archive.len() > MOST_ENTRIES {
            return Err(failure(FailureCode::TooLarge, "the file is a package of too many parts"));
        }
        Ok(Self { archive, budget: MOST_BYTES })
    }

    /// Whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// Unpacks a text part; `None` if there is none of this name.
    ///
    /// # Errors
    /// `unreadable` for a damaged part, `too-large` for one that unpacks to too much, `encrypted`
    /// for one with a password.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, ReadFailure> {
        let packed = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(failure(
                    FailureCode::Encrypted,
                    "the file needs a password: save it without one",
                ));
            }
            Err(_) => return Err(damaged()),
        };
        let tightest = packed.compressed_size().saturating_mul(TIGHTEST).max(LARGE);
        let limit = self.budget.min(tightest);
        let mut bytes = Vec::new();
        packed.take(limit + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if length > limit {
            return Err(failure(
                FailureCode::TooLarge,
                "the file unpacks to far more than a release has",
            ));
        }
        self.budget -= length;
        Ok(Some(crate::read::charset::decode(&bytes, None).text.into_owned()))
    }
}

fn damaged() -> ReadFailure {
    failure(
        FailureCode::Unreadable,
        "the file is damaged or incomplete: its parts cannot be unpacked",
    )
}
