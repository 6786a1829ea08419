//! What can go wrong with the store, in words that say what to do.

use std::io;
use std::path::PathBuf;

/// Why the store could not do what was asked. Nothing is ever overwritten because of it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file cannot be opened or created.
    #[error("open the store `{}`: see that its directory exists and can be written", path.display())]
    Open {
        /// The store.
        path: PathBuf,
        /// What SQLite says.
        source: rusqlite::Error,
    },
    /// There is no file, where one is only looked at.
    #[error(
        "find the store `{}`: `run` and `scan` make it; `--store` or `store.path` in the \
         configuration says where it is",
        path.display()
    )]
    Missing {
        /// Where it would be.
        path: PathBuf,
    },
    /// The file is not a database, or is damaged.
    #[error(
        "read the store `{}`: it is damaged and was left as it is; restore a copy of it, or move \
         it away to begin a new one",
        path.display()
    )]
    Corrupt {
        /// The store.
        path: PathBuf,
        /// What SQLite says.
        source: rusqlite::Error,
    },
    /// Damage that was met while the store was in use.
    #[error(
        "read the store: it is damaged; restore a copy of it (`inspectwatch backup` makes one), or \
         move it away to begin a new one"
    )]
    Damaged(#[source] rusqlite::Error),
    /// A database of another program.
    #[error("use `{}` as a store: it is a database of another program; choose another path", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// Written by a newer version of this program.
    #[error(
        "use the store `{}`: a newer inspectwatch wrote it (version {found}, this one knows {known}); \
         upgrade this program",
        path.display()
    )]
    Newer {
        /// The store.
        path: PathBuf,
        /// Version found in the file.
        found: i64,
        /// Version that this program writes.
        known: i64,
    },
    /// Another instance holds the store.
    #[error("use the store `{}`: another inspectwatch is using it; stop that one first", path.display())]
    InUse {
        /// The store.
        path: PathBuf,
    },
    /// The file may not be written; SQLite writes beside it even to look.
    #[error(
        "write to the store `{}`, which even looking needs: be the user that the service runs as, or \
         use sudo",
        path.display()
    )]
    ReadOnly {
        /// The store.
        path: PathBuf,
        /// What SQLite says.
        source: rusqlite::Error,
    },
    /// A copy is to be made where something is.
    #[error("copy the store to `{}`: something is there; choose another path", path.display())]
    Taken {
        /// Where the copy was to be made.
        path: PathBuf,
    },
    /// A copy cannot be made.
    #[error("copy the store to `{}`: see that its directory can be written and has room", path.display())]
    Copy {
        /// Where the copy was to be made.
        path: PathBuf,
        /// What SQLite says.
        source: rusqlite::Error,
    },
    /// The lock file beside the store cannot be opened.
    #[error("open the lock file `{}`", path.display())]
    Lock {
        /// The lock file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A query failed.
    #[error("query the store")]
    Query(#[source] rusqlite::Error),
    /// A row holds something that this program cannot read.
    #[error("read {what} from the store")]
    Row {
        /// Which row.
        what: String,
        /// What is wrong with it.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        let spoilt = matches!(error, rusqlite::Error::Utf8Error(..));
        match error.sqlite_error_code() {
            Some(DatabaseCorrupt | NotADatabase) => Self::Damaged(error),
            _ if spoilt => Self::Damaged(error),
            _ => Self::Query(error),
        }
    }
}

impl StoreError {
    /// Whether the disk or another process stood in the way, so that a later try may succeed.
    pub fn is_transient(&self) -> bool {
        use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked, DiskFull, SystemIoFailure};
        match self {
            Self::Query(error) => error.sqlite_error_code().is_some_and(|code| {
                matches!(code, DatabaseBusy | DatabaseLocked | DiskFull | SystemIoFailure)
            }),
            _ => false,
        }
    }

    /// Whether only the rows in hand are at fault, so that others can still be written.
    pub fn is_of_one_row(&self) -> bool {
        use rusqlite::ErrorCode::{ConstraintViolation, TooBig, TypeMismatch};
        match self {
            Self::Query(error) => error
                .sqlite_error_code()
                .is_some_and(|code| matches!(code, ConstraintViolation | TooBig | TypeMismatch)),
            Self::Row { .. } => true,
            _ => false,
        }
    }

    pub(super) fn row<E>(what: impl Into<String>) -> impl FnOnce(E) -> Self
    where
        E: std::error::Error + Send + Sync + 'static,
    {
        let what = what.into();
        move |source| Self::Row { what, source: Box::new(source) }
    }
}
