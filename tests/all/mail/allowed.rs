//! `alerts.allow` holds when a mail is sent, whatever held when it was decided: what waits for an
//! address that it leaves out stays, says why, and goes out once it is let go.

use std::collections::BTreeSet;
use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};

use inspectwatch::model::alert::{AlertRow, AlertState};
use inspectwatch::store::Store;
use inspectwatch::store::outbox::AlertFilter;
use jiff::Timestamp;
use rustix::process::Signal;

use super::row;
use super::server::{Fault, Server};
use crate::scene::{BOUND, Scene};

/// What the log says of a configuration that was read again.
const RELOADED: &str = "Config and knowledge were read again and hold from now on.";

/// Mails that may be under way at once.
const LINES: usize = 4;

struct Office {
    scene: Scene,
    server: Server,
}

impl Office {
    /// So many mails wait, by turns to `r0` and `r1`; all addresses are allowed.
    fn new(mails: usize, fault: Fault) -> Self {
        let office = Self { scene: Scene::new(), server: Server::start(fault) };
        office.allow("");
        let now = Timestamp::now();
        let due = |n| AlertRow { created_at: now, next_due: Some(now), ..row(n, n % 2) };
        let rows: Vec<AlertRow> = (0..mails).map(due).collect();
        let store = Store::open(&office.scene.path("store.sqlite")).expect("a store");
        assert_eq!(store.put_alerts(&rows).expect("queued"), mails);
        office
    }

    /// Writes a configuration that allows these addresses, quoted; all where there are none.
    fn allow(&self, addresses: &str) {
        let toml = format!(
            "[store]\npath='store.sqlite'\n[[watch]]\npath='in'\n[log]\nformat='json'\n\
             [alerts]\nallow=[{addresses}]\n[smtp]\nhost='127.0.0.1'\nport={}\ntls='none'\n\
             from='alerts@example.test'\nmessages_per_minute=0\n\
             [[recipient]]\nname='r0'\nchannel='email'\naddress='R Nought <r0@example.test>'\n\
             [[recipient]]\nname='r1'\nchannel='email'\naddress='r1@example.test'\n\
             [route]\nname='all'\nrecipients=['r0']\n",
            self.server.port
        );
        fs::write(self.scene.path("config.toml"), toml).expect("written");
    }

    /// How many mails to a recipient are noted so.
    fn count(&self, recipient: &str, state: AlertState) -> usize {
        let recipient = Some(recipient.to_owned());
        let filter = AlertFilter { recipient, state: Some(state), ..AlertFilter::default() };
        self.scene.store().alerts(&filter).expect("readable").len()
    }

    /// Waits until so many mails to a recipient are noted as sent.
    #[track_caller]
    fn wait_for(&self, recipient: &str, mails: usize) {
        let begun = Instant::now();
        while self.count(recipient, AlertState::Sent) < mails {
            assert!(begun.elapsed() < BOUND, "{:#?}", self.scene.alerts());
            sleep(Duration::from_millis(5));
        }
    }

    /// Ids of the alerts that say that they are kept back, and for what reason.
    fn kept_back(&self) -> BTreeSet<(String, String)> {
        let said = |alert: &serde_json::Value| {
            let reason = alert.get("kept_back")?.as_str()?.to_owned();
            assert_eq!(alert["state"], "pending");
            Some((alert["recipient"].as_str()?.to_owned(), reason))
        };
        self.scene.alerts().iter().filter_map(said).collect()
    }
}

#[test]
fn what_waits_for_an_address_that_is_not_allowed_any_more_stays_and_says_why() {
    let office = Office::new(2, Fault::None);
    office.allow("'r1@example.test'");
    for _ in 0..2 {
        let said = office.scene.scan().stderr;
        let said = String::from_utf8_lossy(&said).into_owned();
        assert_eq!(said.matches("Alerts are kept back by").count(), 1, "{said}");
        assert!(said.contains("\"alerts\":1"), "{said}");
        assert_eq!(office.count("r0", AlertState::Pending), 1);
        assert_eq!(office.count("r1", AlertState::Sent), 1);
    }
    assert_eq!(office.server.taken().len(), 1);
    let reason = "the address is not in `alerts.allow`";
    assert_eq!(office.kept_back(), [("r0".to_owned(), reason.to_owned())].into());
    let listed = office.scene.command().arg("alerts").output().expect("the binary runs");
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert_eq!(listed.matches(&format!("    kept back: {reason}\n")).count(), 1, "{listed}");
    let metrics = office.scene.command().arg("metrics").output().expect("the binary runs");
    let metrics = String::from_utf8_lossy(&metrics.stdout).into_owned();
    assert!(metrics.contains("inspectwatch_alerts_kept_back 1\n"), "{metrics}");
    // An allowed address is the same however it is written.
    office.allow("'r1@example.test', 'R0@Example.test'");
    office.scene.scan();
    assert_eq!((office.count("r0", AlertState::Sent), office.server.taken().len()), (1, 1));
    assert!(office.kept_back().is_empty());
}

#[test]
fn a_test_mail_goes_only_where_mail_may_go() {
    let office = Office::new(0, Fault::None);
    office.allow("'r1@example.test'");
    let check = |address: &str| {
        let mut command = office.scene.command();
        command.args(["check", "--mail", address]).output().expect("the binary runs")
    };
    let refused = check("r0@example.test");
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert!(said.contains("`alerts.allow` leaves this address out"), "{said}");
    assert!(office.server.taken().is_empty());
    assert!(check("Jo Bloggs <R1@example.test>").status.success());
    assert_eq!(office.server.taken().len(), 1);
}

#[test]
fn mails_that_wait_their_turn_stay_when_a_reload_forbids_their_address() {
    let (each, mails) = (40, 80);
    let office = Office::new(mails, Fault::Slow(20));
    let mut daemon = office.scene.start();
    office.wait_for("r0", 1);
    office.allow("'r1@example.test'");
    daemon.signal(Signal::HUP);
    daemon.wait_for(RELOADED);
    let before = office.count("r0", AlertState::Sent);
    office.wait_for("r1", each);
    let after = office.count("r0", AlertState::Sent);
    // What the server had accepted when the reload was heard may not have been noted yet.
    assert!(after <= before + 2 * LINES, "{before} before, {after} after");
    assert!(after < each, "some were still waiting");
    office.allow("");
    daemon.signal(Signal::HUP);
    office.wait_for("r0", each);
    daemon.stop();
    let taken = office.server.taken();
    let once: BTreeSet<&String> = taken.iter().collect();
    assert_eq!((taken.len(), once.len()), (mails, mails), "none is lost, none sent twice");
}

#[test]
fn a_dry_run_that_is_turned_on_keeps_back_what_waits() {
    let office = Office::new(2, Fault::None);
    let path = office.scene.path("config.toml");
    let config = fs::read_to_string(&path).expect("written");
    fs::write(&path, config.replace("[alerts]", "[alerts]\ndry_run=true")).expect("written");
    office.scene.scan();
    let reason = "this is a dry run (`alerts.dry_run`)".to_owned();
    let all = [("r0".to_owned(), reason.clone()), ("r1".to_owned(), reason)];
    assert_eq!(office.kept_back(), all.into());
    assert!(office.server.taken().is_empty());
}
