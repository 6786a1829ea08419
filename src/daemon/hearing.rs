//! What the loop does about what it hears.

use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use tokio::sync::mpsc::error::TryRecvError;

use jiff::Timestamp;

use super::DaemonError;
use super::due::{AT_ONCE, Due};
use super::event::Event;
use super::readers::Answer;
use super::recorder::{Report, Task};
use super::rounds::Mode;
use super::rounds::Rounds;
use crate::intake::scout::{Order, Sight, Walk};
use crate::intake::settle::Rest;
use crate::model::sighting::{Fate, Stamp};

/// A file whose last write is so long ago is at rest without being watched for it, unless the
/// settle time is longer. Long enough that clocks of two machines may differ a little.
const AT_REST: Duration = Duration::from_secs(60);

/// With fewer rows being sent, more are asked for.
const LOW_WATER: usize = AT_ONCE as usize / 2;

impl Rounds {
    /// Hears all that waits to be heard.
    pub(super) fn hear_all_that_waits(&mut self) -> Result<(), DaemonError> {
        loop {
            match self.heard.try_recv() {
                Ok(event) => self.hear(event, Instant::now())?,
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => return Ok(()),
            }
        }
    }

    /// Hears one thing.
    pub(super) fn hear(&mut self, event: Event, now: Instant) -> Result<(), DaemonError> {
        match event {
            Event::Saw(sight) => self.saw(sight, now),
            Event::Read(reader, answer) => {
                self.readers.answered(reader);
                self.clock.last_answer = now;
                self.read(answer);
            }
            Event::Wrote(report) => self.wrote(report, now)?,
            Event::Delivered(row, outcome) => {
                self.outbox.answered(&row.id);
                self.write(Task::Answer(row, outcome));
            }
            Event::Rested(courier) => {
                if self.outbox.rested(courier) {
                    self.hand_out_at(now);
                }
            }
        }
        Ok(())
    }

    fn saw(&mut self, sight: Sight, now: Instant) {
        match sight {
            Sight::File(path, stamp) => self.saw_file(path, stamp, now),
            Sight::StillFailed(path) | Sight::Nothing(path) => self.settle.gone(&path),
            Sight::Left(path) => {
                self.settle.gone(&path);
                self.write(Task::Gone(path));
            }
            Sight::Over(path) => self.write(Task::Gone(path)),
            Sight::Trouble(path, failure) => self.write(Task::Fail(path, failure, None)),
            Sight::Unwatched(error) => {
                tracing::warn!(reason = %error, "Native events do not reach everything.");
            }
            Sight::Lost => tracing::warn!("Native events were lost; everything is walked."),
            Sight::Walked(walk) => self.walked(walk, now),
        }
    }

    fn saw_file(&mut self, path: PathBuf, stamp: Stamp, now: Instant) {
        if self.mode == Mode::Once || self.backlog.has(&path) || self.is_old(&stamp) {
            self.settle.gone(&path);
            return self.backlog.offer(path);
        }
        match self.settle.sight(&path, stamp, now) {
            Rest::Settled => self.backlog.offer(path),
            Rest::Waiting => {}
            Rest::Restless => {
                let path = path.display();
                tracing::warn!(%path, "It keeps changing; it is read when it comes to rest.");
            }
        }
    }

    fn is_old(&self, stamp: &Stamp) -> bool {
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let written = Duration::from_nanos(u64::try_from(stamp.mtime_ns).unwrap_or(0));
        let quiet = self.setting.config.intake.settle.0.max(AT_REST);
        since_1970.checked_sub(written).is_some_and(|age| age >= quiet)
    }

    fn walked(&mut self, walk: Walk, now: Instant) {
        let intake = &self.setting.config.intake;
        let polled = walk.polled && self.mode == Mode::Watch;
        self.clock.poll = polled.then(|| now + intake.poll_every.0);
        self.walked = Some(walk);
        self.write(Task::LookForFailed);
    }

    fn read(&mut self, answer: Answer) {
        let (path, again) = match answer {
            Answer::Taken(taken) => return self.backlog.read(taken),
            Answer::Vanished(path) => {
                tracing::debug!(path = %path.display(), "Vanished before it was read.");
                let again = self.backlog.unread(&path);
                (path, again)
            }
            Answer::Changing(path) => {
                tracing::info!(path = %path.display(), "It changed while it was read; left for now.");
                self.backlog.unread(&path);
                (path, self.mode == Mode::Watch)
            }
            Answer::Failed(path, failure, stamp) => {
                let again = self.backlog.unread(&path);
                self.write(Task::Fail(path.clone(), failure, stamp));
                (path, again)
            }
        };
        if again {
            self.look(vec![path]);
        }
    }

    fn wrote(&mut self, report: Report, now: Instant) -> Result<(), DaemonError> {
        match report {
            Report::Noted(path, stamp, noted) => {
                self.tally.count(&noted);
                if noted.alerts > 0 {
                    self.hand_out_at(now);
                }
                self.dealt_with(path, Some(stamp), matches!(noted.fate, Fate::Failed(_)));
            }
            Report::Failed(path, stamp) => {
                self.tally.failed += 1;
                self.dealt_with(path, stamp, true);
            }
            Report::Left(path) => {
                self.backlog.done(&path);
            }
            Report::Due(due) => self.due(due, now)?,
            Report::Answered(id) => {
                self.outbox.noted(&id);
                // With half of them dealt with, the next are made ready, so that no line is idle.
                if self.outbox.is_empty() || (self.clock.more_due && self.outbox.len() < LOW_WATER)
                {
                    self.clock.more_due = false;
                    self.hand_out_at(now);
                }
            }
            Report::Over { batch } => {
                self.clock.writing -= 1;
                self.clock.batch_out &= !batch;
            }
            Report::Broken(error) => return Err(error.into()),
        }
        Ok(())
    }

    /// Sends what is due, unless the end has begun: then it is due after the next start.
    fn due(&mut self, due: Due, now: Instant) -> Result<(), DaemonError> {
        let until = |at: Timestamp| at.duration_since(Timestamp::now()).unsigned_abs();
        if let Some(next) = due.next {
            self.hand_out_at(now + until(next));
        }
        self.clock.more_due = due.more;
        if !self.is_stopping() {
            self.outbox.send(due.rows, &self.setting.config)?;
        }
        Ok(())
    }

    fn dealt_with(&mut self, path: PathBuf, stamp: Option<Stamp>, failed: bool) {
        let again = self.backlog.done(&path);
        if let Some(stamp) = stamp {
            let _ = self.scout.send(Order::Note { path: path.clone(), stamp, failed });
        }
        if again {
            self.look(vec![path]);
        }
    }
}
