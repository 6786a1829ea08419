//! `inspectwatch demo`: the real daemon on the example releases, in a directory of its own.
//!
//! The releases arrive in the order of their publication; each is waited for by the daemon's own
//! log line about it. What it decides is read from its store, as any other command would.

mod seeds;

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Lines};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};
use std::{env, io, thread};

use inspectwatch::config::Config;
use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::alert::{AlertState, Channel};
use inspectwatch::model::change::Change;
use inspectwatch::store::Store;
use inspectwatch::store::changes::ChangeFilter;
use inspectwatch::store::outbox::AlertFilter;
use rustix::process::{Pid, Signal, kill_process};

use super::args::Demo;
use super::changes;
use super::exit::{DONE, Failure, Outcome};

/// The demo's configuration; all paths count from its directory. The examples tell inspections of
/// many years, so that no news is too old here.
const CONFIG: &str = r#"# Made by `inspectwatch demo`.
[store]
path = "inspectwatch.sqlite"

[[watch]]
path = "releases"

[log]
format = "json"

[alerts]
max_age = "36500 days"

[[recipient]]
name = "log"
channel = "log"

[[recipient]]
name = "mail"
channel = "file"
directory = "mail"
format = "eml"

[route]
recipients = ["log", "mail"]
"#;

/// Runs the demo.
pub fn run(options: &Demo) -> Outcome {
    let place = prepare(options)?;
    say!("The demo lives in {}", place.display());
    let knowledge = Knowledge::embedded().map_err(Failure::usage)?;
    let mut daemon = Daemon::start(&place)?;
    let config =
        Config::load(Some(&place.join("inspectwatch.toml"))).map_err(Failure::configuration)?;
    daemon.wait_for("Watching.", None)?;
    say!("The daemon watches {}\n", place.join("releases").display());
    let store = Store::open_shared(&config.store.path).map_err(Failure::other)?;
    let mut shown = HashSet::new();
    for (name, bytes) in seeds::SEEDS {
        let path = arrive(&place, name, bytes)?;
        daemon.wait_for("", Some(&path))?;
        say!("── {name}");
        alerts(&store, &mut shown, &knowledge)?;
    }
    let mails = mails(&store, &place)?;
    daemon.stop()?;
    closing(&place, &store, mails, &knowledge)
}

fn prepare(options: &Demo) -> Result<PathBuf, Failure> {
    let place = options.directory.clone().unwrap_or_else(|| {
        env::temp_dir().join(format!("inspectwatch-demo-{}", std::process::id()))
    });
    for folder in ["releases", "mail", "arriving"] {
        fs::create_dir_all(place.join(folder))?;
    }
    fs::write(place.join("inspectwatch.toml"), CONFIG)?;
    Ok(fs::canonicalize(place)?)
}

/// Lets a release arrive as careful senders do: written elsewhere, then moved in whole.
fn arrive(place: &Path, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let (from, to) = (place.join("arriving").join(name), place.join("releases").join(name));
    fs::write(&from, bytes)?;
    // An older time tells the daemon that nobody is writing any more.
    File::options().write(true).open(&from)?.set_modified(SystemTime::UNIX_EPOCH + AGE)?;
    fs::rename(&from, &to)?;
    Ok(to)
}

/// How long the demo waits for the last mails, and how often it looks.
const PATIENCE: Duration = Duration::from_secs(10);
const GLANCE: Duration = Duration::from_millis(20);

/// A modification time long ago.
const AGE: Duration = Duration::from_secs(1_000_000_000);

/// Prints the alerts that were decided since the last time.
fn alerts(
    store: &Store,
    shown: &mut HashSet<String>,
    knowledge: &Knowledge,
) -> Result<(), Failure> {
    let filter = AlertFilter { channel: Some(Channel::Log), ..AlertFilter::default() };
    for row in store.alerts(&filter).map_err(Failure::other)? {
        if row.state == AlertState::Suppressed || !shown.insert(row.id.clone()) {
            continue;
        }
        let mut told: Vec<Change> = Vec::new();
        for id in &row.change_ids {
            told.extend(store.change(id).map_err(Failure::other)?.map(|entry| entry.change));
        }
        told.sort_by(|a, b| a.order().cmp(&b.order()));
        say!("   ALERT");
        let mut words = Vec::new();
        changes::print(&mut words, &told, knowledge)?;
        for line in String::from_utf8_lossy(&words).lines() {
            say!("   {line}");
        }
    }
    Ok(())
}

/// Waits until nothing is pending, but not for ever; says how many mails were written.
fn mails(store: &Store, place: &Path) -> Result<usize, Failure> {
    let filter = AlertFilter { state: Some(AlertState::Pending), ..AlertFilter::default() };
    let give_up = Instant::now() + PATIENCE;
    while !store.alerts(&filter).map_err(Failure::other)?.is_empty() && Instant::now() < give_up {
        thread::sleep(GLANCE);
    }
    Ok(fs::read_dir(place.join("mail"))?.count())
}

fn closing(place: &Path, store: &Store, mails: usize, knowledge: &Knowledge) -> Outcome {
    let filter = ChangeFilter { current: true, ..ChangeFilter::default() };
    let log = store.changes(&filter).map_err(Failure::other)?;
    say!("\n── The change log ({} entries)\n", log.len());
    changes::print(&mut io::stdout().lock(), &log, knowledge)?;
    let config = place.join("inspectwatch.toml");
    let config = config.display();
    say!("\n── Look further\n");
    say!("{mails} mails, as a mail server would get them: {}", place.join("mail").display());
    say!("inspectwatch --config {config} show Wakefield");
    say!("inspectwatch --config {config} log --kind rating --format json");
    say!("inspectwatch --config {config} alerts");
    let example = place.join("releases").join("2023-05-05-warrington-send.txt");
    say!("inspectwatch read --explain {}", example.display());
    say!("(`inspectwatch` is {})", env::current_exe()?.display());
    Ok(DONE)
}

/// The daemon as a process of its own, and the lines that it logs.
struct Daemon {
    process: Child,
    log: Lines<BufReader<ChildStderr>>,
}

impl Daemon {
    fn start(place: &Path) -> Result<Self, Failure> {
        let mut process = Command::new(env::current_exe()?)
            .arg("--config")
            .arg(place.join("inspectwatch.toml"))
            .arg("run")
            .env_remove("INSPECTWATCH_STORE")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()?;
        let stderr = process.stderr.take().expect("it was piped");
        Ok(Self { process, log: BufReader::new(stderr).lines() })
    }

    /// Reads the log up to the line with this message and, where one is given, this path.
    fn wait_for(&mut self, message: &str, path: Option<&Path>) -> Result<(), Failure> {
        let wanted = path.map(|path| path.to_string_lossy().into_owned());
        for line in self.log.by_ref() {
            let line = line?;
            let event: serde_json::Value = serde_json::from_str(&line).unwrap_or_default();
            let says = |key: &str, words: &str| event[key].as_str() == Some(words);
            let named = wanted.as_deref().is_none_or(|path| says("path", path));
            if named && (message.is_empty() || says("message", message)) {
                return Ok(());
            }
        }
        Err(Failure::Other(miette::miette!("the daemon ended before the demo was over")))
    }

    fn stop(mut self) -> Result<(), Failure> {
        if let Some(pid) = i32::try_from(self.process.id()).ok().and_then(Pid::from_raw) {
            kill_process(pid, Signal::TERM).map_err(io::Error::from)?;
        }
        // The daemon must not block on a full pipe while it ends.
        self.log.by_ref().for_each(drop);
        self.process.wait()?;
        Ok(())
    }
}
