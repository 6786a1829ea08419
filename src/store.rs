//! What is remembered: releases, what they tell, the change log, the outbox, people's corrections.
//!
//! In:  values of `model` and `history`. Out: the same. The only SQL of the program.
//! One process at a time records ([`Store::open`]); others may look and make small changes
//! ([`Store::open_shared`]) meanwhile.
//! Invariants: what belongs together is written in one transaction ([`Store::atomically`]); a
//! store that cannot be understood is named and left as it is.

pub mod changes;
pub mod corrections;
pub mod doubts;
pub mod error;
pub mod ledger;
pub mod outbox;
pub mod releases;
mod rows;
mod schema;

use std::ffi::OsString;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

pub use error::StoreError;

/// How long a query waits for another process's transaction.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// How often, and after which wait, a lock that another holds is tried again.
const LOCK_TRIES: u32 = 20;
const LOCK_WAIT: Duration = Duration::from_millis(10);

/// Prepared statements kept.
const STATEMENTS: usize = 64;

/// The store. Not shared between threads: one owner does all the writing.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    /// Held for as long as the store is open; none for shared and in-memory stores.
    _lock: Option<File>,
}

impl Store {
    /// Opens the store for recording, creating it where it is missing, and keeps other recording
    /// instances out.
    ///
    /// # Errors
    /// A path that cannot be opened, a damaged or foreign file, or another instance at work.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let lock = lock(path)?;
        Ok(Self { connection: connect(path)?, _lock: Some(lock) })
    }

    /// Opens the store beside a recording instance, to look and for small changes; makes none.
    ///
    /// # Errors
    /// A path where nothing is or that cannot be opened, or a damaged or foreign file.
    pub fn open_shared(path: &Path) -> Result<Self, StoreError> {
        if matches!(path.try_exists(), Ok(false)) {
            return Err(StoreError::Missing { path: path.into() });
        }
        Ok(Self { connection: connect(path)?, _lock: None })
    }

    /// A store that ends with the process.
    ///
    /// # Errors
    /// Only where SQLite itself fails.
    pub fn in_memory() -> Result<Self, StoreError> {
        let mut connection = Connection::open_in_memory()?;
        prepare(&mut connection, Path::new(":memory:"))?;
        Ok(Self { connection, _lock: None })
    }

    /// Where the store lies; none for one in memory.
    pub fn path(&self) -> Option<PathBuf> {
        self.connection.path().filter(|path| !path.is_empty()).map(PathBuf::from)
    }

    /// Does `work` in one transaction: all of it is written, or, where it fails, none. Within the
    /// work of another call it becomes part of that one's transaction.
    ///
    /// # Errors
    /// What `work` or the transaction fails with.
    pub fn atomically<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, E>,
    ) -> Result<T, E> {
        if !self.connection.is_autocommit() {
            return work(self);
        }
        let transaction =
            Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)
                .map_err(StoreError::from)?;
        let done = work(self)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(done)
    }

    /// A remembered value.
    ///
    /// # Errors
    /// A query that fails.
    pub fn meta(&self, key: &str) -> Result<Option<String>, StoreError> {
        let mut query = self.connection.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
        Ok(query.query_row([key], |row| row.get(0)).optional()?)
    }

    /// Remembers a value.
    ///
    /// # Errors
    /// A query that fails.
    pub fn set_meta(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)")?
            .execute([key, value])?;
        Ok(())
    }

    /// Makes a whole copy of the store as it is now, also while another instance records.
    ///
    /// # Errors
    /// A path where something is or that cannot be written; what was begun of the copy is removed.
    pub fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        if path.symlink_metadata().is_ok() {
            return Err(StoreError::Taken { path: path.into() });
        }
        let copied = self.connection.execute("VACUUM INTO ?1", [rows::path_value(path)]);
        copied.map(drop).map_err(|source| {
            drop(std::fs::remove_file(path));
            StoreError::Copy { path: path.into(), source }
        })
    }

    /// Examines every page and reference of the file; takes time in proportion to its size.
    ///
    /// # Errors
    /// The first damage found.
    pub fn verify(&self) -> Result<(), StoreError> {
        let found: String =
            self.connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if found == "ok" {
            return Ok(());
        }
        let path = self.connection.path().map(PathBuf::from).unwrap_or_default();
        let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT);
        let source = rusqlite::Error::SqliteFailure(code, Some(found));
        Err(StoreError::Corrupt { path, source })
    }
}

fn lock(path: &Path) -> Result<File, StoreError> {
    let mut name = OsString::from(path);
    name.push(".lock");
    let name = PathBuf::from(name);
    let complain = |source| StoreError::Lock { path: name.clone(), source };
    let file = File::create(&name).map_err(complain)?;
    // A child that is being started holds a copy of each open file until it becomes its program, so a
    // lock that was just given back may be held for another moment.
    let mut patience = LOCK_TRIES;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if patience > 0 => {
                patience -= 1;
                thread::sleep(LOCK_WAIT);
            }
            Err(TryLockError::WouldBlock) => return Err(StoreError::InUse { path: path.into() }),
            Err(TryLockError::Error(source)) => return Err(complain(source)),
        }
    }
}

