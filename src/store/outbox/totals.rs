//! How much the outbox and the store hold, for those who watch over the service.

use jiff::Timestamp;

use crate::model::alert::AlertState;
use crate::store::rows::{json, moment_or_none, unword};
use crate::store::{Store, StoreError};

/// The alerts of one recipient in one state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlertTotal {
    /// For whom, by the name in the configuration.
    pub recipient: String,
    /// Where they stand.
    pub state: AlertState,
    /// How many.
    pub count: u32,
}

impl Store {
    /// Counts alerts by recipient and state, ordered by both.
    ///
    /// # Errors
    /// A query that fails.
    pub fn alert_totals(&self) -> Result<Vec<AlertTotal>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT recipient, state, count(*) FROM alert GROUP BY recipient, state \
             ORDER BY recipient, state",
        )?;
        let found = query.query_map([], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, u32>(2)?))
        })?;
        let mut totals = Vec::new();
        for row in found {
            let (recipient, state, count) = row?;
            totals.push(AlertTotal { recipient, state: unword(&state)?, count });
        }
        Ok(totals)
    }

    /// Counts alerts that wait to be sent: all of them, or only mails to the recipients `mailed`.
    ///
    /// # Errors
    /// A query that fails.
    pub fn waiting_total(&self, mailed: Option<&[&str]>) -> Result<u32, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT count(*) FROM alert \
             WHERE state IN ('pending', 'held-for-digest') AND carrier IS NULL AND (?1 IS NULL \
               OR channel = 'email' AND recipient IN (SELECT value FROM json_each(?1)))",
        )?;
        let mailed = mailed.map(|names| json(&names)).transpose()?;
        Ok(query.query_row([mailed], |row| row.get(0))?)
    }

    /// When the longest waiting of the pending alerts was decided.
    ///
    /// # Errors
    /// A query that fails.
    pub fn oldest_pending(&self) -> Result<Option<Timestamp>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT min(created_at) FROM alert WHERE state = 'pending' AND carrier IS NULL",
        )?;
        moment_or_none(query.query_row([], |row| row.get(0))?)
    }

    /// How many releases are recorded.
    ///
    /// # Errors
    /// A query that fails.
    pub fn release_total(&self) -> Result<u32, StoreError> {
        Ok(self.connection.query_row("SELECT count(*) FROM release", [], |row| row.get(0))?)
    }
}
