//! `inspectwatch metrics`: figures about the service in the text format that Prometheus reads.
//!
//! For the textfile collector of a node exporter, or any scraper of standard output: the daemon
//! itself opens no port.

use std::collections::BTreeMap;
use std::io::{self, Write};

use inspectwatch::daemon;
use inspectwatch::model::sighting::Fate;
use inspectwatch::model::word::word;
use inspectwatch::store::Store;
use jiff::Timestamp;

use super::args::Global;
use super::exit::{DONE, Failure, Outcome};
use super::session;

/// Prints the figures as they stand now.
pub fn run(global: &Global) -> Outcome {
    let config = session::config(global)?;
    let store = session::store(&config)?;
    let now = Timestamp::now();
    let mut out = io::stdout().lock();
    let releases = store.release_total().map_err(Failure::other)?;
    gauge(&mut out, "releases", "Releases recorded.")?;
    writeln!(out, "inspectwatch_releases {releases}")?;
    alerts(&mut out, &store)?;
    let kept_back = daemon::kept_back(&store, &config).map_err(Failure::other)?;
    gauge(&mut out, "alerts_kept_back", "Alerts that a dry run or alerts.allow keeps back.")?;
    writeln!(out, "inspectwatch_alerts_kept_back {kept_back}")?;
    let waits = store
        .oldest_pending()
        .map_err(Failure::other)?
        .map_or(0, |oldest| now.duration_since(oldest).as_secs().max(0));
    gauge(&mut out, "oldest_pending_seconds", "How long the oldest pending alert has waited.")?;
    writeln!(out, "inspectwatch_oldest_pending_seconds {waits}")?;
    let doubtful = super::doubts::open(&store, &config)?.len();
    gauge(&mut out, "releases_in_doubt", "Releases that a person should look at.")?;
    writeln!(out, "inspectwatch_releases_in_doubt {doubtful}")?;
    unread(&mut out, &store)?;
    Ok(DONE)
}

fn gauge(out: &mut impl Write, name: &str, help: &str) -> io::Result<()> {
    writeln!(out, "# HELP inspectwatch_{name} {help}\n# TYPE inspectwatch_{name} gauge")
}

fn alerts(out: &mut impl Write, store: &Store) -> Result<(), Failure> {
    gauge(out, "alerts", "Alerts by recipient and state.")?;
    for total in store.alert_totals().map_err(Failure::other)? {
        let (recipient, state) = (label(&total.recipient), word(&total.state));
        let labels = format!("recipient=\"{recipient}\",state=\"{state}\"");
        writeln!(out, "inspectwatch_alerts{{{labels}}} {}", total.count)?;
    }
    Ok(())
}

/// Files that could not be read, by reason.
fn unread(out: &mut impl Write, store: &Store) -> Result<(), Failure> {
    gauge(out, "files_failed", "Files that could not be read, by reason.")?;
    let mut reasons: BTreeMap<String, u64> = BTreeMap::new();
    for file in store.failed_files().map_err(Failure::other)? {
        if let Fate::Failed(failure) = &file.fate {
            *reasons.entry(word(&failure.code)).or_default() += 1;
        }
    }
    for (reason, count) in reasons {
        writeln!(out, "inspectwatch_files_failed{{reason=\"{reason}\"}} {count}")?;
    }
    Ok(())
}

/// A label's value, escaped as the format asks.
fn label(value: &str) -> String {
    value.replace('\\', r"\\").replace('"', "\\\"").replace('\n', r"\n")
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn labels_cannot_end_early() {
        assert_eq!(label("a\"b\\c\nd"), r#"a\"b\\c\nd"#);
    }
}
