//! One pass over some directories: the daemon's loop, over when there is nothing left to do.

use std::path::{Path, PathBuf};

use super::rounds::Mode;
use super::start::{nobody, start};
use super::{DaemonError, Setting};
use crate::config::{Poll, Watch};
use crate::model::reading::ReadFailure;
use crate::model::sighting::Fate;
use crate::store::Store;

/// What a scan came to. Failed files of earlier scans that have not changed are listed again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScanReport {
    /// Files that the patterns admit.
    pub files: usize,
    /// Those of them that were dealt with before and have not changed.
    pub unchanged: usize,
    /// Files that were read and tell an inspection.
    pub recorded: usize,
    /// Files that were read and tell none.
    pub set_aside: usize,
    /// Files whose bytes were recorded before under another name.
    pub known: usize,
    /// Files and directories that cannot be read, by path.
    pub failed: Vec<Failed>,
    /// Changes appended to the log.
    pub changes: usize,
    /// Alerts that were decided to be sent.
    pub alerts: usize,
}

/// A file or directory that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failed {
    /// Where it lies.
    pub path: PathBuf,
    /// Why.
    pub failure: ReadFailure,
}

/// Reads and records what lies in `directories` now, sends the alerts that are due once, and ends.
/// Files are taken as they are, without waiting for them to settle; one that changes while it is
/// read is left for the next scan.
///
/// # Errors
/// As [`super::run`].
pub fn scan(
    mut setting: Setting,
    directories: &[PathBuf],
    store: Store,
) -> Result<ScanReport, DaemonError> {
    let tree = |path: &PathBuf| Watch {
        path: path.clone(),
        include: Vec::new(),
        exclude: Vec::new(),
        poll: Poll::Never,
    };
    setting.config.watch = directories.iter().map(tree).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut rounds = start(setting, store, Mode::Once)?;
    let (_nobody, control) = nobody();
    runtime.block_on(rounds.turn(control, || Err("a scan has nothing to reload".into())))?;
    let (tally, walk) = (rounds.tally, rounds.walked.unwrap_or_default());
    let failed = rounds.store().map_or(Ok(Vec::new()), |store| failed(&store, directories))?;
    Ok(ScanReport {
        files: walk.files,
        unchanged: walk.unchanged,
        recorded: tally.recorded,
        set_aside: tally.set_aside,
        known: tally.known,
        failed,
        changes: tally.changes,
        alerts: tally.alerts,
    })
}

fn failed(store: &Store, directories: &[PathBuf]) -> Result<Vec<Failed>, DaemonError> {
    let found = |path: &PathBuf| path.canonicalize().unwrap_or_else(|_| path.clone());
    let roots: Vec<_> = directories.iter().map(found).collect();
    let is_here = |path: &Path| roots.iter().any(|root| path.starts_with(root));
    let mut failed = Vec::new();
    for sighting in store.failed_files()? {
        if let Fate::Failed(failure) = sighting.fate
            && is_here(&sighting.path)
        {
            failed.push(Failed { path: sighting.path, failure });
        }
    }
    Ok(failed)
}
