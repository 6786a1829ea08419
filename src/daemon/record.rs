//! Recording one file, and the one line that the log has for it.

use std::cell::Cell;
use std::path::Path;

use jiff::Timestamp;

use super::Setting;
use super::backlog::Taken;
use crate::alert::rules;
use crate::history::priority::matcher;
use crate::model::alert::{AlertState, UNDATED};
use crate::model::reading::{FailureCode, ReadFailure};
use crate::model::sighting::Fate;
use crate::model::word::word;
use crate::pipeline::{Incoming, Pipeline, Recorded};
use crate::release::Examined;
use crate::store::{Store, StoreError};

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
    /// How many alerts wait for a person to look at what is in doubt.
    pub held: usize,
    /// Whether nobody is told of something for want of a date.
    pub undated: bool,
}

impl Noted {
    /// Set aside, and nothing came of it.
    const NOTHING: Self =
        Self { fate: Fate::SetAside, known: false, changes: 0, alerts: 0, held: 0, undated: false };
}

/// Records a file, what it carries and all that follows from them in one transaction.
///
/// # Errors
/// A store that refuses; nothing is written then.
pub fn record(
    store: &Store,
    setting: &Setting,
    taken: &Taken,
    now: Timestamp,
) -> Result<Noted, StoreError> {
    let Setting { config, knowledge, .. } = setting;
    let (to_send, held, undated) = (Cell::new(0), Cell::new(0), Cell::new(false));
    let decide = |recorded: &rules::Recorded<'_>| {
        let decisions = rules::decide(recorded, config, knowledge, now);
        for row in &decisions.rows {
            match row.state {
                AlertState::Suppressed => undated.set(undated.get() || row.why == UNDATED),
                AlertState::HeldForReview => held.set(held.get() + 1),
                _ => to_send.set(to_send.get() + 1),
            }
        }
        decisions
    };
    let matcher = matcher(&knowledge.concerns);
    let reader = env!("CARGO_PKG_VERSION");
    let pipeline = Pipeline { store, knowledge, matcher: &matcher, decide: &decide, reader, now };
    store.atomically(|store| {
        let mut noted = Noted { fate: fate(store, taken)?, known: true, ..Noted::NOTHING };
        store.note_sighting(&taken.path, taken.stamp, Some(&taken.digest), &noted.fate, now)?;
        for one in &taken.examined {
            let recorded = record_one(&pipeline, taken, one)?;
            noted.known &= recorded.known;
            noted.changes += recorded.appended.len();
            noted.alerts += recorded.released;
        }
        noted.alerts += to_send.get();
        noted.held = held.get();
        noted.undated = undated.get();
        Ok(noted)
    })
}

/// Records the release itself or an attachment; one that could not be read only in the ledger.
fn record_one(
    pipeline: &Pipeline<'_>,
    taken: &Taken,
    one: &Examined,
) -> Result<Recorded, StoreError> {
    let digest = one.reading.digest.as_str();
    if let Some(failure) = &one.reading.error {
        // An attached picture or signature is no release that somebody would miss.
        if one.attached.is_some() && failure.code != FailureCode::Unsupported {
            let path = Path::new(&one.reading.path);
            let fate = Fate::Failed(failure.clone());
            pipeline.store.note_sighting(path, taken.stamp, Some(digest), &fate, pipeline.now)?;
        }
        return Ok(Recorded::default());
    }
    pipeline.record(&Incoming {
        original: one.attached.as_deref().unwrap_or(&taken.bytes),
        reading: &one.reading,
        text: &one.text,
        container: one.attached.is_some().then_some(taken.digest.as_str()),
    })
}

/// What becomes of a file: of its own words and of those that it carries.
fn fate(store: &Store, taken: &Taken) -> Result<Fate, StoreError> {
    if let Some(failure) = taken.examined.first().and_then(|one| one.reading.error.clone()) {
        return Ok(Fate::Failed(failure));
    }
    let tells = if taken.examined.is_empty() {
        let kept = store.release(&taken.digest)?;
        kept.is_some_and(|kept| !kept.reading.inspections.is_empty())
    } else {
        taken.examined.iter().any(|one| !one.reading.inspections.is_empty())
    };
    Ok(if tells { Fate::Recorded } else { Fate::SetAside })
}

/// Says in one line what became of a file.
pub fn say(taken: &Taken, noted: &Noted) {
    let path = taken.path.display();
    let digest = taken.digest.as_str();
    let fresh = taken.examined.iter().filter(|_| !noted.known);
    for doubt in fresh.flat_map(|one| &one.reading.doubts) {
        let reason = doubt.message.as_str();
        tracing::warn!(%path, digest, reason, "Look at this release: a result in it was not read.");
    }
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
            if noted.undated {
                tracing::warn!(%path, "It gives no date, so nobody is told; see `doubts`.");
            }
            if noted.held > 0 {
                let held = noted.held;
                tracing::warn!(%path, held, "In doubt: alerts are held for review; see `alerts`.");
            }
        }
    }
}

/// Says in one line that a file could not be read.
pub fn say_failed(path: &Path, digest: Option<&str>, failure: &ReadFailure) {
    let path = path.display();
    let (code, reason) = (word(&failure.code), failure.message.as_str());
    tracing::warn!(%path, digest, code, reason, "Cannot be read; left where it lies.");
}

/// Says in one line that a file could not be recorded.
pub fn say_left(path: &Path, error: &StoreError) {
    let path = path.display();
    tracing::error!(%path, reason = %error, "Cannot be recorded; it will be tried again.");
}

/// The inspections that a file tells, such as `Leeds send inspection 2025-03-21`.
fn told(taken: &Taken) -> String {
    let tellings = taken.examined.iter().flat_map(|one| &one.reading.inspections);
    let words = tellings.map(|telling| {
        let when = telling.inspected.map_or("undated".to_owned(), |range| range.to.to_string());
        let event = telling.event.as_str();
        let area = telling.area.as_ref().map_or("unknown area", |area| area.name.as_str());
        format!("{area} {} {event} {when}", telling.programme)
    });
    words.collect::<Vec<_>>().join("; ")
}
