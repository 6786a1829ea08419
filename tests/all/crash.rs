//! Killed at any moment and started again, the daemon ends where an undisturbed one does.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::scene::{BOUND, Scene};

/// The examples were written just now: nothing is to be waited for.
const AT_ONCE: &str = "[intake]\nsettle = \"0 seconds\"\n";

/// What an outsider can see of a store: the log, the alerts, the mails.
fn outcome(scene: &Scene) -> (Vec<Value>, Vec<Value>, BTreeSet<String>) {
    let mut daemon = scene.start();
    daemon.wait_for("Absorbed what was there at the start.");
    daemon.stop();
    // Sends what is left and waits for it.
    scene.scan();
    (scene.log(), scene.alerts().into_iter().map(without_attempts).collect(), scene.mails())
}

/// A kill between "accepted" and "noted" costs an attempt, not a second alert.
fn without_attempts(mut alert: Value) -> Value {
    alert.as_object_mut().expect("an object").remove("attempts");
    alert
}

#[test]
fn ten_kills_change_nothing() {
    let undisturbed = Scene::with(AT_ONCE);
    let files = undisturbed.drop_seeds();
    let want = outcome(&undisturbed);
    assert!(want.0.len() > files && !want.1.is_empty() && !want.2.is_empty());
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
        assert_eq!(got.0, want.0, "the log after a kill at moment {moment}");
        assert_eq!(got.1, want.1, "the alerts after a kill at moment {moment}");
        assert_eq!(got.2, want.2, "the mails after a kill at moment {moment}");
    }
}
