//! `inspectwatch alerts`: what was decided, for whom, and what became of it.

use std::io::{self, BufWriter, Write};

use clap::ValueEnum;
use inspectwatch::alert::due;
use inspectwatch::alert::explain;
use inspectwatch::alert::review::{self, Verdict};
use inspectwatch::alert::rules::kept_back;
use inspectwatch::config::Config;
use inspectwatch::model::alert::{AlertRow, AlertState};
use inspectwatch::store::outbox::AlertFilter;
use inspectwatch::store::{Store, StoreError};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::args::{AlertAction, Alerts, Format, Global};
use super::exit::{DONE, Failure, Outcome};
use super::{doubts, log, session};

/// Where an alert stands, as a person asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Standing {
    /// About to be sent, or to be tried again
    Pending,
    /// Waits for its recipient's next digest
    HeldForDigest,
    /// In doubt: waits for a person
    HeldForReview,
    /// Accepted by the mail server, or whatever the channel is
    Sent,
    /// Given up; `alerts retry` tries it again
    Failed,
    /// Not to be sent, for the reason that is shown
    Suppressed,
}

impl Standing {
    fn state(self) -> AlertState {
        match self {
            Self::Pending => AlertState::Pending,
            Self::HeldForDigest => AlertState::HeldForDigest,
            Self::HeldForReview => AlertState::HeldForReview,
            Self::Sent => AlertState::Sent,
            Self::Failed => AlertState::Failed,
            Self::Suppressed => AlertState::Suppressed,
        }
    }
}

/// Prints the alerts, or tries one again.
pub fn run(global: &Global, options: &Alerts) -> Outcome {
    let config = session::config(global)?;
    let store = session::store(&config)?;
    match &options.action {
        Some(AlertAction::Retry { id }) => retry(&store, id),
        Some(AlertAction::Release { ids, by }) => {
            review(&store, ids, Verdict::Release(&session::person(by.as_deref())))
        }
        Some(AlertAction::Drop { ids, why, by }) => {
            review(&store, ids, Verdict::Drop(&session::person(by.as_deref()), why))
        }
        None => list(&store, &config, options),
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
    say!("pending again; the daemon, or the next scan, sends it");
    Ok(DONE)
}

/// Decides about all of them or, where one is not held for review, about none.
fn review(store: &Store, ids: &[String], verdict: Verdict<'_>) -> Outcome {
    let now = Timestamp::now();
    let mut decided = Vec::new();
    for id in ids {
        let row = store.alert(id).map_err(Failure::other)?;
        let Some(row) = row.and_then(|row| review::decide(&row, verdict, now)) else {
            return Err(Failure::Usage(miette::miette!(
                "no alert with the id `{id}` is held for review: `inspectwatch alerts` shows them"
            )));
        };
        decided.push(row);
    }
    let settle =
        |store: &Store| decided.iter().try_for_each(|row| store.settle_review(row).map(drop));
    store.atomically::<_, StoreError>(settle).map_err(Failure::other)?;
    match verdict {
        Verdict::Drop(..) => say!("dropped; nobody is told"),
        _ => say!("released; the daemon, or the next scan, sends it"),
    }
    Ok(DONE)
}

fn list(store: &Store, config: &Config, options: &Alerts) -> Outcome {
    let mut rows = store.alerts(&AlertFilter::default()).map_err(Failure::other)?;
    let wanted = &options.state;
    rows.retain(|row| wanted.is_empty() || wanted.iter().any(|state| state.state() == row.state));
    let mut out = BufWriter::new(io::stdout().lock());
    match options.format {
        Format::Json => {
            log::json(&mut out, &rows.iter().map(|row| public(row, config)).collect::<Vec<_>>())?
        }
        Format::Text => {
            for row in &rows {
                line(&mut out, row, config)?;
            }
            if wanted.is_empty() {
                doubts::print(&mut out, store, &doubts::open(store, config)?)?;
            }
        }
    }
    out.flush()?;
    Ok(DONE)
}

/// A row as programs know it: they know no state of being held for review. What the configuration
/// keeps back says why.
fn public(row: &AlertRow, config: &Config) -> serde_json::Value {
    let mut value = serde_json::to_value(row).unwrap_or_default();
    if let Some(reason) = kept_back(config, row) {
        value["kept_back"] = reason.into();
    }
    if row.state == AlertState::HeldForReview {
        value["state"] = "suppressed".into();
        value["held_for_review"] = true.into();
    }
    value
}

fn line(out: &mut impl Write, row: &AlertRow, config: &Config) -> io::Result<()> {
    let state = match row.state {
        AlertState::Pending => "pending",
        AlertState::HeldForDigest => "held for digest",
        AlertState::HeldForReview => "HELD FOR REVIEW",
        AlertState::Sent => "sent",
        AlertState::Failed => "FAILED",
        AlertState::Suppressed => "suppressed",
    };
    let changes = row.change_ids.len();
    let plural = if changes == 1 { "" } else { "s" };
    writeln!(
        out,
        "{}  {state:<15} {:<12} {changes} change{plural}  {}",
        row.created_at.to_zoned(TimeZone::system()).strftime("%F %H:%M"),
        row.recipient,
        row.id
    )?;
    writeln!(out, "    {}", row.why)?;
    if let Some(reason) = kept_back(config, row) {
        writeln!(out, "    kept back: {reason}")?;
    }
    if row.state == AlertState::HeldForReview {
        let (id, doubts) = (&row.id, explain::doubts(row));
        writeln!(out, "    in doubt: {doubts}")?;
        writeln!(out, "    `alerts release {id}` sends it, `alerts drop {id} --why …` does not")?;
    }
    if let Some(error) = &row.last_error {
        writeln!(out, "    last error after {} attempts: {error}", row.attempts)?;
    }
    Ok(())
}
