//! Recording one file, and the one line that the log has for it.

use std::path::Path;

use jiff::Timestamp;

use super::Setting;
use super::backlog::Taken;
use crate::model::reading::{ReadFailure, Reading};
use crate::model::sighting::Fate;
use crate::store::releases::NewRelease;
use crate::store::{Store, StoreError};

/// Why a file could not be recorded.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What recording a file came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// What became of the file.
    pub fate: Fate,
    /// Whether its bytes were recorded before, under this or another name.
    pub known: bool,
    /// How many changes were appended to the log.
    pub changes: usize,
    /// How many alerts wait to be sent.
    pub alerts: usize,
}

/// Records a file and all that follows from it in one transaction.
///
/// # Errors
/// A store that refuses; nothing is written then.
pub fn record(
    store: &Store,
    _setting: &Setting,
    taken: &Taken,
    now: Timestamp,
) -> Result<Noted, RecordError> {
    store.atomically(|store| {
        let known = store.release(&taken.digest)?;
        for one in &taken.examined {
            if !store.has_release(&one.reading.digest)? {
                let release = NewRelease {
                    original: &taken.bytes,
                    reading: &one.reading,
                    text: &one.text,
                    container: None,
                    reader: env!("CARGO_PKG_VERSION"),
                };
                store.put_release(&release, now)?;
            }
        }
        let first = known.as_ref().map(|kept| &kept.reading);
        let first = first.or(taken.examined.first().map(|one| &one.reading));
        let fate = first.map_or(Fate::SetAside, fate_of);
        store.note_sighting(&taken.path, taken.stamp, Some(&taken.digest), &fate, now)?;
        Ok(Noted { fate, known: known.is_some(), changes: 0, alerts: 0 })
    })
}

fn fate_of(reading: &Reading) -> Fate {
    match &reading.error {
        Some(failure) => Fate::Failed(failure.clone()),
        None if reading.inspections.is_empty() => Fate::SetAside,
        None => Fate::Recorded,
    }
}

/// Says in one line what became of a file.
pub fn say(taken: &Taken, noted: &Noted) {
    let path = taken.path.display();
    let digest = taken.digest.as_str();
    match &noted.fate {
        Fate::Failed(failure) => say_failed(&taken.path, Some(digest), failure),
        _ if noted.known => {
            tracing::info!(%path, digest, "Seen before under the same or another name.");
        }
        Fate::SetAside => {
            tracing::info!(%path, digest, "Set aside: it tells no inspection of a local area.");
        }
        Fate::Recorded => {
            let told = told(taken);
            let Noted { changes, alerts, .. } = *noted;
            tracing::info!(%path, digest, told, changes, alerts, "Recorded.");
        }
    }
}

/// Says in one line that a file could not be read.
pub fn say_failed(path: &Path, digest: Option<&str>, failure: &ReadFailure) {
    let path = path.display();
    let code = serde_json::to_value(failure.code).unwrap_or_default();
    let (code, reason) = (code.as_str().unwrap_or_default(), failure.message.as_str());
    tracing::warn!(%path, digest, code, reason, "Cannot be read; left where it lies.");
}

/// Says in one line that a file could not be recorded.
pub fn say_left(path: &Path, error: &RecordError) {
    let path = path.display();
    tracing::error!(%path, reason = %error, "Cannot be recorded; it will be tried again.");
}

/// The inspections that a file tells, such as `Leeds send inspection 2025-03-21`.
fn told(taken: &Taken) -> String {
    let tellings = taken.examined.iter().flat_map(|one| &one.reading.inspections);
    let words = tellings.map(|telling| {
        let when = telling.inspected.map_or("undated".to_owned(), |range| range.to.to_string());
        let event = telling.event.as_str();
        format!("{} {} {event} {when}", telling.area.name, telling.programme)
    });
    words.collect::<Vec<_>>().join("; ")
}
