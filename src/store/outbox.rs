//! The outbox: one row per alert and recipient, from the decision to what became of it.
//!
//! Invariant: a row is put once however often the same decision is taken, because its id derives
//! from recipient and content.

mod totals;
mod waiting;

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, ToSql, params};

use super::rows::{json, moment, moment_or_none, stamp, unjson, unword};
use super::{Store, StoreError};
use crate::model::alert::{AlertRow, AlertState, AlertUpdate, Channel, Window};
use crate::model::word::word;

const COLUMNS: &str = "id, kind, recipient, route, channel, state, attempts, next_due, last_error, \
                       message_id, created_at, sent_at, why, thread, digest, window_from, \
                       window_to, carrier, notices";

/// Which alerts are asked for; all of them by default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AlertFilter {
    /// In one state.
    pub state: Option<AlertState>,
    /// For one recipient.
    pub recipient: Option<String>,
    /// Over one channel.
    pub channel: Option<Channel>,
    /// Of one thread (`area/programme`).
    pub thread: Option<String>,
    /// Decided at this moment or after it.
    pub since: Option<Timestamp>,
}

impl Store {
    /// Puts rows into the outbox; says how many were new.
    ///
    /// # Errors
    /// A query that fails.
    pub fn put_alerts(&self, rows: &[AlertRow]) -> Result<usize, StoreError> {
        let mut new = 0;
        for row in rows {
            new += usize::from(self.put_alert(row)?);
        }
        Ok(new)
    }

    fn put_alert(&self, row: &AlertRow) -> Result<bool, StoreError> {
        let sql = format!(
            "INSERT OR IGNORE INTO alert ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, \
             ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)"
        );
        let put = self.connection.prepare_cached(&sql)?.execute(params![
            row.id,
            word(&row.kind),
            row.recipient,
            row.route,
            word(&row.channel),
            word(&row.state),
            row.attempts,
            row.next_due.map(stamp),
            row.last_error,
            row.message_id,
            stamp(row.created_at),
            row.sent_at.map(stamp),
            row.why,
            row.thread,
            row.digest,
            row.window.map(|w| stamp(w.from)),
            row.window.map(|w| stamp(w.to)),
            row.carrier,
            json(&row.notices)?
        ])?;
        if put == 0 {
            return Ok(false);
        }
        for change in &row.change_ids {
            self.connection
                .prepare_cached(
                    "INSERT OR IGNORE INTO alert_change (change_id, alert) VALUES (?1, ?2)",
                )?
                .execute([change, &row.id])?;
        }
        Ok(true)
    }

