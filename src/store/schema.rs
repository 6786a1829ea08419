//! The tables, and how a store of an earlier version becomes one of this version.
//!
//! Invariant: migrations are only ever added; each runs once, in a transaction of its own.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;

/// Marks a SQLite file as ours ("IWCH").
const APPLICATION_ID: i64 = 0x4957_4348;

/// One step per version; the first makes version 1.
const MIGRATIONS: &[&str] = &[
    include_str!("schema.sql"),
    include_str!("schema-2.sql"),
    include_str!("schema-3.sql"),
    include_str!("schema-4.sql"),
    include_str!("schema-5.sql"),
];

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_of_an_earlier_version_keeps_what_it_holds() {
        let mut old = Connection::open_in_memory().expect("a database");
        old.execute_batch(MIGRATIONS[0]).expect("the first version");
        old.execute_batch(
            "INSERT INTO release VALUES ('r', 'text/plain', 1, NULL, '{}', x'', NULL, '0', '2025');
             INSERT INTO telling VALUES ('r', 0, 'A', 'send', NULL, '{\"x\": 1}');
             INSERT INTO change VALUES (1, 'c', 'A', 'send', 'first', NULL, '2025', NULL, '{}');
             INSERT INTO correction VALUES (1, 'A', 'send', '2025', 'who', 'why',
               '{\"action\": \"dismiss\", \"of\": {\"release\": \"r\", \"nth\": 0}}');",
        )
        .expect("filled");
        old.pragma_update(None, "user_version", 1).expect("marked");
        migrate(&mut old).expect("migrated");
        let one = |sql: &str| -> String { old.query_row(sql, [], |row| row.get(0)).expect(sql) };
        assert_eq!(one("SELECT json FROM telling WHERE digest = 'r'"), "{\"x\": 1}");
        assert_eq!(one("SELECT release FROM correction"), "r");
        let again = "INSERT INTO change SELECT 2, id, area, programme, kind, inspected, \
                     recorded_at, withdrawn_by, json FROM change";
        assert!(old.execute_batch(again).is_err(), "an entry holds once");
        old.execute_batch("UPDATE change SET withdrawn_by = 1").expect("withdrawn");
        old.execute_batch(again.replace("withdrawn_by, json", "NULL, json").as_str())
            .expect("it may come back");
    }
}
