//! One file of the knowledge: its text, its tables, and the line of what is wrong in it.

use super::KnowledgeError;
use super::embedded::{self, Files};
use super::pattern::Flaw;

/// The words of a file; none where it is missing.
pub(super) fn text<'f>(files: &'f Files, file: &str) -> &'f str {
    files.get(file).map(String::as_str).unwrap_or_default()
}

/// Reads one TOML file.
pub(super) fn toml<T: serde::de::DeserializeOwned>(
    files: &Files,
    file: &str,
) -> Result<T, KnowledgeError> {
    toml::from_str(text(files, file))
        .map_err(|source| KnowledgeError::Toml { file: file.into(), source: Box::new(source) })
}

/// Proves the patterns of a file that somebody wrote or changed; the built-in ones are proved by
/// tests, so that loading need not compile them.
pub(super) fn accept(
    files: &Files,
    file: &str,
    mut proofs: impl Iterator<Item = Result<(), Flaw>>,
) -> Result<(), KnowledgeError> {
    let text = text(files, file);
    if embedded::is_built_in(file, text) {
        return Ok(());
    }
    match proofs.find_map(Result::err) {
        None => Ok(()),
        Some(flaw) => {
            let line = line_of(text, flaw.place.start);
            Err(KnowledgeError::Pattern { file: file.into(), line, flaw: Box::new(flaw) })
        }
    }
}

/// The line, from 1, in which a byte of `text` stands.
pub(super) fn line_of(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|b| *b == b'\n').count()
}
