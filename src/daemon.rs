//! The daemon: one loop that owns the clock and tells everything else when to work.
//!
//! In:  the setting (config and knowledge), the store, and who may stop or reload it.
//! Around the loop: the `scout` looks at the disk, `readers` read, the `recorder` writes, the
//! `outbox` sends. They share nothing and talk in messages through the loop.
//! `scan` is the same loop without watching, over when there is nothing left to do.
//!
//! Invariant: whatever is killed, the store says what was dealt with; the rest is found again.

mod backlog;
mod due;
mod event;
mod hearing;
pub mod logging;
mod outbox;
mod readers;
mod record;
mod recorder;
mod rounds;
mod scan;
mod service;
mod start;
mod tally;

use std::io;
use std::path::PathBuf;

use tokio::sync::mpsc::UnboundedReceiver;

use crate::alert::deliver::CourierError;
use crate::config::Config;
use crate::intake::patterns::PatternError;
use crate::intake::root::Root;
use crate::knowledge::Knowledge;
use crate::store::{Store, StoreError};

pub use due::kept_back;
pub use scan::{Failed, ScanReport, scan};
pub use start::serve;

/// What holds until it is replaced as a whole.
#[derive(Debug)]
pub struct Setting {
    /// The configuration.
    pub config: Config,
    /// What is known.
    pub knowledge: Knowledge,
    /// Program that, run with the argument `worker`, decodes formats in processes of their own, so
    /// that a hostile file costs itself only. None: they are decoded in this process.
    pub worker: Option<PathBuf>,
}

impl Setting {
    /// The trees to watch.
    fn roots(&self) -> Result<Vec<Root>, PatternError> {
        self.config.watch.iter().map(|watch| Root::new(watch, &self.config.intake)).collect()
    }
}

/// What the daemon is told from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// Finish the release in hand and end.
    Stop,
    /// Read config and knowledge again.
    Reload,
}

/// Why the daemon ended.
#[derive(Debug, thiserror::Error)]
pub enum DaemonError {
    /// A pattern of the configuration cannot be used.
    #[error(transparent)]
    Pattern(#[from] PatternError),
    /// Something that the configuration names for sending cannot be used.
    #[error(transparent)]
    Courier(#[from] CourierError),
    /// The store cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The system refused a thread, a signal or a timer.
    #[error("start the daemon")]
    System(#[from] io::Error),
}

/// Watches and records until it is told to stop. `reload` reads config and knowledge again.
///
/// # Errors
/// A configuration that cannot be followed, or a store that breaks; the store is left whole.
pub async fn run(
    setting: Setting,
    store: Store,
    control: UnboundedReceiver<Control>,
    reload: impl FnMut() -> Result<Setting, String>,
) -> Result<(), DaemonError> {
    let mut rounds = start::start(setting, store, rounds::Mode::Watch)?;
    rounds.turn(control, reload).await?;
    rounds.close();
    Ok(())
}
