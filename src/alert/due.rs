//! When to try, when to try again, when to give up. Pure: `now` is an argument, and the jitter that
//! keeps retries apart derives from the row's id, so that the same row always waits the same.
//!
//! Invariant: a failure for good is never tried again by itself; a temporary one is given up only
//! past the configured age and after [`LEAST_ATTEMPTS`], so that days of our own downtime do not
//! count against a mail.

use std::time::Duration;

use jiff::Timestamp;

use crate::config::Alerts;
use crate::model::alert::{AlertRow, AlertState, AlertUpdate};

/// A mail is not given up before so many attempts: with doubling waits from a minute up to an hour
/// these take two hours, longer than a server's restart.
pub const LEAST_ATTEMPTS: u32 = 8;

/// What a channel said to an attempt. The words are kept for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Taken over by the channel.
    Accepted,
    /// Not now; the same message may pass later.
    Temporary(String),
    /// Not now, and not before so long: the other side asks for that.
    After(String, Duration),
    /// Never; the same message will not pass.
    Permanent(String),
    /// Not tried: the configuration keeps it back, for this reason.
    Withheld(String),
}

/// The row's new state after an attempt.
pub fn after(row: &AlertRow, outcome: &Outcome, alerts: &Alerts, now: Timestamp) -> AlertUpdate {
    let attempts = row.attempts.saturating_add(1);
    let update = AlertUpdate {
        state: AlertState::Sent,
        attempts,
        next_due: None,
        last_error: None,
        sent_at: None,
        why: None,
    };
    match outcome {
        Outcome::Accepted => AlertUpdate { sent_at: Some(now), ..update },
        // No attempt that counts towards giving up.
        Outcome::Withheld(words) => AlertUpdate {
            state: AlertState::Pending,
            attempts: row.attempts,
            next_due: row.next_due.or(Some(now)),
            last_error: Some(words.clone()),
            ..update
        },
        Outcome::Permanent(words) => {
            AlertUpdate { state: AlertState::Failed, last_error: Some(words.clone()), ..update }
        }
        Outcome::Temporary(words) | Outcome::After(words, _) => {
            let age = now.duration_since(row.created_at).unsigned_abs();
            let given_up = age >= alerts.give_up_after.0 && attempts >= LEAST_ATTEMPTS;
            let asked = match outcome {
                // Whoever asks for months is tried once before the message would be given up.
                Outcome::After(_, asked) => (*asked).min(alerts.give_up_after.0),
                _ => Duration::ZERO,
            };
            let wait = wait(&row.id, attempts, alerts).max(asked);
            AlertUpdate {
                state: if given_up { AlertState::Failed } else { AlertState::Pending },
                next_due: (!given_up).then(|| later(now, wait)),
                last_error: Some(words.clone()),
                ..update
            }
        }
    }
}

/// The update that `alerts retry` makes: at once, once more. None unless the row had failed.
pub fn retry(row: &AlertRow, now: Timestamp) -> Option<AlertUpdate> {
    (row.state == AlertState::Failed && row.carrier.is_none()).then(|| AlertUpdate {
        state: AlertState::Pending,
        attempts: row.attempts,
        next_due: Some(now),
        last_error: row.last_error.clone(),
        sent_at: None,
        why: None,
    })
}

/// The update that sends a row at once which waited for something that will not come.
pub fn at_once(row: &AlertRow, why: String, now: Timestamp) -> AlertUpdate {
    AlertUpdate {
        state: AlertState::Pending,
        attempts: row.attempts,
        next_due: Some(now),
        last_error: None,
        sent_at: None,
        why: Some(why),
    }
}

