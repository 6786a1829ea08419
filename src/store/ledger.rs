//! The ledger: which files were looked at and what became of them, so that an unchanged file is
//! not read again and a failed one is listed with its reason.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};

use super::rows::{moment, moment_or_none, path_of, path_value, stamp, unword};
use super::{Store, StoreError};
use crate::model::reading::ReadFailure;
use crate::model::sighting::{Fate, Sighting, Stamp};
use crate::model::word::word;

const COLUMNS: &str = "path, size, mtime_ns, ctime_ns, inode, digest, state, code, message, \
                       first_seen, last_seen, gone_at";

impl Store {
    /// Whether the file at `path` is the one that was read there last, so that it need not be read
    /// again. A file that failed is not read again either until it changes.
    ///
    /// # Errors
    /// A query that fails.
    pub fn is_unchanged(&self, path: &Path, now: Stamp) -> Result<bool, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT size, mtime_ns, ctime_ns, inode FROM seen WHERE path = ?1 AND gone_at IS NULL",
        )?;
        let then = query.query_row([path_value(path)], |row| stamp_of(row, 0)).optional()?;
        Ok(then == Some(now))
    }

    /// Notes what was seen at `path` and what became of it.
    ///
    /// # Errors
    /// A query that fails.
    pub fn note_sighting(
        &self,
        path: &Path,
        seen: Stamp,
        digest: Option<&str>,
        fate: &Fate,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let (state, code, message) = match fate {
            Fate::Recorded => ("recorded", None, None),
            Fate::SetAside => ("set-aside", None, None),
            Fate::Failed(why) => ("failed", Some(word(&why.code)), Some(&why.message)),
        };
        self.connection
            .prepare_cached(
                "INSERT INTO seen (path, size, mtime_ns, ctime_ns, inode, digest, state, code, \
                                   message, first_seen, last_seen) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10) \
                 ON CONFLICT (path) DO UPDATE SET size = ?2, mtime_ns = ?3, ctime_ns = ?4, \
                   inode = ?5, digest = ?6, state = ?7, code = ?8, message = ?9, \
                   last_seen = ?10, gone_at = NULL",
            )?
            .execute(params![
                path_value(path),
                seen.len.cast_signed(),
                seen.mtime_ns,
                seen.ctime_ns,
                seen.inode.cast_signed(),
                digest,
                state,
                code,
                message,
                stamp(now)
            ])?;
        Ok(())
    }

    /// Notes that nothing stands at `path` any more. What it told stays.
    ///
    /// # Errors
    /// A query that fails.
    pub fn note_gone(&self, path: &Path, now: Timestamp) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("UPDATE seen SET gone_at = ?2 WHERE path = ?1 AND gone_at IS NULL")?
            .execute(params![path_value(path), stamp(now)])?;
        Ok(())
    }

    /// Makes the file at `path` be read again at the next scan, as a person may ask for.
    ///
    /// # Errors
    /// A query that fails.
    pub fn forget_sighting(&self, path: &Path) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("DELETE FROM seen WHERE path = ?1")?
            .execute([path_value(path)])?;
        Ok(())
    }

    /// What was last seen at `path`.
    ///
    /// # Errors
    /// A query that fails.
    pub fn sighting(&self, path: &Path) -> Result<Option<Sighting>, StoreError> {
        let found = self.sightings_where("path = ?1", &[&path_value(path)])?;
        Ok(found.into_iter().next())
    }

    /// Files that stand somewhere and could not be read, by path.
    ///
    /// # Errors
    /// A query that fails.
    pub fn failed_files(&self) -> Result<Vec<Sighting>, StoreError> {
        self.sightings_where("state = 'failed' AND gone_at IS NULL", &[])
    }

    /// Gives path, stamp and whether it failed of each file that stands somewhere, without the
    /// rest: what is looked up when a directory is walked.
    ///
    /// # Errors
    /// A query that fails.
    pub fn each_standing_file(
        &self,
        mut each: impl FnMut(&Path, Stamp, bool),
    ) -> Result<(), StoreError> {
        let mut query = self.connection.prepare(
            "SELECT path, size, mtime_ns, ctime_ns, inode, state = 'failed' FROM seen \
             WHERE gone_at IS NULL",
        )?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            each(&path_of(row.get_ref(0)?), stamp_of(row, 1)?, row.get(5)?);
        }
        Ok(())
    }

    /// Paths under which a release was seen, by path; gone ones last.
    ///
    /// # Errors
    /// A query that fails.
    pub fn paths_of(&self, digest: &str) -> Result<Vec<PathBuf>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT path FROM seen WHERE digest = ?1 ORDER BY gone_at IS NOT NULL, path",
        )?;
        let paths = query.query_map([digest], |row| Ok(path_of(row.get_ref(0)?)))?;
        Ok(paths.collect::<Result<_, _>>()?)
    }

    fn sightings_where(
        &self,
        condition: &str,
        values: &[&dyn rusqlite::ToSql],
    ) -> Result<Vec<Sighting>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM seen WHERE {condition} ORDER BY path");
        let mut query = self.connection.prepare_cached(&sql)?;
        let mut rows = query.query(values)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(sighting_of(row)?);
        }
        Ok(found)
    }
}

