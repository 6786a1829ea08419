//! The store's side of sending: what is due now, and what became of what was sent.
//!
//! Digests are put together here, just before they go out: `alert::digest` decides, the store sees
//! to it that each window and each held row goes out once.

use jiff::Timestamp;

use super::Setting;
use crate::alert::due::{self, Outcome};
use crate::alert::rules::may_be_mailed;
use crate::alert::{digest, render};
use crate::config::schedule::Schedule;
use crate::config::{Config, DigestSpec, Recipient};
use crate::model::alert::{AlertRow, AlertState, AlertUpdate};
use crate::store::{Store, StoreError};

/// So many rows are handed out at once, to bound memory; more follow when these are dealt with.
pub const AT_ONCE: u32 = 1000;

/// Remembers since when anything is watched: no digest covers a time before it.
const WATCHING_SINCE: &str = "watching_since";

/// What is to be sent.
#[derive(Debug, Default)]
pub struct Due {
    /// Rows to send now, longest due first.
    pub rows: Vec<AlertRow>,
    /// Whether more rows are due than these.
    pub more: bool,
    /// When the next row or digest becomes due.
    pub next: Option<Timestamp>,
}

/// Puts the digests together that are due and returns all rows that are. What the configuration
/// keeps back stays as it is, until another one lets it go.
///
/// # Errors
/// A store that fails; what was put before stays.
pub fn due(store: &Store, setting: &Setting, now: Timestamp) -> Result<Due, StoreError> {
    let config = &setting.config;
    if config.alerts.dry_run {
        return Ok(Due::default());
    }
    let mut next = None;
    for spec in &config.digests {
        // Compiled before when the configuration was checked.
        let Ok(schedule) = Schedule::new(spec) else { continue };
        next = earlier(next, schedule.next(now));
        for recipient in &config.recipients {
            put_digest(store, config, (spec, &schedule), recipient, now)?;
        }
    }
    free_orphans(store, config, now)?;
    let rows = store.due_alerts(now, &unmailed(config), AT_ONCE)?;
    // Rows that are due are about to be tried, or kept back; their own retries come later.
    let later = store.next_due(now)?;
    let more = rows.len() >= AT_ONCE as usize;
    Ok(Due { rows, more, next: earlier(next, later) })
}

/// How many alerts the configuration keeps back; see `alert::rules::kept_back`.
///
/// # Errors
/// A store that fails.
pub fn kept_back(store: &Store, config: &Config) -> Result<u32, StoreError> {
    match config.alerts.dry_run {
        true => store.waiting_total(None),
        false => store.waiting_total(Some(&unmailed(config))),
    }
}

/// Recipients to whose addresses no mail may go.
fn unmailed(config: &Config) -> Vec<&str> {
    let forbidden = config.recipients.iter().filter(|r| !may_be_mailed(config, r));
    forbidden.map(|r| r.name.get_ref().as_str()).collect()
}

fn put_digest(
    store: &Store,
    config: &Config,
    (spec, schedule): (&DigestSpec, &Schedule),
    recipient: &Recipient,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (name, digest_name) = (recipient.name.get_ref(), spec.name.get_ref());
    let held = store.held_alerts(name, digest_name, now)?;
    let takes = recipient.deliver.as_ref().is_some_and(|deliver| deliver.get_ref() == digest_name);
    if held.is_empty() && !(spec.when_empty && takes) {
        return Ok(());
    }
    let last = store.last_window(name, digest_name)?;
    let since = watching_since(store, now)?;
    let Some(window) = digest::due(schedule, last, &held, since, now) else {
        return Ok(());
    };
    if let Some((row, carried)) = digest::compose(config, spec, recipient, window, &held, now)
        && store.put_digest(&row, &carried)?
    {
        let alerts = carried.len();
        tracing::info!(digest = digest_name, recipient = name, alerts, "A digest is due.");
    }
    Ok(())
}

/// Sends at once what waits for a digest that is not configured any more, but for a trial run that
/// leaves its recipient out.
fn free_orphans(store: &Store, config: &Config, now: Timestamp) -> Result<(), StoreError> {
    for (recipient, digest) in store.awaited_digests()? {
        let known = config.recipient(&recipient);
        let stands = config.digest(&digest).is_some() && known.is_some();
        if stands || known.is_some_and(|known| digest::is_left_out(config, known)) {
            continue;
        }
        let rows = store.held_alerts(&recipient, &digest, Timestamp::MAX)?;
        let alerts = rows.len();
        tracing::warn!(digest, recipient, alerts, "What waited for a digest that is gone is sent.");
        for row in rows {
            let why = format!("{}; the digest {digest} is not configured any more", row.why);
            store.update_alert(&row.id, &due::at_once(&row, why, now))?;
        }
    }
    Ok(())
}

fn watching_since(store: &Store, now: Timestamp) -> Result<Timestamp, StoreError> {
    if let Some(since) = store.meta(WATCHING_SINCE)?.and_then(|text| text.parse().ok()) {
        return Ok(since);
    }
    store.set_meta(WATCHING_SINCE, &now.to_string())?;
    Ok(now)
}

