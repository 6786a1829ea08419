//! Releases by the hash of their bytes, and what each tells under its series.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};

use super::rows::{deflate, inflate, json, moment, stamp, unjson};
use super::{Store, StoreError};
use crate::model::area::AreaCode;
use crate::model::reading::Reading;
use crate::model::series::{SeriesKey, TellingRef, Told};
use crate::model::text::Text;

/// Fewer characters of a digest may be any word.
const SHORTEST_DIGEST: usize = 4;

/// A release to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewRelease<'a> {
    /// Its bytes.
    pub original: &'a [u8],
    /// What it says; `digest` and `media_type` come from here.
    pub reading: &'a Reading,
    /// Its text.
    pub text: &'a Text,
    /// Digest of the mail that carries it, if one does.
    pub container: Option<&'a str>,
    /// Version of the program that read it.
    pub reader: &'a str,
}

/// A release that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRelease {
    /// What it says, as it was read; people's corrections stand apart.
    pub reading: Reading,
    /// Digest of the mail that carries it.
    pub container: Option<String>,
    /// Version of the program that read it.
    pub reader: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

impl Store {
    /// Whether these bytes are recorded already, under whatever name.
    ///
    /// # Errors
    /// A query that fails.
    pub fn has_release(&self, digest: &str) -> Result<bool, StoreError> {
        let mut query =
            self.connection.prepare_cached("SELECT 1 FROM release WHERE digest = ?1")?;
        Ok(query.exists([digest])?)
    }