/// The stamp in four columns from `first`.
fn stamp_of(row: &Row<'_>, first: usize) -> rusqlite::Result<Stamp> {
    Ok(Stamp {
        len: row.get::<_, i64>(first)?.cast_unsigned(),
        mtime_ns: row.get(first + 1)?,
        ctime_ns: row.get(first + 2)?,
        inode: row.get::<_, i64>(first + 3)?.cast_unsigned(),
    })
}

fn sighting_of(row: &Row<'_>) -> Result<Sighting, StoreError> {
    let fate = match row.get::<_, String>(6)?.as_str() {
        "recorded" => Fate::Recorded,
        "set-aside" => Fate::SetAside,
        _ => Fate::Failed(ReadFailure {
            code: unword(&row.get::<_, String>(7)?)?,
            message: row.get(8)?,
        }),
    };
    Ok(Sighting {
        path: path_of(row.get_ref(0)?),
        stamp: stamp_of(row, 1)?,
        digest: row.get(5)?,
        fate,
        first_seen: moment(&row.get::<_, String>(9)?)?,
        last_seen: moment(&row.get::<_, String>(10)?)?,
        gone_at: moment_or_none(row.get(11)?)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::reading::FailureCode;

    const STAMP: Stamp = Stamp { len: 10, mtime_ns: 5, ctime_ns: 6, inode: 7 };

    fn now() -> Timestamp {
        "2025-05-09T10:11:12Z".parse().expect("a timestamp")
    }

    #[test]
    fn a_file_is_read_again_only_when_it_changed_came_back_or_was_asked_for() {
        let store = Store::in_memory().expect("a store");
        let path = Path::new("in/a.pdf");
        assert!(!store.is_unchanged(path, STAMP).expect("query"));
        store.note_sighting(path, STAMP, Some("d1"), &Fate::Recorded, now()).expect("noted");
        assert!(store.is_unchanged(path, STAMP).expect("query"));
        assert!(!store.is_unchanged(path, Stamp { mtime_ns: 6, ..STAMP }).expect("query"));
        store.note_gone(path, now()).expect("noted");
        assert!(!store.is_unchanged(path, STAMP).expect("query"));
        store.note_sighting(path, STAMP, Some("d1"), &Fate::SetAside, now()).expect("noted");
        assert!(store.is_unchanged(path, STAMP).expect("query"));
        store.forget_sighting(path).expect("forgotten");
        assert!(!store.is_unchanged(path, STAMP).expect("query"));
    }

    #[test]
    fn failures_are_listed_with_their_reason_until_the_file_is_gone() {
        use std::os::unix::ffi::OsStrExt;
        let store = Store::in_memory().expect("a store");
        let path = Path::new(std::ffi::OsStr::from_bytes(b"in/\xff.pdf"));
        let failure =
            ReadFailure { code: FailureCode::Encrypted, message: "needs a password".into() };
        let fate = Fate::Failed(failure);
        store.note_sighting(path, STAMP, None, &fate, now()).expect("noted");
        let failed = store.failed_files().expect("query");
        assert_eq!(failed.len(), 1);
        assert_eq!((failed[0].path.as_path(), &failed[0].fate), (path, &fate));
        assert_eq!(store.sighting(path).expect("query").map(|s| s.first_seen), Some(now()));
        store.note_gone(path, now()).expect("noted");
        assert!(store.failed_files().expect("query").is_empty());
    }
}
