//! Putting the daemon together: threads, channels, signals.

use std::io;
use std::ops::ControlFlow;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::backlog::Backlog;
use super::event::{Ear, Event};
use super::outbox::Outbox;
use super::readers::{Decode, Readers};
use super::recorder::{Recorder, Task};
use super::rounds::{Clock, Mode, Rounds};
use super::tally::Tally;
use super::{Control, DaemonError, Setting, service};
use crate::intake::ledger::Ledger;
use crate::intake::root::Root;
use crate::intake::scout::{Order, Scout, Sight};
use crate::intake::settle::Settle;
use crate::intake::watch::Watch;
use crate::model::reading::{FailureCode, ReadFailure};
use crate::read;
use crate::read::isolate::{Options, Pool};
use crate::store::{Store, StoreError};

/// A release takes hundredths of a second; one that takes so long never comes to an end.
const LONGEST_READING: Duration = Duration::from_secs(30);

/// Runs the daemon until a signal ends it: SIGTERM and SIGINT stop, SIGHUP reloads.
///
/// # Errors
/// As [`super::run`], and where the system refuses signals.
pub fn serve(
    setting: Setting,
    store: Store,
    reload: impl FnMut() -> Result<Setting, String>,
) -> Result<(), DaemonError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let ended = runtime.block_on(async {
        let (tell, control) = unbounded_channel();
        listen(tell)?;
        super::run(setting, store, control, reload).await
    });
    runtime.shutdown_background();
    ended
}

fn listen(tell: UnboundedSender<Control>) -> io::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut hangup = signal(SignalKind::hangup())?;
    tokio::spawn(async move {
        loop {
            let control = tokio::select! {
                _ = terminate.recv() => Control::Stop,
                _ = interrupt.recv() => Control::Stop,
                _ = hangup.recv() => Control::Reload,
            };
            if tell.send(control).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// Starts all threads; the loop that they talk to is returned, not yet turning.
pub fn start(setting: Setting, store: Store, mode: Mode) -> Result<Rounds, DaemonError> {
    let (tell, heard) = unbounded_channel();
    let now = Instant::now();
    let ledger = ledger(&store)?;
    let store_path = store.path();
    let scout = start_scout(setting.roots()?, ledger, mode, &tell)?;
    let readers = start_readers(&setting, store_path.as_deref(), &tell)?;
    let intake = &setting.config.intake;
    let settle = Settle::new(intake.settle.0, intake.max_wait.0);
    let (rescan, patience) = (now + intake.rescan.0, now + intake.max_wait.0);
    let mut outbox = Outbox::new(tell.clone());
    outbox.renew(&setting.config)?;
    let (setting, stop) = (Arc::new(setting), Arc::new(AtomicBool::new(false)));
    let (recorder, recording) = start_recorder(store, &setting, &stop, &tell)?;
    if mode == Mode::Watch {
        service::ready();
        tracing::info!(version = env!("CARGO_PKG_VERSION"), "Watching.");
    }
    let alive = service::watchdog_interval().filter(|_| mode == Mode::Watch).map(|_| now);
    let clock = Clock {
        rescan,
        poll: None,
        hand_out: Some(now),
        more_due: false,
        alive,
        last_answer: now,
        patience,
        absorbed: false,
        batch_out: false,
        writing: 0,
    };
    Ok(Rounds {
        setting,
        mode,
        heard,
        scout,
        readers,
        recorder,
        recording: Some(recording),
        stop,
        settle,
        backlog: Backlog::default(),
        outbox,
        tally: Tally::default(),
        walked: None,
        clock,
    })
}

fn ledger(store: &Store) -> Result<Ledger, StoreError> {
    let mut ledger = Ledger::default();
    store.each_standing_file(|path, stamp, failed| ledger.note(path, &stamp, failed))?;
    Ok(ledger)
}

fn start_scout(
    roots: Vec<Root>,
    ledger: Ledger,
    mode: Mode,
    tell: &Ear,
) -> io::Result<Sender<Order>> {
    let (give, orders): (Sender<Order>, Receiver<Order>) = mpsc::channel();
    let hints = give.clone();
    let hint = move |hint| {
        let _ = hints.send(Order::Hint(hint));
    };
    let watch = match mode {
        Mode::Once => None,
        Mode::Watch => match Watch::new(hint) {
            Ok(watch) => Some(watch),
            Err(error) => {
                let _ = tell.send(Event::Saw(Sight::Unwatched(error)));
                None
            }
        },
    };
    let tell = tell.clone();
    let scout = Scout::new(roots, ledger, watch);
    thread::Builder::new().name("scout".into()).spawn(move || {
        scout.run(&orders, |sight| match tell.send(Event::Saw(sight)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        });
    })?;
    Ok(give)
}

fn start_readers(setting: &Setting, store: Option<&Path>, tell: &Ear) -> io::Result<Readers> {
    let count = match setting.config.intake.readers {
        0 => thread::available_parallelism().map_or(1, usize::from),
        count => count,
    };
    let tell = tell.clone();
    let decoder = || setting.worker.as_deref().map_or_else(decode_here, decode_apart);
    Readers::start(count, store, decoder, move |reader, answer| {
        let _ = tell.send(Event::Read(reader, answer));
    })
}

/// Decodes in one child process, which is replaced when it fails.
fn decode_apart(program: &Path) -> Decode {
    let pool = Pool::new(Options {
        program: program.to_owned(),
        arguments: vec!["worker".into()],
        children: 1,
        // The file's own limit was kept when it was read.
        max_bytes: usize::MAX,
    });
    Box::new(move |bytes| pool.read(bytes, LONGEST_READING))
}

fn decode_here() -> Decode {
    Box::new(|bytes| {
        panic::catch_unwind(AssertUnwindSafe(|| read::read(bytes))).unwrap_or_else(|_| {
            let message = "the reader failed on this file: please report it".to_owned();
            Err(ReadFailure { code: FailureCode::Unreadable, message })
        })
    })
}

fn start_recorder(
    store: Store,
    setting: &Arc<Setting>,
    stop: &Arc<AtomicBool>,
    tell: &Ear,
) -> io::Result<(Sender<Task>, JoinHandle<Store>)> {
    let (give, tasks) = mpsc::channel();
    let tell: UnboundedSender<Event> = tell.clone();
    let report = move |report| {
        let _ = tell.send(Event::Wrote(report));
    };
    let recorder = Recorder::new(store, Arc::clone(setting), Arc::clone(stop), report);
    let thread = thread::Builder::new().name("recorder".into());
    Ok((give, thread.spawn(move || recorder.run(&tasks))?))
}

/// A channel that nobody speaks into, for a loop that ends by itself.
pub fn nobody() -> (UnboundedSender<Control>, UnboundedReceiver<Control>) {
    unbounded_channel()
}
