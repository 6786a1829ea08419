//! What commands need before they start: the knowledge, and releases read from files.

use std::fs;
use std::panic;
use std::path::Path;

use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::reading::{FailureCode, ReadFailure};
use inspectwatch::read::{self, Document};
use inspectwatch::release::{self, Examined};

use super::args::Global;
use super::exit::Failure;

/// Loads the knowledge that the configuration asks for.
pub fn knowledge(_global: &Global) -> Result<Knowledge, Failure> {
    Knowledge::embedded().map_err(Failure::usage)
}

/// Reads one file in this process; a file that cannot be opened is a reading with its reason.
pub fn examine(path: &Path, knowledge: &Knowledge) -> Vec<Examined> {
    let name = path.to_string_lossy();
    match fs::read(path) {
        Ok(bytes) => release::examine(&name, &bytes, &decode, knowledge),
        Err(error) => {
            let message = format!("cannot open the file: {error}");
            let failure = ReadFailure { code: FailureCode::Unreadable, message };
            vec![release::failed(&name, String::new(), failure)]
        }
    }
}

fn decode(bytes: &[u8]) -> Result<Document, ReadFailure> {
    panic::catch_unwind(|| read::read(bytes)).unwrap_or_else(|_| {
        let message = "the reader failed on this file: please report it".to_owned();
        Err(ReadFailure { code: FailureCode::Unreadable, message })
    })
}
