//! `inspectwatch alerts`: what was decided, for whom, and what became of it.

use std::io::{self, BufWriter, Write};

use inspectwatch::alert::due;
use inspectwatch::model::alert::{AlertRow, AlertState};
use inspectwatch::store::Store;
use inspectwatch::store::outbox::AlertFilter;

use jiff::Timestamp;

use super::args::{AlertAction, Alerts, Format, Global};
use super::exit::{DONE, Failure, Outcome};
use super::{log, session};

/// Prints the alerts, or tries one again.
pub fn run(global: &Global, options: &Alerts) -> Outcome {
    let config = session::config(global)?;
    let store = session::store(&config)?;
    match &options.action {
        Some(AlertAction::Retry { id }) => retry(&store, id),
        None => list(&store, options.format),
    }
}

fn retry(store: &Store, id: &str) -> Outcome {
    let row = store.alert(id).map_err(Failure::other)?;
    let Some(update) = row.and_then(|row| due::retry(&row, Timestamp::now())) else {
        return Err(Failure::Usage(miette::miette!(
            "no failed alert has the id `{id}`: `inspectwatch alerts` shows them"
        )));
    };
    store.update_alert(id, &update).map_err(Failure::other)?;
    println!("pending again; the daemon, or the next scan, sends it");
    Ok(DONE)
}

fn list(store: &Store, format: Format) -> Outcome {
    let rows = store.alerts(&AlertFilter::default()).map_err(Failure::other)?;
    let mut out = BufWriter::new(io::stdout().lock());
    match format {
        Format::Json => log::json(&mut out, &rows)?,
        Format::Text => {
            for row in &rows {
                line(&mut out, row)?;
            }
        }
    }
    out.flush()?;
    Ok(DONE)
}

fn line(out: &mut impl Write, row: &AlertRow) -> io::Result<()> {
    let state = match row.state {
        AlertState::Pending => "pending",
        AlertState::HeldForDigest => "held for digest",
        AlertState::Sent => "sent",
        AlertState::Failed => "FAILED",
        AlertState::Suppressed => "suppressed",
    };
    let changes = row.change_ids.len();
    let plural = if changes == 1 { "" } else { "s" };
    writeln!(
        out,
        "{}  {state:<15} {:<12} {changes} change{plural}  {}",
        row.created_at.strftime("%F %H:%M"),
        row.recipient,
        row.id
    )?;
    writeln!(out, "    {}", row.why)?;
    if let Some(error) = &row.last_error {
        writeln!(out, "    last error after {} attempts: {error}", row.attempts)?;
    }
    Ok(())
}
