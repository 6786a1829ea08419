//! What a correction, or reading again, does to the log: entries that no longer hold and those that
//! hold now.

use std::io::Write;

use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::change::{Change, ChangeKind};
use inspectwatch::pipeline::Recorded;
use inspectwatch::store::Store;

use super::changes;
use super::exit::Failure;

/// Prints what was done, or would be, and what that changes.
pub fn print(
    out: &mut impl Write,
    said: &str,
    dry_run: bool,
    recorded: &Recorded,
    store: &Store,
    knowledge: &Knowledge,
) -> Result<(), Failure> {
    writeln!(out, "{}: {said}", if dry_run { "Would be corrected" } else { "Corrected" })?;
    log(out, &recorded.appended, store, knowledge)?;
    match recorded.alerts {
        0 => {}
        1 => {
            writeln!(out, "\n1 decision about an alert: `inspectwatch alerts` shows what follows.")?
        }
        many => {
            writeln!(
                out,
                "\n{many} decisions about alerts: `inspectwatch alerts` shows what follows."
            )?;
        }
    }
    if dry_run {
        writeln!(out, "\nNothing was changed: leave out --dry-run to correct.")?;
    }
    Ok(())
}

/// Prints what of the log no longer holds and what holds instead.
pub fn log(
    out: &mut impl Write,
    appended: &[Change],
    store: &Store,
    knowledge: &Knowledge,
) -> Result<(), Failure> {
    let (corrections, added): (Vec<_>, Vec<_>) =
        appended.iter().cloned().partition(|change| change.kind == ChangeKind::Correction);
    let mut withdrawn = Vec::new();
    for id in corrections.iter().flat_map(|correction| &correction.withdraws) {
        let found = store.change(id).map_err(Failure::other)?;
        withdrawn.extend(found.map(|entry| entry.change));
    }
    if appended.is_empty() {
        writeln!(out, "\nThe change log stays as it is.")?;
    }
    for (heading, entries) in [("No longer holds", &withdrawn), ("Holds now", &added)] {
        if !entries.is_empty() {
            writeln!(out, "\n{heading}:\n")?;
            changes::print(out, entries, knowledge)?;
        }
    }
    Ok(())
}
