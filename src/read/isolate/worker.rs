//! The child's side: limits itself, then reads what it is sent until its input ends.

use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;

use rustix::process::{Resource, Rlimit, setrlimit};
use rustix::thread::set_no_new_privs;

use super::frame;
use crate::model::reading::{FailureCode, ReadFailure};
use crate::read::{Document, failure, read_within};

/// Memory that a child may address, in bytes: 1 GiB.
pub const MEMORY: u64 = 1 << 30;
/// Files that a child may have open: its three pipes, and a few for the system's libraries.
const MOST_FILES: u64 = 16;

/// Runs the child: the whole of a process that a [`Pool`](super::Pool) starts. Ends the process
/// when standard input ends, even in the middle of a release.
///
/// # Errors
/// Limits that cannot be set, or a closed pipe.
pub fn work(memory: u64) -> io::Result<()> {
    confine(memory)?;
    serve(io::stdin(), io::stdout().lock(), || std::process::exit(0))
}

/// Gives up what a reader of formats does not need. Nothing of it can be had back.
fn confine(memory: u64) -> io::Result<()> {
    let limit =
        |resource, most| setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    limit(Resource::As, memory)?;
    limit(Resource::Core, 0)?;
    limit(Resource::Fsize, 0)?;
    limit(Resource::Nofile, MOST_FILES)?;
    set_no_new_privs(true)?;
    Ok(())
}

/// Answers requests until the input ends; calls `orphaned` if it ends while one is being read.
///
/// # Errors
/// A closed or garbled pipe.
pub fn serve(
    input: impl Read + Send + 'static,
    mut output: impl Write,
    orphaned: impl FnOnce() + Send + 'static,
) -> io::Result<()> {
    let (sender, requests) = mpsc::sync_channel(1);
    let busy = Arc::new(AtomicBool::new(false));
    let working = Arc::clone(&busy);
    // A thread of its own watches the input, so that a parent's end is seen at once.
    std::thread::spawn(move || {
        let mut input = io::BufReader::new(input);
        loop {
            let request = frame::read(&mut input);
            let ended = !matches!(request, Ok(Some(_)));
            if ended && working.load(Ordering::SeqCst) {
                return orphaned();
            }
            if sender.send(request).is_err() || ended {
                return;
            }
        }
    });
    while let Ok(request) = requests.recv() {
        let Some(bytes) = request? else { break };
        busy.store(true, Ordering::SeqCst);
        let reply = read_or_say_why(&bytes);
        frame::write_reply(&mut output, &reply)?;
        busy.store(false, Ordering::SeqCst);
    }
    Ok(())
}

/// Reads a release; a panic of a reader is a failure of this release. The size was the parent's
/// to limit.
fn read_or_say_why(bytes: &[u8]) -> Result<Document, ReadFailure> {
    catch_unwind(AssertUnwindSafe(|| read_within(bytes, usize::MAX))).unwrap_or_else(|_| {
        Err(failure(FailureCode::Unreadable, "the reader crashed on this file"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_answered_in_order_until_the_input_ends() {
        let mut input = Vec::new();
        frame::write(&mut input, b"Council rated good.").expect("memory");
        frame::write(&mut input, b"").expect("memory");
        let mut output = Vec::new();
        serve(io::Cursor::new(input), &mut output, || ()).expect("whole frames");
        let mut replies = output.as_slice();
        let first = frame::read_reply(&mut replies).expect("a reply").expect("a document");
        assert_eq!(first.text.content, "Council rated good.");
        let second = frame::read_reply(&mut replies).expect("a reply").map_err(|f| f.code);
        assert_eq!(second, Err(FailureCode::Empty));
        assert!(replies.is_empty());
    }
}
