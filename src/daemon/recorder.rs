//! The recorder: the one thread that writes. It owns the store.
//!
//! In:  tasks in the order in which they are to be recorded. Out: a report of each.
//! Invariants: a release, what it changes, the alerts for that and the ledger's row are one
//! transaction, so a kill at any moment leaves a file either dealt with or as if never seen. A disk
//! that is full or read-only is waited for; a store that is damaged ends the daemon.

use std::error::Error;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::Duration;

use jiff::Timestamp;

use super::Setting;
use super::backlog::Taken;
use super::due::{self, Due};
use super::record::{self, Noted};
use crate::alert::due::Outcome;
use crate::model::alert::AlertRow;
use crate::model::reading::ReadFailure;
use crate::model::sighting::{Fate, Stamp};
use crate::store::{Store, StoreError};

/// The longest wait before a disk that refused is tried again.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// How often a waiting recorder looks whether it should stop.
const GLANCE: Duration = Duration::from_millis(100);

/// A directory has no stamp that would say whether it changed.
const NO_STAMP: Stamp = Stamp { len: 0, mtime_ns: 0, ctime_ns: 0, inode: 0 };

/// What to write.
#[derive(Debug)]
pub enum Task {
    /// Files that were read, in order.
    Record(Vec<Taken>),
    /// A file or directory that cannot be opened.
    Fail(PathBuf, ReadFailure, Option<Stamp>),
    /// Nothing stands at this path any more.
    Gone(PathBuf),
    /// Files that failed may have gone.
    LookForFailed,
    /// Say which alerts are due.
    HandOut,
    /// A channel answered to an alert.
    Answer(Box<AlertRow>, Outcome),
    /// From now on this holds.
    Set(Arc<Setting>),
}

/// What was written.
#[derive(Debug)]
pub enum Report {
    /// A file was dealt with.
    Noted(PathBuf, Stamp, Noted),
    /// A file could not be recorded now; it will be sighted again.
    Left(PathBuf),
    /// A file or directory that cannot be opened was noted.
    Failed(PathBuf, Option<Stamp>),
    /// Alerts are due.
    Due(Due),
    /// A channel's answer to the alert of this id was noted.
    Answered(String),
    /// A task is done.
    Over {
        /// Whether it was a `Record`.
        batch: bool,
    },
    /// The store cannot be used; the recorder is about to end.
    Broken(StoreError),
}

/// The thread's state.
pub struct Recorder<R> {
    store: Store,
    setting: Arc<Setting>,
    stop: Arc<AtomicBool>,
    report: R,
    /// How many alerts were said to be kept back.
    kept_back: u32,
}

impl<R: FnMut(Report)> Recorder<R> {
    /// Will write into `store` until `stop` is set.
    pub fn new(store: Store, setting: Arc<Setting>, stop: Arc<AtomicBool>, report: R) -> Self {
        Self { store, setting, stop, report, kept_back: 0 }
    }

    /// Does tasks until nobody gives any more or the store breaks; gives the store back. Answers that
    /// wait in a row are noted together: their one commit costs as much as that of one of them.
    pub fn run(mut self, tasks: &Receiver<Task>) -> Store {
        let mut next = None;
        while let Some(task) = next.take().or_else(|| tasks.recv().ok()) {
            let batch = matches!(task, Task::Record(_));
            let mut over = 1;
            let done = match task {
                Task::Answer(row, outcome) => {
                    let mut answers = vec![(row, outcome)];
                    next = more_answers(tasks, &mut answers);
                    over = answers.len();
                    self.note(answers)
                }
                other => self.follow(other),
            };
            if let Err(error) = done {
                (self.report)(Report::Broken(error));
                break;
            }
            (0..over).for_each(|_| (self.report)(Report::Over { batch }));
        }
        self.store
    }

    fn follow(&mut self, task: Task) -> Result<(), StoreError> {
        match task {
            Task::Record(batch) => {
                for taken in batch {
                    if self.is_stopped() {
                        return Ok(());
                    }
                    self.record(taken)?;
                }
            }
            Task::Fail(path, failure, stamp) => {
                let fate = Fate::Failed(failure.clone());
                self.write(|store| {
                    let now = Timestamp::now();
                    store.note_sighting(&path, stamp.unwrap_or(NO_STAMP), None, &fate, now)
                })?;
                record::say_failed(&path, None, &failure);
                (self.report)(Report::Failed(path, stamp));
            }
            Task::Gone(path) => self.write(|store| store.note_gone(&path, Timestamp::now()))?,
            Task::LookForFailed => self.look_for_failed()?,
            Task::HandOut => self.hand_out()?,
            Task::Answer(row, outcome) => self.note(vec![(row, outcome)])?,
            Task::Set(setting) => self.setting = setting,
        }
        Ok(())
    }

