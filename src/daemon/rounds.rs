//! The loop itself: hears one thing after another, decides what comes next, sleeps until then.
//!
//! The only place that asks for the time. Each handler is short and never waits: looking, reading,
//! writing and sending happen elsewhere.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{sleep_until, timeout_at};

use super::backlog::Backlog;
use super::event::Event;
use super::outbox::Outbox;
use super::readers::{Job, Readers};
use super::recorder::Task;
use super::tally::Tally;
use super::{Control, DaemonError, Setting, service};
use crate::config::Config;
use crate::intake::scout::{Order, Scope, Walk};
use crate::intake::settle::Settle;
use crate::store::Store;

/// After so long without an answer, files that are still being read hold up the others no longer.
const STRAGGLING: Duration = Duration::from_secs(2);

/// So long alerts wait at most while more is being recorded.
const LONGEST_HOLD_UP: Duration = Duration::from_secs(10);

/// How long the end may take: systemd and people expect it within five seconds.
const FAREWELL: Duration = Duration::from_millis(4500);

/// Whether to go on for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Until told to stop.
    Watch,
    /// Until everything that is there is dealt with.
    Once,
}

/// The loop's state. It owns all others' ends of the channels.
pub struct Rounds {
    pub(super) setting: Arc<Setting>,
    pub(super) mode: Mode,
    pub(super) heard: UnboundedReceiver<Event>,
    pub(super) scout: Sender<Order>,
    pub(super) readers: Readers,
    pub(super) recorder: Sender<Task>,
    pub(super) recording: Option<JoinHandle<Store>>,
    pub(super) stop: Arc<AtomicBool>,
    pub(super) settle: Settle,
    pub(super) backlog: Backlog,
    pub(super) outbox: Outbox,
    pub(super) tally: Tally,
    /// What the latest walk of everything came across.
    pub(super) walked: Option<Walk>,
    pub(super) clock: Clock,
}

/// When what is to happen.
#[derive(Debug)]
pub struct Clock {
    pub(super) rescan: Instant,
    pub(super) poll: Option<Instant>,
    pub(super) alive: Option<Instant>,
    /// When an alert or a digest becomes due.
    pub(super) hand_out: Option<Instant>,
    /// Whether more alerts are due than were handed out at once.
    pub(super) more_due: bool,
    pub(super) last_answer: Instant,
    /// Until when a file that keeps changing is waited for at the start.
    pub(super) patience: Instant,
    pub(super) absorbed: bool,
    pub(super) batch_out: bool,
    /// Tasks that the recorder has not done yet.
    pub(super) writing: usize,
}

impl Rounds {
    /// Turns until it is told to stop, or, for a scan, until there is nothing left to do.
    pub async fn turn(
        &mut self,
        mut control: UnboundedReceiver<Control>,
        mut reload: impl FnMut() -> Result<Setting, String>,
    ) -> Result<(), DaemonError> {
        let _ = self.scout.send(Order::Walk(Scope::All));
        loop {
            let now = Instant::now();
            self.on_time(now);
            self.set_to_work();
            if self.mode == Mode::Once && self.is_over(now) {
                return Ok(());
            }
            let wake = self.next_deadline(now);
            tokio::select! {
                biased;
                told = control.recv() => match told {
                    Some(Control::Reload) => self.reload(&mut reload),
                    Some(Control::Stop) | None => return self.end().await,
                },
                event = self.heard.recv() => if let Some(event) = event {
                    self.hear(event, Instant::now())?;
                    self.hear_all_that_waits()?;
                },
                () = sleep_until(wake.into()) => {}
            }
        }
    }

    fn on_time(&mut self, now: Instant) {
        let due = self.settle.due(now);
        if !due.is_empty() {
            self.look(due);
        }
        let intake = &self.setting.config.intake;
        if self.mode == Mode::Watch && now >= self.clock.rescan {
            self.clock.rescan = now + intake.rescan.0;
            let _ = self.scout.send(Order::Walk(Scope::All));
            // In case the wall clock was set meanwhile.
            self.hand_out_at(now);
        } else if self.clock.poll.is_some_and(|at| now >= at) {
            self.clock.poll = None;
            let _ = self.scout.send(Order::Walk(Scope::Polled));
        }
        if self.clock.alive.is_some_and(|at| now >= at) {
            service::alive();
            self.clock.alive = service::watchdog_interval().map(|interval| now + interval);
        }
        let straggling = now >= self.clock.last_answer + STRAGGLING;
        if !self.clock.batch_out
            && let Some(batch) = self.backlog.batch(straggling)
        {
            self.clock.batch_out = true;
            self.write(Task::Record(batch));
        }
        self.absorb(now);
        if self.sending_time().is_some_and(|at| now >= at) {
            self.clock.hand_out = None;
            self.write(Task::HandOut);
        }
    }

    /// Gives files to readers that have nothing to do, unless too much waits to be recorded.
    fn set_to_work(&mut self) {
        while let Some(reader) = self.readers.free().filter(|_| !self.backlog.is_full()) {
            let Some(path) = self.backlog.next() else { break };
            self.readers.give(reader, Job { path, setting: Arc::clone(&self.setting) });
        }
    }

