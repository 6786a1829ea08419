//! Rescan: what does it cost to look at a large tree in which nothing changed?
//!
//! Measures CPU time (user and system, all threads) and wall time of `daemon::scan` over files that
//! the ledger knows. Reference of the same run: `find ROOT -type f -size +0`, which lists and
//! stats the same files. `cargo bench --bench rescan`

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use inspectwatch::config::Config;
use inspectwatch::daemon::{self, Setting};
use inspectwatch::intake::stamp;
use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::sighting::Fate;
use inspectwatch::store::{Store, StoreError};

fn main() {
    for files in [500, 100_000] {
        let base = tempfile::tempdir().expect("a temporary directory");
        let root = base.path().join("in");
        let paths = lay_out(&root, files);
        let store = base.path().join("store.sqlite");
        note(&store, &paths);
        let setting = Setting {
            config: Config::default(),
            knowledge: Knowledge::embedded().expect("well formed"),
            worker: None,
        };
        let (cpu, start) = (cpu_time(), Instant::now());
        let opened = Store::open(&store).expect("a store");
        let report = daemon::scan(setting, std::slice::from_ref(&root), opened).expect("scanned");
        let (cpu, wall) = (cpu_time() - cpu, start.elapsed());
        assert_eq!((report.files, report.unchanged), (files, files));
        let start = Instant::now();
        find(&root);
        let reference = start.elapsed();
        println!("{files} files: cpu {cpu:?}, wall {wall:?}; find {reference:?} wall");
    }
}

fn lay_out(root: &Path, files: usize) -> Vec<PathBuf> {
    let place = |n: usize| root.join(format!("{}/{n}.txt", n / 1000));
    let paths: Vec<_> = (0..files).map(place).collect();
    for path in &paths {
        fs::create_dir_all(path.parent().expect("below the root")).expect("created");
        fs::write(path, path.as_os_str().as_encoded_bytes()).expect("written");
    }
    let canonical = root.canonicalize().expect("it exists");
    paths.iter().map(|p| canonical.join(p.strip_prefix(root).expect("below"))).collect()
}

fn note(store: &Path, paths: &[PathBuf]) {
    let now = "2025-05-09T10:00:00Z".parse().expect("a time");
    let store = Store::open(store).expect("a store");
    let noted: Result<(), StoreError> = store.atomically(|store| {
        paths.iter().try_for_each(|path| {
            let meta = fs::metadata(path).expect("it exists");
            store.note_sighting(path, stamp::of(&meta), Some("blake3:00"), &Fate::SetAside, now)
        })
    });
    noted.expect("noted");
}

fn find(root: &Path) {
    let done = Command::new("find")
        .arg(root)
        .args(["-type", "f", "-size", "+0"])
        .stdout(Stdio::null())
        .status();
    assert!(done.expect("find runs").success());
}

/// CPU time of this process so far, to the clock tick (10 ms).
fn cpu_time() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").expect("Linux");
    let after_name = stat.rsplit_once(") ").expect("a name in brackets").1;
    let fields: Vec<i64> = after_name.split(' ').filter_map(|field| field.parse().ok()).collect();
    // Without the state letter, user and system time are the eleventh and twelfth numbers.
    Duration::from_millis((fields[10] + fields[11]).unsigned_abs() * 10)
}
