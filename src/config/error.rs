//! Complaints about the configuration: always with the file, and with line and key where known.

use std::ops::Range;
use std::path::{Path, PathBuf};

use miette::{Diagnostic, NamedSource, SourceSpan};
use thiserror::Error;

/// Why the configuration is not usable.
#[derive(Debug, Error, Diagnostic)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("read the configuration `{}`", path.display())]
    Read {
        /// Which file.
        path: PathBuf,
        /// The operating system's reason.
        source: std::io::Error,
    },
    /// Something in the file is wrong.
    #[error("the configuration `{file}` is wrong in line {line}, {key}: {problem}")]
    #[diagnostic(help("the built-in file `config/inspectwatch.toml` explains every key"))]
    Invalid {
        /// Which file.
        file: String,
        /// Line, from 1.
        line: usize,
        /// The key, or what stands there.
        key: String,
        /// What is wrong and what to do.
        problem: String,
        /// The file's text.
        #[source_code]
        text: std::sync::Arc<NamedSource<String>>,
        /// Where in it.
        #[label("{problem}")]
        span: SourceSpan,
    },
}

/// A configuration file's name and text, to complain about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin<'a> {
    pub(super) path: Option<&'a Path>,
    pub(super) text: &'a str,
}

impl Origin<'_> {
    /// The complaint about the bytes `span`.
    pub(super) fn complain(&self, span: Range<usize>, problem: impl Into<String>) -> ConfigError {
        let file = self.path.map_or("built-in text".into(), |path| path.display().to_string());
        let start = self.text.floor_char_boundary(span.start.min(self.text.len()));
        ConfigError::Invalid {
            line: self.text[..start].matches('\n').count() + 1,
            key: key_at(self.text, start),
            problem: problem.into(),
            text: std::sync::Arc::new(
                NamedSource::new(&file, self.text.to_owned()).with_language("toml"),
            ),
            span: SourceSpan::from((start, span.end.saturating_sub(start).max(1))),
            file,
        }
    }

    /// The complaint that the parser made.
    pub(super) fn parser(&self, error: &toml::de::Error) -> ConfigError {
        let problem = error.message().replace('\n', "; ");
        self.complain(error.span().unwrap_or(0..1), problem)
    }
}

/// The dotted key that `at` belongs to: the last table header before it and the key of its line.
fn key_at(text: &str, at: usize) -> String {
    let line_start = text[..at].rfind('\n').map_or(0, |i| i + 1);
    let line = text[line_start..].lines().next().unwrap_or_default().trim();
    let header = |line: &str| {
        line.strip_prefix('[').map(|rest| {
            let end = rest.find("]").unwrap_or(rest.len());
            rest[..end].trim_start_matches('[').trim().to_owned()
        })
    };
    if let Some(table) = header(line) {
        return format!("table `{table}`");
    }
    let table = text[..line_start].lines().rev().find_map(|line| header(line.trim()));
    let key = line.split_once('=').map(|(key, _)| key.trim());
    match (table, key) {
        (Some(table), Some(key)) => format!("key `{table}.{key}`"),
        (Some(table), None) => format!("table `{table}`"),
        (None, Some(key)) => format!("key `{key}`"),
        (None, None) => "top of the file".into(),
    }
}
