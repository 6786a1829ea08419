//! Values to columns and back.

use std::ffi::OsStr;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::types::{Value, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::de::value::{Error as WordError, StrDeserializer};

use super::StoreError;

/// Level 6 of 10: the usual balance of time and size.
const DEFLATE_LEVEL: u8 = 6;

/// A moment as text whose order is that of time: UTC, whole seconds.
pub(super) fn stamp(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The moment that a column holds.
pub(super) fn moment(text: &str) -> Result<Timestamp, StoreError> {
    text.parse().map_err(StoreError::row(format!("the time `{text}`")))
}

/// The moment that a column holds, if it holds one.
pub(super) fn moment_or_none(text: Option<String>) -> Result<Option<Timestamp>, StoreError> {
    text.as_deref().map(moment).transpose()
}

/// The value that a word stands for.
pub(super) fn unword<T: DeserializeOwned>(word: &str) -> Result<T, StoreError> {
    let source: StrDeserializer<'_, WordError> = StrDeserializer::new(word);
    T::deserialize(source).map_err(StoreError::row(format!("the word `{word}`")))
}

/// A value as JSON.
pub(super) fn json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(StoreError::row("a value to be kept"))
}

/// The value that JSON in a column holds.
pub(super) fn unjson<T: DeserializeOwned>(what: &str, text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(StoreError::row(what))
}

/// Bytes deflated.
pub(super) fn deflate(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(bytes, DEFLATE_LEVEL)
}

/// Bytes as they were.
pub(super) fn inflate(what: &str, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
    miniz_oxide::inflate::decompress_to_vec_zlib(bytes)
        .map_err(|error| StoreError::row(what)(std::io::Error::other(error.to_string())))
}

/// A path as text, or as bytes where it is not UTF-8.
pub(super) fn path_value(path: &Path) -> Value {
    match path.to_str() {
        Some(text) => Value::Text(text.to_owned()),
        None => Value::Blob(path.as_os_str().as_bytes().to_vec()),
    }
}

/// The path that a column holds.
pub(super) fn path_of(value: ValueRef<'_>) -> PathBuf {
    let bytes = match value {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes,
        _ => &[],
    };
    PathBuf::from(std::ffi::OsString::from_vec(OsStr::from_bytes(bytes).as_bytes().to_vec()))
}