    /// Notes what became of a row; rows that it carries follow.
    ///
    /// # Errors
    /// A query that fails.
    pub fn update_alert(&self, id: &str, update: &AlertUpdate) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "UPDATE alert SET state = ?2, attempts = ?3, next_due = ?4, last_error = ?5, \
                   sent_at = ?6, why = coalesce(?7, why) WHERE id = ?1",
            )?
            .execute(params![
                id,
                word(&update.state),
                update.attempts,
                update.next_due.map(stamp),
                update.last_error,
                update.sent_at.map(stamp),
                update.why
            ])?;
        self.connection
            .prepare_cached(
                "UPDATE alert SET state = ?2, sent_at = ?3, last_error = ?4, \
                   message_id = (SELECT message_id FROM alert WHERE id = ?1) WHERE carrier = ?1",
            )?
            .execute(params![
                id,
                word(&update.state),
                update.sent_at.map(stamp),
                update.last_error
            ])?;
        Ok(())
    }

    /// Rows that wait for the next digest `digest` of a recipient and were decided before `before`,
    /// oldest first.
    ///
    /// # Errors
    /// A query that fails.
    pub fn held_alerts(
        &self,
        recipient: &str,
        digest: &str,
        before: Timestamp,
    ) -> Result<Vec<AlertRow>, StoreError> {
        self.alerts_where(
            "state = 'held-for-digest' AND recipient = ?1 AND digest = ?2 AND created_at < ?3 \
             AND carrier IS NULL ORDER BY created_at, id",
            &[&recipient, &digest, &stamp(before)],
        )
    }

    /// Puts a digest row and hands it the held rows that it carries. Where the window has its
    /// digest already nothing happens and the answer is false.
    ///
    /// # Errors
    /// A query that fails.
    pub fn put_digest(&self, row: &AlertRow, carried: &[String]) -> Result<bool, StoreError> {
        self.atomically(|store| {
            if !store.put_alert(row)? {
                return Ok(false);
            }
            for held in carried {
                store
                    .connection
                    .prepare_cached(
                        "UPDATE alert SET carrier = ?2, state = ?3, message_id = ?4 \
                         WHERE id = ?1 AND carrier IS NULL",
                    )?
                    .execute(params![held, row.id, word(&row.state), row.message_id])?;
            }
            Ok(true)
        })
    }

    /// The latest window of a recipient's digest that was dealt with.
    ///
    /// # Errors
    /// A query that fails.
    pub fn last_window(&self, recipient: &str, digest: &str) -> Result<Option<Window>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT window_from, window_to FROM alert \
             WHERE kind = 'digest' AND recipient = ?1 AND digest = ?2 \
             ORDER BY window_from DESC LIMIT 1",
        )?;
        let found: Option<(String, String)> =
            query.query_row([recipient, digest], |r| Ok((r.get(0)?, r.get(1)?))).optional()?;
        found.map(|(from, to)| Ok(Window { from: moment(&from)?, to: moment(&to)? })).transpose()
    }

    /// One row.
    ///
    /// # Errors
    /// A query that fails.
    pub fn alert(&self, id: &str) -> Result<Option<AlertRow>, StoreError> {
        Ok(self.alerts_where("id = ?1", &[&id])?.pop())
    }

    /// Rows that tell a change, digests and silences included, oldest first.
    ///
    /// # Errors
    /// A query that fails.
    pub fn alerts_of(&self, change_id: &str) -> Result<Vec<AlertRow>, StoreError> {
        self.alerts_where(
            "id IN (SELECT alert FROM alert_change WHERE change_id = ?1) ORDER BY created_at, id",
            &[&change_id],
        )
    }

    /// Message-IDs of mails sent to a recipient in a thread, oldest first.
    ///
    /// # Errors
    /// A query that fails.
    pub fn thread(&self, recipient: &str, thread: &str) -> Result<Vec<String>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT message_id FROM alert WHERE recipient = ?1 AND thread = ?2 \
               AND state = 'sent' AND message_id IS NOT NULL ORDER BY sent_at, id",
        )?;
        let ids = query.query_map([recipient, thread], |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// Rows that are asked for, oldest first.
    ///
    /// # Errors
    /// A query that fails.
    pub fn alerts(&self, filter: &AlertFilter) -> Result<Vec<AlertRow>, StoreError> {
        self.alerts_where(
            "(?1 IS NULL OR state = ?1) AND (?2 IS NULL OR recipient = ?2) \
             AND (?3 IS NULL OR channel = ?3) AND (?4 IS NULL OR thread = ?4) \
             AND (?5 IS NULL OR created_at >= ?5) ORDER BY created_at, id",
            &[
                &filter.state.as_ref().map(word),
                &filter.recipient,
                &filter.channel.as_ref().map(word),
                &filter.thread,
                &filter.since.map(stamp),
            ],
        )
    }

    fn alerts_where(
        &self,
        condition: &str,
        values: &[&dyn ToSql],
    ) -> Result<Vec<AlertRow>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM alert WHERE {condition}");
        let mut query = self.connection.prepare_cached(&sql)?;
        let mut rows = query.query(values)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let mut alert = alert_of(row)?;
            alert.change_ids = self.changes_of(&alert.id)?;
            found.push(alert);
        }
        Ok(found)
    }

    fn changes_of(&self, alert: &str) -> Result<Vec<String>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT change_id FROM alert_change WHERE alert = ?1 ORDER BY change_id",
        )?;
        let ids = query.query_map([alert], |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }
}

