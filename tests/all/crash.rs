//! Killed at any moment and started again, the daemon ends where an undisturbed one does.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::scene::{BOUND, Scene};

/// The examples were written just now: nothing is to be waited for.
const AT_ONCE: &str = "[intake]\nsettle = \"0 seconds\"\n";

/// What an outsider can see of a store: the log, the alerts, the mails.
struct Outcome {
    log: Vec<Value>,
    alerts: Vec<String>,
    mails: BTreeSet<String>,
}

fn outcome(scene: &Scene) -> Outcome {
    let mut daemon = scene.start();
    daemon.wait_for("Absorbed what was there at the start.");
    daemon.stop();
    // Sends what is left and waits for it.
    scene.scan();
    let alerts = scene.alerts().into_iter().map(without_attempts).collect();
    Outcome { log: scene.log(), alerts, mails: scene.mails() }
}

/// A kill between "accepted" and "noted" costs an attempt, not a second alert.
fn without_attempts(mut alert: Value) -> String {
    alert.as_object_mut().expect("an object").remove("attempts");
    alert.to_string()
}

/// Compares lists of lines, naming only what differs.
#[track_caller]
fn same<T: PartialEq + std::fmt::Debug>(moment: usize, got: &[T], want: &[T]) {
    let only = |one: &[T], other: &[T]| -> String {
        one.iter().filter(|line| !other.contains(line)).map(|line| format!("{line:#?}\n")).collect()
    };
    let (more, less) = (only(got, want), only(want, got));
    assert!(got == want, "after a kill at moment {moment}, too much: {more} too little: {less}");
}

#[test]
fn ten_kills_change_nothing() {
    let undisturbed = Scene::with(AT_ONCE);
    let files = undisturbed.drop_seeds();
    let want = outcome(&undisturbed);
    assert!(want.log.len() > files && !want.alerts.is_empty() && !want.mails.is_empty());
    for moment in 0..10 {
        let scene = Scene::with(AT_ONCE);
        scene.drop_seeds();
        let mut daemon = scene.start();
        // Spread over the scan by the lines that it logs, one per file at least.
        for _ in 0..moment * files / 9 {
            daemon.next(BOUND);
        }
        daemon.kill();
        let got = outcome(&scene);
        same(moment, &got.log, &want.log);
        same(moment, &got.alerts, &want.alerts);
        assert_eq!(got.mails, want.mails);
    }
}
