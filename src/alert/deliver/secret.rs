//! Secrets: passwords and keys, which stand in files of their own or in systemd credentials and never
//! in the configuration. Read anew for each use, so that one put right needs no restart.

use std::fs;
use std::path::{Path, PathBuf};

/// Reads what `file`, or else the systemd credential of the name `credential`, holds, without the end
/// of its last line. None where the configuration has neither.
pub(super) fn read(
    what: &str,
    file: Option<&Path>,
    credential: Option<&str>,
) -> Result<Option<String>, String> {
    let Some(path) = place(file, credential)? else { return Ok(None) };
    let secret = fs::read_to_string(&path)
        .map_err(|error| format!("read the {what} `{}`: {error}", path.display()))?;
    let secret = secret.trim_end_matches(['\r', '\n']);
    if secret.is_empty() {
        return Err(format!("read the {what} `{}`: the file is empty", path.display()));
    }
    Ok(Some(secret.to_owned()))
}

fn place(file: Option<&Path>, credential: Option<&str>) -> Result<Option<PathBuf>, String> {
    let named = match (file, credential) {
        (Some(file), _) => return Ok(Some(file.to_owned())),
        (None, Some(named)) => named,
        (None, None) => return Ok(None),
    };
    match std::env::var_os("CREDENTIALS_DIRECTORY") {
        Some(directory) => Ok(Some(Path::new(&directory).join(named))),
        None => Err("systemd passed no credentials (`CREDENTIALS_DIRECTORY` is not set)".into()),
    }
}
