//! The channel `command`: a program fed with one JSON object on its standard input, no shell.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::process::{Child, Command};
use tokio::time::timeout;

use super::words;
use crate::alert::due::Outcome;
use crate::alert::render::clean;
use crate::model::alert::AlertRow;

/// A program that takes longer is killed and tried again later.
const LIMIT: Duration = Duration::from_secs(60);

/// The exit code that asks for another try (`EX_TEMPFAIL` of sysexits).
const TRY_AGAIN: i32 = 75;

/// Runs the program for a row.
pub(super) async fn run(row: &AlertRow, command: &[String]) -> Outcome {
    let Some((program, arguments)) = command.split_first() else {
        return Outcome::Permanent("this recipient has no command".into());
    };
    let spawned = Command::new(program)
        .args(arguments)
        .env("INSPECTWATCH_ALERT", &row.id)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn();
    let child = match spawned {
        Ok(child) => child,
        Err(error) => return Outcome::Temporary(format!("start `{program}`: {}", words(&error))),
    };
    match timeout(LIMIT, feed(child, super::json(row).to_string())).await {
        Ok(outcome) => outcome,
        Err(_) => Outcome::Temporary(format!("`{program}` took over {} seconds", LIMIT.as_secs())),
    }
}

async fn feed(mut child: Child, mut input: String) -> Outcome {
    input.push('\n');
    let stdin = child.stdin.take();
    let feeding = async move {
        if let Some(mut stdin) = stdin {
            // A program may end without reading; its exit code decides.
            stdin.write_all(input.as_bytes()).await.unwrap_or_default();
        }
    };
    let (output, ()) = tokio::join!(child.wait_with_output(), feeding);
    let output = match output {
        Ok(output) => output,
        Err(error) => return Outcome::Temporary(words(&error)),
    };
    if output.status.success() {
        return Outcome::Accepted;
    }
    let said = clean(&String::from_utf8_lossy(&output.stderr));
    let said: String = said.chars().take(super::LONGEST_ERROR).collect();
    let failure = format!("{}: {said}", output.status);
    match output.status.code() {
        Some(TRY_AGAIN) | None => Outcome::Temporary(failure),
        Some(_) => Outcome::Permanent(failure),
    }
}
