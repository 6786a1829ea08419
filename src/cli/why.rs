//! `inspectwatch explain CHANGE`: for each recipient, why an alert went out or did not.

use std::collections::BTreeSet;

use inspectwatch::alert::explain::explain;
use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::change::Change;
use inspectwatch::store::Store;

use super::args::{Explain, Global};
use super::correct::words;
use super::exit::{DONE, Failure, Outcome};
use super::{changes, session};

/// How many ids are named where a prefix fits several.
const SOME: u32 = 5;

/// Explains one change of the log.
pub fn run(global: &Global, options: &Explain) -> Outcome {
    let config = session::config(global)?;
    let knowledge = session::knowledge(&config)?;
    let store = session::store(&config)?;
    let id = full_id(&store, &options.change)?;
    show(&store, &id, &knowledge)?;
    let rows = store.alerts_of(&id).map_err(Failure::other)?;
    for explanation in explain(&rows, &config) {
        say!("\n{}", explanation.recipient);
        for sentence in explanation.said {
            say!("  {sentence}");
        }
    }
    Ok(DONE)
}

/// The id that a user shortened.
pub fn full_id(store: &Store, prefix: &str) -> Result<String, Failure> {
    let mut ids = store.change_ids(prefix, SOME).map_err(Failure::other)?;
    match ids.len() {
        1 => Ok(ids.remove(0)),
        0 => Err(Failure::Usage(miette::miette!(
            "no change has an id that begins with `{prefix}`: `inspectwatch log` shows them"
        ))),
        _ => {
            let ids = ids.join(", ");
            Err(Failure::Usage(miette::miette!("several changes begin with `{prefix}`: {ids}")))
        }
    }
}

fn show(store: &Store, id: &str, knowledge: &Knowledge) -> Result<(), Failure> {
    let entry = store.change(id).map_err(Failure::other)?;
    if let Some(entry) = entry {
        let change = std::slice::from_ref(&entry.change);
        changes::print(&mut std::io::stdout().lock(), change, knowledge)?;
        if entry.withdrawn_by.is_some() {
            say!("  (withdrawn by a later correction)");
        }
        for line in corrected(store, &entry.change, knowledge)? {
            say!("  {line}");
        }
    }
    Ok(())
}

/// What people corrected of the two inspections that an entry compares.
fn corrected(
    store: &Store,
    change: &Change,
    knowledge: &Knowledge,
) -> Result<Vec<String>, Failure> {
    let earlier = change.earlier.iter().flat_map(|side| &side.releases);
    let releases: BTreeSet<_> = change.later.releases.iter().chain(earlier).collect();
    let mut lines = Vec::new();
    for release in releases {
        for kept in store.corrections_of(release).map_err(Failure::other)? {
            let said = words::of(&kept.correction.action, store, knowledge);
            let said = said.map_err(Failure::other)?;
            lines.push(format!("corrected: {said}, by {}", words::signed(&kept)));
        }
    }
    Ok(lines)
}
