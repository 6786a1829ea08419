//! `inspectwatch reread`: what recorded releases would now be read as; applied only on request.
//!
//! In:  the bytes that the store keeps, or those of the file where it still has the same. Out: per
//! release what differs, and what that changes in the log. Nobody is alerted of it.

mod differences;

use std::fs;
use std::io::{self, Write};

use inspectwatch::alert::rules;
use inspectwatch::history::priority::matcher;
use inspectwatch::knowledge::Knowledge;
use inspectwatch::pipeline::Pipeline;
use inspectwatch::release::{self, Examined};
use inspectwatch::store::releases::KeptRelease;
use inspectwatch::store::{Store, StoreError};
use jiff::Timestamp;

use super::args::{Global, Reread};
use super::exit::{DONE, Failure, Outcome, SOME_UNREADABLE};
use super::{effect, naming, session};

/// The version that reads now.
const READER: &str = env!("CARGO_PKG_VERSION");

/// A release read again.
struct Again {
    examined: Examined,
    /// What differs, in words.
    differences: Vec<String>,
}

/// How many releases were read again, and what came of it.
#[derive(Default)]
struct Tally {
    read: usize,
    differ: usize,
    lost: usize,
}

/// Reads releases again, shows what differs, and applies it on request.
///
/// Each release is a transaction of its own: a run that is cut short goes on where it stopped, and
/// nobody waits for it long.
pub fn run(global: &Global, options: &Reread) -> Outcome {
    let config = session::config(global)?;
    let knowledge = session::knowledge(&config)?;
    let store = session::store(&config)?;
    let now = Timestamp::now();
    let decide = |recorded: &rules::Recorded<'_>| rules::decide(recorded, &config, &knowledge, now);
    let matcher = matcher(&knowledge.concerns);
    let pipeline = Pipeline {
        store: &store,
        knowledge: &knowledge,
        matcher: &matcher,
        decide: &decide,
        reader: READER,
        now,
    };
    let mut out = io::stdout().lock();
    let mut tally = Tally::default();
    for digest in wanted(&store, options)? {
        match read(&store, &digest, options, &knowledge).map_err(Failure::other)? {
            Some(Ok(again)) => {
                tally.read += 1;
                tally.differ += usize::from(!again.differences.is_empty());
                replace(&mut out, &pipeline, &again, options.apply)?;
            }
            Some(Err(reason)) => {
                let name = naming::release(&store, &digest).map_err(Failure::other)?;
                eprintln!("{name}: {reason}; its reading stays as it is");
                tally.lost += 1;
            }
            None => {}
        }
    }
    summary(&mut out, &tally, options.apply)?;
    Ok(if tally.lost > 0 { SOME_UNREADABLE } else { DONE })
}

fn wanted(store: &Store, options: &Reread) -> Result<Vec<String>, Failure> {
    if options.releases.is_empty() {
        return store.digests().map_err(Failure::other);
    }
    let mut wanted = Vec::new();
    for name in &options.releases {
        let found = store.releases_named(name).map_err(Failure::other)?;
        if found.is_empty() {
            return Err(Failure::Usage(miette::miette!(
                "no release is called `{name}`: give a file's name or the first characters of its \
                 digest, as `inspectwatch show AREA` prints them"
            )));
        }
        wanted.extend(found);
    }
    Ok(wanted)
}

/// Reads one release again; none where this version has read it already.
fn read(
    store: &Store,
    digest: &str,
    options: &Reread,
    knowledge: &Knowledge,
) -> Result<Option<Result<Again, String>>, StoreError> {
    let Some(kept) = store.release(digest)? else { return Ok(None) };
    if kept.reader == READER && !options.all && options.releases.is_empty() {
        return Ok(None);
    }
    let Some(bytes) = bytes(store, digest)? else {
        return Ok(Some(Err("neither the store nor any file has its bytes any more".to_owned())));
    };
    Ok(Some(examine(&kept, &bytes, knowledge)))
}

fn examine(kept: &KeptRelease, bytes: &[u8], knowledge: &Knowledge) -> Result<Again, String> {
    let path = &kept.reading.path;
    let mut all = release::examine(path, bytes, &session::decode, knowledge);
    let examined = all.swap_remove(0);
    if let Some(failure) = &examined.reading.error {
        return Err(format!("cannot be read any more: {failure}"));
    }
    let differences = differences::between(&kept.reading, &examined.reading);
    Ok(Again { examined, differences })
}

fn bytes(store: &Store, digest: &str) -> Result<Option<Vec<u8>>, StoreError> {
    if let Some(bytes) = store.original(digest)? {
        return Ok(Some(bytes));
    }
    let files = store.paths_of(digest)?.into_iter().filter_map(|path| fs::read(path).ok());
    Ok(files.into_iter().find(|bytes| release::digest(bytes) == digest))
}

/// Puts a new reading in the place of the old, or sees what that would change, and says so.
fn replace(
    out: &mut impl Write,
    pipeline: &Pipeline<'_>,
    again: &Again,
    apply: bool,
) -> Result<(), Failure> {
    let Examined { reading, text, .. } = &again.examined;
    let differs = !again.differences.is_empty();
    let work = |pipeline: &Pipeline<'_>| pipeline.reread(reading, text);
    let recorded = match (apply, differs) {
        (true, _) => work(pipeline),
        (false, true) => pipeline.preview(work),
        (false, false) => return Ok(()),
    };
    let recorded = recorded.map_err(Failure::other)?;
    if differs {
        let name = naming::release(pipeline.store, &reading.digest).map_err(Failure::other)?;
        writeln!(out, "{name}")?;
        again.differences.iter().try_for_each(|line| writeln!(out, "  {line}"))?;
        effect::log(out, &recorded.appended, pipeline.store, pipeline.knowledge)?;
        writeln!(out)?;
    }
    Ok(())
}

fn summary(out: &mut impl Write, tally: &Tally, applied: bool) -> io::Result<()> {
    let Tally { read, differ, .. } = tally;
    match (read, applied) {
        (0, _) => writeln!(
            out,
            "Version {READER} has read every release: nothing to do. (--all reads them again.)"
        ),
        (_, true) => {
            writeln!(out, "{differ} of {read} releases differed: applied. Nobody is alerted.")
        }
        (_, false) => writeln!(
            out,
            "{differ} of {read} releases would differ. Nothing was changed: --apply applies it, \
             without alerts."
        ),
    }
}
