//! Rows that wait: for their time, for a person, for a digest.

use jiff::Timestamp;
use rusqlite::params;

use crate::model::alert::AlertRow;
use crate::model::word::word;
use crate::store::rows::{json, moment_or_none, stamp};
use crate::store::{Store, StoreError};

impl Store {
    /// Pending rows that no digest carries and that are due at `now`, longest due first, without
    /// mails to the recipients `unmailed`; about `limit` at most, and of these as many for one
    /// recipient as for another, so that nobody's backlog keeps others waiting.
    ///
    /// # Errors
    /// A query that fails.
    pub fn due_alerts(
        &self,
        now: Timestamp,
        unmailed: &[&str],
        limit: u32,
    ) -> Result<Vec<AlertRow>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT recipient, count(*) FROM alert \
             WHERE state = 'pending' AND carrier IS NULL AND next_due <= ?1 AND NOT \
             (channel = 'email' AND recipient IN (SELECT value FROM json_each(?2))) \
             GROUP BY recipient",
        )?;
        let found = query.query_map(params![stamp(now), json(&unmailed)?], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        let mut waiting: Vec<(String, u32)> = found.collect::<Result<_, _>>()?;
        // Who has least to get leaves the rest of the share to the others.
        waiting.sort_by_key(|(_, count)| *count);
        let (mut left, mut rows) = (limit, Vec::new());
        for (nth, (recipient, count)) in waiting.iter().enumerate() {
            let others = u32::try_from(waiting.len() - nth).unwrap_or(u32::MAX);
            let share = (left / others).clamp(1, *count);
            left = left.saturating_sub(share);
            let mailed = !unmailed.contains(&recipient.as_str());
            rows.extend(self.alerts_where(
                "state = 'pending' AND carrier IS NULL AND recipient = ?1 AND next_due <= ?2 \
                 AND (?3 OR channel <> 'email') ORDER BY next_due, created_at, id LIMIT ?4",
                &[recipient, &stamp(now), &mailed, &share],
            )?);
        }
        rows.sort_by(|a, b| {
            (a.next_due, a.created_at, &a.id).cmp(&(b.next_due, b.created_at, &b.id))
        });
        Ok(rows)
    }

    /// When the next pending row becomes due after `now`, whatever is due already.
    ///
    /// # Errors
    /// A query that fails.
    pub fn next_due(&self, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT min(next_due) FROM alert \
             WHERE state = 'pending' AND carrier IS NULL AND next_due > ?1",
        )?;
        moment_or_none(query.query_row([stamp(now)], |row| row.get(0))?)
    }

    /// Rows that are held for review, oldest first.
    ///
    /// # Errors
    /// A query that fails.
    pub fn alerts_for_review(&self) -> Result<Vec<AlertRow>, StoreError> {
        self.alerts_where("state = 'held-for-review' ORDER BY created_at, id", &[])
    }

    /// Puts what a review decided in the place of a row. False, and nothing done, where the row is
    /// not held for review any more.
    ///
    /// # Errors
    /// A query that fails.
    pub fn settle_review(&self, decided: &AlertRow) -> Result<bool, StoreError> {
        let changed = self
            .connection
            .prepare_cached(
                "UPDATE alert SET state = ?2, next_due = ?3, created_at = ?4, why = ?5, \
                   notices = ?6 WHERE id = ?1 AND state = 'held-for-review'",
            )?
            .execute(params![
                decided.id,
                word(&decided.state),
                decided.next_due.map(stamp),
                stamp(decided.created_at),
                decided.why,
                json(&decided.notices)?
            ])?;
        Ok(changed == 1)
    }

    /// Recipients and digests that any row waits for.
    ///
    /// # Errors
    /// A query that fails.
    pub fn awaited_digests(&self) -> Result<Vec<(String, String)>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT DISTINCT recipient, digest FROM alert \
             WHERE state = 'held-for-digest' AND carrier IS NULL",
        )?;
        let found = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
