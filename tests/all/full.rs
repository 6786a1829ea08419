//! A disk that is full: the store waits for it, a file channel tries again; nothing is lost or doubled.
//!
//! The disk is a small file system in memory, which only root may mount. A limit on the size of files
//! and a directory that refuses stand in for it as well, so that something is tried everywhere.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::scene::{Daemon, Scene};

/// A small file system, unmounted in the end.
struct Disk(PathBuf);

impl Disk {
    /// Mounts one of so many bytes; none where that is forbidden.
    fn mount(path: PathBuf, bytes: u64) -> Option<Self> {
        fs::create_dir_all(&path).expect("created");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={bytes}"), "tmpfs"]).arg(&path);
        let mounted = mount.output().is_ok_and(|output| output.status.success());
        if !mounted {
            eprintln!("mounting is forbidden here: only what stands in for a full disk is tried");
        }
        mounted.then(|| Self(path))
    }

    /// Leaves no room for anything.
    fn fill(&self) {
        let mut filler = File::create(self.0.join("filler")).expect("created");
        while filler.write_all(&[0; 4096]).is_ok() {}
        let _ = filler.sync_all();
    }

    fn free(&self) {
        fs::remove_file(self.0.join("filler")).expect("removed");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

/// A scene whose store or mail lies on a disk that can be full.
fn scene(from: &str, to: &str) -> Scene {
    let scene = Scene::with("[intake]\nsettle = \"0 seconds\"\n");
    let path = scene.path("config.toml");
    let config = fs::read_to_string(&path).expect("written").replace(from, to);
    let config = config.replace("[alerts]", "[alerts]\nretry_first = \"1 second\"");
    fs::write(path, config).expect("written");
    scene
}

/// The daemon, which cannot write beyond the first 64 KiB of any file.
fn limited(scene: &Scene) -> Daemon {
    let command = scene.command();
    let mut shell = Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; ulimit -S -f 128; exec \"$@\"", "sh"]);
    shell.arg(command.get_program()).args(command.get_args()).arg("run");
    Daemon::start(&mut shell)
}

fn unlimit(daemon: &Daemon) {
    let mut command = Command::new("prlimit");
    command.arg("--pid").arg(daemon.id().to_string()).arg("--fsize=unlimited");
    assert!(command.status().expect("prlimit is there").success());
}

/// What an undisturbed daemon makes of the examples: log, alerts and mails.
fn undisturbed() -> (Vec<serde_json::Value>, usize, usize) {
    let scene = Scene::new();
    scene.drop_seeds();
    scene.scan();
    (scene.log(), scene.alerts().len(), scene.mails().len())
}

#[test]
fn a_full_store_pauses_intake_and_nothing_is_lost_or_doubled() {
    let scene = scene("store.sqlite", "small/store.sqlite");
    if let Some(disk) = Disk::mount(scene.path("small"), 4 << 20) {
        full_store(&scene, Some(disk));
    }
}

#[test]
fn a_store_whose_file_may_not_grow_pauses_intake_too() {
    let scene = scene("store.sqlite", "small/store.sqlite");
    fs::create_dir(scene.path("small")).expect("created");
    full_store(&scene, None);
}

fn full_store(scene: &Scene, disk: Option<Disk>) {
    scene.scan();
    let mut daemon = match &disk {
        Some(_) => scene.start(),
        None => limited(scene),
    };
    daemon.wait_for("Absorbed what was there at the start.");
    if let Some(disk) = &disk {
        disk.fill();
    }
    scene.drop_seeds();
    let said = daemon.wait_for("The store cannot be written; intake pauses until it can.");
    let reason = said["reason"].as_str().expect("a reason");
    assert!(reason.contains("full") || reason.contains("disk I/O error"), "{reason}");
    match &disk {
        Some(disk) => disk.free(),
        None => unlimit(&daemon),
    }
    daemon.wait_for("The store can be written again; intake goes on.");
    daemon.stop();
    scene.scan();
    let (log, alerts, mails) = undisturbed();
    assert_eq!(scene.log(), log);
    assert_eq!((scene.alerts().len(), scene.mails().len()), (alerts, mails));
    let pending = scene.alerts().into_iter().filter(|alert| alert["state"] == "pending").count();
    assert_eq!(pending, 0);
}

/// Lines and mails of a directory that once refused.
fn written(directory: &Path) -> (usize, usize, usize) {
    let entries = fs::read_dir(directory).expect("readable");
    let names: Vec<String> =
        entries.map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    let mails = names.iter().filter(|name| name.ends_with(".eml")).count();
    let others = names.len() - mails - 1;
    let lines = fs::read_to_string(directory.join("alerts.jsonl")).expect("written");
    let mut ids: Vec<String> = lines
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).expect("whole")["id"].to_string()
        })
        .collect();
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all, "no line twice");
    (mails, all, others)
}

#[test]
fn a_full_disk_of_a_file_channel_is_tried_again() {
    let scene = two_files();
    if let Some(disk) = Disk::mount(scene.path("mail"), 2 << 20) {
        refused_files(&scene, Some(disk));
    }
}

#[test]
fn a_directory_that_refuses_a_file_channel_is_tried_again() {
    refused_files(&two_files(), None);
}

/// A scene with two recipients of files in one directory.
fn two_files() -> Scene {
    let lines = "[[recipient]]\nname = \"lines\"\nchannel = \"file\"\ndirectory = \"mail\"\n\
                 format = \"json\"\n[route]";
    let scene = scene("[route]", lines);
    let config = fs::read_to_string(scene.path("config.toml")).expect("written");
    let config = config.replace("\"log\", \"files\"", "\"files\", \"lines\"");
    fs::write(scene.path("config.toml"), config).expect("written");
    scene
}

fn refused_files(scene: &Scene, disk: Option<Disk>) {
    let place = scene.path("mail");
    match &disk {
        Some(disk) => disk.fill(),
        None => {
            fs::remove_dir(&place).expect("empty");
            std::os::unix::fs::symlink("/sys/kernel", &place).expect("linked");
        }
    }
    scene.drop_seeds();
    let mut daemon = scene.start();
    let refused = daemon.wait_for("Alert not sent yet.");
    if disk.is_some() {
        let reason = refused["reason"].as_str().expect("a reason");
        assert!(reason.contains("No space left"), "{reason}");
    }
    match &disk {
        Some(disk) => disk.free(),
        None => {
            fs::remove_file(&place).expect("a link");
            fs::create_dir(&place).expect("created");
        }
    }
    let (_, _, mails) = undisturbed();
    for _ in 0..2 * mails {
        daemon.wait_for("Alert sent.");
    }
    daemon.stop();
    assert_eq!(written(&place), (mails, mails, 0));
}
