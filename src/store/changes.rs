//! The change log: rows are appended; one that no longer holds names the correction that withdrew
//! it. What an entry says never changes. What is attached to it (the releases that tell it, how
//! alike two wordings are and why they match, what a new priority was compared with) is kept up to
//! date.

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::params;

use super::rows::{json, stamp, unjson};
use super::{Store, StoreError};
use crate::model::area::AreaCode;
use crate::model::change::{Change, ChangeKind};
use crate::model::framework::ProgrammeId;
use crate::model::series::SeriesKey;
use crate::model::word::word;

/// One row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the log.
    pub seq: i64,
    /// What it says.
    pub change: Change,
    /// Place of the correction that withdrew it.
    pub withdrawn_by: Option<i64>,
}

/// Which entries are asked for; all of them by default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChangeFilter {
    /// Of the series of one area, by its series code.
    pub area: Option<AreaCode>,
    /// Of one programme.
    pub programme: Option<ProgrammeId>,
    /// Of one kind.
    pub kind: Option<ChangeKind>,
    /// Whose later inspection began on this day or after it.
    pub inspected_since: Option<Date>,
    /// Whose later inspection began on this day or before it.
    pub inspected_until: Option<Date>,
    /// Recorded at this moment or after it.
    pub recorded_since: Option<Timestamp>,
    /// Recorded before this moment.
    pub recorded_before: Option<Timestamp>,
    /// Only what holds now: no corrections and nothing that one withdrew. Ordered by what entries
    /// say, so that it does not depend on when they came.
    pub current: bool,
}

impl Store {
    /// Appends an entry, with `recorded_at` set to `now`; says its place.
    ///
    /// # Errors
    /// A query that fails, as it does where an entry with this id holds already.
    pub fn append_change(
        &self,
        series: &SeriesKey,
        change: &mut Change,
        now: Timestamp,
    ) -> Result<i64, StoreError> {
        change.recorded_at = stamp(now);
        self.connection
            .prepare_cached(
                "INSERT INTO change (id, area, programme, kind, inspected, recorded_at, json) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                change.id,
                series.area.0,
                series.programme.0,
                word(&change.kind),
                change.later.inspected.map(|days| days.from.to_string()),
                change.recorded_at,
                json(change)?
            ])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Notes that an entry no longer holds.
    ///
    /// # Errors
    /// A query that fails.
    pub fn withdraw_change(&self, seq: i64, correction: i64) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("UPDATE change SET withdrawn_by = ?2 WHERE seq = ?1")?
            .execute([seq, correction])?;
        Ok(())
    }

    /// Brings what is attached to an entry up to date; what it says must be the same.
    ///
    /// # Errors
    /// A query that fails.
    pub fn annotate_change(&self, seq: i64, change: &Change) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("UPDATE change SET json = ?2 WHERE seq = ?1 AND id = ?3")?
            .execute(params![seq, json(change)?, change.id])?;
        Ok(())
    }

    /// Entries of a series that hold now, corrections left out, in the order of the log.
    ///
    /// # Errors
    /// A query that fails.
    pub fn current_changes(&self, series: &SeriesKey) -> Result<Vec<Entry>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT seq, json, withdrawn_by FROM change \
             WHERE area = ?1 AND programme = ?2 AND withdrawn_by IS NULL \
               AND kind <> 'correction' ORDER BY seq",
        )?;
        entries(query.query([&series.area.0, &series.programme.0])?)
    }

    /// The latest entry of an id, whether it holds or not.
    ///
    /// # Errors
    /// A query that fails.
    pub fn change(&self, id: &str) -> Result<Option<Entry>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT seq, json, withdrawn_by FROM change WHERE id = ?1 ORDER BY seq DESC LIMIT 1",
        )?;
        Ok(entries(query.query([id])?)?.pop())
    }

    /// Ids that begin with `prefix`, as people shorten them; at most `limit`.
    ///
    /// # Errors
    /// A query that fails.
    pub fn change_ids(&self, prefix: &str, limit: u32) -> Result<Vec<String>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT DISTINCT id FROM change WHERE substr(id, 1, length(?1)) = ?1 \
             ORDER BY id LIMIT ?2",
        )?;
        let ids = query.query_map(params![prefix, limit], |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// The log, or what of it is asked for, oldest first.
    ///
    /// # Errors
    /// A query that fails.
    pub fn changes(&self, filter: &ChangeFilter) -> Result<Vec<Change>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT seq, json, withdrawn_by FROM change \
             WHERE (?1 IS NULL OR area = ?1) AND (?2 IS NULL OR programme = ?2) \
               AND (?3 IS NULL OR kind = ?3) \
               AND (?4 IS NULL OR inspected >= ?4) AND (?5 IS NULL OR inspected <= ?5) \
               AND (?6 IS NULL OR recorded_at >= ?6) AND (?7 IS NULL OR recorded_at < ?7) \
               AND (NOT ?8 OR (withdrawn_by IS NULL AND kind <> 'correction')) \
             ORDER BY seq",
        )?;
        let rows = query.query(params![
            filter.area.as_ref().map(|a| &a.0),
            filter.programme.as_ref().map(|p| &p.0),
            filter.kind.as_ref().map(word),
            filter.inspected_since.map(|day| day.to_string()),
            filter.inspected_until.map(|day| day.to_string()),
            filter.recorded_since.map(stamp),
            filter.recorded_before.map(stamp),
            filter.current
        ])?;
        let mut changes: Vec<_> = entries(rows)?.into_iter().map(|e| e.change).collect();
        if filter.current {
            changes.sort_by(|a, b| a.order().cmp(&b.order()));
        }
        Ok(changes)
    }
}

fn entries(mut rows: rusqlite::Rows<'_>) -> Result<Vec<Entry>, StoreError> {
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let seq = row.get(0)?;
        let change = unjson(&format!("change {seq}"), &row.get::<_, String>(1)?)?;
        found.push(Entry { seq, change, withdrawn_by: row.get(2)? });
    }
    Ok(found)
}
