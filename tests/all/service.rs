//! The daemon as systemd sees it: the notify protocol and the unit file.

use std::io::ErrorKind;
use std::os::unix::net::UnixDatagram;
use std::path::Path;
use std::process::Command;

use rustix::process::Signal;

use crate::scene::{BOUND, Daemon, Scene};

/// Reads notifications up to one that holds this line.
#[track_caller]
fn hear(socket: &UnixDatagram, line: &str) {
    let mut heard = Vec::new();
    let mut buffer = [0; 1024];
    while let Ok(length) = socket.recv(&mut buffer) {
        let words = String::from_utf8_lossy(&buffer[..length]).into_owned();
        let found = words.lines().any(|said| said == line);
        heard.push(words);
        if found {
            return;
        }
    }
    panic!("not said within the bound: {line}; but {heard:#?}");
}

#[test]
fn systemd_is_told_what_goes_on() {
    let scene = Scene::new();
    let path = scene.path("notify");
    let socket = UnixDatagram::bind(&path).expect("a socket");
    socket.set_read_timeout(Some(BOUND)).expect("set");
    let mut command = scene.command();
    command.arg("run").env("NOTIFY_SOCKET", &path).env("WATCHDOG_USEC", "200000");
    let daemon = Daemon::start(&mut command);
    hear(&socket, "READY=1");
    hear(&socket, "STATUS=watching; 0 files at the start");
    hear(&socket, "WATCHDOG=1");
    hear(&socket, "WATCHDOG=1");
    daemon.signal(Signal::HUP);
    hear(&socket, "RELOADING=1");
    hear(&socket, "READY=1");
    daemon.signal(Signal::TERM);
    hear(&socket, "STOPPING=1");
}

#[test]
fn the_unit_is_accepted_by_systemd() {
    let unit = Path::new(env!("CARGO_MANIFEST_DIR")).join("systemd/inspectwatch.service");
    let run =
        |arguments: &[&str]| Command::new("systemd-analyze").args(arguments).arg(&unit).output();
    let verified = match run(&["verify"]) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            println!("skipped: this machine has no systemd-analyze");
            return;
        }
        verified => verified.expect("it runs"),
    };
    let said = String::from_utf8_lossy(&verified.stderr).into_owned();
    assert!(verified.status.success() && said.is_empty(), "{said}");
    // Exposure in tenths, 0 to 100.
    let rated = run(&["security", "--offline=true", "--threshold=15"]).expect("it runs");
    assert!(rated.status.success(), "{}", String::from_utf8_lossy(&rated.stdout));
}
