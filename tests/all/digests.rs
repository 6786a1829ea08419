//! What waits for a digest when the configuration changes: nothing is lost, and nothing is told twice.

use std::fs;

use serde_json::Value;

use crate::scene::Scene;

const RELEASE: &str = "Wakefield Council\n\nWakefield’s children’s services have been rated ‘Good’ \
    overall by Ofsted following an inspection of local authority children's services between 3 and 14 \
    March 2025. The services were rated ‘Inadequate’ in 2018.\n\nPublished 9 May 2025\n";

const SELDOM: &str = "[[digest]]\nname = \"seldom\"\ncron = \"0 0 29 2 *\"\n";

/// Changes the configuration.
fn reconfigure(scene: &Scene, from: &str, to: &str) {
    let path = scene.path("config.toml");
    let config = fs::read_to_string(&path).expect("written");
    assert!(config.contains(from), "{from} is not in:\n{config}");
    fs::write(path, config.replace(from, to)).expect("written");
}

/// A scene in which an alert to files waits for a digest that comes in leap years.
fn waiting() -> Scene {
    let scene = Scene::new();
    let deliver = "channel = \"file\"\ndeliver = \"seldom\"";
    reconfigure(&scene, "channel = \"file\"", deliver);
    reconfigure(&scene, "\"log\", \"files\"", "\"files\"");
    reconfigure(&scene, "[route]", &format!("{SELDOM}[route]"));
    scene.move_in("release.txt", RELEASE);
    scene.scan();
    assert_eq!(
        (alert(&scene)["state"].as_str(), scene.mails().len()),
        (Some("held-for-digest"), 0)
    );
    scene
}

#[track_caller]
fn alert(scene: &Scene) -> Value {
    let mut alerts = scene.alerts();
    assert_eq!(alerts.len(), 1, "{alerts:#?}");
    alerts.remove(0)
}

#[test]
fn what_a_digest_held_is_sent_when_the_digest_is_removed() {
    let scene = waiting();
    reconfigure(&scene, SELDOM, "");
    reconfigure(&scene, "deliver = \"seldom\"", "");
    for _ in 0..2 {
        scene.scan();
        let alert = alert(&scene);
        assert_eq!((alert["state"].as_str(), scene.mails().len()), (Some("sent"), 1));
        let why = alert["why"].as_str().expect("words");
        assert!(why.ends_with("; the digest seldom is not configured any more"), "{why}");
    }
}

#[test]
fn what_a_digest_held_for_a_recipient_that_is_removed_fails_and_says_so() {
    let scene = waiting();
    reconfigure(&scene, "name = \"files\"", "name = \"others\"");
    reconfigure(&scene, "\"files\"", "\"others\"");
    scene.scan();
    let alert = alert(&scene);
    assert_eq!((alert["state"].as_str(), scene.mails().len()), (Some("failed"), 0));
    let error = alert["last_error"].as_str().expect("words");
    assert_eq!(error, "the recipient `files` is not configured any more");
    reconfigure(&scene, "name = \"others\"", "name = \"files\"");
    reconfigure(&scene, "\"others\"", "\"files\"");
    let id = alert["id"].as_str().expect("an id");
    assert!(scene.command().args(["alerts", "retry", id]).status().expect("it runs").success());
    scene.scan();
    assert_eq!(scene.mails().len(), 1);
}

#[test]
fn a_trial_run_sends_nothing_that_a_removed_digest_held() {
    let scene = waiting();
    reconfigure(&scene, SELDOM, "");
    reconfigure(&scene, "deliver = \"seldom\"", "");
    reconfigure(&scene, "[alerts]", "[alerts]\ndry_run = true");
    scene.scan();
    assert_eq!(
        (alert(&scene)["state"].as_str(), scene.mails().len()),
        (Some("held-for-digest"), 0)
    );
    reconfigure(&scene, "dry_run = true", "");
    scene.scan();
    assert_eq!((alert(&scene)["state"].as_str(), scene.mails().len()), (Some("sent"), 1));
}
