//! Webhooks: against a receiver in another language that checks the signature and misbehaves.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use inspectwatch::alert::due::{self, Outcome};
use inspectwatch::config::Config;
use inspectwatch::model::alert::{AlertRow, AlertState, Channel};
use serde_json::Value;

use crate::mail::certificates;
use crate::mail::{self, start};
use crate::scene::{BOUND, Daemon, Scene};

const SECRET: &str = "whsec_dGhpcyBpcyBub3QgYSByZWFsIHNlY3JldA==";

struct Hook {
    port: u16,
    requests: Receiver<Value>,
    child: Child,
}

impl Drop for Hook {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Hook {
    fn start(certificate: &[&Path]) -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/all/webhook/server.py");
        let mut command = Command::new("python3");
        command.arg(script).arg(SECRET).args(certificate).stdout(Stdio::piped());
        let mut child = command.spawn().expect("this test needs python3");
        let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let port = lines.next().expect("a line").expect("UTF-8").parse().expect("a port");
        let (tell, requests) = channel();
        thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let request = serde_json::from_str(&line).expect("a line of JSON");
                if tell.send(request).is_err() {
                    return;
                }
            }
        });
        Self { port, requests, child }
    }

    /// The next request, waited for.
    #[track_caller]
    fn request(&self) -> Value {
        self.requests.recv_timeout(BOUND).expect("a request comes")
    }

    /// All requests since the last call.
    #[track_caller]
    fn requests(&self) -> Vec<Value> {
        let mut mark = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        mark.write_all(b"GET / HTTP/1.0\r\n\r\n").expect("sent");
        std::iter::from_fn(|| Some(self.request()).filter(|r| !r["path"].is_null())).collect()
    }
}

/// A recipient `r0` whose webhook is at an address, with a secret beside the configuration.
fn config(directory: &Path, url: &str, more: &str) -> Config {
    let secret = directory.join("secret");
    fs::write(&secret, format!("{SECRET}\n")).expect("written");
    let secret = secret.display();
    let toml = format!(
        "{more}\n[[recipient]]\nname='r0'\nchannel='webhook'\nurl='{url}'\n\
         secret_file='{secret}'\n[route]\nname='all'\nrecipients=['r0']"
    );
    let mut config = Config::from_text(&toml).expect("well formed");
    config.webhook.timeout.0 = Duration::from_secs(1);
    config
}

fn row(number: usize) -> AlertRow {
    AlertRow { channel: Channel::Webhook, message_id: None, ..mail::row(number, 0) }
}

#[track_caller]
fn case(hook: &Hook, path: &str, want: AlertState, words: &str) {
    let directory = tempfile::tempdir().expect("a directory");
    let config = config(directory.path(), &format!("http://127.0.0.1:{}/{path}", hook.port), "");
    let begun = Instant::now();
    let delivered = mail::deliver(&config, vec![row(1)]);
    assert!(begun.elapsed() < Duration::from_secs(5), "{path} took {:?}", begun.elapsed());
    mail::becomes(&delivered[0], &config, want, words);
    let requests = hook.requests();
    assert_eq!(requests.len(), 1, "{path} is asked once: {requests:?}");
}

#[test]
fn each_answer_has_its_outcome() {
    let hook = Hook::start(&[]);
    case(&hook, "", AlertState::Sent, "");
    case(&hook, "status/200", AlertState::Sent, "");
    case(
        &hook,
        "status/400",
        AlertState::Failed,
        "answered 400 Bad Request: <b>said the server</b>",
    );
    case(&hook, "status/404", AlertState::Failed, "404");
    case(&hook, "status/410", AlertState::Failed, "410");
    case(&hook, "status/408", AlertState::Pending, "408");
    case(&hook, "status/425", AlertState::Pending, "425");
    case(&hook, "status/429", AlertState::Pending, "429");
    case(&hook, "status/500", AlertState::Pending, "500");
    case(&hook, "status/503", AlertState::Pending, "503");
    // Nothing is followed: the receiver is asked once, and not at another address.
    case(&hook, "redirect", AlertState::Failed, "308 Permanent Redirect, to /followed");
    case(&hook, "silent/30", AlertState::Pending, "no answer from 127.0.0.1 within 1 seconds");
    case(&hook, "half", AlertState::Pending, "post the alert");
    case(&hook, "drop", AlertState::Pending, "post the alert");
    case(&hook, "endless", AlertState::Pending, "answered 500 Internal Server Error: no no");
}