    fn record(&mut self, taken: Taken) -> Result<(), StoreError> {
        let setting = Arc::clone(&self.setting);
        let noted = self.write(|store| record::record(store, &setting, &taken, Timestamp::now()));
        match noted {
            Ok(noted) => {
                record::say(&taken, &noted);
                (self.report)(Report::Noted(taken.path, taken.stamp, noted));
                Ok(())
            }
            Err(error) if !error.is_of_one_row() => Err(error),
            Err(error) => {
                record::say_left(&taken.path, &error);
                (self.report)(Report::Left(taken.path));
                Ok(())
            }
        }
    }

    fn note(&mut self, answers: Vec<due::Answer>) -> Result<(), StoreError> {
        let setting = Arc::clone(&self.setting);
        let noted = self.write(|store| due::note(store, &setting, &answers, Timestamp::now()))?;
        for ((row, _), update) in answers.into_iter().zip(&noted) {
            due::say(&row, update);
            (self.report)(Report::Answered(row.id));
        }
        Ok(())
    }

    fn hand_out(&mut self) -> Result<(), StoreError> {
        let setting = Arc::clone(&self.setting);
        let due = self.write(|store| due::due(store, &setting, Timestamp::now()))?;
        let kept_back = due::kept_back(&self.store, &setting.config)?;
        if kept_back != self.kept_back {
            due::say_kept_back(kept_back);
            self.kept_back = kept_back;
        }
        (self.report)(Report::Due(due));
        Ok(())
    }

    fn look_for_failed(&mut self) -> Result<(), StoreError> {
        for failed in self.store.failed_files()? {
            // A watched directory that is not there is waited for, and listed meanwhile.
            let waited_for = self.setting.config.watch.iter().any(|w| w.path == failed.path);
            if waited_for && !failed.path.exists() {
                continue;
            }
            if is_over(&failed.path) || self.is_seen_elsewhere(&failed.path)? {
                self.write(|store| store.note_gone(&failed.path, Timestamp::now()))?;
            }
        }
        Ok(())
    }

    /// Whether a link that was not followed leads to a file by now that was seen in its own place.
    fn is_seen_elsewhere(&self, path: &Path) -> Result<bool, StoreError> {
        let Some(target) = path.canonicalize().ok().filter(|_| path.is_symlink()) else {
            return Ok(false);
        };
        Ok(self.store.sighting(&target)?.is_some_and(|seen| seen.gone_at.is_none()))
    }

    /// Does `work`, again and again while the disk or another process stands in the way.
    fn write<T>(
        &self,
        mut work: impl FnMut(&Store) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut wait = GLANCE;
        loop {
            match work(&self.store) {
                Err(error) if error.is_transient() && !self.is_stopped() => {
                    if wait == GLANCE {
                        let reason = with_cause(&error);
                        tracing::error!(
                            reason,
                            "The store cannot be written; intake pauses until it can."
                        );
                    }
                    self.pause(wait);
                    wait = (wait * 2).min(LONGEST_WAIT);
                }
                result => {
                    if wait > GLANCE && result.is_ok() {
                        tracing::info!("The store can be written again; intake goes on.");
                    }
                    return result;
                }
            }
        }
    }

    fn pause(&self, wait: Duration) {
        let mut left = wait;
        while !left.is_zero() && !self.is_stopped() {
            thread::sleep(left.min(GLANCE));
            left = left.saturating_sub(GLANCE);
        }
    }

    fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

fn with_cause(error: &StoreError) -> String {
    match error.source() {
        Some(cause) => format!("{error}: {cause}"),
        None => error.to_string(),
    }
}

/// Takes the answers that wait next; returns the task after them, if that is another.
fn more_answers(tasks: &Receiver<Task>, answers: &mut Vec<due::Answer>) -> Option<Task> {
    loop {
        match tasks.try_recv() {
            Ok(Task::Answer(row, outcome)) => answers.push((row, outcome)),
            Ok(other) => return Some(other),
            Err(_) => return None,
        }
    }
}

/// Whether what failed once has gone, or is a directory that can be listed again. An attachment
/// goes with the mail that carries it.
fn is_over(path: &Path) -> bool {
    match path.symlink_metadata() {
        Ok(meta) => meta.is_dir() && path.read_dir().is_ok(),
        Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            false
        }
        Err(_) => match path.to_string_lossy().rsplit_once('#') {
            Some((mail, _)) => Path::new(mail).symlink_metadata().is_err(),
            None => true,
        },
    }
}
