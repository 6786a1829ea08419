//! A scene for tests through the real binary: a directory of releases, a config, a store, a daemon.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use inspectwatch::store::Store;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tempfile::TempDir;

/// No wait of a test is longer; one that reaches it has failed.
pub const BOUND: Duration = Duration::from_secs(60);

/// Inspections of all times are news here; every alert becomes a file, which tells repetitions.
const CONFIG: &str = r#"
[store]
path = "store.sqlite"
[[watch]]
path = "in"
[log]
format = "json"
[alerts]
max_age = "36500 days"
[[recipient]]
name = "log"
channel = "log"
[[recipient]]
name = "files"
channel = "file"
directory = "mail"
[route]
name = "all"
recipients = ["log", "files"]
"#;

pub struct Scene {
    base: TempDir,
}

impl Scene {
    pub fn new() -> Self {
        Self::with("")
    }

    /// A scene whose config begins with `more`.
    pub fn with(more: &str) -> Self {
        let base = tempfile::tempdir().expect("a temporary directory");
        fs::create_dir(base.path().join("in")).expect("created");
        fs::create_dir(base.path().join("mail")).expect("created");
        fs::write(base.path().join("config.toml"), format!("{more}\n{CONFIG}")).expect("written");
        Self { base }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.base.path().canonicalize().expect("it exists").join(name)
    }

    /// Puts a file into the watched directory.
    pub fn drop_in(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path("in").join(name);
        fs::create_dir_all(path.parent().expect("below the base")).expect("created");
        fs::write(&path, bytes).expect("written");
        path
    }

    /// Puts a file there as careful senders do: written elsewhere, long ago, then moved in.
    pub fn move_in(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let aside = self.path("aside");
        fs::write(&aside, bytes).expect("written");
        let file = fs::File::options().write(true).open(&aside).expect("opened");
        let long_ago = std::time::SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        file.set_modified(long_ago).expect("set");
        let path = self.path("in").join(name);
        fs::rename(&aside, &path).expect("moved");
        path
    }

    /// Copies the example releases into the watched directory.
    pub fn drop_seeds(&self) -> usize {
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
        let mut count = 0;
        for entry in fs::read_dir(seeds).expect("seeds are there") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name");
            fs::copy(&path, self.path("in").join(name)).expect("copied");
            count += 1;
        }
        count
    }

    /// Opens everything to everybody, so that another user can run the binary here.
    pub fn open_to_all(&self) {
        for path in [self.path(""), self.path("in"), self.path("mail")] {
            fs::set_permissions(path, fs::Permissions::from_mode(0o777)).expect("set");
        }
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_inspectwatch"));
        command.arg("--config").arg(self.path("config.toml"));
        command.env_remove("INSPECTWATCH_STORE").env_remove("INSPECTWATCH_CONFIG");
        command.env_remove("JOURNAL_STREAM").env_remove("NOTIFY_SOCKET");
        command
    }

    pub fn scan(&self) -> Output {
        let scan = self.command().arg("scan").arg(self.path("in")).output();
        scan.expect("the binary runs")
    }

    /// Starts the daemon.
    pub fn start(&self) -> Daemon {
        Daemon::start(self.command().arg("run"))
    }

    pub fn store(&self) -> Store {
        Store::open_shared(&self.path("store.sqlite")).expect("the store opens")
    }

    /// The current log, without the moments at which entries were recorded.
    pub fn log(&self) -> Vec<Value> {
        self.json(&["log", "--current", "--format", "json"], &["recorded_at"])
    }

    /// All alerts, without moments, by id.
    pub fn alerts(&self) -> Vec<Value> {
        let moments = ["created_at", "sent_at", "next_due"];
        let mut alerts = self.json(&["alerts", "--format", "json"], &moments);
        alerts.sort_by_key(|alert| alert["id"].to_string());
        alerts
    }

    /// Names of the mails that were written.
    pub fn mails(&self) -> BTreeSet<String> {
        let entries = fs::read_dir(self.path("mail")).expect("it exists");
        entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect()
    }

    fn json(&self, arguments: &[&str], without: &[&str]) -> Vec<Value> {
        let output = self.command().args(arguments).output().expect("the binary runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let lines = String::from_utf8(output.stdout).expect("JSON is UTF-8");
        let parse = |line: &str| {
            let mut value: Value = serde_json::from_str(line).expect("a line of JSON");
            let object = value.as_object_mut().expect("an object");
            without.iter().for_each(|key| drop(object.remove(*key)));
            value
        };
        lines.lines().map(parse).collect()
    }
}

/// A running daemon and the lines that it logs.
pub struct Daemon {
    process: Child,
    lines: Receiver<Value>,
    /// All lines read so far.
    pub read: Vec<Value>,
}

impl Daemon {
    pub fn start(command: &mut Command) -> Self {
        let mut process = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        let log = BufReader::new(process.stderr.take().expect("it was piped"));
        let (tell, lines) = mpsc::channel();
        thread::spawn(move || {
            for line in log.lines().map_while(Result::ok) {
                let value = serde_json::from_str(&line).unwrap_or(Value::String(line));
                if tell.send(value).is_err() {
                    return;
                }
            }
        });
        Self { process, lines, read: Vec::new() }
    }

    /// Reads the log up to a line with this message.
    #[track_caller]
    pub fn wait_for(&mut self, message: &str) -> Value {
        self.wait_until(message, |line| line["message"] == message)
    }

    /// Reads the log up to the line about a file.
    #[track_caller]
    pub fn wait_for_file(&mut self, path: &Path) -> Value {
        let wanted = path.to_string_lossy();
        self.wait_until(&wanted, |line| line["path"] == *wanted)
    }

    #[track_caller]
    fn wait_until(&mut self, what: &str, fits: impl Fn(&Value) -> bool) -> Value {
        let start = Instant::now();
        while let Some(left) = BOUND.checked_sub(start.elapsed()) {
            match self.next(left) {
                Some(line) if fits(&line) => return line,
                Some(_) => {}
                None => break,
            }
        }
        panic!("not logged: {what}; but {:#?}", self.read);
    }

    /// The next line of the log; none if there is none within `bound`.
    pub fn next(&mut self, bound: Duration) -> Option<Value> {
        let line = self.lines.recv_timeout(bound).ok()?;
        self.read.push(line.clone());
        Some(line)
    }

    /// Lines about a file so far.
    pub fn lines_about(&self, path: &Path) -> usize {
        let wanted = path.to_string_lossy();
        self.read.iter().filter(|line| line["path"] == *wanted).count()
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    pub fn signal(&self, signal: Signal) {
        let id = i32::try_from(self.process.id()).expect("an id");
        kill_process(Pid::from_raw(id).expect("an id"), signal).expect("it runs");
    }

    /// Ends it as systemd does; says with which exit code and how long that took.
    pub fn stop(mut self) -> (Option<i32>, Duration) {
        self.signal(Signal::TERM);
        let start = Instant::now();
        let status = self.process.wait().expect("it ends");
        (status.code(), start.elapsed())
    }

    /// Kills it.
    pub fn kill(mut self) {
        self.process.kill().expect("it runs");
        self.process.wait().expect("it ends");
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
