//! Exit codes, and how a failure is shown: one clear sentence, or the line of a file.

use std::io;
use std::process::ExitCode;

use inspectwatch::config::ConfigError;

/// All went well.
pub const DONE: u8 = 0;
/// Something failed that no other code names.
pub const FAILED: u8 = 1;
/// The arguments or the configuration are wrong.
pub const USAGE: u8 = 2;
/// Some files could not be read; they are listed.
pub const SOME_UNREADABLE: u8 = 3;

/// Why a command stopped.
pub enum Failure {
    /// The configuration, knowledge or arguments are wrong: exit code 2.
    Usage(miette::Report),
    /// Anything else: exit code 1.
    Other(miette::Report),
    /// Whoever read the output wants no more of it, as `head` does: no failure.
    Unheard,
}

impl Failure {
    /// A configuration that cannot be read or, with the place shown, is wrong.
    pub fn configuration(error: ConfigError) -> Self {
        match error {
            ConfigError::Read { .. } => Self::usage(error),
            ConfigError::Invalid { .. } => Self::Usage(error.into()),
        }
    }

    /// A failure at work, with its causes: an error says what could not be done.
    pub fn other(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Other(miette::miette!("cannot {}", chain(&error)))
    }

    /// A failure of what the user wrote, with its causes.
    pub fn usage(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Usage(miette::miette!("cannot {}", chain(&error)))
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Usage(report) | Self::Other(report) => write!(f, "{report}"),
            Self::Unheard => write!(f, "nobody reads the output"),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Unheard,
            _ => Self::Other(miette::miette!("{error}")),
        }
    }
}

/// What a command returns: its exit code, or why it stopped.
pub type Outcome = Result<u8, Failure>;

/// One line with all causes; a cause that the message repeats already, or that repeats it, is said
/// once.
fn chain(error: &dyn std::error::Error) -> String {
    let mut line = error.to_string();
    let mut last = line.clone();
    let mut cause = error.source();
    while let Some(error) = cause {
        let words = error.to_string();
        let said = line.contains(&words) || words.contains(&last);
        last.clone_from(&words);
        if !said {
            line.push_str(": ");
            line.push_str(&words);
        }
        cause = error.source();
    }
    line
}

/// Prints a failure to standard error and gives the process its exit code.
pub fn report(outcome: Outcome) -> ExitCode {
    let (code, report) = match outcome {
        Ok(code) => return ExitCode::from(code),
        Err(Failure::Unheard) => return ExitCode::from(DONE),
        Err(Failure::Usage(report)) => (USAGE, report),
        Err(Failure::Other(report)) => (FAILED, report),
    };
    if report.labels().is_some() {
        eprintln!("{report:?}");
    } else {
        eprintln!("inspectwatch: {report}");
    }
    ExitCode::from(code)
}
