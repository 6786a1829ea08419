//! The log: structured events, as JSON lines on standard error or with fields in the journal.
//!
//! Set up once by `main`, before anything is said. Release text inside an event cannot forge lines:
//! JSON and journal escape it, and the text form is for terminals, where control characters of
//! fields are escaped by their debug form.

use std::env;
use std::io::{self, IsTerminal};
use std::os::unix::fs::MetadataExt;

use tracing_subscriber::filter::ParseError;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::{SubscriberInitExt, TryInitError};
use tracing_subscriber::{EnvFilter, fmt};

use crate::config::{Log, LogFormat};

/// Why there is no log.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The level is not one.
    #[error("understand the log level `{level}`: use error, warn, info, debug or trace")]
    Level {
        /// As configured.
        level: String,
        /// What is wrong with it.
        source: ParseError,
    },
    /// The journal is not there.
    #[error("reach the systemd journal; set `log.format` to \"json\" where there is none")]
    Journal(#[source] io::Error),
    /// Somebody set up a log before.
    #[error("set up the log twice")]
    Twice(#[from] TryInitError),
}

/// Sends all events of this process where the configuration says.
///
/// # Errors
/// A level that is none, or a journal that is asked for and not there.
pub fn start(log: &Log) -> Result<(), LogError> {
    let filter = EnvFilter::try_new(&log.level)
        .map_err(|source| LogError::Level { level: log.level.clone(), source })?;
    let registry = tracing_subscriber::registry().with(filter);
    match resolve(log.format) {
        LogFormat::Journal => {
            let journal = tracing_journald::layer().map_err(LogError::Journal)?;
            registry.with(journal.with_field_prefix(None)).try_init()?;
        }
        LogFormat::Json => {
            let json = fmt::layer().json().flatten_event(true).with_current_span(false);
            registry.with(json.with_span_list(false).with_writer(io::stderr)).try_init()?;
        }
        LogFormat::Text | LogFormat::Auto => {
            let colour = io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none();
            let text = fmt::layer().with_target(false).with_ansi(colour);
            registry.with(text.with_writer(io::stderr)).try_init()?;
        }
    }
    Ok(())
}

/// `auto` becomes the journal under systemd, text on a terminal and JSON lines anywhere else.
fn resolve(format: LogFormat) -> LogFormat {
    match format {
        LogFormat::Auto if is_journal() => LogFormat::Journal,
        LogFormat::Auto if io::stderr().is_terminal() => LogFormat::Text,
        LogFormat::Auto => LogFormat::Json,
        other => other,
    }
}

/// Whether standard error is the journal: systemd names its device and file number.
fn is_journal() -> bool {
    let Ok(stream) = env::var("JOURNAL_STREAM") else {
        return false;
    };
    let same = |meta: std::fs::Metadata| stream == format!("{}:{}", meta.dev(), meta.ino());
    std::fs::metadata("/proc/self/fd/2").is_ok_and(same)
}
