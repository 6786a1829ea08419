//! The parent's side: a few children that are used again, and replaced when they fail.
//!
//! In:  bytes of a release, and a limit of time. Out: its document or failure.
//! A child that crashes, hangs or answers nonsense is killed; the release that it was reading is
//! `unreadable`. A child that had served before may have died of something else, so its release
//! gets one try with a new one. Callers wait while all children are busy.

use std::ffi::OsString;
use std::io::{self, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::frame;
use crate::model::reading::{FailureCode, ReadFailure};
use crate::read::{Document, failure, too_large};

/// Releases after which a child is replaced, so that what readers leak does not add up.
const MOST_SERVED: u32 = 1_000;

/// How often, and how far apart, a child whose pipes are closed is looked at before it is killed.
const LAST_LOOKS: u32 = 20;
const BETWEEN_LOOKS: Duration = Duration::from_millis(5);

/// How children are started.
#[derive(Debug, Clone)]
pub struct Options {
    /// The program, usually this one.
    pub program: PathBuf,
    /// Arguments with which it runs [`work`](super::work).
    pub arguments: Vec<OsString>,
    /// Most children at a time; at least one.
    pub children: usize,
    /// Most bytes of a release.
    pub max_bytes: usize,
}

/// Children that read releases.
#[derive(Debug)]
pub struct Pool {
    options: Options,
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    idle: Vec<Running>,
    /// Children that are idle or busy.
    all: usize,
}

/// What one child made of one release.
enum Outcome {
    Answered(Result<Document, ReadFailure>),
    Crashed(Option<ExitStatus>),
    TimedOut,
}

impl Pool {
    /// Makes a pool; children start when they are needed.
    pub fn new(options: Options) -> Self {
        Self { options, state: Mutex::default(), freed: Condvar::new() }
    }

    /// Reads a release in a child, for at most `limit`. Several threads may read at a time.
    ///
    /// # Errors
    /// As [`read_within`](crate::read::read_within); `unreadable` where the reader crashed or
    /// took too long.
    pub fn read(&self, bytes: &[u8], limit: Duration) -> Result<Document, ReadFailure> {
        if bytes.len() > self.options.max_bytes {
            return Err(too_large(bytes.len(), self.options.max_bytes));
        }
        let place = Place { pool: self, running: self.acquire() };
        place.read(bytes, limit)
    }

    /// Waits for an idle child, or for the right to start one.
    fn acquire(&self) -> Option<Running> {
        let mut state = self.lock();
        loop {
            if let Some(running) = state.idle.pop() {
                return Some(running);
            }
            if state.all < self.options.children.max(1) {
                state.all += 1;
                return None;
            }
            state = self.freed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The right to one child; given back when dropped.
struct Place<'p> {
    pool: &'p Pool,
    running: Option<Running>,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut state = self.pool.lock();
        match self.running.take().filter(|running| running.served < MOST_SERVED) {
            Some(running) => state.idle.push(running),
            None => state.all -= 1,
        }
        drop(state);
        self.pool.freed.notify_one();
    }
}

impl Place<'_> {
    fn read(mut self, bytes: &[u8], limit: Duration) -> Result<Document, ReadFailure> {
        loop {
            let mut running = match self.running.take() {
                Some(running) => running,
                None => Running::start(&self.pool.options).map_err(|error| not_started(&error))?,
            };
            let used = running.served > 0;
            match running.read(bytes, limit) {
                Outcome::Answered(answer) => {
                    self.running = Some(running);
                    return answer;
                }
                Outcome::Crashed(_) if used => {}
                Outcome::Crashed(status) => return Err(crashed(status)),
                Outcome::TimedOut => return Err(timed_out(limit)),
            }
        }
    }
}

/// A child and the thread that talks to it.
#[derive(Debug)]
struct Running {
    child: Child,
    requests: Sender<Vec<u8>>,
    replies: Receiver<io::Result<Result<Document, ReadFailure>>>,
    served: u32,
}

impl Running {
    fn start(options: &Options) -> io::Result<Self> {
        let mut child = Command::new(&options.program)
            .args(&options.arguments)
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let (input, output) = pipes.expect("both pipes were asked for");
        let (requests, incoming) = channel();
        let (outgoing, replies) = channel();
        std::thread::spawn(move || talk(input, output, &incoming, &outgoing));
        Ok(Self { child, requests, replies, served: 0 })
    }

    fn read(&mut self, bytes: &[u8], limit: Duration) -> Outcome {
        if self.requests.send(bytes.to_vec()).is_err() {
            return Outcome::Crashed(self.ended());
        }
        match self.replies.recv_timeout(limit) {
            Ok(Ok(answer)) => {
                self.served += 1;
                Outcome::Answered(answer)
            }
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Outcome::Crashed(self.ended()),
            Err(RecvTimeoutError::Timeout) => {
                self.end();
                Outcome::TimedOut
            }
        }
    }

    /// Lets a child whose pipes are closed end by itself, so that its status says why.
    fn ended(&mut self) -> Option<ExitStatus> {
        for _ in 0..LAST_LOOKS {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Some(status);
            }
            std::thread::sleep(BETWEEN_LOOKS);
        }
        self.end()
    }

    /// Kills the child, if it still runs, and returns how it ended.
    fn end(&mut self) -> Option<ExitStatus> {
        // Killing fails only where the child has ended, which is what is wanted.
        let _ = self.child.kill();
        self.child.wait().ok()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// Sends requests and receives replies until either side ends.
fn talk(
    mut input: ChildStdin,
    output: ChildStdout,
    requests: &Receiver<Vec<u8>>,
    replies: &Sender<io::Result<Result<Document, ReadFailure>>>,
) {
    let mut output = BufReader::new(output);
    while let Ok(request) = requests.recv() {
        let reply =
            frame::write(&mut input, &request).and_then(|()| frame::read_reply(&mut output));
        let failed = reply.is_err();
        if replies.send(reply).is_err() || failed {
            return;
        }
    }
}

fn not_started(error: &io::Error) -> ReadFailure {
    failure(FailureCode::Unreadable, format!("the reader could not be started: {error}"))
}

fn timed_out(limit: Duration) -> ReadFailure {
    let message = format!("the reader took longer than {} s on this file", limit.as_secs_f32());
    failure(FailureCode::Unreadable, message)
}

fn crashed(status: Option<ExitStatus>) -> ReadFailure {
    let how = status.map_or_else(String::new, |status| format!(" ({status})"));
    failure(FailureCode::Unreadable, format!("the reader crashed on this file{how}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A pool whose children are a shell that runs a script.
    fn pool(script: &str) -> Pool {
        let arguments = vec!["-c".into(), script.into()];
        Pool::new(Options { program: "/bin/sh".into(), arguments, children: 1, max_bytes: 100 })
    }

    #[track_caller]
    fn case(script: &str, bytes: &[u8], limit: Duration, said: &str) {
        let pool = pool(script);
        for _ in 0..2 {
            let failure = pool.read(bytes, limit).expect_err("a failure");
            assert!(failure.message.contains(said), "{}", failure.message);
        }
    }

    #[test]
    fn children_that_fail_cost_their_release_only() {
        let long = Duration::from_secs(60);
        case("exit 3", b"words", long, "crashed on this file (exit status: 3)");
        case("kill -9 $$", b"words", long, "crashed on this file (signal: 9");
        case("cat", b"words", long, "crashed on this file");
        case("exec sleep 1000", b"words", Duration::from_millis(50), "took longer than 0.05 s");
        case("exec sleep 1000", &[0; 101], long, "more than");
    }

    #[test]
    fn a_missing_program_is_said() {
        let options = Options {
            program: "/nonexistent/reader".into(),
            arguments: Vec::new(),
            children: 0,
            max_bytes: 100,
        };
        let failure = Pool::new(options).read(b"words", Duration::from_secs(1)).expect_err("none");
        assert!(failure.message.starts_with("the reader could not be started"));
    }
}
