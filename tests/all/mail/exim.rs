//! Against Exim, with TLS and sign-in, delivered to a Maildir and read by another program than ours.

use std::fs;
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use inspectwatch::alert::due::Outcome;
use inspectwatch::config::Config;
use inspectwatch::model::alert::{AlertKind, AlertRow, CorrectionLine, Window};
use jiff::ToSpan;
use serde_json::Value;

use super::certificates::{self, run};
use super::{closed_port, deliver, notice, row, start};

const EXIM: &str = "/usr/sbin/exim4";

/// Waiting for something that another process does ends with a failure after this.
const PATIENCE: Duration = Duration::from_secs(30);

struct Exim {
    directory: tempfile::TempDir,
    starttls: u16,
    implicit: u16,
    child: Child,
}

impl Drop for Exim {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Exim {
    /// What a script says of the mails delivered, once there are so many.
    fn read(&self, number: usize, script: &str, argument: &str) -> Vec<Value> {
        let maildir = self.directory.path().join("Maildir");
        let new = maildir.join("new");
        wait_until(|| fs::read_dir(&new).is_ok_and(|entries| entries.count() == number));
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all/mail").join(script);
        // The system's own, for which packages are installed.
        let mut python = Command::new("/usr/bin/python3");
        let output = python.arg(script).arg(maildir).arg(argument).output().expect("python3");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let lines = String::from_utf8(output.stdout).expect("UTF-8");
        lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }

    fn start() -> Self {
        let needed = "this test needs exim4-daemon-light, openssl, python3 and root";
        assert!(Path::new(EXIM).exists(), "{needed}");
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path();
        let (starttls, implicit) = (closed_port(), closed_port());
        let config = include_str!("exim.conf")
            .replace("@DIR@", &path.display().to_string())
            .replace("@STARTTLS@", &starttls.to_string())
            .replace("@IMPLICIT@", &implicit.to_string());
        fs::write(path.join("exim.conf"), config).expect("can be written");
        certificates::make(path);
        run(path, "mkdir spool log Maildir");
        run(path, "chown -R Debian-exim:Debian-exim spool log Maildir key.pem cert.pem");
        run(path, "chmod 755 .");
        let child = Command::new(EXIM)
            .args(["-C", &path.join("exim.conf").display().to_string(), "-bdf"])
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()
            .expect(needed);
        let exim = Self { directory, starttls, implicit, child };
        wait_until(|| TcpStream::connect(("127.0.0.1", starttls)).is_ok());
        exim
    }

    fn config(&self, tls: &str, password: &str, more: &str) -> Config {
        let path = self.directory.path();
        fs::write(path.join("password"), format!("{password}\n")).expect("can be written");
        let port = if tls == "implicit" { self.implicit } else { self.starttls };
        let password = path.join("password").display().to_string();
        let toml = format!(
            "[smtp]\nhost='localhost'\nport={port}\ntls='{tls}'\nuser='alerts'\n\
             password_file='{password}'\nfrom='Prüfung <alerts@example.test>'\n\
             messages_per_minute=0\n{more}\n[[recipient]]\nname='r0'\nchannel='email'\n\
             address='Zoë Ŵyn <r0@example.test>'\n[route]\nname='all'\nrecipients=['r0']"
        );
        Config::from_text(&toml).expect("well formed")
    }

    fn trusting(&self) -> String {
        format!("ca_file='{}'", self.directory.path().join("ca.pem").display())
    }

    /// The mails delivered, once there are so many.
    fn mails(&self, number: usize) -> Vec<Value> {
        let mails = self.read(number, "parse.py", "");
        assert!(mails.iter().all(|mail| mail["defects"] == serde_json::json!([])), "{mails:?}");
        mails
    }
}

fn wait_until(mut reached: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !reached() {
        assert!(begun.elapsed() < PATIENCE, "nothing happened for {PATIENCE:?}");
        sleep(Duration::from_millis(20));
    }
}

fn header<'m>(mail: &'m Value, name: &str) -> &'m str {
    mail["headers"][name].as_str().unwrap_or_else(|| panic!("{name} in {}", mail["headers"]))
}

fn find<'m>(mails: &'m [Value], id: &str) -> &'m Value {
    let id = format!("<{id}@example.test>");
    mails.iter().find(|mail| header(mail, "message-id") == id).expect("delivered")
}

fn correction() -> AlertRow {
    let mut corrected = notice("Testshire");
    corrected.replies_to = row(1, 0).message_id;
    corrected.corrections = vec![CorrectionLine {
        change_id: "g".into(),
        now_ids: vec![],
        said: "Overall effectiveness: Inadequate → Good".into(),
        now: Some("Overall effectiveness: Requires improvement → Good".into()),
        reason: "the revised report says so".into(),
    }];
    AlertRow { kind: AlertKind::Correction, notices: vec![corrected], ..row(2, 0) }
}

fn digest() -> AlertRow {
    let long = "Ymlaen â’r gwaith – ".repeat(12);
    let notices = (0..200).map(|n| notice(&format!("{long}{n}"))).collect();
    let window = Window { from: start() - 168.hours(), to: start() };
    let thread = String::new();
    AlertRow { kind: AlertKind::Digest, window: Some(window), thread, notices, ..row(3, 0) }
}

