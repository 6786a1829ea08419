//! Corrections by people, as they were made; `history` replays them.
//!
//! One about a release follows it into whatever series the release comes to stand in, so that it
//! survives reading again; one about priorities, which it names by their words, stays in its series.

use rusqlite::{Params, Row, params};

use super::releases::series_of;
use super::rows::{json, moment, stamp, unjson};
use super::{Store, StoreError};
use crate::model::correction::{Correction, KeptCorrection, Undone};
use crate::model::series::SeriesKey;

/// Columns in the order in which `kept` takes them.
const COLUMNS: &str = "area, programme, seq, made_at, who, why, action, undone";

impl Store {
    /// Keeps a correction; says its number.
    ///
    /// # Errors
    /// A query that fails.
    pub fn put_correction(&self, correction: &Correction) -> Result<i64, StoreError> {
        let release = correction.action.tellings().first().map(|at| at.release.clone());
        self.connection
            .prepare_cached(
                "INSERT INTO correction (area, programme, made_at, who, why, action, release) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                correction.series.area.0,
                correction.series.programme.0,
                stamp(correction.made_at),
                correction.who,
                correction.why,
                json(&correction.action)?,
                release
            ])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Notes that a correction was taken back.
    ///
    /// # Errors
    /// A query that fails.
    pub fn undo_correction(&self, number: i64, undone: &Undone) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("UPDATE correction SET undone = ?2 WHERE seq = ?1")?
            .execute(params![number, json(undone)?])?;
        Ok(())
    }

    /// Corrections that hold in a series, in the order in which they were made.
    ///
    /// # Errors
    /// A query that fails.
    pub fn corrections(&self, series: &SeriesKey) -> Result<Vec<KeptCorrection>, StoreError> {
        self.corrections_where(
            "undone IS NULL AND seq IN ( \
               SELECT seq FROM correction \
               WHERE area = ?1 AND programme = ?2 AND release IS NULL \
               UNION ALL \
               SELECT correction.seq FROM telling JOIN correction ON release = digest \
               WHERE telling.area = ?1 AND telling.programme = ?2)",
            [&series.area.0, &series.programme.0],
        )
    }

    /// Corrections of what a release tells that hold, in the order in which they were made.
    ///
    /// # Errors
    /// A query that fails.
    pub fn corrections_of(&self, release: &str) -> Result<Vec<KeptCorrection>, StoreError> {
        self.corrections_where("undone IS NULL AND release = ?1", [release])
    }

    /// All corrections ever made, those that were taken back included.
    ///
    /// # Errors
    /// A query that fails.
    pub fn all_corrections(&self) -> Result<Vec<KeptCorrection>, StoreError> {
        self.corrections_where("TRUE", [])
    }

    /// A correction by its number.
    ///
    /// # Errors
    /// A query that fails.
    pub fn correction(&self, number: i64) -> Result<Option<KeptCorrection>, StoreError> {
        Ok(self.corrections_where("seq = ?1", [number])?.pop())
    }

    fn corrections_where(
        &self,
        condition: &str,
        values: impl Params,
    ) -> Result<Vec<KeptCorrection>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM correction WHERE {condition} ORDER BY seq");
        let mut query = self.connection.prepare_cached(&sql)?;
        let mut rows = query.query(values)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(kept(row)?);
        }
        Ok(found)
    }
}

fn kept(row: &Row<'_>) -> Result<KeptCorrection, StoreError> {
    let number = row.get(2)?;
    let what = format!("correction {number}");
    let undone = row.get::<_, Option<String>>(7)?;
    Ok(KeptCorrection {
        number,
        correction: Correction {
            series: series_of(row)?,
            made_at: moment(&row.get::<_, String>(3)?)?,
            who: row.get(4)?,
            why: row.get(5)?,
            action: unjson(&what, &row.get::<_, String>(6)?)?,
        },
        undone: undone.map(|text| unjson(&what, &text)).transpose()?,
    })
}
