//! Complaints about knowledge files.

use std::path::PathBuf;

use thiserror::Error;

use super::pattern::Flaw;

/// Why a knowledge file is not usable.
#[derive(Debug, Error)]
pub enum KnowledgeError {
    /// The overlay cannot be read.
    #[error("read knowledge file `{}`", path.display())]
    Read {
        /// Which file or directory.
        path: PathBuf,
        /// The operating system's reason.
        source: std::io::Error,
    },
    /// The overlay has a file or directory that would go unread.
    #[error("find a use for `{}` in the overlay: its files are areas.csv, successions.csv, programmes.toml, scales.toml, concerns.toml, and .toml files in the directories frameworks, reports and wording", path.display())]
    Misnamed {
        /// Name below the overlay.
        path: PathBuf,
    },
    /// A TOML file is not well formed or has an unknown or missing key.
    #[error("understand `{file}`: {source}")]
    Toml {
        /// Name below `config/`.
        file: String,
        /// Carries the line and key.
        source: Box<toml::de::Error>,
    },
    /// A CSV file is not well formed.
    #[error("understand `{file}`: {source}")]
    Csv {
        /// Name below `config/`.
        file: String,
        /// Carries the line.
        source: csv::Error,
    },
    /// A pattern of a TOML file cannot be used.
    #[error("accept `{file}`, line {line}: {flaw}")]
    Pattern {
        /// Name below `config/`.
        file: String,
        /// Counted from 1.
        line: usize,
        /// What is wrong.
        #[source]
        flaw: Box<Flaw>,
    },
    /// A file is well formed but contradicts itself or another.
    #[error("accept `{file}`, {place}: {problem}")]
    Invalid {
        /// Name below `config/`.
        file: String,
        /// Line, row or key.
        place: String,
        /// What is wrong and what to do.
        problem: String,
    },
}