#[test]
fn alert_correction_and_digest_arrive_whole_and_in_their_thread() {
    let exim = Exim::start();
    for (config, rows) in [
        (exim.config("starttls", "secret", &exim.trusting()), vec![row(1, 0), correction()]),
        (exim.config("implicit", "secret", &exim.trusting()), vec![digest()]),
    ] {
        for (row, outcome) in deliver(&config, rows) {
            assert_eq!(outcome, Outcome::Accepted, "{}", row.id);
        }
    }
    let mails = exim.mails(3);

    let alert = find(&mails, &row(1, 0).id);
    let subject = "Testshire children's services: Inadequate → Good; 2 new priorities";
    assert_eq!(header(alert, "subject"), subject);
    assert_eq!(header(alert, "to"), "Zoë Ŵyn <r0@example.test>");
    assert_eq!(header(alert, "from"), "Prüfung <alerts@example.test>");
    assert_eq!(header(alert, "date"), "Mon, 02 Mar 2026 09:00:00 +0000");
    assert_eq!(header(alert, "auto-submitted"), "auto-generated");
    assert_eq!(header(alert, "list-id"), "Inspection alerts <alerts.example.test>");
    assert!(header(alert, "list-unsubscribe").starts_with("<mailto:alerts@example.test"));
    assert_eq!(alert["type"], "multipart/alternative");
    for part in ["text", "html"] {
        let part = alert[part].as_str().expect("a part");
        for words in ["Naïve plans — “œuvre”", "Ŷ Gwasanaethau £", "“is good. . ..”", "release.pdf"]
        {
            assert!(part.contains(words), "{words} in {part}");
        }
    }

    let correction = find(&mails, &row(2, 0).id);
    assert!(header(correction, "subject").starts_with("Correction: Testshire children's services"));
    assert_eq!(header(correction, "in-reply-to"), header(alert, "message-id"));
    let root = header(alert, "references");
    assert!(header(correction, "references").starts_with(root), "one thread");

    let digest = find(&mails, &row(3, 0).id);
    let text = digest["text"].as_str().expect("a part");
    assert!(text.contains("â’r gwaith – 199: Children's services"));
    assert!(text.contains("1 area: 200 grades up, 0 down, 400 new priorities."), "{text:.300}");
    assert!(header(digest, "subject").starts_with("Inspection digest: Ymlaen â’r gwaith"));
}

#[test]
fn a_wrong_password_or_certificate_sends_nothing_and_is_tried_again() {
    let exim = Exim::start();
    let trusting = exim.trusting();
    for (password, more, words) in
        [("wrong", trusting.as_str(), "sign in to localhost"), ("secret", "", "certificate")]
    {
        for tls in ["starttls", "implicit"] {
            let delivered = deliver(&exim.config(tls, password, more), vec![row(1, 0)]);
            let outcome = &delivered[0].1;
            assert!(
                matches!(outcome, Outcome::Temporary(said) if said.contains(words)),
                "{tls}: {outcome:?}"
            );
        }
    }
    // Encryption that the server does not offer is no reason to go without.
    let plain = super::server::Server::start(super::server::Fault::None);
    let mut config = exim.config("starttls", "secret", &trusting);
    config.smtp.port = plain.port;
    let delivered = deliver(&config, vec![row(1, 0)]);
    assert!(matches!(&delivered[0].1, Outcome::Temporary(said) if said.contains("STARTTLS")));
    assert!(plain.taken().is_empty());
    assert!(!exim.directory.path().join("Maildir/new").exists());
    // The password is put right without a restart of anything.
    let config = exim.config("starttls", "secret", &trusting);
    assert_eq!(deliver(&config, vec![row(1, 0)])[0].1, Outcome::Accepted);
    exim.mails(1);
}

/// The daemon's own program sends through `check --mail`, so that systemd's credentials are tried too.
#[test]
fn a_signature_verifies_with_another_program_and_secrets_may_be_credentials() {
    let exim = Exim::start();
    let path = exim.directory.path();
    run(path, "openssl genrsa -traditional -out dkim-key 2048");
    run(path, "openssl rsa -in dkim-key -pubout -outform DER -out public.der");
    run(path, "openssl base64 -A -in public.der -out public");
    let public = fs::read_to_string(path.join("public")).expect("written");
    let dkim = |key: &str| format!("dkim_domain='example.test'\ndkim_selector='alerts'\n{key}");
    let file = dkim(&format!("dkim_key_file='{}'", path.join("dkim-key").display()));
    let config = exim.config("starttls", "secret", &format!("{}\n{file}", exim.trusting()));
    for (row, outcome) in deliver(&config, vec![row(1, 0), correction(), digest()]) {
        assert_eq!(outcome, Outcome::Accepted, "{}", row.id);
    }

    fs::write(path.join("smtp-password"), "secret\n").expect("written");
    let toml = format!(
        "[store]\npath='store.sqlite'\n[[watch]]\npath='.'\n[smtp]\nhost='localhost'\n\
         port={}\nuser='alerts'\npassword_credential='smtp-password'\nfrom='a@example.test'\n\
         {}\n{}\n",
        exim.starttls,
        exim.trusting(),
        dkim("dkim_key_credential='dkim-key'")
    );
    fs::write(path.join("config.toml"), toml).expect("written");
    let mut check = Command::new(env!("CARGO_BIN_EXE_inspectwatch"));
    check.arg("--config").arg(path.join("config.toml"));
    check.args(["check", "--mail", "r0@example.test"]).env("CREDENTIALS_DIRECTORY", path);
    let output = check.output().expect("runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let mails = exim.read(4, "verify.py", public.trim());
    for mail in &mails {
        assert_eq!((&mail["verifies"], &mail["forged"]), (&Value::from(true), &Value::from(false)));
        assert_eq!(mail["key"], "alerts._domainkey.example.test.");
        let signed = mail["signed"].as_array().expect("names");
        for name in ["from", "to", "subject", "date", "message-id", "references", "list-id"] {
            assert!(signed.iter().any(|signed| signed == name), "{name} in {signed:?}");
        }
    }
}