/// The wait after the attempt of a number: doubled each time, bounded, varied by up to a quarter.
fn wait(id: &str, attempts: u32, alerts: &Alerts) -> Duration {
    let doubled = 2u32.saturating_pow(attempts.saturating_sub(1).min(20));
    let plain = alerts.retry_first.0.saturating_mul(doubled).min(alerts.retry_most.0);
    let seed = blake3::hash(format!("{id} {attempts}").as_bytes()).as_bytes()[0];
    // 0 to 255 becomes 75 % to 125 %.
    plain.saturating_mul(750 + u32::from(seed) * 500 / 255) / 1000
}

fn later(now: Timestamp, wait: Duration) -> Timestamp {
    now.checked_add(wait).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::model::alert::{AlertKind, Channel};
    use jiff::ToSpan;

    fn start() -> Timestamp {
        "2026-03-02T09:00:00Z".parse().expect("a moment")
    }

    fn row(attempts: u32) -> AlertRow {
        AlertRow {
            id: "al-1".into(),
            kind: AlertKind::Change,
            change_ids: vec![],
            recipient: "jo".into(),
            route: String::new(),
            channel: Channel::Email,
            state: AlertState::Pending,
            attempts,
            next_due: Some(start()),
            last_error: None,
            message_id: None,
            created_at: start(),
            sent_at: None,
            why: String::new(),
            thread: String::new(),
            digest: None,
            window: None,
            carrier: None,
            notices: vec![],
        }
    }

    #[track_caller]
    fn case(
        attempts: u32,
        hours: i64,
        outcome: Outcome,
        state: AlertState,
        wait: Option<(i64, i64)>,
    ) {
        let now = start() + hours.hours();
        let update = after(&row(attempts), &outcome, &Config::default().alerts, now);
        assert_eq!(update.state, state);
        assert_eq!(update.attempts, attempts + 1);
        let seconds = update.next_due.map(|due| due.duration_since(now).as_secs());
        assert_eq!(seconds.is_some(), wait.is_some());
        if let (Some(seconds), Some((least, most))) = (seconds, wait) {
            assert!((least..=most).contains(&seconds), "{seconds}");
        }
        assert_eq!(update, after(&row(attempts), &outcome, &Config::default().alerts, now));
    }

    #[test]
    fn waits_double_and_end() {
        let busy = || Outcome::Temporary("451 busy".into());
        case(0, 0, Outcome::Accepted, AlertState::Sent, None);
        case(0, 0, Outcome::Permanent("550 no".into()), AlertState::Failed, None);
        case(0, 0, busy(), AlertState::Pending, Some((45, 75)));
        case(3, 1, busy(), AlertState::Pending, Some((360, 600)));
        let asked = |hours: u64| Outcome::After("503".into(), Duration::from_secs(hours * 3600));
        case(0, 0, asked(5), AlertState::Pending, Some((5 * 3600, 5 * 3600)));
        case(0, 0, asked(0), AlertState::Pending, Some((45, 75)));
        case(0, 0, asked(9_000), AlertState::Pending, Some((72 * 3600, 72 * 3600)));
        case(40, 72, asked(1), AlertState::Failed, None);
        case(40, 71, busy(), AlertState::Pending, Some((2700, 4500)));
        case(40, 72, busy(), AlertState::Failed, None);
        // A week of our own downtime is no reason to give up at the first attempt.
        case(0, 168, busy(), AlertState::Pending, Some((45, 75)));
    }

    #[test]
    fn what_is_withheld_is_no_attempt() {
        let late = start() + 1_000.hours();
        let kept = Outcome::Withheld("not allowed".into());
        let update = after(&row(40), &kept, &Config::default().alerts, late);
        let due = Some(start());
        assert_eq!(
            (update.state, update.attempts, update.next_due),
            (AlertState::Pending, 40, due)
        );
    }

    #[test]
    fn only_what_failed_is_retried_on_request() {
        assert_eq!(retry(&row(1), start()), None);
        let failed = AlertRow { state: AlertState::Failed, ..row(3) };
        assert_eq!(retry(&failed, start()).map(|u| u.next_due), Some(Some(start())));
    }
}