fn connect(path: &Path) -> Result<Connection, StoreError> {
    let opened = Connection::open(path)
        .map_err(StoreError::from)
        .and_then(|mut connection| prepare(&mut connection, path).map(|()| connection));
    opened.map_err(|error| name_the_file(error, path))
}

fn prepare(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Before anything is written: a file of another program must not change its journal mode.
    schema::check(connection, path)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    schema::migrate(connection)
}

fn name_the_file(error: StoreError, path: &Path) -> StoreError {
    use rusqlite::ErrorCode::{
        CannotOpen, DatabaseCorrupt, NotADatabase, PermissionDenied, ReadOnly,
    };
    let (StoreError::Query(source) | StoreError::Damaged(source)) = error else {
        return error;
    };
    let path = path.to_owned();
    match source.sqlite_error_code() {
        Some(NotADatabase | DatabaseCorrupt) => StoreError::Corrupt { path, source },
        Some(CannotOpen | PermissionDenied) => StoreError::Open { path, source },
        Some(ReadOnly) => StoreError::ReadOnly { path, source },
        _ => StoreError::from(source),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::FileExt;

    use super::*;

    #[test]
    fn a_second_recording_instance_is_refused_and_a_shared_one_is_not() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("store.db");
        let first = Store::open(&path).expect("a new store");
        assert!(matches!(Store::open(&path), Err(StoreError::InUse { .. })));
        first.set_meta("k", "v").expect("written");
        let shared = Store::open_shared(&path).expect("beside it");
        assert_eq!(shared.meta("k").expect("query").as_deref(), Some("v"));
        drop(first);
        Store::open(&path).expect("free again").verify().expect("sound");
    }

    #[test]
    fn what_is_not_our_store_is_named_and_left_as_it_is() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("store.db");
        let rubbish = "not a database, but long enough to look like one ".repeat(100);
        std::fs::write(&path, &rubbish).expect("written");
        assert!(matches!(Store::open(&path), Err(StoreError::Corrupt { .. })));
        assert_eq!(std::fs::read_to_string(&path).expect("read"), rubbish);

        std::fs::remove_file(&path).expect("removed");
        let other = Connection::open(&path).expect("a database");
        other.execute_batch("CREATE TABLE theirs (x)").expect("a table");
        assert!(matches!(Store::open(&path), Err(StoreError::Foreign { .. })));

        let path = directory.path().join("newer.db");
        drop(Store::open(&path).expect("a new store"));
        let newer = Connection::open(&path).expect("a database");
        newer.pragma_update(None, "user_version", 99).expect("written");
        assert!(matches!(Store::open(&path), Err(StoreError::Newer { found: 99, .. })));
        let nowhere = directory.path().join("missing/store.db");
        assert!(Store::open(&nowhere).is_err());
        let none = directory.path().join("none.db");
        assert!(matches!(Store::open_shared(&none), Err(StoreError::Missing { .. })));
        assert!(!none.exists(), "looking makes no store");
    }

    #[test]
    fn damage_that_is_met_later_says_what_to_do() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("store.db");
        let store = Store::open(&path).expect("a new store");
        let number = |sql: &str| -> u32 {
            store.connection.query_row(sql, [], |row| row.get(0)).expect("a number")
        };
        let size = number("PRAGMA page_size");
        let page = number("SELECT rootpage FROM sqlite_master WHERE name = 'meta'");
        drop(store);
        let file = std::fs::File::options().write(true).open(&path).expect("opened");
        let rubbish = vec![0xaa; size as usize];
        file.write_all_at(&rubbish, u64::from(page - 1) * u64::from(size)).expect("written");
        let store = Store::open(&path).expect("its first page is whole");
        let error = store.meta("k").expect_err("damaged");
        assert!(matches!(error, StoreError::Damaged(_)) && !error.is_transient(), "{error:?}");
        assert!(error.to_string().contains("restore a copy"), "{error}");
    }

    #[test]
    fn a_copy_is_whole_and_takes_nobodys_place() {
        let directory = tempfile::tempdir().expect("a directory");
        let (path, copy) = (directory.path().join("store.db"), directory.path().join("copy ü.db"));
        let recording = Store::open(&path).expect("a new store");
        recording.set_meta("k", "v").expect("written");
        let shared = Store::open_shared(&path).expect("beside it");
        shared.copy_to(&copy).expect("copied");
        assert!(matches!(shared.copy_to(&copy), Err(StoreError::Taken { .. })));
        let copied = Store::open(&copy).expect("a store");
        copied.verify().expect("sound");
        assert_eq!(copied.meta("k").expect("query").as_deref(), Some("v"));
        let nowhere = directory.path().join("none/copy.db");
        assert!(matches!(shared.copy_to(&nowhere), Err(StoreError::Copy { .. })));
    }

    #[test]
    fn work_that_fails_leaves_nothing() {
        let store = Store::in_memory().expect("a store");
        let failed: Result<(), StoreError> = store.atomically(|store| {
            store.set_meta("k", "v")?;
            Err(StoreError::Query(rusqlite::Error::QueryReturnedNoRows))
        });
        assert!(failed.is_err());
        assert_eq!(store.meta("k").expect("query"), None);
    }
}
