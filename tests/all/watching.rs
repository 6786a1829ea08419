//! The daemon at work: files that arrive, grow, move and come twice.

use std::fs::{self, File};
use std::io::Write;
use std::time::Duration;

use inspectwatch::model::alert::AlertState;
use inspectwatch::store::outbox::AlertFilter;
use rustix::process::Signal;

use crate::scene::Scene;

const EARLIER: &str = "Children's services in Leeds told to improve\n\n\
    Ofsted has rated children's services in Leeds as requires improvement overall. \
    Inspectors visited from 4 to 15 June 2018.\n";

const LATER: &str = "Children's services in Leeds rated good\n\n\
    Ofsted has rated children's services in Leeds as good overall. \
    Inspectors visited from 6 to 17 May 2024.\n";

#[test]
fn a_release_that_arrives_becomes_an_alert() {
    let scene = Scene::new();
    scene.drop_in("2018.txt", EARLIER);
    let mut daemon = scene.start();
    daemon.wait_for("Absorbed what was there at the start.");
    let path = scene.move_in("2024.txt", LATER);
    let line = daemon.wait_for_file(&path);
    assert_eq!(line["message"], "Recorded.");
    assert_eq!(line["told"], "Leeds childrens-services inspection 2024-05-17");
    let sent = daemon.wait_for("Alert sent.");
    assert!(sent["subject"].as_str().is_some_and(|s| s.contains("Leeds")), "{sent}");
    daemon.stop();
    let log = scene.log();
    let rating = log.iter().find(|change| change["kind"] == "rating").expect("a rating change");
    assert_eq!((&rating["from"], &rating["to"]), (&"requires-improvement".into(), &"good".into()));
}

#[test]
fn a_file_that_is_still_written_is_not_read() {
    let scene = Scene::with("[intake]\nsettle = \"1 second\"\n");
    let mut daemon = scene.start();
    daemon.wait_for("Absorbed what was there at the start.");
    let path = scene.path("in/growing.txt");
    let mut file = File::create(&path).expect("created");
    // Longer than the settle time in all, never as long between two pieces.
    for piece in LATER.as_bytes().chunks(LATER.len() / 12) {
        file.write_all(piece).expect("written");
        file.flush().expect("written");
        assert_eq!(daemon.next(Duration::from_millis(200)), None);
    }
    drop(file);
    assert_eq!(daemon.wait_for_file(&path)["message"], "Recorded.");
    assert_eq!(daemon.lines_about(&path), 1);
    daemon.stop();
}

#[test]
fn renames_and_copies_are_no_news() {
    let scene = Scene::new();
    let first = scene.drop_in("a.txt", LATER);
    let mut daemon = scene.start();
    daemon.wait_for("Absorbed what was there at the start.");
    let (renamed, copy) = (scene.path("in/b.txt"), scene.path("in/deep/c.txt"));
    fs::rename(&first, &renamed).expect("renamed");
    daemon.wait_for_file(&renamed);
    fs::create_dir(scene.path("in/deep")).expect("created");
    fs::copy(&renamed, &copy).expect("copied");
    assert_eq!(
        daemon.wait_for_file(&copy)["message"],
        "Seen before under the same or another name."
    );
    daemon.stop();
    let alerts = scene.alerts();
    let told: Vec<_> = alerts.iter().filter(|a| a["recipient"] == "files").collect();
    assert_eq!(told.len(), 1, "{alerts:#?}");
    assert_eq!(scene.mails().len(), 1);
}

#[test]
fn it_ends_within_five_seconds_and_sends_what_was_left_when_it_comes_back() {
    let scene = Scene::new();
    scene.drop_seeds();
    let mut daemon = scene.start();
    daemon.wait_for("Watching.");
    let (code, took) = daemon.stop();
    assert_eq!(code, Some(0));
    assert!(took < Duration::from_secs(5), "{took:?}");
    let mut daemon = scene.start();
    daemon.wait_for("Absorbed what was there at the start.");
    daemon.stop();
    // All that is due was sent, by this daemon or the next.
    scene.scan();
    let pending = AlertFilter { state: Some(AlertState::Pending), ..AlertFilter::default() };
    assert_eq!(scene.store().alerts(&pending).expect("a query"), []);
}

#[test]
fn a_wrong_config_is_refused_and_the_old_one_holds() {
    let scene = Scene::new();
    let mut daemon = scene.start();
    daemon.wait_for("Absorbed what was there at the start.");
    let config = scene.path("config.toml");
    let right = fs::read_to_string(&config).expect("readable");
    fs::write(&config, "[intake]\nsettel = \"2 seconds\"\n").expect("written");
    daemon.signal(Signal::HUP);
    let line = daemon.wait_for("Config and knowledge stay as they were.");
    assert!(line["reason"].as_str().is_some_and(|reason| reason.contains("settel")), "{line}");
    fs::remove_file(&config).expect("removed");
    daemon.signal(Signal::HUP);
    let line = daemon.wait_for("Config and knowledge stay as they were.");
    assert!(
        line["reason"].as_str().is_some_and(|reason| reason.contains("No such file")),
        "{line}"
    );
    // What only holds from the next start on is named.
    fs::write(&config, right.replace("store.sqlite", "other.sqlite")).expect("written");
    daemon.signal(Signal::HUP);
    let line = daemon.wait_for("These keys hold from the next start on only: restart.");
    assert_eq!(line["keys"], "store.path");
    // A right one holds at once, with directories of its own.
    fs::create_dir(scene.path("in2")).expect("created");
    fs::write(&config, right.replace("path = \"in\"", "path = \"in2\"")).expect("written");
    daemon.signal(Signal::HUP);
    daemon.wait_for("Config and knowledge were read again and hold from now on.");
    let there = scene.path("in2/a.txt");
    fs::rename(scene.move_in("a.txt", LATER), &there).expect("moved");
    assert_eq!(daemon.wait_for_file(&there)["message"], "Recorded.");
    daemon.stop();
}