#[test]
fn a_wait_that_is_asked_for_is_kept() {
    let hook = Hook::start(&[]);
    let directory = tempfile::tempdir().expect("a directory");
    let url = format!("http://localhost:{}/status/503/7200", hook.port);
    let config = config(directory.path(), &url, "");
    let delivered = mail::deliver(&config, (0..20).map(row).collect());
    for (row, outcome) in &delivered {
        let update = due::after(row, outcome, &config.alerts, start());
        let wait = update.next_due.expect("tried again").duration_since(start());
        assert_eq!(wait.as_secs(), 7200, "{outcome:?}");
    }
    assert_eq!((delivered.len(), hook.requests().len()), (20, 1), "who is busy is asked once");
}

#[test]
fn what_is_posted_is_signed_and_says_everything() {
    let hook = Hook::start(&[]);
    let directory = tempfile::tempdir().expect("a directory");
    let url = format!("http://127.0.0.1:{}/alerts?from=here", hook.port);
    let config = config(directory.path(), &url, "");
    for (_, outcome) in mail::deliver(&config, vec![row(1), row(1), row(2)]) {
        assert_eq!(outcome, Outcome::Accepted);
    }
    let requests = hook.requests();
    assert!(requests.iter().all(|request| request["signed"] == true), "{requests:?}");
    let ids: Vec<_> = requests.iter().map(|request| request["id"].as_str()).collect();
    let (one, two) = (row(1).id, row(2).id);
    assert_eq!(ids, [Some(one.as_str()), Some(one.as_str()), Some(two.as_str())]);
    let first = &requests[0];
    assert_eq!(first["path"], "/alerts?from=here");
    assert_eq!(first["type"], "application/json");
    assert_eq!(first["host"], format!("127.0.0.1:{}", hook.port));
    let body = &first["body"];
    assert_eq!(body["id"], one);
    let subject = "Testshire children's services: Inadequate → Good; 2 new priorities";
    assert_eq!(body["subject"], subject);
    assert_eq!(body["notices"][0]["priorities"][0]["later_text"], "Naïve plans — “œuvre”");
}

#[test]
fn certificates_are_verified_and_a_private_authority_can_be_trusted() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path();
    certificates::make(path);
    let hook = Hook::start(&[&path.join("cert.pem"), &path.join("key.pem")]);
    let trusting = format!("[webhook]\nca_file='{}'", path.join("ca.pem").display());
    for (host, more, refused) in [
        ("localhost", trusting.as_str(), None),
        // The certificate names `localhost` only.
        ("127.0.0.1", trusting.as_str(), Some("certificate")),
        ("localhost", "", Some("certificate")),
    ] {
        let config = config(path, &format!("https://{host}:{}/", hook.port), more);
        let (_, outcome) = mail::deliver(&config, vec![row(1)]).remove(0);
        match refused {
            None => assert_eq!(outcome, Outcome::Accepted),
            Some(words) => assert!(
                matches!(&outcome, Outcome::Temporary(said) if said.contains(words)),
                "{outcome:?}"
            ),
        }
    }
    hook.request();
    assert!(hook.requests.try_recv().is_err(), "nothing is posted to whom nobody vouches for");
}

#[test]
fn who_cannot_be_reached_is_tried_again_later() {
    let directory = tempfile::tempdir().expect("a directory");
    let closed = format!("http://localhost:{}/", mail::closed_port());
    for (url, words) in [
        (closed.as_str(), "refused"),
        ("https://nowhere.invalid/", "connect to nowhere.invalid:443"),
    ] {
        let config = config(directory.path(), url, "");
        mail::all_wait(&mail::deliver(&config, (0..50).map(row).collect()), 50, words);
    }
}