    /// When the first walk is over and all it found came to rest and is recorded: says so, once.
    fn absorb(&mut self, now: Instant) {
        let at_rest = self.settle.is_empty() || now >= self.clock.patience;
        let idle = self.backlog.is_empty() && self.clock.writing == 0 && at_rest;
        let Some(walk) = self.walked.filter(|_| !self.clock.absorbed && idle) else {
            return;
        };
        self.clock.absorbed = true;
        let Tally { recorded, set_aside, known, failed, changes, alerts } = self.tally;
        let files = walk.files;
        let unchanged = walk.unchanged;
        tracing::info!(
            files,
            unchanged,
            recorded,
            set_aside,
            known,
            failed,
            changes,
            alerts,
            "Absorbed what was there at the start."
        );
        if self.mode == Mode::Watch {
            service::status(&format!("watching; {files} files at the start"));
        }
    }

    fn next_deadline(&self, now: Instant) -> Instant {
        let straggling = self.backlog.is_holding().then(|| self.clock.last_answer + STRAGGLING);
        let rescan = (self.mode == Mode::Watch).then_some(self.clock.rescan);
        let clock = &self.clock;
        let all =
            [self.settle.next(), clock.poll, clock.alive, self.sending_time(), straggling, rescan];
        // An hour if nothing at all is to happen.
        all.into_iter().flatten().min().unwrap_or(now + Duration::from_secs(3600))
    }

    /// Has alerts sent that are due at a time, or earlier where that was said before.
    pub(super) fn hand_out_at(&mut self, at: Instant) {
        self.clock.hand_out = Some(self.clock.hand_out.map_or(at, |other| other.min(at)));
    }

    /// When alerts are to be sent: not while a backlog is being recorded that may yet correct them.
    fn sending_time(&self) -> Option<Instant> {
        let at = self.clock.hand_out?;
        let hold_up = match (self.clock.absorbed, self.backlog.is_empty()) {
            (true, true) => Duration::ZERO,
            (true, false) => LONGEST_HOLD_UP,
            (false, _) => self.setting.config.intake.max_wait.0,
        };
        Some(at + hold_up)
    }

    fn is_over(&self, now: Instant) -> bool {
        let idle = self.backlog.is_empty() && self.clock.writing == 0 && self.outbox.is_empty();
        self.walked.is_some() && idle && self.clock.hand_out.is_none_or(|at| at > now)
    }

    fn reload(&mut self, reload: &mut impl FnMut() -> Result<Setting, String>) {
        service::reloading();
        let read = reload().and_then(|setting| {
            let roots = setting.roots().map_err(|error| error.to_string())?;
            self.outbox.renew(&setting.config).map_err(|error| error.to_string())?;
            Ok((setting, roots))
        });
        match read {
            Ok((setting, roots)) => {
                let late = later(&self.setting.config, &setting.config);
                let intake = &setting.config.intake;
                self.settle.set(intake.settle.0, intake.max_wait.0);
                self.setting = Arc::new(setting);
                self.write(Task::Set(Arc::clone(&self.setting)));
                let _ = self.scout.send(Order::Roots(roots));
                // What was kept back may go now.
                self.hand_out_at(Instant::now());
                tracing::info!("Config and knowledge were read again and hold from now on.");
                if !late.is_empty() {
                    let keys = late.join(", ");
                    tracing::warn!(keys, "These keys hold from the next start on only: restart.");
                }
            }
            Err(reason) => {
                tracing::error!(reason, "Config and knowledge stay as they were.");
            }
        }
        service::ready();
    }

    /// Lets the release in hand be finished, and what is being sent be answered and noted.
    async fn end(&mut self) -> Result<(), DaemonError> {
        service::stopping();
        tracing::info!("Told to stop; finishing what is in hand.");
        self.stop.store(true, Ordering::Relaxed);
        let deadline = tokio::time::Instant::now() + FAREWELL;
        self.outbox.stop();
        while self.clock.writing > 0 || self.outbox.is_at_work() {
            match timeout_at(deadline, self.heard.recv()).await {
                Ok(Some(event)) => self.hear(event, Instant::now())?,
                Ok(None) => break,
                Err(_) => {
                    tracing::warn!("Not all was finished in time; the rest is done again.");
                    self.recording = None;
                    break;
                }
            }
        }
        Ok(())
    }

    /// Whether the end has begun.
    pub(super) fn is_stopping(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Ends the recorder, if it has nothing left to do, and closes the store.
    pub(super) fn close(self) {
        drop(self.store());
    }

    /// Ends the recorder and takes the store back.
    pub(super) fn store(mut self) -> Option<Store> {
        let recording = self.recording.take()?;
        drop(self);
        recording.join().ok()
    }

    /// Has the scout look at some paths.
    pub(super) fn look(&self, paths: Vec<PathBuf>) {
        let _ = self.scout.send(Order::Look(paths));
    }

    /// Has the recorder do something.
    pub(super) fn write(&mut self, task: Task) {
        self.clock.writing += 1;
        // Fails only where the recorder has ended, which it reports itself.
        let _ = self.recorder.send(task);
    }
}

/// Keys that differ and that a daemon at work cannot follow.
fn later(old: &Config, new: &Config) -> Vec<&'static str> {
    let differs = [
        ("store.path", old.store.path != new.store.path),
        ("log", old.log != new.log),
        ("intake.readers", old.intake.readers != new.intake.readers),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(key, _)| key).collect()
}
