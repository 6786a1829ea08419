//! Releases that a person should look at: they seem to tell what was not read, or do not say of which
//! area they tell. Worked out from the readings as they are kept; only what people settled is a row.
//!
//! Invariant: what a person settled stays so until the release is read with other doubts.

use jiff::Timestamp;
use rusqlite::{Row, params};
use serde::{Deserialize, Serialize};

use super::rows::{json, moment, stamp, unjson};
use super::{Store, StoreError};
use crate::model::doubt::Doubt;
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
    /// included.
    ///
    /// # Errors
    /// A query that fails.
    pub fn doubtful_releases(&self) -> Result<Vec<DoubtfulRelease>, StoreError> {
        // The condition is that of the index, word for word.
        let mut query = self.connection.prepare_cached(
            "SELECT release.digest, reading, recorded_at, doubts, settled_at, who, why \
             FROM release LEFT JOIN settled ON settled.digest = release.digest \
             WHERE json_extract(reading, '$.doubts') IS NOT NULL \
                OR instr(reading, '\"area\":null') > 0 \
             ORDER BY recorded_at, release.digest",
        )?;
        let mut rows = query.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let release = self.doubtful(row)?;
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

    fn doubtful(&self, row: &Row<'_>) -> Result<DoubtfulRelease, StoreError> {
        let digest: String = row.get(0)?;
        let what = format!("the reading of `{digest}`");
        let reading: Reading = unjson(&what, &row.get::<_, String>(1)?)?;
        let doubts = self.open_doubts(reading, &digest)?;
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
