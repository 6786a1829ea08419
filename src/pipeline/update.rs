//! Brings the recorded log of one series to what its history says, and has alerts of it decided.

use std::path::Path;

use super::Pipeline;
use crate::alert::review::{self, Verdict};
use crate::alert::rules::{About, Recorded};
use crate::history::History;
use crate::history::inspection::Inspection;
use crate::history::revise::{self, Revision};
use crate::model::alert::AlertRow;
use crate::model::change::Change;
use crate::model::doubt::{Doubt, DoubtCode};
use crate::model::series::SeriesKey;
use crate::store::StoreError;
use crate::store::changes::Entry;

/// What brought an update about.
#[derive(Debug, Clone, Copy)]
pub(super) enum Trigger<'a> {
    /// A release, by its digest.
    Release(&'a str),
    /// A person's correction: who and why.
    Person(&'a str, &'a str),
    /// Reading again with this version of the program.
    Reread(&'a str),
}

impl Pipeline<'_> {
    /// Brings the log of a series up to date. The caller holds the transaction.
    pub(super) fn update_series(
        &self,
        series: &SeriesKey,
        trigger: &Trigger<'_>,
    ) -> Result<super::Recorded, StoreError> {
        let history = self.history(series)?;
        let recorded = self.store.current_changes(series)?;
        let said: Vec<_> = recorded.iter().map(|entry| entry.change.clone()).collect();
        let revision = revise::revise(&said, &history.changes);
        let why = trigger.reason(&history);
        let mut appended = self.withdraw(series, &revision, &recorded, &why)?;
        for change in &revision.added {
            let mut change = change.clone();
            self.store.append_change(series, &mut change, self.now)?;
            appended.push(change);
        }
        self.touch(&revision, &recorded)?;
        let mut alerts = 0;
        if !appended.is_empty() {
            alerts = self.decide(&appended, &revision, &history, trigger)?;
        }
        let released = self.let_go(&history)?;
        Ok(super::Recorded { known: false, appended, alerts, released })
    }

    /// Lets alerts go that were held for review because of doubts which are gone now. Returns how
    /// many.
    fn let_go(&self, history: &History) -> Result<usize, StoreError> {
        let mut free = 0;
        for row in self.store.alerts_for_review()? {
            let told = history.changes.iter().find(|change| row.change_ids.contains(&change.id));
            let place = told.and_then(|change| place_of(history, &change.later.releases));
            let clear = place.is_some_and(|place| doubts(&history.inspections[place]).is_empty());
            let decided = clear.then(|| review::decide(&row, Verdict::Cleared, self.now)).flatten();
            if let Some(decided) = decided {
                free += usize::from(self.store.settle_review(&decided)?);
            }
        }
        Ok(free)
    }

    /// Appends a correction for each entry that no longer holds.
    fn withdraw(
        &self,
        series: &SeriesKey,
        revision: &Revision,
        recorded: &[Entry],
        why: &str,
    ) -> Result<Vec<Change>, StoreError> {
        let mut corrections = Vec::new();
        for replaced in &revision.withdrawn {
            let held = recorded.iter().find(|entry| entry.change.id == replaced.change.id);
            let seq = held.expect("what is withdrawn was recorded").seq;
            let mut correction = revise::correction(replaced, seq, why);
            let place = self.store.append_change(series, &mut correction, self.now)?;
            self.store.withdraw_change(seq, place)?;
            corrections.push(correction);
        }
        Ok(corrections)
    }

    fn touch(&self, revision: &Revision, recorded: &[Entry]) -> Result<(), StoreError> {
        for change in &revision.touched {
            let held = recorded.iter().find(|entry| entry.change.id == change.id);
            let held = held.expect("what is touched was recorded");
            let recorded_at = held.change.recorded_at.clone();
            self.store.annotate_change(held.seq, &Change { recorded_at, ..change.clone() })?;
        }
        Ok(())
    }

    fn decide(
        &self,
        appended: &[Change],
        revision: &Revision,
        history: &History,
        trigger: &Trigger<'_>,
    ) -> Result<usize, StoreError> {
        let arrived = match trigger {
            Trigger::Release(digest) => vec![(*digest).to_owned()],
            Trigger::Person(..) | Trigger::Reread(_) => Vec::new(),
        };
        let withdrawn: Vec<_> = revision.withdrawn.iter().map(|r| r.change.clone()).collect();
        let decisions = (self.decide)(&Recorded {
            arrived: &arrived,
            appended,
            withdrawn: &withdrawn,
            about: &self.about(appended, history)?,
            told: &self.told_of(appended, &withdrawn)?,
            quiet: matches!(trigger, Trigger::Reread(_)),
        });
        for (id, update) in &decisions.updates {
            self.store.update_alert(id, update)?;
        }
        self.store.put_alerts(&decisions.rows)
    }

    /// The inspections that entries are about; those of corrections as their entries name them.
    fn about(&self, appended: &[Change], history: &History) -> Result<Vec<About>, StoreError> {
        let mut all: Vec<About> = Vec::new();
        for change in appended {
            let releases = &change.later.releases;
            if all.iter().any(|about| about.releases == *releases) {
                continue;
            }
            let Some(place) = place_of(history, releases) else { continue };
            let inspection = &history.inspections[place];
            all.push(About {
                names: self.names(releases)?,
                releases: releases.clone(),
                published: inspection.published,
                newest: is_newest(history, place),
                judgements: inspection.telling.judgements.clone(),
                doubts: doubts(inspection),
            });
        }
        Ok(all)
    }

    /// Names of releases for people: of the files they stand in.
    fn names(&self, releases: &[String]) -> Result<Vec<String>, StoreError> {
        let mut names = Vec::new();
        for digest in releases {
            let path = match self.store.paths_of(digest)?.into_iter().next() {
                Some(path) => Some(path),
                None => self.store.release(digest)?.map(|kept| kept.reading.path.into()),
            };
            let name = path.as_deref().and_then(Path::file_name);
            names.push(name.map_or_else(|| digest.clone(), |n| n.to_string_lossy().into_owned()));
        }
        Ok(names)
    }

    /// Rows that tell of the changes, or did of those that are withdrawn, each once.
    fn told_of(&self, one: &[Change], other: &[Change]) -> Result<Vec<AlertRow>, StoreError> {
        let mut rows = Vec::new();
        for change in one.iter().chain(other) {
            rows.extend(self.store.alerts_of(&change.id)?);
        }
        rows.sort_by(|a, b| a.id.cmp(&b.id));
        rows.dedup_by(|a, b| a.id == b.id);
        Ok(rows)
    }
}