    /// Keeps a release; its tellings are put apart, under their series.
    ///
    /// # Errors
    /// A query that fails, as it does where the release is kept already.
    pub fn put_release(&self, new: &NewRelease<'_>, now: Timestamp) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO release (digest, media_type, bytes, container, reading, text, \
                                      original, reader, recorded_at) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                new.reading.digest,
                new.reading.media_type,
                new.original.len() as i64,
                new.container,
                json(new.reading)?,
                deflate(json(new.text)?.as_bytes()),
                deflate(new.original),
                new.reader,
                stamp(now)
            ])?;
        Ok(())
    }

    /// Puts another reading in the place of a release's, as `reread` does on request.
    ///
    /// # Errors
    /// A query that fails.
    pub fn replace_reading(
        &self,
        reading: &Reading,
        text: &Text,
        reader: &str,
    ) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "UPDATE release SET media_type = ?2, reading = ?3, text = ?4, reader = ?5 \
                 WHERE digest = ?1",
            )?
            .execute(params![
                reading.digest,
                reading.media_type,
                json(reading)?,
                deflate(json(text)?.as_bytes()),
                reader
            ])?;
        Ok(())
    }

    /// A release that is kept.
    ///
    /// # Errors
    /// A query that fails.
    pub fn release(&self, digest: &str) -> Result<Option<KeptRelease>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT reading, container, reader, recorded_at FROM release WHERE digest = ?1",
        )?;
        let mut rows = query.query([digest])?;
        rows.next()?.map(|row| kept(row, digest)).transpose()
    }

    /// The text of a release.
    ///
    /// # Errors
    /// A query that fails.
    pub fn text(&self, digest: &str) -> Result<Option<Text>, StoreError> {
        let what = format!("the text of `{digest}`");
        let Some(bytes) = self.blob("SELECT text FROM release WHERE digest = ?1", digest)? else {
            return Ok(None);
        };
        let bytes = inflate(&what, &bytes)?;
        serde_json::from_slice(&bytes).map(Some).map_err(StoreError::row(what))
    }

    /// The bytes of a release; none where it is unknown or they are not kept.
    ///
    /// # Errors
    /// A query that fails.
    pub fn original(&self, digest: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let found = self.blob("SELECT original FROM release WHERE digest = ?1", digest)?;
        found.map(|bytes| inflate(&format!("the bytes of `{digest}`"), &bytes)).transpose()
    }

    /// Digests of all releases, in order.
    ///
    /// # Errors
    /// A query that fails.
    pub fn digests(&self) -> Result<Vec<String>, StoreError> {
        let mut query = self.connection.prepare("SELECT digest FROM release ORDER BY digest")?;
        let digests = query.query_map([], |row| row.get(0))?;
        Ok(digests.collect::<Result<_, _>>()?)
    }

    /// Puts a telling under a series, taking the place of one with the same reference.
    ///
    /// # Errors
    /// A query that fails, as it does where the release is unknown.
    pub fn put_telling(&self, series: &SeriesKey, told: &Told) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO telling (digest, nth, area, programme, published, json) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                told.at.release,
                told.at.nth,
                series.area.0,
                series.programme.0,
                told.published.as_ref().map(json).transpose()?,
                json(&told.telling)?
            ])?;
        Ok(())
    }

    /// Takes out what a release tells; says which series it stood in.
    ///
    /// # Errors
    /// A query that fails.
    pub fn take_tellings(&self, digest: &str) -> Result<Vec<SeriesKey>, StoreError> {
        let series = self.series_told_by(digest)?;
        self.connection
            .prepare_cached("DELETE FROM telling WHERE digest = ?1")?
            .execute([digest])?;
        Ok(series)
    }

    /// Takes one telling out of its series.
    ///
    /// # Errors
    /// A query that fails.
    pub fn take_telling(&self, at: &TellingRef) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("DELETE FROM telling WHERE digest = ?1 AND nth = ?2")?
            .execute(params![at.release, at.nth])?;
        Ok(())
    }

    /// Series that a release tells of.
    ///
    /// # Errors
    /// A query that fails.
    pub fn series_told_by(&self, digest: &str) -> Result<Vec<SeriesKey>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT DISTINCT area, programme FROM telling WHERE digest = ?1 ORDER BY 1, 2",
        )?;
        let series = query.query_map([digest], series_of)?;
        Ok(series.collect::<Result<_, _>>()?)
    }

    /// All that is told of a series, in a fixed order.
    ///
    /// # Errors
    /// A query that fails.
    pub fn told(&self, series: &SeriesKey) -> Result<Vec<Told>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT digest, nth, published, json FROM telling \
             WHERE area = ?1 AND programme = ?2 ORDER BY digest, nth",
        )?;
        let mut rows = query.query([&series.area.0, &series.programme.0])?;
        let mut told = Vec::new();
        while let Some(row) = rows.next()? {
            told.push(told_of(row)?);
        }
        Ok(told)
    }

    /// The series under which a telling stands, if it does.
    ///
    /// # Errors
    /// A query that fails.
    pub fn series_of(&self, at: &TellingRef) -> Result<Option<SeriesKey>, StoreError> {
        let mut query = self
            .connection
            .prepare_cached("SELECT area, programme FROM telling WHERE digest = ?1 AND nth = ?2")?;
        Ok(query.query_row(params![at.release, at.nth], series_of).optional()?)
    }

    /// Digests of the releases that people may mean by a name: the path or name of a file that has
    /// been seen, or the first characters of the digest.
    ///
    /// # Errors
    /// A query that fails.
    pub fn releases_named(&self, name: &str) -> Result<Vec<String>, StoreError> {
        let hex = name.strip_prefix("blake3:").unwrap_or(name);
        let is_digest = hex.len() >= SHORTEST_DIGEST && hex.bytes().all(|b| b.is_ascii_hexdigit());
        let from = if is_digest { format!("blake3:{}", hex.to_lowercase()) } else { String::new() };
        let mut query = self.connection.prepare_cached(
            "SELECT digest FROM release WHERE ?1 <> '' AND digest >= ?1 AND digest < ?1 || 'g' \
             UNION SELECT digest FROM seen JOIN release USING (digest) \
               WHERE path = ?2 OR substr(path, -length(?2) - 1) = '/' || ?2 \
             UNION SELECT digest FROM release \
               WHERE json_extract(reading, '$.path') = ?2 \
                  OR substr(json_extract(reading, '$.path'), -length(?2) - 1) = '/' || ?2 \
             ORDER BY 1",
        )?;
        let digests = query.query_map(params![from, name], |row| row.get(0))?;
        Ok(digests.collect::<Result<_, _>>()?)
    }

    /// Series that anything is told of; of one area (by its series code) or of all.
    ///
    /// # Errors
    /// A query that fails.
    pub fn series(&self, area: Option<&AreaCode>) -> Result<Vec<SeriesKey>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT DISTINCT area, programme FROM telling \
             WHERE ?1 IS NULL OR area = ?1 ORDER BY 1, 2",
        )?;
        let series = query.query_map([area.map(|a| &a.0)], series_of)?;
        Ok(series.collect::<Result<_, _>>()?)
    }

    fn blob(&self, sql: &str, digest: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let mut query = self.connection.prepare_cached(sql)?;
        let found = query.query_row([digest], |row| row.get::<_, Option<Vec<u8>>>(0));
        Ok(found.optional()?.flatten())
    }
}

pub(super) fn series_of(row: &Row<'_>) -> rusqlite::Result<SeriesKey> {
    Ok(SeriesKey {
        area: AreaCode(row.get(0)?),
        programme: row.get::<_, String>(1)?.as_str().into(),
    })
}

fn kept(row: &Row<'_>, digest: &str) -> Result<KeptRelease, StoreError> {
    Ok(KeptRelease {
        reading: unjson(&format!("the reading of `{digest}`"), &row.get::<_, String>(0)?)?,
        container: row.get(1)?,
        reader: row.get(2)?,
        recorded_at: moment(&row.get::<_, String>(3)?)?,
    })
}

fn told_of(row: &Row<'_>) -> Result<Told, StoreError> {
    let at = TellingRef { release: row.get(0)?, nth: row.get(1)? };
    let what = format!("what `{}` tells", at.release);
    let published = row.get::<_, Option<String>>(2)?;
    Ok(Told {
        published: published.map(|text| unjson(&what, &text)).transpose()?,
        telling: unjson(&what, &row.get::<_, String>(3)?)?,
        at,
    })
}
