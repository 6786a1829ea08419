//! Real releases, where they are at hand: in whatever order, under however many names, over however
//! many scans and with whatever interruptions they arrive, the current log is the same.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use inspectwatch::alert::rules::Decisions;
use inspectwatch::history::priority::matcher;
use inspectwatch::model::change::Change;
use inspectwatch::model::reading::Reading;
use inspectwatch::model::text::Text;
use inspectwatch::pipeline::{Incoming, Pipeline, Recorded};
use inspectwatch::store::changes::ChangeFilter;
use inspectwatch::store::{Store, StoreError};
use inspectwatch::{read, release};

use super::orders::bare;
use super::scene::knowledge;
use crate::shared::shared;

/// In how many orders the releases arrive.
const ORDERS: u32 = 6;

fn files(directory: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        match path.extension().and_then(|e| e.to_str()) {
            _ if path.is_dir() => found.extend(files(&path)),
            Some("jsonl") => {}
            _ => found.push(path),
        }
    }
    found
}

/// What all the releases say, each read once.
fn readings(directory: &Path) -> Vec<Reading> {
    let files = files(directory);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let part = files.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let read = |part: &[PathBuf]| part.iter().flat_map(|path| examine(path)).collect();
        let work: Vec<_> =
            files.chunks(part).map(|part| scope.spawn(move || -> Vec<_> { read(part) })).collect();
        work.into_iter().flat_map(|thread| thread.join().expect("no panic")).collect()
    })
}

fn examine(path: &Path) -> Vec<Reading> {
    let bytes = fs::read(path).expect("readable");
    let name = path.to_string_lossy();
    let examined = release::examine(&name, &bytes, &|bytes| read::read(bytes), knowledge());
    examined.into_iter().map(|one| one.reading).filter(|reading| reading.error.is_none()).collect()
}

fn record(store: &Store, reading: &Reading) -> Result<Recorded, StoreError> {
    let matcher = matcher(&knowledge().concerns);
    let pipeline = Pipeline {
        store,
        knowledge: knowledge(),
        matcher: &matcher,
        decide: &|_| Decisions::default(),
        reader: "test",
        now: "2025-06-01T09:00:00Z".parse().expect("a moment"),
    };
    let text = Text::default();
    pipeline.record(&Incoming { original: b"", reading, text: &text, container: None })
}

/// Everything that a killed process had done of a release is undone.
fn interrupt(store: &Store, reading: &Reading) {
    let killed: Result<(), StoreError> = store.atomically(|store| {
        record(store, reading)?;
        Err(StoreError::Query(rusqlite::Error::QueryReturnedNoRows))
    });
    assert!(killed.is_err());
}

/// A number that depends on the order wanted and on the release, and on nothing else.
fn chance(order: u32, reading: &Reading, what: &str) -> u8 {
    blake3::hash(format!("{order} {what} {}", reading.digest).as_bytes()).as_bytes()[0]
}

/// The current log after the releases arrived in an order of their own.
fn log(readings: &[Reading], order: u32) -> Vec<Change> {
    let place = tempfile::tempdir().expect("a directory");
    let path = place.path().join("store.db");
    // Closing and opening a file is slow: every third order does it.
    let on_disk = order % 3 == 1;
    let open = || if on_disk { Store::open(&path) } else { Store::in_memory() }.expect("a store");
    let mut readings: Vec<&Reading> = readings.iter().collect();
    let key = |reading: &Reading| {
        blake3::hash(format!("{order} {}", reading.digest).as_bytes()).to_hex().to_string()
    };
    readings.sort_by_cached_key(|reading| key(reading));
    let mut store = open();
    for reading in readings {
        if chance(order, reading, "interrupted") < 24 {
            interrupt(&store, reading);
        }
        assert!(!record(&store, reading).expect("recorded").known);
        if chance(order, reading, "renamed") < 24 {
            let renamed = Reading { path: "another/name".into(), ..reading.clone() };
            assert!(record(&store, &renamed).expect("recorded").known);
        }
        if on_disk && chance(order, reading, "next scan") < 24 {
            drop(store);
            store = open();
        }
    }
    let filter = ChangeFilter { current: true, ..ChangeFilter::default() };
    bare(store.changes(&filter).expect("the log"))
}

#[test]
fn real_releases_give_the_same_current_log_however_they_arrive() {
    let Some(corpus) = shared("corpus") else { return };
    let mut readings = readings(&corpus);
    readings.sort_by(|a, b| a.digest.cmp(&b.digest));
    readings.dedup_by(|a, b| a.digest == b.digest);
    let readings = &readings;
    let logs: Vec<_> = thread::scope(|scope| {
        let work: Vec<_> =
            (0..ORDERS).map(|order| scope.spawn(move || log(readings, order))).collect();
        work.into_iter().map(|thread| thread.join().expect("no panic")).collect()
    });
    assert!(logs[0].len() > 2 * readings.len(), "{} entries only", logs[0].len());
    for (order, log) in logs.iter().enumerate() {
        let only = |one: &[Change], other: &[Change]| -> Vec<String> {
            one.iter().filter(|c| !other.contains(c)).map(|c| format!("{c:?}")).collect()
        };
        assert!(*log == logs[0], "{order}: {:#?} {:#?}", only(log, &logs[0]), only(&logs[0], log));
    }
}