impl Trigger<'_> {
    fn reason(&self, history: &History) -> String {
        let digest = match self {
            Self::Person(who, why) => return format!("Corrected by {who}: {why}."),
            Self::Reread(reader) => return format!("Read again with version {reader}."),
            Self::Release(digest) => digest,
        };
        let tells = |i: &&Inspection| i.tellings.iter().any(|at| at.release == *digest);
        let told = history.inspections.iter().find(tells);
        match told.and_then(|inspection| inspection.side().inspected) {
            Some(days) => format!("A release about the inspection of {} was recorded.", days.from),
            None => "A release was recorded.".to_owned(),
        }
    }
}

/// Place of the inspection that these releases tell or, where they were regrouped, some of them.
fn place_of(history: &History, releases: &[String]) -> Option<usize> {
    let tells = |i: &Inspection| i.tellings.iter().any(|at| releases.contains(&at.release));
    let all = || history.inspections.iter();
    all().position(|i| i.releases() == releases).or_else(|| all().position(tells))
}

/// Whether nothing of its kind came later: no full inspection after a full one, no event at all
/// after a visit. A report is often published after the letter of a later visit; it is news still.
fn is_newest(history: &History, place: usize) -> bool {
    let later = &history.inspections[place + 1..];
    if history.inspections[place].is_full() {
        !later.iter().any(Inspection::is_full)
    } else {
        later.is_empty()
    }
}

/// Doubts about what the best releases tell; a weaker release that a better one overrules does not
/// count.
fn doubts(inspection: &Inspection) -> Vec<Doubt> {
    let all = inspection.telling.doubts.iter();
    let counts = |doubt: &&Doubt| {
        doubt.code != DoubtCode::ConflictingTellings || inspection.contested.contains(doubt)
    };
    all.filter(counts).cloned().collect()
}
