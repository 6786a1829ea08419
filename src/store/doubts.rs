//! Releases that a person should look at: they seem to tell what was not read, or do not say of which
//! area they tell, or give no date, so that nobody was told. Worked out from readings and alerts as
//! they are kept; only what people settled is a row.
//!
//! Invariant: what a person settled stays so until the release is read with other doubts.

use std::collections::BTreeSet;

use jiff::Timestamp;
use rusqlite::{Row, params};
use serde::{Deserialize, Serialize};

use super::rows::{json, moment, stamp, unjson};
use super::{Store, StoreError};
use crate::model::alert::UNDATED;
use crate::model::change::Change;
use crate::model::doubt::{Doubt, DoubtCode};
use crate::model::reading::Reading;
use crate::model::series::TellingRef;

/// A release in doubt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoubtfulRelease {
    /// Digest of its bytes.
    pub digest: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// What a person should look at; never empty.
    pub doubts: Vec<Doubt>,
    /// That a person has looked at these doubts.
    pub settled: Option<Settled>,
}

/// That a person has looked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub who: String,
    /// Why nothing is left to be done, in their words.
    pub why: String,
}

impl DoubtfulRelease {
    /// Whether a person should look at it still.
    pub fn is_open(&self) -> bool {
        self.settled.is_none()
    }
}

impl Store {
    /// Releases in doubt in the order in which they were recorded, those that people dealt with
    /// included. Of those without a date only what was decided since `news` could be news still.
    ///
    /// # Errors
    /// A query that fails.
    pub fn doubtful_releases(&self, news: Timestamp) -> Result<Vec<DoubtfulRelease>, StoreError> {
        let undated = self.undated(news)?;
        // The first condition is that of the index, word for word.
        let mut query = self.connection.prepare_cached(
            "SELECT release.digest, reading, recorded_at, doubts, settled_at, who, why \
             FROM release LEFT JOIN settled ON settled.digest = release.digest \
             WHERE release.digest IN (SELECT digest FROM release \
                 WHERE json_extract(reading, '$.doubts') IS NOT NULL \
                    OR instr(reading, '\"area\":null') > 0 \
                 UNION ALL SELECT value FROM json_each(?1)) \
             ORDER BY recorded_at, release.digest",
        )?;
        let mut rows = query.query([json(&undated)?])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let release = self.doubtful(row, &undated)?;
            // A correction may have left nothing.
            if !release.doubts.is_empty() {
                found.push(release);
            }
        }
        Ok(found)
    }

    /// Notes that a person has looked at the doubts of a release that are known now.
    ///
    /// # Errors
    /// A query that fails, as it does where the release is unknown.
    pub fn settle_doubts(
        &self,
        release: &DoubtfulRelease,
        settled: &Settled,
    ) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO settled VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![
                release.digest,
                json(&release.doubts)?,
                stamp(settled.at),
                settled.who,
                settled.why
            ])?;
        Ok(())
    }

    /// Digests of the releases of whose inspection nobody was told since then for want of a date.
    fn undated(&self, news: Timestamp) -> Result<BTreeSet<String>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT DISTINCT change.json FROM alert \
             JOIN alert_change ON alert = alert.id JOIN change ON change.id = change_id \
             WHERE alert.why = ?1 AND state = 'suppressed' AND created_at >= ?2 \
               AND withdrawn_by IS NULL",
        )?;
        let mut rows = query.query(params![UNDATED, stamp(news)])?;
        let mut digests = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let change: Change = unjson("an entry of the log", &row.get::<_, String>(0)?)?;
            digests.extend(change.later.releases);
        }
        Ok(digests)
    }

    fn doubtful(
        &self,
        row: &Row<'_>,
        undated: &BTreeSet<String>,
    ) -> Result<DoubtfulRelease, StoreError> {
        let digest: String = row.get(0)?;
        let what = format!("the reading of `{digest}`");
        let reading: Reading = unjson(&what, &row.get::<_, String>(1)?)?;
        let mut doubts = self.open_doubts(reading, &digest)?;
        if undated.contains(&digest) {
            let message = "The release gives no date, so that it may be old news: nobody was told.";
            doubts.push(Doubt { code: DoubtCode::Undated, message: message.to_owned() });
        }
        let settled = match row.get::<_, Option<String>>(3)? {
            Some(looked_at) if looked_at == json(&doubts)? => Some(Settled {
                at: moment(&row.get::<_, String>(4)?)?,
                who: row.get(5)?,
                why: row.get(6)?,
            }),
            _ => None,
        };
        let recorded_at = moment(&row.get::<_, String>(2)?)?;
        Ok(DoubtfulRelease { digest, recorded_at, doubts, settled })
    }

    /// The doubts of the release itself, and of each inspection of nobody knows which area.
    fn open_doubts(&self, reading: Reading, digest: &str) -> Result<Vec<Doubt>, StoreError> {
        let mut doubts = reading.doubts;
        for (nth, telling) in (0..).zip(reading.inspections) {
            let at = TellingRef { release: digest.to_owned(), nth };
            if telling.area.is_none() && self.series_of(&at)?.is_none() {
                doubts.extend(telling.doubts);
            }
        }
        doubts.sort();
        doubts.dedup();
        Ok(doubts)
    }
}