fn earlier(one: Option<Timestamp>, other: Option<Timestamp>) -> Option<Timestamp> {
    one.into_iter().chain(other).min()
}

/// A row that was tried, and what the channel said.
pub type Answer = (Box<AlertRow>, Outcome);

/// Notes what channels said, all of it in one transaction. Returns what became of each row.
///
/// # Errors
/// A store that fails; nothing is noted then.
pub fn note(
    store: &Store,
    setting: &Setting,
    answers: &[Answer],
    now: Timestamp,
) -> Result<Vec<AlertUpdate>, StoreError> {
    store.atomically(|store| {
        let note = |(row, outcome): &Answer| {
            let update = due::after(row, outcome, &setting.config.alerts, now);
            store.update_alert(&row.id, &update)?;
            Ok(update)
        };
        answers.iter().map(note).collect()
    })
}

/// Says in one line how many alerts are kept back now.
pub fn say_kept_back(alerts: u32) {
    match alerts {
        0 => tracing::info!("No alert is kept back any more."),
        _ => tracing::warn!(
            alerts,
            "Alerts are kept back by a dry run or `alerts.allow`; see `alerts`."
        ),
    }
}

/// Says in one line what became of a row.
pub fn say(row: &AlertRow, update: &AlertUpdate) {
    let subject = render::subject(row);
    let (id, recipient) = (row.id.as_str(), row.recipient.as_str());
    let reason = update.last_error.as_deref().unwrap_or_default();
    match update.state {
        AlertState::Sent => tracing::info!(id, recipient, subject, "Alert sent."),
        AlertState::Failed => {
            tracing::error!(id, recipient, subject, reason, "Alert given up; see `alerts retry`.");
        }
        _ => {
            let again = update.next_due.map(|at| at.to_string());
            tracing::warn!(id, recipient, subject, reason, again, "Alert not sent yet.");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alert::render::sample;
    use crate::knowledge::Knowledge;
    use crate::model::alert::Channel;

    const RECIPIENT: &str = "[smtp]\nhost = 'mail.example.org'\nfrom = 'a@example.org'\n\
         [[recipient]]\nname = 'jo'\nchannel = 'email'\naddress = 'jo@example.org'\n\
         [route]\nrecipients = ['jo']\n";

    /// The states of what a digest held that is gone, with more of a configuration.
    fn freed(more: &str) -> Vec<AlertState> {
        let store = Store::in_memory().expect("a store");
        let now: Timestamp = "2026-03-02T09:00:00Z".parse().expect("a moment");
        let row = sample::rows().into_iter().next().expect("one");
        let row = AlertRow {
            recipient: "jo".into(),
            channel: Channel::Email,
            state: AlertState::HeldForDigest,
            digest: Some("gone".into()),
            next_due: None,
            created_at: now,
            ..row
        };
        store.put_alerts(std::slice::from_ref(&row)).expect("put");
        let config = Config::from_text(&format!("{more}\n{RECIPIENT}")).expect("well formed");
        let knowledge = Knowledge::embedded().expect("well formed");
        let due = due(&store, &Setting { config, knowledge, worker: None }, now).expect("asked");
        due.rows.into_iter().map(|row| row.state).collect()
    }

    #[test]
    fn what_is_kept_back_hides_no_retry_of_another() {
        let store = Store::in_memory().expect("a store");
        let now: Timestamp = "2026-03-02T09:00:00Z".parse().expect("a moment");
        let retry: Timestamp = "2026-03-02T09:10:00Z".parse().expect("a moment");
        let sample = sample::rows().into_iter().next().expect("one");
        let row = |id: &str, recipient: &str, due| AlertRow {
            id: id.into(),
            recipient: recipient.into(),
            channel: Channel::Email,
            state: AlertState::Pending,
            next_due: Some(due),
            ..sample.clone()
        };
        let long_ago: Timestamp = "2026-02-02T09:00:00Z".parse().expect("a moment");
        let rows = [row("a1", "jo", long_ago), row("a2", "gone", retry)];
        store.put_alerts(&rows).expect("put");
        let toml = format!("[alerts]\nallow = ['kim@example.org']\n{RECIPIENT}");
        let config = Config::from_text(&toml).expect("well formed");
        let knowledge = Knowledge::embedded().expect("well formed");
        let due = due(&store, &Setting { config, knowledge, worker: None }, now).expect("asked");
        assert_eq!((due.rows.len(), due.next), (0, Some(retry)));
    }

    #[test]
    fn a_trial_run_keeps_what_a_digest_held_that_is_gone() {
        assert_eq!(freed(""), [AlertState::Pending]);
        assert_eq!(freed("[alerts]\nallow = ['jo@example.org']"), [AlertState::Pending]);
        assert_eq!(freed("[alerts]\nallow = ['kim@example.org']"), []);
        assert_eq!(freed("[alerts]\ndry_run = true"), []);
    }
}
