//! The channel `file`: one `.eml` per alert, or JSON lines. A file that is there already is the same
//! alert before a crash and stays as it is.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::{Desk, words};
use crate::alert::due::Outcome;
use crate::config::{FileFormat, Recipient};
use crate::model::alert::AlertRow;

/// Bytes at the end of the JSON lines among which a repetition is looked for. Only the rows that a
/// crash left between "written" and "noted" can repeat, and these stand last.
const TAIL: u64 = 1 << 20;

/// Writes a row into the recipient's directory.
pub(super) fn write(desk: &Desk, row: &AlertRow, recipient: &Recipient) -> Outcome {
    let Some(directory) = &recipient.directory else {
        return Outcome::Permanent("this recipient has no directory".into());
    };
    let written = match recipient.format {
        FileFormat::Eml => match desk.letter(row) {
            Ok(mail) => eml(directory, row, &mail.formatted()),
            Err(outcome) => return outcome,
        },
        FileFormat::Json => json_line(directory, row),
    };
    match written {
        Ok(()) => Outcome::Accepted,
        Err(error) => {
            Outcome::Temporary(format!("write to `{}`: {}", directory.display(), words(&error)))
        }
    }
}

/// Puts a whole file in place or none.
fn eml(directory: &Path, row: &AlertRow, bytes: &[u8]) -> io::Result<()> {
    let path = directory.join(format!("{}.eml", row.id));
    if path.exists() {
        return Ok(());
    }
    let draft = directory.join(format!(".{}.tmp", row.id));
    let write = || {
        let mut file = File::create(&draft)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&draft, &path)
    };
    if let Err(error) = write() {
        // A draft takes room that may be what is missing; the first error is the one to tell.
        fs::remove_file(&draft).unwrap_or_default();
        return Err(error);
    }
    File::open(directory)?.sync_all()
}

fn json_line(directory: &Path, row: &AlertRow) -> io::Result<()> {
    let path = directory.join("alerts.jsonl");
    let mut file =
        OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
    let length = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL)))?;
    let mut tail = Vec::new();
    file.read_to_end(&mut tail)?;
    // A line without an end is one that a crash cut short: it is written anew.
    let whole = tail.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let torn = (tail.len() - whole) as u64;
    let is_id = |line: &[u8]| {
        let value: Option<serde_json::Value> = serde_json::from_slice(line).ok();
        value.is_some_and(|value| value["id"] == row.id.as_str())
    };
    if tail[..whole].split(|byte| *byte == b'\n').any(is_id) {
        return Ok(());
    }
    file.set_len(length - torn)?;
    file.seek(SeekFrom::Start(length - torn))?;
    let mut line = super::json(row).to_string();
    line.push('\n');
    let written = file.write_all(line.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        // Whoever reads along sees no half a line; the first error is the one to tell.
        file.set_len(length - torn).unwrap_or_default();
    }
    written
}
