//! The tables, and how a store of an earlier version becomes one of this version.
//!
//! Invariant: migrations are only ever added; each runs once, in a transaction of its own.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;

/// Marks a SQLite file as ours ("IWCH").
const APPLICATION_ID: i64 = 0x4957_4348;

/// One step per version; the first makes version 1.
const MIGRATIONS: &[&str] =
    &[include_str!("schema.sql"), include_str!("schema-2.sql"), include_str!("schema-3.sql")];

/// Refuses a file that is not a store of this program or of an earlier version; changes nothing.
///
/// # Errors
/// A database of another program, or of a newer version of this one.
pub(super) fn check(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let found = version(connection)?;
    let known = MIGRATIONS.len() as i64;
    check_owner(connection, path)?;
    if found > known {
        return Err(StoreError::Newer { path: path.into(), found, known });
    }
    Ok(())
}

/// Brings the store to this program's version.
///
/// # Errors
/// A migration that fails changes nothing.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let known = MIGRATIONS.len() as i64;
    if version(connection)? == known {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Asked again: another process may have migrated while this one waited for the lock.
    let done = version(&transaction)?.clamp(0, known) as usize;
    for migration in &MIGRATIONS[done..] {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", known)?;
    Ok(transaction.commit()?)
}

fn version(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

fn check_owner(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let owner: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
    if owner == APPLICATION_ID || (owner == 0 && tables == 0) {
        Ok(())
    } else {
        Err(StoreError::Foreign { path: path.into() })
    }
}
