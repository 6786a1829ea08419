//! One release from its reading to the outbox, in one transaction: record, compare, decide.
//!
//! In:  what `read` and `extract` made of a release, or what a person corrected.
//! Out: rows of the store: the release, what it tells, entries of the log, alerts; [`Recorded`]
//!      says which.
//! Invariants: all of it is written or nothing; the same bytes under another name are nothing new;
//! the current log depends on what is told, not on when it came; the cost depends on the length of
//! the series concerned, not on the size of the store.

use jiff::Timestamp;

use crate::alert::rules::{self, Decisions};
use crate::history::standing::Matcher;
use crate::history::{self, History, Sources};
use crate::knowledge::{Knowledge, SuccessionKind};
use crate::model::area::AreaCode;
use crate::model::change::Change;
use crate::model::correction::{Correction, KeptCorrection, Undone};
use crate::model::reading::{Reading, Telling};
use crate::model::series::SeriesKey;
use crate::model::text::Text;
use crate::store::releases::NewRelease;
use crate::store::{Store, StoreError};

mod place;
mod update;

use update::Trigger;

/// Decides who is told what: `alert::rules::decide` with time, routes and knowledge bound in.
pub type Decide<'d> = dyn Fn(&rules::Recorded<'_>) -> Decisions + 'd;

/// What recording needs beside the release.
#[derive(Clone, Copy)]
pub struct Pipeline<'a> {
    /// Where it is kept.
    pub store: &'a Store,
    /// What is known.
    pub knowledge: &'a Knowledge,
    /// How priorities are matched.
    pub matcher: &'a Matcher<'a>,
    /// Who is told what.
    pub decide: &'a Decide<'a>,
    /// Version of this program, kept with each reading.
    pub reader: &'a str,
    /// The time that is written down.
    pub now: Timestamp,
}

/// A release that was read.
#[derive(Debug, Clone, Copy)]
pub struct Incoming<'a> {
    /// Its bytes.
    pub original: &'a [u8],
    /// What it says.
    pub reading: &'a Reading,
    /// Its text.
    pub text: &'a Text,
    /// Digest of the mail that carries it, if one does.
    pub container: Option<&'a str>,
}

/// What was recorded.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recorded {
    /// Whether these bytes were recorded before, so that nothing was done.
    pub known: bool,
    /// Entries that were appended to the log, corrections included.
    pub appended: Vec<Change>,
    /// How many rows were put into the outbox, silences included.
    pub alerts: usize,
    /// How many alerts that were held for review may go, because nothing is in doubt any more.
    pub released: usize,
}

