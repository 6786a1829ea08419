//! One pass over a directory: what is read, what is set aside, what cannot be read.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use inspectwatch::config::Config;
use inspectwatch::daemon::{self, ScanReport, Setting};
use inspectwatch::knowledge::Knowledge;
use inspectwatch::store::Store;

fn scan(store: &Path, directory: &Path) -> ScanReport {
    let knowledge = Knowledge::embedded().expect("well formed");
    let setting = Setting { config: Config::default(), knowledge, worker: None };
    let store = Store::open(store).expect("a store");
    daemon::scan(setting, &[directory.to_owned()], store).expect("scanned")
}

#[test]
fn a_second_pass_has_nothing_to_do_and_names_failures_again() {
    let base = tempfile::tempdir().expect("a temporary directory");
    let store = base.path().join("store.sqlite");
    let root = base.path().join("in");
    fs::create_dir_all(root.join("deep")).expect("created");
    fs::write(root.join("notes.txt"), "The council met on Tuesday to talk about bins.\n")
        .expect("written");
    fs::write(root.join("deep/empty.txt"), "").expect("written");
    fs::write(root.join("half.pdf.part"), "%PDF-1.7").expect("written");
    let first = scan(&store, &root);
    assert_eq!((first.files, first.unchanged, first.set_aside), (2, 0, 1));
    let failed: Vec<_> = first.failed.iter().map(|f| f.path.ends_with("deep/empty.txt")).collect();
    assert_eq!(failed, [true]);
    let second = scan(&store, &root);
    assert_eq!((second.files, second.unchanged, second.set_aside), (2, 2, 0));
    assert_eq!(second.failed, first.failed);
    // The same words under another name are no news; a failure that is gone is listed no more.
    fs::copy(root.join("notes.txt"), root.join("copy.txt")).expect("copied");
    fs::remove_file(root.join("deep/empty.txt")).expect("removed");
    let third = scan(&store, &root);
    assert_eq!((third.files, third.known, third.set_aside), (2, 1, 0));
    assert_eq!(third.failed, []);
}

#[test]
fn files_are_left_as_they_lie() {
    let base = tempfile::tempdir().expect("a temporary directory");
    let root = base.path().join("in");
    fs::create_dir(&root).expect("created");
    let file = root.join("a.txt");
    fs::write(&file, "Words.").expect("written");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("set");
    let before = fs::metadata(&file).expect("it exists");
    scan(&base.path().join("store.sqlite"), &root);
    let after = fs::metadata(&file).expect("it still exists");
    assert_eq!(before.modified().expect("a time"), after.modified().expect("a time"));
    assert_eq!(before.permissions(), after.permissions());
}

#[test]
fn a_directory_that_is_not_there_is_listed_until_it_is() {
    let base = tempfile::tempdir().expect("a temporary directory");
    let store = base.path().join("store.sqlite");
    let root = base.path().join("in");
    for _ in 0..2 {
        let report = scan(&store, &root);
        let failed: Vec<_> = report.failed.iter().map(|f| f.path.as_path()).collect();
        assert_eq!(failed, [root.as_path()]);
    }
    fs::create_dir(&root).expect("created");
    assert_eq!(scan(&store, &root).failed, []);
}