fn alert_of(row: &Row<'_>) -> Result<AlertRow, StoreError> {
    let id: String = row.get(0)?;
    let window: (Option<String>, Option<String>) = (row.get(15)?, row.get(16)?);
    let window = match window {
        (Some(from), Some(to)) => Some(Window { from: moment(&from)?, to: moment(&to)? }),
        _ => None,
    };
    Ok(AlertRow {
        kind: unword(&row.get::<_, String>(1)?)?,
        change_ids: Vec::new(),
        recipient: row.get(2)?,
        route: row.get(3)?,
        channel: unword(&row.get::<_, String>(4)?)?,
        state: unword(&row.get::<_, String>(5)?)?,
        attempts: row.get(6)?,
        next_due: moment_or_none(row.get(7)?)?,
        last_error: row.get(8)?,
        message_id: row.get(9)?,
        created_at: moment(&row.get::<_, String>(10)?)?,
        sent_at: moment_or_none(row.get(11)?)?,
        why: row.get(12)?,
        thread: row.get(13)?,
        digest: row.get(14)?,
        window,
        carrier: row.get(17)?,
        notices: unjson(&format!("the notices of alert `{id}`"), &row.get::<_, String>(18)?)?,
        id,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::alert::AlertKind;

    fn at(minute: u8) -> Timestamp {
        format!("2025-05-09T10:{minute:02}:00Z").parse().expect("a timestamp")
    }

    fn row(id: &str, state: AlertState) -> AlertRow {
        AlertRow {
            id: id.into(),
            kind: AlertKind::Change,
            change_ids: vec!["c1".into(), "c2".into()],
            recipient: "officer".into(),
            route: "default".into(),
            channel: Channel::Email,
            state,
            attempts: 0,
            next_due: (state == AlertState::Pending).then(|| at(5)),
            last_error: None,
            message_id: Some(format!("{id}@example.org")),
            created_at: at(1),
            sent_at: None,
            why: "route default".into(),
            thread: "E08000036/send".into(),
            digest: None,
            window: None,
            carrier: None,
            notices: Vec::new(),
        }
    }

    fn sent(at: Timestamp) -> AlertUpdate {
        AlertUpdate {
            state: AlertState::Sent,
            attempts: 1,
            next_due: None,
            last_error: None,
            sent_at: Some(at),
            why: None,
        }
    }

    #[test]
    fn a_row_is_put_once_is_due_in_time_and_keeps_what_became_of_it() {
        let store = Store::in_memory().expect("a store");
        let pending = row("a1", AlertState::Pending);
        assert_eq!(store.put_alerts(&[pending.clone(), pending.clone()]).expect("put"), 1);
        assert_eq!(store.next_due(at(4)).expect("query"), Some(at(5)));
        assert_eq!(store.next_due(at(5)).expect("query"), None);
        assert!(store.due_alerts(at(4), &[], 9).expect("query").is_empty());
        assert_eq!(store.due_alerts(at(5), &[], 9).expect("query"), [pending]);
        store.update_alert("a1", &sent(at(6))).expect("updated");
        let now = store.alert("a1").expect("query").expect("the row");
        assert_eq!((now.state, now.attempts, now.sent_at), (AlertState::Sent, 1, Some(at(6))));
        assert_eq!(now.why, "route default");
        assert_eq!(store.alerts_of("c2").expect("query").len(), 1);
        let thread = store.thread("officer", "E08000036/send").expect("query");
        assert_eq!(thread, ["a1@example.org"]);
    }

    #[test]
    fn nobodys_backlog_keeps_others_waiting() {
        let store = Store::in_memory().expect("a store");
        let to = |name: &str, n: usize| {
            let id = format!("{name}{n:02}");
            AlertRow { recipient: name.into(), ..row(&id, AlertState::Pending) }
        };
        let mut rows: Vec<AlertRow> = (0..50).map(|n| to("a", n)).collect();
        rows.extend([to("b", 0), to("c", 0), to("c", 1)]);
        store.put_alerts(&rows).expect("put");
        let due = store.due_alerts(at(5), &[], 10).expect("query");
        let of = |name: &str| due.iter().filter(|row| row.recipient == name).count();
        assert_eq!((of("a"), of("b"), of("c")), (7, 1, 2));
        assert_eq!(store.due_alerts(at(5), &[], 99).expect("query").len(), 53);
        // Who must not be mailed takes no share, and is written to over other channels.
        let filed = AlertRow { channel: Channel::File, ..to("a", 90) };
        store.put_alerts(&[filed]).expect("put");
        let due = store.due_alerts(at(5), &["a", "c"], 10).expect("query");
        let ids: Vec<&str> = due.iter().map(|row| row.id.as_str()).collect();
        assert_eq!(ids, ["a90", "b00"]);
    }

    #[test]
    fn a_review_settles_a_row_once() {
        let store = Store::in_memory().expect("a store");
        store.put_alerts(&[row("r1", AlertState::HeldForReview)]).expect("put");
        let held = store.alerts_for_review().expect("query").remove(0);
        assert!(store.due_alerts(at(59), &[], 9).expect("query").is_empty());
        let released = AlertRow { state: AlertState::Pending, next_due: Some(at(7)), ..held };
        assert!(store.settle_review(&released).expect("settled"));
        assert!(!store.settle_review(&released).expect("settled"), "a second verdict is too late");
        assert_eq!(store.due_alerts(at(7), &[], 9).expect("query").len(), 1);
        assert!(store.alerts_for_review().expect("query").is_empty());
    }

    #[test]
    fn a_window_has_one_digest_and_held_rows_follow_it() {
        let store = Store::in_memory().expect("a store");
        let mut held = row("h1", AlertState::HeldForDigest);
        held.digest = Some("weekly".into());
        store.put_alerts(&[held]).expect("put");
        assert_eq!(store.held_alerts("officer", "weekly", at(2)).expect("query").len(), 1);
        let mut digest = row("d1", AlertState::Pending);
        digest.kind = AlertKind::Digest;
        digest.digest = Some("weekly".into());
        digest.window = Some(Window { from: at(0), to: at(2) });
        assert!(store.put_digest(&digest, &["h1".into()]).expect("put"));
        let again = AlertRow { id: "d2".into(), ..digest.clone() };
        assert!(!store.put_digest(&again, &["h1".into()]).expect("put"));
        assert!(store.held_alerts("officer", "weekly", at(9)).expect("query").is_empty());
        assert_eq!(store.due_alerts(at(9), &[], 9).expect("query").len(), 1);
        store.update_alert("d1", &sent(at(6))).expect("updated");
        let held = store.alert("h1").expect("query").expect("the row");
        assert_eq!((held.state, held.sent_at), (AlertState::Sent, Some(at(6))));
        assert_eq!(store.last_window("officer", "weekly").expect("query"), digest.window);
    }
}
