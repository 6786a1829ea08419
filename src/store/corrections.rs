//! Corrections by people, as they were made; `history` replays them.

use rusqlite::params;

use super::rows::{json, moment, stamp, unjson};
use super::{Store, StoreError};
use crate::model::correction::Correction;
use crate::model::series::SeriesKey;

impl Store {
    /// Keeps a correction.
    ///
    /// # Errors
    /// A query that fails.
    pub fn put_correction(&self, correction: &Correction) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO correction (area, programme, made_at, who, why, action) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                correction.series.area.0,
                correction.series.programme.0,
                stamp(correction.made_at),
                correction.who,
                correction.why,
                json(&correction.action)?
            ])?;
        Ok(())
    }

    /// Corrections of a series, in the order in which they were made.
    ///
    /// # Errors
    /// A query that fails.
    pub fn corrections(&self, series: &SeriesKey) -> Result<Vec<Correction>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT made_at, who, why, action FROM correction \
             WHERE area = ?1 AND programme = ?2 ORDER BY seq",
        )?;
        let mut rows = query.query([&series.area.0, &series.programme.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(Correction {
                series: series.clone(),
                made_at: moment(&row.get::<_, String>(0)?)?,
                who: row.get(1)?,
                why: row.get(2)?,
                action: unjson("a correction", &row.get::<_, String>(3)?)?,
            });
        }
        Ok(found)
    }
}
