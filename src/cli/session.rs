//! What commands need before they start: configuration, knowledge, store, releases read from files.

use std::env;
use std::fs;
use std::panic;
use std::path::Path;

use inspectwatch::config::Config;
use inspectwatch::knowledge::{Area, Knowledge};
use inspectwatch::model::framework::ProgrammeId;
use inspectwatch::model::reading::{FailureCode, ReadFailure};
use inspectwatch::read::{self, Document};
use inspectwatch::release::{self, Examined};
use inspectwatch::store::Store;

use super::args::Global;
use super::exit::Failure;

/// Loads the configuration: `--config`, or the built-in defaults; `--store` has the last word.
pub fn config(global: &Global) -> Result<Config, Failure> {
    let mut config = Config::load(global.config.as_deref()).map_err(Failure::configuration)?;
    if let Some(path) = &global.store {
        config.store.path.clone_from(path);
    }
    Ok(config)
}

/// Loads the knowledge that a configuration asks for.
pub fn knowledge(config: &Config) -> Result<Knowledge, Failure> {
    Knowledge::load(config.knowledge.overlay.as_deref()).map_err(Failure::usage)
}

/// The area that a user means by a name, another name or a code.
pub fn area<'k>(knowledge: &'k Knowledge, wanted: &str) -> Result<&'k Area, Failure> {
    let same = |name: &str| name.eq_ignore_ascii_case(wanted.trim());
    let named = |area: &&Area| {
        same(&area.code.0)
            || same(&area.name)
            || same(&area.council)
            || area.aliases.iter().any(|alias| same(alias))
            || area.old_codes.iter().any(|code| same(&code.0))
    };
    knowledge.areas.iter().find(named).ok_or_else(|| {
        Failure::Usage(miette::miette!(
            "no area is called `{wanted}`: give its name as in config/areas.csv or its ONS code"
        ))
    })
}

/// The programme that a user means.
pub fn programme(knowledge: &Knowledge, wanted: &str) -> Result<ProgrammeId, Failure> {
    let frameworks = &knowledge.frameworks;
    if let Some(found) = frameworks.programme(&ProgrammeId::from(wanted)) {
        return Ok(found.id.clone());
    }
    let known: Vec<_> = frameworks.programmes().map(|p| p.id.as_str()).collect();
    let known = known.join(", ");
    Err(Failure::Usage(miette::miette!("no programme is called `{wanted}`: give one of {known}")))
}

/// Who is named, or sits at the keyboard.
pub fn person(by: Option<&str>) -> String {
    if let Some(name) = by {
        return name.to_owned();
    }
    let named = ["SUDO_USER", "USER", "LOGNAME"].into_iter().find_map(|key| env::var(key).ok());
    named.filter(|name| !name.is_empty()).unwrap_or_else(|| "someone".to_owned())
}

/// Opens the store beside a daemon that may be recording.
pub fn store(config: &Config) -> Result<Store, Failure> {
    Store::open_shared(&config.store.path).map_err(Failure::other)
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

/// Decodes in this process; a reader that fails costs this file only.
pub fn decode(bytes: &[u8]) -> Result<Document, ReadFailure> {
    panic::catch_unwind(|| read::read(bytes)).unwrap_or_else(|_| {
        let message = "the reader failed on this file: please report it".to_owned();
        Err(ReadFailure { code: FailureCode::Unreadable, message })
    })
}