#[test]
fn a_secret_that_is_missing_or_weak_posts_nothing() {
    let hook = Hook::start(&[]);
    let directory = tempfile::tempdir().expect("a directory");
    let config = config(directory.path(), &format!("http://127.0.0.1:{}/", hook.port), "");
    let secret = directory.path().join("secret");
    for (content, words) in [
        (Some("short"), "too short"),
        (Some("whsec_*"), "not base64"),
        (Some("\n"), "the file is empty"),
        (None, "read the secret"),
    ] {
        match content {
            Some(content) => fs::write(&secret, content).expect("written"),
            None => fs::remove_file(&secret).expect("removed"),
        }
        mail::all_wait(&mail::deliver(&config, vec![row(1)]), 1, words);
    }
    assert_eq!(hook.requests().len(), 0);
}

/// The daemon with webhooks whose secret is a systemd credential.
fn office(hook: &Hook, recipients: &[(&str, &str)]) -> (Scene, Daemon) {
    let mut toml = "[alerts]\nmax_age='36500 days'\nretry_first='1 second'\n".to_owned();
    toml += "[intake]\nsettle='0 seconds'\n[store]\npath='store.sqlite'\n[log]\nformat='json'\n";
    toml += "[[watch]]\npath='in'\n[route]\nname='all'\n";
    let names: Vec<_> = recipients.iter().map(|(name, _)| format!("'{name}'")).collect();
    toml += &format!("recipients=[{}]\n", names.join(","));
    for (name, path) in recipients {
        toml += &format!("[[recipient]]\nname='{name}'\n");
        toml += &match path.strip_prefix("run ") {
            Some(script) => format!("channel='command'\ncommand=['/bin/sh', '-c', '{script}']\n"),
            None => format!(
                "channel='webhook'\nurl='http://127.0.0.1:{}/{path}'\nsecret_credential='hook'\n",
                hook.port
            ),
        };
    }
    let scene = Scene::new();
    fs::write(scene.path("config.toml"), toml).expect("written");
    fs::write(scene.path("hook"), SECRET).expect("written");
    let mut command = scene.command();
    command.arg("run").env("CREDENTIALS_DIRECTORY", scene.path(""));
    let mut daemon = Daemon::start(&mut command);
    daemon.wait_for("Absorbed what was there at the start.");
    scene.move_in("release.txt", RELEASE);
    (scene, daemon)
}

const RELEASE: &str = "Wakefield Council\n\nWakefield’s children’s services have been rated ‘Good’ \
    overall by Ofsted following an inspection of local authority children's services between 3 and 14 \
    March 2025. The services were rated ‘Inadequate’ in 2018.\n";

#[test]
fn the_daemon_posts_and_tries_again_until_it_is_taken() {
    let hook = Hook::start(&[]);
    let (scene, mut daemon) = office(&hook, &[("intranet", "busy-once")]);
    let (first, second) = (hook.request(), hook.request());
    assert_eq!(first["id"], second["id"], "the receiver's key to leave repetitions out");
    assert!(first["signed"] == true && second["signed"] == true);
    daemon.wait_for("Alert sent.");
    let alerts = scene.alerts();
    let sent: Vec<_> = alerts.iter().filter(|alert| alert["state"] == "sent").collect();
    assert_eq!(sent.len(), 1, "{alerts:?}");
    assert_eq!((&sent[0]["id"], &sent[0]["attempts"]), (&first["id"], &Value::from(2)));
    assert!(hook.requests().is_empty(), "and no more than that");
}

#[test]
fn a_slow_receiver_delays_no_other() {
    let hook = Hook::start(&[]);
    let others = [("slow", "silent/25"), ("stuck", "run sleep 25"), ("quick", "")];
    let (_scene, mut daemon) = office(&hook, &others);
    let begun = Instant::now();
    let sent = daemon.wait_for("Alert sent.");
    assert_eq!(sent["recipient"], "quick", "{sent}");
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}