impl Pipeline<'_> {
    /// Records a release. One that could not be read is not for this place: the ledger has it.
    ///
    /// # Errors
    /// A store that fails; then nothing is written.
    pub fn record(&self, incoming: &Incoming<'_>) -> Result<Recorded, StoreError> {
        let digest = &incoming.reading.digest;
        self.store.atomically(|store| {
            if store.has_release(digest)? {
                return Ok(Recorded { known: true, ..Recorded::default() });
            }
            let release = NewRelease {
                original: incoming.original,
                reading: incoming.reading,
                text: incoming.text,
                container: incoming.container,
                reader: self.reader,
            };
            store.put_release(&release, self.now)?;
            let series = self.put_tellings(incoming.reading)?;
            self.update(series, &Trigger::Release(digest))
        })
    }

    /// Keeps a person's correction and works out anew what it concerns.
    ///
    /// # Errors
    /// A store that fails; then nothing is written.
    pub fn correct(&self, correction: &Correction) -> Result<Recorded, StoreError> {
        self.store.atomically(|store| {
            store.put_correction(correction)?;
            let series = self.place_again(correction)?;
            self.update(series, &Trigger::Person(&correction.who, &correction.why))
        })
    }

    /// Takes a correction back and works out anew what it concerned.
    ///
    /// # Errors
    /// A store that fails; then nothing is written.
    pub fn undo(&self, kept: &KeptCorrection, undone: &Undone) -> Result<Recorded, StoreError> {
        self.store.atomically(|store| {
            store.undo_correction(kept.number, undone)?;
            let series = self.place_again(&kept.correction)?;
            self.update(series, &Trigger::Person(&undone.who, &undone.why))
        })
    }

    /// Puts a new reading of a recorded release in the place of the one that is kept. Nobody is
    /// alerted of what it adds.
    ///
    /// # Errors
    /// A store that fails; then nothing is written.
    pub fn reread(&self, reading: &Reading, text: &Text) -> Result<Recorded, StoreError> {
        self.store.atomically(|store| {
            let mut series = store.take_tellings(&reading.digest)?;
            store.replace_reading(reading, text, self.reader)?;
            series.extend(self.put_tellings(reading)?);
            self.update(series, &Trigger::Reread(self.reader))
        })
    }

    /// What `work` would change, without changing anything: for `reread` and trial corrections.
    ///
    /// # Errors
    /// A store that fails.
    pub fn preview(
        &self,
        work: impl FnOnce(&Self) -> Result<Recorded, StoreError>,
    ) -> Result<Recorded, StoreError> {
        let undone: Result<Recorded, Preview> =
            self.store.atomically(|_| Err(Preview::Done(work(self)?)));
        match undone {
            Ok(recorded) | Err(Preview::Done(recorded)) => Ok(recorded),
            Err(Preview::Failed(error)) => Err(error),
        }
    }

    /// The history of a series as the store has it.
    ///
    /// # Errors
    /// A store that fails.
    pub fn history(&self, series: &SeriesKey) -> Result<History, StoreError> {
        let told = self.store.told(series)?;
        let corrections = self.corrections(series)?;
        let mut predecessors = Vec::new();
        for area in self.predecessors(&series.area) {
            let before = SeriesKey { area, programme: series.programme.clone() };
            let told = self.store.told(&before)?;
            let corrections = self.corrections(&before)?;
            predecessors.push(history::inspections(&told, &corrections).placed);
        }
        let sources =
            Sources { told: &told, corrections: &corrections, predecessors: &predecessors };
        Ok(history::history(sources, self.knowledge, self.matcher))
    }

    fn corrections(&self, series: &SeriesKey) -> Result<Vec<Correction>, StoreError> {
        let kept = self.store.corrections(series)?;
        Ok(kept.into_iter().map(|kept| kept.correction).collect())
    }

    /// The series that a telling belongs to; none where the release does not say whose it is.
    pub fn series_of(&self, telling: &Telling) -> Option<SeriesKey> {
        let area = telling.area.as_ref()?;
        Some(SeriesKey {
            area: self.knowledge.areas.series_code(&area.code).clone(),
            programme: telling.programme.clone(),
        })
    }

    /// Brings the log of the series, and of those that show them as context, up to date.
    fn update(
        &self,
        mut series: Vec<SeriesKey>,
        trigger: &Trigger<'_>,
    ) -> Result<Recorded, StoreError> {
        let successors: Vec<_> = series.iter().flat_map(|key| self.successors(key)).collect();
        series.extend(successors);
        series.sort();
        series.dedup();
        let mut recorded = Recorded::default();
        for key in &series {
            let one = self.update_series(key, trigger)?;
            recorded.appended.extend(one.appended);
            recorded.alerts += one.alerts;
            recorded.released += one.released;
        }
        Ok(recorded)
    }

    /// Areas, by series code, that this one took over from on other ground.
    fn predecessors(&self, area: &AreaCode) -> Vec<AreaCode> {
        let areas = &self.knowledge.areas;
        let before = areas.successions().filter(|s| {
            s.kind != SuccessionKind::SameArea && areas.series_code(&s.successor) == area
        });
        let mut codes: Vec<_> = before.map(|s| areas.series_code(&s.predecessor).clone()).collect();
        codes.sort();
        codes.dedup();
        codes
    }

    /// The series, of the same programme, of areas that took over from this one on other ground.
    fn successors(&self, series: &SeriesKey) -> Vec<SeriesKey> {
        let areas = &self.knowledge.areas;
        let after = areas.successions().filter(|s| {
            s.kind != SuccessionKind::SameArea && *areas.series_code(&s.predecessor) == series.area
        });
        let codes = after.map(|s| areas.series_code(&s.successor).clone());
        codes.map(|area| SeriesKey { area, programme: series.programme.clone() }).collect()
    }
}

/// How a preview ends: never with anything written.
enum Preview {
    Done(Recorded),
    Failed(StoreError),
}

impl From<StoreError> for Preview {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}
